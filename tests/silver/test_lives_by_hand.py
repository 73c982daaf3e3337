"""Lives that combine several provisions, each outcome derived by hand from the gold cases."""

from datetime import date
from typing import Any

import attrs
import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.calendar import calendar_of
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.entries import due_on
from clusterlaw.errors import FactError
from clusterlaw.finding import Determined, Refused, Undetermined
from clusterlaw.history import Event, History, history_of
from clusterlaw.incomplete import IncompleteYear, incomplete_years
from clusterlaw.law import REGIMES
from clusterlaw.law.timetables import TIMETABLES
from clusterlaw.life import life_of
from clusterlaw.lifecycle import finding_of_period, state_on
from clusterlaw.money import Euro
from clusterlaw.policy import changes_on
from clusterlaw.sources import Cited

CLUSTER = Cluster(name="x", legal_form="asbl")
LINE = CostLine(nature="structure", purpose="daily_operation", amount=Euro(200_000), other_public_funding=Euro(0))


def at(kind: Any, day: str, **facts: Any) -> Event:
    return Event(event=kind, on=date.fromisoformat(day), **facts)


def history(*events: Event, **facts: Any) -> History:
    return History(cluster=CLUSTER, events=events, **facts)


def dossier(*renewals: Renewal, recognised_on: str = "2008-03-01", **facts: Any) -> Dossier:
    facts = {"cluster": CLUSTER, "years": (YearFacts(costs=(LINE,)),) * 9} | facts
    return Dossier(recognised_on=date.fromisoformat(recognised_on), renewals=renewals, **facts)


SECOND = Renewal(starts_on=date(2011, 3, 1), new_action_plan=True, new_objectives=True)
THIRD = Renewal(starts_on=date(2014, 3, 1), favourable_evolution=True)


def cut(*events: Event, of: Dossier) -> IncompleteYear:
    (year,) = incomplete_years(life_of(history_of(of, events=events)))
    return year


def test_a_renewal_decided_late_starts_where_the_period_ended_but_rewrites_nothing() -> None:
    told = history(at("recognised", "2008-03-01"), at("renewal_requested", "2010-10-01"), at("renewed", "2011-05-10"))
    waiting, decided = state_on(told, date(2011, 5, 9)), state_on(told, date(2011, 5, 10))
    assert (waiting.state, waiting.recognised, waiting.subsidy) == ("awaiting_decision", False, "none")
    assert waiting.questions == ("decision_after_expiry",)
    assert waiting.missing == ("events.renewed",)
    assert (decided.state, decided.subsidy, decided.year) == ("recognised", "open", 4)
    assert decided.period is not None
    assert decided.period.starts_on == date(2011, 3, 1)
    assert decided.questions == ("decision_after_expiry",)
    assert "year_counting" in decided.assumptions
    refused = attrs.evolve(told, events=(*told.events[:2], at("renewal_refused", "2011-05-10")))
    assert (state_on(refused, date(2011, 5, 10)).state, state_on(refused, date(2011, 5, 10)).missing) == ("expired", ())
    again = attrs.evolve(told, events=(*told.events[:2], at("recognised", "2011-05-10")))
    assert (state_on(again, date(2011, 5, 10)).recognition, state_on(again, date(2011, 5, 10)).year) == (2, 1)


def test_a_late_renewal_keeps_its_percentage_and_its_evaluation() -> None:
    told = history(at("recognised", "2008-03-01"), at("renewal_requested", "2010-10-01"), at("renewed", "2013-10-10"))
    calendar = calendar_of(told)
    (change,) = calendar.of("percentage_changes")
    assert change.label.en == "percentage of the costs: 100% → 80%, from year 4"
    second = calendar.of("global_evaluation")[1]
    assert (second.period, str(second.days and second.days.starts_on)) == (2, "2013-09-01")


def test_a_refusal_that_a_renewal_follows_says_nothing_of_the_next_end() -> None:
    told = history(at("recognised", "2008-03-01"), at("renewal_refused", "2010-12-01"), at("renewed", "2011-01-15"))
    assert state_on(told, date(2014, 3, 1)).missing == ("events.renewed",)
    refused = history(at("recognised", "2008-03-01"), at("renewal_refused", "2010-12-01"))
    assert state_on(refused, date(2011, 3, 1)).missing == ()


