"""An application's facts, and the changes that would turn a condition, in French or English words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve
from path_words import AND, COLON, FACT_LABELS, PRIOR_YEARS, TO, day, money, plain, tidy

from clusterlaw import Application, Assessment, Citation, Label, Member
from clusterlaw.assessment import QUESTIONS
from clusterlaw.assessment_text import missing_label
from clusterlaw.change_sentences import change_sentences, listed, point_label, quoted, subject_at
from clusterlaw.changes import Change
from clusterlaw.law.acts import DECREE_2007
from clusterlaw.sources import Language

MOST_APART = 3
QUESTION = Label(fr="question ouverte", en="open question")
LACKS = Label(fr="manque", en="missing")
OF_MANY = Label(fr="{what}, {count} fois (de {first} à {last})", en="{what}, {count} times (from {first} to {last})")

FACTS: dict[str, Label] = {
    **FACT_LABELS,
    "prior_subsidy_years": PRIOR_YEARS,
    "objectives_contract": Label(fr="contrat d'objectifs communiqué", en="objectives contract submitted"),
    "purpose": Label(fr="cas de la subvention spécifique", en="case of the specific subsidy"),
    "recognised_on": Label(fr="jour de la première reconnaissance", en="day of the first recognition"),
    "legal_forms": Label(fr="formes juridiques", en="legal forms"),
    "agreement_clauses": Label(fr="clauses minimales de la convention", en="minimum clauses of the agreement"),
    "members": Label(fr="membres", en="members"),
    "fields": Label(fr="domaines d'activités", en="fields of activity"),
    "fees": Label(fr="cotisations des membres", en="members' fees"),
    "actions": Label(fr="actions du plan", en="actions of the plan"),
    "appraisals": Label(fr="appréciations", en="appraisals"),
    "opinion": Label(fr="avis du comité d'examen", en="opinion of the review committee"),
    "innovation": Label(fr="avis sur le caractère innovant", en="opinion on the innovative character"),
}
APPRAISAL_OF = Label(fr="appréciation, {}", en="appraisal, {}")
OPINION_ON = Label(fr="avis sur {}", en="opinion on {}")
SERVES = Label(fr="action {title} pour {what}", en="action {title} for {what}")
NOT_YET_MEMBER = Label(fr="membre dès le {}", en="member from {} on")
NO_MEMBER_ANY_MORE = Label(fr="parti le {}", en="left on {}")
NO_FEE = Label(fr="aucune cotisation pour {}", en="no fee for {}")
UNPAID = Label(fr="cotisation impayée", en="fee unpaid")
FEE_OF = Label(fr="cotisation de {}\u00a0EUR", en="fee of EUR\u00a0{}")
PAID_ON = Label(fr="payée le {}", en="paid on {}")


def short_citations(citations: Iterable[Citation], language: Language) -> str:
    """Return citations without the decree's title, and without those that another one says more exactly."""
    cited = list(dict.fromkeys(citations))
    exact = [each for each in cited if not any(_is_within(other, each) for other in cited)]
    return "; ".join(dict.fromkeys(_short(each, language) for each in exact or cited))


def span_of_citations(citations: Iterable[Citation], language: Language) -> str:
    """Return the citations of a list's entries: the first and the last of each provision, art. 5, al. 1er, 1° à 10°."""
    provisions: dict[tuple[str | int | None, ...], list[Citation]] = {}
    for each in citations:
        place = (each.act.identifier, each.article, each.paragraph, each.subparagraph)
        provisions.setdefault(place, []).append(each)
    spans = []
    for found in provisions.values():
        first, last = evolve(found[0], amended_by=None), found[-1].item
        span = f"\u00a0{TO.text(language)}\u00a0{last}" if last != first.item else ""
        spans.append(f"{_short(first, language)}{span}")
    return "; ".join(spans)


def _is_within(citation: Citation, wider: Citation) -> bool:
    """Whether a citation is a place inside another."""
    if citation == wider or (citation.act, citation.article) != (wider.act, wider.article):
        return False
    places = [(each.paragraph, each.subparagraph, each.item) for each in (citation, wider)]
    return places[0] != places[1] and all(wide in (None, narrow) for narrow, wide in zip(*places, strict=True))


def _short(citation: Citation, language: Language) -> str:
    text = citation.text(language)
    if citation.act == DECREE_2007:
        text = text.removeprefix(f"{citation.act.title.text(language)}, ")
    return tidy(re.sub(r"\((?:modifié en|as amended in) ", "(", text), language).replace(" (", "\u00a0(")


