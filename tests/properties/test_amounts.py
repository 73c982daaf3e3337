"""What must always hold of the amounts of a year: art. 3 of the decree, in integer cents."""

from itertools import pairwise

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from clusterlaw.dossier import CostLine, Dossier, YearFacts
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, FundingYear, funding_path
from tests.properties.dossiers import HORIZON, cents, dossiers, horizons, lists_of_costs, settled_dossiers
from tests.properties.handwritten import CEILING_2007, percent_2007, percent_2024, share
from tests.properties.stating import a_line, bounds, ceiling_of, give_costs

Costs = tuple[CostLine, ...]
places = st.integers(0, HORIZON - 1)
settled_costs = lists_of_costs(admissible=st.booleans())


def cents_of(amount: Euro | None) -> int:
    assert amount is not None
    return amount.cents


def net(line: CostLine, reading: str) -> int:
    """A line without what other public programmes pay of it (`partial_other_funding`)."""
    if reading == "exclude_line" and line.other_public_funding.cents:
        return 0
    return line.amount.cents - line.other_public_funding.cents


def admitted(year: FundingYear, dossier: Dossier) -> tuple[int, int]:
    """The least and the greatest admitted costs: art. 3 § 1 al. 2 and 3 in 2007, the Government's list since 2024."""
    reading = dossier.assumptions.partial_other_funding
    least = greatest = 0
    for line in year.costs or ():
        verdict = line.admissible
        if verdict is None and year.regime.identifier == "2007":
            verdict = line.nature != "other" and line.purpose != "other"
        least += net(line, reading) if verdict else 0
        greatest += net(line, reading) if verdict is not False else 0
    return least, greatest


def percents(year: FundingYear, dossier: Dossier, years_of_2007: int) -> set[int]:
    """The percentages that a year may have: art. 3 § 1 al. 4 and art. 10 al. 2; since 2024 as seniority is read."""
    with_prior = (dossier.prior_subsidy_years or 0) + year.number
    if year.regime.identifier == "2007":
        return {percent_2007(with_prior)}
    ranks = {
        "counts_from_first_subsidy": with_prior,
        "counts_from_first_recognition": year.number,
        "restarts": year.number - years_of_2007,
    }
    reading = dossier.assumptions.seniority_after_2024
    return {percent_2024(rank) for rank in (ranks.values() if reading is None else (ranks[reading],))}


def years_of(path: FundingPath, *texts: str) -> list[FundingYear]:
    return [year for year in path.years if year.regime.identifier in texts]


@given(dossier=dossiers(), horizon=horizons)
def test_text_of_2007(dossier: Dossier, horizon: int) -> None:
    """Art. 3 § 1 al. 2 to 4: 0 <= subsidy <= rate x capped costs, rounded <= capped costs <= admitted costs."""
    for year in years_of(funding_path(dossier, years=horizon), "2007"):
        (percent,) = percents(year, dossier, 0)
        rounding = dossier.assumptions.rounding
        least, greatest = bounds(year)
        if year.costs is None:
            assert 0 == least <= cents_of(year.subsidy_at_most) <= share(CEILING_2007, percent, rounding)
            assert year.admitted_costs is None
            continue
        (costs, same) = admitted(year, dossier)
        capped = min(costs, CEILING_2007)
        assert costs == same == cents_of(year.admitted_costs)
        assert cents_of(year.capped_costs) == capped <= costs
        assert greatest is not None
        assert 0 <= least <= greatest <= share(capped, percent, rounding) <= capped
        if least == greatest != 0:
            assert greatest == share(capped, percent, rounding)


