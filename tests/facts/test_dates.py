"""Periods, anniversaries and months: half-open, counted once from the origin, plain dates only."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.law import in_force
from clusterlaw.periods import Period, anniversary, months_before, require_date


@pytest.mark.parametrize(
    ("years", "february_28", "march_1"),
    [
        (0, "2008-02-29", "2008-02-29"),
        (1, "2009-02-28", "2009-03-01"),
        (2, "2010-02-28", "2010-03-01"),
        (3, "2011-02-28", "2011-03-01"),
        (4, "2012-02-29", "2012-02-29"),  # chained from 28 February or 1 March it would stay there
        (5, "2013-02-28", "2013-03-01"),
        (6, "2014-02-28", "2014-03-01"),
        (7, "2015-02-28", "2015-03-01"),
        (8, "2016-02-29", "2016-02-29"),
        (9, "2017-02-28", "2017-03-01"),
        (10, "2018-02-28", "2018-03-01"),
        (11, "2019-02-28", "2019-03-01"),
        (12, "2020-02-29", "2020-02-29"),
        (92, "2100-02-28", "2100-03-01"),  # 2100 is a common year
        (96, "2104-02-29", "2104-02-29"),
    ],
)
def test_the_anniversaries_of_29_february(years: int, february_28: str, march_1: str) -> None:
    origin = date(2008, 2, 29)
    assert anniversary(origin, years=years, leap_day="february_28") == date.fromisoformat(february_28)
    assert anniversary(origin, years=years, leap_day="march_1") == date.fromisoformat(march_1)


@pytest.mark.parametrize(
    ("origin", "years", "expected"),
    [
        ("2008-03-01", 0, "2008-03-01"),
        ("2008-03-01", 1, "2009-03-01"),
        ("2008-03-01", 9, "2017-03-01"),
        ("2007-07-01", 3, "2010-07-01"),
        ("2007-12-31", 1, "2008-12-31"),
        ("2008-02-28", 1, "2009-02-28"),
        ("2008-02-28", 4, "2012-02-28"),
        ("2009-02-28", 3, "2012-02-28"),  # the last day of February in a common year only
        ("2009-03-01", 3, "2012-03-01"),
        ("2199-12-31", 50, "2249-12-31"),
    ],
)
def test_the_anniversary_of_any_other_day(origin: str, years: int, expected: str) -> None:
    for leap_day in ("february_28", "march_1"):
        found = anniversary(date.fromisoformat(origin), years=years, leap_day=leap_day)  # type: ignore[arg-type]
        assert found == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2011-06-30", 4, "2011-02-28"),
        ("2012-06-30", 4, "2012-02-29"),
        ("2012-06-29", 4, "2012-02-29"),
        ("2011-06-29", 4, "2011-02-28"),
        ("2011-06-28", 4, "2011-02-28"),
        ("2011-07-31", 4, "2011-03-31"),
        ("2011-08-31", 4, "2011-04-30"),
        ("2011-10-31", 4, "2011-06-30"),
        ("2011-03-01", 4, "2010-11-01"),
        ("2011-03-31", 4, "2010-11-30"),
        ("2012-02-29", 4, "2011-10-29"),
        ("2011-02-28", 4, "2010-10-28"),  # the same day, not the last one
        ("2011-01-01", 4, "2010-09-01"),
        ("2011-04-30", 4, "2010-12-30"),
        ("2011-05-31", 4, "2011-01-31"),
        ("2100-06-30", 4, "2100-02-28"),
        ("2011-03-31", 1, "2011-02-28"),
        ("2011-03-01", 6, "2010-09-01"),
        ("2011-08-31", 6, "2011-02-28"),
        ("2012-08-31", 6, "2012-02-29"),
        ("2012-02-29", 12, "2011-02-28"),
        ("2011-03-01", 0, "2011-03-01"),
    ],
)
def test_months_before_a_day(day: str, months: int, expected: str) -> None:
    assert months_before(date.fromisoformat(day), months=months) == date.fromisoformat(expected)


def test_a_period_holds_its_first_day_and_not_the_day_that_it_ends_before() -> None:
    period = Period(date(2008, 3, 1), date(2009, 3, 1))
    inside = [date(2008, 3, 1), date(2008, 12, 31), date(2009, 2, 28)]
    outside = [date(2008, 2, 29), date(2009, 3, 1), date(2010, 1, 1)]
    assert [day in period for day in inside + outside] == [True] * 3 + [False] * 3


def test_the_shortest_period_is_a_day() -> None:
    assert date(2008, 2, 29) in Period(date(2008, 2, 29), date(2008, 3, 1))


@pytest.mark.parametrize("ends_before", [date(2008, 3, 1), date(2008, 2, 29), date(1, 1, 1)])
def test_a_period_without_a_day_is_refused(ends_before: date) -> None:
    message = rf"^Period: it ends before {ends_before} and starts on 2008-03-01; give an end after the start$"
    with pytest.raises(ValueError, match=message):
        Period(date(2008, 3, 1), ends_before)


def test_periods_are_compared_by_their_days_and_cannot_be_changed() -> None:
    period: Any = Period(date(2008, 3, 1), date(2009, 3, 1))
    assert period == Period(starts_on=date(2008, 3, 1), ends_before=date(2009, 3, 1))
    assert period != Period(date(2008, 3, 1), date(2009, 3, 2))
    assert len({period, Period(date(2008, 3, 1), date(2009, 3, 1))}) == 1
    for name in ("starts_on", "ends_before", "note"):
        with pytest.raises(AttributeError):
            setattr(period, name, date(2008, 1, 1))
    assert not hasattr(period, "__dict__")


NOT_DATES = [datetime(2008, 3, 1, tzinfo=UTC), datetime(2008, 3, 1), "2008-03-01", 20080301, 1.0, True, None]


@pytest.mark.parametrize("day", NOT_DATES, ids=repr)
def test_a_date_is_a_plain_date(day: Any) -> None:
    with pytest.raises(TypeError, match=rf"^here: .* is a {type(day).__name__}; give a datetime\.date$"):
        require_date(day, where="here")


@pytest.mark.parametrize("day", NOT_DATES, ids=repr)
def test_a_period_is_of_plain_dates(day: Any) -> None:
    with pytest.raises(TypeError, match=rf"^Period\.starts_on: .* is a {type(day).__name__}; give a datetime\.date$"):
        Period(day, date(2009, 3, 1))
    with pytest.raises(TypeError, match=rf"^Period\.ends_before: .* is a {type(day).__name__}; give a datetime\.date$"):
        Period(date(2008, 3, 1), day)


def test_a_period_of_days_with_a_clock_is_refused() -> None:
    with pytest.raises(TypeError, match=r"give a datetime\.date$"):
        Period(datetime(2008, 3, 1), datetime(2009, 3, 1))


@pytest.mark.parametrize("day", NOT_DATES, ids=repr)
def test_only_a_plain_date_can_be_in_a_period(day: Any) -> None:
    with pytest.raises(TypeError):
        assert day in Period(date(2008, 3, 1), date(2009, 3, 1))


@pytest.mark.parametrize("day", NOT_DATES, ids=repr)
def test_the_text_in_force_is_asked_for_a_plain_date(day: Any) -> None:
    with pytest.raises(TypeError, match=rf"^in_force: on: .* is a {type(day).__name__}; give a datetime\.date$"):
        in_force(day, assumptions=Assumptions())


@pytest.mark.parametrize("number", [1.0, 1.5, "1", None])
def test_years_are_a_whole_number(number: Any) -> None:
    with pytest.raises(TypeError):
        anniversary(date(2008, 2, 29), years=number, leap_day="march_1")


@pytest.mark.parametrize("number", [1.0, 1.5, "1", None])
def test_months_are_a_whole_number(number: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        months_before(date(2008, 2, 29), months=number)
