"""An assessment as an official reads it: the conclusion, each condition with its article, and what would turn it."""

from collections.abc import Iterable, Iterator

from assessment_words import (
    changes_in_words,
    missing_in_words,
    named,
    short_citations,
    span_of_citations,
    unused_in_words,
    why_not_counted,
)
from path_page import GAP, WIDTH, Page, Sheet, wrapped
from path_words import COLON, day, last_day, length_in_words, money, plain, tidy

from clusterlaw import Assessment, Diagnosis, Label, diagnose, selection_of
from clusterlaw.application import BALLOTS as BALLOT_NAMES
from clusterlaw.application_sentences import BALLOTS, FORMS, number_of
from clusterlaw.assessment import Conclusion
from clusterlaw.assessment_text import (
    ARTICLES,
    KINDS_OF_FILE,
    MARKS,
    NOTHING_ASKED,
    by_article,
    conclusions,
    missing_label,
    reason,
    warning_lines,
)
from clusterlaw.catalogue import assumption
from clusterlaw.classification import CategoryFinding
from clusterlaw.diagnosis import ElementDiagnosis, Progress, YearDiagnosis
from clusterlaw.eligibility import ConditionAssessed
from clusterlaw.finding import Step
from clusterlaw.opinion import OpinionFinding, VoteFinding
from clusterlaw.rules.categories import counts
from clusterlaw.selection import ActivityKind
from clusterlaw.sources import Language

NONE = "–"
VERDICTS: dict[Conclusion, bool | None] = {"met": True, "not_met": False, "cannot_be_told": None}

