"""Arts 1, 2, 4 and 5 of each version, and the committee of 2007 and of 2024, written out by hand from the texts."""

from collections.abc import Iterable
from typing import Any

import pytest

from clusterlaw.catalogue import ACTS, DELEGATED, LIFECYCLES, REGIMES, RULES, SELECTIONS, legal_values
from clusterlaw.selection import Committee, Criterion, Element, OpinionGrounds, Selection
from clusterlaw.sources import Basis

ENACTED = {selection.identifier: selection for selection in SELECTIONS}
VERSIONS = ("2007", "2024", "2025")

FIRST = "decree-2007 art. 1 al. 1"
FIRST_2024 = "decree-2007 art. 1 al. 1 (2024)"
SECOND = "decree-2007 art. 2 al. 1"
SECOND_2024 = "decree-2007 art. 2 al. 1 (2024)"
SECOND_2025 = "decree-2007 art. 2 al. 1 (2025)"
FOURTH = "decree-2007 art. 4 al."
FIFTH = "decree-2007 art. 5 al. 1"
FIFTH_2024 = "decree-2007 art. 5 al. 1 (2024)"


def stated(part: Any) -> tuple[Any, str, Basis]:
    return part.value, str(part.citation), part.basis


def rows(elements: Iterable[Element | Criterion]) -> list[tuple[str, str]]:
    assert all(element.basis is Basis.TEXT for element in elements)
    return [(element.name, str(element.citation)) for element in elements]


def grounds(version: str) -> OpinionGrounds:
    found = ENACTED[version].grounds.value
    assert found is not None
    return found


def committee(version: str) -> Committee:
    found = ENACTED[version].committee.value
    assert found is not None
    return found


def test_the_versions_in_their_order() -> None:
    assert tuple(selection.identifier for selection in SELECTIONS) == VERSIONS


# --- art. 1 ---------------------------------------------------------------------------------------------------------

# 2007: universities, research centres, training centres may join the companies; 2024 adds poles and competence centres.
MAY_JOIN = {
    "2007": (("company", "university", "research_centre", "training_centre"), FIRST),
    "2024": (
        ("company", "pole", "university", "research_centre", "competence_centre", "training_centre"),
        FIRST_2024,
    ),
}
MAY_JOIN["2025"] = MAY_JOIN["2024"]
# The 4° of 2007 (common vision) becomes the contribution to the ecosystem; the opening words add the reference network.
CHARACTERISTICS = {
    "2007": [
        ("critical_mass", f"{FIRST} 1°"),
        ("cooperation_framework", f"{FIRST} 2°"),
        ("complementary_relations", f"{FIRST} 3°"),
        ("common_vision", f"{FIRST} 4°"),
    ],
    "2024": [
        ("reference_network", FIRST_2024),
        ("critical_mass", f"{FIRST} 1°"),
        ("cooperation_framework", f"{FIRST} 2°"),
        ("complementary_relations", f"{FIRST} 3°"),
        ("economic_contribution", f"{FIRST} 4° (2024)"),
    ],
}
CHARACTERISTICS["2025"] = CHARACTERISTICS["2024"]


@pytest.mark.parametrize("version", VERSIONS)
def test_who_may_join(version: str) -> None:
    definition = ENACTED[version].definition
    kinds, place = MAY_JOIN[version]
    assert stated(definition.permitted) == (kinds, place, Basis.TEXT)
    assert stated(definition.initiators) == ("company", place, Basis.TEXT)
    # Whether the list is closed and how the majority is counted, no text says.
    assert (definition.of_others, definition.initiators.assumption) == ("members_not_named", "initiative_majority")


@pytest.mark.parametrize("version", VERSIONS)
def test_the_characteristics(version: str) -> None:
    definition = ENACTED[version].definition
    assert rows(definition.appraised) == CHARACTERISTICS[version]
    # "d'un ou de plusieurs domaines d'activités"
    assert stated(definition.field) == (True, f"{FIRST} 1°", Basis.TEXT)


