"""Hypothesis strategies for what-ifs of the law, with any amounts and percentages."""

from fractions import Fraction
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from clusterlaw.law import REGIMES
from clusterlaw.money import Percentage
from clusterlaw.reforms import REFORMS
from clusterlaw.regime import Regime
from tests.properties.dossiers import euros

percentages = st.one_of(
    st.integers(0, 100).map(Percentage),
    st.fractions(0, 1, max_denominator=12).map(lambda share: Percentage.of(share.numerator, share.denominator)),
)
ARGUMENTS = {
    "amount": st.one_of(st.none(), euros),
    "percentage": percentages,
    "rounding": st.sampled_from(("half_up", "down")),
    "amounts": st.lists(euros, min_size=1, max_size=16).map(tuple),
    "first": percentages,
    "last": percentages,
    "years": st.integers(2, 16),
    "percentages": st.lists(percentages, min_size=1, max_size=16).map(tuple),
}


@frozen
class Reformed:
    """What-ifs by name with their arguments: shown in a failure as they are, not as the versions of the law."""

    reforms: tuple[tuple[str, dict[str, Any]], ...]

    @property
    def regimes(self) -> tuple[Regime, ...]:
        """The versions of the law, changed by the what-ifs in their order."""
        by_name, regimes = {reform.name: reform for reform in REFORMS}, REGIMES
        for name, arguments in self.reforms:
            regimes = by_name[name].of(regimes, **arguments)
        return regimes


LAW = Reformed(())


@st.composite
def reformed_laws(draw: st.DrawFn) -> Reformed:
    """The versions of the law, changed by one or two what-ifs of the catalogue."""
    chosen = draw(st.lists(st.sampled_from(REFORMS), min_size=1, max_size=2))
    return Reformed(
        tuple((reform.name, {name: draw(ARGUMENTS[name]) for name in reform.parameters}) for reform in chosen)
    )


def exact(percentage: Percentage) -> Fraction:
    """A percentage as a fraction of one."""
    return Fraction(percentage.numerator, percentage.denominator)
