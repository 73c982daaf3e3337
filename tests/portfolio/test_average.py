"""The evaluation's average of EUR 1,400,743 a year over 2008-2010: what the rule allows, and what it forbids."""

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.law.evaluation_2011 import EVALUATION_2011
from clusterlaw.money import Euro, Percentage
from clusterlaw.portfolio_average import SupportedYear, average_under, fewest_clusters, mixes_of_ages
from clusterlaw.rules.inverse import greatest_subsidy
from clusterlaw.rules.subsidy import capped, percentage_of

# Evaluation of 2011 (Les clusters en quelques chiffres): « une moyenne de 1.400.743 € par an entre 2008 et 2010 ».
AVERAGE = Euro(1_400_743)
YEARS = (2008, 2009, 2010)


def supported(*ranks: int | None, **others: Any) -> tuple[SupportedYear, ...]:
    return tuple(SupportedYear(year=year, ranks=ranks, **others) for year in YEARS)


def test_it_is_the_figure_of_the_evaluation() -> None:
    (figure,) = (each for each in EVALUATION_2011.figures if each.name == "yearly_support")
    assert (figure.value, figure.first_year, figure.last_year) == (AVERAGE, 2008, 2010)


def test_fewer_than_nine_clusters_cannot_reach_it() -> None:
    # 8 x 160,000 = 1,280,000 < 1,400,743 <= 1,440,000 = 9 x 160,000; 10 x 128,000 = 1,280,000; 17 x 80,000 = 1,360,000
    assert [(each.greatest_subsidy, each.clusters) for each in fewest_clusters(AVERAGE)] == [
        (Euro(160_000), 9),
        (Euro(128_000), 11),
        (Euro(80_000), 18),
    ]
    found = average_under(AVERAGE, supported=supported(*(None,) * 8))
    assert (found.possible, found.mix, found.other_grants) == (False, (), None)
    assert found.bounds_of_the_average == (Fraction(0), Fraction(1_280_000))
    assert average_under(AVERAGE, supported=supported(*(None,) * 9)).possible
    assert mixes_of_ages(AVERAGE, clusters=8) == ()


def test_ten_clusters_can_under_thirteen_mixes_of_ages() -> None:
    found = mixes_of_ages(AVERAGE, clusters=10)
    # 10 x 160,000 - 32,000 x (at 80 %) - 80,000 x (at 50 %) >= 1,400,743: at most 199,257 may be lost
    by_hand = {(10 - b - c, b, c) for b in range(11) for c in range(11 - b) if 32_000 * b + 80_000 * c <= 199_257}
    assert set(found) == by_hand
    assert len(found) == 13
    assert (4, 6, 0) in found
    assert (3, 7, 0) not in found  # 3 x 160,000 + 7 x 128,000 = 1,376,000


def test_one_mix_in_cents_for_ten_clusters() -> None:
    found = average_under(AVERAGE, supported=supported(*(1,) * 6, *(4,) * 4))
    # 6 x 160,000 + 4 x 128,000 = 1,472,000 a year at the most
    assert found.bounds_of_the_average == (Fraction(0), Fraction(1_472_000))
    assert found.possible
    assert found.total == Euro(4_202_229)  # 3 x 1,400,743
    assert sum(entry.subsidy.cents for entry in found.mix) == 420_222_900
    assert len(found.mix) == 30
    for entry in found.mix:
        ceiling = capped(cents=entry.admitted_costs.cents, ceiling_cents=16_000_000)
        assert percentage_of(cents=ceiling, band=entry.band, rounding="half_up") == entry.subsidy.cents
    # 95.16 % of the most: 1,400,743 / 1,472,000 x 160,000 = 152,254.67; at 80 % the same costs give 121,803.74
    first, fourth = found.mix[0], found.mix[6]
    assert (first.admitted_costs, first.subsidy) == (Euro("152254.67"), Euro("152254.67"))
    assert (fourth.rank, fourth.band.percentage, fourth.subsidy) == (4, Percentage(80), Euro("121803.74"))
    for step in found.steps:
        assert step.replay() == step.result
        assert step.citations


def test_ten_clusters_in_their_third_period_cannot_without_other_grants() -> None:
    assert not average_under(AVERAGE, supported=supported(*(7,) * 10)).possible  # 10 x 80,000 = 800,000
    grants = {"other_grants_at_least": Euro(1_000), "other_grants_at_most": Euro(700_000)}
    found = average_under(AVERAGE, supported=supported(*(7,) * 10, **grants))
    assert found.bounds_of_the_average == (Fraction(1_000), Fraction(1_500_000))
    assert found.other_grants == Euro(1_802_229)  # 3 x (1,400,743 - 800,000)
    assert {entry.admitted_costs for entry in found.mix} == {Euro("159999.99")}  # half a cent up: 80,000.00
    assert not average_under(Euro(999), supported=supported(7, **grants)).possible


