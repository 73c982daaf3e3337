"""The sentences of the steps of a life, and the lines of a standing and of an entry, in French and English."""

from collections.abc import Callable, Iterator
from datetime import date

from clusterlaw.entries import Entry
from clusterlaw.finding import Step
from clusterlaw.life import describe_event, describe_state, describe_subsidy
from clusterlaw.lifecycle import Standing
from clusterlaw.sources import Label, Language, day_text, said
from clusterlaw.transitions import Actor

ACTORS: dict[Actor, Label] = {
    "cluster": Label(fr="le cluster", en="the cluster"),
    "committee": Label(fr="le comité d'examen", en="the review committee"),
    "government": Label(fr="le Gouvernement", en="the Government"),
    "operation_of_law": Label(fr="de plein droit", en="by operation of law"),
    "anyone": Label(fr="quiconque", en="anyone"),
}
FALLS = {
    "subsidy": Label(fr="la subvention tombe seule", en="the subsidy alone falls"),
    "recognition_and_subsidy": Label(
        fr="la reconnaissance tombe, et la subvention avec elle", en="the recognition falls, and the subsidy with it"
    ),
}


def _outcome(step: Step, language: Language) -> str:
    state, subsidy = step.result
    return f"{describe_state(state).label.text(language)}, {describe_subsidy(subsidy).text(language)}"


def _after_event(step: Step, language: Language) -> str:
    event = describe_event(step.inputs["event"]).label.text(language)
    excused = step.inputs["excused"]
    reason = said(language, fr=" (force majeure)", en=" (force majeure)") if excused else ""
    return f"{event}{reason} → {_outcome(step, language)}"


def _after_period(step: Step, language: Language) -> str:
    return f"{step.rule.label.text(language)} → {_outcome(step, language)}"


def _earlier_subsidy(step: Step, language: Language) -> str:
    window, subsidy = step.inputs["window"], describe_subsidy(step.result).text(language)
    last = date.fromordinal(window.ends_before.toordinal() - 1)
    days = f"{day_text(window.starts_on, language)} – {day_text(last, language)}"
    return said(
        language,
        fr=f"cluster pilote, demande certainement à temps du {days} : {subsidy}",
        en=f"pilot cluster, a request certainly in time {days}: {subsidy}",
    )


def _rank(step: Step, language: Language) -> str:
    year, rank, reading = step.inputs["year"], step.result, step.inputs["reading"]
    return said(
        language, fr=f"l'année {year} a le rang {rank} ({reading})", en=f"year {year} has rank {rank} ({reading})"
    )


def _renewal_deadline(step: Step, language: Language) -> str:
    ends_before, last = step.inputs["period"].ends_before, day_text(step.result, language)
    months = step.inputs["renewed_under"].renewal_request_months.value
    return said(
        language,
        fr=f"{months} mois avant le {day_text(ends_before, language)} : le {last} est le dernier jour",
        en=f"{months} months before {day_text(ends_before, language)}: {last} is the last day",
    )


def _last_months(step: Step, language: Language) -> str:
    months, starts_on = step.inputs["months"], day_text(step.result.starts_on, language)
    return said(
        language,
        fr=f"les {months} derniers mois de la période commencent le {starts_on}",
        en=f"the last {months} months of the period start on {starts_on}",
    )


def _half_way(step: Step, language: Language) -> str:
    day = day_text(step.result, language)
    return said(language, fr=f"la moitié de la période est le {day}", en=f"half of the period is on {day}")


def _evaluations(step: Step, language: Language) -> str:
    years, origin = step.inputs["years"], day_text(step.inputs["origin"], language)
    days = ", ".join(day_text(day, language) for day in step.result)
    return said(
        language,
        fr=f"tous les {years} ans depuis le {origin} : {days}",
        en=f"every {years} years from {origin}: {days}",
    )


def _mandate(step: Step, language: Language) -> str:
    starts_on, end = (day_text(day, language) for day in (step.inputs["starts_on"], step.result))
    return said(
        language,
        fr=f"les mandats commencés le {starts_on} finissent avant le {end}",
        en=f"the mandates that started on {starts_on} end before {end}",
    )


def _kept(step: Step, language: Language) -> str:
    ended, before = (day_text(day, language) for day in (step.inputs["ended_before"], step.result))
    years = step.inputs["years"]
    return said(
        language,
        fr=f"{years} ans depuis le 1er janvier qui suit le terme (avant le {ended}) : jusqu'avant le {before}",
        en=f"{years} years from 1 January after the end (before {ended}): until before {before}",
    )


