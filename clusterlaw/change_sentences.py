"""What single changes ask of an applicant or of the committee, in French or English: one sentence for each kind.

A view of `changes`: alternatives of one kind are told as one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from clusterlaw.application import Application
from clusterlaw.application_sentences import FORMS
from clusterlaw.assessment import Assessment
from clusterlaw.changes import Change
from clusterlaw.law.selections import SELECTIONS
from clusterlaw.selection import Selection
from clusterlaw.sources import Label, Language, day_text, said

MOST_NAMED = 6

# What a change of the one fact at the end of a path asks; {name} is the member or the action there.
_SETTING: dict[tuple[str, Any], Label] = {
    ("founder", True): Label(
        fr="établir que le membre {name} est parmi les fondateurs",
        en="showing that the member {name} is among the founders",
    ),
    ("founder", False): Label(
        fr="établir que le membre {name} n'est pas parmi les fondateurs",
        en="showing that the member {name} is not among the founders",
    ),
    ("active_in_wallonia", True): Label(
        fr="établir que le membre {name} est actif en Wallonie",
        en="showing that the member {name} is active in Wallonia",
    ),
    ("status", "done"): Label(fr="réaliser l'action {name}", en="carrying out the action {name}"),
    ("met", True): Label(
        fr="une appréciation favorable de ce point, avec son motif",
        en="a favourable appraisal of this point, with its reason",
    ),
    ("agreement_clauses", True): Label(
        fr="mettre dans la convention les clauses minimales du Gouvernement",
        en="putting the Government's minimum clauses into the agreement",
    ),
    ("objectives_contract", True): Label(
        fr="communiquer un contrat d'objectifs", en="submitting an objectives contract"
    ),
    ("new_action_plan", True): Label(fr="communiquer un nouveau plan d'actions", en="submitting a new action plan"),
    ("new_objectives", True): Label(fr="communiquer de nouveaux objectifs", en="submitting new objectives"),
    ("favourable_evolution", True): Label(
        fr="démontrer l'évolution favorable du domaine", en="showing the favourable evolution of the field"
    ),
    ("results_reported", True): Label(
        fr="communiquer les résultats des actions", en="reporting the results of the actions"
    ),
}


def change_sentences(
    changes: Iterable[Change], *, assessment: Assessment, language: Language
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the changes of an assessment's condition in words, each with the paths that it is about."""
    kinds: dict[tuple[str, ...], list[Change]] = {}
    for change in changes:
        value = str(change.value) if isinstance(change.value, bool) else ""
        kinds.setdefault((change.action, re.sub(r"\[\d+\]", "", change.path), value), []).append(change)
    for found in kinds.values():
        paths = tuple(dict.fromkeys(change.path for change in found))
        yield paths, _sentence(found, assessment, language)


def listed(names: Iterable[str], *, last: str, language: Language) -> str:
    """Return names in a row, `last` before the last one; the rest of a long list as a number."""
    named = list(names)
    if len(named) > MOST_NAMED:
        rest = len(named) - MOST_NAMED + 1
        others = said(language, fr=f"{rest} autres", en=f"{rest} others")
        named = [*named[: MOST_NAMED - 1], others]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} {last} {named[-1]}"


def point_label(name: str, *, selection: Selection) -> Label:
    """Return what a point of arts 1, 2 or 5 is called in a version of the law; where it has none, in another one."""
    found = dict(pair for each in (*SELECTIONS, selection) for pair in _labels(each))
    return found.get(name, Label(fr=name, en=name))


def _labels(selection: Selection) -> Iterator[tuple[str, Label]]:
    activities, grounds = selection.activities, selection.grounds.value
    for element in (*selection.definition.appraised, *activities.elements, *activities.appraised):
        yield element.name, element.label
    if grounds is not None:
        yield grounds.innovation.name, grounds.innovation.label
        for criterion in (*grounds.criteria, *(each for case in grounds.specific for each in case.criteria)):
            yield criterion.name, criterion.label


def quoted(text: str, language: Language) -> str:
    """Return a text in the quotation marks of a language."""
    return said(language, fr=f"«\u00a0{text}\u00a0»", en=f"“{text}”")


def _sentence(changes: list[Change], assessment: Assessment, language: Language) -> str:
    change = changes[0]
    last = change.path.rpartition(".")[2].partition("[")[0]
    if change.path.startswith("opinion."):
        return _of_opinion(change, assessment, language)
    if last in ("legal_forms", "form"):
        return _of_forms(changes, assessment, language)
    if change.action == "set":
        names = (_name_at(each.path, assessment.application, language) for each in changes)
        either = listed(names, last=said(language, fr="ou", en="or"), language=language)
        return _SETTING[last, change.value].text(language).format(name=either)
    if change.action == "remove":
        name = _name_at(change.path, assessment.application, language)
        return said(language, fr=f"retirer le membre {name}", en=f"removing the member {name}")
    return _ADDING[last, assessment.selection.activities.commitment.value is True].text(language)


_ONE_MORE_FOUNDER = Label(
    fr="établir qu'une entreprise active en Wallonie de plus est parmi les fondateurs",
    en="showing that one more company active in Wallonia is among the founders",
)
_A_FIELD = Label(fr="indiquer un domaine d'activités", en="stating a field of activity")
# What to add to a list, and whether the text is content with a commitment (art. 2 of 2007).
_ADDING = {
    ("members", True): _ONE_MORE_FOUNDER,
    ("members", False): _ONE_MORE_FOUNDER,
    ("fields", True): _A_FIELD,
    ("fields", False): _A_FIELD,
    ("actions", True): Label(
        fr="ajouter au plan une action réalisée, ou un engagement, sur ce point",
        en="adding to the plan an action done, or committed to, on this point",
    ),
    ("actions", False): Label(
        fr="ajouter au plan une action réalisée sur ce point", en="adding to the plan an action done on this point"
    ),
}


def _of_forms(changes: list[Change], assessment: Assessment, language: Language) -> str:
    forms = [each.value if isinstance(each.value, str) else each.value["form"] for each in changes]
    either = said(language, fr="ou", en="or")
    names = listed((FORMS[form].text(language) for form in forms), last=either, language=language)
    day = day_text(assessment.application.request.starts_on, language)
    return said(language, fr=f"avoir, au {day}, la forme {names}", en=f"having, on {day}, the form {names}")


def _of_opinion(change: Change, assessment: Assessment, language: Language) -> str:
    name = "innovation" if change.path == "opinion.innovation" else _subject(change, assessment.application)
    point = quoted(point_label(name, selection=assessment.selection).text(language), language)
    return said(
        language,
        fr=f"compléter l'avis par un motif sur {point}",
        en=f"completing the opinion by a reason on {point}",
    )


def _subject(change: Change, application: Application) -> str:
    """Return the criterion, axis or mission that the opinion leaves out."""
    if change.action == "add":
        return str(change.value["subject"])
    return subject_at(change.path, application)


def subject_at(path: str, application: Application) -> str:
    """Return the subject of the view that a path of the opinion leads to: `opinion.criteria[3].reason`."""
    part, index = re.findall(r"opinion\.(\w+)\[(\d+)\]", path)[0]
    return str(getattr(application.opinion, part)[int(index)].subject)


def _name_at(path: str, application: Application, language: Language) -> str:
    """Return the name of the member or the title of the action that a path leads to; "" of any other path."""
    place = re.match(r"(applicant\.members|actions)\[(\d+)\]", path)
    if place is None:
        return ""
    if place[1] == "actions":
        return quoted((application.actions or ())[int(place[2])].title, language)
    return (application.applicant.members or ())[int(place[2])].name
