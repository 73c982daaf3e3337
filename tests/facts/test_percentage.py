"""Percentages and roundings: exact fractions, cents only by a named rounding."""

from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest

from clusterlaw.money import Euro, Percentage, RoundingName, rounded


class Text(str):
    __slots__ = ()


class Whole(IntEnum):
    TEN = 10


@pytest.mark.parametrize(
    ("given", "fraction", "text", "percent"),
    [
        (0, Fraction(0), "0", 0),
        (1, Fraction(1, 100), "1", 1),
        (50, Fraction(1, 2), "50", 50),
        (80, Fraction(4, 5), "80", 80),
        (100, Fraction(1), "100", 100),
        ("80", Fraction(4, 5), "80", 80),
        ("080", Fraction(4, 5), "80", 80),
        ("80.0", Fraction(4, 5), "80", 80),
        ("100.00", Fraction(1), "100", 100),
        ("12.5", Fraction(1, 8), "12.5", "12.5"),
        ("12.50", Fraction(1, 8), "12.5", "12.5"),
        ("12.05", Fraction(241, 2000), "12.05", "12.05"),
        ("0.1", Fraction(1, 1000), "0.1", "0.1"),
        ("0.001", Fraction(1, 100_000), "0.001", "0.001"),
        ("33.3333333333", Fraction(333_333_333_333, 10**12), "33.3333333333", "33.3333333333"),
    ],
)
def test_a_percentage_is_an_exact_fraction(given: Any, fraction: Fraction, text: str, percent: int | str) -> None:
    percentage = Percentage(given)
    assert percentage.fraction == fraction
    assert Fraction(percentage.numerator, percentage.denominator) == fraction
    assert str(percentage) == text
    assert repr(percentage) == f"Percentage('{text}')"
    assert percentage.percent == percent
    assert type(percentage.percent) is type(percent)
    assert Percentage(text).fraction == fraction


@pytest.mark.parametrize(
    "given",
    [
        "",
        " ",
        ".",
        ".5",
        "12.",
        "1.2.3",
        "12,5",
        "1_0",
        " 12",
        "12 ",
        "12\n",
        "+12",
        "-12",
        "-0",
        "12 %",
        "12%",
        "1e1",
        "1/2",
        "NaN",
        "Infinity",
        "half",
        "１２",
        "12.５",
        "12.٥",
        "²",
        "12.²",
        -1,
        -100,
    ],
    ids=ascii,
)
def test_what_is_not_a_percentage_is_refused(given: Any) -> None:
    with pytest.raises(ValueError, match=r"is not a percentage; write digits and a point, from 0 to 100$") as refused:
        Percentage(given)
    assert str(refused.value).startswith(f"Percentage: {given!r} is not a percentage")


@pytest.mark.parametrize("given", [101, 10**6, "100.01", "100.0000000001", "101", "1000"])
def test_a_percentage_is_at_most_the_whole(given: Any) -> None:
    with pytest.raises(ValueError, match=r"is above 100; a subsidy is at most the whole of the costs$") as refused:
        Percentage(given)
    assert str(refused.value).startswith(f"Percentage: {given!r} is above 100")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("9" * 5_000, id="5,000 digits"),
        pytest.param("9." + "9" * 5_000, id="5,000 decimals"),
        pytest.param(10**5_000, id="10**5000"),
        pytest.param(-(10**5_000), id="-10**5000"),
    ],
)
def test_an_endless_percentage_is_refused_in_the_words_of_a_percentage(given: Any) -> None:
    with pytest.raises(ValueError, match=r"^Percentage: ") as refused:
        Percentage(given)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "given",
    [
        0.8,
        80.0,
        float("nan"),
        True,
        False,
        None,
        Decimal("12.5"),
        Fraction(1, 2),
        b"80",
        [80],
        Euro(80),
        Percentage(80),
        Whole.TEN,
        Text("80"),
    ],
    ids=repr,
)
def test_no_other_kind_is_taken_for_a_percentage(given: Any) -> None:
    with pytest.raises(TypeError, match=rf"^Percentage: .* is a {type(given).__name__}; give an int or a str such as"):
        Percentage(given)


@pytest.mark.parametrize(
    ("numerator", "denominator", "text", "shown"),
    [
        (5, 6, "83 1/3", "Percentage.of(250, 300)"),
        (1, 300, "1/3", "Percentage.of(1, 300)"),
        (2, 3, "66 2/3", "Percentage.of(200, 300)"),
        (1, 8, "12.5", "Percentage('12.5')"),
        (4, 5, "80", "Percentage('80')"),
        (0, 7, "0", "Percentage('0')"),
        (7, 7, "100", "Percentage('100')"),
    ],
)
def test_a_percentage_of_any_fraction(numerator: int, denominator: int, text: str, shown: str) -> None:
    percentage = Percentage.of(numerator, denominator)
    assert percentage.fraction == Fraction(numerator, denominator)
    assert (str(percentage), repr(percentage)) == (text, shown)
    assert percentage.percent == (int(text) if text.isdecimal() else text)
    assert eval(shown) == percentage


