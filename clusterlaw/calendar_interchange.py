"""JSON of a life: `clusterlaw-history/1` is read, `clusterlaw-calendar/1` is written. Neither opens a file.

A history is a dossier plus dated events. Every error of a document is reported together, each with its path.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from clusterlaw.assumptions import Assumptions
from clusterlaw.calendar import Calendar
from clusterlaw.documents import (
    INVALID,
    JsonObject,
    Key,
    assumptions_of_dates,
    choice_of,
    read_boolean,
    read_day,
    read_document,
    record_of,
    several_of,
)
from clusterlaw.dossier import Cluster, Dossier
from clusterlaw.entries import Due, Entry
from clusterlaw.errors import FactError, Problem
from clusterlaw.finding import Determined, Refused, Undetermined
from clusterlaw.history import EVENT_KINDS, Event, History, history_of, problems_of_excuse
from clusterlaw.incomplete import IncompleteYear, incomplete_years
from clusterlaw.interchange import DOSSIER_KEYS, problems_of_dates, read_dossier
from clusterlaw.life import Moment, Run, life_of
from clusterlaw.lifecycle import Standing
from clusterlaw.money import Euro
from clusterlaw.sources import Label

HISTORY_FORMAT = "clusterlaw-history/1"
CALENDAR_FORMAT = "clusterlaw-calendar/1"

_EVENT = {
    "event": Key(read=choice_of(*EVENT_KINDS), required=True),
    "on": Key(read=read_day, required=True),
    "excused": Key(read=read_boolean),
}
_OF_A_RECOGNITION = ("prior_subsidy_years", "first_period", "renewals", "years")
_HISTORY = {
    **DOSSIER_KEYS,
    "recognised_on": Key(read=read_day),
    "years": Key(read=DOSSIER_KEYS["years"].read),
    "subsidised_before_decree": Key(read=read_boolean),
    "mandates_started_on": Key(read=read_day),
    "events": Key(read=several_of(record_of(Event, _EVENT, problems_of_excuse)), required=True),
}
_OF_A_HISTORY = ("subsidised_before_decree", "mandates_started_on", "events")


def read_history(document: bytes) -> History:
    """Read a `clusterlaw-history/1` document, at most 10 MB of UTF-8: a dossier plus dated events.

    Raises TypeError unless given bytes, FactError with every problem of the document and every event that the law does
    not allow (the first 1,000 of them).
    """
    return _history(read_document(document, document_format=HISTORY_FORMAT, keys=_HISTORY, check=_problems))


def read_life(document: bytes) -> History:
    """Read a history, or a dossier (`clusterlaw-dossier/1`) as the history of its recognition.

    Raises as `read_history` does.
    """
    if type(document) is bytes and _format_of(document) == HISTORY_FORMAT:
        return read_history(document)
    return history_of(read_dossier(document))


def _format_of(document: bytes) -> Any:
    try:
        root = json.loads(document)
    except (ValueError, RecursionError):
        return None
    return root.get("format") if isinstance(root, dict) else None


def _history(values: Mapping[str, Any]) -> History:
    extra = {key: values[key] for key in _OF_A_HISTORY if key in values}
    if "recognised_on" in values:
        return history_of(Dossier(**{key: values[key] for key in values if key not in _OF_A_HISTORY}), **extra)
    assumptions = values.get("assumptions", Assumptions())
    return History(cluster=values["cluster"], assumptions=assumptions, **extra)


def _problems(given: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what the law finds wrong with the dates and the events that could be read, whatever is wrong elsewhere."""
    problems = list(_without_recognition(given))
    found = problems_of_dates(given, values)
    if found or "events" not in values or assumptions_of_dates(given.get("assumptions", JsonObject([]))) is None:
        return (*problems, *found)
    readable = {key: value for key, value in values.items() if not _has_invalid(value)}
    if "events" in readable and ("recognised_on" in readable or "recognised_on" not in given):
        readable.setdefault("cluster", Cluster(name="", legal_form="asbl"))
        readable.setdefault("assumptions", assumptions_of_dates(given.get("assumptions", JsonObject([]))))
        readable.pop("format", None)
        if "recognised_on" not in readable:
            readable = {key: value for key, value in readable.items() if key not in _OF_A_RECOGNITION}
        try:
            life_of(_history(readable))
        except FactError as error:
            problems.extend(error.problems)
    return tuple(problems)


def _has_invalid(value: Any) -> bool:
    return type(value) is tuple and any(each is INVALID for each in value)


def _without_recognition(given: Mapping[str, Any]) -> tuple[Problem, ...]:
    if "recognised_on" in given:
        return ()
    return tuple(
        Problem(
            path=key,
            what=Label(fr="ce fait suppose une reconnaissance", en="this fact supposes a recognition"),
            rule=HISTORY_FORMAT,
            remedy=Label(
                fr="donnez recognised_on, ou retirez cette clé", en="give recognised_on, or leave this key out"
            ),
        )
        for key in _OF_A_RECOGNITION
        if key in given
    )


