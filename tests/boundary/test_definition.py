"""What a cluster is (art. 1), at the edges: half of the founders, the form of the day, the kinds of members."""

from typing import Any

import pytest

from tests.boundary.applications import Document, changed, condition, member, sound, verdicts

ACTIVE = member("active")
ABROAD = member("abroad", active_in_wallonia=False)
UNIVERSITY = member("university", "university")
RESEARCH = member("research", "research_centre")
LATER = member("later", founder=False)
UNKNOWN_PLACE = member("place unknown", active_in_wallonia=None)
UNKNOWN_FOUNDER = member("founder unknown", founder=None)
UNKNOWN_BOTH = member("both unknown", active_in_wallonia=None, founder=None)
UNKNOWN_UNIVERSITY = member("university, founder unknown", "university", founder=None)
UNIVERSITY_SOMEWHERE = member("university, place unknown", "university", active_in_wallonia=None)

# Members, verdict, and what is missing: [index].fact. More than half of the founders, each counting for one.
INITIATIVES: list[tuple[str, list[Document], bool | None, list[str]]] = [
    ("one of one", [ACTIVE], True, []),
    ("none at all", [], False, []),
    ("nobody founded", [LATER, LATER], False, []),
    ("exactly half", [ACTIVE, UNIVERSITY], False, []),
    ("one more than half", [ACTIVE, ACTIVE, UNIVERSITY], True, []),
    ("two of four", [ACTIVE, ACTIVE, UNIVERSITY, RESEARCH], False, []),
    ("three of five", [ACTIVE, ACTIVE, ACTIVE, UNIVERSITY, RESEARCH], True, []),
    ("two of five", [ACTIVE, ACTIVE, UNIVERSITY, RESEARCH, RESEARCH], False, []),
    ("half of the companies are active elsewhere only", [ACTIVE, ABROAD], False, []),
    ("who joined later does not count", [ACTIVE, ACTIVE, UNIVERSITY, LATER, LATER], True, []),
    ("active, founder unknown, would make it", [ACTIVE, UNIVERSITY, UNKNOWN_FOUNDER], None, ["[2].founder"]),
    ("active, founder unknown, cannot unmake it", [ACTIVE, UNKNOWN_FOUNDER], True, []),
    ("active, founder unknown, cannot make it", [UNIVERSITY, UNKNOWN_FOUNDER], False, []),
    ("a founder whose place is unknown decides", [ACTIVE, UNKNOWN_PLACE], None, ["[1].active_in_wallonia"]),
    ("a founder whose place is unknown decides nothing", [ACTIVE, ACTIVE, UNKNOWN_PLACE], True, []),
    ("nor where it is lost", [UNIVERSITY, UNIVERSITY, UNKNOWN_PLACE], False, []),
    ("both unknown", [ACTIVE, UNKNOWN_BOTH], None, ["[1].founder", "[1].active_in_wallonia"]),
    ("both unknown, two more", [ACTIVE, ACTIVE, UNKNOWN_BOTH], True, []),
    ("a university may have founded it", [ACTIVE, UNKNOWN_UNIVERSITY], None, ["[1].founder"]),
    ("a university may not have", [ACTIVE, ACTIVE, UNKNOWN_UNIVERSITY], True, []),
    ("the place of a university is nothing to it", [ACTIVE, UNIVERSITY_SOMEWHERE], False, []),
]


@pytest.mark.parametrize(("what", "members", "verdict", "missing"), INITIATIVES, ids=[row[0] for row in INITIATIVES])
@pytest.mark.parametrize("version", ["2007", "2024", "2025"])
def test_the_majority_of_the_initiative(
    version: str, what: str, members: list[Document], verdict: bool | None, missing: list[str]
) -> None:
    document = sound(version)
    document["applicant"]["members"] = members
    found = condition(document, "initiative")
    assert found.holds is verdict
    assert list(found.missing) == [f"applicant.members{each}" for each in missing]
    assert found.step.assumptions == ("initiative_majority",)


def test_members_not_stated() -> None:
    document = changed(sound("2007"), lambda each: each["applicant"].pop("members"))
    for name in ("initiative", "members_named"):
        found = condition(document, name)
        assert (found.holds, found.missing, found.changes) == (None, ("applicant.members",), ())


