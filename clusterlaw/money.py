"""Exact money: integer cents, exact percentages, and named roundings. No float passes."""

from __future__ import annotations

import re
from functools import total_ordering
from math import gcd
from typing import TYPE_CHECKING, Any, Literal

from clusterlaw.values import frozen

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

RoundingName = Literal["half_up", "down"]

_LONGEST = 30
_EUROS = re.compile(rf"(-?)(\d{{1,{_LONGEST}}})(?:\.(\d{{1,2}}))?", re.ASCII)
_PERCENT = re.compile(rf"(\d{{1,{_LONGEST}}})(?:\.(\d{{1,{_LONGEST}}}))?", re.ASCII)


@total_ordering
@frozen(init=False)
class Euro:
    """An amount in euros, held as integer cents.

    `Euro(160_000)` and `Euro("160000.00")` are euros; cents come only through `Euro.from_cents`. Accepts int, str
    (digits, a point, at most two decimals) and Decimal. Raises TypeError for a float or a bool, ValueError for a
    fraction of a cent.
    """

    cents: int

    def __init__(self, euros: int | str | Decimal) -> None:
        object.__setattr__(self, "cents", _cents(euros))

    @classmethod
    def from_cents(cls, cents: int) -> Euro:
        """Return the amount of that many cents. Raises TypeError unless `cents` is an int."""
        if type(cents) is not int:
            raise TypeError(f"Euro.from_cents: whole cents are needed, got {cents!r} ({type(cents).__name__})")
        amount = object.__new__(cls)
        object.__setattr__(amount, "cents", cents)
        return amount

    def __add__(self, other: Euro) -> Euro:
        return Euro.from_cents(self.cents + other.cents) if type(other) is Euro else NotImplemented

    def __sub__(self, other: Euro) -> Euro:
        return Euro.from_cents(self.cents - other.cents) if type(other) is Euro else NotImplemented

    def __lt__(self, other: Euro) -> bool:
        return self.cents < other.cents if type(other) is Euro else NotImplemented

    def __str__(self) -> str:
        sign, cents = ("-", -self.cents) if self.cents < 0 else ("", self.cents)
        return f"{sign}{cents // 100}.{cents % 100:02}"

    def __repr__(self) -> str:
        return f"Euro('{self}')"


def _cents(euros: Any) -> int:
    if type(euros) is int:
        return euros * 100
    if type(euros) is str:
        text = euros
    elif type(euros).__module__ == "decimal" and type(euros).__name__ == "Decimal":
        # Outside these powers of ten it is no amount, and writing it out could take all memory.
        text = format(euros, "f") if euros.is_finite() and abs(euros.adjusted()) <= _LONGEST else ""
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        raise TypeError(
            f"Euro: {euros!r} is a {type(euros).__name__}; money is exact: give an int, a str like '12.34', a Decimal"
        )
    match = _EUROS.fullmatch(text)
    if match is None:
        raise ValueError(
            f"Euro: {_shown(euros)} is not an amount of euros and cents; write digits, a point, two decimals"
        )
    sign, whole, decimals = match.groups()
    cents = int(whole) * 100 + int((decimals or "0").ljust(2, "0"))
    return -cents if sign else cents


def _shown(value: object) -> str:
    text = hex(value) if type(value) is int and abs(value) >= 10**_LONGEST else repr(value)
    return text if len(text) <= 2 * _LONGEST else f"{text[: 2 * _LONGEST]}…"


