"""The script on the plateau of § 1.4, as a user runs it: its figures, both languages, its pictures, what it refuses."""

import json
import re
from pathlib import Path

import pytest
from plateau import FIRST_COSTS, GROWTH, OWN_MEANS, main

from clusterlaw import plateau
from clusterlaw.plateaus import plateau_document


def plain(text: str) -> str:
    return re.sub("[\u202f\u00a0]", " ", text)


def test_without_arguments_it_checks_the_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    text = plain(printed.out)
    assert max(map(len, text.splitlines())) <= 120
    # Year 4: 142,250.50 + 3 x 10,000; 80 % of 160,000 and of the costs; 60,000 + 128,000 and 60,000 + 160,000
    assert re.search(r"172 250,50 +80 += 128 000,00 +44 250,50 +188 000,00 +137 800,40 +34 450,10 +220 000,00", text)
    text = " ".join(text.split())
    assert "§ 1.4 (dégressivité et diversification des sources), en substance" in text
    assert "✓ dès que les coûts atteignent le plafond, la subvention ne croît plus : oui, années 4 à 9" in text
    assert "oui, années 4 à 6 ; non, années 7 à 9" in text
    assert "Le constat est confirmé en partie" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--own-means", "100000"], "These figures bear the finding out."),
        (["--own-means", "10"], "The finding is borne out in part"),
        (["--years", "1"], "These figures do not put the finding to the test."),
        (["--first-costs", "0", "--growth", "0"], "does not arise with these costs"),
        (["--years", "50", "--first-costs", "9999999999.99", "--growth", "9999999999.99"], "EUR"),
    ],
)
def test_in_english(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", *arguments]) == 0
    text = plain(capsys.readouterr().out)
    assert words in text
    assert "None" not in text
    assert max(map(len, text.splitlines())) <= 120


def test_json_prints_the_librarys_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json"]) == 0
    found = plateau(first_costs=FIRST_COSTS, yearly_growth=GROWTH, own_means=OWN_MEANS)
    assert json.loads(capsys.readouterr().out) == plateau_document(found)


@pytest.mark.parametrize("arguments", [["--lang", "en", "--years", "30"], ["--years", "1", "--first-costs", "0"]])
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
    [
        ["--first-costs", "-1"],
        ["--first-costs", "1,5"],
        ["--growth", "1.234"],
        ["--own-means", "x"],
        ["--own-means", "1" * 11],
        ["--years", "0"],
        ["--years", "51"],
        ["dossier.json"],
    ],
)
def test_wrong_arguments_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert capsys.readouterr().out == ""


def test_what_cannot_be_written_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--plot", "nowhere/at/all.svg"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip()


def test_help_speaks_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for language, words in (("fr", "Le plafonnement de l'activité"), ("en", "The plateau of the activity")):
        with pytest.raises(SystemExit, match="0"):
            main(["--help", "--lang", language])
        assert words in capsys.readouterr().out