FILED = Label(fr="Déposé le {}", en="Filed on {}")
DECIDED = Label(fr="décision du {}", en="decision of {}")
ASKED_FOR = Label(
    fr="période demandée\u00a0: {first}–{last}, {length}", en="period asked for: {first} – {last}, {length}"
)
APPLIED = Label(fr="{} appliqué", en="{} applied")
RENEWAL_OF = Label(
    fr="Reconnu le {day}\u00a0; années {first} à {last}", en="Recognised on {day}; years {first} to {last}"
)
RENEWAL_OF_ONE = Label(fr="Reconnu le {day}\u00a0; année {first}", en="Recognised on {day}; year {first}")
LAST_DAY = Label(fr="renouvellement à demander au plus tard le {}", en="renewal to be requested at the latest on {}")
CITED = Label(
    fr="Articles du décret du 18 janvier 2007\u00a0; entre parenthèses, l'année qui a modifié le passage.",
    en="Articles of the decree of 18 January 2007; in brackets, the year that amended the passage.",
)
NOT_MET = Label(fr="non rempli ({} sur {})", en="not met ({} of {})")
TO_ESTABLISH = Label(fr="à établir ({} sur {})", en="to be established ({} of {})")
SEMICOLON = Label(fr="\u00a0; ", en="; ")
SUBSIDY_ALONE = Label(fr="la subvention seule tombe", en="the subsidy alone falls")
NONE_WOULD_DO = Label(fr="aucun fait seul n'y suffirait", en="no single fact would do")
WOULD_DO = Label(fr="suffirait", en="would do")
CATEGORY = Label(fr="Catégorie (art. 3)", en="Category (art. 3)")
CEILING = Label(
    fr="le plafond de la subvention dépend de la catégorie\u00a0; le Gouvernement le fixe",
    en="the ceiling of the subsidy depends on the category; the Government sets it",
)
NOT_COUNTED = Label(fr="entreprises non comptées", en="companies not counted")
GIVEN_ON = Label(fr="avis du {day}, {text}\u00a0; {mission}", en="opinion of {day}, {text}; {mission}")
INNOVATION_SEEN = Label(fr="caractère innovant pris en compte", en="innovative character taken into account")
SEEN = {
    "axis": Label(fr="{} axes sur {} pris en compte", en="{} axes of {} taken into account"),
    "mission": Label(fr="{} missions sur {} prises en compte", en="{} missions of {} taken into account"),
}
REASONED = Label(fr="{} critères sur {} motivés", en="{} criteria of {} reasoned")
COUNTED = Label(fr="voix délibératives comptées", en="deliberative votes counted")
CONSULTATIVE = Label(fr="voix consultatives, non comptées", en="consultative votes, not counted")
DISCOUNTED: dict[bool | None, Label] = {
    False: Label(fr="voix non comptée", en="vote not counted"),
    None: Label(fr="voix dont le compte ne peut être tranché", en="vote of which it cannot be told whether it counts"),
}
SILENT = Label(fr="aucun texte ne règle", en="no text settles")
DIAGNOSIS = Label(fr="Diagnostic du plan, qui n'est pas du droit", en="Diagnosis of the plan, which is no law")
ELEMENTS = {"axis": Label(fr="Axe", en="Axis"), "mission": Label(fr="Mission", en="Mission")}
ELEMENT_HEADINGS = (
    Label(fr="Actions\nréalisées", en="Actions\ndone"),
    Label(fr="\nengagées", en="\ncommitted"),
    Label(fr="Indicateurs\nde réalisation", en="Indicators\nof output"),
    Label(fr="\nde résultat", en="\nof result"),
    Label(fr="\nd'impact", en="\nof impact"),
    Label(fr="Budget\n(EUR)", en="Budget\n(EUR)"),
    Label(fr="\nPartenaires", en="\nPartners"),
)
YEAR_HEADINGS = (
    Label(fr="\nAnnée", en="\nYear"),
    Label(fr="\nDu", en="\nFrom"),
    Label(fr="\nAu", en="\nTo"),
    Label(fr="Actions\nen cours", en="Actions\nrunning"),
    Label(fr="Indicateurs\nde réalisation", en="Indicators\nof output"),
    Label(fr="\nde résultat", en="\nof result"),
    Label(fr="\nd'impact", en="\nof impact"),
    Label(fr="\n", en="\n"),
)
OUTPUTS_ONLY = Label(fr="! réalisations seules", en="! outputs only")
AT_LEAST = Label(
    fr="≥\u00a0au moins\u00a0: le budget d'une action manque", en="≥ at least: the budget of an action is missing"
)
UNDATED = Label(
    fr="Actions sans dates, que les années ne montrent pas", en="Actions without dates, which no year shows"
)
REACHED = Label(fr="Cibles atteintes\u00a0: {reached} sur {told}", en="Targets reached: {reached} of {told}")
FIGURE = Label(fr="{name} {value} (cible {target})", en="{name} {value} (target {target})")
FIGURE_FROM = Label(
    fr="{name} {value} (départ {baseline}, cible {target})", en="{name} {value} (from {baseline}, target {target})"
)
WITHOUT_FIGURE = Label(fr="indicateur sans valeur", en="indicator without a value")
WITHOUT_FIGURES = Label(fr="indicateurs sans valeur", en="indicators without a value")
ASSUMED = Label(fr="Ce qui est supposé", en="What is assumed")
OPEN = Label(fr="Questions ouvertes, qu'aucun texte ne règle", en="Open questions, which no text settles")
UNUSED = Label(
    fr="Indiqué mais sans effet (que le texte applicable ne lit pas)",
    en="Stated without effect (not read by the text that applies)",
)
LEGEND = Label(
    fr="✓ rempli   ✗ non rempli   ? à établir   ! à voir, mais ne change aucune condition",
    en="✓ met   ✗ not met   ? to be established   ! worth seeing, but turns no condition",
)


def assessment_text(assessment: Assessment, *, language: Language, styled: bool = False) -> str:
    """Return the assessment as text of at most 118 columns; `styled` adds bold type for a terminal."""
    page = Page(styled=styled)
    _add_head(page, assessment, language)
    _add_conclusion(page, assessment, language)
    groups = dict(by_article(assessment))
    of_opinion = groups.pop(ARTICLES["opinion"], [])
    for title, conditions in groups.items():
        _add_group(page, title, conditions, assessment, language)
    if assessment.category is not None:
        _add_category(page, assessment.category, assessment, language)
    if of_opinion or assessment.opinion is not None:
        _add_group(page, ARTICLES["opinion"], of_opinion, assessment, language)
    if assessment.opinion is not None:
        _add_opinion(page, assessment.opinion, language)
    diagnosis = diagnose(assessment)
    if diagnosis is not None:
        _add_diagnosis(page, diagnosis, assessment, language)
    for heading, items in (
        (ASSUMED, _assumptions(assessment, language)),
        (OPEN, (f"{_library(missing_label(name), language)} [{name}]" for name in assessment.questions)),
        (UNUSED, unused_in_words(assessment, language)),
    ):
        page.section(heading.text(language), list(items))
    page.blank()
    page.line(LEGEND.text(language))
    page.line(CITED.text(language))
    return page.text


