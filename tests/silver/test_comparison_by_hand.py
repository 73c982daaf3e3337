"""Comparisons by hand: what differs, by how much, and from which step, for laws, plans, readings and dossiers."""

from datetime import date
from typing import Any

import attrs
import pytest

from clusterlaw import (
    REGIMES,
    Assumptions,
    Cluster,
    Comparison,
    CostLine,
    Dossier,
    Euro,
    FirstPeriod,
    Percentage,
    Regime,
    Renewal,
    YearFacts,
    compare,
    funding_path,
)
from clusterlaw.causes import StepDifference
from clusterlaw.law.decree_2007 import REGIME_2007, REGIME_2007_FROM_2023
from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.reforms import (
    indexed_ceiling,
    linear_degressivity,
    no_degressivity,
    percentages_of_2024,
    scheduled_percentages,
    subsidy_ceiling,
)

SECOND = Renewal(starts_on=date(2011, 3, 1), new_action_plan=True, new_objectives=True)
THIRD = Renewal(starts_on=date(2014, 3, 1), favourable_evolution=True)


def line(euros: int, *, other: int = 0, nature: Any = "structure", admissible: bool | None = None) -> CostLine:
    return CostLine(
        nature=nature,
        purpose="set_up",
        amount=Euro(euros),
        other_public_funding=Euro(other),
        admissible=admissible,
    )


DOSSIER = Dossier(
    cluster=Cluster(name="x", legal_form="asbl"),
    recognised_on=date(2008, 3, 1),
    renewals=(SECOND, THIRD),
    years=(YearFacts(costs=(line(200_000),)),) * 9,
)
IN_2024 = Dossier(
    cluster=Cluster(name="x", legal_form="asbl"),
    recognised_on=date(2024, 8, 1),
    first_period=FirstPeriod(subsidy_ceiling=Euro(100_000)),
    years=(YearFacts(costs=(line(100_000, admissible=True),)),) * 4,
    assumptions=Assumptions(entry_into_force_2025=date(2040, 1, 1)),
)


def laws(regime: Regime, *, dossier: Dossier = DOSSIER, law: Regime = REGIME_2007, years: int = 9) -> Comparison:
    before = funding_path(dossier, years=years, regimes=(law,))
    return compare(before, funding_path(dossier, years=years, regimes=(regime,)))


def plans(before: Dossier = DOSSIER, *, years: int = 9, **changes: Any) -> Comparison:
    paths = [funding_path(each, years=years) for each in (before, attrs.evolve(before, **changes))]
    return compare(*paths)


def shown(cause: StepDifference) -> tuple[Any, ...]:
    return cause.rule.identifier, *((each.name, each.before, each.after) for each in cause.inputs)


def causes(found: Comparison, number: int, part: Any = "subsidy") -> list[tuple[Any, ...]]:
    (year,) = (each for each in found.years if each.number == number)
    return [shown(cause) for cause in year.causes_of(part)]


def euros(found: Comparison) -> dict[int, Any]:
    return {
        year.number: year.subsidy.exact and str(year.subsidy.exact)
        for year in found.years
        if year.subsidy.exact != Euro(0)
    }


def test_the_ceiling_on_the_subsidy() -> None:
    found = laws(subsidy_ceiling(REGIME_2007))
    # years 4 to 6: 80 % of 200,000 = 160,000 against 128,000; years 7 to 9: 100,000 against 80,000
    assert euros(found) == dict.fromkeys((4, 5, 6), "32000.00") | dict.fromkeys((7, 8, 9), "20000.00")
    assert found.total_subsidy.exact == Euro(156_000)
    assert found.total_own_share is not None
    assert found.total_own_share.exact == Euro(-156_000)
    orders = ("cap_costs", "apply_percentage"), ("apply_percentage", "cap_subsidy")
    assert causes(found, 4) == [("subsidy.cap_costs", ("operations", *orders))]
    (cause,) = found.years[3].causes_of("subsidy")
    assert [str(each) for each in cause.citations_after] == [
        "decree-2007 art. 3 § 1 al. 4",
        "decree-2007 art. 3 § 1 al. 2",
    ]
    assert found.years[0].parts == ("text",)
    assert {each.rule.identifier for each in found.years[3].consequences} >= {"subsidy.apply_percentage"}