# kind: whether the texts of 2007 and of 2024 name it (art. 1 al. 1)
NAMED = {
    "company": (True, True),
    "university": (True, True),
    "research_centre": (True, True),
    "training_centre": (True, True),
    "competence_centre": (None, True),
    "pole": (None, True),
    "other": (None, None),
}


@pytest.mark.parametrize("kind", NAMED)
@pytest.mark.parametrize("version", ["2007", "2024", "2025"])
def test_the_kinds_of_members_that_a_text_names(version: str, kind: str) -> None:
    document = sound(version)
    document["applicant"]["members"].append(member("third", kind, founder=False))
    found = condition(document, "members_named")
    verdict = NAMED[kind][0 if version == "2007" else 1]
    assert found.holds is verdict
    assert found.missing == (() if verdict else ("members_not_named",))
    assert [(each.action, each.path) for each in found.changes] == (
        [] if verdict else [("remove", "applicant.members[2]")]
    )


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"left_on": "2008-02-29"}, True),  # the day before the first day asked for, 1 March 2008
        ({"left_on": "2008-03-01"}, True),
        ({"left_on": "2008-03-02"}, None),
        ({"joined_on": "2008-02-29"}, None),
        ({"joined_on": "2008-03-01"}, None),
        ({"joined_on": "2008-03-02"}, True),
        ({}, None),
    ],
)
def test_the_members_are_those_of_the_first_day_asked_for(facts: Document, verdict: bool | None) -> None:
    document = sound("2007")
    document["applicant"]["members"].append(member("pole", "pole", founder=False, **facts))
    assert condition(document, "members_named").holds is verdict


def test_no_change_removes_two_members_at_once() -> None:
    document = sound("2007")
    document["applicant"]["members"] += [member("pole", "pole"), member("other", "other")]
    assert condition(document, "members_named").changes == ()


@pytest.mark.parametrize(
    ("fields", "verdict", "missing"),
    [(["energy"], True, ()), (["energy", "water"], True, ()), ([], False, ()), (None, None, ("applicant.fields",))],
)
def test_one_field_or_several(fields: list[str] | None, verdict: bool | None, missing: tuple[str, ...]) -> None:
    document = sound("2007")
    document["applicant"]["fields"] = fields
    if fields is None:
        del document["applicant"]["fields"]
    found = condition(document, "field")
    assert (found.holds, found.missing) == (verdict, missing)


# --- the legal form by the first day asked for ----------------------------------------------------------------------


def form(name: str, since: str) -> Document:
    return {"form": name, "since": since}


# An association de fait since 2000 that becomes an ASBL the day before, on the day, the day after.
@pytest.mark.parametrize(
    ("version", "starts_on", "since", "verdict"),
    [
        ("2024", "2025-01-01", "2024-12-31", True),
        ("2024", "2025-01-01", "2025-01-01", True),
        ("2024", "2025-01-01", "2025-01-02", False),
        ("2025", "2026-04-01", "2026-03-31", True),
        ("2025", "2026-04-01", "2026-04-01", True),
        ("2025", "2026-04-01", "2026-04-02", False),
    ],
)
def test_the_form_is_that_of_the_first_day(version: str, starts_on: str, since: str, verdict: bool) -> None:
    document = sound(version)
    document["request"]["starts_on"] = starts_on
    document["applicant"]["legal_forms"] = [form("asbl", since), form("association_de_fait", "2000-01-01")]
    assert condition(document, "legal_form").holds is verdict


@pytest.mark.parametrize("forms", [[], [{"form": "asbl", "since": "2025-01-02"}]])
def test_a_form_not_stated_for_the_day(forms: list[Document]) -> None:
    document = sound("2024")
    document["applicant"]["legal_forms"] = forms
    found = condition(document, "legal_form")
    assert (found.holds, found.missing, found.changes) == (None, ("applicant.legal_forms",), ())


