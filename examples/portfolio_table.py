"""A portfolio as a budget officer reads it: what the Region pays by calendar year, phases, budget, simulation."""

from collections.abc import Iterator
from fractions import Fraction

from path_page import Page, Sheet
from path_words import COLON, money, plain, tidy

from clusterlaw import Euro, Label, Percentage, Portfolio, Simulation
from clusterlaw.catalogue import assumption
from clusterlaw.portfolio import BudgetYear, YearSum
from clusterlaw.portfolio_interchange import PortfolioDocument
from clusterlaw.rules.costs import Bounds
from clusterlaw.sources import Language

NONE = "–"
SHARES = (Fraction(1, 20), Fraction(1, 2), Fraction(19, 20))

TITLE = Label(
    fr="{name} : ce que la Région paie, {first} – {last}", en="{name}: what the Region pays, {first} – {last}"
)
IF_GRANTED = Label(
    fr="Montants en EUR, dus si chaque subvention est octroyée, répartis sur les années civiles au prorata des jours "
    "(droits acquis au fil des jours, non des paiements).",
    en="Amounts in EUR, due if each subsidy is granted, shared out over calendar years by days (entitlements as days "
    "pass, not payments).",
)
CLUSTERS = Label(fr="{count} clusters : {names}", en="{count} clusters: {names}")
CALENDAR = Label(fr="Par année civile", en="By calendar year")
BY_SUBSIDY_YEAR = Label(fr="Par année de subvention", en="By subsidy year")
YEAR = Label(fr="Année", en="Year")
SUBSIDY_YEAR = Label(fr="Année de\nsubvention", en="Subsidy\nyear")
SUPPORTED = Label(fr="Clusters\nsoutenus", en="Clusters\nsupported")
AT = Label(fr="à\n{} %", en="at\n{}%")
AT_UNKNOWN = Label(fr="à\n? %", en="at\n?%")
LEAST = Label(fr="Subventions\nau moins", en="Subsidies\nat least")
MOST = Label(fr="Subventions\nau plus", en="Subsidies\nat most")
OVER = Label(fr="Dépassement\nau moins", en="Over budget\nat least")
OVER_MOST = Label(fr="Dépassement\nau plus", en="Over budget\nat most")
TOTAL = Label(fr="Total", en="Total")
COUNTS = Label(
    fr="« soutenus » : clusters dont la subvention n'est pas certainement refusée ; « à n % » : ceux dont une année de "
    "subvention commence cette année-là à ce pourcentage.",
    en="“supported”: clusters of which the subsidy is not certainly refused; “at n%”: those of which a subsidy year "
    "starts in that year at that percentage.",
)
BUDGET = Label(fr="Budget : {} EUR par an", en="Budget: {} EUR a year")
EXCEEDED = Label(fr="dépassé en {}", en="exceeded in {}")
PERHAPS = Label(fr="peut-être dépassé en {}", en="perhaps exceeded in {}")
RESPECTED = Label(fr="respecté chaque année", en="respected every year")
SIMULATED = Label(fr="Simulation : {draws} tirages", en="Simulation: {draws} draws")
DRAWN = Label(
    fr="Par cluster, coûts tirés entre {low} % et {high} % de ceux du dossier, toutes valeurs aussi probables ; chaque "
    "renouvellement de la période a lieu avec une chance de {renewal} %. Paramètres choisis, non observés : ce n'est "
    "pas une prévision.",
    en="By cluster, costs drawn between {low}% and {high}% of those in the file, all values equally likely; each "
    "renewal within the years takes place with a chance of {renewal}%. Parameters chosen, not observed: this is no "
    "forecast.",
)
QUANTILES = Label(
    fr="Quantiles par rang : le moindre total que cette part des tirages ne dépasse pas (au plus, où un fait manque).",
    en="Quantiles by nearest rank: the least total that this share of the draws does not exceed (at most, where a fact "
    "is missing).",
)
QUANTILE = Label(fr="{} %\ndes tirages", en="{}% of\nthe draws")
OVER_SHARE = Label(fr="Tirages au-delà\ndu budget", en="Draws over\nthe budget")
OUTSIDE = Label(fr="Hors de ces années", en="Outside these years")
BEFORE = Label(fr="avant {year} : {amount}", en="before {year}: {amount}")
AFTER = Label(
    fr="après {year}, d'années de subvention commencées alors : {amount}",
    en="after {year}, of subsidy years that started by then: {amount}",
)
TO = Label(fr="{} à {}", en="{} to {}")
UNBOUNDED = Label(fr="sans maximum", en="no upper bound")
ASSUMED = Label(fr="Ce qui est supposé", en="What is assumed")
NOTE = Label(fr="Note du portefeuille", en="Note of the portfolio")


