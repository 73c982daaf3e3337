"""What a path leaves unstated, by name, and how to state it: the tests give facts as a user would, one by one."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from clusterlaw.assumptions import readings_of
from clusterlaw.dossier import LEGAL_FORMS, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, FundingYear
from tests.properties.dossiers import UNPRESUMED, euros, lists_of_costs

OPEN_QUESTION = "legal_forms_2023"
CONDITIONS = (
    "new_action_plan",
    "new_objectives",
    "favourable_evolution",
    "results_reported",
    "new_objectives_contract",
)
HUGE = Euro.from_cents(10**15)

_RENEWAL = re.compile(r"renewals\[(\d{4}-\d{2}-\d{2})\]\.(\w+)")
_LINE = re.compile(r"years\[(\d+)\]\.costs\[(\d+)\]\.admissible")
_COSTS = re.compile(r"years\[(\d+)\]\.costs")

Bounds = tuple[int, int | None]
Given = Mapping[str, Any]


def bounds(year: FundingYear) -> Bounds:
    """The least and the greatest subsidy of a year, in cents; None: nothing bounds it."""
    greatest = year.subsidy_at_most
    return year.subsidy_at_least.cents, None if greatest is None else greatest.cents


def place_of(path: FundingPath, number: int) -> str:
    """Where a dossier states the facts of a recognition period."""
    return "first_period" if number == 1 else f"renewals[{path.recognition[number - 1].starts_on}]"


def facts_of(path: FundingPath, number: int) -> FirstPeriod | Renewal:
    """The facts that the dossier states of a recognition period."""
    if number == 1:
        return path.dossier.first_period
    starts_on = path.recognition[number - 1].starts_on
    stated = {renewal.starts_on: renewal for renewal in path.dossier.renewals}
    return stated.get(starts_on) or Renewal(starts_on=starts_on)


def ceiling_of(year: FundingYear, path: FundingPath) -> Euro | None:
    """The Government's ceiling of the subsidy that is stated for a year (art. 3 al. 2, 2024)."""
    return facts_of(path, year.recognition_period).subsidy_ceiling


def contains(outer: Bounds, inner: Bounds) -> bool:
    """Whether everything between the inner bounds lies between the outer ones."""
    if outer[0] > inner[0]:
        return False
    return outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])


def a_line(cents: int) -> CostLine:
    """A line that every text admits."""
    return CostLine(
        nature="structure",
        purpose="daily_operation",
        amount=Euro.from_cents(cents),
        other_public_funding=Euro(0),
        admissible=True,
    )


def give(dossier: Dossier, name: str, value: Any) -> Dossier:
    """State one fact, or choose one reading, by its name in `missing`."""
    if name.startswith("assumptions."):
        return evolve(dossier, assumptions=evolve(dossier.assumptions, **{name.removeprefix("assumptions."): value}))
    if line := _LINE.fullmatch(name):
        return _give_line(dossier, int(line[1]), int(line[2]), value)
    if costs := _COSTS.fullmatch(name):
        return give_costs(dossier, int(costs[1]), value)
    if renewal := _RENEWAL.fullmatch(name):
        return _give_renewal(dossier, date.fromisoformat(renewal[1]), _attribute(renewal[2]), value)
    fact = _attribute(name.removeprefix("first_period."))
    return evolve(dossier, first_period=evolve(dossier.first_period, **{fact: value}))


def give_all(dossier: Dossier, given: Given) -> Dossier:
    """State several facts."""
    for name, value in given.items():
        dossier = give(dossier, name, value)
    return dossier


def give_costs(dossier: Dossier, index: int, costs: tuple[CostLine, ...]) -> Dossier:
    """State the costs of a year; the years before it stay as they are."""
    years = [*dossier.years, *[YearFacts()] * (index + 1 - len(dossier.years))]
    years[index] = YearFacts(costs=costs)
    return evolve(dossier, years=tuple(years))


