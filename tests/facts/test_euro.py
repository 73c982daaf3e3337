"""Amounts of money: exact, from int, str and Decimal only."""

import copy
import pickle
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import Any

import pytest

from clusterlaw.money import Euro


class Text(str):
    __slots__ = ()


class Whole(IntEnum):
    TEN = 10


@pytest.mark.parametrize(
    ("given", "cents"),
    [
        ("0", 0),
        ("0.00", 0),
        ("-0", 0),
        ("-0.00", 0),
        ("1", 100),
        ("-1", -100),
        ("12.3", 1_230),
        ("12.34", 1_234),
        ("-12.34", -1_234),
        ("0.01", 1),
        ("-0.05", -5),
        ("0.1", 10),
        ("0.29", 29),  # 0.29 * 100 is 28.999… as a float
        ("1.15", 115),
        ("160000.00", 16_000_000),
        ("007.50", 750),
        ("90071992547409.93", 9_007_199_254_740_993),  # the first whole number that a float cannot hold
        (0, 0),
        (1, 100),
        (-3, -300),
        (160_000, 16_000_000),
        (10**20, 10**22),
        (Decimal(0), 0),
        (Decimal("-0.00"), 0),
        (Decimal("12.34"), 1_234),
        (Decimal("-12.34"), -1_234),
        (Decimal("12.3"), 1_230),
        (Decimal("12.340000"), 1_234),
        (Decimal("100"), 10_000),
        (Decimal("1E+3"), 100_000),
        (Decimal("1.2E+1"), 1_200),
        (Decimal("1.234E+1"), 1_234),
        (Decimal("5E-2"), 5),
        (Decimal("500E-4"), 5),
        (Decimal("1E-1"), 10),
        (Decimal("0E+5"), 0),
        (Decimal("0E-9"), 0),
        (Decimal("90071992547409.93"), 9_007_199_254_740_993),
    ],
)
def test_euros_are_held_as_cents(given: Any, cents: int) -> None:
    assert Euro(given).cents == cents
    assert type(Euro(given).cents) is int


@pytest.mark.parametrize(
    "given",
    [
        "",
        " ",
        "-",
        ".",
        ".5",
        "5.",
        "1.234",
        "0.001",
        "12,34",
        "1 000",
        "1_000",
        "1.000.00",
        " 1",
        "1 ",
        "1\n",
        "+1",
        "--1",
        "1e3",
        "1E3",
        "0x10",
        "NaN",
        "inf",
        "Infinity",
        "ten",
        "EUR 5",
        "5 €",
        "１２",
        "١٢",
        "²",
        "1.５",
        "\u22125",
        "9" * 5_000 + "x",
        Decimal("12.345"),
        Decimal("0.001"),
        Decimal("1E-3"),
        Decimal("NaN"),
        Decimal("-NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
    ],
    ids=ascii,
)
def test_what_is_not_euros_and_cents_is_refused(given: Any) -> None:
    with pytest.raises(ValueError, match=r"^Euro: .* is not an amount of euros and cents; write digits, a point, two"):
        Euro(given)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("9" * 5_000, id="5,000 digits"),
        pytest.param("-" + "9" * 5_000 + ".99", id="5,000 digits and cents"),
        pytest.param(Decimal("1E+5000"), id="1E+5000"),
        pytest.param(Decimal("1E+999999999999999999"), id="1E+999999999999999999"),
        pytest.param(Decimal("1E-999999999999999999"), id="1E-999999999999999999"),
    ],
)
def test_an_endless_amount_is_refused_at_once_and_in_the_words_of_an_amount(given: Any) -> None:
    with pytest.raises(ValueError, match=r"^Euro: ") as refused:
        Euro(given)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "given",
    [
        0.0,
        12.34,
        float("nan"),
        float("inf"),
        True,
        False,
        None,
        Fraction(1, 2),
        1 + 0j,
        b"12.34",
        bytearray(b"1"),
        Euro(1),
        [1],
        (1, 2),
        {},
        Whole.TEN,
        Text("12.34"),
    ],
    ids=repr,
)
def test_no_other_kind_is_taken_for_money(given: Any) -> None:
    with pytest.raises(TypeError, match=rf"^Euro: .* is a {type(given).__name__}; .*give an int, a str .*, a Decimal"):
        Euro(given)


