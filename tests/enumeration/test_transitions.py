"""Every state, event and version of the law: what the event makes of the state, written out from the texts."""

from itertools import product

import pytest

from clusterlaw.law.lifecycles import EVENTS, LIFECYCLES, STATES, SUBSIDY_STATES
from clusterlaw.rules.lifecycle import after_event, after_period, passage_of, transition_of
from clusterlaw.sources import Citation
from clusterlaw.transitions import Lifecycle, Refusal, State, Transition

CODES: dict[str, State] = {
    "NR": "not_recognised",
    "RQ": "requested",
    "RC": "recognised",
    "RR": "renewal_requested",
    "RN": "renewed",
    "RW": "renewed_without_subsidy",
    "AW": "awaiting_decision",
    "EX": "expired",
    "WD": "withdrawn",
}
# What each event makes of each state, in the order of CODES; a point: refused. Then the provision in 2007, 2024, 2025;
# a point: refused in every state of that version.
TABLE = """
event                           NR RQ RC RR RN RW AW EX WD | 2007                   | 2024                       | 2025
recognition_requested           RQ .  .  .  .  .  RQ RQ RQ | art. 6 al. 1           | art. 6 al. 1               | art. 6 al. 1
opinion_on_recognition          .  RQ .  .  .  .  .  .  .  | art. 4 al. 1 1°        | art. 4 al. 1 1° (2024)     | .
recognised                      RC RC .  .  .  .  RC RC RC | art. 2 al. 1           | art. 2 al. 1 (2024)        | art. 2 al. 1 (2025)
recognition_refused             .  NR .  .  .  .  .  .  .  | art. 2 al. 1           | art. 2 al. 1 (2024)        | art. 2 al. 1 (2025)
subsidy_refused                 .  .  RC RR RN RW .  .  .  | art. 3 § 1 al. 1       | art. 3 al. 2 (2024)        | art. 3 al. 2 (2024)
half_way_evaluated              .  .  RC RR RN RW .  .  .  | .                      | art. 8 al. 1 (2024)        | .
opinion_on_half_way_evaluation  .  .  RC RR RN RW .  .  .  | .                      | art. 4 al. 1 5° (2024)     | .
globally_evaluated              .  .  RC RR RN RW .  .  .  | art. 8                 | art. 8 al. 2 (2024)        | art. 8 al. 2 (2024)
renewal_requested               .  .  RR .  .  .  .  .  .  | art. 6 al. 1           | art. 6 al. 1               | art. 6 al. 1
opinion_on_renewal              .  .  RC RR .  .  AW .  .  | art. 4 al. 1 2°        | art. 4 al. 1 2° (2024)     | .
renewed                         .  .  RN RN .  .  RC .  .  | art. 2 al. 1           | art. 2 al. 1 (2024)        | art. 2 al. 1 (2025)
renewed_without_subsidy         .  .  RW RW .  .  RC .  .  | art. 3 § 1 al. 5       | art. 3 al. 5 (2024)        | art. 3 al. 5 (2025)
renewal_refused                 .  .  RC RC .  .  EX .  .  | art. 2 al. 1           | art. 2 al. 1 (2024)        | art. 2 al. 1 (2025)
opinion_on_withdrawal           .  .  RC RR RN RW .  .  .  | art. 4 al. 1 4°        | art. 4 al. 1 4° (2024)     | .
withdrawn                       .  .  WD WD WD WD .  .  .  | art. 6 al. 3           | art. 6 (2024)              | art. 6 (2024)
control_refused                 .  RQ RC RR RN RW AW EX WD | .                      | art. 10/4 § 2 (2024)       | art. 10/4 § 2 (2024)
undue_sums_recovered            .  RQ RC RR RN RW AW EX WD | .                      | art. 10/4 § 2 (2024)       | art. 10/4 § 2 (2024)
budget_year_closed              NR RQ RC RR RN RW AW EX WD | art. 10/3 2° (2024)    | art. 10/3 2° (2024)        | art. 10/3 2° (2024)
legal_action_started            NR RQ RC RR RN RW AW EX WD | art. 10/3 (2024)       | art. 10/3 (2024)           | art. 10/3 (2024)
legal_action_ended              NR RQ RC RR RN RW AW EX WD | art. 10/3 (2024)       | art. 10/3 (2024)           | art. 10/3 (2024)
"""  # noqa: E501
ROWS = {
    row.split()[0]: (row.partition("|")[0].split()[1:], [cell.strip() for cell in row.split("|")[1:]])
    for row in TABLE.strip().splitlines()[1:]
}
# A renewal decided after the end, which no text settles, cites the recognition, whose end it comes after.
LATE = {
    "2007": "decree-2007 art. 2 al. 1",
    "2024": "decree-2007 art. 2 al. 1 (2024)",
    "2025": "decree-2007 art. 2 al. 1 (2025)",
}
# Why an event that no state of a version allows is refused.
REFUSED = {
    ("half_way_evaluated", "2007"): "decree-2007 art. 8",
    ("opinion_on_half_way_evaluation", "2007"): "decree-2007 art. 4 al. 1",
    ("control_refused", "2007"): "decree-2007 art. 6 al. 2",
    ("undue_sums_recovered", "2007"): "decree-2007 art. 6 al. 2",
    ("half_way_evaluated", "2025"): "decree-programme-2025 art. 7",
    ("opinion_on_recognition", "2025"): "decree-programme-2025 art. 6",
    ("opinion_on_half_way_evaluation", "2025"): "decree-programme-2025 art. 6",
    ("opinion_on_renewal", "2025"): "decree-programme-2025 art. 6",
    ("opinion_on_withdrawal", "2025"): "decree-programme-2025 art. 6",
}
CASES = list(product(LIFECYCLES, STATES, EVENTS))