def test_a_ceiling_of_another_amount_is_a_further_cause() -> None:
    found = laws(subsidy_ceiling(REGIME_2007, amount=Euro(180_000)))
    assert causes(found, 1) == [("subsidy.cap_costs", ("ceiling_cents", 16_000_000, 18_000_000))]
    assert [each[0:2][1][0] for each in causes(found, 4)] == ["operations", "ceiling_cents"]


def test_an_indexed_ceiling() -> None:
    found = laws(indexed_ceiling(REGIME_2007, percentage=Percentage(10), rounding="half_up"))
    # year 2: 176,000; year 4: 160,000 x 1.331 = 212,960, so that 200,000 x 80 % = 160,000
    assert (euros(found)[2], euros(found)[4]) == ("16000.00", "32000.00")
    assert 1 not in euros(found)
    assert causes(found, 2) == [("subsidy.cap_costs", ("ceiling_cents", 16_000_000, 17_600_000))]


def test_percentages() -> None:
    found = laws(percentages_of_2024(REGIME_2007))
    # 144,000 - 160,000; 144,000 - 128,000; 120,000 - 128,000; 120,000 - 80,000; 96,000 - 80,000
    assert list(euros(found).values()) == ["-16000.00"] * 3 + ["16000.00"] + ["-8000.00"] * 2 + ["40000.00"] * 2 + [
        "16000.00"
    ]
    assert causes(found, 1)[0][0] == "subsidy.rate_of_year"
    assert causes(found, 1)[0][1][0] == "rates"
    reform = linear_degressivity(REGIME_2007, first=Percentage(100), last=Percentage(0), years=4)
    assert euros(laws(reform))[2] == "-53333.33"  # 66 2/3 % of 160,000 = 106,666.67


def test_two_what_ifs_that_cancel_out_are_both_causes() -> None:
    more = attrs.evolve(REGIME_2007, ceiling=attrs.evolve(REGIME_2007.ceiling, amount=Euro(200_000)))
    both = scheduled_percentages(more, percentages=(Percentage(80),))
    found = laws(both, years=1)
    assert found.years[0].parts == ("text",)  # 80 % of 200,000 = 160,000
    dossier = attrs.evolve(DOSSIER, years=(YearFacts(costs=(line(190_000),)),))
    found = laws(both, dossier=dossier, years=1)
    assert euros(found) == {1: "-8000.00"}  # 152,000 against 160,000
    assert [each[1][0] for each in causes(found, 1)] == ["rates", "ceiling_cents"]


def test_costs() -> None:
    more = (YearFacts(costs=(line(100_000),)), YearFacts(costs=(line(300_000),)))
    found = _two_plans(more)
    assert euros(found) == {1: "-60000.00"}  # 100,000 against 160,000; 300,000 is above the ceiling like 200,000
    assert [year.parts for year in found.years] == [("costs", "subsidy", "own_share"), ("costs", "own_share")]
    assert causes(found, 1)[0][:1] == ("costs.admitted",)
    assert causes(found, 2, "own_share")[0][:1] == ("costs.admitted",)
    assert found.years[1].own_share is not None
    assert found.years[1].own_share.exact == Euro(100_000)
    assert causes(found, 2, "costs") == causes(found, 2, "own_share")
    unknown = _two_plans((YearFacts(), YearFacts()))
    assert [year.own_share for year in unknown.years] == [None, None]
    assert unknown.total_own_share is None
    assert unknown.years[0].subsidy.at_most == Euro(0)  # at most 160,000 against 160,000
    assert unknown.years[0].subsidy.at_least == Euro(-160_000)


def _two_plans(years: tuple[YearFacts, ...]) -> Comparison:
    paths = [funding_path(each, years=2) for each in (DOSSIER, attrs.evolve(DOSSIER, years=years))]
    return compare(*paths)


