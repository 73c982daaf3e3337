"""The plateau of § 1.4 as a table: both ceilings side by side, and what the evaluation found, checked year by year."""

from collections.abc import Iterator

from path_page import Page, Sheet
from path_words import COLON, length_in_words, money, tidy, years_in_words

from clusterlaw import Euro, Label, Plateau
from clusterlaw.plateaus import Check, PlateauYear
from clusterlaw.sources import Language

TITLE = Label(fr="Le plafonnement de l'activité, sur {length}", en="The plateau of the activity, over {length}")
INTRODUCTION = Label(
    fr="Montants en EUR, dus si la subvention est octroyée, toutes conditions remplies. Les coûts admis partent de "
    "{first} et croissent de {growth} par an\u00a0; tout est illustratif. «\u00a0Activité\u00a0»\u00a0: les coûts les "
    "plus élevés que {means} de moyens propres financent avec la subvention.",
    en="Amounts in EUR, due if the subsidy is granted, every condition being met. The admitted costs start at {first} "
    "and grow by {growth} a year; all of it is illustrative. “Activity”: the largest costs that own means of {means} "
    "finance together with the subsidy.",
)
SIDES = (
    Label(fr="A\u00a0: plafond sur les coûts admis ({text})", en="A: ceiling on the admitted costs ({text})"),
    Label(
        fr="B\u00a0: plafond sur la subvention ({text}), le droit de personne",
        en="B: ceiling on the subsidy ({text}), nobody's law",
    ),
)
HEADINGS = (
    Label(fr="Année", en="Year"),
    Label(fr="Coûts\nadmis", en="Admitted\ncosts"),
    Label(fr="%", en="%"),
    Label(fr="A\nSubvention", en="A\nSubsidy"),
    Label(fr="A\nPart propre", en="A\nOwn share"),
    Label(fr="A\nActivité", en="A\nActivity"),
    Label(fr="B\nSubvention", en="B\nSubsidy"),
    Label(fr="B\nPart propre", en="B\nOwn share"),
    Label(fr="B\nActivité", en="B\nActivity"),
)
THEN = Label(fr="\u00a0; ", en="; ")
PAIRS = ((0,), (1, 2), (3, 4, 5), (6, 7, 8))
TOTAL = Label(fr="Total", en="Total")
FLAT = Label(
    fr="= un euro de coûts en plus n'apporte pas un cent de subvention",
    en="= one euro more of costs brings no cent of subsidy",
)
FOUND = Label(fr="Ce que l'évaluation constate", en="What the evaluation finds")
QUOTED = Label(fr="{statement} [{section}, en substance]", en="{statement} [{section}, in substance]")
CHECKED = Label(fr="Ce que disent les chiffres", en="What the figures say")
MARKS: dict[bool | None, str] = {True: "✓", False: "✗", None: "–"}
IN_YEARS = Label(fr="oui, {}", en="yes, {}")
NOT_IN_YEARS = Label(fr="non, {}", en="no, {}")
NOT_TESTED = Label(fr="sans objet avec ces coûts", en="does not arise with these costs")
VERDICTS = {
    "borne_out": Label(fr="Le constat est confirmé par ces chiffres.", en="These figures bear the finding out."),
    "in_part": Label(
        fr="Le constat est confirmé en partie\u00a0: voir les années où la réponse est non.",
        en="The finding is borne out in part: see the years in which the answer is no.",
    ),
    "not_borne_out": Label(
        fr="Le constat n'est pas confirmé par ces chiffres.", en="These figures do not bear the finding out."
    ),
    "not_tested": Label(
        fr="Ces chiffres ne permettent pas de vérifier le constat.",
        en="These figures do not put the finding to the test.",
    ),
}
BINDS = Label(
    fr="Où la dernière réponse est non, les moyens propres sont si faibles que le pourcentage seul borne l'activité, "
    "quel que soit l'objet du plafond.",
    en="Where the last answer is no, the own means are so small that the percentage alone bounds the activity, "
    "whatever the ceiling is on.",
)


def plateau_text(result: Plateau, *, language: Language, styled: bool = False) -> str:
    """Return the plateau as text of at most 118 columns; `styled` adds bold type for a terminal."""
    page = Page(styled=styled)
    years = result.under_text
    page.line(TITLE.text(language).format(length=length_in_words(len(years), language)), style="bold")
    growth = years[1].costs - years[0].costs if len(years) > 1 else Euro(0)
    amounts = {"first": years[0].costs, "growth": growth, "means": result.own_means}
    page.line(INTRODUCTION.text(language).format(**{name: money(each, language) for name, each in amounts.items()}))
    for side, regime in zip(SIDES, (result.regime, result.reform), strict=True):
        page.line(side.text(language).format(text=regime.label.text(language)), first="  ", indent="  ")
    page.blank()
    rows = [_row(a, b, language) for a, b in zip(result.under_text, result.under_reform, strict=True)]
    total = _total(result, language)
    sheet = Sheet([label.text(language) for label in HEADINGS], [*rows, total], left=(), pairs=PAIRS)
    page.table(sheet, rows, headings=True)
    page.rule()
    page.table(sheet, [total])
    page.blank()
    page.line(FLAT.text(language))
    section = tidy(result.claim.citation.text(language), language)
    found = QUOTED.text(language).format(statement=result.claim.label.text(language), section=section)
    page.section(FOUND.text(language), [found])
    page.blank()
    page.line(CHECKED.text(language), style="bold")
    for check in result.checks:
        page.line(_checked(check, language), first=f"{MARKS[check.holds]} ", indent="  ")
    page.blank()
    page.line(VERDICTS[result.verdict].text(language), style="bold")
    if result.checks[-1].not_in:
        page.line(BINDS.text(language))
    return page.text


def _row(a: PlateauYear, b: PlateauYear, language: Language) -> list[str]:
    return [str(a.number), money(a.costs, language), str(a.rate.percentage), *_cells(a, language), *_cells(b, language)]


def _cells(year: PlateauYear, language: Language) -> Iterator[str]:
    yield f"{'= ' if year.flat else ''}{money(year.subsidy, language)}"
    yield money(year.own_share, language)
    yield money(year.activity, language)


def _total(result: Plateau, language: Language) -> list[str]:
    cells = [money(_sum(year.costs for year in result.under_text), language), ""]
    for years in (result.under_text, result.under_reform):
        cells += [
            money(_sum(year.subsidy for year in years), language),
            money(_sum(year.own_share for year in years), language),
            money(_sum(year.activity for year in years), language),
        ]
    return [TOTAL.text(language), *cells]


def _sum(amounts: Iterator[Euro]) -> Euro:
    return Euro.from_cents(sum(amount.cents for amount in amounts))


def _checked(check: Check, language: Language) -> str:
    words = [
        label.text(language).format(years_in_words(numbers, language))
        for label, numbers in ((IN_YEARS, check.borne_out_in), (NOT_IN_YEARS, check.not_in))
        if numbers
    ]
    found = THEN.text(language).join(words) or NOT_TESTED.text(language)
    return f"{check.statement.text(language)}{COLON.text(language)}{found}"
