"""Paths written as documents: each figure worked out by hand from the law and the format."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from clusterlaw.interchange import path_document, read_dossier
from clusterlaw.path import funding_path


def path_of(stated: list[Any], *, years: int, **keys: Any) -> dict[str, Any]:
    dossier = {
        "format": "clusterlaw-dossier/1",
        "cluster": {"name": "TWEED", "legal_form": "asbl"},
        "recognised_on": "2008-03-01",
        "prior_subsidy_years": 0,
        "years": stated,
    }
    return path_document(funding_path(read_dossier(json.dumps(dossier | keys).encode()), years=years))


def cost(amount: int, *, nature: str = "structure", purpose: str = "daily_operation", **keys: Any) -> dict[str, Any]:
    line = {"nature": nature, "purpose": purpose, "amount_cents": amount, "other_public_funding_cents": 0}
    return line | keys


def test_a_2007_year_above_the_ceiling_on_costs() -> None:
    costs = [
        cost(15_000_000, admissible=True),
        cost(3_000_001, nature="organisation", other_public_funding_cents=500_000, admissible=True),
        cost(200_000, nature="other", purpose="other", admissible=False),
    ]
    beyond = {"starts_on": "2011-03-01", "new_action_plan": True, "results_reported": False}
    assert path_of(
        [{"costs": costs}, {"costs": []}, {}],
        years=1,
        first_period={"subsidy_ceiling_cents": 1},  # the text of 2007 has its own ceiling and asks for none
        renewals=[beyond],
    ) == {
        "format": "clusterlaw-path/1",
        "cluster": "TWEED",
        "years": [
            {
                "year": 1,
                "starts_on": "2008-03-01",
                "ends_before": "2009-03-01",
                "regime": "2007",
                "recognition_period": 1,
                "discretion": "may_grant",
                "total_costs_cents": 18_200_001,  # 15,000,000 + 3,000,001 + 200,000
                "other_public_funding_cents": 500_000,
                "admitted_costs_cents": 17_500_001,  # 15,000,000 + 2,500,001
                "capped_costs_cents": 16_000_000,
                "rate_percent": 100,
                "status": "determined",
                "subsidy_cents": 16_000_000,
                "subsidy_at_least_cents": 16_000_000,
                "subsidy_at_most_cents": 16_000_000,
                "own_share_cents": 1_700_001,  # 18,200,001 - 500,000 - 16,000,000
                "missing": [],
                "reasons": [],
                "assumptions": [
                    "year_counting",
                    "procedure_presumed",
                    "partial_other_funding",
                    "ceiling_year",
                    "ceiling_indexation",
                ],
                "citations": [
                    "decree-2007 art. 2 al. 1",  # three years
                    "order-2007 art. 12",  # in force
                    "decree-2007 art. 1 al. 1",  # legal form
                    "decree-2007 art. 3 § 1 al. 1",  # may grant
                    "decree-2007 art. 3 § 1 al. 4 1°",  # 100 %
                    "decree-2007 art. 3 § 1 al. 3",  # admitted costs, without other public programmes
                    "decree-2007 art. 3 § 1 al. 2",  # ceiling
                ],
            }
        ],
        "total_subsidy_cents": 16_000_000,
        "unused": [
            "first_period.subsidy_ceiling_cents",
            "renewals[2011-03-01].new_action_plan",
            "renewals[2011-03-01].results_reported",
            "years[1].costs",  # years[2] states none
        ],
    }


def test_a_refused_year() -> None:
    renewal = {"starts_on": "2011-03-01", "new_action_plan": False, "new_objectives": True}
    stated = [{"costs": [cost(1_000_000)]}, {"costs": []}, {"costs": []}, {"costs": [cost(5_000_001, admissible=True)]}]
    document = path_of(stated, years=4, renewals=[renewal])
    assert document["years"][3] == {
        "year": 4,
        "starts_on": "2011-03-01",
        "ends_before": "2012-03-01",
        "regime": "2007",
        "recognition_period": 2,
        "discretion": "may_grant",
        "total_costs_cents": 5_000_001,
        "other_public_funding_cents": 0,
        "admitted_costs_cents": 5_000_001,
        "capped_costs_cents": 5_000_001,
        "rate_percent": 80,
        "status": "refused",
        "subsidy_cents": 0,
        "subsidy_at_least_cents": 0,
        "subsidy_at_most_cents": 0,
        "own_share_cents": 5_000_001,
        "missing": [],
        "reasons": [
            {"condition": "new_action_plan", "affects": "subsidy", "citation": "decree-2007 art. 3 § 1 al. 5"},
        ],
        "assumptions": ["year_counting"],  # nothing is granted, nothing rounded
        "citations": [
            "decree-2007 art. 2 al. 1",
            "order-2007 art. 12",
            "decree-2007 art. 1 al. 3",  # legal form at the renewal
            "decree-2007 art. 3 § 1 al. 5",  # new action plan with new objectives
            "decree-2007 art. 3 § 1 al. 4 2°",  # 80 %
            "decree-2007 art. 3 § 1 al. 3",
            "decree-2007 art. 3 § 1 al. 2",
        ],  # not al. 1: nothing is granted
    }
    assert document["total_subsidy_cents"] == 1_000_000  # 100 % of year 1, nothing in years 2 to 4
    assert document["unused"] == []


def test_an_undetermined_year() -> None:
    renewal = {"starts_on": "2011-03-01", "new_action_plan": True}
    stated = [{"costs": []}, {"costs": []}, {"costs": []}, {"costs": [cost(12_345_678)]}]
    document = path_of(stated, years=4, renewals=[renewal])
    assert document["years"][3] == {
        "year": 4,
        "starts_on": "2011-03-01",
        "ends_before": "2012-03-01",
        "regime": "2007",
        "recognition_period": 2,
        "discretion": "may_grant",
        "total_costs_cents": 12_345_678,
        "other_public_funding_cents": 0,
        "admitted_costs_cents": 12_345_678,
        "capped_costs_cents": 12_345_678,
        "rate_percent": 80,
        "status": "undetermined",
        "subsidy_cents": None,
        "subsidy_at_least_cents": 0,  # no new objectives
        "subsidy_at_most_cents": 9_876_542,  # 80 % is 9,876,542.4
        "own_share_cents": None,
        "missing": ["renewals[2011-03-01].new_objectives"],
        "reasons": [],
        "assumptions": ["year_counting", "procedure_presumed", "admitted_costs_2007", "rounding"],
        "citations": [
            "decree-2007 art. 2 al. 1",
            "order-2007 art. 12",
            "decree-2007 art. 1 al. 3",
            "decree-2007 art. 3 § 1 al. 5",
            "decree-2007 art. 3 § 1 al. 1",
            "decree-2007 art. 3 § 1 al. 4 2°",
            "decree-2007 art. 3 § 1 al. 3",
            "decree-2007 art. 3 § 1 al. 2",
        ],
    }
    assert document["total_subsidy_cents"] is None


def test_a_2024_year() -> None:
    document = path_of(
        [{"costs": [cost(10_000_001, admissible=True)]}],
        years=1,
        recognised_on="2024-09-01",
        first_period={"favourable_evolution": True, "subsidy_ceiling_cents": 12_000_000},
    )
    assert document == {
        "format": "clusterlaw-path/1",
        "cluster": "TWEED",
        "years": [
            {
                "year": 1,
                "starts_on": "2024-09-01",
                "ends_before": "2025-09-01",
                "regime": "2024",
                "recognition_period": 1,
                "discretion": "grants_within_budget",
                "total_costs_cents": 10_000_001,
                "other_public_funding_cents": 0,
                "admitted_costs_cents": 10_000_001,
                "capped_costs_cents": None,  # the text of 2024 caps the subsidy, not the costs
                "rate_percent": 90,
                "status": "determined",
                "subsidy_cents": 9_000_001,  # 90 % is 9,000,000.9
                "subsidy_at_least_cents": 9_000_001,
                "subsidy_at_most_cents": 9_000_001,
                "own_share_cents": 1_000_000,
                "missing": [],
                "reasons": [],
                # Rank 1 under every reading of seniority; costs below the ceiling, so that no order can matter.
                "assumptions": [
                    "year_counting",
                    "entry_into_force_2025",
                    "procedure_presumed",
                    "rounding",
                    "ceiling_period_2024",
                ],
                "citations": [
                    "decree-2007 art. 2 al. 1 (2024)",  # four years
                    "decree-2024 art. 23",  # in force
                    "decree-2007 art. 1 al. 1 (2024)",  # ASBL
                    "decree-2007 art. 3 al. 1 (2024)",  # grants
                    "decree-2007 art. 3 al. 2 (2024)",  # within the budget; costs and ceilings that the Government sets
                    "decree-2007 art. 3 al. 4 1° (2024)",  # 90 %
                    "decree-2007 art. 3 al. 4 (2024)",  # how years count
                ],
            }
        ],
        "total_subsidy_cents": 9_000_001,
        "unused": ["first_period.favourable_evolution"],
    }


def test_a_2024_year_of_which_nothing_is_stated() -> None:
    year = path_of([], years=1, recognised_on="2024-09-01")["years"][0]
    nothing = {
        "total_costs_cents": None,
        "other_public_funding_cents": None,
        "admitted_costs_cents": None,
        "capped_costs_cents": None,
        "subsidy_cents": None,
        "subsidy_at_most_cents": None,  # neither costs nor a ceiling bound it
        "own_share_cents": None,
    }
    assert {key: year[key] for key in nothing} == nothing
    assert (year["status"], year["subsidy_at_least_cents"], year["rate_percent"]) == ("undetermined", 0, 90)
    assert sorted(year["missing"]) == ["first_period.subsidy_ceiling_cents", "years[0].costs"]


def test_a_year_of_the_1_of_march_2008_as_the_format_shows_it() -> None:
    year = path_of([{"costs": [cost(9_500_000, admissible=True)]}], years=1)["years"][0]
    shown = {
        "year": 1,
        "starts_on": "2008-03-01",
        "ends_before": "2009-03-01",
        "regime": "2007",
        "recognition_period": 1,
        "discretion": "may_grant",
        "total_costs_cents": 9_500_000,
        "other_public_funding_cents": 0,
        "admitted_costs_cents": 9_500_000,
        "capped_costs_cents": 9_500_000,
        "rate_percent": 100,
        "status": "determined",
        "subsidy_cents": 9_500_000,
        "subsidy_at_least_cents": 9_500_000,
        "subsidy_at_most_cents": 9_500_000,
        "own_share_cents": 0,
        "missing": [],
        "reasons": [],
        "assumptions": ["year_counting", "procedure_presumed"],
    }
    assert {key: year[key] for key in shown} == shown
    assert set(year) - set(shown) == {"citations"}
    assert "decree-2007 art. 3 § 1 al. 4 1°" in year["citations"]


@pytest.mark.parametrize("recognised_on", ["2008-03-01", "2012-02-29", "2024-06-30", "2024-07-01", "2026-01-01"])
@pytest.mark.parametrize("years", [1, 9, 50])
def test_a_path_is_plain_json(recognised_on: str, years: int) -> None:
    document = path_of([{"costs": [cost(1_234_567)]}], years=years, recognised_on=recognised_on)
    assert len(document["years"]) == years
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert set(kinds(document)) <= {dict, list, str, int, type(None)}


def kinds(value: Any) -> Iterator[type]:
    yield type(value)
    for entry in value.values() if type(value) is dict else value if type(value) is list else ():
        yield from kinds(entry)
