"""Every legal value carries a citation of an act that the library knows, and the tables say what the texts say."""

import attrs
import pytest

from clusterlaw.assumptions import NAMES, Assumptions, default_of, readings_of
from clusterlaw.catalogue import (
    ACTS,
    DELEGATED,
    NAMED_ASSUMPTIONS,
    OPEN_QUESTIONS,
    REGIMES,
    RULES,
    assumption,
    legal_values,
)
from clusterlaw.explanation import what_is_missing
from clusterlaw.regime import RateBand, Regime
from clusterlaw.selection import Selection
from clusterlaw.sources import Basis, Citation, Label
from clusterlaw.timetable import Timetable
from clusterlaw.transitions import Lifecycle

# Acts whose ELI the project has not seen: none is composed by analogy.
WITHOUT_ELI = {"order-2007", "decree-2023", "decree-programme-2025", "special-law-1980", "regulation-1103-97"}

# Each regime's table, written from the texts: what, value, place, basis.
TABLES: dict[int, list[tuple[str, object, str, Basis]]] = {
    0: [
        ("commencement", "2007-07-01", "order-2007 art. 12", Basis.OFFICIAL),
        ("recognition_years", 3, "decree-2007 art. 2 al. 1", Basis.TEXT),
        ("subsidy_years", 3, "decree-2007 art. 3 § 1 al. 1", Basis.TEXT),
        ("recognition_discretion", "may_recognise", "decree-2007 art. 2 al. 1", Basis.TEXT),
        ("subsidy_discretion", "may_grant", "decree-2007 art. 3 § 1 al. 1", Basis.TEXT),
        ("opinion_required", True, "decree-2007 art. 3 § 1 al. 1", Basis.TEXT),
        ("seniority", ("counts_from_first_subsidy",), "decree-2007 art. 10 al. 2", Basis.TEXT),
        ("operations", ("cap_costs", "apply_percentage"), "decree-2007 art. 3 § 1 al. 4", Basis.TEXT),
        ("renewal_of_subsidy", True, "decree-2007 art. 3 § 1 al. 5", Basis.TEXT),
        ("renewal_request_months", 4, "decree-2007 art. 6 al. 1", Basis.OFFICIAL),
        ("transition", True, "decree-2007 art. 10 al. 1", Basis.TEXT),
    ],
    1: [("commencement", "2023-11-02", "decree-2023 art. 126", Basis.OFFICIAL)],
    2: [
        ("commencement", "2024-07-01", "decree-2024 art. 23", Basis.TEXT),
        ("transition", True, "decree-2024 art. 22", Basis.TEXT),
        ("recognition_years", 4, "decree-2007 art. 2 al. 1 (2024)", Basis.TEXT),
        ("subsidy_years", 4, "decree-2007 art. 3 al. 1 (2024)", Basis.TEXT),
        ("recognition_discretion", "may_recognise", "decree-2007 art. 2 al. 1 (2024)", Basis.TEXT),
        ("subsidy_discretion", "grants_within_budget", "decree-2007 art. 3 al. 1 (2024)", Basis.TEXT),
        ("opinion_required", True, "decree-2007 art. 3 al. 1 (2024)", Basis.TEXT),
        ("operations", ("apply_percentage", "cap_subsidy"), "decree-2007 art. 3 al. 3 (2024)", Basis.ASSUMPTION),
        ("renewal_of_subsidy", True, "decree-2007 art. 3 al. 5 (2024)", Basis.TEXT),
        ("renewal_request_months", 4, "decree-2007 art. 6 al. 1", Basis.OFFICIAL),
        ("specific_subsidy", None, "decree-2024 art. 4", Basis.TEXT),
    ],
    3: [
        ("recognition_years", 1, "decree-2007 art. 2 al. 1 (2025)", Basis.TEXT),
        ("subsidy_years", 1, "decree-2007 art. 3 al. 1 (2025)", Basis.ASSUMPTION),
        ("opinion_required", False, "decree-2007 art. 3 al. 1 (2025)", Basis.TEXT),
        ("renewal_request_months", None, "decree-2007 art. 6 al. 1", Basis.DELEGATED),
        ("commencement", None, "special-law-1980 art. 56", Basis.ASSUMPTION),
        ("transition", True, "decree-2024 art. 22", Basis.ASSUMPTION),
        ("specific_subsidy", None, "decree-2024 art. 4", Basis.TEXT),
    ],
}
RATES = {
    0: [(1, 3, 100, "1°"), (4, 6, 80, "2°"), (7, None, 50, "3°")],
    2: [(1, 4, 90, "1°"), (5, 8, 75, "2°"), (9, None, 60, "3°")],
}
ROWS = [(index, *row) for index, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize(("index", "part", "value", "place", "basis"), ROWS)
def test_the_table_of_a_regime(index: int, part: str, value: object, place: str, basis: Basis) -> None:
    stated = getattr(REGIMES[index], part)
    shown = str(stated.value) if part == "commencement" and stated.value else stated.value
    assert (shown, str(stated.citation), stated.basis) == (value, place, basis)


@pytest.mark.parametrize(
    ("index", "place"),
    [
        (0, "decree-2007 art. 3 § 1 al. 4 {}"),
        (1, "decree-2007 art. 3 § 1 al. 4 {}"),
        (2, "decree-2007 art. 3 al. 4 {} (2024)"),
        (3, "decree-2007 art. 3 al. 4 {} (2024)"),
    ],
)
def test_the_percentages_of_a_regime(index: int, place: str) -> None:
    def row(band: RateBand) -> tuple[object, ...]:
        return band.first_rank, band.last_rank, band.percentage.percent, str(band.citation)

    expected = RATES[0 if index < 2 else 2]
    assert [row(band) for band in REGIMES[index].rates] == [(*cells, place.format(item)) for *cells, item in expected]


def test_the_ceilings() -> None:
    of_2007, of_2024 = REGIMES[0].ceiling, REGIMES[2].ceiling
    assert of_2007.amount is not None
    assert (of_2007.amount.cents, str(of_2007.citation)) == (16_000_000, "decree-2007 art. 3 § 1 al. 2")
    assert (of_2024.amount, str(of_2024.citation)) == (None, "decree-2007 art. 3 al. 2 (2024)")
    assert of_2024.basis is Basis.DELEGATED
    specific = REGIMES[0].specific_subsidy.value
    assert specific is not None
    assert specific.ceiling.amount is not None
    assert (specific.ceiling.amount.cents, str(specific.ceiling.citation)) == (
        2_400_000,
        "decree-2007 art. 3 § 2 al. 2",
    )


def test_the_conditions() -> None:
    found = [
        [
            (each.name, each.affects, each.first_period, each.last_period, str(each.citation))
            for each in regime.conditions
        ]
        for regime in REGIMES
    ]
    both = "recognition_and_subsidy"
    plan = [
        ("new_action_plan", "subsidy", 2, 2, "decree-2007 art. 3 § 1 al. 5"),
        ("new_objectives", "subsidy", 2, 2, "decree-2007 art. 3 § 1 al. 5"),
        ("favourable_evolution", "subsidy", 1, None, "decree-2007 art. 3 § 1 al. 6"),
    ]
    assert found == [
        [
            ("legal_form", both, 1, 1, "decree-2007 art. 1 al. 1"),
            ("legal_form", both, 2, None, "decree-2007 art. 1 al. 3"),
            *plan,
        ],
        [
            ("legal_form", both, 1, 1, "decree-2007 art. 1 al. 1 (2023)"),
            ("legal_form", both, 2, None, "decree-2007 art. 1 al. 3 (2023)"),
            *plan,
        ],
        [
            ("legal_form", both, 1, None, "decree-2007 art. 1 al. 1 (2024)"),
            ("new_objectives_contract", both, 2, None, "decree-2007 art. 2 al. 1 (2024)"),
            ("results_reported", "subsidy", 2, None, "decree-2007 art. 3 al. 5 (2024)"),
        ],
        [
            ("legal_form", both, 1, None, "decree-2007 art. 1 al. 1 (2024)"),
            ("new_objectives_contract", both, 2, None, "decree-2007 art. 2 al. 1 (2025)"),
            ("results_reported", "subsidy", 2, None, "decree-2007 art. 3 al. 5 (2025)"),
        ],
    ]


def test_the_categories_of_members() -> None:
    rows = [
        (each.number, each.at_least, each.fewer_than, each.yearly_fee_at_least.cents, str(each.citation))
        for each in REGIMES[2].categories
    ]
    assert rows == [
        (1, 0, 100, 25_000, "decree-2007 art. 3 al. 3 1° (2024)"),
        (2, 100, None, 25_000, "decree-2007 art. 3 al. 3 2° (2024)"),
    ]
    assert REGIMES[0].categories == ()


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.label.en)
def test_every_legal_value_of_a_regime_is_cited(regime: Regime) -> None:
    values = list(legal_values(regime))
    parts = {value.path.partition("[")[0].partition(".")[0] for value in values}
    assert parts >= {each.name for each in attrs.fields(Regime)} - {"identifier", "label", "categories", "reforms"}
    for value in values:
        assert value.citation.act in ACTS, value.path
        assert isinstance(value.basis, Basis), value.path


