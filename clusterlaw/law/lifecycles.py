"""The transition tables of the three versions of the law, and the words for their states and events.

An event that a version allows in a state is a `Transition`; in every other state a `Refusal` gives the reason.
"""

from collections.abc import Iterator

from attrs import evolve

from clusterlaw.law.acts import DECREE_2007, DECREE_2024, PROGRAMME_2025, in_2007, in_2024, in_2025
from clusterlaw.sources import Basis, Citation, Label
from clusterlaw.transitions import (
    EventDescription,
    EventKind,
    Lifecycle,
    Passage,
    Refusal,
    State,
    StateDescription,
    SubsidyDescription,
    SubsidyState,
    Transition,
)

STATES: tuple[StateDescription, ...] = (
    StateDescription(state="not_recognised", label=Label(fr="non reconnu", en="not recognised"), recognised=False),
    StateDescription(
        state="requested", label=Label(fr="reconnaissance demandée", en="recognition requested"), recognised=False
    ),
    StateDescription(
        state="recognised",
        label=Label(fr="reconnu, période en cours", en="recognised, period running"),
        recognised=True,
    ),
    StateDescription(
        state="renewal_requested",
        label=Label(fr="reconnu, renouvellement demandé", en="recognised, renewal requested"),
        recognised=True,
    ),
    StateDescription(
        state="renewed",
        label=Label(fr="reconnu, période suivante acquise", en="recognised, next period decided"),
        recognised=True,
    ),
    StateDescription(
        state="renewed_without_subsidy",
        label=Label(
            fr="reconnu, période suivante acquise sans subvention",
            en="recognised, next period decided without subsidy",
        ),
        recognised=True,
    ),
    StateDescription(
        state="awaiting_decision",
        label=Label(
            fr="période échue, décision sur le renouvellement attendue",
            en="period over, decision on the renewal awaited",
        ),
        recognised=False,
    ),
    StateDescription(
        state="expired", label=Label(fr="reconnaissance échue", en="recognition expired"), recognised=False
    ),
    StateDescription(
        state="withdrawn", label=Label(fr="reconnaissance retirée", en="recognition withdrawn"), recognised=False
    ),
)
SUBSIDY_STATES: tuple[SubsidyDescription, ...] = (
    SubsidyDescription(state="none", label=Label(fr="pas de subvention", en="no subsidy")),
    SubsidyDescription(
        state="earlier",
        label=Label(fr="subvention antérieure au décret maintenue", en="subsidy from before the decree kept"),
    ),
    SubsidyDescription(
        state="open", label=Label(fr="subvention due si elle est octroyée", en="subsidy due if it is granted")
    ),
    SubsidyDescription(state="not_granted", label=Label(fr="subvention non octroyée", en="subsidy not granted")),
    SubsidyDescription(state="not_renewed", label=Label(fr="subvention non renouvelée", en="subsidy not renewed")),
    SubsidyDescription(
        state="may_be_lost", label=Label(fr="subvention peut-être perdue", en="subsidy that may be lost")
    ),
    SubsidyDescription(state="lost", label=Label(fr="subvention perdue de plein droit", en="subsidy lost as of right")),
)
EVENTS: tuple[EventDescription, ...] = (
    EventDescription(
        event="recognition_requested",
        label=Label(fr="demande de reconnaissance", en="request for recognition"),
        actor="cluster",
    ),
    EventDescription(
        event="opinion_on_recognition",
        label=Label(fr="avis sur la reconnaissance", en="opinion on the recognition"),
        actor="committee",
    ),
    EventDescription(event="recognised", label=Label(fr="reconnaissance", en="recognition"), actor="government"),
    EventDescription(
        event="recognition_refused",
        label=Label(fr="refus de la reconnaissance", en="refusal of the recognition"),
        actor="government",
    ),
    EventDescription(
        event="subsidy_refused",
        label=Label(fr="refus de la subvention", en="refusal of the subsidy"),
        actor="government",
    ),
    EventDescription(
        event="half_way_evaluated",
        label=Label(fr="évaluation à mi-parcours", en="half-way evaluation"),
        actor="government",
        judged_by="text_of_period",
    ),
    EventDescription(
        event="opinion_on_half_way_evaluation",
        label=Label(fr="avis sur l'évaluation à mi-parcours", en="opinion on the half-way evaluation"),
        actor="committee",
    ),
    EventDescription(
        event="globally_evaluated",
        label=Label(fr="évaluation globale", en="global evaluation"),
        actor="government",
        judged_by="text_of_period",
    ),
    EventDescription(
        event="renewal_requested",
        label=Label(fr="demande de renouvellement", en="request for renewal"),
        actor="cluster",
    ),
    EventDescription(
        event="opinion_on_renewal",
        label=Label(fr="avis sur le renouvellement", en="opinion on the renewal"),
        actor="committee",
    ),
    EventDescription(
        event="renewed",
        label=Label(
            fr="renouvellement de la reconnaissance et de la subvention",
            en="renewal of the recognition and the subsidy",
        ),
        actor="government",
        on_last_boundary=True,
    ),
    EventDescription(
        event="renewed_without_subsidy",
        label=Label(
            fr="renouvellement de la reconnaissance sans la subvention",
            en="renewal of the recognition without the subsidy",
        ),
        actor="government",
        on_last_boundary=True,
    ),
    EventDescription(
        event="renewal_refused",
        label=Label(fr="refus du renouvellement", en="refusal of the renewal"),
        actor="government",
        on_last_boundary=True,
    ),
    EventDescription(
        event="opinion_on_withdrawal",
        label=Label(fr="avis sur le retrait", en="opinion on the withdrawal"),
        actor="committee",
    ),
    EventDescription(
        event="withdrawn",
        label=Label(fr="retrait de la reconnaissance", en="withdrawal of the recognition"),
        actor="government",
    ),
    EventDescription(
        event="control_refused",
        label=Label(fr="refus de contrôle ou obstacle au contrôle", en="control refused or obstructed"),
        actor="cluster",
    ),
    EventDescription(
        event="undue_sums_recovered",
        label=Label(fr="recouvrement de sommes indûment versées", en="recovery of sums unduly paid"),
        actor="government",
    ),
    EventDescription(
        event="budget_year_closed",
        label=Label(
            fr="clôture définitive de l'exercice budgétaire de la subvention",
            en="final closing of the budget year of the subsidy",
        ),
        actor="government",
    ),
    EventDescription(
        event="legal_action_started",
        label=Label(
            fr="début d'une action judiciaire ou administrative", en="start of a legal or administrative action"
        ),
        actor="anyone",
    ),
    EventDescription(
        event="legal_action_ended",
        label=Label(fr="fin d'une action judiciaire ou administrative", en="end of a legal or administrative action"),
        actor="anyone",
    ),
)

