"""Conditions that depend on the day: text in force, commitment, sixth year, results, deadline of a renewal."""

from typing import Any

import pytest

from tests.boundary.applications import (
    AXES,
    MISSIONS,
    Document,
    assessed,
    condition,
    opinion,
    renewal,
    sound,
    verdicts,
)

# First day asked for: the identifier of the text, its label, the length of the period, what it asks of the plan.
DAYS: list[tuple[str, str, str, str, tuple[str, ...]]] = [
    ("2007-07-01", "2007", "text of 2007", "2010-07-01", AXES),
    ("2023-11-01", "2007", "text of 2007", "2026-11-01", AXES),
    ("2023-11-02", "2007", "text of 2007, art. 1 amended in 2023", "2026-11-02", AXES),
    ("2024-06-30", "2007", "text of 2007, art. 1 amended in 2023", "2027-06-30", AXES),
    ("2024-07-01", "2024", "text of 2024", "2028-07-01", MISSIONS),
    ("2025-12-31", "2024", "text of 2024", "2029-12-31", MISSIONS),
    ("2026-01-01", "2025", "text of 2025", "2027-01-01", MISSIONS),
]


@pytest.mark.parametrize(("day", "identifier", "label", "ends", "elements"), DAYS, ids=[row[0] for row in DAYS])
def test_the_text_of_the_first_day_asked_for(
    day: str, identifier: str, label: str, ends: str, elements: tuple[str, ...]
) -> None:
    document = sound(identifier)
    document["request"].update(filed_on="2007-01-01", starts_on=day)
    document.pop("opinion", None)
    found = assessed(document)
    assert (found.text.identifier, found.text.label.en) == (identifier, label)
    assert found.period is not None
    assert (found.period.number, str(found.period.ends_before)) == (1, ends)
    asked = [each.name for each in found.conditions]
    assert [name for name in asked if name in {*AXES, *MISSIONS}] == list(elements)
    # art. 2 since 2024: an objectives contract; the opinion until 2025
    assert ("objectives_contract" in asked, "opinion" in asked) == (identifier != "2007", identifier != "2025")


@pytest.mark.parametrize(
    ("entry", "identifier"), [("2026-04-01", "2025"), ("2026-04-02", "2024"), ("2026-01-08", "2025")]
)
def test_the_assumed_day_of_the_text_of_2025(entry: str, identifier: str) -> None:
    document = sound("2025")
    document["assumptions"] = {"entry_into_force_2025": entry}
    found = assessed(document)
    assert found.text.identifier == identifier
    assert "entry_into_force_2025" in found.assumptions


@pytest.mark.parametrize(("version", "rests"), [("2007", False), ("2024", True), ("2025", True)])
def test_an_assessment_says_that_its_text_rests_on_an_assumed_day(version: str, rests: bool) -> None:
    # Until 2024-07-01 no reading of that day matters; from then on the text of 2025 might already be in force.
    assert ("entry_into_force_2025" in assessed(sound(version)).assumptions) is rests


# --- activities (art. 2) --------------------------------------------------------------------------------------------

# What the plan has for one axis or mission: the verdict of 2007 and the one since 2024, and what is missing.
PLANS: list[tuple[str, list[Any], bool | None, bool | None, list[str]]] = [
    ("nothing", [], False, False, []),
    ("done", ["done"], True, True, []),
    ("committed", ["committed"], True, None, ["commitment_2024"]),
    ("status not stated", [None], True, None, ["actions[0].status"]),
    ("both", ["committed", "done"], True, True, []),
    ("committed and not stated", ["committed", None], True, None, ["actions[1].status", "commitment_2024"]),
    ("not stated and done", [None, "done"], True, True, []),
]


@pytest.mark.parametrize(("what", "plan", "in_2007", "since", "missing"), PLANS, ids=[row[0] for row in PLANS])
@pytest.mark.parametrize(
    ("version", "element"), [("2007", "promotion"), ("2024", "visibility"), ("2025", "matchmaking")]
)
def test_an_axis_or_mission_is_covered(
    version: str,
    element: str,
    what: str,
    plan: list[str | None],
    in_2007: bool | None,
    since: bool | None,
    missing: list[str],
) -> None:
    document = sound(version)
    others = [action for action in document["actions"] if element not in action["serves"]]
    document["actions"] = [
        {"title": "T", "serves": [element], **({} if status is None else {"status": status})} for status in plan
    ] + others
    found = condition(document, element)
    verdict = in_2007 if version == "2007" else since
    assert (found.holds, list(found.missing)) == (verdict, missing if verdict is None else [])


def test_an_action_may_serve_several_axes() -> None:
    document = sound("2007")
    document["actions"] = [{"title": "all", "serves": list(AXES), "status": "committed"}]
    assert [verdicts(document)[name] for name in AXES] == [True] * 6


