"""Portfolios in, budgets out: strict reading with every error, and the document of what the Region pays."""

import json
import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from clusterlaw import Drawn, Euro, FactError, Label, Problem, portfolio_of, simulate
from clusterlaw.interchange import read_dossier
from clusterlaw.portfolio_interchange import MOST_CLUSTERS, budget_document, read_portfolio
from tests.boundary.cases import dossier_of_2007, dossier_of_2024, line

DOSSIERS = Path(__file__).parents[2] / "examples" / "dossiers"
TWEED = json.loads((DOSSIERS / "tweed.json").read_bytes())


def at(name: str) -> bytes:
    return (DOSSIERS / name).read_bytes()


def read(*clusters: Any, **others: Any) -> Any:
    document = {"format": "clusterlaw-portfolio/1", "name": "x", "clusters": list(clusters)} | others
    return read_portfolio(json.dumps(document).encode(), dossier_at=at)


def problems(*clusters: Any, **others: Any) -> list[tuple[str, str]]:
    with pytest.raises(FactError) as caught:
        read(*clusters, **others)
    return [(problem.path, problem.rule) for problem in caught.value.problems]


def test_a_dossier_inside_is_the_dossier_of_its_file() -> None:
    found = read(TWEED, "tweed.json", note="illustrative")
    assert found.dossiers[0] == found.dossiers[1] == read_dossier(at("tweed.json"))
    assert (found.name, found.note) == ("x", "illustrative")
    assert read(TWEED).note is None


def test_all_errors_together_with_their_paths() -> None:
    wrong = TWEED | {"recognised_on": "2006-01-01", "cluster": {"name": 1, "legal_form": "asbl"}, "more": 1}
    late = TWEED | {"renewals": [{"starts_on": "2011-03-02"}]}
    portfolio, dossier = "clusterlaw-portfolio/1", "clusterlaw-dossier/1"
    assert problems(wrong, late, 7, {"format": "clusterlaw-dossier/2"}, TWEED, name=1) == [
        ("name", portfolio),
        ("clusters[0].more", dossier),
        ("clusters[0].cluster.name", dossier),
        ("clusters[0].recognised_on", "order-2007 art. 12"),
        ("clusters[1].renewals[0].starts_on", "decree-2007 art. 2 al. 1"),
        ("clusters[2]", portfolio),
        ("clusters[3].format", dossier),
        ("clusters[3].cluster", dossier),
        ("clusters[3].recognised_on", dossier),
        ("clusters[3].years", dossier),
    ]


def test_errors_of_a_file_stand_under_its_place() -> None:
    def broken(name: str) -> bytes:
        if name == "absent":
            nothing = Label(fr="rien", en="nothing")
            raise FactError(Problem(path="", what=nothing, rule="clusterlaw-portfolio/1", remedy=nothing))
        return b'{"format": "clusterlaw-dossier/1", "recognised_on": "x"}'

    document = b'{"format": "clusterlaw-portfolio/1", "name": "x", "clusters": ["absent", "bad"]}'
    with pytest.raises(FactError) as caught:
        read_portfolio(document, dossier_at=broken)
    assert [problem.path for problem in caught.value.problems] == [
        "clusters[0]",
        "clusters[1].cluster",
        "clusters[1].recognised_on",
        "clusters[1].years",
    ]


def test_the_number_of_clusters() -> None:
    assert problems() == [("clusters", "clusterlaw-portfolio/1")]
    assert problems(*["tweed.json"] * (MOST_CLUSTERS + 1)) == [("clusters", "clusterlaw-portfolio/1")]
    with pytest.raises(FactError):
        read_portfolio(b'{"format": "clusterlaw-portfolio/1", "name": "x", "clusters": {}}', dossier_at=at)
    with pytest.raises(TypeError, match="give the bytes"):
        read_portfolio("{}", dossier_at=at)  # type: ignore[arg-type]


