"""Every reading of seniority, with 0 to 9 prior years, in each year of paths that cross 2024: art. 3 al. 4, art. 22."""

from datetime import date

import pytest

from clusterlaw.assumptions import Assumptions, SeniorityReading
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.money import Euro
from clusterlaw.path import funding_path
from clusterlaw.recognition import periods_through

READINGS: tuple[SeniorityReading, ...] = ("counts_from_first_subsidy", "counts_from_first_recognition", "restarts")
YEARS = 15

# Recognition, and how many of its years lie in periods of the text of 2007 (trienna that start before 2024-07-01).
PATHS = [
    (date(2022, 5, 1), 3),  # one triennium, to 2025-05-01
    (date(2018, 7, 1), 6),  # two, the second ending on 2024-06-30
    (date(2018, 6, 30), 9),  # three, the third starting on 2024-06-30
    (date(2024, 6, 30), 3),
    (date(2024, 7, 1), 0),
    (date(2026, 1, 1), 0),
]

# Percentage of each rank from 1 to 24, written out.
PERCENT_2007 = (100, 100, 100, 80, 80, 80, *[50] * 18)
PERCENT_2024 = (90, 90, 90, 90, 75, 75, 75, 75, *[60] * 16)


def dossier_of(day: date, prior: int | None, reading: SeniorityReading | None) -> Dossier:
    """EUR 100,000 of admitted costs a year, so that a per cent is EUR 1,000; nothing lacking but the reading."""
    assumptions = Assumptions(seniority_after_2024=reading)
    periods = periods_through(recognised_on=day, years=YEARS, day=day, assumptions=assumptions)
    costs = CostLine(
        nature="structure",
        purpose="daily_operation",
        amount=Euro(100_000),
        other_public_funding=Euro(0),
        admissible=True,
    )
    return Dossier(
        cluster=Cluster(name="Cluster", legal_form="asbl"),
        recognised_on=day,
        prior_subsidy_years=prior,
        first_period=FirstPeriod(favourable_evolution=True, subsidy_ceiling=Euro(10**6)),
        renewals=tuple(
            Renewal(
                starts_on=period.starts_on,
                new_action_plan=True,
                new_objectives=True,
                favourable_evolution=True,
                results_reported=True,
                new_objectives_contract=True,
                subsidy_ceiling=Euro(10**6),
            )
            for period in periods[1:]
        ),
        years=(YearFacts(costs=(costs,)),) * YEARS,
        assumptions=assumptions,
    )


def percent(year: int, prior: int, before: int, reading: SeniorityReading) -> int:
    """The percentage of a year: in 2007 by prior + year; afterwards prior + year, year, or year - years of 2007."""
    if year <= before:
        return PERCENT_2007[prior + year - 1]
    rank = {
        "counts_from_first_subsidy": prior + year,
        "counts_from_first_recognition": year,
        "restarts": year - before,
    }[reading]
    return PERCENT_2024[rank - 1]


@pytest.mark.parametrize(("day", "before"), PATHS)
@pytest.mark.parametrize("reading", READINGS)
def test_reading_chosen(day: date, before: int, reading: SeniorityReading) -> None:
    """Art. 3 al. 4 (2024), `seniority_after_2024`: the reading chosen gives one percentage a year."""
    for prior in range(10):
        years = funding_path(dossier_of(day, prior, reading), years=YEARS).years
        for year in years:
            expected = percent(year.number, prior, before, reading)
            assert (year.regime.identifier == "2007") == (year.number <= before)
            assert year.subsidy == Euro(1_000 * expected), (prior, year.number)
            assert year.rate is not None
            assert year.rate.percentage.percent == expected
            others = {percent(year.number, prior, before, other) for other in READINGS}
            assert ("seniority_after_2024" in year.assumptions) == (len(others) > 1)


@pytest.mark.parametrize(("day", "before"), PATHS)
def test_reading_not_chosen(day: date, before: int) -> None:
    """Art. 3 al. 4 (2024): while nothing is chosen all three readings are possible; where they agree all is settled."""
    for prior in range(10):
        for year in funding_path(dossier_of(day, prior, None), years=YEARS).years:
            possible = {percent(year.number, prior, before, reading) for reading in READINGS}
            assert year.subsidy_at_least == Euro(1_000 * min(possible)), (prior, year.number)
            assert year.subsidy_at_most == Euro(1_000 * max(possible)), (prior, year.number)
            assert year.missing == (("assumptions.seniority_after_2024",) if len(possible) > 1 else ())
            assert (year.rate is None) == (len(possible) > 1)


@pytest.mark.parametrize(("day", "before"), PATHS)
@pytest.mark.parametrize("reading", READINGS)
def test_prior_years_not_stated(day: date, before: int, reading: SeniorityReading) -> None:
    """Assumption `no_prior_subsidy`: none, and listed in the years whose percentage counts them."""
    for year in funding_path(dossier_of(day, None, reading), years=YEARS).years:
        assert year.subsidy == Euro(1_000 * percent(year.number, 0, before, reading))
        counts = year.number <= before or reading == "counts_from_first_subsidy"
        assert ("no_prior_subsidy" in year.assumptions) == counts
