"""The days and windows that the decree fixes: arts 3, 4, 8, 9 and 10/3. Plain functions on dates."""

from collections.abc import Iterator
from datetime import date

from clusterlaw.periods import LeapDayReading, Period, anniversary, day_before, months_after, months_before
from clusterlaw.recognition import last_day_to_request_renewal
from clusterlaw.rule import Rule
from clusterlaw.sources import Label


def last_months(*, ends_before: date, months: int) -> Period:
    """Return the last months of a period, in which its global evaluation falls (art. 8; 2024: art. 8 al. 2)."""
    return Period(months_before(ends_before, months=months), ends_before)


def half_way_day(*, days: tuple[date, ...]) -> date:
    """Return the day at half of a period, given the first days of its years and its end (2024: art. 8 al. 1).

    A point, not a deadline: the day or the window of the half-way evaluation is left to the Government.
    """
    whole, half = divmod(len(days) - 1, 2)
    return months_after(days[whole], months=6) if half else days[whole]


def evaluations_due(*, origin: date, years: int, before: date, leap_day: LeapDayReading) -> tuple[date, ...]:
    """Return the days from which an evaluation of the policy is due, each counted from the origin (art. 9)."""
    return tuple(_every(origin, years, before, leap_day))


def _every(origin: date, years: int, before: date, leap_day: LeapDayReading) -> Iterator[date]:
    times = 1
    while (day := anniversary(origin, years=years * times, leap_day=leap_day)) < before:
        yield day
        times += 1


def end_of_mandate(*, starts_on: date, years: int, leap_day: LeapDayReading) -> date:
    """Return the day before which a mandate in the review committee ends (art. 4)."""
    return anniversary(starts_on, years=years, leap_day=leap_day)


def kept_from(*, ended_before: date) -> date:
    """Return the 1 January from which the keeping of personal data is counted: that of the year after the end.

    `ended_before` is the day after the last of the recognition, or after the closing of the budget year (art. 10/3).
    """
    return date(day_before(ended_before).year + 1, 1, 1)


def kept_before(*, ended_before: date, years: int, suspensions: tuple[Period, ...], leap_day: LeapDayReading) -> date:
    """Return the day before which personal data are kept, ten years from `kept_from` (art. 10/3).

    A legal or administrative action suspends the ten years: its days within them are added at the end, and an action
    that still runs in those days suspends them in turn.
    """
    counted = kept_from(ended_before=ended_before)
    ends_before = anniversary(counted, years=years, leap_day=leap_day)
    for action in sorted(suspensions, key=lambda each: each.starts_on):
        first = max(action.starts_on, counted)
        if first < ends_before and first < action.ends_before:
            counted = action.ends_before
            ends_before = date.fromordinal(ends_before.toordinal() + counted.toordinal() - first.toordinal())
    return ends_before


def first_of_month(*, requested_on: date) -> date:
    """Return the day on which members are counted: the first of the month of the request (2024: art. 3 al. 3)."""
    return requested_on.replace(day=1)


RENEWAL_DEADLINE = Rule(
    identifier="timetable.renewal_deadline",
    label=Label(fr="dernier jour pour demander le renouvellement", en="last day to request the renewal"),
    function=last_day_to_request_renewal,
    parameters=("period", "renewed_under", "assumptions"),
    reads="renewal_request_months",
)
LAST_MONTHS = Rule(
    identifier="timetable.last_months",
    label=Label(fr="derniers mois de la période", en="last months of the period"),
    function=last_months,
    parameters=("ends_before", "months"),
    reads="global_evaluation_months",
)
HALF_WAY_DAY = Rule(
    identifier="timetable.half_way_day",
    label=Label(fr="moitié de la période", en="half of the period"),
    function=half_way_day,
    parameters=("days",),
    reads="half_way_evaluation",
)
EVALUATIONS_DUE = Rule(
    identifier="timetable.evaluations_due",
    label=Label(fr="rythme de l'évaluation de la politique", en="rhythm of the evaluation of the policy"),
    function=evaluations_due,
    parameters=("origin", "years", "before", "leap_day"),
    reads="policy_evaluation_years",
)
END_OF_MANDATE = Rule(
    identifier="timetable.end_of_mandate",
    label=Label(fr="fin des mandats du comité d'examen", en="end of the mandates of the review committee"),
    function=end_of_mandate,
    parameters=("starts_on", "years", "leap_day"),
    reads="committee",
)
KEPT_BEFORE = Rule(
    identifier="timetable.kept_before",
    label=Label(fr="conservation des données à caractère personnel", en="keeping of personal data"),
    function=kept_before,
    parameters=("ended_before", "years", "suspensions", "leap_day"),
    reads="personal_data_years",
)
FIRST_OF_MONTH = Rule(
    identifier="timetable.first_of_month",
    label=Label(fr="jour où les membres se comptent", en="day on which members are counted"),
    function=first_of_month,
    parameters=("requested_on",),
    reads="members_counted",
)
RULES = (
    RENEWAL_DEADLINE,
    LAST_MONTHS,
    HALF_WAY_DAY,
    EVALUATIONS_DUE,
    END_OF_MANDATE,
    KEPT_BEFORE,
    FIRST_OF_MONTH,
)
