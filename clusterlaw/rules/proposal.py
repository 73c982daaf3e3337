"""The support of platforms and projects that the evaluation of 2011 proposes (§ 4.2). A proposal, never law.

Plain functions on integer cents. The Region completes a platform's budget to at most half of it, on a business plan; a
project of at least two companies has a better rate, which the evaluation leaves open.
"""

from fractions import Fraction
from typing import Any, Literal, get_args

from attrs import field
from attrs.validators import optional

from clusterlaw.assumptions import Assumptions
from clusterlaw.checks import instance_of, is_optional_text, is_stated, legal_amount, one_of, tuple_of
from clusterlaw.errors import FactError, Problem
from clusterlaw.finding import Bound, Determined, Reason, Refused, Step, Undetermined
from clusterlaw.law.evaluation_2011_sections import SUPPORT
from clusterlaw.law.proposal_2011 import PLATFORM_2011, PROJECT_2011, PlatformTerms, ProjectTerms
from clusterlaw.money import Euro, Percentage, rounded
from clusterlaw.regime import RateBand
from clusterlaw.rule import Rule
from clusterlaw.rules.conditions import CONDITION, holds
from clusterlaw.rules.subsidy import APPLY_PERCENTAGE, percentage_of
from clusterlaw.sources import Basis, Label, Source
from clusterlaw.values import frozen

ContributionKind = Literal["logistics", "technical", "management", "money"]
ProjectKind = Literal[
    "commercial", "marketing", "study_or_watch", "ideas_on_niche", "research_and_development", "training", "other"
]

# What the companies bring, the Region's part, and what is left to be found, in cents.
Parts = tuple[int, int, int]


@frozen(kw_only=True)
class Contribution:
    """What companies bring to a platform, in kind or in money, at its value."""

    kind: ContributionKind = field(
        validator=one_of("contribution to a platform, evaluation of 2011 § 4.2", *get_args(ContributionKind))
    )
    amount: Euro = field(validator=legal_amount)
    label: str | None = field(default=None, validator=is_optional_text)


@frozen(kw_only=True)
class Platform:
    """A platform of projects (plateforme de projets): its budget, what companies bring, whether it has a business plan.

    `contributions` and `business_plan` are None where not stated. Raises ValueError for a budget of nothing, FactError
    where the companies bring more than the budget.
    """

    budget: Euro = field(validator=legal_amount)
    contributions: tuple[Contribution, ...] | None = field(
        default=None, validator=tuple_of(Contribution, optional=True)
    )
    business_plan: bool | None = field(default=None, validator=is_stated)

    def __attrs_post_init__(self) -> None:
        if not self.budget.cents:
            raise ValueError("Platform.budget: 0.00; give the budget to be completed, more than 0")
        total = Euro.from_cents(sum(each.amount.cents for each in self.contributions or ()))
        if total > self.budget:
            raise FactError(_too_much(total, self.budget))


def _too_much(total: Euro, budget: Euro) -> Problem:
    return Problem(
        path="contributions",
        what=Label(
            fr=f"les entreprises apportent {total} EUR, plus que le budget de {budget} EUR",
            en=f"the companies bring {total} EUR, more than the budget of {budget} EUR",
        ),
        rule=str(SUPPORT),
        remedy=Label(
            fr="donnez le budget entier de la plateforme, apports en nature compris",
            en="give the whole budget of the platform, contributions in kind included",
        ),
    )


def _company_count(instance: Any, attribute: Any, value: Any) -> None:
    instance_of(int, type(None))(instance, attribute, value)
    if value is not None and value < 0:
        raise ValueError(f"Project.{attribute.name}: {value} is negative; give the number of companies that it joins")


@frozen(kw_only=True)
class Project:
    """A project of companies: how many it joins, its budget, its kind (which moves no cents). None: not stated."""

    companies: int | None = field(default=None, validator=_company_count)
    budget: Euro | None = field(default=None, validator=optional(legal_amount))
    kind: ProjectKind | None = field(
        default=None, validator=optional(one_of("kind of project, evaluation of 2011 § 4.2", *get_args(ProjectKind)))
    )


