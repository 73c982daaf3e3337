"""Every entry of the evaluation is cited and based, every link is ours and leads to a rule or a part that exists."""

import inspect

import attrs
import pytest

from clusterlaw import catalogue
from clusterlaw.catalogue import ACTS, EVALUATION_2011, PROPOSED_RULES, RULES, SECTIONS, SELECTIONS, legal_values
from clusterlaw.evaluation import Concern, Measure, Statement
from clusterlaw.law.evaluation_2011_sections import EVALUATION, NAME_NOTE, PROJECT_NOTE, TECHNOLOGIES_NOTE
from clusterlaw.law.proposal_2011 import LEFT_OPEN, PlatformTerms, ProjectTerms, proposal_2011
from clusterlaw.regime import Regime
from clusterlaw.rules.proposal import project_support
from clusterlaw.selection import Selection
from clusterlaw.sources import Basis, Cited, Label

ENTRIES = [value.value for value in legal_values(EVALUATION_2011)]
MEASURES = [(each.name, measure) for each in EVALUATION_2011.recommendations for measure in each.measures]
LINKED = (*EVALUATION_2011.statements, *EVALUATION_2011.recommendations)
# What no rule of the law is about.
ABOUT_NO_RULE = {
    "share_experience",
    "awareness_of_stages",
    "individual_advantages",
    "campaign",
    "training_of_animators",
    "roles_made_clear",
}


def test_every_entry_is_cited_by_a_section_and_says_its_basis() -> None:
    sections = {*SECTIONS, NAME_NOTE, PROJECT_NOTE, TECHNOLOGIES_NOTE}
    assert {each.act for each in sections} == {EVALUATION}
    assert len(ENTRIES) > 200
    for entry in ENTRIES:
        assert entry.citation in sections, entry
        assert all(each in sections for each in getattr(entry, "also", ())), entry
        assert entry.basis in {Basis.EVALUATION, Basis.PROPOSAL, Basis.INFERRED}, entry


def test_every_part_of_the_evaluation_is_walked_and_has_a_name_of_its_own() -> None:
    parts = {value.path.partition("[")[0] for value in legal_values(EVALUATION_2011)}
    assert parts == {each.name for each in attrs.fields(type(EVALUATION_2011))} - {"document"}
    for part in parts:
        names = [each.name for each in getattr(EVALUATION_2011, part)]
        assert len(set(names)) == len(names), part


def test_every_section_says_something() -> None:
    assert {entry.citation for entry in ENTRIES} >= set(SECTIONS)


def test_every_label_is_said_in_both_languages() -> None:
    for entry in ENTRIES:
        label = getattr(entry, "label", None)
        assert label is None or (label.fr and label.en), entry


@pytest.mark.parametrize("entry", LINKED, ids=lambda entry: entry.name)
def test_what_an_entry_concerns_exists(entry: Statement) -> None:
    rules = {rule.identifier for rule in RULES}
    for concern in entry.concerns:
        assert _exists(concern) if concern.kind != "rule" else concern.name in rules, concern


def _exists(concern: Concern) -> bool:
    first, *others = concern.name.split(".")
    found = getattr(SELECTIONS[0], first, None) if concern.kind == "selection" else _part_of_regime(first)
    for name in others:
        found = getattr(found.value if isinstance(found, Cited) else found, name, None)
    return found is not None


def _part_of_regime(name: str) -> object:
    return getattr(catalogue.REGIMES[0], name, None)


def test_a_part_that_is_not_there_would_be_seen() -> None:
    assert not _exists(Concern("regime", "bonus"))
    assert not _exists(Concern("selection", "grounds.weights"))
    assert {each.name for each in attrs.fields(Regime)} & {each.name for each in attrs.fields(Selection)} == {
        "identifier"
    }


def test_only_what_is_about_no_rule_has_no_link() -> None:
    assert {each.name for each in EVALUATION_2011.recommendations if not each.concerns} == ABOUT_NO_RULE


@pytest.mark.parametrize(("name", "measure"), MEASURES, ids=[f"{name}-{measure.text}" for name, measure in MEASURES])
def test_a_measure_is_our_link_to_articles_of_its_text(name: str, measure: Measure) -> None:
    assert measure.basis is Basis.INFERRED
    assert measure.citations or measure.response == "nothing"
    assert measure.label.fr
    assert measure.label.en
    for citation in measure.citations:
        assert citation.act in ACTS
        changed_by = citation.amended_by or citation.act
        if measure.response != "nothing":
            assert changed_by.identifier == {"2024": "decree-2024", "2025": "decree-programme-2025"}[measure.text]


def test_every_recommendation_says_what_both_texts_did() -> None:
    for advice in EVALUATION_2011.recommendations:
        assert {measure.text for measure in advice.measures} == {"2024", "2025"}, advice.name
        assert advice.basis is Basis.PROPOSAL


def test_the_proposed_rules_have_names_of_their_own_and_read_a_term() -> None:
    names = [rule.identifier for rule in PROPOSED_RULES]
    assert len(set(names)) == len(names)
    assert not set(names) & {rule.identifier for rule in RULES}
    terms = {each.name for kind in (PlatformTerms, ProjectTerms) for each in attrs.fields(kind)}
    for rule in PROPOSED_RULES:
        assert rule.reads in terms, rule.identifier
        assert rule.function.__doc__, rule.identifier
        assert tuple(inspect.signature(rule.function).parameters) == rule.parameters


def test_what_the_evaluation_leaves_open_has_no_default() -> None:
    named = {each.name for each in LEFT_OPEN}
    arguments = {
        **inspect.signature(proposal_2011).parameters,
        "rate": inspect.signature(project_support).parameters["rate"],
    }
    assert named == set(arguments)
    assert {each.default for each in arguments.values()} == {inspect.Parameter.empty}


def test_the_catalogue_has_nothing_else() -> None:
    with pytest.raises(AttributeError, match="EVALUATION_2014"):
        _ = catalogue.EVALUATION_2014  # type: ignore[attr-defined]


def test_an_entry_without_citation_is_refused() -> None:
    bare = attrs.evolve(EVALUATION_2011, listings=(Label(fr="x", en="x"),))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"listings\[0\].*carries no citation"):
        list(legal_values(bare))
