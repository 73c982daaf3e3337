"""The facts of a cluster with its dated events. An event is a fact that is stated: the library decides nothing."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from attrs import field
from attrs.validators import optional

from clusterlaw.assumptions import Assumptions
from clusterlaw.checks import instance_of, is_stated, legal_day, one_of, tuple_of
from clusterlaw.dossier import Cluster, Dossier
from clusterlaw.errors import FactError, Problem
from clusterlaw.law import REGIMES
from clusterlaw.law.lifecycles import EVENTS
from clusterlaw.periods import day_before
from clusterlaw.recognition import periods_through
from clusterlaw.regime import Regime
from clusterlaw.sources import Label
from clusterlaw.standing import period_findings
from clusterlaw.transitions import EventKind
from clusterlaw.values import frozen

EVENT_KINDS: tuple[EventKind, ...] = tuple(each.event for each in EVENTS)
Origin = Literal["stated", "dossier", "presumed"]
DECISIONS: tuple[EventKind, ...] = ("renewed", "renewed_without_subsidy", "renewal_refused")


@frozen(kw_only=True)
class Event:
    """Something that happened (événement): what, and the day from which it takes effect.

    `excused` is read of `control_refused` only: force majeure or exceptional circumstances (art. 10/4 § 2); None: not
    stated. `origin`: stated as an event; taken from the dossier, which dates it; or presumed of a dossier that states
    the facts of a renewal.
    """

    event: EventKind = field(validator=one_of("events of a cluster's life", *EVENT_KINDS))
    on: date = field(validator=legal_day)
    excused: bool | None = field(default=None, validator=is_stated)
    origin: Origin = field(default="stated", validator=one_of("origin of an event", "stated", "dossier", "presumed"))

    def __attrs_post_init__(self) -> None:
        problems = problems_of_excuse({"event": self.event, "excused": self.excused})
        if problems:
            raise FactError(*problems)

    @property
    def presumed(self) -> bool:
        """Whether it is presumed."""
        return self.origin == "presumed"


def problems_of_excuse(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what is wrong between the keys of an event: only a refusal of control may be excused (art. 10/4 § 2)."""
    if values.get("excused") is None or values.get("event") in (None, "control_refused"):
        return ()
    problem = Problem(
        path="excused",
        what=Label(
            fr=f"« {values['event']} » n'est pas un refus de contrôle",
            en=f"{values['event']!r} is no refusal of control",
        ),
        rule="decree-2007 art. 10/4 § 2 (2024)",
        remedy=Label(fr="retirez cette clé", en="leave this key out"),
    )
    return (problem,)


@frozen(kw_only=True)
class History:
    """The facts of a cluster with its dated events, in any order.

    `dossier` holds the facts of the first recognition's periods and years, None where nothing of them is stated.
    `subsidised_before_decree`: a pilot cluster, with an operating subsidy of the Government before 1 July 2007 (art. 10
    al. 1). `mandates_started_on`: the day on which the mandates of the review committee started. None: not stated.
    """

    cluster: Cluster = field(validator=instance_of(Cluster))
    events: tuple[Event, ...] = field(default=(), validator=tuple_of(Event))
    dossier: Dossier | None = field(default=None, validator=instance_of(Dossier, type(None)))
    subsidised_before_decree: bool | None = field(default=None, validator=is_stated)
    mandates_started_on: date | None = field(default=None, validator=optional(legal_day))
    assumptions: Assumptions = field(factory=Assumptions, validator=instance_of(Assumptions))

    def __attrs_post_init__(self) -> None:
        stated = self.dossier
        if stated is not None and (stated.cluster, stated.assumptions) != (self.cluster, self.assumptions):
            raise ValueError(
                "History: cluster and assumptions differ from those of the dossier; use history_of(dossier)"
            )

    @property
    def ordered(self) -> tuple[tuple[int, Event], ...]:
        """The events in the order of their days, each with its place; those of one day in the order given."""
        return tuple(sorted(enumerate(self.events), key=lambda each: each[1].on))


def history_of(
    dossier: Dossier,
    *,
    events: tuple[Event, ...] = (),
    subsidised_before_decree: bool | None = None,
    mandates_started_on: date | None = None,
    regimes: tuple[Regime, ...] = REGIMES,
) -> History:
    """Return the history of a dossier: its recognition, the requests that it dates, and the events that are stated.

    Where no decision on a renewal is stated, one is presumed, on the last day of the period before, for each renewal
    whose facts the dossier states (`procedure_presumed`): without the subsidy, or refused, where a condition certainly
    fails. As soon as one decision is stated, none is presumed. Raises TypeError for another kind of dossier, FactError
    where its dates contradict the law.
    """
    if type(dossier) is not Dossier:
        raise TypeError(f"history_of: dossier is a {type(dossier).__name__}; give a clusterlaw.Dossier")
    implied = [Event(event="recognised", on=dossier.recognised_on, origin="dossier")]
    stated = {(each.event, each.on) for each in events}
    implied += [
        Event(event="renewal_requested", on=renewal.requested_on, origin="dossier")
        for renewal in dossier.renewals
        if renewal.requested_on is not None
    ]
    if not any(each.event in DECISIONS for each in events):
        implied += _presumed_decisions(dossier, regimes)
    return History(
        cluster=dossier.cluster,
        events=(*events, *(each for each in implied if (each.event, each.on) not in stated)),
        dossier=dossier,
        subsidised_before_decree=subsidised_before_decree,
        mandates_started_on=mandates_started_on,
        assumptions=dossier.assumptions,
    )


def _presumed_decisions(dossier: Dossier, regimes: tuple[Regime, ...]) -> Iterator[Event]:
    """Yield the decisions that the renewals of a dossier presume, up to the first that certainly fails."""
    starts = {renewal.starts_on for renewal in dossier.renewals}
    periods = periods_through(
        recognised_on=dossier.recognised_on,
        years=1,
        day=max(starts, default=dossier.recognised_on),
        assumptions=dossier.assumptions,
        regimes=regimes,
    )
    for within in period_findings(dossier, periods=periods, regimes=regimes):
        if within.period.number == 1:
            continue
        reasons = within.reasons(within.period.first_year)
        if within.period.starts_on not in starts:
            return
        event: EventKind = "renewed_without_subsidy" if reasons else "renewed"
        if any(each.affects == "recognition_and_subsidy" for each in reasons):
            event = "renewal_refused"
        yield Event(event=event, on=day_before(within.period.starts_on), origin="presumed")
        if event == "renewal_refused":
            return
