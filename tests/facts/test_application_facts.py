"""No dead facts and no dead rules: each field of an application turns some finding, each rule gives each verdict.

Two documents that differ in one fact must get different findings: what is echoed (the applicant's name) and what is
only reported as unread does not count. A field without such a pair fails, and so does a new class without its fields.
"""

import inspect
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import attrs
import pytest

from clusterlaw import application
from clusterlaw.application_interchange import assessment_document
from clusterlaw.assessment import Assessment
from clusterlaw.assumptions import Assumptions
from clusterlaw.drafting import draft
from clusterlaw.explanation import explain
from clusterlaw.finding import Step
from clusterlaw.law.selection_2007 import COMMITTEE_2007
from clusterlaw.law.selection_2024 import COMMITTEE_2024
from clusterlaw.rule import Rule
from clusterlaw.rules import activities, categories, committee, criteria, definition
from clusterlaw.rules.committee import meetings_missing
from tests.boundary.applications import (
    Document,
    assessed,
    changed,
    member,
    of_kind,
    renewal,
    sound,
)

CLASSES = [
    each
    for _, each in inspect.getmembers(application, attrs.has)
    if inspect.isclass(each) and each.__module__ == application.__name__
]
FIELDS = [f"{each.__name__}.{attribute.name}" for each in CLASSES for attribute in attrs.fields(each)]
FIELDS += [f"Assumptions.{attribute.name}" for attribute in attrs.fields(Assumptions)]

# Readings of the funding path: no assessment reads them.
OF_PATHS = {
    "Assumptions.rounding": "down",
    "Assumptions.partial_other_funding": "exclude_line",
    "Assumptions.lapsed_subsidy": "ends",
    "Assumptions.seniority_after_2024": "restarts",
    "Assumptions.incomplete_year": "pro_rata_days",
    "Assumptions.specific_subsidy_ceiling": "per_cluster_and_year",
}


def findings(document: Document) -> Document:
    found = assessment_document(assessed(document))
    del found["applicant"]
    del found["unused"]
    return found


def put(*path: Any, value: Any) -> Callable[[Document], None]:
    """State a fact, or leave it out where the value is None."""

    def change(document: Document) -> None:
        held: Any = document
        for key in path[:-1]:
            held = held[key]
        if value is None:
            del held[path[-1]]
        else:
            held[path[-1]] = value

    return change


def of_2024() -> Document:
    """An application of 2024 whose 100th member is M: whatever it lacks to count moves the category."""
    document = sound("2024")
    fee = {"year": 2024, "amount_cents": 25_000, "paid": True, "paid_on": "2024-09-01"}
    document["applicant"]["members"] = [
        member(f"M{number}", joined_on="2024-01-01", fees=[dict(fee)]) for number in range(100)
    ]
    return document


def of_2011() -> Document:
    return renewal(
        "2007", recognised_on="2008-03-01", starts_on="2011-03-01", filed_on="2010-09-01", given_on="2011-01-15"
    )


def of_2014() -> Document:
    document = of_2011()
    document["request"]["starts_on"] = "2014-03-01"
    document["opinion"]["given_on"] = "2014-02-01"
    return document


def after_a_triennium() -> Document:
    return renewal(
        "2024", recognised_on="2021-08-01", starts_on="2024-08-01", filed_on="2024-03-01", given_on="2024-07-01"
    )


def of_2028() -> Document:
    return renewal("2025", recognised_on="2024-08-01", starts_on="2028-08-01", filed_on="2028-03-01", given_on=None)


def association() -> Document:
    document = sound("2007")
    document["applicant"]["legal_forms"] = [{"form": "association_de_fait", "since": "2007-01-01"}]
    document["applicant"]["agreement_clauses"] = True
    return document


def specific() -> Document:
    return of_kind("specific_subsidy", day="2010-01-01", version="2007", purpose="joint_task")


def with_action(**facts: Any) -> Document:
    document = sound("2007")
    stated = {
        "starts_on": "2008-03-01",
        "ends_before": "2009-03-01",
        "budget_cents": 100,
        "partners": ["P"],
        "indicators": [{"name": "I", "level": "output", "baseline": 0, "target": 2, "value": 1}],
    }
    document["actions"][0].update({**stated, **facts})
    return document


def on_a_leap_day() -> Document:
    document = sound("2007")
    document["request"].update(filed_on="2008-02-01", starts_on="2008-02-29")
    return document


