"""An assessment as French or English lines: each condition with its reason and article, what is missing, what would do.

A view: every line is made from the assessment's steps.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from clusterlaw.application import BALLOTS as BALLOT_NAMES
from clusterlaw.application_sentences import BALLOTS, FORMS, SENTENCES, number_of
from clusterlaw.assessment import Assessment, Conclusion
from clusterlaw.catalogue import assumption
from clusterlaw.changes import Change
from clusterlaw.diagnosis import diagnose
from clusterlaw.eligibility import ConditionAssessed
from clusterlaw.explanation import what_is_missing
from clusterlaw.finding import Step
from clusterlaw.opinion import OpinionFinding
from clusterlaw.sources import Act, Citation, Document, Label, Language, day_text, said

MARKS = {True: "✓", False: "✗", None: "?"}
KINDS_OF_FILE = {
    "first_recognition": Label(fr="première reconnaissance", en="first recognition"),
    "renewal": Label(fr="renouvellement de la reconnaissance", en="renewal of the recognition"),
    "specific_subsidy": Label(fr="subvention spécifique", en="specific subsidy"),
    "withdrawal": Label(fr="retrait de la reconnaissance", en="withdrawal of the recognition"),
    "implementation": Label(fr="mise en œuvre du décret", en="implementation of the decree"),
    "half_way_evaluation": Label(fr="évaluation à mi-parcours", en="half-way evaluation"),
}
ARTICLES = {
    "1": Label(fr="Définition (art. 1er)", en="Definition (art. 1)"),
    "2": Label(fr="Activités (art. 2)", en="Activities (art. 2)"),
    "3": Label(fr="Conditions de la subvention (art. 3)", en="Conditions of the subsidy (art. 3)"),
    "opinion": Label(fr="Avis du comité d'examen (art. 4 et 5)", en="Opinion of the review committee (arts 4 and 5)"),
}
_RECOGNITION: dict[Conclusion, Label] = {
    "met": Label(
        fr="les conditions sont réunies : le Gouvernement peut reconnaître",
        en="the conditions are met: the Government may recognise",
    ),
    "not_met": Label(fr="les conditions ne sont pas réunies", en="the conditions are not met"),
    "cannot_be_told": Label(fr="ne peut encore être tranché", en="cannot be told yet"),
}
_SUBSIDY: dict[Conclusion, Label] = {
    "met": Label(fr="les conditions sont réunies", en="the conditions are met"),
    "not_met": _RECOGNITION["not_met"],
    "cannot_be_told": _RECOGNITION["cannot_be_told"],
}
_OPINION_ONLY = {
    True: Label(fr="l'avis est complet en droit", en="the opinion is sound in law"),
    False: Label(fr="l'avis n'est pas complet en droit", en="the opinion is not sound in law"),
    None: Label(fr="l'avis n'est pas versé au dossier", en="the opinion is not in the file"),
}
_NOT_SEEN = Label(
    fr="aucun texte ne demande d'avis sur ce genre de dossier ce jour-là",
    en="no text asks for an opinion on this kind of file on that day",
)
_GRANT = {
    "may_grant": Label(fr="le Gouvernement peut octroyer", en="the Government may grant"),
    "grants_within_budget": Label(
        fr="le Gouvernement octroie, dans les limites budgétaires", en="the Government grants, within the budget"
    ),
}


def colon(language: Language) -> str:
    """Return the colon of a language, with the space that French puts before it."""
    return " :" if language == "fr" else ":"


def conclusions(assessment: Assessment, *, language: Language) -> Iterator[str]:
    """Yield the conclusion on the recognition and the one on the subsidy; of other files, the one on the opinion."""
    if assessment.recognition is None or assessment.subsidy is None:
        verdicts = [_OPINION_ONLY[each.holds] for each in assessment.conditions]
        yield from (label.text(language) for label in (verdicts or [_NOT_SEEN]))
        return
    name = said(language, fr="Reconnaissance", en="Recognition")
    yield f"{name}{colon(language)} {_RECOGNITION[assessment.recognition].text(language)}"
    name = said(language, fr="Subvention", en="Subsidy")
    granted = ""
    if assessment.subsidy == "met":
        granted = f"{colon(language)} {_GRANT[assessment.text.subsidy_discretion.value].text(language)}"
    yield f"{name}{colon(language)} {_SUBSIDY[assessment.subsidy].text(language)}{granted}"


def cited(citations: Iterable[Citation], language: Language) -> str:
    """Return citations in brackets, each act named once."""
    acts: dict[Act | Document, list[str]] = {}
    for citation in dict.fromkeys(citations):
        title = citation.act.title.text(language)
        acts.setdefault(citation.act, []).append(citation.text(language).removeprefix(f"{title}, "))
    between = said(language, fr=" ; ", en="; ")
    named = (f"{act.title.text(language)}, {between.join(places)}" for act, places in acts.items())
    return f"[{between.join(named)}]"


def reason(step: Step, language: Language) -> str:
    """Return what a step found, in words; of a condition that reads one fact, the fact."""
    if step.rule.identifier in SENTENCES:
        return SENTENCES[step.rule.identifier](step, language)
    return _value(step.inputs["value"], language)


def _value(value: Any, language: Language) -> str:
    words = {
        True: Label(fr="oui", en="yes"),
        False: Label(fr="non", en="no"),
        None: Label(fr="non déclaré", en="not stated"),
    }
    if value is None or isinstance(value, bool):
        return words[value].text(language)
    return FORMS[value].text(language) if value in FORMS else str(value)


def change_text(change: Change, *, language: Language) -> str:
    """Return a change in words."""
    value = _written(change.value, language)
    return {
        "set": Label(fr=f"{change.path} = {value}", en=f"{change.path} = {value}"),
        "add": Label(fr=f"ajouter à {change.path} : {value}", en=f"add to {change.path}: {value}"),
        "remove": Label(fr=f"retirer {change.path}", en=f"remove {change.path}"),
    }[change.action].text(language)


def _written(value: Any, language: Language) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} = {_written(each, language)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_written(each, language) for each in value)
    return _value(value, language)


def missing_text(name: str, *, language: Language) -> str:
    """Return the name of what is missing, and what it is in words."""
    return f"{name}{colon(language)} {missing_label(name).text(language)}"


def missing_label(name: str) -> Label:
    """Return what a missing fact of an application, or an open question, is in words."""
    last = name.rpartition(".")[2].partition("[")[0]
    return _FACTS[last] if last in _FACTS else what_is_missing(name)


_FACTS = {
    "legal_forms": Label(fr="la forme juridique à ce jour", en="the legal form by that day"),
    "agreement_clauses": Label(
        fr="la convention contient-elle les clauses minimales du Gouvernement ?",
        en="does the agreement have the Government's minimum clauses?",
    ),
    "members": Label(fr="les membres", en="the members"),
    "founder": Label(fr="ce membre est-il un fondateur ?", en="is this member a founder?"),
    "active_in_wallonia": Label(fr="ce membre est-il actif en Wallonie ?", en="is this member active in Wallonia?"),
    "fields": Label(fr="les domaines d'activités", en="the fields of activity"),
    "met": Label(fr="appréciation à donner, avec son motif", en="appraisal to be given, with its reason"),
    "actions": Label(fr="les actions du plan", en="the actions of the plan"),
    "status": Label(fr="action réalisée, ou engagement ?", en="is the action done, or committed to?"),
    "objectives_contract": Label(
        fr="un contrat d'objectifs est-il communiqué ?", en="is an objectives contract submitted?"
    ),
    "opinion": Label(fr="l'avis du comité d'examen", en="the opinion of the review committee"),
    "joined_on": Label(fr="le jour où ce membre a rejoint le cluster", en="the day on which this member joined"),
    "fees": Label(fr="les cotisations de ce membre", en="the fees of this member"),
    "paid": Label(fr="cette cotisation est-elle payée ?", en="is this fee paid?"),
    "paid_on": Label(fr="le jour du paiement", en="the day of the payment"),
    "mandate_started_on": Label(fr="le début du mandat", en="the start of the mandate"),
    "mandate_ended_on": Label(fr="le jour où le mandat a pris fin", en="the day on which the mandate ended"),
    "mandate_end": Label(fr="la cause de la fin du mandat", en="the ground of the end of the mandate"),
}


def assessment_lines(assessment: Assessment, *, language: Language) -> Iterator[str]:
    """Yield the explanation of an assessment, line by line."""
    yield _heading(assessment, language)
    yield from (f"  {line}" for line in conclusions(assessment, language=language))
    for title, conditions in by_article(assessment):
        yield f"  {title.text(language)}"
        for each in conditions:
            yield from _condition_lines(each, language)
    yield from _category_lines(assessment, language)
    if assessment.opinion is not None:
        yield from _opinion_lines(assessment.opinion, language)
    yield from warning_lines(assessment, language=language)
    yield from _diagnosis_lines(assessment, language)
    yield from _rest_lines(assessment, language)


def _heading(assessment: Assessment, language: Language) -> str:
    request, name = assessment.application.request, assessment.application.applicant.name
    kind, text = KINDS_OF_FILE[request.kind].text(language), assessment.text.label.text(language)
    day = day_text(request.starts_on, language)
    return f"{name} – {kind}, {said(language, fr='à partir du', en='from')} {day}, {text}"


def by_article(assessment: Assessment) -> Iterator[tuple[Label, list[ConditionAssessed]]]:
    """Yield the conditions of each article, under its title."""
    groups: dict[str, list[ConditionAssessed]] = {}
    for each in assessment.conditions:
        key = "opinion" if each.name == "opinion" else each.citations[0].article
        groups.setdefault(key, []).append(each)
    for key, conditions in groups.items():
        yield ARTICLES[key], conditions


def _condition_lines(each: ConditionAssessed, language: Language) -> Iterator[str]:
    why = reason(each.step, language)
    names = f" {{{', '.join(each.step.assumptions)}}}" if each.step.assumptions else ""
    yield f"    {MARKS[each.holds]} {each.label.text(language)} – {why} {cited(each.citations, language)}{names}"
    if each.holds is False and each.affects == "subsidy":
        yield "      " + said(language, fr="la subvention seule tombe", en="the subsidy alone falls")
    for name in each.missing:
        yield f"      {said(language, fr='manque', en='missing')} {missing_text(name, language=language)}"
    for change in each.changes:
        would = said(language, fr="suffirait :", en="would do:")
        yield f"      {would} {change_text(change, language=language)}"


def _category_lines(assessment: Assessment, language: Language) -> Iterator[str]:
    found = assessment.category
    if found is None:
        return
    yield "  " + said(language, fr="Catégorie (art. 3)", en="Category (art. 3)")
    for step in found.steps:
        yield f"    {SENTENCES[step.rule.identifier](step, language)} {cited(step.citations, language)}"
    for name in found.missing:
        yield f"      {said(language, fr='manque', en='missing')} {missing_text(name, language=language)}"


def _opinion_lines(found: OpinionFinding, language: Language) -> Iterator[str]:
    day, text = day_text(found.opinion.given_on, language), found.text.label.text(language)
    yield "  " + Label(fr=f"Contrôle de l'avis du {day}, {text}", en=f"Check of the opinion of {day}, {text}").text(
        language
    )
    step = found.mission_step
    yield f"    {MARKS[found.mission is not None]} {reason(step, language)} {cited(step.citations, language)}"
    if found.mission is not None and not found.asked:
        yield "    " + NOTHING_ASKED.text(language)
    for ground in found.grounds:
        why, places = reason(ground.step, language), cited(ground.step.citations, language)
        yield f"    {MARKS[ground.holds]} {ground.label.text(language)} – {why} {places}"
    yield from (f"    {line}" for line in vote_lines(found, language=language))


NOTHING_ASKED = Label(
    fr="l'art. 5 ne demande rien d'un avis sur ce genre de dossier",
    en="art. 5 asks nothing of an opinion on this kind of file",
)


def vote_lines(found: OpinionFinding, *, language: Language) -> Iterator[str]:
    """Yield the deliberative votes counted, the others with the reason, and what no text says of them."""
    if not found.votes:
        return
    counted = []
    for ballot in BALLOT_NAMES:
        least, greatest = found.tally(ballot)
        number = str(least) if least == greatest else f"{least}–{greatest}"
        counted.append(f"{BALLOTS[ballot].text(language)} {number}")
    words = said(language, fr="voix délibératives", en="deliberative votes")
    committee = found.votes[0].step.inputs["committee"]
    places = cited((committee.deliberative.citation, committee.mandate_years.citation), language)
    yield f"{words}{colon(language)} {', '.join(counted)} {places}"
    advice = [each for each in found.votes if each.capacity == "consultative"]
    if advice:
        words = said(language, fr="voix consultatives, non comptées", en="consultative votes, not counted")
        listed = ", ".join(f"{each.vote.member} ({BALLOTS[each.vote.ballot].text(language)})" for each in advice)
        yield f"{words}{colon(language)} {listed}"
    for each in found.votes:
        if each.remark is not None and each.capacity != "consultative":
            yield f"{each.vote.member}{colon(language)} {each.remark.text(language)}"
    silent = ", ".join(label.text(language) for label in found.silent)
    yield said(language, fr=f"aucun texte ne règle : {silent}", en=f"no text settles: {silent}")


def warning_lines(assessment: Assessment, *, language: Language) -> Iterator[str]:
    """Yield what an official should see although it turns no condition: a late request, unfavourable findings."""
    if assessment.late and assessment.deadline is not None:
        filed, last = (
            day_text(day, language) for day in (assessment.application.request.filed_on, assessment.deadline)
        )
        yield "  ! " + said(
            language,
            fr=f"demande déposée le {filed}, après le dernier jour ({last})",
            en=f"request filed on {filed}, after the last day ({last})",
        )
    if assessment.opinion is None:
        return
    against = [
        each.label.text(language) for each in assessment.opinion.grounds if each.view and each.view.favourable is False
    ]
    if against:
        yield "  ! " + said(
            language,
            fr=f"constats défavorables de l'avis : {', '.join(against)} ; le Gouvernement apprécie",
            en=f"unfavourable findings of the opinion: {', '.join(against)}; the Government appraises",
        )


def _diagnosis_lines(assessment: Assessment, language: Language) -> Iterator[str]:
    found = diagnose(assessment)
    if found is None:
        return
    yield "  " + said(
        language,
        fr=f"Diagnostic du plan, qui n'est pas du droit [{found.source.text('fr')}]",
        en=f"Diagnosis of the plan, which is no law [{found.source.text('en')}]",
    )
    for year in found.years:
        counted = dict(year.mix)
        yield "    " + said(
            language,
            fr=f"année {year.age} : réalisations {counted['output']}, résultats {counted['result']}, "
            f"impacts {counted['impact']}",
            en=f"year {year.age}: outputs {counted['output']}, results {counted['result']}, "
            f"impacts {counted['impact']}",
        )
    yield from (f"    ! {remark.text(language)}" for remark in found.remarks)
    reached = [each.reached for each in found.progress]
    if reached:
        told = number_of(
            reached.count(True),
            Label(fr="indicateur a atteint sa cible", en="indicator has reached its target"),
            Label(fr="indicateurs ont atteint leur cible", en="indicators have reached their target"),
            language,
        )
        yield f"    {told}, {said(language, fr='sur', en='of')} {len(reached)}"


def _rest_lines(assessment: Assessment, language: Language) -> Iterator[str]:
    chosen = assessment.application.assumptions
    if assessment.assumptions:
        yield "  " + said(language, fr="Hypothèses :", en="Assumptions:")
    for name in assessment.assumptions:
        yield f"    - {name}{colon(language)} {assumption(name).text(chosen, language)}"
    if assessment.questions:
        yield "  " + said(language, fr="Questions ouvertes :", en="Open questions:")
    for name in assessment.questions:
        yield f"    - {missing_text(name, language=language)}"
    if assessment.unused:
        yield "  " + said(language, fr="Déclaré sans effet :", en="Stated without effect:")
    yield from (f"    - {name}" for name in assessment.unused)
