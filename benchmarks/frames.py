"""The yearly rule on very many paths: columns beside a kernel written by hand, OpenFisca and a plain copy.

uv run --group bench benchmarks/frames.py [--repeat N]
uv run --group bench benchmarks/frames.py --parquet ROWS
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
from measure import MILLISECONDS, Contender, interleaved, print_machine, print_target, print_times, ratio
from openfisca_rule import YEARS_IN_PATH, in_cents, openfisca_columns
from pyarrow import parquet

from clusterlaw.frames import yearly_subsidies
from clusterlaw.law.decree_2007 import REGIME_2007

PACKAGES = (
    "clusterlaw",
    "narwhals",
    "polars",
    "duckdb",
    "pandas",
    "pyarrow",
    "numpy",
    "openfisca-core",
)
SIZES = (10_000, 100_000, 1_000_000)
SEED = 20_070_118
FIRST_YEAR = 2008
COSTS = tuple(f"cost_{number}_cents" for number in range(1, 7))
OTHER = "other_public_funding_cents"
BLOCK = 16_384  # of the sizes from 4,096 to 131,072 the fastest here
CEILING = 16_000_000
TENTHS = np.array([0, 10, 10, 10, 8, 8, 8, 5, 5, 5], dtype=np.int64)
ASKED: dict[str, Any] = {
    "regime": REGIME_2007,
    "costs": COSTS,
    "other_public_funding": OTHER,
    "presumed": tuple({each.fact for each in REGIME_2007.conditions}),
    "outputs": ("subsidy_cents",),
}
ROWS_IN_FILE = 2_000_000
MOST_MEGABYTES = 500

KERNEL = "NumPy kernel, blocked"
POLARS = "frames on Polars, streaming"
LAZY = "same, lazy: nulls are possible"
OPENFISCA = "OpenFisca, from the same columns"
NETTED = "OpenFisca, costs netted for it"
COPY = "copy of the same bytes"


class Paths:
    """The same paths for every contender: whole cents, two fifths of the years above the ceiling."""

    def __init__(self, paths: int, seed: int = SEED) -> None:
        random = np.random.default_rng(seed)
        rows = paths * YEARS_IN_PATH
        self.columns = {"year": np.tile(np.arange(1, YEARS_IN_PATH + 1, dtype=np.int8), paths)}
        self.columns |= {name: random.integers(0, 5_000_000, rows) for name in COSTS}
        total = sum(self.columns[name] for name in COSTS)
        self.columns[OTHER] = np.minimum(random.integers(0, 2_000_000, rows), total)
        self.admitted = total - self.columns[OTHER]

    def kernel(self) -> Any:
        """Written by hand for this one law, in blocks that stay in the cache; nothing is checked, nothing may lack."""
        year, other, costs = self.columns["year"], self.columns[OTHER], [self.columns[name] for name in COSTS]
        found = np.empty(len(year), dtype=np.int64)
        buffer = np.empty(BLOCK, dtype=np.int64)
        for start in range(0, len(year), BLOCK):
            part = slice(start, min(start + BLOCK, len(year)))
            cents = buffer[: part.stop - start]
            np.add(costs[0][part], costs[1][part], out=cents)
            for column in costs[2:]:
                np.add(cents, column[part], out=cents)
            np.subtract(cents, other[part], out=cents)
            np.minimum(cents, CEILING, out=cents)
            np.multiply(cents, TENTHS[year[part]], out=cents)
            np.add(cents, 5, out=cents)
            np.floor_divide(cents, 10, out=found[part])
        return found

    def contenders(self) -> dict[str, Callable[[], Any]]:
        """What to run, by name; each returns its subsidies."""
        polars = pl.DataFrame(self.columns)
        arrow = pa.table(self.columns)
        pandas = pd.DataFrame(self.columns, copy=False)
        connection = duckdb.connect()
        netted = self.euros_by_year()
        return {
            COPY: lambda: [column.copy() for column in self.columns.values()],
            KERNEL: self.kernel,
            POLARS: lambda: yearly_subsidies(polars, **ASKED)["subsidy_cents"],
            LAZY: lambda: (
                yearly_subsidies(polars.lazy(), **ASKED).select("subsidy_cents").collect(engine="streaming").to_series()
            ),
            "frames on DuckDB": lambda: (
                yearly_subsidies(connection.from_arrow(arrow), **ASKED).select("subsidy_cents").fetchnumpy()
            )["subsidy_cents"],
            "frames on pandas": lambda: yearly_subsidies(pandas, **ASKED)["subsidy_cents"],
            OPENFISCA: lambda: openfisca_columns(FIRST_YEAR, self.euros_by_year()),
            NETTED: lambda: openfisca_columns(FIRST_YEAR, netted),
        }

    def euros_by_year(self) -> Any:
        """What OpenFisca is given: the costs less other funding, in euros as 32-bit floats, a row for each year."""
        cents = self.columns[COSTS[0]] + self.columns[COSTS[1]]
        for name in COSTS[2:]:
            cents += self.columns[name]
        cents -= self.columns[OTHER]
        by_year = cents.reshape(-1, YEARS_IN_PATH).T
        return np.divide(by_year, 100, dtype=np.float64).astype(np.float32, order="C")

    def off(self, name: str, found: Any) -> str:
        """Say which share of the subsidies is off by a cent or more."""
        if name == COPY:
            return ""
        if name in {OPENFISCA, NETTED}:
            found = np.array([in_cents(column) for column in found]).T.ravel()
        wrong = int((np.asarray(found) != self.lawful()).sum())
        return f"{wrong:,} ({wrong / len(self.admitted):.2%})"

    def lawful(self) -> Any:
        """The subsidies by another way: tenths of cents, cut into whole cents and a rest that is rounded half up."""
        capped = np.minimum(self.admitted, CEILING).reshape(-1, YEARS_IN_PATH)
        whole, rest = np.divmod(capped * TENTHS[1:], 10)
        return (whole + (rest >= 5)).ravel()


def status(field: str) -> int:
    """A figure of this process in megabytes (Linux)."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{field}:")) // 1_000


