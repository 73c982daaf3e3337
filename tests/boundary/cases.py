"""Dossiers for the hand-written tables: a cluster in one text, everything favourable, one line of costs a year."""

from datetime import date

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.money import Euro
from clusterlaw.path import FundingYear, funding_path

NEVER = date(2199, 12, 31)  # a day for the text of 2025 that leaves the text of 2024 alone
HUGE = Euro.from_cents(10**15)

# Nine years and three periods in the text of 2007; twelve years and three periods in the text of 2024.
STARTS_2007 = (date(2008, 3, 1), date(2011, 3, 1), date(2014, 3, 1), date(2017, 3, 1))
STARTS_2024 = (date(2024, 7, 1), date(2028, 7, 1), date(2032, 7, 1))


def line(cents: int, *, other: int = 0, admissible: bool | None = True) -> CostLine:
    return CostLine(
        nature="structure",
        purpose="daily_operation",
        amount=Euro.from_cents(cents),
        other_public_funding=Euro.from_cents(other),
        admissible=admissible,
    )


def favourable(starts_on: date, ceiling: Euro = HUGE) -> Renewal:
    return Renewal(
        starts_on=starts_on,
        new_action_plan=True,
        new_objectives=True,
        favourable_evolution=True,
        results_reported=True,
        new_objectives_contract=True,
        subsidy_ceiling=ceiling,
    )


def dossier_of_2007(*lines: CostLine, prior: int | None = 0, assumptions: Assumptions | None = None) -> Dossier:
    """A cluster recognised on 2008-03-01 with the same lines in each of twelve years."""
    return Dossier(
        cluster=Cluster(name="Cluster", legal_form="asbl"),
        recognised_on=STARTS_2007[0],
        prior_subsidy_years=prior,
        first_period=FirstPeriod(favourable_evolution=True),
        renewals=tuple(favourable(day) for day in STARTS_2007[1:]),
        years=(YearFacts(costs=lines),) * 12,
        assumptions=assumptions or Assumptions(),
    )


def dossier_of_2024(
    *lines: CostLine, prior: int | None = 0, ceiling: Euro = HUGE, assumptions: Assumptions | None = None
) -> Dossier:
    """A cluster recognised on 2024-07-01 with the same lines in each of twelve years, all in the text of 2024."""
    return Dossier(
        cluster=Cluster(name="Cluster", legal_form="asbl"),
        recognised_on=STARTS_2024[0],
        prior_subsidy_years=prior,
        first_period=FirstPeriod(subsidy_ceiling=ceiling),
        renewals=tuple(favourable(day, ceiling) for day in STARTS_2024[1:]),
        years=(YearFacts(costs=lines),) * 12,
        assumptions=assumptions or Assumptions(entry_into_force_2025=NEVER, seniority_after_2024="restarts"),
    )


def year_of(dossier: Dossier, number: int) -> FundingYear:
    return funding_path(dossier, years=number).years[-1]


def subsidy_cents(dossier: Dossier, number: int) -> int:
    year = year_of(dossier, number)
    assert year.status == "determined"
    assert year.subsidy is not None
    return year.subsidy.cents
