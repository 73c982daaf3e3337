"""A calendar as a cluster manager reads it: the life, where it stands on a day, every date, and what they rest on."""

from collections.abc import Iterable
from datetime import date

from path_page import Page
from path_table import FORMS
from path_words import COLON, YEAR, day, is_illustrative, last_day, money, plain, tidy

from clusterlaw import Determined, Label, Undetermined
from clusterlaw.calendar import Calendar
from clusterlaw.catalogue import assumption
from clusterlaw.entries import Due, Entry, Status
from clusterlaw.explanation import what_is_missing
from clusterlaw.incomplete import IncompleteYear, incomplete_years
from clusterlaw.law.open_questions import OPEN_QUESTIONS
from clusterlaw.life import Moment, describe_event, describe_state, describe_subsidy
from clusterlaw.life_sentences import ACTORS, FALLS, entry_days, standing_text
from clusterlaw.sources import Basis, Citation, Language

SOON = 120
DAYS = 25
TITLE = Label(fr="{name} ({form}) : vie et échéances", en="{name} ({form}): life and deadlines")
ILLUSTRATIVE = Label(
    fr="Le dossier dit que des faits ou des coûts sont illustratifs.",
    en="The dossier says that facts or costs are illustrative.",
)
LIFE = Label(fr="Vie", en="Life")
ON = Label(fr="Le {day}", en="On {day}")
DATES = Label(fr="Échéances", en="Dates")
LASTING = Label(fr="Sans jour fixé", en="Without a fixed day")
IF_GRANTED = Label(fr="{amount} EUR, si elle est octroyée", en="EUR {amount}, if granted")
BETWEEN = Label(fr="de {least} à {most} EUR", en="EUR {least} to {most}")
CUT = Label(fr="Années écourtées", en="Years cut short")
ASSUMPTIONS = Label(fr="Hypothèses", en="Assumptions")
QUESTIONS = Label(fr="Questions ouvertes", en="Open questions")
MISSING = Label(fr="Non déclaré, et trancherait", en="Not stated, and would settle it")
UNUSED = Label(fr="Faits qui ne changent rien à cette vie", en="Facts that change nothing in this life")
NOTE = Label(
    fr="Un événement est un fait déclaré ; « présumé » : le dossier décrit cette période sans dater la décision.",
    en="An event is a stated fact; “presumed”: the dossier describes that period without dating the decision.",
)
PRESUMED = Label(fr=" (présumé)", en=" (presumed)")
BY_LAW = Label(fr="terme de la période", en="end of the period")
PILOT = Label(fr="cluster pilote (art. 10)", en="pilot cluster (art. 10)")
NOTHING = Label(fr="rien d'ouvert ni d'échu", en="nothing open or overdue")
DONE = Label(fr="fait le {day}", en="done on {day}")
SEMICOLON = Label(fr=" ; ", en="; ")
LATE = Label(fr="tardif", en="late")
STATUSES: dict[Status, Label] = {
    "overdue": Label(
        fr="échu depuis le {since}, non déclaré comme fait", en="overdue since {since}, not stated as done"
    ),
    "due": Label(fr="dû depuis le {since}", en="due since {since}"),
    "open": Label(fr="ouvert, encore {days} jours", en="open, {days} more days"),
    "today": Label(fr="ce jour", en="on this day"),
    "coming": Label(fr="dans {days} jours", en="in {days} days"),
    "rhythm": Label(fr="chaque année", en="every year"),
    "open_question": Label(fr="sans date", en="without a date"),
}
BASES = {
    Basis.OFFICIAL: Label(fr="source officielle", en="official source"),
    Basis.ASSUMPTION: Label(fr="hypothèse", en="assumption"),
    Basis.DELEGATED: Label(fr="délégué", en="delegated"),
    Basis.INFERRED: Label(fr="déduit", en="inferred"),
    Basis.EVALUATION: Label(fr="évaluation", en="evaluation"),
}


def calendar_text(calendar: Calendar, *, day: date | None, language: Language, styled: bool) -> str:
    """Return the page of a calendar; `day`: with where everything stands on it."""
    page = Page(styled=styled)
    cluster = calendar.life.history.cluster
    title = TITLE.text(language).format(name=plain(cluster.name), form=FORMS[cluster.legal_form].text(language))
    page.line(tidy(title, language), style="bold")
    page.line(tidy(NOTE.text(language), language))
    dossier = calendar.life.history.dossier
    if dossier is not None and is_illustrative(dossier):
        page.line(tidy(ILLUSTRATIVE.text(language), language))
    _life(page, calendar, language)
    if day is not None:
        _on(page, calendar, day, language)
    _dates(page, calendar, language)
    lasting = [each for each in calendar.entries if each not in calendar.dated]
    page.section(LASTING.text(language), [_lasting(each, language) for each in lasting])
    _grounds(page, calendar, day, language)
    return page.text


def _row(page: Page, days: str, text: str) -> None:
    page.line(text, first=days.ljust(DAYS), indent=" " * DAYS)


def _heading(page: Page, text: str) -> None:
    page.blank()
    page.line(text, style="bold")


def _life(page: Page, calendar: Calendar, language: Language) -> None:
    _heading(page, LIFE.text(language))
    for moment in calendar.life.moments:
        _row(page, day(moment.day, language), tidy(_moment(moment, language), language))
    cut = [_cut(each, language) for each in incomplete_years(calendar.life)]
    page.section(CUT.text(language), cut)


