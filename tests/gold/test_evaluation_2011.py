"""The evaluation of 2011 as the library states it, held to what was written out by hand from the document."""

import pytest

from clusterlaw.catalogue import EVALUATION_2011, REGIMES, SECTIONS, SELECTIONS
from clusterlaw.evaluation import Figure
from clusterlaw.money import Euro, Percentage
from clusterlaw.sources import Basis

# number: the section that answers it. Nine questions, eight answers.
ANSWERS = {1: "1.1", 2: "1.2", 3: "1.3", 4: "1.3", 5: "1.4", 6: "1.5", 7: "1.6", 8: "1.7", 9: "1.8"}

# name: value, second value, precision, first year, last year, section, basis.
FIGURES: dict[str, tuple[object, ...]] = {
    "clusters_supported": (18, None, "exact", 2000, 2011, "§ 1", "evaluation"),
    "clusters_under_decree": (15, None, "exact", 2007, 2011, "§ 1", "evaluation"),
    "clusters_still_supported": (10, None, "exact", 2011, 2011, "§ 1", "evaluation"),
    "yearly_support": (Euro("1400743.00"), None, "exact", 2008, 2010, "§ 1", "evaluation"),
    "members": (1330, None, "more_than", None, None, "§ 1", "evaluation"),
    "companies_among_members": (Percentage(78), None, "exact", None, None, "§ 1", "evaluation"),
    "activities": (20, None, "about", None, None, "§ 1", "evaluation"),
    "criteria": (10, None, "exact", None, None, "§ 1.1", "evaluation"),
    "representativeness_judged_after": (6, None, "more_than", None, None, "§ 1.1", "evaluation"),
    "axes": (6, None, "exact", None, None, "§ 1.2", "evaluation"),
    "companies_federated": (1000, None, "about", None, None, "§ 1.3", "evaluation"),
    "share_of_employment": (Percentage(7), None, "exact", None, None, "§ 1.3", "evaluation"),
    "share_of_value_added": (Percentage(10), None, "exact", None, None, "§ 1.3", "evaluation"),
    "years_of_better_growth": (10, None, "exact", None, None, "§ 1.3", "evaluation"),
    "yearly_support_rounded": (Euro("1400000.00"), None, "about", None, None, "§ 1.3", "evaluation"),
    "first_rate": (Percentage(100), None, "exact", None, None, "§ 1.4", "evaluation"),
    "poles_a_priority_since": (2005, None, "exact", 2005, 2005, "§ 1.6", "evaluation"),
    "clusters_joining_forces": (2, 3, "exact", None, None, "§ 1.8", "proposal"),
    "animation_periods": (1, 2, "exact", None, None, "§ 4.2", "proposal"),
    "animation_period": (3, None, "exact", None, None, "§ 4.2", "proposal"),
    "platform_share": (Percentage(50), None, "at_most", None, None, "§ 4.2", "proposal"),
    "companies_in_project": (2, None, "at_least", None, None, "§ 4.2 note 3", "proposal"),
    "watch_meetings": (1, 2, "exact", None, None, "§ 4.4", "proposal"),
}
# Number as printed (the numbering repeats) and what it is about.
SECTIONS_BY_HAND = [
    ("1", None, "introduction"),
    ("1", None, "key figures, a box without number"),
    ("1.1", None, "procedure and criteria of the selection"),
    ("1.2", None, "structuring of the actions in six axes"),
    ("1.3", None, "activities and achievements"),
    ("1.4", None, "degressivity and diversification of sources"),
    ("1.5", None, "support and follow-up by the Region"),
    ("1.6", None, "position in relation to the poles"),
    ("1.7", None, "consistency with the other policies"),
    ("1.8", None, "synergies between green clusters"),
    ("3", "1.1", "a means or an end"),
    ("3", "1.2", "durability and the companies' interest"),
    ("3", "1.3", "from the structure to the practice"),
    ("4.1", None, "reaffirming the objectives"),
    ("4.2", None, "reconfiguring the support"),
    ("4.3", None, "fit with the poles"),
    ("4.4", None, "involvement of the companies"),
    ("4.4", None, "recommendations on the follow-up by the Region"),
]
LISTS = {
    "method": ("framing", "quantitative", "qualitative", "evaluation"),
    "activity_types": ("company_visits", "working_groups", "business_to_business", "fairs", "seminars"),
    "levels_of_effect": ("output", "result", "impact"),
    "follow_up_bodies": ("review_committee", "support_committees", "administration"),
    "clusters_and_poles": ("clusters_link", "poles_build_projects"),
    "kinds_of_public_aid": ("aimed_at_the_field", "extends_activities", "for_companies"),
    "against_one_platform": ("no_will", "few_synergies", "different_markets"),
    "instead_of_one_platform": (
        "concrete_initiatives",
        "two_or_three_clusters",
        "small_groups",
        "regular_meetings",
        "ad_hoc_platforms",
    ),
    "ways_to_clustering": ("projects", "shared_strategy"),
    "strands_with_poles": ("poles", "platforms", "projects_and_small_groups", "groupings"),
    "project_kinds": (
        "commercial",
        "marketing",
        "study_or_watch",
        "ideas_on_niche",
        "research_and_development",
        "training",
    ),
    "forms_of_private_participation": ("fees", "share_of_activities", "staff", "infrastructure"),
    "private_progressivity": (
        "instead_of_degressivity",
        "with_interest",
        "no_obligation",
        "foreseen",
        "by_triennium",
        "steering",
    ),
    "fixed_costs": ("part_time", "secondment", "pooled_animators", "pooled_administration"),
    "watch": ("half_yearly_or_yearly", "research_and_export", "for_sponsors", "added_value"),
    "business_plan": ("actions", "financial_plan", "sources", "place_in_field"),
    "better_clustering": ("strategic_plan", "studies", "training", "results"),
    "better_positioning": ("roles", "steering"),
}
# What the document calls open: it gives examples.
OPEN_LISTS = {"activity_types", "project_kinds", "forms_of_private_participation", "fixed_costs"}
ABOUT_THE_COMMITTEE = {"lasting_relations_with_poles", "coordination_of_networks", "steering_with_other_schemes"}


