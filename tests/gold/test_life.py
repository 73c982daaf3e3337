"""The life of a cluster and its dates, each expected value counted by hand from the texts (arts 2 to 10/4, 22)."""

from datetime import date
from typing import Any

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.calendar import Calendar, calendar_of
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, YearFacts
from clusterlaw.entries import Entry, due_on
from clusterlaw.errors import FactError
from clusterlaw.finding import Determined, Undetermined
from clusterlaw.history import Event, History, history_of
from clusterlaw.incomplete import incomplete_years
from clusterlaw.life import life_of
from clusterlaw.lifecycle import state_on
from clusterlaw.money import Euro
from clusterlaw.periods import Period
from clusterlaw.policy import changes_on, policy_on

CLUSTER = Cluster(name="x", legal_form="asbl")


def history(*events: tuple[str, str] | tuple[str, str, bool], **facts: Any) -> History:
    found = []
    for kind, day, *excused in events:
        found.append(Event(event=kind, on=date.fromisoformat(day), excused=excused[0] if excused else None))  # type: ignore[arg-type]
    return History(cluster=CLUSTER, events=tuple(found), **facts)


def calendar(*events: Any, **facts: Any) -> Calendar:
    return calendar_of(history(*events, **facts))


def only(found: Calendar, kind: Any) -> Entry:
    (entry,) = found.of(kind)
    return entry


def days(entry: Entry) -> tuple[str, str] | None:
    return None if entry.days is None else (str(entry.days.starts_on), str(entry.days.ends_before))


def refusal(*events: Any, **facts: Any) -> str:
    with pytest.raises(FactError) as caught:
        life_of(history(*events, **facts))
    return str(caught.value)


# Art. 6 al. 1 (official): at the latest four months before the end, three years after the recognition (2007).
@pytest.mark.parametrize(
    ("recognised", "before", "on"),
    [
        ("2008-03-01", "2010-10-31", "2010-11-01"),
        ("2008-06-30", "2011-02-27", "2011-02-28"),  # 30 June less four months: February has no 30th
        ("2009-06-30", "2012-02-28", "2012-02-29"),  # nor in a leap year
        ("2009-07-01", "2012-02-29", "2012-03-01"),  # the day before 1 March of a leap year
        ("2008-02-29", "2010-10-27", "2010-10-28"),  # its third anniversary is 28 February 2011
        ("2008-12-31", "2011-08-30", "2011-08-31"),
    ],
)
def test_the_last_day_of_the_renewal_request(recognised: str, before: str, on: str) -> None:
    for reading, expected in (("before", before), ("on", on)):
        found = calendar(("recognised", recognised), assumptions=Assumptions(deadline_counting=reading))  # type: ignore[arg-type]
        entry = only(found, "renewal_request")
        assert (entry.role, entry.actor, str(entry.last_day)) == ("deadline", "cluster", expected)
        assert (str(entry.citation), entry.basis.value) == ("decree-2007 art. 6 al. 1", "official")
        assert "deadline_counting" in entry.assumptions
        assert str(entry.opens_on) == recognised


def test_no_last_day_is_known_under_the_text_of_2025() -> None:
    entry = only(calendar(("recognised", "2026-02-01")), "renewal_request")
    assert (entry.role, entry.days, entry.questions) == ("undated", None, ("renewal_deadline_2025",))


# Art. 8: in the last six months of each period, if subsidised (2007).
@pytest.mark.parametrize(
    ("recognised", "window"),
    [
        ("2008-03-01", ("2010-09-01", "2011-03-01")),
        ("2008-08-31", ("2011-02-28", "2011-08-31")),
        ("2024-09-01", ("2028-03-01", "2028-09-01")),  # four years, art. 8 al. 2
    ],
)
def test_the_global_evaluation(recognised: str, window: tuple[str, str]) -> None:
    entry = only(calendar(("recognised", recognised)), "global_evaluation")
    assert (entry.role, days(entry)) == ("window", window)
    place = "decree-2007 art. 8" if recognised < "2024" else "decree-2007 art. 8 al. 2 (2024)"
    assert (str(entry.citation), entry.condition is None) == (place, recognised > "2024")


