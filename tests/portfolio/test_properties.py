"""What must always hold of a portfolio: nothing is lost between years, and it is the sum of its clusters."""

from datetime import date
from fractions import Fraction

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from clusterlaw.dossier import Dossier
from clusterlaw.money import Euro
from clusterlaw.path import LONGEST
from clusterlaw.portfolio import Portfolio, PortfolioCluster, portfolio_of
from clusterlaw.rules.calendar_years import calendar_shares
from clusterlaw.rules.costs import Bounds
from tests.properties.dossiers import cents, dossiers, settled_dossiers

spans = st.tuples(st.integers(2007, 2040), st.integers(0, 12)).map(lambda each: (each[0], each[0] + each[1]))
clusters = st.builds(PortfolioCluster, dossiers(), st.one_of(st.none(), st.integers(1, 4)))
several = st.lists(clusters, max_size=3)


def add(*bounds: Bounds) -> Bounds:
    highs = [high for _, high in bounds if high is not None]
    return sum(low for low, _ in bounds), sum(highs) if len(highs) == len(bounds) else None


def of_calendar(found: Portfolio) -> list[Bounds]:
    return [
        (year.at_least.cents, None if year.at_most is None else year.at_most.cents) for year in found.calendar_years
    ]


@given(amount=cents, starts_on=st.dates(date(2007, 7, 1), date(2199, 1, 1)), days=st.integers(1, 3000))
def test_shares_sum_to_the_amount_and_grow_with_it(amount: int, starts_on: date, days: int) -> None:
    ends_before = date.fromordinal(starts_on.toordinal() + days)
    shares = calendar_shares(cents=amount, starts_on=starts_on, ends_before=ends_before)
    more = calendar_shares(cents=amount + 1, starts_on=starts_on, ends_before=ends_before)
    assert sum(part for _, part in shares) == amount
    for (_, part), (_, larger) in zip(shares, more, strict=True):
        assert part >= 0
        assert abs(larger - part) <= 1 or len(shares) > 2
    if len(shares) <= 2:  # a subsidy year touches two calendar years at the most
        assert all(part <= larger for (_, part), (_, larger) in zip(shares, more, strict=True))


@given(several=several, span=spans)
def test_calendar_years_sum_to_subsidy_years(several: list[PortfolioCluster], span: tuple[int, int]) -> None:
    found = portfolio_of(several, first_year=span[0], last_year=span[1])
    by_calendar = add(found.before, *of_calendar(found), found.after)
    by_subsidy = add(*(part.bounds for part in found.years))
    assert by_calendar == by_subsidy
    totals = [
        (year.at_least.cents, None if year.at_most is None else year.at_most.cents) for year in found.subsidy_years
    ]
    assert add(*totals) == by_subsidy


@given(several=several, span=spans, data=st.data())
def test_a_portfolio_is_the_sum_of_its_clusters_in_any_order(
    several: list[PortfolioCluster], span: tuple[int, int], data: st.DataObject
) -> None:
    whole = of_calendar(portfolio_of(several, first_year=span[0], last_year=span[1]))
    mixed = data.draw(st.permutations(several))
    assert of_calendar(portfolio_of(mixed, first_year=span[0], last_year=span[1])) == whole
    singles = [of_calendar(portfolio_of([each], first_year=span[0], last_year=span[1])) for each in several]
    assert [add(*(single[index] for single in singles)) for index in range(len(whole))] == whole


@given(several=several, span=spans)
def test_parts_make_the_sums(several: list[PortfolioCluster], span: tuple[int, int]) -> None:
    found = portfolio_of(several, first_year=span[0], last_year=span[1])
    for year in found.calendar_years:
        by_percentage = add(*(bounds for _, bounds in year.by_percentage))
        assert by_percentage == (year.at_least.cents, None if year.at_most is None else year.at_most.cents)
    for phases in found.phases:
        starting = sum(1 for part in found.years if part.year.starts_on.year == phases.calendar_year)
        assert sum(count for _, count in phases.counts) + phases.refused == starting
        shares = [each.fraction for each, _ in phases.counts if each is not None]
        assert shares == sorted(shares, reverse=True)


@given(dossier=dossiers(), span=spans, extra=st.integers(0, 5))
def test_a_later_last_year_never_changes_earlier_ones(dossier: Dossier, span: tuple[int, int], extra: int) -> None:
    last = min(span[1] + extra, dossier.recognised_on.year + LONGEST - 1)
    if last >= span[1]:
        short = portfolio_of([dossier], first_year=span[0], last_year=span[1])
        long = portfolio_of([dossier], first_year=span[0], last_year=last)
        assert of_calendar(long)[: len(short.calendar_years)] == of_calendar(short)


@given(several=several, span=spans, budget=st.integers(0, 10**8).map(Euro.from_cents))
def test_budgets(several: list[PortfolioCluster], span: tuple[int, int], budget: Euro) -> None:
    found = portfolio_of(several, first_year=span[0], last_year=span[1])
    for year in found.against(budget):
        assert (year.exceeds is True) == (year.excess_at_least > Euro(0))
        assert (year.exceeds is False) == (year.excess_at_most == Euro(0))


@settings(max_examples=25)
@given(dossier=settled_dossiers(), span=spans, low=st.integers(0, 20), more=st.integers(0, 20))
def test_more_costs_never_give_less(dossier: Dossier, span: tuple[int, int], low: int, more: int) -> None:
    """Within one percentage of other funding, costs that grow by a factor never lower what the Region pays."""
    bare = attrs.evolve(dossier, assumptions=attrs.evolve(dossier.assumptions, partial_other_funding="exclude_part"))
    years = tuple(
        attrs.evolve(year, costs=tuple(attrs.evolve(line, other_public_funding=Euro(0)) for line in year.costs or ()))
        for year in bare.years
    )
    small = tuple(
        attrs.evolve(
            year,
            costs=tuple(
                attrs.evolve(line, amount=Euro.from_cents(line.amount.cents % 10**11)) for line in year.costs or ()
            ),
        )
        for year in years
    )
    found = portfolio_of([attrs.evolve(bare, years=small)], first_year=span[0], last_year=span[1])
    lower, higher = (found.times(Fraction(factor, 10)) for factor in (low, low + more))
    for before, after in zip(of_calendar(lower), of_calendar(higher), strict=True):
        assert before[0] <= after[0]
        assert found.times(1) == found
