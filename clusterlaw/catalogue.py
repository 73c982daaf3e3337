"""Read-only index of the regimes, rules, assumptions and open questions: what the documentation and the tests walk."""

from collections.abc import Iterator
from typing import Any

from attrs import fields, has

from clusterlaw import recognition
from clusterlaw.law import REGIMES
from clusterlaw.law.acts import ACTS
from clusterlaw.law.delegated import DELEGATED
from clusterlaw.law.named_assumptions import NAMED_ASSUMPTIONS, NamedAssumption
from clusterlaw.law.open_questions import OPEN_QUESTIONS
from clusterlaw.law.selections import SELECTIONS
from clusterlaw.money import Euro, Percentage
from clusterlaw.regime import Regime
from clusterlaw.rule import Rule
from clusterlaw.rules import (
    activities,
    categories,
    committee,
    conditions,
    costs,
    criteria,
    definition,
    specific_subsidy,
    subsidy,
)
from clusterlaw.selection import Evidence, Selection
from clusterlaw.sources import Basis, Citation, Label
from clusterlaw.values import frozen

__all__ = [
    "ACTS",
    "DELEGATED",
    "NAMED_ASSUMPTIONS",
    "OPEN_QUESTIONS",
    "REGIMES",
    "RULES",
    "SELECTIONS",
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
    *categories.RULES,
    *specific_subsidy.RULES,
    *committee.RULES,
    *criteria.RULES,
)

_BY_NAME = {entry.name: entry for entry in NAMED_ASSUMPTIONS}


@frozen(kw_only=True)
class LegalValue:
    """A part of a version that states something: where it stands in it, itself, its citation and basis."""

    path: str
    value: Any
    citation: Citation
    basis: Basis


def assumption(name: str) -> NamedAssumption:
    """Return the description of a named assumption. Raises KeyError for a name that is not in the table."""
    return _BY_NAME[name]


def legal_values(version: Regime | Selection) -> Iterator[LegalValue]:
    """Yield every part of a version of the law that carries a citation. Raises ValueError where a part lacks one."""
    for attribute in fields(type(version)):
        if attribute.name not in {"identifier", "label", "reforms"}:
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
    """Walk what carries citations itself: parts, and tuples of parts; labels and plain values do not."""
    carries = inner if isinstance(inner, tuple) else (inner,)
    plain = Citation | Label | Euro | Percentage | Evidence
    if any(has(type(each)) and not isinstance(each, plain) for each in carries):
        yield from _walk(inner, path)
