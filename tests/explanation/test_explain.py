"""Explanations: French and English, step by step, with citations and assumptions, and why not."""

from datetime import date
from typing import Any

import attrs
import pytest

from clusterlaw import explain
from clusterlaw.application_sentences import SENTENCES
from clusterlaw.assumptions import Assumptions
from clusterlaw.catalogue import RULES
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.explanation import _BASES, _SENTENCES, amount_text
from clusterlaw.finding import Determined, Refused, Undetermined
from clusterlaw.inversion_text import SENTENCES as INVERSE
from clusterlaw.life_sentences import SENTENCES as OF_A_LIFE
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, funding_path
from clusterlaw.rules.specific_subsidy import SpecificCost, SpecificSubsidyRequest, specific_subsidy
from clusterlaw.sources import Basis

LINE = CostLine(nature="structure", purpose="daily_operation", amount=Euro(200_000), other_public_funding=Euro(10_000))


def path(*renewals: Renewal, recognised_on: date = date(2008, 3, 1), years: int = 9, **facts: Any) -> FundingPath:
    facts = {"years": (YearFacts(costs=(LINE,)),) * years} | facts
    cluster = facts.pop("cluster", Cluster(name="x", legal_form="asbl"))
    dossier = Dossier(cluster=cluster, recognised_on=recognised_on, renewals=renewals, **facts)
    return funding_path(dossier, years=years)


SECOND = Renewal(starts_on=date(2011, 3, 1), new_action_plan=True, new_objectives=True)


def test_every_basis_but_the_text_itself_has_words() -> None:
    assert set(_BASES) == set(Basis) - {Basis.TEXT}


def test_every_rule_has_its_sentence() -> None:
    assert not set(_SENTENCES) & set(SENTENCES)
    assert not {*_SENTENCES, *SENTENCES, *INVERSE} & set(OF_A_LIFE)
    assert not set(INVERSE) & {*_SENTENCES, *SENTENCES}
    assert {*_SENTENCES, *SENTENCES, *INVERSE, *OF_A_LIFE} == {rule.identifier for rule in RULES}


def test_a_year_in_french() -> None:
    text = explain(path(SECOND).years[3], language="fr")
    for words in (
        "Année 4 (du 01/03/2011 au 29/02/2012), période 2, texte de 2007",
        "128\u202f000,00 EUR, si elle est octroyée",
        "les années 4 à 6 d'une reconnaissance du 01/03/2008 commencent les 01/03/2011, 01/03/2012, 01/03/2013",
        "en vigueur ce jour ; elle dure 3 ans",
        "condition « nouveau plan d'actions » (oui) : remplie [décret du 18 janvier 2007, art. 3, § 1er, al. 5]",
        "année 4 : 80 % (rangs 4–6) [décret du 18 janvier 2007, art. 3, § 1er, al. 4, 2°]",
        "coûts admis : 190\u202f000,00 EUR",
        "plafond 160\u202f000,00 EUR → 160\u202f000,00 EUR",
        "80 % de 160\u202f000,00 EUR → 128\u202f000,00 EUR",
        "Part propre : 200\u202f000,00 EUR − 10\u202f000,00 EUR (autres subventions) − 128\u202f000,00 EUR (subvention)"
        " = 62\u202f000,00 EUR",
        "- ceiling_year : le plafond annuel",
        "arrêté du Gouvernement wallon du 16 mai 2007, art. 12 (source officielle)",
    ):
        assert words in text


def test_a_year_in_english() -> None:
    text = explain(path(SECOND, prior_subsidy_years=2).years[3], language="en")
    for words in (
        "Year 4 (2011-03-01 to 2012-02-29), period 2, text of 2007",
        "EUR 128,000.00, if granted",
        "years 4 to 6 of a recognition of 2008-03-01 start on 2011-03-01, 2012-03-01, 2013-03-01",
        "it lasts 3 years",
        "condition “new action plan” (yes): met",
        "year 4, after 2 years of subsidy: 80 % (ranks 4–6)",
        "the Government may grant",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("reading", "prior", "english", "french"),
    [
        # year 7 in a period of 2024 after two triennia: rank 1, 7, or 7 and the prior years
        (
            "restarts",
            9,
            "year 7, on the reading restarts: 90 % (ranks 1–4)",
            "année 7, selon la lecture restarts : 90 %",
        ),
        (
            "counts_from_first_recognition",
            9,
            "year 7, on the reading counts_from_first_recognition: 75 % (ranks 5–8)",
            "année 7, selon la lecture counts_from_first_recognition : 75 %",
        ),
        (
            "counts_from_first_subsidy",
            9,
            "year 7, after 9 years of subsidy: 60 % (ranks 9–…)",
            "année 7, après 9 ans de subvention : 60 %",
        ),
        (
            "counts_from_first_subsidy",
            1,
            "year 7, after 1 year of subsidy: 75 % (ranks 5–8)",
            "année 7, après 1 an de subvention : 75 %",
        ),
        (
            "counts_from_first_subsidy",
            0,
            "year 7, on the reading counts_from_first_subsidy: 75 % (ranks 5–8)",
            "année 7, selon la lecture counts_from_first_subsidy : 75 %",
        ),
    ],
)
def test_the_rank_of_a_year_says_what_it_is_counted_from(reading: Any, prior: int, english: str, french: str) -> None:
    assumptions = Assumptions(seniority_after_2024=reading)
    year = path(recognised_on=date(2018, 9, 1), years=7, prior_subsidy_years=prior, assumptions=assumptions).years[6]
    assert english in explain(year, language="en")
    assert french in explain(year, language="fr")


