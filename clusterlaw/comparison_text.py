"""A comparison as French or English text: each year that differs, by how much, and the steps that it comes from."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from clusterlaw.assumptions import NAMES
from clusterlaw.causes import InputDifference, Part, StepDifference
from clusterlaw.comparison import AmountDifference, Comparison, YearDifference
from clusterlaw.explanation import amount_text, days_text, places_text, step_text
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, FundingYear
from clusterlaw.recognition import SUBSIDY_YEARS, TEXT_OF_PERIOD
from clusterlaw.regime import Condition, CostAdmission, RateBand
from clusterlaw.sources import Label, Language, day_text, said

_STATUS = {
    "determined": Label(fr="déterminé", en="determined"),
    "undetermined": Label(fr="non déterminé", en="undetermined"),
    "refused": Label(fr="refusé", en="refused"),
}
_INPUTS = {
    "recognised_on": Label(fr="jour de la reconnaissance", en="day of the recognition"),
    "starts_on": Label(fr="premier jour de la période", en="first day of the period"),
    "regimes": Label(fr="versions du droit", en="versions of the law"),
    "lines": Label(fr="lignes de coûts", en="cost lines"),
    "admission": Label(fr="règle des coûts admis", en="rule on the admitted costs"),
    "value": Label(fr="fait déclaré", en="fact stated"),
    "condition": Label(fr="condition", en="condition"),
    "prior_years": Label(
        fr="années de subvention avant la reconnaissance", en="years of subsidy before the recognition"
    ),
    "renews": Label(fr="texte de la période renouvelée", en="text of the period renewed"),
    "years_under_earlier_texts": Label(fr="années sous les textes antérieurs", en="years under the earlier texts"),
    "reading": Label(fr="lecture choisie", en="reading chosen"),
    "rates": Label(fr="pourcentages", en="percentages"),
    "operations": Label(fr="ordre des opérations", en="order of the operations"),
    "ceiling_cents": Label(fr="plafond de l'année", en="ceiling of the year"),
    "lost": Label(fr="reconnaissance perdue auparavant", en="recognition lost earlier"),
    "lapsed": Label(fr="subvention non renouvelée auparavant", en="subsidy not renewed earlier"),
}
_OPERATIONS = {
    "cap_costs": Label(fr="plafonner les coûts", en="cap the costs"),
    "apply_percentage": Label(fr="appliquer le pourcentage", en="apply the percentage"),
    "cap_subsidy": Label(fr="plafonner la subvention", en="cap the subsidy"),
}
_NOT_STATED = Label(fr="non déclaré", en="not stated")
_NOT_ASKED = Label(fr="non demandée", en="not asked for")
_YES, _NO = Label(fr="oui", en="yes"), Label(fr="non", en="no")
_SAID_APART: tuple[Part, ...] = ("text", "costs", "status")
_TOTAL_SUBSIDY = Label(fr="Total, subvention :", en="Total, subsidy:")
_TOTAL_OWN_SHARE = Label(fr="Total, part propre :", en="Total, own share:")


def comparison_lines(comparison: Comparison, *, language: Language) -> Iterator[str]:
    """Yield the explanation of a comparison, line by line."""
    yield from _head(comparison, language)
    if not comparison.years:
        yield said(language, fr="Rien ne diffère.", en="Nothing differs.")
        return
    said_above = all(len(_texts(path, language)) == 1 for path in (comparison.before, comparison.after))
    for text_only, run in groupby(comparison.years, key=lambda year: year.parts == ("text",)):
        years = list(run)
        if text_only:
            yield from (_only_the_text(years, language), "")
            continue
        for year in years:
            yield from year_lines(year, language=language, with_text=not said_above)
            yield ""
    subsidy, share = comparison.total_subsidy, comparison.total_own_share
    yield f"{_TOTAL_SUBSIDY.text(language)} {_change(subsidy, language)}"
    if share is not None:
        yield f"{_TOTAL_OWN_SHARE.text(language)} {_change(share, language)}"


def _head(comparison: Comparison, language: Language) -> Iterator[str]:
    before, after = comparison.before, comparison.after
    names = dict.fromkeys(path.dossier.cluster.name for path in (before, after))
    texts = ["; ".join(_texts(path, language)) for path in (before, after)]
    yield f"{' → '.join(names)}{said(language, fr=' :', en=':')} {' → '.join(dict.fromkeys(texts))}"
    readings = [path.dossier.assumptions for path in (before, after)]
    for name in NAMES:
        chosen = [getattr(each, name) for each in readings]
        if chosen[0] != chosen[1]:
            values = " → ".join(_plain(value, language) for value in chosen)
            yield f"  {said(language, fr=f'hypothèse {name} :', en=f'assumption {name}:')} {values}"
    yield ""


def _texts(path: FundingPath, language: Language) -> tuple[str, ...]:
    return tuple(dict.fromkeys(year.regime.label.text(language) for year in path.years))


def _only_the_text(years: list[YearDifference], language: Language) -> str:
    numbers = [year.number for year in years]
    if len(numbers) == 1:
        place = said(language, fr=f"Année {numbers[0]} :", en=f"Year {numbers[0]}:")
    else:
        place = said(language, fr=f"Années {numbers[0]} à {numbers[-1]} :", en=f"Years {numbers[0]} to {numbers[-1]}:")
    return f"{place} {said(language, fr='seul le texte diffère, aucun montant', en='only the text differs, no amount')}"


def year_lines(year: YearDifference, *, language: Language, with_text: bool = True) -> Iterator[str]:
    """Yield the explanation of a year that differs; its texts too, unless they were said before."""
    before, after = year.before, year.after
    days = [days_text(each.starts_on, each.ends_before, language) for each in (before, after)]
    yield f"{said(language, fr='Année', en='Year')} {year.number} ({' → '.join(dict.fromkeys(days))})"
    for part in _SAID_APART:
        if part in year.parts and (with_text or part != "text"):
            yield f"  {_part(part, before, language)} → {_part(part, after, language).partition(': ')[2]}"
    amounts = [_bounds(each.subsidy_at_least, each.subsidy_at_most, language) for each in (before, after)]
    yield _amounts(Label(fr="subvention :", en="subsidy:"), amounts, year.subsidy, language)
    share = year.own_share
    if share is not None and "own_share" in year.parts:
        words = said(language, fr="part propre :", en="own share:")
        yield f"  {words} {_change(share, language)}"
    yield from _cause_lines(year, language)


def _part(part: Part, year: FundingYear, language: Language) -> str:
    if part == "text":
        return f"{said(language, fr='texte :', en='text:')} {year.regime.label.text(language)}"
    if part == "status":
        return f"{said(language, fr='statut :', en='status:')} {_STATUS[year.status].text(language)}"
    if year.total_costs is None or year.other_public_funding is None:
        return f"{said(language, fr='coûts :', en='costs:')} {_NOT_STATED.text(language)}"
    total, other = (amount_text(amount, language) for amount in (year.total_costs, year.other_public_funding))
    return said(
        language,
        fr=f"coûts : {total}, dont autres subventions {other}",
        en=f"costs: {total}, of which other public funding {other}",
    )


def _amounts(words: Label, amounts: list[str], difference: AmountDifference, language: Language) -> str:
    if amounts[0] == amounts[1]:
        return f"  {words.text(language)} {amounts[0]} ({said(language, fr='inchangée', en='unchanged')})"
    return f"  {words.text(language)} {amounts[0]} → {amounts[1]} ({_change(difference, language)})"


def _bounds(least: Euro | None, greatest: Euro | None, language: Language) -> str:
    return " – ".join(dict.fromkeys(amount_text(amount, language) for amount in (least, greatest)))


def _change(difference: AmountDifference, language: Language) -> str:
    """Return a difference with its sign, or its bounds."""
    if difference.exact is not None:
        return _signed(difference.exact, language)
    least, most = difference.at_least, difference.at_most
    if least is None and most is None:
        return said(language, fr="sans limite connue", en="without known limit")
    if least is None or most is None:
        words = Label(fr="au plus", en="at most") if least is None else Label(fr="au moins", en="at least")
        return f"{words.text(language)} {_signed(least or most or Euro(0), language)}"
    low, high = _signed(least, language), _signed(most, language)
    return said(language, fr=f"de {low} à {high}", en=f"from {low} to {high}")


def _signed(amount: Euro, language: Language) -> str:
    sign = "−" if amount.cents < 0 else "+" if amount.cents else ""
    return f"{sign}{amount_text(Euro.from_cents(abs(amount.cents)), language)}"


def _cause_lines(year: YearDifference, language: Language) -> Iterator[str]:
    causes = [each for each in year.causes if each.moves != ("text",)]
    for number, cause in enumerate(causes):
        words = Label(fr="cause :", en="cause:") if number == 0 else Label(fr="autre cause :", en="further cause:")
        yield f"  {words.text(language)} {_inputs_text(cause, language)}"
        for side, step in (("before", cause.before), ("after", cause.after)):
            heading = Label(fr="avant :", en="before:") if side == "before" else Label(fr="après :", en="after:")
            if step is not None:
                yield f"    {heading.text(language)} {step_text(step, language)}"
    if any(cause.rule is SUBSIDY_YEARS or cause.rule is TEXT_OF_PERIOD for cause in causes):
        found = dict.fromkeys(_consequence(each, language) for each in year.consequences)
        if found:
            yield f"  {said(language, fr='ce qui suit :', en='what follows:')} {', '.join(found)}"


def _consequence(each: StepDifference, language: Language) -> str:
    """Return the label of a rule, with its results where both sides have one that is short to say."""
    label = each.rule.label.text(language)
    if each.before is None or each.after is None:
        return label
    results = [_result(step.result, language) for step in (each.before, each.after)]
    return f"{label} ({' → '.join(results)})" if all(results) else label


def _result(result: Any, language: Language) -> str:
    if isinstance(result, RateBand):
        return said(language, fr="{} %", en="{}%").format(result.percentage)
    if type(result) is int:
        return amount_text(Euro.from_cents(result), language)
    return ""


def cause_names(cause: StepDifference, language: Language) -> tuple[str, ...]:
    """Return in a few words what a cause is: the rule's label for a text, else the inputs that differ."""
    if cause.rule is TEXT_OF_PERIOD or not cause.inputs:
        return (cause.rule.label.text(language),)
    return tuple(dict.fromkeys(_input_name(each.name, cause, language) for each in cause.inputs))


