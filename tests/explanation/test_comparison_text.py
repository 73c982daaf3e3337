"""Comparisons in words: both languages, amounts with their sign, causes on both sides, what follows from a text."""

from datetime import date
from typing import Any

import attrs
import pytest

from clusterlaw import (
    REGIMES,
    Assumptions,
    Cluster,
    CostLine,
    Dossier,
    Euro,
    FirstPeriod,
    Percentage,
    Renewal,
    YearFacts,
    compare,
    explain,
    funding_path,
)
from clusterlaw.comparison_text import cause_names
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.law.proposal_2011 import proposal_2011
from clusterlaw.reforms import (
    indexed_ceiling,
    no_degressivity,
    percentages_of_2024,
    scheduled_ceiling,
    subsidy_ceiling,
)

LINE = CostLine(nature="structure", purpose="set_up", amount=Euro(200_000), other_public_funding=Euro(10_000))
SECOND = Renewal(starts_on=date(2011, 3, 1), new_action_plan=True, new_objectives=True)
DOSSIER = Dossier(
    cluster=Cluster(name="TWEED", legal_form="asbl"),
    recognised_on=date(2008, 3, 1),
    renewals=(SECOND,),
    years=(YearFacts(costs=(LINE,)),) * 6,
)


def text(language: Any, after: Dossier = DOSSIER, *, years: int = 4, **given: Any) -> str:
    paths = funding_path(DOSSIER, years=years), funding_path(after, years=years, **given)
    return explain(compare(*paths), language=language).replace("\u202f", " ")


def test_nothing_differs() -> None:
    assert text("fr").splitlines() == ["TWEED : texte de 2007", "", "Rien ne diffère."]
    assert text("en").splitlines()[-1] == "Nothing differs."


def test_a_reform_in_french() -> None:
    found = text("fr", regimes=(subsidy_ceiling(REGIME_2007),))
    assert found.splitlines() == [
        "TWEED : texte de 2007 → texte de 2007, et si : plafond sur la subvention",
        "",
        "Années 1 à 3 : seul le texte diffère, aucun montant",
        "",
        "Année 4 (du 01/03/2011 au 29/02/2012)",
        "  subvention : 128 000,00 EUR → 152 000,00 EUR (+24 000,00 EUR)",
        "  part propre : −24 000,00 EUR",
        "  cause : ordre des opérations : plafonner les coûts, appliquer le pourcentage → appliquer le pourcentage, "
        "plafonner la subvention [décret du 18 janvier 2007, art. 3, § 1er, al. 4; décret du 18 janvier 2007, art. 3, "
        "§ 1er, al. 2 → décret du 18 janvier 2007, art. 3, § 1er, al. 4 (et si); décret du 18 janvier 2007, art. 3, "
        "§ 1er, al. 2 (et si)]",
        "    avant : plafonnement des coûts admis : 190 000,00 EUR, plafond 160 000,00 EUR → 160 000,00 EUR [décret du "
        "18 janvier 2007, art. 3, § 1er, al. 2] {hypothèses : ceiling_year, ceiling_indexation}",
        "    après : plafonnement de la subvention : 152 000,00 EUR, plafond 160 000,00 EUR → 152 000,00 EUR [décret "
        "du 18 janvier 2007, art. 3, § 1er, al. 2 (et si)]",
        "",
        "Total, subvention : +24 000,00 EUR",
        "Total, part propre : −24 000,00 EUR",
    ]


def test_percentages_in_english() -> None:
    found = text("en", years=1, regimes=(percentages_of_2024(REGIME_2007),))
    assert "cause: percentages: 100 / 80 / 50% → 90 / 75 / 60%" in found
    decree = "decree of 18 January 2007, art. 3"
    places = f"[{decree} § 1 al. 4 (what if); {decree} al. 4 1° (as amended in 2024) (what if)]"
    assert f"after: year 1: 90 % (ranks 1–4) {places} {{assumptions: no_prior_subsidy}}" in found
    assert "subsidy: EUR 160,000.00 → EUR 144,000.00 (−EUR 16,000.00)" in found


def test_a_single_year_whose_text_alone_differs() -> None:
    found = text("en", years=1, regimes=(subsidy_ceiling(REGIME_2007),))
    assert "Year 1: only the text differs, no amount" in found


