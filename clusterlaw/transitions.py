"""The life of a cluster as a value: its states, its events, and what a version of the law lets each event do.

Nothing here computes; `law.lifecycles` fills these parts, `rules.lifecycle` reads them. A reform is `attrs.evolve` of a
`Lifecycle`.
"""

from typing import Literal

from clusterlaw.regime import Affects
from clusterlaw.sources import Basis, Citation, Label
from clusterlaw.values import frozen

State = Literal[
    "not_recognised",
    "requested",
    "recognised",
    "renewal_requested",
    "renewed",
    "renewed_without_subsidy",
    "awaiting_decision",
    "expired",
    "withdrawn",
]
SubsidyState = Literal["none", "earlier", "open", "not_granted", "not_renewed", "may_be_lost", "lost"]
EventKind = Literal[
    "recognition_requested",
    "opinion_on_recognition",
    "recognised",
    "recognition_refused",
    "subsidy_refused",
    "half_way_evaluated",
    "opinion_on_half_way_evaluation",
    "globally_evaluated",
    "renewal_requested",
    "opinion_on_renewal",
    "renewed",
    "renewed_without_subsidy",
    "renewal_refused",
    "opinion_on_withdrawal",
    "withdrawn",
    "control_refused",
    "undue_sums_recovered",
    "budget_year_closed",
    "legal_action_started",
    "legal_action_ended",
]
Actor = Literal["cluster", "committee", "government", "operation_of_law", "anyone"]
JudgedBy = Literal["text_in_force", "text_of_period"]


@frozen(kw_only=True)
class StateDescription:
    """A state of the recognition (reconnaissance): what it is, and whether the cluster is recognised in it."""

    state: State
    label: Label
    recognised: bool


@frozen(kw_only=True)
class SubsidyDescription:
    """A state of the subsidy (subvention): what it is; `open` is what is due if granted, never "granted"."""

    state: SubsidyState
    label: Label


@frozen(kw_only=True)
class EventDescription:
    """An event: what it is, whose act it is, and which text judges it.

    `on_last_boundary`: one that is dated the very day on which a period has ended still decides on that period.
    """

    event: EventKind
    label: Label
    actor: Actor
    judged_by: JudgedBy = "text_in_force"
    on_last_boundary: bool = False


@frozen(kw_only=True)
class Transition:
    """What an event makes of a state (passage d'un état à un autre), under the provision cited.

    `subsidy` pairs each state of the subsidy that the event moves with what it becomes; `falls` says what is lost.
    `opinion` is the opinion that the text asks for first; `resumes` is True where it lets a subsidy that was not
    renewed resume (assumption `lapsed_subsidy`); `unless_excused`: nothing moves in case of force majeure or
    exceptional circumstances.
    """

    state: State
    event: EventKind
    becomes: State
    citation: Citation
    basis: Basis = Basis.TEXT
    subsidy: tuple[tuple[SubsidyState, SubsidyState], ...] = ()
    falls: Affects | None = None
    opinion: EventKind | None = None
    resumes: bool = False
    unless_excused: bool = False
    also: tuple[Citation, ...] = ()
    questions: tuple[str, ...] = ()
    assumption: str | None = None


@frozen(kw_only=True)
class Refusal:
    """Why the law does not allow an event in some states, under the provision cited, and what to do instead.

    `states` is () where it is allowed in no state that no transition names.
    """

    event: EventKind
    why: Label
    remedy: Label
    citation: Citation
    basis: Basis = Basis.TEXT
    states: tuple[State, ...] = ()
    also: tuple[Citation, ...] = ()


@frozen(kw_only=True)
class Passage:
    """What the end of a recognition period makes of a state, by operation of law, under the provision cited."""

    state: State
    becomes: State
    citation: Citation
    basis: Basis = Basis.TEXT
    subsidy: tuple[tuple[SubsidyState, SubsidyState], ...] = ()
    falls: Affects | None = None
    also: tuple[Citation, ...] = ()
    questions: tuple[str, ...] = ()
    assumption: str | None = None


@frozen(kw_only=True)
class Lifecycle:
    """The transition table of a version of the law, by the identifier of its regime.

    Every event has transitions, or a refusal that gives the reason, in every state.
    """

    identifier: str
    transitions: tuple[Transition, ...]
    refusals: tuple[Refusal, ...]
    passages: tuple[Passage, ...]
