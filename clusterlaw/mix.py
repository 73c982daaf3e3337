"""The funding mix of a cluster (sources de financement): who pays in each year, exact shares, and how they change.

So that the question of the evaluation of 2011, § 1.4, "did degressivity make it diversify", can be asked of data. The
measures are named for what they are; none is a score, and neither the law nor the evaluation sets a threshold for one.
A source that is not stated is missing, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from attrs import field
from attrs.validators import optional

from clusterlaw.checks import legal_amount
from clusterlaw.errors import FactError, Problem
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import FundingPath, FundingYear
from clusterlaw.sources import Label
from clusterlaw.values import frozen

SourceName = Literal[
    "fees", "activities", "contributions_in_kind", "projects", "other_public_funding", "subsidy", "own_means"
]

SOURCES: dict[SourceName, Label] = {
    "fees": Label(fr="cotisations", en="fees"),
    "activities": Label(fr="activités payantes", en="paid activities"),
    "contributions_in_kind": Label(fr="apports en nature des membres", en="members' contributions in kind"),
    "projects": Label(fr="projets", en="projects"),
    "other_public_funding": Label(fr="autres programmes publics", en="other public programmes"),
    "subsidy": Label(fr="subvention de la Région", en="subsidy of the Region"),
    "own_means": Label(fr="moyens propres (réserves)", en="own means (reserves)"),
}


@frozen(kw_only=True)
class StatedSources:
    """What a cluster received in a subsidy year from each source; None: not stated.

    `other_public_funding` that is not stated is what the cost lines of the year say, where they are stated.
    """

    fees: Euro | None = field(default=None, validator=optional(legal_amount))
    activities: Euro | None = field(default=None, validator=optional(legal_amount))
    contributions_in_kind: Euro | None = field(default=None, validator=optional(legal_amount))
    projects: Euro | None = field(default=None, validator=optional(legal_amount))
    other_public_funding: Euro | None = field(default=None, validator=optional(legal_amount))
    own_means: Euro | None = field(default=None, validator=optional(legal_amount))


@frozen
class MixYear:
    """The funding mix of one subsidy year, or of several taken together: the amount of each source, None if missing.

    The subsidy is what is due if granted. Shares are exact fractions of the total; None where something is missing,
    or where there is no money at all.
    """

    years: tuple[FundingYear, ...] = field(repr=False)
    amounts: tuple[tuple[SourceName, Euro | None], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The sources that are not known, by name; () if the mix is complete."""
        return tuple(name for name, amount in self.amounts if amount is None)

    @property
    def total(self) -> Euro | None:
        """The sum of the sources; None where one of them is missing."""
        return None if self.missing else self.at_least

    @property
    def at_least(self) -> Euro:
        """The sum of the sources that are known."""
        return Euro.from_cents(sum(amount.cents for _, amount in self.amounts if amount is not None))

    @property
    def shares(self) -> dict[SourceName, Fraction] | None:
        """The exact share of each source."""
        total = self.total
        if total is None or not total.cents:
            return None
        return {name: Fraction(amount.cents, total.cents) for name, amount in self.amounts if amount is not None}

    @property
    def share_of_the_region(self) -> Fraction | None:
        """The exact share of the Region's subsidy."""
        shares = self.shares
        return None if shares is None else shares["subsidy"]

    @property
    def bounds_of_the_region(self) -> tuple[Fraction, Fraction] | None:
        """The least and the greatest share of the Region where the subsidy alone may be missing; None otherwise.

        Where nothing bounds the subsidy the greatest share is 1, which it nears and does not reach.
        """
        known = {name: amount for name, amount in self.amounts if name != "subsidy"}
        others = sum(amount.cents for amount in known.values() if amount is not None)
        if None in known.values() or not others:
            return None
        least = sum(year.subsidy_at_least.cents for year in self.years)
        greatest = [year.subsidy_at_most for year in self.years]
        most = sum(amount.cents for amount in greatest if amount is not None)
        high = Fraction(1) if None in greatest else Fraction(most, most + others)
        return Fraction(least, least + others), high

    @property
    def sources_with_money(self) -> int | None:
        """How many sources bring money; None where one of them is missing."""
        if self.missing:
            return None
        return sum(1 for _, amount in self.amounts if amount is not None and amount.cents)

    @property
    def largest(self) -> tuple[tuple[SourceName, ...], Fraction] | None:
        """The largest source, or those that are equally large, and its exact share."""
        shares = self.shares
        if shares is None:
            return None
        most = max(shares.values())
        return tuple(name for name, share in shares.items() if share == most), most

    @property
    def sum_of_squared_shares(self) -> Fraction | None:
        """The sum of the squared shares (the Herfindahl-Hirschman index): 1 for one source, 1/n for n equal ones."""
        shares = self.shares
        return None if shares is None else sum((share * share for share in shares.values()), Fraction(0))