def calendar_document(calendar: Calendar, *, day: date | None = None) -> dict[str, Any]:
    """Return a calendar as a `clusterlaw-calendar/1` document: plain dicts, lists, strings, integers, booleans, None.

    With a day, `on` says the state of the cluster and where each entry stands on it. Raises TypeError for anything but
    a Calendar.
    """
    if type(calendar) is not Calendar:
        raise TypeError(f"calendar_document: calendar is a {type(calendar).__name__}; give that of calendar_of")
    life = calendar.life
    return {
        "format": CALENDAR_FORMAT,
        "cluster": life.history.cluster.name,
        "moments": [_moment(each) for each in life.moments],
        "periods": [_run(each) for each in life.runs],
        "incomplete_years": [_incomplete(each) for each in incomplete_years(life)],
        "entries": [_entry(each) for each in calendar.entries],
        "on": None if day is None else _on(calendar, day),
        "unused": list(calendar.unused),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(moment: Moment) -> dict[str, Any]:
    event = moment.event
    return {
        "day": _day(moment.day),
        "event": None if event is None else event.event,
        "origin": "operation_of_law" if event is None else event.origin,
        "state": moment.state,
        "subsidy": moment.subsidy,
        "recognition": moment.recognition,
        "period": None if moment.period is None else moment.period.number,
        "falls": moment.falls,
        "missing": list(moment.missing),
        "questions": list(moment.questions),
        "assumptions": list(dict.fromkeys(name for step in moment.steps for name in step.assumptions)),
        "citations": list(dict.fromkeys(str(each) for step in moment.steps for each in step.citations)),
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "recognition": run.recognition,
        "period": run.period.number,
        "regime": run.period.regime.identifier,
        "starts_on": _day(run.days.starts_on),
        "ends_before": _day(run.days.ends_before),
        "cut_short": run.cut_short,
    }


def _incomplete(year: IncompleteYear) -> dict[str, Any]:
    finding = year.finding
    return {
        "recognition": year.recognition,
        "year": year.number,
        "starts_on": _day(year.days.starts_on),
        "ends_before": _day(year.days.ends_before),
        "kept_before": _day(year.kept.ends_before),
        **_amounts(finding),
        "assumptions": list(dict.fromkeys(name for step in finding.steps for name in step.assumptions)),
        "citations": list(dict.fromkeys(str(each) for step in finding.steps for each in step.citations)),
    }


def _amounts(finding: Determined[Euro] | Undetermined[Euro] | Refused) -> dict[str, Any]:
    status, least = "refused", 0
    most: int | None = 0
    if isinstance(finding, Determined):
        status, least, most = "determined", finding.value.cents, finding.value.cents
    elif isinstance(finding, Undetermined):
        status, least = "undetermined", finding.least.cents
        most = None if finding.greatest is None else finding.greatest.cents
    return {
        "status": status,
        "subsidy_at_least_cents": least,
        "subsidy_at_most_cents": most,
        "missing": list(finding.missing) if isinstance(finding, Undetermined) else [],
        "reasons": [
            {"condition": each.condition, "affects": each.affects, "citation": str(each.citation)}
            for each in (finding.reasons if isinstance(finding, Refused) else ())
        ],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "role": entry.role,
        "actor": entry.actor,
        "label": {"fr": entry.label.fr, "en": entry.label.en},
        "starts_on": None if entry.days is None else _day(entry.days.starts_on),
        "ends_before": None if entry.days is None else _day(entry.days.ends_before),
        "opens_on": _day(entry.opens_on),
        "done_on": _day(entry.done_on),
        "done_as": None if entry.done_as is None else {"fr": entry.done_as.fr, "en": entry.done_as.en},
        "late": entry.late,
        "recognition": entry.recognition,
        "period": entry.period,
        "number": entry.number,
        "condition": None if entry.condition is None else {"fr": entry.condition.fr, "en": entry.condition.en},
        "basis": entry.basis.value,
        "citations": [str(each) for each in entry.citations],
        "assumptions": list(entry.assumptions),
        "questions": list(entry.questions),
        "missing": list(entry.missing),
    }


def _on(calendar: Calendar, day: date) -> dict[str, Any]:
    standing = calendar.standing_on(day)
    return {
        "day": _day(day),
        **_standing(standing),
        "entries": [_due(index, each) for index, each in enumerate(calendar.on(day))],
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "state": standing.state,
        "subsidy": standing.subsidy,
        "recognition": standing.recognition,
        "period": None if standing.period is None else standing.period.number,
        "year": standing.year,
        "ranks": list(standing.ranks),
        "text": standing.text.identifier,
        "text_in_force": standing.text_in_force.identifier,
        "falls": standing.falls,
        "missing": list(standing.missing),
        "questions": list(standing.questions),
        "assumptions": list(standing.assumptions),
        "citations": [str(each) for each in standing.citations],
    }


def _due(index: int, due: Due) -> dict[str, Any]:
    return {"entry": index, "status": due.status, "in_days": due.in_days, "since": _day(due.since)}
