"""Cases taken from the text of the law and from real clusters, each with its sum written out in cents."""

from datetime import date
from typing import Any

import attrs
import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, LegalForm, Renewal, YearFacts
from clusterlaw.money import Euro
from clusterlaw.path import FundingYear, funding_path
from clusterlaw.rules.conditions import OPEN_AFTER_LAPSE

RECOGNISED = date(2008, 3, 1)
SECOND = Renewal(starts_on=date(2011, 3, 1), new_action_plan=True, new_objectives=True)
THIRD = Renewal(starts_on=date(2014, 3, 1), favourable_evolution=True)


def line(cents: int, *, other: int = 0, admissible: bool | None = True) -> CostLine:
    return CostLine(
        nature="structure",
        purpose="daily_operation",
        amount=Euro.from_cents(cents),
        other_public_funding=Euro.from_cents(other),
        admissible=admissible,
    )


def dossier(
    *,
    cents: int | None,
    recognised_on: date = RECOGNISED,
    legal_form: LegalForm = "asbl",
    renewals: tuple[Renewal, ...] = (SECOND, THIRD),
    **facts: Any,
) -> Dossier:
    """The same admitted costs each year; None: costs not stated."""
    years = () if cents is None else (YearFacts(costs=(line(cents),)),) * 15
    return Dossier(
        cluster=Cluster(name="gold", legal_form=legal_form),
        recognised_on=recognised_on,
        renewals=renewals,
        years=years,
        **facts,
    )


def year(facts: Dossier, number: int) -> FundingYear:
    return funding_path(facts, years=number).years[-1]


def bounds(found: FundingYear) -> tuple[int, int | None]:
    most = found.subsidy_at_most
    return found.subsidy_at_least.cents, None if most is None else most.cents


@pytest.mark.parametrize(
    ("number", "cents", "subsidy"),
    [
        (4, 20_000_000, 12_800_000),  # 200,000 capped at 160,000, then 80 %: 128,000; the wrong order gives 160,000
        (1, 16_000_001, 16_000_000),  # 160,000.01 capped at 160,000, then 100 %
        (1, 15_999_999, 15_999_999),
        (7, 20_000_000, 8_000_000),  # 160,000 x 50 % = 80,000
        (7, 1, 1),  # half a cent rounds up
        (4, 1, 1),  # 0.8 cent rounds up
        (4, 0, 0),
    ],
)
def test_the_costs_are_capped_before_the_percentage(number: int, cents: int, subsidy: int) -> None:
    found = year(dossier(cents=cents), number)
    assert (found.status, found.subsidy) == ("determined", Euro.from_cents(subsidy))


def test_rounding_down_loses_the_cent() -> None:
    down = Assumptions(rounding="down")
    assert year(dossier(cents=1, assumptions=down), 7).subsidy == Euro(0)  # 0.5 cent
    assert year(dossier(cents=1, assumptions=down), 4).subsidy == Euro(0)  # 0.8 cent


def test_an_exact_result_was_not_rounded() -> None:
    assert "rounding" not in year(dossier(cents=2), 7).assumptions  # 50 % of 2 cents = 1 cent
    assert "rounding" in year(dossier(cents=1), 7).assumptions


@pytest.mark.parametrize(
    ("evolution", "status", "least", "most", "missing"),
    [
        (True, "determined", 5_000_000, 5_000_000, ()),  # 100,000 x 50 %
        (False, "refused", 0, 0, ()),
        (None, "undetermined", 0, 5_000_000, ("renewals[2014-03-01].favourable_evolution",)),
    ],
)
def test_beyond_the_sixth_year(
    evolution: bool | None, status: str, least: int, most: int, missing: tuple[str, ...]
) -> None:
    third = attrs.evolve(THIRD, favourable_evolution=evolution)
    found = year(dossier(cents=10_000_000, renewals=(SECOND, third)), 7)
    assert (found.status, bounds(found), found.missing) == (status, (least, most), missing)
    if evolution is False:
        (reason,) = found.reasons
        assert (reason.condition, reason.affects) == ("favourable_evolution", "subsidy")
        assert str(reason.citation) == "decree-2007 art. 3 § 1 al. 6"


def test_a_missing_fact_that_cannot_matter_is_not_missing() -> None:
    third = attrs.evolve(THIRD, favourable_evolution=None)
    found = year(dossier(cents=0, renewals=(SECOND, third)), 7)
    assert (found.status, found.subsidy, found.missing) == ("determined", Euro(0), ())


