"""Assess an application for recognition: which conditions are met, what is missing, what the opinion leaves out.

Run without arguments for an illustrative file with gaps, or with a `clusterlaw-application/1` document; `--help` lists
the rest.
"""

import argparse
import json
import sys
from pathlib import Path

from command_line import HELP_LANG, Refusal, language_of, read_file, run, speak_utf8, write_file

from clusterlaw import Assessment, FactError, Label, assess, draft
from clusterlaw.application_interchange import assessment_document, read_application
from clusterlaw.sources import Language

DEFAULT_APPLICATION = Path(__file__).resolve().parent / "applications" / "gap-2008.json"

DESCRIPTION = Label(
    fr="Examen d'une demande de reconnaissance d'un cluster wallon : conditions, avis du comité, ce qui manque.",
    en="Examination of a Walloon cluster's application: conditions, the committee's opinion, what is missing.",
)
HELP_APPLICATION = Label(
    fr="demande clusterlaw-application/1 (à défaut, un dossier illustratif incomplet)",
    en="a clusterlaw-application/1 document (by default, an illustrative file with gaps)",
)
HELP_JSON = Label(
    fr="écrire seulement le document clusterlaw-assessment/1", en="print only the clusterlaw-assessment/1 document"
)
HELP_DRAFT = Label(
    fr="écrire aussi un projet motivé, en Markdown, avec ses blancs",
    en="write a reasoned draft too, as Markdown, with its blanks",
)
WRITTEN = Label(fr="projet motivé écrit dans {file}", en="reasoned draft written to {file}")


def main(argv: list[str] | None = None) -> int:
    """Run the script and return its exit code: 0, or 2 where the input or an output file is refused."""
    speak_utf8()
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    return run(lambda: _answer(arguments), arguments.lang)


def _answer(arguments: argparse.Namespace) -> str:
    language: Language = arguments.lang
    assessment = _assessment(arguments.application, language)
    text = _json_text(assessment) if arguments.json else _text(assessment, language)
    if arguments.draft is not None:
        content = draft(assessment, language=language).encode()
        write_file(arguments.draft, content, dossier=arguments.application, written=WRITTEN, language=language)
    return text


def _arguments(argv: list[str]) -> argparse.Namespace:
    language = language_of(argv)
    parser = argparse.ArgumentParser(description=DESCRIPTION.text(language), allow_abbrev=False)
    parser.add_argument(
        "application", nargs="?", default=DEFAULT_APPLICATION, metavar="FILE.json", help=HELP_APPLICATION.text(language)
    )
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help=HELP_LANG.text(language))
    parser.add_argument("--json", action="store_true", help=HELP_JSON.text(language))
    parser.add_argument("--draft", metavar="FILE.md", help=HELP_DRAFT.text(language))
    return parser.parse_args(argv)


def _assessment(file: str | Path, language: Language) -> Assessment:
    document = read_file(file, language)
    try:
        return assess(read_application(document))
    except FactError as error:
        raise Refusal(error.text(language)) from None


def _json_text(assessment: Assessment) -> str:
    return json.dumps(assessment_document(assessment), ensure_ascii=False, indent=2) + "\n"


def _text(assessment: Assessment, language: Language) -> str:
    from assessment_page import assessment_text

    return assessment_text(assessment, language=language, styled=sys.stdout.isatty())


if __name__ == "__main__":
    sys.exit(main())
