"""The iCalendar file says the same dates as the calendar, to a library that did not write it."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.calendar import Calendar, calendar_of
from clusterlaw.calendar_interchange import read_life
from clusterlaw.dossier import Cluster
from clusterlaw.history import Event, History

REASON = "the examples and test groups are absent: uv run --group examples --group test pytest"
vobject = pytest.importorskip("vobject", reason=REASON)
pytest.importorskip("icalendar", reason=REASON)


def calendar_ics(calendar: Any, **choices: Any) -> bytes:
    """The file of a calendar; its module needs the extra."""
    from clusterlaw.calendar_file import calendar_ics as write

    return write(calendar, **choices)


EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted([*(EXAMPLES / "dossiers").glob("*.json"), *(EXAMPLES / "histories").glob("*.json")])
STAMP = date(2026, 12, 20)
HISTORY = History(
    cluster=Cluster(name="Être; à, \\ la\nligne\x00", legal_form="asbl"),
    events=(Event(event="recognised", on=date(2024, 9, 1)),),
)


def _read(content: bytes) -> Any:
    return vobject.readOne(content.decode("utf-8"))


def _dates(calendar: Calendar) -> list[tuple[date, date]]:
    return [(each.days.starts_on, each.days.ends_before) for each in calendar.dated if each.days is not None]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_another_library_reads_the_same_dates(file: Path, language: Any) -> None:
    calendar = calendar_of(read_life(file.read_bytes()))
    read = _read(calendar_ics(calendar, language=language, stamped_on=STAMP))
    assert [(each.dtstart.value, each.dtend.value) for each in read.vevent_list] == _dates(calendar)
    name = calendar.life.history.cluster.name
    for event, entry in zip(read.vevent_list, calendar.dated, strict=True):
        assert type(event.dtstart.value) is date  # whole days, no clock
        assert event.summary.value.startswith(name)
        assert event.summary.value.endswith(entry.label.text(language))
        assert entry.citation.text(language) in event.description.value
        assert event.dtstamp.value.date() == STAMP


def test_the_dates_are_those_of_the_law() -> None:
    told = attrs.evolve(HISTORY, events=(Event(event="recognised", on=date(2008, 3, 1)),))
    read = _read(calendar_ics(calendar_of(told), language="en", stamped_on=STAMP))
    assert {each.summary.value.partition(": ")[0] for each in read.vevent_list} == {"Être; à, \\ la ligne "}
    found = {each.categories.value[0]: (each.dtstart.value, each.dtend.value) for each in read.vevent_list}
    assert found["renewal_request"] == (date(2010, 10, 31), date(2010, 11, 1))
    assert found["global_evaluation"] == (date(2010, 9, 1), date(2011, 3, 1))
    assert found["period_starts"] == (date(2008, 3, 1), date(2008, 3, 2))


def test_the_same_calendar_gives_the_same_bytes_and_an_entry_keeps_its_uid() -> None:
    one, two = (calendar_ics(calendar_of(HISTORY), language="fr", stamped_on=STAMP) for _ in range(2))
    assert one == two
    later = attrs.evolve(
        HISTORY, assumptions=Assumptions(deadline_counting="on", entry_into_force_2025=date(2027, 1, 1))
    )
    moved = _read(calendar_ics(calendar_of(later), language="en", stamped_on=STAMP))
    uids = [each.uid.value for each in _read(one).vevent_list]
    assert len(set(uids)) == len(uids)
    assert set(uids) < {each.uid.value for each in moved.vevent_list}  # the half-way evaluation has a date now
    other = attrs.evolve(HISTORY, cluster=Cluster(name="y", legal_form="asbl"))
    assert not set(uids) & {
        each.uid.value for each in _read(calendar_ics(calendar_of(other), language="fr", stamped_on=STAMP)).vevent_list
    }


def test_alarms_before_what_is_to_be_done_and_of_nothing_else() -> None:
    content = calendar_ics(calendar_of(HISTORY), language="fr", stamped_on=STAMP, alarm_days=(60, 0))
    for event in _read(content).vevent_list:
        alarms = getattr(event, "valarm_list", [])
        if event.categories.value[0] in ("global_evaluation", "policy_evaluation"):
            assert [alarm.trigger.value for alarm in alarms] == [timedelta(days=-60), timedelta()]
            related = [alarm.trigger.params.get("RELATED") for alarm in alarms]
            assert related == ([["END"]] * 2 if event.categories.value[0] == "global_evaluation" else [None] * 2)
        else:
            assert alarms == []


def test_the_file_is_one_that_programs_accept() -> None:
    content = calendar_ics(calendar_of(HISTORY), language="fr", stamped_on=STAMP)
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75  # RFC 5545, 3.1
    for property_name in (b"VERSION:2.0", b"CALSCALE:GREGORIAN", b"PRODID:-//clusterlaw//clusterlaw calendar 1//EN"):
        assert property_name in lines
    assert content.count(b"DTSTART;VALUE=DATE:") == content.count(b"BEGIN:VEVENT")


def test_what_is_no_calendar_is_refused() -> None:
    calendar = calendar_of(HISTORY)
    with pytest.raises(TypeError, match="give the Calendar of calendar_of"):
        calendar_ics(HISTORY, language="fr", stamped_on=STAMP)
    with pytest.raises(ValueError, match="give 'fr' or 'en'"):
        calendar_ics(calendar, language="nl", stamped_on=STAMP)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"stamped_on.*give a datetime\.date"):
        calendar_ics(calendar, language="fr", stamped_on=datetime(2026, 1, 1))
    for days in ((-1,), (1.5,)):
        with pytest.raises(ValueError, match="whole numbers of days"):
            calendar_ics(calendar, language="fr", stamped_on=STAMP, alarm_days=days)  # type: ignore[arg-type]
