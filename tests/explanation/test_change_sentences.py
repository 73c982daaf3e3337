"""Single changes in words: one sentence for each kind of change, alternatives told as one, long lists cut short."""

from datetime import date

import pytest
from attrs import evolve

from clusterlaw import (
    Action,
    Applicant,
    Application,
    Appraisal,
    Assessment,
    Member,
    Opinion,
    Request,
    View,
    assess,
    draft,
    selection_of,
)
from clusterlaw.change_sentences import change_sentences, point_label
from clusterlaw.changes import BLANK, Change, adding, setting
from clusterlaw.law import REGIMES

MEMBERS = tuple(Member(name=f"Entreprise {number}", kind="company") for number in range(9))
APPLICATION = Application(
    applicant=Applicant(name="Cluster illustratif", members=MEMBERS),
    request=Request(kind="first_recognition", filed_on=date(2008, 1, 15), starts_on=date(2008, 3, 1)),
    actions=(Action(title="Visites", serves=("promotion",)),),
    appraisals=(Appraisal(subject="critical_mass"),),
    opinion=Opinion(
        given_on=date(2008, 2, 12), actions=(View(subject="promotion"),), criteria=(View(subject="durability"),)
    ),
)
ASSESSED = assess(APPLICATION)
LATER = evolve(APPLICATION.request, filed_on=date(2024, 9, 2), starts_on=date(2025, 1, 1))
ASSESSED_2024 = assess(evolve(APPLICATION, request=LATER, opinion=None))


def said_of(*changes: Change, language: str = "fr", assessment: Assessment = ASSESSED) -> list[str]:
    return [words for _, words in change_sentences(changes, assessment=assessment, language=language)]  # type: ignore[arg-type]


FIRST = "applicant.members[0]"
ACTION = {"title": BLANK, "serves": ["promotion"], "status": "done"}
FOUNDER = {"name": BLANK, "kind": "company", "active_in_wallonia": True, "founder": True}
SENTENCES = [
    (setting(f"{FIRST}.founder", value=True), "établir que le membre Entreprise 0 est parmi les fondateurs"),
    (setting(f"{FIRST}.founder", value=False), "établir que le membre Entreprise 0 n'est pas parmi les fondateurs"),
    (setting(f"{FIRST}.active_in_wallonia", value=True), "établir que le membre Entreprise 0 est actif en Wallonie"),
    (setting("actions[0].status", "done"), "réaliser l'action «\u00a0Visites\u00a0»"),
    (setting("appraisals[0].met", value=True), "une appréciation favorable de ce point, avec son motif"),
    (
        setting("applicant.agreement_clauses", value=True),
        "mettre dans la convention les clauses minimales du Gouvernement",
    ),
    (setting("request.objectives_contract", value=True), "communiquer un contrat d'objectifs"),
    (setting("request.new_action_plan", value=True), "communiquer un nouveau plan d'actions"),
    (setting("request.new_objectives", value=True), "communiquer de nouveaux objectifs"),
    (setting("request.favourable_evolution", value=True), "démontrer l'évolution favorable du domaine"),
    (setting("request.results_reported", value=True), "communiquer les résultats des actions"),
    (Change(path=FIRST, action="remove"), "retirer le membre Entreprise 0"),
    (
        adding("applicant.members", FOUNDER),
        "établir qu'une entreprise active en Wallonie de plus est parmi les fondateurs",
    ),
    (adding("applicant.fields", BLANK), "indiquer un domaine d'activités"),
    (adding("actions", ACTION), "ajouter au plan une action réalisée, ou un engagement, sur ce point"),
    (
        adding("applicant.legal_forms", {"form": "asbl", "since": "2008-03-01"}),
        "avoir, au 01/03/2008, la forme ASBL",
    ),
    (setting("applicant.legal_forms[0].form", "gie"), "avoir, au 01/03/2008, la forme GIE"),
    (
        setting("opinion.innovation", {"reason": BLANK}),
        "compléter l'avis par un motif sur «\u00a0caractère innovant de la démarche\u00a0»",
    ),
    (
        adding("opinion.criteria", {"subject": "additionality", "reason": BLANK}),
        "compléter l'avis par un motif sur «\u00a0additionnalité de l'action publique\u00a0»",
    ),
    (
        setting("opinion.criteria[0].reason", BLANK),
        "compléter l'avis par un motif sur «\u00a0pérennité possible\u00a0»",
    ),
    (
        setting("opinion.actions[0].reason", BLANK),
        "compléter l'avis par un motif sur «\u00a0promotion locale et internationale\u00a0»",
    ),
]


@pytest.mark.parametrize(("change", "words"), SENTENCES, ids=lambda each: getattr(each, "path", None))
def test_each_kind_of_change_has_its_sentence(change: Change, words: str) -> None:
    assert said_of(change) == [words]
    (english,) = said_of(change, language="en")
    assert english
    assert english != words


def test_since_2024_a_commitment_is_not_proposed() -> None:
    assert said_of(adding("actions", ACTION), assessment=ASSESSED_2024) == [
        "ajouter au plan une action réalisée sur ce point"
    ]
    assert said_of(adding("actions", ACTION), language="en", assessment=ASSESSED_2024) == [
        "adding to the plan an action done on this point"
    ]


def test_alternatives_of_one_kind_are_told_as_one_with_all_their_paths() -> None:
    forms = [adding("applicant.legal_forms", {"form": form, "since": "2008-03-01"}) for form in ("asbl", "gie", "geie")]
    assert said_of(*forms) == ["avoir, au 01/03/2008, la forme ASBL, GIE ou GEIE"]
    founders = [setting(f"applicant.members[{index}].founder", value=True) for index in range(2)]
    found = list(change_sentences([*founders, forms[0]], assessment=ASSESSED, language="en"))
    assert found[0] == (
        ("applicant.members[0].founder", "applicant.members[1].founder"),
        "showing that the member Entreprise 0 or Entreprise 1 is among the founders",
    )
    assert len(found) == 2


def test_contrary_changes_stay_apart_and_a_long_list_is_cut_short() -> None:
    founders = [setting(f"applicant.members[{index}].founder", value=index > 0) for index in range(9)]
    assert said_of(*founders, language="en") == [
        "showing that the member Entreprise 0 is not among the founders",
        "showing that the member Entreprise 1, Entreprise 2, Entreprise 3, Entreprise 4, Entreprise 5 or 3 others "
        "is among the founders",
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("innovation", "innovative character of the initiative"),
        ("additionality", "additionality of public action"),
        ("ecosystem_map", "map and structure of the ecosystem"),
        ("unheard_of", "unheard_of"),
    ],
)
def test_a_point_has_the_name_of_its_text_or_of_another(name: str, label: str) -> None:
    assert point_label(name, selection=selection_of(REGIMES[0])).en == label


def test_every_change_of_an_empty_file_has_words() -> None:
    """Whatever an assessment proposes can be told: in each text, for a file that states as little as it can."""
    for assessment in (ASSESSED, ASSESSED_2024):
        for condition in assessment.conditions:
            assert len(said_of(*condition.changes, assessment=assessment)) <= len(condition.changes)


def test_the_draft_has_no_path_in_its_changes_and_keeps_a_stated_text_on_one_line() -> None:
    applicant = Applicant(name="Cluster\n# illustratif", members=(), fields=())
    text = draft(assess(evolve(APPLICATION, applicant=applicant)), language="fr")
    assert text.startswith("# Projet motivé : première reconnaissance – Cluster # illustratif\n")
    assert "    - Suffirait, entre autres : indiquer un domaine d'activités\n" in text
