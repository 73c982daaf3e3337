"""The funding path (trajectoire de financement): what each subsidy year of a recognition amounts to if granted.

A path stores its facts and the few values in between; steps, citations and missing facts are worked out when asked.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Any, Literal

from attrs import field, frozen

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import CostLine, Dossier, FirstPeriod, Renewal
from clusterlaw.errors import FactError
from clusterlaw.finding import Determined, Reason, Refused, Step, Undetermined
from clusterlaw.law import REGIMES, commences_on
from clusterlaw.money import Euro
from clusterlaw.periods import anniversary
from clusterlaw.recognition import (
    RecognitionPeriod,
    date_problems,
    last_day_to_request_renewal,
    later_texts,
    recognition_periods,
)
from clusterlaw.regime import Condition, Discretion, RateBand, Regime
from clusterlaw.rules.conditions import Applicability, applicability, holds, open_after_lapse
from clusterlaw.rules.costs import AdmittedCosts, admitted_costs
from clusterlaw.rules.subsidy import OPERATIONS, own_share, rank, rate_band
from clusterlaw.sources import Citation

Status = Literal["determined", "undetermined", "refused"]
Stages = tuple[int | None, ...]

LONGEST = 50


@frozen
class ConditionFinding:
    """A condition in a period: the fact it read, whether it holds (None: not known), and from when it applies."""

    condition: Condition
    fact: str
    value: Any
    holds: bool | None
    applicability: Applicability

    @property
    def missing(self) -> str:
        """The name of what would settle it: the fact, or the open question where the fact is stated."""
        return self.fact if self.value is None else str(self.condition.open_question)

    def applies_in(self, year: int) -> bool:
        """Whether the condition applies in a subsidy year of its period."""
        return self.applicability.from_year <= year

    def rests_on_reading_in(self, year: int) -> bool:
        """Whether the other reading of its assumption would decide a subsidy year otherwise."""
        return self.holds is not True and self.applies_in(year) != (self.applicability.otherwise_from_year <= year)


@frozen
class Carried:
    """What earlier periods leave to a later one: recognition or subsidy lost, what would tell, what was assumed."""

    lost: bool | None = False
    lost_doubts: tuple[str, ...] = ()
    lapsed: bool | None = False
    lapse_doubts: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()


NOTHING_CARRIED = Carried()


@frozen
class PeriodFinding:
    """A recognition period with its facts, its conditions, and what earlier periods left it."""

    period: RecognitionPeriod
    dossier: Dossier
    regimes: tuple[Regime, ...]
    facts: FirstPeriod | Renewal
    facts_path: str
    renews: str | None
    years_under_earlier_texts: int
    conditions: tuple[ConditionFinding, ...]
    carried: Carried
    settled: bool

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that all years of the period share."""
        from clusterlaw.steps import steps_of_period

        return steps_of_period(self)

    @cached_property
    def later_texts(self) -> tuple[tuple[date, Regime], ...]:
        """The texts that came into force while the period was running, with the days, the first first."""
        assumptions = self.dossier.assumptions
        later = later_texts(
            period=self.period, before=self.period.ends_before, assumptions=assumptions, regimes=self.regimes
        )
        days = ((commences_on(regime, assumptions=assumptions), regime) for regime in later)
        return tuple(sorted(days, key=lambda each: each[0]))

    def failing(self, year: int) -> tuple[ConditionFinding, ...]:
        """The conditions that certainly fail in a subsidy year of the period."""
        return tuple(each for each in self.conditions if each.holds is False and each.applies_in(year))

    def reasons(self, year: int) -> tuple[Reason, ...]:
        """The reasons why the subsidy of a year is certainly refused; () if it is not."""
        regime = self.period.regime
        if self.carried.lost:
            return (_reason("recognition", "recognition_and_subsidy", regime.subsidy_discretion.citation),)
        own = tuple(
            _reason(each.condition.name, each.condition.affects, each.condition.citation) for each in self.failing(year)
        )
        if self.open_after_lapse is False:
            return (_reason("lapsed_subsidy", "subsidy", regime.renewal_of_subsidy.citation), *own)
        return own

    @property
    def open_after_lapse(self) -> bool | None:
        """Whether the subsidy is still open after what earlier periods left."""
        return open_after_lapse(lapsed=self.carried.lapsed, reading=self.dossier.assumptions.lapsed_subsidy)

    def doubts(self, year: int) -> tuple[str, ...]:
        """The names of what would tell whether the subsidy of a year is due at all; () if nothing is in doubt."""
        names = [*self.carried.lost_doubts]
        names += [each.missing for each in self.conditions if each.holds is None and each.applies_in(year)]
        if self.open_after_lapse is None:
            names += self.carried.lapse_doubts if self.carried.lapsed is None else ()
            names += ["assumptions.lapsed_subsidy"] if self.dossier.assumptions.lapsed_subsidy is None else ()
        return tuple(dict.fromkeys(names))


