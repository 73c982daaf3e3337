"""The entries of the Government and the committee while a cluster lives: arts 4, 7 and 9, and the texts."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from clusterlaw.cluster_entries import one_day
from clusterlaw.entries import Entry
from clusterlaw.finding import Step
from clusterlaw.law import commences_on, in_force
from clusterlaw.law.selections import selection_of
from clusterlaw.law.timetables import POLICY_EVALUATIONS
from clusterlaw.life import Life
from clusterlaw.periods import LeapDayReading, Period, day_before
from clusterlaw.policy import evaluation_days
from clusterlaw.regime import Regime
from clusterlaw.rules.timetable import END_OF_MANDATE, EVALUATIONS_DUE, end_of_mandate, evaluations_due
from clusterlaw.selection import Selection
from clusterlaw.sources import Cited, Label, Source


def policy_entries(life: Life, span: Period, selections: tuple[Selection, ...]) -> Iterator[Entry]:
    """Yield the entries of the policy that fall within some days of a life."""
    yield from _texts(life, span)
    yield from _evaluations(life, span)
    yield from _reports(life, span)
    yield from _meetings(life, span, selections)
    yield from _mandates(life, selections)


def _named(source: Cited[Any]) -> tuple[Source | str, ...]:
    return (source, source.assumption) if source.assumption else (source,)


def _texts(life: Life, span: Period) -> Iterator[Entry]:
    for number, regime in enumerate(life.regimes):
        day = commences_on(regime, assumptions=life.history.assumptions)
        if day in span:
            yield Entry(
                kind="text_in_force",
                role="moment",
                actor="operation_of_law",
                label=Label(fr=f"entrée en vigueur : {regime.label.fr}", en=f"entry into force: {regime.label.en}"),
                days=one_day(day),
                grounds=_named(regime.commencement),
                number=number,
            )


def _evaluations(life: Life, span: Period) -> Iterator[Entry]:
    """Yield the days from which an evaluation of the policy is due, with the one that is known to have answered it."""
    assumptions = life.history.assumptions
    days = evaluation_days(
        assumptions=assumptions, before=span.ends_before, regimes=life.regimes, timetables=life.timetables
    )
    for number, (day, following, timetable) in enumerate(days, start=1):
        rhythm, origin = timetable.policy_evaluation_years, timetable.policy_evaluation_from
        known = [each for each in POLICY_EVALUATIONS if each.answers.value == day]
        if day < span.starts_on:
            continue
        arguments = (origin.value, rhythm.value, one_day(day).ends_before, assumptions.leap_day)
        yield Entry(
            kind="policy_evaluation",
            role="from",
            actor="government",
            label=Label(
                fr="évaluation externe de la politique due, conclusions au Parlement (aucun dernier jour fixé)",
                en="external evaluation of the policy due, conclusions to Parliament (no last day fixed)",
            ),
            days=one_day(day),
            done_on=day_before(known[0].finished.ends_before) if known else None,
            done_as=known[0].label if known else None,
            settled_on=following,
            grounds=(rhythm, origin, *(each.answers for each in known)),
            number=number,
            step=Step(EVALUATIONS_DUE, arguments, _due(*arguments), (rhythm, origin)),
        )


def _due(origin: date, years: int, before: date, leap_day: LeapDayReading) -> tuple[date, ...]:
    return evaluations_due(origin=origin, years=years, before=before, leap_day=leap_day)


def _segments(life: Life, span: Period, key: Callable[[Regime], object]) -> Iterator[tuple[Period, Regime]]:
    """Yield the days of a span over which a part of the law stays the same, with the first text that has it."""
    assumptions = life.history.assumptions
    starts = {commences_on(each, assumptions=assumptions) for each in life.regimes}
    days = sorted({span.starts_on, *(day for day in starts if day in span)})
    texts = [(day, in_force(day, assumptions=assumptions, regimes=life.regimes)) for day in days]
    groups = [list(group) for _, group in groupby(texts, key=lambda each: key(each[1]))]
    ends = [*(group[0][0] for group in groups[1:]), span.ends_before]
    for group, ends_before in zip(groups, ends, strict=True):
        yield Period(group[0][0], ends_before), group[0][1]


def _reports(life: Life, span: Period) -> Iterator[Entry]:
    def reports(regime: Regime) -> object:
        timetable = life.timetable(regime)
        return timetable.parliament_report.value, timetable.informed.value

    for number, (days, regime) in enumerate(_segments(life, span, reports), start=1):
        timetable = life.timetable(regime)
        told = timetable.informed.value
        if timetable.parliament_report.value:
            yield Entry(
                kind="report_to_parliament",
                role="rhythm",
                actor="government",
                label=Label(
                    fr=f"rapport au Parlement chaque année (aucun jour fixé) ; informer : {told.fr}",
                    en=f"report to Parliament every year (no day fixed); to inform: {told.en}",
                ),
                days=days,
                grounds=(timetable.parliament_report, timetable.informed),
                number=number,
            )


def _meetings(life: Life, span: Period, selections: tuple[Selection, ...]) -> Iterator[Entry]:
    def meetings(regime: Regime) -> object:
        committee = selection_of(regime, selections=selections).committee.value
        return None if committee is None else committee.meetings_a_year.value

    for number, (days, regime) in enumerate(_segments(life, span, meetings), start=1):
        committee = selection_of(regime, selections=selections).committee.value
        if committee is not None:
            times = committee.meetings_a_year.value
            yield Entry(
                kind="committee_meetings",
                role="rhythm",
                actor="committee",
                label=Label(
                    fr=f"au moins {times} réunion{'s' if times > 1 else ''} du comité d'examen chaque année",
                    en=f"at least {times} meeting{'s' if times > 1 else ''} of the review committee every year",
                ),
                days=days,
                grounds=(committee.meetings_a_year,),
                number=number,
            )


def _mandates(life: Life, selections: tuple[Selection, ...]) -> Iterator[Entry]:
    """Yield the end of the mandates whose start is stated: their term, or the end of the committee before it."""
    starts_on, assumptions = life.history.mandates_started_on, life.history.assumptions
    if starts_on is None or starts_on < commences_on(life.regimes[0], assumptions=assumptions):
        return
    regime = in_force(starts_on, assumptions=assumptions, regimes=life.regimes)
    committee = selection_of(regime, selections=selections).committee.value
    if committee is None:
        return
    years = committee.mandate_years
    term = end_of_mandate(starts_on=starts_on, years=years.value, leap_day=assumptions.leap_day)
    arguments = (starts_on, years.value, assumptions.leap_day)
    ends_before, grounds = term, _named(years)
    label = Label(
        fr="dernier jour des mandats du comité d'examen", en="last day of the mandates of the review committee"
    )
    for each in life.regimes:
        abolished = selection_of(each, selections=selections).committee
        day = commences_on(each, assumptions=assumptions)
        if abolished.value is None and starts_on < day < ends_before:
            ends_before, grounds = day, (*_named(abolished), *_named(each.commencement))
            label = Label(
                fr="dernier jour du comité d'examen, supprimé avant le terme des mandats",
                en="last day of the review committee, abolished before the mandates ended",
            )
    yield Entry(
        kind="mandates_end",
        role="moment",
        actor="government",
        label=label,
        days=one_day(day_before(ends_before)),
        grounds=grounds,
        step=Step(END_OF_MANDATE, arguments, term, (years,)),
    )