@pytest.mark.parametrize(
    ("reading", "status", "least", "most", "missing"),
    [
        ("ends", "refused", 0, 0, ()),
        ("may_resume", "determined", 5_000_000, 5_000_000, ()),
        (None, "undetermined", 0, 5_000_000, ("assumptions.lapsed_subsidy",)),
    ],
)
def test_a_subsidy_that_was_not_renewed(
    reading: Any, status: str, least: int, most: int, missing: tuple[str, ...]
) -> None:
    second = attrs.evolve(SECOND, new_objectives=False)
    facts = dossier(cents=10_000_000, renewals=(second, THIRD), assumptions=Assumptions(lapsed_subsidy=reading))
    assert [year(facts, number).status for number in (4, 5, 6)] == ["refused"] * 3
    found = year(facts, 7)
    assert (found.status, bounds(found), found.missing) == (status, (least, most), missing)
    assert ("lapsed_subsidy" in found.assumptions) is (reading is not None)


@pytest.mark.parametrize("reading", ["ends", "may_resume", None])
def test_a_lapse_for_another_reason_rests_on_no_counting_of_the_sixth_year(reading: Any) -> None:
    # With two prior years the other reading asks for the evolution from year 5 on; it lapsed in year 4 already.
    second = attrs.evolve(SECOND, new_action_plan=False)
    facts = dossier(
        cents=10_000_000,
        renewals=(second, THIRD),
        prior_subsidy_years=2,
        assumptions=Assumptions(lapsed_subsidy=reading),
    )
    chosen = set() if reading is None else {"lapsed_subsidy"}
    for number in (7, 8, 9, 10):
        listed = set(year(facts, number).assumptions)
        assert listed & {"sixth_year_counting", "lapsed_subsidy"} == chosen


@pytest.mark.parametrize(
    ("evolution", "counting", "lapses"),
    [
        (False, "from_recognition", False),  # under the other reading it lapses in year 5
        (False, "with_prior_years", True),
        (None, "from_recognition", False),
    ],
)
def test_a_lapse_that_the_counting_of_the_sixth_year_decides(
    evolution: bool | None, counting: Any, *, lapses: bool
) -> None:
    second = attrs.evolve(SECOND, favourable_evolution=evolution)
    assumptions = Assumptions(lapsed_subsidy="ends", sixth_year_counting=counting)
    facts = dossier(cents=10_000_000, renewals=(second, THIRD), prior_subsidy_years=2, assumptions=assumptions)
    found = year(facts, 7)
    assert (found.status == "refused") is lapses
    assert "sixth_year_counting" in found.assumptions
    assert ("lapsed_subsidy" in found.assumptions) is lapses
    # In a third period whose own evolution fails it lapses under both readings: what follows rests on neither.
    fails = year(attrs.evolve(facts, renewals=(second, attrs.evolve(THIRD, favourable_evolution=False))), 10)
    assert "sixth_year_counting" not in found_after(fails)
    assert "lapsed_subsidy" in fails.assumptions


def found_after(found: FundingYear) -> tuple[str, ...]:
    """The assumptions of the step that says whether the subsidy is still open after a lapse."""
    (step,) = (step for step in found.steps if step.rule is OPEN_AFTER_LAPSE)
    return step.assumptions


def test_without_recognition_no_reading_of_a_lapse_is_read() -> None:
    second = attrs.evolve(SECOND, new_action_plan=False)
    third = attrs.evolve(THIRD, legal_form="association_de_fait")
    facts = dossier(
        cents=10_000_000,
        renewals=(second, third),
        prior_subsidy_years=0,
        assumptions=Assumptions(lapsed_subsidy="ends"),
    )
    assert "lapsed_subsidy" in year(facts, 7).assumptions
    found = year(facts, 10)
    assert [reason.condition for reason in found.reasons] == ["recognition"]
    assert "lapsed_subsidy" not in found.assumptions


