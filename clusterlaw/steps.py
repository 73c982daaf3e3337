"""The steps of a funding path: which rule gave each figure, from what, under which provision and assumption."""

from collections.abc import Iterator
from itertools import pairwise

from clusterlaw.amounts import Stages, band_of, ceiling_cents, possible_readings
from clusterlaw.assumptions import SeniorityReading
from clusterlaw.dossier import CostLine
from clusterlaw.finding import Bound, Step
from clusterlaw.law import commences_on
from clusterlaw.path import FundingYear
from clusterlaw.periods import Period
from clusterlaw.recognition import LATER_TEXTS, SUBSIDY_YEAR, TEXT_OF_PERIOD, later_texts
from clusterlaw.regime import CostAdmission, RateBand
from clusterlaw.rules.conditions import APPLICABILITY, CONDITION, OPEN_AFTER_LAPSE, STILL_RECOGNISED, still_recognised
from clusterlaw.rules.costs import ADMITTED_COSTS, is_admitted
from clusterlaw.rules.subsidy import DISCRETION, OPERATIONS, OWN_SHARE, RATE_OF_YEAR, own_share
from clusterlaw.sources import Source
from clusterlaw.standing import ConditionFinding, PeriodFinding


def steps_of_period(within: PeriodFinding) -> tuple[Step, ...]:
    """Return the steps that every year of a period shares: its text, and what earlier periods left it."""
    period, regime = within.period, within.period.regime
    text = Step(
        TEXT_OF_PERIOD,
        (period.starts_on, within.dossier.assumptions, within.regimes),
        regime,
        (regime.recognition_years, regime.commencement),
        tuple(_assumptions_of_text(within)),
    )
    shared = [text, *_steps_carried(within)]
    if within.uniform:
        for each in within.conditions:
            _add_condition(shared, each, within, period.first_year)
        shared.append(_grant(within))
    return tuple(shared)


def _assumptions_of_text(within: PeriodFinding) -> Iterator[str]:
    assumptions, regimes = within.dossier.assumptions, within.regimes
    for earlier, regime in pairwise(regimes):
        assumption = regime.commencement.assumption
        if assumption and within.period.starts_on >= commences_on(earlier, assumptions=assumptions):
            yield assumption
    if within.period.regime.subsidy_years.assumption:
        yield within.period.regime.subsidy_years.assumption


def _steps_carried(within: PeriodFinding) -> Iterator[Step]:
    regime, carried = within.period.regime, within.carried
    reading = within.dossier.assumptions.lapsed_subsidy
    if carried.lost is not False:
        kept = still_recognised(lost=carried.lost)
        yield Step(STILL_RECOGNISED, (carried.lost,), kept, (regime.subsidy_discretion,))
    assumed = () if reading == "may_resume" else carried.assumed
    if carried.lapsed is not False or assumed:
        chosen = () if reading is None or carried.lapsed is False else ("lapsed_subsidy",)
        yield Step(
            OPEN_AFTER_LAPSE,
            (carried.lapsed, reading),
            within.open_after_lapse,
            (regime.renewal_of_subsidy,),
            (*chosen, *assumed),
        )


def steps_of_year(year: FundingYear) -> tuple[Step, ...]:
    """Return the steps of a subsidy year, in the order in which they follow from each other."""
    within = year.within
    steps = [_days(year), *within.steps]
    if within.later_texts and within.later_texts[0][0] < year.ends_before:
        steps.append(_later_texts(year))
    if not within.uniform:
        for each in within.conditions:
            _add_condition(steps, each, within, year.number)
        if not year.reasons:
            steps.append(_grant(within))
    _add_rates(steps, year)
    steps.append(_admitted(year))
    _add_operations(steps, year)
    left = year.cents_left
    if left is not None:
        steps.append(
            Step(OWN_SHARE, tuple(left.values()), own_share(**left), (within.period.regime.subsidy_discretion,))
        )
    return tuple(steps)


def _grant(within: PeriodFinding) -> Step:
    grant = within.period.regime.subsidy_discretion
    return Step(DISCRETION, (grant,), grant.value, (grant,), ("procedure_presumed",))


def _days(year: FundingYear) -> Step:
    dossier = year.within.dossier
    origin, leap_day = dossier.recognised_on, dossier.assumptions.leap_day
    moved = origin.day == 29 and origin.month == 2 and not year.starts_on.day == year.ends_before.day == 29
    return Step(
        SUBSIDY_YEAR,
        (origin, year.number, leap_day),
        Period(year.starts_on, year.ends_before),
        (year.within.period.regime.recognition_years,),
        ("year_counting", "leap_day") if moved else ("year_counting",),
    )


def _later_texts(year: FundingYear) -> Step:
    within = year.within
    arguments = (within.period, year.ends_before, within.dossier.assumptions, within.regimes)
    period, before, assumptions, regimes = arguments
    later = later_texts(period=period, before=before, assumptions=assumptions, regimes=regimes)
    transitions = tuple(regime.transition for regime in later)
    assumed = tuple(each.assumption for each in transitions if each.assumption)
    return Step(LATER_TEXTS, arguments, later, transitions, assumed)


