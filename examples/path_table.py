"""A funding path as a cluster manager reads it: a block of years per recognition period, totals, their grounds."""

from collections.abc import Callable, Iterable, Iterator

from path_page import Page, Sheet
from path_words import (
    COLON,
    day,
    facts_in_words,
    last_day,
    money,
    own_share_bounds,
    periods_in_words,
    plain,
    tidy,
    years_in_words,
)

from clusterlaw import Euro, FundingPath, FundingYear, Label, Reason
from clusterlaw.catalogue import assumption
from clusterlaw.law import commences_on
from clusterlaw.law.open_questions import RENEWAL_DEADLINE_2025
from clusterlaw.recognition import later_texts
from clusterlaw.regime import Discretion
from clusterlaw.sources import Language
from clusterlaw.standing import ConditionFinding, PeriodFinding

MARKS: dict[bool | None, str] = {True: "✓", False: "✗", None: "?"}
NONE = "–"
BETWEEN = "\u00a0\u00a0 "

HEADINGS = (
    Label(fr="Année", en="Year"),
    Label(fr="Du", en="From"),
    Label(fr="Au", en="To"),
    Label(fr="Coûts\nadmis", en="Admitted\ncosts"),
    Label(fr="Coûts\nplafonnés", en="Capped\ncosts"),
    Label(fr="%", en="%"),
    Label(fr="Subvention\nsi octroyée", en="Subsidy\nif granted"),
    Label(fr="Part\npropre", en="Own\nshare"),
    Label(fr="Autres fonds\npublics", en="Other public\nfunding"),
)
LEFT = (1, 2)
# Columns that share a cell where figures are too long for the page.
PAIRS = ((0,), (1, 2), (3, 4), (5,), (6,), (7, 8))

TITLE = Label(
    fr="{name} ({form}) : trajectoire de financement, {first} – {last}",
    en="{name} ({form}): funding path, {first} – {last}",
)
FORMS = {
    "association_de_fait": Label(fr="association de fait", en="association de fait"),
    "asbl": Label(fr="ASBL", en="ASBL"),
    "gie": Label(fr="GIE", en="GIE"),
    "geie": Label(fr="GEIE", en="GEIE"),
}
RECOGNISED = Label(fr="Reconnu le {day}", en="Recognised on {day}")
PRIOR = Label(
    fr="années de subvention avant la reconnaissance\u00a0: {years}",
    en="years of subsidy before the recognition: {years}",
)
IF_GRANTED = Label(
    fr="Montants en EUR, dus si la subvention est octroyée\u00a0; le dernier jour est compris.",
    en="Amounts in EUR, due if the subsidy is granted; the last day is included.",
)
DISCRETIONS: dict[Discretion, Label] = {
    "may_grant": Label(fr="{texts}\u00a0: le Gouvernement peut octroyer.", en="{texts}: the Government may grant."),
    "grants_within_budget": Label(
        fr="{texts}\u00a0: le Gouvernement octroie dans les limites du budget.",
        en="{texts}: the Government grants within the budget.",
    ),
}
PERIOD = Label(fr="Période {number} · {text} · {first}–{last}", en="Period {number} · {text} · {first} – {last}")
RENEW = Label(fr="renouvellement à demander au plus tard le {day}", en="renewal to be requested at the latest on {day}")
RENEW_UNKNOWN = Label(
    fr="délai de demande inconnu\u00a0: question ouverte {question}",
    en="renewal deadline unknown: open question {question}",
)
KEEPS_TEXT = Label(
    fr="{text} en vigueur le {day}\u00a0: la période garde le sien jusqu'à son terme ({citation})",
    en="{text} in force on {day}: the period keeps its own to its end ({citation})",
)
LEGEND = Label(
    fr="✓ remplie   ✗ non remplie   ? non établie   ≥ au moins, sans maximum   – sans objet ou inconnu",
    en="✓ met   ✗ not met   ? not established   ≥ at least, no upper bound   – does not exist or unknown",
)
OPEN_QUESTION = Label(fr="question ouverte {}", en="open question {}")
FROM_YEAR = Label(fr="dès l'année {}", en="from year {} on")
STILL_RECOGNISED = Label(fr="reconnaissance maintenue jusque-là", en="recognition kept until then")
STILL_OPEN = Label(fr="subvention encore ouverte", en="subsidy still open")
LEAST = Label(fr="de {}", en="from {}")
GREATEST = Label(fr="à {}", en="to {}")
REFUSED = Label(fr="refusée", en="refused")
REFUSED_BECAUSE = Label(
    fr="subvention refusée, {years}\u00a0: {condition} ({citation}){effect}",
    en="subsidy refused, {years}: {condition} ({citation}){effect}",
)
RECOGNITION_FALLS = Label(fr="\u00a0; la reconnaissance tombe aussi", en="; the recognition falls too")
CONDITION_FAILS = Label(fr="condition non remplie, {}", en="condition not met, {}")
LOST = {
    "recognition": Label(fr="la reconnaissance a pris fin auparavant", en="the recognition ended earlier"),
    "lapsed_subsidy": Label(
        fr="la subvention n'avait pas été renouvelée et ne reprend pas",
        en="the subsidy was not renewed earlier and does not resume",
    ),
}
TOTAL = Label(fr="Total", en="Total")
LATE = Label(fr="Avertissements", en="Warnings")
LATE_REQUEST = Label(
    fr="le renouvellement du {start} a été demandé le {requested}, après le dernier jour (le {deadline})\u00a0; "
    "les montants n'en tiennent pas compte",
    en="the renewal of {start} was requested on {requested}, after the last day ({deadline}); "
    "the amounts do not show it",
)
DEADLINE_AFTER = Label(
    fr="délai de demande après {periods}, sans effet sur les montants",
    en="deadline of the request after {periods}, without effect on the amounts",
)
MISSING = Label(fr="Ce qui manque", en="What is missing")
NEEDED = Label(fr="à\u00a0établir\u00a0: {}", en="needed for {}")
ASSUMED = Label(fr="Ce qui est supposé", en="What is assumed")
UNUSED = Label(
    fr="Indiqué mais sans effet (que le texte applicable ne lit pas, ou au-delà de l'horizon)",
    en="Stated without effect (not read by the text that applies, or beyond the horizon)",
)
NOTES = Label(fr="Notes du dossier", en="Notes of the dossier")


