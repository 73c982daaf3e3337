"""The yearly funding rule of the cluster decree, written for openfisca-core.

Method: this is the comparison side of the benchmark, the rule as a user of OpenFisca would write
it. One entity (the cluster), yearly variables in euros of OpenFisca's ordinary ``float`` type
(stored as 32-bit floats, as country packages do), the percentages as a dated scale and the ceiling
as a dated parameter, one dated formula per text. A subsidy year is OpenFisca's one-year period
that starts on 1 July (``year:2008-07``), so that a year never straddles two texts; paths are
limited to those whose nine years all start under the 2007 text. Wherever there was a choice, the
one that suits OpenFisca best was taken: the tax-benefit system is built once and is not part of a
path; a path is built with ``build_default_simulation`` and ``set_input``, cheaper for one dossier
than the dictionary of ``build_from_entities``; within the rule amounts are rounded with
``numpy.round`` to two decimals, which on 32-bit floats is right more often than ``floor(x * 100 +
0.5) / 100`` and about as fast; and the resulting euros are widened to 64 bits before they are read
as the nearest integer number of cents.
"""

# OpenFisca takes the names of variables from lower-case classes, and has no type information.
# ruff: noqa: N801, N805
# mypy: disable-error-code="import-not-found, import-untyped"

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.model_api import ETERNITY, YEAR, ParameterNode, Variable, min_, round_
from openfisca_core.periods import Instant, Period
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

YEARS_IN_PATH: Final = 9
FIRST_YEAR_OF_2007_TEXT: Final = 2007
LAST_YEAR_OF_2007_TEXT: Final = 2023  # the last subsidy year that starts before 2024-07-01

PARAMETERS: Final[dict[str, Any]] = {
    "description": "Funding of recognised clusters",
    "rate": {
        "description": "Share of the costs that is subsidised, by rank of the subsidy year",
        "metadata": {"type": "single_amount", "threshold_unit": "year", "amount_unit": "/1"},
        "brackets": [
            {
                "threshold": {"2007-07-01": {"value": 1}},
                "amount": {"2007-07-01": {"value": 1.0}, "2024-07-01": {"value": 0.9}},
            },
            {
                "threshold": {"2007-07-01": {"value": 4}, "2024-07-01": {"value": 5}},
                "amount": {"2007-07-01": {"value": 0.8}, "2024-07-01": {"value": 0.75}},
            },
            {
                "threshold": {"2007-07-01": {"value": 7}, "2024-07-01": {"value": 9}},
                "amount": {"2007-07-01": {"value": 0.5}, "2024-07-01": {"value": 0.6}},
            },
        ],
    },
    "cost_ceiling": {
        "description": "Ceiling of the admitted costs of a year",
        "metadata": {"unit": "currency-EUR"},
        "values": {"2007-07-01": {"value": 160_000}, "2024-07-01": {"value": None}},
    },
}

Cluster: Final[Any] = build_entity(
    key="cluster",
    plural="clusters",
    label="Cluster",
    doc="A recognised cluster.",
    is_person=True,
)


class ClusterVariable(Variable):  # type: ignore[misc, unused-ignore]
    """The only class that inherits from the untyped ``Variable`` directly."""


class recognition_year(ClusterVariable):
    value_type = int
    entity = Cluster
    definition_period = ETERNITY
    label = "Calendar year in which the first subsidy year starts"


class prior_subsidy_years(ClusterVariable):
    value_type = int
    entity = Cluster
    definition_period = ETERNITY
    label = "Whole years of subsidy before the recognition"


class admitted_costs(ClusterVariable):
    value_type = float
    entity = Cluster
    definition_period = YEAR
    unit = "currency-EUR"
    label = "Costs that the Government admits, net of other public funding"


class subsidy_ceiling(ClusterVariable):
    value_type = float
    default_value = float("inf")
    entity = Cluster
    definition_period = YEAR
    unit = "currency-EUR"
    label = "The Government's ceiling of the subsidy of a year (2024 text; no ceiling if not set)"


class subsidy_year_rank(ClusterVariable):
    value_type = int
    entity = Cluster
    definition_period = YEAR
    label = "Rank of the subsidy year, earlier years of subsidy included"

    def formula(cluster: Any, period: Any) -> Any:
        started = cluster("recognition_year", period)
        prior = cluster("prior_subsidy_years", period)
        return prior + period.start.year - started + 1


class subsidy_rate(ClusterVariable):
    value_type = float
    entity = Cluster
    definition_period = YEAR
    unit = "/1"
    label = "Share of the costs that is subsidised"

    def formula_2007_07(cluster: Any, period: Any, parameters: Any) -> Any:
        return parameters(period).rate.calc(cluster("subsidy_year_rank", period))


