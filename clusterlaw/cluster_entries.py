"""The entries of a cluster's own calendar, made from its life: arts 2, 3, 6, 8, 10 and 10/3."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from clusterlaw.amounts import possible_bands
from clusterlaw.entries import Entry
from clusterlaw.finding import Step
from clusterlaw.law import commences_on, in_force
from clusterlaw.life import Life, Moment, Run
from clusterlaw.lifecycle import finding_of_period
from clusterlaw.periods import Period, day_before
from clusterlaw.recognition import last_day_to_request_renewal
from clusterlaw.regime import RateBand, Regime
from clusterlaw.rules.lifecycle import pilot_window
from clusterlaw.rules.timetable import (
    FIRST_OF_MONTH,
    HALF_WAY_DAY,
    KEPT_BEFORE,
    LAST_MONTHS,
    RENEWAL_DEADLINE,
    first_of_month,
    half_way_day,
    kept_before,
    last_months,
)
from clusterlaw.sources import Cited, Label, Source
from clusterlaw.standing import PeriodFinding
from clusterlaw.steps import assumptions_of_rate, step_of_days
from clusterlaw.timetable import Timetable
from clusterlaw.transitions import EventKind

_UNSUBSIDISED = ("none", "not_granted", "not_renewed", "lost")


def one_day(day: date) -> Period:
    """Return a day as a half-open period."""
    return Period(day, date.fromordinal(day.toordinal() + 1))


def cluster_entries(life: Life) -> Iterator[Entry]:
    """Yield the entries of a life: its periods and years, its requests, its evaluations, its data."""
    yield from _pilot_request(life)
    for run in life.runs:
        yield from _bounds(life, run)
        yield from _percentages(life, run)
        yield from _renewal_request(life, run)
        yield from _half_way(life, run)
        yield from _global_evaluation(life, run)
    yield from _members_counted(life)
    yield from _personal_data(life)


def _text_on(life: Life, day: date) -> Regime:
    return in_force(day, assumptions=life.history.assumptions, regimes=life.regimes)


def _done(life: Life, event: EventKind, within: Period) -> date | None:
    """Return the first day within a period on which an event is stated to have happened."""
    events = [each.event for each in life.moments if each.event is not None]
    return next((each.on for each in events if each.event == event and each.on in within), None)


def _pilot_request(life: Life) -> Iterator[Entry]:
    first = life.regimes[0]
    months = life.timetable(first).pilot_request_months
    if not life.history.subsidised_before_decree or months.value is None:
        return
    commenced = commences_on(first, assumptions=life.history.assumptions)
    window = pilot_window(commenced_on=commenced, months=months.value)
    recognised = [each.day for each in life.moments if each.recognition]
    yield Entry(
        kind="pilot_request",
        role="deadline",
        actor="cluster",
        label=Label(
            fr="dernier jour certain pour demander la reconnaissance et garder la subvention antérieure",
            en="last certain day to request the recognition and keep the earlier subsidy",
        ),
        days=one_day(day_before(window.ends_before)),
        opens_on=commenced,
        done_on=_done(life, "recognition_requested", window),
        settled_on=recognised[0] if recognised else None,
        grounds=(months,),
    )


def _bounds(life: Life, run: Run) -> Iterator[Entry]:
    """Yield the starts and ends of a period and of its subsidy years."""
    period, number = run.period, run.period.number
    days = step_of_days(finding_of_period(life, run.started))
    counted = days.rests_on[1:]
    of_text = (*counted, *_names_of_text(life, period.starts_on))
    yield Entry(
        kind="period_starts",
        role="moment",
        actor="operation_of_law",
        label=Label(
            fr=f"début de la période de reconnaissance {number} ({period.regime.label.fr})",
            en=f"start of recognition period {number} ({period.regime.label.en})",
        ),
        days=one_day(period.starts_on),
        grounds=(period.regime.recognition_years, *of_text),
        step=days,
        recognition=run.recognition,
        period=run.period.number,
    )
    for year, (starts_on, ends_before) in enumerate(pairwise(period.days), start=period.first_year):
        if starts_on >= run.days.ends_before:
            break
        yield Entry(
            kind="subsidy_year_starts",
            role="moment",
            actor="operation_of_law",
            label=Label(fr=f"début de l'année de subvention {year}", en=f"start of subsidy year {year}"),
            days=one_day(starts_on),
            grounds=(*_named(period.regime.subsidy_years), *counted),
            number=year,
            step=days,
            recognition=run.recognition,
            period=run.period.number,
        )
        cut = ends_before > run.days.ends_before
        last = day_before(run.days.ends_before if cut else ends_before)
        yield Entry(
            kind="subsidy_year_ends",
            role="moment",
            actor="operation_of_law",
            label=Label(fr=f"dernier jour de l'année de subvention {year}", en=f"last day of subsidy year {year}"),
            days=one_day(last),
            grounds=_decided(run.ended) if cut else (*_named(period.regime.subsidy_years), *counted),
            number=year,
            step=days,
            recognition=run.recognition,
            period=run.period.number,
        )
    yield Entry(
        kind="period_ends",
        role="moment",
        actor="government" if run.cut_short else "operation_of_law",
        label=_end_label(run),
        days=one_day(day_before(run.days.ends_before)),
        grounds=_decided(run.ended) if run.cut_short else (period.regime.recognition_years, *of_text),
        step=days,
        recognition=run.recognition,
        period=run.period.number,
    )


def _named(source: Cited[int]) -> tuple[Source | str, ...]:
    return (source, source.assumption) if source.assumption else (source,)


def _decided(moment: Moment) -> tuple[Source | str, ...]:
    return moment.steps[0].rests_on


def _end_label(run: Run) -> Label:
    if run.cut_short:
        return Label(
            fr=f"dernier jour de la période de reconnaissance {run.period.number}, écourtée",
            en=f"last day of recognition period {run.period.number}, cut short",
        )
    return Label(
        fr=f"dernier jour de la période de reconnaissance {run.period.number}",
        en=f"last day of recognition period {run.period.number}",
    )


def _percentages(life: Life, run: Run) -> Iterator[Entry]:
    """Yield the days on which the percentage of the costs changes; none of a new recognition: its rank is open."""
    if run.recognition > 1:
        return
    within = finding_of_period(life, run.started)
    for year, starts_on in enumerate(run.period.days[:-1], start=run.period.first_year):
        moment = life.at(max(starts_on, run.days.starts_on))
        if year == 1 or starts_on >= run.days.ends_before or moment is None or moment.subsidy in _UNSUBSIDISED:
            continue
        bands = possible_bands(within, year)
        before = _year_before(life, run, year)
        earlier = possible_bands(before, year - 1)
        if tuple(each.percentage for each in bands) == tuple(each.percentage for each in earlier):
            continue
        names = tuple(dict.fromkeys((*assumptions_of_rate(within, year), *assumptions_of_rate(before, year - 1))))
        yield _percentage(run, year, starts_on, bands, earlier, names)


def _year_before(life: Life, run: Run, year: int) -> PeriodFinding:
    """Return the finding of the period that the year before falls in."""
    before = run
    if year == run.period.first_year:
        (*_, before) = [each for each in life.runs if each.recognition == 1 and each.period.last_year == year - 1]
    return finding_of_period(life, before.started)


def _percentage(
    run: Run,
    year: int,
    day: date,
    bands: tuple[RateBand, ...],
    earlier: tuple[RateBand, ...],
    names: tuple[str, ...],
) -> Entry:
    was, now = ([str(band.percentage) for band in each] for each in (earlier, bands))
    seniority = run.period.regime.seniority
    undecided = len(bands) > 1
    return Entry(
        kind="percentage_changes",
        role="moment",
        actor="operation_of_law",
        label=Label(
            fr=f"pourcentage des coûts : {' ou '.join(was)} % → {' ou '.join(now)} %, dès l'année {year}",
            en=f"percentage of the costs: {'% or '.join(was)}% → {'% or '.join(now)}%, from year {year}",
        ),
        days=one_day(day),
        grounds=(*bands, seniority, "year_counting", *names),
        recognition=run.recognition,
        period=run.period.number,
        number=year,
        missing=(f"assumptions.{seniority.assumption}",) if undecided else (),
        condition=IF_SUBSIDISED,
    )


IF_SUBSIDISED = Label(fr="si la subvention est octroyée", en="if the subsidy is granted")
IF_NOT_RENEWED = Label(fr="si la reconnaissance n'est pas renouvelée", en="if the recognition is not renewed")


def _renewal_request(life: Life, run: Run) -> Iterator[Entry]:
    assumptions, period = life.history.assumptions, run.period
    under = _text_on(life, period.ends_before)
    last = last_day_to_request_renewal(period=period, renewed_under=under, assumptions=assumptions)
    whole = Period(period.starts_on, period.ends_before)
    decided = [each.day for each in life.moments if each.event and each.event.event in _ENDS and each.day in whole]
    label = Label(
        fr=f"dernier jour pour demander le renouvellement de la période {period.number}",
        en=f"last day to request the renewal of period {period.number}",
    )
    if last is None:
        yield Entry(
            kind="renewal_request",
            role="undated",
            actor="cluster",
            label=label,
            days=None,
            applies=run.days,
            grounds=(under.renewal_request_months, *_names_of_text(life, period.ends_before)),
            own_questions=("renewal_deadline_2025",),
            done_on=_done(life, "renewal_requested", whole),
            recognition=run.recognition,
            period=run.period.number,
        )
    elif last < run.days.ends_before:
        arguments = (period, under, assumptions)
        yield Entry(
            kind="renewal_request",
            role="deadline",
            actor="cluster",
            label=label,
            days=one_day(last),
            opens_on=period.starts_on,
            done_on=_done(life, "renewal_requested", whole),
            settled_on=min(decided, default=run.days.ends_before),
            grounds=(under.renewal_request_months, "deadline_counting", *_names_of_text(life, period.ends_before)),
            step=Step(RENEWAL_DEADLINE, arguments, last, (under.renewal_request_months, "deadline_counting")),
            own_questions=("evaluation_before_request",) if under.opinion_required.value else (),
            recognition=run.recognition,
            period=run.period.number,
        )


_ENDS: tuple[EventKind, ...] = ("renewed", "renewed_without_subsidy", "renewal_refused", "withdrawn")


def _names_of_text(life: Life, day: date) -> tuple[str, ...]:
    """Return the assumption that told the text of a day, where a day of another would have told another."""
    for earlier, regime in pairwise(life.regimes):
        name = regime.commencement.assumption
        if name and day >= commences_on(earlier, assumptions=life.history.assumptions):
            return (name,)
    return ()


def _half_way(life: Life, run: Run) -> Iterator[Entry]:
    """Yield the point at half of a period; after the repeal, an open question and no date."""
    half_way = life.timetable(run.period.regime).half_way_evaluation
    if not half_way.value:
        return
    day = half_way_day(days=run.period.days)
    if day >= run.days.ends_before:
        return
    label = Label(
        fr=f"moitié de la période {run.period.number} : évaluation à mi-parcours (jour ou délai : au Gouvernement)",
        en=f"half of period {run.period.number}: half-way evaluation (day or window: left to the Government)",
    )
    done = _done(life, "half_way_evaluated", run.days)
    if life.timetable(_text_on(life, day)).half_way_evaluation.value:
        yield Entry(
            kind="half_way_evaluation",
            role="around",
            actor="government",
            label=label,
            days=one_day(day),
            done_on=done,
            grounds=(half_way, "year_counting"),
            step=Step(HALF_WAY_DAY, (run.period.days,), day, (half_way,)),
            recognition=run.recognition,
            period=run.period.number,
        )
    else:
        repealed = life.timetable(_text_on(life, day)).half_way_evaluation
        yield Entry(
            kind="half_way_evaluation",
            role="undated",
            actor="government",
            label=Label(
                fr="évaluation à mi-parcours, abrogée avant la moitié de la période",
                en="half-way evaluation, repealed before half of the period",
            ),
            days=None,
            applies=run.days,
            done_on=done,
            grounds=(repealed, half_way, *_names_of_text(life, day)),
            own_questions=("half_way_evaluation_after_2025",),
            recognition=run.recognition,
            period=run.period.number,
        )


def _global_evaluation(life: Life, run: Run) -> Iterator[Entry]:
    timetable = life.timetable(run.period.regime)
    months, of = timetable.global_evaluation_months, timetable.global_evaluation_of
    label = Label(
        fr=f"évaluation globale de la période {run.period.number}",
        en=f"global evaluation of period {run.period.number}",
    )
    if months.value is None:
        yield Entry(
            kind="global_evaluation",
            role="undated",
            actor="government",
            label=label,
            days=None,
            applies=run.days,
            done_on=_done(life, "globally_evaluated", run.days),
            grounds=(months,),
            recognition=run.recognition,
            period=run.period.number,
        )
        return
    window = last_months(ends_before=run.period.ends_before, months=months.value)
    moment = life.at(max(window.starts_on, run.days.starts_on))
    unsubsidised = moment is None or moment.subsidy in _UNSUBSIDISED
    if window.starts_on >= run.days.ends_before or (of.value == "subsidised" and unsubsidised):
        return
    days = Period(window.starts_on, min(window.ends_before, run.days.ends_before))
    yield Entry(
        kind="global_evaluation",
        role="window",
        actor="government",
        label=label,
        days=days,
        done_on=_done(life, "globally_evaluated", days),
        settled_on=run.days.ends_before if run.cut_short else None,
        grounds=(months, *_kept_text(life, run, window.starts_on)),
        condition=IF_SUBSIDISED if of.value == "subsidised" else None,
        step=Step(LAST_MONTHS, (run.period.ends_before, months.value), window, (months,)),
        own_questions=_unseen(life, run, window),
        recognition=run.recognition,
        period=run.period.number,
    )


def _kept_text(life: Life, run: Run, day: date) -> tuple[Source | str, ...]:
    """Return what keeps a period under its text although another is in force: the transition and its assumption."""
    text = _text_on(life, day)
    if text.identifier == run.period.regime.identifier:
        return ()
    return (text.transition, text.transition.assumption) if text.transition.assumption else (text.transition,)


def _unseen(life: Life, run: Run, window: Period) -> tuple[str, ...]:
    """Return the open questions of a text that came into force by then and whose provision was not seen."""
    text = life.timetable(_text_on(life, day_before(window.ends_before)))
    return text.global_evaluation_months.questions


def _members_counted(life: Life) -> Iterator[Entry]:
    """Yield the day on which members are counted for each request that is stated (2024: art. 3 al. 3)."""
    kinds = ("recognition_requested", "renewal_requested")
    requests = [each for each in life.moments if each.event and each.decided and each.event.event in kinds]
    for number, moment in enumerate(requests, start=1):
        runs = moment.period
        text = _text_on(life, moment.day if runs is None else runs.ends_before)
        counted = life.timetable(text).members_counted
        if not counted.value:
            continue
        day = first_of_month(requested_on=moment.day)
        yield Entry(
            kind="members_counted",
            role="moment",
            actor="cluster",
            label=Label(
                fr=f"les membres se comptent ce jour pour la demande du {moment.day:%d/%m/%Y}",
                en=f"members are counted on this day for the request of {moment.day}",
            ),
            days=one_day(day),
            grounds=(counted,),
            number=number,
            step=Step(FIRST_OF_MONTH, (moment.day,), day, (counted,)),
            recognition=moment.recognition,
            period=0 if runs is None else runs.number,
        )


def _personal_data(life: Life) -> Iterator[Entry]:
    """Yield the end of the keeping of personal data, after each recognition and each closing that is stated."""
    rule = next((each for each in life.timetables if each.personal_data_years.value is not None), None)
    if rule is None:
        return
    ends = {run.recognition: run for run in life.runs}
    for number, run in ends.items():
        yield from _kept(life, rule, rule.personal_data_years, run.days.ends_before, number, run.ended)
    closings = [each.on for _, each in life.history.ordered if each.event == "budget_year_closed"]
    for number, day in enumerate(closings, start=1):
        following = one_day(day).ends_before
        yield from _kept(life, rule, rule.personal_data_budget_years, following, number, None)


def _kept(
    life: Life, rule: Timetable, years: Cited[int | None], ended_before: date, number: int, ended: Moment | None
) -> Iterator[Entry]:
    commenced = next(
        commences_on(each, assumptions=life.history.assumptions)
        for each in life.regimes
        if each.identifier == rule.identifier
    )
    actions, running = _actions(life)
    leap_day = life.history.assumptions.leap_day
    arguments = (ended_before, years.value or 0, actions, leap_day)
    before = kept_before(ended_before=ended_before, years=years.value or 0, suspensions=actions, leap_day=leap_day)
    if before <= commenced:
        return
    after = (
        Label(fr="après le terme de la reconnaissance", en="after the end of the recognition")
        if ended is not None
        else Label(fr="après la clôture de l'exercice budgétaire", en="after the closing of the budget year")
    )
    doubtful = ended is not None and "events.renewed" in ended.missing
    suspended = running is not None and running < before
    yield Entry(
        kind="personal_data",
        role="undated" if suspended else "moment",
        actor="government",
        label=Label(
            fr=f"fin de la conservation des données à caractère personnel, {after.fr}"
            + (", suspendue tant que court une action" if suspended else ""),
            en=f"end of the keeping of personal data, {after.en}"
            + (", suspended while an action runs" if suspended else ""),
        ),
        days=None if suspended else one_day(day_before(before)),
        applies=Period(ended_before, max(before, one_day(ended_before).ends_before)),
        grounds=(years,),
        recognition=number if ended is not None else 0,
        number=0 if ended is not None else number,
        condition=IF_NOT_RENEWED if doubtful else None,
        missing=("events.legal_action_ended",) if suspended else (),
        step=None if suspended else Step(KEPT_BEFORE, arguments, before, (years,)),
    )


def _actions(life: Life) -> tuple[tuple[Period, ...], date | None]:
    """Return the legal and administrative actions that are stated, and the start of one whose end is not."""
    found, started = [], None
    for _, event in life.history.ordered:
        if event.event == "legal_action_started" and started is None:
            started = event.on
        elif event.event == "legal_action_ended" and started is not None and started < event.on:
            found.append(Period(started, event.on))
            started = None
    return tuple(found), started
