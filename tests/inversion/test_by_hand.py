"""The rule of a year read backwards: answers with their sums written out, refusals, bounds and explanations."""

from typing import Any

import attrs
import pytest

from clusterlaw import explain
from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Dossier
from clusterlaw.inversion import (
    GreatestActivity,
    LeastCosts,
    NeutralFunding,
    activity_for_own_means,
    costs_for_subsidy,
    funding_that_moves_nothing,
    own_means,
)
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import FundingYear, funding_path
from clusterlaw.rules import inverse
from tests.boundary.cases import NEVER, dossier_of_2007, dossier_of_2024, line, year_of

DOWN = Assumptions(rounding="down")


def of_2007(number: int, *, assumptions: Assumptions | None = None) -> FundingYear:
    return year_of(dossier_of_2007(line(20_000_000, other=1_000_000), assumptions=assumptions), number)


def of_2024(number: int = 1, **options: Any) -> FundingYear:
    return year_of(dossier_of_2024(line(20_000_000), **options), number)


@pytest.mark.parametrize(
    ("number", "wanted", "costs"),
    [
        (1, "160000.00", "160000.00"),  # 100 %
        (4, "128000.00", "160000.00"),  # 160,000.00 x 80 % = 128,000.00; 159,999.99 x 80 % = 127,999.992 -> 127,999.99
        (4, "100000.01", "125000.01"),  # 125,000.01 x 80 % = 100,000.008 -> 100,000.01; 125,000.00 gives 100,000.00
        (7, "80000.00", "159999.99"),  # 159,999.99 x 50 % = 79,999.995 -> 80,000.00, half a cent up
        (7, "0.01", "0.01"),  # 0.01 x 50 % = 0.005 -> 0.01
        (7, "0.00", "0.00"),
    ],
)
def test_costs_for_a_subsidy_under_the_text_of_2007(number: int, wanted: str, costs: str) -> None:
    found = costs_for_subsidy(of_2007(number), subsidy=Euro(wanted))
    assert (found.status, found.costs, found.least, found.greatest, found.missing) == (
        "determined",
        Euro(costs),
        Euro(costs),
        Euro(costs),
        (),
    )


def test_costs_for_a_subsidy_rounded_down() -> None:
    year = of_2007(7, assumptions=DOWN)
    assert costs_for_subsidy(year, subsidy=Euro(80_000)).costs == Euro(160_000)  # 159,999.99 gives 79,999.99
    assert costs_for_subsidy(year, subsidy=Euro("0.01")).costs == Euro("0.02")
    # 80 %: 0.02 -> 0.016 down to 0.01
    assert costs_for_subsidy(of_2007(4, assumptions=DOWN), subsidy=Euro("0.01")).costs == Euro("0.02")


@pytest.mark.parametrize(("number", "most"), [(1, 160_000), (4, 128_000), (7, 80_000)])
def test_a_subsidy_that_the_ceiling_forbids(number: int, most: int) -> None:
    found = costs_for_subsidy(of_2007(number), subsidy=Euro(f"{most}.01"))
    assert (found.status, found.costs, found.possible) == ("impossible", None, Euro(most))
    assert {"ceiling_year", "ceiling_indexation"} <= set(found.assumptions)
    assert {"decree-2007 art. 3 § 1 al. 2", f"decree-2007 art. 3 § 1 al. 4 {(number + 2) // 3}°"} <= {
        str(citation) for citation in found.citations
    }


def test_costs_for_a_subsidy_under_the_text_of_2024() -> None:
    year = of_2024(ceiling=Euro(90_000))
    # 100,000 x 90 % = 90,000; 99,999.99 x 90 % = 89,999.991 -> 89,999.99
    assert costs_for_subsidy(year, subsidy=Euro(90_000)).costs == Euro(100_000)
    assert costs_for_subsidy(year, subsidy=Euro("90000.01")).possible == Euro(90_000)


def test_a_ceiling_that_is_not_stated_bounds_the_costs_from_below() -> None:
    unstated = attrs.evolve(
        dossier_of_2024(), first_period=attrs.evolve(dossier_of_2024().first_period, subsidy_ceiling=None)
    )
    found = costs_for_subsidy(year_of(unstated, 1), subsidy=Euro(90_000))
    assert (found.status, found.least, found.greatest, found.possible) == ("undetermined", Euro(100_000), None, None)
    assert found.missing == ("first_period.subsidy_ceiling_cents",)
    assert found.costs is None
    activity = activity_for_own_means(year_of(unstated, 1), own_means=Euro(10_000))
    # no ceiling: costs x 10 % <= 10,000 + 1/2 cent -> 100,000.05; a ceiling of 0: 10,000
    assert (activity.status, activity.least, activity.greatest) == ("undetermined", Euro(10_000), Euro("100000.05"))
    assert activity.missing == ("first_period.subsidy_ceiling_cents",)
    neutral = funding_that_moves_nothing(year_of(attrs.evolve(unstated, years=()), 1))
    assert neutral.missing == ("years[0].costs", "first_period.subsidy_ceiling_cents")


