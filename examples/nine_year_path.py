"""Print the funding path of a cluster: dates, subsidy, own share, conditions, deadlines, and what they rest on.

Run without arguments for TWEED, or with a `clusterlaw-dossier/1` document; `--help` lists the rest.
"""

import argparse
import io
import json
import os
import sys
from pathlib import Path

from path_words import plain

from clusterlaw import FactError, FundingPath, Label, funding_path
from clusterlaw.interchange import path_document, read_dossier
from clusterlaw.sources import Language

DEFAULT_DOSSIER = Path(__file__).resolve().parent / "dossiers" / "tweed.json"
MOST_BYTES = 10_000_001
MOST_YEARS = 50
REFUSED = 2
EXTRAS = ("rich", "matplotlib")

DESCRIPTION = Label(
    fr="Trajectoire de financement d'un cluster wallon : ce que donne chaque année, si la subvention est octroyée.",
    en="Funding path of a Walloon cluster: what each subsidy year amounts to, if granted.",
)
HELP_DOSSIER = Label(
    fr="dossier clusterlaw-dossier/1 (à défaut, TWEED, coûts illustratifs)",
    en="a clusterlaw-dossier/1 document (by default TWEED, illustrative costs)",
)
HELP_YEARS = Label(fr="nombre d'années, de 1 à 50 (9)", en="number of years, 1 to 50 (9)")
HELP_LANG = Label(fr="langue : fr (par défaut) ou en", en="language: fr (default) or en")
HELP_EXPLAIN = Label(fr="expliquer chaque chiffre après le tableau", en="explain each figure after the table")
HELP_JSON = Label(fr="écrire seulement le document clusterlaw-path/1", en="print only the clusterlaw-path/1 document")
HELP_PLOT = Label(fr="écrire aussi un graphique SVG", en="write an SVG chart too")
BAD_YEARS = Label(fr="{!r} : donnez un nombre entier de 1 à 50", en="{!r}: give a whole number from 1 to 50")
UNREADABLE = Label(fr="lecture impossible de {file} : {why}", en="cannot read {file}: {why}")
UNWRITABLE = Label(fr="écriture impossible de {file} : {why}", en="cannot write {file}: {why}")
SAME_FILE = Label(fr="c'est le dossier lui-même", en="it is the dossier itself")
WHY = {
    FileNotFoundError: Label(fr="le fichier ou son dossier n'existe pas", en="no such file or directory"),
    IsADirectoryError: Label(fr="c'est un répertoire", en="it is a directory"),
    NotADirectoryError: Label(fr="ce n'est pas un répertoire", en="not a directory"),
    PermissionError: Label(fr="accès refusé", en="permission denied"),
}
OUTPUT = Label(fr="la sortie", en="the output")
WRITTEN = Label(fr="graphique écrit dans {file}", en="chart written to {file}")
NOT_INSTALLED = Label(
    fr="il manque {name} : installez-le (pip install 'clusterlaw[examples]'), ou demandez --json",
    en="{name} is missing: install it (pip install 'clusterlaw[examples]'), or ask for --json",
)


class Refusal(Exception):  # noqa: N818
    """What keeps the script from answering, in the user's language."""


def main(argv: list[str] | None = None) -> int:
    """Run the script and return its exit code: 0, or 2 where the input or an output file is refused."""
    _speak_utf8()
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    language: Language = arguments.lang
    try:
        path = _path(arguments.dossier, arguments.years, language)
        text = _json_text(path) if arguments.json else _text(path, language, explained=arguments.explain)
        if arguments.plot is not None:
            _plot(path, arguments, language)
        _print_quietly(text, language)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRAS:
            raise
        print(NOT_INSTALLED.text(language).format(name=error.name), file=sys.stderr)
        return REFUSED
    return 0


def _arguments(argv: list[str]) -> argparse.Namespace:
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--lang", nargs="?")
    language: Language = "en" if early.parse_known_args(argv)[0].lang == "en" else "fr"

    def years(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= MOST_YEARS:
            return int(text)
        raise argparse.ArgumentTypeError(BAD_YEARS.text(language).format(text))

    parser = argparse.ArgumentParser(description=DESCRIPTION.text(language), allow_abbrev=False)
    parser.add_argument(
        "dossier", nargs="?", default=DEFAULT_DOSSIER, metavar="DOSSIER.json", help=HELP_DOSSIER.text(language)
    )
    parser.add_argument("--years", type=years, default=9, metavar="N", help=HELP_YEARS.text(language))
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help=HELP_LANG.text(language))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--explain", action="store_true", help=HELP_EXPLAIN.text(language))
    shape.add_argument("--json", action="store_true", help=HELP_JSON.text(language))
    parser.add_argument("--plot", metavar="FILE.svg", help=HELP_PLOT.text(language))
    return parser.parse_args(argv)


def _path(file: str | Path, years: int, language: Language) -> FundingPath:
    try:
        with open(file, "rb") as stream:
            document = stream.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        raise Refusal(_about_file(UNREADABLE, _quoted(file), error, language)) from None
    try:
        return funding_path(read_dossier(document), years=years)
    except FactError as error:
        raise Refusal(error.text(language)) from None


def _plot(path: FundingPath, arguments: argparse.Namespace, language: Language) -> None:
    from path_plot import path_svg

    file = Path(arguments.plot)
    drawing = path_svg(path, language=language)
    try:
        if file.exists() and file.samefile(arguments.dossier):
            raise Refusal(UNWRITABLE.text(language).format(file=_quoted(file), why=SAME_FILE.text(language)))
        file.write_bytes(drawing)
    except (OSError, ValueError) as error:
        raise Refusal(_about_file(UNWRITABLE, _quoted(file), error, language)) from None
    print(WRITTEN.text(language).format(file=_quoted(file)), file=sys.stderr)


def _about_file(label: Label, file: str, error: Exception, language: Language) -> str:
    known = [words.text(language) for kind, words in WHY.items() if isinstance(error, kind)]
    system = error.strerror if isinstance(error, OSError) else None
    return label.text(language).format(file=file, why=(known or [system or str(error)])[0])


def _quoted(file: str | Path) -> str:
    return f"'{plain(str(file))}'"


def _json_text(path: FundingPath) -> str:
    return json.dumps(path_document(path), ensure_ascii=False, indent=2) + "\n"


def _text(path: FundingPath, language: Language, *, explained: bool) -> str:
    from path_table import path_text

    text = path_text(path, language=language, styled=sys.stdout.isatty())
    if not explained:
        return text
    from clusterlaw.explanation import explain

    return f"{text}\n{explain(path, language=language).rstrip()}\n"


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # An argument that is no UTF-8 reaches messages as surrogates, which only this writes.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _print_quietly(text: str, language: Language) -> None:
    """Print, and end without a word where the reader has gone."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Refusal(_about_file(UNWRITABLE, OUTPUT.text(language), error, language)) from None


if __name__ == "__main__":
    sys.exit(main())
