"""Which of many lines are missing: the cents by hand, and a time that grows with their number (art. 3, 2024)."""

import time
from datetime import date

import pytest

from clusterlaw import explain, missing
from clusterlaw.dossier import Cluster, Dossier, FirstPeriod, YearFacts
from clusterlaw.money import Euro
from clusterlaw.path import FundingYear
from tests.boundary.cases import HUGE, line, year_of


def year_with(certain: int, *open_lines: int, ceiling: Euro = HUGE) -> FundingYear:
    """The first year of a cluster of 2024 (90 %): a line that is admitted, then lines that may or may not be."""
    lines = (line(certain), *(line(cents, admissible=None) for cents in open_lines))
    dossier = Dossier(
        cluster=Cluster(name="Cluster", legal_form="asbl"),
        recognised_on=date(2024, 7, 1),
        prior_subsidy_years=0,
        first_period=FirstPeriod(subsidy_ceiling=ceiling),
        years=(YearFacts(costs=lines),),
    )
    return year_of(dossier, 1)


def is_missing(year: FundingYear, place: int) -> bool:
    return f"years[0].costs[{place}].admissible" in year.missing


@pytest.mark.parametrize(
    ("others", "ceiling", "matters"),
    [
        # 90 % of 5 is 4.5, so 5 cents; of 6 it is 5.4, so 5 too: alone the line of a cent brings nothing
        ((), 10**6, False),
        # 50 cents bring 45 cents to the cent, as often as one likes
        ((50,) * 300, 10**6, False),
        # 90 % of 8 is 7.2, so 7 cents; of 9 it is 8.1, so 8: it brings a cent beside a line of 3 cents
        ((3,), 10**6, True),
        ((3,) * 300, 10**6, True),
        ((50,) * 300 + (3,), 10**6, True),
        # a ceiling of 7 cents leaves no room for the eighth
        ((3,) * 300, 7, False),
        ((3,) * 300, 8, True),
        # beside a line of 12 cents: 90 % of 17 is 15.3, so 15; of 18 it is 16.2, so 16
        ((12,) * 300, 15, False),
        ((12,) * 300, 16, True),
    ],
)
def test_a_line_of_one_cent_among_many(others: tuple[int, ...], ceiling: int, *, matters: bool) -> None:
    year = year_with(5, 1, *others, ceiling=Euro.from_cents(ceiling))
    assert is_missing(year, 1) is matters


def test_a_line_of_nothing_is_never_missing() -> None:
    year = year_with(5, 0, 3)
    assert [is_missing(year, place) for place in (1, 2)] == [False, True]


def test_what_is_missing_takes_a_time_that_grows_with_the_lines() -> None:
    """60,000 lines of different amounts: a time that grew with their square was above 15 seconds, this is below one."""
    year = year_with(5, *range(1, 60_001))
    start = time.process_time()
    assert len(year.missing) == 60_000
    assert time.process_time() - start < 8


def test_an_explanation_asks_what_is_missing_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counted(year: FundingYear) -> tuple[str, ...]:
        asked.append(year)
        return ("years[0].costs[1].admissible",)

    monkeypatch.setattr(missing, "missing_amounts", counted)
    assert "years[0].costs[1].admissible" in explain(year_with(5, 300), language="en")
    assert len(asked) == 1