def brought(*, contributions: tuple[Contribution, ...] | None, budget_cents: int) -> tuple[int, int]:
    """Return what the companies bring, least and greatest, in cents; not stated: from nothing to the whole budget."""
    if contributions is None:
        return 0, budget_cents
    total = sum(each.amount.cents for each in contributions)
    return total, total


def most_of_region(*, budget_cents: int, share: Percentage) -> int:
    """Return the most that the Region pays, in whole cents: never above its share, so what is below a cent drops."""
    return rounded(numerator=budget_cents * share.numerator, denominator=share.denominator, rounding="down")


def completed(*, budget_cents: int, brought_cents: int, most_cents: int) -> int:
    """Return the Region's part: what is left of the budget beside the companies, at most `most_cents`."""
    return min(budget_cents - brought_cents, most_cents)


def parts(*, budget_cents: int, brought_cents: int, region_cents: int) -> Parts:
    """Return the budget by who pays it: the companies, the Region, and what is left to be found. They sum to it."""
    return brought_cents, region_cents, budget_cents - brought_cents - region_cents


def share_of_region(*, budget_cents: int, region_cents: int) -> Fraction:
    """Return the Region's exact share of the budget."""
    return Fraction(region_cents, budget_cents)


def enough_companies(*, companies: int | None, at_least: int) -> bool | None:
    """Decide whether a project joins enough companies (note 3 of § 4.2). None: their number is not stated."""
    return None if companies is None else companies >= at_least


def platform_support(
    platform: Platform, *, terms: PlatformTerms = PLATFORM_2011
) -> Determined[Euro] | Undetermined[Euro] | Refused:
    """Return the Region's part in a platform as § 4.2 proposes; refused without a business plan.

    Raises TypeError for another kind of platform.
    """
    if type(platform) is not Platform:
        raise TypeError(f"platform_support: platform is a {type(platform).__name__}; give a Platform")
    planned = holds(condition=terms.business_plan, value=platform.business_plan)
    steps = [Step(CONDITION, (terms.business_plan, platform.business_plan), planned, (terms.business_plan,))]
    if planned is False:
        plan = terms.business_plan
        reason = Reason(condition=plan.name, affects=plan.affects, citation=plan.citation)
        return Refused(reasons=(reason,), steps=tuple(steps))
    budget, share = platform.budget.cents, terms.at_most
    contributed = brought(contributions=platform.contributions, budget_cents=budget)
    most = most_of_region(budget_cents=budget, share=share.value)
    kinds = {each.kind for each in platform.contributions or ()}
    named = tuple(each for each in terms.contributions if each.name in kinds) or terms.contributions
    steps.append(Step(BROUGHT, (platform.contributions, budget), contributed, named))
    steps.append(Step(MOST_OF_REGION, (budget, share.value), most, (share,)))
    greatest, least = (completed(budget_cents=budget, brought_cents=cents, most_cents=most) for cents in contributed)
    bounds: tuple[tuple[Bound, int, int], ...] = (
        ("least", contributed[1], least),
        ("greatest", contributed[0], greatest),
    )
    if contributed[0] == contributed[1]:
        bounds = (("exact", contributed[0], greatest),)
    for bound, cents, region in bounds:
        steps.extend(_steps_of_parts(budget, cents, most, region, share, bound))
    if least == greatest and (planned or not greatest):
        return Determined(value=Euro.from_cents(greatest), steps=tuple(steps))
    missing = (() if planned else ("business_plan",)) + (("contributions",) if platform.contributions is None else ())
    return Undetermined(
        least=Euro.from_cents(least if planned else 0),
        greatest=Euro.from_cents(greatest),
        missing=missing,
        steps=tuple(steps),
    )