_EVERY = tuple(each.state for each in STATES)
_RUNNING = tuple(each.state for each in STATES if each.recognised)
_KNOWN = tuple(state for state in _EVERY if state != "not_recognised")
_UNRENEWED: tuple[State, ...] = ("recognised", "renewal_requested")
_SubsidyMoves = tuple[tuple[SubsidyState, SubsidyState], ...]
_TO_NONE: _SubsidyMoves = tuple((each.state, "none") for each in SUBSIDY_STATES)
_TO_OPEN: _SubsidyMoves = tuple((each.state, "open") for each in SUBSIDY_STATES)
_TO_NOT_RENEWED: _SubsidyMoves = tuple((each.state, "not_renewed") for each in SUBSIDY_STATES)
_CONTROL_LOST: _SubsidyMoves = (("open", "lost"), ("may_be_lost", "lost"))

_REQUESTS = in_2007("6", subparagraph=1)
_CONTROL_BY_ORDER = in_2007("6", subparagraph=2)
_CONTROL = Citation(act=DECREE_2007, article="10/4", paragraph="2", amended_by=DECREE_2024)
_AUTHORISED = Citation(act=DECREE_2007, article="10/4", paragraph="1", amended_by=DECREE_2024)
_KEPT_DATA = in_2024("10/3")
_BUDGET_CLOSED = in_2024("10/3", item="2°")
_COMMITTEE_GONE = Citation(act=PROGRAMME_2025, article="6")

