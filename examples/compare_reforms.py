"""Compare what the law gives a cluster with what reforms of it would give: subsidy, own share, and why they differ.

Run without arguments for TWEED under five what-ifs, or with a `clusterlaw-dossier/1` document; `--help` lists the rest.
"""

import argparse
import json
import sys

from command_line import Refusal, language_of, parser_of, read_file, run, speak_utf8, write_file
from reform_arguments import ARGUMENTS, regimes_under

from clusterlaw import FactError, Label, compare, explain, funding_path
from clusterlaw.comparison import Comparison
from clusterlaw.comparison_interchange import reforms_document
from clusterlaw.interchange import read_dossier
from clusterlaw.reforms import REFORMS
from clusterlaw.sources import Language

MOST_YEARS = 50

SHOWN = ("subsidy_ceiling", "indexed_ceiling", "percentages_of_2024", "no_degressivity", "linear_degressivity")

DESCRIPTION = Label(
    fr="Réformes à l'essai : ce que chacune changerait à la subvention et à la part propre d'un cluster, et pourquoi.",
    en="Reforms on trial: what each would change of a cluster's subsidy and own share, and why.",
)
HELP_DOSSIER = Label(
    fr="dossier clusterlaw-dossier/1 (à défaut, TWEED, coûts illustratifs)",
    en="a clusterlaw-dossier/1 document (by default TWEED, illustrative costs)",
)
HELP_REFORM = Label(
    fr="réforme à comparer, à répéter pour plusieurs (à défaut, cinq d'entre elles)",
    en="a reform to compare, repeated for several (by default, five of them)",
)
HELP_YEARS = Label(fr="nombre d'années, de 1 à 50 (9)", en="number of years, 1 to 50 (9)")
HELP_EXPLAIN = Label(fr="expliquer chaque différence après le tableau", en="explain each difference after the table")
HELP_JSON = Label(
    fr="écrire seulement le document clusterlaw-reforms/1", en="print only the clusterlaw-reforms/1 document"
)
HELP_PLOT = Label(fr="écrire aussi un graphique SVG", en="write an SVG chart too")
BAD_YEARS = Label(fr="{!r} : donnez un nombre entier de 1 à 50", en="{!r}: give a whole number from 1 to 50")
WRITTEN = Label(fr="graphique écrit dans {file}", en="chart written to {file}")


def main(argv: list[str] | None = None) -> int:
    """Run the script and return its exit code: 0, or 2 where the input or an output file is refused."""
    speak_utf8()
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    return run(lambda: _answer(arguments), arguments.lang)


def _arguments(argv: list[str]) -> argparse.Namespace:
    language = language_of(argv)

    def years(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= MOST_YEARS:
            return int(text)
        raise argparse.ArgumentTypeError(BAD_YEARS.text(language).format(text))

    parser = parser_of(DESCRIPTION, HELP_DOSSIER, language)
    names = [reform.name for reform in REFORMS]
    parser.add_argument("--reform", action="append", choices=names, metavar="NAME", help=_help_reform(names, language))
    parser.add_argument("--years", type=years, default=9, metavar="N", help=HELP_YEARS.text(language))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--explain", action="store_true", help=HELP_EXPLAIN.text(language))
    shape.add_argument("--json", action="store_true", help=HELP_JSON.text(language))
    parser.add_argument("--plot", metavar="FILE.svg", help=HELP_PLOT.text(language))
    return parser.parse_args(argv)


def _help_reform(names: list[str], language: Language) -> str:
    return f"{HELP_REFORM.text(language)} : {', '.join(names)}"


def _answer(arguments: argparse.Namespace) -> str:
    language: Language = arguments.lang
    comparisons = _comparisons(arguments, language)
    if arguments.json:
        text = json.dumps(reforms_document(comparisons), ensure_ascii=False, indent=2) + "\n"
    else:
        text = _text(comparisons, language, explained=arguments.explain)
    if arguments.plot is not None:
        from reforms_plot import reforms_svg

        drawing = reforms_svg(comparisons, language=language)
        write_file(arguments.plot, drawing, dossier=arguments.dossier, written=WRITTEN, language=language)
    return text


def _comparisons(arguments: argparse.Namespace, language: Language) -> dict[str, Comparison]:
    chosen = arguments.reform or SHOWN
    document = read_file(arguments.dossier, language)
    try:
        dossier = read_dossier(document)
        law = funding_path(dossier, years=arguments.years)
        found = {}
        for reform in REFORMS:
            if reform.name in chosen:
                regimes = regimes_under(reform)
                found[reform.name] = compare(law, funding_path(dossier, years=arguments.years, regimes=regimes))
    except FactError as error:
        raise Refusal(error.text(language)) from None
    return found


def _text(comparisons: dict[str, Comparison], language: Language, *, explained: bool) -> str:
    from reforms_table import reforms_text

    text = reforms_text(comparisons, ARGUMENTS, language=language, styled=sys.stdout.isatty())
    if not explained:
        return text
    explanations = (explain(each, language=language).rstrip() for each in comparisons.values())
    return "\n\n".join((text.rstrip(), *explanations)) + "\n"


if __name__ == "__main__":
    sys.exit(main())
