"""The evaluation of the policy of 2011 (art. 9) and its sections. It is no law.

Its numbering repeats: § 3 is subnumbered 1.1 to 1.3, there are two § 4.4 and no § 2. So a section is cited by its
number and by what it is about, in words of our own.
"""

from attrs import evolve

from clusterlaw.sources import Citation, Document, Label

EVALUATION = Document(
    identifier="evaluation-2011",
    title=Label(
        fr="évaluation de la politique de clustering, octobre 2011", en="evaluation of the policy, October 2011"
    ),
)


def in_evaluation(number: str, *, fr: str, en: str, item: str | None = None) -> Citation:
    """Cite a section of the evaluation by its number and by what it is about."""
    return Citation(act=EVALUATION, article=number, item=item, heading=Label(fr=fr, en=en))


INTRODUCTION = in_evaluation("1", fr="introduction", en="introduction")
IN_FIGURES = in_evaluation("1", fr="chiffres clés, encadré sans numéro", en="key figures, a box without number")
SELECTING = in_evaluation("1.1", fr="modalités et critères de sélection", en="procedure and criteria of the selection")
ACTION_AXES = in_evaluation(
    "1.2", fr="structuration des actions en six axes", en="structuring of the actions in six axes"
)
ACHIEVEMENTS = in_evaluation("1.3", fr="activités et réalisations", en="activities and achievements")
DIVERSIFICATION = in_evaluation(
    "1.4", fr="dégressivité et diversification des sources", en="degressivity and diversification of sources"
)
FOLLOW_UP = in_evaluation("1.5", fr="accompagnement et suivi par la Région", en="support and follow-up by the Region")
POLES = in_evaluation("1.6", fr="position par rapport aux pôles", en="position in relation to the poles")
OTHER_POLICIES = in_evaluation(
    "1.7", fr="cohérence avec les autres politiques", en="consistency with the other policies"
)
GREEN_CLUSTERS = in_evaluation("1.8", fr="synergies entre clusters verts", en="synergies between green clusters")
MEANS_OR_END = in_evaluation("3", item="1.1", fr="un moyen ou une fin", en="a means or an end")
INTEREST = in_evaluation(
    "3", item="1.2", fr="pérennité et intérêt des entreprises", en="durability and the companies' interest"
)
STRUCTURE_TO_PRACTICE = in_evaluation(
    "3", item="1.3", fr="de la structure à la pratique", en="from the structure to the practice"
)
OBJECTIVES = in_evaluation("4.1", fr="réaffirmer les objectifs", en="reaffirming the objectives")
SUPPORT = in_evaluation("4.2", fr="reconfigurer le soutien", en="reconfiguring the support")
WITH_POLES = in_evaluation("4.3", fr="articulation avec les pôles", en="fit with the poles")
INVOLVEMENT = in_evaluation("4.4", fr="implication des entreprises", en="involvement of the companies")
FOLLOW_UP_ADVISED = in_evaluation(
    "4.4", fr="recommandations sur le suivi par la Région", en="recommendations on the follow-up by the Region"
)

SECTIONS: tuple[Citation, ...] = (
    INTRODUCTION,
    IN_FIGURES,
    SELECTING,
    ACTION_AXES,
    ACHIEVEMENTS,
    DIVERSIFICATION,
    FOLLOW_UP,
    POLES,
    OTHER_POLICIES,
    GREEN_CLUSTERS,
    MEANS_OR_END,
    INTEREST,
    STRUCTURE_TO_PRACTICE,
    OBJECTIVES,
    SUPPORT,
    WITH_POLES,
    INVOLVEMENT,
    FOLLOW_UP_ADVISED,
)

NAME_NOTE: Citation = evolve(STRUCTURE_TO_PRACTICE, item="1.3, note 2")
PROJECT_NOTE: Citation = evolve(SUPPORT, item="note 3")
TECHNOLOGIES_NOTE: Citation = evolve(WITH_POLES, item="note 4")
