"""The steps of a funding path: which rule gave each figure, from what, under which provision and assumption."""

from collections.abc import Iterator
from itertools import pairwise

from clusterlaw.finding import Bound, Step
from clusterlaw.law import commences_on
from clusterlaw.path import (
    ConditionFinding,
    FundingYear,
    PeriodFinding,
    Stages,
    band_of,
    ceiling_cents,
    possible_readings,
)
from clusterlaw.periods import Period
from clusterlaw.recognition import LATER_TEXTS, SUBSIDY_YEAR, TEXT_OF_PERIOD, later_texts
from clusterlaw.regime import RateBand
from clusterlaw.rules.conditions import APPLICABILITY, CONDITION, OPEN_AFTER_LAPSE, STILL_RECOGNISED, still_recognised
from clusterlaw.rules.costs import ADMITTED_COSTS, is_admitted
from clusterlaw.rules.subsidy import DISCRETION, OPERATIONS, OWN_SHARE, RANK, RATE_BAND, rank
from clusterlaw.sources import Source


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
    return (text, *_steps_carried(within))


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
    for each in within.conditions:
        _add_condition(steps, each, year)
    _add_rates(steps, year)
    steps.append(_admitted(year))
    _add_operations(steps, year)
    if not year.reasons:
        grant = year.regime.subsidy_discretion
        steps.append(Step(DISCRETION, (grant,), grant.value, (grant,), ("procedure_presumed",)))
    _add_own_share(steps, year)
    return tuple(steps)


def _days(year: FundingYear) -> Step:
    recognised_on, leap_day = year.within.dossier.recognised_on, year.within.dossier.assumptions.leap_day
    moved = (
        recognised_on.month == 2 and recognised_on.day == 29 and not (year.starts_on.day == year.ends_before.day == 29)
    )
    return Step(
        SUBSIDY_YEAR,
        (recognised_on, year.number, leap_day),
        Period(year.starts_on, year.ends_before),
        (year.regime.recognition_years,),
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


def _add_condition(steps: list[Step], each: ConditionFinding, year: FundingYear) -> None:
    within = year.within
    sources: tuple[Source, ...] = (each.condition, *each.condition.further)
    if each.rests_on_reading_in(year.number):
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
    if each.applies_in(year.number):
        steps.append(Step(CONDITION, (each.condition, each.value), each.holds, sources))


def _add_rates(steps: list[Step], year: FundingYear) -> None:
    within = year.within
    readings = possible_readings(within)
    if len(year.bands) == 1:
        _add_rate(steps, year, readings[0], year.bands[0], "exact")
        return
    bounds: tuple[tuple[Bound, RateBand], ...] = (("least", year.bands[0]), ("greatest", year.bands[-1]))
    for bound, band in bounds:
        reading = next(each for each in readings if band_of(within, year.number, each) == band)
        _add_rate(steps, year, reading, band, bound)


def _add_rate(steps: list[Step], year: FundingYear, reading: str, band: RateBand, bound: Bound) -> None:
    within, seniority = year.within, year.regime.seniority
    stated = within.dossier.prior_subsidy_years
    prior_years, earlier = stated or 0, within.years_under_earlier_texts
    place = rank(
        year=year.number,
        prior_years=prior_years,
        years_under_earlier_texts=earlier,
        reading=reading,  # type: ignore[arg-type]
    )
    arguments = (year.number, prior_years, earlier, reading)
    steps.append(Step(RANK, arguments, place, (seniority,), _assumptions_of_rank(year), bound))
    steps.append(Step(RATE_BAND, (place, year.regime.rates), band, (band,), (), bound))


def _assumptions_of_rank(year: FundingYear) -> tuple[str, ...]:
    within, seniority = year.within, year.regime.seniority
    names: list[str] = []
    if within.dossier.prior_subsidy_years is None and "counts_from_first_subsidy" in possible_readings(within):
        names.append("no_prior_subsidy")
    if seniority.assumption and getattr(within.dossier.assumptions, seniority.assumption) is not None:
        bands = {band_of(within, year.number, reading) for reading in seniority.readings}
        names += [seniority.assumption] if len(bands) > 1 else []
    return tuple(names)


def _admitted(year: FundingYear) -> Step:
    admission, assumptions = year.regime.admission, year.within.dossier.assumptions
    sources: list[Source] = [admission]
    names: dict[str, None] = {}
    for line in year.costs or ():
        if line.admissible is None and admission.silent_assumption:
            names[admission.silent_assumption] = None
        other = line.other_public_funding.cents
        if (
            other
            and is_admitted(admissible=line.admissible, nature=line.nature, purpose=line.purpose, admission=admission)
            is not False
        ):
            if admission.exclusion.assumption:
                names[admission.exclusion.assumption] = None
            if other < line.amount.cents:
                names["partial_other_funding"] = None
            sources = [admission, admission.exclusion]
    arguments = (year.costs, admission, assumptions.partial_other_funding)
    return Step(ADMITTED_COSTS, arguments, year.admitted, tuple(sources), tuple(names))


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
    for index, operation in enumerate(regime.operations):
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
    if ceiling.order_assumption and (stages[0] is None or stages[0] > cents):
        names.append(ceiling.order_assumption)
    return tuple(names)


def _add_own_share(steps: list[Step], year: FundingYear) -> None:
    total, other, subsidy, left = year.total_costs, year.other_public_funding, year.subsidy, year.own_share
    if total is not None and other is not None and subsidy is not None and left is not None:
        arguments = (total.cents, other.cents, subsidy.cents)
        steps.append(Step(OWN_SHARE, arguments, left.cents, (year.regime.subsidy_discretion,)))
