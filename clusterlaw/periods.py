"""Periods and anniversaries. Periods are half-open; dates are computed once from their origin, never chained.

The only user of dateutil: months and ends of months. Years need none of it.
"""

from datetime import date
from typing import Literal

from attrs import field

from clusterlaw.values import frozen

LeapDayReading = Literal["february_28", "march_1"]


def require_date(value: object, *, where: str) -> date:
    """Return `value` if it is a plain date; raise TypeError that names `where` otherwise (a datetime has a clock)."""
    if type(value) is not date:
        raise TypeError(f"{where}: {value!r} is a {type(value).__name__}; give a datetime.date")
    return value


@frozen
class Period:
    """The days from `starts_on` up to but without `ends_before`. Raises ValueError unless it has at least one day."""

    starts_on: date = field()
    ends_before: date = field()

    def __attrs_post_init__(self) -> None:
        require_date(self.starts_on, where="Period.starts_on")
        require_date(self.ends_before, where="Period.ends_before")
        if not self.starts_on < self.ends_before:
            raise ValueError(
                f"Period: it ends before {self.ends_before} and starts on {self.starts_on}; give an end after the start"
            )

    def __contains__(self, day: date) -> bool:
        return self.starts_on <= day < self.ends_before


def anniversary(origin: date, *, years: int, leap_day: LeapDayReading) -> date:
    """Return the day `years` years after `origin`, counted once from the origin (assumption `year_counting`).

    The anniversary of 29 February in a common year is 28 February or 1 March, as assumption `leap_day` says.
    """
    try:
        return origin.replace(year=origin.year + years)
    except ValueError:
        if leap_day == "february_28":
            return date(origin.year + years, 2, 28)
        return date(origin.year + years, 3, 1)


def months_before(day: date, *, months: int) -> date:
    """Return the day `months` calendar months before `day`; a day that the month lacks becomes its last day.

    Raises TypeError unless `months` is an int.
    """
    if type(months) is not int:
        raise TypeError(f"months_before: {months!r} is a {type(months).__name__}; give a whole number of months")
    from dateutil.relativedelta import relativedelta

    return day - relativedelta(months=months)


def months_after(day: date, *, months: int) -> date:
    """Return the day `months` calendar months after `day`; a day that the month lacks becomes its last day.

    Raises TypeError unless `months` is an int.
    """
    if type(months) is not int:
        raise TypeError(f"months_after: {months!r} is a {type(months).__name__}; give a whole number of months")
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=months)


def day_before(day: date) -> date:
    """Return the day before a day."""
    return date.fromordinal(day.toordinal() - 1)