def test_no_global_evaluation_of_a_cluster_without_subsidy_in_2007() -> None:
    refused = ("subsidy_refused", "2008-04-01")
    assert calendar(("recognised", "2008-03-01"), refused).of("global_evaluation") == ()
    assert len(calendar(("recognised", "2024-09-01"), ("subsidy_refused", "2024-10-01")).of("global_evaluation")) == 1
    unseen = only(calendar(("recognised", "2026-02-01")), "global_evaluation")
    assert (unseen.role, unseen.questions) == ("undated", ("global_evaluation_2025",))


# Art. 8 al. 1 (2024): at half of the period; repealed by the decree-programme of 2025, art. 7.
def test_the_half_way_evaluation() -> None:
    found = only(calendar(("recognised", "2024-09-01")), "half_way_evaluation")
    assert (found.role, found.days, str(found.citation)) == ("undated", None, "decree-programme-2025 art. 7")
    assert found.questions == ("half_way_evaluation_after_2025",)
    later = Assumptions(entry_into_force_2025=date(2026, 9, 2))
    found = only(calendar(("recognised", "2024-09-01"), assumptions=later), "half_way_evaluation")
    assert (found.role, days(found)) == ("around", ("2026-09-01", "2026-09-02"))
    assert str(found.citation) == "decree-2007 art. 8 al. 1 (2024)"
    assert calendar(("recognised", "2008-03-01")).of("half_way_evaluation") == ()
    assert calendar(("recognised", "2026-02-01")).of("half_way_evaluation") == ()


# Art. 9: every three years from 1 July 2007, every four from 1 July 2024.
def test_the_evaluations_of_the_policy() -> None:
    found = calendar_of(history(("recognised", "2007-07-01")), until=date(2032, 7, 2)).of("policy_evaluation")
    assert [str(each.days.starts_on) for each in found if each.days] == [
        "2010-07-01",
        "2013-07-01",
        "2016-07-01",
        "2019-07-01",
        "2022-07-01",
        "2028-07-01",
        "2032-07-01",
    ]
    assert {each.role for each in found} == {"from"}
    assert [str(each.citation) for each in found] == ["decree-2007 art. 9"] * 5 + ["decree-2007 art. 9 (2024)"] * 2
    assert [str(each.done_on) for each in found[:2]] == ["2011-09-30", "None"]  # finished in September 2011
    assert found[0].done_as is not None
    assert "September 2011" in found[0].done_as.en


# Arts 4 and 7: rhythms, whose days no text fixes.
def test_the_report_and_the_meetings() -> None:
    found = calendar_of(history(("recognised", "2008-03-01")), until=date(2027, 1, 1))
    reports = [(days(each), str(each.citation), each.label.en[-7:]) for each in found.of("report_to_parliament")]
    assert reports == [
        (("2008-03-01", "2024-07-01"), "decree-2007 art. 7", "(CESRW)"),
        (("2024-07-01", "2027-01-01"), "decree-2007 art. 7", " (CESE)"),
    ]
    meetings = [(days(each), each.label.en[:12], str(each.citation)) for each in found.of("committee_meetings")]
    assert meetings == [
        (("2008-03-01", "2024-07-01"), "at least 2 m", "decree-2007 art. 4 al. 5"),
        (("2024-07-01", "2026-01-01"), "at least 1 m", "decree-2007 art. 4 al. 5 (2024)"),
    ]
    assert {each.role for each in (*found.of("report_to_parliament"), *found.of("committee_meetings"))} == {"rhythm"}


@pytest.mark.parametrize(
    ("started", "last", "place"),
    [
        ("2008-01-15", "2013-01-14", "decree-2007 art. 4 al. 6"),  # five years
        ("2024-09-01", "2025-12-31", "decree-programme-2025 art. 6"),  # abolished before
    ],
)
def test_the_end_of_the_mandates(started: str, last: str, place: str) -> None:
    found = calendar(("recognised", "2008-03-01"), mandates_started_on=date.fromisoformat(started))
    entry = only(found, "mandates_end")
    assert (str(entry.last_day), str(entry.citation)) == (last, place)
    assert calendar(("recognised", "2008-03-01")).of("mandates_end") == ()