def _add_condition(steps: list[Step], each: ConditionFinding, within: PeriodFinding, year: int) -> None:
    sources: tuple[Source, ...] = (each.condition, *each.condition.further)
    if each.rests_on_reading_in(year):
        dossier = within.dossier
        arguments = (
            each.condition,
            within.period,
            within.renews,
            dossier.prior_subsidy_years or 0,
            dossier.assumptions,
        )
        assumed = (str(each.condition.assumption),)
        steps.append(Step(APPLICABILITY, arguments, each.applicability, (each.condition,), assumed))
    if each.applies_in(year):
        steps.append(Step(CONDITION, (each.condition, each.value), each.holds, sources))


def _add_rates(steps: list[Step], year: FundingYear) -> None:
    readings, bands = possible_readings(year.within), year.bands
    if len(bands) == 1:
        steps.append(_rate(year, readings[0], bands[0], "exact"))
        return
    bounds: tuple[tuple[Bound, RateBand], ...] = (("least", bands[0]), ("greatest", bands[-1]))
    for bound, band in bounds:
        reading = next(each for each in readings if band_of(year.within, year.number, each) == band)
        steps.append(_rate(year, reading, band, bound))


def _rate(year: FundingYear, reading: SeniorityReading, band: RateBand, bound: Bound) -> Step:
    within, regime = year.within, year.within.period.regime
    stated, seniority = within.dossier.prior_subsidy_years, regime.seniority
    arguments = (year.number, stated or 0, within.years_under_earlier_texts, reading, regime.rates)
    sources = (band, seniority) if stated or seniority.assumption else (band,)
    if stated is not None and seniority.assumption is None:
        return Step(RATE_OF_YEAR, arguments, band, sources, (), bound)
    return Step(RATE_OF_YEAR, arguments, band, sources, _assumptions_of_rate(year), bound)


def _assumptions_of_rate(year: FundingYear) -> tuple[str, ...]:
    within, seniority = year.within, year.regime.seniority
    names: list[str] = []
    if within.dossier.prior_subsidy_years is None and "counts_from_first_subsidy" in possible_readings(within):
        names.append("no_prior_subsidy")
    if seniority.assumption and getattr(within.dossier.assumptions, seniority.assumption) is not None:
        bands = {band_of(within, year.number, reading) for reading in seniority.readings}
        names += [seniority.assumption] if len(bands) > 1 else []
    return tuple(names)


def _admitted(year: FundingYear) -> Step:
    within = year.within
    admission, reading = within.period.regime.admission, within.dossier.assumptions.partial_other_funding
    sources: tuple[Source, ...] = (admission,)
    names: dict[str, None] = {}
    for line in year.costs or ():
        if line.admissible is None and admission.silent_assumption:
            names[admission.silent_assumption] = None
        if line.other_public_funding.cents and is_admitted(line=line, admission=admission) is not False:
            names |= _assumptions_of_exclusion(line, admission)
            sources = (admission, admission.exclusion)
    return Step(ADMITTED_COSTS, (year.costs, admission, reading), year.admitted, sources, tuple(names))


def _assumptions_of_exclusion(line: CostLine, admission: CostAdmission) -> dict[str, None]:
    names = [admission.exclusion.assumption] if admission.exclusion.assumption else []
    if line.other_public_funding.cents < line.amount.cents:
        names.append("partial_other_funding")
    return dict.fromkeys(names)


def _add_operations(steps: list[Step], year: FundingYear) -> None:
    ceiling = ceiling_cents(year.within)
    if year.least_stages is year.greatest_stages:
        _add_chain(steps, year, year.greatest_stages, year.bands[-1], ceiling, "exact")
        return
    _add_chain(steps, year, year.least_stages, year.bands[0], 0 if ceiling is None else ceiling, "least")
    _add_chain(steps, year, year.greatest_stages, year.bands[-1], ceiling, "greatest")


def _add_chain(
    steps: list[Step], year: FundingYear, stages: Stages, band: RateBand, ceiling: int | None, bound: Bound
) -> None:
    regime, rounding = year.regime, year.within.dossier.assumptions.rounding
    for index, operation in enumerate(regime.operations.value):
        before, after = stages[index], stages[index + 1]
        if operation == "apply_percentage":
            if year.reasons:
                return
            exact = before is None or before * band.percentage.numerator % band.percentage.denominator == 0
            names: tuple[str, ...] = () if exact else ("rounding",)
            steps.append(Step(OPERATIONS[operation], (before, band, rounding), after, (band,), names, bound))
        else:
            names = _assumptions_of_ceiling(year, stages, before, after)
            steps.append(Step(OPERATIONS[operation], (before, ceiling), after, (regime.ceiling,), names, bound))


def _assumptions_of_ceiling(
    year: FundingYear, stages: Stages, before: int | None, after: int | None
) -> tuple[str, ...]:
    ceiling, cents = year.regime.ceiling, ceiling_cents(year.within)
    if cents is None:
        return ()
    names = list(ceiling.assumptions) if before != after else []
    if ceiling.scope_assumption:
        names.append(ceiling.scope_assumption)
    order = year.regime.operations.assumption
    if order and (stages[0] is None or stages[0] > cents):
        names.append(order)
    return tuple(names)