def test_the_association_de_fait_must_have_converted() -> None:
    unknown = dossier(cents=10_000_000, legal_form="association_de_fait")
    assert year(unknown, 3).status == "determined"
    assert year(unknown, 4).missing == ("renewals[2011-03-01].legal_form",)
    kept = dossier(
        cents=10_000_000,
        legal_form="association_de_fait",
        renewals=(attrs.evolve(SECOND, legal_form="association_de_fait"), THIRD),
    )
    (reason,) = year(kept, 4).reasons
    assert (reason.condition, reason.affects) == ("legal_form", "recognition_and_subsidy")
    assert str(reason.citation) == "decree-2007 art. 1 al. 3"
    assert [each.condition for each in year(kept, 7).reasons] == ["recognition"]
    converted = attrs.evolve(SECOND, legal_form="geie")
    assert year(attrs.evolve(kept, renewals=(converted, THIRD)), 7).status == "determined"


def test_a_gie_renewed_in_2024() -> None:
    # Recognised under the text of 2007; its second period starts under the text of 2007 as amended in 2023: open.
    early = dossier(
        cents=10_000_000,
        recognised_on=date(2021, 3, 1),
        legal_form="gie",
        renewals=(Renewal(starts_on=date(2024, 3, 1), new_action_plan=True, new_objectives=True),),
    )
    found = year(early, 4)
    assert (found.regime.identifier, bounds(found)) == ("2007", (0, 8_000_000))
    assert found.missing == ("legal_forms_2023",)
    # One whose second period starts under the text of 2024 must be an ASBL by then.
    late = dossier(
        cents=10_000_000,
        recognised_on=date(2021, 9, 1),
        legal_form="gie",
        renewals=(Renewal(starts_on=date(2024, 9, 1), new_objectives_contract=True, subsidy_ceiling=Euro(1_000_000)),),
        assumptions=Assumptions(seniority_after_2024="restarts"),
    )
    assert year(late, 4).missing == ("renewals[2024-09-01].legal_form",)
    (renewal,) = late.renewals
    stays = attrs.evolve(late, renewals=(attrs.evolve(renewal, legal_form="gie"),))
    (reason,) = year(stays, 4).reasons
    assert str(reason.citation) == "decree-2007 art. 1 al. 1 (2024)"
    becomes = attrs.evolve(late, renewals=(attrs.evolve(renewal, legal_form="asbl"),))
    assert year(becomes, 4).subsidy == Euro(90_000)  # restarts: rank 1, 90 % of 100,000


@pytest.mark.parametrize(
    ("reading", "percent"),
    [
        ("counts_from_first_subsidy", 60),  # year 7 after 5 years of subsidy: rank 12
        ("counts_from_first_recognition", 75),  # rank 7
        ("restarts", 90),  # year 7 less 6 years of 2007 periods: rank 1
        (None, None),
    ],
)
def test_each_reading_of_seniority_after_2024(reading: Any, percent: int | None) -> None:
    facts = dossier(
        cents=10_000_000,
        recognised_on=date(2018, 9, 1),
        prior_subsidy_years=5,
        renewals=(
            Renewal(starts_on=date(2021, 9, 1), new_action_plan=True, new_objectives=True),
            Renewal(starts_on=date(2024, 9, 1), new_objectives_contract=True, subsidy_ceiling=Euro(1_000_000)),
        ),
        assumptions=Assumptions(seniority_after_2024=reading),
    )
    found = year(facts, 7)
    if percent is None:
        assert (found.rate, bounds(found)) == (None, (6_000_000, 9_000_000))
        assert found.missing == ("assumptions.seniority_after_2024",)
    else:
        assert found.rate is not None
        assert found.rate.percentage.percent == percent
        assert found.subsidy == Euro(percent * 1000)  # that percentage of 100,000
        assert "seniority_after_2024" in found.assumptions


def test_the_subsidy_is_capped_after_the_percentage_since_2024() -> None:
    facts = dossier(
        cents=20_000_000,
        recognised_on=date(2024, 7, 1),
        renewals=(),
        first_period=FirstPeriod(subsidy_ceiling=Euro(160_000)),
    )
    found = year(facts, 1)
    assert found.subsidy == Euro(160_000)  # 90 % of 200,000 = 180,000, then at most 160,000; the other order: 144,000
    assert found.capped_costs is None
    assert {"order_2024", "ceiling_period_2024"} <= set(found.assumptions)
    assert "decree-2007 art. 3 al. 4 1° (2024)" in map(str, found.citations)


