"""What an event, or the end of a period, makes of a recognition and its subsidy: arts 2, 3, 4, 6, 8, 10 and 10/4."""

from datetime import date

from clusterlaw.periods import Period, months_after
from clusterlaw.rule import Rule
from clusterlaw.sources import Label
from clusterlaw.transitions import EventKind, Lifecycle, Passage, Refusal, State, SubsidyState, Transition

# What the recognition and the subsidy become.
Outcome = tuple[State, SubsidyState]


def transition_of(*, state: State, event: EventKind, lifecycle: Lifecycle) -> Transition | Refusal:
    """Return what a version of the law lets an event do in a state, or why it refuses it.

    Raises ValueError where the table says neither.
    """
    for transition in lifecycle.transitions:
        if transition.event == event and transition.state == state:
            return transition
    for refusal in lifecycle.refusals:
        if refusal.event == event and (not refusal.states or state in refusal.states):
            return refusal
    raise ValueError(
        f"transition_of: {lifecycle.identifier} says nothing of {event!r} in {state!r}; add a transition or a refusal"
    )


def after_event(
    *, state: State, subsidy: SubsidyState, event: EventKind, excused: bool | None, lifecycle: Lifecycle
) -> Outcome:
    """Return what an event makes of the recognition and the subsidy (arts 2, 3, 6, 10/4).

    `excused`: force majeure or exceptional circumstances; None: not stated, and the subsidy may be lost. Raises
    ValueError where the version refuses the event.
    """
    found = transition_of(state=state, event=event, lifecycle=lifecycle)
    if isinstance(found, Refusal):
        raise ValueError(f"after_event: {event!r} in {state!r} is refused ({found.citation}): {found.why.en}")
    moved = dict(found.subsidy).get(subsidy, subsidy)
    if found.unless_excused and moved != subsidy:
        moved = {True: subsidy, False: moved}.get(excused, "may_be_lost")  # type: ignore[arg-type]
    return found.becomes, moved


def passage_of(*, state: State, lifecycle: Lifecycle) -> Passage:
    """Return what the end of a period makes of a state. Raises ValueError for a state in which no period runs."""
    for passage in lifecycle.passages:
        if passage.state == state:
            return passage
    raise ValueError(f"passage_of: no period runs in {state!r}; ask only while one does")


def after_period(*, state: State, subsidy: SubsidyState, lifecycle: Lifecycle) -> Outcome:
    """Return what the end of a period makes of the recognition and the subsidy, by operation of law (art. 2 al. 1)."""
    passage = passage_of(state=state, lifecycle=lifecycle)
    return passage.becomes, dict(passage.subsidy).get(subsidy, subsidy)


def pilot_window(*, commenced_on: date, months: int) -> Period:
    """Return the days on which a pilot cluster's request is certainly in time (art. 10 al. 1).

    The day that follows them is the open question `three_months_of_article_10`.
    """
    return Period(commenced_on, months_after(commenced_on, months=months))


def earlier_subsidy(*, requested_on: date | None, window: Period) -> SubsidyState:
    """Return what becomes of the subsidy of a pilot cluster by the day of its request (art. 10 al. 1).

    Kept for one in time; lost for a late one; open for one on the day after the window, or one that is not stated.
    """
    if requested_on is None or requested_on == window.ends_before:
        return "may_be_lost"
    return "earlier" if requested_on in window else "none"


AFTER_EVENT = Rule(
    identifier="lifecycle.after_event",
    label=Label(fr="effet d'un événement", en="effect of an event"),
    function=after_event,
    parameters=("state", "subsidy", "event", "excused", "lifecycle"),
    reads="transitions",
)
AFTER_PERIOD = Rule(
    identifier="lifecycle.after_period",
    label=Label(fr="terme de la période", en="end of the period"),
    function=after_period,
    parameters=("state", "subsidy", "lifecycle"),
    reads="passages",
)
EARLIER_SUBSIDY = Rule(
    identifier="lifecycle.earlier_subsidy",
    label=Label(fr="subvention antérieure au décret", en="subsidy from before the decree"),
    function=earlier_subsidy,
    parameters=("requested_on", "window"),
    reads="pilot_request_months",
)
RULES = (AFTER_EVENT, AFTER_PERIOD, EARLIER_SUBSIDY)
