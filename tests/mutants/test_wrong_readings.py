"""Wrong readings of the law, put into the code by hand: the gold cases must fail under each of them.

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
    "recognition_survives_its_condition": (
        "law/decree_2007.py",
        'affects="recognition_and_subsidy",\n    first_period=2,',
        'affects="subsidy",\n    first_period=2,',
    ),
}


def _gold_passes(library: Path) -> bool:
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
        "gold",
    ]
    run = subprocess.run(command, cwd=library, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode in {0, 1}, run.stdout + run.stderr
    return run.returncode == 0


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the library with its gold cases, beside no configuration."""
    shutil.copytree(ROOT / "clusterlaw", tmp_path / "clusterlaw", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "gold", tmp_path / "gold", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --import-mode=importlib\n")
    return tmp_path


def test_the_gold_cases_pass_on_the_library_itself(copied: Path) -> None:
    assert _gold_passes(copied)


@pytest.mark.parametrize("name", MUTANTS)
def test_a_wrong_reading_is_caught(name: str, copied: Path) -> None:
    file, right, wrong = MUTANTS[name]
    source = copied / "clusterlaw" / file
    text = source.read_text(encoding="utf-8")
    assert text.count(right) == 1, f"{name} no longer finds its place in {file}: write the wrong reading anew"
    source.write_text(text.replace(right, wrong), encoding="utf-8")
    assert not _gold_passes(copied)
