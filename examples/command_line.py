"""What every example script does around its answer: read a file, write one, print, and refuse in one voice.

A refusal is said in the user's language on standard error, with exit code 2 and nothing on standard output.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

from path_words import plain

from clusterlaw import Label
from clusterlaw.sources import Language

# One more than a document may have: the reader refuses what is larger.
MOST_BYTES = 10_000_001
REFUSED = 2
EXTRAS = ("rich", "matplotlib")

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
    fr="il manque {name} : installez-le (pip install 'clusterlaw[examples]'), ou demandez --json",
    en="{name} is missing: install it (pip install 'clusterlaw[examples]'), or ask for --json",
)


class Refusal(Exception):  # noqa: N818
    """What keeps a script from answering, in the user's language."""


def run(answer: Callable[[], None], language: Language) -> int:
    """Run what a script does and return its exit code: 0, or 2 where it refuses or a package is missing."""
    try:
        answer()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in EXTRAS:
            raise
        print(NOT_INSTALLED.text(language).format(name=error.name), file=sys.stderr)
        return REFUSED
    return 0


def speak_utf8() -> None:
    """Write UTF-8 whatever the terminal's locale; on standard error, write out what is no text at all."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdout else "backslashreplace")


def language_of(argv: list[str]) -> Language:
    """Return the language asked for, before the other arguments are read: help and errors speak it."""
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--lang", nargs="?")
    return "en" if early.parse_known_args(argv)[0].lang == "en" else "fr"


def add_language(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add the option that chooses the language."""
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help=HELP_LANG.text(language))


def read_file(file: str | Path, language: Language) -> bytes:
    """Return what a file holds, up to one byte more than a document may have. Raises Refusal."""
    try:
        with open(file, "rb") as stream:
            return stream.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        raise Refusal(_about_file(UNREADABLE, quoted(file), error, language)) from None


def write_file(file: str | Path, content: bytes, *, source: str | Path, written: Label, language: Language) -> None:
    """Write an output file, never over its source, and say so (`written`) on standard error. Raises Refusal."""
    target = Path(file)
    try:
        if target.exists() and target.samefile(source):
            raise Refusal(UNWRITABLE.text(language).format(file=quoted(file), why=SAME_FILE.text(language)))
        target.write_bytes(content)
    except (OSError, ValueError) as error:
        raise Refusal(_about_file(UNWRITABLE, quoted(file), error, language)) from None
    print(written.text(language).format(file=quoted(file)), file=sys.stderr)


def print_quietly(text: str, language: Language) -> None:
    """Print, and end without a word where the reader has gone. Raises Refusal where it cannot be written."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Refusal(_about_file(UNWRITABLE, OUTPUT.text(language), error, language)) from None


def quoted(file: str | Path) -> str:
    """Return a file's name in quotes, on one line."""
    return f"'{plain(str(file))}'"


def _about_file(label: Label, file: str, error: Exception, language: Language) -> str:
    known = [words.text(language) for kind, words in WHY.items() if isinstance(error, kind)]
    system = error.strerror if isinstance(error, OSError) else None
    return label.text(language).format(file=file, why=(known or [system or str(error)])[0])
