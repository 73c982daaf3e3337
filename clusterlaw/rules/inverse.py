"""The amounts of art. 3 read backwards: which admitted costs give a subsidy, and which the own means can carry.

Each operation of a text is monotone on whole cents, so it is undone exactly, the last one first: nothing is searched.
None stands for an amount or a ceiling that nothing bounds, or for costs that no amount reaches.
"""

from collections.abc import Iterable

from clusterlaw.money import RoundingName
from clusterlaw.regime import Operation, RateBand
from clusterlaw.rule import Rule
from clusterlaw.rules.subsidy import capped, percentage_of
from clusterlaw.sources import Label


def least_costs(
    *,
    wanted_cents: int,
    operations: tuple[Operation, ...],
    band: RateBand,
    ceiling_cents: int | None,
    rounding: RoundingName,
) -> int | None:
    """Return the least admitted costs whose subsidy is at least what is wanted, in cents (art. 3 read backwards).

    None: no costs give so much. Raises TypeError for anything but whole cents, ValueError below 0.
    """
    _require_cents("least_costs", wanted_cents, ceiling_cents)
    cents = wanted_cents
    for operation in reversed(operations):
        if operation == "apply_percentage":
            if cents and not band.percentage.numerator:
                return None
            cents = _least_before_percentage(cents, band, rounding)
        elif ceiling_cents is not None and cents > ceiling_cents:
            return None
    return cents


def greatest_costs(
    *,
    wanted_cents: int,
    operations: tuple[Operation, ...],
    band: RateBand,
    ceiling_cents: int | None,
    rounding: RoundingName,
) -> int | None:
    """Return the greatest admitted costs whose subsidy is at most an amount, in cents (art. 3 read backwards).

    None: any costs, however high. Raises TypeError for anything but whole cents, ValueError below 0.
    """
    _require_cents("greatest_costs", wanted_cents, ceiling_cents)
    cents = wanted_cents
    for operation in reversed(operations):
        if operation == "apply_percentage":
            if not band.percentage.numerator:
                return None
            cents = _greatest_before_percentage(cents, band, rounding)
        elif ceiling_cents is not None and cents >= ceiling_cents:
            return None
    return cents


def greatest_subsidy(
    *, operations: tuple[Operation, ...], band: RateBand, ceiling_cents: int | None, rounding: RoundingName
) -> int | None:
    """Return the greatest subsidy that any costs give, in cents (art. 3); None: nothing bounds it."""
    cents: int | None = None
    for operation in operations:
        if operation == "apply_percentage":
            cents = percentage_of(cents=cents, band=band, rounding=rounding)
        else:
            cents = capped(cents=cents, ceiling_cents=ceiling_cents)
    return cents


def greatest_activity(
    *,
    own_cents: int,
    operations: tuple[Operation, ...],
    band: RateBand,
    ceiling_cents: int | None,
    rounding: RoundingName,
) -> int | None:
    """Return the greatest admitted costs of which the subsidy leaves at most the own means to pay, in cents (art. 3).

    None: any costs, however high. A ceiling, before or after the percentage, bounds the subsidy by an amount; so the
    answer is the lesser of what that amount adds to the own means, and of what the percentage alone would carry.
    Raises TypeError for anything but whole cents, ValueError below 0 or where the percentage is applied twice.
    """
    _require_cents("greatest_activity", own_cents, ceiling_cents)
    times = operations.count("apply_percentage")
    if times > 1:
        raise ValueError(f"greatest_activity: the percentage is applied {times} times; give operations that do it once")
    most = greatest_subsidy(operations=operations, band=band, ceiling_cents=ceiling_cents, rounding=rounding)
    under_ceiling = None if most is None else own_cents + most
    under_percentage = _carried_under_percentage(own_cents, band, rounding) if times else None
    return least_of((under_ceiling, under_percentage))


def least_of(amounts: Iterable[int | None]) -> int | None:
    """Return the least of some amounts; None among them is beyond all others."""
    return min((amount for amount in amounts if amount is not None), default=None)


def _require_cents(where: str, cents: int, ceiling_cents: int | None) -> None:
    for given in (cents, 0 if ceiling_cents is None else ceiling_cents):
        if type(given) is not int:
            raise TypeError(f"{where}: {given!r} is a {type(given).__name__}; give whole cents")
        if given < 0:
            raise ValueError(f"{where}: {given} is negative; give 0 cents or more")


def _least_before_percentage(cents: int, band: RateBand, rounding: RoundingName) -> int:
    """Solve rounded(costs x p / q) >= cents: half up, costs x p / q >= cents - 1/2; down, costs x p / q >= cents."""
    p, q = band.percentage.numerator, band.percentage.denominator
    if cents == 0:
        return 0
    return _divided_up((2 * cents - 1) * q, 2 * p) if rounding == "half_up" else _divided_up(cents * q, p)


def _greatest_before_percentage(cents: int, band: RateBand, rounding: RoundingName) -> int:
    """Solve rounded(costs x p / q) <= cents: half up, costs x p / q < cents + 1/2; down, costs x p / q < cents + 1."""
    p, q = band.percentage.numerator, band.percentage.denominator
    above = (2 * cents + 1) * q if rounding == "half_up" else (2 * cents + 2) * q
    return (above - 1) // (2 * p)


def _carried_under_percentage(own_cents: int, band: RateBand, rounding: RoundingName) -> int | None:
    """Solve costs - rounded(costs x p / q) <= own: costs x (q - p) / q <= own + 1/2 half up, <= own down."""
    p, q = band.percentage.numerator, band.percentage.denominator
    if p == q:
        return None
    half = 1 if rounding == "half_up" else 0
    return (2 * own_cents + half) * q // (2 * (q - p))


def _divided_up(numerator: int, denominator: int) -> int:
    return -(-numerator // denominator)


_PARAMETERS = ("operations", "band", "ceiling_cents", "rounding")
LEAST_COSTS = Rule(
    identifier="inverse.least_costs",
    label=Label(fr="moindres coûts admis pour une subvention", en="least admitted costs for a subsidy"),
    function=least_costs,
    parameters=("wanted_cents", *_PARAMETERS),
    reads="operations",
)
GREATEST_COSTS = Rule(
    identifier="inverse.greatest_costs",
    label=Label(fr="plus grands coûts admis pour une subvention", en="greatest admitted costs for a subsidy"),
    function=greatest_costs,
    parameters=("wanted_cents", *_PARAMETERS),
    reads="operations",
)
GREATEST_SUBSIDY = Rule(
    identifier="inverse.greatest_subsidy",
    label=Label(fr="plus grande subvention possible", en="greatest possible subsidy"),
    function=greatest_subsidy,
    parameters=_PARAMETERS,
    reads="operations",
)
GREATEST_ACTIVITY = Rule(
    identifier="inverse.greatest_activity",
    label=Label(
        fr="plus grande activité que des moyens propres portent", en="greatest activity that own means can carry"
    ),
    function=greatest_activity,
    parameters=("own_cents", *_PARAMETERS),
    reads="operations",
)
RULES = (LEAST_COSTS, GREATEST_COSTS, GREATEST_SUBSIDY, GREATEST_ACTIVITY)
