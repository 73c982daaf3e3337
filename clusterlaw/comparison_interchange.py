"""A comparison as a `clusterlaw-comparison/1` document: plain dicts, lists, strings, integers of cents and None."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from clusterlaw.assumptions import NAMES, Assumptions
from clusterlaw.causes import StepDifference
from clusterlaw.comparison import AmountDifference, Comparison, YearDifference
from clusterlaw.dossier import CostLine
from clusterlaw.finding import Step
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import FundingPath, FundingYear
from clusterlaw.recognition import RecognitionPeriod
from clusterlaw.regime import Condition, CostAdmission, Indexation, RateBand, Regime
from clusterlaw.sources import Cited, Source

COMPARISON_FORMAT = "clusterlaw-comparison/1"
REFORMS_FORMAT = "clusterlaw-reforms/1"


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as a `clusterlaw-comparison/1` document. Raises TypeError for anything but a Comparison."""
    if type(comparison) is not Comparison:
        raise TypeError(
            f"comparison_document: comparison is a {type(comparison).__name__}; give the Comparison of compare"
        )
    return {
        "format": COMPARISON_FORMAT,
        "before": _path_document(comparison.before),
        "after": _path_document(comparison.after),
        "years": [_year_document(year) for year in comparison.years],
        "total_subsidy_difference_cents": _difference(comparison.total_subsidy),
        "total_own_share_difference_cents": _difference(comparison.total_own_share),
    }


def reforms_document(comparisons: Mapping[str, Comparison]) -> dict[str, Any]:
    """Return comparisons of one path with several reforms, by name, as a `clusterlaw-reforms/1` document."""
    return {
        "format": REFORMS_FORMAT,
        "reforms": [{"name": name, "comparison": comparison_document(each)} for name, each in comparisons.items()],
    }


def _path_document(path: FundingPath) -> dict[str, Any]:
    return {
        "cluster": path.dossier.cluster.name,
        "regimes": list(dict.fromkeys(year.regime.version for year in path.years)),
        "years": len(path.years),
        "total_subsidy_cents": _cents(path.total_subsidy),
        "assumptions": _plain(path.dossier.assumptions),
    }


def _year_document(year: YearDifference) -> dict[str, Any]:
    return {
        "year": year.number,
        "parts": list(year.parts),
        "before": _side(year.before),
        "after": _side(year.after),
        "subsidy_difference_cents": _difference(year.subsidy),
        "own_share_difference_cents": _difference(year.own_share),
        "causes": [_step_difference(each) for each in year.causes],
        "consequences": [_step_difference(each) for each in year.consequences],
    }


def _side(year: FundingYear) -> dict[str, Any]:
    return {
        "starts_on": year.starts_on.isoformat(),
        "ends_before": year.ends_before.isoformat(),
        "regime": year.regime.version,
        "status": year.status,
        "total_costs_cents": _cents(year.total_costs),
        "other_public_funding_cents": _cents(year.other_public_funding),
        "subsidy_at_least_cents": _cents(year.subsidy_at_least),
        "subsidy_at_most_cents": _cents(year.subsidy_at_most),
        "own_share_cents": _cents(year.own_share),
    }


def _difference(difference: AmountDifference | None) -> dict[str, int | None] | None:
    if difference is None:
        return None
    return {"at_least": _cents(difference.at_least), "at_most": _cents(difference.at_most)}


def _step_difference(each: StepDifference) -> dict[str, Any]:
    return {
        "rule": each.rule.identifier,
        "moves": list(each.moves),
        "inputs": [
            {"name": found.name, "before": _plain(found.before), "after": _plain(found.after)} for found in each.inputs
        ],
        "before": _step(each.before, each.rests_on_before),
        "after": _step(each.after, each.rests_on_after),
    }


def _step(step: Step | None, rests_on: tuple[Source | str, ...]) -> dict[str, Any] | None:
    if step is None:
        return None
    sources = [source for source in rests_on if not isinstance(source, str)]
    return {
        "result": _plain(step.result),
        "bound": step.bound,
        "sources": [
            {
                "basis": source.basis.value,
                "citations": [str(each) for each in (source.citation, *getattr(source, "also", ()))],
            }
            for source in sources
        ],
        "assumptions": [name for name in rests_on if isinstance(name, str)],
    }


def _cents(amount: Euro | None) -> int | None:
    return None if amount is None else amount.cents


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _PLAIN[type(value)](value) if type(value) in _PLAIN else value


_PLAIN: dict[type, Callable[[Any], Any]] = {
    date: lambda day: day.isoformat(),
    Euro: lambda amount: amount.cents,
    Percentage: lambda percentage: percentage.percent,
    Regime: lambda regime: regime.version,
    Condition: lambda condition: condition.name,
    CostAdmission: lambda admission: str(admission.citation),
    Cited: lambda cited: _plain(cited.value),
    RecognitionPeriod: lambda period: period.number,
    Assumptions: lambda chosen: {name: _plain(getattr(chosen, name)) for name in NAMES},
    RateBand: lambda band: {
        "first_rank": band.first_rank,
        "last_rank": band.last_rank,
        "percent": band.percentage.percent,
    },
    Indexation: lambda index: {"percent": index.percentage.percent, "rounding": index.rounding},
    CostLine: lambda line: {
        "nature": line.nature,
        "purpose": line.purpose,
        "amount_cents": line.amount.cents,
        "other_public_funding_cents": line.other_public_funding.cents,
        "admissible": line.admissible,
    },
}
