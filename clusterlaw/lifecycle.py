"""The state of a cluster on any day: whether it is recognised, in which period and year, under which text, and why."""

from datetime import date
from itertools import takewhile

from clusterlaw.checks import LATEST_DATE
from clusterlaw.dossier import Dossier
from clusterlaw.errors import FactError, Problem
from clusterlaw.finding import Reason, Step
from clusterlaw.history import Event, History
from clusterlaw.law import REGIMES, commences_on, in_force
from clusterlaw.law.lifecycles import LIFECYCLES
from clusterlaw.law.timetables import TIMETABLES
from clusterlaw.life import Life, Moment, describe_state, life_of
from clusterlaw.periods import Period, require_date
from clusterlaw.recognition import RecognitionPeriod, later_texts, periods_through
from clusterlaw.regime import Affects, Regime
from clusterlaw.rules.subsidy import RANK_OF_YEAR, rank_of_year
from clusterlaw.sources import Citation, Label, Source
from clusterlaw.standing import PeriodFinding, period_findings
from clusterlaw.steps import step_of_days, step_of_later_texts, step_of_text
from clusterlaw.timetable import Timetable
from clusterlaw.transitions import Lifecycle, State, SubsidyState
from clusterlaw.values import frozen


def finding_of_period(life: Life, moment: Moment) -> PeriodFinding:
    """Return the finding of the recognition period that runs from a moment. Raises ValueError where none runs."""
    if moment.period is None or moment.recognised_on is None:
        raise ValueError(f"finding_of_period: no period runs from {moment.day}; ask of a moment that has one")
    stated, history = life.history.dossier, life.history
    dossier = Dossier(cluster=history.cluster, recognised_on=moment.recognised_on, assumptions=history.assumptions)
    if stated is not None and stated.recognised_on == moment.recognised_on:
        dossier = stated
    periods = periods_through(
        recognised_on=moment.recognised_on,
        years=1,
        day=moment.period.starts_on,
        assumptions=history.assumptions,
        regimes=life.regimes,
    )
    return list(period_findings(dossier, periods=periods, regimes=life.regimes))[-1]