def test_facts_not_stated_under_the_text_of_2024() -> None:
    facts = dossier(cents=None, recognised_on=date(2024, 7, 1), renewals=())
    found = year(facts, 1)
    assert bounds(found) == (0, None)
    assert found.missing == ("years[0].costs", "first_period.subsidy_ceiling_cents")
    capped = attrs.evolve(facts, first_period=FirstPeriod(subsidy_ceiling=Euro(100_000)))
    assert bounds(year(capped, 1)) == (0, 10_000_000)
    stated = attrs.evolve(dossier(cents=10_000_000), recognised_on=date(2024, 7, 1), renewals=())
    assert bounds(year(stated, 1)) == (0, 9_000_000)  # at most 90 % of 100,000; the ceiling may be anything
    assert year(stated, 1).missing == ("first_period.subsidy_ceiling_cents",)
    nothing = attrs.evolve(facts, first_period=FirstPeriod(subsidy_ceiling=Euro(0)))
    assert (year(nothing, 1).status, year(nothing, 1).own_share) == ("determined", None)


def test_costs_not_stated_under_the_text_of_2007() -> None:
    facts = dossier(cents=None)
    assert bounds(year(facts, 1)) == (0, 16_000_000)
    assert bounds(year(facts, 4)) == (0, 12_800_000)  # 80 % of 160,000
    assert bounds(year(facts, 7)) == (0, 8_000_000)  # 50 %


def test_a_line_that_does_not_say_whether_it_is_admissible() -> None:
    facts = attrs.evolve(
        dossier(
            cents=None,
            recognised_on=date(2024, 7, 1),
            renewals=(),
            first_period=FirstPeriod(subsidy_ceiling=Euro(10**6)),
        ),
        years=(YearFacts(costs=(line(1_000_000), line(500_000, other=200_000, admissible=None))),),
    )
    found = year(facts, 1)
    assert bounds(found) == (900_000, 1_170_000)  # 90 % of 10,000, or of 10,000 + 5,000 - 2,000
    assert found.missing == ("years[0].costs[1].admissible",)


def test_a_line_above_the_ceiling_is_not_missing() -> None:
    # 90 % of 20,000 is above the ceiling of 10,000 whatever the open line counts for; the condition is what is missing.
    facts = dossier(
        cents=None,
        recognised_on=date(2022, 5, 1),
        renewals=(Renewal(starts_on=date(2025, 5, 1), subsidy_ceiling=Euro(10_000)),),
        assumptions=Assumptions(seniority_after_2024="restarts"),
    )
    costs = (line(2_000_000), line(500_000, admissible=None))
    found = year(attrs.evolve(facts, years=(YearFacts(costs=costs),) * 4), 4)
    assert bounds(found) == (0, 1_000_000)
    assert found.missing == ("renewals[2025-05-01].new_objectives_contract",)


def test_the_anniversaries_of_29_february_are_counted_from_the_origin() -> None:
    leap = dossier(cents=100, recognised_on=date(2008, 2, 29), renewals=())
    starts = [str(each.starts_on) for each in funding_path(leap, years=9).years]
    assert starts == [
        "2008-02-29",
        "2009-02-28",
        "2010-02-28",
        "2011-02-28",
        "2012-02-29",
        "2013-02-28",
        "2014-02-28",
        "2015-02-28",
        "2016-02-29",
    ]
    march = attrs.evolve(leap, assumptions=Assumptions(leap_day="march_1"))
    assert [str(each.starts_on) for each in funding_path(march, years=5).years][1:] == [
        "2009-03-01",
        "2010-03-01",
        "2011-03-01",
        "2012-02-29",
    ]
    assert "leap_day" in year(leap, 2).assumptions


def test_a_period_that_is_running_keeps_its_text() -> None:
    facts = dossier(cents=100, recognised_on=date(2022, 5, 1), renewals=())
    found = funding_path(facts, years=9).years
    assert [each.regime.identifier for each in found] == ["2007"] * 3 + ["2024"] * 4 + ["2025"] * 2
    assert [each.recognition_period for each in found] == [1, 1, 1, 2, 2, 2, 2, 3, 4]
    assert "decree-2024 art. 22" in map(str, found[2].citations)
    assert "running_recognition_2025" in found[3].assumptions  # 2025-05-01 to 2026-05-01 runs over 2026-01-01
    assert "running_recognition_2025" not in found[2].assumptions


@pytest.mark.parametrize(
    ("recognised_on", "text", "years"),
    [
        (date(2007, 7, 1), "2007", 3),
        (date(2024, 6, 30), "2007", 3),
        (date(2024, 7, 1), "2024", 4),
        (date(2025, 12, 31), "2024", 4),
        (date(2026, 1, 1), "2025", 1),
    ],
)
def test_the_text_of_a_period_is_the_one_of_its_first_day(recognised_on: date, text: str, years: int) -> None:
    (period, *_) = funding_path(dossier(cents=1, recognised_on=recognised_on, renewals=())).recognition
    assert (period.regime.identifier, period.last_year) == (text, years)