def test_an_axis_is_no_mission() -> None:
    document = sound("2024")
    document["actions"] = [{"title": "all", "serves": list(AXES), "status": "done"}]
    assert [verdicts(document)[name] for name in MISSIONS] == [False] * 4
    assert assessed(document).unused == tuple(f"actions[0].serves[{place}]" for place in range(6))


def test_no_plan() -> None:
    for version, elements in (("2007", AXES), ("2024", MISSIONS)):
        document = sound(version)
        del document["actions"]
        for name in elements:
            found = condition(document, name)
            assert (found.holds, found.missing, found.changes) == (None, ("actions",), ())


# --- renewals (art. 3) ----------------------------------------------------------------------------------------------

# Recognised on 1 March 2008 under the text of 2007: triennia from 2008, 2011, 2014, 2017.
OF_2007 = {
    2: {"new_action_plan": "subsidy", "new_objectives": "subsidy"},
    3: {"favourable_evolution": "subsidy"},
    4: {"favourable_evolution": "subsidy"},
}


def triennium(number: int, **request: Any) -> Document:
    year = 2008 + 3 * (number - 1)
    document = renewal(
        "2007",
        recognised_on="2008-03-01",
        starts_on=f"{year}-03-01",
        filed_on=f"{year - 1}-10-01",
        given_on=f"{year}-01-15",
    )
    document["request"].update(request)
    return document


@pytest.mark.parametrize("number", OF_2007)
def test_what_a_renewal_under_the_text_of_2007_asks(number: int) -> None:
    asked = ("new_action_plan", "new_objectives", "favourable_evolution", "results_reported", "new_objectives_contract")
    found = {each.name: each.affects for each in assessed(triennium(number)).conditions if each.name in asked}
    assert found == OF_2007[number]


@pytest.mark.parametrize(
    ("number", "prior", "reading", "asked", "presumed"),
    [
        # The condition begins beyond the sixth year: year 7 is in the third triennium.
        (2, None, None, False, False),
        (2, 0, None, False, False),
        (3, None, None, True, False),
        # Years 4 to 6 of the recognition with one year before: the seventh year of subsidy is year 6.
        (2, 1, "from_recognition", False, True),
        (2, 1, "with_prior_years", True, False),
        # With six years before, year 1 of the recognition is the seventh.
        (2, 6, "with_prior_years", True, False),
        (3, 6, "with_prior_years", True, False),
    ],
)
def test_beyond_the_sixth_year(
    number: int, prior: int | None, reading: str | None, asked: bool, presumed: bool
) -> None:
    document = triennium(number)
    if prior is not None:
        document["request"]["prior_subsidy_years"] = prior
    if reading is not None:
        document["assumptions"] = {"sixth_year_counting": reading}
    found = assessed(document)
    assert ("favourable_evolution" in verdicts(document)) is asked
    named = "sixth_year_counting" in found.assumptions
    # Named where the other reading would ask for more, or where this one asked for what the other does not.
    assert named is (presumed or (asked and number == 2))


@pytest.mark.parametrize(("prior", "asked"), [(5, True), (4, True), (3, False)])
def test_the_first_recognition_of_a_cluster_with_prior_years(prior: int, asked: bool) -> None:
    # Years 1 to 3 of the recognition, the seventh of subsidy being year 7 - prior: 2, 3, 4.
    document = sound("2007")
    document["request"].update(prior_subsidy_years=prior, favourable_evolution=True)
    document["assumptions"] = {"sixth_year_counting": "with_prior_years"}
    assert ("favourable_evolution" in verdicts(document)) is asked
    document["assumptions"] = {"sixth_year_counting": "from_recognition"}
    assert "favourable_evolution" not in verdicts(document)


@pytest.mark.parametrize(
    ("prior", "reading", "presumed"),
    [(None, "with_prior_years", True), (0, "with_prior_years", False), (None, "from_recognition", False)],
)
def test_prior_years_that_are_not_stated_are_presumed_none(prior: int | None, reading: str, presumed: bool) -> None:
    document = triennium(2) if prior is None else triennium(2, prior_subsidy_years=prior)
    document["assumptions"] = {"sixth_year_counting": reading}
    assert ("no_prior_subsidy" in assessed(document).assumptions) is presumed
    # Since 2024 the rule of art. 10 is gone.
    later = sound("2024")
    later["assumptions"] = {"sixth_year_counting": reading}
    assert "no_prior_subsidy" not in assessed(later).assumptions


def after_a_triennium(**assumptions: str) -> Document:
    # Recognised on 1 August 2021 under the text of 2007; renewed on 1 August 2024 under that of 2024.
    document = renewal(
        "2024", recognised_on="2021-08-01", starts_on="2024-08-01", filed_on="2024-03-01", given_on="2024-07-01"
    )
    if assumptions:
        document["assumptions"] = assumptions
    return document


