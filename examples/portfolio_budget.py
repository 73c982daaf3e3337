"""Print what the Region pays for a portfolio of clusters, by calendar year and by subsidy year, against a budget.

Run without arguments for an illustrative portfolio, or with a `clusterlaw-portfolio/1` document; `--help` lists the
rest. `--simulate` draws many variants of the portfolio from a seed.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

from attrs import evolve
from command_line import HELP_LANG, Refusal, language_of, read_file, run, speak_utf8, write_file
from path_words import plain
from reform_arguments import regimes_under

from clusterlaw import Drawn, Euro, FactError, Label, Portfolio, Problem, Simulation, portfolio_of, simulate
from clusterlaw.portfolio_interchange import PORTFOLIO_FORMAT, PortfolioDocument, budget_document, read_portfolio
from clusterlaw.reforms import REFORMS
from clusterlaw.sources import Language

DEFAULT_PORTFOLIO = Path(__file__).resolve().parent / "portfolios" / "illustrative.json"
YEARS_SHOWN = 9
MOST_DRAWS = 100_000
STEPS = 1000
FIRST_YEAR, LAST_YEAR = 2007, 2199

DESCRIPTION = Label(
    fr="Budget d'un portefeuille de clusters wallons : ce que la Région paie si elle octroie tout, par année.",
    en="Budget of a portfolio of Walloon clusters: what the Region pays if it grants everything, by year.",
)
HELP_PORTFOLIO = Label(
    fr="portefeuille clusterlaw-portfolio/1 (à défaut, un portefeuille illustratif)",
    en="a clusterlaw-portfolio/1 document (by default, an illustrative portfolio)",
)
HELP_YEARS = Label(
    fr="années civiles, par exemple 2008-2016 (à défaut, neuf dès la première reconnaissance)",
    en="calendar years, such as 2008-2016 (by default nine, from the first recognition on)",
)
HELP_BUDGET = Label(fr="budget annuel en EUR, à comparer", en="yearly budget in EUR to compare with")
HELP_COSTS = Label(
    fr="tous les coûts multipliés par ce pourcentage, 0 à 1000 (100)",
    en="all costs multiplied by this percentage, 0 to 1000 (100)",
)
HELP_REFORM = Label(fr="sous une réforme à l'essai, qui n'est pas du droit", en="under a what-if, which is no law")
WHAT_IF = Label(fr="{name} (à l'essai, pas du droit – {reform})", en="{name} (on trial, no law – {reform})")
HELP_SIMULATE = Label(
    fr=f"nombre de tirages, de 1 à {MOST_DRAWS} (aucun)", en=f"number of draws, 1 to {MOST_DRAWS} (none)"
)
HELP_SEED = Label(fr="graine des tirages, un entier (1)", en="seed of the draws, a whole number (1)")
HELP_RANGE = Label(
    fr="coûts tirés, par cluster, entre ces deux pourcentages (90-110)",
    en="costs drawn, by cluster, between these two percentages (90-110)",
)
HELP_RENEWAL = Label(
    fr="chance, en pour cent, que chaque renouvellement ait lieu (90)",
    en="chance, in per cent, that each renewal takes place (90)",
)
HELP_JSON = Label(
    fr="écrire seulement le document clusterlaw-budget/1", en="print only the clusterlaw-budget/1 document"
)
HELP_PLOT = Label(fr="écrire aussi un graphique SVG", en="write an SVG chart too")
WRITTEN = Label(fr="graphique écrit dans {file}", en="chart written to {file}")
BAD_YEARS = Label(
    fr="{!r} : donnez deux années dans l'ordre, de 2007 à 2199, comme 2008-2016",
    en="{!r}: give two years in order, 2007 to 2199, such as 2008-2016",
)
BAD_AMOUNT = Label(fr="{!r} : donnez un montant en EUR, comme 1400743.00", en="{!r}: give EUR, such as 1400743.00")
BAD_PERCENT = Label(fr="{!r} : donnez un pourcentage de 0 à {}", en="{!r}: give a percentage from 0 to {}")
BAD_RANGE = Label(
    fr="{!r} : donnez deux pourcentages dans l'ordre, de 0 à 1000, comme 90-110",
    en="{!r}: give two percentages in order, 0 to 1000, such as 90-110",
)
BAD_NUMBER = Label(fr="{!r} : donnez un nombre entier de {} à {}", en="{!r}: give a whole number from {} to {}")
TOO_LATE = Label(
    fr="l'année {last} dépasse la 50e année de subvention de {name} ; arrêtez-vous à {most}",
    en="year {last} is beyond the 50th subsidy year of {name}; stop at {most}",
)
TOO_HIGH = Label(
    fr="une ligne de coûts ainsi multipliée dépasse ce qu'un dossier peut contenir",
    en="a cost line multiplied so is more than a dossier can hold",
)
UNBOUNDED = Label(
    fr="rien ne borne la subvention de {names} : déclarez leurs coûts ou leur plafond avant de simuler",
    en="nothing bounds the subsidy of {names}: state their costs or their ceiling before simulating",
)
DRAWING = Label(fr="tirages", en="draws")


def main(argv: list[str] | None = None) -> int:
    """Run the script and return its exit code: 0, or 2 where the input or an output file is refused."""
    speak_utf8()
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    return run(lambda: _answer(arguments), arguments.lang)


def _answer(arguments: argparse.Namespace) -> str:
    language: Language = arguments.lang
    document = _document(arguments.portfolio, language)
    portfolio = _portfolio(document, arguments, language)
    if arguments.reform is not None:
        document, portfolio = _under(arguments.reform, document, portfolio, language)
    simulation = _simulation(portfolio, arguments, language)
    if arguments.json:
        found = budget_document(portfolio, name=document.name, budget=arguments.budget, simulation=simulation)
        text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    else:
        from portfolio_table import budget_text

        text = budget_text(
            document, portfolio, arguments.budget, simulation, language=language, styled=sys.stdout.isatty()
        )
    if arguments.plot is not None:
        from portfolio_plot import budget_svg

        drawing = budget_svg(document, portfolio, arguments.budget, simulation, language=language)
        write_file(arguments.plot, drawing, dossier=arguments.portfolio, written=WRITTEN, language=language)
    return text


def _arguments(argv: list[str]) -> argparse.Namespace:
    language = language_of(argv)
    kinds = _Kinds(language)
    parser = argparse.ArgumentParser(description=DESCRIPTION.text(language), allow_abbrev=False)
    add = parser.add_argument
    add("--portfolio", default=DEFAULT_PORTFOLIO, metavar="FILE.json", help=_help(HELP_PORTFOLIO, language))
    add("--years", type=kinds.years, metavar="AAAA-AAAA", help=_help(HELP_YEARS, language))
    add("--budget", type=kinds.budget, metavar="EUR", help=_help(HELP_BUDGET, language))
    add("--costs", type=kinds.factor, default=Fraction(1), metavar="%", help=_help(HELP_COSTS, language))
    names = [reform.name for reform in REFORMS]
    help_reform = f"{HELP_REFORM.text(language)} : {', '.join(names)}"
    add("--reform", choices=names, metavar="NAME", help=help_reform)
    add("--simulate", type=kinds.draws, metavar="N", help=_help(HELP_SIMULATE, language))
    add("--seed", type=kinds.seed, default=1, metavar="S", help=_help(HELP_SEED, language))
    add("--costs-range", type=kinds.costs_range, default="90-110", metavar="%-%", help=_help(HELP_RANGE, language))
    add("--renewal", type=kinds.chance, default="90", metavar="%", help=_help(HELP_RENEWAL, language))
    add("--lang", choices=("fr", "en"), default="fr", help=_help(HELP_LANG, language))
    add("--json", action="store_true", help=_help(HELP_JSON, language))
    add("--plot", metavar="FILE.svg", help=_help(HELP_PLOT, language))
    return parser.parse_args(argv)


class _Kinds:
    """Readers of the arguments, which refuse in the user's language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def _refuse(self, words: Label, *given: object) -> argparse.ArgumentTypeError:
        return argparse.ArgumentTypeError(words.text(self._language).format(*given))

    def years(self, text: str) -> tuple[int, int]:
        match = re.fullmatch(r"(\d{4})-(\d{4})", text, re.ASCII)
        if match and FIRST_YEAR <= int(match[1]) <= int(match[2]) <= LAST_YEAR:
            return int(match[1]), int(match[2])
        raise self._refuse(BAD_YEARS, text)

    def budget(self, text: str) -> Euro:
        if re.fullmatch(r"\d{1,12}(\.\d{1,2})?", text, re.ASCII):
            return Euro(text)
        raise self._refuse(BAD_AMOUNT, text)

    def factor(self, text: str) -> Fraction:
        found = _percent(text)
        if found is None:
            raise self._refuse(BAD_PERCENT, text, 1000)
        return found

    def costs_range(self, text: str) -> tuple[Fraction, Fraction]:
        first, _, second = text.partition("-")
        low, high = _percent(first), _percent(second)
        if low is None or high is None or low > high:
            raise self._refuse(BAD_RANGE, text)
        return low, high

    def chance(self, text: str) -> Fraction:
        found = _percent(text)
        if found is None or found > 1:
            raise self._refuse(BAD_PERCENT, text, 100)
        return found

    def draws(self, text: str) -> int:
        return self._number(text, 1, MOST_DRAWS)

    def seed(self, text: str) -> int:
        return self._number(text, 0, 10**12)

    def _number(self, text: str, least: int, most: int) -> int:
        if re.fullmatch(r"\d{1,13}", text, re.ASCII) and least <= int(text) <= most:
            return int(text)
        raise self._refuse(BAD_NUMBER, text, least, most)