def test_an_open_reading_of_the_seniority_gives_bounds() -> None:
    open_reading = Assumptions(entry_into_force_2025=NEVER)
    found = costs_for_subsidy(of_2024(1, prior=4, assumptions=open_reading), subsidy=Euro(90_000))
    # 90 % as first year under the text, 75 % as the fifth of subsidy: 100,000 or 120,000
    assert (found.least, found.greatest) == (Euro(100_000), Euro(120_000))  # 119,999.99 x 75 % -> 89,999.99
    assert found.missing == ("assumptions.seniority_after_2024",)


def test_a_year_of_which_the_renewal_is_in_doubt() -> None:
    dossier = attrs.evolve(dossier_of_2007(line(20_000_000)), renewals=())
    year = year_of(dossier, 4)
    found = costs_for_subsidy(year, subsidy=Euro(128_000))
    assert (found.status, found.least, found.greatest) == ("undetermined", Euro(160_000), None)
    assert found.missing == ("renewals[2011-03-01].new_action_plan", "renewals[2011-03-01].new_objectives")
    activity = activity_for_own_means(year, own_means=Euro(40_000))
    assert (activity.least, activity.greatest) == (Euro(40_000), Euro(168_000))  # 128,000 + 40,000 if it is due
    assert funding_that_moves_nothing(year).status == "undetermined"
    assert costs_for_subsidy(year, subsidy=Euro(0)).costs == Euro(0)
    assert costs_for_subsidy(year, subsidy=Euro(128_001)).status == "impossible"


def refused() -> FundingYear:
    dossier = dossier_of_2007(line(20_000_000))
    first = attrs.evolve(dossier.renewals[0], new_action_plan=False)
    return year_of(attrs.evolve(dossier, renewals=(first, *dossier.renewals[1:])), 4)


def test_a_refused_year() -> None:
    found = costs_for_subsidy(refused(), subsidy=Euro(1))
    assert (found.status, found.costs, found.possible, found.missing) == ("refused", None, Euro(0), ())
    assert [reason.condition for reason in found.reasons] == ["new_action_plan"]
    activity = activity_for_own_means(refused(), own_means=Euro(40_000))
    assert (activity.status, activity.total_costs) == ("determined", Euro(40_000))
    assert activity.reasons == found.reasons
    neutral = funding_that_moves_nothing(refused())
    assert (neutral.at_least, neutral.at_most) == (Euro(0), Euro(200_000))
    assert neutral.reasons == found.reasons


@pytest.mark.parametrize(
    ("number", "own", "admitted"),
    [
        (1, "0.00", "160000.00"),  # all that the ceiling pays
        (1, "10.00", "160010.00"),
        (4, "30000.00", "150000.02"),  # x 80 % = 120,000.016 -> 120,000.02; leaves 30,000.00
        (4, "32000.00", "160000.00"),  # 160,000 - 128,000 = 32,000
        (4, "40000.00", "168000.00"),  # beyond the ceiling each cent is the cluster's own
        (7, "80000.00", "160000.00"),  # 50 %
    ],
)
def test_activity_for_own_means(number: int, own: str, admitted: str) -> None:
    found = activity_for_own_means(of_2007(number), own_means=Euro(own))
    assert (found.status, found.admitted_costs, found.total_costs) == ("determined", Euro(admitted), Euro(admitted))


def test_activity_beside_other_costs() -> None:
    found = activity_for_own_means(
        of_2007(4), own_means=Euro(40_000), other_costs=Euro(12_000), other_public_funding=Euro(4_000)
    )
    # 40,000 - (12,000 - 4,000) = 32,000 left for the admitted costs: 160,000 - 128,000
    assert (found.admitted_costs, found.total_costs, found.short) == (Euro(160_000), Euro(172_000), Euro(0))


def test_own_means_that_do_not_pay_the_other_costs() -> None:
    found = activity_for_own_means(of_2007(4), own_means=Euro(5), other_costs=Euro(12), other_public_funding=Euro(4))
    assert (found.status, found.total_costs, found.least, found.greatest) == ("impossible", None, None, None)
    assert found.short == Euro(3)  # 12 - 4 - 5