def test_questions_of_an_earlier_state_are_not_asked_again() -> None:
    told = history(
        at("recognition_requested", "2007-10-01"), at("recognised", "2008-03-01"), subsidised_before_decree=True
    )
    assert state_on(told, date(2007, 10, 1)).questions == ("three_months_of_article_10",)
    assert state_on(told, date(2011, 3, 1)).questions == ()


def test_an_evaluation_cut_by_a_withdrawal_is_not_overdue() -> None:
    told = history(at("recognised", "2008-03-01"), at("withdrawn", "2010-11-15"))
    (entry,) = calendar_of(told).of("global_evaluation")
    assert (str(entry.last_day), due_on(entry, date(2010, 11, 15)).status) == ("2010-11-14", "past")
    assert due_on(entry, date(2010, 11, 14)).status == "open"


def test_a_decision_on_the_day_of_the_end_is_in_time() -> None:
    told = history(at("recognised", "2008-03-01"), at("renewed", "2011-03-01"))
    assert state_on(told, date(2011, 3, 1)).year == 4
    with pytest.raises(FactError, match="has expired: it is no longer renewed"):
        life_of(history(at("recognised", "2008-03-01"), at("renewed", "2011-03-02")))
    life_of(history(at("recognised", "2008-03-01"), at("recognised", "2011-03-01")))  # a new one the day after the last


@pytest.mark.parametrize(
    ("reading", "outcome"), [(None, ("open", ("assumptions.lapsed_subsidy",))), ("may_resume", ("open", ()))]
)
def test_a_subsidy_that_resumes(reading: Any, outcome: tuple[str, tuple[str, ...]]) -> None:
    events = (at("recognised", "2008-03-01"), at("renewed_without_subsidy", "2011-02-01"), at("renewed", "2014-02-01"))
    told = history(*events, assumptions=Assumptions(lapsed_subsidy=reading))
    standing = state_on(told, date(2014, 3, 1))
    assert (standing.subsidy, standing.missing) == outcome
    assert ("lapsed_subsidy" in standing.assumptions) is (reading == "may_resume")
    for step in standing.steps:
        assert step.replay() == step.result


def test_a_subsidy_that_does_not_resume() -> None:
    events = (at("recognised", "2008-03-01"), at("renewed_without_subsidy", "2011-02-01"), at("renewed", "2014-02-01"))
    told = history(*events, assumptions=Assumptions(lapsed_subsidy="ends"))
    with pytest.raises(FactError, match=r"events\[2\]: .*lapsed_subsidy = ends.*decree-2007 art\. 3 § 1 al\. 5"):
        life_of(told)
    without = attrs.evolve(told, events=(*events[:2], at("renewed_without_subsidy", "2014-02-01")))
    assert state_on(without, date(2014, 3, 1)).subsidy == "not_renewed"


def test_a_subsidy_that_was_not_renewed_stays_so_while_a_decision_is_awaited() -> None:
    events = (
        at("recognised", "2008-03-01"),
        at("renewed_without_subsidy", "2011-02-01"),
        at("renewal_requested", "2013-10-01"),
        at("renewed", "2014-05-01"),
    )
    with pytest.raises(FactError, match=r"events\[3\]"):
        life_of(history(*events, assumptions=Assumptions(lapsed_subsidy="ends")))
    late = history(*events[:3], at("renewed_without_subsidy", "2014-05-01"))
    assert (state_on(late, date(2014, 5, 1)).subsidy, state_on(late, date(2014, 5, 1)).falls) == (
        "not_renewed",
        "subsidy",
    )


def test_what_a_dossier_presumes() -> None:
    told = history_of(dossier(SECOND, THIRD))
    assert [(each.event, each.presumed) for _, each in told.ordered] == [
        ("recognised", False),
        ("renewed", True),
        ("renewed", True),
    ]
    standing = state_on(told, date(2015, 1, 1))
    assert (standing.year, standing.ranks, standing.missing) == (7, (7,), ())
    assert "procedure_presumed" in standing.assumptions
    open_plan = history_of(dossier(attrs.evolve(SECOND, new_action_plan=None)))
    assert state_on(open_plan, date(2011, 3, 1)).missing == ("renewals[2011-03-01].new_action_plan",)
    assert state_on(open_plan, date(2009, 3, 1)).missing == ()
    gap = history_of(dossier(THIRD))  # of the second period nothing is stated
    assert [each.event for each in gap.events] == ["recognised"]
    assert life_of(gap).unused == ("renewals[2014-03-01]",)


