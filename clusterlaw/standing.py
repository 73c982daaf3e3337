"""Whether a subsidy is due at all: the conditions of each recognition period, and what it leaves to later ones.

Kept apart from the amounts: what the costs are never decides whether a condition holds.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from clusterlaw.assumptions import SeniorityReading
from clusterlaw.dossier import Dossier, FirstPeriod, LegalForm, Renewal
from clusterlaw.money import Euro
from clusterlaw.recognition import RecognitionPeriod
from clusterlaw.regime import Affects, Condition, Regime
from clusterlaw.rules.conditions import Applicability, applicability, holds, open_after_lapse
from clusterlaw.sources import Citation
from clusterlaw.values import frozen

if TYPE_CHECKING:
    from clusterlaw.finding import Reason


@frozen
class ConditionFinding:
    """A condition in a period: the fact it read, whether it holds (None: not known), and from when it applies."""

    condition: Condition
    period: RecognitionPeriod
    value: Any
    holds: bool | None
    applicability: Applicability

    @property
    def fact(self) -> str:
        """The path of the fact in a dossier."""
        return f"{facts_path(self.period)}.{self.condition.fact}"

    @property
    def missing(self) -> str:
        """The name of what would settle it: the fact, or the open question where the fact is stated."""
        return self.fact if self.value is None else str(self.condition.open_question)

    def applies_in(self, year: int) -> bool:
        """Whether the condition applies in a subsidy year of its period."""
        return self.applicability[0] <= year

    def rests_on_reading_in(self, year: int) -> bool:
        """Whether the other reading of its assumption would decide a subsidy year otherwise."""
        return not self.holds and self.applies_in(year) != (self.applicability[1] <= year)


@frozen
class Carried:
    """What earlier periods leave to a later one: recognition or subsidy lost, what would tell, what was assumed.

    None: it may have been lost. `assumed` names the assumptions under whose other reading the subsidy would have lapsed
    or would not; none where it certainly lapsed under every reading.
    """

    lost: bool | None = False
    lost_doubts: tuple[str, ...] = ()
    lapsed: bool | None = False
    lapse_doubts: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


NOTHING_CARRIED = Carried()


@frozen
class PeriodFinding:
    """A recognition period with its facts, its conditions, and what earlier periods left it.

    `facts`: None where nothing is stated of the period. `readings`: those of the seniority of a year that are possible,
    the text's own, the one chosen, or all. `settled`: every condition holds and nothing was left, so
    that no year of it is in doubt. `uniform`: moreover every condition applies from the period's first year.
    """

    period: RecognitionPeriod
    dossier: Dossier
    regimes: tuple[Regime, ...]
    facts: FirstPeriod | Renewal | None
    renews: str | None
    years_under_earlier_texts: int
    readings: tuple[SeniorityReading, ...]
    conditions: tuple[ConditionFinding, ...]
    carried: Carried
    settled: bool
    uniform: bool

    @property
    def yearly_ceiling(self) -> Euro | None:
        """The yearly ceiling (plafond) of the period: the text's (of year 1), or the one stated; None: not stated."""
        return self.period.regime.ceiling.amount or (None if self.facts is None else self.facts.subsidy_ceiling)

    @property
    def open_after_lapse(self) -> bool | None:
        """Whether the subsidy is still open after what earlier periods left."""
        return open_after_lapse(lapsed=self.carried.lapsed, reading=self.dossier.assumptions.lapsed_subsidy)

    def reasons(self, year: int) -> "tuple[Reason, ...]":
        """Return the reasons why the subsidy of a year is certainly refused; () if it is not."""
        if self.settled:
            return ()
        regime = self.period.regime
        if self.carried.lost:
            return (_reason("recognition", "recognition_and_subsidy", regime.subsidy_discretion.citation),)
        own = tuple(
            _reason(each.condition.name, each.condition.affects, each.condition.citation)
            for each in self.conditions
            if each.holds is False and each.applies_in(year)
        )
        if self.open_after_lapse is False:
            return (_reason("lapsed_subsidy", "subsidy", regime.renewal_of_subsidy.citation), *own)
        return own

    def doubts(self, year: int) -> tuple[str, ...]:
        """Return the names of what would tell whether the subsidy of a year is due; () if nothing is in doubt."""
        if self.settled:
            return ()
        names = [*self.carried.lost_doubts]
        names += [each.missing for each in self.conditions if each.holds is None and each.applies_in(year)]
        if self.open_after_lapse is None:
            names += self.carried.lapse_doubts if self.carried.lapsed is None else ()
            names += ["assumptions.lapsed_subsidy"] if self.dossier.assumptions.lapsed_subsidy is None else ()
        return tuple(dict.fromkeys(names))