MEMBER = ("applicant", "members", 0)
FEE = (*MEMBER, "fees", 0)
INDICATOR = ("actions", 0, "indicators", 0)
VOTE = ("opinion", "votes", 0)
# field: a document, and the change of that one fact
PAIRS: dict[str, tuple[Document, Callable[[Document], Any]]] = {
    "Fee.year": (of_2024(), put(*FEE, "year", value=2023)),
    "Fee.amount": (of_2024(), put(*FEE, "amount_cents", value=24_999)),
    "Fee.paid": (changed(of_2024(), put(*FEE, "paid_on", value=None)), put(*FEE, "paid", value=False)),
    "Fee.paid_on": (of_2024(), put(*FEE, "paid_on", value="2024-09-02")),
    "Member.kind": (sound("2007"), put(*MEMBER, "kind", value="pole")),
    "Member.active_in_wallonia": (sound("2007"), put(*MEMBER, "active_in_wallonia", value=False)),
    "Member.founder": (
        changed(sound("2007"), put("applicant", "members", 1, "active_in_wallonia", value=False)),
        put(*MEMBER, "founder", value=False),
    ),
    "Member.joined_on": (of_2024(), put(*MEMBER, "joined_on", value="2024-09-02")),
    "Member.left_on": (of_2024(), put(*MEMBER, "left_on", value="2024-09-01")),
    "Member.fees": (of_2024(), put(*MEMBER, "fees", value=[])),
    "FormSince.form": (sound("2024"), put("applicant", "legal_forms", 0, "form", value="gie")),
    "FormSince.since": (sound("2024"), put("applicant", "legal_forms", 0, "since", value="2025-01-02")),
    "Applicant.legal_forms": (sound("2007"), put("applicant", "legal_forms", value=[])),
    "Applicant.agreement_clauses": (association(), put("applicant", "agreement_clauses", value=False)),
    "Applicant.members": (sound("2007"), put("applicant", "members", value=[])),
    "Applicant.fields": (sound("2007"), put("applicant", "fields", value=[])),
    "Appraisal.subject": (sound("2024"), put("appraisals", 0, "subject", value="common_vision")),
    "Appraisal.met": (sound("2007"), put("appraisals", 0, "met", value=False)),
    "Indicator.name": (with_action(), put(*INDICATOR, "name", value="J")),
    "Indicator.level": (with_action(), put(*INDICATOR, "level", value="result")),
    "Indicator.baseline": (with_action(), put(*INDICATOR, "baseline", value=None)),
    "Indicator.target": (with_action(), put(*INDICATOR, "target", value=1)),
    "Indicator.value": (with_action(), put(*INDICATOR, "value", value=2)),
    "Action.title": (with_action(ends_before="2009-03-01"), put("actions", 0, "title", value="other")),
    "Action.serves": (sound("2007"), put("actions", 0, "serves", value=[])),
    "Action.status": (sound("2024"), put("actions", 0, "status", value="committed")),
    "Action.starts_on": (with_action(), put("actions", 0, "starts_on", value=None)),
    "Action.ends_before": (with_action(), put("actions", 0, "ends_before", value="2010-03-01")),
    "Action.budget": (with_action(), put("actions", 0, "budget_cents", value=101)),
    "Action.partners": (with_action(), put("actions", 0, "partners", value=["P", "Q"])),
    "Action.indicators": (with_action(), put("actions", 0, "indicators", value=[])),
    "Request.kind": (
        of_kind("withdrawal", day="2010-01-01", version=None),
        put("request", "kind", value="half_way_evaluation"),
    ),
    "Request.filed_on": (of_2011(), put("request", "filed_on", value="2010-11-01")),
    "Request.starts_on": (sound("2007"), put("request", "starts_on", value="2024-07-01")),
    "Request.recognised_on": (of_2014(), put("request", "recognised_on", value="2011-03-01")),
    "Request.prior_subsidy_years": (
        changed(of_2011(), lambda each: each.update(assumptions={"sixth_year_counting": "with_prior_years"})),
        put("request", "prior_subsidy_years", value=1),
    ),
    "Request.purpose": (specific(), put("request", "purpose", value="international_programme")),
    "Request.objectives_contract": (sound("2024"), put("request", "objectives_contract", value=False)),
    "Request.new_action_plan": (of_2011(), put("request", "new_action_plan", value=False)),
    "Request.new_objectives": (of_2011(), put("request", "new_objectives", value=False)),
    "Request.favourable_evolution": (of_2014(), put("request", "favourable_evolution", value=False)),
    "Request.results_reported": (of_2028(), put("request", "results_reported", value=False)),
    "View.subject": (specific(), put("opinion", "criteria", 0, "subject", value="articulation")),
    "View.favourable": (sound("2007"), put("opinion", "criteria", 0, "favourable", value=False)),
    "View.reason": (sound("2007"), put("opinion", "criteria", 0, "reason", value=" ")),
    "Vote.member": (sound("2007"), put(*VOTE, "member", value="other")),
    "Vote.seat": (sound("2007"), put(*VOTE, "seat", value="independent")),
    "Vote.substitute": (
        changed(
            sound("2007"),
            lambda each: each["opinion"]["votes"][0].update(mandate_ended_on="2008-01-01", mandate_end="resignation"),
        ),
        put(*VOTE, "substitute", value=True),
    ),
    "Vote.ballot": (sound("2007"), put(*VOTE, "ballot", value="against")),
    "Vote.mandate_started_on": (sound("2007"), put(*VOTE, "mandate_started_on", value="2003-02-12")),
    "Vote.mandate_ended_on": (
        changed(sound("2007"), put(*VOTE, "mandate_end", value="resignation")),
        put(*VOTE, "mandate_ended_on", value="2008-02-12"),
    ),
    "Vote.mandate_end": (
        changed(sound("2007"), put(*VOTE, "mandate_ended_on", value="2008-02-12")),
        put(*VOTE, "mandate_end", value="quality_lost"),
    ),
    "Opinion.given_on": (sound("2007"), put("opinion", "given_on", value="2024-07-01")),
    "Opinion.innovation": (sound("2007"), put("opinion", "innovation", value=None)),
    "Opinion.actions": (sound("2007"), put("opinion", "actions", value=[])),
    "Opinion.criteria": (sound("2007"), put("opinion", "criteria", value=[])),
    "Opinion.votes": (sound("2007"), put("opinion", "votes", value=[])),
    "Application.applicant": (sound("2007"), put("applicant", value={"name": "Cluster"})),
    "Application.request": (
        sound("2007"),
        put("request", value=of_kind("withdrawal", day="2008-01-15", version=None)["request"]),
    ),
    "Application.actions": (sound("2007"), put("actions", value=[])),
    "Application.appraisals": (sound("2007"), put("appraisals", value=[])),
    "Application.opinion": (sound("2007"), put("opinion", value=None)),
    "Application.assumptions": (of_2011(), put("assumptions", value={"deadline_counting": "on"})),
    "Assumptions.leap_day": (
        changed(on_a_leap_day(), put("assumptions", value={"leap_day": "february_28"})),
        put("assumptions", value={"leap_day": "march_1"}),
    ),
    "Assumptions.sixth_year_counting": (
        changed(of_2011(), put("request", "prior_subsidy_years", value=3)),
        put("assumptions", value={"sixth_year_counting": "with_prior_years"}),
    ),
    "Assumptions.results_after_triennium": (
        after_a_triennium(),
        put("assumptions", value={"results_after_triennium": "required"}),
    ),
    "Assumptions.entry_into_force_2025": (
        sound("2025"),
        put("assumptions", value={"entry_into_force_2025": "2026-04-02"}),
    ),
    "Assumptions.deadline_counting": (of_2011(), put("assumptions", value={"deadline_counting": "on"})),
}

