"""The nine questions of the evaluation of 2011, and the section that answers each. It is no law."""

from clusterlaw.evaluation import Question
from clusterlaw.law.evaluation_2011_sections import (
    ACHIEVEMENTS,
    ACTION_AXES,
    DIVERSIFICATION,
    FOLLOW_UP,
    GREEN_CLUSTERS,
    INTRODUCTION,
    OTHER_POLICIES,
    POLES,
    SELECTING,
)
from clusterlaw.sources import Basis, Citation, Label


def _question(
    number: int, name: str, answered_in: Citation, *, fr: str, en: str, answer_basis: Basis = Basis.EVALUATION
) -> Question:
    return Question(
        number=number,
        name=name,
        label=Label(fr=fr, en=en),
        answered_in=answered_in,
        citation=INTRODUCTION,
        answer_basis=answer_basis,
    )


# Nine questions, eight answers: the fourth has no section of its own, § 1.3 answers it. From the fifth on the section
# has the number of the question before.
QUESTIONS = (
    _question(
        1,
        "selection",
        SELECTING,
        fr="la sélection sert-elle les objectifs de la politique ?",
        en="does the selection serve the objectives of the policy?",
    ),
    _question(
        2,
        "axes",
        ACTION_AXES,
        fr="les six axes conviennent-ils, aux membres comme à la politique ?",
        en="are the six axes right, for the members and for the policy?",
    ),
    _question(
        3,
        "achievements",
        ACHIEVEMENTS,
        fr="ce que font les clusters mène-t-il aux objectifs ?",
        en="does what the clusters do lead to the objectives?",
    ),
    _question(
        4,
        "benefits_for_members",
        ACHIEVEMENTS,
        fr="qu'attendaient les entreprises, et qu'y gagnent les membres ?",
        en="what did the companies expect, and what do the members gain?",
        answer_basis=Basis.INFERRED,
    ),
    _question(
        5,
        "diversification",
        DIVERSIFICATION,
        fr="la dégressivité a-t-elle poussé à diversifier les sources ?",
        en="did degressivity make the clusters diversify their sources?",
    ),
    _question(
        6,
        "follow_up",
        FOLLOW_UP,
        fr="la Région accompagne-t-elle et suit-elle bien les clusters ?",
        en="does the Region support and follow the clusters well?",
    ),
    _question(
        7,
        "poles",
        POLES,
        fr="qu'a de propre le soutien aux clusters à côté des pôles ?",
        en="what is particular to the support of clusters beside the poles?",
    ),
    _question(
        8,
        "other_policies",
        OTHER_POLICIES,
        fr="la politique s'accorde-t-elle avec les autres aides économiques ?",
        en="does the policy agree with the other economic aid?",
    ),
    _question(
        9,
        "green_clusters",
        GREEN_CLUSTERS,
        fr="quelles synergies entre les clusters verts ?",
        en="which synergies between the green clusters?",
    ),
)
