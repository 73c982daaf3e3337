"""The simulation: quantiles by nearest rank, one result for one seed, and certain draws that give the portfolio."""

import random
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterlaw.dossier import Dossier
from clusterlaw.money import Euro
from clusterlaw.portfolio import Portfolio, portfolio_of
from clusterlaw.portfolio_simulation import Drawn, Simulation, nearest_rank, simulate
from tests.boundary.cases import NEVER, dossier_of_2007, dossier_of_2024, line
from tests.properties.dossiers import dossiers, settled_dossiers

CERTAIN = Drawn(costs=(Fraction(1), Fraction(1)), steps=1, renewal=Fraction(1), unstated_costs=None)
ANY = Drawn(costs=(Fraction(1, 2), Fraction(3, 2)), steps=100, renewal=Fraction(3, 4), unstated_costs=None)
ONE = dossier_of_2007(line(20_000_000))
UNSTATED = attrs.evolve(ONE, years=())


def of(*dossiers: Dossier, first: int = 2010, last: int = 2014) -> Portfolio:
    return portfolio_of(dossiers, first_year=first, last_year=last)


def run(portfolio: Portfolio, drawn: Drawn = ANY, draws: int = 40, seed: int = 1) -> Simulation:
    return simulate(portfolio, generator=random.Random(seed), draws=draws, drawn=drawn)


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Fraction(0), 10),
        (Fraction(1, 5), 10),  # rank 1 of 5
        (Fraction(21, 100), 20),  # rank 1.05 -> 2
        (Fraction(1, 2), 30),  # rank 2.5 -> 3
        (Fraction(4, 5), 40),
        (Fraction(1), 50),
    ],
)
def test_quantiles_by_nearest_rank(share: Fraction, expected: int) -> None:
    assert nearest_rank([10, 20, 30, 40, 50], share=share) == expected


@given(numbers=st.lists(st.integers(0, 10**9), min_size=1), one=st.fractions(0, 1), other=st.fractions(0, 1))
def test_quantiles_are_monotone_and_cover_their_share(numbers: list[int], one: Fraction, other: Fraction) -> None:
    ordered = sorted(numbers)
    low, high = sorted((one, other))
    assert nearest_rank(ordered, share=low) <= nearest_rank(ordered, share=high)
    found = nearest_rank(ordered, share=one)
    assert sum(1 for number in ordered if number <= found) >= one * len(ordered)
    assert sum(1 for number in ordered if number < found) < one * len(ordered) or found == ordered[0]


@pytest.mark.parametrize(
    ("numbers", "share", "error"),
    [([1], "0.5", TypeError), ([1], Fraction(3, 2), ValueError), ([], Fraction(1, 2), ValueError)],
)
def test_no_quantile(numbers: list[int], share: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="nearest_rank"):
        nearest_rank(numbers, share=share)


def test_certain_draws_give_the_portfolio() -> None:
    portfolio = of(ONE, dossier_of_2007(line(9_000_001, other=101)))
    found = run(portfolio, CERTAIN, draws=2)
    for year in portfolio.calendar_years:
        assert found.quantile(Fraction(1, 2), year=year.number) == (year.at_least, year.at_most)
    total = sum(year.at_least.cents for year in portfolio.calendar_years)
    assert found.quantile(Fraction(1)) == (Euro.from_cents(total), Euro.from_cents(total))


@settings(max_examples=25)
@given(dossier=settled_dossiers(), factor=st.fractions(0, 1, max_denominator=50), offset=st.integers(0, 9))
def test_a_certain_factor_gives_the_portfolio_at_that_factor(dossier: Dossier, factor: Fraction, offset: int) -> None:
    first = dossier.recognised_on.year + offset
    portfolio = of(dossier, first=first, last=first + 4)
    found = run(portfolio, attrs.evolve(CERTAIN, costs=(factor, factor)), draws=1)
    changed = portfolio.times(factor)
    assert [low for low, _ in found.draws[0]] == [year.at_least.cents for year in changed.calendar_years]
    assert [high for _, high in found.draws[0]] == [
        None if year.at_most is None else year.at_most.cents for year in changed.calendar_years
    ]


@settings(max_examples=25)
@given(dossier=dossiers(), first=st.integers(2007, 2036), seed=st.integers(0, 9))
def test_draws_stay_in_order_and_below_what_the_portfolio_allows(dossier: Dossier, first: int, seed: int) -> None:
    portfolio = of(dossier, first=first, last=first + 4)
    if any(year.at_most is None for year in portfolio.calendar_years):
        return
    if any(part.year.subsidy_at_most is None for part in portfolio.years):
        return
    fewer = attrs.evolve(ANY, costs=(Fraction(1), Fraction(1)))
    found = run(portfolio, fewer, draws=3, seed=seed)
    for draw in found.draws:
        for (low, high), year in zip(draw, portfolio.calendar_years, strict=True):
            assert high is not None
            assert year.at_most is not None
            assert 0 <= low <= high <= year.at_most.cents


def test_the_same_seed_gives_the_same_result_and_another_does_not() -> None:
    portfolio = of(*(attrs.evolve(ONE, recognised_on=date(2008, month, 1), renewals=()) for month in range(1, 6)))
    assert run(portfolio) == run(portfolio)
    assert run(portfolio) != run(portfolio, seed=2)


