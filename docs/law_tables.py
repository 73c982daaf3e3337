"""The tables of the documentation, made from `clusterlaw.catalogue`: one name in `PARTS` for each placeholder."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from law_writer import BASES, Writer

from clusterlaw.assumptions import Assumptions
from clusterlaw.catalogue import ACTS, DELEGATED, NAMED_ASSUMPTIONS, OPEN_QUESTIONS, REGIMES, assumption
from clusterlaw.law import commences_on
from clusterlaw.law.delegated import Delegated
from clusterlaw.law.named_assumptions import NamedAssumption
from clusterlaw.law.open_questions import OpenQuestion
from clusterlaw.money import Euro
from clusterlaw.regime import Condition, MemberCategory, RateBand, Regime, SpecificSubsidy, SpecificSubsidyCase
from clusterlaw.sources import Act, Basis, Label, day_text

Cell = Callable[[Writer, Regime], str]


def listed(items: Iterable[str], tag: str = "ul") -> str:
    """Return an HTML list."""
    return f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>"


def table(heads: Iterable[str], rows: Iterable[str]) -> str:
    """Return an HTML table from its column heads and its rows."""
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def side_by_side(*rows: tuple[Label, Cell]) -> Callable[[Writer], str]:
    """Return a table with one column for each version of the law; a value that stays the same spans its columns."""

    def write(writer: Writer) -> str:
        heads = ("", *(writer.label(regime.label) for regime in REGIMES))
        return table(heads, (_row(writer, label, cell) for label, cell in rows))

    return write


def _row(writer: Writer, label: Label, cell: Cell) -> str:
    spans = ((text, len(list(same))) for text, same in groupby(cell(writer, regime) for regime in REGIMES))
    cells = "".join(f'<td colspan="{columns}">{text}</td>' for text, columns in spans)
    return f'<tr><th scope="row">{writer.label(label)}</th>{cells}</tr>'


def commencement(writer: Writer, regime: Regime) -> str:
    """Return the day from which a text is in force."""
    day = day_text(commences_on(regime, assumptions=Assumptions()), writer.language)
    return writer.value(day, regime.commencement)


def transition(writer: Writer, regime: Regime) -> str:
    """Return what becomes of what runs when a text commences."""
    kept = writer.say("est maintenu, aux conditions de la source citée", "is kept, as the source cited provides")
    ends = writer.say("passe au nouveau texte", "passes to the new text")
    return writer.value(kept if regime.transition.value else ends, regime.transition)


def recognition_length(writer: Writer, regime: Regime) -> str:
    """Return the length of a recognition period."""
    return writer.value(writer.years(regime.recognition_years.value), regime.recognition_years)


def subsidy_length(writer: Writer, regime: Regime) -> str:
    """Return the length of a subsidy."""
    return writer.value(writer.years(regime.subsidy_years.value), regime.subsidy_years)


def recognition_discretion(writer: Writer, regime: Regime) -> str:
    """Return what the Government may do about the recognition."""
    return writer.value(writer.word(regime.recognition_discretion.value), regime.recognition_discretion)


def subsidy_discretion(writer: Writer, regime: Regime) -> str:
    """Return what the Government may or must do about the subsidy."""
    return writer.value(writer.word(regime.subsidy_discretion.value), regime.subsidy_discretion)


def opinion(writer: Writer, regime: Regime) -> str:
    """Return whether the review committee gives its opinion first."""
    required, gone = writer.say("requis", "required"), writer.say("plus requis", "no longer required")
    return writer.value(required if regime.opinion_required.value else gone, regime.opinion_required)


def rates(writer: Writer, regime: Regime) -> str:
    """Return the percentage of each band of ranks."""
    return "".join(writer.value(_band(writer, band), band) for band in regime.rates)


def _band(writer: Writer, band: RateBand) -> str:
    if band.last_rank is None:
        ranks = Label(fr=f"année {band.first_rank} et suivantes", en=f"year {band.first_rank} onwards")
    else:
        ranks = Label(
            fr=f"années {band.first_rank} à {band.last_rank}", en=f"years {band.first_rank} to {band.last_rank}"
        )
    return f"{writer.label(ranks)}{writer.say(' :', ':')} {writer.say(f'{band.percentage} %', f'{band.percentage}%')}"


def seniority(writer: Writer, regime: Regime) -> str:
    """Return how the rank of a subsidy year may be read."""
    described = {reading.name: reading.label for reading in assumption("seniority_after_2024").readings}
    readings = [writer.label(described[name]) for name in regime.seniority.value]
    text = readings[0] if len(readings) == 1 else writer.say("lectures possibles :", "possible readings:")
    return writer.value(text, regime.seniority) + (listed(readings) if len(readings) > 1 else "")


def ceiling(writer: Writer, regime: Regime) -> str:
    """Return the yearly ceiling and what it applies to."""
    on_costs = "cap_costs" in regime.operations.value
    applies = writer.say("sur les coûts admis", "on the admitted costs")
    if not on_costs:
        applies = writer.say("sur la subvention", "on the subsidy")
    if regime.ceiling.amount is None:
        text = writer.say("fixé par le Gouvernement", "set by the Government")
    else:
        text = f"{writer.amount(regime.ceiling.amount)} {writer.say('par année', 'a year')}"
    names = (*regime.ceiling.assumptions, regime.ceiling.scope_assumption)
    return writer.value(f"{text}, {applies}", regime.ceiling, *names)


def operations(writer: Writer, regime: Regime) -> str:
    """Return what is done to the admitted costs, in its order."""
    steps = listed((writer.word(name) for name in regime.operations.value), "ol")
    return steps + writer.source(regime.operations)


def admitted_costs(writer: Writer, regime: Regime) -> str:
    """Return which costs are admitted."""
    admission = regime.admission
    if not admission.natures:
        return writer.value(writer.say("fixés par le Gouvernement", "set by the Government"), admission)
    natures, purposes = (
        ", ".join(writer.word(name) for name in names) for names in (admission.natures, admission.purposes)
    )
    linked = writer.say("directement liés à :", "directly linked to:")
    return writer.value(f"{natures}, {linked} {purposes}", admission, admission.silent_assumption)


def other_funding(writer: Writer, regime: Regime) -> str:
    """Return whether costs that other public programmes pay are left out."""
    excluded, admitted = writer.say("exclus", "left out"), writer.say("admis", "admitted")
    exclusion = regime.admission.exclusion
    return writer.value(excluded if exclusion.value else admitted, exclusion, "partial_other_funding")


def conditions(affects: str) -> Cell:
    """Return the cell of the conditions with which the subsidy alone, or the recognition too, falls."""

    def cell(writer: Writer, regime: Regime) -> str:
        return "".join(_condition(writer, each) for each in regime.conditions if each.affects == affects) or "–"

    return cell


def _condition(writer: Writer, condition: Condition) -> str:
    text = f"{writer.label(condition.label)} ({_scope(writer, condition)})"
    forms = ", ".join(writer.word(name) for name in condition.accepted if isinstance(name, str))
    doubtful = ", ".join(writer.word(name) for name in condition.open_values)
    if forms:
        text += f"{writer.say(' :', ':')} {forms}"
    if doubtful:
        text += f"{writer.say(' ; question ouverte :', '; open question:')} {doubtful}"
    return writer.value(text, condition, condition.open_question)


def _scope(writer: Writer, condition: Condition) -> str:
    first, last, beyond = condition.first_period, condition.last_period, condition.beyond_year
    if beyond is not None:
        return writer.say(f"au-delà de l'année {beyond}", f"beyond year {beyond}")
    if last is None:
        if first == 1:
            return writer.say("à chaque période", "in every period")
        return writer.say(f"à partir de la période {first}", f"from period {first} on")
    if first == last:
        return writer.say(f"en période {first}", f"in period {first}")
    return writer.say(f"périodes {first} à {last}", f"periods {first} to {last}")


def renewal_of_subsidy(writer: Writer, regime: Regime) -> str:
    """Return whether the subsidy can be renewed."""
    renewable, ends = writer.say("renouvelable", "renewable"), writer.say("non renouvelable", "not renewable")
    return writer.value(renewable if regime.renewal_of_subsidy.value else ends, regime.renewal_of_subsidy)


def renewal_request(writer: Writer, regime: Regime) -> str:
    """Return how long before the end of a period its renewal is requested."""
    months = regime.renewal_request_months.value
    if months is None:
        return writer.value(writer.say("inconnu", "unknown"), regime.renewal_request_months, "renewal_deadline_2025")
    text = writer.say(f"au plus tard {months} mois avant le terme", f"at the latest {months} months before the end")
    return writer.value(text, regime.renewal_request_months, "deadline_counting")


def categories(writer: Writer, regime: Regime) -> str:
    """Return the categories by number of members."""
    return "".join(writer.value(_category(writer, each), each, "fee_in_order") for each in regime.categories) or "–"


def _category(writer: Writer, category: MemberCategory) -> str:
    if category.fewer_than is not None:
        count = Label(fr=f"moins de {category.fewer_than}", en=f"fewer than {category.fewer_than}")
    else:
        count = Label(fr=f"au moins {category.at_least}", en=f"at least {category.at_least}")
    members = writer.say(
        "entreprises membres en ordre d'une cotisation annuelle d'au moins",
        "member companies in order with a yearly fee of at least",
    )
    name = writer.say(f"catégorie {category.number} :", f"category {category.number}:")
    return f"{name} {writer.label(count)} {members} {writer.amount(category.yearly_fee_at_least)}"


def with_specific_subsidy(write: Callable[[Writer, SpecificSubsidy], str]) -> Cell:
    """Return the cell of a part of the specific subsidy; where the text has none any more, what abolished it."""

    def cell(writer: Writer, regime: Regime) -> str:
        provision = regime.specific_subsidy
        if provision.value is None:
            return writer.value(writer.say("abrogée", "abolished"), provision)
        return write(writer, provision.value)

    return cell


def specific_grant(writer: Writer, subsidy: SpecificSubsidy) -> str:
    """Return what the Government may do, and from when its survival is an open question."""
    since = day_text(subsidy.open_from.value, writer.language)
    question = writer.say(f"question ouverte depuis le {since}", f"open question since {since}")
    return writer.value(writer.word(subsidy.discretion.value), subsidy.discretion) + writer.value(
        question, subsidy.open_from, subsidy.open_question
    )


def specific_ceiling(writer: Writer, subsidy: SpecificSubsidy) -> str:
    """Return the ceiling of the specific subsidy."""
    amount = writer.amount(subsidy.ceiling.amount or Euro(0))
    text = writer.say(f"au plus {amount}", f"at most {amount}")
    return writer.value(text, subsidy.ceiling, *subsidy.ceiling.assumptions)


def specific_cases(writer: Writer, subsidy: SpecificSubsidy) -> str:
    """Return the cases, each with the costs that it admits."""
    return "".join(_case(writer, case) for case in subsidy.cases)


def _case(writer: Writer, case: SpecificSubsidyCase) -> str:
    costs = f"{writer.say('coûts admis :', 'admitted costs:')} {writer.label(case.admitted_costs.value)}"
    return writer.value(writer.label(case.label), case) + costs + writer.source(case.admitted_costs)


def legend(writer: Writer) -> str:
    """Return every basis with its badge and its meaning."""
    rows = (f"<tr><td>{writer.badge(basis)}</td><td>{writer.label(BASES[basis][1])}</td></tr>" for basis in Basis)
    return table((writer.say("fondement", "basis"), writer.say("ce qu'il veut dire", "what it means")), rows)


def acts(writer: Writer) -> str:
    """Return every act that is cited, with its identifiers."""
    heads = (writer.say("acte", "act"), writer.say("adopté le", "adopted on"), "ELI", "NUMAC")
    return table(heads, (_act(writer, act) for act in ACTS))


def _act(writer: Writer, act: Act) -> str:
    unseen = writer.say("non vu", "not seen")
    cells = (
        writer.label(act.title),
        day_text(act.adopted_on, writer.language),
        f"<code>{act.eli}</code>" if act.eli else unseen,
        f"<code>{act.numac}</code>" if act.numac else unseen,
    )
    return f'<tr id="{act.identifier}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def assumptions(writer: Writer) -> str:
    """Return every named assumption under a heading of its own."""
    return "\n\n".join("\n\n".join(_assumption(writer, entry)) for entry in NAMED_ASSUMPTIONS)


def _assumption(writer: Writer, entry: NamedAssumption) -> Iterator[str]:
    yield f"### {entry.name} {{ #{entry.name} }}"
    if not entry.readings:
        words = Label(fr=entry.text(Assumptions(), "fr"), en=entry.text(Assumptions(), "en"))
        yield f"<p><strong>{writer.label(words)}</strong> ({writer.say('par défaut', 'default')})</p>"
    elif entry.label != entry.readings[0].label:
        yield f"<p>{writer.label(entry.label)}</p>"
    if entry.readings:
        yield listed(_reading(writer, entry, number) for number in range(len(entry.readings)))
    why = writer.say("Raison :", "Reason:")
    yield f"<p>{why} {writer.label(entry.why)} {writer.source(entry)}</p>"


def _reading(writer: Writer, entry: NamedAssumption, number: int) -> str:
    reading = entry.readings[number]
    if not entry.presumed:
        mark = writer.say("possible", "possible")
    elif number == 0:
        mark = writer.say("par défaut", "default")
    else:
        mark = writer.say("autre lecture", "alternative")
    text = f"<code>{reading.name}</code> ({mark}){writer.say(' :', ':')} {writer.label(reading.label)}"
    return f"<strong>{text}</strong>" if entry.presumed and number == 0 else text


def open_questions(writer: Writer) -> str:
    """Return every open question under a heading of its own."""
    return "\n\n".join("\n\n".join(_question(writer, entry)) for entry in OPEN_QUESTIONS)


def _question(writer: Writer, entry: OpenQuestion) -> Iterator[str]:
    yield f"### {entry.name} {{ #{entry.name} }}"
    yield f'<p>{writer.label(entry.label)} <span class="source">{writer.citation(entry.citation)}</span></p>'
    if entry.readings:
        yield listed(writer.label(reading) for reading in entry.readings)


def delegated(writer: Writer) -> str:
    """Return every value that is left to the Government, with the fact in which the caller supplies it."""
    heads = (
        writer.say("laissé au Gouvernement", "left to the Government"),
        writer.say("textes", "texts"),
        writer.say("fourni dans", "supplied in"),
        "source",
    )
    return table(heads, (_delegated(writer, entry) for entry in DELEGATED))


def _delegated(writer: Writer, entry: Delegated) -> str:
    cells = (
        writer.label(entry.label),
        ", ".join(entry.regimes),
        f"<code>{entry.supplied_as}</code>" if entry.supplied_as else "–",
        writer.source(entry),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


FALLS_SUBSIDY = Label(fr="sinon, la subvention tombe", en="if not, the subsidy falls")
FALLS_RECOGNITION = Label(
    fr="sinon, la reconnaissance tombe, et la subvention avec elle",
    en="if not, the recognition falls, and the subsidy with it",
)

PARTS: dict[str, Callable[[Writer], str]] = {
    "legend": legend,
    "versions": side_by_side(
        (Label(fr="en vigueur depuis le", en="in force from"), commencement),
        (Label(fr="ce qui court ce jour-là", en="what runs on that day"), transition),
    ),
    "recognition": side_by_side(
        (Label(fr="durée de la reconnaissance", en="length of the recognition"), recognition_length),
        (Label(fr="durée de la subvention", en="length of the subsidy"), subsidy_length),
        (Label(fr="reconnaissance", en="recognition"), recognition_discretion),
        (Label(fr="subvention", en="subsidy"), subsidy_discretion),
        (Label(fr="avis du comité d'examen", en="opinion of the review committee"), opinion),
    ),
    "rates": side_by_side(
        (Label(fr="pourcentage des coûts", en="percentage of the costs"), rates),
        (Label(fr="rang d'une année", en="rank of a year"), seniority),
    ),
    "ceiling": side_by_side(
        (Label(fr="plafond", en="ceiling"), ceiling),
        (Label(fr="ordre des opérations", en="order of operations"), operations),
    ),
    "costs": side_by_side(
        (Label(fr="coûts admis", en="admitted costs"), admitted_costs),
        (Label(fr="coûts payés par d'autres programmes", en="costs paid by other programmes"), other_funding),
    ),
    "conditions": side_by_side(
        (FALLS_SUBSIDY, conditions("subsidy")),
        (FALLS_RECOGNITION, conditions("recognition_and_subsidy")),
    ),
    "renewal": side_by_side(
        (Label(fr="subvention", en="subsidy"), renewal_of_subsidy),
        (Label(fr="demande de renouvellement", en="renewal request"), renewal_request),
    ),
    "categories": side_by_side((Label(fr="catégories", en="categories"), categories)),
    "specific_subsidy": side_by_side(
        (Label(fr="octroi", en="grant"), with_specific_subsidy(specific_grant)),
        (Label(fr="plafond", en="ceiling"), with_specific_subsidy(specific_ceiling)),
        (Label(fr="cas et coûts", en="cases and costs"), with_specific_subsidy(specific_cases)),
    ),
    "acts": acts,
    "assumptions": assumptions,
    "open_questions": open_questions,
    "delegated": delegated,
}