@pytest.mark.parametrize("cents", [0, 1, -1, 99, 10**15, -(10**30)])
def test_cents_are_whole_numbers(cents: int) -> None:
    assert Euro.from_cents(cents).cents == cents


@pytest.mark.parametrize("cents", [1.0, 0.5, "1", True, False, None, Decimal(1), Fraction(1), Whole.TEN, Euro(1)])
def test_cents_of_another_kind_are_refused(cents: Any) -> None:
    with pytest.raises(TypeError, match=rf"^Euro\.from_cents: whole cents are needed, got .*{type(cents).__name__}"):
        Euro.from_cents(cents)


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "0.00"),
        (1, "0.01"),
        (-1, "-0.01"),
        (10, "0.10"),
        (99, "0.99"),
        (-99, "-0.99"),
        (100, "1.00"),
        (-100, "-1.00"),
        (-101, "-1.01"),
        (123_456, "1234.56"),
        (16_000_000, "160000.00"),
        (10**15, "10000000000000.00"),
    ],
)
def test_an_amount_is_written_with_two_decimals(cents: int, text: str) -> None:
    amount = Euro.from_cents(cents)
    assert str(amount) == text
    assert repr(amount) == f"Euro('{text}')"
    assert Euro(text) == amount


@pytest.mark.parametrize(
    ("left", "right", "total", "difference"),
    [
        ("0.10", "0.20", "0.30", "-0.10"),  # 0.1 + 0.2 is 0.30000000000000004 as a float
        ("1.15", "1.15", "2.30", "0.00"),
        ("0.00", "0.01", "0.01", "-0.01"),
        ("-5.00", "-0.05", "-5.05", "-4.95"),
        ("90071992547409.93", "0.02", "90071992547409.95", "90071992547409.91"),
    ],
)
def test_amounts_add_up(left: str, right: str, total: str, difference: str) -> None:
    assert Euro(left) + Euro(right) == Euro(total)
    assert Euro(left) - Euro(right) == Euro(difference)


OTHERS = [1, 1.0, "1.00", True, None, Decimal("1.00"), Fraction(1)]


@pytest.mark.parametrize("other", OTHERS, ids=repr)
def test_money_mixes_with_nothing_else(other: Any) -> None:
    amount: Any = Euro(1)
    for mixed in (
        lambda: amount + other,
        lambda: other + amount,
        lambda: amount - other,
        lambda: other - amount,
        lambda: amount < other,
        lambda: amount <= other,
        lambda: amount > other,
        lambda: amount >= other,
    ):
        with pytest.raises(TypeError):
            mixed()
    assert amount != other


@pytest.mark.parametrize("factor", [2, 0.5, Decimal("0.5"), Fraction(1, 2)])
def test_money_is_not_multiplied_or_divided(factor: Any) -> None:
    amount: Any = Euro(1)
    for computed in (lambda: amount * factor, lambda: factor * amount, lambda: amount / factor):
        with pytest.raises(TypeError):
            computed()


@pytest.mark.parametrize(("less", "more"), [("-1.00", "-0.99"), ("-0.01", "0.00"), ("0.99", "1.00"), ("9.00", "10.00")])
def test_amounts_are_ordered(less: str, more: str) -> None:
    small, large = Euro(less), Euro(more)
    assert small < large
    assert small <= large
    assert large > small
    assert large >= small
    assert small <= Euro(less)
    assert small >= Euro(less)
    assert not small < Euro(less)
    assert not small > Euro(less)
    assert sorted([large, small]) == [small, large]


def test_equal_amounts_are_one_key() -> None:
    assert Euro("12.30") == Euro("12.3") == Euro(Decimal("12.300")) == Euro.from_cents(1_230)
    assert len({Euro("12.30"), Euro("12.3"), Euro.from_cents(1_230), Euro("-0"), Euro(0)}) == 2
    assert Euro(0) != Euro("0.01")


def test_an_amount_cannot_be_changed() -> None:
    amount: Any = Euro(5)
    for name in ("cents", "euros", "note"):
        with pytest.raises(AttributeError):
            setattr(amount, name, 1)
    with pytest.raises(AttributeError):
        del amount.cents
    assert not hasattr(amount, "__dict__")
    assert amount == Euro(5)


def test_an_amount_survives_copying() -> None:
    amount = Euro("-12.34")
    assert copy.deepcopy(amount) == amount
    assert pickle.loads(pickle.dumps(amount)) == amount
