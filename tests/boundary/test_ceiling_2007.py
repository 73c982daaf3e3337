"""The ceiling of EUR 160,000 on the admitted costs (art. 3 § 1 al. 2, 2007), a cent below, at and above it."""

import pytest
from attrs import evolve

from clusterlaw.assumptions import Assumptions
from clusterlaw.money import Euro, RoundingName
from tests.boundary.cases import dossier_of_2007, line, subsidy_cents, year_of

# costs, year, expected half up, expected down. Year 1: 100 %, year 4: 80 %, year 7: 50 %.
AROUND_THE_CEILING = [
    (15_999_999, 1, 15_999_999, 15_999_999),  # 100 % of 159,999.99
    (16_000_000, 1, 16_000_000, 16_000_000),
    (16_000_001, 1, 16_000_000, 16_000_000),  # capped
    (15_999_999, 4, 12_799_999, 12_799_999),  # 0.8 x 15,999,999 = 12,799,999.2
    (16_000_000, 4, 12_800_000, 12_800_000),  # 0.8 x 16,000,000
    (16_000_001, 4, 12_800_000, 12_800_000),  # capped before the rate, else 12,800,000.8
    (15_999_999, 7, 8_000_000, 7_999_999),  # 0.5 x 15,999,999 = 7,999,999.5
    (16_000_000, 7, 8_000_000, 8_000_000),  # 0.5 x 16,000,000
    (16_000_001, 7, 8_000_000, 8_000_000),  # capped before the rate, else 8,000,000.5
    (20_000_000, 4, 12_800_000, 12_800_000),  # a ceiling on the subsidy would give 16,000,000
    (32_000_000, 7, 8_000_000, 8_000_000),  # a ceiling on the subsidy would give 16,000,000
    (10**15, 7, 8_000_000, 8_000_000),  # the greatest amount of a dossier
    (0, 1, 0, 0),
    (1, 1, 1, 1),
]


@pytest.mark.parametrize(("costs", "year", "half_up", "down"), AROUND_THE_CEILING)
def test_ceiling_on_the_costs(costs: int, year: int, half_up: int, down: int) -> None:
    """Art. 3 § 1 al. 2 and 4: the costs are capped, then comes the percentage."""
    for rounding, expected in _both(half_up, down):
        dossier = dossier_of_2007(line(costs), assumptions=Assumptions(rounding=rounding))
        assert subsidy_cents(dossier, year) == expected


def _both(half_up: int, down: int) -> tuple[tuple[RoundingName, int], ...]:
    return ("half_up", half_up), ("down", down)


@pytest.mark.parametrize(
    ("lines", "capped"),
    [
        ((8_000_000, 7_999_999), 15_999_999),
        ((8_000_000, 8_000_000), 16_000_000),
        ((8_000_000, 8_000_001), 16_000_000),  # the sum is capped, not each line
        ((16_000_000, 16_000_000), 16_000_000),
    ],
)
def test_the_ceiling_is_for_the_sum_of_the_lines(lines: tuple[int, ...], capped: int) -> None:
    """Art. 3 § 1 al. 2: one ceiling for the costs of a year."""
    year = year_of(dossier_of_2007(*(line(cents) for cents in lines)), 1)
    assert year.admitted_costs == Euro.from_cents(sum(lines))
    assert year.capped_costs == year.subsidy == Euro.from_cents(capped)


@pytest.mark.parametrize(
    ("amount", "other", "part", "whole"),
    [
        # amount, paid by others, admitted under exclude_part, under exclude_line
        (16_000_001, 1, 16_000_000, 0),  # 160,000.01 less a cent is the ceiling itself
        (16_000_001, 0, 16_000_000, 16_000_000),  # capped
        (16_000_002, 3, 15_999_999, 0),
        (16_000_000, 16_000_000, 0, 0),  # paid wholly
        (16_000_000, 15_999_999, 1, 0),  # paid but for a cent
        (0, 0, 0, 0),
    ],
)
def test_other_funding_comes_off_before_the_ceiling(amount: int, other: int, part: int, whole: int) -> None:
    """Art. 3 § 1 al. 3: what other public programmes finance is left out, and then the rest is capped."""
    for assumptions, expected in (
        (Assumptions(partial_other_funding="exclude_part"), part),
        (Assumptions(partial_other_funding="exclude_line"), whole),
    ):
        year = year_of(dossier_of_2007(line(amount, other=other), assumptions=assumptions), 1)
        assert year.subsidy == Euro.from_cents(expected)
        assert year.own_share == Euro.from_cents(amount - other - expected)


@pytest.mark.parametrize(
    ("year", "own"),
    [
        (1, 4_000_000),  # 200,000 - 160,000
        (4, 7_200_000),  # 200,000 - 128,000
        (7, 12_000_000),  # 200,000 - 80,000
    ],
)
def test_own_share_above_the_ceiling(year: int, own: int) -> None:
    """Art. 3 § 1 al. 2: what exceeds the ceiling stays with the cluster."""
    assert year_of(dossier_of_2007(line(20_000_000)), year).own_share == Euro.from_cents(own)


@pytest.mark.parametrize(
    ("year", "most"),
    [(1, 16_000_000), (3, 16_000_000), (4, 12_800_000), (6, 12_800_000), (7, 8_000_000), (12, 8_000_000)],
)
def test_costs_not_stated_reach_from_nothing_to_the_ceiling(year: int, most: int) -> None:
    """Art. 3 § 1 al. 2 and 4: silence on the costs is neither zero nor the ceiling."""
    found = year_of(evolve(dossier_of_2007(), years=()), year)
    assert found.status == "undetermined"
    assert (found.subsidy_at_least, found.subsidy_at_most) == (Euro(0), Euro.from_cents(most))
    assert found.missing == (f"years[{year - 1}].costs",)