def test_plans_and_readings() -> None:
    other = attrs.evolve(
        DOSSIER,
        cluster=Cluster(name="TWIST", legal_form="asbl"),
        renewals=(attrs.evolve(SECOND, new_action_plan=False),),
        years=(YearFacts(), *DOSSIER.years[1:]),
        assumptions=Assumptions(rounding="down", lapsed_subsidy="ends"),
    )
    english = text("en", other)
    for words in (
        "TWEED → TWIST: text of 2007",
        "  assumption rounding: half_up → down",
        "  assumption lapsed_subsidy: not stated → ends",
        "  costs: EUR 200,000.00, of which other public funding EUR 10,000.00 → not stated",
        "  status: determined → undetermined",
        "  subsidy: EUR 160,000.00 → EUR 0.00 – EUR 160,000.00 (from −EUR 160,000.00 to EUR 0.00)",
        "  cause: cost lines: EUR 200,000.00 (1) → not stated",
        "  status: determined → refused",
        "  cause: new action plan: yes → no",
    ):
        assert words in english, words
    assert "Total, own share" not in english
    french = text("fr", other)
    assert "  coûts : 200 000,00 EUR, dont autres subventions 10 000,00 EUR → non déclaré" in french
    assert "  hypothèse rounding : half_up → down" in french


def test_other_days_and_what_follows() -> None:
    moved = attrs.evolve(DOSSIER, recognised_on=date(2024, 8, 1), renewals=())
    french = text("fr", moved, years=1)
    for words in (
        "TWEED : texte de 2007 → texte de 2024",
        "Année 1 (du 01/03/2008 au 28/02/2009 → du 01/08/2024 au 31/07/2025)",
        "cause : jour de la reconnaissance : 01/03/2008 → 01/08/2024",
        "ce qui suit : texte de la période, pouvoir du Gouvernement, pourcentage de l'année (100 % → 90 %)",
    ):
        assert words in french
    same = explain(compare(funding_path(moved, years=1), funding_path(moved, years=1)), language="en")
    assert same.endswith("Nothing differs.")


def test_an_amount_that_stays_and_days_alone() -> None:
    more = attrs.evolve(LINE, amount=Euro(300_000))
    english = text("en", attrs.evolve(DOSSIER, years=(YearFacts(costs=(more,)),)), years=1)
    assert "  subsidy: EUR 160,000.00 (unchanged)" in english
    assert "  own share: +EUR 100,000.00" in english
    later = text("en", attrs.evolve(DOSSIER, recognised_on=date(2008, 4, 1), renewals=()), years=1)
    assert "cause: day of the recognition: 2008-03-01 → 2008-04-01" in later
    assert "what follows" not in later


def test_the_law_beside_the_proposal_of_2011() -> None:
    proposed = proposal_2011(
        private_share_by_period=(Percentage(20), Percentage(50)),
        commences_on=date(2007, 7, 1),
        yearly_ceiling=None,
        ceiling_on=None,
        prior_years_count=True,
    )
    english = text("en", years=1, regimes=(proposed,))
    for words in (
        "TWEED: text of 2007 → model proposed in 2011",
        "  subsidy: EUR 160,000.00 → EUR 152,000.00 (−EUR 8,000.00)",  # 80 % of 190,000, without a ceiling
        "  cause: text of the period",
        "follows the model proposed in 2011, which is nobody's law; it lasts 3 years",
        "what follows: percentage of the year (100% → 80%), ceiling on the admitted costs, application of the",
    ):
        assert words in english, words


def test_a_cause_in_a_few_words() -> None:
    reform = subsidy_ceiling(REGIME_2007)
    year = compare(funding_path(DOSSIER, years=4), funding_path(DOSSIER, years=4, regimes=(reform,))).years[3]
    names = [cause_names(cause, "en") for cause in year.causes]
    assert names == [("text of the period",), ("order of the operations",)]


def test_two_laws_whose_texts_are_several_are_named_year_by_year() -> None:
    crossing = attrs.evolve(DOSSIER, recognised_on=date(2022, 5, 1), renewals=())
    reform = tuple(no_degressivity(each, percentage=Percentage(50)) for each in REGIMES)
    before, after = (funding_path(crossing, years=4, regimes=each) for each in (REGIMES, reform))
    found = compare(before, after)
    english = explain(found, language="en")
    assert "text: text of 2007 → text of 2007, what if: no degressivity" in english
    year = explain(found.years[3], language="en")
    assert year in english
    assert "subsidy: EUR 0.00 – without known limit (unchanged)" not in english


