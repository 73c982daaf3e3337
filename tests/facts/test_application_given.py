"""Applications made in Python: a wrong kind is a TypeError, a wrong value a ValueError, each with its remedy."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from clusterlaw.application import (
    Action,
    Applicant,
    Application,
    Appraisal,
    Fee,
    FormSince,
    Indicator,
    Member,
    Opinion,
    Request,
    View,
    Vote,
)
from clusterlaw.application_interchange import assessment_document
from clusterlaw.assessment import assess
from clusterlaw.assumptions import Assumptions
from clusterlaw.diagnosis import diagnose
from clusterlaw.drafting import draft
from clusterlaw.errors import FactError
from clusterlaw.explanation import explain
from clusterlaw.law import REGIMES
from clusterlaw.law.selections import SELECTIONS, selection_of
from clusterlaw.money import Euro
from clusterlaw.opinion import check_opinion
from tests.boundary.applications import assessed, sound

Make = Callable[..., Any]
DAY = date(2008, 3, 1)

WHOLE: dict[type, dict[str, Any]] = {
    Fee: {"year": 2008, "amount": Euro(250)},
    Member: {"name": "M", "kind": "company"},
    FormSince: {"form": "asbl", "since": DAY},
    Applicant: {"name": "C"},
    Appraisal: {"subject": "critical_mass"},
    Indicator: {"name": "I", "level": "output"},
    Action: {"title": "T", "serves": ("promotion",)},
    Request: {"kind": "first_recognition", "filed_on": DAY, "starts_on": DAY},
    View: {"subject": "promotion"},
    Vote: {"member": "M", "seat": "minister", "substitute": False, "ballot": "for"},
    Opinion: {"given_on": DAY},
    Application: {
        "applicant": Applicant(name="C"),
        "request": Request(kind="first_recognition", filed_on=DAY, starts_on=DAY),
    },
}
NOT_TEXTS = [1, 1.0, True, b"x", ["x"]]
NOT_BOOLEANS = [1, 0, 1.0, "true", "", []]
NOT_DAYS = [datetime(2008, 3, 1), "2008-03-01", 20080301, 1.0, True]
NOT_AMOUNTS = [1, 1.0, "1.00", True, Decimal("1.00")]
NOT_WHOLE = [1.0, "1", True, Decimal(1)]
NOT_LISTS = [[], {}, "x", (1,), (None,)]

# class, field, values of a wrong kind, and whether None (not stated) is one of them
KINDS: list[tuple[type, str, list[Any], bool]] = [
    (Fee, "year", NOT_WHOLE, True),
    (Fee, "amount", NOT_AMOUNTS, True),
    (Fee, "paid", NOT_BOOLEANS, False),
    (Fee, "paid_on", NOT_DAYS, False),
    (Member, "name", NOT_TEXTS, True),
    (Member, "kind", NOT_TEXTS, True),
    (Member, "active_in_wallonia", NOT_BOOLEANS, False),
    (Member, "founder", NOT_BOOLEANS, False),
    (Member, "joined_on", NOT_DAYS, False),
    (Member, "left_on", NOT_DAYS, False),
    (Member, "fees", NOT_LISTS, False),
    (FormSince, "form", NOT_TEXTS, True),
    (FormSince, "since", NOT_DAYS, True),
    (Applicant, "name", NOT_TEXTS, True),
    (Applicant, "legal_forms", NOT_LISTS, True),
    (Applicant, "agreement_clauses", NOT_BOOLEANS, False),
    (Applicant, "members", NOT_LISTS, False),
    (Applicant, "fields", NOT_LISTS, False),
    (Appraisal, "subject", NOT_TEXTS, True),
    (Appraisal, "met", NOT_BOOLEANS, False),
    (Appraisal, "reason", NOT_TEXTS, False),
    (Indicator, "name", NOT_TEXTS, True),
    (Indicator, "level", NOT_TEXTS, True),
    (Indicator, "baseline", NOT_WHOLE, False),
    (Indicator, "target", NOT_WHOLE, False),
    (Indicator, "value", NOT_WHOLE, False),
    (Action, "title", NOT_TEXTS, True),
    (Action, "serves", NOT_LISTS, True),
    (Action, "status", NOT_TEXTS, False),
    (Action, "starts_on", NOT_DAYS, False),
    (Action, "ends_before", NOT_DAYS, False),
    (Action, "budget", NOT_AMOUNTS, False),
    (Action, "partners", NOT_LISTS, False),
    (Action, "indicators", NOT_LISTS, False),
    (Request, "kind", NOT_TEXTS, True),
    (Request, "filed_on", NOT_DAYS, True),
    (Request, "starts_on", NOT_DAYS, True),
    (Request, "recognised_on", NOT_DAYS, False),
    (Request, "prior_subsidy_years", NOT_WHOLE, False),
    (Request, "purpose", NOT_TEXTS, False),
    *[
        (Request, name, NOT_BOOLEANS, False)
        for name in (
            "objectives_contract",
            "new_action_plan",
            "new_objectives",
            "favourable_evolution",
            "results_reported",
        )
    ],
    (View, "subject", NOT_TEXTS, True),
    (View, "favourable", NOT_BOOLEANS, False),
    (View, "reason", NOT_TEXTS, False),
    (Vote, "member", NOT_TEXTS, True),
    (Vote, "seat", NOT_TEXTS, True),
    (Vote, "substitute", NOT_BOOLEANS, True),
    (Vote, "ballot", NOT_TEXTS, True),
    (Vote, "mandate_started_on", NOT_DAYS, False),
    (Vote, "mandate_ended_on", NOT_DAYS, False),
    (Vote, "mandate_end", NOT_TEXTS, False),
    (Opinion, "given_on", NOT_DAYS, True),
    (Opinion, "innovation", ["x", (), {}, True], False),
    (Opinion, "actions", NOT_LISTS, True),
    (Opinion, "criteria", NOT_LISTS, True),
    (Opinion, "votes", NOT_LISTS, False),
    (Application, "applicant", ["x", {}, 1], True),
    (Application, "request", ["x", {}, 1], True),
    (Application, "actions", NOT_LISTS, False),
    (Application, "appraisals", NOT_LISTS, True),
    (Application, "opinion", ["x", {}, 1], False),
    (Application, "assumptions", ["x", {}, 1], True),
]


def test_every_field_is_in_the_table() -> None:
    named = {(kind, name) for kind, name, *_ in KINDS}
    assert named == {(kind, field.name) for kind in WHOLE for field in kind.__attrs_attrs__}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("kind", "name", "values", "none"), KINDS, ids=[f"{k.__name__}.{n}" for k, n, *_ in KINDS])
def test_a_wrong_kind(kind: type, name: str, values: list[Any], none: bool) -> None:
    for value in [*values, *([None] if none else [])]:
        with pytest.raises(TypeError, match=rf"^{kind.__name__}\.{name}: .*; give "):
            kind(**{**WHOLE[kind], name: value})
    if not none:
        assert getattr(kind(**{**WHOLE[kind], name: None}), name) is None


VALUES: list[tuple[type, str, list[Any]]] = [
    (Fee, "year", [1899, 2200, 0, -1]),
    (Fee, "amount", [Euro.from_cents(-1), Euro.from_cents(10**15 + 1)]),
    (Fee, "paid_on", [date(2200, 1, 1)]),
    (Member, "kind", ["", "firm"]),
    (FormSince, "form", ["", "srl"]),
    (FormSince, "since", [date(2200, 1, 1)]),
    (Indicator, "level", ["", "outcome"]),
    (Indicator, "target", [10**15 + 1, -(10**15) - 1]),
    (Action, "status", ["", "planned"]),
    (Action, "budget", [Euro.from_cents(-1)]),
    (Request, "kind", ["", "recognition"]),
    (Request, "starts_on", [date(2200, 1, 1)]),
    (Request, "prior_subsidy_years", [-1, 2200]),
    (Request, "purpose", ["", "other"]),
    (Vote, "ballot", ["", "yes"]),
    (Vote, "mandate_end", ["", "death"]),
]


@pytest.mark.parametrize(("kind", "name", "values"), VALUES, ids=[f"{k.__name__}.{n}" for k, n, _ in VALUES])
def test_a_wrong_value(kind: type, name: str, values: list[Any]) -> None:
    for value in values:
        with pytest.raises(ValueError, match=rf"^{kind.__name__}\.{name}: "):
            kind(**{**WHOLE[kind], name: value})


CONTRADICTIONS: list[tuple[type, dict[str, Any], str]] = [
    (Fee, {"paid": False, "paid_on": DAY}, "paid_on"),
    (Member, {"joined_on": DAY, "left_on": DAY}, "left_on"),
    (Member, {"fees": (Fee(year=2008, amount=Euro(1)), Fee(year=2008, amount=Euro(2)))}, "fees[1].year"),
    (Applicant, {"legal_forms": (FormSince(form="asbl", since=DAY),) * 2}, "legal_forms[1].since"),
    (Appraisal, {"met": True}, "reason"),
    (Appraisal, {"met": False, "reason": " "}, "reason"),
    (Action, {"starts_on": DAY, "ends_before": DAY}, "ends_before"),
    (Request, {"kind": "renewal"}, "recognised_on"),
    (Request, {"recognised_on": DAY}, "recognised_on"),
    (Request, {"kind": "specific_subsidy"}, "purpose"),
]


@pytest.mark.parametrize(("kind", "facts", "path"), CONTRADICTIONS)
def test_facts_that_contradict_each_other(kind: type, facts: dict[str, Any], path: str) -> None:
    with pytest.raises(FactError) as refused:
        kind(**{**WHOLE[kind], **facts})
    assert [each.path for each in refused.value.problems] == [path]


def application(**facts: Any) -> Application:
    return Application(**{**WHOLE[Application], **facts})


# What no document can hold, as its reader knows the names: an application built in Python meets them in `assess`.
UNKNOWN: list[tuple[dict[str, Any], list[str]]] = [
    ({"actions": (Action(title="T", serves=("promotion", "x")),)}, ["actions[0].serves[1]"]),
    ({"appraisals": (Appraisal(subject="x"),)}, ["appraisals[0].subject"]),
    ({"appraisals": (Appraisal(subject="common_vision"),) * 2}, ["appraisals[1].subject"]),
    (
        {
            "opinion": Opinion(
                given_on=DAY,
                innovation=View(subject="novelty"),
                actions=(View(subject="x"), View(subject="promotion"), View(subject="promotion")),
                criteria=(View(subject="x"), View(subject="durability"), View(subject="durability")),
                votes=(Vote(member="M", seat="x", substitute=False, ballot="for"),),
            )
        },
        [
            "opinion.innovation.subject",
            "opinion.actions[0].subject",
            "opinion.criteria[0].subject",
            "opinion.votes[0].seat",
            "opinion.actions[2].subject",
            "opinion.criteria[2].subject",
        ],
    ),
    ({"opinion": Opinion(given_on=date(2008, 2, 29))}, ["opinion.given_on"]),
]


@pytest.mark.parametrize(("facts", "paths"), UNKNOWN)
def test_names_that_no_text_has_come_together(facts: dict[str, Any], paths: list[str]) -> None:
    with pytest.raises(FactError) as refused:
        assess(application(**facts))
    assert [each.path for each in refused.value.problems] == paths
    assert refused.value.text("fr") != refused.value.text("en")


@pytest.mark.parametrize("given", [None, {}, "x", b"{}", WHOLE[Application]["request"]])
def test_what_is_no_application(given: Any) -> None:
    with pytest.raises(TypeError, match=r"^assess: application is a .*; give a clusterlaw\.Application"):
        assess(given)


@pytest.mark.parametrize("given", [None, {}, "x", application()])
def test_what_is_no_assessment(given: Any) -> None:
    for call in (
        assessment_document,
        diagnose,
        lambda each: draft(each, language="fr"),
        lambda each: explain(each, language="fr"),
    ):
        with pytest.raises(TypeError, match=r"give "):
            call(given)


@pytest.mark.parametrize("language", ["", "nl", "FR", None])
def test_two_languages(language: Any) -> None:
    found = assessed(sound("2007"))
    for call in (draft, explain):
        with pytest.raises(ValueError, match=r"give 'fr' or 'en'"):
            call(found, language=language)


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"opinion": None}, TypeError, "opinion is a NoneType"),
        ({"opinion": {"given_on": DAY}}, TypeError, "opinion is a dict"),
        ({"kind": "recognition"}, ValueError, "kind is 'recognition'"),
        ({"kind": None}, ValueError, "kind is None"),
        ({"kind": "specific_subsidy"}, ValueError, "a specific subsidy has a purpose"),
        ({"kind": "specific_subsidy", "purpose": "other"}, ValueError, "purpose is 'other'"),
        ({"purpose": 1}, ValueError, "purpose is 1"),
        ({"assumptions": None}, TypeError, "assumptions is a NoneType"),
        ({"opinion": Opinion(given_on=date(2007, 6, 30))}, FactError, "2007-06-30 is before the decree"),
    ],
)
def test_an_opinion_is_checked_on_what_it_is(facts: dict[str, Any], error: type[Exception], words: str) -> None:
    given = {"opinion": Opinion(given_on=DAY), "kind": "withdrawal", "assumptions": Assumptions(), **facts}
    opinion = given.pop("opinion")
    with pytest.raises(error, match=words):
        check_opinion(opinion, **given)


def test_the_selection_of_a_regime() -> None:
    assert [selection_of(regime).identifier for regime in REGIMES] == ["2007", "2007", "2024", "2025"]
    reform = evolve(REGIMES[-1], identifier="2030")
    with pytest.raises(ValueError, match=r"^selection_of: no selection is named '2030'; give one"):
        selection_of(reform)
    mine = evolve(SELECTIONS[-1], identifier="2030")
    assert selection_of(reform, selections=(mine,)) is mine
    for given in (None, "2024", SELECTIONS[0]):
        with pytest.raises(TypeError, match=r"^selection_of: regime is a .*; give a clusterlaw\.Regime"):
            selection_of(given)  # type: ignore[arg-type]
