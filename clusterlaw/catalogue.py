"""Read-only index of the regimes, rules, assumptions and open questions: what the documentation and the tests walk."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import fields, has

from clusterlaw import recognition
from clusterlaw.law import REGIMES
from clusterlaw.law.acts import ACTS
from clusterlaw.law.delegated import DELEGATED
from clusterlaw.law.lifecycles import LIFECYCLES
from clusterlaw.law.named_assumptions import NAMED_ASSUMPTIONS, NamedAssumption
from clusterlaw.law.open_questions import OPEN_QUESTIONS
from clusterlaw.law.selections import SELECTIONS
from clusterlaw.law.timetables import TIMETABLES
from clusterlaw.money import Euro, Percentage
from clusterlaw.regime import Regime
from clusterlaw.rule import Rule
from clusterlaw.rules import (
    activities,
    calendar_years,
    categories,
    committee,
    conditions,
    costs,
    criteria,
    definition,
    incomplete_year,
    inverse,
    lifecycle,
    specific_subsidy,
    subsidy,
    timetable,
)
from clusterlaw.selection import Selection
from clusterlaw.sources import Basis, Citation, Label
from clusterlaw.timetable import Timetable
from clusterlaw.values import frozen

if TYPE_CHECKING:
    from clusterlaw.evaluation import Evaluation
    from clusterlaw.law.evaluation_2011 import EVALUATION_2011
    from clusterlaw.law.evaluation_2011_sections import SECTIONS
    from clusterlaw.rules.proposal import RULES as PROPOSED_RULES

__all__ = [
    "ACTS",
    "DELEGATED",
    "EVALUATION_2011",
    "LIFECYCLES",
    "NAMED_ASSUMPTIONS",
    "OPEN_QUESTIONS",
    "PROPOSED_RULES",
    "REGIMES",
    "RULES",
    "SECTIONS",
    "SELECTIONS",
    "TIMETABLES",
    "LegalValue",
    "assumption",
    "legal_values",
]

RULES: tuple[Rule, ...] = (
    *definition.RULES,
    *activities.RULES,
    *recognition.RULES,
    *conditions.RULES,
    *costs.RULES,
    *subsidy.RULES,
    *inverse.RULES,
    *calendar_years.RULES,
    *categories.RULES,
    *specific_subsidy.RULES,
    *committee.RULES,
    *criteria.RULES,
    *lifecycle.RULES,
    *timetable.RULES,
    *incomplete_year.RULES,
)

# What is no law is loaded on first use: the evaluation of 2011, and the rules on what it proposes.
_NO_LAW = {
    "EVALUATION_2011": ("clusterlaw.law.evaluation_2011", "EVALUATION_2011"),
    "PROPOSED_RULES": ("clusterlaw.rules.proposal", "RULES"),
    "SECTIONS": ("clusterlaw.law.evaluation_2011_sections", "SECTIONS"),
}

_BY_NAME = {entry.name: entry for entry in NAMED_ASSUMPTIONS}


@frozen(kw_only=True)
class LegalValue:
    """A part of a version that states something: where it stands in it, itself, its citation and basis."""

    path: str
    value: Any
    citation: Citation
    basis: Basis


def __getattr__(name: str) -> Any:
    if name not in _NO_LAW:
        raise AttributeError(f"module 'clusterlaw.catalogue' has no attribute {name!r}")
    from importlib import import_module

    module, inside = _NO_LAW[name]
    return getattr(import_module(module), inside)


def assumption(name: str) -> NamedAssumption:
    """Return the description of a named assumption. Raises KeyError for a name that is not in the table."""
    return _BY_NAME[name]


def legal_values(version: "Regime | Selection | Timetable | Evaluation") -> Iterator[LegalValue]:
    """Yield every part of a version of the law, or of an evaluation, that carries a citation.

    Raises ValueError where a part lacks one.
    """
    for attribute in fields(type(version)):
        if attribute.name not in {"identifier", "label", "reforms", "document"}:
            yield from _walk(getattr(version, attribute.name), attribute.name)


def _walk(part: Any, path: str) -> Iterator[LegalValue]:
    if isinstance(part, tuple):
        for index, entry in enumerate(part):
            yield from _walk(entry, f"{path}[{index}]")
        return
    found = False
    if hasattr(part, "citation"):
        found = True
        yield LegalValue(path=path, value=part, citation=part.citation, basis=part.basis)
    for attribute in fields(type(part)):
        for value in _walk_inner(getattr(part, attribute.name), f"{path}.{attribute.name}"):
            found = True
            yield value
    if not found:
        raise ValueError(f"{path}: {part!r} carries no citation; give the provision that states it")


def _walk_inner(inner: Any, path: str) -> Iterator[LegalValue]:
    """Walk what carries citations itself: parts, and tuples of parts; labels, plain values and our own links do not."""
    carries = inner if isinstance(inner, tuple) else (inner,)
    plain = Citation | Label | Euro | Percentage
    if any(has(type(each)) and not isinstance(each, plain) and not hasattr(each, "is_link") for each in carries):
        yield from _walk(inner, path)
