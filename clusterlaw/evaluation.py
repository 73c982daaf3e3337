"""The parts of an evaluation of the policy (art. 9) as values: what it asks, counts, finds and recommends.

Nothing here is law. `law/evaluation_2011*` fills these parts; each carries the section that states it and its basis.
"""

from typing import ClassVar, Literal

from clusterlaw.money import Euro, Percentage
from clusterlaw.sources import Basis, Citation, Document, Label
from clusterlaw.values import frozen

Precision = Literal["exact", "about", "more_than", "at_least", "at_most"]
Tone = Literal["strength", "limit", "observation", "conclusion"]
Response = Literal["near", "against", "nothing"]
Text = Literal["2024", "2025"]
PartKind = Literal["rule", "regime", "selection"]
Devotion = Literal["wholly", "partly"]


@frozen(kw_only=True)
class Question:
    """A question of the evaluation, by its place in the introduction, and the section that answers it.

    `answer_basis` is INFERRED where the document does not say itself which section answers.
    """

    number: int
    name: str
    label: Label
    answered_in: Citation
    citation: Citation
    answer_basis: Basis = Basis.EVALUATION
    basis: Basis = Basis.EVALUATION


@frozen(kw_only=True)
class Figure:
    """A figure that the evaluation states: its value and unit, how precise it is, and the years that it is of.

    `or_else` is a second value where it names two ("one or two"); `first_year` and `last_year` are None where it names
    none.
    """

    name: str
    label: Label
    value: int | Euro | Percentage
    unit: Label
    precision: Precision
    citation: Citation
    or_else: int | None = None
    first_year: int | None = None
    last_year: int | None = None
    period: Label | None = None
    basis: Basis = Basis.EVALUATION


@frozen
class Concern:
    """What an entry is about: a rule of the catalogue by its identifier, or a part of a regime or selection by name."""

    is_link: ClassVar[bool] = True
    kind: PartKind
    name: str


@frozen(kw_only=True)
class Statement:
    """What the evaluation finds or concludes. That it concerns a rule is our link."""

    name: str
    tone: Tone
    label: Label
    citation: Citation
    concerns: tuple[Concern, ...] = ()
    basis: Basis = Basis.EVALUATION


@frozen(kw_only=True)
class Measure:
    """What a later text did about a recommendation, and where: our link (INFERRED) unless the text says it itself.

    Of "nothing", `citations` are the provisions left as they were, or () where no text provides anything.
    """

    is_link: ClassVar[bool] = True
    text: Text
    response: Response
    label: Label
    citations: tuple[Citation, ...]
    basis: Basis = Basis.INFERRED


@frozen(kw_only=True)
class Recommendation:
    """A recommendation, the rules that it concerns (our links), and what the texts of 2024 and 2025 did about it."""

    name: str
    label: Label
    citation: Citation
    concerns: tuple[Concern, ...]
    measures: tuple[Measure, ...]
    also: tuple[Citation, ...] = ()
    basis: Basis = Basis.PROPOSAL


@frozen(kw_only=True)
class Entry:
    """An entry of a list of the evaluation."""

    name: str
    label: Label
    citation: Citation
    basis: Basis = Basis.EVALUATION


@frozen(kw_only=True)
class Listing:
    """A list of the evaluation. `exhaustive`: False where the document says that it only gives examples."""

    name: str
    label: Label
    entries: tuple[Entry, ...]
    citation: Citation
    exhaustive: bool = True
    basis: Basis = Basis.EVALUATION


@frozen(kw_only=True)
class Objective:
    """An objective of the policy by stage of maturity (§ 4.1), the support proposed for it, and where it applies."""

    number: int
    name: str
    label: Label
    support: Label
    applies: tuple[Entry, ...]
    citation: Citation
    basis: Basis = Basis.PROPOSAL


@frozen(kw_only=True)
class SupportKind:
    """A kind of support (§ 4.2): the objective that it serves, by name, and its terms."""

    number: int
    name: str
    objective: str
    label: Label
    terms: tuple[Entry, ...]
    citation: Citation
    basis: Basis = Basis.PROPOSAL


@frozen(kw_only=True)
class PolePosition:
    """A position of a cluster in relation to a pole, its roles there, and how the two then fit together."""

    name: str
    label: Label
    roles: tuple[Entry, ...]
    fit: Label
    citation: Citation
    also: tuple[Citation, ...] = ()
    basis: Basis = Basis.EVALUATION


@frozen(kw_only=True)
class Agency:
    """A public service or body by the initials that the document gives, wholly or partly devoted to companies."""

    name: str
    devotion: Devotion
    citation: Citation
    basis: Basis = Basis.EVALUATION


@frozen(kw_only=True)
class GreenCluster:
    """A green cluster: whether the opinion on a common platform is about it, and what is said of it."""

    name: str
    in_opinion: bool
    label: Label
    citation: Citation
    basis: Basis = Basis.EVALUATION


@frozen(kw_only=True)
class Evaluation:
    """An evaluation of the policy: everything of it that is a question, a figure, a statement, a list or a relation."""

    document: Document
    questions: tuple[Question, ...]
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    recommendations: tuple[Recommendation, ...]
    objectives: tuple[Objective, ...]
    supports: tuple[SupportKind, ...]
    pole_positions: tuple[PolePosition, ...]
    agencies: tuple[Agency, ...]
    green_clusters: tuple[GreenCluster, ...]
    listings: tuple[Listing, ...]
