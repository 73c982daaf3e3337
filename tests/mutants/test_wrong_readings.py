"""Wrong readings of the law, put into the code by hand: the tests of the law must fail under each of them.

A mutant is one change of the source text. One that no longer finds its place fails too: then the code moved, and the
wrong reading has to be written anew.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# name: (file, what stands there, the wrong reading)
MUTANTS = {
    "ceiling_on_the_subsidy_in_2007": (
        "law/decree_2007.py",
        'value=("cap_costs", "apply_percentage")',
        'value=("apply_percentage", "cap_subsidy")',
    ),
    "ceiling_on_the_costs_in_2024": (
        "law/decree_2024.py",
        'value=("apply_percentage", "cap_subsidy")',
        'value=("cap_costs", "apply_percentage")',
    ),
    "chained_anniversaries": (
        "periods.py",
        "        return origin.replace(year=origin.year + years)",
        "        if years > 1:\n"
        "            origin, years = anniversary(origin, years=years - 1, leap_day=leap_day), 1\n"
        "        return origin.replace(year=origin.year + years)",
    ),
    "triennium_after_2024": (
        "law/decree_2024.py",
        "recognition_years=Cited(value=4",
        "recognition_years=Cited(value=3",
    ),
    "four_years_after_2025": (
        "law/decree_2025.py",
        "recognition_years=Cited(value=1",
        "recognition_years=Cited(value=4",
    ),
    "rates_swapped_at_a_boundary": ("law/decree_2007.py", "Percentage(80)", "Percentage(50)"),
    "rates_swapped_at_a_boundary_in_2024": ("law/decree_2024.py", "Percentage(75)", "Percentage(60)"),
    "rates_kept_a_year_too_long": ("rules/subsidy.py", "rank <= band.last_rank", "rank <= band.last_rank + 1"),
    "prior_years_not_counted": ("rules/subsidy.py", "rank += prior_years", "rank += 0"),
    "restarts_ignored": ("rules/subsidy.py", "rank -= years_under_earlier_texts", "rank -= 0"),
    "silence_read_as_no": (
        "rules/conditions.py",
        "    if value is None or value in condition.open_values:",
        "    if value in condition.open_values:",
    ),
    "silence_read_as_yes": (
        "rules/conditions.py",
        "    if value is None or value in condition.open_values:\n        return None",
        "    if value is None or value in condition.open_values:\n        return True",
    ),
    "silence_read_as_zero": ("rules/costs.py", "return 0, None", "return 0, 0"),
    "silent_line_read_as_not_admitted": (
        "rules/costs.py",
        "    if admission.silent_assumption is None:\n        return None",
        "    if admission.silent_assumption is None:\n        return False",
    ),
    "ceiling_not_stated_read_as_none": (
        "path.py",
        "len(bands) > 1 or ceiling is None:",
        "len(bands) > 1:",
    ),
    "other_funding_not_excluded": (
        "rules/costs.py",
        "return amount_cents - other_public_funding_cents",
        "return amount_cents",
    ),
    "lapsed_subsidy_resumes_by_itself": (
        "rules/conditions.py",
        'if lapsed is False or reading == "may_resume":',
        'if lapsed is False or reading != "ends":',
    ),
    "evolution_asked_in_the_sixth_year": ("law/decree_2007.py", "beyond_year=6", "beyond_year=5"),
    "evolution_asked_with_prior_years": (
        "rules/conditions.py",
        'assumptions.sixth_year_counting == "from_recognition"',
        'assumptions.sixth_year_counting != "from_recognition"',
    ),
    "half_a_cent_rounds_down": ("money.py", "(2 * numerator + denominator)", "(2 * numerator + denominator - 1)"),
    "gie_allowed_in_2024": ("law/decree_2024.py", 'accepted=("asbl",)', 'accepted=("asbl", "gie")'),
    "gie_refused_from_2023": (
        "law/decree_2007.py",
        '_FORM_AT_RENEWAL,\n            accepted=("asbl",),\n            open_values=("gie", "geie"),',
        '_FORM_AT_RENEWAL,\n            accepted=("asbl",),\n            open_values=(),',
    ),
    "text_of_the_day_before": ("law/__init__.py", "assumptions=assumptions)) <= on", "assumptions=assumptions)) < on"),
    "results_asked_after_a_triennium": (
        "rules/conditions.py",
        'assumptions.results_after_triennium == "required"',
        'assumptions.results_after_triennium != "required"',
    ),
    "deadline_on_the_day_itself": (
        "recognition.py",
        'assumptions.deadline_counting == "on"',
        'assumptions.deadline_counting != "on"',
    ),
    "recognition_survives_its_condition": (
        "law/decree_2007.py",
        'affects="recognition_and_subsidy",\n    first_period=2,',
        'affects="subsidy",\n    first_period=2,',
    ),
}
# Those of the life of a cluster and of its dates, which its own gold cases must catch.
MUTANTS_OF_A_LIFE = {
    "periods_chained_from_each_other": ("life.py", "recognised_on=self.recognised_on or day,", "recognised_on=day,"),
    "deadline_counted_forward_from_the_start": (
        "recognition.py",
        "months_before(period.ends_before, months=months)",
        "months_before(period.starts_on, months=-months)",
    ),
    "window_of_six_months_a_day_early": (
        "rules/timetable.py",
        "return Period(months_before(ends_before, months=months), ends_before)",
        "return Period(day_before(months_before(ends_before, months=months)), ends_before)",
    ),
    "window_of_six_months_a_day_late": (
        "rules/timetable.py",
        "return Period(months_before(ends_before, months=months), ends_before)",
        "return Period(months_before(day_before(ends_before), months=months), ends_before)",
    ),
    "evaluation_every_three_years_after_2024": (
        "law/timetables.py",
        "policy_evaluation_years=Cited(value=4",
        "policy_evaluation_years=Cited(value=3",
    ),
    "evaluation_of_2024_counted_from_2007": (
        "law/timetables.py",
        "policy_evaluation_from=Cited(value=date(2024, 7, 1)",
        "policy_evaluation_from=Cited(value=date(2007, 7, 1)",
    ),
    "half_way_evaluation_after_its_repeal": (
        "cluster_entries.py",
        "if life.timetable(_text_on(life, day)).half_way_evaluation.value:",
        "if life.timetable(_text_on(life, run.period.starts_on)).half_way_evaluation.value:",
    ),
    "every_cluster_evaluated_in_2007": (
        "law/timetables.py",
        'global_evaluation_of=Cited(value="subsidised"',
        'global_evaluation_of=Cited(value="recognised"',
    ),
    "data_kept_from_the_end_itself": (
        "rules/timetable.py",
        "return date(day_before(ended_before).year + 1, 1, 1)",
        "return ended_before",
    ),
    "data_kept_a_year_more_after_new_year_s_eve": (
        "rules/timetable.py",
        "return date(day_before(ended_before).year + 1, 1, 1)",
        "return date(ended_before.year + 1, 1, 1)",
    ),
    "action_suspends_nothing": (
        "rules/timetable.py",
        "counted.toordinal() - first.toordinal())",
        "0)",
    ),
    "members_counted_on_the_day_of_the_request": (
        "rules/timetable.py",
        "return requested_on.replace(day=1)",
        "return requested_on",
    ),
    "pilot_request_of_the_day_after_in_time": (
        "rules/lifecycle.py",
        "if requested_on is None or requested_on == window.ends_before:",
        "if requested_on is None:",
    ),
    "pilot_request_not_stated_read_as_late": (
        "rules/lifecycle.py",
        "    if requested_on is None or requested_on == window.ends_before:",
        '    if requested_on is None:\n        return "none"\n    if requested_on == window.ends_before:',
    ),
    "renewal_after_a_withdrawal": (
        "law/lifecycles.py",
        '_to("renewed", _UNRENEWED)',
        '_to("renewed", (*_UNRENEWED, "withdrawn"))',
    ),
    "withdrawal_of_the_subsidy_alone": (
        "law/lifecycles.py",
        '_to("withdrawn", _RUNNING)',
        "_stays(_RUNNING)",
    ),
    "control_of_2024_before_its_day": (
        "law/lifecycles.py",
        "half_way=None,\n            control=False,",
        "half_way=None,\n            control=True,",
    ),
    "control_judged_by_the_text_of_the_period": (
        "law/lifecycles.py",
        """control refused or obstructed"),
        actor="cluster",