def _steps_of_parts(budget: int, cents: int, most: int, region: int, source: Source, bound: Bound) -> tuple[Step, ...]:
    divided = parts(budget_cents=budget, brought_cents=cents, region_cents=region)
    share = share_of_region(budget_cents=budget, region_cents=region)
    return (
        Step(COMPLETED, (budget, cents, most), region, (source,), bound),
        Step(PARTS, (budget, cents, region), divided, (source,), bound),
        Step(SHARE_OF_REGION, (budget, region), share, (source,), bound),
    )


def project_support(
    project: Project, *, rate: Percentage, assumptions: Assumptions, terms: ProjectTerms = PROJECT_2011
) -> Determined[Euro] | Undetermined[Euro] | Refused:
    """Return the regional aid to a project at the better rate, which § 4.2 leaves open: the caller gives it.

    Refused below two companies. Raises TypeError for another kind of project or rate.
    """
    if type(project) is not Project:
        raise TypeError(f"project_support: project is a {type(project).__name__}; give a Project")
    if type(rate) is not Percentage:
        raise TypeError(f"project_support: rate is {rate!r}; give a Percentage: the evaluation leaves it open (§ 4.2)")
    enough = enough_companies(companies=project.companies, at_least=terms.at_least.value)
    steps = [Step(ENOUGH_COMPANIES, (project.companies, terms.at_least.value), enough, (terms.at_least,))]
    if enough is False:
        reason = Reason(condition="companies", affects="subsidy", citation=terms.at_least.citation)
        return Refused(reasons=(reason,), steps=tuple(steps))
    band = RateBand(first_rank=1, last_rank=None, percentage=rate, citation=SUPPORT, basis=Basis.PROPOSAL)
    cents = None if project.budget is None else project.budget.cents
    aid = percentage_of(cents=cents, band=band, rounding=assumptions.rounding)
    if aid is not None:
        exact = cents is None or cents * rate.numerator % rate.denominator == 0
        grounds = (band,) if exact else (band, "rounding")
        steps.append(Step(APPLY_PERCENTAGE, (cents, band, assumptions.rounding), aid, grounds))
    if aid is not None and (enough or not aid):
        return Determined(value=Euro.from_cents(aid), steps=tuple(steps))
    missing = (() if enough else ("companies",)) + (("budget",) if aid is None else ())
    greatest = None if aid is None else Euro.from_cents(aid)
    return Undetermined(least=Euro(0), greatest=greatest, missing=missing, steps=tuple(steps))


BROUGHT = Rule(
    identifier="proposal.brought",
    label=Label(fr="apport des entreprises à la plateforme", en="what the companies bring to the platform"),
    function=brought,
    parameters=("contributions", "budget_cents"),
    reads="contributions",
)
MOST_OF_REGION = Rule(
    identifier="proposal.most_of_region",
    label=Label(fr="part de la Région, au plus", en="the Region's part, at most"),
    function=most_of_region,
    parameters=("budget_cents", "share"),
    reads="at_most",
)
COMPLETED = Rule(
    identifier="proposal.completed",
    label=Label(fr="budget complété par la Région", en="budget completed by the Region"),
    function=completed,
    parameters=("budget_cents", "brought_cents", "most_cents"),
    reads="at_most",
)
PARTS = Rule(
    identifier="proposal.parts",
    label=Label(fr="qui paie le budget", en="who pays the budget"),
    function=parts,
    parameters=("budget_cents", "brought_cents", "region_cents"),
    reads="at_most",
)
SHARE_OF_REGION = Rule(
    identifier="proposal.share_of_region",
    label=Label(fr="part exacte de la Région", en="exact share of the Region"),
    function=share_of_region,
    parameters=("budget_cents", "region_cents"),
    reads="at_most",
)
ENOUGH_COMPANIES = Rule(
    identifier="proposal.enough_companies",
    label=Label(fr="entreprises réunies par le projet", en="companies that the project joins"),
    function=enough_companies,
    parameters=("companies", "at_least"),
    reads="at_least",
)
RULES = (BROUGHT, MOST_OF_REGION, COMPLETED, PARTS, SHARE_OF_REGION, ENOUGH_COMPANIES)
