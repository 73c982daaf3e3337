"""JSON in and out: `clusterlaw-dossier/1` is read, `clusterlaw-path/1` is written. Neither opens a file.

Every error of a document is reported together, each with its path.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from clusterlaw.assumptions import Assumptions
from clusterlaw.documents import (
    INVALID,
    JsonObject,
    Key,
    Problems,
    assumptions_of_dates,
    choice_of,
    read_assumptions,
    read_boolean,
    read_cents,
    read_day,
    read_document,
    read_object,
    read_text,
    read_years,
    record_of,
    several_of,
)
from clusterlaw.dossier import (
    LEGAL_FORMS,
    NATURES,
    PURPOSES,
    Cluster,
    CostLine,
    Dossier,
    FirstPeriod,
    Renewal,
    YearFacts,
    too_much_other_funding,
)
from clusterlaw.errors import FactError, Problem
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, FundingYear
from clusterlaw.recognition import date_problems, periods_through

DOSSIER_FORMAT = "clusterlaw-dossier/1"
PATH_FORMAT = "clusterlaw-path/1"


def read_dossier(document: bytes) -> Dossier:
    """Read a `clusterlaw-dossier/1` document, at most 10 MB of UTF-8.

    Raises TypeError unless given bytes, FactError with every problem of the document (the first 1,000 of them).
    """
    values = read_document(document, document_format=DOSSIER_FORMAT, keys=DOSSIER_KEYS, check=problems_of_dates)
    return Dossier(**values)


def _problems_of_funding(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    amount, other = values.get("amount"), values.get("other_public_funding")
    if amount is None or other is None or other <= amount:
        return ()
    return (too_much_other_funding(amount=amount, other=other),)


_CLUSTER = {
    "name": Key(read=read_text, required=True),
    "legal_form": Key(read=choice_of(*LEGAL_FORMS), required=True),
}
_CEILING = Key(read=read_cents, argument="subsidy_ceiling")
_FIRST_PERIOD = {"favourable_evolution": Key(read=read_boolean), "subsidy_ceiling_cents": _CEILING}
_RENEWAL = {
    "starts_on": Key(read=read_day, required=True),
    "legal_form": Key(read=choice_of(*LEGAL_FORMS)),
    "new_action_plan": Key(read=read_boolean),
    "new_objectives": Key(read=read_boolean),
    "favourable_evolution": Key(read=read_boolean),
    "results_reported": Key(read=read_boolean),
    "new_objectives_contract": Key(read=read_boolean),
    "subsidy_ceiling_cents": _CEILING,
    "requested_on": Key(read=read_day),
}
_COST_LINE = {
    "label": Key(read=read_text),
    "nature": Key(read=choice_of(*NATURES), required=True),
    "purpose": Key(read=choice_of(*PURPOSES), required=True),
    "amount_cents": Key(read=read_cents, required=True, argument="amount"),
    "other_public_funding_cents": Key(read=read_cents, required=True, argument="other_public_funding"),
    "admissible": Key(read=read_boolean),
}
_YEAR = {
    "label": Key(read=read_text),
    "costs": Key(read=several_of(record_of(CostLine, _COST_LINE, _problems_of_funding))),
}
DOSSIER_KEYS = {
    "cluster": Key(read=record_of(Cluster, _CLUSTER), required=True),
    "recognised_on": Key(read=read_day, required=True),
    "prior_subsidy_years": Key(read=read_years),
    "first_period": Key(read=record_of(FirstPeriod, _FIRST_PERIOD)),
    "renewals": Key(read=several_of(record_of(Renewal, _RENEWAL))),
    "years": Key(read=several_of(record_of(YearFacts, _YEAR)), required=True),
    "assumptions": Key(read=read_assumptions),
}


def problems_of_dates(given: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what the law finds wrong with the dates that could be read.

    Where the recognition or an assumption on dates could not be, the days of the periods are not known: then only a
    recognition that is too early, and a renewal that repeats another, are wrong.
    """
    recognised_on = values.get("recognised_on")
    assumptions = assumptions_of_dates(given.get("assumptions", JsonObject([])))
    starts = _renewal_starts(given.get("renewals"))
    too_early: tuple[Problem, ...] = ()
    periods = None
    if recognised_on is not None:
        try:
            periods = periods_through(
                recognised_on=recognised_on,
                years=1,
                day=max(starts.values(), default=recognised_on) if assumptions else recognised_on,
                assumptions=assumptions or Assumptions(),
            )
        except FactError as error:
            too_early = error.problems
    return (*too_early, *date_problems(periods=periods if assumptions else None, renewal_starts=starts))