@frozen
class MixChange:
    """What changed from one mix to another: each difference is later less earlier, None where a side is missing."""

    earlier: MixYear
    later: MixYear

    @property
    def of_the_region(self) -> Fraction | None:
        """The change in the Region's share."""
        return _difference(self.earlier.share_of_the_region, self.later.share_of_the_region)

    @property
    def of_sources_with_money(self) -> int | None:
        """The change in the number of sources that bring money."""
        earlier, later = self.earlier.sources_with_money, self.later.sources_with_money
        return None if earlier is None or later is None else later - earlier

    @property
    def of_the_largest(self) -> Fraction | None:
        """The change in the share of the largest source."""
        earlier, later = self.earlier.largest, self.later.largest
        return None if earlier is None or later is None else later[1] - earlier[1]

    @property
    def of_squared_shares(self) -> Fraction | None:
        """The change in the sum of squared shares: below 0, the money comes from more sources, or more evenly."""
        return _difference(self.earlier.sum_of_squared_shares, self.later.sum_of_squared_shares)

    @property
    def of_amounts(self) -> dict[SourceName, Euro | None]:
        """The change in the amount of each source."""
        later = dict(self.later.amounts)
        found: dict[SourceName, Euro | None] = {}
        for name, before in self.earlier.amounts:
            after = later[name]
            found[name] = None if before is None or after is None else after - before
        return found


@frozen
class FundingMix:
    """The funding mix of a cluster, year by year along its funding path."""

    path: FundingPath
    years: tuple[MixYear, ...]

    @property
    def changes(self) -> tuple[MixChange, ...]:
        """What changed from each year to the next."""
        return tuple(MixChange(earlier, later) for earlier, later in pairwise(self.years))

    @property
    def phases(self) -> tuple[tuple[Percentage | None, MixYear], ...]:
        """The years in a row that have one percentage, taken together (None: the percentage is not determined)."""
        groups: list[tuple[Percentage | None, list[MixYear]]] = []
        for mix in self.years:
            band = mix.years[0].rate
            percentage = None if band is None else band.percentage
            if not groups or groups[-1][0] != percentage:
                groups.append((percentage, []))
            groups[-1][1].append(mix)
        return tuple((percentage, _together(mixes)) for percentage, mixes in groups)

    @property
    def changes_where_the_percentage_falls(self) -> tuple[MixChange, ...]:
        """What changed from a phase to the next where the percentage falls: the question of § 1.4, asked of data."""
        found = []
        for (before, earlier), (after, later) in pairwise(self.phases):
            if before is not None and after is not None and after.fraction < before.fraction:
                found.append(MixChange(earlier, later))
        return tuple(found)


def funding_mix(path: FundingPath, *, sources: tuple[StatedSources | None, ...]) -> FundingMix:
    """Return the funding mix of a path: `sources[i]` is what the cluster received in subsidy year i + 1.

    Years without sources, or with None, have everything but the subsidy and the cost lines' other funding missing.
    Raises TypeError for a wrong argument, FactError where sources and cost lines contradict each other.
    """
    if type(path) is not FundingPath:
        raise TypeError(f"funding_mix: path is a {type(path).__name__}; give the FundingPath of funding_path")
    if type(sources) is not tuple or any(each is not None and type(each) is not StatedSources for each in sources):
        raise TypeError(f"funding_mix: sources is {sources!r}; give a tuple of StatedSources, or None for a year")
    if len(sources) > len(path.years):
        raise ValueError(
            f"funding_mix: {len(sources)} years of sources for {len(path.years)} years; give a longer path"
        )
    stated = (*sources, *(None,) * (len(path.years) - len(sources)))
    problems = [
        problem
        for index, (year, each) in enumerate(zip(path.years, stated, strict=True))
        for problem in _problems(index, year, each)
    ]
    if problems:
        raise FactError(*problems)
    years = zip(path.years, stated, strict=True)
    return FundingMix(path, tuple(MixYear((year,), _amounts(year, each or StatedSources())) for year, each in years))


def _amounts(year: FundingYear, stated: StatedSources) -> tuple[tuple[SourceName, Euro | None], ...]:
    found: dict[SourceName, Euro | None] = {name: getattr(stated, name, None) for name in SOURCES}
    found["subsidy"] = year.subsidy
    if stated.other_public_funding is None:
        found["other_public_funding"] = year.other_public_funding
    return tuple(found.items())


def _problems(index: int, year: FundingYear, stated: StatedSources | None) -> Iterable[Problem]:
    of_lines = year.other_public_funding
    given = None if stated is None else stated.other_public_funding
    if of_lines is None or given is None or of_lines == given:
        return
    yield Problem(
        path=f"sources[{index}].other_public_funding",
        what=Label(
            fr=f"{given} EUR ici, mais {of_lines} EUR dans les coûts de l'année {year.number}",
            en=f"{given} EUR here, but {of_lines} EUR in the costs of year {year.number}",
        ),
        rule="decree-2007 art. 3 § 1 al. 3",
        remedy=Label(fr="indiquez le même montant, ou omettez-le ici", en="give the same amount, or leave it out here"),
    )


def _together(mixes: list[MixYear]) -> MixYear:
    amounts: dict[SourceName, Euro | None] = dict(mixes[0].amounts)
    for mix in mixes[1:]:
        for name, amount in mix.amounts:
            before = amounts[name]
            amounts[name] = None if before is None or amount is None else before + amount
    return MixYear(tuple(year for mix in mixes for year in mix.years), tuple(amounts.items()))


def _difference(earlier: Fraction | None, later: Fraction | None) -> Fraction | None:
    return None if earlier is None or later is None else later - earlier
