"""What works on a regime works on a reform: one expression changes the law, and the path follows."""

from datetime import date

import attrs

from clusterlaw.dossier import Cluster, CostLine, Dossier, YearFacts
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import funding_path
from clusterlaw.regime import Regime

COSTS = (CostLine(nature="structure", purpose="set_up", amount=Euro(200_000), other_public_funding=Euro(0)),)
DOSSIER = Dossier(
    cluster=Cluster(name="reform", legal_form="asbl"),
    recognised_on=date(2008, 3, 1),
    years=(YearFacts(costs=COSTS),) * 9,
)


def most(reform: Regime, number: int) -> Euro | None:
    return funding_path(DOSSIER, years=number, regimes=(reform,)).years[-1].subsidy_at_most


def test_a_ceiling_on_the_subsidy_instead_of_the_costs() -> None:
    order = attrs.evolve(REGIME_2007.operations, value=("apply_percentage", "cap_subsidy"))
    reform = attrs.evolve(REGIME_2007, operations=order)
    assert most(REGIME_2007, 4) == Euro(128_000)
    assert most(reform, 4) == Euro(160_000)  # 80 % of 200,000 = 160,000, at the ceiling
    assert most(reform, 7) == Euro(100_000)  # 50 % of 200,000
    assert funding_path(DOSSIER, regimes=(reform,)).years[0].capped_costs is None


def test_a_percentage_that_is_not_whole() -> None:
    rates = tuple(attrs.evolve(band, percentage=Percentage("33.33")) for band in REGIME_2007.rates)
    reform = attrs.evolve(REGIME_2007, rates=rates)
    assert most(reform, 1) == Euro("53328.00")  # 160,000 x 33.33 %


def test_an_indexed_ceiling_and_longer_periods() -> None:
    reform = attrs.evolve(
        REGIME_2007,
        ceiling=attrs.evolve(REGIME_2007.ceiling, amount=Euro(180_000)),
        recognition_years=attrs.evolve(REGIME_2007.recognition_years, value=5),
    )
    assert most(reform, 1) == Euro(180_000)
    path = funding_path(DOSSIER, regimes=(reform,))
    assert [year.recognition_period for year in path.years] == [1] * 5 + [2] * 4