def _reason(condition: str, affects: Any, citation: Citation) -> Reason:
    return Reason(condition=condition, affects=affects, citation=citation)


@frozen
class FundingYear:
    """A subsidy year: its days, its text, its costs and the bounds of its subsidy. Amounts are `Euro`, or None.

    `discretion` says what the text lets the Government do: an amount is what is due if granted.
    """

    number: int
    starts_on: date
    ends_before: date
    within: PeriodFinding = field(repr=False)
    costs: tuple[CostLine, ...] | None = field(repr=False)
    admitted: AdmittedCosts
    bands: tuple[RateBand, ...]
    least_stages: Stages
    greatest_stages: Stages
    reasons: tuple[Reason, ...]
    doubts: tuple[str, ...]

    @property
    def regime(self) -> Regime:
        """The text of the year's recognition period."""
        return self.within.period.regime

    @property
    def recognition_period(self) -> int:
        """The number of the year's recognition period, from 1."""
        return self.within.period.number

    @property
    def discretion(self) -> Discretion:
        """Whether the Government may grant, or grants within the budget."""
        return self.regime.subsidy_discretion.value

    @property
    def total_costs(self) -> Euro | None:
        """All costs of the year, admitted or not."""
        return None if self.costs is None else Euro.from_cents(sum(line.amount.cents for line in self.costs))

    @property
    def other_public_funding(self) -> Euro | None:
        """What other public programmes pay of all costs of the year."""
        return (
            None if self.costs is None else Euro.from_cents(sum(line.other_public_funding.cents for line in self.costs))
        )

    @property
    def admitted_costs(self) -> Euro | None:
        """The admitted costs, where they are known."""
        least, greatest = self.admitted.least, self.admitted.greatest
        return Euro.from_cents(least) if least == greatest else None

    @property
    def capped_costs(self) -> Euro | None:
        """The costs after their ceiling, where the text caps the costs and they are known."""
        operations = self.regime.operations
        if self.admitted_costs is None or "cap_costs" not in operations:
            return None
        return _euro(self.least_stages[operations.index("cap_costs") + 1])

    @property
    def rate(self) -> RateBand | None:
        """The band of percentages of the year; None where the readings of its seniority differ."""
        return self.bands[0] if len(self.bands) == 1 else None

    @property
    def subsidy_at_least(self) -> Euro:
        """The least subsidy over everything that is not stated."""
        return Euro.from_cents(0 if self.reasons or self.doubts else self.least_stages[-1] or 0)

    @property
    def subsidy_at_most(self) -> Euro | None:
        """The greatest subsidy over everything that is not stated; None: nothing bounds it."""
        return Euro.from_cents(0) if self.reasons else _euro(self.greatest_stages[-1])

    @property
    def status(self) -> Status:
        """Whether the subsidy is determined, undetermined, or refused because a condition certainly fails."""
        if self.reasons:
            return "refused"
        return "determined" if self.subsidy_at_least == self.subsidy_at_most else "undetermined"

    @property
    def subsidy(self) -> Euro | None:
        """The subsidy of the year if granted; None where it is undetermined."""
        return None if self.status == "undetermined" else self.subsidy_at_most

    @property
    def own_share(self) -> Euro | None:
        """What is left for the cluster; None where the subsidy is undetermined or the costs are not stated."""
        total, other, subsidy = self.total_costs, self.other_public_funding, self.subsidy
        if total is None or other is None or subsidy is None:
            return None
        return Euro.from_cents(
            own_share(total_cents=total.cents, other_public_funding_cents=other.cents, subsidy_cents=subsidy.cents)
        )

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the facts, assumptions or open questions that would settle the subsidy; () if it is settled."""
        if self.status != "undetermined":
            return ()
        from clusterlaw.missing import missing_amounts

        return tuple(dict.fromkeys((*self.doubts, *missing_amounts(self))))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps that the figures rest on, in the order in which they follow from each other."""
        from clusterlaw.steps import steps_of_year

        return steps_of_year(self)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The names of the assumptions that the figures rest on."""
        return tuple(dict.fromkeys(name for step in self.steps for name in step.assumptions))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that the figures rest on."""
        return tuple(dict.fromkeys(citation for step in self.steps for citation in step.citations))

    @property
    def finding(self) -> Determined[Euro] | Undetermined[Euro] | Refused:
        """The year's answer as a finding, with its steps."""
        if self.reasons:
            return Refused(reasons=self.reasons, steps=self.steps)
        if self.subsidy is not None:
            return Determined(value=self.subsidy, steps=self.steps)
        return Undetermined(
            least=self.subsidy_at_least, greatest=self.subsidy_at_most, missing=self.missing, steps=self.steps
        )


