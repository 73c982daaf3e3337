"""A portfolio: sums written out by calendar and subsidy year, budgets, phases, sensitivities, and what is refused."""

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import pytest

from clusterlaw import explain
from clusterlaw.dossier import Dossier
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro, Percentage
from clusterlaw.portfolio import PortfolioCluster, costs_times, portfolio_of
from clusterlaw.rules.calendar_years import calendar_shares
from tests.boundary.cases import dossier_of_2007, dossier_of_2024, line

ONE = dossier_of_2007(line(20_000_000))  # recognised on 2008-03-01: 160,000 for three years, then 128,000, then 80,000
NEW_YEAR = attrs.evolve(
    dossier_of_2007(line(10_000_000)),
    recognised_on=date(2009, 1, 1),
    renewals=(),
)


@pytest.mark.parametrize(
    ("cents", "starts_on", "ends_before", "shares"),
    [
        # 306 of 365 days: 160,000 x 306 / 365 = 134,136.986...
        (16_000_000, date(2008, 3, 1), date(2009, 3, 1), ((2008, 13_413_699), (2009, 2_586_301))),
        (16_000_000, date(2009, 1, 1), date(2010, 1, 1), ((2009, 16_000_000),)),
        # 1 of 366 days: 366 x 1/366 = 1; half a cent goes up to the earlier year
        (366, date(2011, 12, 31), date(2012, 12, 31), ((2011, 1), (2012, 365))),
        (183, date(2011, 12, 31), date(2012, 12, 31), ((2011, 1), (2012, 182))),
        (0, date(2008, 3, 1), date(2009, 3, 1), ((2008, 0), (2009, 0))),
        # three years, each rounded from what is reached: 1/3 of a cent a year
        (1, date(2009, 1, 1), date(2012, 1, 1), ((2009, 0), (2010, 1), (2011, 0))),
    ],
)
def test_shares_of_calendar_years(cents: int, starts_on: date, ends_before: date, shares: Any) -> None:
    assert calendar_shares(cents=cents, starts_on=starts_on, ends_before=ends_before) == shares


def test_calendar_years_of_one_cluster() -> None:
    found = portfolio_of([ONE], first_year=2009, last_year=2011)
    amounts = {year.number: year.amount for year in found.calendar_years}
    # 2009: 25,863.01 of the first year and 134,136.99 of the second; 2011: 59 days at 100 %, 306 of 366 at 80 %:
    # 160,000 - 134,136.99 = 25,863.01, and 128,000 x 306 / 366 = 107,016.393...
    assert amounts == {2009: Euro(160_000), 2010: Euro(160_000), 2011: Euro("132879.40")}
    assert found.before == (13_413_699, 13_413_699)
    assert found.after == (12_800_000 - 10_701_639,) * 2
    assert [year.amount for year in found.subsidy_years] == [Euro(160_000)] * 3 + [Euro(128_000)]


def test_sums_over_clusters() -> None:
    found = portfolio_of([ONE, NEW_YEAR], first_year=2009, last_year=2012)
    years = {year.number: year for year in found.calendar_years}
    assert years[2009].amount == Euro(260_000)
    assert years[2009].clusters == 2
    # 60 of 366 days of the fourth year (20,983.61) and 306 of 365 of the fifth (107,309.59); the renewal of the second
    # cluster on 2012-01-01 is not stated: 80,000 or nothing
    assert (years[2012].at_least, years[2012].at_most) == (Euro("128293.20"), Euro("208293.20"))
    assert years[2012].amount is None
    (high,) = years[2009].by_percentage
    assert high == (Percentage(100), (26_000_000, 26_000_000))
    assert [phase.counts for phase in found.phases] == [
        ((Percentage(100), 2),),
        ((Percentage(100), 2),),
        ((Percentage(100), 1), (Percentage(80), 1)),
        ((Percentage(80), 2),),
    ]


def test_a_year_that_is_certainly_refused_counts_nowhere() -> None:
    refused = attrs.evolve(ONE, renewals=(attrs.evolve(ONE.renewals[0], new_action_plan=False), *ONE.renewals[1:]))
    found = portfolio_of([refused], first_year=2012, last_year=2012)
    (year,) = found.calendar_years
    assert (year.amount, year.clusters, year.by_percentage) == (Euro(0), 0, ())
    assert (found.phases[0].counts, found.phases[0].refused) == ((), 1)


def test_a_reading_that_is_open_and_a_ceiling_that_is_unstated() -> None:
    crossing = attrs.evolve(dossier_of_2024(), years=(), first_period=attrs.evolve(ONE.first_period))
    found = portfolio_of([crossing, dossier_of_2024(line(1_000))], first_year=2024, last_year=2025)
    year = found.calendar_years[0]
    assert (year.at_most, year.amount) == (None, None)
    assert found.calendar_years[1].by_percentage[0][1][1] is None
    (budget, _) = found.against(Euro(1))
    assert (budget.exceeds, budget.excess_at_most) == (True, None)  # 90 % of 10.00, 184 of 365 days: 4.54
    (alone, _) = portfolio_of([crossing], first_year=2024, last_year=2025).against(Euro(1))
    assert (alone.exceeds, alone.excess_at_least, alone.excess_at_most) == (None, Euro(0), None)
    open_reading = attrs.evolve(
        dossier_of_2024(line(100), prior=4),
        assumptions=attrs.evolve(dossier_of_2024().assumptions, seniority_after_2024=None),
    )
    (phases,) = portfolio_of([open_reading], first_year=2024, last_year=2024).phases
    assert phases.counts == ((None, 1),)


