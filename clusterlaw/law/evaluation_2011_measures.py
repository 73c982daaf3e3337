"""What the texts of 2024 and 2025 did near to or against the recommendations of 2011: our links, none of them law.

Neither text says that it takes up a recommendation, so every link is INFERRED. "Nothing" is said of the decrees alone:
the orders that execute them are not available, and the text of 2025 is known in part.
"""

from clusterlaw.evaluation import Measure, Response, Text
from clusterlaw.law.acts import DECREE_2024, PROGRAMME_2025, in_2007, in_2024, in_2025
from clusterlaw.sources import Citation, Label


def _measure(text: Text, response: Response, *citations: Citation, fr: str, en: str) -> Measure:
    return Measure(text=text, response=response, label=Label(fr=fr, en=en), citations=citations)


NOTHING_2024 = _measure(
    "2024",
    "nothing",
    fr="rien dans le décret ; l'arrêté n'est pas disponible",
    en="nothing in the decree; the order is not available",
)
NOTHING_2025 = _measure("2025", "nothing", fr="rien dans ce qui est visible", en="nothing in what is visible")
NOTHING = (NOTHING_2024, NOTHING_2025)

PURPOSE = _measure(
    "2024",
    "near",
    in_2024("1", subparagraph=1, item="4°"),
    in_2024("2", subparagraph=1),
    fr="la définition vise l'économie et la compétitivité ; les activités suivent les politiques régionales",
    en="the definition aims at the economy and competitiveness; activities follow the regional policies",
)
MISSIONS_AT_EVERY_AGE = _measure(
    "2024",
    "nothing",
    in_2024("2", subparagraph=1),
    in_2024("2", subparagraph=2),
    fr="chaque mission reste demandée à tout âge ; le Gouvernement peut les préciser selon l'âge, comme en 2007",
    en="each mission is still asked for at every age; the Government may specify them by age, as in 2007",
)
MISSIONS_INSTEAD_OF_AXES = _measure(
    "2024",
    "near",
    in_2024("2", subparagraph=1),
    in_2024("3", subparagraph=5),
    in_2024("3", subparagraph=6),
    fr="quatre missions remplacent les six axes ; résultats communiqués et mesurés par des indicateurs",
    en="four missions replace the six axes; results are reported and measured by indicators",
)
INNOVATION_AND_PARTNERSHIPS = _measure(
    "2024",
    "near",
    in_2024("2", subparagraph=1, item="2°"),
    in_2024("2", subparagraph=1, item="4°"),
    fr="missions de partenariat et d'innovation des entreprises",
    en="missions of partnership and of the companies' innovation",
)
SPECIFIC_SUBSIDY_ABOLISHED = _measure(
    "2024",
    "against",
    Citation(act=DECREE_2024, article="4"),
    Citation(act=DECREE_2024, article="6"),
    fr="la subvention spécifique est abrogée, avec ses critères",
    en="the specific subsidy is abolished, with its criteria",
)
SOFTER_RATES = _measure(
    "2024",
    "near",
    in_2024("3", subparagraph=4),
    fr="pourcentages moins pentus, jamais 100 %",
    en="percentages that fall less steeply, never 100%",
)
CEILING_ON_SUBSIDY = _measure(
    "2024",
    "near",
    in_2024("3", subparagraph=2),
    in_2024("3", subparagraph=3),
    fr="le plafond porte sur la subvention, non plus sur les coûts",
    en="the ceiling is on the subsidy, no longer on the costs",
)
DEGRESSIVITY_KEPT = _measure(
    "2024",
    "against",
    in_2024("3", subparagraph=4),
    fr="la dégressivité reste, fixée d'avance pour tous",
    en="degressivity stays, fixed beforehand for all",
)
NO_END = _measure(
    "2024",
    "against",
    in_2024("3", subparagraph=4, item="3°"),
    fr="le soutien de la structure continue sans terme",
    en="the support of the structure goes on without end",
)
PRIVATE_SHARE_FROM_START = _measure(
    "2024",
    "near",
    in_2024("3", subparagraph=4, item="1°"),
    fr="une part reste à trouver ailleurs dès la première année",
    en="a share is to be found elsewhere from the first year",
)
HALF_WAY_EVALUATION = _measure(
    "2024",
    "near",
    in_2024("8", subparagraph=1),
    fr="évaluation à mi-parcours sur les objectifs et les indicateurs du contrat",
    en="half-way evaluation on the objectives and indicators of the contract",
)
NO_HALF_WAY_EVALUATION = _measure(
    "2025",
    "against",
    Citation(act=PROGRAMME_2025, article="7"),
    fr="l'évaluation à mi-parcours est abrogée",
    en="the half-way evaluation is abolished",
)
RESULTS_STILL_REPORTED = _measure(
    "2025",
    "near",
    in_2025("3", subparagraph=5),
    fr="les résultats de la période écoulée sont toujours communiqués",
    en="the results of the elapsed period are still reported",
)
RESULTS_AND_INDICATORS = _measure(
    "2024",
    "near",
    in_2024("3", subparagraph=5),
    in_2024("3", subparagraph=6),
    fr="résultats communiqués au renouvellement, jugés par des indicateurs",
    en="results reported at the renewal, judged by indicators",
)
OBJECTIVES_CONTRACT = _measure(
    "2024",
    "near",
    in_2024("2", subparagraph=1),
    in_2024("5", subparagraph=1),
    fr="contrat d'objectifs",
    en="objectives contract",
)
POLES_TAKEN_IN = _measure(
    "2024",
    "near",
    in_2024("1", subparagraph=1),
    in_2024("4", subparagraph=2, item="5°"),
    in_2024("5", subparagraph=1, item="11°"),
    fr="pôles nommés parmi les membres, deux sièges au comité, critère sur l'accord avec les autres acteurs",
    en="poles named among the members, two seats in the committee, a criterion on the fit with other actors",
)
COMMITTEE_ABOLISHED = _measure(
    "2025",
    "against",
    Citation(act=PROGRAMME_2025, article="6"),
    fr="comité et critères abrogés : les pôles n'y siègent plus",
    en="committee and criteria abolished: the poles sit there no more",
)
POLICIES_NAMED = _measure(
    "2024",
    "near",
    in_2024("2", subparagraph=1),
    in_2024("2", subparagraph=1, item="2°"),
    in_2024("5", subparagraph=1, item="11°"),
    fr="lien demandé avec les politiques régionales et les acteurs de l'animation économique",
    en="link asked for with the regional policies and the actors of economic animation",
)
ONE_ADMINISTRATION = _measure(
    "2024",
    "against",
    in_2024("4", subparagraph=2, item="2°"),
    Citation(act=DECREE_2024, article="5"),
    fr="un seul service siège au comité ; le siège des technologies, de la recherche et de l'énergie disparaît",
    en="a single service sits in the committee; the seat of technology, research and energy is gone",
)
MAJORITY_OF_COMPANIES = _measure(
    "2024",
    "near",
    in_2024("1", subparagraph=1),
    fr="l'initiative reste surtout celle d'entreprises",
    en="the initiative remains mainly that of companies",
)
CATEGORIES_BY_SIZE = _measure(
    "2024",
    "nothing",
    in_2024("3", subparagraph=3),
    fr="deux catégories, mais par nombre d'entreprises membres, non par maturité",
    en="two categories, but by number of member companies, not by maturity",
)
FOUR_YEARS = _measure(
    "2024",
    "against",
    in_2024("2", subparagraph=1),
    in_2024("3", subparagraph=4, item="3°"),
    fr="périodes de quatre ans, renouvelables sans terme",
    en="periods of four years, renewable without end",
)
ONE_YEAR = _measure(
    "2025",
    "against",
    in_2025("2", subparagraph=1),
    fr="reconnaissance d'un an, renouvelable",
    en="recognition of one year, renewable",
)
ECOSYSTEM_MAP = _measure(
    "2024",
    "near",
    in_2024("2", subparagraph=1, item="1°"),
    fr="une mission est de dresser la carte de l'écosystème",
    en="one mission is to map the ecosystem",
)
COSTS_DELEGATED = _measure(
    "2024",
    "nothing",
    in_2024("3", subparagraph=2),
    fr="le Gouvernement fixe les coûts ; l'arrêté n'est pas disponible",
    en="the Government sets the costs; the order is not available",
)
EVALUATION_OF_POLICY = _measure(
    "2024",
    "nothing",
    in_2024("9"),
    in_2007("7"),
    fr="l'évaluation de la politique demeure, tous les quatre ans ; aucune veille",
    en="the evaluation of the policy remains, every four years; no watch",
)