def test_years_may_differ() -> None:
    years = (
        SupportedYear(year=2008, ranks=(1,) * 9),
        SupportedYear(year=2009, ranks=(2,) * 8 + (4,)),
        SupportedYear(year=2010, ranks=(3, 3, None, 7)),
    )
    found = average_under(Euro(1_000_000), supported=years)
    # 1,440,000 + 8 x 160,000 + 128,000 + 3 x 160,000 + 80,000 = 3,408,000
    assert found.greatest == Euro(3_408_000)
    assert sum(entry.subsidy.cents for entry in found.mix) == 300_000_000
    assert {entry.year for entry in found.mix} == set(YEARS)


def test_no_cluster_at_all() -> None:
    found = average_under(Euro(0), supported=supported())
    assert (found.possible, found.mix, found.greatest) == (True, (), Euro(0))


def test_a_percentage_of_nothing_reaches_nothing() -> None:
    rates = tuple(attrs.evolve(band, percentage=Percentage(0)) for band in REGIME_2007.rates)
    reform = attrs.evolve(REGIME_2007, rates=rates)
    assert {each.clusters for each in fewest_clusters(AVERAGE, regime=reform)} == {None}
    found = average_under(Euro(0), supported=supported(1, 4), regime=reform)
    assert {entry.admitted_costs for entry in found.mix} == {Euro(0)}


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: average_under(1, supported=supported(1)), TypeError, "give a Euro"),  # type: ignore[arg-type]
        (lambda: average_under(Euro(-1), supported=supported(1)), ValueError, "give 0 or more"),
        (lambda: average_under(AVERAGE, supported=()), TypeError, "at least one SupportedYear"),
        (lambda: average_under(AVERAGE, supported=supported(1), regime=REGIME_2024), ValueError, "nothing bounds"),
        (lambda: mixes_of_ages(AVERAGE, clusters=-1), ValueError, "clusters is -1"),
        (lambda: SupportedYear(year=2008, ranks=(0,)), TypeError, "rank of each cluster"),
        (lambda: SupportedYear(year=2008, ranks=(), other_grants_at_least=Euro(1)), ValueError, "lower bound first"),
    ],
)
def test_wrong_arguments(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


ranks = st.lists(st.one_of(st.none(), st.integers(1, 12)), max_size=12).map(tuple)


@given(
    average=st.integers(0, 200_000_000).map(Euro.from_cents),
    ranks=st.lists(ranks, min_size=1, max_size=4),
    percents=st.lists(st.integers(0, 100), min_size=3, max_size=3),
    rounding=st.sampled_from(("half_up", "down")),
    grants=st.tuples(st.integers(0, 10**6), st.integers(0, 10**8)),
)
def test_possible_exactly_within_the_bounds_and_then_a_mix_gives_it(
    average: Euro, ranks: list[tuple[int | None, ...]], percents: list[int], rounding: Any, grants: tuple[int, int]
) -> None:
    bands = tuple(
        attrs.evolve(band, percentage=Percentage(percent))
        for band, percent in zip(REGIME_2007.rates, percents, strict=True)
    )
    reform = attrs.evolve(REGIME_2007, rates=bands)
    low, high = Euro.from_cents(grants[0]), Euro.from_cents(sum(grants))
    years = tuple(
        SupportedYear(year=2008 + index, ranks=each, other_grants_at_least=low, other_grants_at_most=high)
        for index, each in enumerate(ranks)
    )
    found = average_under(average, supported=years, regime=reform, rounding=rounding)
    assert found.greatest is not None
    assert found.possible == (found.least <= found.total <= found.greatest)
    if not found.possible:
        return
    assert found.other_grants is not None
    assert sum(entry.subsidy.cents for entry in found.mix) + found.other_grants.cents == found.total.cents
    for entry in found.mix:
        ceiling = capped(cents=entry.admitted_costs.cents, ceiling_cents=16_000_000)
        assert percentage_of(cents=ceiling, band=entry.band, rounding=rounding) == entry.subsidy.cents
        most = greatest_subsidy(
            operations=reform.operations.value, band=entry.band, ceiling_cents=16_000_000, rounding=rounding
        )
        assert most is not None
        assert 0 <= entry.subsidy.cents <= most
