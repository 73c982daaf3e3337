"""The readings that a caller chooses: those of the table of named assumptions, and no other."""

from datetime import date, datetime
from typing import Any

import pytest

from clusterlaw.assumptions import NAMES, Assumptions, default_of, readings_of

# The table of named assumptions, where there are alternatives: name, default, all readings with the default first.
TABLE: list[tuple[str, str | None, tuple[str, ...]]] = [
    ("rounding", "half_up", ("half_up", "down")),
    ("leap_day", "february_28", ("february_28", "march_1")),
    ("sixth_year_counting", "from_recognition", ("from_recognition", "with_prior_years")),
    ("partial_other_funding", "exclude_part", ("exclude_part", "exclude_line")),
    ("results_after_triennium", "not_required", ("not_required", "required")),
    ("lapsed_subsidy", None, ("ends", "may_resume")),
    (
        "seniority_after_2024",
        None,
        ("counts_from_first_subsidy", "counts_from_first_recognition", "restarts"),
    ),
    ("deadline_counting", "before", ("before", "on")),
    ("incomplete_year", "full_ceiling", ("full_ceiling", "pro_rata_days")),
    ("specific_subsidy_ceiling", "per_project", ("per_project", "per_cluster_and_year")),
]
WITHOUT_ALTERNATIVES = [
    "year_counting",
    "no_prior_subsidy",
    "admitted_costs_2007",
    "other_public_funding_2024",
    "ceiling_year",
    "ceiling_indexation",
    "order_2024",
    "ceiling_period_2024",
    "running_recognition_2025",
    "subsidy_length_2025",
    "procedure_presumed",
    "fee_in_order",
]


def assume(name: str, reading: Any) -> Assumptions:
    return Assumptions(**{name: reading})


@pytest.mark.parametrize(("name", "default", "readings"), TABLE)
def test_an_assumption_has_the_readings_of_the_table(name: str, default: str | None, readings: tuple[str, ...]) -> None:
    assert getattr(Assumptions(), name) == default
    assert default_of(name) == default
    assert readings_of(name) == readings
    assert [getattr(assume(name, reading), name) for reading in readings] == list(readings)


def test_the_entry_into_force_of_2025_takes_a_date() -> None:
    assert Assumptions().entry_into_force_2025 == date(2026, 1, 1)
    assert default_of("entry_into_force_2025") == date(2026, 1, 1)
    assert readings_of("entry_into_force_2025") == ()
    assert Assumptions(entry_into_force_2025=date(2026, 1, 8)).entry_into_force_2025 == date(2026, 1, 8)


def test_the_assumptions_with_alternatives_are_those_of_the_table() -> None:
    assert sorted(NAMES) == sorted([name for name, _, _ in TABLE] + ["entry_into_force_2025"])


@pytest.mark.parametrize("reading", ["", "HALF_UP", "anniversaries", "half_up "])
@pytest.mark.parametrize(("name", "default", "readings"), TABLE)
def test_an_unknown_reading_is_refused(name: str, default: str | None, readings: tuple[str, ...], reading: str) -> None:
    assert reading != default
    message = rf"^Assumptions\.{name}: '{reading}' is not one of {', '.join(readings)} \(table of named assumptions\); "
    with pytest.raises(ValueError, match=message + "choose one of these$"):
        assume(name, reading)


class Text(str):
    __slots__ = ()


@pytest.mark.parametrize("reading", [1, 1.0, True, b"half_up", ["half_up"], date(2026, 1, 1)], ids=repr)
@pytest.mark.parametrize("name", [name for name, _, _ in TABLE])
def test_a_reading_of_another_kind_is_refused(name: str, reading: Any) -> None:
    with pytest.raises(TypeError, match=rf"^Assumptions\.{name}: .* is a {type(reading).__name__}; "):
        assume(name, reading)


@pytest.mark.parametrize(("name", "readings"), [(name, readings) for name, _, readings in TABLE])
def test_a_subclass_of_str_is_another_kind(name: str, readings: tuple[str, ...]) -> None:
    with pytest.raises(TypeError, match=rf"^Assumptions\.{name}: .* is a Text; "):
        assume(name, Text(readings[0]))


@pytest.mark.parametrize("name", [name for name, default, _ in TABLE if default is not None])
def test_a_presumed_reading_cannot_be_taken_away(name: str) -> None:
    with pytest.raises(TypeError, match=rf"^Assumptions\.{name}: None is a NoneType; "):
        assume(name, None)


@pytest.mark.parametrize("name", ["lapsed_subsidy", "seniority_after_2024"])
def test_an_assumption_without_default_may_stay_open(name: str) -> None:
    assert assume(name, None) == Assumptions()


@pytest.mark.parametrize("day", [datetime(2026, 1, 1), "2026-01-01", 20260101, 1.0, True, None], ids=repr)
def test_the_entry_into_force_of_2025_takes_nothing_but_a_date(day: Any) -> None:
    message = rf"^Assumptions\.entry_into_force_2025: .* is a {type(day).__name__}; give a datetime\.date$"
    with pytest.raises(TypeError, match=message):
        Assumptions(entry_into_force_2025=day)


@pytest.mark.parametrize("name", [*WITHOUT_ALTERNATIVES, "legal_forms_2023", "gravity", ""])
def test_an_assumption_without_alternatives_cannot_be_chosen(name: str) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        assume(name, "anniversaries")
    with pytest.raises(KeyError):
        readings_of(name)
    with pytest.raises(KeyError):
        default_of(name)


def test_assumptions_are_given_by_name_and_cannot_be_changed() -> None:
    positional: Any = Assumptions
    with pytest.raises(TypeError):
        positional("half_up")
    assumptions: Any = Assumptions()
    with pytest.raises(AttributeError):
        assumptions.rounding = "down"
    with pytest.raises(AttributeError):
        assumptions.year_counting = "anniversaries"
    assert assumptions == Assumptions()
    assert hash(assumptions) == hash(Assumptions(rounding="half_up"))
    assert assumptions != Assumptions(rounding="down")
