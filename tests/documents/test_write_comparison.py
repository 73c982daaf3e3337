"""The documents of comparisons: plain JSON, integer cents, and every value of a cause in its plain form."""

import json
from datetime import date
from typing import Any

import attrs

from clusterlaw import (
    Assumptions,
    Cluster,
    CostLine,
    Dossier,
    Euro,
    Percentage,
    Renewal,
    YearFacts,
    compare,
    funding_path,
)
from clusterlaw.comparison_interchange import comparison_document, reforms_document
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.reforms import indexed_ceiling, percentages_of_2024, scheduled_ceiling, subsidy_ceiling

LINE = CostLine(nature="structure", purpose="set_up", amount=Euro(200_000), other_public_funding=Euro(0))
DOSSIER = Dossier(
    cluster=Cluster(name="TWEED", legal_form="asbl"),
    recognised_on=date(2008, 3, 1),
    renewals=(Renewal(starts_on=date(2011, 3, 1), new_action_plan=True, new_objectives=True),),
    years=(YearFacts(costs=(LINE,)),) * 4,
)


def document(years: int, after: Dossier = DOSSIER, **given: Any) -> dict[str, Any]:
    found = compare(funding_path(DOSSIER, years=years), funding_path(after, years=years, **given))
    written = comparison_document(found)
    assert json.loads(json.dumps(written)) == written
    return written


def test_a_comparison_as_a_document() -> None:
    written = document(4, regimes=(percentages_of_2024(REGIME_2007),))
    assert list(written) == [
        "format",
        "before",
        "after",
        "years",
        "total_subsidy_difference_cents",
        "total_own_share_difference_cents",
    ]
    assert written["format"] == "clusterlaw-comparison/1"
    assert written["after"] == {
        "cluster": "TWEED",
        "regimes": ["2007+percentages_of_2024"],
        "years": 4,
        "total_subsidy_cents": 4 * 14_400_000,
        "assumptions": written["before"]["assumptions"],
    }
    # three times 144,000 - 160,000, once 144,000 - 128,000
    assert written["total_subsidy_difference_cents"] == {"at_least": -3_200_000, "at_most": -3_200_000}
    assert written["total_own_share_difference_cents"] == {"at_least": 3_200_000, "at_most": 3_200_000}
    year = written["years"][3]
    assert (year["year"], year["parts"]) == (4, ["text", "subsidy", "own_share"])
    assert year["before"] == {
        "starts_on": "2011-03-01",
        "ends_before": "2012-03-01",
        "regime": "2007",
        "status": "determined",
        "total_costs_cents": 20_000_000,
        "other_public_funding_cents": 0,
        "subsidy_at_least_cents": 12_800_000,
        "subsidy_at_most_cents": 12_800_000,
        "own_share_cents": 7_200_000,
    }
    text, rate = year["causes"]
    assert text["inputs"][0]["after"] == ["2007+percentages_of_2024"]
    assert rate["rule"] == "subsidy.rate_of_year"
    assert rate["inputs"][0]["before"][0] == {"first_rank": 1, "last_rank": 3, "percent": 100}
    assert rate["after"] == {
        "result": {"first_rank": 1, "last_rank": 4, "percent": 90},
        "bound": "exact",
        "sources": [
            {"basis": "reform", "citations": ["decree-2007 art. 3 § 1 al. 4", "decree-2007 art. 3 al. 4 1° (2024)"]}
        ],
        "assumptions": ["no_prior_subsidy"],
    }
    assert [each["rule"] for each in year["consequences"]] == ["subsidy.apply_percentage"]
    assert year["consequences"][0]["moves"] == []


def test_equal_inputs_give_an_empty_document() -> None:
    written = document(2)
    assert written["years"] == []
    assert written["total_subsidy_difference_cents"] == {"at_least": 0, "at_most": 0}


def test_every_kind_of_value_is_written_plainly() -> None:
    index = indexed_ceiling(REGIME_2007, percentage=Percentage("2.5"), rounding="down")
    moving = document(4, regimes=(index,))["years"][3]["consequences"]
    assert {"percent": "2.5", "rounding": "down"} in [
        each["after"] for found in moving for each in found["inputs"] if each["name"] == "by_year"
    ]
    schedule = document(4, regimes=(scheduled_ceiling(REGIME_2007, amounts=(Euro(1), Euro(2))),))
    assert [100, 200] in [each["after"] for found in schedule["years"][3]["consequences"] for each in found["inputs"]]
    plan = document(1, attrs.evolve(DOSSIER, years=(YearFacts(costs=(attrs.evolve(LINE, amount=Euro(1)),)),)))
    (cause,) = plan["years"][0]["causes"]
    assert cause["inputs"][0]["after"] == [
        {
            "nature": "structure",
            "purpose": "set_up",
            "amount_cents": 100,
            "other_public_funding_cents": 0,
            "admissible": None,
        }
    ]
    unknown = document(1, attrs.evolve(DOSSIER, years=()))
    assert unknown["total_own_share_difference_cents"] is None
    assert unknown["years"][0]["own_share_difference_cents"] is None
    text = attrs.evolve(REGIME_2024, commencement=REGIME_2007.commencement)
    days = attrs.evolve(DOSSIER, recognised_on=date(2008, 4, 1), renewals=())
    other = document(4, days, regimes=(text,))
    rules = {each["rule"] for year in other["years"] for each in year["consequences"]}
    assert {"subsidy.discretion", "costs.admitted"} <= rules
    counted = attrs.evolve(DOSSIER, prior_subsidy_years=3, renewals=(REFUSING,))
    reading = attrs.evolve(counted, assumptions=Assumptions(sixth_year_counting="with_prior_years"))
    found = compare(funding_path(counted, years=4), funding_path(reading, years=4))
    written = comparison_document(found)
    assert json.loads(json.dumps(written)) == written
    assert written["years"][0]["causes"][0]["inputs"][0]["name"] == "assumptions.sixth_year_counting"


REFUSING = Renewal(starts_on=date(2011, 3, 1), new_action_plan=True, new_objectives=True, favourable_evolution=False)


def test_several_reforms_in_one_document() -> None:
    before = funding_path(DOSSIER)
    found = {"a": compare(before, funding_path(DOSSIER, regimes=(subsidy_ceiling(REGIME_2007),)))}
    assert reforms_document(found) == {
        "format": "clusterlaw-reforms/1",
        "reforms": [{"name": "a", "comparison": comparison_document(found["a"])}],
    }
