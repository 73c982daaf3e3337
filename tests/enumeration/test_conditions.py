"""Every combination of stated, denied and unstated conditions in each text, against the reference."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.money import Euro
from clusterlaw.path import FundingYear, funding_path
from tests.enumeration.reference import LAPSE, Complete, Facts, Paid, completed, every, outcomes

NEVER = date(2199, 12, 31)
LAPSE_READINGS = (None, "ends", "may_resume")
CEILING = Euro(1_000_000)
COSTS = (
    CostLine(
        nature="structure",
        purpose="daily_operation",
        amount=Euro(100_000),
        other_public_funding=Euro(0),
        admissible=True,
    ),
)


def dossier_with(recognised_on: date, starts: tuple[str, ...], facts: Facts, assumptions: Assumptions) -> Dossier:
    """A dossier of an ASBL with EUR 100,000 of admitted costs in each of twelve years, and the facts by their names."""
    stated: dict[str, dict[str, Any]] = {start: {} for start in starts}
    first: dict[str, Any] = {}
    for name, value in facts.items():
        place, _, fact = name.rpartition(".")
        if place == "first_period":
            first[fact] = value
        elif place != "assumptions":
            stated[place.removeprefix("renewals[").removesuffix("]")][fact] = value
    return Dossier(
        cluster=Cluster(name="Cluster", legal_form="asbl"),
        recognised_on=recognised_on,
        first_period=FirstPeriod(subsidy_ceiling=CEILING, **first),
        renewals=tuple(
            Renewal(starts_on=date.fromisoformat(start), subsidy_ceiling=CEILING, **stated[start]) for start in starts
        ),
        years=(YearFacts(costs=COSTS),) * 12,
        assumptions=evolve(assumptions, lapsed_subsidy=facts[LAPSE]),
    )


def check(dossier: Dossier, facts: Facts, paid: Callable[[Complete], Paid], euros: tuple[int, ...]) -> None:
    """Compare each year with the reference; `euros` is what a year brings if it is paid."""
    expected = outcomes(facts, paid)
    years = funding_path(dossier, years=len(euros)).years
    assert len(expected) == len(years)
    for year, (outcome, missing), amount in zip(years, expected, euros, strict=True):
        assert figures(year) == expected_figures(outcome, amount), (year.number, facts)
        assert frozenset(year.missing) == missing, (year.number, facts)
        assert bool(year.reasons) == (outcome == "refused")


def figures(year: FundingYear) -> tuple[object, ...]:
    return year.status, year.subsidy_at_least, year.subsidy_at_most


def expected_figures(outcome: str, amount: int) -> tuple[object, ...]:
    if outcome == "paid":
        return "determined", Euro(amount), Euro(amount)
    return outcome, Euro(0), Euro(0) if outcome == "refused" else Euro(amount)


# --- text of 2007: recognised on 2008-03-01, years 1-3, 4-6, 7-9, 10-12 ---

TRIENNIA = ("2011-03-01", "2014-03-01", "2017-03-01")
PLAN = "renewals[2011-03-01].new_action_plan"
OBJECTIVES = "renewals[2011-03-01].new_objectives"
EVOLUTIONS = (
    "first_period.favourable_evolution",
    "renewals[2011-03-01].favourable_evolution",
    "renewals[2014-03-01].favourable_evolution",
    "renewals[2017-03-01].favourable_evolution",
)


def paid_in_2007(facts: Complete, *, evolution_from: int) -> Paid:
    """Art. 3 § 1 al. 5: plan and objectives in period 2; al. 6: evolution beyond the sixth year."""
    paid: list[bool] = []
    lapsed = False
    for period in range(4):
        failed = lapsed and facts[LAPSE] == "ends"
        lapses = period == 1 and not (facts[PLAN] and facts[OBJECTIVES])
        for year in range(3 * period + 1, 3 * period + 4):
            lapses = lapses or (year >= evolution_from and not facts.get(EVOLUTIONS[period], True))
            paid.append(not failed and not lapses)
        lapsed = lapsed or lapses
    return tuple(paid)


@pytest.mark.parametrize("lapse", LAPSE_READINGS)
def test_text_of_2007(lapse: str | None) -> None:
    """Art. 3 § 1 al. 5 and 6: conditions of periods 2, 3 and 4, years counted from recognition."""
    # 100 %, 80 % and 50 % of EUR 100,000
    euros = (100_000,) * 3 + (80_000,) * 3 + (50_000,) * 6
    for stated in every(PLAN, OBJECTIVES, *EVOLUTIONS[2:]):
        facts = {**stated, LAPSE: lapse}
        dossier = dossier_with(date(2008, 3, 1), TRIENNIA, facts, Assumptions())
        check(dossier, facts, lambda complete: paid_in_2007(complete, evolution_from=7), euros)


@pytest.mark.parametrize("lapse", LAPSE_READINGS)
@pytest.mark.parametrize(
    ("prior", "evolution_from", "euros"),
    [
        # rank = prior + year: the sixth year is reached after 6 - prior years
        (1, 6, (100_000,) * 2 + (80_000,) * 3 + (50_000,) * 4),
        (2, 5, (100_000,) * 1 + (80_000,) * 3 + (50_000,) * 5),
        (4, 3, (80_000,) * 2 + (50_000,) * 7),
        (9, 1, (50_000,) * 9),
    ],
)
def test_text_of_2007_with_prior_years(
    lapse: str | None, prior: int, evolution_from: int, euros: tuple[int, ...]
) -> None:
    """Art. 3 § 1 al. 6, `sixth_year_counting` read `with_prior_years`: the condition comes earlier, mid-period too."""
    read = [name for period, name in enumerate(EVOLUTIONS[:3]) if 3 * period + 3 >= evolution_from]
    for stated in every(PLAN, *read):
        facts = {**stated, OBJECTIVES: True, LAPSE: lapse}
        assumptions = Assumptions(sixth_year_counting="with_prior_years")
        dossier = dossier_with(date(2008, 3, 1), TRIENNIA[:2], facts, assumptions)
        check(
            evolve(dossier, prior_subsidy_years=prior),
            facts,
            lambda complete: paid_in_2007(complete, evolution_from=evolution_from)[:9],
            euros,
        )


# --- texts of 2024 and 2025: contract and results at each renewal ---


def paid_since_2024(facts: Complete, *, lengths: tuple[int, ...], starts: tuple[str, ...]) -> Paid:
    """Art. 2 al. 1 and art. 3 al. 5: the contract carries recognition and subsidy, the results the subsidy."""
    paid: list[bool] = [True] * lengths[0]
    recognised, lapsed = True, False
    for length, start in zip(lengths[1:], starts, strict=True):
        recognised = recognised and bool(facts.get(f"renewals[{start}].new_objectives_contract", True))
        lapses = not facts.get(f"renewals[{start}].results_reported", True)
        due = recognised and not lapses and not (lapsed and facts[LAPSE] == "ends")
        paid += [due] * length
        lapsed = lapsed or lapses
    return tuple(paid)


def conditions_of(starts: tuple[str, ...]) -> tuple[str, ...]:
    facts = ("new_objectives_contract", "results_reported")
    return tuple(f"renewals[{start}].{fact}" for start in starts for fact in facts)


@pytest.mark.parametrize("lapse", LAPSE_READINGS)
def test_text_of_2024(lapse: str | None) -> None:
    """Arts 2 al. 1 and 3 al. 5 (2024): three periods of four years."""
    starts = ("2028-07-01", "2032-07-01")
    assumptions = Assumptions(entry_into_force_2025=NEVER, seniority_after_2024="restarts")
    euros = (90_000,) * 4 + (75_000,) * 4 + (60_000,) * 4
    for stated in every(*conditions_of(starts)):
        facts = {**stated, LAPSE: lapse}
        dossier = dossier_with(date(2024, 7, 1), starts, facts, assumptions)
        check(
            dossier,
            facts,
            lambda complete: paid_since_2024(complete, lengths=(4, 4, 4), starts=starts),
            euros,
        )


@pytest.mark.parametrize("lapse", LAPSE_READINGS)
def test_text_of_2025(lapse: str | None) -> None:
    """Arts 2 al. 1 and 3 al. 5 (2025): four periods of one year."""
    starts = ("2027-01-01", "2028-01-01", "2029-01-01")
    assumptions = Assumptions(seniority_after_2024="restarts")
    for stated in every(*conditions_of(starts)):
        facts = {**stated, LAPSE: lapse}
        dossier = dossier_with(date(2026, 1, 1), starts, facts, assumptions)
        check(
            dossier,
            facts,
            lambda complete: paid_since_2024(complete, lengths=(1, 1, 1, 1), starts=starts),
            (90_000,) * 4,
        )


@pytest.mark.parametrize("lapse", LAPSE_READINGS)
@pytest.mark.parametrize("results", ["not_required", "required"])
def test_crossing_from_2007_to_2024(lapse: str | None, results: str) -> None:
    """Art. 22 and art. 3 al. 5 (2024): a triennium, a four-year period, one year of 2025; `results_after_triennium`."""
    starts = ("2025-05-01", "2029-05-01")
    assumptions = Assumptions(
        seniority_after_2024="restarts",
        results_after_triennium="required" if results == "required" else "not_required",
    )
    first_results = "renewals[2025-05-01].results_reported"
    euros = (100_000,) * 3 + (90_000,) * 4 + (75_000,)  # years 1-3; ranks 1-4 and 5 under the later texts
    for stated in every(*conditions_of(starts)):
        facts: dict[str, bool | str | None] = {**stated, LAPSE: lapse}
        asked = {name: value for name, value in facts.items() if results == "required" or name != first_results}
        dossier = dossier_with(date(2022, 5, 1), starts, facts, assumptions)
        check(
            dossier,
            asked,
            lambda complete: paid_since_2024(complete, lengths=(3, 4, 1), starts=starts),
            euros,
        )


def test_crossing_after_a_lapse_in_2007() -> None:
    """Arts 3 and 22: a subsidy not renewed in a second triennium of 2007, then the text of 2024."""
    starts = ("2021-07-01", "2024-07-01")
    plan, objectives = "renewals[2021-07-01].new_action_plan", "renewals[2021-07-01].new_objectives"
    contract = "renewals[2024-07-01].new_objectives_contract"

    def paid(facts: Complete) -> Paid:
        renewed = bool(facts[plan] and facts[objectives])
        later = bool(facts[contract]) and (renewed or facts[LAPSE] == "may_resume")
        return (True,) * 3 + (renewed,) * 3 + (later,) * 4

    euros = (100_000,) * 3 + (80_000,) * 3 + (90_000,) * 4
    for lapse in LAPSE_READINGS:
        for stated in every(plan, objectives, contract):
            facts = {**stated, LAPSE: lapse}
            dossier = dossier_with(date(2018, 7, 1), starts, facts, Assumptions(seniority_after_2024="restarts"))
            check(dossier, facts, paid, euros)


@pytest.mark.parametrize(("failing", "affects"), [("new_objectives_contract", True), ("results_reported", False)])
def test_reasons_after_a_failed_renewal(failing: str, affects: bool) -> None:
    """Arts 2 and 3 al. 5 (2024): a lost recognition and an ended subsidy are named as such in later periods."""
    starts = ("2028-07-01", "2032-07-01")
    facts: dict[str, bool | str | None] = dict.fromkeys(conditions_of(starts), True)
    facts |= {f"renewals[2028-07-01].{failing}": False, LAPSE: "ends"}
    assumptions = Assumptions(entry_into_force_2025=NEVER, seniority_after_2024="restarts")
    years = funding_path(dossier_with(date(2024, 7, 1), starts, facts, assumptions), years=12).years
    lost = "recognition_and_subsidy" if affects else "subsidy"
    assert {(reason.condition, reason.affects) for year in years[4:8] for reason in year.reasons} == {(failing, lost)}
    later = "recognition" if affects else "lapsed_subsidy"
    assert {(reason.condition, reason.affects) for year in years[8:] for reason in year.reasons} == {(later, lost)}
    assert {year.own_share for year in years[4:]} == {Euro(100_000)}


def test_the_reference_completes_what_is_not_stated() -> None:
    """The reference itself, on a case done by hand: two facts, one unstated."""
    assert len(list(completed({"a": None, "b": True, LAPSE: None}))) == 4
    both = outcomes({"a": None, "b": True}, lambda facts: (bool(facts["a"] and facts["b"]), bool(facts["b"])))
    assert both == [("undetermined", frozenset({"a"})), ("paid", frozenset())]
    neither = outcomes({"a": None, "b": False}, lambda facts: (bool(facts["a"] and facts["b"]),))
    assert neither == [("refused", frozenset())]