def _reason(condition: str, affects: Affects, citation: Citation) -> "Reason":
    from clusterlaw.finding import Reason

    return Reason(condition=condition, affects=affects, citation=citation)


def facts_path(period: RecognitionPeriod) -> str:
    """Return the path in a dossier of the facts of a period."""
    return "first_period" if period.number == 1 else f"renewals[{period.starts_on}]"


def period_findings(
    dossier: Dossier, *, periods: tuple[RecognitionPeriod, ...], regimes: tuple[Regime, ...]
) -> Iterator[PeriodFinding]:
    """Yield the finding of each period, each resting on what the earlier ones left (arts 1, 2 and 3)."""
    renewals = {renewal.starts_on: renewal for renewal in dossier.renewals}
    form: LegalForm = dossier.cluster.legal_form
    carried, renews, earlier = NOTHING_CARRIED, None, 0
    prior_years = dossier.prior_subsidy_years or 0
    for period in periods:
        facts: FirstPeriod | Renewal | None = dossier.first_period
        restated = True
        if period.number > 1:
            facts = renewals.get(period.starts_on)
            stated = None if facts is None else facts.legal_form
            restated = stated is not None
            form = stated or form
        if period.regime.seniority.assumption is None:
            earlier = period.last_year
        conditions = []
        settled = carried is NOTHING_CARRIED
        uniform = settled
        for condition in period.regime.conditions:
            applies = applicability(
                condition=condition,
                period=period,
                renews=renews,
                prior_years=prior_years,
                assumptions=dossier.assumptions,
            )
            if applies is None or period.last_year < min(applies):
                continue
            if condition.fact == "legal_form":
                value: Any = form
            elif condition.fact == "period_number":
                value = period.number
            else:
                value = getattr(facts, condition.fact, None)
            verdict = holds(condition=condition, value=value)
            if condition.fact == "legal_form" and not restated and verdict is False:
                value = verdict = None  # a form that is no longer acceptable is not carried forward
            conditions.append(ConditionFinding(condition, period, value, verdict, applies))
            settled = settled and verdict is True
            uniform = uniform and settled and applies[0] <= period.first_year
        found = tuple(conditions)
        yield PeriodFinding(
            period,
            dossier,
            regimes,
            facts,
            renews,
            earlier,
            _readings(period.regime, dossier),
            found,
            carried,
            settled,
            uniform and settled,
        )
        carried = carried if settled else _carry(carried, period, found)
        renews = period.regime.identifier


def _readings(regime: Regime, dossier: Dossier) -> tuple[SeniorityReading, ...]:
    seniority = regime.seniority
    if seniority.assumption is None:
        return seniority.value
    chosen: SeniorityReading | None = getattr(dossier.assumptions, seniority.assumption)
    return seniority.value if chosen is None else (chosen,)


def _carry(carried: Carried, period: RecognitionPeriod, conditions: tuple[ConditionFinding, ...]) -> Carried:
    """Add to what earlier periods left what the conditions of one more period leave."""
    lost, lost_doubts = carried.lost, carried.lost_doubts
    lapsed, lapse_doubts, assumed = carried.lapsed, carried.lapse_doubts, carried.assumed
    for each in conditions:
        if each.rests_on_reading_in(period.last_year):
            assumed = (*assumed, str(each.condition.assumption))
        if each.holds or not each.applies_in(period.last_year):
            continue
        doubts = (each.missing,) if each.holds is None else ()
        if each.condition.affects == "subsidy":
            lapsed, lapse_doubts = _lost(lapsed, each), lapse_doubts + doubts
        else:
            lost, lost_doubts = _lost(lost, each), lost_doubts + doubts
    if _lapsed_whatever_is_assumed(carried, period, conditions):
        assumed = ()
    return Carried(lost, lost_doubts, lapsed, lapse_doubts, assumed)


def _lapsed_whatever_is_assumed(
    carried: Carried, period: RecognitionPeriod, conditions: tuple[ConditionFinding, ...]
) -> bool:
    """Return whether the subsidy certainly lapsed, now or earlier, under every reading of every assumption."""
    last = period.last_year
    return (carried.lapsed is True and not carried.assumed) or any(
        each.holds is False
        and each.condition.affects == "subsidy"
        and each.applies_in(last)
        and not each.rests_on_reading_in(last)
        for each in conditions
    )


def _lost(already: bool | None, failing: ConditionFinding) -> bool | None:  # noqa: FBT001
    """Return whether something is lost once a condition fails or, where it is not known whether it does, may be."""
    return True if failing.holds is False or already else None