# The forms of a first recognition: four in 2007; from 2 November 2023 GIE and GEIE are open; from 2024 the ASBL alone.
FORMS: list[tuple[str, str, dict[str, bool | None]]] = [
    ("2007", "2008-03-01", {"association_de_fait": True, "asbl": True, "gie": True, "geie": True}),
    ("2007", "2023-11-01", {"association_de_fait": True, "asbl": True, "gie": True, "geie": True}),
    ("2007", "2023-11-02", {"association_de_fait": True, "asbl": True, "gie": None, "geie": None}),
    ("2007", "2024-06-30", {"association_de_fait": True, "asbl": True, "gie": None, "geie": None}),
    ("2024", "2024-07-01", {"association_de_fait": False, "asbl": True, "gie": False, "geie": False}),
    ("2024", "2025-12-31", {"association_de_fait": False, "asbl": True, "gie": False, "geie": False}),
    ("2025", "2026-01-01", {"association_de_fait": False, "asbl": True, "gie": False, "geie": False}),
]


@pytest.mark.parametrize(("version", "starts_on", "expected"), FORMS, ids=[row[1] for row in FORMS])
def test_the_forms_of_a_first_recognition(version: str, starts_on: str, expected: dict[str, bool | None]) -> None:
    for name, verdict in expected.items():
        document = sound(version)
        document["request"].update(starts_on=starts_on, filed_on="2008-01-15")
        document["applicant"]["legal_forms"] = [form(name, "2000-01-01")]
        found = condition(document, "legal_form")
        assert (found.holds, found.missing) == (verdict, () if verdict is not None else ("legal_forms_2023",)), name


# --- the clauses of an association de fait (art. 1 al. 2) -----------------------------------------------------------

CLAUSES: list[tuple[str | None, bool | None, bool | None, list[str]]] = [
    ("association_de_fait", True, True, []),
    ("association_de_fait", False, False, []),
    ("association_de_fait", None, None, ["agreement_clauses"]),
    (None, True, True, []),
    (None, False, None, ["legal_forms"]),
    (None, None, None, ["legal_forms", "agreement_clauses"]),
]


@pytest.mark.parametrize(("name", "clauses", "verdict", "missing"), CLAUSES)
def test_the_clauses_of_an_association_de_fait(
    name: str | None, clauses: bool | None, verdict: bool | None, missing: list[str]
) -> None:
    document = with_clauses("2007", name, clauses)
    found = condition(document, "agreement_clauses")
    assert (found.holds, list(found.missing)) == (verdict, [f"applicant.{each}" for each in missing])
    assert [str(citation) for citation in found.citations] == ["decree-2007 art. 1 al. 2"]


def with_clauses(version: str, name: str | None, clauses: bool | None) -> Document:
    document: dict[str, Any] = sound(version)
    document["applicant"]["legal_forms"] = [] if name is None else [form(name, "2000-01-01")]
    if clauses is not None:
        document["applicant"]["agreement_clauses"] = clauses
    return document


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("2007", "asbl"),
        ("2007", "gie"),
        ("2007", "geie"),
        ("2024", "association_de_fait"),
        ("2025", "association_de_fait"),
    ],
)
def test_no_other_form_and_no_later_text_asks_for_clauses(version: str, name: str) -> None:
    assert "agreement_clauses" not in verdicts(with_clauses(version, name, clauses=False))


# --- what is left to judgement --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "names"),
    [
        ("2007", ("critical_mass", "cooperation_framework", "complementary_relations", "common_vision")),
        (
            "2024",
            (
                "reference_network",
                "critical_mass",
                "cooperation_framework",
                "complementary_relations",
                "economic_contribution",
                "regional_policies",
                "regional_added_value",
            ),
        ),
    ],
)
@pytest.mark.parametrize("met", [True, False, None])
def test_an_appraisal_is_taken_as_stated(version: str, names: tuple[str, ...], met: bool | None) -> None:
    for index, name in enumerate(names):
        document = sound(version)
        document["appraisals"][index]["met"] = met
        if met is None:
            del document["appraisals"][index]["met"]
        found = condition(document, name)
        assert found.holds is met
        assert found.missing == (() if met is not None else (f"appraisals[{name}].met",))
        del document["appraisals"][index]
        assert condition(document, name).holds is None