# Texts that identify or give a reason: no rule reads them, but the draft shows them where an official needs them.
IN_THE_DRAFT: dict[str, tuple[str, Document, Callable[[Document], Any]]] = {
    "Applicant.name": ("who applies", sound("2007"), put("applicant", "name", value="MARKER")),
    "Member.name": (
        "a member that the text does not name",
        changed(sound("2007"), put(*MEMBER, "kind", value="other")),
        put(*MEMBER, "name", value="MARKER"),
    ),
    "Appraisal.reason": ("why a point is found met", sound("2007"), put("appraisals", 0, "reason", value="MARKER")),
    "View.reason": (
        "why the committee finds it so",
        sound("2007"),
        put("opinion", "criteria", 0, "reason", value="MARKER"),
    ),
    "Action.title": ("which action covers an axis", sound("2007"), put("actions", 0, "title", value="MARKER")),
    "Action.partners": ("with whom", sound("2007"), put("actions", 0, "partners", value=["MARKER"])),
    "Applicant.fields": ("of which field", sound("2007"), put("applicant", "fields", value=["MARKER"])),
    "Vote.member": (
        "whose vote advises",
        changed(sound("2007"), put(*VOTE, "seat", value="independent")),
        put(*VOTE, "member", value="MARKER"),
    ),
}


def test_the_classes_are_all_there() -> None:
    assert {each.__name__ for each in CLASSES} == {
        "Action",
        "Applicant",
        "Application",
        "Appraisal",
        "Fee",
        "FormSince",
        "Indicator",
        "Member",
        "Opinion",
        "Request",
        "View",
        "Vote",
    }


