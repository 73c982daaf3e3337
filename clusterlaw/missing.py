"""Which facts that are not stated can move the subsidy of a year: those that would settle it.

A fact is missing if two ways of stating everything else differ only in it and give different subsidies.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, combinations
from math import gcd, lcm

from clusterlaw.amounts import ceiling_cents, stages
from clusterlaw.path import FundingYear
from clusterlaw.regime import RateBand
from clusterlaw.rules.costs import is_admitted, net_of_other_funding
from clusterlaw.standing import facts_path

# Up to this many open lines every selection is tried for the reading of seniority; beyond it, selections that would
# show a difference unless the ceiling is a few cents.
MOST_OPEN_LINES = 10

# Costs at which two percentages must differ if they ever do: small ones, and one beyond every amount.
_PROBES = (*range(200), 10**18)


def missing_amounts(year: FundingYear) -> tuple[str, ...]:
    """Return the names of the costs, lines, ceiling and reading that can move the subsidy, if it is due at all."""
    return tuple(_missing_amounts(year))


def _missing_amounts(year: FundingYear) -> Iterator[str]:
    within = year.within
    index = year.number - 1
    certain = year.admitted[0]
    lines = _open_lines(year)
    nets = sorted(lines.values())
    if year.costs is None:
        yield f"years[{index}].costs"
    # Where a line moves the subsidy of the least costs, a greater one does.
    first = bisect_left(nets, x=True, key=lambda net: _moves(year, {certain}, net))
    moving = {*nets[first:], *(net for net in set(nets[:first]) if _moves_beside_others(year, certain, nets, net))}
    for line, net in lines.items():
        if net in moving:
            yield f"years[{index}].costs[{line}].admissible"
    if ceiling_cents(within, year.number) is None:
        yield f"{facts_path(within.period)}.subsidy_ceiling_cents"
    if len(year.bands) > 1:
        costs = _unbounded_costs(year) if year.costs is None else _possible_costs(year, certain, nets)
        if _reading_matters(year, costs):
            yield f"assumptions.{within.period.regime.seniority.assumption}"


def _open_lines(year: FundingYear) -> dict[int, int]:
    """Return the net cents of each line that may or may not be admitted, by its place."""
    nets = {}
    for index, line in enumerate(year.costs or ()):
        if is_admitted(line=line, admission=year.regime.admission) is None:
            nets[index] = net_of_other_funding(
                amount_cents=line.amount.cents,
                other_public_funding_cents=line.other_public_funding.cents,
                partial_other_funding=year.within.dossier.assumptions.partial_other_funding,
            )
    return nets


def _moves_beside_others(year: FundingYear, certain: int, nets: list[int], net: int) -> bool:
    """Decide whether a line of `net` cents moves the subsidy in some selection of the other open lines."""
    if not net or all(net * band.percentage.numerator >= band.percentage.denominator for band in year.bands):
        return False  # it brings a cent wherever the ceiling leaves room, and the least costs leave the most
    others = list(nets)
    others.remove(net)
    return _moves(year, _least_sums(certain, others, year), net)


def _least_sums(certain: int, nets: list[int], year: FundingYear) -> set[int]:
    """Return the least sum of each remainder that decides a rounding: a greater one leaves less under the ceiling."""
    modulus = lcm(*(band.percentage.denominator for band in year.bands))
    least = {certain % modulus: certain}
    for net in _worth_adding(nets, modulus):
        for cents in [cents + net for cents in least.values()]:
            least[cents % modulus] = min(cents, least.get(cents % modulus, cents))
    return set(least.values())


def _worth_adding(nets: list[int], modulus: int) -> Iterator[int]:
    """Yield the lines that least sums are made of: of those with one remainder, so many that no more are of use.

    More of them hold some that leave no remainder together: the sum without these is less. `nets` rise.
    """
    alike: dict[int, int] = {}
    for net in nets:
        remainder = net % modulus
        alike[remainder] = alike.get(remainder, 0) + 1
        if alike[remainder] < modulus // gcd(remainder, modulus):
            yield net


def _possible_costs(year: FundingYear, certain: int, nets: list[int]) -> set[int]:
    if len(nets) <= MOST_OPEN_LINES:
        return {certain + sum(chosen) for size in range(len(nets) + 1) for chosen in combinations(nets, size)}
    rising = accumulate(nets, initial=certain)
    return {*rising, *(certain + net for net in nets), *_least_sums(certain, nets, year)}


def _unbounded_costs(year: FundingYear) -> set[int]:
    ceiling = ceiling_cents(year.within, year.number)
    if ceiling is None:
        return set(_PROBES)
    lowest = year.bands[0].percentage
    reaching = ceiling * lowest.denominator // max(lowest.numerator, 1)
    return {*_PROBES, ceiling, reaching, max(reaching - 1, 0)}


def _moves(year: FundingYear, costs: set[int], net: int) -> bool:
    return any(
        _subsidy(year, cents, band) != _subsidy(year, cents + net, band) for cents in costs for band in year.bands
    )


def _reading_matters(year: FundingYear, costs: set[int]) -> bool:
    return any(len({_subsidy(year, cents, band) for band in year.bands}) > 1 for cents in costs)


def _subsidy(year: FundingYear, cents: int, band: RateBand) -> int | None:
    return stages(year.within, cents, band, ceiling_cents(year.within, year.number))[-1]
