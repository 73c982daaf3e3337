"""JSON in and out for portfolios: `clusterlaw-portfolio/1` is read, `clusterlaw-budget/1` is written. Opens no file.

A portfolio is a name and a list of clusters: `clusterlaw-dossier/1` documents, or the names of files that hold one.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from clusterlaw.documents import INVALID, Key, Problems, read_document, read_text, several_of
from clusterlaw.dossier import Dossier
from clusterlaw.errors import FactError, Problem
from clusterlaw.interchange import read_dossier, read_nested_dossier
from clusterlaw.money import Euro, Percentage
from clusterlaw.portfolio import BudgetYear, Phases, Portfolio, YearSum
from clusterlaw.portfolio_simulation import Simulation
from clusterlaw.rules.costs import Bounds
from clusterlaw.sources import Label
from clusterlaw.values import frozen

PORTFOLIO_FORMAT = "clusterlaw-portfolio/1"
BUDGET_FORMAT = "clusterlaw-budget/1"
MOST_CLUSTERS = 1000

# The quantiles of a document: the least, a twentieth, the middle, all but a twentieth, the greatest.
SHARES = (Fraction(0), Fraction(1, 20), Fraction(1, 2), Fraction(19, 20), Fraction(1))


@frozen(kw_only=True)
class PortfolioDocument:
    """A portfolio as it was read: its name, what its author notes of it, and the dossiers of its clusters."""

    name: str
    note: str | None
    dossiers: tuple[Dossier, ...]


def read_portfolio(document: bytes, *, dossier_at: Callable[[str], bytes]) -> PortfolioDocument:
    """Read a `clusterlaw-portfolio/1` document, at most 10 MB of UTF-8.

    `dossier_at` returns the bytes of the file that a cluster names, or raises FactError. Raises TypeError unless given
    bytes, FactError with every problem of the portfolio and of its dossiers (the first 1,000 of them).
    """

    def cluster(value: Any, path: str, problems: Problems) -> Any:
        if type(value) is not str:
            return read_nested_dossier(value, path, problems)
        try:
            return read_dossier(dossier_at(value))
        except FactError as error:
            problems.found.extend(problem.under(path) for problem in error.problems)
            return INVALID

    keys = {
        "name": Key(read=read_text, required=True),
        "note": Key(read=read_text),
        "clusters": Key(read=several_of(cluster), required=True, argument="dossiers"),
    }
    values = read_document(document, document_format=PORTFOLIO_FORMAT, keys=keys, check=_problems_of_number)
    return PortfolioDocument(name=values["name"], note=values.get("note"), dossiers=values["dossiers"])


def _problems_of_number(given: Mapping[str, Any], _values: Mapping[str, Any]) -> tuple[Problem, ...]:
    clusters = given.get("clusters")
    if not isinstance(clusters, list) or 1 <= len(clusters) <= MOST_CLUSTERS:
        return ()
    return (
        Problem(
            path="clusters",
            what=Label(fr=f"il y a {len(clusters)} clusters", en=f"there are {len(clusters)} clusters"),
            rule=PORTFOLIO_FORMAT,
            remedy=Label(fr=f"donnez-en de 1 à {MOST_CLUSTERS}", en=f"give 1 to {MOST_CLUSTERS}"),
        ),
    )


def budget_document(
    portfolio: Portfolio, *, name: str, budget: Euro | None = None, simulation: Simulation | None = None
) -> dict[str, Any]:
    """Return what the Region pays as a `clusterlaw-budget/1` document: plain dicts, lists, strings, integers and None.

    Raises TypeError for anything but a Portfolio.
    """
    if type(portfolio) is not Portfolio:
        raise TypeError(f"budget_document: portfolio is a {type(portfolio).__name__}; give that of portfolio_of")
    against = {year.calendar_year: year for year in (() if budget is None else portfolio.against(budget))}
    return {
        "format": BUDGET_FORMAT,
        "portfolio": name,
        "clusters": [each.dossier.cluster.name for each in portfolio.clusters],
        "calendar_years": [
            _calendar_year(total, phases, against.get(total.number))
            for total, phases in zip(portfolio.calendar_years, portfolio.phases, strict=True)
        ],
        "subsidy_years": [
            {"subsidy_year": total.number, "clusters": total.clusters, **_amounts(_bounds(total))}
            for total in portfolio.subsidy_years
        ],
        "before": _amounts(portfolio.before),
        "after": _amounts(portfolio.after),
        "budget_cents": None if budget is None else budget.cents,
        "simulation": None if simulation is None else _simulation(simulation, budget),
        "assumptions": list(
            dict.fromkeys(name for part in portfolio.years for step in part.steps for name in step.assumptions)
        ),
    }


def _calendar_year(total: YearSum, phases: Phases, against: BudgetYear | None) -> dict[str, Any]:
    return {
        "calendar_year": total.number,
        "clusters": total.clusters,
        "starting": [{"rate_percent": _percent(percentage), "clusters": count} for percentage, count in phases.counts],
        "refused": phases.refused,
        **_amounts(_bounds(total)),
        "by_rate": [
            {"rate_percent": _percent(percentage), **_amounts(bounds)} for percentage, bounds in total.by_percentage
        ],
        "exceeds_budget": None if against is None else against.exceeds,
        "excess_at_least_cents": None if against is None else against.excess_at_least.cents,
        "excess_at_most_cents": None if against is None else _cents(against.excess_at_most),
    }


def _simulation(simulation: Simulation, budget: Euro | None) -> dict[str, Any]:
    drawn = simulation.drawn
    unstated = drawn.unstated_costs
    return {
        "draws": len(simulation.draws),
        "costs_factor": [str(factor) for factor in drawn.costs],
        "costs_steps": drawn.steps,
        "renewal_chance": str(drawn.renewal),
        "unstated_costs_cents": None if unstated is None else [amount.cents for amount in unstated],
        "quantiles": [str(share) for share in SHARES],
        "calendar_years": [
            {
                "calendar_year": year,
                "least_cents": [simulation.quantile(share, year=year)[0].cents for share in SHARES],
                "greatest_cents": [simulation.quantile(share, year=year)[1].cents for share in SHARES],
                "over_budget": None
                if budget is None
                else [str(share) for share in simulation.share_over(budget, year=year)],
            }
            for year in simulation.years
        ],
    }


def _bounds(total: YearSum) -> Bounds:
    return total.at_least.cents, _cents(total.at_most)


def _amounts(bounds: Bounds) -> dict[str, int | None]:
    least, greatest = bounds
    return {
        "subsidy_cents": least if least == greatest else None,
        "subsidy_at_least_cents": least,
        "subsidy_at_most_cents": greatest,
    }


def _percent(percentage: Percentage | None) -> int | str | None:
    return None if percentage is None else percentage.percent


def _cents(amount: Euro | None) -> int | None:
    return None if amount is None else amount.cents
