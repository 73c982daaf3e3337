"""The second example script as a user runs it: each shipped file in both languages, its draft, and what is refused."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from assess_application import main

from clusterlaw import assess
from clusterlaw.application_interchange import assessment_document, read_application

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPT = EXAMPLES / "assess_application.py"
APPLICATIONS = sorted((EXAMPLES / "applications").glob("*.json"))
LANGUAGES = ("fr", "en")

MET, NOT_MET, OPEN = "met", "not_met", "cannot_be_told"
# By hand, from the texts. Sound: 8 conditions of art. 1, six axes, the opinion. Gap: no action for the fifth axis, no
# reason on the eighth criterion. Renewal: an association de fait had to take another form. 2024: a commitment alone for
# the fourth mission. 2026: regional added value not appraised; 99 companies in order, the fees of another unknown.
CONCLUSIONS = {
    "first-2024": (OPEN, OPEN, {"innovation_in_transitions"}, [1]),
    "first-2026": (OPEN, OPEN, {"regional_added_value"}, [1, 2]),
    "gap-2008": (NOT_MET, NOT_MET, {"exchange_between_clusters", "opinion"}, None),
    "renewal-association-de-fait": (NOT_MET, NOT_MET, {"legal_form"}, None),
    "sound-2008": (MET, MET, set(), None),
}
# What a reader must find on the page.
SAID = {
    ("first-2024", "fr"): [
        "? Reconnaissance : ne peut encore être tranché",
        "✓ Catégorie 1",
        "! constats défavorables de l'avis : pérennité possible",
        "suffirait : réaliser l'action « Accompagnement des transitions » (actions[3].status)",
        "Entreprise 4 (cotisation de 249,99 EUR), Entreprise 5 (cotisation de 250,00 EUR, payée le 02/09/2024)",
        "11 critères sur 11 motivés art. 5, al. 1er, 1° à 11°",
        "voix délibératives comptées : pour 3, contre 1, abstention 1",
        "acteurs recensés 210 (cible 200)",
    ],
    ("first-2026", "fr"): [
        "? Catégorie 1 ou 2",
        "manque : Entreprise 101, les cotisations de ce membre (applicant.members[100].fees)",
        "01/04/2026–31/03/2027, 1 an",
    ],
    ("gap-2008", "fr"): [
        "✗ Reconnaissance : les conditions ne sont pas réunies",
        "non rempli (2 sur 15) : échanges entre clusters ; avis du comité d'examen, complet en droit",
        "✗ échanges entre clusters : aucune action art. 2, al. 1er, 5°",
        "suffirait : ajouter au plan une action réalisée, ou un engagement, sur ce point (actions)",
        "✗ 9 critères sur 10 motivés",
        "– additionnalité de l'action publique : l'avis n'en dit rien art. 5, al. 1er, 8°",
        "voix non comptée : Membre C (pour) – le mandat ne court pas ce jour-là",
        "aucun texte ne règle : quorum, majorité, partage des voix",
    ],
    ("renewal-association-de-fait", "fr"): [
        "Reconnu le 01/03/2008 ; années 4 à 6 · renouvellement à demander au plus tard le 31/10/2010",
        "! demande déposée le 10/11/2010, après le dernier jour (31/10/2010)",
        "suffirait : avoir, au 01/03/2011, la forme ASBL, GIE ou GEIE (applicant.legal_forms)",
        "6 01/03/2013 28/02/2014 3 3 0 0 ! réalisations seules",
    ],
    ("sound-2008", "fr"): [
        "✓ Reconnaissance : les conditions sont réunies : le Gouvernement peut reconnaître",
        "✓ Subvention : les conditions sont réunies : le Gouvernement peut octroyer",
        "voix consultatives, non comptées : Membre D (pour), Membre E (abstention)",
    ],
    ("gap-2008", "en"): [
        "✗ Recognition: the conditions are not met",
        "✗ exchange between clusters: no action art. 2 al. 1 5°",
        "would do: completing the opinion by a reason on “additionality of public action” (opinion.criteria)",
        "✗ 9 criteria of 10 reasoned art. 5 al. 1 1° to 10°",
        "vote not counted: Membre C (for) – the mandate does not run on that day",
    ],
    ("renewal-association-de-fait", "en"): ["6 2013-03-01 2014-02-28 3 3 0 0 ! outputs only"],
}


def plain(text: str) -> str:
    """Return a page as running words: what is told, not how it is set."""
    return re.sub(r"\s+", " ", text)


def test_without_arguments_it_shows_a_file_with_gaps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    first = capsys.readouterr()
    assert first.err == ""
    assert main([str(EXAMPLES / "applications" / "gap-2008.json"), "--lang", "fr"]) == 0
    assert capsys.readouterr().out == first.out


def test_there_is_a_file_of_every_kind_and_each_says_that_it_is_illustrative() -> None:
    assert {path.stem for path in APPLICATIONS} == set(CONCLUSIONS)
    for path in APPLICATIONS:
        assert "illustrati" in json.loads(path.read_text(encoding="utf-8"))["applicant"]["name"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", APPLICATIONS, ids=lambda path: path.stem)
def test_every_file_reads_well_in_both_languages(file: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), "--lang", language]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert max(map(len, printed.out.splitlines())) <= 120
    assert "None" not in printed.out
    assert "\n\n\n" not in printed.out
    assert not re.search(r"[ \t]\n", printed.out)
    for words in SAID.get((file.stem, language), []):
        assert words in plain(printed.out)


@pytest.mark.parametrize("file", APPLICATIONS, ids=lambda path: path.stem)
def test_json_prints_the_document_and_nothing_else(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(file), "--json"]) == 0
    printed = capsys.readouterr()
    document = json.loads(printed.out)
    assert printed.err == ""
    assert document["format"] == "clusterlaw-assessment/1"
    assert document == assessment_document(assess(read_application(file.read_bytes())))
    not_settled = {each["condition"] for each in document["conditions"] if each["verdict"] != MET}
    category = document["category"] and document["category"]["possible"]
    found = (document["recognition"], document["subsidy"], not_settled, category)
    assert found == CONCLUSIONS[file.stem]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", APPLICATIONS, ids=lambda path: path.stem)
def test_the_draft_has_its_blanks(
    file: Path, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "projet.md"
    assert main([str(file), "--lang", language, "--draft", str(target)]) == 0
    printed = capsys.readouterr()
    assert f"'{target}'" in printed.err
    text = target.read_text(encoding="utf-8")
    title, blank = ("# Projet motivé : ", "[à compléter : ") if language == "fr" else ("# Reasoned draft: ", "[to be ")
    assert text.startswith(title)
    assert text.count(f"**{blank}") >= 4
    renewal = "- Dernier jour pour demander le renouvellement : le 31/10/2010\n", "the renewal: 2010-10-31\n"
    assert any(words in text for words in renewal) is file.stem.startswith("renewal")
    assert "None" not in text
    assert main([str(file), "--lang", language]) == 0
    assert capsys.readouterr().out == printed.out


def test_the_draft_is_never_written_over_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dossier.json"
    content = APPLICATIONS[0].read_bytes()
    file.write_bytes(content)
    assert main([str(file), "--draft", str(file)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "c'est le dossier lui-même" in printed.err
    assert file.read_bytes() == content


def changed(**parts: Any) -> bytes:
    """Return the sound file with parts of it changed."""
    document = json.loads((EXAMPLES / "applications" / "sound-2008.json").read_text(encoding="utf-8"))
    for path, value in parts.items():
        part, key = path.split("__")
        document[part][key] = value
    return json.dumps(document).encode()


WITHOUT_FLOAT = changed(request__prior_subsidy_years=1)
BAD = {
    "empty": (b"", []),
    "not json": (b"{", []),
    "wrong format": (b'{"format": "clusterlaw-dossier/1"}', ["format"]),
    "deep": (b"[" * 100_000, []),
    "bom": (b"\xef\xbb\xbf{}", []),
    "large": (b" " * 10_000_001, []),
    "a float": (WITHOUT_FLOAT.replace(b'"prior_subsidy_years": 1', b'"prior_subsidy_years": 1.5'), ["1.5"]),
    "two errors": (
        changed(request__filed_on="2008-04-31", applicant__name=7),
        ["request.filed_on: ", "applicant.name: "],
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BAD)
def test_bad_input_exits_2_with_nothing_on_standard_output(name: str, language: str, tmp_path: Path) -> None:
    content, told = BAD[name]
    file = tmp_path / "dossier.json"
    file.write_bytes(content)
    command = [sys.executable, str(SCRIPT), str(file), "--lang", language]
    run = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.strip()
    assert "Traceback" not in run.stderr
    for words in told:
        assert words in run.stderr
    if told:
        assert ("donnez" if language == "fr" else "give") in run.stderr


@pytest.mark.parametrize("arguments", [["nowhere.json"], ["."], ["--draft", "nowhere/at/all.md"], ["--draft", "."]])
def test_what_cannot_be_read_or_written_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip()


@pytest.mark.parametrize("arguments", [["--lang", "nl"], ["--explain"], ["one.json", "two.json"]])
def test_wrong_arguments_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert capsys.readouterr().out == ""


def test_a_reader_who_has_gone_gets_no_word() -> None:
    command = [sys.executable, str(SCRIPT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


@pytest.mark.parametrize(
    ("kind", "days", "told"),
    [
        ("withdrawal", ("2009-05-04", "2009-06-01"), "? l'avis n'est pas versé au dossier"),
        ("specific_subsidy", ("2009-05-04", "2009-06-01"), "? l'avis n'est pas versé au dossier"),
        ("withdrawal", ("2026-05-04", "2026-06-01"), "aucun texte ne demande d'avis"),
    ],
)
def test_a_file_that_asks_for_no_recognition_is_told_by_its_opinion(
    kind: str, days: tuple[str, str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "dossier.json"
    document = json.loads(changed(request__kind=kind, request__filed_on=days[0], request__starts_on=days[1]))
    document["request"]["recognised_on"] = "2008-03-01"
    if kind == "specific_subsidy":
        document["request"]["purpose"] = "joint_task"
    del document["opinion"]
    file.write_text(json.dumps(document), encoding="utf-8")
    assert main([str(file)]) == 0
    printed = plain(capsys.readouterr().out)
    assert told in printed
    assert "Reconnaissance :" not in printed
    assert "actions du plan (actions)" in printed


def test_an_empty_file_says_all_that_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "dossier.json"
    request = {"kind": "renewal", "filed_on": "2028-05-04", "starts_on": "2028-07-01", "recognised_on": "2024-07-01"}
    document = {
        "format": "clusterlaw-application/1",
        "applicant": {"name": "A\nB", "members": [{"name": f"M {n}", "kind": "company"} for n in range(200)]},
        "request": request,
    }
    file.write_text(json.dumps(document), encoding="utf-8")
    for language, told in (("fr", "cotisations de ce membre, 200 fois"), ("en", "fees of this member, 200 times")):
        assert main([str(file), "--lang", language]) == 0
        printed = capsys.readouterr().out
        assert told in plain(printed)
        assert "A\\nB" in printed
        assert max(map(len, printed.splitlines())) <= 120
        assert len(printed.splitlines()) < 120
