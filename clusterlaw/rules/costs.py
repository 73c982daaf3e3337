"""Which costs are admitted to the subsidy (coûts admis): art. 3 § 1 al. 2 and 3; since 2024 art. 3 al. 2."""

from clusterlaw.assumptions import OtherFundingReading, wrong_reading
from clusterlaw.checks import require_whole
from clusterlaw.dossier import CostLine
from clusterlaw.regime import CostAdmission
from clusterlaw.rule import Rule
from clusterlaw.sources import Label

# The least and the greatest amount, in cents; the greatest is None where nothing bounds it.
Bounds = tuple[int, int | None]


def net_of_other_funding(
    *, amount_cents: int, other_public_funding_cents: int, partial_other_funding: OtherFundingReading
) -> int:
    """Return what is left of a line, in cents, without the part that other public programmes pay (art. 3 § 1 al. 3).

    Assumption `partial_other_funding`: only the part that they pay is left out, or the whole line. Raises TypeError or
    ValueError for what is not whole cents or another reading.
    """
    if type(amount_cents) is not int or type(other_public_funding_cents) is not int:
        require_whole(
            "net_of_other_funding",
            amount_cents=amount_cents,
            other_public_funding_cents=other_public_funding_cents,
        )
    if partial_other_funding == "exclude_part":
        return amount_cents - other_public_funding_cents
    if partial_other_funding == "exclude_line":
        return 0 if other_public_funding_cents else amount_cents
    raise wrong_reading(
        partial_other_funding, "partial_other_funding", where="net_of_other_funding: partial_other_funding"
    )


def is_admitted(*, line: CostLine, admission: CostAdmission) -> bool | None:
    """Decide whether a line is admitted: as the Government's list says, else by nature and purpose where the text does.

    None: the text leaves it to the list, which is not stated. Assumption `admitted_costs_2007`.
    """
    if line.admissible is not None:
        return line.admissible
    if admission.silent_assumption is None:
        return None
    return line.nature in admission.natures and line.purpose in admission.purposes


def admitted_costs(
    *, lines: tuple[CostLine, ...] | None, admission: CostAdmission, partial_other_funding: OtherFundingReading
) -> Bounds:
    """Return the least and the greatest admitted costs of a year, in cents; lines not stated: from nothing upwards."""
    if lines is None:
        return 0, None
    least = greatest = 0
    for line in lines:
        admitted = is_admitted(line=line, admission=admission)
        if admitted is not False:
            net = net_of_other_funding(
                amount_cents=line.amount.cents,
                other_public_funding_cents=line.other_public_funding.cents,
                partial_other_funding=partial_other_funding,
            )
            greatest += net
            least += net if admitted else 0
    return least, greatest


ADMITTED_COSTS = Rule(
    identifier="costs.admitted",
    label=Label(fr="coûts admis", en="admitted costs"),
    function=admitted_costs,
    parameters=("lines", "admission", "partial_other_funding"),
    reads="admission",
)
RULES = (ADMITTED_COSTS,)
