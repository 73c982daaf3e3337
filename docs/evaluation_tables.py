"""The tables of the evaluation of 2011 and of the model that it proposes, made from `clusterlaw.catalogue`."""

from collections.abc import Callable, Iterable
from itertools import groupby

from law_tables import listed, table
from law_writer import Writer, anchor
from mkdocs.exceptions import PluginError

from clusterlaw.catalogue import EVALUATION_2011, RULES, SECTIONS
from clusterlaw.evaluation import Concern, Entry, Figure, Measure, Precision, Recommendation, Statement, Text
from clusterlaw.law.proposal_2011 import ANIMATION_2011, LEFT_OPEN, PLATFORM_2011, PROJECT_2011
from clusterlaw.money import Euro, Percentage
from clusterlaw.sources import Basis, Citation, Label

PRECISIONS: dict[Precision, Label] = {
    "exact": Label(fr="", en=""),
    "about": Label(fr="environ ", en="about "),
    "more_than": Label(fr="plus de ", en="more than "),
    "at_least": Label(fr="au moins ", en="at least "),
    "at_most": Label(fr="au plus ", en="at most "),
}
TONES = {
    "strength": Label(fr="acquis", en="strength"),
    "limit": Label(fr="limite", en="limit"),
    "observation": Label(fr="constat", en="observation"),
    "conclusion": Label(fr="conclusion", en="conclusion"),
}
RESPONSES = {
    "near": Label(fr="proche", en="near"),
    "against": Label(fr="à l'inverse", en="against"),
    "nothing": Label(fr="sans suite", en="unanswered"),
}
# What the parts of a regime or of a selection that the evaluation is about are called.
PARTS_OF_THE_LAW = {
    "rates": Label(fr="pourcentages", en="percentages"),
    "ceiling": Label(fr="plafond", en="ceiling"),
    "operations": Label(fr="ordre des opérations", en="order of operations"),
    "specific_subsidy": Label(fr="subvention spécifique", en="specific subsidy"),
    "categories": Label(fr="catégories", en="categories"),
    "admission": Label(fr="coûts admis", en="admitted costs"),
    "recognition_years": Label(fr="durée de la reconnaissance", en="length of the recognition"),
    "subsidy_years": Label(fr="durée de la subvention", en="length of the subsidy"),
    "renewal_of_subsidy": Label(fr="renouvellement de la subvention", en="renewal of the subsidy"),
    "conditions": Label(fr="conditions", en="conditions"),
    "subsidy_discretion": Label(fr="octroi", en="grant"),
    "definition": Label(fr="définition", en="definition"),
    "definition.appraised": Label(fr="caractéristiques", en="characteristics"),
    "definition.permitted": Label(fr="membres", en="members"),
    "definition.initiators": Label(fr="initiative", en="initiative"),
    "activities": Label(fr="activités", en="activities"),
    "activities.elements": Label(fr="axes, missions", en="axes, missions"),
    "activities.conditions": Label(fr="contrat d'objectifs", en="objectives contract"),
    "activities.appraised": Label(fr="lien avec les politiques régionales", en="link to regional policies"),
    "grounds.criteria": Label(fr="critères", en="criteria"),
    "grounds.specific": Label(fr="critères de la subvention spécifique", en="criteria of the specific subsidy"),
    "committee": Label(fr="comité d'examen", en="review committee"),
    "committee.seats": Label(fr="sièges du comité", en="seats of the committee"),
}
RULE_LABELS = {each.identifier: each.label for each in RULES}


def sections(writer: Writer) -> str:
    """Return every section cited, with the id that citations lead to."""
    heads = ("§", writer.say("ce dont elle traite", "what it is about"))
    return table(heads, (_section(writer, each) for each in SECTIONS))


def _section(writer: Writer, section: Citation) -> str:
    number = section.article if section.item is None else f"{section.article}, {section.item}"
    heading = section.heading or Label(fr="", en="")
    return f'<tr id="{anchor(heading)}"><td>{number}</td><td>{writer.label(heading)}</td></tr>'


def questions(writer: Writer) -> str:
    """Return the questions, each with the section that answers it."""
    heads = ("", "question", writer.say("réponse", "answer"))
    rows = (
        f"<tr><td>{each.number}</td><td>{writer.label(each.label)}</td>"
        f"<td>{writer.citation(each.answered_in)} {writer.badge(each.answer_basis)}</td></tr>"
        for each in EVALUATION_2011.questions
    )
    return table(heads, rows)


