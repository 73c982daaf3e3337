"""Where every legal value comes from: acts, citations, bases, and the questions that the law leaves open."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Generic, Literal, Protocol, TypeVar

from clusterlaw.values import frozen

Language = Literal["fr", "en"]
T = TypeVar("T")


class Basis(Enum):
    """What a legal value rests on; shown wherever a result rests on it."""

    TEXT = "text"
    OFFICIAL = "official"
    EVALUATION = "evaluation"
    ASSUMPTION = "assumption"
    PROPOSAL = "proposal"
    DELEGATED = "delegated"
    INFERRED = "inferred"
    REFORM = "reform"


def day_text(day: date, language: Language) -> str:
    """Return a day as a reader of the language writes it: 01/03/2008, or 2008-03-01."""
    return f"{day:%d/%m/%Y}" if language == "fr" else day.isoformat()


@frozen
class Label:
    """A short text in French and in English."""

    fr: str
    en: str

    def text(self, language: Language) -> str:
        """Return the text in the language asked for."""
        return self.fr if language == "fr" else self.en


def said(language: Language, *, fr: str, en: str) -> str:
    """Return the words of the language asked for."""
    return fr if language == "fr" else en


@frozen(kw_only=True)
class Act:
    """An act (acte normatif) that the library cites.

    `eli` is the European Legislation Identifier, relative as the official journal gives it, or None where the
    project has not seen one; it is never composed by analogy.
    """

    identifier: str
    title: Label
    adopted_on: date
    eli: str | None = None
    numac: str | None = None


@frozen(kw_only=True)
class Document:
    """A document that the library cites and that is no act: a report, never law."""

    identifier: str
    title: Label


@frozen(kw_only=True)
class Citation:
    """A place in an act: article, paragraph (§), subparagraph (alinéa), item (1°); or a section of a document.

    `amended_by` is the act that last gave the cited words their wording; None means the words as first enacted. Of a
    document, `article` is the number of the section and `heading` what it is about: numbers may repeat.
    """

    act: Act | Document
    article: str
    paragraph: str | None = None
    subparagraph: int | None = None
    item: str | None = None
    amended_by: Act | None = None
    heading: Label | None = None

    def __str__(self) -> str:
        return f"{self.act.identifier} {' '.join(self._place(str))}{self._about('en')}{self._amendment('')}"

    def _place(self, written: Callable[[object], str]) -> list[str]:
        parts = [f"art. {written(self.article)}" if self.heading is None else f"§ {self.article}"]
        if self.paragraph is not None:
            parts.append(f"§ {written(self.paragraph)}")
        if self.subparagraph is not None:
            parts.append(f"al. {written(self.subparagraph)}")
        if self.item is not None:
            parts.append(self.item)
        return parts

    def _about(self, language: Language) -> str:
        return "" if self.heading is None else f" ({self.heading.text(language)})"

    def _amendment(self, words: str) -> str:
        return "" if self.amended_by is None else f" ({words}{self.amended_by.adopted_on.year})"

    def text(self, language: Language) -> str:
        """Return the citation as a reader of that language writes it."""
        title = self.act.title.text(language)
        if language == "fr":
            place = ", ".join(self._place(lambda number: "1er" if str(number) == "1" else str(number)))
            return f"{title}, {place}{self._about(language)}{self._amendment('modifié en ')}"
        return f"{title}, {' '.join(self._place(str))}{self._about(language)}{self._amendment('as amended in ')}"


@frozen(kw_only=True)
class Cited(Generic[T]):
    """A legal value with the provision that states it and what it rests on.

    `also` are provisions that it is read with. `assumption` names the reading that the value is, where its basis is an
    assumption; `questions` the open questions that it passes over.
    """

    value: T
    citation: Citation
    basis: Basis = Basis.TEXT
    assumption: str | None = None
    also: tuple[Citation, ...] = ()
    questions: tuple[str, ...] = ()


class Source(Protocol):
    """Anything that a step can rest on: it has a citation and a basis."""

    @property
    def citation(self) -> Citation:
        """The provision."""

    @property
    def basis(self) -> Basis:
        """What it rests on."""
