"""Each single change that an assessment proposes makes its condition met, and makes no other condition unmet."""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from clusterlaw.assessment import Assessment
from clusterlaw.changes import BLANK, Change
from tests.boundary.applications import (
    AXES,
    TEN,
    Document,
    assessed,
    condition,
    member,
    opinion,
    renewal,
    sound,
)
from tests.properties.applications import documents

SHIPPED = sorted((Path(__file__).parents[2] / "examples" / "applications").glob("*.json"))
_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")


def keys(path: str) -> list[str | int]:
    """The keys of a path such as "applicant.members[3].founder"."""
    assert re.fullmatch(r"[a-z_]+(\.[a-z_]+|\[\d+\])*", path), path
    return [name or int(index) for name, index in _STEP.findall(path)]


def applied(document: Document, change: Change) -> Document:
    """The document as a user writes it after the change."""
    copied: Any = deepcopy(document)
    *outer, last = keys(change.path)
    held = copied
    for key in outer:
        held = held[key]
    if change.action == "set":
        held[last] = change.value
    elif change.action == "add":
        held.setdefault(last, []).append(change.value)
    else:
        assert change.action == "remove"
        del held[last]
    return json.loads(json.dumps(copied))  # type: ignore[no-any-return]


def unmet(found: Assessment) -> set[str]:
    return {each.name for each in found.conditions if each.holds is False}


def check_changes(document: Document) -> int:
    """Apply each change by itself, and say how many there were."""
    before = assessed(document)
    tried = 0
    for each in before.conditions:
        assert not (each.holds and each.changes), each.name
        for change in each.changes:
            after = assessed(applied(document, change))
            (same,) = (other for other in after.conditions if other.name == each.name)
            assert same.holds is True, change
            assert unmet(after) <= unmet(before), change
            tried += 1
    return tried


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_each_change_of_a_shipped_file_does_what_it_says(file: Path) -> None:
    document = json.loads(file.read_text(encoding="utf-8"))
    found = assessed(document)
    assert check_changes(document) >= len(unmet(found))


@given(documents())
def test_each_change_does_what_it_says(document: Document) -> None:
    check_changes(document)


def changes(document: Document, name: str) -> list[tuple[str, str, Any]]:
    found = condition(document, name)
    check_changes(document)
    return [(change.action, change.path, change.value) for change in found.changes]


def test_an_axis_without_an_action() -> None:
    document = sound("2007")
    del document["actions"][2]
    assert changes(document, AXES[2]) == [
        ("add", "actions", {"title": BLANK, "serves": ["partnerships"], "status": "done"})
    ]


def test_a_mission_to_which_the_cluster_is_only_committed() -> None:
    document = sound("2024")
    document["actions"][1]["status"] = "committed"
    assert changes(document, "matchmaking") == [
        ("set", "actions[1].status", "done"),
        ("add", "actions", {"title": BLANK, "serves": ["matchmaking"], "status": "done"}),
    ]


def test_an_unfavourable_appraisal() -> None:
    document = sound("2024")
    document["appraisals"][5]["met"] = False
    assert changes(document, "regional_policies") == [("set", "appraisals[5].met", True)]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2024-12-31", ("add", "applicant.legal_forms", {"form": "asbl", "since": "2025-01-01"})),
        ("2025-01-01", ("set", "applicant.legal_forms[0].form", "asbl")),
    ],
)
def test_a_form_to_take_by_the_day(since: str, expected: tuple[str, str, Any]) -> None:
    document = sound("2024")
    document["applicant"]["legal_forms"] = [{"form": "gie", "since": since}]
    assert changes(document, "legal_form") == [expected]


def test_the_forms_that_a_renewal_accepts() -> None:
    document = renewal(
        "2007", recognised_on="2008-03-01", starts_on="2011-03-01", filed_on="2010-09-01", given_on="2011-01-15"
    )
    document["applicant"]["legal_forms"] = [{"form": "association_de_fait", "since": "2008-01-01"}]
    document["applicant"]["agreement_clauses"] = True
    assert [value["form"] for _, _, value in changes(document, "legal_form")] == ["asbl", "gie", "geie"]