def _help(label: Label, language: Language) -> str:
    return label.text(language).replace("%", "%%")


def _percent(text: str) -> Fraction | None:
    """Return a percentage from 0 to 1000 as an exact fraction of one; None where it is none."""
    if not re.fullmatch(r"\d{1,4}(\.\d{1,6})?", text, re.ASCII):
        return None
    found = Fraction(text) / 100
    return found if found <= 10 else None


def _document(file: str | Path, language: Language) -> PortfolioDocument:
    beside = Path(file).parent

    def dossier_at(name: str) -> bytes:
        try:
            return read_file(beside / name, language)
        except Refusal as refusal:
            what = Label(fr=str(refusal), en=str(refusal))
            remedy = Label(
                fr="donnez le nom d'un fichier, à partir du dossier du portefeuille",
                en="give the name of a file, from the folder of the portfolio",
            )
            raise FactError(Problem(path="", what=what, rule=PORTFOLIO_FORMAT, remedy=remedy)) from None

    try:
        return read_portfolio(read_file(file, language), dossier_at=dossier_at)
    except FactError as error:
        raise Refusal(error.text(language)) from None


def _portfolio(document: PortfolioDocument, arguments: argparse.Namespace, language: Language) -> Portfolio:
    recognised = [dossier.recognised_on.year for dossier in document.dossiers]
    first, last = arguments.years or (min(recognised), min(recognised) + YEARS_SHOWN - 1)
    oldest = min(document.dossiers, key=lambda dossier: dossier.recognised_on)
    most = oldest.recognised_on.year + 49
    if last > most:
        name = f"'{plain(oldest.cluster.name)}'"
        raise Refusal(TOO_LATE.text(language).format(last=last, name=name, most=most))
    try:
        found = portfolio_of(document.dossiers, first_year=first, last_year=last)
        return found if arguments.costs == 1 else found.times(arguments.costs)
    except FactError as error:
        raise Refusal(error.text(language)) from None
    except ValueError:
        raise Refusal(TOO_HIGH.text(language)) from None


