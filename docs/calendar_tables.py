"""The tables of a cluster's life and of its dates, made from `clusterlaw.law.lifecycles` and `law.timetables`."""

from collections.abc import Callable
from itertools import groupby

from law_tables import listed, side_by_side, table
from law_writer import Writer

from clusterlaw.catalogue import LIFECYCLES, REGIMES, TIMETABLES
from clusterlaw.law.lifecycles import EVENTS, STATES, SUBSIDY_STATES
from clusterlaw.law.reach import PARTS as REACHED
from clusterlaw.law.selections import selection_of
from clusterlaw.law.timetables import POLICY_EVALUATIONS
from clusterlaw.life import describe_state
from clusterlaw.life_sentences import ACTORS, FALLS
from clusterlaw.regime import Regime
from clusterlaw.sources import Label, day_text
from clusterlaw.timetable import Timetable
from clusterlaw.transitions import EventDescription, Lifecycle, Passage, State, Transition

Cell = Callable[[Writer, Timetable], str]


def states(writer: Writer) -> str:
    """Return the states of the recognition and of the subsidy."""
    recognition = listed(_state(writer, each.state, each.label) for each in STATES)
    subsidy = listed(_state(writer, each.state, each.label) for each in SUBSIDY_STATES)
    heads = (writer.say("reconnaissance", "recognition"), writer.say("subvention", "subsidy"))
    return table(heads, (f"<tr><td>{recognition}</td><td>{subsidy}</td></tr>",))


def _state(writer: Writer, name: str, label: Label) -> str:
    return f"<code>{name}</code> {writer.label(label)}"


def transitions(writer: Writer) -> str:
    """Return what each event makes of the states that allow it, version by version."""
    heads = ("", *(writer.say(f"texte de {each.identifier}", f"text of {each.identifier}") for each in LIFECYCLES))
    return table(heads, (_event(writer, each) for each in EVENTS))


def _event(writer: Writer, event: EventDescription) -> str:
    head = f'<code id="{event.event}">{event.event}</code><br>{writer.label(event.label)}'
    actor = writer.label(ACTORS[event.actor])
    spans = ((text, len(list(same))) for text, same in groupby(_cell(writer, event, each) for each in LIFECYCLES))
    cells = "".join(f'<td colspan="{columns}">{text}</td>' for text, columns in spans)
    return f'<tr><th scope="row">{head}<br><small>{actor}</small></th>{cells}</tr>'


def _cell(writer: Writer, event: EventDescription, lifecycle: Lifecycle) -> str:
    found = [each for each in lifecycle.transitions if each.event == event.event]
    if not found:
        refusal = next(each for each in lifecycle.refusals if each.event == event.event)
        return writer.value(writer.label(refusal.why), refusal)
    by_source = groupby(found, key=lambda each: (each.citation, each.assumption))
    return "".join(_moves(writer, list(group)) for _, group in by_source)


def _moves(writer: Writer, group: list[Transition]) -> str:
    moving = [each for each in group if each.becomes != each.state]
    lines = [_arrow(writer, each.state, each.becomes) for each in moving]
    if len(moving) < len(group):
        kept = _states(writer, [each.state for each in group if each not in moving])
        lines.append(f"{writer.say('sans changer l’état :', 'leaving the state as it is:')} {kept}")
    falls = next((each.falls for each in group if each.falls), None)
    lines += [writer.label(FALLS[falls])] if falls else []
    return writer.value("<br>".join(lines), group[0])


def _states(writer: Writer, names: list[State]) -> str:
    if names == [each.state for each in STATES]:
        return writer.say("en tout état", "in every state")
    if names == [each.state for each in STATES if each.recognised]:
        return writer.say("tant que le cluster est reconnu", "while the cluster is recognised")
    if names == [each.state for each in STATES][1:]:
        return writer.say("dès la première demande", "from the first request on")
    return ", ".join(writer.label(describe_state(each).label) for each in names)


def _arrow(writer: Writer, state: str, becomes: str) -> str:
    before, after = (writer.label(describe_state(each).label) for each in (state, becomes))  # type: ignore[arg-type]
    return f"{before} → {after}"


