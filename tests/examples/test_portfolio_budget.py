"""The example script on portfolios as a user runs it: its sums, its picture, its draws, and what bad input gets."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from portfolio_budget import main

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPT = EXAMPLES / "portfolio_budget.py"
SHIPPED = EXAMPLES / "portfolios" / "illustrative.json"
LANGUAGES = ("fr", "en")


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(["--json", *arguments]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return json.loads(printed.out)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("more", [[], ["--budget", "1000000", "--simulate", "20"], ["--years", "2020-2030"]])
def test_it_reads_well_in_both_languages(language: str, more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language, *more]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert max(map(len, printed.out.splitlines())) <= 120
    assert "None" not in printed.out
    assert "llustratif" in printed.out
    assert ("Par année civile" if language == "fr" else "By calendar year") in printed.out


def test_calendar_years_sum_to_subsidy_years(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, "--years", "2009-2013")
    for bound in ("subsidy_at_least_cents", "subsidy_at_most_cents"):
        parts = [found["before"], *found["calendar_years"], found["after"]]
        assert sum(each[bound] for each in parts) == sum(each[bound] for each in found["subsidy_years"])
    assert [year["calendar_year"] for year in found["calendar_years"]] == [2009, 2010, 2011, 2012, 2013]
    assert found["clusters"][:2] == ["TWEED", "Auto-Mobilité"]


def test_a_reform_of_one_cluster_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    portfolio = tmp_path / "one.json"
    given = {"format": "clusterlaw-portfolio/1", "name": "One", "clusters": [str(EXAMPLES / "dossiers" / "tweed.json")]}
    portfolio.write_text(json.dumps(given), encoding="utf-8")
    found = document(
        capsys, "--portfolio", str(portfolio), "--years", "2011-2011", "--reform", "subsidy_ceiling", "--lang", "en"
    )
    assert found["portfolio"] == "One (on trial, no law – ceiling on the subsidy)"
    # rest of 160,000.00 after 306/365: 25,863.01; 306/366 of year 4: 178,920.35 x 80 % = 143,136.28 -> 119,671.32
    assert [year["subsidy_cents"] for year in found["calendar_years"]] == [2_586_301 + 11_967_132]


def test_one_cluster_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tweed = str(EXAMPLES / "dossiers" / "tweed.json")
    portfolio = tmp_path / "one.json"
    given = {"format": "clusterlaw-portfolio/1", "name": "One", "clusters": [tweed]}
    portfolio.write_text(json.dumps(given), encoding="utf-8")
    found = document(capsys, "--portfolio", str(portfolio), "--years", "2008-2011", "--budget", "150000.00")
    # 306 of 365 days of 142,250.50 = 119,256.58; the rest 22,993.92 with 306/365 of 153,780.75 = 128,923.04
    amounts = [year["subsidy_cents"] for year in found["calendar_years"]]
    assert amounts[:2] == [11_925_658, 2_299_392 + 12_892_304]
    # the rest of 153,780.75 and 306/365 of 160,000: 24,857.71 + 134,136.99; then 25,863.01 + 306/366 of 128,000
    assert amounts[2:] == [2_485_771 + 13_413_699, 2_586_301 + 10_701_639]
    assert [year["exceeds_budget"] for year in found["calendar_years"]] == [False, True, True, False]
    half = document(capsys, "--portfolio", str(portfolio), "--years", "2008-2008", "--costs", "50")
    assert half["calendar_years"][0]["subsidy_cents"] == 5_962_829  # 71,125.25 x 306 / 365


def test_the_budget_is_held_against_each_year(capsys: pytest.CaptureFixture[str]) -> None:
    for budget, words in (
        ("1000000", "dépassé en 2010, 2011"),
        ("930000.5", "peut-être dépassé en 2012, 2013"),
        ("2000000", "respecté chaque année"),
    ):
        assert main(["--budget", budget, "--years", "2008-2016"]) == 0
        assert words in plain(capsys.readouterr().out)


def test_the_same_seed_gives_the_same_draws(capsys: pytest.CaptureFixture[str]) -> None:
    one, two, other = (document(capsys, "--simulate", "30", "--seed", seed) for seed in ("5", "5", "6"))
    assert one == two != other
    certain = document(capsys, "--simulate", "3", "--costs-range", "100-100", "--renewal", "100")
    for drawn, year in zip(certain["simulation"]["calendar_years"], certain["calendar_years"], strict=True):
        assert set(drawn["greatest_cents"]) == {year["subsidy_at_most_cents"]}


def test_the_parameters_of_the_draws_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--simulate", "5", "--costs-range", "97.5-120", "--renewal", "33.25", "--lang", "en"]
    assert main(arguments) == 0
    printed = capsys.readouterr().out.replace("\n", " ")
    assert "between 97.5% and 120%" in printed
    assert "chance of 33.25%" in printed


@pytest.mark.parametrize("more", [[], ["--budget", "900000", "--simulate", "20"], ["--years", "2007-2040"]])
def test_the_picture_is_reproducible(more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib", reason="the examples group is absent: uv run --group examples pytest")
    pictures = []
    for name in ("one.svg", "two.svg"):
        assert main(["--plot", str(tmp_path / name), *more]) == 0
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith(b"<?xml")
    assert name in capsys.readouterr().err


def test_years_that_nothing_bounds_are_drawn_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    portfolio = tmp_path / "open.json"
    crossing = str(EXAMPLES / "dossiers" / "crossing-2024.json")
    given = {"format": "clusterlaw-portfolio/1", "name": "x" * 80, "clusters": [crossing, "missing.json"][:1]}
    portfolio.write_text(json.dumps(given), encoding="utf-8")
    arguments = ["--portfolio", str(portfolio), "--years", "2026-2034", "--budget", "1"]
    assert main([*arguments, "--plot", str(tmp_path / "x.svg"), "--lang", "en"]) == 0
    assert "no upper bound" in capsys.readouterr().out
    assert main([*arguments, "--simulate", "1"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "rien ne borne la subvention" in printed.err


BAD = {
    "empty": b"",
    "not json": b"{",
    "format": b'{"format": "clusterlaw-dossier/1"}',
    "no cluster": b'{"format": "clusterlaw-portfolio/1", "name": "x", "clusters": []}',
    "absent file": b'{"format": "clusterlaw-portfolio/1", "name": "x", "clusters": ["absent.json", ".", "a\\u0000b"]}',
    "large": b" " * 10_000_001,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_exits_2_with_nothing_on_standard_output(name: str, tmp_path: Path) -> None:
    portfolio = tmp_path / "portfolio.json"
    portfolio.write_bytes(BAD[name])
    command = [sys.executable, str(SCRIPT), "--portfolio", str(portfolio)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr
    if name == "absent file":
        assert [line.partition(":")[0] for line in run.stderr.splitlines()] == [
            f"clusters[{place}]" for place in range(3)
        ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--portfolio", "nowhere.json"],
        ["--plot", "nowhere/at/all.svg"],
        ["--plot", str(SHIPPED)],
        ["--years", "2050-2060"],
        ["--costs", "1000", "--portfolio", "HUGE"],
    ],
)
def test_what_cannot_be_done_exits_2(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    huge = tmp_path / "huge.json"
    dossier = json.loads((EXAMPLES / "dossiers" / "tweed.json").read_bytes())
    dossier["years"][0]["costs"][0]["amount_cents"] = 10**15
    huge.write_text(
        json.dumps({"format": "clusterlaw-portfolio/1", "name": "x", "clusters": [dossier]}), encoding="utf-8"
    )
    assert main([str(huge) if each == "HUGE" else each for each in arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip()
    assert "clusterlaw-portfolio/1" in SHIPPED.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--years", "2008"],
        ["--years", "2010-2008"],
        ["--years", "1999-2008"],
        ["--budget", "x"],
        ["--budget", "1.234"],
        ["--budget", "-1"],
        ["--costs", "1001"],
        ["--costs", "1e2"],
        ["--simulate", "0"],
        ["--simulate", "100001"],
        ["--seed", "-1"],
        ["--costs-range", "110-90"],
        ["--costs-range", "90"],
        ["--renewal", "101"],
        ["--lang", "de"],
    ],
)
def test_wrong_arguments_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert capsys.readouterr().out == ""


def test_the_shipped_portfolio_says_that_it_is_illustrative() -> None:
    shipped = json.loads(SHIPPED.read_text(encoding="utf-8"))
    assert "illustratif" in shipped["name"]
    assert "inventés" in shipped["note"]
    for cluster in shipped["clusters"]:
        if not isinstance(cluster, str):
            assert "(illustratif)" in cluster["cluster"]["name"]
