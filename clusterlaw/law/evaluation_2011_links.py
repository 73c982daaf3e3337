"""How the data of the evaluation of 2011 are written, and our links from it to the rules and parts of the law."""

from clusterlaw.evaluation import Concern, Entry, Statement, Tone
from clusterlaw.sources import Basis, Citation, Label

Words = tuple[str, str, str]


def entries(citation: Citation, *words: Words, basis: Basis = Basis.EVALUATION) -> tuple[Entry, ...]:
    """Return entries of a list from their name and their words in French and English."""
    return tuple(Entry(name=name, label=Label(fr=fr, en=en), citation=citation, basis=basis) for name, fr, en in words)


def rule(name: str) -> Concern:
    """Name a rule of the catalogue."""
    return Concern("rule", name)


def regime(name: str) -> Concern:
    """Name a part of a regime."""
    return Concern("regime", name)


def selection(name: str) -> Concern:
    """Name a part of a selection."""
    return Concern("selection", name)


def statement(name: str, tone: Tone, citation: Citation, *concerns: Concern, fr: str, en: str) -> Statement:
    """Return a statement, and what it concerns."""
    return Statement(name=name, tone=tone, label=Label(fr=fr, en=en), citation=citation, concerns=concerns)


CRITERIA = (selection("grounds.criteria"), rule("criteria.reasoned"))
AXES = (selection("activities.elements"), rule("activities.covered"))
COSTS_CAPPED = (regime("ceiling"), regime("operations"), rule("subsidy.cap_costs"))
RATES = (regime("rates"), rule("subsidy.rate_of_year"))
SPECIFIC = (
    regime("specific_subsidy"),
    rule("specific_subsidy.admitted_costs"),
    rule("specific_subsidy.ceiling_left"),
)
