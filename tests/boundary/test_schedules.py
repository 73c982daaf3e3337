"""Where schedules by year bend: the year on which an amount or a percentage changes, the last one, and half cents."""

from datetime import date

import attrs
import pytest

from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, YearFacts
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.money import Euro, Percentage, RoundingName
from clusterlaw.path import funding_path
from clusterlaw.reforms import indexed_ceiling, linear_degressivity, scheduled_ceiling, scheduled_percentages
from clusterlaw.regime import Indexation, Regime
from clusterlaw.sources import Basis

LINE = CostLine(nature="structure", purpose="set_up", amount=Euro(10**9), other_public_funding=Euro(0))


def years(regime: Regime, count: int, *, prior: int = 0) -> list[tuple[str, int | None]]:
    """The percentage and the greatest subsidy, in cents, of each year on costs above every ceiling."""
    dossier = Dossier(
        cluster=Cluster(name="x", legal_form="asbl"),
        recognised_on=date(2008, 3, 1),
        prior_subsidy_years=prior,
        years=(YearFacts(costs=(LINE,)),) * count,
    )
    path = funding_path(dossier, years=count, regimes=(regime,))
    return [(str(year.bands[0].percentage), year.greatest_stages[-1]) for year in path.years]


def test_a_schedule_of_ceilings_counts_the_years_of_the_recognition() -> None:
    reform = scheduled_ceiling(REGIME_2007, amounts=(Euro(100), Euro(200), Euro(300)))
    assert years(reform, 5) == [("100", 10_000), ("100", 20_000), ("100", 30_000), ("80", 24_000), ("80", 24_000)]
    # three earlier years of subsidy move the percentage (art. 10 al. 2), not the ceiling
    assert years(reform, 2, prior=3) == [("80", 8_000), ("80", 16_000)]


def test_a_schedule_of_percentages_counts_ranks() -> None:
    reform = scheduled_percentages(REGIME_2007, percentages=tuple(map(Percentage, (90, 90, 70, 10))))
    assert [percent for percent, _ in years(reform, 6)] == ["90", "90", "70", "10", "10", "10"]
    assert [percent for percent, _ in years(reform, 3, prior=2)] == ["70", "10", "10"]
    assert [(band.first_rank, band.last_rank) for band in reform.rates] == [(1, 2), (3, 3), (4, None)]


def test_linear_degressivity_ends_on_its_last_year() -> None:
    reform = linear_degressivity(REGIME_2007, first=Percentage(100), last=Percentage(0), years=2)
    assert years(reform, 3) == [("100", 16_000_000), ("0", 0), ("0", 0)]
    thirds = linear_degressivity(REGIME_2007, first=Percentage(100), last=Percentage(50), years=4)
    # 5/6 of 160,000 = 133,333.333…; 2/3 = 106,666.666…
    assert years(thirds, 5) == [
        ("100", 16_000_000),
        ("83 1/3", 13_333_333),
        ("66 2/3", 10_666_667),
        ("50", 8_000_000),
        ("50", 8_000_000),
    ]
    level = linear_degressivity(REGIME_2007, first=Percentage(60), last=Percentage(60), years=50)
    assert len(level.rates) == 1


@pytest.mark.parametrize(("rounding", "second"), [("half_up", 2), ("down", 1)])
def test_half_a_cent_of_the_index(rounding: RoundingName, second: int) -> None:
    cent = scheduled_ceiling(REGIME_2007, amounts=(Euro("0.01"),))
    reform = indexed_ceiling(cent, percentage=Percentage(50), rounding=rounding)
    assert years(reform, 2) == [("100", 1), ("100", second)]  # 1.5 cents


def test_the_index_of_the_fiftieth_year() -> None:
    reform = indexed_ceiling(REGIME_2007, percentage=Percentage(100), rounding="half_up")
    assert reform.ceiling.amount == Euro(160_000)
    dossier = Dossier(cluster=Cluster(name="x", legal_form="asbl"), recognised_on=date(2008, 3, 1))
    last = funding_path(dossier, years=50, regimes=(reform,)).years[-1]
    assert last.ceiling == Euro(160_000 * 2**49)


@pytest.mark.parametrize(("stated", "ceilings"), [(None, []), (Euro(100), [10_000, 11_000])])
def test_a_ceiling_that_the_caller_states_may_move_too(stated: Euro | None, ceilings: list[int]) -> None:
    index = Indexation(
        percentage=Percentage(10), rounding="down", citation=REGIME_2024.ceiling.citation, basis=Basis.REFORM
    )
    reform = attrs.evolve(REGIME_2024, ceiling=attrs.evolve(REGIME_2024.ceiling, by_year=index))
    dossier = Dossier(
        cluster=Cluster(name="x", legal_form="asbl"),
        recognised_on=date(2024, 8, 1),
        first_period=FirstPeriod(subsidy_ceiling=stated),
    )
    path = funding_path(dossier, years=2, regimes=(reform,))
    moving = [step for steps in path.steps for step in steps if step.rule.identifier == "subsidy.ceiling_of_year"]
    assert [step.result for step in moving] == ceilings
    assert [year.ceiling and year.ceiling.cents for year in path.years] == (ceilings or [None, None])