@pytest.mark.parametrize("name", FIELDS)
def test_every_fact_turns_some_finding(name: str) -> None:
    if name in OF_PATHS:
        document = changed(of_2024(), put("assumptions", value={name.partition(".")[2]: OF_PATHS[name]}))
        assert findings(document) == findings(of_2024())
        return
    if name not in PAIRS:
        # A text that no rule reads must show in the draft.
        assert name in IN_THE_DRAFT, f"{name}: no rule reads it; give a pair of documents that differ only in it"
        return
    document, change = PAIRS[name]
    other = deepcopy(document)
    change(other)
    assert document != other
    assert findings(document) != findings(other)


@pytest.mark.parametrize("name", IN_THE_DRAFT)
def test_what_identifies_shows_in_the_draft(name: str) -> None:
    _, document, change = IN_THE_DRAFT[name]
    assert name in FIELDS
    marked = assessed(changed(document, change))
    assert "MARKER" not in draft(assessed(document), language="fr")
    assert "MARKER" in draft(marked, language="fr")
    assert "MARKER" in draft(marked, language="en")


def test_the_tables_name_only_facts() -> None:
    assert {*PAIRS, *OF_PATHS, *IN_THE_DRAFT} <= set(FIELDS)
    assert not set(PAIRS) & set(OF_PATHS)


# --- rules ------------------------------------------------------------------------------------------------------------


def steps(found: Assessment) -> Iterator[Step]:
    yield from (each.step for each in found.conditions)
    yield from found.category.steps if found.category else ()
    if found.opinion is not None:
        yield found.opinion.mission_step
        yield from (ground.step for ground in found.opinion.grounds)
        yield from (vote.step for vote in found.opinion.votes)


def verdict(step: Step) -> Any:
    """The result of a rule, as far as it is one of a few."""
    match step.rule.identifier:
        case "categories.counting_day":
            return step.result.day
        case "categories.members_counted":
            least, most = step.result
            return "not bounded" if most is None else "settled" if least == most else "between"
        case "categories.category_of":
            return tuple(category.number for category in step.result)
        case "committee.mission_for":
            return None if step.result is None else step.result.kind
        case _:
            return step.result


ANY = {True, False, None}
VERDICTS: dict[str, set[Any]] = {
    "definition.members_named": {True, None},  # no text closes the list: a kind that is not named is an open question
    "definition.majority_of_initiative": ANY,
    "definition.field_stated": ANY,
    "definition.clauses_agreed": ANY,
    "definition.appraised": ANY,
    "activities.covered": ANY,
    "categories.counting_day": {1},
    "categories.members_counted": {"settled", "between", "not bounded"},
    "categories.category_of": {(1,), (2,), (1, 2)},
    "committee.mission_for": {
        None,
        "first_recognition",
        "renewal",
        "specific_subsidy",
        "withdrawal",
        "implementation",
        "half_way_evaluation",
    },
    "committee.vote_counts": ANY,
    "committee.opinion_given": ANY,
    "committee.meetings_missing": {0, 1, 2},
    "criteria.considered": {True, False},
    "criteria.reasoned": {True, False},
}
RULES: tuple[Rule, ...] = (
    *definition.RULES,
    *activities.RULES,
    *categories.RULES,
    *committee.RULES,
    *criteria.RULES,
)


def cases() -> Iterator[Document]:
    for document, change in PAIRS.values():
        yield document
        yield changed(document, change)
    for version in ("2007", "2024"):
        for path in (("applicant", "members"), ("applicant", "fields"), ("actions",), ("opinion",)):
            yield changed(sound(version), put(*path, value=None))
        yield changed(sound(version), put("appraisals", 0, "met", value=None))
        yield changed(sound(version), put("applicant", "members", 1, "active_in_wallonia", value=None))
        yield changed(sound(version), put(*VOTE, "mandate_started_on", value=None))
    yield changed(association(), put("applicant", "agreement_clauses", value=None))
    yield changed(of_2024(), put(*MEMBER, "joined_on", value=None))
    for kind in ("withdrawal", "implementation", "half_way_evaluation"):
        yield of_kind(kind, day="2024-09-01", version="2024")
    yield of_kind("withdrawal", day="2026-01-01", version="2024")


def test_every_rule_gives_each_of_its_verdicts() -> None:
    found: dict[str, set[Any]] = {rule.identifier: set() for rule in RULES}
    for document in cases():
        for step in steps(assessed(document)):
            if step.rule in RULES:
                found[step.rule.identifier].add(verdict(step))
                for language in ("fr", "en"):
                    assert explain(step, language=language)  # type: ignore[arg-type]
    # A year's meetings are no part of a file: the committee asks by itself.
    found["committee.meetings_missing"] = {
        meetings_missing(held=held, committee=each)
        for held in range(4)
        for each in (COMMITTEE_2007, COMMITTEE_2024, None)
    }
    assert found == VERDICTS
