"""Years that an event cuts short: what a withdrawal or a loss within a year does to the ceiling and the subsidy.

The percentages, costs and conditions are those of the funding path; only the ceiling and the days differ (art. 3).
"""

from collections.abc import Iterator
from itertools import pairwise

from clusterlaw.amounts import ceiling_cents
from clusterlaw.finding import Bound, Determined, Reason, Refused, Step, Undetermined
from clusterlaw.life import Life, Moment
from clusterlaw.lifecycle import finding_of_period
from clusterlaw.money import Euro
from clusterlaw.path import LONGEST, FundingYear, funding_path
from clusterlaw.periods import Period
from clusterlaw.regime import RateBand
from clusterlaw.rules.incomplete_year import (
    CEILING_OF_PART,
    SUBSIDY_OF_PART,
    ceiling_of_part,
    exact_subsidy_of_part,
    subsidy_of_part,
)
from clusterlaw.sources import Source
from clusterlaw.values import frozen


@frozen(kw_only=True)
class IncompleteYear:
    """A subsidy year that an event cuts short: its number, its days, those kept, and the finding of its subsidy.

    `cut_by` is the moment that cuts it; `finding` is what is due if granted, in whole cents.
    """

    number: int
    recognition: int
    days: Period
    kept: Period
    cut_by: Moment
    finding: Determined[Euro] | Undetermined[Euro] | Refused


def incomplete_years(life: Life) -> tuple[IncompleteYear, ...]:
    """Return the subsidy years of a life that a withdrawal or a loss of the subsidy cuts short, in their order.

    Only years that a funding path reaches (50) are told.
    """
    return tuple(_incomplete_years(life))


def _incomplete_years(life: Life) -> Iterator[IncompleteYear]:
    for before, after in pairwise(life.moments):
        if before.period is None or after.event is None:
            continue
        withdrawn = after.period is None
        lost = after.subsidy in ("lost", "may_be_lost") and after.subsidy != before.subsidy
        bounds = pairwise(before.period.days)
        days = next((Period(*each) for each in bounds if each[0] < after.day < each[1]), None)
        if days is None or not (withdrawn or lost):
            continue
        number = before.period.first_year + before.period.days.index(days.starts_on)
        if number <= LONGEST:
            yield IncompleteYear(
                number=number,
                recognition=before.recognition,
                days=days,
                kept=Period(days.starts_on, after.day),
                cut_by=after,
                finding=_finding(life, before, after, number, days),
            )


def _finding(
    life: Life, before: Moment, after: Moment, number: int, days: Period
) -> Determined[Euro] | Undetermined[Euro] | Refused:
    if before.subsidy not in ("open", "may_be_lost"):
        past = life.moments[: life.moments.index(before) + 1]
        (*_, fallen) = [each for each in past if each.falls is not None]
        citation = fallen.steps[0].citations[0]
        return Refused(reasons=(Reason(condition=before.subsidy, affects="subsidy", citation=citation),))
    dossier = finding_of_period(life, before).dossier
    year = funding_path(dossier, years=number, regimes=life.regimes).years[number - 1]
    if year.reasons:
        return Refused(reasons=year.reasons, steps=year.steps)
    lost = after.subsidy in ("lost", "may_be_lost")
    ends_before = days.ends_before if after.subsidy == "may_be_lost" else after.day
    steps, least, greatest = _bounds(year, Period(days.starts_on, ends_before), days)
    if lost or year.doubts:
        least = 0
    if least == greatest:
        return Determined(value=Euro.from_cents(least), steps=steps)
    missing = (*after.missing, *year.missing, *(("extent_of_loss",) if lost else ()))
    if before.recognition > 1:
        missing += ("rank_after_new_recognition",)
    return Undetermined(
        least=Euro.from_cents(least),
        greatest=None if greatest is None else Euro.from_cents(greatest),
        missing=tuple(dict.fromkeys(missing)),
        steps=steps,
    )


def _bounds(year: FundingYear, kept: Period, days: Period) -> tuple[tuple[Step, ...], int, int | None]:
    """Return the steps of a year, with those of its part, and the least and the greatest subsidy of that part."""
    (least_costs, greatest_costs), ceiling = year.admitted, ceiling_cents(year.within, year.number)
    greatest = _part(year, greatest_costs, ceiling, year.bands[-1], kept, days)
    if least_costs == greatest_costs and len(year.bands) == 1 and ceiling is not None:
        return greatest, greatest[-1].result, greatest[-1].result
    least = _part(year, least_costs, ceiling or 0, year.bands[0], kept, days, "least")
    greatest = _part(year, greatest_costs, ceiling, year.bands[-1], kept, days, "greatest")
    return (*least, *greatest), least[-1].result, greatest[-1].result


def _part(
    year: FundingYear,
    costs: int | None,
    ceiling: int | None,
    band: RateBand,
    kept: Period,
    days: Period,
    bound: Bound = "exact",
) -> tuple[Step, Step]:
    assumptions, regime = year.within.dossier.assumptions, year.regime
    of_part = (ceiling, _length(kept), _length(days), assumptions.incomplete_year)
    part = ceiling_of_part(
        ceiling_cents=ceiling,
        days_kept=_length(kept),
        days_of_year=_length(days),
        reading=assumptions.incomplete_year,
    )
    amount = subsidy_of_part(
        costs_cents=costs,
        ceiling=part,
        band=band,
        operations=regime.operations.value,
        rounding=assumptions.rounding,
    )
    arguments = (costs, part, band, regime.operations.value, assumptions.rounding)
    exact = exact_subsidy_of_part(costs_cents=costs, ceiling=part, band=band, operations=regime.operations.value)
    names = [] if exact is None or exact.denominator == 1 else ["rounding"]
    if regime.operations.assumption and part is not None and (costs is None or costs > part):
        names.append(regime.operations.assumption)
    grounds: tuple[Source | str, ...] = (regime.operations, band, *names)
    return (
        Step(CEILING_OF_PART, of_part, part, (regime.ceiling, "incomplete_year"), bound),
        Step(SUBSIDY_OF_PART, arguments, amount, grounds, bound),
    )


def _length(days: Period) -> int:
    return (days.ends_before - days.starts_on).days