def test_the_clauses_of_an_association_de_fait_until_2024() -> None:
    assert stated(ENACTED["2007"].definition.clauses) == (
        "association_de_fait",
        "decree-2007 art. 1 al. 2",
        Basis.TEXT,
    )
    for version in ("2024", "2025"):
        assert stated(ENACTED[version].definition.clauses) == (None, "decree-2024 art. 2", Basis.TEXT)


# --- art. 2 ---------------------------------------------------------------------------------------------------------

AXES = [
    ("mutual_knowledge", f"{SECOND} 1°"),
    ("commercial_links_and_innovation", f"{SECOND} 2°"),
    ("partnerships", f"{SECOND} 3°"),
    ("promotion", f"{SECOND} 4°"),
    ("exchange_between_clusters", f"{SECOND} 5°"),
    ("synergies", f"{SECOND} 6°"),
]
MISSIONS = [
    ("ecosystem_map", f"{SECOND} 1° (2024)"),
    ("matchmaking", f"{SECOND} 2° (2024)"),
    ("visibility", f"{SECOND} 3° (2024)"),
    ("innovation_in_transitions", f"{SECOND} 4° (2024)"),
]
# version: kind, elements, whether a commitment is enough, where it stands, the open question
ACTIVITIES: dict[str, tuple[str, list[tuple[str, str]], bool | None, str, str | None]] = {
    "2007": ("axis", AXES, True, SECOND, None),
    "2024": ("mission", MISSIONS, None, SECOND_2024, "commitment_2024"),
    "2025": ("mission", MISSIONS, None, SECOND_2025, "commitment_2024"),
}


@pytest.mark.parametrize("version", VERSIONS)
def test_the_axes_and_the_missions(version: str) -> None:
    kind, elements, commitment, place, question = ACTIVITIES[version]
    activities = ENACTED[version].activities
    assert (activities.kind, rows(activities.elements)) == (kind, elements)
    assert (stated(activities.commitment), activities.of_commitment) == ((commitment, place, Basis.TEXT), question)


@pytest.mark.parametrize(("version", "place"), [("2024", SECOND_2024), ("2025", SECOND_2025)])
def test_contract_policies_and_added_value_since_2024(version: str, place: str) -> None:
    activities = ENACTED[version].activities
    assert rows(activities.appraised) == [("regional_policies", place), ("regional_added_value", place)]
    (contract,) = activities.conditions
    assert (contract.name, contract.fact, contract.accepted) == ("objectives_contract", "objectives_contract", (True,))
    assert (contract.affects, str(contract.citation)) == ("recognition_and_subsidy", place)
    # At a renewal the contract is a new one: a condition of the regime from the second period on.
    assert (contract.first_period, contract.last_period) == (1, 1)


def test_art_2_asks_for_nothing_else_in_2007() -> None:
    assert (ENACTED["2007"].activities.conditions, ENACTED["2007"].activities.appraised) == ((), ())


# --- art. 5 ---------------------------------------------------------------------------------------------------------

TEN = [
    ("representativeness", f"{FIFTH} 1°"),
    ("integration_of_members", f"{FIFTH} 2°"),
    ("interaction", f"{FIFTH} 3°"),
    ("vision_and_quality", f"{FIFTH} 4°"),
    ("performance_indicators", f"{FIFTH} 5°"),
    ("animation_and_governance", f"{FIFTH} 6°"),
    ("regional_added_value", f"{FIFTH} 7°"),
    ("additionality", f"{FIFTH} 8°"),
    ("durability", f"{FIFTH} 9°"),
    ("complementarity", f"{FIFTH} 10°"),
]
# 2024 reworded the 4° ("actions découlant des missions") and added the 11°.
ELEVEN = [
    *TEN[:3],
    ("vision_and_quality", f"{FIFTH} 4° (2024)"),
    *TEN[4:],
    ("articulation", f"{FIFTH} 11° (2024)"),
]
SPECIFIC = [
    (
        "international_programme",
        [
            ("integration_in_project", "decree-2007 art. 5 al. 2 1°"),
            ("programmes_and_actions", "decree-2007 art. 5 al. 2 2°"),
            ("international_returns", "decree-2007 art. 5 al. 2 3°"),
        ],
    ),
    (
        "joint_task",
        [
            ("partnership_agreement", "decree-2007 art. 5 al. 3 1°"),
            ("task_additionality", "decree-2007 art. 5 al. 3 2°"),
            ("task_returns", "decree-2007 art. 5 al. 3 3°"),
            ("cooperation_quality", "decree-2007 art. 5 al. 3 4°"),
            ("financial_plan", "decree-2007 art. 5 al. 3 5°"),
        ],
    ),
]


