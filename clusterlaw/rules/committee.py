"""The review committee (comité d'examen, art. 4): the files that it sees, who votes, mandates, meetings."""

from datetime import date
from itertools import islice

from clusterlaw.application import MandateEnd, Vote
from clusterlaw.periods import LeapDayReading, anniversary
from clusterlaw.rule import Rule
from clusterlaw.selection import Committee, FileKind, FileMission
from clusterlaw.sources import Label


def mission_for(*, committee: Committee | None, kind: FileKind) -> FileMission | None:
    """Return the mission under which the committee sees a kind of file (art. 4 al. 1); None: it does not see it."""
    missions = () if committee is None else committee.missions
    return next((mission for mission in missions if mission.kind == kind), None)


def mandate_runs(
    *,
    day: date,
    started_on: date | None,
    ended_on: date | None,
    ground: MandateEnd | None,
    substitute: bool,
    years: int,
    leap_day: LeapDayReading,
) -> bool | None:
    """Decide whether a mandate runs on a day: its years from its start, unless it ended earlier (art. 4 al. 6).

    A substitute finishes the mandate of a member who ceased (al. 7). A mandate ends early on one of three grounds: an
    end without one leaves it open, and so does a ground without its day. None: one of these days, or the ground, is
    not stated.
    """
    if started_on is None:
        return None
    if not started_on <= day < anniversary(started_on, years=years, leap_day=leap_day):
        return False
    if substitute or (ended_on is not None and day < ended_on):
        return True
    if ended_on is None:
        return True if ground is None else None
    return None if ground is None else False


def sits(*, vote: Vote, committee: Committee, day: date, leap_day: LeapDayReading) -> bool | None:
    """Decide whether the mandate under which a vote was given runs on a day (art. 4 al. 6). None: not fully stated."""
    return mandate_runs(
        day=day,
        started_on=vote.mandate_started_on,
        ended_on=vote.mandate_ended_on,
        ground=vote.mandate_end,
        substitute=vote.substitute,
        years=committee.mandate_years.value,
        leap_day=leap_day,
    )


def is_deliberative(*, seat: str, committee: Committee) -> bool | None:
    """Decide whether a seat has a deliberative vote (art. 4 al. 4), or advises only; None: there is no such seat."""
    if seat not in {each.name for each in committee.seats}:
        return None
    return seat in committee.deliberative.value


def seat_is_overfull(
    *, vote: Vote, votes: tuple[Vote, ...], committee: Committee, day: date, leap_day: LeapDayReading
) -> bool:
    """Decide whether more members may have voted from a seat than it has (art. 4 al. 2).

    One whose mandate does not run on that day is no member, and fills no seat.
    """
    places = next((seat.members for seat in committee.seats if seat.name == vote.seat), 0)
    sharing = (each for each in votes if each.seat == vote.seat)
    running = (sits(vote=each, committee=committee, day=day, leap_day=leap_day) for each in sharing)
    return len(list(islice((verdict for verdict in running if verdict is not False), places + 1))) > places


def vote_counts(
    *, vote: Vote, votes: tuple[Vote, ...], committee: Committee, day: date, leap_day: LeapDayReading
) -> bool | None:
    """Decide whether a vote counts: a deliberative seat that is not held twice, a mandate that runs (art. 4).

    None: the mandate is not fully stated, or more members voted from the seat than it has, and no text says which.
    """
    running = sits(vote=vote, committee=committee, day=day, leap_day=leap_day)
    if not is_deliberative(seat=vote.seat, committee=committee) or running is False:
        return False
    overfull = seat_is_overfull(vote=vote, votes=votes, committee=committee, day=day, leap_day=leap_day)
    return None if overfull else running


def opinion_given(*, sound: bool | None) -> bool | None:
    """Decide whether an opinion that is sound in law was given (arts 2, 3 and 4). None: no opinion is stated.

    What it advises is not asked: the Government decides on it, not as it says.
    """
    return sound


def meetings_missing(*, held: int, committee: Committee | None) -> int:
    """Return how many meetings of a year are still to be held (art. 4 al. 5), 0 where there is no committee any more.

    Raises TypeError unless `held` is an int, ValueError where it is negative.
    """
    if type(held) is not int:
        raise TypeError(f"meetings_missing: held is a {type(held).__name__}; give the number of meetings held (art. 4)")
    if held < 0:
        raise ValueError(f"meetings_missing: held is {held}; give the number of meetings held, 0 or more (art. 4)")
    return 0 if committee is None else max(committee.meetings_a_year.value - held, 0)


MISSION_FOR = Rule(
    identifier="committee.mission_for",
    label=Label(fr="mission du comité d'examen", en="mission of the review committee"),
    function=mission_for,
    parameters=("committee", "kind"),
    reads="committee",
)
VOTE_COUNTS = Rule(
    identifier="committee.vote_counts",
    label=Label(fr="voix délibérative comptée", en="deliberative vote counted"),
    function=vote_counts,
    parameters=("vote", "votes", "committee", "day", "leap_day"),
    reads="committee",
)
OPINION_GIVEN = Rule(
    identifier="committee.opinion_given",
    label=Label(fr="avis du comité d'examen, complet en droit", en="opinion of the review committee, sound in law"),
    function=opinion_given,
    parameters=("sound",),
    reads="committee",
)
MEETINGS_MISSING = Rule(
    identifier="committee.meetings_missing",
    label=Label(fr="réunions encore à tenir", en="meetings still to be held"),
    function=meetings_missing,
    parameters=("held", "committee"),
    reads="committee",
)
RULES = (MISSION_FOR, VOTE_COUNTS, OPINION_GIVEN, MEETINGS_MISSING)
