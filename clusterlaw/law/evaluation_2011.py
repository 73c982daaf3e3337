"""The evaluation of the policy of October 2011 (art. 9): all that the library states of it. It is no law."""

from clusterlaw.evaluation import Evaluation
from clusterlaw.law.evaluation_2011_conclusions import CONCLUSIONS
from clusterlaw.law.evaluation_2011_figures import FIGURES
from clusterlaw.law.evaluation_2011_findings import FINDINGS
from clusterlaw.law.evaluation_2011_listings import LISTINGS
from clusterlaw.law.evaluation_2011_questions import QUESTIONS
from clusterlaw.law.evaluation_2011_recommendations import RECOMMENDATIONS
from clusterlaw.law.evaluation_2011_relations import (
    AGENCIES,
    GREEN,
    OBJECTIVES_BY_MATURITY,
    POLE_POSITIONS,
    SUPPORTS,
)
from clusterlaw.law.evaluation_2011_sections import EVALUATION

EVALUATION_2011 = Evaluation(
    document=EVALUATION,
    questions=QUESTIONS,
    figures=FIGURES,
    statements=(*FINDINGS, *CONCLUSIONS),
    recommendations=RECOMMENDATIONS,
    objectives=OBJECTIVES_BY_MATURITY,
    supports=SUPPORTS,
    pole_positions=POLE_POSITIONS,
    agencies=AGENCIES,
    green_clusters=GREEN,
    listings=LISTINGS,
)
