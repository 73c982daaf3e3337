"""At the limits of the model proposed in 2011: half of the budget, two companies, one or two periods."""

from datetime import date
from typing import Any

import pytest

from clusterlaw import platform_support, project_support, proposal_2011
from clusterlaw.assumptions import Assumptions
from clusterlaw.errors import FactError
from clusterlaw.finding import Determined, Refused
from clusterlaw.money import Euro, Percentage
from clusterlaw.rules.proposal import Contribution, Platform, Project

OPEN: dict[str, Any] = {
    "private_share_by_period": (Percentage(20),),
    "commences_on": date(2012, 1, 1),
    "yearly_ceiling": None,
    "ceiling_on": None,
    "prior_years_count": True,
}


@pytest.mark.parametrize(
    ("budget", "brought", "region"),
    [
        ("100.00", "49.99", "50.00"),  # a cent short of half: the Region at half, a cent left to be found
        ("100.00", "50.00", "50.00"),  # exactly half
        ("100.00", "50.01", "49.99"),  # a cent more than half
        ("100.01", "50.00", "50.00"),  # half is 50.005: never above half, so 50.00
        ("100.01", "50.01", "50.00"),
        ("100.01", "50.02", "49.99"),
        ("0.01", "0.00", "0.00"),  # half a cent is no cent
        ("0.02", "0.00", "0.01"),
    ],
)
def test_half_of_the_budget(budget: str, brought: str, region: str) -> None:
    contributions = (Contribution(kind="technical", amount=Euro(brought)),)
    found = platform_support(Platform(budget=Euro(budget), contributions=contributions, business_plan=True))
    assert isinstance(found, Determined)
    assert found.value == Euro(region)


@pytest.mark.parametrize(("companies", "kept"), [(0, False), (1, False), (2, True), (3, True)])
def test_two_companies(companies: int, kept: bool) -> None:
    project = Project(companies=companies, budget=Euro(100))
    found = project_support(project, rate=Percentage(50), assumptions=Assumptions())
    if kept:
        assert isinstance(found, Determined)
        assert found.value == Euro(50)
    else:
        assert isinstance(found, Refused)
        assert str(found.reasons[0].citation) == "evaluation-2011 § 4.2 note 3 (reconfiguring the support)"


@pytest.mark.parametrize("number", [1, 2])
def test_one_or_two_periods(number: int) -> None:
    regime = proposal_2011(**(OPEN | {"private_share_by_period": (Percentage(20),) * number}))
    assert [band.first_rank for band in regime.rates] == [1, 4, 7][: number + 1]
    assert regime.rates[-1].last_rank is None
    assert [band.percentage.percent for band in regime.rates] == [80] * number + [0]
    assert regime.renewal_of_subsidy.value is (number == 2)


@pytest.mark.parametrize("number", [0, 3])
def test_no_other_number_of_periods(number: int) -> None:
    with pytest.raises(ValueError, match=rf"{number} periods; give .* 1 or 2 periods of 3 years .*§ 4\.2"):
        proposal_2011(**(OPEN | {"private_share_by_period": (Percentage(20),) * number}))


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        ({"private_share_by_period": [Percentage(20)]}, TypeError, "tuple of Percentage"),
        ({"private_share_by_period": (20,)}, TypeError, "tuple of Percentage"),
        ({"yearly_ceiling": Euro(1)}, ValueError, "None and None for no ceiling"),
        ({"ceiling_on": "costs"}, ValueError, "None and None for no ceiling"),
        ({"yearly_ceiling": Euro(1), "ceiling_on": "members"}, ValueError, "on 'costs' or on 'subsidy'"),
        ({"yearly_ceiling": 160_000, "ceiling_on": "costs"}, TypeError, "amount of Euro"),
        ({"yearly_ceiling": Euro(-1), "ceiling_on": "costs"}, TypeError, "amount of Euro from 0"),
        ({"commences_on": "2012-01-01"}, TypeError, "datetime.date"),
        ({"prior_years_count": None}, TypeError, "True or False"),
    ],
)
def test_a_wrong_argument_is_refused(wrong: dict[str, Any], error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        proposal_2011(**(OPEN | wrong))


def test_wrong_facts_are_refused() -> None:
    with pytest.raises(ValueError, match=r"Platform\.budget"):
        Platform(budget=Euro(0))
    with pytest.raises(FactError) as refused:
        Platform(budget=Euro(10), contributions=(Contribution(kind="money", amount=Euro("10.01")),))
    assert refused.value.text("fr").startswith("contributions: les entreprises apportent 10.01 EUR, plus que")
    with pytest.raises(ValueError, match="negative"):
        Project(companies=-1)
    with pytest.raises(TypeError, match="give int or None"):
        Project(companies=True)
    with pytest.raises(ValueError, match="is not one of"):
        Project(kind="party")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="give a Platform"):
        platform_support(Project())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="give a Project"):
        project_support(Platform(budget=Euro(1)), rate=Percentage(1), assumptions=Assumptions())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="leaves it open"):
        project_support(Project(), rate=50, assumptions=Assumptions())  # type: ignore[arg-type]
