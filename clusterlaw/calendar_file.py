"""A calendar as an iCalendar file (RFC 5545) that a calendar program reads. Needs the extra `calendar`.

The same calendar, language and stamp give the same bytes; an entry keeps its UID when its days move.
"""

import hashlib
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Event, vText
from icalendar import Calendar as File

from clusterlaw.calendar import Calendar
from clusterlaw.entries import Entry, Role
from clusterlaw.explanation import what_rests_on
from clusterlaw.history import History
from clusterlaw.periods import Period, require_date
from clusterlaw.sources import Language, said

PRODUCER = "-//clusterlaw//clusterlaw calendar 1//EN"
ALARM_DAYS = (30, 7)
_WITH_ALARMS: tuple[Role, ...] = ("deadline", "window", "around", "from")


def calendar_ics(
    calendar: Calendar, *, language: Language, stamped_on: date, alarm_days: tuple[int, ...] = ALARM_DAYS
) -> bytes:
    """Return the dated entries of a calendar as an iCalendar file, each an event of whole days, its end exclusive.

    `stamped_on` is the day that the file says it was made (DTSTAMP); no clock is read. `alarm_days` are how many days
    before a deadline, and before the end of a window, a program reminds its user. Raises TypeError for another kind,
    ValueError for another language than "fr" and "en" or a negative number of days.
    """
    if type(calendar) is not Calendar:
        raise TypeError(f"calendar_ics: calendar is a {type(calendar).__name__}; give the Calendar of calendar_of")
    if language not in ("fr", "en"):
        raise ValueError(f"calendar_ics: language is {language!r}; give 'fr' or 'en'")
    if any(type(days) is not int or days < 0 for days in alarm_days):
        raise ValueError(f"calendar_ics: alarm_days are {alarm_days!r}; give whole numbers of days, 0 or more")
    stamp = datetime.combine(require_date(stamped_on, where="calendar_ics: stamped_on"), time(), tzinfo=UTC)
    name = _on_one_line(calendar.life.history.cluster.name)
    file = File()
    file.add("prodid", PRODUCER)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("x-wr-calname", vText(said(language, fr=f"{name} : échéances", en=f"{name}: deadlines")))
    for entry, days in ((each, each.days) for each in calendar.dated if each.days is not None):
        file.add_component(_event(calendar.life.history, entry, days, stamp, language, alarm_days))
    content: bytes = file.to_ical()
    return content


def _event(
    history: History, entry: Entry, days: Period, stamp: datetime, language: Language, alarm_days: tuple[int, ...]
) -> Event:
    name, assumptions = _on_one_line(history.cluster.name), history.assumptions
    event = Event()
    event.add("uid", _uid(history.cluster.name, entry))
    event.add("dtstamp", stamp)
    event.add("dtstart", days.starts_on)
    event.add("dtend", days.ends_before)
    event.add("summary", f"{name}{said(language, fr=' : ', en=': ')}{entry.label.text(language)}")
    event.add("description", "\n".join(what_rests_on(entry, assumptions, language)))
    event.add("categories", [entry.kind])
    event.add("transp", "TRANSPARENT")
    if entry.role in _WITH_ALARMS:
        for before in alarm_days:
            event.add_component(_alarm(entry, before, language))
    return event


def _alarm(entry: Entry, days: int, language: Language) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.label.text(language))
    parameters = {"related": "END"} if entry.role == "window" else {}
    alarm.add("trigger", timedelta(days=-days), parameters=parameters)
    return alarm


def _on_one_line(name: str) -> str:
    """Return a name without what a file of lines cannot hold."""
    return "".join(letter if letter.isprintable() else " " for letter in name)


def _uid(name: str, entry: Entry) -> str:
    content = "\x1f".join((name, *entry.identity)).encode()
    return f"{hashlib.sha256(content).hexdigest()[:32]}@clusterlaw"