def test_a_reading_of_the_rank_is_named_only_where_it_decides() -> None:
    # Year 1 without prior years has rank 1 under every reading; with nine of them restarts is what gives it.
    first = {"recognised_on": date(2024, 7, 1), "years": 1, "assumptions": Assumptions(seniority_after_2024="restarts")}
    assert "année 1 : 90 % (rangs 1–4)" in explain(path(**first, prior_subsidy_years=0).years[0], language="fr")
    named = explain(path(**first, prior_subsidy_years=9).years[0], language="en")
    assert "year 1, on the reading restarts: 90 % (ranks 1–4)" in named
    assert "after 9 years" not in named
    # The text of 2007 has one reading: earlier years count (art. 10 al. 2).
    assert "year 4, after 1 year of subsidy: 80 %" in explain(
        path(SECOND, prior_subsidy_years=1).years[3], language="en"
    )


def test_why_not_and_what_would_change_it() -> None:
    refused = path(attrs.evolve(SECOND, new_objectives=False)).years[3]
    french = explain(refused, language="fr")
    assert "refusé : new_objectives" in french
    assert "new_objectives : la subvention tombe [décret du 18 janvier 2007, art. 3, § 1er, al. 5]" in french
    assert "il en irait autrement si renewals[2011-03-01].new_objectives = oui" in french
    assert "Si toutes les conditions étaient remplies : 128\u202f000,00 EUR" in french
    english = explain(refused, language="en")
    assert "it would be otherwise if renewals[2011-03-01].new_objectives = yes" in english
    assert "If every condition were met: EUR 128,000.00" in english


def test_what_earlier_periods_left() -> None:
    kept = path(
        attrs.evolve(SECOND, legal_form="association_de_fait"),
        cluster=Cluster(name="x", legal_form="association_de_fait"),
    )
    assert "it would be otherwise if renewals[2011-03-01].legal_form = asbl / gie / geie" in explain(
        kept.years[3], language="en"
    )
    lost = explain(kept.years[8], language="en")
    assert "the recognition was lost in an earlier period [decree of 18 January 2007, art. 3 § 1 al. 1]" in lost
    assert "it would take a new recognition" in lost
    third = Renewal(starts_on=date(2014, 3, 1), favourable_evolution=True)
    lapsed = attrs.evolve(SECOND, new_objectives=False)
    ends = path(lapsed, third, assumptions=Assumptions(lapsed_subsidy="ends")).years[6]
    assert "la subvention, non renouvelée auparavant, ne reprend pas" in explain(ends, language="fr")
    assert "lapsed_subsidy = may_resume" in explain(ends, language="fr")
    resumes = path(lapsed, third, assumptions=Assumptions(lapsed_subsidy="may_resume")).years[6]
    assert "the subsidy stays open in this period" in explain(resumes, language="en")
    unknown = path(
        attrs.evolve(SECOND, legal_form=None), third, cluster=Cluster(name="x", legal_form="association_de_fait")
    ).years[6]
    assert "la reconnaissance a pu être perdue dans une période antérieure" in explain(unknown, language="fr")
    assert "renewals[2011-03-01].legal_form : la forme juridique à ce moment" in explain(unknown, language="fr")


def test_a_path_across_the_changes_of_law() -> None:
    crossing = path(recognised_on=date(2022, 5, 1))
    french, english = (explain(crossing, language=language) for language in ("fr", "en"))
    assert "la période en cours garde son texte jusqu'à son terme malgré : texte de 2024" in french
    assert "despite: text of 2025" in english
    assert "au moins : année 5 : 75 %" in french
    assert "at most: year 5: 90 %" in english
    assert "Total : non déterminé" in french
    assert "Total: undetermined" in english
    assert "assumptions.seniority_after_2024: choose a reading" in english
    assert "l'année 8 d'une reconnaissance du 01/05/2022 commence le 01/05/2029" in french
    assert "year 8 of a recognition of 2022-05-01 starts on 2029-05-01" in english
    assert "elle dure 1 an " in french
    assert "the Government grants, within its budget" in english


