"""The tables of arts 1, 2, 4 and 5, made from `clusterlaw.law.selections`: who is selected, version by version."""

from collections.abc import Callable

from law_tables import listed, side_by_side
from law_writer import Writer

from clusterlaw.application_sentences import KINDS
from clusterlaw.law.selections import selection_of
from clusterlaw.regime import Regime
from clusterlaw.selection import Committee, Criterion, Element, FileMission, OpinionGrounds, Seat, Selection
from clusterlaw.sources import Label

Cell = Callable[[Writer, Selection], str]
Row = tuple[Label, Cell]


def of_selection(*rows: Row) -> Callable[[Writer], str]:
    """Return a table with one column for each version, its cells made from the selection that goes with it."""

    def of_regime(cell: Cell) -> Callable[[Writer, Regime], str]:
        return lambda writer, regime: cell(writer, selection_of(regime))

    return side_by_side(*((label, of_regime(cell)) for label, cell in rows))


def members(writer: Writer, selection: Selection) -> str:
    """Return the kinds of members that the text names."""
    permitted = selection.definition.permitted
    kinds = ", ".join(writer.label(KINDS[kind]) for kind in permitted.value)
    return writer.value(kinds, permitted, selection.definition.of_others)


def initiative(writer: Writer, selection: Selection) -> str:
    """Return whose initiative it mainly is."""
    text = writer.say("surtout celle d'entreprises actives en Wallonie", "mainly that of companies active in Wallonia")
    return writer.value(text, selection.definition.initiators)


def characteristics(writer: Writer, selection: Selection) -> str:
    """Return what the definition leaves to judgement."""
    return _elements(writer, selection.definition.appraised)


def clauses(writer: Writer, selection: Selection) -> str:
    """Return whether an association de fait's agreement has minimum clauses."""
    needed = writer.say("clauses minimales fixées par le Gouvernement", "minimum clauses set by the Government")
    gone = writer.say("forme abrogée", "form abolished")
    rule = selection.definition.clauses
    return writer.value(needed if rule.value else gone, rule)


def activities(writer: Writer, selection: Selection) -> str:
    """Return the axes or missions in each of which a cluster has activities."""
    in_axes, in_missions = (
        writer.say("dans chaque axe", "in each axis"),
        writer.say("dans chaque mission", "in each mission"),
    )
    kind = in_axes if selection.activities.kind == "axis" else in_missions
    return f'<span class="value">{kind}</span>{_elements(writer, selection.activities.elements)}'


def commitment(writer: Writer, selection: Selection) -> str:
    """Return whether a commitment to act is enough."""
    rule = selection.activities.commitment
    enough = writer.say("suffit", "is enough")
    asked = writer.say("question ouverte", "open question")
    return writer.value(enough if rule.value else asked, rule, selection.activities.of_commitment)


def other_conditions(writer: Writer, selection: Selection) -> str:
    """Return what else art. 2 asks for: the objectives contract, and what it leaves to judgement."""
    found = [writer.value(writer.label(each.label), each) for each in selection.activities.conditions]
    found += [writer.value(writer.label(each.label), each) for each in selection.activities.appraised]
    return "".join(found) or "–"


def _elements(writer: Writer, elements: tuple[Element, ...] | tuple[Criterion, ...]) -> str:
    return listed(f"{writer.label(each.label)} {writer.source(each)}" for each in elements)


def with_grounds(write: Callable[[Writer, OpinionGrounds], str]) -> Cell:
    """Return the cell of what an opinion rests on; where art. 5 is abolished, what abolished it."""

    def cell(writer: Writer, selection: Selection) -> str:
        if selection.grounds.value is None:
            return writer.value(writer.say("abrogé", "abolished"), selection.grounds)
        return write(writer, selection.grounds.value)

    return cell


def criteria(writer: Writer, grounds: OpinionGrounds) -> str:
    """Return the criteria of every opinion."""
    return _elements(writer, grounds.criteria)


def taken_into_account(writer: Writer, grounds: OpinionGrounds) -> str:
    """Return what an opinion takes into account besides the criteria."""
    words = {"axis": writer.say("les actions sur chaque axe", "the actions on each axis")}
    actions = words.get(
        grounds.actions.value, writer.say("les actions sur chaque mission", "the actions on each mission")
    )
    innovation = writer.value(writer.label(grounds.innovation.label), grounds.innovation)
    return innovation + writer.value(actions, grounds.actions)


def evidence(writer: Writer, grounds: OpinionGrounds) -> str:
    """Return the kinds of facts that bear on each criterion: our links, no text's."""
    items = (
        f"{writer.label(each.label)}{writer.say(' :', ':')} "
        + ", ".join(writer.label(fact.label) for fact in each.evidence)
        + "".join(f" {writer.badge(basis)}" for basis in dict.fromkeys(fact.basis for fact in each.evidence))
        for each in grounds.criteria
    )
    return listed(items)


def specific_criteria(writer: Writer, grounds: OpinionGrounds) -> str:
    """Return the criteria that an opinion on a specific subsidy adds, case by case."""
    words = {
        "international_programme": writer.say("programme international :", "international programme:"),
        "joint_task": writer.say("tâche commune :", "joint task:"),
    }
    cases = (f"{words[case.purpose]}{_elements(writer, case.criteria)}" for case in grounds.specific)
    return "".join(cases) or "–"