def test_equal_percentages_are_equal_however_they_are_written() -> None:
    assert Percentage(80) == Percentage("80") == Percentage("080") == Percentage("80.0") == Percentage("80.000")
    assert Percentage("12.5") == Percentage("12.50")
    assert len({Percentage(80), Percentage("80.0"), Percentage("12.5"), Percentage("12.50")}) == 2
    assert Percentage(80) != Percentage("80.1")


@pytest.mark.parametrize("other", [80, "80", 0.8, Fraction(4, 5), Euro(80), None], ids=repr)
def test_a_percentage_equals_nothing_of_another_kind(other: Any) -> None:
    assert Percentage(80) != other


@pytest.mark.parametrize("other", [Percentage(50), 50, 0.5, Euro(1)], ids=repr)
def test_a_percentage_does_not_compute(other: Any) -> None:
    percentage: Any = Percentage(80)
    for computed in (
        lambda: percentage + other,
        lambda: percentage * other,
        lambda: other * percentage,
        lambda: percentage < other,
    ):
        with pytest.raises(TypeError):
            computed()


def test_a_percentage_cannot_be_changed() -> None:
    percentage: Any = Percentage(80)
    for name in ("numerator", "denominator", "percent", "note"):
        with pytest.raises(AttributeError):
            setattr(percentage, name, 1)
    assert not hasattr(percentage, "__dict__")
    assert percentage == Percentage(80)


@pytest.mark.parametrize(
    ("numerator", "denominator", "half_up", "down"),
    [
        (0, 1, 0, 0),
        (7, 1, 7, 7),
        (1, 2, 1, 0),
        (3, 2, 2, 1),
        (5, 2, 3, 2),  # never to the even cent
        (4, 10, 0, 0),
        (5, 10, 1, 0),
        (14, 10, 1, 1),
        (15, 10, 2, 1),
        (25, 10, 3, 2),
        (49, 100, 0, 0),
        (50, 100, 1, 0),
        (51, 100, 1, 0),
        (149, 100, 1, 1),
        (150, 100, 2, 1),
        (199, 100, 2, 1),
        (200, 100, 2, 2),
        (1, 3, 0, 0),
        (2, 3, 1, 0),
        (4, 3, 1, 1),
        (5, 3, 2, 1),
        (499_999_999_999, 10**12, 0, 0),
        (500_000_000_000, 10**12, 1, 0),
        (10**30 * 10 + 4, 10, 10**30, 10**30),
        (10**30 * 10 + 5, 10, 10**30 + 1, 10**30),
        (9_876_543 * 75, 100, 7_407_407, 7_407_407),  # 7,407,407.25
        (9_876_546 * 75, 100, 7_407_410, 7_407_409),  # 7,407,409.5
        (9_876_541 * 75, 100, 7_407_406, 7_407_405),  # 7,407,405.75
        (12_345_677 * 50, 100, 6_172_839, 6_172_838),  # 6,172,838.5
    ],
)
def test_cents_are_rounded_as_named(numerator: int, denominator: int, half_up: int, down: int) -> None:
    assert rounded(numerator=numerator, denominator=denominator, rounding="half_up") == half_up
    assert rounded(numerator=numerator, denominator=denominator, rounding="down") == down


@pytest.mark.parametrize("rounding", ["half_up", "down"])
@pytest.mark.parametrize(("numerator", "denominator"), [(150.0, 100), (150, 100.0), (1.5, 1)])
def test_no_float_is_rounded(numerator: Any, denominator: Any, rounding: RoundingName) -> None:
    with pytest.raises(TypeError):
        rounded(numerator=numerator, denominator=denominator, rounding=rounding)


@pytest.mark.parametrize("rounding", ["half_even", "up", "", None])
def test_a_rounding_that_is_not_named_is_refused(rounding: Any) -> None:
    with pytest.raises(ValueError, match="half_up"):
        rounded(numerator=1, denominator=2, rounding=rounding)


@pytest.mark.parametrize("rounding", ["half_up", "down"])
@pytest.mark.parametrize(("numerator", "denominator"), [(-1, 2), (-3, 2), (1, 0), (1, -2)])
def test_only_a_fraction_that_is_not_negative_is_rounded(
    numerator: int, denominator: int, rounding: RoundingName
) -> None:
    with pytest.raises(ValueError, match=rf"^rounded: {numerator} / {denominator} "):
        rounded(numerator=numerator, denominator=denominator, rounding=rounding)
