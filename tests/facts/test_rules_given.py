"""The arithmetic rules refuse what is not whole cents, and ranks that no percentage has."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.rules.specific_subsidy import specific_subsidy
from clusterlaw.rules.subsidy import capped, percentage_of, rate_of_year


@pytest.mark.parametrize(
    ("cents", "ceiling"),
    [(1.5, 2), (1, 2.5), (True, 2), (None, 1.0), (1, "2"), (Decimal(1), None), (1.0, None), (None, False)],
)
def test_only_whole_cents_are_capped(cents: Any, ceiling: Any) -> None:
    with pytest.raises(TypeError, match="not whole cents"):
        capped(cents=cents, ceiling_cents=ceiling)


@pytest.mark.parametrize(
    ("cents", "ceiling", "result"),
    [(3, 2, 2), (2, 2, 2), (1, 2, 1), (None, 2, 2), (3, None, 3), (None, None, None), (0, 0, 0)],
)
def test_at_most_the_ceiling(cents: int | None, ceiling: int | None, result: int | None) -> None:
    assert capped(cents=cents, ceiling_cents=ceiling) == result


def test_a_percentage_of_what_is_not_known_is_not_known() -> None:
    assert percentage_of(cents=None, band=REGIME_2007.rates[0], rounding="half_up") is None
    with pytest.raises(TypeError, match="money is exact"):
        percentage_of(cents=1.0, band=REGIME_2007.rates[0], rounding="half_up")  # type: ignore[arg-type]


@pytest.mark.parametrize(("year", "earlier"), [(3, 3), (1, 4)])
def test_a_rank_below_the_first_has_no_percentage(year: int, earlier: int) -> None:
    with pytest.raises(ValueError, match=r"no percentage for rank .*art\. 3"):
        rate_of_year(
            year=year, prior_years=0, years_under_earlier_texts=earlier, reading="restarts", rates=REGIME_2007.rates
        )


def test_a_gap_in_a_reform_is_not_passed_over() -> None:
    first, second, third = REGIME_2007.rates
    with pytest.raises(ValueError, match="no percentage for rank 3"):
        rate_of_year(
            year=3,
            prior_years=0,
            years_under_earlier_texts=0,
            reading="counts_from_first_recognition",
            rates=(attrs.evolve(first, last_rank=2), second, third),
        )


@pytest.mark.parametrize("given", [None, {}, "joint_task"])
def test_a_specific_subsidy_is_asked_by_a_request(given: Any) -> None:
    with pytest.raises(TypeError, match=r"^specific_subsidy: request is a .*; give a SpecificSubsidyRequest"):
        specific_subsidy(given, assumptions=Assumptions())
