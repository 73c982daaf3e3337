"""Reforms side by side as an official reads them: the subsidy of each year, totals, differences, and their causes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from path_page import WIDTH, Page, Sheet
from path_words import (
    COLON,
    day,
    is_illustrative,
    length_in_words,
    money,
    own_share_bounds,
    plain,
    tidy,
    years_in_words,
)

from clusterlaw import Euro, FundingPath, FundingYear, Label
from clusterlaw.comparison import AmountDifference, Comparison, YearDifference
from clusterlaw.comparison_text import cause_names
from clusterlaw.reforms import REFORMS, Reform
from clusterlaw.sources import Basis, Citation, Language

GAP = 2
HEADING_WIDTH = 13

TITLE = Label(
    fr="{name}\u00a0: le droit et des réformes à l'essai, sur {length}",
    en="{name}: the law and reforms on trial, over {length}",
)
NOBODYS_LAW = Label(
    fr="Montants en EUR, dus si la subvention est octroyée. Aucune de ces réformes n'est du droit\u00a0: ce sont des "
    "«\u00a0et si\u00a0», sur les coûts du dossier.",
    en="Amounts in EUR, due if the subsidy is granted. None of these reforms is law: they are what-ifs, on the costs "
    "of the dossier.",
)
ILLUSTRATIVE = Label(fr="Les coûts du dossier sont illustratifs.", en="The costs of the dossier are illustrative.")
SUBSIDY = Label(fr="Subvention de l'année", en="Subsidy of the year")
YEAR = Label(fr="Année", en="Year")
FROM = Label(fr="Du", en="From")
COSTS = Label(fr="Coûts\nadmis", en="Admitted\ncosts")
LAW = Label(fr="Droit", en="Law")
TOTAL = Label(fr="Total", en="Total")
DIFFERENCE = Label(fr="± droit", en="± law")
OWN_SHARE = Label(fr="Part\npropre", en="Own\nshare")
REFUSED = Label(fr="refusée", en="refused")
LEAST = Label(fr="de {}", en="from {}")
GREATEST = Label(fr="à {}", en="to {}")
NONE = "–"
TRIED = Label(fr="À l'essai", en="On trial")
CHANGES = Label(fr="change {}", en="changes {}")
CHANGES_NOTHING = Label(fr="ne touche à aucun texte de ces années", en="touches no text of these years")
THEN = Label(fr="\u00a0; ", en="; ")
CAUSES = Label(fr="D'où viennent les différences", en="Where the differences come from")
NO_DIFFERENCE = Label(fr="aucun montant ne change", en="no amount changes")
WITH = {
    "subsidy_ceiling": Label(fr="{amount}", en="{amount}"),
    "indexed_ceiling": Label(
        fr="{percentage}\u00a0% par an depuis l'année\u00a01, {rounding}",
        en="{percentage}% a year since year 1, {rounding}",
    ),
    "scheduled_ceiling": Label(fr="{amounts} EUR, année après année", en="EUR {amounts}, year by year"),
    "percentages_of_2024": Label(
        fr="ceux du texte de 2024, dès la première année", en="those of the text of 2024, from the first year"
    ),
    "no_degressivity": Label(fr="{percentage}\u00a0% chaque année", en="{percentage}% every year"),
    "linear_degressivity": Label(
        fr="de {first}\u00a0% à {last}\u00a0% en {years} ans, par pas égaux",
        en="from {first}% to {last}% over {years} years, in equal steps",
    ),
    "scheduled_percentages": Label(fr="{percentages}\u00a0%, année après année", en="{percentages}%, year by year"),
}
WORDS: dict[Any, Label] = {
    None: Label(fr="même montant", en="same amount"),
    "half_up": Label(fr="arrondi au cent le plus proche", en="rounded to the nearest cent"),
    "down": Label(fr="arrondi au cent inférieur", en="rounded down to the cent"),
}


def reforms_text(
    comparisons: Mapping[str, Comparison],
    arguments: Mapping[str, Mapping[str, Any]],
    *,
    language: Language,
    styled: bool = False,
) -> str:
    """Return the comparisons as text of at most 118 columns; `styled` adds bold type for a terminal."""
    page = Page(styled=styled)
    reforms = [reform for reform in REFORMS if reform.name in comparisons]
    law = comparisons[reforms[0].name].before
    title = TITLE.text(language).format(
        name=plain(law.dossier.cluster.name), length=length_in_words(len(law.years), language)
    )
    page.line(title, style="bold")
    page.line(NOBODYS_LAW.text(language))
    if is_illustrative(law.dossier):
        page.line(ILLUSTRATIVE.text(language))
    for chosen in _tables(reforms, comparisons, language):
        page.blank()
        _add_table(page, chosen, comparisons, language)
    page.section(TRIED.text(language), [_tried(reform, comparisons, arguments, language) for reform in reforms])
    page.section(
        CAUSES.text(language),
        [
            f"{reform.label.text(language)}{COLON.text(language)}{_causes(comparisons[reform.name], language)}"
            for reform in reforms
        ],
    )
    return page.text


def _tables(
    reforms: Sequence[Reform], comparisons: Mapping[str, Comparison], language: Language
) -> Iterator[Sequence[Reform]]:
    """Yield as many reforms at a time as a table of the page's width holds."""
    start = 0
    while start < len(reforms):
        count = len(reforms) - start
        while count > 1 and _width(reforms[start : start + count], comparisons, language) > WIDTH:
            count -= 1
        yield reforms[start : start + count]
        start += count


def _width(reforms: Sequence[Reform], comparisons: Mapping[str, Comparison], language: Language) -> int:
    sheet = _sheet(reforms, comparisons, language)[0]
    return sum(sheet.widths) + GAP * (len(sheet.widths) - 1)


