"""The review committee (art. 4): mandates on their first and last day, full seats, the text of an opinion's day."""

from typing import Any

import pytest

from clusterlaw.law.selection_2007 import COMMITTEE_2007
from clusterlaw.law.selection_2024 import COMMITTEE_2024
from clusterlaw.opinion import OpinionFinding, VoteFinding
from clusterlaw.rules.committee import meetings_missing
from tests.boundary.applications import Document, assessed, condition, of_kind, opinion, renewal, sound


def checked(document: Document) -> OpinionFinding:
    found = assessed(document).opinion
    assert found is not None
    return found


def vote(seat: str = "minister", **facts: Any) -> Document:
    stated = {"member": "M", "seat": seat, "substitute": False, "ballot": "for", "mandate_started_on": "2007-09-01"}
    return {key: value for key, value in {**stated, **facts}.items() if value is not None}


def cast(*votes: Document, given_on: str = "2008-02-12", **assumptions: Any) -> tuple[VoteFinding, ...]:
    """The votes on a first recognition, filed long before the opinion and asked for long after it."""
    version = "2024" if given_on >= "2024-07-01" else "2007"
    document = sound(version)
    document["request"].update(filed_on="2007-08-01", starts_on="2024-06-30" if version == "2007" else "2025-12-31")
    document["opinion"] = {**opinion(version, given_on=given_on), "votes": list(votes)}
    if assumptions:
        document["assumptions"] = assumptions
    return checked(document).votes


# Mandate of five years from 1 September 2007: its last day is 31 August 2012.
MANDATES: list[tuple[str, Document, str, bool | None, tuple[str, ...]]] = [
    ("the day before it", vote(), "2007-08-31", False, ()),
    ("its first day", vote(), "2007-09-01", True, ()),
    ("its last day", vote(), "2012-08-31", True, ()),
    ("five years to the day", vote(), "2012-09-01", False, ()),
    ("a start that is not stated", vote(mandate_started_on=None), "2008-02-12", None, ("mandate_started_on",)),
    (
        "ended the day before, with its ground",
        vote(mandate_ended_on="2008-02-11", mandate_end="resignation"),
        "2008-02-12",
        False,
        (),
    ),
    (
        "ended on the day, with its ground",
        vote(mandate_ended_on="2008-02-12", mandate_end="replacement_asked"),
        "2008-02-12",
        False,
        (),
    ),
    (
        "ended the day after, with its ground",
        vote(mandate_ended_on="2008-02-13", mandate_end="quality_lost"),
        "2008-02-12",
        True,
        (),
    ),
    ("ended before, no ground", vote(mandate_ended_on="2008-02-11"), "2008-02-12", None, ("mandate_end",)),
    ("ended after, no ground", vote(mandate_ended_on="2008-02-13"), "2008-02-12", True, ()),
    ("a ground, no day", vote(mandate_end="resignation"), "2008-02-12", None, ("mandate_ended_on",)),
    (
        "a ground, no day, before the mandate",
        vote(mandate_end="resignation"),
        "2007-08-31",
        False,
        (),
    ),
    (
        "the substitute finishes the mandate",
        vote(substitute=True, mandate_ended_on="2008-02-11", mandate_end="resignation"),
        "2008-02-12",
        True,
        (),
    ),
    (
        "the substitute finishes it, no ground",
        vote(substitute=True, mandate_ended_on="2008-02-11"),
        "2008-02-12",
        True,
        (),
    ),
    (
        "the substitute, to the last day of the mandate",
        vote(substitute=True, mandate_ended_on="2008-02-11", mandate_end="resignation"),
        "2012-08-31",
        True,
        (),
    ),
    (
        "the substitute, no day longer",
        vote(substitute=True, mandate_ended_on="2008-02-11", mandate_end="resignation"),
        "2012-09-01",
        False,
        (),
    ),
]


