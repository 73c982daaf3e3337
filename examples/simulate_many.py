"""Simulate the subsidies of very many clusters over nine years, and show how their totals are distributed.

    uv run --group frames examples/simulate_many.py
    uv run --group spark examples/simulate_many.py --engine spark --paths 20000

The costs are invented, from a seed. They go through Parquet files batch by batch, so that any number of paths fits in
memory; the same code runs on Polars, DuckDB and Spark.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen
from command_line import HELP_LANG, REFUSED, language_of, run, speak_utf8, write_file
from path_words import money

from clusterlaw import Euro, Label
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.sources import Language

YEARS = 9
PATHS_IN_BATCH = 50_000
MOST_PATHS = 1_000_000_000
PERCENTILES = (5, 25, 50, 75, 95)
COSTS = ("staff_cents", "premises_cents", "studies_cents", "events_cents", "communication_cents", "other_costs_cents")
PARTS = (4_400, 1_300, 1_600, 1_200, 900, 600)  # of ten thousand: how a budget is spread over these, on average
OTHER = "other_public_funding_cents"
PRESUMED = tuple({each.fact for each in REGIME_2007.conditions})
BACKENDS = {"polars": "polars", "duckdb": "duckdb", "spark": "pyspark"}
GROUPS = {"pyspark": "spark", **dict.fromkeys(("narwhals", "polars", "duckdb", "numpy", "pyarrow", "pandas"), "frames")}

DESCRIPTION = Label(
    fr="Simulation de trajectoires de neuf ans (texte de 2007, coûts inventés) : distribution des subventions totales.",
    en="Simulation of nine-year paths (text of 2007, invented costs): distribution of the total subsidies.",
)
HELP_PATHS = Label(fr="nombre de trajectoires (1000000)", en="number of paths (1000000)")
HELP_ENGINE = Label(fr="moteur : polars (par défaut), duckdb, spark", en="engine: polars (default), duckdb, spark")
HELP_SEED = Label(fr="graine du hasard (2007)", en="seed of the random numbers (2007)")
HELP_JSON = Label(fr="écrire seulement le résultat en JSON", en="print only the result, as JSON")
HELP_PLOT = Label(fr="écrire aussi un graphique SVG", en="write an SVG chart too")
BAD_NUMBER = Label(fr="{!r} : donnez un nombre entier de {} à {}", en="{!r}: give a whole number from {} to {}")
NOT_INSTALLED = Label(
    fr="il manque {name} : lancez uv run --group {group} examples/simulate_many.py",
    en="{name} is missing: run uv run --group {group} examples/simulate_many.py",
)
WRITTEN = Label(fr="graphique écrit dans {file}", en="chart written to {file}")
TITLE = Label(
    fr="{paths} trajectoires de neuf ans, texte de 2007, coûts inventés (graine {seed}, {engine})",
    en="{paths} nine-year paths, text of 2007, invented costs (seed {seed}, {engine})",
)
TOTALS = Label(fr="Subvention totale d'une trajectoire, EUR", en="Total subsidy of a path, EUR")
PERCENTILE = Label(fr="{share} % des trajectoires au plus", en="{share}% of the paths at most")
MEAN = Label(fr="moyenne", en="mean")
SUM = Label(fr="Ensemble", en="All together")
CAPPED = Label(
    fr="Années où le plafond abaisse les coûts admis", en="Years in which the ceiling lowers the admitted costs"
)
COST = Label(fr="{seconds} s ; mémoire au plus haut : {memory}", en="{seconds} s; peak memory: {memory}")
UNKNOWN = Label(fr="inconnue", en="unknown")
RECEIVED = Label(
    fr="Montants dus si la subvention est octroyée, les conditions étant présumées remplies.",
    en="Amounts due if the subsidy is granted, its conditions presumed to hold.",
)


@frozen(kw_only=True)
class Simulation:
    """What a simulation found: the total of each path in cents, in rising order, and what it took."""

    engine: str
    seed: int
    totals: Any
    capped_years: int
    seconds: int
    peak_bytes: int | None

    @property
    def paths(self) -> int:
        """The number of paths."""
        return len(self.totals)

    def at_most(self, share: int) -> Euro:
        """Return the least total that so many hundredths of the paths do not exceed."""
        place = max(0, -(-self.paths * share // 100) - 1)
        return Euro.from_cents(int(self.totals[place]))

    @property
    def sum(self) -> Euro:
        """The total of all paths, exact beyond 64 bits."""
        return Euro.from_cents(sum(int(part.sum()) for part in _parts(self.totals)))

    @property
    def mean(self) -> Euro:
        """The mean total, rounded to the cent below."""
        return Euro.from_cents(self.sum.cents // self.paths)


def _parts(totals: Any) -> Iterator[Any]:
    for start in range(0, len(totals), PATHS_IN_BATCH):
        yield totals[start : start + PATHS_IN_BATCH]


def main(argv: list[str] | None = None) -> int:
    """Run the script and return its exit code: 0, or 2 where an argument, a file or a missing package stops it."""
    speak_utf8()
    argv = sys.argv[1:] if argv is None else argv
    language = language_of(argv)
    arguments = _arguments(argv, language)
    try:
        return run(lambda: _answer(arguments, language), language)
    except ModuleNotFoundError as error:
        name = (error.name or "").partition(".")[0]
        if name not in GROUPS:
            raise
        print(NOT_INSTALLED.text(language).format(name=name, group=GROUPS[name]), file=sys.stderr)
        return REFUSED


def _arguments(argv: list[str], language: Language) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=DESCRIPTION.text(language), allow_abbrev=False)

    def whole(least: int, most: int) -> Any:
        def read(text: str) -> int:
            if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) and least <= int(text) <= most:
                return int(text)
            raise argparse.ArgumentTypeError(BAD_NUMBER.text(language).format(text, least, most))

        return read

    paths, seed = whole(1, MOST_PATHS), whole(0, 2**63 - 1)
    parser.add_argument("--paths", type=paths, default=1_000_000, metavar="N", help=HELP_PATHS.text(language))
    parser.add_argument("--engine", choices=tuple(BACKENDS), default="polars", help=HELP_ENGINE.text(language))
    parser.add_argument("--seed", type=seed, default=2007, metavar="S", help=HELP_SEED.text(language))
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help=HELP_LANG.text(language))
    parser.add_argument("--json", action="store_true", help=HELP_JSON.text(language))
    parser.add_argument("--plot", metavar="FILE.svg", help=HELP_PLOT.text(language))
    return parser.parse_args(argv)


def _answer(arguments: argparse.Namespace, language: Language) -> str:
    if arguments.plot:  # so that a missing package is said before the work
        import simulation_plot
    found = simulate(arguments.paths, arguments.engine, arguments.seed)
    if arguments.plot:
        drawing = simulation_plot.distribution_svg(found, language=language)
        write_file(arguments.plot, drawing, dossier=os.devnull, written=WRITTEN, language=language)
    return _json_text(found) if arguments.json else _text(found, language)


def simulate(paths: int, engine: str, seed: int) -> Simulation:
    """Compute so many paths on an engine, batch by batch, from Parquet to Parquet."""
    import numpy as np

    started = time.monotonic()
    session = _session() if engine == "spark" else None
    totals, capped, done = np.empty(paths, dtype=np.int64), 0, 0
    with tempfile.TemporaryDirectory(prefix="clusterlaw-") as folder:
        for number, start in enumerate(range(0, paths, PATHS_IN_BATCH)):
            count = min(PATHS_IN_BATCH, paths - start)
            costs, sums = Path(folder, f"costs-{number}.parquet"), Path(folder, f"sums-{number}.parquet")
            write_costs(costs, count, seed, number)
            found, more = _totals(costs, sums, BACKENDS[engine], session)
            totals[start : start + count], capped, done = found, capped + more, done + count
            costs.unlink()
            _show_progress(done, paths)
        peak = _peak_bytes()
    totals.sort()
    seconds = round(time.monotonic() - started)
    return Simulation(engine=engine, seed=seed, totals=totals, capped_years=capped, seconds=seconds, peak_bytes=peak)


def write_costs(file: Path, paths: int, seed: int, batch: int) -> None:
    """Write the invented costs of a batch of paths: whole cents throughout, the same from the same seed."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet

    random = np.random.default_rng([seed, batch])
    rows = paths * YEARS
    year = np.tile(np.arange(1, YEARS + 1, dtype=np.int8), paths)
    # A first budget of EUR 40,000 to 240,000, mostly in between; up to 5 % more of it each year.
    budget = random.integers(4_000_000, 14_000_000, paths) + random.integers(0, 10_000_000, paths)
    growth = np.repeat(random.integers(0, 51, paths), YEARS)
    total = np.repeat(budget, YEARS) * (1_000 + growth * (year.astype(np.int64) - 1)) // 1_000
    columns = {"path": np.repeat(np.arange(paths, dtype=np.int32), YEARS), "year": year}
    for name, part in zip(COSTS, PARTS, strict=True):
        columns[name] = total * random.integers(part // 2, part + part // 2 + 1, rows) // 10_000
    spent = sum(columns[name] for name in COSTS)
    columns[OTHER] = spent * np.maximum(random.integers(-1_500, 2_001, rows), 0) // 10_000
    parquet.write_table(pa.table(columns), file, compression="lz4")


def _totals(costs: Path, sums: Path, backend: str, session: Any) -> tuple[Any, int]:
    """Return the total subsidy of each path and the number of years that the ceiling touched."""
    import narwhals.stable.v2 as nw
    from pyarrow import parquet

    from clusterlaw.frames import yearly_subsidies

    options = {} if session is None else {"session": session}
    years = yearly_subsidies(
        nw.scan_parquet(str(costs), backend=backend, **options).to_native(),
        regime=REGIME_2007,
        costs=COSTS,
        other_public_funding=OTHER,
        presumed=PRESUMED,
        outputs=("admitted_costs_cents", "capped_costs_cents", "subsidy_cents"),
    )
    lowered = (nw.col("capped_costs_cents") < nw.col("admitted_costs_cents")).cast(nw.Int64)
    by_path = (
        nw.from_native(years)
        .with_columns(lowered=lowered)
        .group_by("path")
        .agg(nw.col("subsidy_cents").sum(), nw.col("lowered").sum())
    )
    by_path.sink_parquet(str(sums))
    table = parquet.read_table(sums, columns=["subsidy_cents", "lowered"])
    return table["subsidy_cents"].to_numpy(), int(table["lowered"].to_numpy().sum())


def _session() -> Any:
    import warnings

    # Said on import of pandas' versions that only its own pandas functions mind; none is used here.
    warnings.filterwarnings("ignore", category=FutureWarning, module="pyspark")
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[*]")
        .appName("clusterlaw")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session


def _show_progress(done: int, paths: int) -> None:
    """Draw the bar on standard error, where somebody sees it."""
    if sys.stderr.isatty():
        filled = 40 * done // paths
        end = "\n" if done == paths else ""
        print(
            f"\r[{'#' * filled}{'.' * (40 - filled)}] {100 * done // paths:3} %", end=end, file=sys.stderr, flush=True
        )


def _peak_bytes() -> int | None:
    """Return the most memory that this process and those it started held so far, where the system tells (Linux)."""
    found = 0
    for process in ("self", *_children("self")):
        try:
            status = Path("/proc", process, "status").read_text(encoding="utf-8")
        except OSError:  # there is no such place on this system, or the process has ended
            continue
        lines = dict(line.split(":", 1) for line in status.splitlines())
        found += 1024 * int(lines.get("VmHWM", "0 kB").split()[0])
    return found or None


def _children(process: str) -> list[str]:
    found = []
    for file in Path("/proc", process, "task").glob("*/children"):
        for child in file.read_text(encoding="utf-8").split():
            found += [child, *_children(child)]
    return found


def _json_text(found: Simulation) -> str:
    document = {
        "format": "clusterlaw-simulation/1",
        "engine": found.engine,
        "seed": found.seed,
        "paths": found.paths,
        "years": YEARS,
        "total_subsidy_cents": found.sum.cents,
        "capped_years": found.capped_years,
        "percentiles_cents": {str(share): found.at_most(share).cents for share in PERCENTILES},
        "seconds": found.seconds,
        "peak_bytes": found.peak_bytes,
    }
    return json.dumps(document, indent=2) + "\n"


def _text(found: Simulation, language: Language) -> str:
    paths = money(Euro(found.paths), language)[:-3]
    lines = [TITLE.text(language).format(paths=paths, seed=found.seed, engine=found.engine), ""]
    rows = [(PERCENTILE.text(language).format(share=share), found.at_most(share)) for share in PERCENTILES]
    rows += [(MEAN.text(language), found.mean)]
    lines.append(TOTALS.text(language))
    lines += [f"  {words:40} {money(amount, language):>20}" for words, amount in rows]
    lines.append(f"{SUM.text(language):42} {money(found.sum, language):>20}")
    tenths = 1_000 * found.capped_years // (found.paths * YEARS)
    share = f"{tenths // 10}{',' if language == 'fr' else '.'}{tenths % 10} %"
    lines.append(f"{CAPPED.text(language):52} {share:>10}")
    megabytes = UNKNOWN.text(language) if found.peak_bytes is None else f"{found.peak_bytes // 10**6} MB"
    lines += ["", RECEIVED.text(language), COST.text(language).format(seconds=found.seconds, memory=megabytes)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
