"""The steps of a funding path: which rule gave each figure, from what, under which provision and assumption."""

from collections.abc import Iterator
from datetime import date

from clusterlaw.amounts import Stages, band_of, ceiling_cents
from clusterlaw.assumptions import SeniorityReading
from clusterlaw.finding import Bound, Step
from clusterlaw.law import commences_on
from clusterlaw.recognition import LATER_TEXTS, SUBSIDY_YEARS, TEXT_OF_PERIOD, later_texts
from clusterlaw.regime import Indexation, RateBand, Regime
from clusterlaw.rules.conditions import APPLICABILITY, CONDITION, OPEN_AFTER_LAPSE, STILL_RECOGNISED, still_recognised
from clusterlaw.rules.costs import ADMITTED_COSTS, is_admitted
from clusterlaw.rules.subsidy import APPLY_PERCENTAGE, CEILING_OF_YEAR, DISCRETION, OPERATIONS, RATE_OF_YEAR
from clusterlaw.sources import Source
from clusterlaw.standing import ConditionFinding, PeriodFinding

# The steps that the years of a period share, the days on which other texts came into force while it was running, and
# its ceiling in cents, that of its first year where it moves by year.
SharedSteps = tuple[tuple[Step, ...], tuple[date, ...], int | None]


def shared_steps(within: PeriodFinding) -> SharedSteps:
    """Return what the years of a period share: days, text, what earlier periods left, settled conditions, ceiling."""
    period = within.period
    assumptions, regimes = within.dossier.assumptions, within.regimes
    steps = [step_of_days(within), step_of_text(within)]
    if not within.settled:
        steps.extend(_steps_carried(within))
    if within.uniform:
        for each in within.conditions:
            _add_condition(steps, each, within, period.first_year)
        steps.append(_grant(within))
    later = later_texts(period=period, before=period.ends_before, assumptions=assumptions, regimes=regimes)
    days = tuple([commences_on(text, assumptions=assumptions) for text in later])
    return tuple(steps), days, ceiling_cents(within, period.first_year)


def _assumptions_of_text(within: PeriodFinding) -> list[Source | str]:
    """Return the assumptions that told the text of a period: its own, and those of texts that may have followed."""
    assumptions, names = within.dossier.assumptions, list[Source | str]()
    own, starts_on, earlier = within.period.regime, within.period.starts_on, within.regimes[0]
    for regime in within.regimes:
        assumption = regime.commencement.assumption
        if assumption and (regime is own or starts_on >= commences_on(earlier, assumptions=assumptions)):
            names.append(assumption)
        earlier = regime
    if own.subsidy_years.assumption:
        names.append(own.subsidy_years.assumption)
    return names


def _steps_carried(within: PeriodFinding) -> Iterator[Step]:
    regime, carried = within.period.regime, within.carried
    reading = within.dossier.assumptions.lapsed_subsidy
    if carried.lost is not False:
        kept = still_recognised(lost=carried.lost)
        yield Step(STILL_RECOGNISED, (carried.lost,), kept, (regime.subsidy_discretion,))
    if carried.lost:
        return  # without recognition there is no subsidy, lapsed or not
    assumed = () if reading == "may_resume" else carried.assumed
    if carried.lapsed is not False or assumed:
        chosen = () if reading is None or carried.lapsed is False else ("lapsed_subsidy",)
        grounds = (regime.renewal_of_subsidy, *chosen, *assumed)
        yield Step(OPEN_AFTER_LAPSE, (carried.lapsed, reading), within.open_after_lapse, grounds)


def steps_of_year(
    within: PeriodFinding,
    number: int,
    bands: tuple[RateBand, ...],
    least: Stages,
    greatest: Stages,
    shared: SharedSteps,
) -> tuple[Step, ...]:
    """Return the steps of a subsidy year, in the order in which they follow from each other."""
    refused = not within.settled and bool(within.reasons(number))
    steps = [*shared[0]]
    if shared[1]:
        ends_before = within.period.days[number - within.period.first_year + 1]
        if min(shared[1]) < ends_before:
            steps.append(step_of_later_texts(within, ends_before))
    if not within.uniform:
        for each in within.conditions:
            _add_condition(steps, each, within, number)
        if not refused:
            steps.append(_grant(within))
    _add_rates(steps, within, number, bands)
    steps.append(_admitted(within, number, (least[0], greatest[0])))
    ceiling = shared[2]
    if within.period.regime.ceiling.by_year is not None:
        ceiling = ceiling_cents(within, number)
        steps.extend(_ceiling_of_year(within, number, ceiling))
    if least is greatest:
        _add_operations(steps, within, greatest, bands[-1], ceiling, "exact", refused=refused)
    else:
        _add_operations(steps, within, least, bands[0], ceiling or 0, "least", refused=refused)
        _add_operations(steps, within, greatest, bands[-1], ceiling, "greatest", refused=refused)
    return tuple(steps)