def budget_text(
    document: PortfolioDocument,
    portfolio: Portfolio,
    budget: Euro | None,
    simulation: Simulation | None,
    *,
    language: Language,
    styled: bool = False,
) -> str:
    """Return the budget as text of at most 118 columns; `styled` adds bold type for a terminal."""
    page = Page(styled=styled)
    title = TITLE.text(language).format(name=plain(document.name), first=portfolio.first_year, last=portfolio.last_year)
    page.line(tidy(title, language), style="bold")
    names = ", ".join(plain(each.dossier.cluster.name) for each in portfolio.clusters)
    page.line(tidy(CLUSTERS.text(language).format(count=len(portfolio.clusters), names=names), language))
    page.line(tidy(IF_GRANTED.text(language), language))
    if document.note is not None:
        page.section(NOTE.text(language), [plain(document.note)])
    _add_calendar(page, portfolio, budget, language)
    _add_subsidy_years(page, portfolio, language)
    if simulation is not None:
        _add_simulation(page, simulation, budget, language)
    page.section(OUTSIDE.text(language), list(_outside(portfolio, language)))
    page.section(ASSUMED.text(language), list(_assumed(portfolio, language)))
    return page.text


def _add_table(page: Page, heading: str, headings: list[str], rows: list[list[str]]) -> None:
    page.blank()
    page.line(heading, style="bold")
    sheet = Sheet(headings, rows, left=(), pairs=[(index,) for index in range(len(headings))])
    page.table(sheet, [], headings=True)
    page.rule()
    page.table(sheet, rows)


def _add_calendar(page: Page, portfolio: Portfolio, budget: Euro | None, language: Language) -> None:
    percentages = _percentages(portfolio)
    headings = [YEAR.text(language), SUPPORTED.text(language)]
    headings += [_at(percentage, language) for percentage in percentages]
    headings += [LEAST.text(language), MOST.text(language)]
    against = () if budget is None else portfolio.against(budget)
    if budget is not None:
        headings += [OVER.text(language), OVER_MOST.text(language)]
    rows = []
    totals = portfolio.calendar_years
    for index, (total, phases) in enumerate(zip(totals, portfolio.phases, strict=True)):
        counts = dict(phases.counts)
        row = [str(total.number), str(total.clusters)]
        row += [str(counts.get(percentage, NONE)) for percentage in percentages]
        row += _amounts(total, language)
        if budget is not None:
            row += _excess(against[index], language)
        rows.append(row)
    least = sum(total.at_least.cents for total in totals)
    most = [total.at_most for total in totals]
    all_years = [TOTAL.text(language), "", *("" for _ in percentages), _money(least, language)]
    all_years.append(
        UNBOUNDED.text(language) if None in most else _money(sum(each.cents for each in most if each), language)
    )
    rows.append([*all_years, *(("", "") if budget is not None else ())])
    _add_table(page, CALENDAR.text(language), headings, rows)
    page.line(tidy(COUNTS.text(language), language))
    if budget is not None:
        page.line(tidy(_verdict(budget, against, language), language), style="bold")


def _percentages(portfolio: Portfolio) -> list[Percentage | None]:
    found = {percentage for phases in portfolio.phases for percentage, _ in phases.counts}
    return sorted(found, key=lambda each: (each is None, Fraction(0) if each is None else -each.fraction))


def _at(percentage: Percentage | None, language: Language) -> str:
    return AT_UNKNOWN.text(language) if percentage is None else AT.text(language).format(percentage)


def _amounts(total: YearSum, language: Language) -> list[str]:
    most = total.at_most
    return [money(total.at_least, language), UNBOUNDED.text(language) if most is None else money(most, language)]


