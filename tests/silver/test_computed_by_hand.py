"""Cases computed by hand: whole paths with each year's sum shown, in cents."""

import json
from pathlib import Path

import pytest

from clusterlaw.interchange import path_document, read_dossier
from clusterlaw.path import funding_path

DOSSIERS = Path(__file__).parents[2] / "examples" / "dossiers"


def _year(cents: int, *, other: int = 0, nature: str = "structure") -> dict[str, object]:
    line = {
        "nature": nature,
        "purpose": "development",
        "amount_cents": cents,
        "other_public_funding_cents": other,
    }
    return {"costs": [line]}


def test_nine_years_under_the_text_of_2007() -> None:
    document = {
        "format": "clusterlaw-dossier/1",
        "cluster": {"name": "silver", "legal_form": "geie"},
        "recognised_on": "2009-12-15",
        "renewals": [
            {"starts_on": "2012-12-15", "new_action_plan": True, "new_objectives": True},
            {"starts_on": "2015-12-15", "favourable_evolution": True},
        ],
        "years": [
            _year(12_345_678),
            _year(17_000_000, other=1_500_000),
            _year(17_000_000, nature="other"),
            _year(9_876_543),
            _year(20_000_001, other=4_000_002),
            _year(1),
            _year(3),
            _year(15_999_999),
            _year(99_999_999, other=99_999_998),
        ],
    }
    path = funding_path(read_dossier(json.dumps(document).encode()))
    expected = [
        12_345_678,  # 100 %
        15_500_000,  # 17,000,000 - 1,500,000, under the ceiling
        0,  # another nature: not admitted
        7_901_234,  # 9,876,543 x 0.8 = 7,901,234.4
        12_799_999,  # 20,000,001 - 4,000,002 = 15,999,999; x 0.8 = 12,799,999.2
        1,  # 0.8
        2,  # 1.5
        8_000_000,  # 7,999,999.5
        1,  # 0.5
    ]
    assert [year["subsidy_cents"] for year in path_document(path)["years"]] == expected
    assert [year.own_share.cents for year in path.years if year.own_share is not None] == [
        0,
        0,  # 17,000,000 - 1,500,000 - 15,500,000
        17_000_000,
        1_975_309,  # 9,876,543 - 7,901,234
        3_200_000,  # 20,000,001 - 4,000,002 - 12,799,999
        0,
        1,
        7_999_999,
        0,  # 99,999,999 - 99,999,998 - 1
    ]


def test_first_recognised_under_the_text_of_2024() -> None:
    line = {"nature": "other", "purpose": "other", "other_public_funding_cents": 0, "admissible": True}
    document = {
        "format": "clusterlaw-dossier/1",
        "cluster": {"name": "silver", "legal_form": "asbl"},
        "recognised_on": "2024-07-01",
        "first_period": {"subsidy_ceiling_cents": 10_000_000},
        "renewals": [
            {
                "starts_on": f"{2028 + number}-07-01",
                "new_objectives_contract": True,
                "results_reported": True,
                "subsidy_ceiling_cents": 9_000_000,
            }
            for number in range(5)
        ],
        "years": [{"costs": [line | {"amount_cents": cents}]} for cents in (5, 11_111_111, 11_111_112, 20_000_000)]
        + [
            {"costs": [line | {"amount_cents": cents}]} for cents in (2, 12_000_000, 12_000_001, 12_000_003, 15_000_001)
        ],
    }
    answer = path_document(funding_path(read_dossier(json.dumps(document).encode())))
    assert [year["subsidy_cents"] for year in answer["years"]] == [
        5,  # 4.5
        10_000_000,  # 9,999,999.9 rounds to 10,000,000, the ceiling
        10_000_000,  # 10,000,000.8 rounds to 10,000,001, capped
        10_000_000,
        2,  # 75 % from rank 5: 1.5
        9_000_000,  # 9,000,000 exactly
        9_000_000,  # 9,000,000.75 rounds up, capped
        9_000_000,
        9_000_000,  # 60 % from rank 9: 9,000,000.6 rounds up, capped
    ]
    assert [year["rate_percent"] for year in answer["years"]] == [90] * 4 + [75] * 4 + [60]
    assert [year["regime"] for year in answer["years"]] == ["2024"] * 4 + ["2025"] * 5
    assert answer["total_subsidy_cents"] == 66_000_007  # 5 + 3 x 10,000,000 + 2 + 4 x 9,000,000


# Each shipped dossier's yearly subsidies: (admitted, as the lines add up) -> subsidy.
AUTO_MOBILITE_PERCENT = 50  # six prior years: rank 7 from the first year on


@pytest.mark.parametrize("name", ["auto-mobilite", "first-2024"])
def test_a_shipped_dossier_by_plain_arithmetic(name: str) -> None:
    document = (DOSSIERS / f"{name}.json").read_bytes()
    raw = json.loads(document)
    answer = path_document(funding_path(read_dossier(document)))
    ceilings = {"2024-09-01": raw["first_period"].get("subsidy_ceiling_cents")} | {
        each["starts_on"]: each.get("subsidy_ceiling_cents") for each in raw["renewals"]
    }
    for index, (stated, year) in enumerate(zip(raw["years"], answer["years"], strict=False)):
        admitted = sum(
            line["amount_cents"] - line["other_public_funding_cents"]
            for line in stated["costs"]
            if line.get("admissible", line["nature"] != "other")
        )
        if name == "auto-mobilite":
            expected = (min(admitted, 16_000_000) * AUTO_MOBILITE_PERCENT * 2 + 100) // 200
        else:
            percent = 90 if index < 4 else 75 if index < 8 else 60
            start = "2024-09-01" if index < 4 else year["starts_on"]
            expected = min((admitted * percent * 2 + 100) // 200, ceilings[start])
        assert (year["year"], year["subsidy_cents"]) == (index + 1, expected)