def _grant(within: PeriodFinding) -> Step:
    grant = within.period.regime.subsidy_discretion
    return Step(DISCRETION, (grant,), grant.value, (grant, "procedure_presumed"))


def step_of_text(within: PeriodFinding) -> Step:
    """Return the step that told the text of a period."""
    regime = within.period.regime
    grounds = (regime.recognition_years, regime.commencement, *_assumptions_of_text(within))
    arguments = (within.period.starts_on, within.dossier.assumptions, within.regimes)
    return Step(TEXT_OF_PERIOD, arguments, regime, grounds)


def step_of_days(within: PeriodFinding) -> Step:
    """Return the step that counted the days of a period."""
    period, origin, leap_day = within.period, within.dossier.recognised_on, within.dossier.assumptions.leap_day
    grounds: tuple[Source | str, ...] = (period.regime.recognition_years, "year_counting")
    if origin.day == 29 and origin.month == 2:  # every year has a bound in a common year
        grounds = (*grounds, "leap_day")
    arguments = (origin, period.first_year, period.last_year, leap_day)
    return Step(SUBSIDY_YEARS, arguments, period.days, grounds)


def step_of_later_texts(within: PeriodFinding, before: date) -> Step:
    """Return the step that kept out of a period the texts that came into force before a day."""
    assumptions, regimes = within.dossier.assumptions, within.regimes
    later = later_texts(period=within.period, before=before, assumptions=assumptions, regimes=regimes)
    transitions = tuple(regime.transition for regime in later)
    assumed = tuple(each.assumption for each in transitions if each.assumption)
    return Step(LATER_TEXTS, (within.period, before, assumptions, regimes), later, (*transitions, *assumed))


def _add_condition(steps: list[Step], each: ConditionFinding, within: PeriodFinding, number: int) -> None:
    condition, dossier = each.condition, within.dossier
    if each.rests_on_reading_in(number):
        arguments = (condition, within.period, within.renews, dossier.prior_subsidy_years or 0, dossier.assumptions)
        grounds = (condition, str(condition.assumption))
        steps.append(Step(APPLICABILITY, arguments, each.applicability, grounds))
    if each.applies_in(number):
        steps.append(Step(CONDITION, (condition, each.value), each.holds, (condition,)))


def _add_rates(steps: list[Step], within: PeriodFinding, number: int, bands: tuple[RateBand, ...]) -> None:
    readings = within.readings
    if len(bands) == 1:
        steps.append(_rate(within, number, readings[0], bands[0], "exact"))
        return
    bounds: tuple[tuple[Bound, RateBand], ...] = (("least", bands[0]), ("greatest", bands[-1]))
    for bound, band in bounds:
        reading = next(each for each in readings if band_of(within, number, each) == band)
        steps.append(_rate(within, number, reading, band, bound))


def _rate(within: PeriodFinding, number: int, reading: SeniorityReading, band: RateBand, bound: Bound) -> Step:
    regime, stated = within.period.regime, within.dossier.prior_subsidy_years
    arguments = (number, stated or 0, within.years_under_earlier_texts, reading, regime.rates)
    grounds: tuple[Source | str, ...] = (band,)
    if stated or regime.seniority.assumption:
        grounds = (band, regime.seniority)
    if stated is None or regime.seniority.assumption:
        grounds = (*grounds, *assumptions_of_rate(within, number))
    return Step(RATE_OF_YEAR, arguments, band, grounds, bound)


def assumptions_of_rate(within: PeriodFinding, number: int) -> Iterator[str]:
    """Yield the names of the assumptions that the percentage of a year rests on."""
    seniority, dossier = within.period.regime.seniority, within.dossier
    if dossier.prior_subsidy_years is None and "counts_from_first_subsidy" in within.readings:
        yield "no_prior_subsidy"
    if seniority.assumption and getattr(dossier.assumptions, seniority.assumption) is not None:
        bands = {band_of(within, number, reading) for reading in seniority.value}
        if len(bands) > 1:
            yield seniority.assumption


