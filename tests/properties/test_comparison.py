"""What must always hold of comparisons: empty for equal inputs, exact, conserved, contained, and explained."""

import json

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from clusterlaw import Comparison, compare, explain
from clusterlaw.comparison import AmountDifference
from clusterlaw.comparison_interchange import comparison_document
from clusterlaw.dossier import Dossier
from clusterlaw.money import Euro
from clusterlaw.path import funding_path
from tests.properties.dossiers import chosen_readings, dossiers, horizons, recognition_days, settled_dossiers
from tests.properties.reforms import LAW, Reformed, reformed_laws
from tests.properties.stating import give_all, given_values, unstated

NOTHING = AmountDifference(Euro(0), Euro(0))


def laws(dossier: Dossier, horizon: int, law: Reformed) -> Comparison:
    before = funding_path(dossier, years=horizon)
    return compare(before, funding_path(dossier, years=horizon, regimes=law.regimes))


@given(dossier=dossiers(), horizon=horizons, law=st.one_of(st.just(LAW), reformed_laws()))
def test_equal_inputs_compare_empty(dossier: Dossier, horizon: int, law: Reformed) -> None:
    paths = [funding_path(dossier, years=horizon, regimes=law.regimes) for _ in range(2)]
    found = compare(*paths)
    assert found.years == ()
    assert (found.total_subsidy, found.total_own_share) == (NOTHING, NOTHING)
    assert comparison_document(found)["years"] == []


@given(dossier=settled_dossiers(), other=settled_dossiers(), horizon=horizons, law=reformed_laws())
def test_differences_sum_to_the_difference_of_totals(
    dossier: Dossier, other: Dossier, horizon: int, law: Reformed
) -> None:
    before = funding_path(dossier, years=horizon)
    after = funding_path(other, years=horizon, regimes=law.regimes)
    assume(before.total_subsidy is not None and after.total_subsidy is not None)
    found = compare(before, after)
    assert before.total_subsidy is not None
    assert after.total_subsidy is not None
    assert found.total_subsidy.exact == after.total_subsidy - before.total_subsidy
    shares = [sum(year.own_share.cents for year in path.years if year.own_share) for path in (before, after)]
    assert found.total_own_share is not None
    assert found.total_own_share.exact == Euro.from_cents(shares[1] - shares[0])


@given(dossier=dossiers(), horizon=horizons, law=reformed_laws())
def test_what_the_subsidy_gains_the_own_share_loses(dossier: Dossier, horizon: int, law: Reformed) -> None:
    for year in laws(dossier, horizon, law).years:
        assert "costs" not in year.parts
        if year.own_share is not None:
            gained, lost = year.subsidy, year.own_share
            assert [lost.at_least, lost.at_most] == [
                None if each is None else Euro(0) - each for each in (gained.at_most, gained.at_least)
            ]


@given(dossier=dossiers(), horizon=horizons, law=reformed_laws())
def test_the_other_way_round_is_the_opposite(dossier: Dossier, horizon: int, law: Reformed) -> None:
    forth = laws(dossier, horizon, law)
    back = compare(forth.after, forth.before)
    assert [(year.number, year.parts) for year in back.years] == [(year.number, year.parts) for year in forth.years]
    for one, other in zip(forth.years, back.years, strict=True):
        opposite = [
            None if each is None else Euro(0) - each for each in (other.subsidy.at_most, other.subsidy.at_least)
        ]
        assert [one.subsidy.at_least, one.subsidy.at_most] == opposite
        moved = [{(cause.rule.identifier, cause.moves) for cause in each.causes} for each in (one, other)]
        assert {part for _, parts in moved[0] for part in parts} == {part for _, parts in moved[1] for part in parts}


@given(dossier=dossiers(), horizon=horizons, law=reformed_laws(), data=st.data())
def test_bounds_contain_the_difference_once_everything_is_stated(
    dossier: Dossier, horizon: int, law: Reformed, data: st.DataObject
) -> None:
    before = laws(dossier, horizon, law)
    bounds = {year.number: year.subsidy for year in before.years}
    names = unstated(before.before)
    stated = give_all(dossier, data.draw(given_values(names)))
    after = laws(stated, horizon, law)
    for one, other in zip(after.before.years, after.after.years, strict=True):
        if one.subsidy is not None and other.subsidy is not None:
            found, bound = other.subsidy - one.subsidy, bounds.get(one.number, NOTHING)
            assert bound.at_least is None or bound.at_least <= found
            assert bound.at_most is None or found <= bound.at_most


@given(
    dossier=dossiers(),
    other=dossiers(),
    shared=st.booleans(),
    readings=chosen_readings(),
    day=recognition_days,
    horizon=st.integers(1, 9),
    law=st.one_of(st.just(LAW), reformed_laws()),
)
def test_every_difference_has_a_cause_and_words(
    dossier: Dossier,
    other: Dossier,
    shared: bool,
    readings: object,
    day: object,
    horizon: int,
    law: Reformed,
) -> None:
    """Two laws, two plans, two sets of readings, two days: each part of each year is traced to a step that differs."""
    if shared:
        other = evolve(dossier, assumptions=readings, years=other.years, renewals=())
        if day != dossier.recognised_on and horizon > 7:
            other = evolve(other, recognised_on=day)
    found = compare(funding_path(dossier, years=horizon), funding_path(other, years=horizon, regimes=law.regimes))
    for year in found.years:
        causes = year.causes
        assert {part for cause in causes for part in cause.moves} == set(year.parts)
        for cause in causes:
            for step in (cause.before, cause.after):
                assert step is None or step.replay() == step.result
            assert cause.before != cause.after or cause.rule.identifier == "costs.admitted"
            assert cause.citations_before or cause.citations_after
    for language in ("fr", "en"):
        text = explain(found, language=language)  # type: ignore[arg-type]
        assert "None" not in text
    document = comparison_document(found)
    assert json.loads(json.dumps(document)) == document
    assert "." not in json.dumps([year["subsidy_difference_cents"] for year in document["years"]])