@pytest.mark.parametrize(("what", "one", "day", "counts", "missing"), MANDATES, ids=[row[0] for row in MANDATES])
def test_a_mandate_on_a_day(what: str, one: Document, day: str, counts: bool | None, missing: tuple[str, ...]) -> None:
    (found,) = cast(one, given_on=day)
    assert (found.capacity, found.counts) == ("deliberative", counts)
    assert found.missing == tuple(f"opinion.votes[0].{name}" for name in missing)
    remarks = {
        True: None,
        False: "the mandate does not run on that day",
        None: "the mandate is not fully stated",
    }
    assert (None if found.remark is None else found.remark.en) == remarks[counts]


# A mandate that starts on 29 February 2008: its fifth anniversary, in 2013, is 28 February or 1 March.
@pytest.mark.parametrize(
    ("reading", "day", "counts"),
    [
        ("february_28", "2013-02-27", True),
        ("february_28", "2013-02-28", False),
        ("march_1", "2013-02-28", True),
        ("march_1", "2013-03-01", False),
    ],
)
def test_a_mandate_that_starts_on_a_leap_day(reading: str, day: str, counts: bool) -> None:
    (found,) = cast(vote(mandate_started_on="2008-02-29"), given_on=day, leap_day=reading)
    assert found.counts is counts


SEATS_2007 = {
    "minister": "deliberative",
    "economy_administration": "deliberative",
    "technology_administration": "deliberative",
    "economic_and_social_council": "consultative",
    "independent": "consultative",
    "designated_service": "no_seat",
    "poles": "no_seat",
}
SEATS_2024 = {
    "minister": "deliberative",
    "designated_service": "deliberative",
    "economic_and_social_council": "deliberative",
    "poles": "consultative",
    "independent": "consultative",
    "economy_administration": "no_seat",
    "technology_administration": "no_seat",
}


@pytest.mark.parametrize(
    ("day", "capacities"),
    [("2008-02-12", SEATS_2007), ("2024-06-30", SEATS_2007), ("2024-07-01", SEATS_2024), ("2024-11-05", SEATS_2024)],
)
def test_in_what_capacity_a_seat_votes(day: str, capacities: dict[str, str]) -> None:
    started = f"{int(day[:4]) - 1}-01-01"
    found = cast(*[vote(seat, mandate_started_on=started) for seat in capacities], given_on=day)
    assert {each.vote.seat: each.capacity for each in found} == capacities
    assert {each.vote.seat: each.counts for each in found} == {
        seat: capacity == "deliberative" for seat, capacity in capacities.items()
    }
    remarks = {each.vote.seat: each.remark.en for each in found if each.remark is not None}
    assert remarks == {
        seat: "the committee has no such seat" for seat, capacity in capacities.items() if capacity == "no_seat"
    }


def test_a_seat_is_held_once() -> None:
    # The Minister has one representative: of two votes no text says which one counts, and at most one does.
    twice = (vote(member="A"), vote(member="B", ballot="against"))
    assert [each.counts for each in cast(*twice)] == [None, None]
    # The service has two in 2024.
    started = "2024-09-01"
    service = [vote("designated_service", member=name, mandate_started_on=started) for name in "ABC"]
    assert [each.counts for each in cast(*service[:2], given_on="2024-11-05")] == [True, True]
    assert [each.counts for each in cast(*service, given_on="2024-11-05")] == [None, None, None]
    assert {each.remark.en for each in cast(*twice) if each.remark} == {
        "more votes than seats: no text says which one counts"
    }


def test_a_member_whose_mandate_has_ended_does_not_fill_the_seat() -> None:
    ended = vote(member="A", mandate_ended_on="2007-12-31", mandate_end="resignation")
    followed = vote(member="B", substitute=True, ballot="against")
    assert [each.counts for each in cast(ended, followed)] == [False, True]
    unknown = vote(member="A", mandate_started_on=None)
    assert [each.counts for each in cast(unknown, followed)] == [None, None]


