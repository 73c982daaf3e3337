"""The funding path (trajectoire de financement): what each subsidy year of a recognition amounts to if granted.

A path stores its facts and the few values in between; steps, citations and missing facts are worked out when asked.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from attrs import field

from clusterlaw.amounts import Stages, ceiling_cents, possible_bands, stages
from clusterlaw.checks import require_kind, require_whole
from clusterlaw.dossier import CostLine, Dossier, Renewal
from clusterlaw.law import REGIMES, in_force, require_regimes
from clusterlaw.money import Euro
from clusterlaw.recognition import (
    RecognitionPeriod,
    date_problems,
    last_day_to_request_renewal,
    periods_through,
)
from clusterlaw.regime import Discretion, RateBand, Regime
from clusterlaw.rules.costs import Bounds, admitted_costs
from clusterlaw.sources import Citation
from clusterlaw.standing import PeriodFinding, period_findings
from clusterlaw.values import frozen

if TYPE_CHECKING:
    from clusterlaw.finding import Determined, Reason, Refused, Step, Undetermined

Status = Literal["determined", "undetermined", "refused"]

LONGEST = 50


@frozen
class FundingYear:
    """A subsidy year: its days, its text, its costs and the bounds of its subsidy. Amounts are `Euro`, or None.

    `discretion` says what the text lets the Government do: an amount is what is due if granted.
    """

    number: int
    within: PeriodFinding = field(repr=False)
    bands: tuple[RateBand, ...]
    least_stages: Stages
    greatest_stages: Stages

    @property
    def starts_on(self) -> date:
        """The first day of the year."""
        period = self.within.period
        return period.days[self.number - period.first_year]

    @property
    def ends_before(self) -> date:
        """The day after the last of the year."""
        period = self.within.period
        return period.days[self.number - period.first_year + 1]

    @property
    def costs(self) -> tuple[CostLine, ...] | None:
        """The cost lines stated of the year; None: not stated."""
        return self.within.dossier.costs_of_year(self.number)

    @property
    def admitted(self) -> Bounds:
        """The least and the greatest admitted costs, in cents."""
        return self.least_stages[0] or 0, self.greatest_stages[0]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons why the subsidy is certainly refused; () if it is not."""
        return self.within.reasons(self.number)

    @property
    def doubts(self) -> tuple[str, ...]:
        """The names of what would tell whether the subsidy is due at all; () if nothing is in doubt."""
        return self.within.doubts(self.number)

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
        least, greatest = self.admitted
        return Euro.from_cents(least) if least == greatest else None

    @property
    def capped_costs(self) -> Euro | None:
        """The costs after their ceiling, where the text caps the costs and they are known."""
        operations = self.regime.operations.value
        if self.admitted_costs is None or "cap_costs" not in operations:
            return None
        return _euro(self.least_stages[operations.index("cap_costs") + 1])

    @property
    def ceiling(self) -> Euro | None:
        """The ceiling of the year: the text's, or the one stated for its period; None: not stated, or none at all."""
        return None if self.within.yearly_ceiling is None else _euro(ceiling_cents(self.within, self.number))

    @property
    def rate(self) -> RateBand | None:
        """The band of percentages of the year; None where the readings of its seniority differ."""
        return self.bands[0] if len(self.bands) == 1 else None

    @property
    def subsidy_at_least(self) -> Euro:
        """The least subsidy over everything that is not stated."""
        return Euro.from_cents(self._least_cents)

    @property
    def subsidy_at_most(self) -> Euro | None:
        """The greatest subsidy over everything that is not stated; None: nothing bounds it."""
        return _euro(self._greatest_cents)

    @property
    def _least_cents(self) -> int:
        return 0 if self.reasons or self.doubts else self.least_stages[-1] or 0

    @property
    def _greatest_cents(self) -> int | None:
        return 0 if self.reasons else self.greatest_stages[-1]

    @property
    def status(self) -> Status:
        """Whether the subsidy is determined, undetermined, or refused because a condition certainly fails."""
        if self.reasons:
            return "refused"
        return "determined" if self._least_cents == self._greatest_cents else "undetermined"

    @property
    def subsidy(self) -> Euro | None:
        """The subsidy of the year if granted; None where it is undetermined."""
        return self.subsidy_at_most if self._least_cents == self._greatest_cents else None

    @property
    def own_share(self) -> Euro | None:
        """What is left for the cluster (part propre): total costs less other public funding less subsidy.

        None where the subsidy is undetermined or the costs are not stated.
        """
        total, other, subsidy = self.total_costs, self.other_public_funding, self.subsidy
        return None if total is None or other is None or subsidy is None else total - other - subsidy

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the facts, assumptions or open questions that would settle the subsidy; () if it is settled."""
        if self.status != "undetermined":
            return ()
        from clusterlaw.missing import missing_amounts

        return tuple(dict.fromkeys((*self.doubts, *missing_amounts(self))))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that the figures rest on, in the order in which they follow from each other."""
        from clusterlaw.steps import shared_steps, steps_of_year

        return steps_of_year(
            self.within, self.number, self.bands, self.least_stages, self.greatest_stages, shared_steps(self.within)
        )

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
        from clusterlaw.finding import Determined, Refused, Undetermined

        if self.reasons:
            return Refused(reasons=self.reasons, steps=self.steps)
        if self.subsidy is not None:
            return Determined(value=self.subsidy, steps=self.steps)
        return Undetermined(
            least=self.subsidy_at_least, greatest=self.subsidy_at_most, missing=self.missing, steps=self.steps
        )


