"""The named assumptions (hypothèses): what the library reads where the law is silent, replaceable by the caller.

`Assumptions` holds the readings that have alternatives; `law.named_assumptions` describes every one, with its reason.
"""

from datetime import date
from typing import Any, Literal

from attrs import NOTHING, field, fields, validators

from clusterlaw.checks import one_of, wrong_choice
from clusterlaw.money import RoundingName
from clusterlaw.periods import LeapDayReading, require_date
from clusterlaw.values import frozen

SixthYearReading = Literal["from_recognition", "with_prior_years"]
OtherFundingReading = Literal["exclude_part", "exclude_line"]
ResultsReading = Literal["not_required", "required"]
LapseReading = Literal["ends", "may_resume"]
SeniorityReading = Literal["counts_from_first_subsidy", "counts_from_first_recognition", "restarts"]
DeadlineReading = Literal["before", "on"]
IncompleteYearReading = Literal["full_ceiling", "pro_rata_days"]
SpecificCeilingReading = Literal["per_project", "per_cluster_and_year"]


def _reading(default: str | None, *alternatives: str) -> Any:
    readings = alternatives if default is None else (default, *alternatives)
    check = one_of("table of named assumptions", *readings)
    return field(
        default=default,
        validator=validators.optional(check) if default is None else check,
        metadata={"readings": readings},
    )


def _check_date(instance: Any, attribute: Any, value: Any) -> None:
    require_date(value, where=f"Assumptions.{attribute.name}")


@frozen(kw_only=True)
class Assumptions:
    """The reading chosen for each assumption that has alternatives. Raises ValueError for an unknown reading.

    `lapsed_subsidy` and `seniority_after_2024` have no default: while they are None every reading stays possible.
    `entry_into_force_2025` takes any date.
    """

    rounding: RoundingName = _reading("half_up", "down")
    leap_day: LeapDayReading = _reading("february_28", "march_1")
    sixth_year_counting: SixthYearReading = _reading("from_recognition", "with_prior_years")
    partial_other_funding: OtherFundingReading = _reading("exclude_part", "exclude_line")
    results_after_triennium: ResultsReading = _reading("not_required", "required")
    lapsed_subsidy: LapseReading | None = _reading(None, "ends", "may_resume")
    seniority_after_2024: SeniorityReading | None = _reading(
        None, "counts_from_first_subsidy", "counts_from_first_recognition", "restarts"
    )
    entry_into_force_2025: date = field(default=date(2026, 1, 1), validator=_check_date)
    deadline_counting: DeadlineReading = _reading("before", "on")
    incomplete_year: IncompleteYearReading = _reading("full_ceiling", "pro_rata_days")
    specific_subsidy_ceiling: SpecificCeilingReading = _reading("per_project", "per_cluster_and_year")


def readings_of(name: str) -> tuple[str, ...]:
    """Return the readings that a caller can choose for an assumption, its default first; () for one that takes a date.

    Raises KeyError for a name that has no alternatives.
    """
    for attribute in fields(Assumptions):
        if attribute.name == name:
            return tuple(attribute.metadata.get("readings", ()))
    raise KeyError(name)


def wrong_reading(value: object, name: str, *, where: str) -> Exception:
    """Return the error of a value that is no reading of an assumption that has alternatives."""
    return wrong_choice(value, readings_of(name), where=where, rule=f"assumption {name}")


def default_of(name: str) -> str | date | None:
    """Return the default reading of an assumption that has alternatives; None where none is presumed."""
    for attribute in fields(Assumptions):
        if attribute.name == name and attribute.default is not NOTHING:
            default: str | date | None = attribute.default
            return default
    raise KeyError(name)


NAMES = tuple(attribute.name for attribute in fields(Assumptions))
