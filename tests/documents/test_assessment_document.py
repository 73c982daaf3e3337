"""`clusterlaw-assessment/1`: whole documents written out by hand, and what is reported as stated without effect."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from clusterlaw.application_interchange import assessment_document
from tests.boundary.applications import Document, assessed, changed, member, of_kind, opinion, renewal, sound


def document_of(application: Document) -> dict[str, Any]:
    written = assessment_document(assessed(application))
    assert json.loads(json.dumps(written)) == written
    return written


def test_an_opinion_on_a_withdrawal_whole() -> None:
    application = of_kind("withdrawal", day="2010-01-01", version="2007")
    application["opinion"] = {
        "given_on": "2010-02-01",
        "votes": [
            {
                "member": "A",
                "seat": "minister",
                "substitute": False,
                "ballot": "for",
                "mandate_started_on": "2009-01-01",
            },
            {"member": "B", "seat": "economy_administration", "substitute": True, "ballot": "against"},
            {"member": "C", "seat": "independent", "substitute": False, "ballot": "abstained"},
            {"member": "D", "seat": "poles", "substitute": False, "ballot": "for"},
        ],
    }
    assert document_of(application) == {
        "format": "clusterlaw-assessment/1",
        "applicant": "Cluster",
        "kind": "withdrawal",
        "regime": "2007",
        "recognition_period": None,
        "starts_on": "2010-01-01",
        "ends_before": None,
        "recognition": None,
        "subsidy": None,
        "recognition_discretion": "may_recognise",
        "subsidy_discretion": "may_grant",
        "conditions": [
            {
                "condition": "opinion",
                "verdict": "met",
                "affects": "recognition_and_subsidy",
                "citations": ["decree-2007 art. 4 al. 1 4°"],
                "missing": [],
                "changes": [],
            }
        ],
        "category": None,
        "opinion": {
            "given_on": "2010-02-01",
            "regime": "2007",
            "mission": "decree-2007 art. 4 al. 1 4°",
            "asked": False,
            "sound": True,
            "left_out": [],
            "grounds": [],
            "votes": [
                {"member": "A", "capacity": "deliberative", "ballot": "for", "counts": True, "missing": []},
                {
                    "member": "B",
                    "capacity": "deliberative",
                    "ballot": "against",
                    "counts": None,
                    "missing": ["opinion.votes[1].mandate_started_on"],
                },
                {"member": "C", "capacity": "consultative", "ballot": "abstained", "counts": False, "missing": []},
                {"member": "D", "capacity": "no_seat", "ballot": "for", "counts": False, "missing": []},
            ],
            "tally": {
                "for": {"at_least": 1, "at_most": 1},
                "against": {"at_least": 0, "at_most": 1},
                "abstained": {"at_least": 0, "at_most": 0},
            },
            "silent": ["quorum", "majority", "tied votes"],
        },
        "deadline": None,
        "late": False,
        "missing": [],
        "assumptions": [],
        "questions": [],
        "unused": [],
        "diagnosis": None,
    }


def test_a_renewal_part_by_part() -> None:
    application = renewal(
        "2007", recognised_on="2008-03-01", starts_on="2011-03-01", filed_on="2010-11-01", given_on="2011-01-15"
    )
    application["opinion"] = {**opinion("2007", given_on="2011-01-15"), "innovation": {"favourable": False}}
    application["opinion"]["criteria"] = application["opinion"]["criteria"][1:]
    application["request"]["new_objectives"] = False
    del application["request"]["new_action_plan"]
    found = document_of(application)
    # The second triennium: 1 March 2011 to 28 February 2014; requested by 31 October 2010.
    assert (found["recognition_period"], found["ends_before"], found["deadline"]) == (2, "2014-03-01", "2010-10-31")
    assert (found["late"], found["recognition"], found["subsidy"]) == (True, "not_met", "not_met")
    conditions = {each["condition"]: each for each in found["conditions"]}
    assert conditions["new_objectives"] == {
        "condition": "new_objectives",
        "verdict": "not_met",
        "affects": "subsidy",
        "citations": ["decree-2007 art. 3 § 1 al. 5"],
        "missing": [],
        "changes": [{"path": "request.new_objectives", "action": "set", "value": True}],
    }
    assert conditions["new_action_plan"]["missing"] == ["request.new_action_plan"]
    assert conditions["new_action_plan"]["verdict"] == "cannot_be_told"
    assert conditions["opinion"]["changes"] == [
        {"path": "opinion.criteria", "action": "add", "value": {"subject": "representativeness", "reason": "…"}}
    ]
    assert found["missing"] == ["request.new_action_plan"]
    assert set(found["assumptions"]) == {"initiative_majority", "year_counting", "deadline_counting"}
    assert found["questions"] == ["evaluation_before_request"]
    checked = found["opinion"]
    assert (checked["asked"], checked["sound"], checked["left_out"]) == (True, False, ["criteria.representativeness"])
    assert checked["grounds"][0] == {
        "ground": "innovation.innovation",
        "favourable": False,
        "complete": True,
        "citations": ["decree-2007 art. 5 al. 1"],
    }
    assert checked["grounds"][1] == {
        "ground": "actions.mutual_knowledge",
        "favourable": True,
        "complete": True,
        "citations": ["decree-2007 art. 5 al. 1", "decree-2007 art. 2 al. 1 1°"],
    }
    assert checked["grounds"][7] == {
        "ground": "criteria.representativeness",
        "favourable": None,
        "complete": False,
        "citations": ["decree-2007 art. 5 al. 1 1°"],
    }


def test_a_category_that_is_not_settled() -> None:
    application = sound("2024")
    fee = {"year": 2024, "amount_cents": 25_000, "paid": True, "paid_on": "2024-09-01"}
    people = [member(f"M{number}", joined_on="2024-01-01", fees=[fee]) for number in range(99)]
    application["applicant"]["members"] = [*people, member("last", joined_on="2024-01-01")]
    assert document_of(application)["category"] == {
        "category": None,
        "possible": [1, 2],
        "counted_on": "2024-09-01",
        "members_at_least": 99,
        "members_at_most": 100,
        "missing": ["applicant.members[99].fees"],
        "citations": ["decree-2007 art. 3 al. 3 1° (2024)", "decree-2007 art. 3 al. 3 2° (2024)"],
    }


def test_a_diagnosis_by_hand() -> None:
    application = sound("2007")
    application["request"]["starts_on"] = "2008-03-01"
    application["actions"] = [
        {
            "title": "one",
            "serves": ["promotion", "synergies"],
            "status": "done",
            "starts_on": "2008-03-01",
            "ends_before": "2009-03-01",  # year 1 alone: a period is half-open
            "budget_cents": 300,
            "partners": ["P", "Q"],
            "indicators": [{"name": "I", "level": "output", "baseline": 2, "target": 6, "value": 6}],
        },
        {
            "title": "two",
            "serves": ["promotion"],
            "status": "committed",
            "starts_on": "2009-02-28",
            "ends_before": "2010-03-02",  # years 1, 2 and 3
            "budget_cents": 50,
            "partners": ["Q"],
            "indicators": [
                {"name": "J", "level": "result", "baseline": 2, "target": 6, "value": 5},
                {"name": "K", "level": "impact", "target": 6},
            ],
        },
        {"title": "three", "serves": ["promotion"], "starts_on": "2008-03-01"},
    ]
    found = document_of(application)["diagnosis"]
    assert found["elements"][3] == {
        "element": "promotion",
        "done": 1,
        "committed": 1,
        "output": 1,
        "result": 1,
        "impact": 1,
        "budget_cents": 350,
        "without_budget": 1,
        "partners": 2,
    }
    years = [(each["age"], each["actions"], each["output"], each["result"]) for each in found["years"]]
    assert years == [(1, 2, 1, 1), (2, 1, 0, 1), (3, 1, 0, 1)]
    assert [each["outputs_only"] for each in found["years"]] == [False, False, False]
    assert found["undated"] == ["three"]
    assert [each["reached"] for each in found["indicators"]] == [True, False, None]
    assert found["basis"] == "evaluation"


# --- stated without effect --------------------------------------------------------------------------------------------


def put(*path: Any, value: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        held: Any = document
        for key in path[:-1]:
            held = held[key]
        held[path[-1]] = value

    return change


def of_2011() -> Document:
    application = renewal(
        "2007", recognised_on="2008-03-01", starts_on="2011-03-01", filed_on="2010-09-01", given_on="2011-01-15"
    )
    for name in ("objectives_contract", "favourable_evolution", "results_reported"):
        del application["request"][name]
    del application["applicant"]["members"][0]["fees"]
    del application["applicant"]["members"][1]["fees"]
    return application


SPECIFIC = of_kind("specific_subsidy", day="2010-01-01", version=None, purpose="joint_task")
WITHDRAWAL = of_kind("withdrawal", day="2010-01-01", version=None)
ABOLISHED = changed(sound("2024"), lambda each: each["request"].update(starts_on="2025-12-31"))
ABOLISHED["opinion"] = {"given_on": "2026-01-01"}
UNUSED: list[tuple[Document, Callable[[Document], None], list[str]]] = [
    (of_2011(), put("request", "objectives_contract", value=True), ["request.objectives_contract"]),
    (of_2011(), put("request", "favourable_evolution", value=True), ["request.favourable_evolution"]),
    (of_2011(), put("request", "results_reported", value=False), ["request.results_reported"]),
    (of_2011(), put("request", "purpose", value="joint_task"), ["request.purpose"]),
    (of_2011(), put("request", "prior_subsidy_years", value=0), []),
    (sound("2024"), put("request", "prior_subsidy_years", value=0), ["request.prior_subsidy_years"]),
    (sound("2024"), put("request", "new_action_plan", value=True), ["request.new_action_plan"]),
    (of_2011(), put("applicant", "agreement_clauses", value=True), ["applicant.agreement_clauses"]),
    (of_2011(), put("applicant", "members", 1, "fees", value=[]), ["applicant.members[*].fees"]),
    (of_2011(), put("actions", 0, "serves", value=["mutual_knowledge", "visibility"]), ["actions[0].serves[1]"]),
    (of_2011(), put("appraisals", 3, "subject", value="reference_network"), ["appraisals[3]"]),
    (of_2011(), put("opinion", "criteria", 9, "subject", value="articulation"), ["opinion.criteria[9]"]),
    (of_2011(), put("opinion", "actions", 0, "subject", value="visibility"), ["opinion.actions[0]"]),
    (WITHDRAWAL, put("request", "recognised_on", value="2008-03-01"), ["request.recognised_on"]),
    (WITHDRAWAL, put("request", "purpose", value="joint_task"), ["request.purpose"]),
    (WITHDRAWAL, put("applicant", "fields", value=["energy"]), ["applicant.fields"]),
    (WITHDRAWAL, put("applicant", "members", value=[]), []),
    (WITHDRAWAL, put("applicant", "agreement_clauses", value=False), ["applicant.agreement_clauses"]),
    (WITHDRAWAL, put("actions", value=[]), ["actions"]),
    (WITHDRAWAL, put("appraisals", value=[{"subject": "common_vision"}]), ["appraisals"]),
    (
        WITHDRAWAL,
        put("opinion", value={"given_on": "2010-01-01", "innovation": {"favourable": True}}),
        ["opinion.innovation"],
    ),
    (SPECIFIC, put("request", "recognised_on", value="2008-03-01"), []),
    (
        of_kind("withdrawal", day="2026-01-01", version=None),
        put("opinion", value={"given_on": "2026-01-01"}),
        ["opinion"],
    ),
    (
        ABOLISHED,
        put("opinion", "votes", value=[{"member": "A", "seat": "minister", "substitute": False, "ballot": "for"}]),
        ["opinion.votes"],
    ),
    (ABOLISHED, put("opinion", "innovation", value={"favourable": True}), ["opinion.innovation"]),
]


@pytest.mark.parametrize(("application", "change", "unused"), UNUSED)
def test_what_is_stated_without_effect(
    application: Document, change: Callable[[Document], None], unused: list[str]
) -> None:
    assert document_of(application)["unused"] == []
    assert document_of(changed(application, change))["unused"] == unused
