"""Drafts and explanations of applications: whole in each language, blanks where facts are missing, no decision made."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from clusterlaw.assessment import Assessment
from clusterlaw.drafting import draft
from clusterlaw.explanation import explain
from clusterlaw.finding import Step
from clusterlaw.law.selection_2007 import COMMITTEE_2007
from clusterlaw.rules.committee import MEETINGS_MISSING
from clusterlaw.sources import Language
from tests.boundary.applications import (
    Document,
    assessed,
    member,
    of_kind,
    renewal,
    sound,
)

SHIPPED = sorted((Path(__file__).parents[2] / "examples" / "applications").glob("*.json"))
LANGUAGES: tuple[Language, ...] = ("fr", "en")
TEXTS = [(file, language) for file in SHIPPED for language in LANGUAGES]
NAMES = [f"{file.stem}-{language}" for file, language in TEXTS]

# Words that only one of the languages has, none of them a French term of art that English keeps.
_FRENCH = """
    le la les des du un une est sont au aux et ou pas ne avec pour par ce ces cette qui que aucun aucune avis demande
    membres domaine réunies manque suffirait compléter motif texte année hypothèses voix décret modifié remplie projet
    faits objet réserves contrôle catégorie entreprises remplies déposé partir jusqu'au déclaré établir dont
    """
_ENGLISH = """
    the of and is are to with for by in this these that which no not opinion request members field met missing would
    completed reason year assumptions votes decree amended draft facts subject reserves check category companies filed
    from until stated established whose its
    """
FRENCH, ENGLISH = set(_FRENCH.split()), set(_ENGLISH.split())
KEPT = ("association de fait", "ASBL (non-profit association)")


def application(file: Path) -> Document:
    document: Document = json.loads(file.read_text(encoding="utf-8"))
    return document


def without_names(part: Any) -> Any:
    """The document with every text of its author replaced by a number."""
    free = ("name", "title", "reason", "member")
    if isinstance(part, dict):
        return {key: "7" if key in free else without_names(value) for key, value in part.items()}
    if isinstance(part, list):
        return [without_names(each) for each in part]
    return part


def both(found: Assessment, language: Language) -> tuple[str, str]:
    return draft(found, language=language), explain(found, language=language)


def words(text: str) -> set[str]:
    for kept in KEPT:
        text = text.replace(kept, "")
    text = re.sub(r"`[^`]*`", "", text)
    text = re.sub(r"[a-z_]+(\[[^]]*\])?\.[a-z_.\[\]\d*]+", "", text)
    # Paths, names and values of the document, as the explanation shows them for who edits it.
    text = re.sub(r"(?m)^\s*(suffirait :|would do:|manque|missing) .*$", "", text)
    return {word.lower() for word in re.findall(r"[^\W\d_]+(?:['’_][^\W\d]+)*", text)}


@pytest.mark.parametrize(("file", "language"), TEXTS, ids=NAMES)
def test_nothing_of_the_code_and_nothing_of_the_other_language(file: Path, language: Language) -> None:
    document = without_names(application(file))
    document["applicant"]["fields"] = ["7"]
    for action in document["actions"]:
        action["partners"] = ["7"]
    for text in both(assessed(document), language):
        assert not re.search(r"\b(None|True|False|Label|Cited|datetime)\b", text)
        assert "{}" not in text
        other = ENGLISH if language == "fr" else FRENCH
        assert words(text) & other == set()
        own = FRENCH if language == "fr" else ENGLISH
        assert len(words(text) & own) >= 10


def test_the_words_of_a_language_are_told_apart() -> None:
    assert words("les membres of `the` file") & ENGLISH == {"of"}
    assert words("the members du dossier") & FRENCH == {"du"}


@pytest.mark.parametrize(("file", "language"), TEXTS, ids=NAMES)
def test_a_blank_for_each_missing_fact(file: Path, language: Language) -> None:
    document = application(file)
    del document["applicant"]["fields"]
    del document["appraisals"][0]
    document["applicant"]["members"][0].pop("founder")
    document["applicant"]["members"][1].pop("active_in_wallonia")
    check_blanks(assessed(document), language)


def check_blanks(found: Assessment, language: Language) -> None:
    text = draft(found, language=language)
    start = "**[à compléter : " if language == "fr" else "**[to be completed: "
    blanks = re.findall(re.escape(start) + r"([^]\n]*(?:\[[^]\n]*\][^]\n]*)*)\]\*\*", text)
    missing = [*found.missing, *(found.category.missing if found.category else ())]
    missing += [name for vote in (found.opinion.votes if found.opinion else ()) for name in vote.missing]
    for name in missing:
        assert any(f"({name})" in each for each in blanks), name
    if found.opinion is not None:
        left_out = [
            ground for ground in found.opinion.grounds if ground.view is None or not (ground.view.reason or "").strip()
        ]
        reason = "motif" if language == "fr" else "reason"
        assert blanks.count(reason) == len(left_out)
    # What only the Government and the official can say is always blank.
    always = ("numéro du dossier", "lieu et date") if language == "fr" else ("number of the file", "place and date")
    assert set(always) <= set(blanks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_for_each_fact_of_a_bare_file(language: Language) -> None:
    for starts_on, filed_on in (
        ("2008-03-01", "2008-01-15"),
        ("2025-01-01", "2024-09-16"),
        ("2026-04-01", "2026-02-10"),
    ):
        document = {
            "format": "clusterlaw-application/1",
            "applicant": {"name": "7"},
            "request": {"kind": "first_recognition", "filed_on": filed_on, "starts_on": starts_on},
        }
        found = assessed(document)
        assert found.recognition == "cannot_be_told"
        check_blanks(found, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_for_a_category_that_is_not_settled(language: Language) -> None:
    document = sound("2024")
    fee = {"year": 2024, "amount_cents": 25_000, "paid": True, "paid_on": "2024-09-01"}
    people = [member(f"M{number}", joined_on="2024-01-01", fees=[dict(fee)]) for number in range(103)]
    del people[0]["fees"]
    del people[1]["joined_on"]
    del people[2]["fees"][0]["paid_on"]
    people[3]["fees"][0] = {"year": 2024, "amount_cents": 25_000}
    document["applicant"]["members"] = people
    found = assessed(document)
    assert found.category is not None
    assert found.category.missing == (
        "applicant.members[0].fees",
        "applicant.members[1].joined_on",
        "applicant.members[2].fees[0].paid_on",
        "applicant.members[3].fees[0].paid",
    )
    check_blanks(found, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_for_a_mandate_that_is_not_stated(language: Language) -> None:
    document = sound("2007")
    votes = document["opinion"]["votes"]
    del votes[0]["mandate_started_on"]
    votes[1]["mandate_ended_on"] = "2008-01-01"
    votes[2]["mandate_end"] = "resignation"
    found = assessed(document)
    assert found.opinion is not None
    assert [each.missing for each in found.opinion.votes] == [
        ("opinion.votes[0].mandate_started_on",),
        ("opinion.votes[1].mandate_end",),
        ("opinion.votes[2].mandate_ended_on",),
    ]
    # A blank of its own each, not one of what no text settles.
    starts = {"fr": "- **[à compléter : ", "en": "- **[to be completed: "}[language]
    lines = [line for line in draft(found, language=language).splitlines() if "(opinion.votes[" in line]
    assert [line.startswith(starts) for line in lines] == [True] * 3
    check_blanks(found, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", ["", " ", "\t\n"])
def test_a_reason_that_says_nothing_is_a_blank(reason: str, language: Language) -> None:
    document = sound("2007")
    document["opinion"]["criteria"][3]["reason"] = reason
    document["opinion"]["innovation"] = {"favourable": True, "reason": reason}
    document["appraisals"][0] = {"subject": "critical_mass", "reason": reason}
    found = assessed(document)
    check_blanks(found, language)
    not_stated = {"fr": "non déclaré", "en": "not stated"}[language]
    (line,) = (line for line in explain(found, language=language).splitlines() if line.startswith("    ? "))
    assert f" – {not_stated} [" in line


@pytest.mark.parametrize(("file", "language"), TEXTS, ids=NAMES)
def test_every_citation_of_an_unmet_condition_stands_with_it(file: Path, language: Language) -> None:
    document = application(file)
    document["applicant"]["fields"] = []
    document["appraisals"][1]["met"] = False
    document["applicant"]["members"] = []
    found = assessed(document)
    unmet = [each for each in found.conditions if each.holds is False]
    assert len(unmet) >= 3
    for text in both(found, language):
        for each in unmet:
            lines = [line for line in text.splitlines() if "✗" in line and each.label.text(language) in line]
            assert lines, each.name
            for citation in each.citations:
                place = citation.text(language).removeprefix(citation.act.title.text(language)).removeprefix(", ")
                assert citation.act.title.text(language) in lines[0]
                assert place in lines[0]


DECIDED = {
    "fr": r"\b((a|est) (octroyé|reconnu|décidé|accordé|refusé)e?|décide\b(?! rien)|arrête :)",
    "en": r"\b(has (granted|recognised|decided|refused)|is (granted|recognised|refused)|hereby|decides\b(?! nothing))",
}


@pytest.mark.parametrize(("file", "language"), TEXTS, ids=NAMES)
def test_the_government_has_decided_nothing(file: Path, language: Language) -> None:
    for text in both(assessed(without_names(application(file))), language):
        assert not re.search(DECIDED[language], text, re.IGNORECASE)
    text = draft(assessed(application(file)), language=language)
    decision = {
        "fr": "**[à compléter : décision du Gouvernement et date]**",
        "en": "**[to be completed: decision of the Government and date]**",
    }[language]
    assert text.count(decision) == 1


# --- conclusions ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "french", "english"),
    [
        ("2007", "le Gouvernement peut octroyer", "the Government may grant"),
        (
            "2024",
            "le Gouvernement octroie, dans les limites budgétaires",
            "the Government grants, within the budget",
        ),
        (
            "2025",
            "le Gouvernement octroie, dans les limites budgétaires",
            "the Government grants, within the budget",
        ),
    ],
)
def test_what_follows_where_every_condition_is_met(version: str, french: str, english: str) -> None:
    found = assessed(sound(version))
    assert (found.recognition, found.subsidy) == ("met", "met")
    for text in both(found, "fr"):
        assert "le Gouvernement peut reconnaître" in text
        assert french in text
    for text in both(found, "en"):
        assert "the Government may recognise" in text
        assert english in text


def test_the_subsidy_alone_falls() -> None:
    document = renewal(
        "2007", recognised_on="2008-03-01", starts_on="2011-03-01", filed_on="2010-09-01", given_on="2011-01-15"
    )
    document["request"]["new_objectives"] = False
    found = assessed(document)
    assert (found.recognition, found.subsidy) == ("met", "not_met")
    assert "the subsidy alone falls" in explain(found, language="en")
    assert "la subvention seule tombe" in explain(found, language="fr")


@pytest.mark.parametrize(
    ("kind", "day", "version", "french", "english"),
    [
        ("withdrawal", "2010-01-01", "2007", "l'avis est complet en droit", "the opinion is sound in law"),
        ("withdrawal", "2010-01-01", None, "l'avis n'est pas versé au dossier", "the opinion is not in the file"),
        ("half_way_evaluation", "2010-01-01", None, "aucun texte ne demande d'avis", "no text asks for an opinion"),
        ("withdrawal", "2026-01-01", None, "aucun texte ne demande d'avis", "no text asks for an opinion"),
    ],
)
def test_a_file_that_asks_for_no_recognition(
    kind: str, day: str, version: str | None, french: str, english: str
) -> None:
    found = assessed(of_kind(kind, day=day, version=version))
    for language, expected in (("fr", french), ("en", english)):
        for text in both(found, language):  # type: ignore[arg-type]
            assert expected in text


def test_no_opinion_is_required_and_the_draft_says_where_that_stands() -> None:
    abolished = draft(assessed(of_kind("withdrawal", day="2026-01-01", version=None)), language="en")
    assert "No opinion is required [decree-programme of 19 December 2025, art. 6]" in abolished
    # In 2010 the committee saw no half-way evaluation: its missions are those of art. 4 al. 1.
    never = draft(assessed(of_kind("half_way_evaluation", day="2010-01-01", version=None)), language="en")
    assert "No opinion is required [decree of 18 January 2007, art. 4 al. 1]" in never
    recognition = draft(assessed(sound("2025")), language="en")
    assert "No opinion is required [decree of 18 January 2007, art. 3 al. 1 (as amended in 2025)" in recognition


def test_an_opinion_that_no_committee_had_to_give() -> None:
    never = assessed(of_kind("half_way_evaluation", day="2010-01-01", version="2007"))
    gone = assessed(of_kind("withdrawal", day="2026-01-01", version="2024"))
    for found, language, words in (
        (never, "en", "the review committee does not see such files on that day"),
        (never, "fr", "le comité d'examen ne connaît pas de ces dossiers ce jour-là"),
        (gone, "en", "the review committee is abolished"),
        (gone, "fr", "le comité d'examen est abrogé"),
    ):
        for text in both(found, language):  # type: ignore[arg-type]
            assert words in text


def test_the_meetings_still_to_be_held_in_words() -> None:
    step = Step(MEETINGS_MISSING, (1, COMMITTEE_2007), 1, (COMMITTEE_2007.meetings_a_year,))
    assert step.replay() == 1
    assert explain(step, language="en") == (
        "meetings still to be held in the year: 1 [decree of 18 January 2007, art. 4 al. 5]"
    )
    assert explain(step, language="fr").startswith("réunions encore à tenir dans l'année : 1 [")


def test_art_5_asks_nothing_of_an_opinion_on_withdrawal() -> None:
    found = assessed(of_kind("withdrawal", day="2010-01-01", version="2007"))
    for text in both(found, "en"):
        assert "art. 5 asks nothing of an opinion on this kind of file" in text


def test_the_draft_counts_the_members_of_the_day() -> None:
    document = sound("2007")
    document["applicant"]["members"] += [
        member("left", left_on="2008-03-01", founder=False),
        member("to come", joined_on="2008-03-02", founder=False),
        member("day unknown", joined_on=None, founder=False),
    ]
    (line,) = (line for line in draft(assessed(document), language="en").splitlines() if line.startswith("- Members"))
    assert line.startswith("- Members: 3 companies")


def test_a_late_request_and_unfavourable_findings_are_warned_of() -> None:
    document = renewal(
        "2007", recognised_on="2008-03-01", starts_on="2011-03-01", filed_on="2010-11-01", given_on="2011-01-15"
    )
    document["opinion"]["criteria"][8]["favourable"] = False
    for text in both(assessed(document), "en"):
        assert "request filed on 2010-11-01, after the last day (2010-10-31)" in text
        assert "unfavourable findings of the opinion: possible durability; the Government appraises" in text
    for text in both(assessed(document), "fr"):
        assert "demande déposée le 01/11/2010, après le dernier jour (31/10/2010)" in text
        assert "constats défavorables de l'avis : pérennité possible ; le Gouvernement apprécie" in text


def test_the_votes_in_words() -> None:
    document = sound("2007")
    document["opinion"]["votes"] += [
        {"member": "E", "seat": "independent", "substitute": False, "ballot": "against"},
        {"member": "F", "seat": "poles", "substitute": False, "ballot": "for"},
    ]
    document["opinion"]["votes"][2]["mandate_started_on"] = "2002-01-01"
    del document["opinion"]["votes"][1]["mandate_started_on"]
    for text in both(assessed(document), "en"):
        assert "deliberative votes: for 1–2, against 0, abstention 0" in text
        assert "consultative votes, not counted: E (against)" in text
        assert "E: " not in text  # whether a mandate runs matters to a vote that counts only
        assert "F: the committee has no such seat" in text
        assert "technology_administration 1: the mandate does not run on that day" in text
        assert "economy_administration 1: the mandate is not fully stated" in text
        assert "no text settles: quorum, majority, tied votes" in text


def test_a_stated_text_makes_no_html_of_the_draft() -> None:
    document = sound("2007")
    document["applicant"]["name"] = "<b>A</b>"
    assert "# Reasoned draft: first recognition – \\<b>A\\</b>\n" in draft(assessed(document), language="en")


def test_the_draft_says_since_when_the_text_is_in_force() -> None:
    assert "texte de 2007, en vigueur depuis le 01/07/2007" in draft(assessed(sound("2007")), language="fr")


# --- the diagnosis, which is no law -----------------------------------------------------------------------------------


def with_indicators(*levels: str) -> Document:
    document = sound("2007")
    document["actions"][0].update(
        starts_on="2008-03-01",
        ends_before="2009-03-02",
        indicators=[{"name": "I", "level": level, "baseline": 0, "target": 4, "value": 4} for level in levels],
    )
    return document


@pytest.mark.parametrize(
    ("levels", "remarked"),
    [
        (("output",), True),
        (("output", "output"), True),
        (("output", "result"), False),
        (("impact",), False),
        ((), False),
    ],
)
def test_outputs_only_are_seen(levels: tuple[str, ...], remarked: bool) -> None:
    text = explain(assessed(with_indicators(*levels)), language="en")
    for year in (1, 2):
        assert (f"! year {year}: only outputs are measured, no result and no impact" in text) is remarked
    assert "year 3" not in text
    assert "which is no law" in text


def test_how_many_indicators_reached_their_target() -> None:
    document = with_indicators("output", "result", "impact")
    indicators = document["actions"][0]["indicators"]
    indicators[1]["value"] = 3  # of 4
    indicators[2]["target"] = 0  # no way to go
    assert "1 indicator has reached its target, of 3" in explain(assessed(document), language="en")
    indicators[1]["value"] = 5
    assert "2 indicateurs ont atteint leur cible, sur 3" in explain(assessed(document), language="fr")