def test_a_subsidy_of_everything_without_ceiling_carries_any_activity() -> None:
    uncapped = attrs.evolve(REGIME_2007, operations=attrs.evolve(REGIME_2007.operations, value=("apply_percentage",)))
    year = funding_path(dossier_of_2007(line(1)), years=1, regimes=(uncapped,)).years[0]
    found = activity_for_own_means(year, own_means=Euro(0))
    assert (found.status, found.admitted_costs, found.greatest) == ("determined", None, None)
    assert found.missing == ()


def test_funding_that_moves_nothing() -> None:
    found = funding_that_moves_nothing(of_2007(4))
    # of 200,000, up to 40,000 above the ceiling may be paid by others; 10,000 are
    assert (found.at_least, found.at_most, found.left_out, found.room) == (
        Euro(0),
        Euro(40_000),
        Euro(10_000),
        Euro(30_000),
    )


def test_funding_that_moves_nothing_below_the_ceiling_is_a_matter_of_rounding() -> None:
    year = year_of(dossier_of_2007(line(10_001), line(5, other=0, admissible=False)), 7)
    found = funding_that_moves_nothing(year)
    # 100.01 x 50 % = 50.005 -> 50.01, as 100.02 x 50 % would; 100.00 gives 50.00
    assert (found.at_least, found.at_most, found.left_out) == (Euro(0), Euro(0), Euro(0))
    year = year_of(dossier_of_2007(line(10_002)), 7)
    assert funding_that_moves_nothing(year).at_most == Euro("0.01")


def test_lines_that_may_be_admitted_leave_the_range_open() -> None:
    year = year_of(dossier_of_2024(line(20_000_000), line(100, admissible=None), ceiling=Euro(1)), 1)
    assert year.subsidy == Euro(1)
    found = funding_that_moves_nothing(year)
    assert (found.status, found.room, found.missing) == ("undetermined", None, ("years[0].costs[1].admissible",))
    assert year_of(attrs.evolve(dossier_of_2007(), years=()), 1).costs is None


def test_own_means_of_a_level_of_activity() -> None:
    found = own_means(dossier_of_2007(), activity=(line(20_000_000, other=1_000_000),))
    # 200,000 - 10,000 - 160,000, then - 128,000, then - 80,000
    assert found.needed == (Euro(30_000),) * 3 + (Euro(62_000),) * 3 + (Euro(110_000),) * 3
    assert found.total == Euro(606_000)  # 3 x (30,000 + 62,000 + 110,000)
    assert found.bounds[3] == (Euro(62_000), Euro(62_000))


def test_own_means_where_a_renewal_is_in_doubt() -> None:
    dossier = attrs.evolve(dossier_of_2007(), renewals=())
    found = own_means(dossier, activity=(line(20_000_000),), years=4)
    assert found.needed[3] is None
    assert found.bounds[3] == (Euro(72_000), Euro(200_000))
    assert found.total is None
    assert "undetermined" in explain(found, language="en").splitlines()[-1]


def test_a_percentage_of_nothing() -> None:
    rates = tuple(attrs.evolve(band, percentage=Percentage(0)) for band in REGIME_2007.rates)
    year = funding_path(dossier_of_2007(line(500)), years=1, regimes=(attrs.evolve(REGIME_2007, rates=rates),)).years[0]
    assert costs_for_subsidy(year, subsidy=Euro("0.01")).possible == Euro(0)
    assert activity_for_own_means(year, own_means=Euro(7)).admitted_costs == Euro(7)
    neutral = funding_that_moves_nothing(year)
    assert (neutral.at_least, neutral.at_most) == (Euro(0), Euro(5))
    assert neutral.steps[-1].result is None


def every_inversion(dossier: Dossier, number: int) -> tuple[LeastCosts | GreatestActivity | NeutralFunding, ...]:
    year = year_of(dossier, number)
    return (
        costs_for_subsidy(year, subsidy=Euro(50_000)),
        costs_for_subsidy(year, subsidy=Euro(5_000_000)),
        activity_for_own_means(year, own_means=Euro(30_000)),
        activity_for_own_means(year, own_means=Euro(30_000), other_costs=Euro(40_000)),
        funding_that_moves_nothing(year),
    )


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "dossier",
    [
        dossier_of_2007(line(20_000_000)),
        attrs.evolve(dossier_of_2007(line(20_000_000)), renewals=()),
        dossier_of_2024(line(20_000_000), prior=4, assumptions=Assumptions(entry_into_force_2025=NEVER)),
    ],
    ids=["settled", "in doubt", "open reading"],
)
def test_steps_replay_and_are_explained(dossier: Dossier, language: Any) -> None:
    for number in (1, 4):
        for found in every_inversion(dossier, number):
            text = explain(found, language=language)
            assert "None" not in text
            for step in found.steps:
                assert step.replay() == step.result
                assert step.citations
            assert set(found.assumptions) == {name for step in found.steps for name in step.assumptions}
            assert found.citations


