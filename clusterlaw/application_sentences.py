"""What the steps of an assessment say, in French or English: one sentence for each rule on applications."""

from collections.abc import Callable

from clusterlaw.application import Action, Appraisal, Member, View
from clusterlaw.finding import Step
from clusterlaw.rules.definition import weights
from clusterlaw.sources import Label, Language, day_text, said

NOT_STATED = Label(fr="non déclaré", en="not stated")

FORMS = {
    "association_de_fait": Label(fr="association de fait", en="association de fait"),
    "asbl": Label(fr="ASBL", en="ASBL (non-profit association)"),
    "gie": Label(fr="GIE", en="GIE (economic interest grouping)"),
    "geie": Label(fr="GEIE", en="GEIE (European economic interest grouping)"),
}
KINDS = {
    "company": Label(fr="entreprise", en="company"),
    "university": Label(fr="université", en="university"),
    "research_centre": Label(fr="centre de recherche", en="research centre"),
    "training_centre": Label(fr="centre de formation", en="training centre"),
    "competence_centre": Label(fr="centre de compétences", en="competence centre"),
    "pole": Label(fr="pôle de compétitivité", en="competitiveness pole"),
    "other": Label(fr="autre", en="other"),
}
BALLOTS = {
    "for": Label(fr="pour", en="for"),
    "against": Label(fr="contre", en="against"),
    "abstained": Label(fr="abstention", en="abstention"),
}
FINDINGS = {
    True: Label(fr="favorable", en="favourable"),
    False: Label(fr="défavorable", en="unfavourable"),
    None: Label(fr="constat non déclaré", en="finding not stated"),
}


def number_of(count: int, one: Label, several: Label, language: Language) -> str:
    """Return a number with its noun: one in the singular, others in the plural (in French, none in the singular)."""
    singular = count == 1 or (count == 0 and language == "fr")
    return f"{count} {(one if singular else several).text(language)}"


def _members_named(step: Step, language: Language) -> str:
    members: tuple[Member, ...] | None = step.inputs["members"]
    if members is None:
        return said(language, fr="membres non déclarés", en="members not stated")
    others = [member for member in members if member.kind not in step.inputs["permitted"]]
    if not others:
        return said(
            language,
            fr="tous les membres sont d'un genre que le texte nomme",
            en="every member is of a kind that the text names",
        )
    listed = ", ".join(f"{member.name} ({KINDS[member.kind].text(language)})" for member in others)
    return said(language, fr=f"le texte ne nomme pas : {listed}", en=f"the text does not name: {listed}")


def _majority(step: Step, language: Language) -> str:
    members: tuple[Member, ...] | None = step.inputs["members"]
    if members is None:
        return said(language, fr="membres non déclarés", en="members not stated")
    found = [weights(member=member, initiators=step.inputs["initiators"]) for member in members]
    active, others = found.count((1, 1)), found.count((-1, -1))
    unknown = sum(1 for least, greatest in found if least != greatest)
    told = said(
        language,
        fr=f"fondateurs qui sont des entreprises actives en Wallonie : {active} ; autres fondateurs : {others}",
        en=f"founders that are companies active in Wallonia: {active}; other founders: {others}",
    )
    if not unknown:
        return told
    return told + said(
        language, fr=f" ; membres dont un fait manque : {unknown}", en=f"; members with a fact missing: {unknown}"
    )


def _field(step: Step, language: Language) -> str:
    fields = step.inputs["fields"]
    if fields is None:
        return NOT_STATED.text(language)
    return ", ".join(fields) or said(language, fr="aucun domaine", en="no field")


def _clauses(step: Step, language: Language) -> str:
    if step.inputs["form"] is None:
        return said(language, fr="forme juridique non déclarée", en="legal form not stated")
    return {
        True: Label(fr="la convention les contient", en="the agreement has them"),
        False: Label(fr="la convention ne les contient pas", en="the agreement lacks them"),
        None: NOT_STATED,
    }[step.inputs["clauses"]].text(language)


def _appraised(step: Step, language: Language) -> str:
    appraisal: Appraisal | None = step.inputs["appraisal"]
    stated = "" if appraisal is None or appraisal.reason is None else appraisal.reason.strip()
    return stated or NOT_STATED.text(language)


