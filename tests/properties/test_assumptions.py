"""What must always hold of assumptions: one that a year does not list does not carry its figures."""

from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from clusterlaw.assumptions import NAMES, readings_of
from clusterlaw.dossier import Dossier
from clusterlaw.path import FundingYear, funding_path
from clusterlaw.rules.conditions import OPEN_AFTER_LAPSE
from tests.properties.dossiers import SWITCHABLE, UNPRESUMED, dossiers, horizons
from tests.properties.stating import bounds


def figures(year: FundingYear) -> tuple[object, ...]:
    return (
        year.starts_on,
        year.ends_before,
        year.regime.identifier,
        year.recognition_period,
        year.status,
        year.subsidy,
        bounds(year),
        year.own_share,
        year.admitted_costs,
        year.capped_costs,
        year.rate,
    )


def test_every_assumption_with_alternatives_is_switched() -> None:
    """Law notes, table of assumptions: all but the day of the text of 2025, which takes any date."""
    assert {*SWITCHABLE, "entry_into_force_2025"} == set(NAMES)
    assert all(len(readings_of(name)) > 1 for name in SWITCHABLE)


@given(dossier=dossiers(), horizon=horizons)
def test_an_assumption_not_listed_changes_nothing(dossier: Dossier, horizon: int) -> None:
    """Art. 3: a chosen reading that a year does not list can be switched without moving one of its figures."""
    path = funding_path(dossier, years=horizon)
    for name in SWITCHABLE:
        chosen = getattr(dossier.assumptions, name)
        free = [year for year in path.years if name not in year.assumptions]
        if chosen is None or not free:
            continue
        for reading in set(readings_of(name)) - {chosen}:
            switched = evolve(dossier, assumptions=evolve(dossier.assumptions, **{name: reading}))
            after = funding_path(switched, years=horizon)
            for year in free:
                assert figures(year) == figures(after.years[year.number - 1]), (name, reading, year.number)


@given(dossier=dossiers(), horizon=horizons)
def test_an_assumption_that_a_lapse_rests_on_decides_it(dossier: Dossier, horizon: int) -> None:
    """Art. 3: what an earlier period left is otherwise under the other reading of the one assumption named for it."""
    path = funding_path(dossier, years=horizon)
    for year in path.years:
        named = [name for step in year.steps if step.rule is OPEN_AFTER_LAPSE for name in step.assumptions]
        assert not named or year.within.carried.lost is not True
        for name in named if len(named) == 1 else ():
            chosen = getattr(dossier.assumptions, name)
            (other,) = set(readings_of(name)) - {chosen}
            switched = evolve(dossier, assumptions=evolve(dossier.assumptions, **{name: other}))
            before, after = year.within, funding_path(switched, years=horizon).years[year.number - 1].within
            assert (before.open_after_lapse, before.carried) != (after.open_after_lapse, after.carried), name


@given(dossier=dossiers(), horizon=horizons, entry=st.dates(date(2007, 7, 1), date(2040, 12, 31)))
def test_a_day_of_the_text_of_2025_not_listed_changes_nothing(dossier: Dossier, horizon: int, entry: date) -> None:
    """Art. 22 and `entry_into_force_2025`: a year that does not list it keeps its figures on every later day.

    An earlier day counts from 2024-07-01 on only: before, the text of 2025 would precede that of 2024.
    """
    entry = max(entry, min(dossier.assumptions.entry_into_force_2025, date(2024, 7, 1)))
    path = funding_path(dossier, years=horizon)
    moved = evolve(dossier, renewals=(), assumptions=evolve(dossier.assumptions, entry_into_force_2025=entry))
    after = funding_path(moved, years=horizon)
    bare = funding_path(evolve(dossier, renewals=()), years=horizon)
    for number, year in enumerate(path.years):
        if "entry_into_force_2025" not in year.assumptions:
            assert figures(bare.years[number]) == figures(after.years[number])


@given(dossier=dossiers(), horizon=horizons)
def test_an_open_reading_is_missing_where_it_matters(dossier: Dossier, horizon: int) -> None:
    """Arts 3 and 10: choosing a reading that nothing presumes moves only the years that name it as missing."""
    path = funding_path(dossier, years=horizon)
    for name in UNPRESUMED:
        if getattr(dossier.assumptions, name) is not None:
            continue
        free = [year for year in path.years if f"assumptions.{name}" not in year.missing]
        for reading in readings_of(name):
            chosen = evolve(dossier, assumptions=evolve(dossier.assumptions, **{name: reading}))
            after = funding_path(chosen, years=horizon)
            for year in free:
                assert bounds(year) == bounds(after.years[year.number - 1]), (name, reading, year.number)
                assert name not in year.assumptions