_ASK_ANEW = Label(
    fr="demandez une nouvelle reconnaissance (recognition_requested, puis recognised)",
    en="request a new recognition (recognition_requested, then recognised)",
)
_STATE_FIRST = Label(
    fr="déclarez d'abord ce qui manque, ou corrigez la date", en="state first what is missing, or correct the date"
)
_LEAVE_OUT = Label(fr="retirez cet événement, ou corrigez sa date", en="leave this event out, or correct its date")


def _stays(states: tuple[State, ...]) -> dict[State, State]:
    return {state: state for state in states}


def _to(becomes: State, states: tuple[State, ...]) -> dict[State, State]:
    return dict.fromkeys(states, becomes)


def _moves(event: EventKind, moves: dict[State, State], template: Transition) -> Iterator[Transition]:
    """Yield one transition for each state of `moves`, with the provision and the effects of a template."""
    for state, becomes in moves.items():
        yield evolve(template, state=state, event=event, becomes=becomes)


def _template(citation: Citation, **effects: object) -> Transition:
    return Transition(
        state="not_recognised",
        event="recognised",
        becomes="not_recognised",
        citation=citation,
        **effects,  # type: ignore[arg-type]
    )


def _transitions(
    recognition: Citation,
    grant: Citation,
    terms: Citation,
    renewal: Citation,
    withdrawal: Citation,
    opinion: Citation | None,
    *,
    global_evaluation: Transition,
    half_way: Citation | None,
    control: bool,
) -> Iterator[Transition]:
    """Yield the transitions of a version from its provisions.

    `terms` says that the Government may refuse the subsidy, or sets its terms; `opinion` cites the missions of the
    committee, None where there is none.
    """
    asked = opinion is not None
    late = _template(
        recognition,
        basis=Basis.ASSUMPTION,
        assumption="year_counting",
        questions=("decision_after_expiry",),
        opinion="opinion_on_renewal" if asked else None,
        also=(renewal,),
    )
    yield from _moves(
        "recognition_requested",
        _to("requested", ("not_recognised", "expired", "withdrawn", "awaiting_decision")),
        _template(_REQUESTS),
    )
    yield from _moves(
        "recognised",
        _to("recognised", ("not_recognised", "requested", "expired", "withdrawn", "awaiting_decision")),
        _template(recognition, subsidy=_TO_OPEN, opinion="opinion_on_recognition" if asked else None, also=(grant,)),
    )
    yield from _moves(
        "recognition_refused",
        {"requested": "not_recognised"},
        _template(
            recognition,
            subsidy=(("earlier", "may_be_lost"),),
            opinion="opinion_on_recognition" if asked else None,
        ),
    )
    yield from _moves(
        "subsidy_refused",
        _stays(_RUNNING),
        _template(terms, subsidy=(("open", "not_granted"),), falls="subsidy"),
    )
    yield from _moves("globally_evaluated", _stays(_RUNNING), global_evaluation)
    if half_way is not None:
        yield from _moves("half_way_evaluated", _stays(_RUNNING), _template(half_way))
    yield from _moves("renewal_requested", {"recognised": "renewal_requested"}, _template(_REQUESTS))
    decided = _template(recognition, opinion="opinion_on_renewal" if asked else None, resumes=True, also=(renewal,))
    yield from _moves("renewed", _to("renewed", _UNRENEWED), decided)
    yield from _moves("renewed", {"awaiting_decision": "recognised"}, evolve(late, subsidy=_TO_OPEN, resumes=True))
    yield from _moves(
        "renewed_without_subsidy",
        _to("renewed_without_subsidy", _UNRENEWED),
        evolve(decided, falls="subsidy", citation=renewal, also=(recognition,), resumes=False),
    )
    yield from _moves(
        "renewed_without_subsidy",
        {"awaiting_decision": "recognised"},
        evolve(late, subsidy=_TO_NOT_RENEWED, falls="subsidy"),
    )
    yield from _moves(
        "renewal_refused",
        {"recognised": "recognised", "renewal_requested": "recognised", "awaiting_decision": "expired"},
        _template(recognition, opinion="opinion_on_renewal" if asked else None),
    )
    yield from _moves(
        "withdrawn",
        _to("withdrawn", _RUNNING),
        _template(
            withdrawal,
            subsidy=_TO_NONE,
            falls="recognition_and_subsidy",
            opinion="opinion_on_withdrawal" if asked else None,
        ),
    )
    if control:
        yield from _moves(
            "control_refused",
            _stays(_KNOWN),
            _template(
                _CONTROL,
                subsidy=_CONTROL_LOST,
                falls="subsidy",
                unless_excused=True,
                also=(_AUTHORISED,),
                questions=("extent_of_loss",),
            ),
        )
        yield from _moves("undue_sums_recovered", _stays(_KNOWN), _template(_CONTROL))
    yield from _moves("budget_year_closed", _stays(_EVERY), _template(_BUDGET_CLOSED))
    for action in _ACTIONS:
        yield from _moves(action, _stays(_EVERY), _template(_KEPT_DATA))


