"""A history as the law tells it: what each event and each end of a period makes of the recognition and the subsidy.

A life is told from the first event on; a later event never changes an earlier state. An event that the law does not
allow is refused with the article and the reason.
"""

from datetime import date

from clusterlaw.errors import FactError, Problem
from clusterlaw.finding import Step
from clusterlaw.history import DECISIONS, Event, History
from clusterlaw.law import REGIMES, commences_on, in_force
from clusterlaw.law.lifecycles import EVENTS, LIFECYCLES, STATES, SUBSIDY_STATES
from clusterlaw.law.timetables import TIMETABLES
from clusterlaw.periods import Period
from clusterlaw.recognition import RecognitionPeriod, periods_through
from clusterlaw.regime import Affects, Regime
from clusterlaw.rules.conditions import OPEN_AFTER_LAPSE, open_after_lapse
from clusterlaw.rules.lifecycle import (
    AFTER_EVENT,
    AFTER_PERIOD,
    EARLIER_SUBSIDY,
    after_event,
    after_period,
    earlier_subsidy,
    passage_of,
    pilot_window,
    transition_of,
)
from clusterlaw.sources import Citation, Label, Source
from clusterlaw.timetable import Timetable
from clusterlaw.transitions import (
    EventDescription,
    EventKind,
    Lifecycle,
    Passage,
    Refusal,
    State,
    StateDescription,
    SubsidyState,
    Transition,
)
from clusterlaw.values import frozen

_EVENTS = {each.event: each for each in EVENTS}
_STATES = {each.state: each for each in STATES}
_SUBSIDIES = {each.state: each for each in SUBSIDY_STATES}


def describe_event(event: EventKind) -> EventDescription:
    """Return what an event is, whose act, and which text judges it."""
    return _EVENTS[event]


def describe_state(state: State) -> StateDescription:
    """Return what a state of the recognition is."""
    return _STATES[state]


def describe_subsidy(subsidy: SubsidyState) -> Label:
    """Return what a state of the subsidy is, in words."""
    return _SUBSIDIES[subsidy].label


@frozen(kw_only=True)
class Moment:
    """A day on which the life of a cluster moves: by which event or passage, and what the law makes of it.

    `index` is the place of the event in its history, None for what happens by operation of law. `recognised_on` is the
    recognition that runs or ran last, `period` the period that runs; `recognition` counts the recognitions from 1.
    `decided` is the transition or the passage, `falls` what is lost by it; `missing` names what would settle the state
    of the subsidy from then on, `questions` what no text settles.
    """

    day: date
    index: int | None
    event: Event | None
    state: State
    subsidy: SubsidyState
    recognition: int
    recognised_on: date | None
    period: RecognitionPeriod | None
    steps: tuple[Step, ...]
    decided: Transition | Passage | None = None
    falls: Affects | None = None
    missing: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @property
    def recognised(self) -> bool:
        """Whether the cluster is recognised from this day."""
        return _STATES[self.state].recognised


@frozen(kw_only=True)
class Run:
    """The days for which a recognition period really ran (période courue): `days`, cut short where an event ended it.

    `started` and `ended` are the moments at its bounds.
    """

    recognition: int
    recognised_on: date
    period: RecognitionPeriod
    days: Period
    started: Moment
    ended: Moment

    @property
    def cut_short(self) -> bool:
        """Whether it ended before its term."""
        return self.days.ends_before < self.period.ends_before


@frozen(kw_only=True)
class Life:
    """A history as the law tells it: its moments in their order, and the law that told it.

    `dropped` are the events of the dossier, dated or presumed, that do not fit the events that are stated.
    """

    history: History
    moments: tuple[Moment, ...]
    dropped: tuple[Event, ...]
    regimes: tuple[Regime, ...]
    timetables: tuple[Timetable, ...]

    def at(self, day: date) -> Moment | None:
        """Return the last moment by a day; None before the first."""
        found = None
        for moment in self.moments:
            if moment.day > day:
                break
            found = moment
        return found

    @property
    def runs(self) -> tuple[Run, ...]:
        """The recognition periods that ran, in their order."""
        found, started = [], None
        for moment in self.moments:
            if started is not None and started.period is not None and moment.period != started.period:
                if started.day < moment.day:
                    run = Run(
                        recognition=started.recognition,
                        recognised_on=started.recognised_on or started.day,
                        period=started.period,
                        days=Period(started.day, moment.day),
                        started=started,
                        ended=moment,
                    )
                    found.append(run)
                started = None
            if started is None and moment.period is not None:
                started = moment
        return tuple(found)

    @property
    def unused(self) -> tuple[str, ...]:
        """The renewals of the dossier whose period does not run in this life, or whose request does not fit it."""
        stated = self.history.dossier
        run = {each.period.starts_on for each in self.moments if each.period is not None and each.recognition == 1}
        refused = {each.on for each in self.dropped if each.event == "renewal_requested"}
        names = []
        for renewal in () if stated is None else stated.renewals:
            if renewal.starts_on not in run:
                names.append(f"renewals[{renewal.starts_on}]")
            elif renewal.requested_on in refused:
                names.append(f"renewals[{renewal.starts_on}].requested_on")
        return tuple(names)

    def timetable(self, regime: Regime) -> Timetable:
        """Return the timetable of a text."""
        return next(each for each in self.timetables if each.identifier == regime.identifier)