def test_ten_criteria_and_those_of_the_specific_subsidy_in_2007() -> None:
    assert rows(grounds("2007").criteria) == TEN
    assert [(case.purpose, rows(case.criteria)) for case in grounds("2007").specific] == SPECIFIC


def test_eleven_criteria_in_2024_and_no_specific_subsidy() -> None:
    assert rows(grounds("2024").criteria) == ELEVEN
    assert grounds("2024").specific == ()


@pytest.mark.parametrize(("version", "place", "kind"), [("2007", FIFTH, "axis"), ("2024", FIFTH_2024, "mission")])
def test_what_an_opinion_takes_into_account(version: str, place: str, kind: str) -> None:
    assert (ENACTED[version].grounds.basis, str(ENACTED[version].grounds.citation)) == (Basis.TEXT, place)
    assert rows((grounds(version).innovation,)) == [("innovation", place)]
    assert stated(grounds(version).actions) == (kind, place, Basis.TEXT)


def test_every_criterion_has_evidence_and_the_link_is_ours() -> None:
    for version in ("2007", "2024"):
        found = grounds(version)
        for criterion in (*found.criteria, *(each for case in found.specific for each in case.criteria)):
            assert criterion.evidence, criterion.name
            assert {evidence.basis for evidence in criterion.evidence} == {Basis.INFERRED}


# --- art. 4 ---------------------------------------------------------------------------------------------------------

# kind, item of al. 1, whether art. 5 says what the opinion takes into account, open questions
FILES = {
    "2007": [
        ("first_recognition", f"{FOURTH} 1 1°", True, ()),
        ("renewal", f"{FOURTH} 1 2°", True, ("evaluation_before_request",)),
        ("specific_subsidy", f"{FOURTH} 1 3°", True, ()),
        ("withdrawal", f"{FOURTH} 1 4°", False, ()),
        ("implementation", f"{FOURTH} 1 5°", False, ()),
    ],
    "2024": [
        ("first_recognition", f"{FOURTH} 1 1° (2024)", True, ()),
        ("renewal", f"{FOURTH} 1 2° (2024)", True, ("evaluation_before_request",)),
        ("implementation", f"{FOURTH} 1 3° (2024)", False, ()),
        ("withdrawal", f"{FOURTH} 1 4° (2024)", False, ()),
        ("half_way_evaluation", f"{FOURTH} 1 5° (2024)", False, ()),
    ],
}
# seat, members, substitutes, item of al. 2
SEATS = {
    "2007": [
        ("minister", 1, 1, f"{FOURTH} 2 1°"),
        ("economy_administration", 1, 1, f"{FOURTH} 2 2°"),
        ("technology_administration", 1, 1, f"{FOURTH} 2 3°"),
        ("economic_and_social_council", 2, 2, f"{FOURTH} 2 4°"),
        ("independent", 2, 2, f"{FOURTH} 2 5°"),
    ],
    "2024": [
        ("minister", 1, 1, f"{FOURTH} 2 1° (2024)"),
        ("designated_service", 2, 2, f"{FOURTH} 2 2° (2024)"),
        ("economic_and_social_council", 2, 2, f"{FOURTH} 2 4° (2024)"),
        ("poles", 2, 2, f"{FOURTH} 2 5° (2024)"),
        ("independent", 2, 2, f"{FOURTH} 2 6° (2024)"),
    ],
}
# the seats that vote, and how many members they are: 1 + 1 + 1 = 3, then 1 + 2 + 2 = 5
VOTING = {
    "2007": (("minister", "economy_administration", "technology_administration"), f"{FOURTH} 4", 3),
    "2024": (("minister", "designated_service", "economic_and_social_council"), f"{FOURTH} 4 (2024)", 5),
}
WHOLE = {"2007": (7, 7), "2024": (9, 9)}
MEETINGS = {"2007": (2, f"{FOURTH} 5"), "2024": (1, f"{FOURTH} 5 (2024)")}
ENDS = [
    ("resignation", f"{FOURTH} 6 1°"),
    ("replacement_asked", f"{FOURTH} 6 2°"),
    ("quality_lost", f"{FOURTH} 6 3°"),
]


