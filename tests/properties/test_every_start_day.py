"""Dates of a life for every start day from 1 July 2007 to 31 December 2026, against a count of its own."""

from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.calendar import Calendar, calendar_of
from clusterlaw.dossier import Cluster
from clusterlaw.history import Event, History

CLUSTER = Cluster(name="x", legal_form="asbl")
FIRST, LAST = date(2007, 7, 1), date(2026, 12, 31)
ONE = timedelta(days=1)
YEARS = sorted({day.year for day in (FIRST, LAST)} | set(range(2007, 2027)))


def plus_years(origin: date, years: int) -> date:
    """The anniversary: 28 February for a leap day in a common year."""
    year = origin.year + years
    return (
        date(year, 2, 28) if (origin.month, origin.day) == (2, 29) and not isleap(year) else origin.replace(year=year)
    )


def less_months(day: date, months: int) -> date:
    """The same day so many months before, or the last of a month that lacks it."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def text_of(day: date) -> str:
    return "2007" if day < date(2024, 7, 1) else "2024" if day < date(2026, 1, 1) else "2025"


LENGTHS = {"2007": 3, "2024": 4, "2025": 1}


def periods_of(origin: date, number: int) -> list[tuple[str, list[date]]]:
    """The first periods of a recognition, each with its text, the first days of its years, and its end."""
    found, passed = [], 0
    for _ in range(number):
        text = text_of(plus_years(origin, passed))
        days = [plus_years(origin, passed + years) for years in range(LENGTHS[text] + 1)]
        found.append((text, days))
        passed += LENGTHS[text]
    return found


def life(origin: date, number: int, **facts: object) -> Calendar:
    """The calendar of a recognition that is renewed in time until it has so many periods."""
    decided = [days[-1] - timedelta(days=20) for _, days in periods_of(origin, number - 1)]
    events = [Event(event="recognised", on=origin), *(Event(event="renewed", on=day) for day in decided)]
    return calendar_of(History(cluster=CLUSTER, events=tuple(events), **facts))  # type: ignore[arg-type]


def days_of(year: int) -> Iterator[date]:
    day = max(FIRST, date(year, 1, 1))
    while day <= min(LAST, date(year, 12, 31)):
        yield day
        day += ONE


@pytest.mark.parametrize("year", YEARS)
def test_periods_tile_the_life_and_deadlines_fall_inside_them(year: int) -> None:
    for origin in days_of(year):
        calendar = life(origin, 4)
        expected = periods_of(origin, 4)
        runs = calendar.life.runs
        assert [(run.period.regime.identifier, list(run.period.days)) for run in runs] == expected, origin
        assert runs[0].days.starts_on == origin
        assert all(one.days.ends_before == two.days.starts_on for one, two in pairwise(runs))
        for kind in ("renewal_request", "global_evaluation", "half_way_evaluation"):
            for entry in calendar.of(kind):
                run = runs[entry.period - 1]
                if entry.days is not None:
                    assert run.days.starts_on <= entry.days.starts_on < entry.days.ends_before <= run.days.ends_before


@pytest.mark.parametrize("year", YEARS)
def test_every_date_is_the_one_counted_here(year: int) -> None:
    for origin in days_of(year):
        calendar = life(origin, 2, assumptions=Assumptions(deadline_counting="on"))
        periods = periods_of(origin, 3)
        for number, (text, days) in enumerate(periods[:2], start=1):
            end = days[-1]
            found = {kind: _one(calendar, kind, number) for kind in ("renewal_request", "global_evaluation")}
            deadline = less_months(end, 4) if text_of(end) != "2025" else None
            assert found["renewal_request"] == (None if deadline is None else (deadline, deadline + ONE)), origin
            window = None if text == "2025" else (less_months(end, 6), end)
            assert found["global_evaluation"] == window, origin
            half = days[2] if text == "2024" and text_of(days[2]) == "2024" else None
            assert _one(calendar, "half_way_evaluation", number) == (None if half is None else (half, half + ONE))
        starts = [each.days.starts_on for each in calendar.of("subsidy_year_starts") if each.days is not None]
        assert starts == [day for _, days in periods[:2] for day in days[:-1]]
        last = periods[1][1][-1] - ONE
        kept = date(last.year + 11, 1, 1)
        ends = [each.days.ends_before for each in calendar.of("personal_data") if each.days is not None]
        assert ends == ([kept] if kept > date(2024, 7, 1) else [])


def _one(calendar: Calendar, kind: str, period: int) -> tuple[date, date] | None:
    (entry,) = [each for each in calendar.of(kind) if each.period == period] or [None]  # type: ignore[arg-type]
    return None if entry is None or entry.days is None else (entry.days.starts_on, entry.days.ends_before)


@pytest.mark.parametrize("leap_day", ["february_28", "march_1"])
def test_nothing_drifts_over_a_leap_day(leap_day: str) -> None:
    for year in (2008, 2012, 2016, 2020, 2024):
        calendar = life(date(year, 2, 29), 3, assumptions=Assumptions(leap_day=leap_day))  # type: ignore[arg-type]
        for run in calendar.life.runs:
            for day in run.period.days:
                common = (2, 28) if leap_day == "february_28" else (3, 1)
                assert (day.month, day.day) == ((2, 29) if isleap(day.year) else common)