@frozen(kw_only=True)
class Standing:
    """The state of a cluster (situation) on a day, and why.

    `moment` is the last one by that day; None: nothing has happened yet. `subsidy` never says that a subsidy is
    granted: "open" is what is due if it is.
    """

    day: date
    life: Life
    moment: Moment | None
    text_in_force: Regime

    @property
    def state(self) -> State:
        """The state of the recognition."""
        return "not_recognised" if self.moment is None else self.moment.state

    @property
    def subsidy(self) -> SubsidyState:
        """The state of the subsidy."""
        return "none" if self.moment is None else self.moment.subsidy

    @property
    def recognised(self) -> bool:
        """Whether the cluster is recognised."""
        return describe_state(self.state).recognised

    @property
    def recognition(self) -> int:
        """How many recognitions there have been, with the one that runs."""
        return 0 if self.moment is None else self.moment.recognition

    @property
    def period(self) -> RecognitionPeriod | None:
        """The recognition period that runs; None: none does."""
        return None if self.moment is None else self.moment.period

    @property
    def text(self) -> Regime:
        """The text of the conditions: that of the running period (art. 22), else the one in force."""
        return self.text_in_force if self.period is None else self.period.regime

    @property
    def year(self) -> int | None:
        """The subsidy year, counted from the recognition that runs; None: none runs."""
        if self.period is None:
            return None
        passed = sum(1 for day in self.period.days[1:] if day <= self.day)
        return self.period.first_year + passed

    @property
    def year_days(self) -> Period | None:
        """The days of the subsidy year; None: none runs."""
        if self.period is None or self.year is None:
            return None
        index = self.year - self.period.first_year
        return Period(self.period.days[index], self.period.days[index + 1])

    @property
    def ranks(self) -> tuple[int, ...]:
        """The ranks that the year may have in the percentages; () where none runs or no text tells it.

        More than one where the readings of `seniority_after_2024` differ.
        """
        return tuple(sorted({step.result for step in self._rank_steps}))

    @property
    def falls(self) -> Affects | None:
        """What has fallen: the subsidy alone, or the recognition and the subsidy with it; None: nothing has."""
        fallen = self.fallen
        return None if fallen is None else fallen.falls

    @property
    def fallen(self) -> Moment | None:
        """The moment at which it fell, with its provision; None: nothing has fallen."""
        if self.subsidy in ("open", "earlier", "may_be_lost"):
            return None
        past = [each for each in self._past if each.falls is not None]
        return past[-1] if past else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The conditions of the dossier that certainly fail, where one let the subsidy or the recognition fall."""
        fallen, stated = self.fallen, self.life.history.dossier
        if fallen is None or stated is None or self.recognition > 1 or not any(each.presumed for each in self._events):
            return ()
        day = fallen.day if fallen.index is None else self.day
        periods = periods_through(
            recognised_on=stated.recognised_on,
            years=1,
            day=day,
            assumptions=stated.assumptions,
            regimes=self.life.regimes,
        )
        within = list(period_findings(stated, periods=periods, regimes=self.life.regimes))[-1]
        return within.reasons(within.period.first_year)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the facts or assumptions that would settle the state; () if it is settled.

        `events.renewed` after an end for which no decision is stated: what is not stated may have happened.
        """
        if self.moment is None:
            return ()
        names = [*self.moment.missing]
        within = self._within
        if within is not None and self.year is not None and any(each.presumed for each in self._events):
            names += within.doubts(self.year)
        if len(self.ranks) > 1:
            names.append(f"assumptions.{self.text.seniority.assumption}")
        return tuple(dict.fromkeys(names))

    @property
    def questions(self) -> tuple[str, ...]:
        """The names of the questions that no text settles."""
        since = list(takewhile(lambda each: each.period == self.period, reversed(self._past)))
        names = [name for each in reversed(since) for name in each.questions]
        if self.subsidy == "earlier" and self.life.timetable(self.text_in_force).pilot_request_months.value is None:
            names.append("earlier_subsidy_without_recognition")
        return tuple(dict.fromkeys(names))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps that the state rests on: events and ends of periods, the days, the text and the rank."""
        steps = [step for each in self._past for step in each.steps]
        within = self._within
        if within is not None:
            steps += [step_of_days(within), step_of_text(within)]
            before = date.fromordinal(self.day.toordinal() + 1)
            assumptions = self.life.history.assumptions
            if later_texts(period=within.period, before=before, assumptions=assumptions, regimes=self.life.regimes):
                steps.append(step_of_later_texts(within, before))
        return (*steps, *self._rank_steps)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The names of the assumptions that the state rests on."""
        return tuple(dict.fromkeys(name for step in self.steps for name in step.assumptions))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that the state rests on."""
        return tuple(dict.fromkeys(citation for step in self.steps for citation in step.citations))

    @property
    def _past(self) -> tuple[Moment, ...]:
        return tuple(each for each in self.life.moments if each.day <= self.day)

    @property
    def _events(self) -> tuple[Event, ...]:
        return self.life.history.events

    @property
    def _within(self) -> PeriodFinding | None:
        runs = self.moment is not None and self.moment.period is not None
        return finding_of_period(self.life, self.moment) if self.moment is not None and runs else None

    @property
    def _rank_steps(self) -> tuple[Step, ...]:
        within, year = self._within, self.year
        if within is None or year is None or self.recognition > 1:
            return ()
        stated, seniority = within.dossier.prior_subsidy_years, within.period.regime.seniority
        readings = within.readings
        steps = []
        for reading in readings:
            arguments = (year, stated or 0, within.years_under_earlier_texts, reading)
            names = ["no_prior_subsidy"] if stated is None and reading == "counts_from_first_subsidy" else []
            if seniority.assumption is not None and len(readings) == 1:
                names.append(seniority.assumption)
            grounds: tuple[Source | str, ...] = (seniority, *names)
            rank = rank_of_year(
                year=year,
                prior_years=stated or 0,
                years_under_earlier_texts=within.years_under_earlier_texts,
                reading=reading,
            )
            steps.append(Step(RANK_OF_YEAR, arguments, rank, grounds))
        return tuple(steps)


def state_on(
    history: History,
    day: date,
    *,
    regimes: tuple[Regime, ...] = REGIMES,
    lifecycles: tuple[Lifecycle, ...] = LIFECYCLES,
    timetables: tuple[Timetable, ...] = TIMETABLES,
) -> Standing:
    """Return the state of a cluster on a day, with its text, its period, the rank of its subsidy year, and the steps.

    Raises TypeError for another kind of history or day, FactError for a day outside the law, or with every event that
    the law does not allow.
    """
    life = life_of(history, regimes=regimes, lifecycles=lifecycles, timetables=timetables)
    return standing_on(life, day)


def standing_on(life: Life, day: date) -> Standing:
    """Return the state of a cluster on a day of its life. Raises TypeError or FactError for a day outside the law."""
    require_date(day, where="state_on: day")
    first = life.regimes[0]
    commenced = commences_on(first, assumptions=life.history.assumptions)
    if not commenced <= day <= LATEST_DATE:
        raise FactError(
            Problem(
                path="day",
                what=Label(fr=f"aucun texte n'est connu le {day}", en=f"no text is known on {day}"),
                rule=str(first.commencement.citation),
                remedy=Label(
                    fr=f"donnez un jour du {commenced} au {LATEST_DATE}",
                    en=f"give a day from {commenced} to {LATEST_DATE}",
                ),
            )
        )
    text = in_force(day, assumptions=life.history.assumptions, regimes=life.regimes)
    return Standing(day=day, life=life, moment=life.at(day), text_in_force=text)
