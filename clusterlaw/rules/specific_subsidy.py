"""The specific subsidy (subvention spécifique), art. 3 § 2 of the decree of 2007; abolished in 2024.

The text names no percentage: the answer is the most that may be granted, never what is granted.
"""

from datetime import date

from attrs import field
from attrs.validators import optional

from clusterlaw.assumptions import Assumptions, OtherFundingReading, SpecificCeilingReading, wrong_reading
from clusterlaw.checks import is_stated, legal_amount, legal_day, one_of, require_kind, require_whole, tuple_of
from clusterlaw.finding import Bound, Determined, Reason, Refused, Step, Undetermined
from clusterlaw.law import REGIMES, require_regimes
from clusterlaw.money import Euro
from clusterlaw.recognition import running_text
from clusterlaw.regime import Regime, SpecificPurpose, SpecificSubsidy
from clusterlaw.rule import Rule
from clusterlaw.rules.costs import Bounds, net_of_other_funding
from clusterlaw.rules.subsidy import CAP_SUBSIDY, DISCRETION, capped
from clusterlaw.sources import Label
from clusterlaw.values import frozen


@frozen(kw_only=True)
class SpecificCost:
    """A cost of the action. `admissible`: it is needed to set up the partnership (case 1), or additional (case 2)."""

    amount: Euro = field(validator=legal_amount)
    other_public_funding: Euro = field(validator=legal_amount)
    admissible: bool | None = field(default=None, validator=is_stated)

    def __attrs_post_init__(self) -> None:
        if self.other_public_funding > self.amount:
            raise ValueError(
                f"SpecificCost.other_public_funding: {self.other_public_funding} exceeds the amount {self.amount}; "
                "give the part of this cost that other programmes pay (art. 3 § 2 al. 3 and 4)"
            )


@frozen(kw_only=True)
class SpecificSubsidyRequest:
    """A request for a specific subsidy (art. 3 § 2 al. 1).

    `decided_on` is the day of the decision; `recognised_on` the recognition of the cluster, None if it has none (the
    text does not ask for it). `granted_that_year`: specific subsidies already granted to the cluster in the year, which
    only the reading `per_cluster_and_year` of the ceiling asks for.
    """

    purpose: SpecificPurpose = field(
        validator=one_of("decree-2007 art. 3 § 2 al. 1", "international_programme", "joint_task")
    )
    decided_on: date = field(validator=legal_day)
    recognised_on: date | None = field(default=None, validator=optional(legal_day))
    costs: tuple[SpecificCost, ...] | None = field(default=None, validator=tuple_of(SpecificCost, optional=True))
    granted_that_year: Euro | None = field(default=None, validator=optional(legal_amount))


def admitted_specific_costs(
    *, costs: tuple[SpecificCost, ...] | None, partial_other_funding: OtherFundingReading
) -> Bounds:
    """Return the admitted costs in cents, without what other public programmes pay (art. 3 § 2 al. 3 and 4)."""
    if costs is None:
        return 0, None
    nets = [
        (
            cost.admissible,
            net_of_other_funding(
                amount_cents=cost.amount.cents,
                other_public_funding_cents=cost.other_public_funding.cents,
                partial_other_funding=partial_other_funding,
            ),
        )
        for cost in costs
    ]
    return (
        sum(net for admissible, net in nets if admissible),
        sum(net for admissible, net in nets if admissible is not False),
    )


def ceiling_left(*, ceiling_cents: int, granted_cents: int | None, reading: SpecificCeilingReading) -> Bounds:
    """Return what the ceiling of EUR 24,000 leaves, least and greatest, in cents (art. 3 § 2 al. 2).

    Assumption `specific_subsidy_ceiling`: for each project, or for each cluster and year less what was granted. Raises
    TypeError or ValueError for what is not whole cents or another reading.
    """
    require_whole("ceiling_left", ceiling_cents=ceiling_cents)
    if granted_cents is not None:
        require_whole("ceiling_left", granted_cents=granted_cents)
    if reading == "per_project":
        return ceiling_cents, ceiling_cents
    if reading != "per_cluster_and_year":
        raise wrong_reading(reading, "specific_subsidy_ceiling", where="ceiling_left: reading")
    if granted_cents is None:
        return 0, ceiling_cents
    left = max(ceiling_cents - granted_cents, 0)
    return left, left


def specific_subsidy(
    request: SpecificSubsidyRequest, *, assumptions: Assumptions, regimes: tuple[Regime, ...] = REGIMES
) -> Determined[Euro] | Undetermined[Euro] | Refused:
    """Return the most that may be granted as a specific subsidy (art. 3 § 2); refused where the text abolished it.

    Under art. 22 of the decree of 2024 its survival is an open question: then undetermined. Raises TypeError or
    ValueError for a wrong argument, FactError for a day before the decree was in force.
    """
    if type(request) is not SpecificSubsidyRequest:
        raise TypeError(f"specific_subsidy: request is a {type(request).__name__}; give a SpecificSubsidyRequest")
    require_kind(assumptions, Assumptions, where="specific_subsidy: assumptions")
    require_regimes(regimes, where="specific_subsidy")
    text = running_text(
        recognised_on=request.recognised_on, day=request.decided_on, assumptions=assumptions, regimes=regimes
    )
    provision = text.specific_subsidy
    if provision.value is None:
        reason = Reason(condition="specific_subsidy", affects="subsidy", citation=provision.citation)
        return Refused(reasons=(reason,))
    return _most(request, provision.value, assumptions)