def _input_name(name: str, cause: StepDifference, language: Language) -> str:
    if name == "value":
        step = next(step for step in (cause.before, cause.after) if step)
        label: Label = step.inputs["condition"].label
        return label.text(language)
    known = _INPUTS.get(name)
    return name if known is None else known.text(language)


def _inputs_text(cause: StepDifference, language: Language) -> str:
    if cause.rule is TEXT_OF_PERIOD or not cause.inputs:
        return cause.rule.label.text(language)
    words = ", ".join(_input_text(each, cause, language) for each in cause.inputs)
    steps = [() if step is None else step.rests_on for step in (cause.before, cause.after)]
    rests_on = (cause.rests_on_before, cause.rests_on_after)
    if rests_on == tuple(steps):
        return words
    return f"{words} [{' → '.join(dict.fromkeys(places_text(each, language) for each in rests_on))}]"


def _input_text(differs: InputDifference, cause: StepDifference, language: Language) -> str:
    words = _input_name(differs.name, cause, language)
    values = [_plain(value, language, name=differs.name) for value in (differs.before, differs.after)]
    if values[0] == values[1]:
        return words
    return f"{words}{said(language, fr=' :', en=':')} {values[0]} → {values[1]}"


def _plain(value: Any, language: Language, *, name: str = "") -> str:
    if value is None:
        return (_NOT_ASKED if name == "condition" else _NOT_STATED).text(language)
    if name == "ceiling_cents":
        return amount_text(Euro.from_cents(value), language)
    match value:
        case bool():
            text = (_YES if value else _NO).text(language)
        case date():
            text = day_text(value, language)
        case tuple():
            text = _listed(value, language, name)
        case Condition():
            text = value.label.text(language)
        case CostAdmission():
            text = value.citation.text(language)
        case _:
            text = str(value)
    return text


def _listed(values: Iterable[Any], language: Language, name: str) -> str:
    if name == "rates":
        return said(language, fr="{} %", en="{}%").format(" / ".join(str(band.percentage) for band in values))
    if name == "operations":
        return ", ".join(_OPERATIONS[each].text(language) for each in values)
    lines = tuple(values)
    total = amount_text(Euro.from_cents(sum(line.amount.cents for line in lines)), language)
    return f"{total} ({len(lines)})"