def place(text: str) -> str:
    return text.removeprefix("evaluation-2011 ").partition(" (")[0]


def figure(name: str) -> Figure:
    return next(each for each in EVALUATION_2011.figures if each.name == name)


def test_nine_questions_have_eight_answers() -> None:
    questions = EVALUATION_2011.questions
    assert {each.number: each.answered_in.article for each in questions} == ANSWERS
    assert len({each.answered_in for each in questions}) == 8
    assert [each.number for each in questions if each.answer_basis is Basis.INFERRED] == [4]
    assert {str(each.citation) for each in questions} == {"evaluation-2011 § 1 (introduction)"}


def test_every_figure() -> None:
    found = {
        each.name: (
            each.value,
            each.or_else,
            each.precision,
            each.first_year,
            each.last_year,
            place(str(each.citation)),
            each.basis.value,
        )
        for each in EVALUATION_2011.figures
    }
    assert found == FIGURES


def test_the_figures_agree_with_each_other_and_with_the_law() -> None:
    members, share = figure("members").value, figure("companies_among_members").value
    assert isinstance(members, int)
    assert isinstance(share, Percentage)
    assert members * share.fraction > 1_037  # 1,330 x 78 % = 1,037.4: about a thousand companies
    grounds = SELECTIONS[0].grounds.value
    assert grounds is not None
    assert figure("criteria").value == len(grounds.criteria)
    assert figure("axes").value == len(SELECTIONS[0].activities.elements)
    assert figure("first_rate").value == REGIMES[0].rates[0].percentage
    assert figure("animation_period").value == REGIMES[0].recognition_years.value


def test_the_sections_by_number_and_by_what_they_are_about() -> None:
    found = [(each.article, each.item, each.heading.en if each.heading else "") for each in SECTIONS]
    assert found == SECTIONS_BY_HAND
    assert {each.article for each in SECTIONS} & {"2"} == set()  # there is no § 2


def test_a_section_is_cited_in_both_languages() -> None:
    note = EVALUATION_2011.listings[10].citation
    assert note.text("fr") == (
        "évaluation de la politique de clustering, octobre 2011, § 4.2, note 3 (reconfigurer le soutien)"
    )
    assert note.text("en") == "evaluation of the policy, October 2011, § 4.2 note 3 (reconfiguring the support)"
    assert SECTIONS[0].text("fr").endswith("§ 1 (introduction)")  # never "1er": a section is no article


def test_the_lists() -> None:
    assert {each.name: tuple(entry.name for entry in each.entries) for each in EVALUATION_2011.listings} == LISTS
    assert {each.name for each in EVALUATION_2011.listings if not each.exhaustive} == OPEN_LISTS


@pytest.mark.parametrize(
    ("section", "limits", "strengths"),
    [("1.1", 4, 2), ("1.2", 3, 2), ("1.3", 3, 5), ("1.4", 5, 1), ("1.5", 1, 3), ("1.6", 1, 0), ("1.7", 4, 1)],
)
def test_what_each_section_finds(section: str, limits: int, strengths: int) -> None:
    tones = [each.tone for each in EVALUATION_2011.statements if each.citation.article == section]
    assert (tones.count("limit"), tones.count("strength")) == (limits, strengths)