def _library(label: Label, language: Language) -> str:
    return tidy(label.text(language), language)


def _add_head(page: Page, assessment: Assessment, language: Language) -> None:
    application, period = assessment.application, assessment.period
    request, form = application.request, application.applicant.form_on(application.request.starts_on)
    named_form = f" ({FORMS[form].fr})" if form else ""
    kind = KINDS_OF_FILE[request.kind].text(language)
    page.line(f"{plain(application.applicant.name)}{named_form}{COLON.text(language)}{kind}", style="bold")
    facts = [FILED.text(language).format(day(request.filed_on, language))]
    if period is None:
        facts.append(DECIDED.text(language).format(day(request.starts_on, language)))
    else:
        first, last = day(period.starts_on, language), day(last_day(period.ends_before), language)
        length = length_in_words(assessment.text.recognition_years.value, language)
        facts.append(ASKED_FOR.text(language).format(first=first, last=last, length=length))
    facts.append(APPLIED.text(language).format(assessment.text.label.text(language)))
    page.line(" · ".join(facts))
    if period is not None and request.recognised_on is not None:
        years = RENEWAL_OF if period.last_year > period.first_year else RENEWAL_OF_ONE
        since = day(request.recognised_on, language)
        facts = [years.text(language).format(day=since, first=period.first_year, last=period.last_year)]
        if assessment.deadline is not None:
            facts.append(LAST_DAY.text(language).format(day(assessment.deadline, language)))
        page.line(" · ".join(facts))
    page.blank()


def _add_conclusion(page: Page, assessment: Assessment, language: Language) -> None:
    for mark, words in zip(_marks(assessment), conclusions(assessment, language=language), strict=True):
        page.line(tidy(words, language), style="bold", first=f"{mark} ", indent="  ")
    for label, holds in ((NOT_MET, False), (TO_ESTABLISH, None)):
        names = [each.label.text(language) for each in assessment.conditions if each.holds is holds]
        if names:
            counted = label.text(language).format(len(names), len(assessment.conditions))
            listed = tidy(SEMICOLON.text(language).join(names), language)
            page.line(f"{counted}{COLON.text(language)}{listed}", first="  ", indent="    ")
    if assessment.category is not None:
        settled = True if assessment.category.category else None
        words = _reason(assessment.category.steps[-1], language)
        page.line(words[0].upper() + words[1:], style="bold", first=f"{MARKS[settled]} ", indent="  ")
    for warning in warning_lines(assessment, language=language):
        page.line(tidy(warning.strip().removeprefix("! "), language), first="! ", indent="  ")


def _marks(assessment: Assessment) -> list[str]:
    """Return the mark of each conclusion: on recognition and subsidy; of other files, on the opinion."""
    if assessment.recognition is None or assessment.subsidy is None:
        return [MARKS[each.holds] for each in assessment.conditions] or [NONE]
    return [MARKS[VERDICTS[assessment.recognition]], MARKS[VERDICTS[assessment.subsidy]]]


def _add_group(
    page: Page, title: Label, conditions: list[ConditionAssessed], assessment: Assessment, language: Language
) -> None:
    page.blank()
    page.line(_library(title, language), style="bold")
    for each in conditions:
        words = f"{each.label.text(language)}{COLON.text(language)}{_reason(each.step, language)}"
        _add_marked(page, each.holds, words, short_citations(each.citations, language))
        _add_remedies(page, each, assessment, language)


def _reason(step: Step, language: Language) -> str:
    return tidy(plain(reason(step, language)), language)


def _add_marked(page: Page, holds: bool | None, words: str, note: str) -> None:  # noqa: FBT001
    page.entry(words, note, style="" if holds else "bold", first=f"  {MARKS[holds]} ", indent="      ")


