"""An entry of a calendar: who must do what, when, under which provision; and where it stands on a given day."""

from datetime import date
from typing import Literal

from clusterlaw.finding import Step
from clusterlaw.periods import Period, day_before
from clusterlaw.sources import Basis, Citation, Label, Source
from clusterlaw.transitions import Actor
from clusterlaw.values import frozen

EntryKind = Literal[
    "text_in_force",
    "period_starts",
    "subsidy_year_starts",
    "percentage_changes",
    "half_way_evaluation",
    "global_evaluation",
    "renewal_request",
    "members_counted",
    "subsidy_year_ends",
    "period_ends",
    "pilot_request",
    "personal_data",
    "policy_evaluation",
    "report_to_parliament",
    "committee_meetings",
    "mandates_end",
]
Role = Literal["moment", "deadline", "window", "around", "from", "rhythm", "undated"]
Status = Literal["coming", "today", "open", "due", "overdue", "done", "past", "rhythm", "open_question"]


@frozen(kw_only=True)
class Entry:
    """An entry of a calendar (échéance): who must act, what, when, and what it rests on.

    `role` says what its `days` are:
    - `moment`: the day on which something starts, ends or changes;
    - `deadline`: the last day on which something may be done, from `opens_on`;
    - `window`: the days within which it is to be done;
    - `around`: a point that the text names, the day or the window being left to the Government;
    - `from`: the day from which it is due, the text fixing no last day;
    - `rhythm`: so many times a year within those days, the text fixing no day;
    - `undated`: days None, a date that no text settles, within `applies`.

    `done_on`: the day by which it is stated to have been done, `done_as` what is known of it; `settled_on`: the day
    from which nothing is left to do, done or not. `condition`: it holds only if. `grounds` are the sources and the
    names of the assumptions; `step` the rule that gave the days.
    """

    kind: EntryKind
    role: Role
    actor: Actor
    label: Label
    days: Period | None
    grounds: tuple[Source | str, ...]
    applies: Period | None = None
    opens_on: date | None = None
    done_on: date | None = None
    done_as: Label | None = None
    settled_on: date | None = None
    condition: Label | None = None
    recognition: int = 0
    period: int = 0
    number: int = 0
    missing: tuple[str, ...] = ()
    own_questions: tuple[str, ...] = ()
    step: Step | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """The legal values that it rests on."""
        return tuple(each for each in self.grounds if not isinstance(each, str))

    @property
    def citation(self) -> Citation:
        """The provision that asks for it."""
        return self.sources[0].citation

    @property
    def basis(self) -> Basis:
        """What that provision rests on."""
        return self.sources[0].basis

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All the provisions that it rests on."""
        found = (each for source in self.sources for each in (source.citation, *getattr(source, "also", ())))
        return tuple(dict.fromkeys(found))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The names of the assumptions that it rests on."""
        return tuple(dict.fromkeys(each for each in self.grounds if isinstance(each, str)))

    @property
    def questions(self) -> tuple[str, ...]:
        """The names of the open questions that it passes over, or that leave it without a date."""
        found = [name for source in self.sources for name in getattr(source, "questions", ())]
        return tuple(dict.fromkeys((*self.own_questions, *found)))

    @property
    def late(self) -> bool:
        """Whether it was done after its last day: a warning, which no text turns into a loss."""
        done_on, last = self.done_on, self.last_day
        return self.role == "deadline" and done_on is not None and last is not None and done_on > last

    @property
    def last_day(self) -> date | None:
        """The last of its days."""
        return None if self.days is None else day_before(self.days.ends_before)

    @property
    def identity(self) -> tuple[str, ...]:
        """What tells it from the other entries of a calendar, whatever its dates."""
        return (self.kind, str(self.recognition), str(self.period), str(self.number))


@frozen(kw_only=True)
class Due:
    """Where an entry stands on a day: its status, in how many days it comes or closes, and since when it is due.

    - `coming`: in `in_days` days; `today`; `open`: for `in_days` more days, the last one included;
    - `due`: from `since` on, without a last day; `overdue`: since `since`, and not stated to have been done;
    - `done`, `past`: nothing is left to do; `rhythm`: every year; `open_question`: no text gives the date.
    """

    entry: Entry
    status: Status
    in_days: int | None = None
    since: date | None = None


def due_on(entry: Entry, day: date) -> Due:
    """Return where an entry stands on a day. What is not stated to have been done may have been: `overdue` says so."""
    if entry.done_on is not None and entry.done_on <= day:
        return Due(entry=entry, status="done", since=entry.done_on)
    if entry.days is None:
        return _lasting(entry, entry.applies, day, "open_question")
    if entry.role == "rhythm":
        return _lasting(entry, entry.days, day, "rhythm")
    return _dated(entry, entry.days, day)


def _lasting(entry: Entry, days: Period | None, day: date, status: Status) -> Due:
    """Return the status of an entry without a date: its own within its days."""
    if days is not None and day < days.starts_on:
        return Due(entry=entry, status="coming", in_days=(days.starts_on - day).days)
    return Due(entry=entry, status=status if days is None or day in days else "past")


def _dated(entry: Entry, days: Period, day: date) -> Due:
    opens_on = entry.opens_on or days.starts_on
    acted_on = entry.role in ("deadline", "window")
    if day < opens_on:
        return Due(entry=entry, status="coming", in_days=(opens_on - day).days)
    if entry.settled_on is not None and entry.settled_on <= day:
        return Due(entry=entry, status="past")
    if entry.role == "from":
        return Due(entry=entry, status="due", since=opens_on)
    if day < days.ends_before:
        return Due(
            entry=entry, status="open" if acted_on else "today", in_days=(day_before(days.ends_before) - day).days
        )
    return Due(entry=entry, status="overdue", since=days.ends_before) if acted_on else Due(entry=entry, status="past")
