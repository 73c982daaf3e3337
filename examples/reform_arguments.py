"""What the scripts try each what-if with: the library has no defaults of its own, as none of this is law."""

from typing import Any

from clusterlaw import REGIMES, Euro, Percentage, Regime
from clusterlaw.reforms import Reform

ARGUMENTS: dict[str, dict[str, Any]] = {
    "subsidy_ceiling": {"amount": None},
    "indexed_ceiling": {"percentage": Percentage(2), "rounding": "half_up"},
    "scheduled_ceiling": {"amounts": (*(Euro(160_000),) * 3, *(Euro(180_000),) * 3, Euro(200_000))},
    "percentages_of_2024": {},
    "no_degressivity": {"percentage": Percentage(100)},
    "linear_degressivity": {"first": Percentage(100), "last": Percentage(50), "years": 9},
    "scheduled_percentages": {"percentages": tuple(Percentage(each) for each in (100, 100, 100, 90, 80, 70, 60))},
}


def regimes_under(reform: Reform) -> tuple[Regime, ...]:
    """Return the versions of the law under a what-if, with the arguments above."""
    return reform.of(REGIMES, **ARGUMENTS[reform.name])
