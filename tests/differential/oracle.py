"""Reference oracle for the funding path format ``clusterlaw-path/1``, for differential tests only.

Written from the specification of the format alone (``formats.md`` and the table of named assumptions in
``law/notes.md``), without reading the library that it is compared with. It is meant to be obviously right rather than
fast: everything that a dossier does not state is completed in every way that can matter, each completion (a "world")
is judged by a function that knows only fully stated worlds, and the bounds and the missing facts are read off the
results. The input must be a valid ``clusterlaw-dossier/1`` document; nothing is checked here.

Two questions are kept apart, because neither depends on the facts of the other:

* is the year paid at all (conditions of recognition and subsidy, ``lapsed_subsidy``, ``legal_forms_2023``)?
* how much is the year worth if it is paid (costs, admissibility of lines, ceiling, reading of seniority)?

A thing that is not stated is *missing* for a year if and only if two worlds that differ only in it give different
subsidies for that year.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

START_OF_2024_TEXT = datetime.date(2024, 7, 1)
LEGAL_FORMS_OPEN_FROM = datetime.date(2023, 11, 2)
PERIOD_LENGTH = {"2007": 3, "2024": 4, "2025": 1}
COST_CEILING_2007 = 16_000_000
ALL_FORMS = ("association_de_fait", "asbl", "gie", "geie")
ALL_SENIORITY_READINGS = ("counts_from_first_subsidy", "counts_from_first_recognition", "restarts")
DEFAULTS = {
    "rounding": "half_up",
    "leap_day": "february_28",
    "sixth_year_counting": "from_recognition",
    "partial_other_funding": "exclude_part",
    "results_after_triennium": "not_required",
    "entry_into_force_2025": "2026-01-01",
}

SUBSIDY = "subsidy"
RECOGNITION_AND_SUBSIDY = "recognition_and_subsidy"

# One amount of money in cents; math.inf stands for "as much as you like" (costs that nothing bounds).
Cents = int | float
# The answer to an unstated fact of a period: a boolean, or a legal form.
Answers = dict[str, Any]


# ---------------------------------------------------------------------------------------------------------------------
# Dates, periods, years
# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class Period:
    """One recognition period, cut at the horizon. ``path`` is where its facts are found in the dossier."""

    number: int
    text: str
    previous_text: str | None
    starts_on: datetime.date
    years: list[int]
    path: str
    stated: dict[str, Any]


@dataclass(frozen=True)
class Verdict:
    """What one fully stated world says of one period, by itself."""

    recognition_holds: bool
    subsidy_holds_in_year: tuple[bool, ...]  # one for each year of the period within the horizon


@dataclass(frozen=True)
class State:
    """What one fully stated world has come to when a period begins."""

    recognised: bool
    lapsed: bool


def assumption(document: dict[str, Any], name: str) -> Any:
    """The value of an assumption: as stated, else its default, else None (no default)."""
    return document.get("assumptions", {}).get(name, DEFAULTS.get(name))


def anniversary(document: dict[str, Any], number: int) -> datetime.date:
    """The anniversary of the recognition with that number (0 is the day of the recognition itself)."""
    first = datetime.date.fromisoformat(document["recognised_on"])
    try:
        return first.replace(year=first.year + number)
    except ValueError:  # 29 February in a common year
        if assumption(document, "leap_day") == "march_1":
            return datetime.date(first.year + number, 3, 1)
        return datetime.date(first.year + number, 2, 28)


def text_in_force(document: dict[str, Any], day: datetime.date) -> str:
    if day >= datetime.date.fromisoformat(assumption(document, "entry_into_force_2025")):
        return "2025"
    if day >= START_OF_2024_TEXT:
        return "2024"
    return "2007"


def periods_within(document: dict[str, Any], horizon: int) -> list[Period]:
    stated_by_day = {renewal["starts_on"]: renewal for renewal in document.get("renewals", [])}
    periods: list[Period] = []
    years_before = 0
    previous_text = None
    while years_before < horizon:
        starts_on = anniversary(document, years_before)
        text = text_in_force(document, starts_on)
        end = years_before + PERIOD_LENGTH[text]
        if not periods:
            path = "first_period"
            stated = document.get("first_period", {})
        else:
            path = f"renewals[{starts_on.isoformat()}]"
            stated = stated_by_day.get(starts_on.isoformat(), {})
        years = list(range(years_before + 1, min(end, horizon) + 1))
        periods.append(Period(len(periods) + 1, text, previous_text, starts_on, years, path, stated))
        previous_text = text
        years_before = end
    return periods


# ---------------------------------------------------------------------------------------------------------------------
# Conditions: which apply, what is stated of them, what one fully stated world says
# ---------------------------------------------------------------------------------------------------------------------


def beyond_sixth_year(document: dict[str, Any], year: int) -> bool:
    if assumption(document, "sixth_year_counting") == "with_prior_years":
        return bool(year + document.get("prior_subsidy_years", 0) > 6)
    return year > 6


def boolean_conditions(document: dict[str, Any], period: Period) -> dict[str, str]:
    """The conditions of a period that are a stated boolean: name, and what fails with them.

    (A 2007 period reads the favourable evolution only if a year of it is beyond the sixth.)
    """
    conditions: dict[str, str] = {}
    if period.text == "2007":
        if period.number == 2:
            conditions["new_action_plan"] = SUBSIDY
            conditions["new_objectives"] = SUBSIDY
        if any(beyond_sixth_year(document, year) for year in period.years):
            conditions["favourable_evolution"] = SUBSIDY
    elif period.number > 1:
        conditions["new_objectives_contract"] = RECOGNITION_AND_SUBSIDY
        required_after_triennium = assumption(document, "results_after_triennium") == "required"
        if period.text == "2025" or period.previous_text == "2024" or required_after_triennium:
            conditions["results_reported"] = SUBSIDY
    return conditions


def applies_in_year(document: dict[str, Any], condition: str, year: int) -> bool:
    """Whether a condition of a period has come into play by that year of the period."""
    return condition != "favourable_evolution" or beyond_sixth_year(document, year)


def form_holds(period: Period, form: str, gie_allowed: bool) -> bool:
    """Whether a known form satisfies the text of the period, the open question being answered."""
    if period.text != "2007":
        return form == "asbl"
    if form == "association_de_fait":
        return period.number == 1
    if form in ("gie", "geie") and period.starts_on >= LEGAL_FORMS_OPEN_FROM:
        return gie_allowed
    return True


def known_form(document: dict[str, Any], periods: list[Period], period: Period) -> str | None:
    """The form at the start of the period, or None if it is not stated.

    A form that is not restated is carried forward unless it is known to be unacceptable (a form that only the open
    question may exclude is carried forward).
    """
    if period.number == 1:
        return str(document["cluster"]["legal_form"])
    if "legal_form" in period.stated:
        return str(period.stated["legal_form"])
    last_stated = str(document["cluster"]["legal_form"])
    for earlier in periods[1 : period.number - 1]:
        last_stated = earlier.stated.get("legal_form", last_stated)
    return last_stated if form_holds(period, last_stated, gie_allowed=True) else None


def unstated_conditions(document: dict[str, Any], periods: list[Period], period: Period) -> dict[str, tuple[Any, ...]]:
    """The facts of the period that decide whether it is paid and are not stated, with their possible answers."""
    unstated: dict[str, tuple[Any, ...]] = {}
    for condition in boolean_conditions(document, period):
        if condition not in period.stated:
            unstated[condition] = (True, False)
    if known_form(document, periods, period) is None:
        unstated["legal_form"] = ALL_FORMS
    return unstated


def judge_period(
    document: dict[str, Any], periods: list[Period], period: Period, answers: Answers, gie_allowed: bool
) -> Verdict:
    """One period in one fully stated world: ``answers`` completes what the dossier does not state of it."""
    form = known_form(document, periods, period)
    if form is None:
        form = answers["legal_form"]
    recognition_holds = form_holds(period, form, gie_allowed)
    conditions = boolean_conditions(document, period)
    holds = {name: period.stated[name] if name in period.stated else answers[name] for name in conditions}
    for name, affects in conditions.items():
        if affects == RECOGNITION_AND_SUBSIDY and not holds[name]:
            recognition_holds = False
    subsidy_holds = []
    for year in period.years:
        failed = [
            name
            for name, affects in conditions.items()
            if affects == SUBSIDY and applies_in_year(document, name, year) and not holds[name]
        ]
        subsidy_holds.append(not failed)
    return Verdict(recognition_holds, tuple(subsidy_holds))


def is_paid(state: State, verdict: Verdict, index: int, lapsed_subsidy: str) -> bool:
    """One year (the one at ``index`` in its period) of one fully stated world."""
    if not state.recognised or not verdict.recognition_holds:
        return False
    if state.lapsed and lapsed_subsidy == "ends":
        return False
    return verdict.subsidy_holds_in_year[index]


def state_after(state: State, verdict: Verdict) -> State:
    return State(
        recognised=state.recognised and verdict.recognition_holds,
        lapsed=state.lapsed or not verdict.subsidy_holds_in_year[-1],
    )


# ---------------------------------------------------------------------------------------------------------------------
# Is the year paid? All worlds, by walking two worlds side by side through the periods
# ---------------------------------------------------------------------------------------------------------------------


@dataclass
class PaidQuestion:
    """For each year: the possible answers, and the unstated things that can change the answer."""

    answers: dict[int, set[bool]]
    deciding: dict[int, set[str]]


def worlds_of(choices: dict[str, tuple[Any, ...]]) -> list[Answers]:
    names = list(choices)
    return [dict(zip(names, values, strict=True)) for values in itertools.product(*choices.values())]


def differ_only_in(one: Answers, other: Answers, name: str) -> bool:
    return all(one[key] == other[key] for key in one if key != name)


@dataclass
class JudgedWorld:
    """One world of one period, with what it comes to if the open question is answered by yes and by no."""

    answers: Answers
    verdict_if_gie_allowed: dict[bool, Verdict]


def judged_worlds(document: dict[str, Any], periods: list[Period], period: Period) -> list[JudgedWorld]:
    return [
        JudgedWorld(
            answers,
            {
                allowed: judge_period(document, periods, period, answers, gie_allowed=allowed)
                for allowed in (True, False)
            },
        )
        for answers in worlds_of(unstated_conditions(document, periods, period))
    ]


def pairs_of_worlds(worlds: list[JudgedWorld], name: str | None) -> list[tuple[JudgedWorld, JudgedWorld]]:
    """All pairs of worlds that differ only in ``name`` (each world with itself too); just the latter without a name."""
    if name is None:
        return [(world, world) for world in worlds]
    return [
        (one, other)
        for one, other in itertools.product(worlds, repeat=2)
        if differ_only_in(one.answers, other.answers, name)
    ]


def paid_question(document: dict[str, Any], periods: list[Period]) -> PaidQuestion:
    """Whether each year is paid, in all worlds, and which unstated things can decide it.

    A world of the whole path is one answer to each question on the whole path (``lapsed_subsidy`` and
    ``legal_forms_2023``) and one set of answers for each period. For each unstated thing, all pairs of worlds that
    are the same except in that thing are walked through the periods side by side.
    """
    years = [year for period in periods for year in period.years]
    result = PaidQuestion({year: set() for year in years}, {year: set() for year in years})
    stated_lapsed = assumption(document, "lapsed_subsidy")
    whole_path_worlds = worlds_of(
        {
            "assumptions.lapsed_subsidy": (stated_lapsed,) if stated_lapsed else ("ends", "may_resume"),
            "legal_forms_2023": (True, False),
        }
    )
    judged = {period.number: judged_worlds(document, periods, period) for period in periods}
    for name in ("assumptions.lapsed_subsidy", "legal_forms_2023"):
        for left, right in itertools.product(whole_path_worlds, repeat=2):
            if differ_only_in(left, right, name):
                walk(periods, judged, (left, right), (None, name), result)
    for period in periods:
        for name in unstated_conditions(document, periods, period):
            for world in whole_path_worlds:
                walk(periods, judged, (world, world), (period, name), result)
    return result


def walk(
    periods: list[Period],
    judged: dict[int, list[JudgedWorld]],
    whole_path: tuple[Answers, Answers],
    candidate: tuple[Period | None, str],
    result: PaidQuestion,
) -> None:
    """Walk all pairs of worlds that differ only in the candidate (if at all) through the periods, noting the results.

    From one period to the next a world is only remembered as its ``State``, because nothing else of it is read later;
    so the many pairs of worlds become pairs of states, of which there are few.
    """
    left, right = whole_path
    candidate_period, name = candidate
    path = name if candidate_period is None else f"{candidate_period.path}.{name}"
    beginning = State(recognised=True, lapsed=False)
    state_pairs = {(beginning, beginning)}
    for period in periods:
        verdict_pairs = {
            (
                one.verdict_if_gie_allowed[left["legal_forms_2023"]],
                other.verdict_if_gie_allowed[right["legal_forms_2023"]],
            )
            for one, other in pairs_of_worlds(judged[period.number], name if period is candidate_period else None)
        }
        next_state_pairs = set()
        for (state, other_state), (verdict, other_verdict) in itertools.product(state_pairs, verdict_pairs):
            for index, year in enumerate(period.years):
                paid = is_paid(state, verdict, index, left["assumptions.lapsed_subsidy"])
                other_paid = is_paid(other_state, other_verdict, index, right["assumptions.lapsed_subsidy"])
                result.answers[year] |= {paid, other_paid}
                if paid != other_paid:
                    result.deciding[year].add(path)
            next_state_pairs.add((state_after(state, verdict), state_after(other_state, other_verdict)))
        state_pairs = next_state_pairs


# ---------------------------------------------------------------------------------------------------------------------
# How much is the year worth, if it is paid?
# ---------------------------------------------------------------------------------------------------------------------


def percentage(text: str, rank: int) -> int:
    if text == "2007":
        return 100 if rank <= 3 else 80 if rank <= 6 else 50
    return 90 if rank <= 4 else 75 if rank <= 8 else 60


def possible_rates(document: dict[str, Any], periods: list[Period], period: Period, year: int) -> list[int]:
    """The percentage of the year under each possible reading of the seniority (one if they agree)."""
    prior = document.get("prior_subsidy_years", 0)
    years_of_2007 = sum(len(other.years) for other in periods if other.text == "2007" and other.number < period.number)
    stated = assumption(document, "seniority_after_2024")
    if period.text == "2007":
        ranks = [prior + year]
    else:
        ranks = []
        for reading in [stated] if stated else ALL_SENIORITY_READINGS:
            if reading == "counts_from_first_subsidy":
                ranks.append(prior + year)
            elif reading == "counts_from_first_recognition":
                ranks.append(year)
            else:
                ranks.append(year - years_of_2007)
    return sorted({percentage(period.text, rank) for rank in ranks})


def stated_costs(document: dict[str, Any], year: int) -> list[dict[str, Any]] | None:
    if year > len(document["years"]):
        return None
    costs: list[dict[str, Any]] | None = document["years"][year - 1].get("costs")
    return costs


def net_amount(document: dict[str, Any], line: dict[str, Any]) -> int:
    """What counts of an admitted line once the other public programmes are taken out."""
    amount: int = line["amount_cents"]
    other: int = line["other_public_funding_cents"]
    if assumption(document, "partial_other_funding") == "exclude_line":
        return 0 if other > 0 else amount
    return amount - other


def possible_admissibility(text: str, line: dict[str, Any]) -> tuple[bool, ...]:
    """Whether a line is admitted: one answer, or both where the dossier leaves it open."""
    if "admissible" in line:
        return (line["admissible"],)
    if text == "2007":
        by_nature = line["nature"] in ("structure", "organisation")
        by_purpose = line["purpose"] in ("set_up", "daily_operation", "development")
        return (by_nature and by_purpose,)
    return (True, False)


def rounded(document: dict[str, Any], exact: Fraction) -> int:
    if assumption(document, "rounding") == "down":
        return math.floor(exact)
    return math.floor(exact + Fraction(1, 2))


def amount_of_year(document: dict[str, Any], text: str, admitted: Cents, rate: int, ceiling: Cents) -> Cents:
    """The subsidy of a paid year in one fully stated world (math.inf: no limit)."""
    if text == "2007":
        capped = min(admitted, COST_CEILING_2007)
        return rounded(document, Fraction(rate, 100) * int(capped))
    if admitted == math.inf:
        return ceiling
    return min(rounded(document, Fraction(rate, 100) * int(admitted)), ceiling)


def around(amounts: list[Cents]) -> set[Cents]:
    """These amounts and their close neighbours."""
    return {amount + step for amount in amounts if amount != math.inf for step in range(-2, 3) if amount + step >= 0}


def amount_worlds(
    document: dict[str, Any], periods: list[Period], period: Period, year: int
) -> Iterator[tuple[Answers, Cents]]:
    """Every world of the amount of the year (what is not stated, completed) with the amount that it gives."""
    rates = possible_rates(document, periods, period, year)
    lines = stated_costs(document, year)

    ceilings: list[Cents]
    ceiling_is_stated = True
    if period.text == "2007":
        ceilings = [math.inf]
    elif "subsidy_ceiling_cents" in period.stated:
        ceilings = [period.stated["subsidy_ceiling_cents"]]
    else:
        ceiling_is_stated = False
        most: Cents = 1000 if lines is None else sum(net_amount(document, line) for line in lines)
        values = {0, 1, *around([amount_of_year(document, period.text, most, rate, math.inf) for rate in rates])}
        ceilings = [*sorted(values), math.inf]

    admitted_name = f"years[{year - 1}].costs"
    admitted_worlds: list[tuple[Answers, Cents]] = []
    if lines is None:
        interesting = [Fraction(ceiling) * 100 / rate for ceiling in ceilings if ceiling != math.inf for rate in rates]
        totals = {*range(31), COST_CEILING_2007, *around([COST_CEILING_2007]), *around([int(x) for x in interesting])}
        admitted_worlds = [({admitted_name: total}, total) for total in [*sorted(totals), math.inf]]
    else:
        admissibility = {
            f"{admitted_name}[{index}].admissible": possible_admissibility(period.text, line)
            for index, line in enumerate(lines)
        }
        for answers in worlds_of(admissibility):
            total: Cents = sum(
                net_amount(document, line) for line, admitted in zip(lines, answers.values(), strict=True) if admitted
            )
            admitted_worlds.append((answers, total))

    for (answers, total), rate, ceiling in itertools.product(admitted_worlds, rates, ceilings):
        world = {**answers, "assumptions.seniority_after_2024": rate}
        if not ceiling_is_stated:
            world[f"{period.path}.subsidy_ceiling_cents"] = ceiling
        yield world, amount_of_year(document, period.text, total, rate, ceiling)


def deciding_the_amount(worlds: list[tuple[Answers, Cents]]) -> set[str]:
    """The things in which two worlds differ, and in nothing else, that have different amounts."""
    names = list(worlds[0][0])
    deciding = set()
    for name in names:
        amounts_of_rest: dict[tuple[Any, ...], set[Cents]] = {}
        for world, amount in worlds:
            rest = tuple(world[other] for other in names if other != name)
            amounts_of_rest.setdefault(rest, set()).add(amount)
        if any(len(amounts) > 1 for amounts in amounts_of_rest.values()):
            deciding.add(name)
    return deciding


# ---------------------------------------------------------------------------------------------------------------------
# Certain failures
# ---------------------------------------------------------------------------------------------------------------------


def certain_failures(
    document: dict[str, Any], periods: list[Period], period: Period, year: int
) -> list[tuple[str, str]]:
    """The conditions of the period itself that certainly have failed by that year, with what they affect."""
    failures = []
    form = known_form(document, periods, period)
    if form is not None and not form_holds(period, form, gie_allowed=True):
        failures.append(("legal_form", RECOGNITION_AND_SUBSIDY))
    for name, affects in boolean_conditions(document, period).items():
        if period.stated.get(name) is False and applies_in_year(document, name, year):
            failures.append((name, affects))
    return failures


def reasons_of_year(document: dict[str, Any], periods: list[Period], period: Period, year: int) -> list[list[str]]:
    affected_before = set()
    for earlier in periods[: period.number - 1]:
        for _, affects in certain_failures(document, periods, earlier, earlier.years[-1]):
            affected_before.add(affects)
    if RECOGNITION_AND_SUBSIDY in affected_before:
        return [["recognition", RECOGNITION_AND_SUBSIDY]]
    reasons = [list(failure) for failure in certain_failures(document, periods, period, year)]
    if SUBSIDY in affected_before and assumption(document, "lapsed_subsidy") == "ends":
        reasons.append(["lapsed_subsidy", SUBSIDY])
    return sorted(reasons)


# ---------------------------------------------------------------------------------------------------------------------
# Facts that no rule reads
# ---------------------------------------------------------------------------------------------------------------------


def facts_read(document: dict[str, Any], period: Period) -> set[str]:
    """The facts of a period that some rule of its text reads."""
    read = {"starts_on", *boolean_conditions(document, period)}
    if period.text != "2007":
        read.add("subsidy_ceiling_cents")
    if period.number > 1:
        read.add("legal_form")
        if period.text != "2025":
            read.add("requested_on")
    return read


def unused_facts(document: dict[str, Any], periods: list[Period], horizon: int) -> list[str]:
    unused = []
    first = periods[0]
    for name in document.get("first_period", {}):
        if name not in facts_read(document, first):
            unused.append(f"first_period.{name}")
    by_path = {period.path: period for period in periods}
    for renewal in document.get("renewals", []):
        path = f"renewals[{renewal['starts_on']}]"
        read = facts_read(document, by_path[path]) if path in by_path else {"starts_on"}
        unused += [f"{path}.{name}" for name in renewal if name not in read]
    for index, year in enumerate(document["years"]):
        if index >= horizon and "costs" in year:
            unused.append(f"years[{index}].costs")
    read_in_2007_periods = any(period.text == "2007" for period in periods)
    read_by_a_reading = assumption(document, "seniority_after_2024") in (None, "counts_from_first_subsidy")
    if "prior_subsidy_years" in document and not read_in_2007_periods and not read_by_a_reading:
        unused.append("prior_subsidy_years")
    return sorted(unused)


# ---------------------------------------------------------------------------------------------------------------------
# The path
# ---------------------------------------------------------------------------------------------------------------------


def path_of_year(
    document: dict[str, Any], periods: list[Period], period: Period, year: int, paid: PaidQuestion
) -> dict[str, Any]:
    lines = stated_costs(document, year)
    rates = possible_rates(document, periods, period, year)
    worlds = list(amount_worlds(document, periods, period, year))
    amounts = {amount for _, amount in worlds}
    reasons = reasons_of_year(document, periods, period, year)

    # The cost figures, where they are known.
    total: int | None = None
    other: int | None = None
    admitted: int | None = None
    capped: int | None = None
    if lines is not None:
        total = sum(line["amount_cents"] for line in lines)
        other = sum(line["other_public_funding_cents"] for line in lines)
        counted = [line for line in lines if net_amount(document, line) != 0]
        if all(len(possible_admissibility(period.text, line)) == 1 for line in counted):
            admitted = sum(
                net_amount(document, line) for line in counted if possible_admissibility(period.text, line)[0]
            )
            if period.text == "2007":
                capped = min(admitted, COST_CEILING_2007)

    # The subsidy in every world: nothing where the year is not paid, else one of the amounts.
    subsidies: set[Cents] = set()
    if False in paid.answers[year]:
        subsidies.add(0)
    if True in paid.answers[year]:
        subsidies |= amounts
    least = min(subsidies)
    most = max(subsidies)

    missing: set[str] = set()
    if max(amounts) > 0:
        missing |= paid.deciding[year]
    if True in paid.answers[year]:
        missing |= deciding_the_amount(worlds)

    if reasons:
        status = "refused"
        assert paid.answers[year] == {False}, "a condition certainly fails, yet the year is paid in some world"
    else:
        status = "determined" if least == most else "undetermined"
        assert True in paid.answers[year], "no condition certainly fails, yet the year is paid in no world"
    assert (status == "undetermined") == bool(missing), "something is missing exactly in an undetermined year"

    settled = status != "undetermined"
    return {
        "year": year,
        "starts_on": anniversary(document, year - 1).isoformat(),
        "ends_before": anniversary(document, year).isoformat(),
        "regime": period.text,
        "recognition_period": period.number,
        "discretion": "may_grant" if period.text == "2007" else "grants_within_budget",
        "total_costs_cents": total,
        "other_public_funding_cents": other,
        "admitted_costs_cents": admitted,
        "capped_costs_cents": capped,
        "rate_percent": rates[0] if len(rates) == 1 else None,
        "status": status,
        "subsidy_cents": least if settled else None,
        "subsidy_at_least_cents": least,
        "subsidy_at_most_cents": None if most == math.inf else most,
        "own_share_cents": total - other - least if settled and total is not None and other is not None else None,
        "missing": sorted(missing),
        "reasons": reasons,
    }


def oracle(document: dict[str, Any], years: int = 9) -> dict[str, Any]:
    """The funding path of a valid dossier, without ``assumptions`` and ``citations``, ``reasons`` as sorted pairs."""
    periods = periods_within(document, years)
    paid = paid_question(document, periods)
    path = [path_of_year(document, periods, period, year, paid) for period in periods for year in period.years]
    subsidies = [year["subsidy_cents"] for year in path]
    return {
        "format": "clusterlaw-path/1",
        "cluster": document["cluster"]["name"],
        "years": path,
        "total_subsidy_cents": None if None in subsidies else sum(subsidies),
        "unused": unused_facts(document, periods, years),
    }
