"""The rule of a year read backwards (inversion): costs for a subsidy, own means, activity, funding that moves nothing.

Exact and solved, never searched: `rules.inverse` undoes each operation of the year's text. Every answer holds *if the
subsidy is granted*, and its steps show that it does what is asked and that a cent less, or more, does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from attrs import evolve

from clusterlaw.amounts import Stages, ceiling_cents, reads_a_ceiling, stages
from clusterlaw.dossier import CostLine, Dossier, YearFacts
from clusterlaw.finding import Bound, Reason, Step
from clusterlaw.law import REGIMES
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, FundingYear, funding_path
from clusterlaw.regime import RateBand, Regime
from clusterlaw.rule import Rule
from clusterlaw.rules.costs import is_admitted
from clusterlaw.rules.inverse import (
    GREATEST_ACTIVITY,
    GREATEST_COSTS,
    GREATEST_SUBSIDY,
    LEAST_COSTS,
    least_costs,
    least_of,
)
from clusterlaw.sources import Citation, Source
from clusterlaw.standing import facts_path
from clusterlaw.steps import steps_of_operations, steps_without_amounts
from clusterlaw.values import frozen

Status = Literal["determined", "undetermined", "impossible", "refused"]

NOTHING = Euro(0)

# One way of stating what a year leaves open: the band of percentages, and the ceiling in cents (None: none at all).
Case = tuple[RateBand, int | None]


@frozen(kw_only=True)
class LeastCosts:
    """The least admitted costs that give at least a wanted subsidy in a year, if it is granted.

    `least` and `greatest` bound them over what is not stated (`greatest` None: nothing does, or they may not exist).
    `possible` is the greatest subsidy that any costs give (None: nothing bounds it).
    """

    year: FundingYear
    wanted: Euro
    status: Status
    least: Euro | None
    greatest: Euro | None
    possible: Euro | None
    missing: tuple[str, ...]

    @property
    def costs(self) -> Euro | None:
        """The costs; None where no costs give so much, where the subsidy is refused, or where facts are missing."""
        return self.least if self.status == "determined" else None

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons why the subsidy is certainly refused; () if it is not."""
        return self.year.reasons

    @property
    def steps(self) -> tuple[Step, ...]:
        """The year's steps, the rule read backwards, and the rule itself on the answer and on a cent less."""
        found = [*steps_without_amounts(self.year.within, self.year.number, self.year.bands)]
        if self.status == "refused":
            return tuple(found)
        wanted = self.wanted.cents
        answers = [(_inverted(LEAST_COSTS, self.year, case, wanted), case) for case in _cases(self.year)]
        for bound, answer, case in _extremes(answers):
            found.append(_step(LEAST_COSTS, self.year, case, (wanted,), answer, bound))
            if answer is None:
                found += _steps_of_greatest(self.year, case, bound)
            else:
                found += _steps_at(self.year, case, (answer, answer - 1), bound)
        return tuple(found)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The names of the assumptions that the answer rests on."""
        return _assumptions_of(self.steps)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that the answer rests on."""
        return _citations_of(self.steps)


