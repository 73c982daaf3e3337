"""The funding mix: sums and shares written out, what is missing stays missing, and what always holds."""

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterlaw.dossier import Dossier
from clusterlaw.errors import FactError
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.mix import SOURCES, FundingMix, MixYear, StatedSources, funding_mix
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import funding_path
from tests.boundary.cases import dossier_of_2007, dossier_of_2024, line
from tests.properties.dossiers import HORIZON, dossiers

NONE = Euro(0)


def stated(fees: int = 0, activities: int = 0, projects: int = 0, own: int = 0, **others: Any) -> StatedSources:
    given = {"contributions_in_kind": NONE} | others
    return StatedSources(
        fees=Euro(fees), activities=Euro(activities), projects=Euro(projects), own_means=Euro(own), **given
    )


def mix(*sources: StatedSources | None, years: int = 9) -> FundingMix:
    path = funding_path(dossier_of_2007(line(20_000_000, other=1_000_000)), years=years)
    return funding_mix(path, sources=sources)


def test_a_year_with_its_sums_written_out() -> None:
    year = mix(stated(fees=20_000, own=10_000)).years[0]
    # 160,000 (subsidy) + 10,000 (other public, from the cost lines) + 20,000 + 10,000 = 200,000
    assert year.total == Euro(200_000)
    assert year.share_of_the_region == Fraction(4, 5)
    assert year.shares is not None
    assert [year.shares[name] for name in ("fees", "other_public_funding", "own_means")] == [
        Fraction(1, 10),
        Fraction(1, 20),
        Fraction(1, 20),
    ]
    assert year.sources_with_money == 4
    assert year.largest == (("subsidy",), Fraction(4, 5))
    # (16^2 + 2^2 + 1 + 1) / 20^2 = 262 / 400
    assert year.sum_of_squared_shares == Fraction(262, 400)
    assert year.bounds_of_the_region == (Fraction(4, 5), Fraction(4, 5))
    assert year.missing == ()


def test_did_degressivity_make_it_diversify() -> None:
    first, second, third = stated(fees=30_000), stated(fees=30_000, activities=32_000), stated(60_000, 40_000, 10_000)
    found = mix(*(first,) * 3, *(second,) * 3, *(third,) * 3)
    assert [percentage for percentage, _ in found.phases] == [Percentage(100), Percentage(80), Percentage(50)]
    assert [phase.total for _, phase in found.phases] == [Euro(600_000)] * 3  # 3 x 200,000
    one, two = found.changes_where_the_percentage_falls
    # 160,000 -> 128,000 -> 80,000 of 200,000
    assert (one.of_the_region, two.of_the_region) == (Fraction(-32, 200), Fraction(-48, 200))
    assert (one.of_sources_with_money, two.of_sources_with_money) == (1, 1)
    assert (one.of_the_largest, two.of_the_largest) == (Fraction(-32, 200), Fraction(-48, 200))
    # (128^2 + 10^2 + 30^2 + 32^2 - 160^2 - 10^2 - 30^2) / 200^2 = (16,384 + 1,024 - 25,600) / 40,000
    assert one.of_squared_shares == Fraction(-8192, 40_000)
    assert one.of_amounts["activities"] == Euro(96_000)
    assert one.of_amounts["subsidy"] == Euro(-96_000)
    assert [change.of_the_region for change in found.changes].count(Fraction(0)) == 6


def test_what_is_not_stated_is_missing_and_never_zero() -> None:
    found = mix(StatedSources(fees=Euro(5)), None)
    first, second = found.years[:2]
    assert first.missing == ("activities", "contributions_in_kind", "projects", "own_means")
    assert second.missing == ("fees", "activities", "contributions_in_kind", "projects", "own_means")
    for year in (first, second):
        assert year.total is year.shares is year.share_of_the_region is year.sources_with_money is None
        assert year.largest is year.sum_of_squared_shares is year.bounds_of_the_region is None
    assert first.at_least == Euro(170_005)
    change = found.changes[0]
    assert change.of_the_region is change.of_sources_with_money is change.of_the_largest is None
    assert change.of_squared_shares is None
    assert change.of_amounts["fees"] is None
    assert change.of_amounts["subsidy"] == NONE
    (_, phase), *_ = mix(stated(), None, stated()).phases
    assert phase.missing == second.missing


