"""Print the life of a cluster and every date that it, the committee or the Government must keep.

Run without arguments for TWEED, or with a `clusterlaw-dossier/1` or `clusterlaw-history/1` document; `--help` lists the
rest. Nothing is said of today: `--on` gives the day.
"""

import argparse
import json
import re
import sys
from datetime import date

from command_line import Refusal, language_of, parser_of, read_file, run, speak_utf8, write_file

from clusterlaw import FactError, Label
from clusterlaw.calendar import Calendar, calendar_of
from clusterlaw.calendar_interchange import calendar_document, read_life
from clusterlaw.sources import Language

DESCRIPTION = Label(
    fr="Vie et échéances d'un cluster wallon : périodes, demandes, évaluations, et l'article de chacune.",
    en="Life and deadlines of a Walloon cluster: periods, requests, evaluations, and the article of each.",
)
HELP_DOSSIER = Label(
    fr="dossier clusterlaw-dossier/1 ou histoire clusterlaw-history/1 (à défaut, TWEED)",
    en="a clusterlaw-dossier/1 or clusterlaw-history/1 document (by default TWEED)",
)
HELP_ON = Label(
    fr="dire l'état du cluster ce jour (AAAA-MM-JJ) : ouvert, dû, échu", en="say where all stands on a day (YYYY-MM-DD)"
)
HELP_JSON = Label(
    fr="écrire seulement le document clusterlaw-calendar/1", en="print only the clusterlaw-calendar/1 document"
)
HELP_PLOT = Label(fr="écrire aussi une ligne du temps SVG", en="write an SVG timeline too")
HELP_ICS = Label(fr="écrire aussi un fichier iCalendar (.ics)", en="write an iCalendar file (.ics) too")
BAD_DAY = Label(
    fr="{!r} : donnez un jour qui existe, écrit AAAA-MM-JJ", en="{!r}: give a day that exists, written YYYY-MM-DD"
)
PLOTTED = Label(fr="ligne du temps écrite dans {file}", en="timeline written to {file}")
FILED = Label(fr="calendrier écrit dans {file}", en="calendar written to {file}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def main(argv: list[str] | None = None) -> int:
    """Run the script and return its exit code: 0, or 2 where the input or an output file is refused."""
    speak_utf8()
    arguments = _arguments(sys.argv[1:] if argv is None else argv)
    return run(lambda: _answer(arguments), arguments.lang)


def _arguments(argv: list[str]) -> argparse.Namespace:
    language = language_of(argv)

    def day(text: str) -> date:
        try:
            if DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise argparse.ArgumentTypeError(BAD_DAY.text(language).format(text))

    parser = parser_of(DESCRIPTION, HELP_DOSSIER, language)
    parser.add_argument("--on", type=day, metavar="DATE", help=HELP_ON.text(language))
    parser.add_argument("--json", action="store_true", help=HELP_JSON.text(language))
    parser.add_argument("--ics", metavar="FILE.ics", help=HELP_ICS.text(language))
    parser.add_argument("--plot", metavar="FILE.svg", help=HELP_PLOT.text(language))
    return parser.parse_args(argv)


def _answer(arguments: argparse.Namespace) -> str:
    language: Language = arguments.lang
    document = read_file(arguments.dossier, language)
    try:
        calendar = calendar_of(read_life(document))
        if arguments.on is not None:
            calendar.standing_on(arguments.on)
    except FactError as error:
        raise Refusal(error.text(language)) from None
    text = _text(calendar, arguments)
    if arguments.ics is not None:
        from clusterlaw.calendar_file import calendar_ics

        content = calendar_ics(calendar, language=language, stamped_on=arguments.on or _stamp(calendar))
        write_file(arguments.ics, content, dossier=arguments.dossier, written=FILED, language=language)
    if arguments.plot is not None:
        from calendar_plot import calendar_svg

        drawing = calendar_svg(calendar, day=arguments.on, language=language)
        write_file(arguments.plot, drawing, dossier=arguments.dossier, written=PLOTTED, language=language)
    return text


def _text(calendar: Calendar, arguments: argparse.Namespace) -> str:
    if arguments.json:
        return json.dumps(calendar_document(calendar, day=arguments.on), ensure_ascii=False, indent=2) + "\n"
    from calendar_table import calendar_text

    return calendar_text(calendar, day=arguments.on, language=arguments.lang, styled=sys.stdout.isatty())


def _stamp(calendar: Calendar) -> date:
    """Return the day that a file says it was made where no day is given: the last one on which a fact is stated."""
    return max((each.on for each in calendar.life.history.events), default=date(2007, 7, 1))


if __name__ == "__main__":
    sys.exit(main())
