"""Hypothesis strategies for dossiers and their parts. They know where the law bends: its days, ceilings and cents."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from clusterlaw.assumptions import Assumptions, readings_of
from clusterlaw.dossier import (
    LEGAL_FORMS,
    NATURES,
    PURPOSES,
    Cluster,
    CostLine,
    Dossier,
    FirstPeriod,
    Renewal,
    YearFacts,
)
from clusterlaw.money import Euro
from clusterlaw.recognition import RecognitionPeriod, periods_through

HORIZON = 15
UNPRESUMED = ("lapsed_subsidy", "seniority_after_2024")
SWITCHABLE = (
    "rounding",
    "leap_day",
    "sixth_year_counting",
    "partial_other_funding",
    "results_after_triennium",
    "lapsed_subsidy",
    "seniority_after_2024",
    "deadline_counting",
    "incomplete_year",
    "specific_subsidy_ceiling",
)

# Recognitions: the days on which a text changes, leap days, and days whose renewal falls on a change.
NOTABLE_DAYS = (
    date(2008, 3, 1),
    date(2007, 7, 1),
    date(2023, 11, 1),
    date(2023, 11, 2),
    date(2024, 6, 30),
    date(2024, 7, 1),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2008, 2, 29),
    date(2012, 2, 29),
    date(2020, 2, 29),
    date(2024, 2, 29),
    date(2028, 2, 29),
    date(2020, 11, 1),
    date(2020, 11, 2),
    date(2021, 6, 30),
    date(2021, 7, 1),
    date(2022, 5, 1),
)
COMMENCEMENTS_2025 = (
    date(2026, 1, 1),
    date(2026, 1, 1),
    date(2026, 1, 8),
    date(2024, 7, 1),
    date(2027, 3, 1),
    date(2040, 1, 1),
    date(2024, 3, 1),
    date(2010, 1, 1),
)
NOTABLE_CENTS = (0, 1, 2, 3, 5, 99, 100, 15_999_999, 16_000_000, 16_000_001, 10_000_000, 10**15)

recognition_days = st.one_of(st.sampled_from(NOTABLE_DAYS), st.dates(date(2007, 7, 1), date(2035, 12, 31)))
horizons = st.integers(1, HORIZON)
cents = st.one_of(st.sampled_from(NOTABLE_CENTS), st.integers(0, 25_000_000))
euros = cents.map(Euro.from_cents)
legal_forms = st.sampled_from(("asbl", "asbl", *LEGAL_FORMS))
facts = st.sampled_from((True, None, True, False))
# Low enough for costs that a dossier can hold to reach them at 60 %.
ceilings_of_subsidy = euros.filter(lambda amount: amount.cents <= 5 * 10**14)
optional_ceilings = st.one_of(st.none(), ceilings_of_subsidy)
prior_years = st.one_of(st.none(), st.integers(0, 10))


def chosen_readings(*, all_chosen: bool = False) -> st.SearchStrategy[Assumptions]:
    """Every reading of every assumption; those that nothing presumes stay open unless `all_chosen`."""
    readings: dict[str, st.SearchStrategy[Any]] = {
        name: st.sampled_from(readings_of(name)) for name in SWITCHABLE if name not in UNPRESUMED
    }
    for name in UNPRESUMED:
        chosen = st.sampled_from(readings_of(name))
        readings[name] = chosen if all_chosen else st.one_of(st.none(), chosen)
    return st.builds(Assumptions, entry_into_force_2025=st.sampled_from(COMMENCEMENTS_2025), **readings)


@st.composite
def cost_lines(draw: st.DrawFn, *, admissible: st.SearchStrategy[bool | None] = facts) -> CostLine:
    """A line of costs, paid by other public programmes not at all, in part or wholly."""
    amount = draw(cents)
    other = draw(st.one_of(st.sampled_from((0, amount)), st.integers(0, amount)))
    return CostLine(
        nature=draw(st.sampled_from(NATURES)),
        purpose=draw(st.sampled_from(PURPOSES)),
        amount=Euro.from_cents(amount),
        other_public_funding=Euro.from_cents(other),
        admissible=draw(admissible),
    )


def lists_of_costs(*, admissible: st.SearchStrategy[bool | None] = facts) -> st.SearchStrategy[tuple[CostLine, ...]]:
    """The costs of a year, line by line; the empty tuple is a year without costs."""
    return st.lists(cost_lines(admissible=admissible), max_size=4).map(tuple)


optional_costs = st.one_of(st.none(), lists_of_costs(), lists_of_costs())


@st.composite
def years_of_facts(
    draw: st.DrawFn, *, costs: st.SearchStrategy[tuple[CostLine, ...] | None], at_least: int = 0, different: int = 3
) -> tuple[YearFacts, ...]:
    """The facts of the years, taken from a few different ones: equal years are likely and generation is cheap."""
    pool = draw(st.lists(costs, min_size=1, max_size=different))
    places = draw(st.lists(st.integers(0, len(pool) - 1), min_size=at_least, max_size=HORIZON + 1))
    return tuple(YearFacts(costs=pool[place]) for place in places)


def later_periods(recognised_on: date, assumptions: Assumptions) -> tuple[RecognitionPeriod, ...]:
    """The periods after the first, up to the one that starts beyond the longest horizon."""
    periods = periods_through(recognised_on=recognised_on, years=HORIZON, day=recognised_on, assumptions=assumptions)
    return periods[1:]


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier in which anything may be unstated, refused or left to another reading."""
    assumptions = draw(chosen_readings())
    recognised_on = draw(recognition_days)
    mood = draw(st.sampled_from((facts, st.sampled_from((True, True, True, None)))))
    forms = st.one_of(st.none(), legal_forms)
    renewals = []
    for period in later_periods(recognised_on, assumptions):
        if draw(st.integers(0, 4)):
            renewal = st.builds(
                Renewal,
                starts_on=st.just(period.starts_on),
                legal_form=forms,
                new_action_plan=mood,
                new_objectives=mood,
                favourable_evolution=mood,
                results_reported=mood,
                new_objectives_contract=mood,
                subsidy_ceiling=optional_ceilings,
            )
            renewals.append(draw(renewal))
    return Dossier(
        cluster=Cluster(name="Cluster", legal_form=draw(legal_forms)),
        recognised_on=recognised_on,
        prior_subsidy_years=draw(prior_years),
        first_period=FirstPeriod(favourable_evolution=draw(mood), subsidy_ceiling=draw(optional_ceilings)),
        renewals=tuple(renewals),
        years=draw(years_of_facts(costs=optional_costs)),
        assumptions=assumptions,
    )