# Art. 10/3: ten years from 1 January of the year after the end; suspended by an action.
@pytest.mark.parametrize(
    ("recognised", "last"),
    [
        ("2013-07-01", "2026-12-31"),  # ends on 30 June 2016: from 1 January 2017
        ("2014-01-01", "2026-12-31"),  # ends on 31 December 2016: from 1 January 2017 too
        ("2014-01-02", "2027-12-31"),  # ends on 1 January 2017: from 1 January 2018
    ],
)
def test_the_keeping_of_personal_data(recognised: str, last: str) -> None:
    entry = only(calendar(("recognised", recognised)), "personal_data")
    assert (str(entry.last_day), str(entry.citation)) == (last, "decree-2007 art. 10/3 1° (2024)")
    assert entry.condition is not None  # no decision on the renewal is stated
    refused = only(calendar(("recognised", recognised), ("renewal_refused", "2016-06-01")), "personal_data")
    assert refused.condition is None


def test_an_action_suspends_the_keeping_of_personal_data() -> None:
    action = ("legal_action_started", "2020-03-01"), ("legal_action_ended", "2020-03-31")
    entry = only(calendar(("recognised", "2013-07-01"), *action), "personal_data")
    assert str(entry.last_day) == "2027-01-30"  # thirty days more than 31 December 2026
    running = only(calendar(("recognised", "2013-07-01"), action[0]), "personal_data")
    assert (running.role, running.missing) == ("undated", ("events.legal_action_ended",))
    closed = calendar(("recognised", "2013-07-01"), ("budget_year_closed", "2018-05-02")).of("personal_data")
    assert [str(each.last_day) for each in closed] == ["2026-12-31", "2028-12-31"]
    assert str(closed[1].citation) == "decree-2007 art. 10/3 2° (2024)"
    assert calendar(("recognised", "2008-03-01"), ("withdrawn", "2009-05-01")).of("personal_data") == ()  # over in 2020


# Art. 3 al. 3 (2024): members are counted on the first day of the month of the request.
def test_the_day_on_which_members_are_counted() -> None:
    new = calendar(("recognition_requested", "2024-09-17"), ("recognised", "2025-01-01"))
    entry = only(new, "members_counted")
    assert (days(entry), str(entry.citation)) == (("2024-09-01", "2024-09-02"), "decree-2007 art. 3 al. 3 1° (2024)")
    crossing = calendar(("recognised", "2022-05-01"), ("renewal_requested", "2024-12-10"))
    assert days(only(crossing, "members_counted")) == ("2024-12-01", "2024-12-02")
    old = calendar(("recognised", "2008-03-01"), ("renewal_requested", "2010-10-12"))
    assert old.of("members_counted") == ()


# Art. 2: periods of three, four and one years, each from the origin; art. 22: a running triennium keeps its text.
def test_periods_across_the_texts() -> None:
    renewals = [("renewed", day) for day in ("2025-04-01", "2029-04-01", "2030-04-01")]
    runs = life_of(history(("recognised", "2022-05-01"), *renewals)).runs
    assert [(run.period.regime.identifier, str(run.days.starts_on), str(run.days.ends_before)) for run in runs] == [
        ("2007", "2022-05-01", "2025-05-01"),
        ("2024", "2025-05-01", "2029-05-01"),
        ("2025", "2029-05-01", "2030-05-01"),
        ("2025", "2030-05-01", "2031-05-01"),
    ]


def test_a_leap_day_does_not_drift() -> None:
    runs = life_of(history(("recognised", "2008-02-29"), ("renewed", "2011-01-01"))).runs
    second = [str(day) for day in runs[1].period.days]
    assert second == ["2011-02-28", "2012-02-29", "2013-02-28", "2014-02-28"]
    assert state_on(history(("recognised", "2008-02-29"), ("renewed", "2011-01-01")), date(2012, 2, 28)).year == 4
    assert state_on(history(("recognised", "2008-02-29"), ("renewed", "2011-01-01")), date(2012, 2, 29)).year == 5


