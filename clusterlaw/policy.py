"""The policy's own life: which text applied on a day, which evaluations were due, and what a change of text changed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import fields, has

from clusterlaw.assumptions import Assumptions
from clusterlaw.finding import Step
from clusterlaw.history import History
from clusterlaw.law import REGIMES, commences_on, in_force
from clusterlaw.law.lifecycles import LIFECYCLES
from clusterlaw.law.reach import PARTS, Part
from clusterlaw.law.selections import SELECTIONS, selection_of
from clusterlaw.law.timetables import POLICY_EVALUATIONS, TIMETABLES
from clusterlaw.life import Life, life_of
from clusterlaw.periods import Period, day_before, require_date
from clusterlaw.recognition import TEXT_OF_PERIOD
from clusterlaw.regime import RateBand, Regime
from clusterlaw.rules.timetable import EVALUATIONS_DUE, evaluations_due
from clusterlaw.selection import Committee, Selection
from clusterlaw.sources import Cited, Language, Source, said
from clusterlaw.timetable import PolicyEvaluation, Timetable
from clusterlaw.transitions import Lifecycle
from clusterlaw.values import frozen


@frozen(kw_only=True)
class PolicyState:
    """The policy (politique de clustering) on a day: its text, its committee, and the evaluations of the policy.

    `since` and `until` are the day from which the text is in force and the one from which another is; None: none is
    known. `committee` is None where the text has none. `evaluation_due` is the last day from which an evaluation was
    due under it, `next_evaluation` the next one; the text fixes no last day. `evaluated` are those known to be over.
    """

    day: date
    text: Regime
    since: date
    until: date | None
    timetable: Timetable
    committee: Committee | None
    evaluation_due: date | None
    next_evaluation: date
    evaluated: tuple[PolicyEvaluation, ...]
    steps: tuple[Step, ...]


def policy_on(
    day: date,
    *,
    assumptions: Assumptions,
    regimes: tuple[Regime, ...] = REGIMES,
    timetables: tuple[Timetable, ...] = TIMETABLES,
    selections: tuple[Selection, ...] = SELECTIONS,
) -> PolicyState:
    """Return what applied on a day (arts 4, 7, 9). Raises TypeError for another kind, FactError before the decree."""
    require_date(day, where="policy_on: day")
    text = in_force(day, assumptions=assumptions, regimes=regimes)
    starts = sorted(commences_on(each, assumptions=assumptions) for each in regimes)
    timetable = next(each for each in timetables if each.identifier == text.identifier)
    rhythm, origin = timetable.policy_evaluation_years, timetable.policy_evaluation_from
    horizon = day.replace(year=day.year + rhythm.value + 1, day=1)
    arguments = (origin.value, rhythm.value, horizon, assumptions.leap_day)
    days = evaluations_due(origin=origin.value, years=rhythm.value, before=horizon, leap_day=assumptions.leap_day)
    commencement = text.commencement
    grounds: tuple[Source | str, ...] = (commencement, *([commencement.assumption] if commencement.assumption else []))
    return PolicyState(
        day=day,
        text=text,
        since=commences_on(text, assumptions=assumptions),
        until=min((each for each in starts if each > day), default=None),
        timetable=timetable,
        committee=selection_of(text, selections=selections).committee.value,
        evaluation_due=max((each for each in days if each <= day), default=None),
        next_evaluation=min(each for each in days if each > day),
        evaluated=tuple(each for each in POLICY_EVALUATIONS if each.finished.ends_before <= day),
        steps=(
            Step(TEXT_OF_PERIOD, (day, assumptions, regimes), text, grounds),
            Step(EVALUATIONS_DUE, arguments, days, (rhythm, origin)),
        ),
    )


def evaluation_days(
    *, assumptions: Assumptions, before: date, regimes: tuple[Regime, ...], timetables: tuple[Timetable, ...]
) -> tuple[tuple[date, date | None, Timetable], ...]:
    """Return the days from which an evaluation of the policy is due, each with the one that takes its place.

    A day of a rhythm that another text has replaced by then is not one. The next is None beyond `before`.
    """
    found: dict[date, Timetable] = {}
    for timetable in timetables:
        rhythm, origin = timetable.policy_evaluation_years, timetable.policy_evaluation_from
        days = evaluations_due(origin=origin.value, years=rhythm.value, before=before, leap_day=assumptions.leap_day)
        for day in days:
            text = in_force(day, assumptions=assumptions, regimes=regimes)
            if text.identifier == timetable.identifier:
                found[day] = timetable
    ordered = sorted(found)
    following = [*ordered[1:], None] if ordered else []
    return tuple((day, after, found[day]) for day, after in zip(ordered, following, strict=True))


@frozen(kw_only=True)
class ChangeOfText:
    """A part of the law that a change of text changed, and from when it reaches a cluster.

    `before` and `after` are the parts themselves, with their citations. `applies_from` is the day of the change, or the
    end of the period that keeps its text; `kept_by` cites what keeps it (art. 22), None where it applies at once.
    """

    part: Part
    before: Any
    after: Any
    applies_from: date
    kept_by: Cited[bool] | None

    def text(self, language: Language) -> str:
        """Return the part with its values where they are short: years, months, percentages, yes or no."""
        label = self.part.label.text(language)
        was, now = _short(self.before, language), _short(self.after, language)
        colon = said(language, fr=" : ", en=": ")
        return f"{label}{colon}{was} → {now}" if was and now else label


def changes_on(
    history: History,
    day: date,
    *,
    regimes: tuple[Regime, ...] = REGIMES,
    lifecycles: tuple[Lifecycle, ...] = LIFECYCLES,
    timetables: tuple[Timetable, ...] = TIMETABLES,
    selections: tuple[Selection, ...] = SELECTIONS,
) -> tuple[ChangeOfText, ...]:
    """Return what the texts that came into force on a day changed for a cluster; () where none did.

    Raises TypeError for another kind of history or day, FactError for events that the law does not allow.
    """
    require_date(day, where="changes_on: day")
    life = life_of(history, regimes=regimes, lifecycles=lifecycles, timetables=timetables)
    return tuple(_changes(life, day, selections))


def _changes(life: Life, day: date, selections: tuple[Selection, ...]) -> Iterator[ChangeOfText]:
    assumptions, regimes = life.history.assumptions, life.regimes
    first = commences_on(regimes[0], assumptions=assumptions)
    if day <= first or all(commences_on(each, assumptions=assumptions) != day for each in regimes):
        return
    earlier = in_force(day_before(day), assumptions=assumptions, regimes=regimes)
    later = in_force(day, assumptions=assumptions, regimes=regimes)
    kept_to = next((run.days.ends_before for run in life.runs if run.days.starts_on < day < run.days.ends_before), None)
    for part in PARTS:
        before, after = (_part(life, each, part, selections) for each in (earlier, later))
        if _substance(before) != _substance(after):
            keeps = part.reach == "next_period" and kept_to is not None and later.transition.value
            yield ChangeOfText(
                part=part,
                before=before,
                after=after,
                applies_from=kept_to if keeps and kept_to is not None else day,
                kept_by=later.transition if keeps else None,
            )


def _part(life: Life, regime: Regime, part: Part, selections: tuple[Selection, ...]) -> Any:
    bundles = {
        "regime": regime,
        "timetable": life.timetable(regime),
        "selection": selection_of(regime, selections=selections),
    }
    return getattr(bundles[part.bundle], part.name)


_NO_SUBSTANCE = ("citation", "basis", "also", "questions", "assumption")


def _substance(part: Any) -> Any:
    """Return what a part says, without where it stands and what it rests on."""
    if isinstance(part, tuple):
        return tuple(_substance(each) for each in part)
    if not has(type(part)):
        return part
    names = [each.name for each in fields(type(part)) if each.name not in _NO_SUBSTANCE]
    return (type(part).__name__, *(_substance(getattr(part, name)) for name in names))


def _short(part: Any, language: Language) -> str | None:
    if isinstance(part, tuple) and part and all(isinstance(each, RateBand) for each in part):
        space = said(language, fr=" %", en="%")
        return "/".join(str(each.percentage) for each in part) + space
    value = part.value if isinstance(part, Cited) else None
    if value is True or value is False:
        return said(language, fr="oui", en="yes") if value else said(language, fr="non", en="no")
    return str(value) if type(value) is int else None


def span_of(life: Life, *, until: date | None) -> Period | None:
    """Return the days of a life that the policy's own dates are told for: from its first moment to the end of its runs.

    `until`: the day before which they end instead. None where nothing has happened.
    """
    if not life.moments:
        return None
    starts_on = life.moments[0].day
    ends = [run.days.ends_before for run in life.runs]
    ends_before = until or max(ends, default=date.fromordinal(life.moments[-1].day.toordinal() + 1))
    return Period(starts_on, ends_before) if starts_on < ends_before else None