def _add_remedies(page: Page, each: ConditionAssessed, assessment: Assessment, language: Language) -> None:
    if each.holds is False and each.affects == "subsidy":
        page.line(SUBSIDY_ALONE.text(language), first="      ", indent="        ")
    for words in missing_in_words(each.missing, assessment, language):
        page.line(words, first="      ", indent="        ")
    for words in changes_in_words(each.changes, assessment, language):
        would = f"{WOULD_DO.text(language)}{COLON.text(language)}"
        page.line(f"{would}{words}", first="      → ", indent="        ")
    if each.holds is False and not each.changes:
        page.line(NONE_WOULD_DO.text(language), first="      ", indent="        ")


def _add_category(page: Page, found: CategoryFinding, assessment: Assessment, language: Language) -> None:
    page.blank()
    page.line(_library(CATEGORY, language), style="bold")
    on, counted, category = (_reason(step, language) for step in found.steps)
    note = short_citations(found.steps[-1].citations, language)
    settled = None if found.category is None else True
    _add_marked(page, settled, f"{category}{COLON.text(language)}{counted}{SEMICOLON.text(language)}{on}", note)
    for words in missing_in_words(found.missing, assessment, language):
        page.line(words, first="      ", indent="        ")
    fee_at_least = assessment.text.categories[0].yearly_fee_at_least
    left_out = [
        f"{plain(member.name)} ({why_not_counted(member, on=found.day, language=language)})"
        for member in assessment.application.applicant.members or ()
        if member.kind == "company" and counts(member=member, fee_at_least=fee_at_least, day=found.day) is False
    ]
    if left_out:
        words = f"{NOT_COUNTED.text(language)}{COLON.text(language)}{named(left_out, language)}"
        page.line(words, first="    ", indent="      ")
    page.line(CEILING.text(language), first="    ", indent="      ")


def _add_opinion(page: Page, found: OpinionFinding, language: Language) -> None:
    day_given, text = day(found.opinion.given_on, language), found.text.label.text(language)
    step = found.mission_step
    words = GIVEN_ON.text(language).format(day=day_given, text=text, mission=_reason(step, language))
    _add_marked(page, found.mission is not None, words, short_citations(step.citations, language))
    if found.mission is not None and not found.asked:
        page.line(_library(NOTHING_ASKED, language), first="    ", indent="      ")
    grounds = selection_of(found.text).grounds.value
    if grounds is not None:
        _add_grounds(page, found, grounds.actions.value, language)
    for words in _votes(found, language):
        page.line(words, first="    ", indent="      ")


def _add_grounds(page: Page, found: OpinionFinding, kind: ActivityKind, language: Language) -> None:
    for part, label in (("innovation", INNOVATION_SEEN), ("actions", SEEN[kind]), ("criteria", REASONED)):
        grounds = [ground for ground in found.grounds if ground.part == part]
        complete = [ground for ground in grounds if ground.holds]
        if grounds and (complete or part != "innovation"):
            words = label.text(language).format(len(complete), len(grounds))
            note = span_of_citations((ground.step.citations[0] for ground in grounds), language)
            _add_marked(page, len(complete) == len(grounds), words, note)
        for ground in grounds:
            if not ground.holds:
                words = f"{ground.label.text(language)}{COLON.text(language)}{_reason(ground.step, language)}"
                page.entry(words, short_citations(ground.step.citations, language), first="      – ", indent="        ")


def _votes(found: OpinionFinding, language: Language) -> Iterator[str]:
    colon = COLON.text(language)
    if found.votes:
        tallies = ", ".join(_tally(found, ballot, language) for ballot in BALLOT_NAMES)
        yield f"{COUNTED.text(language)}{colon}{tallies}"
    advice = [_vote(each, language) for each in found.votes if each.capacity == "consultative"]
    if advice:
        yield f"{CONSULTATIVE.text(language)}{colon}{', '.join(advice)}"
    for each in found.votes:
        if each.remark is not None and each.capacity != "consultative":
            why = _library(each.remark, language)
            yield f"{DISCOUNTED[each.counts].text(language)}{colon}{_vote(each, language)} – {why}"
    if found.silent:
        yield f"{SILENT.text(language)}{colon}{', '.join(label.text(language) for label in found.silent)}"