def test_the_state_the_year_and_the_text() -> None:
    told = history(("recognised", "2022-05-01"), ("renewed", "2025-04-01"))
    before, during, after, end = (
        state_on(told, day) for day in (date(2022, 4, 30), date(2024, 7, 1), date(2025, 5, 1), date(2029, 5, 1))
    )
    assert (before.state, before.subsidy, before.year, before.ranks) == ("not_recognised", "none", None, ())
    assert (during.state, during.year, during.ranks) == ("recognised", 3, (3,))
    assert (during.text.identifier, during.text_in_force.identifier) == ("2007", "2024")  # art. 22
    assert "decree-2024 art. 22" in [str(each) for each in during.citations]
    assert (after.text.identifier, after.year, after.ranks) == ("2024", 4, (1, 4))
    assert after.missing == ("assumptions.seniority_after_2024",)
    assert (end.state, end.falls, end.missing) == ("expired", "recognition_and_subsidy", ("events.renewed",))


# Arts 3, 6: what falls.
def test_the_subsidy_alone_falls() -> None:
    told = history(("recognised", "2008-03-01"), ("renewed_without_subsidy", "2011-02-01"))
    eve, day = state_on(told, date(2011, 2, 28)), state_on(told, date(2011, 3, 1))
    assert (eve.recognised, eve.subsidy) == (True, "open")
    assert (day.recognised, day.subsidy, day.falls) == (True, "not_renewed", "subsidy")
    assert day.fallen is not None
    assert "decree-2007 art. 3 § 1 al. 5" in [str(each) for each in day.fallen.steps[0].citations]


def test_a_withdrawal_takes_the_recognition_and_the_subsidy() -> None:
    told = history(("recognised", "2008-03-01"), ("opinion_on_withdrawal", "2009-01-10"), ("withdrawn", "2009-02-01"))
    assert (state_on(told, date(2009, 1, 31)).state, state_on(told, date(2009, 2, 1)).state) == (
        "recognised",
        "withdrawn",
    )
    standing = state_on(told, date(2009, 2, 1))
    assert (standing.falls, standing.subsidy, standing.missing) == ("recognition_and_subsidy", "none", ())
    assert standing.fallen is not None
    assert str(standing.fallen.steps[0].citations[0]) == "decree-2007 art. 6 al. 3"
    assert "procedure_presumed" not in standing.fallen.steps[0].assumptions
    unheard = life_of(history(("recognised", "2008-03-01"), ("withdrawn", "2009-02-01")))
    assert "procedure_presumed" in unheard.moments[-1].steps[0].assumptions
    after = life_of(history(("recognised", "2025-01-01"), ("withdrawn", "2026-02-01")))
    assert "procedure_presumed" not in after.moments[-1].steps[0].assumptions  # no committee is left to be heard


def test_no_renewal_after_a_withdrawal() -> None:
    withdrawn = ("recognised", "2008-03-01"), ("withdrawn", "2009-02-01")
    for event in ("renewal_requested", "renewed", "renewed_without_subsidy", "renewal_refused"):
        text = refusal(*withdrawn, (event, "2010-03-01"))
        assert text.startswith("events[2]: ")
        assert "no longer renewed (decree-2007 art. 6 al. 3)" in text
    again = history(*withdrawn, ("recognition_requested", "2010-03-01"), ("recognised", "2010-06-01"))
    standing = state_on(again, date(2010, 6, 1))
    assert (standing.recognition, standing.year, standing.ranks) == (2, 1, ())
    assert standing.questions == ("rank_after_new_recognition",)


def test_the_committee_is_heard_until_2025() -> None:
    running = ("recognised", "2025-01-01")
    life_of(history(running, ("opinion_on_withdrawal", "2025-12-31")))
    for event in ("opinion_on_recognition", "opinion_on_renewal", "opinion_on_withdrawal"):
        assert "decree-programme-2025 art. 6" in refusal(running, (event, "2026-01-01"))
    assert "decree-2007 art. 4 al. 1" in refusal(("recognised", "2008-03-01"), ("opinion_on_recognition", "2008-04-01"))


