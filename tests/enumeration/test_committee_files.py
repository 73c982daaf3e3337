"""Every kind of file on every day on which the committee changes, every seat, and every point left out by itself."""

from datetime import date

import pytest

from clusterlaw.application import Opinion, View, Vote
from clusterlaw.assumptions import Assumptions
from clusterlaw.law import in_force
from clusterlaw.law.selections import selection_of
from clusterlaw.opinion import OpinionFinding, check_opinion
from clusterlaw.rules.committee import is_deliberative, mission_for
from tests.boundary.applications import AXES, ELEVEN, FIVE, MISSIONS, TEN, THREE, assessed, of_kind

# Which committee sees which file under which item of art. 4 al. 1, and whether art. 5 asks for reasons (True) or not.
# Not in the table: no committee sees such a file.
IN_2007 = {
    "first_recognition": ("1°", True),
    "renewal": ("2°", True),
    "specific_subsidy": ("3°", True),
    "withdrawal": ("4°", False),
    "implementation": ("5°", False),
}
IN_2024 = {
    "first_recognition": ("1°", True),
    "renewal": ("2°", True),
    "implementation": ("3°", False),
    "withdrawal": ("4°", False),
    "half_way_evaluation": ("5°", False),
}
DAYS = {
    date(2007, 7, 1): IN_2007,
    date(2023, 11, 1): IN_2007,
    date(2023, 11, 2): IN_2007,
    date(2024, 6, 30): IN_2007,
    date(2024, 7, 1): IN_2024,
    date(2025, 12, 31): IN_2024,
    date(2026, 1, 1): {},
    date(2030, 1, 1): {},
}
KINDS = (
    "first_recognition",
    "renewal",
    "specific_subsidy",
    "withdrawal",
    "implementation",
    "half_way_evaluation",
)
CASES = [(day, kind) for day in DAYS for kind in KINDS]


def checked(opinion: Opinion, kind: str, purpose: str | None = None) -> OpinionFinding:
    if kind == "specific_subsidy":
        purpose = purpose or "joint_task"
    return check_opinion(opinion, kind=kind, purpose=purpose, assumptions=Assumptions())  # type: ignore[arg-type]


@pytest.mark.parametrize(("day", "kind"), CASES)
def test_which_committee_sees_which_file(day: date, kind: str) -> None:
    table = DAYS[day]
    year = "" if table is IN_2007 else " (2024)"
    committee = selection_of(in_force(day, assumptions=Assumptions())).committee.value
    mission = mission_for(committee=committee, kind=kind)  # type: ignore[arg-type]
    found = checked(Opinion(given_on=day), kind)
    assert found.mission == mission
    if kind not in table:
        assert (mission, found.asked, found.grounds, found.sound) == (None, False, (), False)
        return
    item, asked = table[kind]
    assert mission is not None
    assert str(mission.citation) == f"decree-2007 art. 4 al. 1 {item}{year}"
    assert (found.asked, bool(found.grounds), found.sound) == (asked, asked, not asked)


@pytest.mark.parametrize(("day", "kind"), [case for case in CASES if case[1] not in ("first_recognition", "renewal")])
def test_whether_a_file_that_asks_for_no_recognition_needs_an_opinion(day: date, kind: str) -> None:
    facts = {"purpose": "joint_task"} if kind == "specific_subsidy" else {}
    found = assessed(of_kind(kind, day=day.isoformat(), version=None, **facts))
    needed = kind in DAYS[day]
    assert [(each.name, each.holds, each.missing) for each in found.conditions] == (
        [("opinion", None, ("opinion",))] if needed else []
    )
    assert (found.recognition, found.subsidy, found.opinion_asked) == (None, None, needed)


SEATS = {
    "minister": (True, True),
    "economy_administration": (True, None),
    "technology_administration": (True, None),
    "economic_and_social_council": (False, True),
    "independent": (False, False),
    "designated_service": (None, True),
    "poles": (None, False),
    "throne": (None, None),
}


@pytest.mark.parametrize("seat", SEATS)
@pytest.mark.parametrize(("index", "day"), [(0, date(2010, 1, 1)), (1, date(2024, 10, 1))])
def test_the_capacity_of_a_seat(seat: str, index: int, day: date) -> None:
    votes = SEATS[seat][index]
    committee = selection_of(in_force(day, assumptions=Assumptions())).committee.value
    assert committee is not None
    assert is_deliberative(seat=seat, committee=committee) is votes
    for substitute in (False, True):
        vote = Vote(member="M", seat=seat, substitute=substitute, ballot="for", mandate_started_on=day)
        (found,) = checked(Opinion(given_on=day, votes=(vote,)), "withdrawal").votes
        capacity = {True: "deliberative", False: "consultative", None: "no_seat"}[votes]
        assert (found.capacity, found.counts) == (capacity, votes is True)


