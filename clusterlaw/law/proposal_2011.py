"""The model that the evaluation of 2011 proposes in its § 4.2, as values. It is a proposal, never law.

What the evaluation leaves open has no default here: whoever computes says it.
"""

from datetime import date
from typing import Any, Literal

from attrs import evolve

from clusterlaw.evaluation import Entry, Listing
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.law.evaluation_2011_links import entries
from clusterlaw.law.evaluation_2011_listings import PROJECT_KINDS
from clusterlaw.law.evaluation_2011_sections import (
    ACHIEVEMENTS,
    FOLLOW_UP_ADVISED,
    INVOLVEMENT,
    PROJECT_NOTE,
    SUPPORT,
)
from clusterlaw.money import Euro, Percentage
from clusterlaw.periods import require_date
from clusterlaw.regime import Ceiling, Condition, Operation, RateBand, Regime
from clusterlaw.sources import Basis, Cited, Label
from clusterlaw.values import frozen

CappedAmount = Literal["costs", "subsidy"]


@frozen(kw_only=True)
class AnimationTerms:
    """The support of the animation: how many periods (cycles) it may have, and how many years each."""

    periods: Cited[tuple[int, ...]]
    years: Cited[int]


@frozen(kw_only=True)
class PlatformTerms:
    """The support of a platform of projects: what companies bring, the Region's greatest share, the business plan."""

    contributions: tuple[Entry, ...]
    at_most: Cited[Percentage]
    business_plan: Condition


@frozen(kw_only=True)
class ProjectTerms:
    """The support of a project: how many companies it joins at least, and its kinds. Its better rate is left open."""

    at_least: Cited[int]
    kinds: Listing


ANIMATION_2011 = AnimationTerms(
    periods=Cited(value=(1, 2), citation=SUPPORT, basis=Basis.PROPOSAL),
    years=Cited(value=3, citation=SUPPORT, basis=Basis.PROPOSAL),
)
PLATFORM_2011 = PlatformTerms(
    contributions=(
        *entries(
            SUPPORT,
            ("logistics", "logistique", "logistics"),
            ("technical", "technique", "technique"),
            ("management", "gestion des projets", "management of the projects"),
            basis=Basis.PROPOSAL,
        ),
        # § 4.2 names support in kind only; that companies may bring money to a platform is read from § 4.4.
        *entries(INVOLVEMENT, ("money", "argent", "money"), basis=Basis.INFERRED),
    ),
    at_most=Cited(value=Percentage(50), citation=SUPPORT, basis=Basis.PROPOSAL),
    business_plan=Condition(
        name="business_plan",
        label=Label(fr="business plan", en="business plan"),
        fact="business_plan",
        accepted=(True,),
        affects="subsidy",
        citation=SUPPORT,
        also=(FOLLOW_UP_ADVISED,),
        basis=Basis.PROPOSAL,
    ),
)
PROJECT_2011 = ProjectTerms(
    at_least=Cited(value=2, citation=PROJECT_NOTE, basis=Basis.PROPOSAL),
    kinds=PROJECT_KINDS,
)

# What the evaluation does not settle, by the name of the argument that says it.
LEFT_OPEN = (
    *entries(
        INVOLVEMENT,
        (
            "private_share_by_period",
            "part privée de chaque cycle, à négocier",
            "private share of each period, to negotiate",
        ),
        basis=Basis.PROPOSAL,
    ),
    *entries(
        SUPPORT,
        ("commences_on", "jour d'entrée en vigueur", "day of entry into force"),
        ("yearly_ceiling", "plafond annuel, s'il y en a un", "yearly ceiling, if there is one"),
        ("ceiling_on", "ce que ce plafond borne : coûts ou subvention", "what that ceiling bounds: costs or subsidy"),
        (
            "prior_years_count",
            "compte ou non des années de subvention avant la reconnaissance",
            "whether years of subsidy before the recognition count",
        ),
        ("rate", "taux meilleur de l'aide aux projets", "better rate of the aid to projects"),
        basis=Basis.PROPOSAL,
    ),
)

_OPERATIONS: dict[CappedAmount | None, tuple[Operation, ...]] = {
    "costs": ("cap_costs", "apply_percentage"),
    "subsidy": ("apply_percentage", "cap_subsidy"),
    None: ("apply_percentage",),
}