# Art. 10/4 (2024): control follows the new text at once, even in a triennium that art. 22 keeps.
def test_a_refusal_of_control() -> None:
    triennium = ("recognised", "2022-05-01")
    assert "decree-2007 art. 6 al. 2" in refusal(triennium, ("control_refused", "2024-06-30"))
    assert "decree-2007 art. 6 al. 2" in refusal(triennium, ("undue_sums_recovered", "2024-06-30"))
    for excused, subsidy, falls in ((False, "lost", "subsidy"), (True, "open", None), (None, "may_be_lost", None)):
        event = Event(event="control_refused", on=date(2024, 7, 1), excused=excused)
        told = History(cluster=CLUSTER, events=(Event(event="recognised", on=date(2022, 5, 1)), event))
        standing = state_on(told, date(2024, 7, 1))
        assert (standing.recognised, standing.subsidy, standing.falls) == (True, subsidy, falls)
        assert standing.missing == (("events[1].excused",) if excused is None else ())
        assert str(standing.life.moments[1].steps[0].citations[0]) == "decree-2007 art. 10/4 § 2 (2024)"
    life_of(history(triennium, ("control_refused", "2024-08-01"), ("undue_sums_recovered", "2025-08-01")))


# Art. 10 al. 1: a pilot cluster keeps its subsidy until its recognition if it asks within three months.
@pytest.mark.parametrize(
    ("requested", "subsidy"),
    [
        ("2007-07-01", "earlier"),
        ("2007-09-30", "earlier"),
        ("2007-10-01", "may_be_lost"),  # open question
        ("2007-10-02", "none"),
    ],
)
def test_a_pilot_cluster(requested: str, subsidy: str) -> None:
    told = history(("recognition_requested", requested), ("recognised", "2008-01-01"), subsidised_before_decree=True)
    standing = state_on(told, date(2007, 12, 31))
    assert (standing.state, standing.subsidy) == ("requested", subsidy)
    assert standing.questions == (("three_months_of_article_10",) if subsidy == "may_be_lost" else ())
    assert standing.falls == ("subsidy" if subsidy == "none" else None)
    assert state_on(told, date(2008, 1, 1)).subsidy == "open"
    entry = only(calendar_of(told), "pilot_request")
    assert (str(entry.last_day), entry.questions) == ("2007-09-30", ("three_months_of_article_10",))
    assert str(entry.citation) == "decree-2007 art. 10 al. 1"


def test_a_pilot_cluster_whose_request_is_not_stated() -> None:
    told = history(("recognised", "2008-01-01"), subsidised_before_decree=True)
    assert state_on(told, date(2007, 9, 30)).subsidy == "earlier"
    standing = state_on(told, date(2007, 10, 1))
    assert (standing.subsidy, standing.missing) == ("may_be_lost", ("events.recognition_requested",))


# Art. 3 § 1 al. 2 and 4; assumption incomplete_year.
@pytest.mark.parametrize(
    ("reading", "rounding", "cents"),
    [
        ("full_ceiling", "half_up", 12_800_000),  # 160,000 x 80 %
        ("pro_rata_days", "half_up", 3_226_301),  # 160,000 x 92 / 365 x 80 % = 32,263.0136...
        ("pro_rata_days", "down", 3_226_301),
    ],
)
def test_a_year_cut_short(reading: str, rounding: str, cents: int) -> None:
    line = CostLine(nature="structure", purpose="daily_operation", amount=Euro(200_000), other_public_funding=Euro(0))
    chosen = Assumptions(incomplete_year=reading, rounding=rounding)  # type: ignore[arg-type]
    dossier = Dossier(
        cluster=CLUSTER,
        recognised_on=date(2008, 3, 1),
        years=(YearFacts(costs=(line,)),) * 5,
        assumptions=chosen,
    )
    events = (Event(event="renewed", on=date(2011, 2, 1)), Event(event="withdrawn", on=date(2012, 6, 1)))
    (year,) = incomplete_years(life_of(history_of(dossier, events=events)))
    assert (year.number, year.kept) == (5, Period(date(2012, 3, 1), date(2012, 6, 1)))
    # The conditions of the renewal are not stated, so nothing may be due; the most that is, is counted above.
    assert isinstance(year.finding, Undetermined)
    assert year.finding.greatest == Euro.from_cents(cents)
    assert year.finding.missing == ("renewals[2011-03-01].new_action_plan", "renewals[2011-03-01].new_objectives")


