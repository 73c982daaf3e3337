"""What a year that is cut short does to the ceiling and to the subsidy (art. 3; assumption `incomplete_year`)."""

from fractions import Fraction

from clusterlaw.assumptions import IncompleteYearReading
from clusterlaw.money import RoundingName, rounded
from clusterlaw.regime import Operation, RateBand
from clusterlaw.rule import Rule
from clusterlaw.sources import Label


def ceiling_of_part(
    *, ceiling_cents: int | None, days_kept: int, days_of_year: int, reading: IncompleteYearReading
) -> Fraction | None:
    """Return the ceiling of a year cut short, in exact cents, not rounded; None: not stated.

    The whole ceiling, or its share by days (assumption `incomplete_year`). Raises ValueError unless 0 <= days_kept <=
    days_of_year.
    """
    if not 0 <= days_kept <= days_of_year or days_of_year == 0:
        raise ValueError(f"ceiling_of_part: {days_kept} days kept of {days_of_year}; give 0 to the days of the year")
    if ceiling_cents is None:
        return None
    return Fraction(ceiling_cents) if reading == "full_ceiling" else Fraction(ceiling_cents * days_kept, days_of_year)


def exact_subsidy_of_part(
    *, costs_cents: int | None, ceiling: Fraction | None, band: RateBand, operations: tuple[Operation, ...]
) -> Fraction | None:
    """Return what the operations of the text make of the costs of a year cut short, in exact cents; None: no bound."""
    amount = None if costs_cents is None else Fraction(costs_cents)
    for operation in operations:
        if operation == "apply_percentage":
            amount = None if amount is None else amount * band.percentage.fraction
        elif ceiling is not None:
            amount = ceiling if amount is None else min(amount, ceiling)
    return amount


def subsidy_of_part(
    *,
    costs_cents: int | None,
    ceiling: Fraction | None,
    band: RateBand,
    operations: tuple[Operation, ...],
    rounding: RoundingName,
) -> int | None:
    """Return the subsidy of a year cut short, in cents: the operations of the text on its costs, exactly.

    Only the last figure, the subsidy, is rounded (assumption `rounding`). None: nothing bounds it.
    """
    amount = exact_subsidy_of_part(costs_cents=costs_cents, ceiling=ceiling, band=band, operations=operations)
    if amount is None:
        return None
    return rounded(numerator=amount.numerator, denominator=amount.denominator, rounding=rounding)


CEILING_OF_PART = Rule(
    identifier="incomplete_year.ceiling_of_part",
    label=Label(fr="plafond d'une année écourtée", en="ceiling of a year cut short"),
    function=ceiling_of_part,
    parameters=("ceiling_cents", "days_kept", "days_of_year", "reading"),
    reads="ceiling",
)
SUBSIDY_OF_PART = Rule(
    identifier="incomplete_year.subsidy_of_part",
    label=Label(fr="subvention d'une année écourtée", en="subsidy of a year cut short"),
    function=subsidy_of_part,
    parameters=("costs_cents", "ceiling", "band", "operations", "rounding"),
    reads="operations",
)
RULES = (CEILING_OF_PART, SUBSIDY_OF_PART)