@given(dossier=dossiers(), horizon=horizons)
def test_texts_of_2024_and_2025(dossier: Dossier, horizon: int) -> None:
    """Art. 3 al. 2 and 4 (2024): subsidy <= its ceiling, and <= rate x admitted costs, rounded."""
    path = funding_path(dossier, years=horizon)
    earlier = len(years_of(path, "2007"))
    for year in years_of(path, "2024", "2025"):
        rates, rounding = percents(year, dossier, earlier), dossier.assumptions.rounding
        ceiling = ceiling_of(year, path)
        _, costs = admitted(year, dossier)
        least, greatest = bounds(year)
        assert least >= 0
        if ceiling is not None:
            assert greatest is not None
            assert least <= greatest <= ceiling.cents
        if year.costs is not None:
            assert greatest is not None
            assert least <= greatest <= share(costs, max(rates), rounding)
        if greatest is None:
            assert year.costs is None
            assert ceiling is None
        if len(rates) == 1:
            assert year.rate is not None
            assert {year.rate.percentage.percent} == rates
        assert year.capped_costs is None


@given(dossier=dossiers(), horizon=horizons)
def test_conservation(dossier: Dossier, horizon: int) -> None:
    """Art. 3: own share + other public funding + subsidy = total costs, to the cent, in refused years too."""
    for year in funding_path(dossier, years=horizon).years:
        if year.costs is None:
            assert year.total_costs is year.other_public_funding is year.own_share is None
            continue
        total = sum(line.amount.cents for line in year.costs)
        other = sum(line.other_public_funding.cents for line in year.costs)
        assert (cents_of(year.total_costs), cents_of(year.other_public_funding)) == (total, other)
        if year.subsidy is None:
            assert year.own_share is None
        else:
            assert cents_of(year.own_share) + other + year.subsidy.cents == total
            assert cents_of(year.own_share) >= 0


@given(dossier=settled_dossiers(), horizon=horizons)
def test_everything_stated_is_determined(dossier: Dossier, horizon: int) -> None:
    """Art. 3: with every fact stated and every reading chosen, each year has one amount."""
    path = funding_path(dossier, years=horizon)
    assert {year.status for year in path.years} == {"determined"}
    assert path.total_subsidy is not None


@given(dossier=settled_dossiers(), horizon=horizons)
def test_amount_of_settled_years(dossier: Dossier, horizon: int) -> None:
    """Art. 3 § 1 al. 2 and 4: cap, then rate; since 2024 (art. 3 al. 2 and 4): rate, then ceiling (`order_2024`)."""
    path = funding_path(dossier, years=horizon)
    rounding, earlier = dossier.assumptions.rounding, len(years_of(path, "2007"))
    for year in path.years:
        (percent,), (costs, _) = percents(year, dossier, earlier), admitted(year, dossier)
        if year.regime.identifier == "2007":
            expected = share(min(costs, CEILING_2007), percent, rounding)
        else:
            expected = min(share(costs, percent, rounding), cents_of(ceiling_of(year, path)))
        assert cents_of(year.subsidy) == expected


@given(dossier=settled_dossiers(), place=places, one=settled_costs, other=settled_costs)
def test_monotone_in_admitted_costs(dossier: Dossier, place: int, one: Costs, other: Costs) -> None:
    """Art. 3 § 1 al. 2 to 4: of two lists of costs, the one with less admitted never gives more."""
    first, second = sorted(
        (funding_path(give_costs(dossier, place, costs), years=HORIZON).years[place] for costs in (one, other)),
        key=lambda year: cents_of(year.admitted_costs),
    )
    assert cents_of(first.subsidy) <= cents_of(second.subsidy)


@given(dossier=dossiers(), place=places, costs=lists_of_costs(), more=cents)
def test_monotone_bounds(dossier: Dossier, place: int, costs: Costs, more: int) -> None:
    """Art. 3 § 1 al. 2 to 4: one more admitted line lowers neither bound."""
    before = bounds(funding_path(give_costs(dossier, place, costs), years=place + 1).years[place])
    after = bounds(funding_path(give_costs(dossier, place, (*costs, a_line(more))), years=place + 1).years[place])
    assert before[0] <= after[0]
    assert before[1] is not None
    assert after[1] is not None
    assert before[1] <= after[1]