def test_the_tally_counts_deliberative_votes_only() -> None:
    document = sound("2007")
    document["opinion"]["votes"] = [
        vote("minister"),
        vote("economy_administration", ballot="against"),
        vote("technology_administration", ballot="abstained"),
        vote("economic_and_social_council"),
        vote("independent"),
        vote("designated_service"),
    ]
    found = checked(document)
    assert {ballot: found.tally(ballot) for ballot in ("for", "against", "abstained")} == {
        "for": (1, 1),
        "against": (1, 1),
        "abstained": (1, 1),
    }


def test_no_more_votes_than_seats_are_counted() -> None:
    document = sound("2007")
    document["opinion"]["votes"] = [vote(member="A"), vote(member="B")]
    assert checked(document).tally("for") == (0, 1)


def test_votes_turn_no_condition() -> None:
    # Quorum, majority and ties are in no text.
    document = sound("2007")
    document["opinion"]["votes"] = [vote(ballot="against")]
    assert condition(document, "opinion").holds is True
    del document["opinion"]["votes"]
    assert condition(document, "opinion").holds is True


# --- the days on which the law changes ------------------------------------------------------------------------------

# Day of the opinion, the text that the committee acts under, the criteria it gives reasons on (10 + 6 + 1, 11 + 4 + 1).
OPINION_DAYS = [
    ("2023-11-01", "2007", 17),
    ("2023-11-02", "2007", 17),
    ("2024-06-30", "2007", 17),
    ("2024-07-01", "2024", 16),
    ("2025-12-31", "2024", 16),
]


@pytest.mark.parametrize(("day", "version", "points"), OPINION_DAYS)
def test_the_committee_follows_the_text_of_its_day(day: str, version: str, points: int) -> None:
    document = sound(version)
    document["request"].update(filed_on="2023-10-01", starts_on="2025-12-31")
    document["opinion"] = opinion(version, given_on=day)
    found = checked(document)
    assert (found.text.identifier, len(found.grounds), found.sound) == (version, points, True)
    other = "2024" if version == "2007" else "2007"
    document["opinion"] = opinion(other, given_on=day)
    assert not checked(document).sound


def test_an_opinion_given_after_the_committee_was_abolished() -> None:
    document = sound("2024")
    document["request"]["starts_on"] = "2025-12-31"
    document["opinion"] = opinion("2024", given_on="2026-01-01")
    found = checked(document)
    assert (found.text.identifier, found.mission, found.asked, found.grounds, found.votes) == (
        "2025",
        None,
        False,
        (),
        (),
    )
    assert [str(citation) for citation in found.mission_step.citations] == ["decree-programme-2025 art. 6"]
    refused = condition(document, "opinion")
    assert (refused.holds, refused.changes) == (False, ())


@pytest.mark.parametrize(("starts_on", "asked"), [("2025-12-31", True), ("2026-01-01", False)])
def test_an_opinion_is_asked_until_the_end_of_2025(starts_on: str, asked: bool) -> None:
    document = sound("2024")
    document["request"]["starts_on"] = starts_on
    found = assessed(document)
    assert ("opinion" in {each.name for each in found.conditions}) is asked
    assert ("opinion" in found.unused) is not asked


def test_the_committee_of_2024_sees_the_renewal_of_a_triennium() -> None:
    # Recognised on 1 August 2021 under the text of 2007, renewed on 1 August 2024 under that of 2024.
    document = renewal(
        "2024", recognised_on="2021-08-01", starts_on="2024-08-01", filed_on="2024-03-01", given_on="2024-07-01"
    )
    assert condition(document, "opinion").holds is True
    document["opinion"] = opinion("2007", given_on="2024-06-30")
    assert condition(document, "opinion").holds is True
    document["opinion"] = opinion("2007", given_on="2024-07-01")
    assert condition(document, "opinion").holds is False