def test_the_table_names_every_event_and_state() -> None:
    assert list(ROWS) == [each.event for each in EVENTS]
    assert list(CODES.values()) == [each.state for each in STATES]
    assert [each.identifier for each in LIFECYCLES] == ["2007", "2024", "2025"]


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda each: each.identifier)
def test_every_event_in_every_state(lifecycle: Lifecycle) -> None:
    version = [each.identifier for each in LIFECYCLES].index(lifecycle.identifier)
    for event, (cells, places) in ROWS.items():
        for (_, state), becomes in zip(CODES.items(), cells, strict=True):
            found = transition_of(state=state, event=event, lifecycle=lifecycle)  # type: ignore[arg-type]
            if becomes == "." or places[version] == ".":
                assert isinstance(found, Refusal), (event, state)
                assert isinstance(found.citation, Citation)
                assert found.why.fr != found.why.en
                expected = REFUSED.get((event, lifecycle.identifier))
                assert expected is None or str(found.citation) == expected, (event, state)
                with pytest.raises(ValueError, match="is refused"):
                    after_event(state=state, subsidy="open", event=event, excused=None, lifecycle=lifecycle)  # type: ignore[arg-type]
            else:
                assert isinstance(found, Transition), (event, state)
                assert found.becomes == CODES[becomes], (event, state)
                late = state == "awaiting_decision" and event.startswith("renewed")
                expected = LATE[lifecycle.identifier] if late else f"decree-2007 {places[version]}"
                assert str(found.citation) == expected, (event, state)


def test_a_withdrawn_cluster_is_told_to_ask_anew() -> None:
    for lifecycle in LIFECYCLES:
        found = transition_of(state="withdrawn", event="renewed", lifecycle=lifecycle)
        assert isinstance(found, Refusal)
        assert "recognition_requested" in found.remedy.en
        place = {"2007": "decree-2007 art. 6 al. 3"}.get(lifecycle.identifier, "decree-2007 art. 6 (2024)")
        assert str(found.citation) == place


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda each: each.identifier)
def test_the_end_of_a_period(lifecycle: Lifecycle) -> None:
    expected = {
        "recognised": ("expired", "none"),
        "renewal_requested": ("awaiting_decision", "none"),
        "renewed": ("recognised", "open"),
        "renewed_without_subsidy": ("recognised", "not_renewed"),
    }
    for state in STATES:
        if state.recognised:
            assert after_period(state=state.state, subsidy="open", lifecycle=lifecycle) == expected[state.state]
        else:
            with pytest.raises(ValueError, match="no period runs"):
                passage_of(state=state.state, lifecycle=lifecycle)
    kept = after_period(state="renewal_requested", subsidy="not_renewed", lifecycle=lifecycle)
    assert kept == ("awaiting_decision", "not_renewed")


# What moves the subsidy: the event, its states before and after; everything else leaves it as it is.
MOVES = {
    ("recognised", None): "open",
    ("withdrawn", None): "none",
    ("subsidy_refused", "open"): "not_granted",
    ("recognition_refused", "earlier"): "may_be_lost",
    ("control_refused", "open"): "lost",
    ("control_refused", "may_be_lost"): "lost",
}


@pytest.mark.parametrize("excused", [True, False, None])
def test_what_an_event_makes_of_the_subsidy(excused: bool | None) -> None:
    for lifecycle, state, event in CASES:
        found = transition_of(state=state.state, event=event.event, lifecycle=lifecycle)
        if isinstance(found, Refusal):
            continue
        for subsidy in (each.state for each in SUBSIDY_STATES):
            moved = MOVES.get((event.event, subsidy), MOVES.get((event.event, None), subsidy))
            if state.state == "awaiting_decision" and event.event == "renewed":
                moved = "open"
            elif state.state == "awaiting_decision" and event.event == "renewed_without_subsidy":
                moved = "not_renewed"
            if event.event == "control_refused" and moved != subsidy:
                moved = {True: subsidy, False: "lost", None: "may_be_lost"}[excused]
            outcome = after_event(
                state=state.state, subsidy=subsidy, event=event.event, excused=excused, lifecycle=lifecycle
            )
            assert outcome == (found.becomes, moved), (lifecycle.identifier, state.state, event.event, subsidy)


def test_a_table_that_says_nothing_is_told_so() -> None:
    bare = Lifecycle(identifier="x", transitions=(), refusals=(), passages=())
    with pytest.raises(ValueError, match="x says nothing of 'renewed' in 'recognised'"):
        transition_of(state="recognised", event="renewed", lifecycle=bare)


def test_who_acts() -> None:
    actors = {each.event: each.actor for each in EVENTS}
    assert {event for event, actor in actors.items() if actor == "committee"} == {
        "opinion_on_recognition",
        "opinion_on_half_way_evaluation",
        "opinion_on_renewal",
        "opinion_on_withdrawal",
    }
    assert {event for event, actor in actors.items() if actor == "cluster"} == {
        "recognition_requested",
        "renewal_requested",
        "control_refused",
    }