_ACTIONS: tuple[EventKind, ...] = ("legal_action_started", "legal_action_ended")
# Each opinion: the item of art. 4 al. 1 that gives the committee the mission, and the states in which it may be given.
_OPINIONS: tuple[tuple[EventKind, str, tuple[State, ...]], ...] = (
    ("opinion_on_recognition", "1°", ("requested",)),
    ("opinion_on_renewal", "2°", ("recognised", "renewal_requested", "awaiting_decision")),
    ("opinion_on_withdrawal", "4°", _RUNNING),
)


def _opinions_of_2007() -> Iterator[Transition]:
    for event, item, states in _OPINIONS:
        yield from _moves(event, _stays(states), _template(in_2007("4", subparagraph=1, item=item)))


def _opinions_of_2024() -> Iterator[Transition]:
    for event, item, states in (*_OPINIONS, ("opinion_on_half_way_evaluation", "5°", _RUNNING)):
        yield from _moves(event, _stays(states), _template(in_2024("4", subparagraph=1, item=item)))


def _refusals(recognition: Citation, withdrawal: Citation) -> Iterator[Refusal]:
    """Yield why an event is refused in the states that no transition names, whatever the version."""
    renewals: tuple[EventKind, ...] = ("renewal_requested", "renewed", "renewed_without_subsidy", "renewal_refused")
    for event in renewals:
        yield Refusal(
            event=event,
            states=("withdrawn",),
            why=Label(
                fr="la reconnaissance a été retirée : elle ne se renouvelle plus",
                en="the recognition was withdrawn: it is no longer renewed",
            ),
            remedy=_ASK_ANEW,
            citation=withdrawal,
            also=(recognition,),
        )
        yield Refusal(
            event=event,
            states=("expired",),
            why=Label(
                fr="la reconnaissance est échue : elle ne se renouvelle plus",
                en="the recognition has expired: it is no longer renewed",
            ),
            remedy=_ASK_ANEW,
            citation=recognition,
        )
        yield Refusal(
            event=event,
            states=("not_recognised", "requested"),
            why=Label(
                fr="aucune reconnaissance n'est en cours, et seule une reconnaissance se renouvelle",
                en="no recognition is running, and only a recognition is renewed",
            ),
            remedy=_STATE_FIRST,
            citation=recognition,
        )
        yield Refusal(
            event=event,
            why=Label(
                fr="le renouvellement est déjà demandé ou décidé pour cette période",
                en="the renewal is already requested or decided for this period",
            ),
            remedy=_LEAVE_OUT,
            citation=recognition,
        )
    yield Refusal(
        event="recognition_requested",
        states=("requested",),
        why=Label(fr="une demande est déjà pendante", en="a request is already pending"),
        remedy=_LEAVE_OUT,
        citation=_REQUESTS,
    )
    already: tuple[EventKind, ...] = ("recognition_requested", "recognised")
    for event in already:
        yield Refusal(
            event=event,
            why=Label(
                fr="le cluster est reconnu : une reconnaissance en cours se renouvelle",
                en="the cluster is recognised: a running recognition is renewed",
            ),
            remedy=Label(fr="déclarez un renouvellement", en="state a renewal"),
            citation=recognition,
        )
    yield Refusal(
        event="recognition_refused",
        why=Label(fr="aucune demande de reconnaissance n'est pendante", en="no request for recognition is pending"),
        remedy=_STATE_FIRST,
        citation=recognition,
    )
    for event in ("subsidy_refused", "globally_evaluated", "withdrawn"):
        yield Refusal(
            event=event,
            why=Label(fr="le cluster n'est pas reconnu ce jour-là", en="the cluster is not recognised on that day"),
            remedy=_STATE_FIRST,
            citation=withdrawal if event == "withdrawn" else recognition,
        )


