"""The example script as a user runs it: its output, its pictures, and what bad input gets."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from nine_year_path import main

EXAMPLES = Path(__file__).parents[2] / "examples"
DOSSIERS = sorted((EXAMPLES / "dossiers").glob("*.json"))

# Sums of the shipped dossiers, from their lines by hand: see the comments.
TWEED = [14_225_050, 15_378_075, 16_000_000, 12_800_000, 12_800_000, 12_800_000, 8_000_000, 8_000_000, 8_000_000]


def test_without_arguments_it_runs_tweed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "TWEED (ASBL) : trajectoire de financement" in printed.out
    # 142,250.50 + 153,780.75 at 100 %, 160,000 capped, three times 160,000 x 80 %, three times 160,000 x 50 %
    assert sum(TWEED) == 108_003_125
    assert "1 080 031,25" in printed.out.replace("\u202f", " ").replace("\u00a0", " ")
    assert "31/10/2010" in printed.out  # four months before 01/03/2011, the day before
    assert max(map(len, printed.out.splitlines())) <= 120


def test_json_prints_the_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "clusterlaw-path/1"
    assert [year["subsidy_cents"] for year in document["years"]] == TWEED
    assert document["total_subsidy_cents"] == sum(TWEED)
    assert list(document) == ["format", "cluster", "years", "total_subsidy_cents", "unused"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda path: path.stem)
def test_every_dossier_reads_well_in_both_languages(
    dossier: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(dossier), "--lang", language, "--explain", "--years", "12"]) == 0
    printed = capsys.readouterr().out
    assert ("Hypothèses :" if language == "fr" else "Assumptions:") in printed
    assert "None" not in printed
    assert ("illustrati" in printed) is True


@pytest.mark.parametrize(
    ("reading", "language", "marked"),
    [
        # Not renewed in 2011: in 2014 the subsidy is open again, closed for good, or the texts do not tell.
        ("may_resume", "fr", "✓ subvention encore ouverte"),
        ("may_resume", "en", "✓ subsidy still open"),
        ("ends", "fr", "✗ subvention encore ouverte"),
        ("ends", "en", "✗ subsidy still open"),
        (None, "fr", "? subvention encore ouverte"),
        (None, "en", "? subsidy still open"),
    ],
)
def test_a_subsidy_that_lapsed_is_open_or_not_and_never_kept(
    reading: str | None, language: str, marked: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = {
        "format": "clusterlaw-dossier/1",
        "cluster": {"name": "x", "legal_form": "asbl"},
        "recognised_on": "2008-03-01",
        "prior_subsidy_years": 1,
        "renewals": [
            {"starts_on": "2011-03-01", "new_action_plan": False, "new_objectives": True},
            {"starts_on": "2014-03-01", "favourable_evolution": True},
        ],
        "years": [],
        "assumptions": {} if reading is None else {"lapsed_subsidy": reading},
    }
    (tmp_path / "lapsed.json").write_text(json.dumps(document), encoding="utf-8")
    assert main([str(tmp_path / "lapsed.json"), "--lang", language]) == 0
    printed = capsys.readouterr().out.replace("\u00a0", " ")
    assert printed.count(marked) == 1
    assert "jusque-là" not in printed
    assert "until then" not in printed


def test_there_are_dossiers_of_every_kind() -> None:
    assert [path.stem for path in DOSSIERS] == ["auto-mobilite", "crossing-2024", "first-2024", "tweed"]
    for path in DOSSIERS:
        assert "illustrati" in path.read_text(encoding="utf-8")


def test_the_picture_is_reproducible(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib", reason="the examples group is absent: uv run --group examples pytest")
    pictures = []
    for name in ("one.svg", "two.svg"):
        assert main(["--plot", str(tmp_path / name)]) == 0
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith(b"<?xml")
    assert name in capsys.readouterr().err


BAD = {
    "empty": b"",
    "not json": b"{",
    "wrong format": b'{"format": "clusterlaw-dossier/2"}',
    "nan": b'{"format": "clusterlaw-dossier/1", "recognised_on": NaN}',
    "deep": b"[" * 100_000,
    "bom": b"\xef\xbb\xbf{}",
    "large": b" " * 10_000_001,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_exits_2_with_nothing_on_standard_output(name: str, tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.json"
    dossier.write_bytes(BAD[name])
    command = [sys.executable, str(EXAMPLES / "nine_year_path.py"), str(dossier)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("arguments", [["nowhere.json"], ["."], ["--plot", "nowhere/at/all.svg"]])
def test_what_cannot_be_read_or_written_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip()


@pytest.mark.skipif(os.name != "posix", reason="only there an argument can be other than text")
@pytest.mark.parametrize("before", [["--json"], [str(DOSSIERS[0]), "--json"], ["--lang"], ["--years"], []])
def test_an_argument_that_is_no_text_exits_2(before: list[str]) -> None:
    command = [sys.executable, str(EXAMPLES / "nine_year_path.py"), *before, b"\xff"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (run.returncode, run.stdout) == (2, "")
    assert "\\udcff" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("arguments", [["--years", "0"], ["--years", "51"], ["--years", "x"], ["--json", "--explain"]])
def test_wrong_arguments_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert capsys.readouterr().out == ""