def test_the_association_de_fait_is_not_proposed_without_its_clauses() -> None:
    # Since 2 November 2023 the GIE is open: of the forms that the text certainly accepts, the ASBL needs no clauses.
    document = sound("2007")
    document["request"]["starts_on"] = "2023-11-02"
    document["applicant"]["legal_forms"] = [{"form": "gie", "since": "2008-01-01"}]
    document["applicant"]["agreement_clauses"] = False
    assert [value["form"] for _, _, value in changes(document, "legal_form")] == ["asbl"]
    document["applicant"]["agreement_clauses"] = True
    assert [value["form"] for _, _, value in changes(document, "legal_form")] == ["association_de_fait", "asbl"]


def test_what_would_turn_the_majority() -> None:
    document = sound("2007")
    document["applicant"]["members"] = [
        member("active"),
        member("university", "university"),
        member("abroad", active_in_wallonia=False),
        member("later", founder=False),
    ]
    # 1 for, 2 against: making the second one active gives 2 to 1; no other single fact of a member gives a majority.
    assert changes(document, "initiative") == [("set", "applicant.members[2].active_in_wallonia", True)]
    document["applicant"]["members"].append(member("research", "research_centre"))
    assert changes(document, "initiative") == []  # 1 for, 3 against: no single fact turns it
    document["applicant"]["members"].pop()
    document["applicant"]["members"][2]["founder"] = False
    # 1 for, 1 against: one more founder, or one fewer against.
    assert changes(document, "initiative") == [
        ("set", "applicant.members[1].founder", False),
        ("set", "applicant.members[3].founder", True),
        (
            "add",
            "applicant.members",
            {"name": BLANK, "kind": "company", "active_in_wallonia": True, "founder": True},
        ),
    ]


def test_no_field() -> None:
    document = sound("2007")
    document["applicant"]["fields"] = []
    assert changes(document, "field") == [("add", "applicant.fields", BLANK)]


def test_clauses_to_agree_on() -> None:
    document = sound("2007")
    document["applicant"].update(
        legal_forms=[{"form": "association_de_fait", "since": "2008-01-01"}], agreement_clauses=False
    )
    assert changes(document, "agreement_clauses") == [("set", "applicant.agreement_clauses", True)]


@pytest.mark.parametrize("name", ["new_action_plan", "new_objectives"])
def test_a_fact_of_the_request(name: str) -> None:
    document = renewal(
        "2007", recognised_on="2008-03-01", starts_on="2011-03-01", filed_on="2010-09-01", given_on="2011-01-15"
    )
    document["request"][name] = False
    assert changes(document, name) == [("set", f"request.{name}", True)]


def test_the_one_point_that_an_opinion_leaves_out() -> None:
    document = sound("2007")
    whole = opinion("2007", given_on="2008-02-12")
    document["opinion"] = {**whole, "criteria": whole["criteria"][1:]}
    assert changes(document, "opinion") == [("add", "opinion.criteria", {"subject": TEN[0], "reason": BLANK})]
    document["opinion"] = {**whole, "criteria": [{"subject": TEN[0], "reason": ""}, *whole["criteria"][1:]]}
    assert changes(document, "opinion") == [("set", "opinion.criteria[0].reason", BLANK)]
    document["opinion"] = {key: value for key, value in whole.items() if key != "innovation"}
    assert changes(document, "opinion") == [("set", "opinion.innovation", {"reason": BLANK})]
    document["opinion"] = {**whole, "actions": whole["actions"][:5]}
    assert changes(document, "opinion") == [("add", "opinion.actions", {"subject": AXES[5], "reason": BLANK})]
    document["opinion"] = {**whole, "actions": whole["actions"][:4]}
    assert changes(document, "opinion") == []  # two points are left out: no single change would do