@frozen
class FundingPath:
    """The subsidy years of a recognition, in their order."""

    dossier: Dossier
    regimes: tuple[Regime, ...] = field(repr=False)
    years: tuple[FundingYear, ...]

    @property
    def total_subsidy(self) -> Euro | None:
        """The sum of the years' subsidies; None where one of them is undetermined."""
        total = 0
        for year in self.years:
            subsidy = year.subsidy
            if subsidy is None:
                return None
            total += subsidy.cents
        return Euro.from_cents(total)

    @property
    def periods(self) -> tuple[PeriodFinding, ...]:
        """The recognition periods that the years fall in."""
        return tuple({year.recognition_period: year.within for year in self.years}.values())

    @property
    def unused(self) -> tuple[str, ...]:
        """The paths of stated facts that no text of their period reads, and of those beyond the horizon."""
        from clusterlaw.unused import unused_facts

        return unused_facts(self)

    def renewal_deadline(self, period: RecognitionPeriod) -> date | None:
        """Return the last day to request the renewal of a period; None where the text of the renewal leaves it open."""
        assumptions = self.dossier.assumptions
        following = _periods(self.dossier, self.regimes)
        after = next(each for each in following if each.number == period.number + 1)
        return last_day_to_request_renewal(period=period, renewed_under=after.regime, assumptions=assumptions)

    @property
    def late_requests(self) -> tuple[Renewal, ...]:
        """The renewals whose request came after its last day: a warning, which moves no cents."""
        late = []
        by_end = {each.period.ends_before: each.period for each in self.periods}
        for renewal in self.dossier.renewals:
            period = by_end.get(renewal.starts_on)
            deadline = self.renewal_deadline(period) if period else None
            if deadline and renewal.requested_on and renewal.requested_on > deadline:
                late.append(renewal)
        return tuple(late)