@frozen(kw_only=True)
class GreatestActivity:
    """The largest activity that given own means can carry in a year, if the subsidy is granted.

    `own_means` pay what neither the subsidy nor `other_public_funding` pays of the admitted costs and of
    `other_costs`: those that are not admitted, among them those that other public programmes pay. `least` and
    `greatest` bound the admitted costs over what is not stated (`greatest` None: nothing bounds them). `short` is
    what the own means lack where they do not even pay the other costs.
    """

    year: FundingYear
    own_means: Euro
    other_costs: Euro
    other_public_funding: Euro
    status: Status
    least: Euro | None
    greatest: Euro | None
    short: Euro
    missing: tuple[str, ...]

    @property
    def admitted_costs(self) -> Euro | None:
        """The greatest admitted costs; None where nothing bounds them, where none are possible, or facts are missing.

        `status` tells these apart.
        """
        return self.greatest if self.status == "determined" else None

    @property
    def total_costs(self) -> Euro | None:
        """The admitted costs with the other costs."""
        return None if self.admitted_costs is None else self.admitted_costs + self.other_costs

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons why the subsidy is certainly refused, so that own means carry all costs; () if it is not."""
        return self.year.reasons

    @property
    def steps(self) -> tuple[Step, ...]:
        """The year's steps, the rule read backwards, and the rule itself on the answer and on a cent more."""
        found = [*steps_without_amounts(self.year.within, self.year.number, self.year.bands)]
        if self.status == "impossible" or self.reasons:
            return tuple(found)
        own = (self.own_means + self.other_public_funding - self.other_costs).cents
        answers = [(_inverted(GREATEST_ACTIVITY, self.year, case, own), case) for case in _cases(self.year)]
        for bound, answer, case in _extremes(answers):
            found.append(_step(GREATEST_ACTIVITY, self.year, case, (own,), answer, bound))
            if answer is not None:
                found += _steps_at(self.year, case, (answer, answer + 1), bound)
        return tuple(found)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The names of the assumptions that the answer rests on."""
        return _assumptions_of(self.steps)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that the answer rests on."""
        return _citations_of(self.steps)


@frozen(kw_only=True)
class NeutralFunding:
    """The range of costs that may be left out of a year, because other public programmes pay them, at equal subsidy.

    `left_out` is what is left out now, `at_least` and `at_most` the range (None where facts are missing). Where only
    the part that they pay is left out (`partial_other_funding`), these are the amounts of other public funding;
    under the reading `exclude_line`, the amounts of the lines that it touches.
    """

    year: FundingYear
    status: Status
    left_out: Euro | None
    at_least: Euro | None
    at_most: Euro | None
    missing: tuple[str, ...]

    @property
    def room(self) -> Euro | None:
        """How much more may be left out before the subsidy falls: the part of the costs above the ceiling."""
        return None if self.at_most is None or self.left_out is None else self.at_most - self.left_out

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons why the subsidy is certainly refused, whatever is left out; () if it is not."""
        return self.year.reasons

    @property
    def steps(self) -> tuple[Step, ...]:
        """The year's steps, the rule read backwards both ways, and the rule itself on the ends of the range."""
        found = [*self.year.steps]
        if self.status == "undetermined" or self.reasons:
            return tuple(found)
        subsidy = self.year.greatest_stages[-1] or 0
        for case in _cases(self.year):
            least, greatest = (_inverted(rule, self.year, case, subsidy) for rule in (LEAST_COSTS, GREATEST_COSTS))
            found.append(_step(LEAST_COSTS, self.year, case, (subsidy,), least, "exact"))
            found += _steps_at(self.year, case, (least or 0, (least or 0) - 1), "exact")
            found.append(_step(GREATEST_COSTS, self.year, case, (subsidy,), greatest, "exact"))
            if greatest is not None:
                found += _steps_at(self.year, case, (greatest, greatest + 1), "exact")
        return tuple(found)

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The names of the assumptions that the answer rests on."""
        return _assumptions_of(self.steps)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that the answer rests on."""
        return _citations_of(self.steps)


@frozen(kw_only=True)
class OwnMeans:
    """The own means that each year asks for at one level of activity: what neither public money nor the subsidy pays.

    `path` is the funding path of that activity; each of its years is a finding with its steps.
    """

    path: FundingPath

    @property
    def needed(self) -> tuple[Euro | None, ...]:
        """The own means needed in each year; None where the subsidy is undetermined."""
        return tuple(year.own_share for year in self.path.years)

    @property
    def bounds(self) -> tuple[tuple[Euro, Euro], ...]:
        """The least and the greatest own means that each year may need, over everything that is not stated."""
        return tuple(_own_share_bounds(year) for year in self.path.years)

    @property
    def total(self) -> Euro | None:
        """The sum over the years; None where one of them is undetermined."""
        known = [amount.cents for amount in self.needed if amount is not None]
        return Euro.from_cents(sum(known)) if len(known) == len(self.path.years) else None