def test_a_condition_that_certainly_fails() -> None:
    no_plan = history_of(dossier(attrs.evolve(SECOND, new_action_plan=False)))
    standing = state_on(no_plan, date(2011, 3, 1))
    assert (standing.recognised, standing.subsidy, standing.falls) == (True, "not_renewed", "subsidy")
    assert [(each.condition, str(each.citation)) for each in standing.reasons] == [
        ("new_action_plan", "decree-2007 art. 3 § 1 al. 5")
    ]
    no_form = history_of(dossier(attrs.evolve(SECOND, legal_form="association_de_fait")))
    standing = state_on(no_form, date(2011, 3, 1))
    assert (standing.state, standing.falls, standing.missing) == ("expired", "recognition_and_subsidy", ())
    assert [(each.condition, each.affects) for each in standing.reasons] == [("legal_form", "recognition_and_subsidy")]
    assert state_on(no_form, date(2011, 2, 28)).reasons == ()
    stated = history_of(dossier(SECOND), events=(at("renewed_without_subsidy", "2011-02-01"),))
    assert state_on(stated, date(2011, 3, 1)).reasons == ()  # a decision that is stated needs no reason of ours


def test_facts_that_change_nothing_are_told() -> None:
    late = attrs.evolve(SECOND, requested_on=date(2012, 1, 1))
    withdrawn = history_of(dossier(late, THIRD), events=(at("withdrawn", "2011-09-01"),))
    assert life_of(withdrawn).unused == ("renewals[2011-03-01].requested_on", "renewals[2014-03-01]")
    early = history_of(dossier(), mandates_started_on=date(2007, 6, 30))
    assert calendar_of(early).unused == ("mandates_started_on",)
    none = history_of(dossier(), mandates_started_on=date(2026, 6, 30))
    assert calendar_of(none).unused == ("mandates_started_on",)
    assert calendar_of(history_of(dossier(), mandates_started_on=date(2008, 6, 30))).unused == ()


def test_a_pilot_cluster_whose_recognition_is_refused() -> None:
    told = history(
        at("recognition_requested", "2007-09-01"),
        at("recognition_refused", "2007-12-01"),
        subsidised_before_decree=True,
    )
    assert state_on(told, date(2007, 12, 1)).subsidy == "may_be_lost"
    pending = history(at("recognition_requested", "2007-09-01"), subsidised_before_decree=True)
    assert state_on(pending, date(2024, 6, 30)).questions == ()
    assert state_on(pending, date(2024, 7, 1)).questions == ("earlier_subsidy_without_recognition",)  # art. 10 is gone


def test_a_year_cut_short_of_a_subsidy_that_fell_before() -> None:
    year = cut(at("subsidy_refused", "2008-06-01"), at("withdrawn", "2009-09-01"), of=dossier())
    assert isinstance(year.finding, Refused)
    assert [(each.condition, str(each.citation)) for each in year.finding.reasons] == [
        ("not_granted", "decree-2007 art. 3 § 1 al. 1")
    ]
    form = Cluster(name="x", legal_form="gie")
    of_2024 = dossier(recognised_on="2025-01-01", cluster=form)
    year = cut(at("withdrawn", "2025-03-01"), of=of_2024)
    assert isinstance(year.finding, Refused)
    assert [each.condition for each in year.finding.reasons] == ["legal_form"]


def test_a_year_cut_short_on_the_day_on_which_the_subsidy_fell() -> None:
    year = cut(at("subsidy_refused", "2009-09-01"), at("withdrawn", "2009-09-01"), of=dossier())
    assert isinstance(year.finding, Refused)
    assert [str(each.citation) for each in year.finding.reasons] == ["decree-2007 art. 3 § 1 al. 1"]


