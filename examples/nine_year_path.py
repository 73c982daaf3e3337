"""Print the funding path of a cluster: dates, subsidy, own share, conditions, deadlines, and what they rest on.

Run without arguments for TWEED, or with a `clusterlaw-dossier/1` document; `--help` lists the rest.
"""

import argparse
import json
import sys
from pathlib import Path

from command_line import Refusal, language_of, parser_of, read_file, run, speak_utf8, write_file

from clusterlaw import FactError, FundingPath, Label, funding_path
from clusterlaw.interchange import path_document, read_dossier
from clusterlaw.sources import Language

MOST_YEARS = 50

DESCRIPTION = Label(
    fr="Trajectoire de financement d'un cluster wallon : ce que donne chaque année, si la subvention est octroyée.",
    en="Funding path of a Walloon cluster: what each subsidy year amounts to, if granted.",
)
HELP_DOSSIER = Label(
    fr="dossier clusterlaw-dossier/1 (à défaut, TWEED, coûts illustratifs)",
    en="a clusterlaw-dossier/1 document (by default TWEED, illustrative costs)",
)
HELP_YEARS = Label(fr="nombre d'années, de 1 à 50 (9)", en="number of years, 1 to 50 (9)")
HELP_EXPLAIN = Label(fr="expliquer chaque chiffre après le tableau", en="explain each figure after the table")
HELP_JSON = Label(fr="écrire seulement le document clusterlaw-path/1", en="print only the clusterlaw-path/1 document")
HELP_PLOT = Label(fr="écrire aussi un graphique SVG", en="write an SVG chart too")
BAD_YEARS = Label(fr="{!r} : donnez un nombre entier de 1 à 50", en="{!r}: give a whole number from 1 to 50")
WRITTEN = Label(fr="graphique écrit dans {file}", en="chart written to {file}")


def main(argv: list[str] | None = None) -> int:
    """Run the script and return its exit code: 0, or 2 where the input or an output file is refused."""
    speak_utf8()
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    return run(lambda: _answer(arguments), arguments.lang)


def _answer(arguments: argparse.Namespace) -> str:
    language: Language = arguments.lang
    path = _path(arguments.dossier, arguments.years, language)
    text = _json_text(path) if arguments.json else _text(path, language, explained=arguments.explain)
    if arguments.plot is not None:
        from path_plot import path_svg

        drawing = path_svg(path, language=language)
        write_file(arguments.plot, drawing, dossier=arguments.dossier, written=WRITTEN, language=language)
    return text


def _arguments(argv: list[str]) -> argparse.Namespace:
    language = language_of(argv)

    def years(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= MOST_YEARS:
            return int(text)
        raise argparse.ArgumentTypeError(BAD_YEARS.text(language).format(text))

    parser = parser_of(DESCRIPTION, HELP_DOSSIER, language)
    parser.add_argument("--years", type=years, default=9, metavar="N", help=HELP_YEARS.text(language))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--explain", action="store_true", help=HELP_EXPLAIN.text(language))
    shape.add_argument("--json", action="store_true", help=HELP_JSON.text(language))
    parser.add_argument("--plot", metavar="FILE.svg", help=HELP_PLOT.text(language))
    return parser.parse_args(argv)


def _path(file: str | Path, years: int, language: Language) -> FundingPath:
    document = read_file(file, language)
    try:
        return funding_path(read_dossier(document), years=years)
    except FactError as error:
        raise Refusal(error.text(language)) from None


def _json_text(path: FundingPath) -> str:
    return json.dumps(path_document(path), ensure_ascii=False, indent=2) + "\n"


def _text(path: FundingPath, language: Language, *, explained: bool) -> str:
    from path_table import path_text

    text = path_text(path, language=language, styled=sys.stdout.isatty())
    if not explained:
        return text
    from clusterlaw.explanation import explain

    return f"{text}\n{explain(path, language=language).rstrip()}\n"


if __name__ == "__main__":
    sys.exit(main())
