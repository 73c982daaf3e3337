"""The amounts of a subsidy year: its percentages, its ceiling, and the operations of its text in their order.

Everything is integer cents. Where something is not stated the least and the greatest are carried side by side.
"""

from clusterlaw.assumptions import SeniorityReading
from clusterlaw.regime import RateBand, Regime
from clusterlaw.rules.subsidy import capped, ceiling_of_year, percentage_of, rate_of_year
from clusterlaw.standing import PeriodFinding

Stages = tuple[int | None, ...]


def band_of(within: PeriodFinding, number: int, reading: SeniorityReading) -> RateBand:
    """Return the band of percentages of a subsidy year under one reading of its seniority."""
    return rate_of_year(
        year=number,
        prior_years=within.dossier.prior_subsidy_years or 0,
        years_under_earlier_texts=within.years_under_earlier_texts,
        reading=reading,
        rates=within.period.regime.rates,
    )


def possible_bands(within: PeriodFinding, number: int) -> tuple[RateBand, ...]:
    """Return the bands that the readings of seniority allow, without repetition, the lowest percentage first."""
    readings = within.readings
    if len(readings) == 1:
        return (band_of(within, number, readings[0]),)
    bands = {band.first_rank: band for band in (band_of(within, number, reading) for reading in readings)}
    return tuple(sorted(bands.values(), key=lambda band: band.percentage.fraction))


def ceiling_cents(within: PeriodFinding, number: int) -> int | None:
    """Return the ceiling of a subsidy year, in cents; None: not stated. 0 where no operation of its text reads it."""
    by_year, amount = within.period.regime.ceiling.by_year, within.yearly_ceiling
    if amount is None:
        return None if reads_a_ceiling(within.period.regime) else 0
    return amount.cents if by_year is None else ceiling_of_year(year=number, amount_cents=amount.cents, by_year=by_year)


def reads_a_ceiling(regime: Regime) -> bool:
    """Return whether the text has a ceiling at all, on the costs or on the subsidy."""
    return any(operation != "apply_percentage" for operation in regime.operations.value)


def stages(within: PeriodFinding, cents: int | None, band: RateBand, ceiling: int | None) -> Stages:
    """Return the costs and what each operation of the text makes of them, in cents; the last is the subsidy."""
    found = [cents]
    for operation in within.period.regime.operations.value:
        if operation == "apply_percentage":
            cents = percentage_of(cents=cents, band=band, rounding=within.dossier.assumptions.rounding)
        else:
            cents = capped(cents=cents, ceiling_cents=ceiling)
        found.append(cents)
    return tuple(found)