def missing_in_words(names: Iterable[str], assessment: Assessment, language: Language) -> Iterator[str]:
    """Yield what is missing in words, its path in brackets; a long run of one kind is told as one."""
    kinds: dict[str, list[str]] = {}
    for name in names:
        kinds.setdefault(_kind(name), []).append(name)
    for found in kinds.values():
        if len(found) <= MOST_APART:
            yield from (_one_missing(name, assessment.application, language) for name in found)
        else:
            what = tidy(missing_label(found[0]).text(language), language)
            yield OF_MANY.text(language).format(what=what, count=len(found), first=found[0], last=found[-1])


def _kind(path: str) -> str:
    """Return a path without the numbers of its entries."""
    return re.sub(r"\[\d+\]", "[]", path)


def _one_missing(name: str, application: Application, language: Language) -> str:
    words = tidy(missing_label(name).text(language), language)
    of_whom = _name_at(name, application, language)
    kind = QUESTION if name in QUESTIONS else LACKS
    told = f"{of_whom}, {words}" if of_whom else words
    return f"{kind.text(language)}{COLON.text(language)}{told} ({name})"


def _name_at(path: str, application: Application, language: Language) -> str:
    """Return the name of the member, the action or the voter that a path leads to; "" of any other path."""
    place = re.match(r"(applicant\.members|actions|opinion\.votes)\[(\d+)\]", path)
    if place is None:
        return ""
    index = int(place[2])
    if place[1] == "actions":
        return quoted(plain((application.actions or ())[index].title), language)
    if place[1] == "opinion.votes":
        return plain(((application.opinion.votes if application.opinion else None) or ())[index].member)
    return plain((application.applicant.members or ())[index].name)


def changes_in_words(changes: Iterable[Change], assessment: Assessment, language: Language) -> Iterator[str]:
    """Yield the changes in words, their paths in brackets; alternatives of one kind are told as one."""
    for paths, words in change_sentences(changes, assessment=assessment, language=language):
        yield f"{plain(words)} ({named(paths, language)})"


def _point(name: str, assessment: Assessment, language: Language) -> str:
    return quoted(point_label(name, selection=assessment.selection).text(language), language)


def unused_in_words(assessment: Assessment, language: Language) -> Iterator[str]:
    """Yield the facts that the text does not read, in words, the path in brackets."""
    for path in assessment.unused:
        yield f"{_unused(path, assessment, language)} ({path})"


def _unused(path: str, assessment: Assessment, language: Language) -> str:
    application = assessment.application
    appraised = re.fullmatch(r"appraisals\[(\d+)\]", path)
    if appraised:
        subject = application.appraisals[int(appraised[1])].subject
        return APPRAISAL_OF.text(language).format(_point(subject, assessment, language))
    served = re.fullmatch(r"actions\[(\d+)\]\.serves\[(\d+)\]", path)
    if served:
        action = (application.actions or ())[int(served[1])]
        what = _point(action.serves[int(served[2])], assessment, language)
        return SERVES.text(language).format(title=quoted(plain(action.title), language), what=what)
    if re.fullmatch(r"opinion\.\w+\[\d+\]", path):
        return OPINION_ON.text(language).format(_point(subject_at(path, application), assessment, language))
    last = path.rpartition(".")[2]
    return FACTS[last].text(language) if last in FACTS else path


def why_not_counted(member: Member, *, on: date, language: Language) -> str:
    """Return the facts for which a company does not count in the category on a day."""
    if member.left_on is not None and member.left_on <= on:
        return NO_MEMBER_ANY_MORE.text(language).format(day(member.left_on, language))
    if member.joined_on is not None and on < member.joined_on:
        return NOT_YET_MEMBER.text(language).format(day(member.joined_on, language))
    due = [fee for fee in member.fees or () if fee.year == on.year]
    if not due:
        return NO_FEE.text(language).format(on.year)
    if due[0].paid is False:
        return UNPAID.text(language)
    told = FEE_OF.text(language).format(money(due[0].amount, language))
    if due[0].paid_on is None or due[0].paid_on <= on:
        return told
    return f"{told}, {PAID_ON.text(language).format(day(due[0].paid_on, language))}"


def named(names: Iterable[str], language: Language) -> str:
    """Return names in a row, the rest of a long list as a number."""
    return listed(names, last=AND.text(language), language=language)
