"""The specific subsidy (art. 3 § 2, 2007): at most EUR 24,000, no percentage; abolished in 2024."""

from datetime import date

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.errors import FactError
from clusterlaw.finding import Determined, Refused, Undetermined
from clusterlaw.money import Euro
from clusterlaw.rules.specific_subsidy import (
    SpecificCost,
    SpecificPurpose,
    SpecificSubsidyRequest,
    specific_subsidy,
)

PURPOSES: tuple[SpecificPurpose, ...] = ("international_programme", "joint_task")
PER_PROJECT = Assumptions(specific_subsidy_ceiling="per_project")
PER_YEAR = Assumptions(specific_subsidy_ceiling="per_cluster_and_year")
QUESTION = "specific_subsidy_after_2024"


def cost(cents: int, *, other: int = 0, admissible: bool | None = True) -> SpecificCost:
    return SpecificCost(
        amount=Euro.from_cents(cents), other_public_funding=Euro.from_cents(other), admissible=admissible
    )


def request(
    *costs: SpecificCost,
    purpose: SpecificPurpose = "joint_task",
    on: date = date(2015, 5, 4),
    recognised_on: date | None = None,
    granted: int | None = None,
) -> SpecificSubsidyRequest:
    return SpecificSubsidyRequest(
        purpose=purpose,
        decided_on=on,
        recognised_on=recognised_on,
        costs=costs,
        granted_that_year=None if granted is None else Euro.from_cents(granted),
    )


def most(asked: SpecificSubsidyRequest, assumptions: Assumptions) -> int:
    found = specific_subsidy(asked, assumptions=assumptions)
    assert isinstance(found, Determined)
    assert all(step.replay() == step.result for step in found.steps)
    return found.value.cents


def open_between(
    asked: SpecificSubsidyRequest, assumptions: Assumptions = PER_PROJECT
) -> tuple[int, int, tuple[str, ...]]:
    found = specific_subsidy(asked, assumptions=assumptions)
    assert isinstance(found, Undetermined)
    assert found.greatest is not None
    assert all(step.replay() == step.result for step in found.steps)
    return found.least.cents, found.greatest.cents, found.missing


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        (0, 0),
        (1, 1),  # no percentage
        (2_399_999, 2_399_999),  # 23,999.99
        (2_400_000, 2_400_000),  # 24,000.00
        (2_400_001, 2_400_000),  # 24,000.01, capped
        (10**15, 2_400_000),
    ],
)
def test_ceiling(purpose: SpecificPurpose, costs: int, expected: int) -> None:
    """Art. 3 § 2 al. 2: an intervention of at most EUR 24,000, in both cases of al. 1, under both readings."""
    assert most(request(cost(costs), purpose=purpose), PER_PROJECT) == expected
    assert most(request(cost(costs), purpose=purpose, granted=0), PER_YEAR) == expected


@pytest.mark.parametrize(
    ("granted", "costs", "expected"),
    [
        (0, 2_400_000, 2_400_000),
        (1, 2_400_000, 2_399_999),
        (1_000_000, 1_400_000, 1_400_000),  # 24,000 - 10,000 = 14,000 are left
        (1_000_000, 1_400_001, 1_400_000),
        (2_399_999, 2_400_000, 1),
        (2_400_000, 2_400_000, 0),
        (2_400_001, 2_400_000, 0),  # never below nothing
    ],
)
def test_what_was_granted_that_year(granted: int, costs: int, expected: int) -> None:
    """Assumption `specific_subsidy_ceiling`: `per_cluster_and_year` takes off what the year already brought."""
    assert most(request(cost(costs), granted=granted), PER_YEAR) == expected
    assert most(request(cost(costs), granted=granted), PER_PROJECT) == min(costs, 2_400_000)


def test_what_was_granted_is_not_stated() -> None:
    """Assumption `specific_subsidy_ceiling`: only the yearly reading asks what was granted."""
    assert most(request(cost(2_400_000)), PER_PROJECT) == 2_400_000
    assert open_between(request(cost(500)), PER_YEAR) == (0, 500, ("granted_that_year",))
    assert most(request(cost(0)), PER_YEAR) == 0


@pytest.mark.parametrize(
    ("other", "part", "whole"),
    [(0, 2_400_000, 2_400_000), (1, 2_400_000, 0), (2, 2_399_999, 0), (2_400_001, 0, 0)],
)
def test_other_public_programmes(other: int, part: int, whole: int) -> None:
    """Art. 3 § 2 al. 3 and 4: costs of EUR 24,000.01 of which other programmes pay some cents, or all."""
    asked = request(cost(2_400_001, other=other))
    assert most(asked, Assumptions(partial_other_funding="exclude_part")) == part
    assert most(asked, Assumptions(partial_other_funding="exclude_line")) == whole


def test_other_public_programmes_pay_no_more_than_the_cost() -> None:
    """Art. 3 § 2 al. 3: more than the cost itself is an error."""
    assert cost(5, other=5).other_public_funding == Euro.from_cents(5)
    with pytest.raises(ValueError, match="exceeds"):
        cost(5, other=6)


