"""The tables of a life are whole: every part cited, every name described, every state and event told once."""

from collections import Counter

import attrs
import pytest

from clusterlaw.catalogue import ACTS, LIFECYCLES, NAMED_ASSUMPTIONS, OPEN_QUESTIONS, REGIMES, TIMETABLES, legal_values
from clusterlaw.law.lifecycles import EVENTS, STATES, SUBSIDY_STATES
from clusterlaw.law.reach import PARTS
from clusterlaw.law.selections import SELECTIONS
from clusterlaw.law.timetables import POLICY_EVALUATIONS
from clusterlaw.sources import Basis
from clusterlaw.timetable import Timetable
from clusterlaw.transitions import Lifecycle

# Written from the texts: each part of a timetable, its value and its place; what 2025 does not touch stands as in 2024.
TABLE: dict[str, tuple[tuple[object, str], tuple[object, str], tuple[object, str]]] = {
    "global_evaluation_months": (
        (6, "decree-2007 art. 8"),
        (6, "decree-2007 art. 8 al. 2 (2024)"),
        (None, "decree-programme-2025 art. 7"),
    ),
    "global_evaluation_of": (
        ("subsidised", "decree-2007 art. 8"),
        ("recognised", "decree-2007 art. 8 al. 2 (2024)"),
        ("recognised", "decree-2007 art. 8 al. 2 (2024)"),
    ),
    "half_way_evaluation": (
        (False, "decree-2007 art. 8"),
        (True, "decree-2007 art. 8 al. 1 (2024)"),
        (False, "decree-programme-2025 art. 7"),
    ),
    "policy_evaluation_years": (
        (3, "decree-2007 art. 9"),
        (4, "decree-2007 art. 9 (2024)"),
        (4, "decree-2007 art. 9 (2024)"),
    ),
    "parliament_report": ((True, "decree-2007 art. 7"), (True, "decree-2007 art. 7"), (True, "decree-2007 art. 7")),
    "pilot_request_months": (
        (3, "decree-2007 art. 10 al. 1"),
        (None, "decree-2007 art. 10 (2024)"),
        (None, "decree-2007 art. 10 (2024)"),
    ),
    "personal_data_years": (
        (None, "decree-2007 art. 10/3 (2024)"),
        (10, "decree-2007 art. 10/3 1° (2024)"),
        (10, "decree-2007 art. 10/3 1° (2024)"),
    ),
    "personal_data_budget_years": (
        (None, "decree-2007 art. 10/3 (2024)"),
        (10, "decree-2007 art. 10/3 2° (2024)"),
        (10, "decree-2007 art. 10/3 2° (2024)"),
    ),
    "control_loss": (
        (False, "decree-2007 art. 6 al. 2"),
        (True, "decree-2007 art. 10/4 § 2 (2024)"),
        (True, "decree-2007 art. 10/4 § 2 (2024)"),
    ),
    "members_counted": (
        (False, "decree-2007 art. 3 § 1 al. 2"),
        (True, "decree-2007 art. 3 al. 3 1° (2024)"),
        (True, "decree-2007 art. 3 al. 3 1° (2024)"),
    ),
}
NAMES = {entry.name for entry in NAMED_ASSUMPTIONS}
QUESTIONS = {question.name for question in OPEN_QUESTIONS}


@pytest.mark.parametrize("part", TABLE)
def test_the_table_of_the_timetables(part: str) -> None:
    stated = tuple(getattr(timetable, part) for timetable in TIMETABLES)
    assert tuple((each.value, str(each.citation)) for each in stated) == TABLE[part]


def test_the_origins_of_the_evaluation_of_the_policy() -> None:
    assert [str(each.policy_evaluation_from.value) for each in TIMETABLES] == ["2007-07-01", "2024-07-01", "2024-07-01"]
    assert [each.informed.value.fr[-7:] for each in TIMETABLES] == ["(CESRW)", " (CESE)", " (CESE)"]
    assert set(TABLE) | {"identifier", "policy_evaluation_from", "informed"} == {
        each.name for each in attrs.fields(Timetable)
    }


@pytest.mark.parametrize("timetable", TIMETABLES, ids=lambda each: each.identifier)
def test_every_deadline_is_cited(timetable: Timetable) -> None:
    values = list(legal_values(timetable))
    assert len(values) == len(attrs.fields(Timetable)) - 1
    for value in values:
        assert value.citation.act in ACTS, value.path
        assert set(value.value.questions) <= QUESTIONS


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda each: each.identifier)
def test_every_transition_is_cited_and_told_once(lifecycle: Lifecycle) -> None:
    counted = Counter((each.state, each.event) for each in lifecycle.transitions)
    assert set(counted.values()) == {1}
    for each in (*lifecycle.transitions, *lifecycle.refusals, *lifecycle.passages):
        assert {citation.act for citation in (each.citation, *each.also)} <= set(ACTS)
        assert isinstance(each.basis, Basis)
    for moved in (*lifecycle.transitions, *lifecycle.passages):
        assert moved.assumption is None or moved.assumption in NAMES
        assert set(moved.questions) <= QUESTIONS
        assert (moved.basis is Basis.ASSUMPTION) <= (moved.assumption is not None)


def test_every_state_and_event_is_described_once() -> None:
    for entries, name in ((STATES, "state"), (SUBSIDY_STATES, "state"), (EVENTS, "event")):
        names = [getattr(each, name) for each in entries]  # type: ignore[attr-defined]
        assert len(set(names)) == len(names)
        assert all(each.label.fr and each.label.en for each in entries)  # type: ignore[attr-defined]


def test_every_part_that_a_change_reaches_exists() -> None:
    bundles = {"regime": REGIMES[0], "timetable": TIMETABLES[0], "selection": SELECTIONS[0]}
    for part in PARTS:
        assert hasattr(bundles[part.bundle], part.name), part
    told = {(part.bundle, part.name) for part in PARTS}
    assert len(told) == len(PARTS)
    left_out = {"identifier", "label", "commencement", "transition", "reforms"}
    for bundle, example in bundles.items():
        names = {each.name for each in attrs.fields(type(example))} - left_out
        assert {name for name in names if (bundle, name) not in told} == set(), bundle


def test_the_known_evaluation_of_the_policy() -> None:
    (known,) = POLICY_EVALUATIONS
    assert (str(known.finished.starts_on), str(known.finished.ends_before)) == ("2011-09-01", "2011-10-01")
    assert (known.basis, known.answers.basis) == (Basis.EVALUATION, Basis.INFERRED)
    assert (str(known.answers.value), str(known.answers.citation)) == ("2010-07-01", "decree-2007 art. 9")
