"""A life in words: each rule has its sentence in both languages, and a standing says why."""

from datetime import date
from typing import Any

import pytest

from clusterlaw import explain
from clusterlaw.assumptions import Assumptions
from clusterlaw.calendar import calendar_of
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.history import Event, History, history_of
from clusterlaw.incomplete import incomplete_years
from clusterlaw.life import life_of
from clusterlaw.life_sentences import SENTENCES, entry_days
from clusterlaw.lifecycle import state_on
from clusterlaw.money import Euro

CLUSTER = Cluster(name="x", legal_form="asbl")


def at(kind: Any, day: str, **facts: Any) -> Event:
    return Event(event=kind, on=date.fromisoformat(day), **facts)


def history(*events: Event, **facts: Any) -> History:
    return History(cluster=CLUSTER, events=events, **facts)


WORDS = {
    "subsidy.rank_of_year": ("l'année 1 a le rang 1", "year 1 has rank 1"),
    "lifecycle.after_event": ("reconnaissance → reconnu, période en cours", "recognition → recognised, period running"),
    "lifecycle.after_period": ("terme de la période → reconnaissance échue", "end of the period → recognition expired"),
    "lifecycle.earlier_subsidy": (
        "cluster pilote, demande certainement à temps du 01/07/2007 – 30/09/2007 : subvention antérieure",
        "pilot cluster, a request certainly in time 2007-07-01 – 2007-09-30: subsidy from before the decree kept",
    ),
    "timetable.renewal_deadline": (
        "4 mois avant le 01/05/2025 : le 31/12/2024 est le dernier jour",
        "4 months before 2025-05-01: 2024-12-31 is the last day",
    ),
    "timetable.last_months": (
        "les 6 derniers mois de la période commencent le 01/11/2024",
        "the last 6 months of the period start on 2024-11-01",
    ),
    "timetable.half_way_day": ("la moitié de la période est le 01/05/2027", "half of the period is on 2027-05-01"),
    "timetable.evaluations_due": ("tous les 4 ans depuis le 01/07/2024 : 01/07/2028", "every 4 years from 2024-07-01"),
    "timetable.end_of_mandate": ("finissent avant le 01/09/2029", "end before 2029-09-01"),
    "timetable.kept_before": (
        "10 ans depuis le 1er janvier qui suit le terme",
        "10 years from 1 January after the end",
    ),
    "timetable.first_of_month": ("demande du 10/12/2024 : membres au 01/12/2024", "members on 2024-12-01"),
}


@pytest.mark.parametrize("rule", WORDS)
def test_every_step_of_a_calendar_in_words(rule: str) -> None:
    told = history(
        at("recognition_requested", "2007-08-01"),
        at("recognition_refused", "2008-08-01"),
        at("recognised", "2022-05-01"),
        at("renewal_requested", "2024-12-10"),
        at("renewed", "2025-04-01"),
        subsidised_before_decree=True,
        mandates_started_on=date(2024, 9, 1),
        assumptions=Assumptions(entry_into_force_2025=date(2040, 1, 1)),
    )
    calendar = calendar_of(told)
    steps = [each.step for each in calendar.entries if each.step is not None]
    steps += [step for moment in calendar.life.moments for step in moment.steps]
    steps += state_on(told, date(2022, 5, 1)).steps
    for language, words in (("fr", WORDS[rule][0]), ("en", WORDS[rule][1])):
        texts = [explain(step, language=language) for step in steps if step.rule.identifier == rule]  # type: ignore[arg-type]
        assert any(words in text for text in texts), texts
        assert all("[" in text for text in texts)