def funding_path(dossier: Dossier, *, years: int = 9, regimes: tuple[Regime, ...] = REGIMES) -> FundingPath:
    """Compute the funding path of a cluster over `years` subsidy years, 1 to 50 (arts 2, 3, 10 and 22).

    `regimes` are the versions of the law, enacted or reformed, in the order in which they come into force. Raises
    TypeError or ValueError for a wrong argument, FactError where the dossier's dates contradict the law.
    """
    if type(dossier) is not Dossier:
        raise TypeError(f"funding_path: dossier is a {type(dossier).__name__}; give a clusterlaw.Dossier")
    if type(years) is not int:
        raise TypeError(f"funding_path: years is {years!r}, a {type(years).__name__}; give a whole number")
    if not 1 <= years <= LONGEST:
        raise ValueError(f"funding_path: years is {years}; give 1 to {LONGEST}")
    starts = {index: renewal.starts_on for index, renewal in enumerate(dossier.renewals)}
    problems = date_problems(
        recognised_on=dossier.recognised_on, renewal_starts=starts, assumptions=dossier.assumptions, regimes=regimes
    )
    if problems:
        raise FactError(*problems)
    found: list[FundingYear] = []
    for within in _period_findings(dossier, regimes, years):
        period = within.period
        for number in range(period.first_year, min(period.last_year, years) + 1):
            found.append(_funding_year(within, number))
    return FundingPath(dossier, regimes, tuple(found))


def _periods(dossier: Dossier, regimes: tuple[Regime, ...]) -> Iterator[RecognitionPeriod]:
    return recognition_periods(recognised_on=dossier.recognised_on, assumptions=dossier.assumptions, regimes=regimes)


def _period_findings(dossier: Dossier, regimes: tuple[Regime, ...], years: int) -> Iterator[PeriodFinding]:
    renewals = {renewal.starts_on: renewal for renewal in dossier.renewals}
    form = dossier.cluster.legal_form
    carried, renews, earlier = NOTHING_CARRIED, None, 0
    for period in takewhile(lambda each: each.first_year <= years, _periods(dossier, regimes)):
        facts: FirstPeriod | Renewal = dossier.first_period
        path = "first_period"
        if period.number > 1:
            facts = renewals.get(period.starts_on) or Renewal(starts_on=period.starts_on)
            path = f"renewals[{period.starts_on}]"
            form = facts.legal_form or form
        regime = period.regime
        if regime.seniority.assumption is None:
            earlier = period.last_year
        conditions = tuple(_conditions(dossier, period, facts, path, form, renews))
        yield PeriodFinding(
            period,
            dossier,
            regimes,
            facts,
            path,
            renews,
            earlier,
            conditions,
            carried,
            carried == NOTHING_CARRIED and all(each.holds for each in conditions),
        )
        carried, renews = _carry(carried, period, conditions, dossier.assumptions), regime.identifier


def _conditions(
    dossier: Dossier, period: RecognitionPeriod, facts: FirstPeriod | Renewal, path: str, form: str, renews: str | None
) -> Iterator[ConditionFinding]:
    prior_years = dossier.prior_subsidy_years or 0
    for condition in period.regime.conditions:
        applies = applicability(
            condition=condition,
            period=period,
            renews=renews,
            prior_years=prior_years,
            assumptions=dossier.assumptions,
        )
        if applies is None or period.last_year < min(applies.from_year, applies.otherwise_from_year):
            continue
        if condition.fact == "legal_form":
            value, verdict = form, holds(condition=condition, value=form)
            if verdict is False and period.number > 1 and getattr(facts, "legal_form") is None:
                value, verdict = None, None
        else:
            value = getattr(facts, condition.fact)
            verdict = holds(condition=condition, value=value)
        yield ConditionFinding(condition, f"{path}.{condition.fact}", value, verdict, applies)


def _carry(
    carried: Carried, period: RecognitionPeriod, conditions: tuple[ConditionFinding, ...], assumptions: Assumptions
) -> Carried:
    lost, lost_doubts = carried.lost, carried.lost_doubts
    lapsed, lapse_doubts, assumed = carried.lapsed, carried.lapse_doubts, carried.assumed
    for each in conditions:
        if each.holds:
            continue
        if each.rests_on_reading_in(period.last_year):
            assumed = (*assumed, str(each.condition.assumption))
        if not each.applies_in(period.last_year):
            continue
        if each.condition.affects == "subsidy":
            lapsed = True if each.holds is False else (lapsed or None)
            lapse_doubts = (*lapse_doubts, each.missing) if each.holds is None else lapse_doubts
        else:
            lost = True if each.holds is False else (lost or None)
            lost_doubts = (*lost_doubts, each.missing) if each.holds is None else lost_doubts
    return Carried(lost, lost_doubts, lapsed, lapse_doubts, assumed)


