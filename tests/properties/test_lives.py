"""Lives event by event against a small model: what is allowed, what follows, and that nothing is rewritten."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from clusterlaw.assumptions import Assumptions
from clusterlaw.calendar import calendar_of
from clusterlaw.dossier import Cluster
from clusterlaw.errors import FactError
from clusterlaw.history import EVENT_KINDS, Event, History
from clusterlaw.incomplete import incomplete_years
from clusterlaw.life import Life, life_of
from clusterlaw.lifecycle import standing_on, state_on

CLUSTER = Cluster(name="x", legal_form="asbl")
OPINIONS = {
    "opinion_on_recognition": {"requested"},
    "opinion_on_renewal": {"recognised", "renewal_requested", "awaiting_decision"},
    "opinion_on_withdrawal": {"recognised", "renewal_requested", "renewed", "renewed_without_subsidy"},
    "opinion_on_half_way_evaluation": {"recognised", "renewal_requested", "renewed", "renewed_without_subsidy"},
}
RUNNING = {"recognised", "renewal_requested", "renewed", "renewed_without_subsidy"}
ALLOWED: dict[str, set[str]] = {
    "recognition_requested": {"not_recognised", "expired", "withdrawn", "awaiting_decision"},
    "recognised": {"not_recognised", "requested", "expired", "withdrawn", "awaiting_decision"},
    "recognition_refused": {"requested"},
    "renewal_requested": {"recognised"},
    "renewed": {"recognised", "renewal_requested", "awaiting_decision"},
    "renewed_without_subsidy": {"recognised", "renewal_requested", "awaiting_decision"},
    "renewal_refused": {"recognised", "renewal_requested", "awaiting_decision"},
    **dict.fromkeys(("subsidy_refused", "globally_evaluated", "half_way_evaluated", "withdrawn"), RUNNING),
    **OPINIONS,
}
BECOMES = {
    "recognition_requested": "requested",
    "recognised": "recognised",
    "recognition_refused": "not_recognised",
    "renewal_requested": "renewal_requested",
    "renewed": "renewed",
    "renewed_without_subsidy": "renewed_without_subsidy",
    "renewal_refused": "recognised",
    "withdrawn": "withdrawn",
}
AFTER = {
    "recognised": "expired",
    "renewal_requested": "awaiting_decision",
    "renewed": "recognised",
    "renewed_without_subsidy": "recognised",
}
START_2024, START_2025 = date(2024, 7, 1), date(2026, 1, 1)
DECISIONS = ("renewed", "renewed_without_subsidy", "renewal_refused")


def text_of(day: date) -> str:
    return "2007" if day < START_2024 else "2024" if day < START_2025 else "2025"


def plus(origin: date, years: int) -> date:
    try:
        return origin.replace(year=origin.year + years)
    except ValueError:
        return date(origin.year + years, 2, 28)


class OneLife(RuleBasedStateMachine):
    """A cluster to which things happen, day after day; the model beside it knows only the tables above."""

    @initialize(start=st.dates(date(2007, 7, 1), date(2026, 6, 30)))
    def begin(self, start: date) -> None:
        self.day = start
        self.history = History(cluster=CLUSTER)
        self.state = "not_recognised"
        self.origin = start
        self.years = 0
        self.end: date | None = None
        self.text = "2007"
        self.seen: dict[date, tuple[Any, ...]] = {}

    def _start_period(self) -> None:
        starts_on = plus(self.origin, self.years)
        self.text = text_of(starts_on)
        self.years += {"2007": 3, "2024": 4, "2025": 1}[self.text]
        self.end = plus(self.origin, self.years)

    def _pass(self, *, inclusive: bool) -> None:
        while self.end is not None and (self.end < self.day or (inclusive and self.end == self.day)):
            self.state = AFTER[self.state]
            if self.state == "recognised":
                self._start_period()
            else:
                self.end = None

    @rule(days=st.one_of(st.integers(0, 40), st.integers(0, 900)))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)

    @precondition(lambda self: self.end is not None)
    @rule(days=st.integers(-3, 3))
    def the_end_comes_near(self, days: int) -> None:
        assert self.end is not None
        self.day = max(self.day, self.end + timedelta(days=days))

    @rule(kind=st.sampled_from(EVENT_KINDS), excused=st.sampled_from((True, False, None)))
    def something_happens(self, kind: Any, excused: bool | None) -> None:
        event = Event(event=kind, on=self.day, excused=excused if kind == "control_refused" else None)
        longer = attrs.evolve(self.history, events=(*self.history.events, event))
        before = self.state, self.years, self.end, self.text
        self._pass(inclusive=kind not in DECISIONS)
        if not self._is_allowed(kind):
            self.state, self.years, self.end, self.text = before
            with pytest.raises(FactError) as caught:
                life_of(longer)
            assert [problem.path for problem in caught.value.problems] == [f"events[{len(longer.events) - 1}]"]
            return
        life_of(longer)
        self.history = longer
        self._follow(kind)

    def _is_allowed(self, kind: str) -> bool:
        today = text_of(self.day)
        judged = self.text if self.end is not None and kind in ("half_way_evaluated", "globally_evaluated") else today
        if kind in OPINIONS and (today == "2025" or (today == "2007" and kind == "opinion_on_half_way_evaluation")):
            return False
        if kind == "half_way_evaluated" and judged != "2024":
            return False
        if kind in ("control_refused", "undue_sums_recovered"):
            return today != "2007" and self.state != "not_recognised"
        return self.state in ALLOWED.get(kind, {self.state})

    def _follow(self, kind: str) -> None:
        late = self.state == "awaiting_decision"
        if kind == "recognised":
            self.origin, self.years = self.day, 0
            self._start_period()
        elif kind in ("renewed", "renewed_without_subsidy") and late:
            self._start_period()
        self.state = BECOMES.get(kind, self.state)
        if late and kind in DECISIONS:
            self.state = "expired" if kind == "renewal_refused" else "recognised"
        if self.state == "withdrawn":
            self.end = None

    @invariant()
    def the_state_is_that_of_the_model(self) -> None:
        standing = state_on(self.history, self.day)
        # What ends today has ended, but a decision of today would still be in time: the model looks, and steps back.
        before = self.state, self.years, self.end, self.text
        self._pass(inclusive=True)
        assert standing.state == self.state
        assert (standing.period is None) == (self.end is None)
        if standing.period is not None:
            assert (standing.period.ends_before, standing.period.regime.identifier) == (self.end, self.text)
        self.state, self.years, self.end, self.text = before
        for step in standing.steps:
            assert step.replay() == step.result

    @invariant()
    def no_earlier_state_is_rewritten(self) -> None:
        told = state_on(self.history, self.day)
        for day, before in self.seen.items():
            if day < self.day:
                assert _said(standing_on(told.life, day)) == before
        self.seen[self.day] = _said(told)

    @invariant()
    def the_life_is_told_without_gap(self) -> None:
        _tiles(life_of(self.history))


def _said(standing: Any) -> tuple[Any, ...]:
    period = standing.period
    return (
        standing.state,
        standing.subsidy,
        None if period is None else period.days,
        standing.year,
        standing.ranks,
        standing.falls,
        standing.missing,
        standing.questions,
    )


def _tiles(life: Life) -> None:
    """Moments are in order; runs do not overlap; a period runs exactly while the cluster is recognised."""
    assert [each.day for each in life.moments] == sorted(each.day for each in life.moments)
    for one, two in zip(life.runs, life.runs[1:], strict=False):
        assert one.days.ends_before <= two.days.starts_on
    for moment in life.moments:
        assert moment.recognised is (moment.period is not None)
        within = [run for run in life.runs if moment.day in run.days]
        last_of_its_day = life.at(moment.day)
        assert last_of_its_day is not None
        assert len(within) == (1 if last_of_its_day.recognised else 0)


# A life of so many steps is told anew at each of them: a hundred lives are enough, whatever the profile.
OneLife.TestCase.settings = settings(max_examples=min(100, settings().max_examples), stateful_step_count=25)
TestOneLife = OneLife.TestCase

events = st.builds(Event, event=st.sampled_from(EVENT_KINDS), on=st.dates(date(2007, 7, 1), date(2032, 12, 31)))
assumptions = st.builds(
    Assumptions,
    leap_day=st.sampled_from(("february_28", "march_1")),
    lapsed_subsidy=st.sampled_from((None, "ends", "may_resume")),
    deadline_counting=st.sampled_from(("before", "on")),
    incomplete_year=st.sampled_from(("full_ceiling", "pro_rata_days")),
    entry_into_force_2025=st.sampled_from((date(2026, 1, 1), date(2026, 1, 8), date(2027, 3, 1))),
)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Histories that the law allows: events drawn at random, those that it refuses left out."""
    chosen = draw(assumptions)
    pilot = draw(st.sampled_from((None, False, True)))
    kept: tuple[Event, ...] = ()
    for event in sorted(draw(st.lists(events, max_size=14)), key=lambda each: each.on):
        longer = History(cluster=CLUSTER, events=(*kept, event), assumptions=chosen, subsidised_before_decree=pilot)
        try:
            life_of(longer)
        except FactError:
            continue
        kept = longer.events
    return History(cluster=CLUSTER, events=kept, assumptions=chosen, subsidised_before_decree=pilot)


