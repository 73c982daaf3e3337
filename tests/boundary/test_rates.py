"""The percentages: their ranks (art. 3 § 1 al. 4 and art. 10 al. 2; 2024: art. 3 al. 4) and their half cents."""

import pytest

from clusterlaw.assumptions import Assumptions, SeniorityReading
from clusterlaw.path import funding_path
from tests.boundary.cases import NEVER, dossier_of_2007, dossier_of_2024, line, subsidy_cents

COSTS = line(1_000_000)  # EUR 10,000.00: a per cent of it is EUR 100.00

# Percentages of years 1 to 9 by prior years of subsidy: ranks 1 to 3, 4 to 6, from 7; rank = prior + year.
BY_PRIOR_YEARS_2007 = [
    (0, (100, 100, 100, 80, 80, 80, 50, 50, 50)),
    (1, (100, 100, 80, 80, 80, 50, 50, 50, 50)),
    (2, (100, 80, 80, 80, 50, 50, 50, 50, 50)),
    (3, (80, 80, 80, 50, 50, 50, 50, 50, 50)),
    (4, (80, 80, 50, 50, 50, 50, 50, 50, 50)),
    (5, (80, 50, 50, 50, 50, 50, 50, 50, 50)),
    (6, (50, 50, 50, 50, 50, 50, 50, 50, 50)),
    (7, (50, 50, 50, 50, 50, 50, 50, 50, 50)),
    (8, (50, 50, 50, 50, 50, 50, 50, 50, 50)),
    (9, (50, 50, 50, 50, 50, 50, 50, 50, 50)),
]

# Percentages of years 1 to 9 where rank = prior + year: ranks 1 to 4, 5 to 8, from 9.
BY_PRIOR_YEARS_2024 = [
    (0, (90, 90, 90, 90, 75, 75, 75, 75, 60)),
    (1, (90, 90, 90, 75, 75, 75, 75, 60, 60)),
    (2, (90, 90, 75, 75, 75, 75, 60, 60, 60)),
    (3, (90, 75, 75, 75, 75, 60, 60, 60, 60)),
    (4, (75, 75, 75, 75, 60, 60, 60, 60, 60)),
    (5, (75, 75, 75, 60, 60, 60, 60, 60, 60)),
    (6, (75, 75, 60, 60, 60, 60, 60, 60, 60)),
    (7, (75, 60, 60, 60, 60, 60, 60, 60, 60)),
    (8, (60, 60, 60, 60, 60, 60, 60, 60, 60)),
    (9, (60, 60, 60, 60, 60, 60, 60, 60, 60)),
]


