"""Whether the conditions of the subsidy and of the recognition hold: arts 1, 2 and 3 § 1 al. 5 and 6."""

from typing import Any

from clusterlaw.assumptions import Assumptions, LapseReading, wrong_reading
from clusterlaw.checks import require_kind
from clusterlaw.recognition import RecognitionPeriod
from clusterlaw.regime import Condition
from clusterlaw.rule import Rule
from clusterlaw.sources import Label

# From which subsidy year a condition applies within its period, as chosen and under the other reading; a year after the
# period's last: not at all. The two differ only where an assumption decides.
Applicability = tuple[int, int]


def holds(*, condition: Condition, value: Any) -> bool | None:
    """Decide whether a condition holds for the value of its fact. None: the fact is not stated, or the law is open."""
    if value is None or value in condition.open_values:
        return None
    return value in condition.accepted


def applicability(
    *,
    condition: Condition,
    period: RecognitionPeriod,
    renews: str | None,
    prior_years: int,
    assumptions: Assumptions,
) -> Applicability | None:
    """Return from when a condition applies in a period that renews one of the text `renews`; None: it does not."""
    if period.number < condition.first_period or period.number > (condition.last_period or period.number):
        return None
    if condition.beyond_year is not None:
        by_recognition = max(period.first_year, condition.beyond_year + 1)
        by_subsidy = max(period.first_year, condition.beyond_year + 1 - prior_years)
        if assumptions.sixth_year_counting == "from_recognition":
            return by_recognition, by_subsidy
        return by_subsidy, by_recognition
    if condition.presumed_after is not None and condition.presumed_after == renews:
        if assumptions.results_after_triennium == "required":
            return period.first_year, period.last_year + 1
        return period.last_year + 1, period.first_year
    return period.first_year, period.first_year


def still_recognised(*, lost: bool | None) -> bool | None:
    """Decide whether the cluster is still recognised when an earlier period's recognition was lost (arts 1 and 2).

    None: it may have been. Without recognition there is neither renewal nor subsidy.
    """
    require_kind(lost, bool, type(None), where="still_recognised: lost")
    return None if lost is None else not lost


def open_after_lapse(*, lapsed: bool | None, reading: LapseReading | None) -> bool | None:
    """Decide whether the subsidy is still open after an earlier period's was not renewed (assumption `lapsed_subsidy`).

    None: both stay possible, as the texts are silent or it is not known whether it lapsed. Raises TypeError or
    ValueError for anything else than whether it lapsed, or another reading.
    """
    require_kind(lapsed, bool, type(None), where="open_after_lapse: lapsed")
    if reading not in (None, "ends", "may_resume"):
        raise wrong_reading(reading, "lapsed_subsidy", where="open_after_lapse: reading")
    if lapsed is False or reading == "may_resume":
        return True
    return False if lapsed and reading == "ends" else None


CONDITION = Rule(
    identifier="conditions.condition",
    label=Label(fr="condition", en="condition"),
    function=holds,
    parameters=("condition", "value"),
    reads="conditions",
)
APPLICABILITY = Rule(
    identifier="conditions.applicability",
    label=Label(fr="application de la condition", en="application of the condition"),
    function=applicability,
    parameters=("condition", "period", "renews", "prior_years", "assumptions"),
    reads="conditions",
)
STILL_RECOGNISED = Rule(
    identifier="conditions.still_recognised",
    label=Label(fr="reconnaissance maintenue", en="recognition kept"),
    function=still_recognised,
    parameters=("lost",),
    reads="subsidy_discretion",
)
OPEN_AFTER_LAPSE = Rule(
    identifier="conditions.open_after_lapse",
    label=Label(fr="subvention non renouvelée auparavant", en="subsidy not renewed earlier"),
    function=open_after_lapse,
    parameters=("lapsed", "reading"),
    reads="renewal_of_subsidy",
)
RULES = (CONDITION, APPLICABILITY, STILL_RECOGNISED, OPEN_AFTER_LAPSE)
