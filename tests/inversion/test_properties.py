"""What must always hold of the rule read backwards: the answer does what is asked; a cent less, or more, does not."""

from typing import Any, get_args

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from clusterlaw.dossier import Dossier
from clusterlaw.inversion import (
    activity_for_own_means,
    costs_for_subsidy,
    funding_that_moves_nothing,
    own_means,
)
from clusterlaw.law import REGIMES
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import FundingYear, funding_path
from clusterlaw.regime import Operation, Regime
from clusterlaw.rules.inverse import greatest_activity, greatest_costs, greatest_subsidy, least_costs
from clusterlaw.rules.subsidy import capped, percentage_of
from tests.properties.dossiers import HORIZON, dossiers, settled_dossiers
from tests.properties.stating import a_line, give_costs

roundings = st.sampled_from(("half_up", "down"))
percentages = st.one_of(
    st.sampled_from(("0", "100", "50", "80", "90", "75", "60", "33.33", "0.01", "99.999", "66.6666667")),
    st.integers(0, 100).map(str),
    st.tuples(st.integers(0, 99), st.integers(0, 10**6)).map(lambda each: f"{each[0]}.{each[1]:06}"),
).map(Percentage)
ceilings = st.one_of(st.none(), st.sampled_from((0, 1, 16_000_000)), st.integers(0, 20_000_000))
amounts = st.one_of(st.integers(0, 300), st.integers(0, 30_000_000))


@st.composite
def any_rule(draw: st.DrawFn, *, once: bool = False) -> dict[str, Any]:
    """Operations in any order and number, a percentage, a ceiling, a rounding."""
    operations = draw(st.lists(st.sampled_from(get_args(Operation)), max_size=4).map(tuple))
    assume(not once or operations.count("apply_percentage") <= 1)
    band = attrs.evolve(REGIME_2007.rates[0], percentage=draw(percentages))
    return {"operations": operations, "band": band, "ceiling_cents": draw(ceilings), "rounding": draw(roundings)}


def subsidy(cents: int, rule: dict[str, Any]) -> int:
    found: int | None = cents
    for operation in rule["operations"]:
        if operation == "apply_percentage":
            found = percentage_of(cents=found, band=rule["band"], rounding=rule["rounding"])
        else:
            found = capped(cents=found, ceiling_cents=rule["ceiling_cents"])
    assert found is not None
    return found


@given(rule=any_rule(), wanted=amounts)
def test_least_costs_to_the_cent(rule: dict[str, Any], wanted: int) -> None:
    costs = least_costs(wanted_cents=wanted, **rule)
    most = greatest_subsidy(**rule)
    assert (costs is None) == (most is not None and most < wanted)
    if costs is not None:
        assert subsidy(costs, rule) >= wanted
        assert costs == 0 or subsidy(costs - 1, rule) < wanted


@given(rule=any_rule(), wanted=amounts)
def test_greatest_costs_to_the_cent(rule: dict[str, Any], wanted: int) -> None:
    costs = greatest_costs(wanted_cents=wanted, **rule)
    most = greatest_subsidy(**rule)
    assert (costs is None) == (most is not None and most <= wanted)
    if costs is not None:
        assert subsidy(costs, rule) <= wanted < subsidy(costs + 1, rule)


@given(rule=any_rule(once=True), own=amounts)
def test_greatest_activity_to_the_cent(rule: dict[str, Any], own: int) -> None:
    costs = greatest_activity(own_cents=own, **rule)
    if costs is None:
        far = 10**15
        assert far - subsidy(far, rule) <= own
    else:
        assert costs - subsidy(costs, rule) <= own < costs + 1 - subsidy(costs + 1, rule)


@given(rule=any_rule())
def test_the_greatest_subsidy_is_reached_and_never_exceeded(rule: dict[str, Any]) -> None:
    most = greatest_subsidy(**rule)
    if most is not None:
        reaching = least_costs(wanted_cents=most, **rule)
        assert reaching is not None
        assert subsidy(reaching, rule) == most == subsidy(10**18, rule)


@given(rule=any_rule(once=True), one=amounts, more=amounts)
def test_monotone(rule: dict[str, Any], one: int, more: int) -> None:
    """More wanted never takes less costs; more own means never carry less."""
    first, second = (least_costs(wanted_cents=cents, **rule) for cents in (one, one + more))
    assert second is None or (first is not None and first <= second)
    low, high = (greatest_activity(own_cents=cents, **rule) for cents in (one, one + more))
    assert high is None or (low is not None and low <= high)


@st.composite
def reforms(draw: st.DrawFn) -> tuple[Regime, ...]:
    """The versions of the law, each changed in its percentages, its ceiling and its operations, or not at all."""
    orders = (
        ("cap_costs", "apply_percentage"),
        ("apply_percentage", "cap_subsidy"),
        ("cap_costs", "apply_percentage", "cap_subsidy"),
        ("apply_percentage",),
        ("cap_costs",),
        (),
    )
    found = []
    for regime in REGIMES:
        if draw(st.booleans()):
            found.append(regime)
            continue
        ceiling = draw(st.one_of(st.just(regime.ceiling.amount), st.integers(0, 20_000_000).map(Euro.from_cents)))
        order: Any = draw(st.sampled_from(orders))
        found.append(
            attrs.evolve(
                regime,
                rates=tuple(attrs.evolve(band, percentage=draw(percentages)) for band in regime.rates),
                ceiling=attrs.evolve(regime.ceiling, amount=ceiling),
                operations=attrs.evolve(regime.operations, value=order),
            )
        )
    return tuple(found)


