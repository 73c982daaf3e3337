"""What must always hold of the plateau: the activity is the largest that the means can finance, to the cent."""

from hypothesis import given
from hypothesis import strategies as st

from clusterlaw import Euro, plateau
from clusterlaw.plateaus import PlateauYear
from clusterlaw.regime import Regime
from tests.properties.dossiers import euros
from tests.properties.handwritten import CEILING_2007, share

years_of_plateau = st.integers(1, 12)
amounts = euros.filter(lambda amount: amount.cents <= 10**12)


def subsidy(costs: int, year: PlateauYear, regime: Regime) -> int:
    """The rule by hand: min(C, K) x p, or min(C x p, K), half a cent up."""
    percent = int(str(year.rate.percentage))
    if "cap_costs" in regime.operations.value:
        return share(min(costs, CEILING_2007), percent, "half_up")
    return min(share(costs, percent, "half_up"), CEILING_2007)


@given(first=amounts, growth=amounts, means=amounts, years=years_of_plateau)
def test_a_cent_more_of_activity_would_exceed_the_means(first: Euro, growth: Euro, means: Euro, years: int) -> None:
    found = plateau(first_costs=first, yearly_growth=growth, own_means=means, years=years)
    for regime, side in ((found.regime, found.under_text), (found.reform, found.under_reform)):
        for year in side:
            most = year.activity.cents
            assert most - subsidy(most, year, regime) <= means.cents
            assert most + 1 - subsidy(most + 1, year, regime) > means.cents
            assert year.subsidy.cents == subsidy(year.costs.cents, year, regime)
            assert year.own_share == year.costs - year.subsidy
            assert year.flat == (subsidy(year.costs.cents + 100, year, regime) == year.subsidy.cents)


@given(first=amounts, growth=amounts, means=amounts, years=years_of_plateau)
def test_a_subsidy_ceiling_never_finances_less(first: Euro, growth: Euro, means: Euro, years: int) -> None:
    found = plateau(first_costs=first, yearly_growth=growth, own_means=means, years=years)
    for one, other in zip(found.under_text, found.under_reform, strict=True):
        assert one.subsidy <= other.subsidy
        assert one.activity <= other.activity
    for check in found.checks:
        assert not set(check.borne_out_in) & set(check.not_in)
    assert found.checks[0].not_in == ()
    assert found.checks[3].not_in == ()
