"""The versions of arts 1, 2, 4 and 5 as data, and which one goes with a regime."""

from collections.abc import Iterable

from clusterlaw.law.selection_2007 import SELECTION_2007
from clusterlaw.law.selection_2024 import SELECTION_2024
from clusterlaw.law.selection_2025 import SELECTION_2025
from clusterlaw.regime import Regime
from clusterlaw.selection import Selection

SELECTIONS: tuple[Selection, ...] = (SELECTION_2007, SELECTION_2024, SELECTION_2025)


def selection_of(regime: Regime, *, selections: Iterable[Selection] = SELECTIONS) -> Selection:
    """Return the version of arts 1, 2, 4 and 5 that goes with a regime.

    Raises TypeError for anything but a Regime, ValueError where none has its name.
    """
    if type(regime) is not Regime:
        raise TypeError(f"selection_of: regime is a {type(regime).__name__}; give a clusterlaw.Regime")
    for selection in selections:
        if selection.identifier == regime.identifier:
            return selection
    raise ValueError(
        f"selection_of: no selection is named {regime.identifier!r}; give one with the identifier of the regime"
    )
