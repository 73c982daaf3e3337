"""`clusterlaw-calendar/1`: plain values, half-open dates, and what the calendar says."""

import json
from datetime import date
from typing import Any

import attrs
import pytest

from clusterlaw.calendar import calendar_of
from clusterlaw.calendar_interchange import calendar_document
from clusterlaw.dossier import Cluster, CostLine, Dossier, YearFacts
from clusterlaw.history import Event, History, history_of
from clusterlaw.money import Euro

CLUSTER = Cluster(name="x", legal_form="asbl")
LINE = CostLine(nature="structure", purpose="daily_operation", amount=Euro(100_000), other_public_funding=Euro(0))
DOSSIER = Dossier(cluster=CLUSTER, recognised_on=date(2008, 3, 1), years=(YearFacts(costs=(LINE,)),) * 3)


def document(*events: Event, of: Dossier = DOSSIER, day: date | None = None) -> dict[str, Any]:
    written = calendar_document(calendar_of(history_of(of, events=events)), day=day)
    assert json.loads(json.dumps(written)) == written
    return written


def test_a_document_holds_plain_values_only() -> None:
    written = document(Event(event="withdrawn", on=date(2009, 9, 1)), day=date(2009, 10, 1))
    assert written["cluster"] == "x"
    assert written["moments"][0] == {
        "day": "2008-03-01",
        "event": "recognised",
        "origin": "dossier",
        "state": "recognised",
        "subsidy": "open",
        "recognition": 1,
        "period": 1,
        "falls": None,
        "missing": [],
        "questions": [],
        "assumptions": ["procedure_presumed"],
        "citations": ["decree-2007 art. 2 al. 1", "decree-2007 art. 3 § 1 al. 1"],
    }
    assert written["moments"][1]["falls"] == "recognition_and_subsidy"
    assert written["periods"] == [
        {
            "recognition": 1,
            "period": 1,
            "regime": "2007",
            "starts_on": "2008-03-01",
            "ends_before": "2009-09-01",
            "cut_short": True,
        }
    ]
    assert (written["on"]["state"], written["on"]["falls"]) == ("withdrawn", "recognition_and_subsidy")
    assert len(written["on"]["entries"]) == len(written["entries"])


@pytest.mark.parametrize(
    ("events", "change", "expected"),
    [
        # 100 % of 100,000, below the whole ceiling
        ((), {}, ("determined", 10_000_000, 10_000_000, [], [])),
        (
            (Event(event="subsidy_refused", on=date(2008, 6, 1)),),
            {},
            ("refused", 0, 0, [], [("not_granted", "subsidy", "decree-2007 art. 3 § 1 al. 1")]),
        ),
        ((), {"years": ()}, ("undetermined", 0, 16_000_000, ["years[1].costs"], [])),
    ],
)
def test_a_year_cut_short(events: tuple[Event, ...], change: dict[str, Any], expected: tuple[Any, ...]) -> None:
    withdrawn = Event(event="withdrawn", on=date(2009, 9, 1))
    (year,) = document(*events, withdrawn, of=attrs.evolve(DOSSIER, **change))["incomplete_years"]
    assert (year["year"], year["starts_on"], year["ends_before"], year["kept_before"]) == (
        2,
        "2009-03-01",
        "2010-03-01",
        "2009-09-01",
    )
    reasons = [(each["condition"], each["affects"], each["citation"]) for each in year["reasons"]]
    bounds = (year["subsidy_at_least_cents"], year["subsidy_at_most_cents"])
    assert (year["status"], *bounds, year["missing"], reasons) == expected


def test_an_entry_and_its_status() -> None:
    written = document(day=date(2010, 11, 2))
    (entry,) = [each for each in written["entries"] if each["kind"] == "renewal_request"]
    assert entry == {
        "kind": "renewal_request",
        "role": "deadline",
        "actor": "cluster",
        "label": {
            "fr": "dernier jour pour demander le renouvellement de la période 1",
            "en": "last day to request the renewal of period 1",
        },
        "starts_on": "2010-10-31",
        "ends_before": "2010-11-01",
        "opens_on": "2008-03-01",
        "done_on": None,
        "done_as": None,
        "late": False,
        "recognition": 1,
        "period": 1,
        "number": 0,
        "condition": None,
        "basis": "official",
        "citations": ["decree-2007 art. 6 al. 1"],
        "assumptions": ["deadline_counting"],
        "questions": ["evaluation_before_request"],
        "missing": [],
    }
    status = written["on"]["entries"][written["entries"].index(entry)]
    assert (status["status"], status["in_days"], status["since"]) == ("overdue", None, "2010-11-01")


def test_a_day_without_a_period_and_no_day_at_all() -> None:
    asked = History(cluster=CLUSTER, events=(Event(event="recognition_requested", on=date(2008, 1, 2)),))
    written = calendar_document(calendar_of(asked), day=date(2008, 2, 1))
    assert (written["on"]["state"], written["on"]["period"], written["on"]["ranks"]) == ("requested", None, [])
    assert calendar_document(calendar_of(asked))["on"] is None
