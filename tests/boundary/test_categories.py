"""The category of a cluster (art. 3 al. 3, 2024), on each side of every edge: 100 members, EUR 250, the first day."""

from typing import Any

import pytest

from clusterlaw.classification import CategoryFinding
from tests.boundary.applications import Document, assessed, member, of_kind, sound

# Filed on 16 September 2024: counted on 1 September 2024.
IN_ORDER = {"year": 2024, "amount_cents": 25_000, "paid": True, "paid_on": "2024-09-01"}


def fee(**facts: Any) -> Document:
    return {key: value for key, value in {**IN_ORDER, **facts}.items() if value is not None}


def counted(*members: Document, filed_on: str = "2024-09-16") -> CategoryFinding:
    document = sound("2024")
    document["applicant"]["members"] = list(members)
    document["request"]["filed_on"] = filed_on
    document["opinion"]["given_on"] = "2024-11-05"
    found = assessed(document).category
    assert found is not None
    return found


def company(number: int = 1, **facts: Any) -> Document:
    stated = {"joined_on": "2023-06-01", "fees": [fee()]}
    return member(f"Company {number}", **{**stated, **facts})


@pytest.mark.parametrize(("number", "category"), [(0, 1), (99, 1), (100, 2), (101, 2)])
def test_fewer_than_100_or_at_least_100(number: int, category: int) -> None:
    found = counted(*[company(index) for index in range(number)])
    assert found.counted == (number, number)
    assert found.category is not None
    assert (found.category.number, found.missing) == (category, ())


# One member beside 99 in order: it makes the category 2 where it counts (99 + 1 = 100), else 1 (99 < 100).
ONE_MORE: list[tuple[str, Document, bool | None, tuple[str, ...]]] = [
    ("in order", company(), True, ()),
    ("249.99 a year", company(fees=[fee(amount_cents=24_999)]), False, ()),
    ("250.00 a year", company(fees=[fee(amount_cents=25_000)]), True, ()),
    ("250.01 a year", company(fees=[fee(amount_cents=25_001)]), True, ()),
    ("paid on the last day of the month before", company(fees=[fee(paid_on="2024-08-31")]), True, ()),
    ("paid on the 1st of the month of filing", company(fees=[fee(paid_on="2024-09-01")]), True, ()),
    ("paid on the 2nd", company(fees=[fee(paid_on="2024-09-02")]), False, ()),
    ("paid on the day of filing", company(fees=[fee(paid_on="2024-09-16")]), False, ()),
    ("paid before the year began", company(fees=[fee(paid_on="2023-12-31")]), True, ()),
    ("unpaid", company(fees=[fee(paid=False, paid_on=None)]), False, ()),
    ("a day of payment is enough", company(fees=[fee(paid=None)]), True, ()),
    ("paid, day not stated", company(fees=[fee(paid_on=None)]), None, ("fees[0].paid_on",)),
    ("payment not stated", company(fees=[fee(paid=None, paid_on=None)]), None, ("fees[0].paid",)),
    ("payment of too small a fee not stated", company(fees=[fee(amount_cents=1, paid=None, paid_on=None)]), False, ()),
    ("the fee of the year before", company(fees=[fee(year=2023)]), False, ()),
    ("the fee of the next year", company(fees=[fee(year=2025)]), False, ()),
    ("both years", company(fees=[fee(year=2023, paid=False, paid_on=None), fee()]), True, ()),
    ("no fee is due", company(fees=[]), False, ()),
    ("fees not stated", company(fees=None), None, ("fees",)),
    ("joined on the 1st", company(joined_on="2024-09-01"), True, ()),
    ("joined on the 2nd", company(joined_on="2024-09-02"), False, ()),
    ("joined, day not stated", company(joined_on=None), None, ("joined_on",)),
    ("left on the 1st", company(left_on="2024-09-01"), False, ()),
    ("left on the 2nd", company(left_on="2024-09-02"), True, ()),
    ("left on the 1st, joined at an unknown day", company(joined_on=None, left_on="2024-09-01"), False, ()),
    ("nothing stated", company(joined_on=None, fees=None), None, ("joined_on", "fees")),
    (
        "neither day nor payment stated",
        company(joined_on=None, fees=[fee(paid=None, paid_on=None)]),
        None,
        ("joined_on", "fees[0].paid"),
    ),
    ("day not stated, unpaid", company(joined_on=None, fees=[fee(paid=False, paid_on=None)]), False, ()),
    ("not active in Wallonia", company(active_in_wallonia=False), True, ()),
    ("no founder", company(founder=False), True, ()),
    *[
        (f"a {kind} is no company", company(kind=kind), False, ())
        for kind in ("university", "research_centre", "training_centre", "competence_centre", "pole", "other")
    ],
]