@pytest.mark.parametrize(("reading", "asked"), [(None, False), ("not_required", False), ("required", True)])
def test_the_results_after_a_triennium(reading: str | None, asked: bool) -> None:
    document = after_a_triennium() if reading is None else after_a_triennium(results_after_triennium=reading)
    assert ("results_reported" in verdicts(document)) is asked
    assert "results_after_triennium" in assessed(document).assumptions
    assert ("request.results_reported" in assessed(document).unused) is not asked


def test_the_results_after_a_quadriennium() -> None:
    document = renewal("2025", recognised_on="2024-08-01", starts_on="2028-08-01", filed_on="2028-03-01", given_on=None)
    assert verdicts(document)["results_reported"] is True
    assert "results_after_triennium" not in assessed(document).assumptions


@pytest.mark.parametrize(("stated", "verdict"), [(True, True), (False, False), (None, None)])
def test_a_new_objectives_contract_at_a_renewal(stated: bool | None, verdict: bool | None) -> None:
    document = after_a_triennium()
    document["request"].pop("objectives_contract")
    if stated is not None:
        document["request"]["objectives_contract"] = stated
    found = condition(document, "new_objectives_contract")
    assert (found.holds, found.affects) == (verdict, "recognition_and_subsidy")
    assert found.missing == (() if stated is not None else ("request.objectives_contract",))
    assert "objectives_contract" not in verdicts(document)  # asked once, as the new one


@pytest.mark.parametrize("name", ["association_de_fait", "asbl", "gie", "geie"])
def test_an_association_de_fait_is_not_renewed(name: str) -> None:
    document = triennium(2)
    document["applicant"].update(legal_forms=[{"form": name, "since": "2007-01-01"}], agreement_clauses=True)
    found = condition(document, "legal_form")
    assert found.holds is (name != "association_de_fait")
    assert [str(citation) for citation in found.citations] == ["decree-2007 art. 1 al. 3"]
    # Recognition and subsidy both fall.
    assert found.affects == "recognition_and_subsidy"


# --- the deadline of a renewal (art. 6, OFFICIAL: four months before the end) -----------------------------------------

# The triennium from 1 March 2008 ends on 28 February 2011: four months before 1 March 2011 is 1 November 2010.
DEADLINES = [
    ("before", "2010-10-31", "2010-10-31", False),
    ("before", "2010-11-01", "2010-10-31", True),
    ("on", "2010-11-01", "2010-11-01", False),
    ("on", "2010-11-02", "2010-11-01", True),
    ("on", "2010-10-31", "2010-11-01", False),
]


@pytest.mark.parametrize(("reading", "filed_on", "last", "late"), DEADLINES)
def test_a_late_request(reading: str, filed_on: str, last: str, late: bool) -> None:
    document = triennium(2, filed_on=filed_on)
    document["assumptions"] = {"deadline_counting": reading}
    found = assessed(document)
    assert (str(found.deadline), found.late) == (last, late)
    assert "deadline_counting" in found.assumptions
    # It turns no condition: no text says what a late request comes to.
    assert found.recognition == "met"


def test_no_deadline_for_a_first_recognition_and_an_open_one_in_2025() -> None:
    first = assessed(sound("2007"))
    assert (first.deadline, first.late, "renewal_deadline_2025" in first.questions) == (None, False, False)
    assert "deadline_counting" not in first.assumptions
    document = renewal("2025", recognised_on="2026-04-01", starts_on="2027-04-01", filed_on="2027-01-01", given_on=None)
    found = assessed(document)
    assert (found.deadline, found.late, "renewal_deadline_2025" in found.questions) == (None, False, True)


@pytest.mark.parametrize(("reading", "starts_on"), [("february_28", "2011-02-28"), ("march_1", "2011-03-01")])
def test_a_recognition_of_a_leap_day(reading: str, starts_on: str) -> None:
    document = renewal(
        "2007", recognised_on="2008-02-29", starts_on=starts_on, filed_on="2010-09-01", given_on="2011-01-15"
    )
    document["assumptions"] = {"leap_day": reading}
    found = assessed(document)
    assert found.period is not None
    assert (found.period.number, str(found.period.starts_on)) == (2, starts_on)
    assert "leap_day" in found.assumptions
    document["assumptions"] = {"leap_day": "march_1" if reading == "february_28" else "february_28"}
    with pytest.raises(ValueError, match=r"request\.starts_on: no later recognition period starts on"):
        assessed(document)


def test_the_evaluation_of_art_8_may_come_after_the_request() -> None:
    assert "evaluation_before_request" in assessed(triennium(2)).questions
    assert "evaluation_before_request" not in assessed(sound("2007")).questions


def test_the_opinion_of_a_renewal_is_that_of_its_own_day() -> None:
    document = triennium(2)
    document["opinion"] = opinion("2007", given_on="2011-02-28")
    assert condition(document, "opinion").holds is True
