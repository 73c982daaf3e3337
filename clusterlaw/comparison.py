"""Two funding paths side by side, year by year: what differs, by how much, and from which step it comes.

What neither side states is taken to be the same on both. A comparison stores its two paths; the causes are worked out
when somebody asks, by applying the rules once more with one value of the other side at a time.
"""

from collections.abc import Iterable
from typing import Any

from attrs import field

from clusterlaw.amounts import band_of, ceiling_cents, stages
from clusterlaw.assumptions import SeniorityReading
from clusterlaw.causes import PARTS, Part, StepDifference, causes_of_year, consequences_of_year
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, FundingYear
from clusterlaw.values import frozen


@frozen
class AmountDifference:
    """By how much an amount of the second path exceeds that of the first: exactly, or between two bounds.

    None: nothing bounds that side.
    """

    at_least: Euro | None
    at_most: Euro | None

    @property
    def exact(self) -> Euro | None:
        """The difference, where it is one amount."""
        return self.at_least if self.at_least == self.at_most else None


@frozen
class YearDifference:
    """A subsidy year that is not the same on both sides: which parts of it differ, by how much, and why."""

    number: int
    parts: tuple[Part, ...]
    paths: tuple[FundingPath, FundingPath] = field(repr=False)

    @property
    def before(self) -> FundingYear:
        """The year of the first path."""
        return self.paths[0].years[self.number - 1]

    @property
    def after(self) -> FundingYear:
        """The year of the second path."""
        return self.paths[1].years[self.number - 1]

    @property
    def subsidy(self) -> AmountDifference:
        """By how much the subsidy differs."""
        before, after = self.before, self.after
        if _basis_of_subsidy(before) == _basis_of_subsidy(after):
            return NO_DIFFERENCE
        together = _differences_together(before, after)
        if together:
            return AmountDifference(Euro.from_cents(min(together)), Euro.from_cents(max(together)))
        return AmountDifference(
            _less(after.subsidy_at_least, before.subsidy_at_most), _less(after.subsidy_at_most, before.subsidy_at_least)
        )

    @property
    def own_share(self) -> AmountDifference | None:
        """By how much the own share differs: what the costs differ by, less what the subsidy does; None: no costs."""
        before, after = _to_be_paid(self.before), _to_be_paid(self.after)
        if before is None or after is None:
            return None
        costs, subsidy = after - before, self.subsidy
        return AmountDifference(_less(costs, subsidy.at_most), _less(costs, subsidy.at_least))

    @property
    def causes(self) -> tuple[StepDifference, ...]:
        """The steps that differ in their own right, in the order in which the law takes them; the first one leads."""
        return causes_of_year(self.paths, self.number, self.parts)

    @property
    def consequences(self) -> tuple[StepDifference, ...]:
        """The other steps whose results differ: what the causes bring with them."""
        return consequences_of_year(self.paths, self.number, self.parts)

    def causes_of(self, part: Part) -> tuple[StepDifference, ...]:
        """Return the causes that move one part of the year."""
        return tuple(cause for cause in self.causes if part in cause.moves)


@frozen
class Comparison:
    """Two funding paths and the years in which they differ; no years: they are the same in everything that counts."""

    before: FundingPath
    after: FundingPath
    years: tuple[YearDifference, ...]

    @property
    def total_subsidy(self) -> AmountDifference:
        """By how much the sums of the subsidies differ."""
        return _total(year.subsidy for year in self.years)

    @property
    def total_own_share(self) -> AmountDifference | None:
        """By how much the sums of the own shares differ; None where the costs of a year are not stated."""
        shares = [year.own_share for year in self.years]
        known = [share for share in shares if share is not None]
        return _total(known) if len(known) == len(shares) else None


NO_DIFFERENCE = AmountDifference(Euro(0), Euro(0))


def compare(before: FundingPath, after: FundingPath) -> Comparison:
    """Compare two funding paths of the same number of years: two regimes, plans or readings, or two dossiers.

    Raises TypeError unless given two paths, ValueError where their numbers of years differ.
    """
    for name, path in (("before", before), ("after", after)):
        if type(path) is not FundingPath:
            raise TypeError(f"compare: {name} is a {type(path).__name__}; give the FundingPath of funding_path")
    if len(before.years) != len(after.years):
        raise ValueError(
            f"compare: the paths have {len(before.years)} and {len(after.years)} years; compute both over as many"
        )
    found = []
    for one, other in zip(before.years, after.years, strict=True):
        described, other_described = _described(one), _described(other)
        parts = tuple(part for part in PARTS if described[part] != other_described[part])
        if parts:
            found.append(YearDifference(one.number, parts, (before, after)))
    return Comparison(before, after, tuple(found))


def _described(year: FundingYear) -> dict[Part, Any]:
    subsidy = (year.subsidy_at_least, year.subsidy_at_most)
    costs = _to_be_paid(year)
    return {
        "dates": (year.starts_on, year.ends_before),
        "text": (year.regime.version, year.regime.label, year.regime.recognition_years.value),
        "costs": (year.total_costs, year.other_public_funding),
        "status": year.status,
        "subsidy": subsidy,
        "own_share": None if costs is None else (costs, subsidy),
    }


def _to_be_paid(year: FundingYear) -> Euro | None:
    """Return what subsidy and own share pay together: all costs less other public funding; None: not stated."""
    total, other = year.total_costs, year.other_public_funding
    return None if total is None or other is None else total - other


def _basis_of_subsidy(year: FundingYear) -> tuple[Any, ...]:
    """Return everything that decides the subsidy of a year once what is not stated is known."""
    assumptions, regime = year.within.dossier.assumptions, year.regime
    return (
        (year.subsidy_at_least, year.subsidy_at_most, year.doubts, bool(year.reasons)),
        (year.costs, regime.admission, assumptions.partial_other_funding, assumptions.rounding),
        (regime.operations.value, tuple(band.percentage for band in year.bands), year.ceiling),
    )


def _differences_together(before: FundingYear, after: FundingYear) -> tuple[int, ...]:
    """Return the differences, in cents, where both sides leave open the same conditions and readings, and these only.

    A condition that is open on both holds on both or on neither; so does a reading. (): they leave open something else.
    """
    readings = before.within.readings
    if before.doubts != after.doubts or before.reasons or after.reasons or readings != after.within.readings:
        return ()
    found = [0] if before.doubts else []
    for reading in readings:
        amounts = [_amount_under(year, reading) for year in (before, after)]
        if amounts[0] is None or amounts[1] is None:
            return ()
        found.append(amounts[1] - amounts[0])
    return tuple(found)


def _amount_under(year: FundingYear, reading: SeniorityReading) -> int | None:
    """Return the subsidy of a year under one reading, in cents; None: its costs or its ceiling are not known."""
    least, greatest = year.admitted
    ceiling = ceiling_cents(year.within, year.number)
    if least != greatest or ceiling is None:
        return None
    return stages(year.within, least, band_of(year.within, year.number, reading), ceiling)[-1]


def _less(amount: Euro | None, other: Euro | None) -> Euro | None:
    return None if amount is None or other is None else amount - other


def _total(differences: Iterable[AmountDifference]) -> AmountDifference:
    least: Euro | None = Euro(0)
    most: Euro | None = Euro(0)
    for each in differences:
        least = None if least is None or each.at_least is None else least + each.at_least
        most = None if most is None or each.at_most is None else most + each.at_most
    return AmountDifference(least, most)