@pytest.mark.parametrize(("version", "place"), [("2007", f"{FOURTH} 1"), ("2024", f"{FOURTH} 1 (2024)")])
def test_the_files_that_the_committee_sees(version: str, place: str) -> None:
    found = [
        (each.kind, str(each.citation), each.reasoned.value, each.questions) for each in committee(version).missions
    ]
    assert found == FILES[version]
    assert str(ENACTED[version].committee.citation) == place
    # Art. 5 al. 1 says for which missions reasons are given.
    (reasoned,) = {str(each.reasoned.citation) for each in committee(version).missions}
    assert reasoned == {"2007": FIFTH, "2024": FIFTH_2024}[version]


@pytest.mark.parametrize("version", ["2007", "2024"])
def test_the_seats_and_who_votes(version: str) -> None:
    seats = committee(version).seats
    assert [(seat.name, seat.members, seat.substitutes, str(seat.citation)) for seat in seats] == SEATS[version]
    assert (sum(seat.members for seat in seats), sum(seat.substitutes for seat in seats)) == WHOLE[version]
    names, place, votes = VOTING[version]
    assert stated(committee(version).deliberative) == (names, place, Basis.TEXT)
    assert sum(seat.members for seat in seats if seat.name in names) == votes


@pytest.mark.parametrize("version", ["2007", "2024"])
def test_meetings_and_mandates(version: str) -> None:
    found = committee(version)
    assert stated(found.meetings_a_year) == (*MEETINGS[version], Basis.TEXT)
    # The decree of 2024 left al. 3, 6, 7 and 8 as they were.
    assert stated(found.mandate_years) == (5, f"{FOURTH} 6", Basis.TEXT)
    assert rows(found.mandate_ends) == ENDS
    assert stated(found.succession) == (True, f"{FOURTH} 7", Basis.TEXT)
    assert str(found.appointment.citation) == f"{FOURTH} 3"
    assert str(found.secrecy.citation) == f"{FOURTH} 8"
    # Nothing in art. 4 on these three: nothing is invented for them.
    assert [label.en for label in found.silent] == ["quorum", "majority", "tied votes"]


def test_committee_and_criteria_are_abolished_in_2025() -> None:
    abolition = (None, "decree-programme-2025 art. 6", Basis.TEXT)
    assert stated(ENACTED["2025"].committee) == abolition
    assert stated(ENACTED["2025"].grounds) == abolition


# --- the catalogue --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda selection: selection.identifier)
def test_every_legal_value_of_a_selection_is_cited(selection: Selection) -> None:
    values = list(legal_values(selection))
    assert {value.path.partition(".")[0].partition("[")[0] for value in values} == {
        "definition",
        "activities",
        "grounds",
        "committee",
    }
    for value in values:
        assert value.citation.act in ACTS, value.path
        assert isinstance(value.basis, Basis), value.path