def test_an_undetermined_subsidy_gives_bounds_of_the_regions_share() -> None:
    dossier = attrs.evolve(dossier_of_2007(line(20_000_000)), renewals=())
    found = funding_mix(funding_path(dossier, years=4), sources=(stated(fees=32_000),) * 4)
    assert found.years[3].missing == ("subsidy",)
    assert found.years[3].bounds_of_the_region == (Fraction(0), Fraction(4, 5))  # 128,000 of 160,000
    unbounded = attrs.evolve(dossier_of_2024(), years=())
    unbounded = attrs.evolve(unbounded, first_period=attrs.evolve(unbounded.first_period, subsidy_ceiling=None))
    year = funding_mix(funding_path(unbounded, years=1), sources=(stated(fees=1, other_public_funding=Euro(2)),)).years[
        0
    ]
    assert year.bounds_of_the_region == (Fraction(0), Fraction(1))


def test_no_money_at_all_has_no_shares() -> None:
    found = funding_mix(funding_path(dossier_of_2007(), years=1), sources=(stated(),)).years[0]
    assert (found.total, found.shares, found.sources_with_money) == (NONE, None, 0)
    assert found.bounds_of_the_region is None


def test_sources_and_cost_lines_that_contradict_each_other() -> None:
    with pytest.raises(FactError) as caught:
        mix(stated(other_public_funding=Euro(1)), stated(other_public_funding=Euro(10_000)), stated(), stated())
    (problem,) = caught.value.problems
    assert problem.path == "sources[0].other_public_funding"
    assert "1.00 EUR here, but 10000.00 EUR in the costs of year 1" in problem.text("en")


def test_a_percentage_that_rises_asks_nothing() -> None:
    rising = tuple(
        attrs.evolve(band, percentage=Percentage(percent))
        for band, percent in zip(REGIME_2007.rates, (50, 80, 80), strict=True)
    )
    path = funding_path(dossier_of_2007(line(1)), regimes=(attrs.evolve(REGIME_2007, rates=rising),))
    found = funding_mix(path, sources=())
    assert [percentage for percentage, _ in found.phases] == [Percentage(50), Percentage(80)]
    assert found.changes_where_the_percentage_falls == ()


def test_equally_large_sources_are_both_named() -> None:
    found = mix(stated(fees=160_000)).years[0]
    assert found.largest == (("fees", "subsidy"), Fraction(16, 33))


@pytest.mark.parametrize(
    ("path", "sources", "error"),
    [
        (1, (), TypeError),
        (funding_path(dossier_of_2007(), years=1), [], TypeError),
        (funding_path(dossier_of_2007(), years=1), (1,), TypeError),
        (funding_path(dossier_of_2007(), years=1), (None, None), ValueError),
    ],
)
def test_wrong_arguments(path: Any, sources: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="funding_mix"):
        funding_mix(path, sources=sources)


def test_a_wrong_amount() -> None:
    with pytest.raises(TypeError, match=r"StatedSources\.fees"):
        StatedSources(fees=1)  # type: ignore[arg-type]


amounts = st.one_of(st.none(), st.integers(0, 10**9).map(Euro.from_cents))
years_of_sources = st.lists(
    st.one_of(
        st.none(),
        st.builds(
            StatedSources,
            fees=amounts,
            activities=amounts,
            contributions_in_kind=amounts,
            projects=amounts,
            own_means=amounts,
        ),
    ),
    max_size=HORIZON,
).map(tuple)


@given(dossier=dossiers(), sources=years_of_sources)
def test_shares_sum_to_one_and_measures_stay_in_their_bounds(dossier: Dossier, sources: Any) -> None:
    found = funding_mix(funding_path(dossier, years=HORIZON), sources=sources)
    together: list[MixYear] = [phase for _, phase in found.phases]
    assert sum(len(phase.years) for phase in together) == HORIZON
    for year in (*found.years, *together):
        assert [name for name, _ in year.amounts] == list(SOURCES)
        assert (year.total is None) == bool(year.missing)
        if year.shares is None:
            continue
        assert sum(year.shares.values()) == 1
        assert year.largest is not None
        assert year.sum_of_squared_shares is not None
        assert year.sources_with_money is not None
        count = year.sources_with_money
        assert Fraction(1, count) <= year.sum_of_squared_shares <= year.largest[1] <= 1
        if year.bounds_of_the_region is not None:
            assert year.share_of_the_region is not None
            low, high = year.bounds_of_the_region
            assert low <= year.share_of_the_region <= high