def _admitted(within: PeriodFinding, number: int, admitted: tuple[int | None, int | None]) -> Step:
    dossier, admission = within.dossier, within.period.regime.admission
    costs = dossier.costs_of_year(number)
    arguments = (costs, admission, dossier.assumptions.partial_other_funding)
    presumed = excluded = partly = False
    for line in costs or ():
        presumed = presumed or line.admissible is None
        other = line.other_public_funding.cents
        if other and is_admitted(line=line, admission=admission) is not False:
            excluded = True
            partly = partly or other < line.amount.cents
    grounds: list[Source | str] = [admission]
    if presumed and admission.silent_assumption:
        grounds.append(admission.silent_assumption)
    if excluded:
        grounds.append(admission.exclusion)
        grounds += [admission.exclusion.assumption] if admission.exclusion.assumption else []
        grounds += ["partial_other_funding"] if partly else []
    return Step(ADMITTED_COSTS, arguments, admitted, tuple(grounds))


def _ceiling_of_year(within: PeriodFinding, number: int, cents: int | None) -> Iterator[Step]:
    """Yield the step of a ceiling that moves with the year, where one is stated."""
    ceiling, first = within.period.regime.ceiling, within.yearly_ceiling
    if first is not None:
        grounds = (ceiling, ceiling.by_year) if isinstance(ceiling.by_year, Indexation) else (ceiling,)
        yield Step(CEILING_OF_YEAR, (number, first.cents, ceiling.by_year), cents, grounds)


def _add_operations(
    steps: list[Step],
    within: PeriodFinding,
    stages: Stages,
    band: RateBand,
    ceiling: int | None,
    bound: Bound,
    *,
    refused: bool,
) -> None:
    """Add a step for each operation; of a refused year only those on the costs, before the percentage."""
    regime = within.period.regime
    after = stages[0]
    for index, operation in enumerate(regime.operations.value, start=1):
        before, after = after, stages[index]
        if operation == "apply_percentage":
            if refused:
                return
            rounding, share = within.dossier.assumptions.rounding, band.percentage
            exact = before is None or before * share.numerator % share.denominator == 0
            steps.append(
                Step(APPLY_PERCENTAGE, (before, band, rounding), after, (band,) if exact else (band, "rounding"), bound)
            )
        else:
            grounds: tuple[Source | str, ...] = (regime.ceiling,)
            if before != after or regime.ceiling.amount is None:
                stated = None if regime.ceiling.amount is None and within.yearly_ceiling is None else ceiling
                grounds = (*grounds, *_assumptions_of_ceiling(regime, stages[0], stated, lowered=before != after))
            steps.append(Step(OPERATIONS[operation], (before, ceiling), after, grounds, bound))


def _assumptions_of_ceiling(regime: Regime, costs: int | None, ceiling: int | None, *, lowered: bool) -> Iterator[str]:
    if ceiling is None:
        return
    if lowered:
        yield from regime.ceiling.assumptions
    if regime.ceiling.scope_assumption:
        yield regime.ceiling.scope_assumption
    order = regime.operations.assumption
    if order and (costs is None or costs > ceiling):
        yield order


def steps_without_amounts(within: PeriodFinding, number: int, bands: tuple[RateBand, ...]) -> tuple[Step, ...]:
    """Return the steps of a subsidy year that no costs move: its days, text, conditions and percentages."""
    nothing: Stages = (0,) * (len(within.period.regime.operations.value) + 1)
    steps = steps_of_year(within, number, bands, nothing, nothing, shared_steps(within))
    of_amounts = {ADMITTED_COSTS.identifier, *(rule.identifier for rule in OPERATIONS.values())}
    return tuple(step for step in steps if step.rule.identifier not in of_amounts)


def steps_of_operations(
    within: PeriodFinding, stages: Stages, band: RateBand, ceiling: int | None, bound: Bound
) -> tuple[Step, ...]:
    """Return a step for each operation on some costs, as `stages` of `amounts` gave them, whatever the year's own."""
    steps: list[Step] = []
    _add_operations(steps, within, stages, band, ceiling, bound, refused=False)
    return tuple(steps)