def passages(writer: Writer) -> str:
    """Return what the end of a period makes of each state, version by version."""
    heads = ("", *(writer.say(f"texte de {each.identifier}", f"text of {each.identifier}") for each in LIFECYCLES))
    rows = []
    for each in LIFECYCLES[0].passages:
        ends = [_passage(writer, lifecycle, each) for lifecycle in LIFECYCLES]
        cells = "".join(f"<td>{text}</td>" for text in ends)
        rows.append(f'<tr><th scope="row">{writer.label(describe_state(each.state).label)}</th>{cells}</tr>')
    return table(heads, rows)


def _passage(writer: Writer, lifecycle: Lifecycle, like: Passage) -> str:
    passage = next(each for each in lifecycle.passages if each.state == like.state)
    text = f"→ {writer.label(describe_state(passage.becomes).label)}"
    falls = "" if passage.falls is None else f"<br>{writer.label(FALLS[passage.falls])}"
    return writer.value(f"{text}{falls}", passage)


def of_timetable(*rows: tuple[Label, Cell]) -> Callable[[Writer], str]:
    """Return a table with one column for each version, its cells made from the timetable that goes with it."""

    def of_regime(cell: Cell) -> Callable[[Writer, Regime], str]:
        return lambda writer, regime: cell(
            writer, next(each for each in TIMETABLES if each.identifier == regime.identifier)
        )

    return side_by_side(*((label, of_regime(cell)) for label, cell in rows))


def global_evaluation(writer: Writer, timetable: Timetable) -> str:
    """Return the window of the global evaluation, and of which clusters."""
    months = timetable.global_evaluation_months
    if months.value is None:
        return writer.value(writer.say("disposition non vue", "provision not seen"), months)
    whole = Label(
        fr=f"dans les {months.value} derniers mois de chaque période",
        en=f"in the last {months.value} months of each period",
    )
    only = timetable.global_evaluation_of
    subsidised = writer.say("si le cluster est subventionné", "if the cluster is subsidised")
    return writer.value(writer.label(whole), months) + (
        writer.value(subsidised, only) if only.value == "subsidised" else ""
    )


def half_way(writer: Writer, timetable: Timetable) -> str:
    """Return whether there is a half-way evaluation."""
    yes = writer.say(
        "à la moitié de la période ; jour ou délai fixé par le Gouvernement",
        "at half of the period; its day or window is set by the Government",
    )
    no = writer.say("aucune", "none")
    return writer.value(yes if timetable.half_way_evaluation.value else no, timetable.half_way_evaluation)


def policy_rhythm(writer: Writer, timetable: Timetable) -> str:
    """Return the rhythm of the evaluation of the policy, and its origin."""
    years, origin = timetable.policy_evaluation_years, timetable.policy_evaluation_from
    day = day_text(origin.value, writer.language)
    text = Label(fr=f"tous les {years.value} ans à dater du {day}", en=f"every {years.value} years from {day}")
    return writer.value(writer.label(text), years)


def report(writer: Writer, timetable: Timetable) -> str:
    """Return the yearly report and who is told of it."""
    text = writer.say("chaque année ; aucun jour fixé", "every year; no day fixed")
    return writer.value(text, timetable.parliament_report) + writer.value(
        writer.label(timetable.informed.value), timetable.informed
    )


def pilot(writer: Writer, timetable: Timetable) -> str:
    """Return the window of a pilot cluster's request."""
    months = timetable.pilot_request_months
    if months.value is None:
        return writer.value(writer.say("règle disparue", "rule gone"), months)
    text = Label(
        fr=f"demande dans les {months.value} mois de l'entrée en vigueur",
        en=f"request within {months.value} months of the entry into force",
    )
    return writer.value(writer.label(text), months)


