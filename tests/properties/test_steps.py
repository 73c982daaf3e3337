"""What must always hold of explanations: the steps of a year replay to the same figures."""

from hypothesis import given

from clusterlaw.dossier import Dossier
from clusterlaw.path import funding_path
from tests.properties.dossiers import dossiers, horizons

AMOUNTS = ("subsidy.cap_costs", "subsidy.apply_percentage", "subsidy.cap_subsidy")


@given(dossier=dossiers(), horizon=horizons)
def test_steps_replay(dossier: Dossier, horizon: int) -> None:
    """Art. 3: applying the rule of each step to its inputs gives its result again."""
    for year in funding_path(dossier, years=horizon).years:
        assert year.steps
        for step in year.steps:
            assert step.replay() == step.result
            assert step.citations


@given(dossier=dossiers(), horizon=horizons)
def test_steps_end_in_the_subsidy(dossier: Dossier, horizon: int) -> None:
    """Art. 3 § 1 al. 4 (2024: al. 2): the last step on amounts is the subsidy, or the bound that it leads to."""
    for year in funding_path(dossier, years=horizon).years:
        if year.status == "refused":
            assert year.subsidy is not None
            assert year.subsidy.cents == 0
            assert "subsidy.apply_percentage" not in {step.rule.identifier for step in year.steps}
            continue
        amounts = [step for step in year.steps if step.rule.identifier in AMOUNTS]
        greatest = year.subsidy_at_most
        assert amounts[-1].result == (None if greatest is None else greatest.cents)
        if year.subsidy is not None:
            assert amounts[-1].result == year.subsidy.cents
        least = [step for step in amounts if step.bound != "greatest"][-1]
        assert year.subsidy_at_least.cents in {0, least.result}