def test_a_line_that_the_list_admits_and_one_that_others_pay() -> None:
    other = _two_plans((YearFacts(costs=(line(200_000, other=100_000),)), YearFacts(costs=(line(200_000),))))
    assert euros(other) == {1: "-60000.00"}  # 100,000
    assert other.years[0].own_share is not None
    assert other.years[0].own_share.exact == Euro(-40_000)  # 100,000 - 100,000 against 200,000 - 160,000
    left_out = attrs.evolve(DOSSIER, years=(YearFacts(costs=(line(200_000, nature="other"),)),))
    taken_in = attrs.evolve(DOSSIER, years=(YearFacts(costs=(line(200_000, nature="other", admissible=True),)),))
    found = compare(funding_path(left_out, years=1), funding_path(taken_in, years=1))
    assert found.years[0].parts == ("subsidy", "own_share")
    assert [each[0] for each in causes(found, 1)] == ["costs.admitted"]


def test_the_rule_on_admitted_costs() -> None:
    without = attrs.evolve(REGIME_2007, admission=attrs.evolve(REGIME_2007.admission, natures=()))
    found = laws(without, years=1)
    assert [each[1][0] for each in causes(found, 1)] == ["admission"]


def test_readings() -> None:
    half = attrs.evolve(DOSSIER, years=(YearFacts(costs=(CENT,)),) * 7)
    found = plans(half, years=7, assumptions=Assumptions(rounding="down"))
    assert euros(found) == {4: "-0.01", 5: "-0.01", 6: "-0.01", 7: "-0.01"}  # 0.8, 0.5 of a cent
    assert causes(found, 7) == [("subsidy.apply_percentage", ("rounding", "half_up", "down"))]
    partly = attrs.evolve(DOSSIER, years=(YearFacts(costs=(line(100_000, other=1),)),))
    found = plans(partly, years=1, assumptions=Assumptions(partial_other_funding="exclude_line"))
    assert causes(found, 1) == [("costs.admitted", ("partial_other_funding", "exclude_part", "exclude_line"))]
    leap = attrs.evolve(DOSSIER, recognised_on=date(2008, 2, 29), renewals=())
    found = plans(leap, years=2, assumptions=Assumptions(leap_day="march_1"))
    assert [year.parts for year in found.years] == [("dates",), ("dates",)]
    assert causes(found, 1, "dates") == [("recognition.subsidy_years", ("leap_day", "february_28", "march_1"))]


CENT = CostLine(nature="structure", purpose="set_up", amount=Euro.from_cents(1), other_public_funding=Euro(0))


def test_prior_years_and_the_sixth_year() -> None:
    found = plans(prior_subsidy_years=3, years=1)
    assert euros(found) == {1: "-32000.00"}  # 80 % of 160,000
    assert causes(found, 1) == [("subsidy.rate_of_year", ("prior_years", 0, 3))]
    counted = attrs.evolve(DOSSIER, prior_subsidy_years=3, renewals=(attrs.evolve(SECOND, favourable_evolution=False),))
    readings = Assumptions(sixth_year_counting="with_prior_years", rounding="down", lapsed_subsidy="ends")
    found = plans(counted, years=4, assumptions=readings)
    reading = ("assumptions.sixth_year_counting", "from_recognition", "with_prior_years")
    assert found.years[0].number == 4
    assert causes(found, 4, "status") == [("conditions.applicability", reading)]


def test_seniority_after_2024() -> None:
    chosen = attrs.evolve(IN_2024.assumptions, seniority_after_2024="counts_from_first_subsidy")
    prior = attrs.evolve(IN_2024, prior_subsidy_years=4)
    found = plans(prior, years=1, assumptions=chosen)
    assert (found.years[0].subsidy.at_least, found.years[0].subsidy.at_most) == (Euro(-15_000), Euro(0))
    assert [each[0] for each in causes(found, 1)] == ["subsidy.rate_of_year"]
    assert causes(found, 1)[0][1][0] == "reading"


def test_conditions_and_what_they_leave() -> None:
    found = plans(renewals=(attrs.evolve(SECOND, new_action_plan=False), THIRD))
    assert [year.number for year in found.years] == [4, 5, 6, 7, 8, 9]
    assert causes(found, 4, "status") == [("conditions.condition", ("value", True, False))]
    assert found.years[0].subsidy.exact == Euro(-128_000)
    # what becomes of it from year 7 on is open: nothing, or 80,000 as before
    assert (found.years[3].subsidy.at_least, found.years[3].subsidy.at_most) == (Euro(-80_000), Euro(0))
    assert causes(found, 7) == [
        ("conditions.open_after_lapse", ("lapsed", False, True)),
        ("conditions.condition", ("value", True, False)),
    ]