@pytest.mark.parametrize(("given_on", "refused"), [("2008-01-14", True), ("2008-01-15", False), ("2008-01-16", False)])
def test_an_opinion_comes_after_the_filing(given_on: str, refused: bool) -> None:
    document = sound("2007")
    document["opinion"]["given_on"] = given_on
    if refused:
        with pytest.raises(ValueError, match=r"opinion\.given_on"):
            assessed(document)
    else:
        assert checked(document).sound


def test_no_opinion_in_the_file() -> None:
    document = sound("2007")
    del document["opinion"]
    found = condition(document, "opinion")
    assert (found.holds, found.missing, found.changes) == (None, ("opinion",), ())


@pytest.mark.parametrize(
    ("kind", "day", "version"),
    [
        ("withdrawal", "2010-01-01", "2007"),
        ("withdrawal", "2024-07-01", "2024"),
        ("implementation", "2010-01-01", "2007"),
        ("implementation", "2025-12-31", "2024"),
        ("half_way_evaluation", "2024-07-01", "2024"),
    ],
)
def test_an_opinion_of_which_art_5_asks_nothing(kind: str, day: str, version: str) -> None:
    document = of_kind(kind, day=day, version=None)
    document["opinion"] = {"given_on": day}
    found = checked(document)
    assert (found.asked, found.grounds, found.sound, found.text.identifier) == (False, (), True, version)
    assert condition(document, "opinion").holds is True


# Recognised under the text of 2021 (that of 2007, to 31 July 2024) or of 1 August 2024 (that of 2024, to 31 July 2028).
OPEN_FILES = [
    ("specific_subsidy", "2021-08-01", "2024-06-30", None),
    ("specific_subsidy", "2021-08-01", "2024-07-01", "specific_subsidy_after_2024"),
    ("specific_subsidy", "2021-08-01", "2024-07-31", "specific_subsidy_after_2024"),
    ("specific_subsidy", "2021-08-01", "2024-08-01", None),
    ("specific_subsidy", None, "2024-07-01", None),
    ("half_way_evaluation", "2024-08-01", "2025-12-31", None),
    ("half_way_evaluation", "2024-08-01", "2026-01-01", "half_way_evaluation_after_2025"),
    ("half_way_evaluation", "2024-08-01", "2028-07-31", "half_way_evaluation_after_2025"),
    ("half_way_evaluation", "2024-08-01", "2028-08-01", None),
    ("half_way_evaluation", "2023-12-01", "2026-01-01", None),
    ("half_way_evaluation", None, "2026-01-01", None),
    ("withdrawal", "2024-08-01", "2026-01-01", None),
]


@pytest.mark.parametrize(("kind", "recognised_on", "day", "question"), OPEN_FILES)
def test_what_a_running_recognition_may_keep(
    kind: str, recognised_on: str | None, day: str, question: str | None
) -> None:
    facts = {"purpose": "joint_task"} if kind == "specific_subsidy" else {}
    if recognised_on is not None:
        facts["recognised_on"] = recognised_on
    found = assessed(of_kind(kind, day=day, version=None, **facts))
    assert found.questions == (() if question is None else (question,))
    assert ("request.recognised_on" in found.unused) is (kind == "withdrawal")


# --- meetings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of_2007", "held", "missing"),
    [(True, 0, 2), (True, 1, 1), (True, 2, 0), (True, 3, 0), (False, 0, 1), (False, 1, 0), (False, 2, 0)],
)
def test_the_meetings_of_a_year(of_2007: bool, held: int, missing: int) -> None:
    assert meetings_missing(held=held, committee=COMMITTEE_2007 if of_2007 else COMMITTEE_2024) == missing


def test_no_committee_no_meeting() -> None:
    assert meetings_missing(held=0, committee=None) == 0


@pytest.mark.parametrize(
    ("held", "error"), [(-1, ValueError), (1.0, TypeError), (True, TypeError), ("1", TypeError), (None, TypeError)]
)
def test_meetings_held_are_counted_in_whole(held: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"^meetings_missing: held is .*art\. 4"):
        meetings_missing(held=held, committee=COMMITTEE_2007)