def path_text(path: FundingPath, *, language: Language, styled: bool = False) -> str:
    """Return the path as text of at most 118 columns; `styled` adds bold type for a terminal."""
    page = Page(styled=styled)
    _add_head(page, path, language)
    rows = [_row(year, language) for year in path.years]
    total = _total_row(path, language)
    sheet = Sheet([label.text(language) for label in HEADINGS], [*rows, total], left=LEFT, pairs=PAIRS)
    page.table(sheet, [], headings=True)
    page.rule()
    for within in path.periods:
        _add_block(page, path, within, language)
        first, last = within.period.first_year, min(within.period.last_year, len(path.years))
        page.table(sheet, rows[first - 1 : last])
        for words in _refusals(path.years[first - 1 : last], language):
            page.line(words, first="  • ", indent="    ")
        if within is not path.periods[-1]:
            page.blank()
    page.rule()
    page.table(sheet, [total])
    page.blank()
    page.line(LEGEND.text(language))
    for heading, items in (
        (LATE, _late_requests(path, language)),
        (MISSING, _missing(path, language)),
        (ASSUMED, _assumptions(path, language)),
        (UNUSED, (words for _, words in facts_in_words(path.unused, path.dossier, language))),
        (NOTES, _notes(path, language)),
    ):
        page.section(heading.text(language), list(items))
    return page.text


def _add_head(page: Page, path: FundingPath, language: Language) -> None:
    dossier = path.dossier
    title = TITLE.text(language).format(
        name=plain(dossier.cluster.name),
        form=FORMS[dossier.cluster.legal_form].text(language),
        first=day(path.years[0].starts_on, language),
        last=day(last_day(path.years[-1].ends_before), language),
    )
    page.line(title, style="bold")
    facts = [RECOGNISED.text(language).format(day=day(dossier.recognised_on, language))]
    if dossier.prior_subsidy_years:
        facts.append(PRIOR.text(language).format(years=dossier.prior_subsidy_years))
    page.line(" · ".join(facts))
    page.line(IF_GRANTED.text(language))
    for words in _discretions(path, language):
        page.line(words)
    page.blank()