""",
        """control refused or obstructed"),
        actor="cluster",
        judged_by="text_of_period",
""",
    ),
    "excuse_not_stated_read_as_none": (
        "rules/lifecycle.py",
        '{True: subsidy, False: moved}.get(excused, "may_be_lost")',
        "{True: subsidy, False: moved}.get(excused, moved)",
    ),
    "committee_still_heard_after_2025": (
        "life.py",
        "        regime = in_force(event.on, assumptions=self.assumptions, regimes=self.regimes)\n        if _EVENTS",
        "        regime = self.regimes[2]\n        if _EVENTS",
    ),
    "end_without_decision_read_as_certain": (
        "life.py",
        '() if self.period is not None or self.refused else ("events.renewed",)',
        "()",
    ),
    "part_of_a_year_keeps_the_other_part": (
        "rules/incomplete_year.py",
        "Fraction(ceiling_cents * days_kept, days_of_year)",
        "Fraction(ceiling_cents * (days_of_year - days_kept), days_of_year)",
    ),
    "readings_of_an_incomplete_year_swapped": (
        "rules/incomplete_year.py",
        'if reading == "full_ceiling" else',
        'if reading != "full_ceiling" else',
    ),
    "change_of_2024_reaches_a_triennium_at_once": (
        "policy.py",
        'keeps = part.reach == "next_period" and',
        'keeps = part.reach == "at_once" and',
    ),
}


# The selection of clusters (arts 1, 2, 4, 5): name: (file, what stands there, the wrong reading, what must fail).
_TEXT, _DAYS = "gold/test_selection_text.py", "boundary/test_application_days.py"
_DEFINITION, _CATEGORIES = "boundary/test_definition.py", "boundary/test_categories.py"
_COMMITTEE, _FILES = "boundary/test_committee.py", "enumeration/test_committee_files.py"
SELECTION_MUTANTS = {
    "criterion_dropped": (
        "law/selection_2007.py",
        '    _criterion(5, "performance_indicators", INDICATORS, fr="indicateurs de performance", '
        'en="performance indicators"),\n',
        "",
        _TEXT,
    ),
    "criterion_dropped_seen_in_opinions": (
        "opinion.py",
        "for criterion in (*grounds.criteria, *(each",
        "for criterion in (*grounds.criteria[:-1], *(each",
        _FILES,
    ),
    "axis_dropped": (
        "law/selection_2007.py",
        '    _axis(5, "exchange_between_clusters", fr="échanges entre clusters", en="exchange between clusters"),\n',
        "",
        _TEXT,
    ),
    "mission_dropped": (
        "law/selection_2024.py",
        '    _mission(2, "matchmaking", fr="mises en relation et partenariats", en="matchmaking and partnerships"),\n',
        "",
        _TEXT,
    ),
    "consultative_votes_counted": (
        "rules/committee.py",
        "if not is_deliberative(seat=vote.seat, committee=committee) or running is False:",
        "if is_deliberative(seat=vote.seat, committee=committee) is None or running is False:",
        _COMMITTEE,
    ),
    "vote_of_the_council_taken_away_in_2024": (
        "law/selection_2024.py",
        'value=("minister", "designated_service", "economic_and_social_council")',
        'value=("minister", "designated_service")',
        _TEXT,
    ),
    "poles_vote": (
        "law/selection_2024.py",
        'value=("minister", "designated_service", "economic_and_social_council")',
        'value=("minister", "designated_service", "economic_and_social_council", "poles")',
        _COMMITTEE,
    ),
    "poles_may_join_in_2007": (
        "law/selection_2007.py",
        'value=("company", "university", "research_centre", "training_centre")',
        'value=("company", "university", "research_centre", "training_centre", "pole")',
        _DEFINITION,
    ),
    "members_not_named_refused": (
        "rules/definition.py",
        "    if members is None or any(member.kind not in permitted for member in members):\n        return None",
        "    if members is None or any(member.kind not in permitted for member in members):\n        return False",
        _DEFINITION,
    ),
    "half_is_a_majority": (
        "rules/definition.py",
        "    if sum(least for least, _ in found) > 0:",
        "    if sum(least for least, _ in found) >= 0:",
        _DEFINITION,
    ),
    "silent_founder_counts": (
        "rules/definition.py",
        "return (least, greatest) if member.founder else (min(least, 0), max(greatest, 0))",
        "return least, greatest",
        _DEFINITION,
    ),
    "more_than_250": (
        "rules/categories.py",
        "fee.amount >= fee_at_least",
        "fee.amount > fee_at_least",
        _CATEGORIES,
    ),
    "a_hundred_in_the_first_category": (
        "law/decree_2024.py",
        "fewer_than=100",
        "fewer_than=101",
        _CATEGORIES,
    ),
    "counted_on_the_day_of_filing": (
        "rules/categories.py",
        "return filed_on.replace(day=1)",
        "return filed_on",
        _CATEGORIES,
    ),
    "fee_paid_after_the_first": (
        "rules/categories.py",
        "else due[0].paid_on <= day",
        "else due[0].paid_on.replace(day=1) <= day",
        _CATEGORIES,
    ),
    "fee_of_any_year": ("rules/categories.py", "fee.year == day.year and ", "", _CATEGORIES),
    "members_who_are_no_companies_counted": (
        "rules/categories.py",
        '    if member.kind != "company":\n        return False\n',
        "",
        _CATEGORIES,
    ),
    "commitment_enough_in_2024": (
        "law/selection_2024.py",
        "commitment=Cited(value=None",
        "commitment=Cited(value=True",
        _DAYS,
    ),
    "commitment_not_enough_in_2007": (
        "law/selection_2007.py",
        "commitment=Cited(value=True",
        "commitment=Cited(value=False",
        _DAYS,
    ),
    "committee_kept_in_2025": (
        "law/selection_2025.py",
        "    committee=Cited(value=None, citation=_ABOLITION),\n",
        "",
        _TEXT,
    ),
    "opinion_asked_in_2025": ("law/decree_2025.py", "value=False", "value=True", _COMMITTEE),
    "reason_not_needed": (
        "rules/criteria.py",
        "    return view is not None and not is_blank(view.reason)",
        "    return view is not None",
        _FILES,
    ),
    "reason_needed_on_an_axis": (
        "rules/criteria.py",
        "view is not None and (view.favourable is not None or not is_blank(view.reason))",
        "view is not None and not is_blank(view.reason)",
        _FILES,
    ),
    "unfavourable_is_unsound": (
        "rules/criteria.py",
        "    return view is not None and not is_blank(view.reason)",
        "    return view is not None and not is_blank(view.reason) and view.favourable is not False",
        _FILES,
    ),
    "innovation_left_aside": (
        "opinion.py",
        '    yield _considered("innovation", grounds.innovation, opinion.innovation, (grounds.innovation,))\n',
        "",
        _FILES,
    ),
    "art_5_asked_for_withdrawal": (
        "law/selection_2007.py",
        '            "withdrawal",\n            reasoned=False',
        '            "withdrawal",\n            reasoned=True',
        _FILES,
    ),
    "specific_criteria_left_aside": (
        "opinion.py",
        "if case.purpose == purpose",
        "if case.purpose != purpose",
        _FILES,
    ),
    "specific_subsidies_seen_in_2024": (
        "law/selection_2024.py",
        '        _file(3, "implementation", reasoned=False),',
        '        _file(3, "specific_subsidy", reasoned=False),',
        _FILES,
    ),
    "association_de_fait_renewable": (
        "law/decree_2007.py",
        'accepted=("asbl", "gie", "geie"),\n    affects="recognition_and_subsidy",\n    first_period=2',
        'accepted=("association_de_fait", "asbl", "gie", "geie"),\n'
        '    affects="recognition_and_subsidy",\n    first_period=2',
        _DAYS,
    ),
    "mandate_of_four_years": (
        "law/selection_2007.py",
        "mandate_years=Cited(value=5",
        "mandate_years=Cited(value=4",
        _COMMITTEE,
    ),
    "mandate_a_day_too_long": (
        "rules/committee.py",
        "<= day < anniversary(",
        "<= day <= anniversary(",
        _COMMITTEE,
    ),
    "substitute_falls_with_the_member": (
        "rules/committee.py",
        "if substitute or (ended_on is not None and day < ended_on):",
        "if ended_on is not None and day < ended_on:",
        _COMMITTEE,
    ),
    "ended_without_a_ground": (
        "rules/committee.py",
        "    return None if ground is None else False",
        "    return False",
        _COMMITTEE,
    ),
    "one_meeting_in_2007": (
        "law/selection_2007.py",
        "meetings_a_year=Cited(value=2",
        "meetings_a_year=Cited(value=1",
        _COMMITTEE,
    ),
    "committee_of_the_text_asked_for": (
        "opinion.py",
        "text = in_force(opinion.given_on, assumptions=assumptions, regimes=regimes)",
        "text = regimes[0]",
        _COMMITTEE,
    ),
    "late_request_turned_down": (
        "assessment.py",
        "self.application.request.filed_on > self.deadline",
        "self.application.request.filed_on >= self.deadline",
        _DAYS,
    ),
    "subsidy_falls_with_nothing": (
        "assessment.py",
        "return None if self.period is None else _conclusion(self.conditions)",
        "return self.recognition",
        "explanation/test_drafts.py",
    ),
}


MUTANTS_OF_REFORMS = {
    "index_a_year_too_early": ("rules/subsidy.py", "by_year.percentage, year - 1", "by_year.percentage, year"),
    "index_chained_year_by_year": (
        "rules/subsidy.py",
        "    growth, years = by_year.percentage, year - 1\n",
        "    growth, years = by_year.percentage, min(year - 1, 1)\n"
        "    if year > 2:\n"
        "        amount_cents = ceiling_of_year(year=year - 1, amount_cents=amount_cents, by_year=by_year) or 0\n",
    ),
    "schedule_a_year_late": ("rules/subsidy.py", "len(by_year)) - 1]", "len(by_year)) - 2]"),
    "linear_degressivity_a_year_too_long": ("reforms.py", "place / (years - 1)", "place / years"),
    "the_ceiling_stays_on_the_costs": (
        "reforms.py",
        'value=("apply_percentage", "cap_subsidy")',
        'value=("cap_costs", "apply_percentage")',
    ),
}


CASES = {
    **{name: (*reading, "gold/test_law_text.py") for name, reading in MUTANTS.items()},
    **{name: (*reading, "gold/test_life.py") for name, reading in MUTANTS_OF_A_LIFE.items()},
    **{name: (*reading, "gold/test_reforms.py") for name, reading in MUTANTS_OF_REFORMS.items()},
    **SELECTION_MUTANTS,
}


def _passes(library: Path, *tests: str) -> bool:
    environment = {**os.environ, "PYTHONPATH": str(library), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:hypothesispytest",
        "--tb=no",
        "--assert=plain",
        *(f"tests/{each}" for each in tests),
    ]
    run = subprocess.run(command, cwd=library, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode in {0, 1}, run.stdout + run.stderr
    return run.returncode == 0


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the library with its tests of the law, beside no configuration."""
    parts = ["clusterlaw", *(f"tests/{kind}" for kind in ("gold", "boundary", "enumeration", "explanation"))]
    for part in (*parts, "examples/applications"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n")
    return tmp_path


def test_every_wrong_reading_has_a_name_of_its_own() -> None:
    tables = (MUTANTS, MUTANTS_OF_A_LIFE, MUTANTS_OF_REFORMS, SELECTION_MUTANTS)
    assert len(CASES) == sum(len(table) for table in tables)


def test_the_tests_pass_on_the_library_itself(copied: Path) -> None:
    assert _passes(copied, *dict.fromkeys(tests for *_, tests in CASES.values()))


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_reading_is_caught(name: str, copied: Path) -> None:
    file, right, wrong, tests = CASES[name]
    source = copied / "clusterlaw" / file
    text = source.read_text(encoding="utf-8")
    assert text.count(right) == 1, f"{name} no longer finds its place in {file}: write the wrong reading anew"
    source.write_text(text.replace(right, wrong), encoding="utf-8")
    assert not _passes(copied, tests)
