"""A seeded simulation of a portfolio: what the Region pays by calendar year over thousands of draws, with quantiles.

The caller passes the generator and every parameter of what is drawn; nothing here is a forecast, and the law gives no
distribution. The same generator in the same state gives the same result.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, Protocol

from attrs import field

from clusterlaw.amounts import stages
from clusterlaw.inversion import ceiling_of
from clusterlaw.money import Euro
from clusterlaw.path import FundingYear
from clusterlaw.portfolio import ClusterYear, Portfolio, cents_times
from clusterlaw.rules.calendar_years import days_through, shared_out
from clusterlaw.rules.costs import Bounds, is_admitted, net_of_other_funding
from clusterlaw.values import frozen


class Generator(Protocol):
    """What draws: `random.Random(seed)` does."""

    def randrange(self, start: int, /) -> int:
        """Return a whole number from 0 up to but without `start`, each equally likely."""


@frozen(kw_only=True)
class Drawn:
    """What is drawn for each cluster of each simulated portfolio, and how; nothing has a default.

    - `costs`: the factor on all its costs, from the first to the second, on `steps` equal steps, equally likely.
    - `renewal`: the chance that each renewal within the calendar years is asked for and granted; what the dossier
      leaves unstated of its conditions is then met. One that certainly fails stays refused.
    - `unstated_costs`: the admitted costs of each year whose costs are not stated, one amount from the first to the
      second for a cluster, to the cent, equally likely; None: they stay unstated, from nothing to the ceiling.
    """

    costs: tuple[Fraction, Fraction]
    steps: int
    renewal: Fraction
    unstated_costs: tuple[Euro, Euro] | None

    def __attrs_post_init__(self) -> None:
        _require_pair("costs", self.costs, Fraction)
        if self.unstated_costs is not None:
            _require_pair("unstated_costs", self.unstated_costs, Euro)
        if type(self.steps) is not int or self.steps < 1:
            raise ValueError(f"Drawn.steps: {self.steps!r}; give a whole number, 1 or more")
        if type(self.renewal) is not Fraction or not 0 <= self.renewal <= 1:
            raise ValueError(f"Drawn.renewal: {self.renewal!r}; give a Fraction from 0 to 1")


def _require_pair(name: str, pair: Any, kind: type) -> None:
    if type(pair) is not tuple or len(pair) != 2 or any(type(each) is not kind for each in pair):
        raise TypeError(f"Drawn.{name}: {pair!r}; give two values of {kind.__name__}, the lower first")
    nothing: Any = Fraction(0) if kind is Fraction else Euro(0)
    if not nothing <= pair[0] <= pair[1]:
        raise ValueError(f"Drawn.{name}: {pair!r}; give two values from 0 on, the lower first")


@frozen
class Simulation:
    """The sums of each calendar year in each draw, in cents, the least and the greatest over what stays unstated."""

    years: tuple[int, ...]
    drawn: Drawn
    draws: tuple[tuple[Bounds, ...], ...] = field(repr=False)

    def quantile(self, share: Fraction, *, year: int | None = None) -> tuple[Euro, Euro]:
        """Return the quantile of a calendar year's sum, or of all years together: of the least, of the greatest.

        By nearest rank: the least sum that at least this share of the draws does not exceed. Raises ValueError for a
        year that was not simulated, or a share outside 0 to 1.
        """
        sums = self._sums(year)
        least, greatest = (nearest_rank(sorted(each), share=share) for each in zip(*sums, strict=True))
        return Euro.from_cents(least), Euro.from_cents(greatest)

    def share_over(self, budget: Euro, *, year: int) -> tuple[Fraction, Fraction]:
        """Return the exact share of the draws whose sum of a year exceeds a budget: certainly, possibly."""
        sums = self._sums(year)
        certainly, possibly = (sum(1 for cents in each if cents > budget.cents) for each in zip(*sums, strict=True))
        return Fraction(certainly, len(sums)), Fraction(possibly, len(sums))

    def _sums(self, year: int | None) -> list[tuple[int, int]]:
        if year is None:
            return [(sum(low for low, _ in draw), sum(high or 0 for _, high in draw)) for draw in self.draws]
        if year not in self.years:
            raise ValueError(f"Simulation: {year} was not simulated; give one of {self.years[0]} to {self.years[-1]}")
        place = self.years.index(year)
        return [(draw[place][0], draw[place][1] or 0) for draw in self.draws]


def nearest_rank(ordered: list[int], *, share: Fraction) -> int:
    """Return the quantile of whole numbers in their order: the least that at least this share of them do not exceed.

    The definition by nearest rank (type 1 of Hyndman and Fan): one of the numbers themselves, never a mean of two.
    Raises TypeError unless given a Fraction, ValueError outside 0 to 1 or without numbers.
    """
    if type(share) is not Fraction:
        raise TypeError(f"nearest_rank: share is {share!r}, a {type(share).__name__}; give a Fraction")
    if not 0 <= share <= 1 or not ordered:
        raise ValueError(f"nearest_rank: share {share} of {len(ordered)} numbers; give 0 to 1, of at least one")
    rank = -(-share.numerator * len(ordered) // share.denominator)
    return ordered[max(rank, 1) - 1]


def simulate(
    portfolio: Portfolio,
    *,
    generator: Generator,
    draws: int,
    drawn: Drawn,
    progress: Callable[[int], None] | None = None,
) -> Simulation:
    """Draw many variants of a portfolio and sum each by calendar year; `progress` is told each draw that is done.

    Each draw takes, cluster by cluster, the factor on costs, the unstated costs if any, then each renewal. Raises
    TypeError or ValueError for a wrong argument, among them a year whose subsidy nothing bounds.
    """
    if type(portfolio) is not Portfolio:
        raise TypeError(f"simulate: portfolio is a {type(portfolio).__name__}; give the Portfolio of portfolio_of")
    if type(drawn) is not Drawn:
        raise TypeError(f"simulate: drawn is a {type(drawn).__name__}; give a Drawn")
    if type(draws) is not int or draws < 1:
        raise ValueError(f"simulate: draws is {draws!r}; give a whole number, 1 or more")
    years = tuple(range(portfolio.first_year, portfolio.last_year + 1))
    clusters = [_Cluster(portfolio, place, drawn) for place in range(len(portfolio.clusters))]
    found = []
    for number in range(1, draws + 1):
        least, greatest = [0] * len(years), [0] * len(years)
        for cluster in clusters:
            cluster.add(generator, least, greatest)
        found.append(tuple(zip(least, greatest, strict=True)))
        if progress is not None:
            progress(number)
    return Simulation(years, drawn, tuple(found))


class _Cluster:
    """A cluster of a portfolio as a draw needs it: its years with their lines, and its renewals to draw."""

    def __init__(self, portfolio: Portfolio, place: int, drawn: Drawn) -> None:
        self.drawn = drawn
        self.first_year = portfolio.first_year
        parts = [part for part in portfolio.years if part.place == place]
        self.renewals = sorted({_period(part) for part in parts if _is_drawn(part, portfolio)})
        self.years = [
            _Year(part.year, drawn, settled=_period(part) in self.renewals)
            for part in parts
            if not part.year.reasons and part.year.ends_before.year >= portfolio.first_year
        ]
        low, high = drawn.costs
        self.denominator = low.denominator * high.denominator * drawn.steps
        self.lowest = low.numerator * high.denominator * drawn.steps
        self.step = high.numerator * low.denominator - low.numerator * high.denominator

    def add(self, generator: Generator, least: list[int], greatest: list[int]) -> None:
        """Draw the cluster once and add its subsidies to the sums of the calendar years."""
        drawn = self.drawn
        numerator = self.lowest + self.step * generator.randrange(drawn.steps + 1)
        unstated = None
        if drawn.unstated_costs is not None:
            low, high = drawn.unstated_costs
            unstated = low.cents + generator.randrange(high.cents - low.cents + 1)
        not_renewed = [
            period
            for period in self.renewals
            if generator.randrange(drawn.renewal.denominator) >= drawn.renewal.numerator
        ]
        ends = min(not_renewed, default=None)
        for year in self.years:
            if ends is None or year.period < ends:
                year.add(numerator, self.denominator, unstated, self.first_year, least, greatest)


def _period(part: ClusterYear) -> int:
    return part.year.recognition_period


def _is_drawn(part: ClusterYear, portfolio: Portfolio) -> bool:
    """Whether the year is of a period whose renewal falls within the calendar years."""
    starts_on = part.year.within.period.starts_on
    return _period(part) > 1 and starts_on.year >= portfolio.first_year


class _Year:
    """A subsidy year as a draw needs it: integers only."""

    def __init__(self, year: FundingYear, drawn: Drawn, *, settled: bool) -> None:
        self.year = year
        self.period = year.recognition_period
        self.doubtful = bool(year.doubts) and not settled
        self.ceiling = ceiling_of(year)
        self.through = days_through(starts_on=year.starts_on, ends_before=year.ends_before)
        self.reading = year.within.dossier.assumptions.partial_other_funding
        self.lines = None if year.costs is None else [_line(line, year) for line in year.costs]
        unbounded = year.subsidy_at_most is None and not (self.lines is None and drawn.unstated_costs is not None)
        if unbounded:
            raise ValueError(
                f"simulate: nothing bounds the subsidy of {year.within.dossier.cluster.name}, year {year.number}; "
                "state its costs or its ceiling, or give unstated_costs"
            )

    def add(
        self,
        numerator: int,
        denominator: int,
        unstated: int | None,
        first_year: int,
        least: list[int],
        greatest: list[int],
    ) -> None:
        """Add the subsidy at costs multiplied by a factor to the sums of the calendar years."""
        low_costs, high_costs = self._admitted(numerator, denominator, unstated)
        year = self.year
        high = stages(year.within, high_costs, year.bands[-1], self.ceiling)[-1] or 0
        low = high
        if low_costs != high_costs or len(year.bands) > 1 or self.ceiling is None:
            low = stages(year.within, low_costs, year.bands[0], self.ceiling or 0)[-1] or 0
        if self.doubtful:
            low = 0
        upper = shared_out(cents=high, through=self.through)
        lower = upper if low == high else shared_out(cents=low, through=self.through)
        for (calendar_year, most), (_, part) in zip(upper, lower, strict=True):
            place = calendar_year - first_year
            if 0 <= place < len(least):
                least[place] += part
                greatest[place] += most

    def _admitted(self, numerator: int, denominator: int, unstated: int | None) -> Bounds:
        if self.lines is None:
            return (0, None) if unstated is None else (unstated, unstated)
        low = high = 0
        for amount, other, admitted in self.lines:
            net = net_of_other_funding(
                amount_cents=cents_times(amount, numerator, denominator),
                other_public_funding_cents=cents_times(other, numerator, denominator),
                partial_other_funding=self.reading,
            )
            if admitted is not False:
                high += net
                low += net if admitted else 0
        return low, high


def _line(line: Any, year: FundingYear) -> tuple[int, int, bool | None]:
    admitted = is_admitted(line=line, admission=year.regime.admission)
    return line.amount.cents, line.other_public_funding.cents, admitted