def _discretions(path: FundingPath, language: Language) -> Iterator[str]:
    for discretion, label in DISCRETIONS.items():
        texts = [year.regime.label.text(language) for year in path.years if year.discretion == discretion]
        if texts:
            named = ", ".join(dict.fromkeys(texts))
            yield label.text(language).format(texts=named[0].upper() + named[1:])


def _add_block(page: Page, path: FundingPath, within: PeriodFinding, language: Language) -> None:
    period = within.period
    heading = PERIOD.text(language).format(
        number=period.number,
        text=period.regime.label.text(language),
        first=day(period.starts_on, language),
        last=day(last_day(period.ends_before), language),
    )
    page.line(f"{heading} · {_renewal(path, within, language)}", style="bold", indent="  ")
    assumptions = path.dossier.assumptions
    for regime in later_texts(period=period, before=period.ends_before, assumptions=assumptions, regimes=path.regimes):
        words = KEEPS_TEXT.text(language).format(
            text=regime.label.text(language),
            day=day(commences_on(regime, assumptions=assumptions), language),
            citation=tidy(regime.transition.assumption or regime.transition.citation.text(language), language),
        )
        page.line(words, first="  ", indent="  ")
    last = min(period.last_year, len(path.years))
    conditions = [*_standing(within, language)]
    if not within.carried.lost:
        conditions += _conditions(within, last, language)
    page.line(BETWEEN.join(conditions), first="  ", indent="  ")


def _renewal(path: FundingPath, within: PeriodFinding, language: Language) -> str:
    deadline = path.renewal_deadline(within.period)
    if deadline is None:
        return RENEW_UNKNOWN.text(language).format(question=RENEWAL_DEADLINE_2025.name)
    return RENEW.text(language).format(day=day(deadline, language))


def _standing(within: PeriodFinding, language: Language) -> Iterator[str]:
    carried = within.carried
    if carried.lost is not False:
        yield _marked(MARKS[None if carried.lost is None else False], STILL_RECOGNISED.text(language))
    if carried.lapsed is not False and not carried.lost:
        yield _marked(MARKS[within.open_after_lapse], STILL_OPEN.text(language))


def _conditions(within: PeriodFinding, last: int, language: Language) -> Iterator[str]:
    for each in within.conditions:
        if each.applies_in(last):
            yield _marked(MARKS[each.holds], each.condition.label.text(language) + _remark(each, within, language))


def _remark(each: ConditionFinding, within: PeriodFinding, language: Language) -> str:
    remarks = []
    years = range(within.period.first_year, within.period.last_year + 1)
    from_year = next(year for year in years if each.applies_in(year))
    if from_year > within.period.first_year:
        remarks.append(FROM_YEAR.text(language).format(from_year))
    if each.holds is None and each.value is not None:
        remarks.append(OPEN_QUESTION.text(language).format(each.condition.open_question))
    return f" ({', '.join(remarks)})" if remarks else ""


def _marked(mark: str, words: str) -> str:
    return f"{mark}\u00a0{words}".replace(" ", "\u00a0")


def _row(year: FundingYear, language: Language) -> list[str]:
    least, greatest = own_share_bounds(year)
    return [
        str(year.number),
        day(year.starts_on, language),
        day(last_day(year.ends_before), language),
        _bounds(*_admitted_bounds(year), language),
        _amount(year.capped_costs, language),
        "/".join(str(band.percentage) for band in year.bands),
        REFUSED.text(language) if year.reasons else _bounds(year.subsidy_at_least, year.subsidy_at_most, language),
        _amount(None, language) if greatest is None else _bounds(least, greatest, language),
        _amount(year.other_public_funding, language),
    ]


def _admitted_bounds(year: FundingYear) -> tuple[Euro | None, Euro | None]:
    if year.costs is None:
        return None, None
    least, greatest = year.admitted
    return Euro.from_cents(least), None if greatest is None else Euro.from_cents(greatest)


def _amount(amount: Euro | None, language: Language) -> str:
    return NONE if amount is None else money(amount, language)


def _bounds(least: Euro | None, greatest: Euro | None, language: Language) -> str:
    if greatest is None:
        return NONE if least is None else f"≥\u00a0{money(least, language)}"
    if least is None:
        return f"≤\u00a0{money(greatest, language)}"
    if least == greatest:
        return money(least, language)
    low, high = money(least, language), money(greatest, language)
    return f"{LEAST.text(language).format(low)}\n{GREATEST.text(language).format(high)}"