def _covered(step: Step, language: Language) -> str:
    actions: tuple[Action, ...] | None = step.inputs["actions"]
    if actions is None:
        return said(language, fr="plan non déclaré", en="plan not stated")
    serving = [action for action in actions if step.inputs["element"] in action.serves]
    if not serving:
        return said(language, fr="aucune action", en="no action")
    between = said(language, fr=" ; ", en="; ")
    return between.join(f"{action.title} ({_status(action, language)})" for action in serving)


def _status(action: Action, language: Language) -> str:
    return {
        "done": Label(fr="réalisée", en="done"),
        "committed": Label(fr="engagement", en="committed to"),
        None: Label(fr="réalisée ou engagement : non déclaré", en="done or committed to: not stated"),
    }[action.status].text(language)


def _counting_day(step: Step, language: Language) -> str:
    day = day_text(step.result, language)
    return said(language, fr=f"les membres sont comptés le {day}", en=f"members are counted on {day}")


def _members_counted(step: Step, language: Language) -> str:
    least, greatest = step.result
    if least == greatest:
        return number_of(
            least,
            Label(fr="entreprise membre en ordre de cotisation", en="member company in order with its fee"),
            Label(fr="entreprises membres en ordre de cotisation", en="member companies in order with their fee"),
            language,
        )
    most = said(language, fr="sans limite connue", en="without known limit") if greatest is None else greatest
    return said(
        language,
        fr=f"entreprises membres en ordre de cotisation : au moins {least}, au plus {most}",
        en=f"member companies in order with their fee: at least {least}, at most {most}",
    )


def _category(step: Step, language: Language) -> str:
    numbers = (" ou " if language == "fr" else " or ").join(str(category.number) for category in step.result)
    return said(language, fr=f"catégorie {numbers}", en=f"category {numbers}")


def _mission(step: Step, language: Language) -> str:
    if step.inputs["committee"] is None:
        return said(language, fr="le comité d'examen est abrogé", en="the review committee is abolished")
    if step.result is None:
        return said(
            language,
            fr="le comité d'examen ne connaît pas de ces dossiers ce jour-là",
            en="the review committee does not see such files on that day",
        )
    label = step.result.label.text(language)
    return said(language, fr=f"mission du comité : {label}", en=f"mission of the committee: {label}")


def _opinion_given(step: Step, language: Language) -> str:
    return {
        True: Label(fr="avis rendu, rien n'y manque en droit", en="opinion given, nothing is left out in law"),
        False: Label(fr="avis rendu, mais incomplet en droit", en="opinion given, but incomplete in law"),
        None: Label(fr="avis non versé au dossier", en="no opinion in the file"),
    }[step.result].text(language)


def _vote(step: Step, language: Language) -> str:
    vote = step.inputs["vote"]
    verdict = {
        True: Label(fr="compte", en="counts"),
        False: Label(fr="ne compte pas", en="does not count"),
        None: Label(fr="ne peut être tranché", en="cannot be told"),
    }[step.result]
    return f"{vote.member} ({BALLOTS[vote.ballot].text(language)}) – {verdict.text(language)}"


def _view(step: Step, language: Language) -> str:
    view: View | None = step.inputs["view"]
    if view is None:
        return said(language, fr="l'avis n'en dit rien", en="the opinion says nothing of it")
    finding = FINDINGS[view.favourable].text(language)
    reason = view.reason if view.reason and view.reason.strip() else said(language, fr="sans motif", en="no reason")
    return f"{finding} – {reason}"


def _meetings(step: Step, language: Language) -> str:
    return said(
        language,
        fr=f"réunions encore à tenir dans l'année : {step.result}",
        en=f"meetings still to be held in the year: {step.result}",
    )


SENTENCES: dict[str, Callable[[Step, Language], str]] = {
    "definition.members_named": _members_named,
    "definition.majority_of_initiative": _majority,
    "definition.field_stated": _field,
    "definition.clauses_agreed": _clauses,
    "definition.appraised": _appraised,
    "activities.covered": _covered,
    "categories.counting_day": _counting_day,
    "categories.members_counted": _members_counted,
    "categories.category_of": _category,
    "committee.mission_for": _mission,
    "committee.vote_counts": _vote,
    "committee.opinion_given": _opinion_given,
    "committee.meetings_missing": _meetings,
    "criteria.considered": _view,
    "criteria.reasoned": _view,
}