def test_a_total() -> None:
    third = Renewal(starts_on=date(2014, 3, 1), favourable_evolution=True)
    assert "Total : 1\u202f104\u202f000,00 EUR" in explain(
        path(SECOND, third), language="fr"
    )  # 3 x (160 + 128 + 80) thousand
    assert "Total: EUR 1,104,000.00" in explain(path(SECOND, third), language="en")


def test_an_assumption_on_when_a_condition_applies() -> None:
    pilot = {"prior_subsidy_years": 6, "first_period": FirstPeriod(favourable_evolution=False)}
    here = path(**pilot).years[0]
    assert "“favourable evolution of the field of activity” is not asked for here" in explain(here, language="en")
    assert "n'est pas demandée ici" in explain(here, language="fr")
    counted = path(**pilot, assumptions=Assumptions(sixth_year_counting="with_prior_years")).years[0]
    assert "applies from year 1" in explain(counted, language="en")
    assert "vaut dès l'année 1" in explain(counted, language="fr")


def test_nothing_bounds_it() -> None:
    year = funding_path(
        Dossier(cluster=Cluster(name="x", legal_form="asbl"), recognised_on=date(2024, 7, 1)), years=1
    ).years[0]
    assert "au plus sans limite connue" in explain(year, language="fr")
    assert "at most without known limit" in explain(year, language="en")
    assert "au plus : 90 % de coûts non déclarés : sans limite connue [" in explain(year, language="fr")
    assert "at most: 90 % of costs that are not stated: without known limit [" in explain(year, language="en")


COST = SpecificCost(amount=Euro(30_000), other_public_funding=Euro(2_000), admissible=True)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_specific_subsidy(language: Any) -> None:
    request = SpecificSubsidyRequest(purpose="joint_task", decided_on=date(2010, 5, 1), costs=(COST,))
    chosen = Assumptions(specific_subsidy_ceiling="per_cluster_and_year")
    found = specific_subsidy(request, assumptions=chosen)
    assert isinstance(found, Undetermined)  # what was granted that year is not stated
    text = explain(found, language=language)
    assert "granted_that_year" in text
    assert ("par cluster et par année" if language == "fr" else "for each cluster and year") in text
    settled = specific_subsidy(attrs.evolve(request, granted_that_year=Euro(4_000)), assumptions=chosen)
    assert isinstance(settled, Determined)
    assert settled.value == Euro(20_000)  # 24,000 - 4,000
    assert amount_text(Euro(20_000), language) in explain(settled, language=language)
    late = specific_subsidy(attrs.evolve(request, decided_on=date(2025, 5, 1)), assumptions=Assumptions())
    assert isinstance(late, Refused)
    assert "art. 4" in explain(late, language=language)


def test_a_step_by_itself_and_a_finding_of_a_year() -> None:
    year = path(SECOND).years[3]
    assert explain(year.steps[-1], language="en").startswith("80 % of EUR 160,000.00 → EUR 128,000.00 [")
    assert explain(year.finding, language="en").startswith("EUR 128,000.00, if granted")
    refused = path(attrs.evolve(SECOND, new_objectives=False)).years[3].finding
    assert "new_objectives: the subsidy falls" in explain(refused, language="en")
    assert isinstance(path().years[3].finding, Undetermined)


def test_the_steps_of_a_path_are_those_of_its_years() -> None:
    for found in (path(SECOND), path(recognised_on=date(2022, 5, 1)), path(recognised_on=date(2008, 2, 29))):
        assert found.steps == tuple(year.steps for year in found.years)
        assert all(step.replay() == step.result for steps in found.steps for step in steps)


@pytest.mark.parametrize("subject", [None, "x", 1, {}])
def test_nothing_else_is_explained(subject: Any) -> None:
    words = "give a path, a year, a comparison, an assessment, an inversion, a standing, a finding or a step"
    with pytest.raises(TypeError, match=words):
        explain(subject, language="fr")


def test_no_other_language_is_spoken() -> None:
    with pytest.raises(ValueError, match="give 'fr' or 'en'"):
        explain(path(SECOND), language="nl")  # type: ignore[arg-type]


def test_open_questions_are_said() -> None:
    third = Renewal(starts_on=date(2014, 3, 1), favourable_evolution=True)
    english = explain(path(SECOND, third).years[6], language="en")
    assert "Open questions:" in english
    assert "evolution_once_or_each_period: is the favourable evolution shown once" in english
    assert "- community_programmes : les programmes « communautaires »" in explain(path().years[0], language="fr")
    assert "evolution_once" not in explain(path(SECOND, third).years[5], language="fr")
