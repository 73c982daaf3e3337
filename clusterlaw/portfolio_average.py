"""Whether an average that the Region paid is possible under the rule, and under which mix of ages and costs.

The evaluation of 2011 gives an average of EUR 1,400,743 a year over 2008-2010 (box of figures, § 1). How many clusters
were supported in each year, how old they were, and whether other grants are in the average is not known: all of that
is an argument, and an answer holds for what it was given only.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Literal

from attrs import field

from clusterlaw.checks import instance_of, legal_amount
from clusterlaw.finding import Step
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro, RoundingName, rounded
from clusterlaw.regime import RateBand, Regime
from clusterlaw.rules.inverse import GREATEST_SUBSIDY, LEAST_COSTS, greatest_subsidy, least_costs
from clusterlaw.rules.subsidy import rate_of_year
from clusterlaw.sources import Source
from clusterlaw.values import frozen


def _ranks(instance: Any, attribute: Any, value: Any) -> None:
    if type(value) is not tuple or any(each is not None and (type(each) is not int or each < 1) for each in value):
        raise TypeError(
            f"SupportedYear.{attribute.name}: {value!r}; give a tuple with the rank of each cluster's year, from 1, or "
            "None where its age is not known"
        )


@frozen(kw_only=True)
class SupportedYear:
    """The clusters that were supported in a year: the rank of the subsidy year of each (None: its age is not known).

    `other_grants_at_least` and `other_grants_at_most` bound what else the average may hold of that year.
    """

    year: int = field(validator=instance_of(int))
    ranks: tuple[int | None, ...] = field(validator=_ranks)
    other_grants_at_least: Euro = field(default=Euro(0), validator=legal_amount)
    other_grants_at_most: Euro = field(default=Euro(0), validator=legal_amount)

    def __attrs_post_init__(self) -> None:
        if self.other_grants_at_least > self.other_grants_at_most:
            raise ValueError(
                f"SupportedYear: other grants from {self.other_grants_at_least} to {self.other_grants_at_most}; "
                "give the lower bound first"
            )


@frozen(kw_only=True)
class MixEntry:
    """One cluster in one year of a mix: its percentage, and the costs that give its subsidy."""

    year: int
    rank: int | None
    band: RateBand
    admitted_costs: Euro
    subsidy: Euro


@frozen(kw_only=True)
class AverageFinding:
    """Whether an average is possible: the bounds of the sum over the years, and a mix in cents that gives it exactly.

    `greatest` None: nothing bounds the sum. `mix` is one of many: every cluster uses the same proportion of the most
    that it may have; `other_grants` is what the mix leaves to other grants.
    """

    average: Euro
    supported: tuple[SupportedYear, ...]
    least: Euro
    greatest: Euro | None
    mix: tuple[MixEntry, ...]
    other_grants: Euro | None
    steps: tuple[Step, ...] = field(repr=False)

    @property
    def total(self) -> Euro:
        """The sum over the years that the average stands for."""
        return Euro.from_cents(self.average.cents * len(self.supported))

    @property
    def possible(self) -> bool:
        """Whether the sum lies within its bounds."""
        return self.other_grants is not None

    @property
    def bounds_of_the_average(self) -> tuple[Fraction, Fraction | None]:
        """The least and the greatest average, exact fractions of a euro."""
        cents = 100 * len(self.supported)
        greatest = None if self.greatest is None else Fraction(self.greatest.cents, cents)
        return Fraction(self.least.cents, cents), greatest


def average_under(
    average: Euro,
    *,
    supported: tuple[SupportedYear, ...],
    regime: Regime = REGIME_2007,
    rounding: RoundingName = "half_up",
) -> AverageFinding:
    """Return whether an average a year is possible for the clusters that were supported, and one mix that gives it.

    The average is taken as exact: times the number of years, it is the sum. Raises TypeError or ValueError for a
    wrong argument, among them a text of which the Government sets the ceiling.
    """
    _require_average(average)
    if type(supported) is not tuple or not supported or any(type(each) is not SupportedYear for each in supported):
        raise TypeError(f"average_under: supported is {supported!r}; give a tuple of at least one SupportedYear")
    entries = [(each.year, rank) for each in supported for rank in each.ranks]
    bands = [_band(rank, regime, rounding) for _, rank in entries]
    most = [_most(band, regime, rounding) for band in bands]
    total, everything = average.cents * len(supported), sum(most)
    grants_least, grants_most = (
        sum(getattr(each, f"other_grants_at_{bound}").cents for each in supported) for bound in ("least", "most")
    )
    grants = max(grants_least, total - everything)
    possible = grants <= grants_most and grants_least <= total
    targets = _proportional(total - grants, most) if possible else []
    shown = list(zip(entries, bands, targets, strict=False))
    costs = [_costs(target, band, regime, rounding) for _, band, target in shown]
    steps = [_step_of_most(band, regime, rounding) for band in dict.fromkeys(bands)]
    steps += [_step_of_costs(*case, regime, rounding) for case in dict.fromkeys((each[2], each[1]) for each in shown)]
    return AverageFinding(
        average=average,
        supported=supported,
        least=Euro.from_cents(grants_least),
        greatest=Euro.from_cents(grants_most + everything),
        mix=tuple(
            MixEntry(
                year=year,
                rank=rank,
                band=band,
                admitted_costs=Euro.from_cents(cost),
                subsidy=Euro.from_cents(target),
            )
            for ((year, rank), band, target), cost in zip(shown, costs, strict=True)
        ),
        other_grants=Euro.from_cents(grants) if possible else None,
        steps=tuple(steps),
    )


@frozen(kw_only=True)
class FewestClusters:
    """The fewest clusters at one percentage whose greatest subsidies reach an average; None: no number does."""

    band: RateBand
    greatest_subsidy: Euro
    clusters: int | None


def fewest_clusters(
    average: Euro, *, regime: Regime = REGIME_2007, rounding: RoundingName = "half_up"
) -> tuple[FewestClusters, ...]:
    """Return, for each percentage of a text, how many clusters it takes at the least to reach an average a year."""
    _require_average(average)
    found = []
    for band in regime.rates:
        most = _most(band, regime, rounding)
        clusters = -(-average.cents // most) if most else None
        found.append(FewestClusters(band=band, greatest_subsidy=Euro.from_cents(most), clusters=clusters))
    return tuple(found)


def mixes_of_ages(
    average: Euro, *, clusters: int, regime: Regime = REGIME_2007, rounding: RoundingName = "half_up"
) -> tuple[tuple[int, ...], ...]:
    """Return every way to spread clusters over the percentages of a text whose greatest subsidies reach an average.

    Each way is the number of clusters at each percentage, in the order of the text; any average up to the greatest
    is then possible, at lower costs. Raises ValueError for a negative number of clusters.
    """
    _require_average(average)
    if type(clusters) is not int or clusters < 0:
        raise ValueError(f"mixes_of_ages: clusters is {clusters!r}; give a whole number, 0 or more")
    most = [_most(band, regime, rounding) for band in regime.rates]
    return tuple(
        counts
        for counts in _spread(clusters, len(most))
        if sum(count * cents for count, cents in zip(counts, most, strict=True)) >= average.cents
    )


def _require_average(average: Any) -> None:
    if type(average) is not Euro:
        raise TypeError(f"average: {average!r} is a {type(average).__name__}; give a Euro")
    if average.cents < 0:
        raise ValueError(f"average: {average} is negative; give 0 or more")


def _spread(count: int, places: int) -> Iterator[tuple[int, ...]]:
    if places == 1:
        yield (count,)
        return
    for first in range(count, -1, -1):
        for rest in _spread(count - first, places - 1):
            yield (first, *rest)


def _band(rank: int | None, regime: Regime, rounding: RoundingName) -> RateBand:
    """Return the band of a rank; where the age is not known, the one that allows most."""
    if rank is None:
        return max(regime.rates, key=lambda band: _most(band, regime, rounding))
    reading: Literal["counts_from_first_recognition"] = "counts_from_first_recognition"
    return rate_of_year(year=rank, prior_years=0, years_under_earlier_texts=0, reading=reading, rates=regime.rates)


def _rule(band: RateBand, regime: Regime, rounding: RoundingName) -> dict[str, Any]:
    amount = regime.ceiling.amount
    if regime.ceiling.by_year is not None:
        raise ValueError(
            f"average: the ceiling of the {regime.label.en} moves with the year; give a text in which it stays the same"
        )
    return {
        "operations": regime.operations.value,
        "band": band,
        "ceiling_cents": None if amount is None else amount.cents,
        "rounding": rounding,
    }


def _most(band: RateBand, regime: Regime, rounding: RoundingName) -> int:
    most = greatest_subsidy(**_rule(band, regime, rounding))
    if most is None:
        raise ValueError(
            f"average: nothing bounds the subsidy under the {regime.label.en}; give a text with a ceiling in it"
        )
    return most


def _costs(subsidy: int, band: RateBand, regime: Regime, rounding: RoundingName) -> int:
    return least_costs(wanted_cents=subsidy, **_rule(band, regime, rounding)) or 0


def _proportional(total: int, most: list[int]) -> list[int]:
    """Share an amount out in proportion to the greatest subsidies, by rounding what is reached; exact in sum."""
    everything, reached, before, found = sum(most), 0, 0, []
    for cents in most:
        reached += cents
        through = rounded(numerator=total * reached, denominator=everything or 1, rounding="half_up")
        found.append(through - before)
        before = through
    return found


def _step_of_most(band: RateBand, regime: Regime, rounding: RoundingName) -> Step:
    rule = _rule(band, regime, rounding)
    grounds: tuple[Source | str, ...] = (regime.operations, band, regime.ceiling, *regime.ceiling.assumptions)
    return Step(GREATEST_SUBSIDY, tuple(rule.values()), greatest_subsidy(**rule), grounds, "greatest")


def _step_of_costs(subsidy: int, band: RateBand, regime: Regime, rounding: RoundingName) -> Step:
    rule = _rule(band, regime, rounding)
    costs = {each: least_costs(wanted_cents=subsidy, **{**rule, "rounding": each}) for each in ("half_up", "down")}
    grounds = (regime.operations, band, regime.ceiling)
    assumed = ("rounding",) if len(set(costs.values())) > 1 else ()
    return Step(LEAST_COSTS, (subsidy, *rule.values()), costs[rounding], (*grounds, *assumed))