@given(told=histories())
def test_every_entry_is_cited_and_replays(told: History) -> None:
    calendar = calendar_of(told)
    identities = [each.identity for each in calendar.entries]
    assert len(set(identities)) == len(identities)
    for entry in calendar.entries:
        assert entry.citations
        assert entry.label.fr != entry.label.en
        assert (entry.days is None) == (entry.role == "undated")
        assert entry.role != "undated" or entry.questions or entry.missing
        if entry.step is not None:
            assert entry.step.replay() == entry.step.result
    for year in incomplete_years(calendar.life):
        assert year.days.starts_on < year.kept.ends_before < year.days.ends_before
        for step in year.finding.steps:
            assert step.replay() == step.result


@given(told=histories(), day=st.dates(date(2007, 7, 1), date(2035, 12, 31)))
def test_every_entry_has_a_status_on_every_day(told: History, day: date) -> None:
    calendar = calendar_of(told)
    for due in calendar.on(day):
        assert (due.in_days is None) == (due.status not in ("coming", "open", "today"))
        assert due.in_days is None or due.in_days >= 0
        assert (due.since is not None) == (due.status in ("due", "overdue", "done"))
        assert due.since is None or due.since <= day
    assert set(calendar.open_on(day, within_days=0)) <= set(calendar.open_on(day, within_days=400))


@given(told=histories(), data=st.data())
def test_the_order_in_which_events_are_stated_changes_nothing(told: History, data: st.DataObject) -> None:
    days = {event.on for event in told.events}
    if len(days) == len(told.events):  # those of one day happen in the order stated
        shuffled = attrs.evolve(told, events=tuple(data.draw(st.permutations(told.events))))
        one, two = life_of(told), life_of(shuffled)
        assert [(each.day, each.state, each.subsidy) for each in one.moments] == [
            (each.day, each.state, each.subsidy) for each in two.moments
        ]
        assert [each.days for each in calendar_of(told).entries] == [
            each.days for each in calendar_of(shuffled).entries
        ]