def _no_opinion_here(citation: Citation, *events: EventKind) -> Iterator[Refusal]:
    for event in events:
        yield Refusal(
            event=event,
            why=Label(
                fr="le comité d'examen n'est pas saisi de cet avis dans cet état",
                en="the review committee has no such opinion to give in this state",
            ),
            remedy=_STATE_FIRST,
            citation=citation,
        )


def _half_way_elsewhere(citation: Citation) -> Refusal:
    return Refusal(
        event="half_way_evaluated",
        why=Label(fr="le cluster n'est pas reconnu ce jour-là", en="the cluster is not recognised on that day"),
        remedy=_STATE_FIRST,
        citation=citation,
    )


def _never_requested() -> Iterator[Refusal]:
    for event in ("control_refused", "undue_sums_recovered"):
        yield Refusal(
            event=event,
            why=Label(
                fr="le contrôle vise un cluster qui a introduit une demande",
                en="control is of a cluster that has made a request",
            ),
            remedy=_STATE_FIRST,
            citation=_AUTHORISED,
        )


def _passages(recognition: Citation, renewal: Citation) -> tuple[Passage, ...]:
    return (
        Passage(
            state="recognised",
            becomes="expired",
            citation=recognition,
            subsidy=_TO_NONE,
            falls="recognition_and_subsidy",
        ),
        Passage(
            state="renewal_requested",
            becomes="awaiting_decision",
            citation=recognition,
            subsidy=tuple(pair for pair in _TO_NONE if pair[0] != "not_renewed"),
            falls="recognition_and_subsidy",
            questions=("decision_after_expiry",),
        ),
        Passage(
            state="renewed",
            becomes="recognised",
            citation=recognition,
            subsidy=_TO_OPEN,
            also=(renewal,),
            assumption="year_counting",
        ),
        Passage(
            state="renewed_without_subsidy",
            becomes="recognised",
            citation=recognition,
            subsidy=_TO_NOT_RENEWED,
            falls="subsidy",
            also=(renewal,),
            assumption="year_counting",
        ),
    )


_RECOGNITION_2007 = in_2007("2", subparagraph=1)
_RENEWAL_2007 = in_2007("3", paragraph="1", subparagraph=5)
_WITHDRAWAL_2007 = in_2007("6", subparagraph=3)
LIFECYCLE_2007 = Lifecycle(
    identifier="2007",
    transitions=(
        *_transitions(
            _RECOGNITION_2007,
            in_2007("3", paragraph="1", subparagraph=1),
            in_2007("3", paragraph="1", subparagraph=1),
            _RENEWAL_2007,
            _WITHDRAWAL_2007,
            in_2007("4", subparagraph=1),
            global_evaluation=_template(in_2007("8")),
            half_way=None,
            control=False,
        ),
        *_opinions_of_2007(),
    ),
    refusals=(
        *_refusals(_RECOGNITION_2007, _WITHDRAWAL_2007),
        *_no_opinion_here(
            in_2007("4", subparagraph=1), "opinion_on_recognition", "opinion_on_renewal", "opinion_on_withdrawal"
        ),
        Refusal(
            event="half_way_evaluated",
            why=Label(
                fr="le texte de 2007 ne connaît pas d'évaluation à mi-parcours, venue en 2024",
                en="the text of 2007 has no half-way evaluation; it came in 2024",
            ),
            remedy=_LEAVE_OUT,
            citation=in_2007("8"),
        ),
        Refusal(
            event="opinion_on_half_way_evaluation",
            why=Label(
                fr="cette mission du comité d'examen est venue en 2024",
                en="this mission of the review committee came in 2024",
            ),
            remedy=_LEAVE_OUT,
            citation=in_2007("4", subparagraph=1),
        ),
        Refusal(
            event="control_refused",
            why=Label(
                fr="la perte de plein droit est venue en 2024 (art. 10/4) ; avant, le contrôle revient au Gouvernement",
                en="the loss as of right came in 2024 (art. 10/4); before, control is left to the Government",
            ),
            remedy=_LEAVE_OUT,
            citation=_CONTROL_BY_ORDER,
            basis=Basis.DELEGATED,
        ),
        Refusal(
            event="undue_sums_recovered",
            why=Label(
                fr="le recouvrement est venu en 2024 (art. 10/4) ; avant, le contrôle revient au Gouvernement",
                en="recovery came in 2024 (art. 10/4); before, control is left to the Government",
            ),
            remedy=_LEAVE_OUT,
            citation=_CONTROL_BY_ORDER,
            basis=Basis.DELEGATED,
        ),
    ),
    passages=_passages(_RECOGNITION_2007, _RENEWAL_2007),
)

