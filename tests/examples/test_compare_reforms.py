"""The script that compares reforms, as a user runs it: its figures, both languages, its pictures, what it refuses."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from compare_reforms import SHOWN, main
from reform_arguments import ARGUMENTS

from clusterlaw import REFORMS, REGIMES, compare, funding_path
from clusterlaw.comparison_interchange import reforms_document
from clusterlaw.interchange import read_dossier

EXAMPLES = Path(__file__).parents[2] / "examples"
DOSSIERS = sorted((EXAMPLES / "dossiers").glob("*.json"))
LANGUAGES = ("fr", "en")


def plain(text: str) -> str:
    return re.sub("[\u202f\u00a0]", " ", text)


def test_without_arguments_it_compares_five_reforms_on_tweed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    text = plain(printed.out)
    assert max(map(len, text.splitlines())) <= 120
    # Year 4: 178,920.35 of admitted costs; 80 % of 160,000, 80 % of the costs, 80 % of 160,000 x 1.02^3 = 169,793.28,
    # 90 % and 100 % of 160,000, and 81.25 % of it: 100 less three of eight equal steps to 50
    year = "178 920,35    128 000,00     143 136,28    135 834,62    144 000,00    160 000,00    130 000,00"
    assert year in text
    # what the subsidy gains the own share loses
    assert "+140 878,44    +73 892,89    +50 396,88   +336 000,00    −23 611,30" in text
    assert "−140 878,44    −73 892,89    −50 396,88   −336 000,00    +23 611,30" in text
    assert "plafond sur la subvention : années 4 à 9, ordre des opérations" in text
    assert "Aucune de ces réformes n'est du droit" in text
    assert "illustratifs" in text


def test_json_prints_the_librarys_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json"]) == 0
    dossier = read_dossier((EXAMPLES / "dossiers" / "tweed.json").read_bytes())
    law = funding_path(dossier)
    found = {
        reform.name: compare(law, funding_path(dossier, regimes=reform.of(REGIMES, **ARGUMENTS[reform.name])))
        for reform in REFORMS
        if reform.name in SHOWN
    }
    assert json.loads(capsys.readouterr().out) == reforms_document(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda path: path.stem)
def test_every_reform_of_every_dossier_reads_well(
    dossier: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    every = [word for reform in REFORMS for word in ("--reform", reform.name)]
    assert main([str(dossier), "--lang", language, "--explain", "--years", "12", *every]) == 0
    printed = plain(capsys.readouterr().out)
    assert "None" not in printed.replace("None of these", "")
    assert "{" not in printed.replace("{hypothèses", "").replace("{assumptions", "")
    assert ("Total, subvention" if language == "fr" else "Total, subsidy") in printed
    assert all(reform.name in printed for reform in REFORMS)


def test_a_reform_that_changes_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(EXAMPLES / "dossiers" / "first-2024.json"), "--reform", "subsidy_ceiling", "--lang", "en"]) == 0
    printed = plain(capsys.readouterr().out)
    assert "[subsidy_ceiling]: same amount → touches no text of these years" in printed
    assert "ceiling on the subsidy: no amount changes" in printed


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "en", "--reform", "subsidy_ceiling"],
        [str(EXAMPLES / "dossiers" / "crossing-2024.json"), "--years", "15", "--reform", "no_degressivity"],
    ],
)
def test_the_picture_is_reproducible(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib", reason="the examples group is absent: uv run --group examples pytest")
    pictures = []
    for name in ("one.svg", "two.svg"):
        assert main([*arguments, "--plot", str(tmp_path / name)]) == 0
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith(b"<?xml")
    assert "two.svg" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [["--years", "0"], ["--years", "51"], ["--reform", "x"], ["--json", "--explain"], ["--lang", "nl"], ["a", "b"]],
)
def test_wrong_arguments_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("arguments", [["nowhere.json"], ["."], ["--plot", "nowhere/at/all.svg"]])
def test_what_cannot_be_read_or_written_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip()


def test_a_bad_dossier_exits_2_with_nothing_on_standard_output(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.json"
    dossier.write_bytes(b'{"format": "clusterlaw-dossier/2"}')
    command = [sys.executable, str(EXAMPLES / "compare_reforms.py"), str(dossier)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr


def test_help_speaks_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for language, words in (("fr", "Réformes à l'essai"), ("en", "Reforms on trial")):
        with pytest.raises(SystemExit, match="0"):
            main(["--help", "--lang", language])
        assert words in capsys.readouterr().out
