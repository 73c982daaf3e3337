"""The simulation as a user runs it: the same figures on every engine, and those of the scalar rule."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

for module in ("narwhals", "polars", "pandas", "pyarrow", "duckdb"):
    pytest.importorskip(module, reason="the frames group is absent: uv run --group frames pytest")

import simulate_many
from pyarrow import parquet

from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.rules.subsidy import capped, percentage_of, rate_of_year

PATHS = 120


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert simulate_many.main(["--paths", str(PATHS), "--json", *arguments]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    del found["seconds"], found["peak_bytes"]
    return found


def scalar_totals(file: Path) -> list[int]:
    """What the scalar rule makes of the same file of costs, row by row."""
    totals: dict[int, int] = {}
    for row in parquet.read_table(file).to_pylist():
        costs = sum(row[name] for name in simulate_many.COSTS) - row[simulate_many.OTHER]
        band = rate_of_year(
            year=row["year"],
            prior_years=0,
            years_under_earlier_texts=0,
            reading="counts_from_first_subsidy",
            rates=REGIME_2007.rates,
        )
        subsidy = percentage_of(cents=capped(cents=costs, ceiling_cents=16_000_000), band=band, rounding="half_up")
        totals[row["path"]] = totals.get(row["path"], 0) + (subsidy or 0)
    return sorted(totals.values())


def test_it_finds_what_the_scalar_rule_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    simulate_many.write_costs(tmp_path / "costs.parquet", PATHS, 2007, 0)
    totals = scalar_totals(tmp_path / "costs.parquet")
    found = document(capsys)
    assert found["total_subsidy_cents"] == sum(totals)
    assert found["percentiles_cents"] == {
        str(share): totals[-(-PATHS * share // 100) - 1] for share in simulate_many.PERCENTILES
    }


def test_every_engine_and_size_of_batch_finds_the_same(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_polars, on_duckdb = document(capsys), document(capsys, "--engine", "duckdb")
    assert on_polars.pop("engine") == "polars"
    assert on_duckdb.pop("engine") == "duckdb"
    assert on_polars == on_duckdb
    assert document(capsys, "--seed", "1")["total_subsidy_cents"] != on_polars["total_subsidy_cents"]
    monkeypatch.setattr(simulate_many, "PATHS_IN_BATCH", 50)
    assert document(capsys)["paths"] == PATHS


@pytest.mark.spark
def test_spark_finds_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyspark", reason="the spark group is absent: uv run --group spark pytest")
    assert simulate_many.main(["--paths", str(PATHS), "--engine", "spark", "--json"]) == 0
    on_spark = json.loads(capfd.readouterr().out)
    assert simulate_many.main(["--paths", str(PATHS), "--json"]) == 0
    on_polars = json.loads(capfd.readouterr().out)
    assert on_spark["percentiles_cents"] == on_polars["percentiles_cents"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_reads_well_and_draws(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib", reason="the examples group is absent: uv run --group examples pytest")
    pictures = []
    for name in ("one.svg", "two.svg"):
        assert simulate_many.main(["--paths", "120", "--lang", language, "--plot", str(tmp_path / name)]) == 0
        pictures.append((tmp_path / name).read_bytes())
        printed = capsys.readouterr()
        assert ("coûts inventés" if language == "fr" else "invented costs") in printed.out
        assert max(map(len, printed.out.splitlines())) <= 120
        assert name in printed.err
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(("missing", "group"), [("polars", "frames"), ("pyspark", "spark")])
def test_a_missing_package_is_said_with_its_command(
    missing: str, group: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == missing]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    engine = "spark" if missing == "pyspark" else "polars"
    assert simulate_many.main(["--paths", "1", "--engine", engine, "--lang", "en"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"{missing} is missing: run uv run --group {group} examples/simulate_many.py" in printed.err


@pytest.mark.parametrize("arguments", [["--paths", "0"], ["--paths", "1e6"], ["--engine", "excel"], ["--seed", "-1"]])
def test_wrong_arguments_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        simulate_many.main(arguments)
    assert capsys.readouterr().out == ""


def test_progress_is_drawn_where_somebody_sees_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert simulate_many.main(["--paths", "3", "--json"]) == 0
    assert "100 %" in capsys.readouterr().err