_RECOGNITION_2024 = in_2024("2", subparagraph=1)
_RENEWAL_2024 = in_2024("3", subparagraph=5)
_WITHDRAWAL_2024 = in_2024("6")
LIFECYCLE_2024 = Lifecycle(
    identifier="2024",
    transitions=(
        *_transitions(
            _RECOGNITION_2024,
            in_2024("3", subparagraph=1),
            in_2024("3", subparagraph=2),
            _RENEWAL_2024,
            _WITHDRAWAL_2024,
            in_2024("4", subparagraph=1),
            global_evaluation=_template(in_2024("8", subparagraph=2)),
            half_way=in_2024("8", subparagraph=1),
            control=True,
        ),
        *_opinions_of_2024(),
    ),
    refusals=(
        *_refusals(_RECOGNITION_2024, _WITHDRAWAL_2024),
        *_no_opinion_here(
            in_2024("4", subparagraph=1),
            "opinion_on_recognition",
            "opinion_on_renewal",
            "opinion_on_withdrawal",
            "opinion_on_half_way_evaluation",
        ),
        _half_way_elsewhere(in_2024("8", subparagraph=1)),
        *_never_requested(),
    ),
    passages=_passages(_RECOGNITION_2024, _RENEWAL_2024),
)

_RECOGNITION_2025 = in_2025("2", subparagraph=1)
_RENEWAL_2025 = in_2025("3", subparagraph=5)
LIFECYCLE_2025 = Lifecycle(
    identifier="2025",
    transitions=tuple(
        _transitions(
            _RECOGNITION_2025,
            in_2025("3", subparagraph=1),
            in_2024("3", subparagraph=2),
            _RENEWAL_2025,
            _WITHDRAWAL_2024,
            None,
            global_evaluation=_template(
                in_2024("8", subparagraph=2),
                also=(Citation(act=PROGRAMME_2025, article="7"),),
                questions=("global_evaluation_2025",),
            ),
            half_way=None,
            control=True,
        )
    ),
    refusals=(
        *_refusals(_RECOGNITION_2025, _WITHDRAWAL_2024),
        *(
            Refusal(
                event=event,
                why=Label(
                    fr="le comité d'examen est supprimé : il ne rend plus d'avis",
                    en="the review committee is abolished: it gives no more opinions",
                ),
                remedy=_LEAVE_OUT,
                citation=_COMMITTEE_GONE,
            )
            for event in tuple(each.event for each in EVENTS if each.actor == "committee")
        ),
        Refusal(
            event="half_way_evaluated",
            why=Label(
                fr="l'évaluation à mi-parcours est abrogée pour une période du texte de 2025",
                en="the half-way evaluation is repealed for a period of the text of 2025",
            ),
            remedy=_LEAVE_OUT,
            citation=Citation(act=PROGRAMME_2025, article="7"),
        ),
        *_never_requested(),
    ),
    passages=_passages(_RECOGNITION_2025, _RENEWAL_2025),
)

LIFECYCLES: tuple[Lifecycle, ...] = (LIFECYCLE_2007, LIFECYCLE_2024, LIFECYCLE_2025)