def personal_data(writer: Writer, timetable: Timetable) -> str:
    """Return how long personal data are kept."""
    parts = []
    for years, after in (
        (timetable.personal_data_years, Label(fr="après le terme de la reconnaissance", en="after the recognition")),
        (timetable.personal_data_budget_years, Label(fr="après la clôture de l'exercice", en="after the budget year")),
    ):
        if years.value is not None:
            words = Label(
                fr=f"{years.value} ans depuis le 1er janvier {after.fr}",
                en=f"{years.value} years from 1 January {after.en}",
            )
            parts.append(writer.value(writer.label(words), years))
    return "".join(parts) or writer.value(writer.say("pas de règle", "no rule"), timetable.personal_data_years)


def control(writer: Writer, timetable: Timetable) -> str:
    """Return what refusing control does."""
    lost = writer.say("perte de la subvention de plein droit", "loss of the subsidy as of right")
    left = writer.say("laissé au Gouvernement", "left to the Government")
    return writer.value(lost if timetable.control_loss.value else left, timetable.control_loss)


def members(writer: Writer, timetable: Timetable) -> str:
    """Return when members are counted."""
    first = writer.say("le premier jour du mois de la demande", "on the first day of the month of the request")
    never = writer.say("pas de catégories", "no categories")
    return writer.value(first if timetable.members_counted.value else never, timetable.members_counted)


def meetings(writer: Writer, regime: Regime) -> str:
    """Return the meetings of the committee and the length of a mandate."""
    committee = selection_of(regime).committee
    if committee.value is None:
        return writer.value(writer.say("comité supprimé", "committee abolished"), committee)
    times, years = committee.value.meetings_a_year, committee.value.mandate_years
    text = Label(fr=f"au moins {times.value} par an", en=f"at least {times.value} a year")
    mandates = Label(fr=f"mandats de {years.value} ans", en=f"mandates of {years.value} years")
    return writer.value(writer.label(text), times) + writer.value(writer.label(mandates), years)


def policy_evaluations(writer: Writer) -> str:
    """Return the evaluations of the policy that the project knows of."""
    items = []
    for each in POLICY_EVALUATIONS:
        answered = day_text(each.answers.value, writer.language)
        link = writer.say(f"répond à celle due dès le {answered} :", f"answers the one due from {answered}:")
        text = f"{writer.label(each.label)} ({writer.label(each.source)}) {writer.badge(each.basis)}"
        items.append(f"{text}<br>{link} {writer.source(each.answers)}")
    return listed(items)


def reach(writer: Writer) -> str:
    """Return what a change of text reaches at once, and what waits for the next period."""
    heads = (
        writer.say("dès le jour du changement", "from the day of the change"),
        writer.say("à la période suivante", "from the next period"),
    )
    now, later = (
        listed(writer.label(each.label) for each in REACHED if each.reach == when)
        for when in ("at_once", "next_period")
    )
    return table(heads, (f"<tr><td>{now}</td><td>{later}</td></tr>",))


def commencements(writer: Writer) -> str:
    """Return what keeps a running period under its text when another comes into force."""
    kept = writer.say("garde son texte jusqu'à son terme", "keeps its text to its end")
    return listed(f"{writer.label(each.label)} : {writer.value(kept, each.transition)}" for each in REGIMES[1:])


PARTS: dict[str, Callable[[Writer], str]] = {
    "states": states,
    "transitions": transitions,
    "passages": passages,
    "deadlines": of_timetable(
        (Label(fr="évaluation globale", en="global evaluation"), global_evaluation),
        (Label(fr="évaluation à mi-parcours", en="half-way evaluation"), half_way),
        (Label(fr="membres comptés", en="members counted"), members),
        (Label(fr="cluster pilote", en="pilot cluster"), pilot),
        (Label(fr="refus de contrôle", en="control refused"), control),
        (Label(fr="données à caractère personnel", en="personal data"), personal_data),
    ),
    "rhythms": of_timetable(
        (Label(fr="évaluation de la politique", en="evaluation of the policy"), policy_rhythm),
        (Label(fr="rapport au Parlement", en="report to Parliament"), report),
    ),
    "meetings": side_by_side((Label(fr="comité d'examen", en="review committee"), meetings)),
    "policy_evaluations": policy_evaluations,
    "reach": reach,
    "kept_texts": commencements,
}