def test_a_part_of_a_year_in_words() -> None:
    line = CostLine(nature="structure", purpose="daily_operation", amount=Euro(200_000), other_public_funding=Euro(0))
    dossier = Dossier(
        cluster=CLUSTER,
        recognised_on=date(2008, 3, 1),
        years=(YearFacts(costs=(line,)),),
        assumptions=Assumptions(incomplete_year="pro_rata_days"),
    )
    (year,) = incomplete_years(life_of(history_of(dossier, events=(at("withdrawn", "2008-06-01"),))))
    french, english = (explain(year.finding, language=language) for language in ("fr", "en"))  # type: ignore[arg-type]
    # 160,000 x 92 / 365 = 40,328.767...: 4,032,876 and 52/73 cents; only the subsidy is rounded
    assert "plafond de l'année écourtée (92/365 jours, pro_rata_days) : 294400000/73 cents, non arrondi" in french
    assert "coûts 20000000 cents, 100 %, plafond → 4032877 cents, seul arrondi" in french
    assert "ceiling of the year cut short (92/365 days, pro_rata_days): 294400000/73 cents, not rounded" in english
    assert "EUR 40,328.77, if granted" in english
    unknown = Dossier(cluster=CLUSTER, recognised_on=date(2025, 1, 1), first_period=FirstPeriod())
    (year,) = incomplete_years(life_of(history_of(unknown, events=(at("withdrawn", "2025-06-01"),))))
    assert "plafond non déclaré" in explain(year.finding, language="fr")
    assert "costs not stated, 90%, ceiling → None cents" in explain(year.finding, language="en")


def test_a_standing_in_french() -> None:
    text = explain(state_on(history(at("recognised", "2022-05-01")), date(2024, 7, 1)), language="fr")
    for words in (
        "01/07/2024 : reconnu, période en cours, subvention due si elle est octroyée, période 1, année 3, rang 3",
        "(texte de 2024 en vigueur)",
        "la période en cours garde son texte jusqu'à son terme malgré : ",
        "[décret du 11 avril 2024, art. 22]",
        "- year_counting : l'année n commence",
    ):
        assert words in text


def test_a_standing_in_english_says_what_fell_and_why() -> None:
    renewal = Renewal(starts_on=date(2011, 3, 1), new_action_plan=False, new_objectives=True)
    dossier = Dossier(cluster=CLUSTER, recognised_on=date(2008, 3, 1), renewals=(renewal,))
    text = explain(state_on(history_of(dossier), date(2011, 3, 1)), language="en")
    for words in (
        "2011-03-01: recognised, period running, subsidy not renewed, period 2, year 4, rank 4, text of 2007",
        "the subsidy alone falls (2011-03-01) [decree of 18 January 2007, art. 2 al. 1]",
        "- new_action_plan [decree of 18 January 2007, art. 3 § 1 al. 5]",
    ):
        assert words in text
    refused = history(at("recognised", "2025-01-01"), at("control_refused", "2026-01-05", excused=True))
    assert "control refused or obstructed (force majeure) →" in explain(
        state_on(refused, date(2026, 1, 5)), language="en"
    )
    doubt = history(at("recognised", "2025-01-01"), at("control_refused", "2026-01-05"))
    text = explain(state_on(doubt, date(2026, 1, 5)), language="en")
    assert "events[1].excused: was there force majeure" in text
    assert "extent_of_loss: is a subsidy lost by refusing control lost for the future" in text


@pytest.mark.parametrize(
    ("kind", "french", "english"),
    [
        ("half_way_evaluation", "vers le 01/05/2027", "around 2027-05-01"),
        ("policy_evaluation", "dès le 01/07/2028", "from 2028-07-01"),
        ("global_evaluation", "01/11/2028 – 30/04/2029", "2028-11-01 – 2029-04-30"),
        ("period_starts", "01/05/2025", "2025-05-01"),
    ],
)
def test_the_days_of_an_entry_in_words(kind: Any, french: str, english: str) -> None:
    told = history(at("recognised", "2025-05-01"), assumptions=Assumptions(entry_into_force_2025=date(2040, 1, 1)))
    entry = calendar_of(told).of(kind)[0]
    assert (entry_days(entry, "fr"), entry_days(entry, "en")) == (french, english)
    undated = calendar_of(history(at("recognised", "2026-05-01"))).of("renewal_request")[0]
    assert entry_days(undated, "fr") == "?"


def test_every_sentence_is_tested() -> None:
    assert set(WORDS) | {"incomplete_year.ceiling_of_part", "incomplete_year.subsidy_of_part"} == set(SENTENCES)
