"""Show the plateau of § 1.4 of the evaluation of 2011: what a ceiling on the costs does to an activity that grows.

Run without arguments for costs like TWEED's (illustrative), which grow by the same amount a year; `--help` lists the
rest.
"""

import argparse
import json
import re
import sys

from command_line import HELP_LANG, language_of, run, speak_utf8, write_file

from clusterlaw import Euro, Label, Plateau, plateau
from clusterlaw.plateaus import plateau_document
from clusterlaw.sources import Language

MOST_YEARS = 50
# Costs like those of the dossier of TWEED that ships with the examples, which are illustrative.
FIRST_COSTS, GROWTH, OWN_MEANS = Euro("142250.50"), Euro(10_000), Euro(60_000)

DESCRIPTION = Label(
    fr="Le plafonnement de l'activité (évaluation de 2011, § 1.4) : plafond sur les coûts, ou sur la subvention ?",
    en="The plateau of the activity (evaluation of 2011, § 1.4): a ceiling on the costs, or on the subsidy?",
)
HELP_FIRST = Label(
    fr="coûts admis de la première année, en EUR (142250.50)", en="admitted costs of the first year, in EUR (142250.50)"
)
HELP_GROWTH = Label(fr="ce dont ils croissent chaque année, en EUR (10000)", en="their growth a year, in EUR (10000)")
HELP_MEANS = Label(
    fr="moyens propres de chaque année, pour l'activité finançable, en EUR (60000)",
    en="own means of each year, for the activity that can be financed, in EUR (60000)",
)
HELP_YEARS = Label(fr="nombre d'années, de 1 à 50 (9)", en="number of years, 1 to 50 (9)")
HELP_JSON = Label(
    fr="écrire seulement le document clusterlaw-plateau/1", en="print only the clusterlaw-plateau/1 document"
)
HELP_PLOT = Label(fr="écrire aussi un graphique SVG", en="write an SVG chart too")
BAD_YEARS = Label(fr="{!r} : donnez un nombre entier de 1 à 50", en="{!r}: give a whole number from 1 to 50")
BAD_AMOUNT = Label(
    fr="{!r} : donnez un montant de 0 à 9999999999.99, en chiffres, avec un point et au plus deux décimales",
    en="{!r}: give an amount from 0 to 9999999999.99, in digits, with a point and at most two decimals",
)
WRITTEN = Label(fr="graphique écrit dans {file}", en="chart written to {file}")


def main(argv: list[str] | None = None) -> int:
    """Run the script and return its exit code: 0, or 2 where an argument or the output file is refused."""
    speak_utf8()
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    return run(lambda: _answer(arguments), arguments.lang)


def _arguments(argv: list[str]) -> argparse.Namespace:
    language = language_of(argv)

    def years(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= MOST_YEARS:
            return int(text)
        raise argparse.ArgumentTypeError(BAD_YEARS.text(language).format(text))

    def euros(text: str) -> Euro:
        if re.fullmatch(r"\d{1,10}(\.\d{1,2})?", text, re.ASCII):
            return Euro(text)
        raise argparse.ArgumentTypeError(BAD_AMOUNT.text(language).format(text))

    parser = argparse.ArgumentParser(description=DESCRIPTION.text(language).replace("%", "%%"), allow_abbrev=False)
    for option, default, words in (
        ("--first-costs", FIRST_COSTS, HELP_FIRST),
        ("--growth", GROWTH, HELP_GROWTH),
        ("--own-means", OWN_MEANS, HELP_MEANS),
    ):
        parser.add_argument(option, type=euros, default=default, metavar="EUR", help=words.text(language))
    parser.add_argument("--years", type=years, default=9, metavar="N", help=HELP_YEARS.text(language))
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help=HELP_LANG.text(language))
    parser.add_argument("--json", action="store_true", help=HELP_JSON.text(language))
    parser.add_argument("--plot", metavar="FILE.svg", help=HELP_PLOT.text(language))
    return parser.parse_args(argv)


def _answer(arguments: argparse.Namespace) -> str:
    language: Language = arguments.lang
    result = plateau(
        first_costs=arguments.first_costs,
        yearly_growth=arguments.growth,
        own_means=arguments.own_means,
        years=arguments.years,
    )
    if arguments.json:
        text = json.dumps(plateau_document(result), ensure_ascii=False, indent=2) + "\n"
    else:
        text = _text(result, language)
    if arguments.plot is not None:
        from plateau_plot import plateau_svg

        drawing = plateau_svg(result, language=language)
        write_file(arguments.plot, drawing, dossier=__file__, written=WRITTEN, language=language)
    return text


def _text(result: Plateau, language: Language) -> str:
    from plateau_table import plateau_text

    return plateau_text(result, language=language, styled=sys.stdout.isatty())


if __name__ == "__main__":
    sys.exit(main())