def _total_row(path: FundingPath, language: Language) -> list[str]:
    years = path.years
    shares = [own_share_bounds(year) for year in years]
    greatest_share = _sum(greatest for _, greatest in shares)
    return [
        TOTAL.text(language),
        day(years[0].starts_on, language),
        day(last_day(years[-1].ends_before), language),
        *(_bounds(*_total_bounds(years, _admitted_bounds), language), "", ""),
        _bounds(*_total_bounds(years, lambda year: (year.subsidy_at_least, year.subsidy_at_most)), language),
        NONE if greatest_share is None else _bounds(_sum(least for least, _ in shares), greatest_share, language),
        _amount(_sum(year.other_public_funding for year in years), language),
    ]


def _total_bounds(
    years: tuple[FundingYear, ...], bounds: Callable[[FundingYear], tuple[Euro | None, Euro | None]]
) -> tuple[Euro | None, Euro | None]:
    found = [bounds(year) for year in years]
    return _sum(least for least, _ in found), _sum(greatest for _, greatest in found)


def _sum(amounts: Iterable[Euro | None]) -> Euro | None:
    total = 0
    for amount in amounts:
        if amount is None:
            return None
        total += amount.cents
    return Euro.from_cents(total)


def _refusals(years: tuple[FundingYear, ...], language: Language) -> Iterator[str]:
    refused: dict[Reason, list[int]] = {}
    conditions: dict[str, Label] = {}
    for year in years:
        conditions |= {each.name: each.label for each in year.regime.conditions}
        for reason in year.reasons:
            refused.setdefault(reason, []).append(year.number)
    for reason, numbers in refused.items():
        if reason.condition in LOST:
            condition = LOST[reason.condition].text(language)
        else:
            condition = CONDITION_FAILS.text(language).format(conditions[reason.condition].text(language))
        falls_too = reason.affects == "recognition_and_subsidy" and reason.condition not in LOST
        yield REFUSED_BECAUSE.text(language).format(
            years=years_in_words(numbers, language),
            condition=condition,
            citation=tidy(reason.citation.text(language), language),
            effect=RECOGNITION_FALLS.text(language) if falls_too else "",
        )


def _late_requests(path: FundingPath, language: Language) -> Iterator[str]:
    renewed = {period.ends_before: period for period in path.recognition}
    for renewal in path.late_requests:
        deadline = path.renewal_deadline(renewed[renewal.starts_on])
        if deadline and renewal.requested_on:
            yield LATE_REQUEST.text(language).format(
                start=day(renewal.starts_on, language),
                requested=day(renewal.requested_on, language),
                deadline=day(deadline, language),
            )


def _years_by_name(path: FundingPath, names: Callable[[FundingYear], Iterable[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for year in path.years:
        for name in names(year):
            found.setdefault(name, []).append(year.number)
    return found


def _missing(path: FundingPath, language: Language) -> Iterator[str]:
    needed = _years_by_name(path, lambda year: year.missing)
    for names, words in facts_in_words(needed, path.dossier, language):
        numbers = [number for name in names for number in needed[name]]
        yield f"{words} → {NEEDED.text(language).format(years_in_words(numbers, language))}"
    periods = [each.period.number for each in path.periods if path.renewal_deadline(each.period) is None]
    for _, words in facts_in_words([RENEWAL_DEADLINE_2025.name] if periods else [], path.dossier, language):
        after = DEADLINE_AFTER.text(language).format(periods=periods_in_words(periods, language))
        yield f"{words} → {after}"


def _assumptions(path: FundingPath, language: Language) -> Iterator[str]:
    for name, numbers in _years_by_name(path, lambda year: year.assumptions).items():
        words = tidy(assumption(name).text(path.dossier.assumptions, language), language)
        yield f"{years_in_words(numbers, language)}{COLON.text(language)}{words} [{name}]"


def _notes(path: FundingPath, language: Language) -> Iterator[str]:
    labels: dict[str, list[int]] = {}
    for number, year in enumerate(path.dossier.years[: len(path.years)], start=1):
        if year.label:
            labels.setdefault(year.label, []).append(number)
    for label, numbers in labels.items():
        yield f"{years_in_words(numbers, language)}{COLON.text(language)}{plain(label)}"
