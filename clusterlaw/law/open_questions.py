"""The questions that no text settles. The library states them and leaves them open."""

from clusterlaw.law.acts import DECREE_2007, DECREE_2024, PROGRAMME_2025, in_2007, in_2023, in_2024
from clusterlaw.sources import Citation, Label
from clusterlaw.values import frozen


@frozen(kw_only=True)
class OpenQuestion:
    """A question that no text settles and that the library does not settle either: the finding says so."""

    name: str
    label: Label
    citation: Citation
    readings: tuple[Label, ...] = ()


LEGAL_FORMS_2023 = OpenQuestion(
    name="legal_forms_2023",
    label=Label(
        fr="depuis le 2 novembre 2023, le GIE et le GEIE restent-ils des formes permises ?",
        en="since 2 November 2023, are the GIE and the GEIE still forms that a cluster may have?",
    ),
    citation=in_2023("1", subparagraph=1),
    readings=(
        Label(
            fr="permis : l'alinéa 1er nomme le GIE, l'alinéa 3 le GEIE",
            en="allowed: al. 1 names the GIE, al. 3 the GEIE",
        ),
        Label(fr="exclus par la modification de 2023", en="excluded by the amendment of 2023"),
    ),
)
COMMITMENT_2024 = OpenQuestion(
    name="commitment_2024",
    label=Label(
        fr="depuis 2024, un engagement à agir suffit-il encore, ou faut-il des activités en cours ?",
        en="since 2024, is a commitment to act still enough, or must the activities be under way?",
    ),
    citation=in_2024("2", subparagraph=1),
)
EVALUATION_BEFORE_REQUEST = OpenQuestion(
    name="evaluation_before_request",
    label=Label(
        fr="comment l'avis de renouvellement repose-t-il sur une évaluation qui peut suivre la demande ?",
        en="how can the opinion on a renewal rest on an evaluation that may come after the request?",
    ),
    citation=in_2007("4", subparagraph=1, item="2°"),
)
SPECIFIC_SUBSIDY_AFTER_2024 = OpenQuestion(
    name="specific_subsidy_after_2024",
    label=Label(
        fr="la subvention spécifique survit-elle pour un cluster dont le triennat court encore (art. 22) ?",
        en="does the specific subsidy survive for a cluster whose triennium is still running (art. 22)?",
    ),
    citation=Citation(act=DECREE_2024, article="22"),
)
HALF_WAY_EVALUATION_AFTER_2025 = OpenQuestion(
    name="half_way_evaluation_after_2025",
    label=Label(
        fr="l'évaluation à mi-parcours qui tombe après son abrogation est-elle encore due ?",
        en="is a half-way evaluation that falls after its repeal still due?",
    ),
    citation=Citation(act=PROGRAMME_2025, article="7"),
)
RENEWAL_DEADLINE_2025 = OpenQuestion(
    name="renewal_deadline_2025",
    label=Label(
        fr="jusqu'à quel jour le renouvellement peut-il être demandé sous le texte de 2025 ?",
        en="until which day may a renewal be requested under the text of 2025?",
    ),
    citation=in_2007("6", subparagraph=1),
)
DECISION_AFTER_EXPIRY = OpenQuestion(
    name="decision_after_expiry",
    label=Label(
        fr="que devient une reconnaissance dont le renouvellement, demandé à temps, est décidé après son terme ?",
        en="what becomes of a recognition whose renewal, requested in time, is decided after its end?",
    ),
    citation=in_2007("2", subparagraph=1),
)
RANK_AFTER_NEW_RECOGNITION = OpenQuestion(
    name="rank_after_new_recognition",
    label=Label(
        fr="les années d'une reconnaissance passée comptent-elles dans le rang des années d'une nouvelle ?",
        en="do the years of a past recognition count in the rank of the years of a new one?",
    ),
    citation=in_2007("3", paragraph="1", subparagraph=4),
)
GLOBAL_EVALUATION_2025 = OpenQuestion(
    name="global_evaluation_2025",
    label=Label(
        fr="quand l'évaluation globale a-t-elle lieu sous le texte de 2025, dont l'alinéa n'a pas été vu ?",
        en="when does the global evaluation take place under the text of 2025, whose paragraph was not seen?",
    ),
    citation=Citation(act=PROGRAMME_2025, article="7"),
)
EARLIER_SUBSIDY_WITHOUT_RECOGNITION = OpenQuestion(
    name="earlier_subsidy_without_recognition",
    label=Label(
        fr="que devient la subvention antérieure d'un cluster pilote dont la reconnaissance est refusée ?",
        en="what becomes of the earlier subsidy of a pilot cluster whose recognition is refused?",
    ),
    citation=in_2007("10", subparagraph=1),
)
EXTENT_OF_LOSS = OpenQuestion(
    name="extent_of_loss",
    label=Label(
        fr="la subvention perdue par refus de contrôle l'est-elle pour l'avenir, pour l'année ou en entier ?",
        en="is a subsidy lost by refusing control lost for the future, for the year, or as a whole?",
    ),
    citation=Citation(act=DECREE_2007, article="10/4", paragraph="2", amended_by=DECREE_2024),
)
COMMUNITY_PROGRAMMES = OpenQuestion(
    name="community_programmes",
    label=Label(
        fr="les programmes « communautaires » sont-ils européens ou ceux de la Communauté française ?",
        en="does “communautaires” mean European programmes or those of the French Community?",
    ),
    citation=in_2007("3", paragraph="1", subparagraph=3),
)
EVOLUTION_ONCE_OR_EACH_PERIOD = OpenQuestion(
    name="evolution_once_or_each_period",
    label=Label(
        fr="l'évolution favorable se démontre-t-elle une fois ou à chaque période après la sixième année ?",
        en="is the favourable evolution shown once, or in each period after the sixth year?",
    ),
    citation=in_2007("3", paragraph="1", subparagraph=6),
)
THREE_MONTHS_OF_ARTICLE_10 = OpenQuestion(
    name="three_months_of_article_10",
    label=Label(
        fr="le dernier jour des trois mois de l'art. 10 est-il le 30 septembre ou le 1er octobre 2007 ?",
        en="is the last day of the three months of art. 10 30 September or 1 October 2007?",
    ),
    citation=in_2007("10", subparagraph=1),
)
MEMBERS_NOT_NAMED = OpenQuestion(
    name="members_not_named",
    label=Label(
        fr="un membre d'un genre que l'art. 1er ne nomme pas peut-il faire partie du cluster ?",
        en="may a member of a kind that art. 1 does not name be part of the cluster?",
    ),
    citation=in_2007("1", subparagraph=1),
    readings=(
        Label(fr="la liste est fermée : non", en="the list is closed: no"),
        Label(fr="la liste nomme des exemples : oui", en="the list gives examples: yes"),
    ),
)

OPEN_QUESTIONS = (
    LEGAL_FORMS_2023,
    COMMITMENT_2024,
    EVALUATION_BEFORE_REQUEST,
    SPECIFIC_SUBSIDY_AFTER_2024,
    HALF_WAY_EVALUATION_AFTER_2025,
    RENEWAL_DEADLINE_2025,
    DECISION_AFTER_EXPIRY,
    RANK_AFTER_NEW_RECOGNITION,
    GLOBAL_EVALUATION_2025,
    EARLIER_SUBSIDY_WITHOUT_RECOGNITION,
    EXTENT_OF_LOSS,
    COMMUNITY_PROGRAMMES,
    EVOLUTION_ONCE_OR_EACH_PERIOD,
    THREE_MONTHS_OF_ARTICLE_10,
    MEMBERS_NOT_NAMED,
)
