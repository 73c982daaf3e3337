"""The periods of a recognition (triennats, quadriennats, years) and the text of each (arts 2 and 22)."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from clusterlaw.assumptions import Assumptions
from clusterlaw.checks import LATEST_DATE
from clusterlaw.law import REGIMES, commences_on, in_force
from clusterlaw.periods import LeapDayReading, anniversary, months_before
from clusterlaw.regime import Regime
from clusterlaw.rule import Rule
from clusterlaw.sources import Label
from clusterlaw.values import frozen

if TYPE_CHECKING:
    from clusterlaw.errors import Problem


@frozen(kw_only=True)
class RecognitionPeriod:
    """A recognition period: its number (from 1), its text, its subsidy years (from 1, both included) and their days.

    `days` are the first days of its subsidy years, and last the day before which it ends.
    """

    number: int
    regime: Regime
    first_year: int
    last_year: int
    days: tuple[date, ...]

    @property
    def starts_on(self) -> date:
        """The first day of the period."""
        return self.days[0]

    @property
    def ends_before(self) -> date:
        """The day after the last of the period."""
        return self.days[-1]


def subsidy_years(
    *, recognised_on: date, first_year: int, last_year: int, leap_day: LeapDayReading
) -> tuple[date, ...]:
    """Return the days on which subsidy years start, and last the day before which the last of them ends.

    Year n runs from the (n - 1)th to the nth anniversary, each counted from the recognition (`year_counting`).
    """
    return tuple(
        [anniversary(recognised_on, years=years, leap_day=leap_day) for years in range(first_year - 1, last_year + 1)]
    )


def periods_through(
    *,
    recognised_on: date,
    years: int,
    day: date,
    assumptions: Assumptions,
    regimes: tuple[Regime, ...] = REGIMES,
) -> tuple[RecognitionPeriod, ...]:
    """Return the periods of a recognition, without gap, up to the one that reaches year `years` and ends after `day`.

    The text of a period is the one in force on its first day, for its whole length (art. 22 of the decree of 2024;
    assumption `running_recognition_2025`). Raises FactError before the decree was in force.
    """
    periods: list[RecognitionPeriod] = []
    first_year, starts_on = 1, recognised_on
    while first_year <= years or starts_on <= day:
        regime = in_force(starts_on, assumptions=assumptions, regimes=regimes)
        last_year = first_year + regime.recognition_years.value - 1
        days = subsidy_years(
            recognised_on=recognised_on, first_year=first_year, last_year=last_year, leap_day=assumptions.leap_day
        )
        periods.append(
            RecognitionPeriod(
                number=len(periods) + 1, regime=regime, first_year=first_year, last_year=last_year, days=days
            )
        )
        first_year, starts_on = last_year + 1, days[-1]
    return tuple(periods)


def text_of_period(*, starts_on: date, assumptions: Assumptions, regimes: tuple[Regime, ...] = REGIMES) -> Regime:
    """Return the text of a period that starts on a day: the one in force on that day."""
    return in_force(starts_on, assumptions=assumptions, regimes=regimes)


def running_text(
    *, recognised_on: date | None, day: date, assumptions: Assumptions, regimes: tuple[Regime, ...] = REGIMES
) -> Regime:
    """Return the text of the recognition period that runs on a day; without a recognition by then, the one in force."""
    if recognised_on is None or day < recognised_on:
        return in_force(day, assumptions=assumptions, regimes=regimes)
    periods = periods_through(recognised_on=recognised_on, years=1, day=day, assumptions=assumptions, regimes=regimes)
    return periods[-1].regime


def later_texts(
    *, period: RecognitionPeriod, before: date, assumptions: Assumptions, regimes: tuple[Regime, ...] = REGIMES
) -> tuple[Regime, ...]:
    """Return the texts that came into force while the period was running, before a day, and did not reach it.

    A text that a later one had replaced before its day never was in force, and displaced nothing (art. 22).
    """
    found = []
    for regime in regimes:
        day = regime.commencement.value or commences_on(regime, assumptions=assumptions)
        came = period.starts_on < day < before and regime.identifier != period.regime.identifier
        if came and in_force(day, assumptions=assumptions, regimes=regimes) is regime:
            found.append(regime)
    return tuple(found)


def last_day_to_request_renewal(
    *, period: RecognitionPeriod, renewed_under: Regime, assumptions: Assumptions
) -> date | None:
    """Return the last day on which the renewal of a period may be requested (art. 6; assumption `deadline_counting`).

    None where the text of the renewal leaves it open (`renewal_deadline_2025`).
    """
    months = renewed_under.renewal_request_months.value
    if months is None:
        return None
    day = months_before(period.ends_before, months=months)
    return day if assumptions.deadline_counting == "on" else date.fromordinal(day.toordinal() - 1)


def date_problems(
    *, periods: tuple[RecognitionPeriod, ...] | None, renewal_starts: Mapping[str, date]
) -> "tuple[Problem, ...]":
    """Return what is wrong with the days on which renewals start, given by their path in the document (art. 2).

    `periods` None: they are not known, and only a day given twice is wrong.
    """
    starts = None if periods is None else [period.ends_before for period in periods]
    problems: list[Problem] = []
    seen: set[date] = set()
    for path, day in renewal_starts.items():
        if day in seen or (starts is not None and day not in starts):
            problems.append(_wrong_start(path, day, starts or [], repeated=day in seen))
        seen.add(day)
    return tuple(problems)


def _wrong_start(path: str, day: date, starts: list[date], *, repeated: bool) -> "Problem":
    from clusterlaw.errors import Problem

    possible = [start for start in starts if start <= LATEST_DATE]
    nearest = sorted(sorted(possible, key=lambda start: abs(start - day))[:4])
    dates = ", ".join(str(start) for start in nearest)
    what = (
        Label(fr=f"{day} répète un autre renouvellement", en=f"{day} repeats another renewal")
        if repeated
        else Label(
            fr=f"aucune période de reconnaissance ultérieure ne commence le {day}",
            en=f"no later recognition period starts on {day}",
        )
    )
    remedy = Label(
        fr=f"les périodes les plus proches commencent le {dates}", en=f"the nearest periods start on {dates}"
    )
    if not dates:
        remedy = Label(
            fr=f"donnez une entrée par période, qui commence au plus tard le {LATEST_DATE}",
            en=f"give one entry for each period, which starts on {LATEST_DATE} at the latest",
        )
    return Problem(path=path, what=what, rule="decree-2007 art. 2 al. 1", remedy=remedy)


SUBSIDY_YEARS = Rule(
    identifier="recognition.subsidy_years",
    label=Label(fr="jours des années de subvention", en="days of the subsidy years"),
    function=subsidy_years,
    parameters=("recognised_on", "first_year", "last_year", "leap_day"),
    reads="recognition_years",
)
TEXT_OF_PERIOD = Rule(
    identifier="recognition.text_of_period",
    label=Label(fr="texte de la période", en="text of the period"),
    function=text_of_period,
    parameters=("starts_on", "assumptions", "regimes"),
    reads="commencement",
)
LATER_TEXTS = Rule(
    identifier="recognition.later_texts",
    label=Label(
        fr="textes postérieurs écartés jusqu'au terme de la période", en="later texts kept out until the period ends"
    ),
    function=later_texts,
    parameters=("period", "before", "assumptions", "regimes"),
    reads="transition",
)
RULES = (SUBSIDY_YEARS, TEXT_OF_PERIOD, LATER_TEXTS)