Inversion = LeastCosts | GreatestActivity | NeutralFunding | OwnMeans


def costs_for_subsidy(year: FundingYear, *, subsidy: Euro) -> LeastCosts:
    """Return the least admitted costs that give at least a subsidy in a year, whatever its own costs are.

    Works under any text and any reform. Raises TypeError or ValueError for a wrong argument.
    """
    _require_year(year, "costs_for_subsidy")
    _require_amount(subsidy, "costs_for_subsidy: subsidy")
    cases = _cases(year)
    subsidies = [_greatest_subsidy(year, case) for case in cases]
    possible = (
        0 if year.reasons else (None if None in subsidies else max(each for each in subsidies if each is not None))
    )
    answers: list[int | None] = [_inverted(LEAST_COSTS, year, case, subsidy.cents) for case in cases]
    known = [answer for answer in answers if answer is not None]
    if subsidy.cents and year.doubts and known:
        answers.append(None)
    status: Status = "undetermined"
    if subsidy.cents and year.reasons:
        status, known = "refused", []
    elif not known:
        status = "impossible"
    elif len(set(answers)) == 1:
        status = "determined"
    return LeastCosts(
        year=year,
        wanted=subsidy,
        status=status,
        least=_euro(min(known, default=None)),
        greatest=None if not known or None in answers else _euro(max(known)),
        possible=_euro(possible),
        missing=_missing(year, answers) if status == "undetermined" else (),
    )


def activity_for_own_means(
    year: FundingYear, *, own_means: Euro, other_costs: Euro = NOTHING, other_public_funding: Euro = NOTHING
) -> GreatestActivity:
    """Return the largest activity that own means can carry in a year beside the subsidy, if it is granted.

    `other_costs` are costs that are not admitted, among them those that `other_public_funding` pays. Raises TypeError
    or ValueError for a wrong argument, such as other funding above the costs that it pays.
    """
    _require_year(year, "activity_for_own_means")
    given = {"own_means": own_means, "other_costs": other_costs, "other_public_funding": other_public_funding}
    for name, amount in given.items():
        _require_amount(amount, f"activity_for_own_means: {name}")
    if other_public_funding > other_costs:
        raise ValueError(
            f"activity_for_own_means: other_public_funding {other_public_funding} exceeds other_costs {other_costs}; "
            "count what other programmes pay among the costs that are not admitted (art. 3 § 1 al. 3)"
        )
    left = (own_means + other_public_funding - other_costs).cents
    answers: list[int | None] = []
    status: Status = "impossible"
    if left >= 0:
        if not year.reasons:
            answers = [_inverted(GREATEST_ACTIVITY, year, case, left) for case in _cases(year)]
        if year.reasons or year.doubts:
            answers.append(left)
        status = "determined" if len(set(answers)) == 1 else "undetermined"
    return GreatestActivity(
        year=year,
        own_means=own_means,
        other_costs=other_costs,
        other_public_funding=other_public_funding,
        status=status,
        least=_euro(least_of(answers)),
        greatest=None if not answers or None in answers else _euro(max(each for each in answers if each is not None)),
        short=Euro.from_cents(max(-left, 0)),
        missing=_missing(year, answers) if status == "undetermined" else (),
    )