@st.composite
def settled_dossiers(draw: st.DrawFn, *, one_ceiling: bool = False, different_years: int = 3) -> Dossier:
    """A dossier that states everything, all of it favourable: every year has one amount.

    `one_ceiling`: the same ceiling of the subsidy in all periods.
    """
    assumptions = draw(chosen_readings(all_chosen=True))
    recognised_on = draw(recognition_days)
    ceilings = st.just(draw(ceilings_of_subsidy)) if one_ceiling else ceilings_of_subsidy
    renewals = tuple(
        Renewal(
            starts_on=period.starts_on,
            new_action_plan=True,
            new_objectives=True,
            favourable_evolution=True,
            results_reported=True,
            new_objectives_contract=True,
            subsidy_ceiling=draw(ceilings),
        )
        for period in later_periods(recognised_on, assumptions)
    )
    costs = lists_of_costs(admissible=st.sampled_from((True, True, False)))
    return Dossier(
        cluster=Cluster(name="Cluster", legal_form="asbl"),
        recognised_on=recognised_on,
        prior_subsidy_years=draw(prior_years),
        first_period=FirstPeriod(favourable_evolution=True, subsidy_ceiling=draw(ceilings)),
        renewals=renewals,
        years=draw(years_of_facts(costs=costs, at_least=HORIZON, different=different_years)),
        assumptions=assumptions,
    )