def life_of(
    history: History,
    *,
    regimes: tuple[Regime, ...] = REGIMES,
    lifecycles: tuple[Lifecycle, ...] = LIFECYCLES,
    timetables: tuple[Timetable, ...] = TIMETABLES,
) -> Life:
    """Return the life of a cluster, from its first event to the end of its last period (arts 2, 3, 4, 6, 8, 10, 10/4).

    Raises TypeError for another kind of history, FactError with every event that the law does not allow in its state.
    """
    if type(history) is not History:
        raise TypeError(f"life_of: history is a {type(history).__name__}; give a clusterlaw.History")
    teller = _Teller(history, regimes, {each.identifier: each for each in lifecycles}, timetables)
    teller.tell()
    if teller.problems:
        raise FactError(*teller.problems)
    return Life(
        history=history,
        moments=tuple(teller.moments),
        dropped=tuple(teller.dropped),
        regimes=regimes,
        timetables=timetables,
    )


class _Teller:
    """Tells a life event by event, and collects what the law refuses."""

    def __init__(
        self,
        history: History,
        regimes: tuple[Regime, ...],
        lifecycles: dict[str, Lifecycle],
        timetables: tuple[Timetable, ...],
    ) -> None:
        self.history, self.assumptions = history, history.assumptions
        self.regimes, self.lifecycles = regimes, lifecycles
        self.first_timetable = next(each for each in timetables if each.identifier == regimes[0].identifier)
        self.moments: list[Moment] = []
        self.problems: list[Problem] = []
        self.dropped: list[Event] = []
        self.state: State = "not_recognised"
        self.subsidy: SubsidyState = "none"
        self.recognition = 0
        self.recognised_on: date | None = None
        self.period: RecognitionPeriod | None = None
        self.opinions: set[EventKind] = set()
        self.pilot: Period | None = None
        self.loss_doubts: tuple[str, ...] = ()
        self.lapse_doubts: tuple[str, ...] = ()
        self.expiry_doubts: tuple[str, ...] = ()
        self.refused = False  # whether the renewal of the running period was refused

    def tell(self) -> None:
        self._start_as_pilot()
        for index, event in self.history.ordered:
            self._pass_time(event.on, inclusive=not _EVENTS[event.event].on_last_boundary)
            self._happen(index, event)
        self._pass_time(None, inclusive=True)

    def _start_as_pilot(self) -> None:
        months = self.first_timetable.pilot_request_months
        if self.history.subsidised_before_decree and months.value is not None:
            commenced = commences_on(self.regimes[0], assumptions=self.assumptions)
            self.pilot = pilot_window(commenced_on=commenced, months=months.value)
            self.subsidy = "earlier"
            self._add(commenced, (Step(EARLIER_SUBSIDY, (commenced, self.pilot), "earlier", (months,)),))

    def _pass_time(self, day: date | None, *, inclusive: bool) -> None:
        """Let end what ends before a day, or on it if `inclusive`; None: whatever ends."""
        waiting = self.state == "not_recognised" and self.subsidy == "earlier"
        if self.pilot is not None and waiting and (day is None or day > self.pilot.ends_before):
            self._judge_earlier_subsidy(self.pilot, self.pilot.ends_before)
        while self.period is not None:
            ends_before = self.period.ends_before
            if day is not None and (ends_before > day or (ends_before == day and not inclusive)):
                return
            self._end(self.period)

    def _end(self, period: RecognitionPeriod) -> None:
        lifecycle = self.lifecycles[period.regime.identifier]
        passage = passage_of(state=self.state, lifecycle=lifecycle)
        arguments = (self.state, self.subsidy, lifecycle)
        self.state, self.subsidy = after_period(state=self.state, subsidy=self.subsidy, lifecycle=lifecycle)
        self.period = self._periods(period.ends_before)[-1] if _STATES[self.state].recognised else None
        self.expiry_doubts = () if self.period is not None or self.refused else ("events.renewed",)
        self.refused = False
        grounds = (passage, passage.assumption) if passage.assumption else (passage,)
        step = Step(AFTER_PERIOD, arguments, (self.state, self.subsidy), grounds)
        self._add(period.ends_before, (step,), decided=passage, falls=passage.falls, questions=passage.questions)

    def _periods(self, day: date) -> tuple[RecognitionPeriod, ...]:
        """Return the periods of the recognition that runs, up to the one that a day falls in."""
        return periods_through(
            recognised_on=self.recognised_on or day,
            years=1,
            day=day,
            assumptions=self.assumptions,
            regimes=self.regimes,
        )

    def _judge_earlier_subsidy(
        self, window: Period, day: date, index: int | None = None, event: Event | None = None
    ) -> None:
        months = self.first_timetable.pilot_request_months
        requested_on = None if event is None else day
        self.subsidy = earlier_subsidy(requested_on=requested_on, window=window)
        if self.subsidy == "may_be_lost" and event is None:
            self.loss_doubts = ("events.recognition_requested",)
        self._add(
            day,
            (Step(EARLIER_SUBSIDY, (requested_on, window), self.subsidy, (months,)),),
            index=index,
            event=event,
            falls="subsidy" if self.subsidy == "none" else None,
            questions=months.questions if self.subsidy == "may_be_lost" and event is not None else (),
        )

    def _happen(self, index: int, event: Event) -> None:
        lifecycle = self._judging(index, event)
        if lifecycle is None:
            return
        found = transition_of(state=self.state, event=event.event, lifecycle=lifecycle)
        if isinstance(found, Refusal):
            self._refuse(index, event, found)
            return
        steps, lapse_doubts = self._resumption(event, found)
        if steps and steps[0].result is False:
            self._refuse(index, event, _no_resumption(event, steps[0]))
            return
        before = self.state, self.subsidy
        self.state, self.subsidy = after_event(
            state=self.state, subsidy=self.subsidy, event=event.event, excused=event.excused, lifecycle=lifecycle
        )
        if self.subsidy == "may_be_lost" and before[1] != "may_be_lost" and found.unless_excused:
            self.loss_doubts = (f"events[{index}].excused",)
        self.lapse_doubts = lapse_doubts or self.lapse_doubts
        self._run(event, found)
        arguments = (*before, event.event, event.excused, lifecycle)
        steps = (Step(AFTER_EVENT, arguments, (self.state, self.subsidy), self._grounds(event, found)), *steps)
        moved = (self.state, self.subsidy) != before
        questions = found.questions if moved or not found.unless_excused else ()
        if event.event == "recognised" and self.recognition > 1:
            questions = (*questions, "rank_after_new_recognition")
        self._add(
            event.on,
            steps,
            index=index,
            event=event,
            decided=found,
            falls=found.falls if moved and self.subsidy != "may_be_lost" else None,
            questions=questions,
        )
        if event.event == "recognition_requested" and self.pilot is not None and self.recognition == 0:
            self._judge_earlier_subsidy(self.pilot, event.on, index, event)

    def _refuse(self, index: int, event: Event, refusal: Refusal) -> None:
        if event.origin == "stated" or event.event == "recognised":
            self.problems.append(_problem(index, event, self.state, refusal))
        else:
            self.dropped.append(event)

    def _judging(self, index: int, event: Event) -> Lifecycle | None:
        """Return the table that judges an event; None, with the problem, before the decree was in force."""
        first = self.regimes[0]
        if event.on < commences_on(first, assumptions=self.assumptions):
            self.problems.append(_too_early(index, event, first))
            return None
        regime = in_force(event.on, assumptions=self.assumptions, regimes=self.regimes)
        if _EVENTS[event.event].judged_by == "text_of_period" and self.period is not None:
            regime = self.period.regime
        return self.lifecycles[regime.identifier]

    def _resumption(self, event: Event, found: Transition) -> tuple[tuple[Step, ...], tuple[str, ...]]:
        """Return whether a subsidy that was not renewed may resume, where the event renews it, and what would tell."""
        if not found.resumes or self.subsidy != "not_renewed":
            return (), ()
        reading = self.assumptions.lapsed_subsidy
        renewal = in_force(event.on, assumptions=self.assumptions, regimes=self.regimes).renewal_of_subsidy
        grounds: tuple[Source | str, ...] = (renewal,) if reading is None else (renewal, "lapsed_subsidy")
        step = Step(OPEN_AFTER_LAPSE, (True, reading), open_after_lapse(lapsed=True, reading=reading), grounds)
        return (step,), ("assumptions.lapsed_subsidy",) if reading is None else ()

    def _run(self, event: Event, found: Transition) -> None:
        """Let a period start where the event starts one, and stop the one that runs where it ends it."""
        if event.event in ("recognised", *DECISIONS):
            self.refused, self.expiry_doubts = event.event == "renewal_refused", ()
        if event.event == "recognised":
            self.recognition, self.recognised_on = self.recognition + 1, event.on
            self.lapse_doubts = ()
            self.period = self._periods(event.on)[-1]
        elif not _STATES[found.becomes].recognised:
            self.period = None
        elif self.period is None:
            ended = [each.period for each in self.moments if each.period is not None][-1]
            self.period = self._periods(ended.ends_before)[-1]

    def _grounds(self, event: Event, found: Transition) -> tuple[Source | str, ...]:
        names = [found.assumption] if found.assumption else []
        if event.presumed or (found.opinion is not None and found.opinion not in self.opinions):
            names.append("procedure_presumed")
        if _EVENTS[event.event].actor == "committee":
            self.opinions.add(event.event)
        elif found.opinion is not None:
            self.opinions.discard(found.opinion)
        return (found, *names)

    def _add(
        self,
        day: date,
        steps: tuple[Step, ...],
        *,
        index: int | None = None,
        event: Event | None = None,
        decided: Transition | Passage | None = None,
        falls: Affects | None = None,
        questions: tuple[str, ...] = (),
    ) -> None:
        if self.subsidy != "may_be_lost":
            self.loss_doubts = ()
        self.moments.append(
            Moment(
                day=day,
                index=index,
                event=event,
                state=self.state,
                subsidy=self.subsidy,
                recognition=self.recognition,
                recognised_on=self.recognised_on,
                period=self.period,
                steps=steps,
                decided=decided,
                falls=falls,
                missing=(*self.loss_doubts, *self.lapse_doubts, *self.expiry_doubts),
                questions=questions,
            )
        )