def test_a_reading_of_what_a_lapse_leaves() -> None:
    lapsed = attrs.evolve(
        DOSSIER,
        renewals=(attrs.evolve(SECOND, new_action_plan=False), THIRD),
        assumptions=Assumptions(lapsed_subsidy="ends"),
    )
    found = plans(lapsed, assumptions=Assumptions(lapsed_subsidy="may_resume"))
    assert [year.number for year in found.years] == [7, 8, 9]
    assert causes(found, 7) == [("conditions.open_after_lapse", ("reading", "ends", "may_resume"))]


def test_a_recognition_that_is_lost() -> None:
    lost = attrs.evolve(SECOND, legal_form="association_de_fait")
    found = plans(renewals=(lost, attrs.evolve(THIRD, legal_form="asbl")))
    assert [each[0] for each in causes(found, 7, "status")] == ["conditions.still_recognised", "conditions.condition"]


def test_a_condition_that_a_what_if_drops_adds_or_softens() -> None:
    refused = attrs.evolve(DOSSIER, renewals=(attrs.evolve(SECOND, new_action_plan=False),))
    dropped = attrs.evolve(
        REGIME_2007, conditions=tuple(each for each in REGIME_2007.conditions if each.name != "new_action_plan")
    )
    found = laws(dropped, dossier=refused, years=4)
    assert [each[:1] + each[1][:1] for each in causes(found, 4, "status")] == [("conditions.condition", "condition")]
    back = laws(REGIME_2007, dossier=refused, law=dropped, years=4)
    assert causes(back, 4, "status")[0][1][1] is None
    softer = attrs.evolve(
        REGIME_2007,
        conditions=tuple(
            attrs.evolve(each, accepted=(True, False)) if each.name == "new_action_plan" else each
            for each in REGIME_2007.conditions
        ),
    )
    found = laws(softer, dossier=refused, years=4)
    assert [each[1][0] for each in causes(found, 4, "status")] == ["condition"]
    later = attrs.evolve(
        REGIME_2007,
        conditions=tuple(
            attrs.evolve(each, beyond_year=3) if each.beyond_year else each for each in REGIME_2007.conditions
        ),
    )
    found = laws(later, years=4)
    assert [each[:1] + each[1][:1] for each in causes(found, 4, "status")] == [
        ("conditions.applicability", "condition")
    ]


def test_a_condition_that_fails_beside_another_moves_nothing() -> None:
    one = attrs.evolve(DOSSIER, renewals=(attrs.evolve(SECOND, new_action_plan=False),))
    both = attrs.evolve(
        DOSSIER,
        renewals=(attrs.evolve(SECOND, new_action_plan=False, new_objectives=False),),
        years=(*DOSSIER.years[:3], YearFacts(costs=(line(100_000),))),
    )
    (year,) = compare(funding_path(one, years=4), funding_path(both, years=4)).years
    assert year.parts == ("costs", "own_share")
    assert [each.rule.identifier for each in year.causes] == ["costs.admitted"]


def test_another_text_that_asks_for_more() -> None:
    asks = attrs.evolve(REGIME_2007.conditions[-1], beyond_year=None, assumption=None)
    stricter = attrs.evolve(REGIME_2024, identifier="other", conditions=(*REGIME_2024.conditions, asks))
    open_line = attrs.evolve(IN_2024, years=(YearFacts(costs=(line(10_000, admissible=True), line(10_000))),))
    found = laws(stricter, dossier=open_line, law=REGIME_2024, years=1)
    # 9,000 to 18,000 against 0 to 18,000
    assert (found.years[0].subsidy.at_least, found.years[0].subsidy.at_most) == (Euro(-18_000), Euro(9_000))
    assert [each[0] for each in causes(found, 1)] == ["recognition.text_of_period"]


