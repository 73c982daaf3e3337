"""Who is selected, as values: the parts of a version of the law on definition, activities, criteria and committee.

Arts 1, 2, 4 and 5. Nothing here computes; `law/selection_*` fills these parts, `rules/` reads them. They stand apart
from `Regime`, which a funding path reads: a path needs none of them.
"""

from typing import ClassVar, Literal

from clusterlaw.regime import Condition, SpecificPurpose
from clusterlaw.sources import Basis, Citation, Cited, Label
from clusterlaw.values import frozen

MemberKind = Literal[
    "company", "university", "research_centre", "training_centre", "competence_centre", "pole", "other"
]
FileKind = Literal[
    "first_recognition",
    "renewal",
    "specific_subsidy",
    "withdrawal",
    "implementation",
    "half_way_evaluation",
]
ActivityKind = Literal["axis", "mission"]


@frozen(kw_only=True)
class Element:
    """An entry of a list of the law: a characteristic (art. 1), an axis or a mission (art. 2), an end of mandate."""

    name: str
    label: Label
    citation: Citation
    basis: Basis = Basis.TEXT
    questions: tuple[str, ...] = ()


@frozen(kw_only=True)
class Evidence:
    """A kind of fact of an application that bears on a criterion. The link is ours: no text names it."""

    is_link: ClassVar[bool] = True
    name: str
    label: Label
    basis: Basis = Basis.INFERRED


@frozen(kw_only=True)
class Criterion:
    """A criterion of the committee's opinion (critère, art. 5), and the facts that bear on it."""

    name: str
    label: Label
    citation: Citation
    evidence: tuple[Evidence, ...]
    basis: Basis = Basis.TEXT


@frozen(kw_only=True)
class Definition:
    """What a cluster is (art. 1), besides its legal form, which is a condition of the regime.

    - `permitted`: the kinds of members that the text names; whether others may join is the question `of_others`.
    - `initiators`: the kind of members, active in the Walloon Region, who take most of the initiative.
    - `field`: a cluster is representative of at least one field of activity.
    - `appraised`: what the law leaves to judgement; never computed.
    - `clauses`: of which form the Government sets the minimum clauses of the agreement (None: of none any more).
    """

    permitted: Cited[tuple[MemberKind, ...]]
    of_others: str
    initiators: Cited[MemberKind]
    field: Cited[bool]
    appraised: tuple[Element, ...]
    clauses: Cited[str | None]


@frozen(kw_only=True)
class Activities:
    """What a cluster does (art. 2): activities in each of the axes (2007) or missions (2024).

    - `commitment`: whether a commitment to act is enough; None: the open question `of_commitment`.
    - `conditions`: what else art. 2 asks for, read from one fact each.
    - `appraised`: what the article leaves to judgement.
    """

    kind: ActivityKind
    elements: tuple[Element, ...]
    commitment: Cited[bool | None]
    of_commitment: str | None
    conditions: tuple[Condition, ...]
    appraised: tuple[Element, ...]


@frozen(kw_only=True)
class SpecificCriteria:
    """The criteria that the opinion on a specific subsidy adds in one of its cases (art. 5 al. 2 and 3, 2007)."""

    purpose: SpecificPurpose
    criteria: tuple[Criterion, ...]


@frozen(kw_only=True)
class OpinionGrounds:
    """What an opinion takes into account and gives reasons on (art. 5).

    - `innovation`: the innovative character of the initiative.
    - `actions`: the carrying out of actions on each axis or mission.
    - `criteria`: those on which every opinion gives reasons; `specific`: those that a specific subsidy adds.
    """

    innovation: Element
    actions: Cited[ActivityKind]
    criteria: tuple[Criterion, ...]
    specific: tuple[SpecificCriteria, ...]


@frozen(kw_only=True)
class FileMission:
    """A mission of the committee (art. 4 al. 1): a kind of file that it gives its opinion on.

    `reasoned`: whether art. 5 says what the opinion takes into account.
    """

    kind: FileKind
    label: Label
    reasoned: Cited[bool]
    citation: Citation
    basis: Basis = Basis.TEXT
    questions: tuple[str, ...] = ()


@frozen(kw_only=True)
class Seat:
    """Seats of the committee held in one capacity (qualité): how many, with as many substitutes (art. 4 al. 2)."""

    name: str
    label: Label
    members: int
    substitutes: int
    citation: Citation
    basis: Basis = Basis.TEXT


@frozen(kw_only=True)
class Committee:
    """The review committee (comité d'examen, art. 4).

    - `deliberative`: the names of the seats with a deliberative vote (voix délibérative); the others advise.
    - `mandate_years`: how long a mandate lasts; `mandate_ends`: what ends it earlier.
    - `succession`: the substitute finishes the mandate of a member who ceases.
    - `silent`: what no text says of its opinions: no rule is invented for it.
    """

    missions: tuple[FileMission, ...]
    seats: tuple[Seat, ...]
    deliberative: Cited[tuple[str, ...]]
    appointment: Cited[Label]
    meetings_a_year: Cited[int]
    mandate_years: Cited[int]
    mandate_ends: tuple[Element, ...]
    succession: Cited[bool]
    secrecy: Cited[Label]
    silent: tuple[Label, ...]


@frozen(kw_only=True)
class Selection:
    """A version of arts 1, 2, 4 and 5; `identifier` is that of the regimes that it goes with.

    `grounds` and `committee` are None where the text abolished them.
    """

    identifier: str
    definition: Definition
    activities: Activities
    grounds: Cited[OpinionGrounds | None]
    committee: Cited[Committee | None]