# Every article from 1 to 6 with the rules that read it. In 2025 arts 4 and 5 are only their abolition.
DEFINITION = {
    "definition.members_named",
    "definition.majority_of_initiative",
    "definition.field_stated",
    "definition.appraised",
}
COMMITTEE = {
    "committee.mission_for",
    "committee.vote_counts",
    "committee.opinion_given",
    "committee.meetings_missing",
}
CRITERIA = {"criteria.considered", "criteria.reasoned"}
RULES_OF = {
    "1": {*DEFINITION, "definition.clauses_agreed", "conditions.condition"},
    "2": {"activities.covered", "recognition.subsidy_years"},
    "4": COMMITTEE,
    "5": CRITERIA,
}


def articles(values: Iterable[Any]) -> dict[str, set[str]]:
    """The articles of the decree that each part of a version cites."""
    found: dict[str, set[str]] = {}
    for value in values:
        part = value.path.partition(".")[0].partition("[")[0]
        found.setdefault(part, set()).add(value.citation.article)
        found[part].update(each.article for each in getattr(value.value, "also", ()))
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_every_article_from_1_to_5_has_its_rules(version: str) -> None:
    regime = [each for each in REGIMES if each.identifier == version][-1]
    cited = {**articles(legal_values(regime)), **articles(legal_values(ENACTED[version]))}
    for article, expected in RULES_OF.items():
        found = {rule.identifier for rule in RULES if article in cited.get(rule.reads, set())}
        if version == "2025" and article in {"4", "5"}:
            assert all(value == {"6"} for part, value in cited.items() if part in {"grounds", "committee"})
        else:
            assert expected <= found, article
    of_art_3 = {rule.identifier for rule in RULES if "3" in cited.get(rule.reads, set())}
    assert "subsidy.rate_of_year" in of_art_3
    assert ("categories.category_of" in of_art_3) is (version != "2007")


@pytest.mark.parametrize("version", VERSIONS)
def test_article_6_is_in_the_catalogue(version: str) -> None:
    # Procedure of renewal (al. 1) and of withdrawal: the deadline is the regime's, the rest is the Government's.
    regime = [each for each in REGIMES if each.identifier == version][-1]
    assert str(regime.renewal_request_months.citation) == "decree-2007 art. 6 al. 1"
    delegated = [each for each in DELEGATED if version in each.regimes]
    assert {"decree-2007 art. 6 al. 1", "decree-2007 art. 6 al. 3"} <= {str(each.citation) for each in delegated}
    # Its rules: the last day of a request, and the withdrawal as an event of a life.
    assert {"timetable.renewal_deadline", "lifecycle.after_event"} <= {rule.identifier for rule in RULES}
    lifecycle = next(each for each in LIFECYCLES if each.identifier == version)
    for event in ("withdrawn", "renewal_requested"):
        cited = {each.citation.article for each in lifecycle.transitions if each.event == event}
        assert cited == {"6"}, event


# What arts 1 to 5 leave to the Government, whose orders are not available: place and the fact that the caller states.
LEFT_TO_THE_GOVERNMENT = {
    "2007": {
        ("decree-2007 art. 1 al. 2", "agreement_clauses"),
        ("decree-2007 art. 2 al. 2", None),
        ("decree-2007 art. 4 al. 5", None),
        ("decree-2007 art. 5 al. 4", None),
    },
    "2024": {
        ("decree-2007 art. 2 al. 2 (2024)", None),
        ("decree-2007 art. 4 al. 5", None),
        ("decree-2007 art. 5 (2024)", None),
    },
    "2025": {("decree-2007 art. 2 al. 2 (2024)", None)},
}


@pytest.mark.parametrize("version", VERSIONS)
def test_what_arts_1_2_4_and_5_leave_to_the_government(version: str) -> None:
    found = {
        (str(each.citation), each.supplied_as, each.citation.article) for each in DELEGATED if version in each.regimes
    }
    assert {(place, fact) for place, fact, article in found if article in "1245"} == LEFT_TO_THE_GOVERNMENT[version]