@frozen(init=False)
class Percentage:
    """An exact percentage (pourcentage): `Percentage(80)` is 80 %, `Percentage("12.5")` is 12.5 %.

    Accepts int and str; raises TypeError for a float, ValueError outside 0 to 100. A percentage of an amount is an
    exact fraction of cents; only a rounding makes cents of it again.
    """

    numerator: int
    denominator: int

    def __init__(self, percent: int | str) -> None:
        if type(percent) is not int and type(percent) is not str:
            raise TypeError(
                f"Percentage: {percent!r} is a {type(percent).__name__}; give an int or a str such as '12.5'"
            )
        whole = percent if isinstance(percent, str) else str(min(max(percent, -1), 101))
        match = _PERCENT.fullmatch(whole)
        if match is None:
            raise ValueError(
                f"Percentage: {_shown(percent)} is not a percentage; write digits and a point, from 0 to 100"
            )
        decimals = (match[2] or "").rstrip("0")
        numerator, denominator = int(match[1] + decimals), 100 * 10 ** len(decimals)
        if numerator > denominator:
            raise ValueError(f"Percentage: {_shown(percent)} is above 100; a subsidy is at most the whole of the costs")
        object.__setattr__(self, "numerator", numerator)
        object.__setattr__(self, "denominator", denominator)

    @classmethod
    def of(cls, numerator: int, denominator: int) -> Percentage:
        """Return the percentage that is this fraction of one: `Percentage.of(5, 6)` is 83 1/3 %, exactly.

        Raises TypeError unless both are ints, ValueError outside 0 to 1.
        """
        if type(numerator) is not int or type(denominator) is not int:
            raise TypeError(f"Percentage.of: {numerator!r} / {denominator!r} is not a fraction of integers; give ints")
        if not 0 <= numerator <= denominator or denominator == 0:
            raise ValueError(f"Percentage.of: {numerator} / {denominator} is not between 0 and 1; give a share of one")
        shared = gcd(100 * numerator, denominator)
        percent, scale = 100 * numerator // shared, denominator // shared
        # A percentage with finitely many decimals is held as the one made of its digits.
        decimals = next((places for places in range(_LONGEST + 1) if 10**places % scale == 0), None)
        if decimals is not None:
            percent, scale = percent * 10**decimals // scale, 10**decimals
        percentage = object.__new__(cls)
        object.__setattr__(percentage, "numerator", percent)
        object.__setattr__(percentage, "denominator", 100 * scale)
        return percentage

    @property
    def fraction(self) -> Fraction:
        """The share as an exact fraction of one."""
        from fractions import Fraction

        return Fraction(self.numerator, self.denominator)

    @property
    def remainder(self) -> Percentage:
        """What is left of the whole: 20 % beside 80 %, exact."""
        left = object.__new__(Percentage)
        object.__setattr__(left, "numerator", self.denominator - self.numerator)
        object.__setattr__(left, "denominator", self.denominator)
        return left

    @property
    def percent(self) -> int | str:
        """The percentage as a whole number, or as the digits of one that is not whole."""
        return str(self) if self.denominator > 100 else int(str(self))

    def __str__(self) -> str:
        scale = self.denominator // 100
        whole, rest = divmod(self.numerator, scale)
        if 10**_LONGEST % scale:
            return f"{whole} {rest}/{scale}" if whole else f"{rest}/{scale}"
        decimals = f"{rest:0{len(str(scale)) - 1}}".rstrip("0") if rest else ""
        return f"{whole}.{decimals}" if decimals else str(whole)

    def __repr__(self) -> str:
        written = 10**_LONGEST % (self.denominator // 100) == 0
        return f"Percentage('{self}')" if written else f"Percentage.of({self.numerator}, {self.denominator})"


def rounded(*, numerator: int, denominator: int, rounding: RoundingName) -> int:
    """Return the cents that the named rounding (arrondi) makes of an exact, non-negative fraction of cents.

    The decree is silent: assumption `rounding`, by analogy with Regulation (EC) No 1103/97, art. 5. `half_up` rounds
    to the nearest cent and half a cent up; `down` drops what is below a cent. Raises TypeError for a float, ValueError
    for a negative fraction or another rounding.
    """
    if type(numerator) is not int or type(denominator) is not int:
        raise TypeError(f"rounded: {numerator!r} / {denominator!r} is not a fraction of integers; money is exact")
    if numerator < 0 or denominator <= 0:
        raise ValueError(f"rounded: {numerator} / {denominator} is negative or undefined; give an amount of cents")
    if rounding == "half_up":
        return (2 * numerator + denominator) // (2 * denominator)
    if rounding == "down":
        return numerator // denominator
    raise ValueError(f"rounded: {rounding!r} is not a rounding; choose half_up or down (assumption rounding)")