def test_a_part_without_citation_is_refused() -> None:
    bare = attrs.evolve(REGIMES[0], rates=(Label(fr="x", en="x"),))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"rates\[0\].*carries no citation"):
        list(legal_values(bare))


def test_every_act_has_an_eli_or_is_known_to_lack_one() -> None:
    assert {act.identifier for act in ACTS if act.eli is None} == WITHOUT_ELI
    assert {act.identifier: act.eli for act in ACTS if act.eli} == {
        "decree-2007": "eli/decret/2007/01/18/2007200428",
        "decree-2024": "eli/decret/2024/04/11/2024006419",
    }


def test_every_rule_reads_a_part_of_a_regime_and_has_a_name_of_its_own() -> None:
    assert len({rule.identifier for rule in RULES}) == len(RULES)
    for rule in RULES:
        parts = {each.name for version in (Regime, Selection, Timetable, Lifecycle) for each in attrs.fields(version)}
        assert rule.reads in parts, rule.identifier
        assert rule.function.__doc__, rule.identifier


def test_the_named_assumptions_are_those_that_a_caller_can_choose_and_the_fixed_ones() -> None:
    described = {entry.name: entry for entry in NAMED_ASSUMPTIONS}
    assert len(described) == len(NAMED_ASSUMPTIONS) == 25
    assert set(NAMES) <= set(described)
    for name in NAMES:
        assert tuple(reading.name for reading in described[name].readings) == readings_of(name)
        assert described[name].presumed is (default_of(name) is not None)
    for name in set(described) - set(NAMES):
        assert len(described[name].readings) == 1


