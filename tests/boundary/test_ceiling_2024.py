"""The Government's ceiling of the subsidy (art. 3 al. 2, 2024), a cent below, at and above it."""

from datetime import date

import pytest
from attrs import evolve

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import FirstPeriod, YearFacts
from clusterlaw.money import Euro
from tests.boundary.cases import NEVER, dossier_of_2024, line, subsidy_cents, year_of

# costs, ceiling, expected. Year 1: 90 %, year 5: 75 %, year 9: 60 %; the ceiling comes after the percentage.
AROUND_THE_CEILING = [
    (1, 10_000_000, 8_999_999, 8_999_999),  # 0.9 x 10,000,000 = 9,000,000: above by a cent
    (1, 10_000_000, 9_000_000, 9_000_000),  # at the ceiling
    (1, 10_000_000, 9_000_001, 9_000_000),  # below by a cent
    (5, 10_000_000, 7_499_999, 7_499_999),  # 0.75 x 10,000,000 = 7,500,000
    (5, 10_000_000, 7_500_000, 7_500_000),
    (5, 10_000_000, 7_500_001, 7_500_000),
    (9, 10_000_000, 5_999_999, 5_999_999),  # 0.6 x 10,000,000 = 6,000,000
    (9, 10_000_000, 6_000_000, 6_000_000),
    (9, 10_000_000, 6_000_001, 6_000_000),
    (1, 20_000_000, 16_000_000, 16_000_000),  # 0.9 x 20,000,000 = 18,000,000; capping the costs would give 14,400,000
    (1, 17_000_000, 16_000_000, 15_300_000),  # 0.9 x 17,000,000: EUR 160,000 no longer caps the costs
    (1, 10_000_000, 0, 0),  # a ceiling of nothing is a ceiling
    (1, 0, 9_000_000, 0),
]


@pytest.mark.parametrize(("year", "costs", "ceiling", "expected"), AROUND_THE_CEILING)
def test_ceiling_on_the_subsidy(year: int, costs: int, ceiling: int, expected: int) -> None:
    """Art. 3 al. 2 and 4 (2024): the percentage, then the ceiling of the subsidy (`order_2024`)."""
    assert subsidy_cents(dossier_of_2024(line(costs), ceiling=Euro.from_cents(ceiling)), year) == expected


def test_the_ceiling_comes_after_rounding() -> None:
    """Art. 3 al. 2 (2024): 0.9 x 15 = 13.5 cents; rounded up to 14, then held to 13."""
    assert subsidy_cents(dossier_of_2024(line(15), ceiling=Euro.from_cents(13)), 1) == 13
    assert subsidy_cents(dossier_of_2024(line(15), ceiling=Euro.from_cents(14)), 1) == 14


def test_ceiling_not_stated() -> None:
    """Art. 3 al. 2 (2024): the Government's ceiling is not known, so anything from nothing upwards is possible."""
    year = year_of(evolve(dossier_of_2024(line(10_000_000)), first_period=FirstPeriod()), 1)
    assert (year.subsidy_at_least, year.subsidy_at_most) == (Euro(0), Euro(90_000))
    assert year.missing == ("first_period.subsidy_ceiling_cents",)


def test_ceiling_not_stated_of_a_year_without_costs() -> None:
    """Art. 3 al. 4 (2024): a percentage of nothing is nothing under every ceiling."""
    year = year_of(evolve(dossier_of_2024(), first_period=FirstPeriod()), 1)
    assert (year.status, year.subsidy, year.missing) == ("determined", Euro(0), ())


def test_costs_not_stated() -> None:
    """Art. 3 al. 2 (2024): the ceiling bounds the subsidy; without one nothing does."""
    dossier = evolve(dossier_of_2024(ceiling=Euro(50_000)), years=(YearFacts(),))
    year = year_of(dossier, 1)
    assert (year.subsidy_at_least, year.subsidy_at_most) == (Euro(0), Euro(50_000))
    assert year.missing == ("years[0].costs",)
    unbounded = year_of(evolve(dossier, first_period=FirstPeriod()), 1)
    assert (unbounded.subsidy_at_least, unbounded.subsidy_at_most) == (Euro(0), None)
    assert set(unbounded.missing) == {"years[0].costs", "first_period.subsidy_ceiling_cents"}