def _tally(found: OpinionFinding, ballot: str, language: Language) -> str:
    least, greatest = found.tally(ballot)
    number = str(least) if least == greatest else f"{least}–{greatest}"
    return f"{BALLOTS[ballot].text(language)}\u00a0{number}"


def _vote(each: VoteFinding, language: Language) -> str:
    return f"{plain(each.vote.member)} ({BALLOTS[each.vote.ballot].text(language)})"


def _add_diagnosis(page: Page, found: Diagnosis, assessment: Assessment, language: Language) -> None:
    page.blank()
    source = tidy(found.source.text(language), language)
    page.line(f"{DIAGNOSIS.text(language)} [{source}]", style="bold")
    kind = assessment.selection.activities.kind
    figures = [_element_row(each, language) for each in found.elements]
    headings = [label.text(language) for label in ELEMENT_HEADINGS]
    room = WIDTH - GAP - _width([headings, *figures])
    rows = [
        [wrapped(each.element.label.text(language), width=room), *row]
        for each, row in zip(found.elements, figures, strict=True)
    ]
    _add_table(page, ["\n" + ELEMENTS[kind].text(language), *headings], rows, left=(0,))
    if any(each.without_budget for each in found.elements):
        page.line(AT_LEAST.text(language))
    if found.years:
        page.blank()
        years = [_year_row(year, language) for year in found.years]
        _add_table(page, [label.text(language) for label in YEAR_HEADINGS], years, left=(1, 2, 7))
    for words in (*_undated(found, language), *_progress(found.progress, language)):
        page.line(words, indent="  ")


def _add_table(page: Page, headings: list[str], rows: list[list[str]], *, left: tuple[int, ...]) -> None:
    pairs = [(index,) for index in range(len(headings))]
    page.table(Sheet(headings, rows, left=left, pairs=pairs), rows, headings=True)


def _width(rows: list[list[str]]) -> int:
    columns = list(zip(*rows, strict=True))
    widths = [max(len(line) for cell in column for line in cell.split("\n")) for column in columns]
    return sum(widths) + GAP * (len(widths) - 1)


def _element_row(each: ElementDiagnosis, language: Language) -> list[str]:
    budget = money(each.budget, language)
    return [
        str(each.done),
        str(each.committed),
        *(str(count) for _, count in each.mix),
        f"≥\u00a0{budget}" if each.without_budget else budget,
        str(each.partners),
    ]


def _year_row(year: YearDiagnosis, language: Language) -> list[str]:
    return [
        str(year.age),
        day(year.starts_on, language),
        day(last_day(year.ends_before), language),
        str(year.actions),
        *(str(count) for _, count in year.mix),
        OUTPUTS_ONLY.text(language) if year.outputs_only else "",
    ]


def _undated(found: Diagnosis, language: Language) -> Iterator[str]:
    if found.undated:
        yield f"{UNDATED.text(language)}{COLON.text(language)}{named(map(plain, found.undated), language)}"


def _progress(found: tuple[Progress, ...], language: Language) -> Iterator[str]:
    told = [each for each in found if each.reached is not None]
    if not told:
        return
    reached = [each.reached for each in told].count(True)
    words = REACHED.text(language).format(reached=reached, told=len(told))
    yield f"{words} – {named((_figure(each, language) for each in told), language)}"
    if len(told) < len(found):
        yield number_of(len(found) - len(told), WITHOUT_FIGURE, WITHOUT_FIGURES, language)


def _figure(each: Progress, language: Language) -> str:
    indicator = each.indicator
    label = FIGURE_FROM if indicator.baseline else FIGURE
    return label.text(language).format(
        name=plain(indicator.name), value=indicator.value, target=indicator.target, baseline=indicator.baseline
    )


def _assumptions(assessment: Assessment, language: Language) -> Iterable[str]:
    for name in assessment.assumptions:
        words = tidy(assumption(name).text(assessment.application.assumptions, language), language)
        yield f"{words} [{name}]"