def _excess(year: BudgetYear, language: Language) -> list[str]:
    most = year.excess_at_most
    least = money(year.excess_at_least, language) if year.excess_at_least.cents else NONE
    if most is None:
        return [least, UNBOUNDED.text(language)]
    return [least, money(most, language) if most.cents else NONE]


def _verdict(budget: Euro, against: tuple[BudgetYear, ...], language: Language) -> str:
    certainly = [str(year.calendar_year) for year in against if year.exceeds is True]
    perhaps = [str(year.calendar_year) for year in against if year.exceeds is None]
    parts = [BUDGET.text(language).format(money(budget, language))]
    if certainly:
        parts.append(EXCEEDED.text(language).format(", ".join(certainly)))
    if perhaps:
        parts.append(PERHAPS.text(language).format(", ".join(perhaps)))
    if not certainly and not perhaps:
        parts.append(RESPECTED.text(language))
    return " ; ".join(parts) if language == "fr" else "; ".join(parts)


def _add_subsidy_years(page: Page, portfolio: Portfolio, language: Language) -> None:
    labels = (SUBSIDY_YEAR, SUPPORTED, LEAST, MOST)
    rows = [[str(total.number), str(total.clusters), *_amounts(total, language)] for total in portfolio.subsidy_years]
    _add_table(page, BY_SUBSIDY_YEAR.text(language), [label.text(language) for label in labels], rows)


def _add_simulation(page: Page, simulation: Simulation, budget: Euro | None, language: Language) -> None:
    headings = [YEAR.text(language)]
    headings += [QUANTILE.text(language).format(int(share * 100)) for share in SHARES]
    headings += [] if budget is None else [OVER_SHARE.text(language)]
    rows = []
    for year in simulation.years:
        row = [str(year), *(money(simulation.quantile(share, year=year)[1], language) for share in SHARES)]
        if budget is not None:
            _, possibly = simulation.share_over(budget, year=year)
            row.append(_percent(possibly, language))
        rows.append(row)
    _add_table(page, SIMULATED.text(language).format(draws=len(simulation.draws)), headings, rows)
    drawn = simulation.drawn
    low, high, renewal = (_plain_percent(each) for each in (*drawn.costs, drawn.renewal))
    page.line(tidy(DRAWN.text(language).format(low=low, high=high, renewal=renewal), language))
    page.line(tidy(QUANTILES.text(language), language))


def _percent(share: Fraction, language: Language) -> str:
    """Return a share as a percentage with one decimal, rounded half up from its exact value."""
    tenths = (2000 * share.numerator + share.denominator) // (2 * share.denominator)
    whole = f"{tenths // 10}.{tenths % 10}"
    return f"{whole.replace('.', ',')} %" if language == "fr" else f"{whole}%"


def _plain_percent(share: Fraction) -> str:
    """Return a share of at most eight decimals as a percentage with those that it has."""
    whole, millionths = divmod(int(share * 10**8), 10**6)
    return f"{whole}.{millionths:06}".rstrip("0").rstrip(".")


def _outside(portfolio: Portfolio, language: Language) -> Iterator[str]:
    for words, bounds, year in (
        (BEFORE, portfolio.before, portfolio.first_year),
        (AFTER, portfolio.after, portfolio.last_year),
    ):
        if bounds != (0, 0):
            yield tidy(words.text(language).format(year=year, amount=_range(bounds, language)), language)


def _range(bounds: Bounds, language: Language) -> str:
    least, most = bounds
    if least == most:
        return _money(least, language)
    high = UNBOUNDED.text(language) if most is None else _money(most, language)
    return TO.text(language).format(_money(least, language), high)


def _money(cents: int, language: Language) -> str:
    return money(Euro.from_cents(cents), language)


def _assumed(portfolio: Portfolio, language: Language) -> Iterator[str]:
    chosen = portfolio.clusters[0].dossier.assumptions
    names = dict.fromkeys(name for part in portfolio.years for step in part.steps for name in step.assumptions)
    for name in names:
        entry = assumption(name)
        differs = len({getattr(each.dossier.assumptions, name, None) for each in portfolio.clusters}) > 1
        words = entry.label if differs else Label(fr=entry.text(chosen, "fr"), en=entry.text(chosen, "en"))
        yield f"{name}{COLON.text(language)}{tidy(words.text(language), language)}"
