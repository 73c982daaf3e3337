"""The versions of the law as data, and which one is in force on a day."""

from datetime import date

from clusterlaw.assumptions import Assumptions
from clusterlaw.checks import require_kind
from clusterlaw.law.decree_2007 import REGIME_2007, REGIME_2007_FROM_2023
from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.law.decree_2025 import REGIME_2025
from clusterlaw.periods import require_date
from clusterlaw.regime import Regime
from clusterlaw.sources import Label

REGIMES: tuple[Regime, ...] = (REGIME_2007, REGIME_2007_FROM_2023, REGIME_2024, REGIME_2025)


def commences_on(regime: Regime, *, assumptions: Assumptions) -> date:
    """Return the day from which a text is in force: its own date, or the one of the assumption that stands for it."""
    commencement = regime.commencement
    day: date = commencement.value or getattr(assumptions, str(commencement.assumption))
    return day


def in_force(on: date, *, assumptions: Assumptions, regimes: tuple[Regime, ...] = REGIMES) -> Regime:
    """Return the text in force on a day: the last of `regimes` that has commenced by then.

    Raises FactError before the first commencement (the decree of 2007: 1 July 2007, order of 16 May 2007, art. 12),
    TypeError or ValueError for a wrong argument.
    """
    require_date(on, where="in_force: on")
    if type(assumptions) is not Assumptions:
        require_kind(assumptions, Assumptions, where="in_force: assumptions")
    if regimes is not REGIMES:
        require_regimes(regimes, where="in_force")
    latest = regimes[0]
    if on < commences_on(latest, assumptions=assumptions):
        raise _too_early(on, latest)
    for regime in regimes:
        if (regime.commencement.value or commences_on(regime, assumptions=assumptions)) <= on:
            latest = regime
    return latest


def require_regimes(regimes: object, *, where: str) -> None:
    """Raise TypeError, naming `where`, unless given a tuple of Regime, ValueError unless it holds at least one."""
    if type(regimes) is not tuple:
        raise TypeError(f"{where}: regimes is a {type(regimes).__name__}; give a tuple of Regime, such as REGIMES")
    if not regimes:
        raise ValueError(f"{where}: regimes is empty; give at least one Regime, or leave it out for those enacted")
    for regime in regimes:
        require_kind(regime, Regime, where=f"{where}: regimes")


def _too_early(on: date, first: Regime) -> ValueError:
    from clusterlaw.errors import FactError, Problem

    commencement = first.commencement
    return FactError(
        Problem(
            path="recognised_on",
            what=Label(
                fr=f"le {on} précède l'entrée en vigueur du décret, le {commencement.value}",
                en=f"{on} is before the decree was in force, on {commencement.value}",
            ),
            rule=str(commencement.citation),
            remedy=Label(
                fr="donnez la date de la reconnaissance sous le décret et comptez les années de subvention "
                "antérieures dans prior_subsidy_years (art. 10 al. 2)",
                en="give the day of the recognition under the decree, and count earlier years of subsidy in "
                "prior_subsidy_years (art. 10 al. 2)",
            ),
        )
    )