def _funding_year(within: PeriodFinding, number: int) -> FundingYear:
    dossier, regime = within.dossier, within.period.regime
    assumptions = dossier.assumptions
    facts = dossier.years[number - 1] if number <= len(dossier.years) else None
    costs = facts.costs if facts else None
    admitted = admitted_costs(
        lines=costs, admission=regime.admission, partial_other_funding=assumptions.partial_other_funding
    )
    bands = possible_bands(within, number)
    least_ceiling = greatest_ceiling = ceiling_cents(within)
    greatest_stages = _stages(within, admitted.greatest, bands[-1], greatest_ceiling)
    if greatest_ceiling is None:
        least_ceiling = 0
    if admitted.least == admitted.greatest and len(bands) == 1 and least_ceiling == greatest_ceiling:
        least_stages = greatest_stages
    else:
        least_stages = _stages(within, admitted.least, bands[0], least_ceiling)
    return FundingYear(
        number,
        anniversary(dossier.recognised_on, years=number - 1, leap_day=assumptions.leap_day),
        anniversary(dossier.recognised_on, years=number, leap_day=assumptions.leap_day),
        within,
        costs,
        admitted,
        bands,
        least_stages,
        greatest_stages,
        () if within.settled else within.reasons(number),
        () if within.settled else within.doubts(number),
    )


def possible_readings(within: PeriodFinding) -> tuple[Any, ...]:
    """Return the readings of seniority that are possible in a period: the text's own, the one chosen, or all."""
    seniority = within.period.regime.seniority
    if seniority.assumption is None:
        return seniority.readings
    chosen = getattr(within.dossier.assumptions, seniority.assumption)
    return seniority.readings if chosen is None else (chosen,)


def band_of(within: PeriodFinding, number: int, reading: Any) -> RateBand:
    """Return the band of percentages of a subsidy year under one reading of its seniority."""
    place = rank(
        year=number,
        prior_years=within.dossier.prior_subsidy_years or 0,
        years_under_earlier_texts=within.years_under_earlier_texts,
        reading=reading,
    )
    return rate_band(rank=place, rates=within.period.regime.rates)


def possible_bands(within: PeriodFinding, number: int) -> tuple[RateBand, ...]:
    """Return the bands that the readings of seniority allow, without repetition, the lowest percentage first."""
    readings = possible_readings(within)
    if len(readings) == 1:
        return (band_of(within, number, readings[0]),)
    bands = {band.first_rank: band for band in (band_of(within, number, reading) for reading in readings)}
    return tuple(sorted(bands.values(), key=lambda band: band.percentage.fraction))


def ceiling_cents(within: PeriodFinding) -> int | None:
    """Return the yearly ceiling of a period, in cents: the text's, or the one stated; None: not stated."""
    ceiling = within.period.regime.ceiling.amount or within.facts.subsidy_ceiling
    return None if ceiling is None else ceiling.cents


def _stages(within: PeriodFinding, cents: int | None, band: RateBand, ceiling: int | None) -> Stages:
    stages = [cents]
    for operation in within.period.regime.operations:
        stages.append(cents := apply_operation(within, operation, cents, band, ceiling))
    return tuple(stages)


def apply_operation(
    within: PeriodFinding, operation: str, cents: int | None, band: RateBand, ceiling: int | None
) -> int | None:
    """Apply one operation of the regime to an amount in cents."""
    function = OPERATIONS[operation].function
    if operation == "apply_percentage":
        outcome: int | None = function(cents=cents, band=band, rounding=within.dossier.assumptions.rounding)
    else:
        outcome = function(cents=cents, ceiling_cents=ceiling)
    return outcome


def _euro(cents: int | None) -> Euro | None:
    return None if cents is None else Euro.from_cents(cents)
