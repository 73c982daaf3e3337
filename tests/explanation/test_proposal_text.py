"""The model proposed in 2011 in words: every sentence in French and English, and why nothing more is granted."""

from datetime import date

from clusterlaw import explain, platform_support, project_support, proposal_2011
from clusterlaw.assumptions import Assumptions
from clusterlaw.catalogue import PROPOSED_RULES
from clusterlaw.dossier import Cluster, CostLine, Dossier, YearFacts
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import funding_path
from clusterlaw.proposal_sentences import SENTENCES
from clusterlaw.rules.proposal import Contribution, Platform, Project

PLATFORM = Platform(
    budget=Euro(100_000),
    contributions=(
        Contribution(kind="logistics", amount=Euro(20_000)),
        Contribution(kind="money", amount=Euro(50_000)),
    ),
    business_plan=True,
)


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


def test_every_proposed_rule_has_its_sentence() -> None:
    assert set(SENTENCES) == {rule.identifier for rule in PROPOSED_RULES}


def test_a_platform_in_french() -> None:
    text = plain(explain(platform_support(PLATFORM), language="fr"))
    assert text.splitlines() == [
        "30 000,00 EUR, si elle est octroyée",
        "  1. condition « business plan » (oui) : remplie [évaluation de la politique de clustering, octobre 2011, "
        "§ 4.2 (reconfigurer le soutien) (proposition); évaluation de la politique de clustering, octobre 2011, "
        "§ 4.4 (recommandations sur le suivi par la Région) (proposition)]",
        "  2. apport des entreprises : 70 000,00 EUR (logistique 20 000,00 EUR, argent 50 000,00 EUR) "
        "[évaluation de la politique de clustering, octobre 2011, § 4.2 (reconfigurer le soutien) (proposition); "
        "évaluation de la politique de clustering, octobre 2011, § 4.4 (implication des entreprises) (déduit)]",
        *(
            f"  {number}. {words} [évaluation de la politique de clustering, octobre 2011, "
            "§ 4.2 (reconfigurer le soutien) (proposition)]"
            for number, words in (
                (3, "la Région, au plus : 50 % de 100 000,00 EUR → 50 000,00 EUR"),
                (4, "la Région complète : 100 000,00 EUR − 70 000,00 EUR, au plus 50 000,00 EUR → 30 000,00 EUR"),
                (5, "entreprises 70 000,00 EUR, Région 30 000,00 EUR, reste à trouver 0,00 EUR"),
                (6, "part exacte de la Région : 30 %"),
            )
        ),
    ]


def test_a_platform_in_english() -> None:
    third = Platform(
        budget=Euro(3), contributions=(Contribution(kind="technical", amount=Euro(2)),), business_plan=True
    )
    text = explain(platform_support(third), language="en")
    assert "the companies bring: EUR 2.00 (technique EUR 2.00)" in text
    assert "exact share of the Region: 1/3" in text
    assert "exact share of the Region: 30%" in explain(platform_support(PLATFORM), language="en")
    nothing = Platform(budget=Euro(3), contributions=(), business_plan=True)
    assert "the companies bring: EUR 0.00 [" in explain(platform_support(nothing), language="en")


def test_what_is_missing_of_a_platform() -> None:
    text = explain(platform_support(Platform(budget=Euro(100))), language="en")
    for words in (
        "undetermined: at least EUR 0.00, at most EUR 50.00",
        "what the companies bring: not stated",
        "at least: companies EUR 100.00, Region EUR 0.00, left to be found EUR 0.00",
        "at most: companies EUR 0.00, Region EUR 50.00, left to be found EUR 50.00",
        "- business_plan: is there a business plan?",
        "- contributions: what the companies bring",
    ):
        assert words in text
    refused = explain(platform_support(Platform(budget=Euro(100), business_plan=False)), language="fr")
    assert refused.startswith("refusé : business_plan\n")
    assert "la subvention tombe [évaluation de la politique de clustering, octobre 2011, § 4.2" in refused


def test_a_project_in_both_languages() -> None:
    project = Project(companies=2, budget=Euro("0.01"))
    down = Assumptions(rounding="down")
    text = explain(project_support(project, rate=Percentage(60), assumptions=down), language="en")
    assert (
        "companies of the project: 2, at least 2 asked for [evaluation of the policy, October 2011, § 4.2 note 3"
        in text
    )
    assert "rounding: the subsidy of a year is rounded down to the cent" in text
    missing = explain(project_support(Project(), rate=Percentage(60), assumptions=down), language="fr")
    assert "entreprises du projet : nombre non déclaré" in missing
    assert "- companies : le nombre d'entreprises du projet" in missing
    assert "- budget : le budget du projet" in missing


def test_why_nothing_is_granted_beyond_the_last_period() -> None:
    proposal = proposal_2011(
        private_share_by_period=(Percentage(20),),
        commences_on=date(2012, 1, 1),
        yearly_ceiling=None,
        ceiling_on=None,
        prior_years_count=False,
    )
    line = CostLine(nature="structure", purpose="set_up", amount=Euro(100), other_public_funding=Euro(0))
    dossier = Dossier(
        cluster=Cluster(name="x", legal_form="asbl"),
        recognised_on=date(2012, 3, 1),
        years=(YearFacts(costs=(line,)),) * 4,
    )
    years = funding_path(dossier, regimes=(proposal,), years=4).years
    english, french = (explain(years[3], language=language) for language in ("en", "fr"))  # type: ignore[arg-type]
    assert "condition “a single cycle of support of the animation” (2): not met" in english
    assert "no further period is provided for: it would take another support" in english
    assert "plus aucun cycle n'est prévu" in french
    assert "suit le modèle proposé en 2011" in french
    assert "100 % de" not in explain(years[0], language="fr")
    assert "80 % de 100,00 EUR → 80,00 EUR" in plain(explain(years[0], language="fr"))
