"""Whole applications as documents, one for each text, in which everything is stated and every condition is met.

The names are written by hand from the texts; the tests change one place at a time.
"""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from clusterlaw.application_interchange import read_application
from clusterlaw.assessment import Assessment, assess
from clusterlaw.eligibility import ConditionAssessed

Document = dict[str, Any]

AXES = (
    "mutual_knowledge",
    "commercial_links_and_innovation",
    "partnerships",
    "promotion",
    "exchange_between_clusters",
    "synergies",
)
MISSIONS = ("ecosystem_map", "matchmaking", "visibility", "innovation_in_transitions")
TEN = (
    "representativeness",
    "integration_of_members",
    "interaction",
    "vision_and_quality",
    "performance_indicators",
    "animation_and_governance",
    "regional_added_value",
    "additionality",
    "durability",
    "complementarity",
)
ELEVEN = (*TEN, "articulation")
THREE = ("integration_in_project", "programmes_and_actions", "international_returns")
FIVE = ("partnership_agreement", "task_additionality", "task_returns", "cooperation_quality", "financial_plan")
APPRAISED_2007 = ("critical_mass", "cooperation_framework", "complementary_relations", "common_vision")
APPRAISED_2024 = (
    "reference_network",
    "critical_mass",
    "cooperation_framework",
    "complementary_relations",
    "economic_contribution",
    "regional_policies",
    "regional_added_value",
)

# What each text asks for: elements, appraised points, criteria of the opinion.
ELEMENTS = {"2007": AXES, "2024": MISSIONS, "2025": MISSIONS}
APPRAISED = {"2007": APPRAISED_2007, "2024": APPRAISED_2024, "2025": APPRAISED_2024}
CRITERIA = {"2007": TEN, "2024": ELEVEN}
# The day of filing, of the opinion, and the first day asked for, of a first recognition.
DAYS = {
    "2007": ("2008-01-15", "2008-02-12", "2008-03-01"),
    "2024": ("2024-09-16", "2024-11-05", "2025-01-01"),
    "2025": ("2026-02-10", None, "2026-04-01"),
}
VERSIONS = ("2007", "2024", "2025")
VOTING = {
    "2007": ("minister", "economy_administration", "technology_administration"),
    "2024": ("minister", "designated_service", "economic_and_social_council"),
}


def opinion(version: str, *, given_on: str, specific: tuple[str, ...] = ()) -> Document:
    """An opinion that says something of everything that a text names, with one vote from each voting seat."""
    return {
        "given_on": given_on,
        "innovation": {"favourable": True, "reason": "new in its field"},
        "actions": [{"subject": name, "favourable": True, "reason": "seen"} for name in ELEMENTS[version]],
        "criteria": [
            {"subject": name, "favourable": True, "reason": "seen"} for name in (*CRITERIA[version], *specific)
        ],
        "votes": [
            {
                "member": f"{seat} 1",
                "seat": seat,
                "substitute": False,
                "ballot": "for",
                "mandate_started_on": f"{int(given_on[:4]) - 1}-01-01",
            }
            for seat in VOTING[version]
        ],
    }


def member(name: str, kind: str = "company", **facts: Any) -> Document:
    """A member of the cluster; a company active in the Walloon Region and a founder unless stated otherwise."""
    stated = {"name": name, "kind": kind, "active_in_wallonia": True, "founder": True}
    return {key: value for key, value in {**stated, **facts}.items() if value is not None}


def sound(version: str) -> Document:
    """A first recognition under a text: everything stated, every condition met."""
    filed_on, given_on, starts_on = DAYS[version]
    document: Document = {
        "format": "clusterlaw-application/1",
        "applicant": {
            "name": "Cluster",
            "legal_forms": [{"form": "asbl", "since": "2007-01-01"}],
            "members": [member("A", joined_on="2007-01-01", fees=[]), member("B", joined_on="2007-01-01", fees=[])],
            "fields": ["energy"],
        },
        "request": {"kind": "first_recognition", "filed_on": filed_on, "starts_on": starts_on},
        "actions": [{"title": f"on {name}", "serves": [name], "status": "done"} for name in ELEMENTS[version]],
        "appraisals": [{"subject": name, "met": True, "reason": "seen"} for name in APPRAISED[version]],
    }
    if given_on is not None:
        document["opinion"] = opinion(version, given_on=given_on)
    if version != "2007":
        document["request"]["objectives_contract"] = True
    return document


def renewal(version: str, *, recognised_on: str, starts_on: str, filed_on: str, given_on: str | None) -> Document:
    """A renewal under a text, of which the facts that a text may ask for are stated, all of them favourable."""
    document = sound(version)
    document["request"] = {
        "kind": "renewal",
        "filed_on": filed_on,
        "starts_on": starts_on,
        "recognised_on": recognised_on,
        "objectives_contract": True,
        "new_action_plan": True,
        "new_objectives": True,
        "favourable_evolution": True,
        "results_reported": True,
    }
    document.pop("opinion", None)
    if given_on is not None:
        document["opinion"] = opinion(version, given_on=given_on)
    return document


def of_kind(kind: str, *, day: str, version: str | None, given_on: str | None = None, **request: Any) -> Document:
    """A file that asks for no recognition, with an opinion of the committee of a version, or without one."""
    specific = {"international_programme": THREE, "joint_task": FIVE}.get(request.get("purpose", ""), ())
    document: Document = {
        "format": "clusterlaw-application/1",
        "applicant": {"name": "Cluster"},
        "request": {"kind": kind, "filed_on": day, "starts_on": day, **request},
    }
    if version is not None:
        document["opinion"] = opinion(version, given_on=given_on or day, specific=specific)
    return document


def changed(document: Document, change: Callable[[Document], Any]) -> Document:
    """A copy of a document, changed in one place."""
    copied = deepcopy(document)
    change(copied)
    return copied


def written(document: Document) -> bytes:
    """The document as bytes."""
    return json.dumps(document).encode()


def assessed(document: Document) -> Assessment:
    """The assessment of a document."""
    return assess(read_application(written(document)))


def condition(document: Document, name: str) -> ConditionAssessed:
    """The one condition of that name."""
    (found,) = (each for each in assessed(document).conditions if each.name == name)
    return found


def verdicts(document: Document) -> dict[str, bool | None]:
    """Each condition with its verdict."""
    return {each.name: each.holds for each in assessed(document).conditions}