def test_budgets() -> None:
    found = portfolio_of([ONE, NEW_YEAR], first_year=2009, last_year=2012)
    over = found.against(Euro(250_000))
    assert [(year.calendar_year, year.exceeds, year.excess_at_least, year.excess_at_most) for year in over] == [
        (2009, True, Euro(10_000), Euro(10_000)),
        (2010, True, Euro(10_000), Euro(10_000)),
        (2011, False, Euro(0), Euro(0)),
        (2012, False, Euro(0), Euro(0)),
    ]
    (only,) = found.against({2012: Euro(200_000)})
    assert (only.exceeds, only.excess_at_least, only.excess_at_most) == (None, Euro(0), Euro("8293.20"))
    for wrong in (250_000, {2012: "1"}):
        with pytest.raises(TypeError, match="give a Euro"):
            found.against(wrong)  # type: ignore[arg-type]


def test_drop_outs() -> None:
    found = portfolio_of([ONE, NEW_YEAR], first_year=2011, last_year=2012)
    dropped = found.dropping({0: 1})
    assert dropped.calendar_years[1].at_least == Euro(0)
    assert dropped.calendar_years[0].amount == Euro("125863.01")  # 25,863.01 and 100,000
    assert dropped == portfolio_of([PortfolioCluster(ONE, 1), NEW_YEAR], first_year=2011, last_year=2012)
    with pytest.raises(ValueError, match="no cluster at"):
        found.dropping({2: 1})


def test_costs_up_and_down_and_a_reform() -> None:
    found = portfolio_of([NEW_YEAR], first_year=2009, last_year=2009)
    assert found.times(Fraction(11, 10)).calendar_years[0].amount == Euro(110_000)
    assert found.times(Fraction(1, 3)).calendar_years[0].amount == Euro("33333.33")
    assert found.times(2).calendar_years[0].amount == Euro(160_000)
    assert found.times(0).calendar_years[0].amount == Euro(0)
    lower = attrs.evolve(REGIME_2007, ceiling=attrs.evolve(REGIME_2007.ceiling, amount=Euro(50_000)))
    assert found.under((lower,)).calendar_years[0].amount == Euro(50_000)
    unstated = attrs.evolve(ONE, years=(attrs.evolve(ONE.years[0], costs=None),))
    assert costs_times(unstated, factor=3) == unstated


def test_a_cluster_recognised_later_pays_nothing_yet() -> None:
    found = portfolio_of([dossier_of_2024(line(1))], first_year=2010, last_year=2012)
    assert found.paths == (None,)
    assert [year.amount for year in found.calendar_years] == [Euro(0)] * 3
    assert found.subsidy_years == ()


def test_steps_replay_and_end_with_the_calendar_years() -> None:
    found = portfolio_of([ONE, NEW_YEAR], first_year=2012, last_year=2012)
    for part in found.years:
        for step in part.steps:
            assert step.replay() == step.result
        assert part.steps[-1].assumptions == ("calendar_year_split",)
    last = found.years[0].steps[-1]
    assert "EUR 160,000.00 by days: 2008 – EUR 134,136.99, 2009 – EUR 25,863.01" in explain(last, language="en")
    assert "au prorata des jours" in explain(last, language="fr")


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: portfolio_of([1], first_year=2008, last_year=2009), TypeError, "give Dossier or PortfolioCluster"),  # type: ignore[list-item]
        (lambda: portfolio_of([], first_year="2008", last_year=2009), TypeError, "first_year is '2008'"),  # type: ignore[arg-type]
        (lambda: portfolio_of([], first_year=2009, last_year=2008), ValueError, "2009 to 2008"),
        (lambda: portfolio_of([], first_year=2006, last_year=2008), ValueError, "from 2007 on"),
        (lambda: portfolio_of([ONE], first_year=2008, last_year=2058), ValueError, "year 51 in 2058.*2057"),
        (lambda: PortfolioCluster(ONE, 0), ValueError, "0 is no period"),
        (lambda: PortfolioCluster(ONE, True), TypeError, "last_period"),
        (lambda: costs_times(ONE, factor=0.5), TypeError, "give a Fraction"),  # type: ignore[arg-type]
        (lambda: costs_times(ONE, factor=-1), ValueError, "give 0 or more"),
        (lambda: costs_times(ONE, factor=10**15), ValueError, r"CostLine\.amount"),
    ],
)
def test_wrong_arguments(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


def test_no_cluster_at_all() -> None:
    empty: list[Dossier] = []
    found = portfolio_of(empty, first_year=2008, last_year=2008)
    assert (found.calendar_years[0].amount, found.before, found.after) == (Euro(0), (0, 0), (0, 0))