def test_a_year_in_which_control_was_refused() -> None:
    line = attrs.evolve(LINE, admissible=True)
    stated = dossier(
        recognised_on="2025-01-01",
        years=(YearFacts(costs=(line,)),),
        first_period=FirstPeriod(subsidy_ceiling=Euro(73_000)),
        assumptions=Assumptions(incomplete_year="pro_rata_days"),
    )
    lost = cut(at("control_refused", "2025-02-20", excused=False), of=stated)
    assert isinstance(lost.finding, Undetermined)
    # fifty days of 365: 73,000 / 7.3 = 10,000; whether even that is lost, no text says
    assert (lost.finding.least, lost.finding.greatest) == (Euro(0), Euro(10_000))
    assert lost.finding.missing == ("extent_of_loss",)
    doubt = cut(at("control_refused", "2025-02-20"), of=stated)
    assert isinstance(doubt.finding, Undetermined)
    assert (doubt.finding.least, doubt.finding.greatest) == (Euro(0), Euro(73_000))
    assert doubt.finding.missing == ("events[0].excused", "extent_of_loss")
    assert (
        incomplete_years(life_of(history_of(stated, events=(at("control_refused", "2025-02-20", excused=True),)))) == ()
    )


def test_no_year_is_cut_on_its_first_day_or_beyond_the_horizon_of_a_path() -> None:
    assert incomplete_years(life_of(history_of(dossier(), events=(at("withdrawn", "2009-03-01"),)))) == ()
    decided = [at("renewed", f"{year}-02-01") for year in range(2027, 2080)]
    long = history(at("recognised", "2026-03-01"), *decided[:50], at("withdrawn", "2076-06-01"))
    assert incomplete_years(life_of(long)) == ()
    shorter = history(at("recognised", "2026-03-01"), *decided[:49], at("withdrawn", "2075-06-01"))
    assert [each.number for each in incomplete_years(life_of(shorter))] == [50]


def test_of_a_second_recognition_the_rank_is_an_open_question() -> None:
    told = history(
        at("recognised", "2008-03-01"),
        at("withdrawn", "2009-06-01"),
        at("recognised", "2010-01-01"),
        at("withdrawn", "2010-05-01"),
    )
    first, second = incomplete_years(life_of(told))
    assert (first.recognition, first.number, second.recognition, second.number) == (1, 2, 2, 1)
    assert isinstance(second.finding, Undetermined)
    assert second.finding.missing == ("years[0].costs", "rank_after_new_recognition")
    assert [each.recognition for each in calendar_of(told).of("percentage_changes")] == []


def test_a_half_that_an_end_comes_before() -> None:
    later = Assumptions(entry_into_force_2025=date(2040, 1, 1))
    whole = calendar_of(history(at("recognised", "2024-09-01"), assumptions=later)).of("half_way_evaluation")
    assert [str(each.last_day) for each in whole] == ["2026-09-01"]
    cut_short = history(at("recognised", "2024-09-01"), at("withdrawn", "2026-09-01"), assumptions=later)
    assert calendar_of(cut_short).of("half_way_evaluation") == ()


def test_a_reform_is_another_timetable() -> None:
    five = attrs.evolve(REGIMES[0], recognition_years=Cited(value=5, citation=REGIMES[0].recognition_years.citation))
    half = attrs.evolve(
        TIMETABLES[0],
        half_way_evaluation=Cited(value=True, citation=TIMETABLES[1].half_way_evaluation.citation),
        parliament_report=Cited(value=False, citation=TIMETABLES[0].parliament_report.citation),
    )
    told = history(at("recognised", "2008-08-31"))
    found = calendar_of(told, regimes=(five,), timetables=(half,))
    assert [str(each.last_day) for each in found.of("half_way_evaluation")] == ["2011-02-28"]  # two years, six months
    assert found.of("report_to_parliament") == ()
    assert found.of("personal_data") == ()  # no text of this reform has the rule
    assert str(found.life.runs[0].days.ends_before) == "2013-08-31"


def test_a_percentage_of_the_first_renewal_without_subsidy_does_not_change() -> None:
    told = history(at("recognised", "2008-03-01"), at("renewed_without_subsidy", "2011-02-01"))
    assert calendar_of(told).of("percentage_changes") == ()
    renewed = history(at("recognised", "2008-03-01"), at("renewed", "2011-02-01"))
    (change,) = calendar_of(renewed).of("percentage_changes")
    assert (str(change.last_day), change.label.en) == ("2011-03-01", "percentage of the costs: 100% → 80%, from year 4")


