"""A tiny reference for the conditions: two-valued logic on complete facts, tried on every way of completing them.

Written from the table "Conditions" of the JSON format; it knows nothing of the library. What is not stated is tried
both ways: a year that is paid in every completion is paid, one that is paid in none is refused, any other is
undetermined; a fact is missing if two completions that differ only in it differ in the year.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Literal

Facts = Mapping[str, bool | str | None]
Complete = Mapping[str, bool | str]
Paid = tuple[bool, ...]
Outcome = Literal["paid", "refused", "undetermined"]

LAPSE = "assumptions.lapsed_subsidy"


def completed(facts: Facts) -> Iterator[dict[str, bool | str]]:
    """Every way of stating what is not stated."""
    choices = [(value,) if value is not None else _either(name) for name, value in facts.items()]
    for chosen in product(*choices):
        yield dict(zip(facts, chosen, strict=True))


def _either(name: str) -> tuple[bool | str, ...]:
    return ("ends", "may_resume") if name == LAPSE else (True, False)


def outcomes(facts: Facts, paid: Callable[[Complete], Paid]) -> list[tuple[Outcome, frozenset[str]]]:
    """The outcome of each year, and the facts that are missing for it."""
    names = list(facts)
    table = {tuple(each[name] for name in names): paid(each) for each in completed(facts)}
    years = len(next(iter(table.values())))
    found: list[tuple[Outcome, frozenset[str]]] = []
    for year in range(years):
        seen = {row[year] for row in table.values()}
        if len(seen) == 2:
            missing = frozenset(name for place, name in enumerate(names) if _matters(table, place, year))
            found.append(("undetermined", missing))
        else:
            found.append(("paid" if True in seen else "refused", frozenset()))
    return found


def _matters(table: Mapping[tuple[bool | str, ...], Paid], place: int, year: int) -> bool:
    by_rest: dict[tuple[bool | str, ...], set[bool]] = {}
    for key, row in table.items():
        by_rest.setdefault((*key[:place], *key[place + 1 :]), set()).add(row[year])
    return any(len(seen) == 2 for seen in by_rest.values())


def every(*names: str) -> Iterator[dict[str, bool | None]]:
    """Every way of stating, denying or leaving out each fact."""
    for chosen in product((None, False, True), repeat=len(names)):
        yield dict(zip(names, chosen, strict=True))