def with_committee(write: Callable[[Writer, Committee], str]) -> Cell:
    """Return the cell of a part of the committee; where it is abolished, what abolished it."""

    def cell(writer: Writer, selection: Selection) -> str:
        if selection.committee.value is None:
            return writer.value(writer.say("abrogé", "abolished"), selection.committee)
        return write(writer, selection.committee.value)

    return cell


def existence(writer: Writer, selection: Selection) -> str:
    """Return whether there is a committee."""
    there = writer.say("existe", "exists") if selection.committee.value else writer.say("abrogé", "abolished")
    return writer.value(there, selection.committee)


def missions(writer: Writer, committee: Committee) -> str:
    """Return the kinds of file that the committee sees."""
    return listed(_mission(writer, mission) for mission in committee.missions)


def _mission(writer: Writer, mission: FileMission) -> str:
    asked = writer.say("avis motivé sur les critères", "opinion reasoned on the criteria")
    free = writer.say("l'art. 5 ne demande rien", "art. 5 asks nothing")
    what = asked if mission.reasoned.value else free
    return f"{writer.label(mission.label)}{writer.say(' :', ':')} {what} {writer.source(mission)}"


def seats(writer: Writer, committee: Committee) -> str:
    """Return the seats, and which of them vote."""
    return listed(_seat(writer, seat, votes=seat.name in committee.deliberative.value) for seat in committee.seats)


def _seat(writer: Writer, seat: Seat, *, votes: bool) -> str:
    voice = writer.say("voix délibérative", "deliberative vote") if votes else writer.say("voix consultative", "advice")
    substitutes = writer.say(f"{seat.substitutes} suppléants", f"{seat.substitutes} substitutes")
    if seat.substitutes == 1:
        substitutes = writer.say("1 suppléant", "1 substitute")
    name = f"{writer.label(seat.label)}{writer.say(' :', ':')}"
    return f"{name} {seat.members} + {substitutes}, {voice} {writer.source(seat)}"


def votes(writer: Writer, committee: Committee) -> str:
    """Return how many members vote of how many, and what no text says."""
    voting = sum(seat.members for seat in committee.seats if seat.name in committee.deliberative.value)
    all_seats = sum(seat.members for seat in committee.seats)
    text = writer.say(f"{voting} membres sur {all_seats} votent", f"{voting} of {all_seats} members vote")
    silent = ", ".join(writer.label(each) for each in committee.silent)
    nothing = writer.say("aucun texte ne règle :", "no text settles:")
    return writer.value(text, committee.deliberative) + f"{nothing} {silent}"


def meetings(writer: Writer, committee: Committee) -> str:
    """Return how often the committee meets at least."""
    least = committee.meetings_a_year.value
    text = writer.say(f"au moins {least} par an", f"at least {least} a year")
    return writer.value(text, committee.meetings_a_year)


def mandates(writer: Writer, committee: Committee) -> str:
    """Return how long a mandate lasts, what ends it, and who finishes it."""
    length = writer.value(writer.years(committee.mandate_years.value), committee.mandate_years)
    ends = _elements(writer, committee.mandate_ends)
    finishes = writer.say("le suppléant achève le mandat", "the substitute finishes the mandate")
    return length + ends + writer.value(finishes, committee.succession)


def other_rules(writer: Writer, committee: Committee) -> str:
    """Return who appoints the members, and their secrecy."""
    return "".join(writer.value(writer.label(rule.value), rule) for rule in (committee.appointment, committee.secrecy))


PARTS: dict[str, Callable[[Writer], str]] = {
    "definition": of_selection(
        (Label(fr="membres", en="members"), members),
        (Label(fr="initiative", en="initiative"), initiative),
        (Label(fr="laissé à l'appréciation", en="left to judgement"), characteristics),
        (Label(fr="association de fait", en="association de fait"), clauses),
    ),
    "activities": of_selection(
        (Label(fr="activités", en="activities"), activities),
        (Label(fr="un engagement à agir", en="a commitment to act"), commitment),
        (Label(fr="et aussi", en="and also"), other_conditions),
    ),
    "criteria": of_selection(
        (Label(fr="pris en compte", en="taken into account"), with_grounds(taken_into_account)),
        (Label(fr="critères à motiver", en="criteria to give reasons on"), with_grounds(criteria)),
        (Label(fr="subvention spécifique", en="specific subsidy"), with_grounds(specific_criteria)),
        (Label(fr="faits qui s'y rapportent", en="facts that bear on them"), with_grounds(evidence)),
    ),
    "committee": of_selection(
        (Label(fr="comité", en="committee"), existence),
        (Label(fr="dossiers", en="files"), with_committee(missions)),
        (Label(fr="sièges", en="seats"), with_committee(seats)),
        (Label(fr="voix", en="votes"), with_committee(votes)),
        (Label(fr="réunions", en="meetings"), with_committee(meetings)),
        (Label(fr="mandats", en="mandates"), with_committee(mandates)),
        (Label(fr="désignation, secret", en="appointment, secrecy"), with_committee(other_rules)),
    ),
}