def proposal_2011(
    *,
    private_share_by_period: tuple[Percentage, ...],
    commences_on: date,
    yearly_ceiling: Euro | None,
    ceiling_on: CappedAmount | None,
    prior_years_count: bool,
) -> Regime:
    """Return the support of the animation proposed in § 4.2 and § 4.4, as a reform of the text of 2007.

    Each period lasts three years. The evaluation leaves open, and every argument says:

    - `private_share_by_period`: what the companies pay of the admitted costs in each period, as negotiated; its
      length, 1 or 2, is the number of periods, after which nothing is granted. The shares may rise or fall.
    - `commences_on`: the day from which the reform is in force.
    - `yearly_ceiling`, `ceiling_on`: a ceiling on the costs or on the subsidy of a year; None and None: no ceiling.
    - `prior_years_count`: whether years of subsidy before the recognition count among those of the periods.

    Raises TypeError or ValueError for another kind or number of shares, or a ceiling without what it is on.
    """
    _check(private_share_by_period, yearly_ceiling, ceiling_on, prior_years_count)
    require_date(commences_on, where="proposal_2011: commences_on")
    periods = len(private_share_by_period)
    return evolve(
        REGIME_2007,
        identifier="proposal-2011",
        label=Label(fr="modèle proposé en 2011", en="model proposed in 2011"),
        commencement=Cited(value=commences_on, citation=SUPPORT, basis=Basis.PROPOSAL),
        transition=Cited(value=True, citation=SUPPORT, basis=Basis.ASSUMPTION),
        recognition_years=ANIMATION_2011.years,
        subsidy_years=ANIMATION_2011.years,
        rates=tuple(_bands(private_share_by_period)),
        seniority=Cited(
            value=("counts_from_first_subsidy" if prior_years_count else "counts_from_first_recognition",),
            citation=SUPPORT,
            basis=Basis.PROPOSAL,
        ),
        ceiling=Ceiling(
            amount=yearly_ceiling,
            citation=SUPPORT,
            basis=Basis.PROPOSAL,
            assumptions=("ceiling_year",) if ceiling_on == "costs" else (),
        ),
        operations=Cited(value=_OPERATIONS[ceiling_on], citation=SUPPORT, basis=Basis.PROPOSAL),
        conditions=(
            *(each for each in REGIME_2007.conditions if each.beyond_year is None),
            _no_more_than(periods),
        ),
        renewal_of_subsidy=Cited(value=periods > 1, citation=SUPPORT, basis=Basis.PROPOSAL),
        specific_subsidy=evolve(REGIME_2007.specific_subsidy, also=(ACHIEVEMENTS,)),
    )


def _bands(shares: tuple[Percentage, ...]) -> "list[RateBand]":
    years, rank, bands = ANIMATION_2011.years.value, 1, []
    for share in shares:
        bands.append(
            RateBand(
                first_rank=rank,
                last_rank=rank + years - 1,
                percentage=share.remainder,
                citation=INVOLVEMENT,
                basis=Basis.PROPOSAL,
            )
        )
        rank += years
    nothing = RateBand(
        first_rank=rank, last_rank=None, percentage=Percentage(0), citation=SUPPORT, basis=Basis.PROPOSAL
    )
    return [*bands, nothing]


def _no_more_than(periods: int) -> Condition:
    one = periods == 1
    return Condition(
        name="number_of_periods",
        label=Label(
            fr="un seul cycle de soutien à l'animation"
            if one
            else f"{periods} cycles de soutien à l'animation au plus",
            en="a single cycle of support of the animation"
            if one
            else f"at most {periods} cycles of support of the animation",
        ),
        fact="period_number",
        accepted=tuple(range(1, periods + 1)),
        affects="subsidy",
        first_period=periods + 1,
        citation=SUPPORT,
        basis=Basis.PROPOSAL,
    )


def _check(shares: Any, ceiling: Any, on: Any, prior_years_count: Any) -> None:
    if type(shares) is not tuple or any(type(share) is not Percentage for share in shares):
        raise TypeError(
            f"proposal_2011: private_share_by_period is {shares!r}; give a tuple of Percentage, one for each period"
        )
    allowed = ANIMATION_2011.periods.value
    if len(shares) not in allowed:
        raise ValueError(
            f"proposal_2011: {len(shares)} periods; give the private share of {' or '.join(map(str, allowed))} "
            f"periods of {ANIMATION_2011.years.value} years ({SUPPORT.text('en')})"
        )
    if on not in _OPERATIONS or (ceiling is None) != (on is None):
        raise ValueError(
            f"proposal_2011: yearly_ceiling is {ceiling!r} and ceiling_on {on!r}; "
            "give an amount on 'costs' or on 'subsidy', or None and None for no ceiling"
        )
    if ceiling is not None and (type(ceiling) is not Euro or ceiling.cents < 0):
        raise TypeError(f"proposal_2011: yearly_ceiling is {ceiling!r}; give an amount of Euro from 0, or None")
    if type(prior_years_count) is not bool:
        raise TypeError(f"proposal_2011: prior_years_count is {prior_years_count!r}; give True or False")