def at(dossier: Dossier, place: int, cents: int, regimes: tuple[Regime, ...]) -> FundingYear:
    stated = give_costs(dossier, place, (a_line(cents),))
    return funding_path(stated, years=place + 1, regimes=regimes).years[place]


def cents_of(amount: Euro | None) -> int:
    assert amount is not None
    return amount.cents


@given(dossier=settled_dossiers(), place=st.integers(0, HORIZON - 1), regimes=reforms(), wanted=amounts, own=amounts)
def test_the_answer_satisfies_through_the_path_and_its_neighbour_does_not(
    dossier: Dossier, place: int, regimes: tuple[Regime, ...], wanted: int, own: int
) -> None:
    year = funding_path(dossier, years=place + 1, regimes=regimes).years[place]
    found = costs_for_subsidy(year, subsidy=Euro.from_cents(wanted))
    assert found.status in {"determined", "impossible"}
    if found.costs is None:
        assert cents_of(found.possible) < wanted
        assert cents_of(at(dossier, place, 10**15, regimes).subsidy) <= cents_of(found.possible)
    elif found.costs.cents <= 10**15:
        assert cents_of(at(dossier, place, found.costs.cents, regimes).subsidy) >= wanted
        if found.costs.cents:
            assert cents_of(at(dossier, place, found.costs.cents - 1, regimes).subsidy) < wanted
    activity = activity_for_own_means(year, own_means=Euro.from_cents(own))
    if activity.admitted_costs is not None and activity.admitted_costs.cents < 10**15:
        assert cents_of(at(dossier, place, activity.admitted_costs.cents, regimes).own_share) <= own
        assert cents_of(at(dossier, place, activity.admitted_costs.cents + 1, regimes).own_share) > own
    for each in (found, activity):
        assert all(step.replay() == step.result for step in each.steps)


@given(dossier=settled_dossiers(), place=st.integers(0, HORIZON - 1), regimes=reforms(), gross=amounts, data=st.data())
def test_the_range_of_funding_that_moves_nothing(
    dossier: Dossier, place: int, regimes: tuple[Regime, ...], gross: int, data: st.DataObject
) -> None:
    def with_funding(other: int) -> FundingYear:
        line = attrs.evolve(a_line(gross), other_public_funding=Euro.from_cents(other))
        dossier_of_part = attrs.evolve(
            dossier, assumptions=attrs.evolve(dossier.assumptions, partial_other_funding="exclude_part")
        )
        stated = give_costs(dossier_of_part, place, (line,))
        return funding_path(stated, years=place + 1, regimes=regimes).years[place]

    other = data.draw(st.integers(0, gross))
    year = with_funding(other)
    found = funding_that_moves_nothing(year)
    low, high = cents_of(found.at_least), cents_of(found.at_most)
    assert 0 <= low <= other == cents_of(found.left_out) <= high <= gross
    assert with_funding(low).subsidy == year.subsidy == with_funding(high).subsidy
    if low:
        assert with_funding(low - 1).subsidy != year.subsidy
    if high < gross:
        assert with_funding(high + 1).subsidy != year.subsidy
    assert all(step.replay() == step.result for step in found.steps)


@given(dossier=dossiers(), place=st.integers(0, HORIZON - 1), wanted=amounts, own=amounts)
def test_bounds_hold_and_what_is_missing_is_named(dossier: Dossier, place: int, wanted: int, own: int) -> None:
    """Undetermined exactly where something is missing; the least never exceeds the greatest."""
    year = funding_path(dossier, years=place + 1).years[place]
    for found in (
        costs_for_subsidy(year, subsidy=Euro.from_cents(wanted)),
        activity_for_own_means(year, own_means=Euro.from_cents(own)),
    ):
        assert (found.status == "undetermined") == bool(found.missing)
        if found.least is not None and found.greatest is not None:
            assert found.least <= found.greatest
        assert all(step.replay() == step.result for step in found.steps)
    neutral = funding_that_moves_nothing(year)
    assert (neutral.status == "undetermined") == bool(neutral.missing)


@given(dossier=dossiers(), cents=amounts, years=st.integers(1, HORIZON))
def test_own_means_and_public_money_pay_the_activity(dossier: Dossier, cents: int, years: int) -> None:
    found = own_means(dossier, activity=(a_line(cents),), years=years)
    for needed, (least, most), year in zip(found.needed, found.bounds, found.path.years, strict=True):
        assert 0 <= least.cents <= most.cents <= cents
        if needed is None:
            assert least < most
        else:
            assert least == needed == most
            assert needed.cents + cents_of(year.subsidy) == cents