def test_a_reading_that_one_text_does_not_have_is_no_cause() -> None:
    restarts = attrs.evolve(
        IN_2024, assumptions=attrs.evolve(IN_2024.assumptions, seniority_after_2024="restarts"), renewals=()
    )
    moved = attrs.evolve(restarts, recognised_on=date(2008, 3, 1), assumptions=Assumptions())
    found = compare(funding_path(moved, years=2), funding_path(restarts, years=2))
    assert [each[0] for each in causes(found, 2)] == ["recognition.subsidy_years"]
    (cause,) = found.years[0].causes_of("dates")
    assert [str(each) for each in cause.citations_before] == ["decree-2007 art. 2 al. 1"]


def test_two_texts() -> None:
    text = attrs.evolve(REGIME_2024, commencement=REGIME_2007.commencement)
    stated = attrs.evolve(DOSSIER, first_period=FirstPeriod(subsidy_ceiling=Euro(160_000)), renewals=())
    found = laws(text, dossier=stated, years=1)
    assert [each[0] for each in causes(found, 1)] == ["recognition.text_of_period"]
    assert found.years[0].causes[0].moves == ("text", "status", "subsidy", "own_share")
    assert "costs.admitted" in {each.rule.identifier for each in found.years[0].consequences}
    admitted = attrs.evolve(stated, years=(YearFacts(costs=(line(200_000, admissible=True),)),))
    found = laws(text, dossier=admitted, years=1)
    assert found.years[0].parts == ("text",)  # 90 % of 200,000, at the ceiling of 160,000: the same amount


def test_another_text_that_moves_nothing_is_no_cause_of_the_amount() -> None:
    text = attrs.evolve(REGIME_2007, identifier="other")
    less = attrs.evolve(DOSSIER, years=(YearFacts(costs=(line(100_000),)),))
    before = funding_path(DOSSIER, years=1, regimes=(REGIME_2007,))
    found = compare(before, funding_path(less, years=1, regimes=(text,)))
    assert [each[0] for each in causes(found, 1)] == ["costs.admitted"]
    assert [each[0] for each in causes(found, 1, "text")] == ["recognition.text_of_period"]
    narrower = attrs.evolve(text, admission=attrs.evolve(REGIME_2007.admission, natures=()))
    found = compare(before, funding_path(DOSSIER, years=1, regimes=(narrower,)))
    assert [each[0] for each in causes(found, 1)] == ["recognition.text_of_period"]


def test_days() -> None:
    found = plans(recognised_on=date(2008, 4, 1), renewals=(), years=1)
    assert [year.parts for year in found.years] == [("dates",)]
    assert causes(found, 1, "dates") == [
        ("recognition.subsidy_years", ("recognised_on", date(2008, 3, 1), date(2008, 4, 1)))
    ]
    later = plans(recognised_on=date(2024, 8, 1), renewals=(), years=1)
    assert later.years[0].parts == ("dates", "text", "status", "subsidy", "own_share")
    assert later.years[0].causes[0].moves == later.years[0].parts
    both = [
        funding_path(DOSSIER, years=1),
        funding_path(
            attrs.evolve(DOSSIER, recognised_on=date(2024, 8, 1), renewals=()), years=1, regimes=(REGIME_2007,)
        ),
    ]
    assert compare(*both).years[0].parts == ("dates",)


def test_a_day_and_a_law_together() -> None:
    moved = attrs.evolve(DOSSIER, recognised_on=date(2008, 4, 1), renewals=())
    reform = no_degressivity(REGIME_2007, percentage=Percentage(50))
    found = compare(funding_path(DOSSIER, years=1), funding_path(moved, years=1, regimes=(reform,)))
    assert [each[0] for each in causes(found, 1, "dates")] == ["recognition.subsidy_years"]
    assert [each[0] for each in causes(found, 1, "text")] == ["recognition.text_of_period"]
    assert [each[0] for each in causes(found, 1)] == ["subsidy.rate_of_year"]
    none_yet = attrs.evolve(REGIME_2007, commencement=attrs.evolve(REGIME_2007.commencement, value=date(2008, 4, 1)))
    found = compare(funding_path(DOSSIER, years=1), funding_path(moved, years=1, regimes=(none_yet,)))
    assert found.years[0].parts == ("dates",)
    named = attrs.evolve(none_yet, reforms=("later",))
    found = compare(funding_path(DOSSIER, years=1), funding_path(moved, years=1, regimes=(named,)))
    assert [each[0] for each in causes(found, 1, "text")] == ["recognition.text_of_period"]


