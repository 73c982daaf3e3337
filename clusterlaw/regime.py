"""A version of the law as a value: the parts of a regime, each with its citation and its basis.

Nothing here computes; `law/` fills these parts, `rules/` reads them. A reform is `attrs.evolve` of a regime.
"""

from datetime import date
from typing import Any, Literal

from clusterlaw.assumptions import SeniorityReading
from clusterlaw.money import Euro, Percentage, RoundingName
from clusterlaw.sources import Basis, Citation, Cited, Label
from clusterlaw.values import frozen

Discretion = Literal["may_grant", "grants_within_budget"]
Affects = Literal["subsidy", "recognition_and_subsidy"]
SpecificPurpose = Literal["international_programme", "joint_task"]
Operation = Literal["cap_costs", "apply_percentage", "cap_subsidy"]


@frozen(kw_only=True)
class RateBand:
    """The percentage (pourcentage) of the subsidy years whose rank is `first_rank` to `last_rank` (None: no end).

    `also` are provisions that it is read with.
    """

    first_rank: int
    last_rank: int | None
    percentage: Percentage
    citation: Citation
    basis: Basis = Basis.TEXT
    also: tuple[Citation, ...] = ()


@frozen(kw_only=True)
class Indexation:
    """A yearly growth (indexation) of an amount, compounded from subsidy year 1 and rounded once, to whole cents."""

    percentage: Percentage
    rounding: RoundingName
    citation: Citation
    basis: Basis


@frozen(kw_only=True)
class Ceiling:
    """A yearly ceiling (plafond): `amount`, or None where the Government sets it and the caller supplies it.

    An amount that it lowers rests on `assumptions`; one that it was held against, on `scope_assumption`. `by_year` says
    how it moves from `amount`, that of subsidy year 1: the amounts of years 1, 2 and so on, the last of which goes on,
    or an indexation; None: it stays the same.
    """

    amount: Euro | None
    citation: Citation
    basis: Basis = Basis.TEXT
    assumptions: tuple[str, ...] = ()
    scope_assumption: str | None = None
    by_year: tuple[Euro, ...] | Indexation | None = None


@frozen(kw_only=True)
class CostAdmission:
    """Which costs are admitted (coûts admis).

    A line of which the Government's list is not stated is presumed admitted by its nature and purpose under
    `silent_assumption`; without one it may or may not be admitted. `exclusion` is the rule on other public funding.
    """

    natures: tuple[str, ...]
    purposes: tuple[str, ...]
    silent_assumption: str | None
    exclusion: Cited[bool]
    citation: Citation
    basis: Basis = Basis.TEXT


@frozen(kw_only=True)
class Condition:
    """A condition of the subsidy or of the recognition, read from one fact of a period.

    The fact is one of the dossier, or `period_number`: the period's own number, which bounds how many there are.
    It holds for the values in `accepted`, is an open question for those in `open_values`, and fails otherwise. It
    applies to periods number `first_period` to `last_period`, from the year after `beyond_year` where one is named
    (counted as `assumption` says), and not to the renewal of a period of the text `presumed_after` unless
    `assumption` is `required`. `affects` says what falls with it; `also` are provisions that it is read with, and
    `questions` the open questions that it passes over.
    """

    name: str
    label: Label
    fact: str
    accepted: tuple[Any, ...]
    affects: Affects
    citation: Citation
    basis: Basis = Basis.TEXT
    also: tuple[Citation, ...] = ()
    questions: tuple[str, ...] = ()
    open_values: tuple[Any, ...] = ()
    open_question: str | None = None
    first_period: int = 1
    last_period: int | None = None
    beyond_year: int | None = None
    presumed_after: str | None = None
    assumption: str | None = None


@frozen(kw_only=True)
class SpecificSubsidyCase:
    """A case of the specific subsidy: what it is for, and the costs that it admits."""

    purpose: SpecificPurpose
    label: Label
    admitted_costs: Cited[Label]
    citation: Citation
    basis: Basis = Basis.TEXT


@frozen(kw_only=True)
class SpecificSubsidy:
    """The specific subsidy (subvention spécifique): its cases and ceiling; from `open_from` on, an open question."""

    cases: tuple[SpecificSubsidyCase, ...]
    ceiling: Ceiling
    discretion: Cited[Discretion]
    open_from: Cited[date]
    open_question: str


@frozen(kw_only=True)
class MemberCategory:
    """A category of clusters (catégorie) by paid-up member companies, on which the Government's ceilings depend.

    Members are counted on `counted_on`: the first day of the month in which the request is filed.
    """

    number: int
    at_least: int
    fewer_than: int | None
    yearly_fee_at_least: Euro
    counted_on: Literal["first_day_of_month_of_request"]
    citation: Citation
    basis: Basis = Basis.TEXT


@frozen(kw_only=True)
class Regime:
    """A version of the decree, as far as art. 3 and the recognition period (triennat, quadriennat) go.

    - `commencement`: the day from which it is in force (entrée en vigueur); None: the assumption named tells.
    - `transition`: whether what runs when it commences goes on: a period under its text, in 2007 an earlier subsidy.
    - `recognition_years`, `subsidy_years`: lengths of the recognition and of the subsidy, in years.
    - `seniority`: the readings of the rank of a subsidy year that are possible, and the assumption that chooses.
    - `operations`: what is done to the admitted costs, in its order.
    - `renewal_request_months`: how long before its end a renewal is requested; None: an open question.
    - `specific_subsidy`: None where the text has none any more.
    - `reforms`: the names of the what-ifs that changed it, in their order; () for a text as it is.
    """

    identifier: str
    label: Label
    commencement: Cited[date | None]
    transition: Cited[bool]
    recognition_years: Cited[int]
    subsidy_years: Cited[int]
    recognition_discretion: Cited[Literal["may_recognise"]]
    subsidy_discretion: Cited[Discretion]
    opinion_required: Cited[bool]
    rates: tuple[RateBand, ...]
    seniority: Cited[tuple[SeniorityReading, ...]]
    admission: CostAdmission
    ceiling: Ceiling
    operations: Cited[tuple[Operation, ...]]
    conditions: tuple[Condition, ...]
    renewal_of_subsidy: Cited[bool]
    renewal_request_months: Cited[int | None]
    specific_subsidy: Cited[SpecificSubsidy | None]
    categories: tuple[MemberCategory, ...]
    reforms: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The identifier of the text, with the names of the what-ifs that changed it."""
        return "+".join((self.identifier, *self.reforms))