def test_the_plateau_of_the_costs() -> None:
    """§ 1.4: the costs are capped, not the subsidy, so that activity reaches a plateau from the second triennium."""
    (plateau,) = [each for each in EVALUATION_2011.statements if each.name == "activity_plateaus"]
    assert place(str(plateau.citation)) == "§ 1.4"
    assert {"subsidy.cap_costs", "subsidy.rate_of_year", "subsidy.apply_percentage"} <= {
        each.name for each in plateau.concerns if each.kind == "rule"
    }


def test_objectives_supports_and_positions() -> None:
    objectives, supports = EVALUATION_2011.objectives, EVALUATION_2011.supports
    assert [(each.number, each.name, place(str(each.citation))) for each in objectives] == [
        (1, "networking", "§ 4.1"),
        (2, "positioning", "§ 4.1"),
    ]
    assert [(each.number, each.name, each.objective, place(str(each.citation))) for each in supports] == [
        (1, "animation", "networking", "§ 4.2"),
        (2, "projects", "positioning", "§ 4.2"),
    ]
    assert [entry.name for entry in objectives[1].applies] == ["below_the_size_of_a_pole", "losing_competitiveness"]
    positions = {each.name: tuple(role.name for role in each.roles) for each in EVALUATION_2011.pole_positions}
    assert positions == {
        "integrated_or_origin": ("integrated", "origin"),
        "on_strategic_axis": ("networking",),
        "upstream_or_downstream": ("pool_of_ideas", "facilitator_upstream", "developer_and_tester_downstream"),
        "transversal": ("partner_on_projects",),
        "key_enabling_technologies": ("cluster", "interpole_platform"),
    }


def test_agencies_and_green_clusters() -> None:
    by_devotion = {
        devotion: [each.name for each in EVALUATION_2011.agencies if each.devotion == devotion]
        for devotion in ("wholly", "partly")
    }
    assert by_devotion == {
        "wholly": ["DGO6", "ASE", "AST", "AWEX"],
        "partly": ["FOREM", "IFAPME", "DGO3", "DGO4"],
    }
    assert {each.name: (each.in_opinion, each.basis) for each in EVALUATION_2011.green_clusters} == {
        "CAP 2020": (True, Basis.EVALUATION),
        "Eco-Construction": (False, Basis.EVALUATION),
        "Déchets solides": (True, Basis.INFERRED),
        "TWEED": (True, Basis.EVALUATION),
    }


def test_what_became_of_the_recommendations() -> None:
    found = {
        each.name: [(measure.text, measure.response, *map(str, measure.citations)) for measure in each.measures]
        for each in EVALUATION_2011.recommendations
    }
    # § 1.3: it "must remain"; art. 4 of the decree of 2024 rewrote art. 3 without it, art. 6 struck out its criteria.
    assert found["keep_specific_subsidy"] == [
        ("2024", "against", "decree-2024 art. 4", "decree-2024 art. 6"),
        ("2025", "nothing"),
    ]
    assert found["new_funding_model"] == [
        ("2024", "near", "decree-2007 art. 3 al. 2 (2024)", "decree-2007 art. 3 al. 3 (2024)"),
        ("2024", "near", "decree-2007 art. 3 al. 4 (2024)"),
        ("2024", "against", "decree-2007 art. 3 al. 4 (2024)"),
        ("2025", "nothing"),
    ]
    assert found["animation_for_a_time"] == [
        ("2024", "against", "decree-2007 art. 2 al. 1 (2024)", "decree-2007 art. 3 al. 4 3° (2024)"),
        ("2025", "against", "decree-2007 art. 2 al. 1 (2025)"),
    ]
    assert found["platforms_half_funded"] == [("2024", "nothing"), ("2025", "nothing")]
    assert found["control_by_results"] == [
        ("2024", "near", "decree-2007 art. 3 al. 5 (2024)", "decree-2007 art. 3 al. 6 (2024)"),
        ("2024", "near", "decree-2007 art. 8 al. 1 (2024)"),
        ("2025", "against", "decree-programme-2025 art. 7"),
        ("2025", "near", "decree-2007 art. 3 al. 5 (2025)"),
    ]
    for name in ABOUT_THE_COMMITTEE:
        assert ("2025", "against", "decree-programme-2025 art. 6") in found[name]
    assert len(found) == 45
    sections = {each.citation.article for each in EVALUATION_2011.recommendations}
    assert sections == {"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "3", "4.1", "4.2", "4.3", "4.4"}