def test_the_day_of_the_text_of_2025() -> None:
    dossier = attrs.evolve(IN_2024, recognised_on=date(2026, 3, 1))
    found = plans(
        dossier, years=1, assumptions=attrs.evolve(dossier.assumptions, entry_into_force_2025=date(2026, 1, 1))
    )
    (cause,) = found.years[0].causes
    assert shown(cause) == (
        "recognition.text_of_period",
        ("assumptions.entry_into_force_2025", date(2040, 1, 1), date(2026, 1, 1)),
    )
    assert cause.moves == ("text",)


def test_longer_periods() -> None:
    longer = attrs.evolve(REGIME_2007, recognition_years=attrs.evolve(REGIME_2007.recognition_years, value=5))
    found = laws(longer, dossier=attrs.evolve(DOSSIER, renewals=()), years=4)
    # year 4 falls in the first period, which asks for nothing: 128,000 instead of 0 to 128,000
    assert (found.years[-1].subsidy.at_least, found.years[-1].subsidy.at_most) == (Euro(0), Euro(128_000))
    assert [each[0] for each in causes(found, 4)] == ["recognition.text_of_period"]


def test_the_ceilings_that_the_government_sets() -> None:
    found = plans(IN_2024, years=1, first_period=FirstPeriod(subsidy_ceiling=Euro(50_000)))
    assert causes(found, 1) == [("subsidy.cap_subsidy", ("ceiling_cents", 10_000_000, 5_000_000))]
    unknown = plans(IN_2024, years=1, first_period=FirstPeriod())
    assert causes(unknown, 1) == [("subsidy.cap_subsidy", ("ceiling_cents", 10_000_000, None))]
    assert (unknown.years[0].subsidy.at_least, unknown.years[0].subsidy.at_most) == (Euro(-90_000), Euro(0))


def test_what_is_open_on_both_sides_is_open_once() -> None:
    open_ = attrs.evolve(DOSSIER, renewals=())
    found = laws(subsidy_ceiling(REGIME_2007), dossier=open_, years=4)
    # the renewal is due under both or under neither: 160,000 - 128,000, or nothing
    assert (found.years[3].subsidy.at_least, found.years[3].subsidy.at_most) == (Euro(0), Euro(32_000))
    assert found.total_subsidy.exact is None
    without_costs = attrs.evolve(open_, years=())
    found = laws(subsidy_ceiling(REGIME_2007), dossier=without_costs, years=4)
    # 0 to 128,000 against 0 to 160,000, and nothing more is known
    assert (found.years[3].subsidy.at_least, found.years[3].subsidy.at_most) == (Euro(-128_000), Euro(160_000))
    unbounded = attrs.evolve(IN_2024, first_period=FirstPeriod(), years=())
    other = funding_path(unbounded, years=1)
    reform = tuple(no_degressivity(each, percentage=Percentage(50)) for each in REGIMES)
    found = compare(other, funding_path(unbounded, years=1, regimes=reform))
    assert found.years[0].parts == ("text",)
    assert (found.total_subsidy.at_least, found.total_subsidy.at_most) == (None, None)


@pytest.mark.parametrize("law", [REGIME_2007, REGIME_2007_FROM_2023])
def test_the_text_amended_in_2023_asks_for_another_form(law: Regime) -> None:
    early = attrs.evolve(REGIME_2007_FROM_2023, commencement=REGIME_2007.commencement)
    gie = attrs.evolve(DOSSIER, cluster=Cluster(name="x", legal_form="gie"))
    before = funding_path(gie, years=1, regimes=(REGIME_2007,))
    found = compare(before, funding_path(gie, years=1, regimes=(attrs.evolve(law, commencement=early.commencement),)))
    if law is REGIME_2007:
        assert found.years == ()
    else:
        assert [each[1][0] for each in causes(found, 1, "status")] == ["condition"]
        assert (found.years[0].subsidy.at_least, found.years[0].subsidy.at_most) == (Euro(-160_000), Euro(0))