def _add_table(
    page: Page, reforms: Sequence[Reform], comparisons: Mapping[str, Comparison], language: Language
) -> None:
    sheet, years, sums = _sheet(reforms, comparisons, language)
    page.line(SUBSIDY.text(language), style="bold")
    page.table(sheet, years, headings=True)
    page.rule()
    page.table(sheet, sums)


def _sheet(
    reforms: Sequence[Reform], comparisons: Mapping[str, Comparison], language: Language
) -> tuple[Sheet, list[list[str]], list[list[str]]]:
    chosen = [comparisons[reform.name] for reform in reforms]
    law = chosen[0].before
    paths = [law, *(each.after for each in chosen)]
    headings = [
        *(label.text(language) for label in (YEAR, FROM, COSTS, LAW)),
        *(_broken(reform.label.text(language)) for reform in reforms),
    ]
    years = [
        [
            str(year.number),
            day(year.starts_on, language),
            NONE if year.admitted_costs is None else money(year.admitted_costs, language),
            *(_subsidy(path.years[year.number - 1], language) for path in paths),
        ]
        for year in law.years
    ]
    sums = [
        [TOTAL.text(language), "", "", *(_bounds(*_total(path), language) for path in paths)],
        [DIFFERENCE.text(language), "", "", "", *(_signed(each.total_subsidy, language) for each in chosen)],
        [OWN_SHARE.text(language), "", "", *(_bounds(*_total_own_share(path), language) for path in paths)],
        [DIFFERENCE.text(language), "", "", "", *(_signed(each.total_own_share, language) for each in chosen)],
    ]
    singles = [(index,) for index in range(len(headings))]
    return Sheet(headings, [*years, *sums], left=(0, 1), pairs=singles), years, sums


def _broken(label: str) -> str:
    """Return a heading broken into lines that a column holds."""
    lines = [""]
    for word in (label[0].upper() + label[1:]).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= HEADING_WIDTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def _subsidy(year: FundingYear, language: Language) -> str:
    if year.reasons:
        return REFUSED.text(language)
    return _bounds(year.subsidy_at_least, year.subsidy_at_most, language)


def _bounds(least: Euro | None, greatest: Euro | None, language: Language) -> str:
    if greatest is None:
        return NONE if least is None else f"≥\u00a0{money(least, language)}"
    if least == greatest or least is None:
        return money(greatest, language)
    low, high = money(least, language), money(greatest, language)
    return f"{LEAST.text(language).format(low)}\n{GREATEST.text(language).format(high)}"


def _total(path: FundingPath) -> tuple[Euro | None, Euro | None]:
    return _sum(year.subsidy_at_least for year in path.years), _sum(year.subsidy_at_most for year in path.years)


def _total_own_share(path: FundingPath) -> tuple[Euro | None, Euro | None]:
    shares = [own_share_bounds(year) for year in path.years]
    greatest = _sum(most for _, most in shares)
    return (None, None) if greatest is None else (_sum(least for least, _ in shares), greatest)


def _sum(amounts: Iterable[Euro | None]) -> Euro | None:
    total = 0
    for amount in amounts:
        if amount is None:
            return None
        total += amount.cents
    return Euro.from_cents(total)


def _signed(difference: AmountDifference | None, language: Language) -> str:
    if difference is None or difference.at_least is None or difference.at_most is None:
        return NONE
    low, high = (_with_sign(amount, language) for amount in (difference.at_least, difference.at_most))
    if low == high:
        return low
    return f"{LEAST.text(language).format(low)}\n{GREATEST.text(language).format(high)}"


def _with_sign(amount: Euro, language: Language) -> str:
    text = money(amount, language)
    return f"+{text}" if amount.cents > 0 else text.replace("-", "−")


def _tried(
    reform: Reform,
    comparisons: Mapping[str, Comparison],
    arguments: Mapping[str, Mapping[str, Any]],
    language: Language,
) -> str:
    values = {name: _value(value, language) for name, value in arguments[reform.name].items()}
    stated = f"{reform.label.text(language)} [{reform.name}]{COLON.text(language)}"
    words = stated + WITH[reform.name].text(language).format(**values)
    places = _places_changed(comparisons[reform.name].after)
    if not places:
        return f"{words} → {CHANGES_NOTHING.text(language)}"
    listed = THEN.text(language).join(tidy(each.text(language), language) for each in places)
    return f"{words} → {CHANGES.text(language).format(listed)}"


def _value(value: Any, language: Language) -> str:
    if isinstance(value, tuple):
        return " / ".join(_value(each, language) for each in value)
    if isinstance(value, Euro):
        return money(value, language).removesuffix(",00" if language == "fr" else ".00")
    return WORDS[value].text(language) if value in WORDS else str(value)


def _places_changed(path: FundingPath) -> list[Citation]:
    """Return the provisions that the reform changed in the texts of the path."""
    found: dict[Citation, None] = {}
    for year in path.years:
        regime = year.regime
        for part in (*regime.rates, regime.ceiling, regime.operations):
            if part.basis is Basis.REFORM:
                found[part.citation] = None
    return list(found)


def _causes(comparison: Comparison, language: Language) -> str:
    moved = [year for year in comparison.years if year.parts != ("text",)]
    parts = []
    for name, years in groupby(moved, key=lambda year: _first_causes(year, language)):
        run = list(years)
        words = years_in_words((year.number for year in run), language)
        parts.append(f"{words}, {name}")
    return THEN.text(language).join(parts) or NO_DIFFERENCE.text(language)


def _first_causes(year: YearDifference, language: Language) -> str:
    causes = year.causes_of("subsidy") or year.causes_of("own_share") or year.causes
    return ", ".join(dict.fromkeys(name for cause in causes for name in cause_names(cause, language)))