def _moment(moment: Moment, language: Language) -> str:
    if moment.decided is None or moment.event is None:
        what = (PILOT if moment.decided is None else BY_LAW).text(language)
    else:
        what = describe_event(moment.event.event).label.text(language)
        what += PRESUMED.text(language) if moment.event.presumed else ""
    state = f"{describe_state(moment.state).label.text(language)}, {describe_subsidy(moment.subsidy).text(language)}"
    falls = "" if moment.falls is None else f"{SEMICOLON.text(language)}{FALLS[moment.falls].text(language)}"
    citation = short_citation(moment.steps[0].citations[0], language)
    return f"{what} → {state}{falls} [{citation}]"


def short_citation(citation: Citation, language: Language) -> str:
    """Return a citation without the title of the decree itself, which most entries cite."""
    text = citation.text(language)
    return text.partition(", ")[2] if citation.act.identifier == "decree-2007" else text


def _cut(year: IncompleteYear, language: Language) -> str:
    kept = f"{day(year.kept.starts_on, language)} – {day(last_day(year.kept.ends_before), language)}"
    words = f"{YEAR.text(language)} {year.number}, {kept}"
    finding = year.finding
    if isinstance(finding, Determined):
        told = IF_GRANTED.text(language).format(amount=money(finding.value, language))
    elif isinstance(finding, Undetermined):
        most = "?" if finding.greatest is None else money(finding.greatest, language)
        told = BETWEEN.text(language).format(least=money(finding.least, language), most=most)
        told += f"{SEMICOLON.text(language)}{', '.join(finding.missing)}"
    else:
        told = ", ".join(f"{each.condition} ({short_citation(each.citation, language)})" for each in finding.reasons)
    return tidy(f"{words}{COLON.text(language)}{told}", language)


def _on(page: Page, calendar: Calendar, day_given: date, language: Language) -> None:
    standing = calendar.standing_on(day_given)
    _heading(page, ON.text(language).format(day=day(day_given, language)))
    page.line(tidy(standing_text(standing, language), language))
    due = [each for each in calendar.open_on(day_given, within_days=SOON) if each.entry.kind not in _QUIET]
    if not due:
        page.line(NOTHING.text(language))
    for each in sorted(due, key=lambda one: _URGENCY.index(one.status)):
        page.line(tidy(_due(each, language), language), first="• ", indent="  ")


_QUIET = ("subsidy_year_starts", "subsidy_year_ends", "report_to_parliament", "committee_meetings")
_URGENCY: tuple[Status, ...] = ("overdue", "open", "today", "due", "coming", "open_question", "rhythm")


def _due(due: Due, language: Language) -> str:
    since = "" if due.since is None else day(due.since, language)
    status = STATUSES[due.status].text(language).format(since=since, days=due.in_days)
    return f"{status}{COLON.text(language)}{_what(due.entry, language, done=due.status == 'done')}"


def _dates(page: Page, calendar: Calendar, language: Language) -> None:
    _heading(page, DATES.text(language))
    for entry in calendar.dated:
        if entry.kind != "subsidy_year_ends":
            _row(page, entry_days(entry, language), tidy(_what(entry, language), language))


def _what(entry: Entry, language: Language, *, done: bool = True) -> str:
    parts = [entry.label.text(language)]
    if entry.condition is not None:
        parts.append(entry.condition.text(language))
    if done and entry.done_on is not None:
        late = f" ({LATE.text(language)})" if entry.late else ""
        known = DONE if entry.done_as is None else entry.done_as
        parts.append(known.text(language).format(day=day(entry.done_on, language)) + late)
    basis = "" if entry.basis not in BASES else f", {BASES[entry.basis].text(language)}"
    source = f"[{short_citation(entry.citation, language)}{basis}]"
    actor = "" if entry.actor == "operation_of_law" else f" – {ACTORS[entry.actor].text(language)}"
    named = f" ({', '.join(entry.questions)})" if entry.questions else ""
    return f"{', '.join(parts)}{actor} {source}{named}"


def _lasting(entry: Entry, language: Language) -> str:
    days = entry.applies if entry.days is None else entry.days
    span = "" if days is None else f"{day(days.starts_on, language)} – {day(last_day(days.ends_before), language)}"
    return tidy(f"{span}{COLON.text(language)}{_what(entry, language)}", language)


def _grounds(page: Page, calendar: Calendar, day_given: date | None, language: Language) -> None:
    life, colon = calendar.life, COLON.text(language)
    standing = None if day_given is None else calendar.standing_on(day_given)
    missing = [name for each in life.moments for name in each.missing]
    missing += () if standing is None else standing.missing
    missing += [name for each in calendar.entries for name in each.missing]
    told = [f"{what_is_missing(name).text(language)} ({name})" for name in dict.fromkeys(missing)]
    page.section(MISSING.text(language), [tidy(each, language) for each in told])
    names = _names(each.assumptions for each in calendar.entries)
    names |= _names(step.assumptions for moment in life.moments for step in moment.steps)
    described = [f"{name}{colon}{assumption(name).text(life.history.assumptions, language)}" for name in names]
    page.section(ASSUMPTIONS.text(language), [tidy(each, language) for each in described])
    asked = _names(each.questions for each in calendar.entries) | _names(each.questions for each in life.moments)
    questions = [f"{each.name}{colon}{each.label.text(language)}" for each in OPEN_QUESTIONS if each.name in asked]
    page.section(QUESTIONS.text(language), [tidy(each, language) for each in questions])
    page.section(UNUSED.text(language), list(calendar.unused))


def _names(groups: Iterable[tuple[str, ...]]) -> dict[str, None]:
    return dict.fromkeys(name for group in groups for name in group)