@given(dossier=dossiers(), place=places, more=st.integers(0, 10**9))
def test_flat_above_the_ceiling(dossier: Dossier, place: int, more: int) -> None:
    """Art. 3 § 1 al. 2 (2007) and al. 2 (2024): beyond the ceiling, more costs change nothing."""
    path = funding_path(dossier, years=place + 1)
    year = path.years[place]
    ceiling = ceiling_of(year, path)
    if year.regime.identifier == "2007":
        reaching = CEILING_2007
    elif ceiling is not None:
        reaching = ceiling.cents * 100 // 60 + 1  # 60 % of it, the lowest percentage, reaches the ceiling
    else:
        return
    at = funding_path(give_costs(dossier, place, (a_line(reaching),)), years=place + 1).years[place]
    above = funding_path(give_costs(dossier, place, (a_line(reaching + more),)), years=place + 1).years[place]
    assert bounds(at) == bounds(above)
    assert at.subsidy == above.subsidy


@given(dossier=settled_dossiers(one_ceiling=True, different_years=1), costs=settled_costs)
def test_never_higher_in_a_later_phase(dossier: Dossier, costs: Costs) -> None:
    """Art. 3 § 1 al. 4 (2024: al. 4): within one text, equal costs never give more in a later year."""
    equal = evolve(dossier, years=(YearFacts(costs=costs),) * HORIZON)
    for earlier, later in pairwise(funding_path(equal, years=HORIZON).years):
        if earlier.regime.identifier == later.regime.identifier:
            assert cents_of(earlier.subsidy) >= cents_of(later.subsidy)


@given(dossier=dossiers(), data=st.data())
def test_order_of_lines(dossier: Dossier, data: st.DataObject) -> None:
    """Art. 3 § 1 al. 2: the costs of a year are a sum; the order of its lines changes nothing."""
    mixed = tuple(
        year if year.costs is None else evolve(year, costs=tuple(data.draw(st.permutations(year.costs))))
        for year in dossier.years
    )
    assert figures(evolve(dossier, years=mixed)) == figures(dossier)


@given(dossier=dossiers(), place=places, costs=lists_of_costs(), whole=cents, data=st.data())
def test_splitting_and_merging_lines(
    dossier: Dossier, place: int, costs: Costs, whole: int, data: st.DataObject
) -> None:
    """Art. 3 § 1 al. 2: a line without other funding is worth what its parts are worth."""
    line = evolve(data.draw(lines_without_other_funding()), amount=Euro.from_cents(whole))
    cut = data.draw(st.integers(0, whole))
    parts = tuple(evolve(line, amount=Euro.from_cents(part)) for part in (cut, whole - cut))
    merged = give_costs(dossier, place, (*costs, line))
    split = give_costs(dossier, place, (parts[0], *costs, parts[1]))
    assert figures(merged) == figures(split)


@given(dossier=dossiers(), place=places, costs=lists_of_costs(), whole=cents, data=st.data())
def test_line_paid_wholly_by_others(
    dossier: Dossier, place: int, costs: Costs, whole: int, data: st.DataObject
) -> None:
    """Art. 3 § 1 al. 3: costs that other public programmes finance are left out; such a line moves no subsidy."""
    amount = Euro.from_cents(whole)
    paid = evolve(data.draw(lines_without_other_funding()), amount=amount, other_public_funding=amount)
    without = funding_path(give_costs(dossier, place, costs), years=HORIZON)
    with_it = funding_path(give_costs(dossier, place, (*costs, paid)), years=HORIZON)
    assert [bounds(year) for year in without.years] == [bounds(year) for year in with_it.years]
    assert [year.own_share for year in without.years] == [year.own_share for year in with_it.years]
    assert [year.missing for year in without.years] == [year.missing for year in with_it.years]


def lines_without_other_funding() -> st.SearchStrategy[CostLine]:
    return st.builds(
        CostLine,
        nature=st.sampled_from(("structure", "organisation", "other")),
        purpose=st.sampled_from(("set_up", "daily_operation", "development", "other")),
        amount=st.just(Euro(0)),
        other_public_funding=st.just(Euro(0)),
        admissible=st.sampled_from((None, True, False)),
    )


def figures(dossier: Dossier) -> list[tuple[object, ...]]:
    return [
        (year.status, year.subsidy, bounds(year), year.own_share, year.total_costs, year.admitted_costs, year.rate)
        for year in funding_path(dossier, years=HORIZON).years
    ]