@pytest.mark.parametrize(("prior", "percents"), BY_PRIOR_YEARS_2007)
def test_ranks_of_2007(prior: int, percents: tuple[int, ...]) -> None:
    """Art. 3 § 1 al. 4 and art. 10 al. 2: earlier years of subsidy count for the percentage."""
    years = funding_path(dossier_of_2007(COSTS, prior=prior), years=9).years
    assert tuple(year.subsidy and year.subsidy.cents // 10_000 for year in years) == percents
    assert tuple(year.rate and year.rate.percentage.percent for year in years) == percents


@pytest.mark.parametrize(("prior", "percents"), BY_PRIOR_YEARS_2024)
def test_ranks_of_2024(prior: int, percents: tuple[int, ...]) -> None:
    """Art. 3 al. 4 (2024), `counts_from_first_subsidy`: earlier years of subsidy count."""
    assumptions = Assumptions(entry_into_force_2025=NEVER, seniority_after_2024="counts_from_first_subsidy")
    years = funding_path(dossier_of_2024(COSTS, prior=prior, assumptions=assumptions), years=9).years
    assert tuple(year.subsidy and year.subsidy.cents // 10_000 for year in years) == percents
    assert tuple(year.rate and year.rate.percentage.percent for year in years) == percents


@pytest.mark.parametrize("prior", range(10))
@pytest.mark.parametrize("reading", ["counts_from_first_recognition", "restarts"])
def test_ranks_of_2024_without_prior_years(prior: int, reading: SeniorityReading) -> None:
    """Art. 3 al. 4 (2024): under the two other readings a first recognition in 2024 starts at 90 %."""
    assumptions = Assumptions(entry_into_force_2025=NEVER, seniority_after_2024=reading)
    years = funding_path(dossier_of_2024(COSTS, prior=prior, assumptions=assumptions), years=9).years
    expected = (90, 90, 90, 90, 75, 75, 75, 75, 60)
    assert tuple(year.subsidy and year.subsidy.cents // 10_000 for year in years) == expected


def test_prior_years_not_stated_mean_none() -> None:
    """Assumption `no_prior_subsidy`, and only where the years would count."""
    stated, silent = (funding_path(dossier_of_2007(COSTS, prior=prior), years=9) for prior in (0, None))
    assert [year.subsidy for year in stated.years] == [year.subsidy for year in silent.years]
    assert all("no_prior_subsidy" in year.assumptions for year in silent.years)
    assert not any("no_prior_subsidy" in year.assumptions for year in stated.years)


# cents of costs, then what the percentage makes of them: exactly, half up, down.
HALF_CENTS_2007 = [
    (4, 0, 0, 0),  # 80 %: 0
    (4, 1, 1, 0),  # 0.8
    (4, 2, 2, 1),  # 1.6
    (4, 3, 2, 2),  # 2.4
    (4, 4, 3, 3),  # 3.2
    (4, 5, 4, 4),  # 4 exactly
    (4, 9_999_999, 7_999_999, 7_999_999),  # 7,999,999.2
    (4, 9_999_997, 7_999_998, 7_999_997),  # 7,999,997.6
    (7, 1, 1, 0),  # 50 %: 0.5, half a cent goes up
    (7, 2, 1, 1),  # 1 exactly
    (7, 3, 2, 1),  # 1.5: up, where half to even would give 2 as well
    (7, 5, 3, 2),  # 2.5: up, where half to even would give 2
    (7, 9_999_999, 5_000_000, 4_999_999),  # 4,999,999.5
    (1, 1, 1, 1),  # 100 %: never rounded
    (1, 9_999_999, 9_999_999, 9_999_999),
]
HALF_CENTS_2024 = [
    (1, 1, 1, 0),  # 90 %: 0.9
    (1, 4, 4, 3),  # 3.6
    (1, 5, 5, 4),  # 4.5: up, where half to even would give 4
    (1, 6, 5, 5),  # 5.4
    (1, 10, 9, 9),  # 9 exactly
    (1, 15, 14, 13),  # 13.5
    (1, 9_999_995, 8_999_996, 8_999_995),  # 8,999,995.5
    (5, 1, 1, 0),  # 75 %: 0.75
    (5, 2, 2, 1),  # 1.5
    (5, 3, 2, 2),  # 2.25
    (5, 4, 3, 3),  # 3 exactly
    (5, 6, 5, 4),  # 4.5: up, where half to even would give 4
    (5, 9_999_998, 7_499_999, 7_499_998),  # 7,499,998.5
    (9, 1, 1, 0),  # 60 %: 0.6
    (9, 2, 1, 1),  # 1.2
    (9, 3, 2, 1),  # 1.8
    (9, 4, 2, 2),  # 2.4
    (9, 5, 3, 3),  # 3 exactly
    (9, 9_999_999, 5_999_999, 5_999_999),  # 5,999,999.4
    (9, 9_999_998, 5_999_999, 5_999_998),  # 5,999,998.8
]


@pytest.mark.parametrize(("year", "cents", "half_up", "down"), HALF_CENTS_2007)
def test_cents_of_2007(year: int, cents: int, half_up: int, down: int) -> None:
    """Art. 3 § 1 al. 4; assumption `rounding`: once, after the percentage, per year."""
    up, below = (
        dossier_of_2007(line(cents), assumptions=assumptions)
        for assumptions in (Assumptions(rounding="half_up"), Assumptions(rounding="down"))
    )
    assert subsidy_cents(up, year) == half_up
    assert subsidy_cents(below, year) == down


@pytest.mark.parametrize(("year", "cents", "half_up", "down"), HALF_CENTS_2024)
def test_cents_of_2024(year: int, cents: int, half_up: int, down: int) -> None:
    """Art. 3 al. 4 (2024); assumption `rounding`: once, after the percentage, per year."""
    up, below = (
        dossier_of_2024(line(cents), assumptions=assumptions)
        for assumptions in (
            Assumptions(entry_into_force_2025=NEVER, seniority_after_2024="restarts", rounding="half_up"),
            Assumptions(entry_into_force_2025=NEVER, seniority_after_2024="restarts", rounding="down"),
        )
    )
    assert subsidy_cents(up, year) == half_up
    assert subsidy_cents(below, year) == down


def test_rounding_is_of_the_year_not_of_the_line() -> None:
    """Assumption `rounding`: two lines of a cent at 50 % are one cent, not twice half a cent rounded up."""
    assert subsidy_cents(dossier_of_2007(line(1), line(1)), 7) == 1  # 0.5 x 2 = 1, where 1 + 1 would be 2
    assert subsidy_cents(dossier_of_2007(line(1), line(1), line(1)), 7) == 2  # 0.5 x 3 = 1.5


def test_rounding_is_listed_only_where_it_rounded() -> None:
    """Assumption `rounding`: an exact result was not rounded."""
    for cents, listed in ((1, True), (2, False)):
        year = funding_path(dossier_of_2007(line(cents)), years=7).years[-1]
        assert ("rounding" in year.assumptions) is listed
