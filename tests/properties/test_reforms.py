"""What must always hold of what-ifs: marked as nobody's law, exact, monotone, and idle where they change nothing."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import attrs
from hypothesis import given
from hypothesis import strategies as st

from clusterlaw.catalogue import ACTS, legal_values
from clusterlaw.dossier import Cluster, Dossier
from clusterlaw.law import REGIMES
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import FundingPath, funding_path
from clusterlaw.reforms import (
    indexed_ceiling,
    linear_degressivity,
    no_degressivity,
    percentages_of_2024,
    scheduled_ceiling,
    scheduled_percentages,
    subsidy_ceiling,
)
from clusterlaw.regime import Regime
from clusterlaw.sources import Basis
from tests.properties.dossiers import dossiers, euros, horizons, settled_dossiers
from tests.properties.handwritten import to_cents
from tests.properties.reforms import Reformed, exact, percentages, reformed_laws


def path(dossier: Dossier, horizon: int, reform: Callable[[Regime], Regime] = lambda regime: regime) -> FundingPath:
    """The path under the law, its texts of 2007 changed by a reform."""
    regimes = tuple(reform(regime) if regime.identifier == "2007" else regime for regime in REGIMES)
    return funding_path(dossier, years=horizon, regimes=regimes)


def cents(path: FundingPath) -> list[int | None]:
    return [year.greatest_stages[-1] for year in path.years]


@given(dossier=dossiers(), horizon=horizons, law=reformed_laws())
def test_steps_replay_under_reforms(dossier: Dossier, horizon: int, law: Reformed) -> None:
    for year in funding_path(dossier, years=horizon, regimes=law.regimes).years:
        for step in year.steps:
            assert step.replay() == step.result
            assert step.citations
        assert year.subsidy_at_most is None or year.subsidy_at_least <= year.subsidy_at_most


@given(law=reformed_laws())
def test_what_a_reform_changes_says_that_it_is_nobodys_law(law: Reformed) -> None:
    for regime, text in zip(law.regimes, REGIMES, strict=True):
        assert bool(regime.reforms) == (regime != text)
        assert regime.identifier == text.identifier
        own = {value.value for value in legal_values(text)}
        for value in legal_values(regime):
            assert value.citation.act in ACTS
            assert (value.basis is Basis.REFORM) or value.value in own


@given(dossier=settled_dossiers(), horizon=horizons)
def test_a_reform_that_changes_nothing_changes_no_cent(dossier: Dossier, horizon: int) -> None:
    percents = tuple(map(Percentage, (100, 100, 100, 80, 80, 80, 50)))
    same: tuple[Callable[[Regime], Regime], ...] = (
        lambda regime: scheduled_percentages(regime, percentages=percents),
        lambda regime: indexed_ceiling(regime, percentage=Percentage(0), rounding="down"),
        lambda regime: scheduled_ceiling(regime, amounts=(Euro(160_000),)),
    )
    law = cents(path(dossier, horizon))
    for reform in same:
        assert cents(path(dossier, horizon, reform)) == law


@given(dossier=settled_dossiers(), horizon=horizons)
def test_the_ceiling_on_the_subsidy_never_gives_less(dossier: Dossier, horizon: int) -> None:
    """min(r C, K) is never less than r min(C, K)."""
    law, reform = cents(path(dossier, horizon)), cents(path(dossier, horizon, subsidy_ceiling))
    assert all(one <= other for one, other in zip(law, reform, strict=True))  # type: ignore[operator]


@given(dossier=settled_dossiers(), horizon=horizons, low=euros, high=euros)
def test_monotone_in_the_ceiling(dossier: Dossier, horizon: int, low: Euro, high: Euro) -> None:
    low, high = sorted((low, high))
    less = cents(path(dossier, horizon, lambda regime: scheduled_ceiling(regime, amounts=(low,))))
    more = cents(path(dossier, horizon, lambda regime: scheduled_ceiling(regime, amounts=(high,))))
    assert all(one <= other for one, other in zip(less, more, strict=True))  # type: ignore[operator]


@given(dossier=settled_dossiers(), horizon=horizons, low=percentages, high=percentages)
def test_monotone_in_the_percentage(dossier: Dossier, horizon: int, low: Percentage, high: Percentage) -> None:
    low, high = sorted((low, high), key=exact)
    less = cents(path(dossier, horizon, lambda regime: no_degressivity(regime, percentage=low)))
    more = cents(path(dossier, horizon, lambda regime: no_degressivity(regime, percentage=high)))
    assert all(one <= other for one, other in zip(less, more, strict=True))  # type: ignore[operator]


@given(amount=euros, percentage=percentages, rounding=st.sampled_from(("half_up", "down")), years=horizons)
def test_an_indexed_ceiling_is_compounded_exactly(
    amount: Euro, percentage: Percentage, rounding: str, years: int
) -> None:
    law = attrs.evolve(REGIME_2007, ceiling=attrs.evolve(REGIME_2007.ceiling, amount=amount))
    reform = indexed_ceiling(law, percentage=percentage, rounding=rounding)  # type: ignore[arg-type]
    dossier = Dossier(cluster=Cluster(name="Cluster", legal_form="asbl"), recognised_on=date(2008, 3, 1))
    for year in funding_path(dossier, years=years, regimes=(reform,)).years:
        assert year.ceiling is not None
        assert year.ceiling.cents == to_cents(amount.cents * (1 + exact(percentage)) ** (year.number - 1), rounding)


@given(first=percentages, last=percentages, years=st.integers(2, 50))
def test_linear_degressivity_goes_in_equal_steps(first: Percentage, last: Percentage, years: int) -> None:
    rates = linear_degressivity(REGIME_2007, first=first, last=last, years=years).rates
    found = []
    for band in rates:
        end = band.last_rank or max(years, band.first_rank)
        found += [exact(band.percentage)] * (end - band.first_rank + 1)
    step = Fraction(exact(last) - exact(first), years - 1)
    assert found == [exact(first) + place * step for place in range(years)]
    assert rates[-1].last_rank is None


@given(percentage=percentages)
def test_a_percentage_of_a_fraction_is_that_fraction(percentage: Percentage) -> None:
    again = Percentage.of(percentage.numerator, percentage.denominator)
    assert again == percentage
    assert again.fraction == exact(percentage)
    assert eval(repr(percentage), {"Percentage": Percentage}) == percentage


def test_the_bands_of_2024_keep_their_own_provision_beside_the_one_they_change() -> None:
    for band in percentages_of_2024(REGIME_2007).rates:
        assert str(band.citation) == "decree-2007 art. 3 § 1 al. 4"
        assert [str(each).partition(" al. 4 ")[0] for each in band.also] == ["decree-2007 art. 3"]
