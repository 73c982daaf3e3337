"""`clusterlaw-history/1`: read strictly, every error together with its path, and a dossier as the history it is."""

import json
from datetime import date
from typing import Any

import pytest

from clusterlaw.calendar_interchange import read_history, read_life
from clusterlaw.errors import FactError
from clusterlaw.history import Event
from clusterlaw.life import life_of

CLUSTER = {"name": "x", "legal_form": "asbl"}
RECOGNISED = {"format": "clusterlaw-history/1", "cluster": CLUSTER, "recognised_on": "2008-03-01"}


def document(**keys: Any) -> bytes:
    return json.dumps({**RECOGNISED, "events": [], **keys}).encode()


def problems(content: bytes) -> list[tuple[str, str]]:
    with pytest.raises(FactError) as caught:
        read_life(content)
    return [(problem.path, problem.rule) for problem in caught.value.problems]


def test_a_history_is_a_dossier_plus_events() -> None:
    events = [{"event": "withdrawn", "on": "2009-01-01"}]
    read = read_history(document(prior_subsidy_years=2, events=events, subsidised_before_decree=True))
    assert read.dossier is not None
    assert (read.dossier.prior_subsidy_years, read.dossier.years) == (2, ())
    assert read.subsidised_before_decree is True
    assert read.events == (
        Event(event="withdrawn", on=date(2009, 1, 1)),
        Event(event="recognised", on=date(2008, 3, 1), origin="dossier"),
    )


def test_a_cluster_that_has_only_made_a_request() -> None:
    content = json.dumps(
        {
            "format": "clusterlaw-history/1",
            "cluster": CLUSTER,
            "events": [{"event": "recognition_requested", "on": "2026-02-01"}],
            "mandates_started_on": "2024-09-01",
            "assumptions": {"leap_day": "march_1"},
        }
    ).encode()
    read = read_life(content)
    assert (read.dossier, read.mandates_started_on, read.assumptions.leap_day) == (None, date(2024, 9, 1), "march_1")
    assert [each.state for each in life_of(read).moments] == ["requested"]


def test_a_dossier_is_read_as_the_history_of_its_recognition() -> None:
    dossier = {
        "format": "clusterlaw-dossier/1",
        "cluster": CLUSTER,
        "recognised_on": "2008-03-01",
        "renewals": [
            {"starts_on": "2011-03-01", "requested_on": "2010-10-01", "new_action_plan": True, "new_objectives": True},
            {"starts_on": "2014-03-01", "new_action_plan": True},
        ],
        "years": [],
    }
    read = read_life(json.dumps(dossier).encode())
    assert [(each.event, str(each.on), each.origin) for _, each in read.ordered] == [
        ("recognised", "2008-03-01", "dossier"),
        ("renewal_requested", "2010-10-01", "dossier"),
        ("renewed", "2011-02-28", "presumed"),
        ("renewed", "2014-02-28", "presumed"),
    ]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"events": None}, [("events", "clusterlaw-history/1")]),
        ({"events": {}}, [("events", "clusterlaw-history/1")]),
        ({"more": 1}, [("more", "clusterlaw-history/1")]),
        ({"subsidised_before_decree": 1}, [("subsidised_before_decree", "clusterlaw-history/1")]),
        ({"mandates_started_on": "2024-02-30"}, [("mandates_started_on", "clusterlaw-history/1")]),
        (
            {"events": [{"event": "renewed"}, {"event": "x", "on": "2010-01-01", "by": "y"}, 3, {"on": 1.5}]},
            [
                ("events[0].on", "clusterlaw-history/1"),
                ("events[1].by", "clusterlaw-history/1"),
                ("events[1].event", "clusterlaw-history/1"),
                ("events[2]", "clusterlaw-history/1"),
                ("events[3].event", "clusterlaw-history/1"),
                ("events[3].on", "clusterlaw-history/1"),
            ],
        ),
        (
            {"events": [{"event": "renewed", "on": "2010-01-01", "excused": True}]},
            [("events[0].excused", "decree-2007 art. 10/4 § 2 (2024)")],
        ),
        (
            {"events": [{"event": "withdrawn", "on": "2009-01-01"}, {"event": "renewed", "on": "2010-01-01"}]},
            [("events[1]", "decree-2007 art. 6 al. 3")],
        ),
        (
            {"events": [{"event": "recognised", "on": "2007-09-01"}]},
            [("recognised_on", "decree-2007 art. 2 al. 1")],
        ),
        (
            {"events": [{"event": "recognition_requested", "on": "2007-06-30"}]},
            [("events[0].on", "order-2007 art. 12")],
        ),
        ({"recognised_on": "2007-06-30"}, [("recognised_on", "order-2007 art. 12")]),
        (
            {"assumptions": {"leap_day": "x"}, "events": [{"event": "renewed", "on": "2007-07-01"}]},
            [("assumptions.leap_day", "clusterlaw-history/1")],
        ),
        (  # a format error elsewhere does not hide what the law refuses
            {"prior_subsidy_years": -1, "cluster": 3, "events": [{"event": "opinion_on_renewal", "on": "2026-01-01"}]},
            [
                ("cluster", "clusterlaw-history/1"),
                ("prior_subsidy_years", "clusterlaw-history/1"),
                ("events[0]", "decree-programme-2025 art. 6"),
            ],
        ),
        (
            {"renewals": [{"starts_on": "2011-03-02"}], "events": [{"event": "x", "on": "2010-01-01"}]},
            [("events[0].event", "clusterlaw-history/1"), ("renewals[0].starts_on", "decree-2007 art. 2 al. 1")],
        ),
        ({"years": [1], "events": []}, [("years[0]", "clusterlaw-history/1")]),
    ],
)
def test_every_problem_with_its_path_and_its_rule(keys: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert sorted(problems(document(**keys))) == sorted(expected)


def test_facts_of_a_recognition_without_one() -> None:
    content = {
        "format": "clusterlaw-history/1",
        "cluster": CLUSTER,
        "events": [],
        "years": [],
        "prior_subsidy_years": 1,
    }
    assert problems(json.dumps(content).encode()) == [
        ("prior_subsidy_years", "clusterlaw-history/1"),
        ("years", "clusterlaw-history/1"),
    ]
    assert problems(document(recognised_on=3)) == [("recognised_on", "clusterlaw-history/1")]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[" * 100_000, b"[]", b"\xff", b'{"format": "clusterlaw-history/2"}', b" " * 10_000_001],
)
def test_what_is_no_history_is_refused(content: bytes) -> None:
    assert problems(content)


def test_repeated_keys_are_refused() -> None:
    content = document(events=[{"event": "withdrawn", "on": "2009-01-01"}]).replace(
        b'"on": "2009-01-01"', b'"on": "2009-01-01", "on": "2009-01-02"'
    )
    assert problems(content) == [("events[0].on", "clusterlaw-history/1")]


def test_only_bytes_are_read() -> None:
    for read in (read_history, read_life):
        with pytest.raises(TypeError, match="give the bytes of the file"):
            read("{}")  # type: ignore[arg-type]