def print_peak(name: str, paths: int) -> None:
    """Print how much memory a contender takes beside its input, in this process of its own."""
    run = Paths(paths).contenders()[name]
    before = status("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="utf-8")  # the high-water mark starts again
    run()
    print(status("VmHWM") - before)


def processor_time(run: Callable[[], Any]) -> float:
    """Return the milliseconds of all cores together: what a contender costs, whoever else uses the machine."""
    found = []
    for _ in range(3):
        started = time.process_time_ns()
        run()
        found.append((time.process_time_ns() - started) / MILLISECONDS.nanoseconds)
    return min(found)


def peak(name: str, paths: int) -> str:
    command = [sys.executable, __file__, "--peak", name, "--paths", str(paths)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def compare(paths: int, repeat: int) -> None:
    data = Paths(paths)
    runs = data.contenders()
    print(f"\n{paths:,} paths, {paths * YEARS_IN_PATH:,} rows, {repeat} rounds")
    wrong = {name: data.off(name, run()) for name, run in runs.items()}
    times = interleaved([Contender(name, lambda _turn, run=run: run()) for name, run in runs.items()], repeat)
    print_times(times, unit=MILLISECONDS, reference=KERNEL)
    width = max(map(len, runs))
    print(f"\n{'':{width}} {'CPU ms':>9} {'MB beside the input':>20} {'off by a cent':>22}")
    for name, run in runs.items():
        print(f"{name:{width}} {processor_time(run):9.1f} {peak(name, paths):>20} {wrong[name]:>22}")
    if paths == max(SIZES):
        print()
        print_target(f"{POLARS} over {KERNEL}", ratio(times, POLARS, KERNEL), 1)
        print_target(f"{POLARS} over {OPENFISCA}", ratio(times, POLARS, OPENFISCA), 1 / 3)


def from_parquet_to_parquet(rows: int) -> None:
    """Write so many rows to Parquet files, then compute them in a process of its own; all of it is deleted."""
    with tempfile.TemporaryDirectory(prefix="clusterlaw-") as folder:
        for number, start in enumerate(range(0, rows, ROWS_IN_FILE)):
            paths = -(-min(ROWS_IN_FILE, rows - start) // YEARS_IN_PATH)
            table = pa.table(Paths(paths, seed=number).columns).slice(0, min(ROWS_IN_FILE, rows - start))
            parquet.write_table(
                table, Path(folder, f"costs-{number:04}.parquet"), compression="lz4", row_group_size=100_000
            )
        size = sum(file.stat().st_size for file in Path(folder).iterdir())
        print(f"\n{rows:,} rows, {size / 10**9:.1f} GB of Parquet, read, computed and written again")
        command = [sys.executable, __file__, "--stream", folder]
        subprocess.run(command, check=True)


def stream(folder: Path) -> None:
    started = time.perf_counter()
    costs = pl.scan_parquet(folder / "costs-*.parquet")
    found = yearly_subsidies(costs, **{**ASKED, "outputs": ("subsidy_cents", "status")})
    found.select("year", "subsidy_cents", "status").sink_parquet(folder / "subsidies.parquet", compression="lz4")
    seconds, megabytes = time.perf_counter() - started, status("VmHWM")
    answer = pl.scan_parquet(folder / "subsidies.parquet").select(pl.len(), (pl.col("status") == "determined").sum())
    written, determined = answer.collect(engine="streaming").row(0)
    print(f"{seconds:.1f} s; {written:,} rows written, {determined:,} of them determined")
    print_target("peak memory of the whole process", megabytes, MOST_MEGABYTES, " MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=15, metavar="N", help="rounds, 15 unless told")
    parser.add_argument("--paths", type=int, metavar="N", help="only so many paths")
    parser.add_argument("--parquet", type=int, metavar="ROWS", help="only from Parquet to Parquet, so many rows")
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    parser.add_argument("--stream", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peak:
        print_peak(given.peak, given.paths)
    elif given.stream:
        stream(given.stream)
    else:
        print_machine(PACKAGES)
        if given.parquet:
            from_parquet_to_parquet(given.parquet)
        else:
            for paths in (given.paths,) if given.paths else SIZES:
                compare(paths, given.repeat)


if __name__ == "__main__":
    main()
