"""What an event, a history and a day may be: wrong kinds and values are refused in the library's own words."""

from datetime import date, datetime
from typing import Any

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.calendar import calendar_of
from clusterlaw.calendar_interchange import calendar_document
from clusterlaw.dossier import Cluster, Dossier
from clusterlaw.errors import FactError
from clusterlaw.history import Event, History, history_of
from clusterlaw.life import life_of
from clusterlaw.lifecycle import state_on
from clusterlaw.periods import months_after, months_before
from clusterlaw.policy import changes_on, policy_on
from clusterlaw.rules.incomplete_year import ceiling_of_part

CLUSTER = Cluster(name="x", legal_form="asbl")
DAY = date(2010, 1, 1)
HISTORY = History(cluster=CLUSTER, events=(Event(event="recognised", on=date(2008, 3, 1)),))


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"event": "renewal", "on": DAY}, ValueError, "is not one of recognition_requested"),
        ({"event": 3, "on": DAY}, TypeError, "events of a cluster's life"),
        ({"event": "renewed", "on": "2010-01-01"}, TypeError, "give a datetime.date"),
        ({"event": "renewed", "on": datetime(2010, 1, 1)}, TypeError, "give a datetime.date"),
        ({"event": "renewed", "on": date(2200, 1, 1)}, ValueError, "after 2199-12-31"),
        ({"event": "control_refused", "on": DAY, "excused": 1}, TypeError, "give bool or None"),
        ({"event": "renewed", "on": DAY, "excused": False}, FactError, "is no refusal of control"),
        ({"event": "renewed", "on": DAY, "origin": "guess"}, ValueError, "stated, dossier, presumed"),
    ],
)
def test_an_event(facts: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        Event(**facts)


@pytest.mark.parametrize(
    ("facts", "error", "words"),
    [
        ({"cluster": "x"}, TypeError, "give Cluster"),
        ({"cluster": CLUSTER, "events": [1]}, TypeError, "tuple of Event"),
        ({"cluster": CLUSTER, "dossier": 1}, TypeError, "give Dossier or None"),
        ({"cluster": CLUSTER, "subsidised_before_decree": 1}, TypeError, "give bool or None"),
        ({"cluster": CLUSTER, "mandates_started_on": 1}, TypeError, "give a datetime.date"),
        ({"cluster": CLUSTER, "assumptions": {}}, TypeError, "give Assumptions"),
    ],
)
def test_a_history(facts: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        History(**facts)


def test_a_history_agrees_with_its_dossier() -> None:
    dossier = Dossier(cluster=CLUSTER, recognised_on=DAY)
    for other in ({"cluster": Cluster(name="y", legal_form="asbl")}, {"assumptions": Assumptions(rounding="down")}):
        with pytest.raises(ValueError, match=r"use history_of\(dossier\)"):
            History(**({"cluster": CLUSTER, "dossier": dossier} | other))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="history_of: dossier is a int"):
        history_of(3)  # type: ignore[arg-type]
    assert life_of(history_of(dossier)).history.dossier is dossier


def test_only_a_history_is_told() -> None:
    for call in (
        lambda: life_of(3),  # type: ignore[arg-type]
        lambda: calendar_of("x"),  # type: ignore[arg-type]
        lambda: state_on(None, DAY),  # type: ignore[arg-type]
        lambda: changes_on(None, DAY),  # type: ignore[arg-type]
    ):
        with pytest.raises(TypeError, match=r"give a clusterlaw\.History"):
            call()
    with pytest.raises(TypeError, match="give that of calendar_of"):
        calendar_document(HISTORY)  # type: ignore[arg-type]


@pytest.mark.parametrize("day", ["2010-01-01", datetime(2010, 1, 1), None])
def test_only_a_date_is_a_day(day: Any) -> None:
    calendar = calendar_of(HISTORY)
    for call in (
        lambda: state_on(HISTORY, day),
        lambda: calendar.on(day),
        lambda: policy_on(day, assumptions=Assumptions()),
        lambda: changes_on(HISTORY, day),
    ):
        with pytest.raises(TypeError, match=r"give a datetime\.date"):
            call()


def test_a_day_outside_the_law() -> None:
    for day in (date(2007, 6, 30), date(2200, 1, 1)):
        with pytest.raises(FactError, match="give a day from 2007-07-01 to 2199-12-31"):
            state_on(HISTORY, day)
    with pytest.raises(FactError, match="before the decree was in force"):
        policy_on(date(2007, 6, 30), assumptions=Assumptions())
    with pytest.raises(ValueError, match="after 2199-12-31"):
        calendar_of(HISTORY, until=date(2200, 1, 1))
    assert state_on(HISTORY, date(2199, 12, 31)).state == "expired"


def test_how_far_to_look() -> None:
    calendar = calendar_of(HISTORY)
    with pytest.raises(TypeError, match="give an int"):
        calendar.open_on(DAY, within_days=1.5)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="give 0 or more"):
        calendar.open_on(DAY, within_days=-1)
    assert [each.entry.kind for each in calendar.open_on(date(2010, 8, 31), within_days=1)] == [
        "policy_evaluation",  # since 1 July
        "global_evaluation",  # tomorrow
        "renewal_request",
        "report_to_parliament",
        "committee_meetings",
    ]
    assert calendar_of(History(cluster=CLUSTER)).entries == ()
    assert calendar_of(HISTORY, until=date(2008, 3, 1)).of("report_to_parliament") == ()


def test_months_and_parts_are_whole() -> None:
    for count in (months_after, months_before):
        with pytest.raises(TypeError, match="give a whole number of months"):
            count(DAY, months=1.5)  # type: ignore[arg-type]
    assert months_after(date(2007, 8, 31), months=6) == date(2008, 2, 29)
    for kept, whole in ((-1, 365), (366, 365), (0, 0)):
        with pytest.raises(ValueError, match="give 0 to the days of the year"):
            ceiling_of_part(ceiling_cents=1, days_kept=kept, days_of_year=whole, reading="full_ceiling")
