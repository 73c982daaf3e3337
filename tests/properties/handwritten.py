"""The few figures of the law that the properties need, written by hand from the decrees; nothing here is imported."""

from datetime import date
from fractions import Fraction

CEILING_2007 = 16_000_000  # EUR 160,000 a year on the costs, art. 3 § 1 al. 2
LENGTHS = {"2007": 3, "2024": 4, "2025": 1}  # years of a recognition period, art. 2 al. 1


def text_on(day: date, entry_2025: date) -> str:
    """The text in force on a day: 2025 from its assumed day, 2024 from 2024-07-01 (art. 23), else that of 2007."""
    if day >= entry_2025:
        return "2025"
    return "2024" if day >= date(2024, 7, 1) else "2007"


def percent_2007(rank: int) -> int:
    """100 % for ranks 1 to 3, 80 % for 4 to 6, 50 % after: art. 3 § 1 al. 4."""
    return 100 if rank <= 3 else 80 if rank <= 6 else 50


def percent_2024(rank: int) -> int:
    """90 % for ranks 1 to 4, 75 % for 5 to 8, 60 % after: art. 3 al. 4 as amended in 2024."""
    return 90 if rank <= 4 else 75 if rank <= 8 else 60


def to_cents(exact: Fraction, rounding: str) -> int:
    """Round an exact number of cents: half a cent up, or down."""
    whole, rest = divmod(exact.numerator, exact.denominator)
    up = rounding == "half_up" and Fraction(rest, exact.denominator) >= Fraction(1, 2)
    return whole + 1 if up else whole


def share(cents: int, percent: int, rounding: str) -> int:
    """A percentage of an amount, in cents."""
    return to_cents(Fraction(cents * percent, 100), rounding)
