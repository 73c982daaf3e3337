"""The rules refuse what is not whole cents, unknown readings, wrong kinds, and ranks that no percentage has."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import attrs
import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Cluster, Dossier, YearFacts
from clusterlaw.law import in_force
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.path import funding_path
from clusterlaw.rules.conditions import open_after_lapse, still_recognised
from clusterlaw.rules.costs import net_of_other_funding
from clusterlaw.rules.specific_subsidy import SpecificSubsidyRequest, ceiling_left, specific_subsidy
from clusterlaw.rules.subsidy import capped, percentage_of, rank_of_year, rate_of_year


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


NET = {"amount_cents": 3, "other_public_funding_cents": 1, "partial_other_funding": "exclude_part"}
RANK = {"year": 1, "prior_years": 0, "years_under_earlier_texts": 0, "reading": "restarts"}
LEFT = {"ceiling_cents": 3, "granted_cents": 1, "reading": "per_project"}
SHARE = {"cents": 3, "rounding": "down"}
LAPSE = {"lapsed": True, "reading": "ends"}
REQUEST = SpecificSubsidyRequest(purpose="joint_task", decided_on=date(2010, 5, 1), costs=())
DOSSIER = Dossier(cluster=Cluster(name="x", legal_form="asbl"), recognised_on=date(2008, 3, 1))

NO_NUMBERS: tuple[Any, ...] = (1.5, 1.0, True, False, "1", Decimal(1), [])
WRONG_NUMBERS: list[tuple[Callable[..., Any], dict[str, Any], str]] = [
    (net_of_other_funding, NET, "amount_cents"),
    (net_of_other_funding, NET, "other_public_funding_cents"),
    (rank_of_year, RANK, "year"),
    (rank_of_year, RANK, "prior_years"),
    (rank_of_year, RANK, "years_under_earlier_texts"),
    (ceiling_left, LEFT, "ceiling_cents"),
    (ceiling_left, LEFT, "granted_cents"),
    (percentage_of, SHARE | {"band": REGIME_2007.rates[0]}, "cents"),
]


@pytest.mark.parametrize(
    ("rule", "right", "wrong"), WRONG_NUMBERS, ids=lambda each: getattr(each, "__name__", str(each))
)
@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
def test_a_rule_takes_whole_numbers(rule: Callable[..., Any], right: dict[str, Any], wrong: str, value: Any) -> None:
    rule(**right)
    wanted = "whole cents, as money is exact" if wrong.endswith("cents") else "a whole number"
    kind = type(value).__name__
    with pytest.raises(TypeError, match=rf"^{rule.__name__}: {wrong} is .*, a {kind}; give {wanted}$"):
        rule(**right | {wrong: value})


WRONG_READINGS: list[tuple[Callable[..., Any], dict[str, Any], str, str]] = [
    (net_of_other_funding, NET, "partial_other_funding", "exclude_part, exclude_line"),
    (
        rank_of_year,
        RANK,
        "reading",
        "counts_from_first_subsidy, counts_from_first_recognition, restarts",
    ),
    (ceiling_left, LEFT, "reading", "per_project, per_cluster_and_year"),
    (open_after_lapse, LAPSE, "reading", "ends, may_resume"),
]


@pytest.mark.parametrize(("rule", "right", "wrong", "readings"), WRONG_READINGS)
@pytest.mark.parametrize(("value", "error"), [("zzz", ValueError), ("", ValueError), (1, TypeError), ([], TypeError)])
def test_a_rule_takes_a_reading_of_its_assumption(
    rule: Callable[..., Any], right: dict[str, Any], wrong: str, readings: str, value: Any, error: type[Exception]
) -> None:
    with pytest.raises(error, match=rf"^{rule.__name__}: {wrong}: .* one of {readings} \(assumption \w+\)"):
        rule(**right | {wrong: value})


@pytest.mark.parametrize(
    ("rule", "right", "wrong"), [(open_after_lapse, LAPSE, "lapsed"), (still_recognised, {}, "lost")]
)
@pytest.mark.parametrize("value", [1, 0, "", "yes", 0.0])
def test_whether_something_was_lost_is_yes_no_or_not_known(
    rule: Callable[..., Any], right: dict[str, Any], wrong: str, value: Any
) -> None:
    for known in (True, False, None):
        rule(**right | {wrong: known})
    with pytest.raises(TypeError, match=rf"^{rule.__name__}: {wrong}: .*; give bool or None$"):
        rule(**right | {wrong: value})


TAKES_REGIMES: list[tuple[str, Callable[..., Any]]] = [
    ("funding_path", partial(funding_path, DOSSIER)),
    ("in_force", partial(in_force, date(2010, 5, 1), assumptions=Assumptions())),
    ("specific_subsidy", partial(specific_subsidy, REQUEST, assumptions=Assumptions())),
]
WRONG_REGIMES: list[tuple[Any, type[Exception], str]] = [
    ([], TypeError, "is a list; give a tuple of Regime"),
    ([REGIME_2007], TypeError, "is a list; give a tuple of Regime"),
    (None, TypeError, "is a NoneType; give a tuple of Regime"),
    (REGIME_2007, TypeError, "is a Regime; give a tuple of Regime"),
    ((), ValueError, "is empty; give at least one Regime"),
    ((1,), TypeError, "1 is a int; give Regime"),
    ((REGIME_2007, None), TypeError, "None is a NoneType; give Regime"),
]


@pytest.mark.parametrize(("name", "function"), TAKES_REGIMES)
@pytest.mark.parametrize(("value", "error", "words"), WRONG_REGIMES)
def test_the_versions_of_the_law_are_a_tuple_of_them(
    name: str, function: Callable[..., Any], value: Any, error: type[Exception], words: str
) -> None:
    function(regimes=(REGIME_2007,))
    with pytest.raises(error, match=rf"^{name}: regimes:? {words}"):
        function(regimes=value)


TAKES_ASSUMPTIONS: list[tuple[str, Callable[..., Any]]] = [
    ("in_force", partial(in_force, date(2010, 5, 1))),
    ("specific_subsidy", partial(specific_subsidy, REQUEST)),
]


@pytest.mark.parametrize(("name", "function"), TAKES_ASSUMPTIONS)
@pytest.mark.parametrize("value", [None, {}, "x", Assumptions])
def test_the_readings_are_given_as_assumptions(name: str, function: Callable[..., Any], value: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{name}: assumptions: .*; give Assumptions$"):
        function(assumptions=value)


@pytest.mark.parametrize("value", [None, 3, 1, "first"])
def test_a_deadline_is_that_of_a_period(value: Any) -> None:
    with pytest.raises(TypeError, match=r"^renewal_deadline: period: .*; give RecognitionPeriod$"):
        funding_path(DOSSIER).renewal_deadline(value)


@pytest.mark.parametrize(
    ("number", "error", "words"),
    [
        (0, ValueError, "number is 0; subsidy years are counted from 1"),
        (-1, ValueError, "number is -1; subsidy years are counted from 1"),
        (True, TypeError, "number is True, a bool; give a whole number"),
        (1.0, TypeError, "number is 1.0, a float; give a whole number"),
        (None, TypeError, "number is None, a NoneType; give a whole number"),
    ],
)
def test_the_costs_are_asked_of_a_subsidy_year(number: Any, error: type[Exception], words: str) -> None:
    stated = attrs.evolve(DOSSIER, years=(YearFacts(costs=()), YearFacts()))
    assert [stated.costs_of_year(each) for each in (1, 2, 3, 10**9)] == [(), None, None, None]
    with pytest.raises(error, match=f"^Dossier.costs_of_year: {words}"):
        stated.costs_of_year(number)


@pytest.mark.parametrize("given", [None, {}, "joint_task"])
def test_a_specific_subsidy_is_asked_by_a_request(given: Any) -> None:
    with pytest.raises(TypeError, match=r"^specific_subsidy: request is a .*; give a SpecificSubsidyRequest"):
        specific_subsidy(given, assumptions=Assumptions())
