"""How the subsidy of a subsidy year falls on calendar years: by days, in exact cents (assumption of ours)."""

from datetime import date

from clusterlaw.money import rounded
from clusterlaw.rule import Rule
from clusterlaw.sources import Label


def calendar_shares(*, cents: int, starts_on: date, ends_before: date) -> tuple[tuple[int, int], ...]:
    """Return the calendar years that a period touches, each with its part of an amount in cents, which sum to it.

    Assumption `calendar_year_split`: by days; what is reached at the end of each calendar year is rounded to the
    nearest cent, half a cent up, and a part is the difference between two of them.
    """
    return shared_out(cents=cents, through=days_through(starts_on=starts_on, ends_before=ends_before))


def shared_out(*, cents: int, through: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return the part of an amount of each calendar year, in cents, from the days that have passed by its end."""
    days, found, before = through[-1][1], [], 0
    for year, passed in through:
        reached = rounded(numerator=cents * passed, denominator=days, rounding="half_up")
        found.append((year, reached - before))
        before = reached
    return tuple(found)


def days_through(*, starts_on: date, ends_before: date) -> tuple[tuple[int, int], ...]:
    """Return the calendar years that a period touches, each with the days of the period that have passed by its end."""
    last = date.fromordinal(ends_before.toordinal() - 1).year
    return tuple(
        (year, (min(date(year + 1, 1, 1), ends_before) - starts_on).days) for year in range(starts_on.year, last + 1)
    )


CALENDAR_SHARES = Rule(
    identifier="calendar_years.shares",
    label=Label(fr="répartition sur les années civiles", en="sharing out over calendar years"),
    function=calendar_shares,
    parameters=("cents", "starts_on", "ends_before"),
    reads="subsidy_years",
)
RULES = (CALENDAR_SHARES,)