def figures(writer: Writer) -> str:
    """Return every figure, with its precision, unit, period and section."""
    heads = (
        writer.say("chiffre", "figure"),
        writer.say("valeur", "value"),
        writer.say("période", "period"),
        "source",
    )
    return table(heads, (_figure(writer, each) for each in EVALUATION_2011.figures))


def _figure(writer: Writer, figure: Figure) -> str:
    value = f"{writer.label(PRECISIONS[figure.precision])}{_number(writer, figure)} {writer.label(figure.unit)}"
    period = writer.label(figure.period) if figure.period else "–"
    cells = (writer.label(figure.label), value, period, writer.source(figure))
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _number(writer: Writer, figure: Figure) -> str:
    value = figure.value
    if isinstance(value, Euro):
        return writer.amount(value)
    if isinstance(value, Percentage):
        return writer.say(f"{value} %", f"{value}%")
    if value == figure.first_year:
        return str(value)
    grouped = f"{value:,}" if writer.language == "en" else f"{value:,}".replace(",", "\u202f")
    return grouped if figure.or_else is None else f"{grouped} {writer.say('ou', 'or')} {figure.or_else}"


def statements(writer: Writer) -> str:
    """Return what the evaluation finds and concludes, under the section that says it."""
    blocks = []
    for citation, group in groupby(EVALUATION_2011.statements, key=lambda each: each.citation):
        source = f'<span class="source">{writer.citation(citation)} {writer.badge(Basis.EVALUATION)}</span>'
        blocks.append(source + listed(_statement(writer, each) for each in group))
    return "\n\n".join(blocks)


def _statement(writer: Writer, statement: Statement) -> str:
    return f"<strong>{writer.label(TONES[statement.tone])}</strong> – {writer.label(statement.label)}"


def recommendations(writer: Writer) -> str:
    """Return every recommendation, the rules that it concerns, and what the later texts did about it."""
    heads = (
        writer.say("recommandation", "recommendation"),
        writer.say("règles en cause", "rules concerned"),
        *(writer.say(f"texte de {text}", f"text of {text}") for text in ("2024", "2025")),
    )
    return (
        f'<div class="advice">{table(heads, (_advice(writer, each) for each in EVALUATION_2011.recommendations))}</div>'
    )


