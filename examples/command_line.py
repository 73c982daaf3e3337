"""What the example scripts share: reading a file, writing one, speaking the user's language, and ending well."""

import argparse
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from path_words import plain

from clusterlaw import Label
from clusterlaw.sources import Language

DEFAULT_DOSSIER = Path(__file__).resolve().parent / "dossiers" / "tweed.json"
MOST_BYTES = 10_000_001
REFUSED = 2
EXTRAS = ("rich", "matplotlib", "icalendar")

HELP_LANG = Label(fr="langue : fr (par défaut) ou en", en="language: fr (default) or en")
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
NOT_INSTALLED = Label(
    fr="il manque {name} : installez-le (pip install 'clusterlaw[examples,calendar]'), ou demandez --json",
    en="{name} is missing: install it (pip install 'clusterlaw[examples,calendar]'), or ask for --json",
)


class Refusal(Exception):  # noqa: N818
    """What keeps a script from answering, in the user's language."""


def language_of(argv: list[str]) -> Language:
    """Return the language that the arguments ask for, before they are read."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--lang", nargs="?")
    return "en" if early.parse_known_args(argv)[0].lang == "en" else "fr"


def parser_of(description: Label, dossier: Label, language: Language) -> argparse.ArgumentParser:
    """Return a parser of a dossier, by default TWEED, and of the language."""
    parser = argparse.ArgumentParser(description=description.text(language), allow_abbrev=False)
    parser.add_argument(
        "dossier", nargs="?", default=DEFAULT_DOSSIER, metavar="DOSSIER.json", help=dossier.text(language)
    )
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help=HELP_LANG.text(language))
    return parser


def run(answer: Callable[[], str], language: Language) -> int:
    """Print an answer and return the exit code: 0, or 2 where the input or an output file is refused."""
    try:
        print_quietly(answer(), language)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRAS:
            raise
        print(NOT_INSTALLED.text(language).format(name=error.name), file=sys.stderr)
        return REFUSED
    return 0


def read_file(file: str | Path, language: Language) -> bytes:
    """Return the bytes of a file. Raises Refusal where it cannot be read."""
    try:
        with open(file, "rb") as stream:
            return stream.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        raise Refusal(about_file(UNREADABLE, quoted(file), error, language)) from None


def write_file(file: str, content: bytes, *, dossier: str | Path, written: Label, language: Language) -> None:
    """Write a file beside the answer, and say so. Raises Refusal where it cannot be written, or is the dossier."""
    path = Path(file)
    try:
        if path.exists() and path.samefile(dossier):
            raise Refusal(UNWRITABLE.text(language).format(file=quoted(path), why=SAME_FILE.text(language)))
        path.write_bytes(content)
    except (OSError, ValueError) as error:
        raise Refusal(about_file(UNWRITABLE, quoted(path), error, language)) from None
    print(written.text(language).format(file=quoted(path)), file=sys.stderr)


def about_file(label: Label, file: str, error: Exception, language: Language) -> str:
    """Return why a file could not be read or written."""
    known = [words.text(language) for kind, words in WHY.items() if isinstance(error, kind)]
    system = error.strerror if isinstance(error, OSError) else None
    return label.text(language).format(file=file, why=(known or [system or str(error)])[0])


def quoted(file: str | Path) -> str:
    """Return the name of a file as a message shows it."""
    return f"'{plain(str(file))}'"


def speak_utf8() -> None:
    """Write UTF-8 whatever the terminal says, and written out what UTF-8 has no letter for."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_quietly(text: str, language: Language) -> None:
    """Print, and end without a word where the reader has gone."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Refusal(about_file(UNWRITABLE, OUTPUT.text(language), error, language)) from None
