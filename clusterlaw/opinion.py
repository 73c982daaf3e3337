"""Whether an opinion of the review committee is sound in law (arts 4 and 5), and what it leaves out.

Right committee for the day and the kind of file, a reason on every criterion, the innovative character and every axis
or mission taken into account. No score, weight, quorum or majority is in the texts: the votes are listed, not judged.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from clusterlaw.application import FILE_KINDS, PURPOSES, Ballot, Opinion, View, Vote
from clusterlaw.assumptions import Assumptions
from clusterlaw.finding import Step
from clusterlaw.law import REGIMES, in_force
from clusterlaw.law.selections import SELECTIONS, selection_of
from clusterlaw.regime import Regime, SpecificPurpose
from clusterlaw.rules.committee import (
    MISSION_FOR,
    VOTE_COUNTS,
    is_deliberative,
    mission_for,
    seat_is_overfull,
    sits,
    vote_counts,
)
from clusterlaw.rules.criteria import CONSIDERED, REASONED, considered, reasoned
from clusterlaw.selection import Committee, Criterion, Element, FileKind, FileMission, OpinionGrounds, Selection
from clusterlaw.sources import Label, Source
from clusterlaw.values import frozen

Capacity = Literal["deliberative", "consultative", "no_seat"]
Part = Literal["innovation", "actions", "criteria"]


@frozen(kw_only=True)
class GroundFinding:
    """A point that the opinion takes into account or gives reasons on: what it says, and whether that is enough.

    `part` is where the view stands in the opinion, `name` its subject.
    """

    part: Part
    name: str
    label: Label
    view: View | None
    holds: bool
    step: Step


@frozen(kw_only=True)
class VoteFinding:
    """A vote: in what capacity it was given, and whether it counts (None: it cannot be told, for want of `missing`).

    `remark` says why a deliberative vote does not count, or may not; None: nothing is to be said.
    """

    vote: Vote
    capacity: Capacity
    counts: bool | None
    missing: tuple[str, ...]
    remark: Label | None
    step: Step


@frozen(kw_only=True)
class OpinionFinding:
    """What the check of an opinion found; `text` is the text in force on the day of the opinion.

    - `mission`: the mission under which the committee sees the file; None: no committee sees such a file on that day.
    - `grounds`: what art. 5 asks for; () where it asks for nothing (`asked`).
    - `silent`: what no text says: quorum, majority, tied votes.
    """

    opinion: Opinion
    text: Regime
    mission: FileMission | None
    mission_step: Step
    grounds: tuple[GroundFinding, ...]
    votes: tuple[VoteFinding, ...]
    silent: tuple[Label, ...]

    @property
    def asked(self) -> bool:
        """Whether art. 5 says what an opinion on this kind of file takes into account."""
        return self.mission is not None and self.mission.reasoned.value

    @property
    def left_out(self) -> tuple[GroundFinding, ...]:
        """The points that the opinion leaves out."""
        return tuple(ground for ground in self.grounds if not ground.holds)

    @property
    def sound(self) -> bool:
        """Whether the right committee saw the file and the opinion leaves nothing out."""
        return self.mission is not None and not self.left_out

    def tally(self, ballot: Ballot) -> tuple[int, int]:
        """Return how many deliberative votes of a kind count at least and at most: from a seat, no more than it has."""
        seats = [each.vote.seat for each in self.votes if each.vote.ballot == ballot and each.counts is not False]
        committee: Committee | None = self.mission_step.inputs["committee"]
        most = sum(min(seat.members, seats.count(seat.name)) for seat in (committee.seats if committee else ()))
        return sum(1 for each in self.votes if each.vote.ballot == ballot and each.counts), most


def check_opinion(
    opinion: Opinion,
    *,
    kind: FileKind,
    purpose: SpecificPurpose | None = None,
    assumptions: Assumptions,
    regimes: tuple[Regime, ...] = REGIMES,
    selections: tuple[Selection, ...] = SELECTIONS,
) -> OpinionFinding:
    """Check an opinion on a kind of file against the text in force on the day on which it was given (arts 4 and 5).

    The committee follows a new text at once, also for a recognition that art. 22 of 2024 leaves under the earlier one.
    Raises TypeError for another kind of opinion or assumptions, ValueError for a kind of file or a purpose that no text
    has and for a specific subsidy without its purpose, FactError for a day before the decree was in force.
    """
    _require_known(opinion, kind, purpose, assumptions)
    text = in_force(opinion.given_on, assumptions=assumptions, regimes=regimes)
    selection = selection_of(text, selections=selections)
    committee = selection.committee.value
    mission = mission_for(committee=committee, kind=kind)
    rests_on: tuple[Source, ...] = (selection.committee, *(() if mission is None else (mission, mission.reasoned)))
    grounds = selection.grounds.value
    asked = mission is not None and mission.reasoned.value and grounds is not None
    return OpinionFinding(
        opinion=opinion,
        text=text,
        mission=mission,
        mission_step=Step(MISSION_FOR, (committee, kind), mission, rests_on),
        grounds=tuple(_grounds(opinion, grounds, selection, purpose)) if grounds and asked else (),
        votes=tuple(_votes(opinion, committee, assumptions)) if committee else (),
        silent=committee.silent if committee else (),
    )


def _require_known(opinion: object, kind: object, purpose: object, assumptions: object) -> None:
    for name, given, needed in (("opinion", opinion, Opinion), ("assumptions", assumptions, Assumptions)):
        if type(given) is not needed:
            raise TypeError(f"check_opinion: {name} is a {type(given).__name__}; give a clusterlaw.{needed.__name__}")
    if kind not in FILE_KINDS:
        raise ValueError(f"check_opinion: kind is {kind!r}; give one of {', '.join(FILE_KINDS)}")
    if purpose is not None and purpose not in PURPOSES:
        raise ValueError(f"check_opinion: purpose is {purpose!r}; give one of {', '.join(PURPOSES)}")
    if kind == "specific_subsidy" and purpose is None:
        raise ValueError("check_opinion: a specific subsidy has a purpose; give it (decree-2007 art. 3 § 2 al. 1)")


def _grounds(
    opinion: Opinion, grounds: OpinionGrounds, selection: Selection, purpose: SpecificPurpose | None
) -> Iterator[GroundFinding]:
    yield _considered("innovation", grounds.innovation, opinion.innovation, (grounds.innovation,))
    for element in selection.activities.elements:
        yield _considered("actions", element, _view_of(opinion.actions, element.name), (grounds.actions, element))
    added = (case.criteria for case in grounds.specific if case.purpose == purpose)
    for criterion in (*grounds.criteria, *(each for criteria in added for each in criteria)):
        yield _reasoned(criterion, _view_of(opinion.criteria, criterion.name))


def _view_of(views: tuple[View, ...], subject: str) -> View | None:
    return next((view for view in views if view.subject == subject), None)


def _considered(part: Part, element: Element, view: View | None, sources: tuple[Source, ...]) -> GroundFinding:
    verdict = considered(view=view)
    step = Step(CONSIDERED, (view,), verdict, sources)
    return GroundFinding(part=part, name=element.name, label=element.label, view=view, holds=verdict, step=step)


def _reasoned(criterion: Criterion, view: View | None) -> GroundFinding:
    verdict = reasoned(view=view)
    step = Step(REASONED, (view,), verdict, (criterion,))
    return GroundFinding(
        part="criteria", name=criterion.name, label=criterion.label, view=view, holds=verdict, step=step
    )


def _votes(opinion: Opinion, committee: Committee, assumptions: Assumptions) -> Iterator[VoteFinding]:
    votes = opinion.votes or ()
    for index, vote in enumerate(votes):
        arguments = (vote, votes, committee, opinion.given_on, assumptions.leap_day)
        verdict = vote_counts(
            vote=vote, votes=votes, committee=committee, day=opinion.given_on, leap_day=assumptions.leap_day
        )
        seats = tuple(seat for seat in committee.seats if seat.name == vote.seat)
        step = Step(VOTE_COUNTS, arguments, verdict, (*seats, committee.deliberative, committee.mandate_years))
        deliberative = is_deliberative(seat=vote.seat, committee=committee)
        yield VoteFinding(
            vote=vote,
            capacity="no_seat" if deliberative is None else "deliberative" if deliberative else "consultative",
            counts=verdict,
            missing=_missing_of_vote(vote, index, opinion.given_on) if verdict is None else (),
            remark=_remark(vote, votes, committee, opinion.given_on, assumptions),
            step=step,
        )


def _missing_of_vote(vote: Vote, index: int, day: date) -> tuple[str, ...]:
    names = ["mandate_started_on"] if vote.mandate_started_on is None else []
    if not vote.substitute:
        ended = vote.mandate_ended_on is not None and vote.mandate_ended_on <= day
        names += ["mandate_end"] if ended and vote.mandate_end is None else []
        names += ["mandate_ended_on"] if vote.mandate_ended_on is None and vote.mandate_end is not None else []
    return tuple(f"opinion.votes[{index}].{name}" for name in names)


_NO_SEAT = Label(fr="le comité n'a pas ce siège", en="the committee has no such seat")
_NOT_RUNNING = Label(fr="le mandat ne court pas ce jour-là", en="the mandate does not run on that day")
_UNKNOWN = Label(fr="le mandat n'est pas entièrement déclaré", en="the mandate is not fully stated")
_FULL = Label(
    fr="plus de voix que de sièges : aucun texte ne dit laquelle compte",
    en="more votes than seats: no text says which one counts",
)


def _remark(
    vote: Vote, votes: tuple[Vote, ...], committee: Committee, day: date, assumptions: Assumptions
) -> Label | None:
    if is_deliberative(seat=vote.seat, committee=committee) is None:
        return _NO_SEAT
    leap_day = assumptions.leap_day
    running = sits(vote=vote, committee=committee, day=day, leap_day=leap_day)
    if running is False:
        return _NOT_RUNNING
    if seat_is_overfull(vote=vote, votes=votes, committee=committee, day=day, leap_day=leap_day):
        return _FULL
    return None if running else _UNKNOWN
