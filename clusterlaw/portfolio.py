"""Many clusters (portefeuille): what the Region pays by subsidy year and by calendar year, if it grants everything.

Exact: the calendar years of a path sum to its subsidy years, to the cent (assumption `calendar_year_split`). Where
facts are missing, every sum is a least and a greatest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from attrs import evolve, field

from clusterlaw.checks import instance_of
from clusterlaw.dossier import CostLine, Dossier
from clusterlaw.finding import Step
from clusterlaw.law import REGIMES
from clusterlaw.money import Euro, Percentage, rounded
from clusterlaw.path import LONGEST, FundingPath, FundingYear, funding_path
from clusterlaw.regime import Regime
from clusterlaw.rules.calendar_years import CALENDAR_SHARES, calendar_shares
from clusterlaw.rules.costs import Bounds
from clusterlaw.values import frozen


def _period_number(instance: Any, attribute: Any, value: Any) -> None:
    instance_of(int, type(None))(instance, attribute, value)
    if value is not None and value < 1:
        raise ValueError(f"{type(instance).__name__}.{attribute.name}: {value} is no period; give 1 or more, or None")


@frozen
class PortfolioCluster:
    """A cluster of a portfolio: its dossier and, where it is not renewed at the end of a period, that period's number.

    `last_period` None: every renewal is presumed asked for and granted where its conditions are met.
    """

    dossier: Dossier = field(validator=instance_of(Dossier))
    last_period: int | None = field(default=None, validator=_period_number)


@frozen
class ClusterYear:
    """A subsidy year of one cluster of a portfolio; `place` is the cluster's place in it, from 0."""

    place: int
    year: FundingYear = field(repr=False)

    @property
    def bounds(self) -> Bounds:
        """The least and the greatest subsidy, in cents; None: nothing bounds it."""
        most = self.year.subsidy_at_most
        return self.year.subsidy_at_least.cents, None if most is None else most.cents

    @property
    def percentage(self) -> Percentage | None:
        """The percentage of the year; None where it is not determined."""
        return None if self.year.rate is None else self.year.rate.percentage

    @property
    def shares(self) -> dict[int, Bounds]:
        """The least and the greatest part of each calendar year that it touches, in cents."""
        least, greatest = self.bounds
        parts = dict(self._split(least))
        if greatest is None:
            return {year: (cents, None) for year, cents in parts.items()}
        highest = dict(self._split(greatest))
        return {year: (cents, highest[year]) for year, cents in parts.items()}

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of the year, and last how its subsidy falls on calendar years (the least, the greatest)."""
        year, bounds = self.year, dict.fromkeys(cents for cents in self.bounds if cents is not None)
        grounds = (year.regime.subsidy_years, "calendar_year_split")
        shared = [
            Step(CALENDAR_SHARES, (cents, year.starts_on, year.ends_before), self._split(cents), grounds)
            for cents in bounds
        ]
        return (*year.steps, *shared)

    def _split(self, cents: int) -> tuple[tuple[int, int], ...]:
        return calendar_shares(cents=cents, starts_on=self.year.starts_on, ends_before=self.year.ends_before)


@frozen
class YearSum:
    """What the Region pays in one year over the clusters, least and greatest; `number` is a calendar or subsidy year.

    `parts` are the cluster years that it is made of, each with its least and greatest part in cents.
    """

    number: int
    parts: tuple[tuple[ClusterYear, Bounds], ...] = field(repr=False)

    @property
    def at_least(self) -> Euro:
        """The least sum."""
        return Euro.from_cents(_sum(bounds for _, bounds in self.parts)[0])

    @property
    def at_most(self) -> Euro | None:
        """The greatest sum; None: nothing bounds it."""
        cents = _sum(bounds for _, bounds in self.parts)[1]
        return None if cents is None else Euro.from_cents(cents)

    @property
    def amount(self) -> Euro | None:
        """The sum; None where it is not determined."""
        return self.at_least if self.at_least == self.at_most else None

    @property
    def clusters(self) -> int:
        """How many clusters have a part in it that is not certainly refused."""
        return len({part.place for part, _ in self.parts if not part.year.reasons})

    @property
    def by_percentage(self) -> tuple[tuple[Percentage | None, Bounds], ...]:
        """The sums of the years at each percentage, the highest first, in cents; None: it is not determined."""
        groups: dict[Percentage | None, list[Bounds]] = {}
        for part, bounds in self.parts:
            if not part.year.reasons:
                groups.setdefault(part.percentage, []).append(bounds)
        return tuple((percentage, _sum(groups[percentage])) for percentage in _highest_first(groups))


@frozen
class Phases:
    """How many clusters have a subsidy year that starts in a calendar year, at each percentage, the highest first.

    A percentage of None is not determined; `refused` are the years whose subsidy is certainly refused.
    """

    calendar_year: int
    counts: tuple[tuple[Percentage | None, int], ...]
    refused: int


@frozen(kw_only=True)
class BudgetYear:
    """A calendar year held against a budget ceiling (crédit budgétaire)."""

    calendar_year: int
    budget: Euro
    at_least: Euro
    at_most: Euro | None

    @property
    def exceeds(self) -> bool | None:
        """Whether the sum exceeds the budget; None where that is not determined."""
        if self.at_least > self.budget:
            return True
        return False if self.at_most is not None and self.at_most <= self.budget else None

    @property
    def excess_at_least(self) -> Euro:
        """By how much it exceeds the budget, at the least."""
        return max(self.at_least - self.budget, Euro(0))

    @property
    def excess_at_most(self) -> Euro | None:
        """By how much it exceeds the budget, at the most; None: nothing bounds it."""
        return None if self.at_most is None else max(self.at_most - self.budget, Euro(0))


@frozen
class Portfolio:
    """The clusters of a portfolio, seen from one calendar year to another, under some versions of the law.

    `years` are all their subsidy years that start by the end of `last_year`, also those before `first_year`.
    """

    clusters: tuple[PortfolioCluster, ...]
    first_year: int
    last_year: int
    regimes: tuple[Regime, ...] = field(repr=False)
    paths: tuple[FundingPath | None, ...] = field(repr=False)
    years: tuple[ClusterYear, ...] = field(repr=False)

    @property
    def calendar_years(self) -> tuple[YearSum, ...]:
        """What the Region pays in each calendar year, pro rata of the days of the subsidy years that it touches."""
        found: dict[int, list[tuple[ClusterYear, Bounds]]] = {
            year: [] for year in range(self.first_year, self.last_year + 1)
        }
        for part in self.years:
            for year, bounds in part.shares.items():
                if year in found:
                    found[year].append((part, bounds))
        return tuple(YearSum(year, tuple(parts)) for year, parts in found.items())

    @property
    def subsidy_years(self) -> tuple[YearSum, ...]:
        """What the Region pays in the first subsidy year of every cluster, in the second, and so on."""
        found: dict[int, list[tuple[ClusterYear, Bounds]]] = {}
        for part in self.years:
            found.setdefault(part.year.number, []).append((part, part.bounds))
        return tuple(YearSum(number, tuple(found[number])) for number in sorted(found))

    @property
    def before(self) -> Bounds:
        """What falls before the first calendar year, in cents."""
        return _sum(bounds for part in self.years for year, bounds in part.shares.items() if year < self.first_year)

    @property
    def after(self) -> Bounds:
        """What falls after the last calendar year, of subsidy years that start in it, in cents."""
        return _sum(bounds for part in self.years for year, bounds in part.shares.items() if year > self.last_year)

    @property
    def phases(self) -> tuple[Phases, ...]:
        """How many clusters start a subsidy year at each percentage, by calendar year."""
        return tuple(self._phases_of(year) for year in range(self.first_year, self.last_year + 1))

    def _phases_of(self, calendar_year: int) -> Phases:
        starting = [part for part in self.years if part.year.starts_on.year == calendar_year]
        counts: dict[Percentage | None, int] = {}
        for part in starting:
            if not part.year.reasons:
                counts[part.percentage] = counts.get(part.percentage, 0) + 1
        ordered = tuple((percentage, counts[percentage]) for percentage in _highest_first(counts))
        return Phases(calendar_year, ordered, len(starting) - sum(counts.values()))

    def against(self, budget: Euro | Mapping[int, Euro]) -> tuple[BudgetYear, ...]:
        """Hold each calendar year against a budget ceiling, the same for all or one for each of some years.

        Raises TypeError for anything but amounts.
        """
        found = []
        for total in self.calendar_years:
            if isinstance(budget, Mapping) and total.number not in budget:
                continue
            ceiling = budget[total.number] if isinstance(budget, Mapping) else budget
            if type(ceiling) is not Euro:
                raise TypeError(f"Portfolio.against: {ceiling!r} is a {type(ceiling).__name__}; give a Euro")
            found.append(
                BudgetYear(calendar_year=total.number, budget=ceiling, at_least=total.at_least, at_most=total.at_most)
            )
        return tuple(found)

    def under(self, regimes: tuple[Regime, ...]) -> Portfolio:
        """Return the same portfolio under other versions of the law: a reform."""
        return portfolio_of(self.clusters, first_year=self.first_year, last_year=self.last_year, regimes=regimes)

    def times(self, factor: Fraction | int) -> Portfolio:
        """Return the same portfolio with all costs multiplied by a factor: `Fraction(11, 10)` is 10 % more."""
        clusters = tuple(evolve(each, dossier=costs_times(each.dossier, factor=factor)) for each in self.clusters)
        return self._with(clusters)

    def dropping(self, last_periods: Mapping[int, int]) -> Portfolio:
        """Return the same portfolio in which clusters, by their place, are not renewed at the end of a period.

        Raises ValueError for a place that has no cluster.
        """
        wrong = [place for place in last_periods if not 0 <= place < len(self.clusters)]
        if wrong:
            raise ValueError(
                f"Portfolio.dropping: no cluster at {wrong}; give places from 0 to {len(self.clusters) - 1}"
            )
        clusters = tuple(
            evolve(each, last_period=last_periods.get(place, each.last_period))
            for place, each in enumerate(self.clusters)
        )
        return self._with(clusters)

    def _with(self, clusters: tuple[PortfolioCluster, ...]) -> Portfolio:
        return portfolio_of(clusters, first_year=self.first_year, last_year=self.last_year, regimes=self.regimes)


def portfolio_of(
    clusters: Iterable[Dossier | PortfolioCluster],
    *,
    first_year: int,
    last_year: int,
    regimes: tuple[Regime, ...] = REGIMES,
) -> Portfolio:
    """Compute what the Region pays for some clusters in the calendar years `first_year` to `last_year`.

    Raises TypeError or ValueError for a wrong argument, among them a last year beyond the 50th subsidy year of a
    cluster; FactError where a dossier's dates contradict the law.
    """
    _require_years(first_year, last_year)
    found = tuple(_cluster(each) for each in clusters)
    paths = tuple(_path(place, each.dossier, last_year=last_year, regimes=regimes) for place, each in enumerate(found))
    years = tuple(
        ClusterYear(place, year)
        for place, (each, path) in enumerate(zip(found, paths, strict=True))
        for year in _years_kept(each, path)
    )
    return Portfolio(found, first_year, last_year, regimes, paths, years)


def costs_times(dossier: Dossier, *, factor: Fraction | int) -> Dossier:
    """Return a dossier whose cost lines, with what other programmes pay of them, are multiplied by an exact factor.

    Each amount is rounded to the nearest cent, half a cent up. Raises TypeError for a float, ValueError below 0 or
    where a line becomes greater than a dossier can hold.
    """
    if type(factor) is not Fraction and type(factor) is not int:
        raise TypeError(f"costs_times: factor is {factor!r}, a {type(factor).__name__}; give a Fraction or an int")
    if factor < 0:
        raise ValueError(f"costs_times: factor is {factor}; give 0 or more")
    numerator, denominator = factor.numerator, factor.denominator
    years = tuple(
        year
        if year.costs is None
        else evolve(year, costs=tuple(_line_times(line, numerator, denominator) for line in year.costs))
        for year in dossier.years
    )
    return evolve(dossier, years=years)


def cents_times(cents: int, numerator: int, denominator: int) -> int:
    """Return cents multiplied by an exact factor, rounded to the nearest cent, half a cent up."""
    return rounded(numerator=cents * numerator, denominator=denominator, rounding="half_up")


def _line_times(line: CostLine, numerator: int, denominator: int) -> CostLine:
    amount, other = (
        Euro.from_cents(cents_times(each.cents, numerator, denominator))
        for each in (line.amount, line.other_public_funding)
    )
    return evolve(line, amount=amount, other_public_funding=other)


def _cluster(given: Any) -> PortfolioCluster:
    if type(given) is Dossier:
        return PortfolioCluster(given)
    if type(given) is not PortfolioCluster:
        raise TypeError(f"portfolio_of: {given!r} is a {type(given).__name__}; give Dossier or PortfolioCluster")
    return given


def _require_years(first_year: Any, last_year: Any) -> None:
    for name, value in (("first_year", first_year), ("last_year", last_year)):
        if type(value) is not int:
            raise TypeError(f"portfolio_of: {name} is {value!r}, a {type(value).__name__}; give a calendar year")
    if not 2007 <= first_year <= last_year:
        raise ValueError(f"portfolio_of: {first_year} to {last_year}; give calendar years in order, from 2007 on")


def _path(place: int, dossier: Dossier, *, last_year: int, regimes: tuple[Regime, ...]) -> FundingPath | None:
    years = last_year - dossier.recognised_on.year + 1
    if years > LONGEST:
        raise ValueError(
            f"portfolio_of: cluster {place} ({dossier.cluster.name}) would be in its year {years} in {last_year}; "
            f"give a last year up to its year {LONGEST}, {dossier.recognised_on.year + LONGEST - 1}"
        )
    return funding_path(dossier, years=years, regimes=regimes) if years > 0 else None


def _years_kept(cluster: PortfolioCluster, path: FundingPath | None) -> Iterator[FundingYear]:
    for year in () if path is None else path.years:
        if cluster.last_period is None or year.recognition_period <= cluster.last_period:
            yield year


def _sum(several: Iterable[Bounds]) -> Bounds:
    least, greatest = 0, 0
    bounded = True
    for low, high in several:
        least += low
        bounded = bounded and high is not None
        greatest += high or 0
    return least, greatest if bounded else None


def _highest_first(percentages: Iterable[Percentage | None]) -> list[Percentage | None]:
    return sorted(percentages, key=lambda each: (each is None, Fraction(0) if each is None else -each.fraction))
