"""Time and exactness of an explained path of nine years, beside the same rule in OpenFisca on the same inputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import floor
from random import Random
from statistics import median
from typing import TypeVar

from clusterlaw_rule import determined_dossier
from measure import (
    MICROSECONDS,
    Contender,
    Times,
    interleaved,
    print_machine,
    print_target,
    print_times,
    repeat_from_command_line,
)
from openfisca_rule import YEARS_IN_PATH, openfisca_path, openfisca_paths

from clusterlaw import Dossier, FundingPath, funding_path

Item = TypeVar("Item")

FIRST_YEAR = 2008
PATHS = 1_000
SEED = 20_070_118
MOST_ADMITTED_CENTS = 250_000_00
PATHS_IN_BATCH = 100  # enough that the caches that the others emptied are a small part of it
TARGET_MICROSECONDS = 100

OURS = "clusterlaw, path and steps"


def random_costs() -> list[list[int]]:
    """The admitted costs of each year of each path, in cents; more than a third of them are above the ceiling."""
    random = Random(SEED)
    return [[random.randint(0, MOST_ADMITTED_CENTS) for _ in range(YEARS_IN_PATH)] for _ in range(PATHS)]


def lawful_subsidy(year: int, admitted_cents: int) -> int:
    """The oracle, from art. 3 § 1 al. 2 and 4 (2007): the costs capped, then the year's share, then half-up."""
    share = Fraction(1) if year <= 3 else Fraction(4, 5) if year <= 6 else Fraction(1, 2)
    return floor(min(Fraction(admitted_cents), Fraction(160_000_00)) * share + Fraction(1, 2))


def lawful_path(admitted_cents: list[int]) -> list[int]:
    return [lawful_subsidy(year, cents) for year, cents in enumerate(admitted_cents, start=1)]


def subsidies(path: FundingPath) -> list[int]:
    """The yearly subsidies in cents; one that is not determined ends the benchmark."""
    found = [year.subsidy.cents for year in path.years if year.status == "determined" and year.subsidy is not None]
    if len(found) != YEARS_IN_PATH:
        raise ValueError(f"only {len(found)} of {YEARS_IN_PATH} years are determined")
    return found


def batch_of(items: Sequence[Item], turn: int) -> Sequence[Item]:
    """The items of a round: each contender is given the same ones in the same round."""
    start = turn * PATHS_IN_BATCH % len(items)
    return items[start : start + PATHS_IN_BATCH]


def in_batches(name: str, items: Sequence[Item], once: Callable[[Item], object]) -> Contender:
    def run(turn: int) -> None:
        for item in batch_of(items, turn):
            once(item)

    return Contender(name, run, PATHS_IN_BATCH)


def contenders(costs: list[list[int]], dossiers: list[Dossier]) -> list[Contender]:
    return [
        in_batches(OURS, dossiers, lambda dossier: funding_path(dossier).steps),
        in_batches(
            "clusterlaw, dossier, path and steps",
            costs,
            lambda cents: funding_path(determined_dossier(FIRST_YEAR, cents)).steps,
        ),
        in_batches("OpenFisca, path", costs, lambda cents: openfisca_path(FIRST_YEAR, cents)),
        in_batches("OpenFisca, path and trace", costs, lambda cents: openfisca_path(FIRST_YEAR, cents, trace=True)),
        Contender(f"OpenFisca, {PATHS} paths at once", lambda _turn: openfisca_paths(FIRST_YEAR, costs), PATHS),
    ]


def print_errors(name: str, found: list[list[int]], lawful: list[list[int]]) -> None:
    """Print how many yearly subsidies differ from the oracle's; as both are whole cents, by a cent or more."""
    errors = [
        abs(cents - expected)
        for path, oracle in zip(found, lawful, strict=True)
        for cents, expected in zip(path, oracle, strict=True)
    ]
    wrong = sum(error > 0 for error in errors)
    share = wrong / len(errors)
    print(f"{name:10} {wrong:5} of {len(errors)} ({share:.2%}); largest error in cents: {max(errors)}")


def print_exactness(costs: list[list[int]], dossiers: list[Dossier]) -> None:
    lawful = [lawful_path(cents) for cents in costs]
    print(f"\nyearly subsidies of {PATHS} random paths (seed {SEED}) that are wrong by a cent or more")
    print_errors("clusterlaw", [subsidies(funding_path(dossier)) for dossier in dossiers], lawful)
    print_errors("OpenFisca", [openfisca_path(FIRST_YEAR, cents) for cents in costs], lawful)


def print_speed(times: Times, repeat: int) -> None:
    print(f"\n{repeat} batches of {PATHS_IN_BATCH} paths each, interleaved; time of one path")
    print_times(times, unit=MICROSECONDS, reference=OURS)


def main() -> None:
    repeat = repeat_from_command_line(__doc__, default=100)
    print_machine(("clusterlaw", "attrs", "python-dateutil", "openfisca-core", "numpy"))
    costs = random_costs()
    dossiers = [determined_dossier(FIRST_YEAR, cents) for cents in costs]
    print_exactness(costs, dossiers)
    times = interleaved(contenders(costs, dossiers), repeat)
    print_speed(times, repeat)
    print()
    print_target(OURS, median(times[OURS]) / MICROSECONDS.nanoseconds, TARGET_MICROSECONDS, " µs")


if __name__ == "__main__":
    main()