def _give_line(dossier: Dossier, index: int, place: int, value: Any) -> Dossier:
    lines = list(dossier.years[index].costs or ())
    lines[place] = evolve(lines[place], admissible=value)
    return give_costs(dossier, index, tuple(lines))


def _give_renewal(dossier: Dossier, day: date, fact: str, value: Any) -> Dossier:
    renewals = {renewal.starts_on: renewal for renewal in dossier.renewals}
    renewals[day] = evolve(renewals.get(day) or Renewal(starts_on=day), **{fact: value})
    return evolve(dossier, renewals=tuple(renewals.values()))


def _attribute(fact: str) -> str:
    return "subsidy_ceiling" if fact == "subsidy_ceiling_cents" else fact


def unstated(path: FundingPath) -> tuple[str, ...]:
    """The names of everything that the dossier does not state and that no reading presumes.

    Presumed, so that stating it corrects a presumption: prior years (`no_prior_subsidy`), whether a line is admitted
    in 2007 (`admitted_costs_2007`), and a legal form that is still acceptable at a renewal, which is carried forward.
    """
    names = [f"assumptions.{name}" for name in UNPRESUMED if getattr(path.dossier.assumptions, name) is None]
    for number in dict.fromkeys(year.recognition_period for year in path.years):
        facts, place = facts_of(path, number), place_of(path, number)
        conditions = ("favourable_evolution",) if number == 1 else CONDITIONS
        names += [f"{place}.{fact}" for fact in conditions if getattr(facts, fact) is None]
        if facts.subsidy_ceiling is None:
            names.append(f"{place}.subsidy_ceiling_cents")
    for year in path.years:
        names += _unstated_of(year)
    return tuple(dict.fromkeys(names))


def _unstated_of(year: FundingYear) -> Iterable[str]:
    yield from (name for name in year.missing if name.endswith(".legal_form"))
    if year.costs is None:
        yield f"years[{year.number - 1}].costs"
    elif year.regime.identifier != "2007":
        for place, line in enumerate(year.costs):
            if line.admissible is None:
                yield f"years[{year.number - 1}].costs[{place}].admissible"


def values(name: str) -> st.SearchStrategy[Any]:
    """What may be stated under a name; costs state of every line whether it is admitted."""
    if name.startswith("assumptions."):
        return st.sampled_from(readings_of(name.removeprefix("assumptions.")))
    if name.endswith(".costs"):
        return lists_of_costs(admissible=st.booleans())
    if name.endswith(".subsidy_ceiling_cents"):
        return euros
    return st.sampled_from(LEGAL_FORMS) if name.endswith(".legal_form") else st.booleans()


def given_values(names: Iterable[str]) -> st.SearchStrategy[dict[str, Any]]:
    """A value for each of the names; an open question has none, as no fact settles it."""
    return st.fixed_dictionaries({name: values(name) for name in names if name != OPEN_QUESTION})


def best(name: str) -> tuple[Any, ...]:
    """What to state so that the subsidy is the greatest; several where it depends on the rest."""
    if name == "assumptions.seniority_after_2024":
        return readings_of("seniority_after_2024")
    if name == "assumptions.lapsed_subsidy":
        return ("may_resume",)
    if name.endswith(".costs"):
        return ((a_line(16_000_000),), (a_line(10**15),))
    if name.endswith(".subsidy_ceiling_cents"):
        return (HUGE,)
    return ("asbl",) if name.endswith(".legal_form") else (True,)


def worst(name: str) -> tuple[Any, ...]:
    """What to state so that the subsidy is the least."""
    if name == "assumptions.seniority_after_2024":
        return readings_of("seniority_after_2024")
    if name == "assumptions.lapsed_subsidy":
        return ("ends",)
    if name.endswith(".costs"):
        return ((),)
    if name.endswith(".subsidy_ceiling_cents"):
        return (Euro(0),)
    return ("association_de_fait",) if name.endswith(".legal_form") else (False,)
