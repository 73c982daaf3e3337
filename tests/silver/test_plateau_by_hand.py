"""The plateau of § 1.4, each sum written out: growing costs under both ceilings, and what the means can finance."""

import pytest

from clusterlaw import Euro, Plateau, plateau
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Percentage
from clusterlaw.plateaus import plateau_document
from clusterlaw.reforms import no_degressivity
from clusterlaw.sources import Basis


def of(own_means: int | str, *, first: int = 140_000, growth: int = 20_000, years: int = 9) -> Plateau:
    return plateau(first_costs=Euro(first), yearly_growth=Euro(growth), own_means=Euro(own_means), years=years)


def cents(amounts: list[Euro]) -> list[int]:
    assert all(amount.cents % 100 == 0 for amount in amounts)
    return [amount.cents // 100 for amount in amounts]


def test_subsidy_and_own_share_under_both_ceilings() -> None:
    found = of(90_000)
    costs = [140_000, 160_000, 180_000, 200_000, 220_000, 240_000, 260_000, 280_000, 300_000]
    assert cents([year.costs for year in found.under_text]) == costs
    # 140,000; 160,000 three times 100 %; 128,000 is 80 %, 80,000 is 50 % of 160,000
    subsidy = [140_000, 160_000, 160_000, 128_000, 128_000, 128_000, 80_000, 80_000, 80_000]
    assert cents([year.subsidy for year in found.under_text]) == subsidy
    own = [0, 0, 20_000, 72_000, 92_000, 112_000, 180_000, 200_000, 220_000]
    assert cents([year.own_share for year in found.under_text]) == own
    # 80 % of 200,000 reaches 160,000; then 50 % of 260,000, 280,000, 300,000
    reform = [140_000, 160_000, 160_000, 160_000, 160_000, 160_000, 130_000, 140_000, 150_000]
    assert cents([year.subsidy for year in found.under_reform]) == reform
    assert [year.flat for year in found.under_text] == [False] + [True] * 8
    # 160,000 at 100 %, 200,000 at 80 % are at the ceiling; 50 % of 300,000 is not
    assert [year.flat for year in found.under_reform] == [False] + [True] * 5 + [False] * 3
    assert (found.regime.version, found.reform.version) == ("2007", "2007+subsidy_ceiling")


@pytest.mark.parametrize(
    ("means", "under_costs", "under_subsidy"),
    [
        # Above 32,000 (20 % of 160,000) a costs ceiling leaves means + 128,000, above 80,000 means + 80,000; a subsidy
        # ceiling means + 160,000 above 40,000 (20 % of 200,000) and above 160,000 (50 % of 320,000).
        ("90000.00", (25_000_000, 21_800_000, 17_000_000), (25_000_000, 25_000_000, 18_000_001)),
        ("30000.00", (19_000_000, 15_000_002, 6_000_001), (19_000_000, 15_000_002, 6_000_001)),
        ("0.00", (16_000_000, 2, 1), (16_000_000, 2, 1)),  # 0.02 x 80 % = 0.016, rounded to 0.02; 0.01 x 50 % to 0.01
        ("200000.00", (36_000_000, 32_800_000, 28_000_000), (36_000_000, 36_000_000, 36_000_000)),
    ],
)
def test_the_activity_that_the_means_can_finance(
    means: str, under_costs: tuple[int, ...], under_subsidy: tuple[int, ...]
) -> None:
    found = of(means)
    for years, expected in ((found.under_text, under_costs), (found.under_reform, under_subsidy)):
        assert tuple(years[index].activity.cents for index in (0, 3, 6)) == expected


def test_the_finding_is_borne_out_where_the_means_reach_the_ceiling() -> None:
    found = of(90_000)
    assert found.verdict == "borne_out"
    assert found.borne_out
    years = {check.name: (check.borne_out_in, check.not_in) for check in found.checks}
    assert years == {
        "subsidy_stops_growing": ((3, 4, 5, 6, 7, 8, 9), ()),
        "further_costs_are_own_means": ((2, 3, 4, 5, 6, 7, 8, 9), ()),
        "subsidy_would_follow": ((4, 5, 6, 7, 8, 9), ()),
        "activity_stops_growing": ((2, 3, 4, 5, 6, 7, 8, 9), ()),
        "ceiling_holds_activity_down": ((4, 5, 6, 7, 8, 9), ()),
    }
    assert (found.claim.basis, found.claim.citation.article) == (Basis.EVALUATION, "1.4")


def test_with_small_means_the_percentage_alone_bounds_the_activity() -> None:
    found = of(30_000)  # below 32,000: never at the ceiling in the degressive phases
    assert found.verdict == "in_part"
    assert not found.borne_out
    assert (found.checks[-1].holds, found.checks[-1].not_in) == (False, (4, 5, 6, 7, 8, 9))
    between = of(60_000)  # above 32,000, below 80,000
    assert (between.checks[-1].borne_out_in, between.checks[-1].not_in) == ((4, 5, 6), (7, 8, 9))


def test_costs_that_never_reach_the_ceiling_put_nothing_to_the_test_but_the_activity() -> None:
    found = of(90_000, first=10_000, growth=0, years=3)
    assert [check.holds for check in found.checks] == [None, None, None, True, None]
    assert of(90_000, years=1).verdict == "not_tested"


def test_without_degressivity_nothing_is_found_of_the_degressive_phases() -> None:
    flat = no_degressivity(REGIME_2007, percentage=Percentage(0))
    found = plateau(first_costs=Euro(1), yearly_growth=Euro(1), own_means=Euro(1), years=2, regime=flat)
    assert [year.activity for year in found.under_text] == [Euro(1), Euro(1)]
    assert found.verdict == "borne_out"


def test_the_document_of_a_plateau() -> None:
    document = plateau_document(of(60_000, years=4))
    assert document["format"] == "clusterlaw-plateau/1"
    assert [side["regime"] for side in document["sides"]] == ["2007", "2007+subsidy_ceiling"]
    assert document["sides"][0]["years"][3] == {
        "year": 4,
        "costs_cents": 20_000_000,
        "rate_percent": 80,
        "subsidy_cents": 12_800_000,
        "own_share_cents": 7_200_000,
        "activity_cents": 18_800_000,
        "flat": True,
    }
    assert (document["verdict"], document["claim"]["name"]) == ("borne_out", "activity_plateaus")