def funding_that_moves_nothing(year: FundingYear) -> NeutralFunding:
    """Return the range of other public funding that leaves the subsidy of a year as it is: the part above the ceiling.

    The year's costs are stated; nothing but what other programmes pay of its admitted lines changes. Where readings
    of the seniority or the ceiling are open but give one subsidy, the range holds under all of them. Raises TypeError
    for anything but a year of a path.
    """
    _require_year(year, "funding_that_moves_nothing")
    admitted, missing = year.admitted_costs, _missing_of_range(year)
    if missing or admitted is None or year.costs is None:
        return NeutralFunding(
            year=year, status="undetermined", left_out=None, at_least=None, at_most=None, missing=missing
        )
    lines = [line for line in year.costs if is_admitted(line=line, admission=year.regime.admission)]
    gross = sum(line.amount.cents for line in lines)
    at_least, at_most = 0, gross
    if not year.reasons:
        subsidy = year.greatest_stages[-1] or 0
        for case in _cases(year):
            least, greatest = (_inverted(rule, year, case, subsidy) for rule in (LEAST_COSTS, GREATEST_COSTS))
            at_most = min(at_most, gross - (least or 0))
            at_least = max(at_least, 0 if greatest is None else gross - greatest)
    return NeutralFunding(
        year=year,
        status="determined",
        left_out=Euro.from_cents(gross - admitted.cents),
        at_least=Euro.from_cents(at_least),
        at_most=Euro.from_cents(at_most),
        missing=(),
    )


def own_means(
    dossier: Dossier, *, activity: tuple[CostLine, ...], years: int = 9, regimes: tuple[Regime, ...] = REGIMES
) -> OwnMeans:
    """Return the own means needed each year to keep a level of activity: the same lines of costs every year.

    What other public programmes pay stands in the lines. Raises TypeError or ValueError for a wrong argument,
    FactError where the dossier's dates contradict the law.
    """
    if type(dossier) is not Dossier:
        raise TypeError(f"own_means: dossier is a {type(dossier).__name__}; give a clusterlaw.Dossier")
    repeated = (YearFacts(costs=activity),) * (years if type(years) is int else 0)
    return OwnMeans(path=funding_path(evolve(dossier, years=repeated), years=years, regimes=regimes))


def ceiling_of(year: FundingYear) -> int | None:
    """Return the ceiling of a year, in cents; None: not stated. 0 where no operation of its text reads it."""
    return ceiling_cents(year.within, year.number)


def _require_year(year: Any, where: str) -> None:
    if type(year) is not FundingYear:
        raise TypeError(f"{where}: year is a {type(year).__name__}; give a year of funding_path")


def _require_amount(amount: Any, where: str) -> None:
    if type(amount) is not Euro:
        raise TypeError(f"{where} is {amount!r}, a {type(amount).__name__}; give a Euro")
    if amount.cents < 0:
        raise ValueError(f"{where} is {amount}; give 0 or more")


def _cases(year: FundingYear) -> tuple[Case, ...]:
    """Return the ends of what a year leaves open: each possible band, with the ceiling or, unstated, none and 0."""
    ceiling = ceiling_of(year)
    ceilings = (0, None) if ceiling is None else (ceiling,)
    return tuple((band, each) for band in year.bands for each in ceilings)


def _arguments(year: FundingYear, case: Case) -> tuple[Any, ...]:
    return (year.regime.operations.value, *case, year.within.dossier.assumptions.rounding)


def _inverted(rule: Rule, year: FundingYear, case: Case, cents: int) -> int | None:
    found: int | None = rule.function(**dict(zip(rule.parameters, (cents, *_arguments(year, case)), strict=True)))
    return found


def _greatest_subsidy(year: FundingYear, case: Case) -> int | None:
    parameters = GREATEST_SUBSIDY.parameters
    found: int | None = GREATEST_SUBSIDY.function(**dict(zip(parameters, _arguments(year, case), strict=True)))
    return found


def _extremes(answers: list[tuple[int | None, Case]]) -> Iterable[tuple[Bound, int | None, Case]]:
    """Return the answers to show: the one that all cases give, or the least and the greatest (None beyond all)."""
    ordered = sorted(answers, key=lambda each: (each[0] is None, each[0] or 0))
    (first, first_case), (last, last_case) = ordered[0], ordered[-1]
    if first == last:
        return [("exact", first, first_case)]
    return [("least", first, first_case), ("greatest", last, last_case)]


