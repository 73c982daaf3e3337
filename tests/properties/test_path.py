"""What must always hold of a path: its days, its sum, its horizon, and that it is a plain value."""

import copy
import pickle
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from clusterlaw.dossier import Dossier
from clusterlaw.path import FundingPath, funding_path
from tests.properties.dossiers import dossiers, horizons, settled_dossiers
from tests.properties.handwritten import LENGTHS, text_on


@given(dossier=st.one_of(dossiers(), settled_dossiers()), horizon=horizons)
def test_years_sum_to_the_path(dossier: Dossier, horizon: int) -> None:
    """Art. 3 § 1 al. 1: the subsidy of a path is the sum of its years; unknown if one of them is."""
    path = funding_path(dossier, years=horizon)
    subsidies = [year.subsidy for year in path.years]
    assert [year.number for year in path.years] == list(range(1, horizon + 1))
    if None in subsidies:
        assert path.total_subsidy is None
        assert "undetermined" in {year.status for year in path.years}
    else:
        assert path.total_subsidy is not None
        assert path.total_subsidy.cents == sum(subsidy.cents for subsidy in subsidies if subsidy is not None)


@given(dossier=dossiers(), horizons=st.tuples(horizons, horizons))
def test_a_longer_horizon_changes_no_earlier_year(dossier: Dossier, horizons: tuple[int, int]) -> None:
    """Arts 2 and 3: what is due in a year never depends on how far one looks ahead."""
    short, long = (funding_path(dossier, years=horizon) for horizon in sorted(horizons))
    for year, same in zip(short.years, long.years, strict=False):
        assert year == same
        assert year.finding == same.finding
        assert (year.missing, year.assumptions, year.citations) == (same.missing, same.assumptions, same.citations)


@given(dossier=dossiers(), horizon=horizons)
def test_periods_and_years_tile(dossier: Dossier, horizon: int) -> None:
    """Arts 2 al. 1 and 22: periods and years follow without gap; a text rules each period from its first day."""
    path = funding_path(dossier, years=horizon)
    periods = path.recognition
    assert path.years[0].starts_on == periods[0].starts_on == dossier.recognised_on
    assert [period.number for period in periods] == list(range(1, len(periods) + 1))
    for period, following in pairwise(periods):
        assert (period.ends_before, period.last_year + 1) == (following.starts_on, following.first_year)
    for period in periods:
        text = text_on(period.starts_on, dossier.assumptions.entry_into_force_2025)
        assert period.regime.identifier == text
        assert period.last_year - period.first_year + 1 == LENGTHS[text]
        assert period.starts_on < period.ends_before
    for year, following_year in pairwise(path.years):
        assert year.starts_on < year.ends_before == following_year.starts_on
    for year in path.years:
        period = periods[year.recognition_period - 1]
        assert period.first_year <= year.number <= period.last_year
        assert period.starts_on <= year.starts_on < year.ends_before <= period.ends_before


@given(dossier=dossiers(), horizon=horizons)
def test_anniversaries_are_counted_from_the_origin(dossier: Dossier, horizon: int) -> None:
    """Art. 3 § 1 al. 4: year n starts on the (n-1)th anniversary, on 29 February wherever there is one."""
    origin, reading = dossier.recognised_on, dossier.assumptions.leap_day
    for year in funding_path(dossier, years=horizon).years:
        start = year.starts_on
        assert start.year == origin.year + year.number - 1
        if (origin.month, origin.day) == (2, 29) and start.year % 4:
            assert (start.month, start.day) == ((2, 28) if reading == "february_28" else (3, 1))
        else:
            assert (start.month, start.day) == (origin.month, origin.day)


@given(dossier=dossiers(), horizon=horizons)
def test_equal_inputs_give_equal_outputs(dossier: Dossier, horizon: int) -> None:
    """Art. 3: no clock, no state: two equal dossiers have equal paths, explanations included."""
    one, other = (funding_path(each, years=horizon) for each in (dossier, copy.deepcopy(dossier)))
    assert_same(one, other)


@settings(max_examples=25)  # each hashes, copies and pickles the versions of the law too
@given(dossier=dossiers(), horizon=st.integers(1, 5), explained=st.booleans())
def test_a_path_is_a_value(dossier: Dossier, horizon: int, explained: bool) -> None:
    """Art. 3: a dossier and a path survive hash, copy and pickle, whether their steps were asked for or not."""
    path = funding_path(dossier, years=horizon)
    if explained:
        assert all(year.steps for year in path.years)
    for twin in (copy.copy(dossier), copy.deepcopy(dossier), pickle.loads(pickle.dumps(dossier))):
        assert twin == dossier
        assert hash(twin) == hash(dossier)
    for same in (copy.copy(path), copy.deepcopy(path), pickle.loads(pickle.dumps(path))):
        assert hash(same) == hash(path)
        assert_same(same, path)


def assert_same(one: FundingPath, other: FundingPath) -> None:
    assert one == other
    assert one.unused == other.unused
    for year, same in zip(one.years, other.years, strict=True):
        assert year.finding == same.finding
        assert (year.missing, year.own_share, year.status) == (same.missing, same.own_share, same.status)
        assert (year.assumptions, year.citations) == (same.assumptions, same.citations)