def _advice(writer: Writer, advice: Recommendation) -> str:
    cells = (
        writer.value(writer.label(advice.label), advice),
        ", ".join(dict.fromkeys(_concern(writer, each) for each in advice.concerns)) or "–",
        *(_measures(writer, advice, text) for text in ("2024", "2025")),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _concern(writer: Writer, concern: Concern) -> str:
    labels = RULE_LABELS if concern.kind == "rule" else PARTS_OF_THE_LAW
    if concern.name not in labels:
        raise PluginError(f"docs/evaluation_tables.py: no words for {concern!r}; add them in French and English")
    return writer.label(labels[concern.name])


def _measures(writer: Writer, advice: Recommendation, text: Text) -> str:
    found = [each for each in advice.measures if each.text == text]
    return "".join(_measure(writer, each) for each in found) or "–"


def _measure(writer: Writer, measure: Measure) -> str:
    response = f"<strong>{writer.label(RESPONSES[measure.response])}</strong>"
    words = f"{response} – {writer.label(measure.label)}"
    cited = "; ".join(writer.citation(each) for each in measure.citations)
    source = f'<span class="source">{cited} {writer.badge(measure.basis)}</span>' if cited else ""
    return f'<span class="response response-{measure.response}">{words}</span>{source}'


def objectives(writer: Writer) -> str:
    """Return the objectives by stage of maturity, with the support of each and the kind of it."""
    heads = (
        writer.say("objectif", "objective"),
        writer.say("niveau de soutien", "level of support"),
        writer.say("où", "where"),
        writer.say("type de soutien et ses termes", "kind of support and its terms"),
    )
    kinds = {each.objective: each for each in EVALUATION_2011.supports}
    rows = (
        _cells(
            writer.value(writer.label(each.label), each),
            writer.label(each.support),
            _entries(writer, each.applies),
            writer.value(writer.label(kinds[each.name].label), kinds[each.name])
            + _entries(writer, kinds[each.name].terms),
        )
        for each in EVALUATION_2011.objectives
    )
    return table(heads, rows)


def poles(writer: Writer) -> str:
    """Return the positions of a cluster in relation to a pole."""
    heads = (writer.say("position", "position"), writer.say("rôles", "roles"), writer.say("articulation", "fit"))
    rows = (
        _cells(writer.value(writer.label(each.label), each), _entries(writer, each.roles), writer.label(each.fit))
        for each in EVALUATION_2011.pole_positions
    )
    return table(heads, rows)


def agencies(writer: Writer) -> str:
    """Return the agencies, wholly or partly devoted to companies."""
    heads = (writer.say("tournés vers les entreprises", "devoted to companies"), writer.say("organismes", "bodies"))
    words = {"wholly": writer.say("entièrement", "wholly"), "partly": writer.say("en partie", "partly")}
    rows = []
    for devotion, group in groupby(EVALUATION_2011.agencies, key=lambda each: each.devotion):
        found = list(group)
        rows.append(_cells(words[devotion], ", ".join(each.name for each in found) + " … " + writer.source(found[0])))
    return table(heads, rows)


def green_clusters(writer: Writer) -> str:
    """Return the green clusters, and whether the opinion on a platform is about them."""
    heads = (
        "cluster",
        writer.say("visé par l'avis", "in the opinion"),
        writer.say("ce qui en est dit", "what is said"),
    )
    there, not_there = writer.say("oui", "yes"), writer.say("non", "no")
    rows = (
        _cells(each.name, there if each.in_opinion else not_there, writer.label(each.label) + writer.source(each))
        for each in EVALUATION_2011.green_clusters
    )
    return table(heads, rows)


def listings(writer: Writer) -> str:
    """Return the lists, each with its section."""
    rows = (
        _cells(
            writer.value(writer.label(each.label), each),
            _entries(writer, each.entries) + ("" if each.exhaustive else writer.say("entre autres", "among others")),
        )
        for each in EVALUATION_2011.listings
    )
    return table((writer.say("liste", "list"), writer.say("ce qu'elle nomme", "what it names")), rows)


def proposed_model(writer: Writer) -> str:
    """Return the model proposed: its terms, and what it leaves open."""
    periods, years = ANIMATION_2011.periods, ANIMATION_2011.years
    or_word = writer.say(" ou ", " or ")
    counted = f"{or_word.join(map(str, periods.value))} {writer.say('cycles de', 'periods of')}"
    least, most = PROJECT_2011.at_least, PLATFORM_2011.at_most
    share = writer.say(
        f"la Région, au plus {most.value} % du budget", f"the Region, at most {most.value}% of the budget"
    )
    companies = writer.say(f"au moins {least.value} entreprises", f"at least {least.value} companies")
    plan = PLATFORM_2011.business_plan
    rows = (
        _cells(writer.say("animation", "animation"), writer.value(f"{counted} {writer.years(years.value)}", years)),
        _cells(
            writer.say("plateforme", "platform"),
            writer.value(share, most)
            + writer.value(writer.label(plan.label), plan)
            + listed(f"{writer.label(each.label)} {writer.badge(each.basis)}" for each in PLATFORM_2011.contributions),
        ),
        _cells(
            writer.say("projet", "project"),
            writer.value(companies, least) + _entries(writer, PROJECT_2011.kinds.entries),
        ),
        _cells(
            writer.say("laissé ouvert", "left open"),
            listed(f"{writer.label(each.label)} <code>{each.name}</code>" for each in LEFT_OPEN),
        ),
    )
    return table((writer.say("soutien", "support"), writer.say("termes", "terms")), rows)


def _entries(writer: Writer, entries: Iterable[Entry]) -> str:
    """Return entries; those that are our own reading say so."""
    return listed(
        writer.label(each.label) + (f" {writer.badge(each.basis)}" if each.basis is Basis.INFERRED else "")
        for each in entries
    )


def _cells(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


PARTS: dict[str, Callable[[Writer], str]] = {
    "evaluation_sections": sections,
    "evaluation_questions": questions,
    "evaluation_figures": figures,
    "evaluation_statements": statements,
    "evaluation_recommendations": recommendations,
    "evaluation_objectives": objectives,
    "evaluation_poles": poles,
    "evaluation_agencies": agencies,
    "evaluation_green_clusters": green_clusters,
    "evaluation_lists": listings,
    "proposed_model": proposed_model,
}