def test_what_a_date_rests_on() -> None:
    renewals = (at("renewed", "2025-04-01"), at("renewed", "2029-04-01"))
    chosen = Assumptions(seniority_after_2024="restarts")
    calendar = calendar_of(history(at("recognised", "2022-05-01"), *renewals, assumptions=chosen))
    starts = {each.period: each.assumptions for each in calendar.of("period_starts")}
    assert starts == {
        1: ("year_counting",),
        2: ("year_counting", "entry_into_force_2025"),
        3: ("year_counting", "entry_into_force_2025"),
    }
    last = calendar.of("subsidy_year_starts")[-1]
    assert last.assumptions == ("subsidy_length_2025", "year_counting")
    changes = {each.number: (each.label.en[25:], each.assumptions) for each in calendar.of("percentage_changes")}
    assert changes == {
        4: ("100% → 90%, from year 4", ("year_counting", "no_prior_subsidy")),  # 90 % in year 4 under every reading
        # in year 7 under this reading 90 %, its rank being 4; under the others 75 %, from year 5
        8: ("90% → 75%, from year 8", ("year_counting", "seniority_after_2024")),
    }


def test_a_late_request_is_a_warning() -> None:
    told = history(at("recognised", "2008-03-01"), at("renewal_requested", "2010-11-01"))
    (entry,) = calendar_of(told).of("renewal_request")
    assert (entry.late, str(entry.done_on)) == (True, "2010-11-01")
    in_time = history(at("recognised", "2008-03-01"), at("renewal_requested", "2010-10-31"))
    assert calendar_of(in_time).of("renewal_request")[0].late is False


def test_a_year_told_by_its_days() -> None:
    standing = state_on(history(at("recognised", "2008-02-29")), date(2009, 3, 1))
    assert standing.year_days is not None
    assert (str(standing.year_days.starts_on), str(standing.year_days.ends_before)) == ("2009-02-28", "2010-02-28")
    assert state_on(history(), date(2009, 3, 1)).year_days is None
    assert state_on(history(), date(2009, 3, 1)).missing == ()


def test_no_period_no_finding() -> None:
    life = life_of(history(at("recognition_requested", "2008-03-01")))
    with pytest.raises(ValueError, match="no period runs from 2008-03-01"):
        finding_of_period(life, life.moments[0])


def test_nothing_changes_before_the_decree_or_without_a_text() -> None:
    told = history(at("recognised", "2008-03-01"))
    for day in (date(2007, 7, 1), date(2005, 1, 1), date(2010, 1, 1)):
        assert changes_on(told, day) == ()
    (found,) = changes_on(told, date(2023, 11, 2))
    assert (found.part.name, found.text("fr")) == ("conditions", "conditions, dont la forme juridique")


def test_a_recognition_of_no_day_leaves_no_period() -> None:
    told = history(at("recognised", "2008-03-01"), at("withdrawn", "2008-03-01"))
    assert life_of(told).runs == ()
    assert state_on(told, date(2008, 3, 1)).state == "withdrawn"
    assert {each.kind for each in calendar_of(told).entries} <= {"report_to_parliament", "committee_meetings"}


def test_an_action_before_the_ten_years_suspends_nothing() -> None:
    events = (at("legal_action_started", "2012-01-01"), at("legal_action_ended", "2013-01-01"))
    (entry,) = calendar_of(history(at("recognised", "2013-07-01"), *events)).of("personal_data")
    assert str(entry.last_day) == "2026-12-31"
    across = (at("legal_action_started", "2016-12-01"), at("legal_action_ended", "2017-01-11"))
    (entry,) = calendar_of(history(at("recognised", "2013-07-01"), *across)).of("personal_data")
    assert str(entry.last_day) == "2027-01-10"  # the ten days of it in 2017


def test_a_determined_part_names_only_the_assumptions_it_rests_on() -> None:
    line = attrs.evolve(LINE, amount=Euro(1000))
    for reading in ("full_ceiling", "pro_rata_days"):
        stated = dossier(years=(YearFacts(costs=(line,)),), assumptions=Assumptions(incomplete_year=reading))  # type: ignore[arg-type]
        year = cut(at("withdrawn", "2008-09-01"), of=stated)
        assert isinstance(year.finding, Determined)
        assert year.finding.value == Euro(1000)  # 100 % of costs below either ceiling
        assert [step.assumptions for step in year.finding.steps] == [("incomplete_year",), ()]