def test_explanations_say_the_answer() -> None:
    year = of_2007(4)
    french = explain(costs_for_subsidy(year, subsidy=Euro("100000.01")), language="fr")
    assert "Moindres coûts admis pour une subvention d'au moins 100\u202f000,01 EUR : 125\u202f000,01 EUR" in french
    assert "80 % de 125\u202f000,00 EUR → 100\u202f000,00 EUR" in french  # a cent less
    english = explain(costs_for_subsidy(year, subsidy=Euro(128_001)), language="en")
    assert "no costs give it, at most EUR 128,000.00" in english
    assert "the subsidy is refused" in explain(costs_for_subsidy(refused(), subsidy=Euro(1)), language="en")
    lacking = activity_for_own_means(year, own_means=Euro(0), other_costs=Euro(1))
    assert "none, EUR 1.00 are lacking" in explain(lacking, language="en")
    assert "de 0,00 EUR à 40\u202f000,00 EUR" in explain(funding_that_moves_nothing(year), language="fr")
    means = explain(own_means(dossier_of_2007(), activity=(line(20_000_000),), years=1), language="fr")
    assert means.startswith("Moyens propres pour une activité de 200\u202f000,00 EUR, année 1 : 40\u202f000,00 EUR")
    uncapped = attrs.evolve(REGIME_2007, operations=attrs.evolve(REGIME_2007.operations, value=()))
    free = funding_path(dossier_of_2007(line(1)), years=1, regimes=(uncapped,)).years[0]
    assert "the subsidy pays all admitted costs" in explain(
        activity_for_own_means(free, own_means=Euro(0)), language="en"
    )


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: costs_for_subsidy("x", subsidy=Euro(1)), TypeError, "give a year of funding_path"),  # type: ignore[arg-type]
        (lambda: costs_for_subsidy(of_2007(1), subsidy=1), TypeError, "subsidy is 1, a int; give a Euro"),  # type: ignore[arg-type]
        (lambda: costs_for_subsidy(of_2007(1), subsidy=Euro("-0.01")), ValueError, "give 0 or more"),
        (lambda: activity_for_own_means(None, own_means=Euro(1)), TypeError, "year is a NoneType"),  # type: ignore[arg-type]
        (lambda: activity_for_own_means(of_2007(1), own_means="1"), TypeError, "own_means is '1'"),  # type: ignore[arg-type]
        (
            lambda: activity_for_own_means(of_2007(1), own_means=Euro(1), other_public_funding=Euro(1)),
            ValueError,
            "exceeds other_costs 0.00",
        ),
        (lambda: funding_that_moves_nothing(1), TypeError, "give a year"),  # type: ignore[arg-type]
        (lambda: own_means(1, activity=()), TypeError, "give a clusterlaw.Dossier"),  # type: ignore[arg-type]
        (lambda: own_means(dossier_of_2007(), activity=(), years="9"), TypeError, "give a whole number"),  # type: ignore[arg-type]
        (lambda: own_means(dossier_of_2007(), activity=[]), TypeError, "YearFacts.costs"),  # type: ignore[arg-type]
    ],
)
def test_wrong_arguments(call: Any, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        call()


BAND = REGIME_2007.rates[0]


@pytest.mark.parametrize("rule", inverse.RULES, ids=lambda rule: rule.identifier)
def test_the_rules_refuse_what_is_no_amount(rule: Any) -> None:
    operations = ("apply_percentage", "cap_subsidy")
    given = {"operations": operations, "band": BAND, "ceiling_cents": 1, "rounding": "half_up"}
    first = rule.parameters[0]
    if first == "operations":
        return
    for wrong, error in (("1", TypeError), (True, TypeError), (-1, ValueError)):
        with pytest.raises(error, match="cents"):
            rule.function(**given | {first: wrong})
    with pytest.raises(ValueError, match="negative"):
        rule.function(**given | {first: 1, "ceiling_cents": -1})


def test_a_percentage_applied_twice_carries_no_exact_activity() -> None:
    with pytest.raises(ValueError, match="applied 2 times"):
        inverse.greatest_activity(
            own_cents=1, operations=("apply_percentage",) * 2, band=BAND, ceiling_cents=None, rounding="down"
        )