def test_what_has_no_alternative_cannot_be_chosen() -> None:
    for lookup in (readings_of, default_of, assumption):
        with pytest.raises(KeyError):
            lookup("year_count")


def test_every_assumption_named_in_the_law_is_described() -> None:
    names = {entry.name for entry in NAMED_ASSUMPTIONS}
    for regime in REGIMES:
        for value in legal_values(regime):
            for attribute in ("assumption", "silent_assumption", "scope_assumption"):
                named = getattr(value.value, attribute, None)
                assert named is None or named in names, value.path
    assert {"lapsed_subsidy", "procedure_presumed", "fee_in_order"} <= names


def test_open_questions_and_delegated_values_are_cited_and_named_where_used() -> None:
    names = {question.name for question in OPEN_QUESTIONS}
    assert len(names) == len(OPEN_QUESTIONS) == 15
    assert {"legal_forms_2023", "specific_subsidy_after_2024", "renewal_deadline_2025"} <= names
    for regime in REGIMES:
        for condition in regime.conditions:
            assert condition.open_question is None or condition.open_question in names
    for entry in (*OPEN_QUESTIONS, *DELEGATED):
        assert isinstance(entry.citation, Citation)
    assert {name for entry in DELEGATED for name in entry.regimes} == {"2007", "2024", "2025"}


def test_what_the_later_texts_left_to_the_government() -> None:
    # The decree of 2024, art. 7, abolished al. 2 of art. 6 only: al. 1 and al. 3 stay.
    of_article_6 = {str(entry.citation): entry.regimes for entry in DELEGATED if entry.citation.article == "6"}
    assert of_article_6 == {
        "decree-2007 art. 6 al. 1": ("2007", "2024", "2025"),
        "decree-2007 art. 6 al. 2": ("2007",),
        "decree-2007 art. 6 al. 3": ("2007", "2024", "2025"),
    }


def test_what_is_assumed_in_words() -> None:
    rounding = assumption("rounding")
    assert "half a cent up" in rounding.text(Assumptions(), "en")
    assert "cent inférieur" in rounding.text(Assumptions(rounding="down"), "fr")
    entry = assumption("entry_into_force_2025")
    assert entry.text(Assumptions(), "fr") == "le texte de 2025 est en vigueur à partir du 01/01/2026"
    assert what_is_missing("legal_forms_2023").en.startswith("since 2 November 2023")
    assert "ends, may_resume" in what_is_missing("assumptions.lapsed_subsidy").en
    assert what_is_missing("years[3].costs").en == "the costs of the year"


def test_what_a_provision_is_read_with() -> None:
    def also(index: int, part: str) -> list[str]:
        return [str(citation) for citation in getattr(REGIMES[index], part).also]

    assert also(0, "operations") == ["decree-2007 art. 3 § 1 al. 2"]
    assert also(0, "opinion_required") == ["decree-2007 art. 2 al. 1"]
    assert also(2, "operations") == ["decree-2007 art. 3 al. 4 (2024)"]
    assert also(2, "subsidy_discretion") == ["decree-2007 art. 3 al. 2 (2024)"]
    assert also(2, "opinion_required") == ["decree-2007 art. 2 al. 1 (2024)"]
    assert also(3, "opinion_required") == ["decree-2007 art. 2 al. 1 (2025)", "decree-programme-2025 art. 6"]
    contracts = [regime.conditions[1].also for regime in REGIMES[2:]]
    assert [[str(each) for each in also] for also in contracts] == [
        ["decree-2007 art. 3 al. 5 (2024)"],
        ["decree-2007 art. 3 al. 5 (2025)"],
    ]


def test_the_open_questions_that_the_law_passes_over() -> None:
    evolution = REGIMES[0].conditions[-1]
    assert evolution.questions == ("evolution_once_or_each_period",)
    assert REGIMES[0].admission.exclusion.questions == ("community_programmes",)