def test_costs_not_stated_under_a_ceiling_of_nothing() -> None:
    """Art. 3 al. 2 (2024): a ceiling of nothing settles the year whatever the costs."""
    year = year_of(evolve(dossier_of_2024(ceiling=Euro(0)), years=()), 1)
    assert (year.status, year.subsidy, year.missing) == ("determined", Euro(0), ())


@pytest.mark.parametrize(
    ("certain", "open_line", "least", "most", "missing"),
    [
        # ceiling EUR 90,000.00 at 90 %
        (10_000_000, 1, 9_000_000, 9_000_000, ()),  # the ceiling is reached without the open line
        (9_999_999, 1, 8_999_999, 9_000_000, ("years[0].costs[1].admissible",)),  # 8,999,999.1 or 9,000,000
        (9_999_998, 1, 8_999_998, 8_999_999, ("years[0].costs[1].admissible",)),  # 8,999,998.2 or 8,999,999.1
        (6, 1, 5, 6, ("years[0].costs[1].admissible",)),  # 5.4 or 6.3
        (4, 1, 4, 5, ("years[0].costs[1].admissible",)),  # 3.6 or 4.5
        (5, 1, 5, 5, ()),  # 4.5 and 5.4 both round to 5: the line cannot matter
        (0, 0, 0, 0, ()),  # a line of nothing
    ],
)
def test_a_line_of_which_the_list_is_not_stated(
    certain: int, open_line: int, least: int, most: int, missing: tuple[str, ...]
) -> None:
    """Art. 3 al. 2 (2024): it counts for nothing or for its net amount, and is missing only if that matters."""
    dossier = dossier_of_2024(line(certain), line(open_line, admissible=None), ceiling=Euro(90_000))
    year = year_of(dossier, 1)
    assert (year.subsidy_at_least, year.subsidy_at_most) == (Euro.from_cents(least), Euro.from_cents(most))
    assert year.missing == missing
    assert (year.status == "determined") == (not missing)


MANY = 11


@pytest.mark.parametrize(
    ("number", "cents"),
    [
        (MANY, 1),  # 60 % of 0 to 11 cents, down: 0 to 6; 1 -> 0.6, 2 -> 1.2: the second cent brings a cent
        (MANY + 9, 1),  # 60 % of 20 cents: 12
        (MANY, 2),
    ],
)
def test_many_lines_of_which_the_list_is_not_stated(number: int, cents: int) -> None:
    """Art. 3 al. 2 (2024): however many lines are open, each that can move the subsidy is missing."""
    assumptions = Assumptions(entry_into_force_2025=NEVER, seniority_after_2024="restarts", rounding="down")
    dossier = dossier_of_2024(*[line(cents, admissible=None)] * number, assumptions=assumptions)
    year = year_of(dossier, 9)
    assert (year.subsidy_at_least, year.subsidy_at_most) == (Euro(0), Euro.from_cents(number * cents * 60 // 100))
    assert year.missing == tuple(f"years[8].costs[{place}].admissible" for place in range(number))


def test_many_lines_and_the_reading_of_seniority() -> None:
    """Art. 3 al. 4 (2024): the reading is missing if some selection of the lines makes two percentages differ.

    Ceiling 6 cents. Twelve lines of a cent and twelve of EUR 1,000: seven lines of a cent give 0.9 x 7 = 6.3, held to
    6, or 0.6 x 7 = 4.2, so 4. All lines, all but one, one and none give the same under both percentages.
    """
    lines = (*[line(1, admissible=None)] * 12, *[line(100_000, admissible=None)] * 12)
    assumptions = Assumptions(entry_into_force_2025=NEVER)
    dossier = dossier_of_2024(*lines, prior=8, ceiling=Euro.from_cents(6), assumptions=assumptions)
    year = year_of(dossier, 1)  # rank 9 with the prior years, 60 %; else rank 1, 90 %
    assert "assumptions.seniority_after_2024" in year.missing


def test_the_text_of_2025_has_the_same_ceiling() -> None:
    """Art. 3 al. 2 as left by the decree-programme of 2025: a ceiling of the subsidy, after the percentage."""
    dossier = dossier_of_2024(
        line(10_000_000),
        ceiling=Euro(80_000),
        assumptions=Assumptions(entry_into_force_2025=date(2024, 7, 1), seniority_after_2024="restarts"),
    )
    year = year_of(evolve(dossier, renewals=()), 1)
    assert year.regime.identifier == "2025"
    assert year.subsidy == Euro(80_000)