@pytest.mark.parametrize(
    ("certain", "in_doubt", "least", "greatest", "missing"),
    [
        (2_399_999, 1, 2_399_999, 2_400_000, ("costs[1].admissible",)),
        (0, 1, 0, 1, ("costs[1].admissible",)),
        (100, 2_400_000, 100, 2_400_000, ("costs[1].admissible",)),
    ],
)
def test_cost_not_stated_to_be_needed(
    certain: int, in_doubt: int, least: int, greatest: int, missing: tuple[str, ...]
) -> None:
    """Art. 3 § 2 al. 3 and 4: only needed (case 1) or additional (case 2) costs; silence is neither yes nor no."""
    assert open_between(request(cost(certain), cost(in_doubt, admissible=None))) == (least, greatest, missing)


def test_cost_that_cannot_matter_is_not_missing() -> None:
    """Art. 3 § 2 al. 2: at the ceiling one more cost changes nothing; nor does one that others pay wholly."""
    assert most(request(cost(2_400_000), cost(5, admissible=None)), PER_PROJECT) == 2_400_000
    assert most(request(cost(7), cost(5, other=5, admissible=None)), PER_PROJECT) == 7
    assert most(request(cost(7), cost(5, admissible=False)), PER_PROJECT) == 7


@pytest.mark.parametrize("purpose", PURPOSES)
def test_costs_not_stated(purpose: SpecificPurpose) -> None:
    """Art. 3 § 2 al. 2: without costs, anything up to EUR 24,000."""
    asked = SpecificSubsidyRequest(purpose=purpose, decided_on=date(2015, 5, 4))
    assert open_between(asked) == (0, 2_400_000, ("costs",))
    assert open_between(asked, PER_YEAR) == (0, 2_400_000, ("costs", "granted_that_year"))


TRIENNIUM = date(2022, 5, 1)  # its second period would start on 2025-05-01 under the text of 2024


@pytest.mark.parametrize(
    ("day", "settled"), [(date(2024, 6, 30), True), (date(2024, 7, 1), False), (date(2025, 4, 30), False)]
)
def test_open_question_during_a_running_triennium(day: date, settled: bool) -> None:
    """Art. 22 (2024), question `specific_subsidy_after_2024`: from 2024-07-01 its survival is open."""
    asked = request(cost(1_000), on=day, recognised_on=TRIENNIUM)
    if settled:
        assert most(asked, PER_PROJECT) == 1_000
    else:
        assert open_between(asked) == (0, 1_000, (QUESTION,))


def test_open_question_does_not_matter_for_nothing() -> None:
    """Art. 22 (2024): whether it survives or not, a request without costs brings nothing."""
    assert most(request(on=date(2024, 7, 1), recognised_on=TRIENNIUM), PER_PROJECT) == 0


def test_open_question_beside_what_is_missing() -> None:
    """Art. 22 (2024): the open question hides no missing fact."""
    asked = request(cost(1_000, admissible=None), on=date(2024, 7, 1), recognised_on=TRIENNIUM)
    assert open_between(asked) == (0, 1_000, (QUESTION, "costs[0].admissible"))


@pytest.mark.parametrize(
    ("day", "recognised_on"),
    [
        (date(2024, 7, 1), date(2024, 7, 1)),  # a cluster of the text of 2024
        (date(2025, 5, 1), TRIENNIUM),  # its triennium has ended
        (date(2024, 7, 1), date(2021, 7, 1)),  # its triennium ended on that very day
        (date(2026, 1, 1), date(2026, 1, 1)),  # a cluster of the text of 2025
        (date(2024, 7, 1), None),  # never recognised: the text in force
        (date(2024, 7, 1), date(2025, 1, 1)),  # recognised later: the text in force
    ],
)
def test_abolished(day: date, recognised_on: date | None) -> None:
    """Decree of 2024, art. 4: art. 3 § 2 is gone for all but running triennia."""
    for assumptions in (PER_PROJECT, PER_YEAR):
        found = specific_subsidy(request(cost(1_000), on=day, recognised_on=recognised_on), assumptions=assumptions)
        assert isinstance(found, Refused)
        assert [(reason.condition, reason.affects) for reason in found.reasons] == [("specific_subsidy", "subsidy")]
        assert str(found.reasons[0].citation).startswith("decree-2024 art. 4")


@pytest.mark.parametrize("recognised_on", [None, date(2009, 1, 1)])
def test_recognition_is_not_asked_for(recognised_on: date | None) -> None:
    """Art. 3 § 2 al. 1: the text does not say "recognised"; the last day under it is 2024-06-30."""
    assert most(request(cost(1_000), on=date(2008, 1, 1), recognised_on=recognised_on), PER_PROJECT) == 1_000
    assert most(request(cost(1_000), on=date(2024, 6, 30)), PER_PROJECT) == 1_000


def test_not_before_the_decree() -> None:
    """Order of 16 May 2007, art. 12: in force from 2007-07-01."""
    assert most(request(cost(1_000), on=date(2007, 7, 1)), PER_PROJECT) == 1_000
    with pytest.raises(FactError):
        specific_subsidy(request(cost(1_000), on=date(2007, 6, 30)), assumptions=PER_PROJECT)