def test_results_after_a_triennium() -> None:
    renewal = Renewal(
        starts_on=date(2025, 5, 1), new_objectives_contract=True, results_reported=False, subsidy_ceiling=Euro(10**6)
    )
    facts = dossier(cents=100, recognised_on=date(2022, 5, 1), renewals=(renewal,))
    chosen = Assumptions(seniority_after_2024="restarts")
    assert year(attrs.evolve(facts, assumptions=chosen), 4).status == "determined"
    required = attrs.evolve(chosen, results_after_triennium="required")
    assert [each.condition for each in year(attrs.evolve(facts, assumptions=required), 4).reasons] == [
        "results_reported"
    ]


def test_auto_mobilite_counts_its_pilot_years() -> None:
    # Six prior years: rank 7 in year 1, so 50 % of 100,000 from the start; the condition beyond the sixth year is
    # counted from the recognition unless the other reading is chosen.
    facts = dossier(cents=10_000_000, recognised_on=date(2007, 10, 1), prior_subsidy_years=6, renewals=())
    found = year(facts, 1)
    assert found.subsidy == Euro(50_000)
    assert "decree-2007 art. 10 al. 2" in map(str, found.citations)
    assert "sixth_year_counting" in found.assumptions
    other = attrs.evolve(facts, assumptions=Assumptions(sixth_year_counting="with_prior_years"))
    assert year(other, 1).missing == ("first_period.favourable_evolution",)


def test_own_share_is_what_the_others_leave() -> None:
    # 100,000 of which others pay 30,000: 70,000 admitted, 80 % = 56,000; 100,000 - 30,000 - 56,000 = 14,000.
    facts = attrs.evolve(dossier(cents=None), years=(YearFacts(costs=(line(10_000_000, other=3_000_000),)),) * 4)
    found = year(facts, 4)
    assert (found.subsidy, found.own_share) == (Euro(56_000), Euro(14_000))
    whole = attrs.evolve(facts, assumptions=Assumptions(partial_other_funding="exclude_line"))
    assert (year(whole, 4).subsidy, year(whole, 4).own_share) == (Euro(0), Euro(70_000))


def test_renewal_deadline_and_late_requests() -> None:
    facts = dossier(cents=100, renewals=(attrs.evolve(SECOND, requested_on=date(2010, 11, 1)), THIRD))
    path = funding_path(facts)
    # The period ends before 2011-03-01; four months earlier is 2010-11-01; `before`: the day before that.
    assert path.renewal_deadline(path.recognition[0]) == date(2010, 10, 31)
    assert [renewal.starts_on for renewal in path.late_requests] == [date(2011, 3, 1)]
    on = funding_path(attrs.evolve(facts, assumptions=Assumptions(deadline_counting="on")))
    assert (on.renewal_deadline(on.recognition[0]), on.late_requests) == (date(2010, 11, 1), ())
    under_2025 = funding_path(dossier(cents=100, recognised_on=date(2026, 1, 1), renewals=()))
    assert under_2025.renewal_deadline(under_2025.recognition[0]) is None


@pytest.mark.parametrize(("years", "late"), [(1, []), (3, []), (4, ["2011-03-01"]), (7, ["2011-03-01", "2014-03-01"])])
def test_a_renewal_beyond_the_horizon_is_unused_and_not_late(years: int, late: list[str]) -> None:
    # Requested on the day on which the period starts, months after the last day.
    renewals = tuple(attrs.evolve(each, requested_on=each.starts_on) for each in (SECOND, THIRD))
    path = funding_path(dossier(cents=100, renewals=renewals), years=years)
    assert [str(renewal.starts_on) for renewal in path.late_requests] == late
    unused = [name for name in path.unused if name.endswith("requested_on")]
    beyond = [each for each in ("2011-03-01", "2014-03-01") if each not in late]
    assert unused == [f"renewals[{each}].requested_on" for each in beyond]


def test_a_day_at_the_end_of_the_calendar_of_dossiers() -> None:
    assert len(funding_path(dossier(cents=100, recognised_on=date(2199, 12, 31), renewals=()), years=50).years) == 50