def _step(rule: Rule, year: FundingYear, case: Case, given: tuple[int, ...], answer: int | None, bound: Bound) -> Step:
    regime, (band, _) = year.regime, case
    grounds: list[Source | str] = [regime.operations]
    if "apply_percentage" in regime.operations.value:
        grounds.append(band)
    if reads_a_ceiling(regime):
        grounds.append(regime.ceiling)
    arguments = (*given, *_arguments(year, case))
    other = "down" if arguments[-1] == "half_up" else "half_up"
    inputs = dict(zip(rule.parameters, arguments, strict=True))
    if rule.function(**{**inputs, "rounding": other}) != answer:
        grounds.append("rounding")
    return Step(rule, arguments, answer, tuple(grounds), bound)


def _steps_at(year: FundingYear, case: Case, costs: tuple[int, int], bound: Bound) -> tuple[Step, ...]:
    """Return the rule on the answer and on its neighbour; none below 0."""
    band, ceiling = case
    found: list[Step] = []
    for cents in costs:
        if cents >= 0:
            at: Stages = stages(year.within, cents, band, ceiling)
            found += steps_of_operations(year.within, at, band, ceiling, bound)
    return tuple(found)


def _steps_of_greatest(year: FundingYear, case: Case, bound: Bound) -> list[Step]:
    """Return what the greatest subsidy is, and the rule on the least costs that give it and beyond the ceiling."""
    most = _greatest_subsidy(year, case)
    found = [_step(GREATEST_SUBSIDY, year, case, (), most, bound)]
    reaching = least_costs(
        wanted_cents=most or 0,
        operations=year.regime.operations.value,
        band=case[0],
        ceiling_cents=case[1],
        rounding=year.within.dossier.assumptions.rounding,
    )
    beyond = max(reaching or 0, case[1] or 0) + 1
    found += _steps_at(year, case, (reaching or 0, beyond), bound)
    return found


def _missing(year: FundingYear, answers: list[int | None]) -> tuple[str, ...]:
    """Return the names of what would settle an answer: what is in doubt, the ceiling, the reading of seniority."""
    by_case = dict(zip(_cases(year), answers, strict=False))
    names = [*year.doubts]
    if any(len({by_case[case] for case in by_case if case[0] == band}) > 1 for band in year.bands):
        names.append(f"{facts_path(year.within.period)}.subsidy_ceiling_cents")
    if any(len({by_case[case] for case in by_case if case[1] == ceiling}) > 1 for _, ceiling in by_case):
        names.append(f"assumptions.{year.regime.seniority.assumption}")
    return tuple(names)


def _missing_of_range(year: FundingYear) -> tuple[str, ...]:
    """Return what would settle the range: what would settle the subsidy, and the lines that may be admitted."""
    if year.costs is None:
        return tuple(dict.fromkeys((*year.missing, f"years[{year.number - 1}].costs")))
    admission = year.regime.admission
    open_lines = [
        f"years[{year.number - 1}].costs[{index}].admissible"
        for index, line in enumerate(year.costs)
        if is_admitted(line=line, admission=admission) is None
    ]
    return tuple(dict.fromkeys((*year.missing, *open_lines)))


def _own_share_bounds(year: FundingYear) -> tuple[Euro, Euro]:
    total, other, most = year.total_costs, year.other_public_funding, year.subsidy_at_most
    left = (total or NOTHING) - (other or NOTHING)
    # Costs that are stated bound the subsidy, whatever the ceiling: a percentage of them.
    return left - (most or NOTHING), left - year.subsidy_at_least


def _assumptions_of(steps: tuple[Step, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for step in steps for name in step.assumptions))


def _citations_of(steps: tuple[Step, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(citation for step in steps for citation in step.citations))


def _euro(cents: int | None) -> Euro | None:
    return None if cents is None else Euro.from_cents(cents)
