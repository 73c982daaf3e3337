"""What the benchmarks share: interleaved timing, and the short table that they print."""

from __future__ import annotations

import argparse
import gc
import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns

Times = dict[str, list[float]]  # by the name of the contender: nanoseconds per unit, one figure for each round


@dataclass(frozen=True)
class Contender:
    """Something to time: `run` is given the number of the round and does `units` units of work."""

    name: str
    run: Callable[[int], object]
    units: int = 1


@dataclass(frozen=True)
class Unit:
    """A unit of time to print in."""

    name: str
    nanoseconds: int


MICROSECONDS = Unit("µs", 1_000)
MILLISECONDS = Unit("ms", 1_000_000)


def repeat_from_command_line(description: str | None, default: int) -> int:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--repeat", type=_rounds, default=default, metavar="N", help=f"rounds, {default} unless told")
    repeat: int = parser.parse_args().repeat
    return repeat


def _rounds(text: str) -> int:
    rounds = int(text)
    if rounds < 2:
        raise argparse.ArgumentTypeError(f"{rounds} is too few; give at least 2 rounds")
    return rounds


def interleaved(contenders: Sequence[Contender], repeat: int) -> Times:
    """Time each contender once a round, after a round that is not counted; who goes first moves on every round."""
    for contender in contenders:
        contender.run(0)
    times: Times = {contender.name: [] for contender in contenders}
    for turn in range(repeat):
        first = turn % len(contenders)
        for contender in (*contenders[first:], *contenders[:first]):
            times[contender.name].append(_timed(contender, turn))
    return times


def _timed(contender: Contender, turn: int) -> float:
    gc.collect()  # so that none pays for what another left; the collector stays on
    start = perf_counter_ns()
    contender.run(turn)
    return (perf_counter_ns() - start) / contender.units


def print_machine(packages: Sequence[str]) -> None:
    versions = ", ".join(f"{package} {version(package)}" for package in packages)
    print(f"Python {platform.python_version()}, {versions}")
    print(f"{_processor()}, {os.cpu_count()} logical processors, {platform.system()} {platform.machine()}")


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def print_times(times: Times, *, unit: Unit, reference: str) -> None:
    """Print a line for each contender; the ratio is that of its median to the median of `reference`."""
    width = max(map(len, times))
    print(f"\n{unit.name:{width}} {'median':>9} {'minimum':>9} {'middle half':>19} {'ratio':>7}")
    for name, found in times.items():
        lower, middle, upper = (each / unit.nanoseconds for each in quantiles(found, n=4))
        least = min(found) / unit.nanoseconds
        spread = f"{lower:.1f} to {upper:.1f}"
        print(f"{name:{width}} {middle:9.1f} {least:9.1f} {spread:>19} {ratio(times, name, reference):7.2f}")


def ratio(times: Times, name: str, reference: str) -> float:
    """Return the ratio of two medians of one run."""
    return median(times[name]) / median(times[reference])


def print_target(what: str, found: float, limit: float, unit: str = "") -> None:
    verdict = "met" if found <= limit else "NOT MET"
    print(f"target {verdict}: {what} {found:.2f}{unit}, at most {limit:g}{unit}")