def test_a_difference_that_nothing_bounds() -> None:
    open_ = Dossier(cluster=Cluster(name="x", legal_form="asbl"), recognised_on=date(2024, 8, 1))
    stated = attrs.evolve(open_, first_period=FirstPeriod(subsidy_ceiling=Euro(100_000)))
    paths = funding_path(open_, years=1), funding_path(stated, years=1)
    assert "(at most +EUR 100,000.00)" in explain(compare(*paths), language="en")
    assert "(au moins −100 000,00 EUR)" in explain(compare(*reversed(paths)), language="fr").replace("\u202f", " ")
    admitted = attrs.evolve(LINE, admissible=False)
    other = attrs.evolve(open_, years=(YearFacts(costs=(admitted,)),))
    reform = tuple(no_degressivity(each, percentage=Percentage(50)) for each in REGIMES)
    unbounded = compare(funding_path(open_, years=1), funding_path(open_, years=1, regimes=reform))
    assert "Total, subsidy: without known limit" in explain(unbounded, language="en")
    nothing = compare(funding_path(open_, years=1), funding_path(other, years=1))
    assert "at most EUR 0.00" in explain(nothing, language="en")


def test_conditions_and_texts_that_only_one_side_has() -> None:
    refused = attrs.evolve(DOSSIER, renewals=(attrs.evolve(SECOND, new_action_plan=False),))
    kept = tuple(each for each in REGIME_2007.conditions if each.name != "new_action_plan")
    dropped = attrs.evolve(REGIME_2007, conditions=kept)
    paths = [funding_path(refused, years=4, regimes=(each,)) for each in (REGIME_2007, dropped)]
    assert "cause: condition: new action plan → not asked for" in explain(compare(*paths), language="en")
    longer = attrs.evolve(REGIME_2007, recognition_years=attrs.evolve(REGIME_2007.recognition_years, value=5))
    without = attrs.evolve(DOSSIER, renewals=())
    paths = [funding_path(without, years=4, regimes=(each,)) for each in (REGIME_2007, longer)]
    assert "cause: text of the period" in explain(compare(*paths), language="en")
    admission = attrs.evolve(REGIME_2007.admission, natures=(), citation=REGIME_2007.ceiling.citation)
    narrower = attrs.evolve(REGIME_2007, admission=admission)
    paths = [funding_path(DOSSIER, years=1, regimes=(each,)) for each in (REGIME_2007, narrower)]
    assert "cause: rule on the admitted costs: decree of 18 January 2007, art. 3 § 1 al. 3 → " in explain(
        compare(*paths), language="en"
    )
    same_place = attrs.evolve(narrower, admission=attrs.evolve(REGIME_2007.admission, natures=()))
    paths = [funding_path(DOSSIER, years=1, regimes=(each,)) for each in (REGIME_2007, same_place)]
    assert "cause: rule on the admitted costs\n" in explain(compare(*paths), language="en")


def test_a_condition_that_a_reading_leaves_out() -> None:
    counted = attrs.evolve(DOSSIER, prior_subsidy_years=3, renewals=(attrs.evolve(SECOND, favourable_evolution=False),))
    readings = [attrs.evolve(counted, assumptions=Assumptions(sixth_year_counting=each)) for each in SIXTH]
    english = explain(compare(*(funding_path(each, years=4) for each in readings)), language="en")
    assert "cause: assumptions.sixth_year_counting: from_recognition → with_prior_years" in english
    assert "is not asked for here" in english
    bounded = attrs.evolve(
        REGIME_2007, conditions=tuple(attrs.evolve(each, last_period=1) for each in REGIME_2007.conditions)
    )
    assert "None" not in explain(
        compare(funding_path(counted, years=4), funding_path(counted, years=4, regimes=(bounded,))), language="en"
    )


SIXTH: tuple[Any, ...] = ("from_recognition", "with_prior_years")


@pytest.mark.parametrize(
    ("language", "indexed", "scheduled", "what_if"),
    [
        (
            "fr",
            "plafond de l'année 3 : 160 000,00 EUR indexé de 2 % par an depuis l'année 1 → 166 464,00 EUR",
            "plafond de l'année 2 : 170 000,00 EUR",
            "qui n'est le droit de personne ; elle dure 3 ans",
        ),
        (
            "en",
            "ceiling of year 3: EUR 160,000.00 indexed by 2% a year since year 1 → EUR 166,464.00",
            "ceiling of year 2: EUR 170,000.00",
            "which is nobody's law; it lasts 3 years",
        ),
    ],
)
def test_a_ceiling_that_moves_is_explained(language: Any, indexed: str, scheduled: str, what_if: str) -> None:
    def year(number: int, **given: Any) -> str:
        path = funding_path(DOSSIER, years=number, **given)
        return explain(path.years[-1], language=language).replace("\u202f", " ")

    index = indexed_ceiling(REGIME_2007, percentage=Percentage(2), rounding="half_up")
    assert indexed in year(3, regimes=(index,))
    assert what_if in year(3, regimes=(index,))
    assert "ceiling_indexation" not in year(3, regimes=(index,))
    schedule = scheduled_ceiling(REGIME_2007, amounts=(Euro(160_000), Euro(170_000)))
    assert scheduled in year(2, regimes=(schedule,))