def _first_of_month(step: Step, language: Language) -> str:
    requested, day = (day_text(day, language) for day in (step.inputs["requested_on"], step.result))
    return said(
        language, fr=f"demande du {requested} : membres au {day}", en=f"request of {requested}: members on {day}"
    )


def _ceiling_of_part(step: Step, language: Language) -> str:
    inputs, ceiling = step.inputs, step.result
    days = f"{inputs['days_kept']}/{inputs['days_of_year']}"
    if ceiling is None:
        return said(language, fr="plafond non déclaré", en="ceiling not stated")
    return said(
        language,
        fr=f"plafond de l'année écourtée ({days} jours, {inputs['reading']}) : {ceiling} cents, non arrondi",
        en=f"ceiling of the year cut short ({days} days, {inputs['reading']}): {ceiling} cents, not rounded",
    )


def _subsidy_of_part(step: Step, language: Language) -> str:
    inputs, amount = step.inputs, step.result
    percent, stated = inputs["band"].percentage, inputs["costs_cents"]
    costs = said(language, fr="non déclarés", en="not stated") if stated is None else f"{stated} cents"
    return said(
        language,
        fr=f"subvention de l'année écourtée : coûts {costs}, {percent} %, plafond → {amount} cents, seul arrondi",
        en=f"subsidy of the year cut short: costs {costs}, {percent}%, ceiling → {amount} cents, the only rounding",
    )


SENTENCES: dict[str, Callable[[Step, Language], str]] = {
    "subsidy.rank_of_year": _rank,
    "lifecycle.after_event": _after_event,
    "lifecycle.after_period": _after_period,
    "lifecycle.earlier_subsidy": _earlier_subsidy,
    "timetable.renewal_deadline": _renewal_deadline,
    "timetable.last_months": _last_months,
    "timetable.half_way_day": _half_way,
    "timetable.evaluations_due": _evaluations,
    "timetable.end_of_mandate": _mandate,
    "timetable.kept_before": _kept,
    "timetable.first_of_month": _first_of_month,
    "incomplete_year.ceiling_of_part": _ceiling_of_part,
    "incomplete_year.subsidy_of_part": _subsidy_of_part,
}


def standing_text(standing: Standing, language: Language) -> str:
    """Return the state of a cluster on a day as one line: what runs, which year and rank, under which text."""
    parts = [describe_state(standing.state).label.text(language), describe_subsidy(standing.subsidy).text(language)]
    if standing.period is not None and standing.year is not None:
        number, year = standing.period.number, standing.year
        parts.append(said(language, fr=f"période {number}, année {year}", en=f"period {number}, year {year}"))
        ranks = said(language, fr=" ou ", en=" or ").join(str(rank) for rank in standing.ranks) or "?"
        parts.append(said(language, fr=f"rang {ranks}", en=f"rank {ranks}"))
    parts.append(standing.text.label.text(language))
    if standing.text != standing.text_in_force:
        other = standing.text_in_force.label.text(language)
        parts[-1] += said(language, fr=f" ({other} en vigueur)", en=f" ({other} in force)")
    day = day_text(standing.day, language)
    return f"{day}{said(language, fr=' : ', en=': ')}{', '.join(parts)}"


def entry_days(entry: Entry, language: Language) -> str:
    """Return the days of an entry as its role reads; "?" where no text gives them."""
    if entry.days is None or entry.last_day is None:
        return "?"
    first, last = day_text(entry.days.starts_on, language), day_text(entry.last_day, language)
    if entry.role == "around":
        return said(language, fr=f"vers le {first}", en=f"around {first}")
    if entry.role == "from":
        return said(language, fr=f"dès le {first}", en=f"from {first}")
    return first if first == last else f"{first} – {last}"


def entry_conditions(entry: Entry, language: Language) -> Iterator[str]:
    """Yield what an entry depends on: its condition, what is not stated, and the open questions."""
    if entry.condition is not None:
        yield entry.condition.text(language)
    if entry.missing:
        yield said(language, fr="non déclaré : ", en="not stated: ") + ", ".join(entry.missing)
    if entry.questions:
        yield said(language, fr="question ouverte : ", en="open question: ") + ", ".join(entry.questions)
