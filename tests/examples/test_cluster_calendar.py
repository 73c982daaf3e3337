"""The calendar script as a user runs it: the life, a day of it, the files it writes, and what bad input gets."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cluster_calendar import main

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted([*(EXAMPLES / "dossiers").glob("*.json"), *(EXAMPLES / "histories").glob("*.json")])
HISTORIES = EXAMPLES / "histories"


def plain(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


def test_without_arguments_it_tells_the_life_of_tweed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    text = plain(printed.out)
    for words in (
        "TWEED (ASBL) : vie et échéances",
        "01/03/2008 début de la période de reconnaissance 1 (texte de 2007) [art. 2, al. 1er]",
        # four months before 01/03/2011, the day before
        "31/10/2010 dernier jour pour demander le renouvellement de la période 1, fait le 15/10/2010 – le cluster "
        "[art. 6, al. 1er, source officielle]",
        "01/09/2010 – 28/02/2011 évaluation globale de la période 1, si la subvention est octroyée",
        "pourcentage des coûts : 100 % → 80 %, dès l'année 4",
        "dès le 01/07/2010 évaluation externe de la politique due",
        "évaluation de la politique de clustering finalisée en septembre 2011 – le Gouvernement [art. 9]",
        "(présumé)",
        "la reconnaissance a-t-elle été renouvelée à ce terme ? (events.renewed)",
    ):
        assert words in text
    assert max(map(len, printed.out.splitlines())) <= 120


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_file_reads_well_in_both_languages(file: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), "--lang", language, "--on", "2025-06-01"]) == 0
    printed = capsys.readouterr().out
    assert ("Hypothèses" if language == "fr" else "Assumptions") in printed
    assert "None" not in printed
    assert max(map(len, printed.splitlines())) <= 120
    assert "illustrati" in file.read_text(encoding="utf-8").lower()
    assert "illustrati" in printed.lower()


def test_there_are_histories_of_every_kind() -> None:
    assert [path.stem for path in sorted(HISTORIES.glob("*.json"))] == [
        "auto-mobilite",
        "crossing-2024",
        "withdrawn-and-back",
    ]


@pytest.mark.parametrize(
    ("file", "day", "words"),
    [
        (
            "auto-mobilite",
            "2007-09-20",
            ("reconnaissance demandée, subvention antérieure au décret maintenue", "cluster pilote (art. 10)"),
        ),
        ("auto-mobilite", "2010-05-01", ("période 1, année 3, rang 9", "ouvert, encore 30 jours : dernier jour")),
        (
            "crossing-2024",
            "2024-09-15",
            ("période 1, année 3, rang 3, texte de 2007 (texte de 2024 en vigueur)", "dans 47 jours : évaluation"),
        ),
        ("crossing-2024", "2026-12-20", ("sans date : évaluation à mi-parcours", "half_way_evaluation_after_2025")),
        ("withdrawn-and-back", "2014-10-01", ("reconnaissance retirée, pas de subvention", "année 3, 28/02/2014")),
        ("withdrawn-and-back", "2026-03-10", ("subvention peut-être perdue", "rang ?", "extent_of_loss")),
    ],
)
def test_a_day_of_a_life(file: str, day: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(HISTORIES / f"{file}.json"), "--on", day]) == 0
    text = plain(capsys.readouterr().out)
    assert [each for each in words if each not in text] == []


def test_without_a_day_nothing_is_said_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en"]) == 0
    text = capsys.readouterr().out
    assert "overdue" not in text
    assert "On 2" not in text
    assert main(["--json"]) == 0
    assert json.loads(capsys.readouterr().out)["on"] is None


def test_json_prints_the_document_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "--on", "2010-12-01"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == [
        "format",
        "cluster",
        "moments",
        "periods",
        "incomplete_years",
        "entries",
        "on",
        "unused",
    ]
    assert (document["format"], document["cluster"]) == ("clusterlaw-calendar/1", "TWEED")
    assert [(each["starts_on"], each["ends_before"]) for each in document["periods"]] == [
        ("2008-03-01", "2011-03-01"),
        ("2011-03-01", "2014-03-01"),
        ("2014-03-01", "2017-03-01"),
    ]
    assert (document["on"]["state"], document["on"]["year"], document["on"]["ranks"]) == ("renewal_requested", 3, [3])
    standing = {
        document["entries"][each["entry"]]["kind"]: each["status"]
        for each in document["on"]["entries"]
        if document["entries"][each["entry"]]["period"] == 1
    }
    assert (standing["renewal_request"], standing["global_evaluation"]) == ("done", "open")


def test_two_lives_that_differ_in_one_event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads((EXAMPLES / "dossiers/tweed.json").read_text(encoding="utf-8"))
    document |= {"format": "clusterlaw-history/1", "events": []}
    lives = []
    for events in ([], [{"event": "withdrawn", "on": "2012-10-01"}]):
        file = tmp_path / "life.json"
        file.write_text(json.dumps(document | {"events": events}), encoding="utf-8")
        assert main([str(file), "--json"]) == 0
        lives.append(json.loads(capsys.readouterr().out))
    whole, cut = ({(each["kind"], each["period"], each["number"]): each for each in life["entries"]} for life in lives)
    # Withdrawn in year 5: no renewal of period 2, no evaluation in its last six months, no period 3, data kept to 2022.
    gone = {kind for kind, period, _ in set(whole) - set(cut) if period == 2}
    assert gone == {"renewal_request", "global_evaluation", "subsidy_year_starts", "subsidy_year_ends"}
    assert {period for _, period, _ in cut} == {0, 1, 2}
    assert cut["period_ends", 2, 0]["ends_before"] == "2012-10-01"
    assert [(each["year"], each["kept_before"]) for each in lives[1]["incomplete_years"]] == [(5, "2012-10-01")]
    assert lives[1]["unused"] == ["renewals[2014-03-01]"]
    for kind in ("renewal_request", "global_evaluation"):
        assert whole[kind, 1, 0] == cut[kind, 1, 0]  # what came before is untouched
    assert ("personal_data", 0, 0) in whole
    assert ("personal_data", 0, 0) not in cut  # ten years from 1 January 2013 end before the article came, in 2024


def test_the_files_are_written_and_reproducible(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for module in ("matplotlib", "icalendar"):
        pytest.importorskip(module, reason="the examples group is absent: uv run --group examples pytest")
    written = []
    for name in ("one", "two"):
        svg, ics = tmp_path / f"{name}.svg", tmp_path / f"{name}.ics"
        arguments = [str(HISTORIES / "crossing-2024.json"), "--plot", str(svg), "--ics", str(ics), "--on", "2026-12-20"]
        assert main(arguments) == 0
        written.append((svg.read_bytes(), ics.read_bytes()))
        printed = capsys.readouterr()
        assert f"{name}.svg" in printed.err
        assert f"{name}.ics" in printed.err
    assert written[0] == written[1]
    assert written[0][0].startswith(b"<?xml")
    assert b"DTSTAMP:20261220T000000Z" in written[0][1]


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_life_can_be_drawn(file: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the examples group is absent: uv run --group examples pytest")
    assert main([str(file), "--plot", str(tmp_path / "life.svg"), "--ics", str(tmp_path / "life.ics"), "--json"]) == 0
    assert (tmp_path / "life.svg").stat().st_size > 10_000


BAD = {
    "empty": b"",
    "not json": b"{",
    "wrong format": b'{"format": "clusterlaw-history/2"}',
    "nan": b'{"format": "clusterlaw-history/1", "recognised_on": NaN}',
    "deep": b"[" * 100_000,
    "bom": b"\xef\xbb\xbf{}",
    "large": b" " * 10_000_001,
    "refused by the law": b'{"format": "clusterlaw-history/1", "cluster": {"name": "x", "legal_form": "asbl"}, '
    b'"recognised_on": "2026-02-01", "events": [{"event": "opinion_on_withdrawal", "on": "2026-03-01"}]}',
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_exits_2_with_nothing_on_standard_output(name: str, tmp_path: Path) -> None:
    history = tmp_path / "history.json"
    history.write_bytes(BAD[name])
    command = [sys.executable, str(EXAMPLES / "cluster_calendar.py"), str(history)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.json"],
        ["."],
        ["--plot", "nowhere/at/all.svg"],
        ["--ics", "nowhere/at/all.ics"],
        ["--on", "2007-06-30"],
    ],
)
def test_what_cannot_be_read_or_written_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip()


def test_the_dossier_itself_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tweed.json"
    content = (EXAMPLES / "dossiers/tweed.json").read_bytes()
    file.write_bytes(content)
    assert main([str(file), "--ics", str(file)]) == 2
    assert file.read_bytes() == content
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments", [["--on"], ["--on", "x"], ["--on", "2025-02-30"], ["--on", "20250201"], ["--lang", "nl"]]
)
def test_wrong_arguments_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert capsys.readouterr().out == ""
