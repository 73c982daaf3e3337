"""What must always hold of what is not stated: bounds, and the facts that are named as missing."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from clusterlaw.assumptions import readings_of
from clusterlaw.dossier import Dossier
from clusterlaw.path import FundingPath, FundingYear, funding_path
from tests.properties.dossiers import dossiers, horizons, lists_of_costs
from tests.properties.stating import (
    OPEN_QUESTION,
    a_line,
    best,
    bounds,
    contains,
    give,
    give_all,
    given_values,
    place_of,
    unstated,
    values,
    worst,
)

READINGS = readings_of("seniority_after_2024")


def draw_missing(path: FundingPath, data: st.DataObject) -> FundingYear:
    """Draw a year that is undetermined for want of a fact."""
    years = [year for year in path.years if set(year.missing) - {OPEN_QUESTION}]
    assume(years)
    return data.draw(st.sampled_from(years))


@given(dossier=dossiers(), horizon=horizons)
def test_status_says_whether_the_bounds_agree(dossier: Dossier, horizon: int) -> None:
    """Arts 1 to 3: determined exactly when the bounds agree, undetermined with something missing, else refused."""
    for year in funding_path(dossier, years=horizon).years:
        least, greatest = bounds(year)
        assert greatest is None or least <= greatest
        if year.status == "refused":
            assert year.reasons
            assert (least, greatest) == (0, 0)
        else:
            assert not year.reasons
            assert (year.status == "determined") == (least == greatest)
        assert bool(year.missing) == (year.status == "undetermined")
        assert (year.subsidy is None) == (year.status == "undetermined")


@given(dossier=dossiers(), horizon=horizons, data=st.data())
def test_bounds_contain_what_is_found_once_everything_is_stated(
    dossier: Dossier, horizon: int, data: st.DataObject
) -> None:
    """Arts 1 to 3: whatever the facts turn out to be, the subsidy lies within the bounds given before."""
    before = funding_path(dossier, years=horizon)
    stated = data.draw(given_values(unstated(before)))
    after = funding_path(give_all(dossier, stated), years=horizon)
    for year, filled in zip(before.years, after.years, strict=True):
        assert contains(bounds(year), bounds(filled)), (year.number, stated)


@given(dossier=dossiers(), horizon=horizons, data=st.data())
def test_giving_a_fact_never_widens_the_bounds(dossier: Dossier, horizon: int, data: st.DataObject) -> None:
    """Arts 1 to 3: each fact stated leaves the bounds of every year as they are or narrows them."""
    path = funding_path(dossier, years=horizon)
    names = [name for name in unstated(path) if name != OPEN_QUESTION]
    assume(names)
    name = data.draw(st.sampled_from(names))
    value = data.draw(values(name))
    after = funding_path(give(dossier, name, value), years=horizon)
    for year, stated in zip(path.years, after.years, strict=True):
        assert contains(bounds(year), bounds(stated)), (year.number, name, value)
        if name not in year.missing:
            assert bounds(year) == bounds(stated), (year.number, name, value)


@given(dossier=dossiers(), horizon=horizons, data=st.data())
def test_a_settled_value_does_not_move(dossier: Dossier, horizon: int, data: st.DataObject) -> None:
    """Arts 1 to 3: what is determined or refused stays so to the cent, whatever else is stated."""
    before = funding_path(dossier, years=horizon)
    stated = data.draw(given_values(unstated(before)))
    after = funding_path(give_all(dossier, stated), years=horizon)
    for year, filled in zip(before.years, after.years, strict=True):
        if year.status != "undetermined":
            assert year.subsidy == filled.subsidy
            assert year.costs is None or year.own_share == filled.own_share
            assert filled.status in {year.status, "refused"}


@given(dossier=dossiers(), horizon=horizons, data=st.data())
def test_bounds_are_reached(dossier: Dossier, horizon: int, data: st.DataObject) -> None:
    """Arts 1 to 3: the bounds are the least and the greatest: some way of stating what is missing reaches each."""
    path = funding_path(dossier, years=horizon)
    year = draw_missing(path, data)
    names = [name for name in year.missing if name != OPEN_QUESTION]
    least, greatest = bounds(year)
    found = [
        [bounds(restate(dossier, year, dict(zip(names, chosen, strict=True)))) for chosen in product(*map(pick, names))]
        for pick in (worst, best)
    ]
    assert min(low for low, _ in found[0]) == least
    if greatest is None:
        ceiling = f"{place_of(path, year.recognition_period)}.subsidy_ceiling_cents"
        assert {f"years[{year.number - 1}].costs", ceiling} <= set(names)
    else:
        assert max(high or 0 for _, high in found[1]) == greatest


@given(dossier=dossiers(), horizon=horizons, data=st.data())
def test_what_is_missing_can_matter(dossier: Dossier, horizon: int, data: st.DataObject) -> None:
    """Arts 1 to 3: of each missing fact two ways of stating it, all else equal, give different subsidies."""
    year = draw_missing(funding_path(dossier, years=horizon), data)
    name = data.draw(st.sampled_from([name for name in year.missing if name != OPEN_QUESTION]))
    assert any(
        len({bounds(restate(dossier, year, {**rest, name: value})) for value in tried(name)}) > 1
        for rest in completions(year, name)
    ), (year.number, name)


@given(dossier=dossiers(), horizon=horizons)
def test_the_open_question_is_named_where_the_law_is_open(dossier: Dossier, horizon: int) -> None:
    """Art. 1 al. 1 and 3 (2023): `legal_forms_2023` is open for a GIE or a GEIE in a 2007 period from 2023-11-02."""
    path = funding_path(dossier, years=horizon)
    open_forms = {"gie", "geie"} & {
        dossier.cluster.legal_form,
        *(str(renewal.legal_form) for renewal in dossier.renewals),
    }
    starts = [period.starts_on for period in path.recognition if period.regime.identifier == "2007"]
    for year in path.years:
        if OPEN_QUESTION in year.missing:
            assert open_forms
            assert str(max(starts)) >= "2023-11-02"


@given(dossier=dossiers(), horizon=horizons, data=st.data())
def test_giving_all_that_is_missing_settles_the_year(dossier: Dossier, horizon: int, data: st.DataObject) -> None:
    """Arts 1 to 3: the facts named suffice, unless the law itself is open (`legal_forms_2023`), maybe on one given."""
    year = draw_missing(funding_path(dossier, years=horizon), data)
    settled = restate(dossier, year, data.draw(given_values(year.missing)))
    if OPEN_QUESTION not in {*year.missing, *settled.missing}:
        assert settled.status != "undetermined", settled.missing
    assert settled.missing in {(), (OPEN_QUESTION,)}


@given(dossier=dossiers(), horizon=horizons, data=st.data())
def test_new_lines_may_ask_for_one_more_round(dossier: Dossier, horizon: int, data: st.DataObject) -> None:
    """Art. 3 al. 2 (2024): costs that say nothing of the Government's list bring new facts, and only those.

    That is legitimate: a line cannot be asked about before it is stated.
    """
    year = draw_missing(funding_path(dossier, years=horizon), data)
    costs = f"years[{year.number - 1}].costs"
    facts: dict[str, Any] = data.draw(given_values(year.missing))
    if costs in facts:
        facts[costs] = data.draw(lists_of_costs(admissible=st.none()))
    stated = give_all(dossier, facts)
    again = funding_path(stated, years=year.number).years[-1]
    new = set(again.missing) - {OPEN_QUESTION}
    assert all(name.startswith(costs) and name.endswith(".admissible") for name in new)
    settled = restate(stated, again, data.draw(given_values(again.missing)))
    assert settled.missing in {(), (OPEN_QUESTION,)}


def restate(dossier: Dossier, year: FundingYear, stated: dict[str, Any]) -> FundingYear:
    return funding_path(give_all(dossier, stated), years=year.number).years[-1]


def tried(name: str) -> tuple[Any, ...]:
    """Values of a fact of which two must differ if any two do."""
    if name.endswith(".costs"):
        return ((), (a_line(10**15),), (a_line(1),), (a_line(2),))
    if name == "assumptions.seniority_after_2024":
        return READINGS
    return (*best(name), *worst(name))


def completions(year: FundingYear, name: str) -> Iterator[dict[str, Any]]:
    """Ways of stating everything else that is missing.

    All of it favourable, or all but one condition: the amounts matter only where a subsidy is due, what becomes of a
    lapsed subsidy only where one lapsed. Lines, readings and small costs are tried one against the other.
    """
    others = [other for other in year.missing if other not in {name, OPEN_QUESTION}]
    for failing in (None, *others) if name == "assumptions.lapsed_subsidy" else (None,):
        choices = [worst(other) if other == failing else alternatives(other) for other in others]
        for chosen in product(*choices):
            yield dict(zip(others, chosen, strict=True))


def alternatives(name: str) -> tuple[Any, ...]:
    if name == "assumptions.lapsed_subsidy":
        return ("ends", "may_resume")
    if name.endswith(".costs"):
        return ((a_line(10**15),), *((a_line(few),) for few in range(12)))
    if name.endswith(".admissible"):
        return (True, False)
    return best(name)
