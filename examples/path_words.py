"""What the example scripts share: amounts, dates, years and facts of a dossier in French or English words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from attrs import frozen

from clusterlaw import Dossier, Euro, FundingPath, FundingYear, Label
from clusterlaw.catalogue import assumption
from clusterlaw.law.open_questions import OPEN_QUESTIONS
from clusterlaw.sources import Language

THOUSANDS_FR = "\u202f"  # narrow no-break space
MOST_FACTS_APART = 3

YEAR = Label(fr="année", en="year")
YEARS = Label(fr="années", en="years")
PERIOD = Label(fr="la période", en="period")
PERIODS = Label(fr="les périodes", en="periods")
AND = Label(fr="et", en="and")
TO = Label(fr="à", en="to")
COLON = Label(fr="\u00a0: ", en=": ")
QUOTED = Label(fr="«\u00a0{}\u00a0»", en="“{}”")
FACTS = Label(fr="{count} faits, de {first} à {last}", en="{count} facts, from {first} to {last}")
PERIOD_FROM = Label(fr="période commençant le {}", en="period starting on {}")
PERIODS_FROM = Label(fr="périodes commençant du {} au {}", en="periods starting from {} to {}")
LINE = Label(fr="ligne {}", en="line {}")
COSTS = Label(fr="coûts", en="costs")
ADMISSIBLE = Label(
    fr="ce que la liste du Gouvernement dit du coût", en="what the Government's list says of the cost line"
)
READING = Label(fr="{what}\u00a0: lecture à choisir parmi {readings}", en="{what}: reading to choose among {readings}")
OPEN_QUESTION = Label(fr="question ouverte qu'aucun fait ne tranche", en="open question that no fact settles")
PRIOR_YEARS = Label(fr="années de subvention avant la reconnaissance", en="years of subsidy before the recognition")
FACT_LABELS = {
    "new_action_plan": Label(fr="nouveau plan d'actions communiqué", en="new action plan submitted"),
    "new_objectives": Label(fr="nouveaux objectifs communiqués", en="new objectives submitted"),
    "favourable_evolution": Label(
        fr="évolution favorable du domaine démontrée", en="favourable evolution of the field shown"
    ),
    "results_reported": Label(fr="résultats des actions communiqués", en="results of the actions reported"),
    "new_objectives_contract": Label(fr="nouveau contrat d'objectifs", en="new objectives contract"),
    "legal_form": Label(fr="forme juridique à ce moment", en="legal form by then"),
    "subsidy_ceiling_cents": Label(
        fr="plafond annuel de la subvention fixé par le Gouvernement",
        en="yearly ceiling of the subsidy set by the Government",
    ),
    "requested_on": Label(fr="jour de la demande", en="day of the request"),
}

_COST_FACT = re.compile(r"years\[(\d+)\]\.costs(?:\[(\d+)\]\.admissible)?")
_PERIOD_FACT = re.compile(r"(?:first_period|renewals\[(\S+)\])\.(\w+)")


def money(amount: Euro, language: Language) -> str:
    """Return an amount with its cents: 128 000,00 in French (narrow no-break space), 128,000.00 in English."""
    sign, cents = ("-", -amount.cents) if amount.cents < 0 else ("", amount.cents)
    whole = f"{cents // 100:,}"
    point = "."
    if language == "fr":
        whole, point = whole.replace(",", THOUSANDS_FR), ","
    return f"{sign}{whole}{point}{cents % 100:02}"


def day(value: date, language: Language) -> str:
    """Return a date as its readers write it: 31/10/2010 in French, 2010-10-31 in English."""
    return f"{value:%d/%m/}{value.year:04}" if language == "fr" else value.isoformat()


def last_day(ends_before: date) -> date:
    """Return the last day of a period that ends before a day."""
    return ends_before - timedelta(days=1)


def plain(text: str) -> str:
    """Return a user's text on one line, with what a terminal would obey written out."""
    return "".join(
        letter if letter.isprintable() or letter in "\u00a0\u202f" else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )


def tidy(text: str, language: Language) -> str:
    """Return a text of the library with no-break spaces where a line may not end."""
    text = re.sub(r"(?<=\bart\.) | (?=§|al\.)|(?<=§) |(?<=\bal\.) ", "\u00a0", text)
    return re.sub(r" ([;:?!»])", "\u00a0\\1", text).replace("« ", "«\u00a0") if language == "fr" else text


def years_in_words(numbers: Iterable[int], language: Language) -> str:
    """Return year numbers as words: year 3, years 4 to 6 and 9."""
    return _numbers_in_words(numbers, YEAR, YEARS, language)


def length_in_words(years: int, language: Language) -> str:
    """Return a length as words: 1 year, 9 years."""
    from clusterlaw.application_sentences import number_of  # here, as a path needs nothing of applications

    return number_of(years, Label(fr="an", en="year"), Label(fr="ans", en="years"), language)


def periods_in_words(numbers: Iterable[int], language: Language) -> str:
    """Return numbers of recognition periods as words, like years."""
    return _numbers_in_words(numbers, PERIOD, PERIODS, language)