def _renewal_starts(renewals: Any) -> dict[str, date]:
    """Return the days on which renewals start, by their path, also of those whose other keys had a problem."""
    starts = {}
    for index, renewal in enumerate(renewals if isinstance(renewals, list) else ()):
        if isinstance(renewal, JsonObject):
            day = read_day(renewal.entries.get("starts_on"), "", Problems(DOSSIER_FORMAT))
            if isinstance(day, date):
                starts[f"renewals[{index}].starts_on"] = day
    return starts


def read_nested_dossier(value: Any, path: str, problems: Problems) -> Any:
    """Read a `clusterlaw-dossier/1` document that stands inside another one; its problems carry its place there."""
    if not isinstance(value, JsonObject):
        return problems.refuse(path, value, fr="un objet", en="an object")
    nested = Problems(DOSSIER_FORMAT)
    keys = {"format": Key(read=choice_of(DOSSIER_FORMAT), required=True), **DOSSIER_KEYS}
    values = read_object(value, path, nested, keys)
    nested.found.extend(problem.under(path) for problem in problems_of_dates(value.entries, values))
    problems.found.extend(nested.found)
    return INVALID if nested.found else Dossier(**{key: each for key, each in values.items() if key != "format"})


def path_document(path: FundingPath) -> dict[str, Any]:
    """Return a path as a `clusterlaw-path/1` document: plain dicts, lists, strings, integers and None.

    Raises TypeError for anything but a FundingPath.
    """
    if type(path) is not FundingPath:
        raise TypeError(f"path_document: path is a {type(path).__name__}; give the FundingPath of funding_path")
    return {
        "format": PATH_FORMAT,
        "cluster": path.dossier.cluster.name,
        "years": [_year_document(year) for year in path.years],
        "total_subsidy_cents": _cents(path.total_subsidy),
        "unused": list(path.unused),
    }


def _year_document(year: FundingYear) -> dict[str, Any]:
    return {
        "year": year.number,
        "starts_on": year.starts_on.isoformat(),
        "ends_before": year.ends_before.isoformat(),
        "regime": year.regime.version,
        "recognition_period": year.recognition_period,
        "discretion": year.discretion,
        "total_costs_cents": _cents(year.total_costs),
        "other_public_funding_cents": _cents(year.other_public_funding),
        "admitted_costs_cents": _cents(year.admitted_costs),
        "capped_costs_cents": _cents(year.capped_costs),
        "rate_percent": None if year.rate is None else year.rate.percentage.percent,
        "status": year.status,
        "subsidy_cents": _cents(year.subsidy),
        "subsidy_at_least_cents": _cents(year.subsidy_at_least),
        "subsidy_at_most_cents": _cents(year.subsidy_at_most),
        "own_share_cents": _cents(year.own_share),
        "missing": list(year.missing),
        "reasons": [
            {"condition": reason.condition, "affects": reason.affects, "citation": str(reason.citation)}
            for reason in year.reasons
        ],
        "assumptions": list(year.assumptions),
        "citations": [str(citation) for citation in year.citations],
    }


def _cents(amount: Euro | None) -> int | None:
    return None if amount is None else amount.cents