def _most(
    request: SpecificSubsidyRequest, provision: SpecificSubsidy, assumptions: Assumptions
) -> Determined[Euro] | Undetermined[Euro]:
    costs = admitted_specific_costs(costs=request.costs, partial_other_funding=assumptions.partial_other_funding)
    ceiling = _ceiling(request, provision, assumptions)
    least = capped(cents=costs[0], ceiling_cents=ceiling[0]) or 0
    greatest = capped(cents=costs[1], ceiling_cents=ceiling[1]) or 0
    steps = _steps(request, provision, assumptions, costs, ceiling)
    open_question = request.decided_on >= provision.open_from.value and greatest > 0
    if least == greatest and not open_question:
        return Determined(value=Euro.from_cents(least), steps=steps)
    return Undetermined(
        least=Euro.from_cents(0 if open_question else least),
        greatest=Euro.from_cents(greatest),
        missing=((provision.open_question,) if open_question else ()) + _missing(request, assumptions, costs, ceiling),
        steps=steps,
    )


def _ceiling(request: SpecificSubsidyRequest, provision: SpecificSubsidy, assumptions: Assumptions) -> Bounds:
    granted = request.granted_that_year
    return ceiling_left(
        ceiling_cents=(provision.ceiling.amount or Euro(0)).cents,
        granted_cents=None if granted is None else granted.cents,
        reading=assumptions.specific_subsidy_ceiling,
    )


def _missing(
    request: SpecificSubsidyRequest, assumptions: Assumptions, costs: Bounds, ceiling: Bounds
) -> tuple[str, ...]:
    names = ["costs"] if request.costs is None else []
    for index, cost in enumerate(request.costs or ()):
        alone = admitted_specific_costs(costs=(cost,), partial_other_funding=assumptions.partial_other_funding)
        if alone[0] != alone[1] and costs[0] < (ceiling[1] or 0):
            names.append(f"costs[{index}].admissible")
    if ceiling[0] != ceiling[1]:
        names.append("granted_that_year")
    return tuple(names)


def _steps(
    request: SpecificSubsidyRequest,
    provision: SpecificSubsidy,
    assumptions: Assumptions,
    costs: Bounds,
    ceiling: Bounds,
) -> tuple[Step, ...]:
    case = next(case for case in provision.cases if case.purpose == request.purpose)
    partly = any(0 < cost.other_public_funding.cents < cost.amount.cents for cost in request.costs or ())
    granted = None if request.granted_that_year is None else request.granted_that_year.cents
    reading = assumptions.specific_subsidy_ceiling
    steps = [
        Step(
            ADMITTED_SPECIFIC_COSTS,
            (request.costs, assumptions.partial_other_funding),
            costs,
            (case, case.admitted_costs, *(("partial_other_funding",) if partly else ())),
        ),
        Step(
            CEILING_LEFT,
            ((provision.ceiling.amount or Euro(0)).cents, granted, reading),
            ceiling,
            (provision.ceiling, *provision.ceiling.assumptions),
        ),
    ]
    bounds: tuple[tuple[Bound, int | None, int | None], ...] = (
        ("least", costs[0], ceiling[0]),
        ("greatest", costs[1], ceiling[1]),
    )
    if bounds[0][1:] == bounds[1][1:]:
        bounds = (("exact", costs[0], ceiling[0]),)
    for bound, cents, limit in bounds:
        result = capped(cents=cents, ceiling_cents=limit)
        steps.append(Step(CAP_SUBSIDY, (cents, limit), result, (provision.ceiling,), bound))
    grant = provision.discretion
    steps.append(Step(DISCRETION, (grant,), grant.value, (grant, "procedure_presumed")))
    return tuple(steps)


ADMITTED_SPECIFIC_COSTS = Rule(
    identifier="specific_subsidy.admitted_costs",
    label=Label(fr="coûts admis de l'action spécifique", en="admitted costs of the specific action"),
    function=admitted_specific_costs,
    parameters=("costs", "partial_other_funding"),
    reads="specific_subsidy",
)
CEILING_LEFT = Rule(
    identifier="specific_subsidy.ceiling_left",
    label=Label(fr="plafond de l'intervention", en="ceiling of the intervention"),
    function=ceiling_left,
    parameters=("ceiling_cents", "granted_cents", "reading"),
    reads="specific_subsidy",
)
RULES = (ADMITTED_SPECIFIC_COSTS, CEILING_LEFT)
