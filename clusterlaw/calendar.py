"""The calendar of a cluster: every date that it, the committee or the Government must keep, and where each stands.

Each entry says who must act, what, when, under which article, and what it rests on. No clock is read: a day is given.
"""

from collections.abc import Iterator
from datetime import date

from clusterlaw.checks import LATEST_DATE
from clusterlaw.cluster_entries import cluster_entries
from clusterlaw.entries import Due, Entry, EntryKind, due_on
from clusterlaw.history import History
from clusterlaw.law import REGIMES
from clusterlaw.law.lifecycles import LIFECYCLES
from clusterlaw.law.selections import SELECTIONS
from clusterlaw.law.timetables import TIMETABLES
from clusterlaw.life import Life, life_of
from clusterlaw.lifecycle import Standing, standing_on
from clusterlaw.periods import require_date
from clusterlaw.policy import span_of
from clusterlaw.policy_entries import policy_entries
from clusterlaw.regime import Regime
from clusterlaw.selection import Selection
from clusterlaw.timetable import Timetable
from clusterlaw.transitions import Lifecycle
from clusterlaw.values import frozen

# In the order in which entries of one day are told.
_ORDER: tuple[EntryKind, ...] = (
    "text_in_force",
    "period_starts",
    "subsidy_year_starts",
    "percentage_changes",
    "members_counted",
    "pilot_request",
    "half_way_evaluation",
    "global_evaluation",
    "renewal_request",
    "subsidy_year_ends",
    "period_ends",
    "policy_evaluation",
    "mandates_end",
    "personal_data",
    "report_to_parliament",
    "committee_meetings",
)


@frozen(kw_only=True)
class Calendar:
    """The entries of a life in the order of their days; those without a day last."""

    life: Life
    entries: tuple[Entry, ...]

    @property
    def dated(self) -> tuple[Entry, ...]:
        """The entries that have a day or a window of their own: neither undated nor a rhythm."""
        return tuple(each for each in self.entries if each.days is not None and each.role != "rhythm")

    @property
    def unused(self) -> tuple[str, ...]:
        """The stated facts that move nothing in this calendar."""
        stated = self.life.history.mandates_started_on is not None
        lost = ("mandates_started_on",) if stated and not self.of("mandates_end") else ()
        return (*self.life.unused, *lost)

    def of(self, kind: EntryKind) -> tuple[Entry, ...]:
        """Return the entries of a kind."""
        return tuple(each for each in self.entries if each.kind == kind)

    def on(self, day: date) -> tuple[Due, ...]:
        """Return where each entry stands on a day. Raises TypeError unless given a date."""
        require_date(day, where="Calendar.on: day")
        return tuple(due_on(each, day) for each in self.entries)

    def open_on(self, day: date, *, within_days: int) -> tuple[Due, ...]:
        """Return what is open, due or overdue on a day, and what comes within so many days of it.

        Raises TypeError for another kind, ValueError for a negative number of days.
        """
        if type(within_days) is not int:
            raise TypeError(f"open_on: within_days is {within_days!r}, a {type(within_days).__name__}; give an int")
        if within_days < 0:
            raise ValueError(f"open_on: within_days is {within_days}; give 0 or more")
        return tuple(each for each in self.on(day) if _is_open(each, within_days))

    def standing_on(self, day: date) -> Standing:
        """Return the state of the cluster on a day."""
        return standing_on(self.life, day)


def _is_open(due: Due, within_days: int) -> bool:
    if due.status == "coming":
        return due.in_days is not None and due.in_days <= within_days
    return due.status in ("today", "open", "due", "overdue", "rhythm", "open_question")


def calendar_of(
    history: History,
    *,
    until: date | None = None,
    regimes: tuple[Regime, ...] = REGIMES,
    lifecycles: tuple[Lifecycle, ...] = LIFECYCLES,
    timetables: tuple[Timetable, ...] = TIMETABLES,
    selections: tuple[Selection, ...] = SELECTIONS,
) -> Calendar:
    """Return the calendar of a cluster's life.

    The policy's own dates are told from the first day of that life to the end of its last period, or before `until`.
    Raises TypeError for another kind, FactError with every event that the law does not allow.
    """
    if until is not None and require_date(until, where="calendar_of: until") > LATEST_DATE:
        raise ValueError(f"calendar_of: until is {until}, after {LATEST_DATE}; give an earlier day")
    life = life_of(history, regimes=regimes, lifecycles=lifecycles, timetables=timetables)
    return Calendar(life=life, entries=tuple(sorted(_entries(life, until, selections), key=_place)))


def _entries(life: Life, until: date | None, selections: tuple[Selection, ...]) -> Iterator[Entry]:
    yield from cluster_entries(life)
    span = span_of(life, until=until)
    if span is not None:
        yield from policy_entries(life, span, selections)


def _place(entry: Entry) -> tuple[bool, date, int, tuple[str, ...]]:
    lasting = entry.days is None or entry.role == "rhythm"
    day = (
        entry.days.starts_on
        if entry.days is not None
        else (LATEST_DATE if entry.applies is None else entry.applies.starts_on)
    )
    return lasting, day, _ORDER.index(entry.kind), entry.identity
