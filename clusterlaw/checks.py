"""What refuses a wrong kind or value, of a fact or of an argument, with a message that says what to give instead."""

from collections.abc import Callable
from datetime import date
from typing import Any

from clusterlaw.money import Euro
from clusterlaw.periods import require_date

Check = Callable[[Any, Any, Any], None]

GREATEST_AMOUNT = Euro.from_cents(10**15)
LATEST_DATE = date(2199, 12, 31)


def require_kind(value: object, *kinds: type, where: str) -> None:
    """Raise TypeError, naming `where`, unless the value is an instance of one of these very classes."""
    if type(value) not in kinds:
        names = " or ".join("None" if kind is type(None) else kind.__name__ for kind in kinds)
        raise TypeError(f"{where}: {value!r} is a {type(value).__name__}; give {names}")


def require_whole(where: str, **numbers: object) -> None:
    """Raise TypeError, naming `where` and the number, unless each of them is an int: neither a float nor a bool."""
    for name, number in numbers.items():
        if type(number) is not int:
            wanted = "whole cents, as money is exact" if name.endswith("cents") else "a whole number"
            raise TypeError(f"{where}: {name} is {number!r}, a {type(number).__name__}; give {wanted}")


def wrong_choice(value: object, values: tuple[str, ...], *, where: str, rule: str) -> Exception:
    """Return the error of a value that is none of these names; `rule` is what asks for one."""
    listed = ", ".join(values)
    if type(value) is not str:
        return TypeError(f"{where}: {value!r} is a {type(value).__name__}; give one of {listed} ({rule})")
    return ValueError(f"{where}: {value!r} is not one of {listed} ({rule}); choose one of these")


def one_of(rule: str, *values: str) -> Check:
    """Return a validator that accepts the given values only and names the rule that asks for them."""

    def check(instance: Any, attribute: Any, value: Any) -> None:
        if type(value) is not str or value not in values:
            raise wrong_choice(value, values, where=f"{type(instance).__name__}.{attribute.name}", rule=rule)

    return check


def instance_of(*kinds: type) -> Check:
    """Return a validator that accepts instances of these classes only: no bool for an int."""

    def check(instance: Any, attribute: Any, value: Any) -> None:
        if type(value) not in kinds:
            require_kind(value, *kinds, where=f"{type(instance).__name__}.{attribute.name}")

    return check


def tuple_of(kind: type, *, optional: bool = False) -> Check:
    """Return a validator that accepts a tuple of instances of one class, and None if `optional`."""

    def check(instance: Any, attribute: Any, value: Any) -> None:
        if optional and value is None:
            return
        if type(value) is not tuple or any(type(entry) is not kind for entry in value):
            raise TypeError(
                f"{type(instance).__name__}.{attribute.name}: {value!r} is not a tuple of {kind.__name__}; give one"
            )

    return check


def legal_day(instance: Any, attribute: Any, value: Any) -> None:
    """Accept a date up to the last one of a dossier."""
    where = f"{type(instance).__name__}.{attribute.name}"
    if require_date(value, where=where) > LATEST_DATE:
        raise ValueError(f"{where}: {value} is after {LATEST_DATE}, the last date of a dossier; give an earlier date")


def legal_amount(instance: Any, attribute: Any, value: Any) -> None:
    """Accept an amount of euros from 0 to the greatest of a dossier."""
    instance_of(Euro)(instance, attribute, value)
    if not 0 <= value.cents <= GREATEST_AMOUNT.cents:
        raise ValueError(
            f"{type(instance).__name__}.{attribute.name}: {value} is not between 0 and {GREATEST_AMOUNT} euros; "
            "give the amount itself, never a correction"
        )


is_stated = instance_of(bool, type(None))
is_text = instance_of(str)
is_optional_text = instance_of(str, type(None))