@frozen
class FundingPath:
    """The subsidy years of a recognition, in their order, and the recognition periods that they fall in."""

    dossier: Dossier
    regimes: tuple[Regime, ...] = field(repr=False)
    recognition: tuple[RecognitionPeriod, ...] = field(repr=False)
    years: tuple[FundingYear, ...]

    @property
    def total_subsidy(self) -> Euro | None:
        """The sum of the years' subsidies; None where one of them is undetermined."""
        subsidies = [year.subsidy for year in self.years]
        known = [subsidy.cents for subsidy in subsidies if subsidy is not None]
        return Euro.from_cents(sum(known)) if len(known) == len(subsidies) else None

    @property
    def periods(self) -> tuple[PeriodFinding, ...]:
        """The findings of the periods that the years fall in."""
        return tuple({year.within.period.number: year.within for year in self.years}.values())

    @property
    def steps(self) -> tuple[tuple[Step, ...], ...]:
        """The steps of each year; those that the years of a period share are made once."""
        from clusterlaw.steps import shared_steps, steps_of_year

        found = []
        for within in self.periods:
            shared = shared_steps(within)
            for year in self.years[within.period.first_year - 1 : within.period.last_year]:
                least, greatest = year.least_stages, year.greatest_stages
                found.append(steps_of_year(within, year.number, year.bands, least, greatest, shared))
        return tuple(found)

    @property
    def unused(self) -> tuple[str, ...]:
        """The paths of stated facts that no text of their period reads, and of those beyond the horizon."""
        from clusterlaw.unused import unused_facts

        return unused_facts(self)

    def renewal_deadline(self, period: RecognitionPeriod) -> date | None:
        """Return the last day to request the renewal of a period of the path (art. 6; `deadline_counting`).

        None where the text of the renewal leaves it open (`renewal_deadline_2025`). Raises TypeError for anything but
        a RecognitionPeriod.
        """
        require_kind(period, RecognitionPeriod, where="renewal_deadline: period")
        assumptions = self.dossier.assumptions
        following = in_force(period.ends_before, assumptions=assumptions, regimes=self.regimes)
        return last_day_to_request_renewal(period=period, renewed_under=following, assumptions=assumptions)

    @property
    def late_requests(self) -> tuple[Renewal, ...]:
        """The renewals within the horizon whose request came after its last day: a warning, which moves no cents."""
        shown = {within.period.starts_on for within in self.periods}
        renewed = {period.ends_before: period for period in self.recognition if period.ends_before in shown}
        late = []
        for renewal in self.dossier.renewals:
            if renewal.requested_on is not None and renewal.starts_on in renewed:
                deadline = self.renewal_deadline(renewed[renewal.starts_on])
                if deadline and renewal.requested_on > deadline:
                    late.append(renewal)
        return tuple(late)


def funding_path(dossier: Dossier, *, years: int = 9, regimes: tuple[Regime, ...] = REGIMES) -> FundingPath:
    """Compute the funding path of a cluster over `years` subsidy years, 1 to 50 (arts 2, 3, 10 and 22).

    `regimes` are the versions of the law, enacted or reformed, in the order in which they come into force. Raises
    TypeError or ValueError for a wrong argument, FactError where the dossier's dates contradict the law.
    """
    if type(dossier) is not Dossier:
        raise TypeError(f"funding_path: dossier is a {type(dossier).__name__}; give a clusterlaw.Dossier")
    require_whole("funding_path", years=years)
    if not 1 <= years <= LONGEST:
        raise ValueError(f"funding_path: years is {years}; give 1 to {LONGEST}")
    if regimes is not REGIMES:
        require_regimes(regimes, where="funding_path")
    starts = {f"renewals[{index}].starts_on": renewal.starts_on for index, renewal in enumerate(dossier.renewals)}
    periods = periods_through(
        recognised_on=dossier.recognised_on,
        years=years,
        day=max(starts.values(), default=dossier.recognised_on),
        assumptions=dossier.assumptions,
        regimes=regimes,
    )
    problems = date_problems(periods=periods, renewal_starts=starts)
    if problems:
        from clusterlaw.errors import FactError

        raise FactError(*problems)
    within_horizon = tuple(period for period in periods if period.first_year <= years)
    found = []
    for within in period_findings(dossier, periods=within_horizon, regimes=regimes):
        period, moves = within.period, within.period.regime.ceiling.by_year is not None
        ceiling = ceiling_cents(within, period.first_year)
        for number in range(period.first_year, min(period.last_year, years) + 1):
            ceiling = ceiling_cents(within, number) if moves else ceiling
            found.append(_funding_year(within, number, ceiling))
    return FundingPath(dossier, regimes, periods, tuple(found))


def _funding_year(within: PeriodFinding, number: int, ceiling: int | None) -> FundingYear:
    dossier = within.dossier
    least_costs, greatest_costs = admitted_costs(
        lines=dossier.costs_of_year(number),
        admission=within.period.regime.admission,
        partial_other_funding=dossier.assumptions.partial_other_funding,
    )
    bands = possible_bands(within, number)
    least = greatest = stages(within, greatest_costs, bands[-1], ceiling)
    if least_costs != greatest_costs or len(bands) > 1 or ceiling is None:
        least = stages(within, least_costs, bands[0], ceiling or 0)
    return FundingYear(number, within, bands, least, greatest)


def _euro(cents: int | None) -> Euro | None:
    return None if cents is None else Euro.from_cents(cents)