def _problem(index: int, event: Event, state: State, refusal: Refusal) -> Problem:
    what, now = _EVENTS[event.event].label, _STATES[state].label
    return Problem(
        path=f"events[{index}]" if event.origin == "stated" else "recognised_on",
        what=Label(
            fr=f"{what.fr} le {event.on} ({event.event}), cluster {now.fr} : {refusal.why.fr}",
            en=f"{what.en} on {event.on} ({event.event}), cluster {now.en}: {refusal.why.en}",
        ),
        rule=str(refusal.citation),
        remedy=refusal.remedy,
    )


def _no_resumption(event: Event, step: Step) -> Refusal:
    return Refusal(
        event=event.event,
        why=Label(
            fr="la subvention n'a pas été renouvelée et ne reprend pas (hypothèse lapsed_subsidy = ends)",
            en="the subsidy was not renewed and does not resume (assumption lapsed_subsidy = ends)",
        ),
        remedy=Label(
            fr="déclarez renewed_without_subsidy, ou choisissez may_resume",
            en="state renewed_without_subsidy, or choose may_resume",
        ),
        citation=step.citations[0],
    )


def _too_early(index: int, event: Event, first: Regime) -> Problem:
    citation: Citation = first.commencement.citation
    return Problem(
        path=f"events[{index}].on",
        what=Label(
            fr=f"le {event.on} précède l'entrée en vigueur du décret, le {first.commencement.value}",
            en=f"{event.on} is before the decree was in force, on {first.commencement.value}",
        ),
        rule=str(citation),
        remedy=Label(
            fr="donnez une date depuis lors ; une subvention antérieure se déclare par subsidised_before_decree",
            en="give a later date; an earlier subsidy is stated by subsidised_before_decree",
        ),
    )