def test_a_renewal_that_is_drawn_settles_what_is_not_stated() -> None:
    unstated = attrs.evolve(ONE, renewals=())
    always = run(of(unstated), CERTAIN, draws=1)
    # 2012: 60 of 366 days of the fourth year (12,800,000 - 10,701,639) and 306 of 365 of the fifth (10,730,959)
    assert always.draws[0][2] == (12_829_320, 12_829_320)
    never = run(of(unstated), attrs.evolve(CERTAIN, renewal=Fraction(0)), draws=1)
    assert never.draws[0][2] == (0, 0)
    assert never.draws[0][0] == (16_000_000, 16_000_000)
    # a renewal before the calendar years is not drawn: what is unstated stays unstated
    past = run(of(unstated, first=2012), CERTAIN, draws=1)
    assert past.draws[0][0] == (0, 12_829_320)


def test_a_renewal_that_certainly_fails_stays_refused() -> None:
    refused = attrs.evolve(ONE, renewals=(attrs.evolve(ONE.renewals[0], new_action_plan=False), *ONE.renewals[1:]))
    assert run(of(refused), CERTAIN, draws=1).draws[0][2] == (0, 0)


def test_unstated_costs() -> None:
    stays = run(of(UNSTATED), CERTAIN, draws=1)
    assert stays.draws[0][0] == (0, 16_000_000)
    drawn = attrs.evolve(CERTAIN, unstated_costs=(Euro(100_000), Euro(100_000)))
    assert run(of(UNSTATED), drawn, draws=1).draws[0][0] == (10_000_000, 10_000_000)
    between = attrs.evolve(CERTAIN, unstated_costs=(Euro(90_000), Euro(110_000)))
    found = run(of(UNSTATED, first=2009, last=2009), between, draws=30)
    assert len({low for ((low, _),) in found.draws}) > 20
    assert all(9_000_000 <= low <= 11_000_000 for ((low, _),) in found.draws)


def test_lines_and_readings_that_are_open_stay_open() -> None:
    dossier = dossier_of_2024(line(10_000_000), line(1_000_000, admissible=None), line(5, admissible=False), prior=4)
    dossier = attrs.evolve(
        dossier, assumptions=attrs.evolve(dossier.assumptions, entry_into_force_2025=NEVER, seniority_after_2024=None)
    )
    found = run(of(dossier, first=2025, last=2025), CERTAIN, draws=1)
    # 75 % of 100,000 at the least, 90 % of 110,000 at the most
    assert found.draws[0] == ((7_500_000, 9_900_000),)


def test_nothing_that_bounds_the_subsidy_is_refused() -> None:
    unbounded = attrs.evolve(dossier_of_2024(), years=(), first_period=ONE.first_period)
    with pytest.raises(ValueError, match="nothing bounds the subsidy of Cluster, year 1"):
        run(of(unbounded, first=2024, last=2025))
    drawn = attrs.evolve(CERTAIN, unstated_costs=(Euro(100), Euro(100)))
    found = run(of(unbounded, first=2025, last=2025), drawn, draws=1)
    assert found.draws[0] == ((0, 9_000),)  # a ceiling that is not stated may be anything


def test_progress_and_shares_over_a_budget() -> None:
    told: list[int] = []
    portfolio = of(ONE, first=2011, last=2012)
    half = attrs.evolve(CERTAIN, renewal=Fraction(1, 2))
    found = simulate(portfolio, generator=random.Random(3), draws=50, drawn=half, progress=told.append)
    assert told == list(range(1, 51))
    renewed = sum(1 for draw in found.draws if draw[1][0])
    assert 0 < renewed < 50
    assert found.share_over(Euro(100_000), year=2012) == (Fraction(renewed, 50), Fraction(renewed, 50))
    with pytest.raises(ValueError, match="2013 was not simulated; give one of 2011 to 2012"):
        found.quantile(Fraction(1), year=2013)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: simulate(1, generator=random.Random(1), draws=1, drawn=ANY), TypeError, "Portfolio of portfolio_of"),  # type: ignore[arg-type]
        (lambda: simulate(of(ONE), generator=random.Random(1), draws=1, drawn=1), TypeError, "give a Drawn"),  # type: ignore[arg-type]
        (lambda: run(of(ONE), draws=0), ValueError, "draws is 0"),
        (lambda: attrs.evolve(ANY, costs=(1, 2)), TypeError, r"Drawn\.costs"),
        (lambda: attrs.evolve(ANY, costs=(Fraction(2), Fraction(1))), ValueError, "the lower first"),
        (lambda: attrs.evolve(ANY, unstated_costs=(Euro(2), Euro(1))), ValueError, "the lower first"),
        (lambda: attrs.evolve(ANY, unstated_costs=[Euro(1)]), TypeError, "two values of Euro"),
        (lambda: attrs.evolve(ANY, steps=0), ValueError, r"Drawn\.steps"),
        (lambda: attrs.evolve(ANY, renewal=Fraction(3, 2)), ValueError, r"Drawn\.renewal"),
        (lambda: attrs.evolve(ANY, renewal=0.5), ValueError, r"Drawn\.renewal"),
    ],
)
def test_wrong_arguments(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()
