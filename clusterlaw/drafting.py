"""A reasoned draft (projet motivé) that an official can start from, in French or English, as Markdown.

Facts, articles, the appraisal of each criterion, a conclusion. What is not stated is a blank that shows; nothing is
filled in for the Government, and no sentence says that it decided.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from clusterlaw.application import LEVELS, Application
from clusterlaw.application_sentences import FINDINGS, FORMS, KINDS, number_of
from clusterlaw.assessment import Assessment
from clusterlaw.assessment_text import (
    KINDS_OF_FILE,
    MARKS,
    NOTHING_ASKED,
    by_article,
    cited,
    colon,
    conclusions,
    missing_label,
    reason,
    vote_lines,
    warning_lines,
)
from clusterlaw.catalogue import assumption
from clusterlaw.change_sentences import change_sentences
from clusterlaw.eligibility import ConditionAssessed
from clusterlaw.explanation import amount_text
from clusterlaw.law import commences_on
from clusterlaw.money import Euro
from clusterlaw.opinion import GroundFinding
from clusterlaw.rules.categories import is_member
from clusterlaw.sources import Label, Language, day_text, said


def draft(assessment: Assessment, *, language: Language) -> str:
    """Return the reasoned draft on an application, as Markdown (arts 1 to 6).

    Raises TypeError for anything but an Assessment, ValueError for another language than "fr" and "en".
    """
    if type(assessment) is not Assessment:
        raise TypeError(f"draft: assessment is a {type(assessment).__name__}; give the Assessment of assess")
    if language not in ("fr", "en"):
        raise ValueError(f"draft: language is {language!r}; give 'fr' or 'en'")
    parts = (_title, _subject, _facts, _conditions, _opinion, _conclusion, _reserves, _signature)
    return "".join(f"{_on_one_line(line)}\n" for part in parts for line in part(assessment, language))


def _on_one_line(text: str) -> str:
    """Return a line without what in a stated text would start another one, or a mark of HTML."""
    kept = (letter if letter.isprintable() or letter in "\u00a0\u202f" else " " for letter in text)
    return "".join(kept).replace("<", "\\<")


def blank(language: Language, *, fr: str, en: str) -> str:
    """Return a blank to be filled in, which says what goes there."""
    return said(language, fr=f"**[à compléter : {fr}]**", en=f"**[to be completed: {en}]**")


def _title(assessment: Assessment, language: Language) -> Iterator[str]:
    kind = KINDS_OF_FILE[assessment.application.request.kind].text(language)
    name = assessment.application.applicant.name
    yield said(language, fr=f"# Projet motivé : {kind} – {name}", en=f"# Reasoned draft: {kind} – {name}")
    yield ""
    yield said(
        language,
        fr="*Projet établi par clusterlaw à partir du dossier ; il ne décide rien. Relisez-le, complétez les blancs.*",
        en="*Draft made by clusterlaw from the file; it decides nothing. Read it over and fill in the blanks.*",
    )
    yield ""


def _subject(assessment: Assessment, language: Language) -> Iterator[str]:
    request, text = assessment.application.request, assessment.text
    yield said(language, fr="## Objet", en="## Subject")
    yield ""
    filed, starts = day_text(request.filed_on, language), day_text(request.starts_on, language)
    number = blank(language, fr="numéro du dossier", en="number of the file")
    yield said(language, fr=f"- Dossier {number}, déposé le {filed}", en=f"- File {number}, filed on {filed}")
    places = cited((text.commencement.citation,), language)
    label = text.label.text(language)
    since = day_text(commences_on(text, assumptions=assessment.application.assumptions), language)
    yield said(
        language,
        fr=f"- Texte appliqué : {label}, en vigueur depuis le {since} {places}",
        en=f"- Text applied: {label}, in force since {since} {places}",
    )
    if assessment.period is not None:
        years, ends = text.recognition_years.value, assessment.period.ends_before
        last = day_text(ends.fromordinal(ends.toordinal() - 1), language)
        length = number_of(years, Label(fr="an", en="year"), Label(fr="ans", en="years"), language)
        places = cited((text.recognition_years.citation,), language)
        yield said(
            language,
            fr=f"- Période demandée : {length}, du {starts} au {last} {places}",
            en=f"- Period asked for: {length}, from {starts} to {last} {places}",
        )
        yield from _earlier_periods(assessment, language)
    yield ""


def _earlier_periods(assessment: Assessment, language: Language) -> Iterator[str]:
    """Yield the recognition that a renewal follows, and the last day to request it."""
    recognised_on, deadline = assessment.application.request.recognised_on, assessment.deadline
    if recognised_on is not None:
        since = day_text(recognised_on, language)
        yield said(language, fr=f"- Première reconnaissance : le {since}", en=f"- First recognised on {since}")
    if deadline is not None:
        last = day_text(deadline, language)
        yield said(
            language,
            fr=f"- Dernier jour pour demander le renouvellement : le {last}",
            en=f"- Last day to request the renewal: {last}",
        )


_FACTS = (
    (Label(fr="Membres", en="Members"), "members"),
    (Label(fr="Domaines d'activités", en="Fields of activity"), "fields"),
    (Label(fr="Actions du plan", en="Actions of the plan"), "actions"),
    (Label(fr="Budget du plan", en="Budget of the plan"), "budget"),
)


def _facts(assessment: Assessment, language: Language) -> Iterator[str]:
    application = assessment.application
    applicant, day = application.applicant, application.request.starts_on
    form = applicant.form_on(day)
    yield said(language, fr="## Faits", en="## Facts")
    yield ""
    unknown = blank(language, fr="forme juridique", en="legal form")
    written = FORMS[form].text(language) if form else unknown
    yield said(
        language, fr=f"- Demandeur : {applicant.name}, {written}", en=f"- Applicant: {applicant.name}, {written}"
    )
    for label, name in _FACTS:
        told = EVIDENCE[name](application, language) or blank(language, fr=label.fr.lower(), en=label.en.lower())
        yield f"- {label.text(language)}{colon(language)} {told}"
    category = assessment.category
    if category is not None:
        between = said(language, fr=" ; ", en="; ")
        found = between.join(reason(step, language) for step in reversed(category.steps))
        yield f"- {found[0].upper()}{found[1:]} {cited(category.steps[-1].citations, language)}"
        yield from (_to_complete(name, language) for name in category.missing)
    yield ""


def _to_complete(name: str, language: Language) -> str:
    label = missing_label(name)
    return f"    - {blank(language, fr=f'{label.fr} ({name})', en=f'{label.en} ({name})')}"


def _conditions(assessment: Assessment, language: Language) -> Iterator[str]:
    if assessment.period is None:
        return
    yield said(language, fr="## Examen des conditions", en="## Examination of the conditions")
    yield ""
    for title, conditions in by_article(assessment):
        yield f"### {title.text(language)}"
        yield ""
        for each in conditions:
            yield from _condition(each, assessment, language)
        yield ""


def _condition(each: ConditionAssessed, assessment: Assessment, language: Language) -> Iterator[str]:
    verdict = {
        True: Label(fr="remplie", en="met"),
        False: Label(fr="non remplie", en="not met"),
        None: Label(fr="à établir", en="to be established"),
    }[each.holds].text(language)
    label, why = each.label.text(language), reason(each.step, language)
    yield f"- {MARKS[each.holds]} **{label}** ({verdict}){colon(language)} {why} {cited(each.citations, language)}"
    yield from (_to_complete(name, language) for name in each.missing)
    for _, words in change_sentences(each.changes, assessment=assessment, language=language):
        would = said(language, fr="Suffirait, entre autres :", en="Would do, among others:")
        yield f"    - {would} {words}"


def _opinion(assessment: Assessment, language: Language) -> Iterator[str]:
    found = assessment.opinion
    yield said(language, fr="## Avis du comité d'examen", en="## Opinion of the review committee")
    yield ""
    if found is None:
        yield _without_opinion(assessment, language, asked=assessment.opinion_asked)
        yield ""
        return
    day = day_text(found.opinion.given_on, language)
    step = found.mission_step
    yield said(
        language,
        fr=f"Avis du {day}, {reason(step, language)} {cited(step.citations, language)}.",
        en=f"Opinion of {day}, {reason(step, language)} {cited(step.citations, language)}.",
    )
    yield ""
    if found.mission is not None and not found.asked:
        yield f"{NOTHING_ASKED.text(language)}."
        yield ""
    for ground in found.grounds:
        yield from _ground(ground, assessment.application, language)
    yield from (f"- {line}" for line in vote_lines(found, language=language))
    yield from (_to_complete(name, language).lstrip() for vote in found.votes for name in vote.missing)
    yield ""


def _without_opinion(assessment: Assessment, language: Language, *, asked: bool) -> str:
    if asked:
        return blank(language, fr="avis du comité d'examen", en="opinion of the review committee")
    required = assessment.text.opinion_required
    # Arts 2 and 3 say whether a recognition needs one; of other files, the committee's missions or its abolition.
    sources = (required.citation, *required.also) if assessment.period else (assessment.selection.committee.citation,)
    places = cited(sources, language)
    return said(language, fr=f"Aucun avis n'est requis {places}.", en=f"No opinion is required {places}.")


def _ground(ground: GroundFinding, application: Application, language: Language) -> Iterator[str]:
    view = ground.view
    stated = "" if view is None or view.reason is None else view.reason.strip()
    why = stated or blank(language, fr="motif", en="reason")
    finding = FINDINGS[None if view is None else view.favourable].text(language)
    places = cited(ground.step.citations, language)
    yield f"- {MARKS[ground.holds]} **{ground.label.text(language)}** ({finding}){colon(language)} {why} {places}"
    evidenced = [evidence for source in ground.step.sources for evidence in getattr(source, "evidence", ())]
    for evidence in evidenced:
        told = EVIDENCE[evidence.name](application, language)
        if told:
            words = said(language, fr="Au dossier,", en="In the file,")
            yield f"    - {words} {evidence.label.text(language)}{colon(language)} {told}"


def _conclusion(assessment: Assessment, language: Language) -> Iterator[str]:
    yield said(language, fr="## Conclusion", en="## Conclusion")
    yield ""
    yield from (f"- {line}" for line in conclusions(assessment, language=language))
    failing = [each.label.text(language) for each in assessment.conditions if each.holds is False]
    open_ones = [each.label.text(language) for each in assessment.conditions if each.holds is None]
    between = said(language, fr=" ; ", en="; ")
    if failing:
        yield f"- {said(language, fr='Non rempli :', en='Not met:')} {between.join(failing)}"
    if open_ones:
        yield f"- {said(language, fr='À établir :', en='To be established:')} {between.join(open_ones)}"
    if assessment.period is not None:
        decided = blank(language, fr="décision du Gouvernement et date", en="decision of the Government and date")
        places = cited((assessment.text.recognition_discretion.citation,), language)
        yield f"- {said(language, fr='Le Gouvernement :', en='The Government:')} {decided} {places}"
    yield ""


def _reserves(assessment: Assessment, language: Language) -> Iterator[str]:
    chosen = assessment.application.assumptions
    lines = [line.strip().removeprefix("! ") for line in warning_lines(assessment, language=language)]
    lines += [f"{assumption(name).text(chosen, language)} ({name})" for name in assessment.assumptions]
    lines += [f"{missing_label(name).text(language)} ({name})" for name in assessment.questions]
    unused = ", ".join(f"`{name}`" for name in assessment.unused)
    if unused:
        lines.append(said(language, fr=f"déclaré sans effet : {unused}", en=f"stated without effect: {unused}"))
    if lines:
        yield said(language, fr="## Réserves et hypothèses", en="## Reserves and assumptions")
        yield ""
        yield from (f"- {line}" for line in lines)
        yield ""


def _signature(assessment: Assessment, language: Language) -> Iterator[str]:
    place = blank(language, fr="lieu et date", en="place and date")
    name = blank(language, fr="nom, qualité et signature", en="name, capacity and signature")
    yield f"{place}, {name}"


_SEVERAL = {
    "company": Label(fr="entreprises", en="companies"),
    "university": Label(fr="universités", en="universities"),
    "research_centre": Label(fr="centres de recherche", en="research centres"),
    "training_centre": Label(fr="centres de formation", en="training centres"),
    "competence_centre": Label(fr="centres de compétences", en="competence centres"),
    "pole": Label(fr="pôles de compétitivité", en="competitiveness poles"),
    "other": Label(fr="autres", en="others"),
}


def _members(application: Application, language: Language) -> str:
    members, day = application.applicant.members or (), application.request.starts_on
    counted = Counter(member.kind for member in members if is_member(member=member, day=day) is not False)
    return ", ".join(number_of(count, KINDS[kind], _SEVERAL[kind], language) for kind, count in counted.items())


def _fields(application: Application, language: Language) -> str:
    return ", ".join(application.applicant.fields or ())


def _fees(application: Application, language: Language) -> str:
    fees = [fee for member in application.applicant.members or () for fee in member.fees or ()]
    if not fees:
        return ""
    total = amount_text(Euro.from_cents(sum(fee.amount.cents for fee in fees)), language)
    paid = sum(1 for fee in fees if fee.paid_on is not None or fee.paid)
    return said(
        language,
        fr=f"{len(fees)}, pour {total}, dont payées {paid}",
        en=f"{len(fees)}, for {total}, of which paid {paid}",
    )


def _actions(application: Application, language: Language) -> str:
    actions = application.actions
    if actions is None:
        return ""
    done = sum(1 for action in actions if action.status == "done")
    committed = sum(1 for action in actions if action.status == "committed")
    return said(
        language,
        fr=f"{len(actions)}, dont réalisées {done} et engagées {committed}",
        en=f"{len(actions)}, of which done {done} and committed to {committed}",
    )


def _partners(application: Application, language: Language) -> str:
    partners = dict.fromkeys(partner for action in application.actions or () for partner in action.partners or ())
    return ", ".join(partners)


def _indicators(application: Application, language: Language) -> str:
    levels = [indicator.level for action in application.actions or () for indicator in action.indicators or ()]
    outputs, results, impacts = (levels.count(level) for level in LEVELS)
    if not levels:
        return ""
    return said(
        language,
        fr=f"{outputs} de réalisation, {results} de résultat, {impacts} d'impact",
        en=f"{outputs} of output, {results} of result, {impacts} of impact",
    )


def _budget(application: Application, language: Language) -> str:
    budgets = [action.budget.cents for action in application.actions or () if action.budget is not None]
    return amount_text(Euro.from_cents(sum(budgets)), language) if budgets else ""


def _appraisals(application: Application, language: Language) -> str:
    return str(len([each for each in application.appraisals if each.met is not None]) or "")


# What the file holds on each kind of evidence, in words; an empty text where it holds nothing.
EVIDENCE: dict[str, Callable[[Application, Language], str]] = {
    "members": _members,
    "fields": _fields,
    "fees": _fees,
    "actions": _actions,
    "partners": _partners,
    "indicators": _indicators,
    "budget": _budget,
    "appraisals": _appraisals,
}