# --- a whole opinion, and each of its points left out -----------------------------------------------------------------

# kind, purpose, day, axes or missions, criteria: 1 + 6 + 10 points, with 3 or 5 more; 1 + 4 + 11 since 2024.
WHOLE: dict[str, tuple[str, str | None, date, tuple[str, ...], tuple[str, ...]]] = {
    "first_2007": ("first_recognition", None, date(2010, 1, 1), AXES, TEN),
    "renewal_2007": ("renewal", None, date(2010, 1, 1), AXES, TEN),
    "international": ("specific_subsidy", "international_programme", date(2010, 1, 1), AXES, (*TEN, *THREE)),
    "joint_task": ("specific_subsidy", "joint_task", date(2010, 1, 1), AXES, (*TEN, *FIVE)),
    "first_2024": ("first_recognition", None, date(2024, 10, 1), MISSIONS, ELEVEN),
    "renewal_2024": ("renewal", None, date(2024, 10, 1), MISSIONS, ELEVEN),
}
POINTS = [
    (file, part, name)
    for file, (_, _, _, elements, criteria) in WHOLE.items()
    for part, names in (("innovation", ("innovation",)), ("actions", elements), ("criteria", criteria))
    for name in names
]
NOTHING = {"no view": None, "no reason": "", "blanks": " \n"}


def a_view(name: str, reason: str | None = "because") -> View:
    return View(subject=name, reason=reason)


def opinion_without(file: str, part: str, name: str, said: str | None) -> OpinionFinding:
    kind, purpose, day, elements, criteria = WHOLE[file]

    def views(of: str, names: tuple[str, ...]) -> tuple[View, ...]:
        kept = [a_view(each) for each in names if (of, each) != (part, name)]
        return (*kept, a_view(name, said)) if of == part and said is not None else tuple(kept)

    innovation: View | None = a_view("innovation")
    if part == "innovation":
        innovation = None if said is None else a_view("innovation", said)
    opinion = Opinion(
        given_on=day, innovation=innovation, actions=views("actions", elements), criteria=views("criteria", criteria)
    )
    return checked(opinion, kind, purpose)


@pytest.mark.parametrize(
    ("file", "points"),
    [
        ("first_2007", 17),
        ("renewal_2007", 17),
        ("international", 20),
        ("joint_task", 22),
        ("first_2024", 16),
        ("renewal_2024", 16),
    ],
)
def test_a_whole_opinion_is_sound(file: str, points: int) -> None:
    found = opinion_without(file, "nothing", "", None)
    assert (found.sound, found.left_out, len(found.grounds)) == (True, (), points)


@pytest.mark.parametrize("said", NOTHING)
@pytest.mark.parametrize(("file", "part", "name"), POINTS)
def test_what_is_left_out_is_named_and_nothing_else(file: str, part: str, name: str, said: str) -> None:
    found = opinion_without(file, part, name, NOTHING[said])
    assert not found.sound
    assert [(ground.part, ground.name) for ground in found.left_out] == [(part, name)]


@pytest.mark.parametrize(("file", "part", "name"), POINTS)
@pytest.mark.parametrize("favourable", [True, False])
def test_a_finding_takes_a_point_into_account_but_is_no_reason_on_a_criterion(
    file: str, part: str, name: str, favourable: bool
) -> None:
    # Art. 5 al. 1: the innovative character and the actions are taken into account; on the criteria reasons are given.
    kind, purpose, day, elements, criteria = WHOLE[file]
    bare = View(subject=name, favourable=favourable)

    def views(names: tuple[str, ...], of: str) -> tuple[View, ...]:
        return tuple(bare if (of, each) == (part, name) else a_view(each) for each in names)

    opinion = Opinion(
        given_on=day,
        innovation=bare if part == "innovation" else a_view("innovation"),
        actions=views(elements, "actions"),
        criteria=views(criteria, "criteria"),
    )
    found = checked(opinion, kind, purpose)
    assert found.sound is (part != "criteria")


def test_an_unfavourable_opinion_is_as_sound_as_a_favourable_one() -> None:
    kind, purpose, day, elements, criteria = WHOLE["first_2007"]
    against = [View(subject=name, favourable=False, reason="because") for name in (*elements, *criteria, "innovation")]
    opinion = Opinion(given_on=day, innovation=against[-1], actions=tuple(against[:6]), criteria=tuple(against[6:16]))
    assert checked(opinion, kind, purpose).sound