@pytest.mark.parametrize(("what", "one", "counts", "missing"), ONE_MORE, ids=[row[0] for row in ONE_MORE])
def test_the_hundredth_member(what: str, one: Document, counts: bool | None, missing: tuple[str, ...]) -> None:
    found = counted(*[company(index) for index in range(99)], one)
    assert found.counted == {True: (100, 100), False: (99, 99), None: (99, 100)}[counts]
    assert [each.number for each in found.categories] == {True: [2], False: [1], None: [1, 2]}[counts]
    assert found.missing == tuple(f"applicant.members[99].{name}" for name in missing)
    assert (found.category is None) is (counts is None)


def test_what_cannot_reach_a_hundred_is_not_missing() -> None:
    found = counted(*[company(index) for index in range(98)], company(fees=None))
    assert (found.counted, found.missing) == ((98, 99), ())
    assert [each.number for each in found.categories] == [1]


def test_what_cannot_fall_below_a_hundred_is_not_missing() -> None:
    found = counted(*[company(index) for index in range(100)], company(fees=None))
    assert (found.counted, found.missing) == ((100, 101), ())
    assert [each.number for each in found.categories] == [2]


def test_members_not_stated() -> None:
    document = sound("2024")
    del document["applicant"]["members"]
    found = assessed(document).category
    assert found is not None
    assert (found.counted, found.missing) == ((0, None), ("applicant.members",))
    assert [each.number for each in found.categories] == [1, 2]


@pytest.mark.parametrize(
    ("filed_on", "day"),
    [
        ("2024-09-01", "2024-09-01"),
        ("2024-09-02", "2024-09-01"),
        ("2024-09-30", "2024-09-01"),
        ("2024-10-01", "2024-10-01"),
        ("2024-02-29", "2024-02-01"),
        ("2024-01-01", "2024-01-01"),
        ("2023-12-31", "2023-12-01"),
    ],
)
def test_the_first_day_of_the_month_of_filing(filed_on: str, day: str) -> None:
    assert str(counted(company(), filed_on=filed_on).day) == day


@pytest.mark.parametrize(
    ("filed_on", "number"),
    [
        ("2024-08-31", 0),  # counted on 1 August: the fee of 2024 is paid on 1 September
        ("2024-09-01", 1),
        ("2024-12-31", 1),  # counted on 1 December 2024
        ("2025-01-01", 0),  # counted on 1 January 2025: the fee of that year is another one
    ],
)
def test_the_fee_is_that_of_the_year_of_counting(filed_on: str, number: int) -> None:
    document = sound("2024")
    document["applicant"]["members"] = [company()]
    document["request"].update(filed_on=filed_on, starts_on="2025-06-01")
    document["opinion"]["given_on"] = "2025-02-01"
    found = assessed(document).category
    assert found is not None
    assert found.counted == (number, number)


@pytest.mark.parametrize(("version", "has"), [("2007", False), ("2024", True), ("2025", True)])
def test_which_texts_have_categories(version: str, has: bool) -> None:
    assert (assessed(sound(version)).category is not None) is has


def test_only_a_recognition_or_its_renewal_has_a_category() -> None:
    assert assessed(of_kind("withdrawal", day="2024-09-16", version="2024")).category is None