def test_the_budget_document() -> None:
    dossier = dossier_of_2007(line(20_000_000))
    portfolio = portfolio_of([dossier], first_year=2010, last_year=2011)
    found = budget_document(portfolio, name="x")
    assert json.loads(json.dumps(found)) == found
    assert (found["format"], found["budget_cents"], found["simulation"]) == ("clusterlaw-budget/1", None, None)
    first, second = found["calendar_years"]
    assert first == {
        "calendar_year": 2010,
        "clusters": 1,
        "starting": [{"rate_percent": 100, "clusters": 1}],
        "refused": 0,
        "subsidy_cents": 16_000_000,
        "subsidy_at_least_cents": 16_000_000,
        "subsidy_at_most_cents": 16_000_000,
        "by_rate": [
            {
                "rate_percent": 100,
                "subsidy_cents": 16_000_000,
                "subsidy_at_least_cents": 16_000_000,
                "subsidy_at_most_cents": 16_000_000,
            }
        ],
        "exceeds_budget": None,
        "excess_at_least_cents": None,
        "excess_at_most_cents": None,
    }
    parts = [found["before"], *found["calendar_years"], found["after"]]
    assert sum(each["subsidy_cents"] for each in parts) == sum(each["subsidy_cents"] for each in found["subsidy_years"])
    assert second["starting"] == [{"rate_percent": 80, "clusters": 1}]
    assert "calendar_year_split" in found["assumptions"]
    with pytest.raises(TypeError, match="budget_document"):
        budget_document(1, name="x")  # type: ignore[arg-type]


def test_a_budget_and_a_simulation_in_the_document() -> None:
    dossier = dossier_of_2007(line(20_000_000))
    portfolio = portfolio_of([dossier], first_year=2010, last_year=2010)
    drawn = Drawn(costs=(Fraction(1), Fraction(1)), steps=1, renewal=Fraction(9, 10), unstated_costs=None)
    simulation = simulate(portfolio, generator=random.Random(1), draws=3, drawn=drawn)
    found = budget_document(portfolio, name="x", budget=Euro(150_000), simulation=simulation)
    (year,) = found["calendar_years"]
    assert (year["exceeds_budget"], year["excess_at_least_cents"], year["excess_at_most_cents"]) == (
        True,
        1_000_000,
        1_000_000,
    )
    assert found["simulation"] == {
        "draws": 3,
        "costs_factor": ["1", "1"],
        "costs_steps": 1,
        "renewal_chance": "9/10",
        "unstated_costs_cents": None,
        "quantiles": ["0", "1/20", "1/2", "19/20", "1"],
        "calendar_years": [
            {
                "calendar_year": 2010,
                "least_cents": [16_000_000] * 5,
                "greatest_cents": [16_000_000] * 5,
                "over_budget": ["1", "1"],
            }
        ],
    }
    amounts = attrs.evolve(drawn, unstated_costs=(Euro(1), Euro(2)))
    without = budget_document(
        portfolio, name="x", simulation=simulate(portfolio, generator=random.Random(1), draws=1, drawn=amounts)
    )
    assert without["simulation"]["unstated_costs_cents"] == [100, 200]
    assert without["simulation"]["calendar_years"][0]["over_budget"] is None


def test_what_is_not_determined_is_null_in_the_document() -> None:
    unbounded = attrs.evolve(dossier_of_2024(), years=(), first_period=dossier_of_2007().first_period)
    open_reading = attrs.evolve(
        dossier_of_2024(line(100), prior=4),
        assumptions=attrs.evolve(dossier_of_2024().assumptions, seniority_after_2024=None),
    )
    portfolio = portfolio_of([unbounded, open_reading], first_year=2024, last_year=2024)
    (year,) = budget_document(portfolio, name="x", budget=Euro(1))["calendar_years"]
    assert (year["subsidy_cents"], year["subsidy_at_most_cents"], year["excess_at_most_cents"]) == (None, None, None)
    assert [each["rate_percent"] for each in year["starting"]] == [90, None]