def _under(
    name: str, document: PortfolioDocument, portfolio: Portfolio, language: Language
) -> tuple[PortfolioDocument, Portfolio]:
    """Return the portfolio under a what-if, and its document under a name that says so."""
    reform = next(each for each in REFORMS if each.name == name)
    title = WHAT_IF.text(language).format(name=document.name, reform=reform.label.text(language))
    return evolve(document, name=title), portfolio.under(regimes_under(reform))


def _simulation(portfolio: Portfolio, arguments: argparse.Namespace, language: Language) -> Simulation | None:
    if arguments.simulate is None:
        return None
    unbounded = [part.place for part in portfolio.years if part.year.subsidy_at_most is None]
    if unbounded:
        names = dict.fromkeys(f"'{plain(portfolio.clusters[place].dossier.cluster.name)}'" for place in unbounded)
        raise Refusal(UNBOUNDED.text(language).format(names=", ".join(names)))
    drawn = Drawn(costs=arguments.costs_range, steps=STEPS, renewal=arguments.renewal, unstated_costs=None)
    with _progress(arguments.simulate, language) as progress:
        return simulate(
            portfolio,
            generator=random.Random(arguments.seed),  # noqa: S311
            draws=arguments.simulate,
            drawn=drawn,
            progress=progress,
        )


@contextmanager
def _progress(draws: int, language: Language) -> Iterator[Callable[[int], None] | None]:
    """Show a progress bar on standard error while drawing, where a person is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(DRAWING.text(language), total=draws)
        yield lambda done: bar.update(task, completed=done)


if __name__ == "__main__":
    sys.exit(main())