def test_a_year_cut_short_under_the_text_of_2024() -> None:
    line = CostLine(
        nature="other", purpose="other", amount=Euro(100_000), other_public_funding=Euro(0), admissible=True
    )
    for reading, cents in (("full_ceiling", 8_000_000), ("pro_rata_days", 2_016_438)):  # 80,000 x 92 / 365
        dossier = Dossier(
            cluster=CLUSTER,
            recognised_on=date(2025, 1, 1),
            first_period=FirstPeriod(subsidy_ceiling=Euro(80_000)),
            years=(YearFacts(costs=(line,)),) * 2,
            assumptions=Assumptions(incomplete_year=reading),  # type: ignore[arg-type]
        )
        withdrawn = Event(event="withdrawn", on=date(2026, 4, 3))  # after 92 days
        (year,) = incomplete_years(life_of(history_of(dossier, events=(withdrawn,))))
        assert isinstance(year.finding, Determined)
        assert year.finding.value == Euro.from_cents(cents)  # 90 % of 100,000 is above either ceiling


# The policy's own life.
def test_what_applied_on_a_day() -> None:
    then = policy_on(date(2014, 3, 1), assumptions=Assumptions())
    assert (then.text.identifier, str(then.since), str(then.until)) == ("2007", "2007-07-01", "2023-11-02")
    assert (str(then.evaluation_due), str(then.next_evaluation)) == ("2013-07-01", "2016-07-01")
    assert [each.label.en for each in then.evaluated] == [
        "evaluation of the clustering policy finished in September 2011"
    ]
    assert then.committee is not None
    now = policy_on(date(2026, 3, 1), assumptions=Assumptions())
    assert (now.text.identifier, now.until, now.committee, now.evaluation_due) == ("2025", None, None, None)
    assert str(now.next_evaluation) == "2028-07-01"


def test_what_changed_for_a_cluster() -> None:
    told = history(("recognised", "2022-05-01"), ("renewed", "2025-04-01"))
    found = {each.part.name: each for each in changes_on(told, date(2024, 7, 1))}
    length, rates, committee, control = (
        found[name] for name in ("recognition_years", "rates", "committee", "control_loss")
    )
    assert (length.before.value, length.after.value, str(length.applies_from)) == (3, 4, "2025-05-01")
    assert length.kept_by is not None
    assert str(length.kept_by.citation) == "decree-2024 art. 22"
    assert rates.text("en") == "percentages of the costs: 100/80/50% → 90/75/60%"
    assert control.text("fr") == "perte par refus de contrôle : non → oui"
    for each in (committee, control):
        assert (str(each.applies_from), each.kept_by) == ("2024-07-01", None)
    assert "recognition_discretion" not in found  # may recognise, before and after
    assert changes_on(told, date(2024, 7, 2)) == ()
    other = {each.part.name: each for each in changes_on(history(("recognised", "2025-01-01")), date(2024, 7, 1))}
    assert str(other["recognition_years"].applies_from) == "2024-07-01"  # not yet recognised: at once


def test_where_an_entry_stands_on_a_day() -> None:
    entry = only(calendar(("recognised", "2008-03-01")), "renewal_request")
    told = [
        (status.status, status.in_days, status.since and str(status.since))
        for status in (due_on(entry, date.fromisoformat(day)) for day in ("2008-02-01", "2010-10-21", "2010-10-31"))
    ]
    assert told == [("coming", 29, None), ("open", 10, None), ("open", 0, None)]
    late = due_on(entry, date(2010, 11, 1))
    assert (late.status, str(late.since)) == ("overdue", "2010-11-01")
    assert due_on(entry, date(2011, 3, 1)).status == "past"