class capped_costs(ClusterVariable):
    value_type = float
    entity = Cluster
    definition_period = YEAR
    unit = "currency-EUR"
    end = "2024-06-30"
    label = "Admitted costs up to the ceiling (2007 text)"

    def formula_2007_07(cluster: Any, period: Any, parameters: Any) -> Any:
        return min_(cluster("admitted_costs", period), parameters(period).cost_ceiling)


class subsidy(ClusterVariable):
    value_type = float
    entity = Cluster
    definition_period = YEAR
    unit = "currency-EUR"
    label = "Subsidy of the year, rounded to the cent"

    def formula_2007_07(cluster: Any, period: Any) -> Any:
        return round_(cluster("capped_costs", period) * cluster("subsidy_rate", period), 2)

    def formula_2024_07(cluster: Any, period: Any) -> Any:
        due = round_(cluster("admitted_costs", period) * cluster("subsidy_rate", period), 2)
        return min_(due, cluster("subsidy_ceiling", period))


@cache
def cluster_system() -> TaxBenefitSystem:
    """The tax-benefit system, built at the first call and shared by all later ones."""
    system = TaxBenefitSystem([Cluster])
    system.parameters = ParameterNode("", data=PARAMETERS)
    system.add_variables(
        recognition_year,
        prior_subsidy_years,
        admitted_costs,
        subsidy_ceiling,
        subsidy_year_rank,
        subsidy_rate,
        capped_costs,
        subsidy,
    )
    return system


@cache
def subsidy_years(first_year: int) -> tuple[Period, ...]:
    """The nine one-year periods of a path that starts on 1 July of ``first_year``."""
    last_year = first_year + YEARS_IN_PATH - 1
    if first_year < FIRST_YEAR_OF_2007_TEXT or last_year > LAST_YEAR_OF_2007_TEXT:
        latest = LAST_YEAR_OF_2007_TEXT - YEARS_IN_PATH + 1
        raise ValueError(
            f"first_year must be {FIRST_YEAR_OF_2007_TEXT} to {latest}, not {first_year}: "
            "all nine years must start under the 2007 text"
        )
    return tuple(Period((YEAR, Instant((year, 7, 1)), 1)) for year in range(first_year, last_year + 1))


def path_simulation(
    first_year: int,
    admitted_cents: Sequence[Sequence[int]],
    prior_years: int = 0,
    trace: bool = False,
) -> Simulation:
    """A simulation of one cluster per path, all with the same first year and prior years."""
    if any(len(path) != YEARS_IN_PATH for path in admitted_cents):
        raise ValueError(f"a path has {YEARS_IN_PATH} yearly amounts")
    periods = subsidy_years(first_year)
    count = len(admitted_cents)
    simulation = SimulationBuilder.build_default_simulation(cluster_system(), count)
    simulation.trace = trace
    simulation.set_input("recognition_year", ETERNITY, np.full(count, first_year))
    if prior_years:
        simulation.set_input("prior_subsidy_years", ETERNITY, np.full(count, prior_years))
    euros = np.array(admitted_cents, dtype=np.float64).T / 100
    for period, amounts in zip(periods, euros, strict=True):
        simulation.set_input("admitted_costs", period, amounts)
    return simulation


def in_cents(euros: Any) -> list[int]:
    """Float euros as the nearest integer cents."""
    cents: list[int] = np.rint(euros.astype(np.float64) * 100).astype(np.int64).tolist()
    return cents


def openfisca_path(first_year: int, admitted_cents: list[int], prior_years: int = 0, trace: bool = False) -> list[int]:
    """The nine yearly subsidies, in cents, of one path: one simulation for one dossier.

    ``trace`` turns OpenFisca's full tracer on, which records every calculation and its value.
    """
    simulation = path_simulation(first_year, [admitted_cents], prior_years, trace)
    return [in_cents(simulation.calculate("subsidy", period))[0] for period in subsidy_years(first_year)]


def openfisca_columns(first_year: int, admitted_euros: Any) -> Any:
    """The yearly subsidies of many paths as a column of euros for each year: all stays in arrays.

    `admitted_euros` has a row of 32-bit floats for each of the nine years, which is what OpenFisca stores.
    """
    periods = subsidy_years(first_year)
    count = admitted_euros.shape[1]
    simulation = SimulationBuilder.build_default_simulation(cluster_system(), count)
    simulation.set_input("recognition_year", ETERNITY, np.full(count, first_year))
    for period, amounts in zip(periods, admitted_euros, strict=True):
        simulation.set_input("admitted_costs", period, amounts)
    return [simulation.calculate("subsidy", period) for period in periods]


def openfisca_paths(first_year: int, admitted_cents: list[list[int]]) -> list[list[int]]:
    """The nine yearly subsidies of each of many paths: one simulation with a cluster per path."""
    if not admitted_cents:
        return []
    simulation = path_simulation(first_year, admitted_cents)
    by_year = [in_cents(simulation.calculate("subsidy", period)) for period in subsidy_years(first_year)]
    return [list(path) for path in zip(*by_year, strict=True)]