def _numbers_in_words(numbers: Iterable[int], one: Label, several: Label, language: Language) -> str:
    chosen = sorted(set(numbers))
    parts: list[str] = []
    for first, last in _runs(chosen):
        if last > first + 1:
            parts.append(f"{first} {TO.text(language)} {last}")
        else:
            parts += dict.fromkeys((str(first), str(last)))
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {AND.text(language)} {parts[-1]}"
    return f"{(one if len(chosen) == 1 else several).text(language)} {listed}"


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        first = runs.pop()[0] if runs and runs[-1][1] == number - 1 else number
        runs.append((first, number))
    return runs


def is_illustrative(dossier: Dossier) -> bool:
    """Whether a label of the dossier says that figures are illustrative."""
    lines = (line.label for year in dossier.years for line in year.costs or ())
    labels = (*(year.label for year in dossier.years), *lines)
    return any("illustrat" in (label or "").lower() for label in labels)


@frozen
class Fact:
    """A fact of a dossier by its path: what kind it is and where it stands."""

    path: str
    kind: str
    year: int = 0
    line: int | None = None
    starts_on: date | None = None


def fact_at(path: str, dossier: Dossier) -> Fact:
    """Return the fact that a path of the dossier, or the name of an open question, stands for."""
    cost = _COST_FACT.fullmatch(path)
    if cost:
        year, line = cost.groups()
        return Fact(path, "costs" if line is None else "admissible", int(year) + 1, None if line is None else int(line))
    of_period = _PERIOD_FACT.fullmatch(path)
    if of_period:
        starts_on, name = of_period.groups()
        return Fact(path, name, starts_on=date.fromisoformat(starts_on) if starts_on else dossier.recognised_on)
    return Fact(path, path)


def facts_in_words(paths: Iterable[str], dossier: Dossier, language: Language) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the facts and what they are in words; a long run of one kind is told as one."""
    kinds: dict[str, list[Fact]] = {}
    for path in paths:
        fact = fact_at(path, dossier)
        kinds.setdefault(fact.kind, []).append(fact)
    for facts in kinds.values():
        if len(facts) <= MOST_FACTS_APART:
            yield from (((fact.path,), _one_fact(fact, dossier, language)) for fact in facts)
        else:
            yield tuple(fact.path for fact in facts), _many_facts(facts, language)


def _one_fact(fact: Fact, dossier: Dossier, language: Language) -> str:
    return f"{_meaning(fact, language)}{_place(fact, dossier, language)} ({fact.path})"


def _many_facts(facts: list[Fact], language: Language) -> str:
    ordered = sorted(facts, key=lambda fact: (fact.year, fact.line or 0, fact.starts_on or date.min))
    first, last = ordered[0], ordered[-1]
    names = FACTS.text(language).format(first=first.path, last=last.path, count=len(facts))
    if first.year:
        place = f", {years_in_words((fact.year for fact in facts), language)}"
    else:
        days = (day(fact.starts_on, language) for fact in (first, last) if fact.starts_on)
        place = f", {PERIODS_FROM.text(language).format(*days)}"
    return f"{_meaning(first, language)}{place} ({names})"


def _meaning(fact: Fact, language: Language) -> str:
    if fact.kind in FACT_LABELS:
        return FACT_LABELS[fact.kind].text(language)
    if fact.kind.startswith("assumptions."):
        named = assumption(fact.kind.removeprefix("assumptions."))
        readings = ", ".join(reading.name for reading in named.readings)
        return READING.text(language).format(what=tidy(named.label.text(language), language), readings=readings)
    for question in OPEN_QUESTIONS:
        if question.name == fact.kind:
            asked = tidy(question.label.text(language), language)
            return f"{OPEN_QUESTION.text(language)}{COLON.text(language)}{asked}"
    kinds = {"costs": COSTS, "admissible": ADMISSIBLE, "prior_subsidy_years": PRIOR_YEARS}
    return kinds[fact.kind].text(language) if fact.kind in kinds else fact.kind


def _place(fact: Fact, dossier: Dossier, language: Language) -> str:
    if fact.starts_on:
        return f", {PERIOD_FROM.text(language).format(day(fact.starts_on, language))}"
    if not fact.year:
        return ""
    place = f", {years_in_words((fact.year,), language)}"
    if fact.line is None:
        return place
    label = (dossier.years[fact.year - 1].costs or ())[fact.line].label
    named = f" {QUOTED.text(language).format(plain(label))}" if label else ""
    return f"{place}, {LINE.text(language).format(fact.line + 1)}{named}"


def own_share_bounds(year: FundingYear) -> tuple[Euro | None, Euro | None]:
    """Return the least and the greatest own share of a year; None: nothing bounds it, or the costs are not stated."""
    total, other = year.total_costs, year.other_public_funding
    if total is None or other is None:
        return None, None
    most = year.subsidy_at_most
    least = None if most is None else total - other - most
    return least, total - other - year.subsidy_at_least


def yearly_ceiling(year: FundingYear) -> Euro | None:
    """Return the yearly ceiling of a year: the text's, or the one stated for its period."""
    return year.ceiling


def texts_of(path: FundingPath, language: Language) -> list[str]:
    """Return the names of the texts that the years fall under, without repetition."""
    return list(dict.fromkeys(year.regime.label.text(language) for year in path.years))
