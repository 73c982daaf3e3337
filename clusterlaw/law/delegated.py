"""What the decree leaves to the Government in orders that are not available: supplied by the caller, never invented."""

from clusterlaw.law.acts import in_2007, in_2024
from clusterlaw.sources import Basis, Citation, Label
from clusterlaw.values import frozen


@frozen(kw_only=True)
class Delegated:
    """A value that the decree leaves to the Government and whose order is not available.

    The caller supplies it as the fact named in `supplied_as`, or the answer rests on an assumption or stays
    undetermined.
    """

    name: str
    label: Label
    regimes: tuple[str, ...]
    citation: Citation
    supplied_as: str | None = None
    basis: Basis = Basis.DELEGATED


DELEGATED = (
    Delegated(
        regimes=("2007",),
        name="admitted_costs_2007",
        label=Label(fr="liste des coûts admis", en="list of admitted costs"),
        citation=in_2007("3", paragraph="1", subparagraph=2),
        supplied_as="admissible",
    ),
    Delegated(
        regimes=("2007",),
        name="favourable_evolution_manner",
        label=Label(fr="manière de démontrer l'évolution favorable", en="manner of showing the favourable evolution"),
        citation=in_2007("3", paragraph="1", subparagraph=6),
        supplied_as="favourable_evolution",
    ),
    Delegated(
        regimes=("2007",),
        name="prior_years_manner",
        label=Label(fr="manière de compter les périodes antérieures", en="manner of counting earlier periods"),
        citation=in_2007("10", subparagraph=2),
        supplied_as="prior_subsidy_years",
    ),
    Delegated(
        regimes=("2007",),
        name="association_agreement",
        label=Label(
            fr="clauses minimales de la convention d'une association de fait",
            en="minimum clauses of the agreement of an association de fait",
        ),
        citation=in_2007("1", subparagraph=2),
        supplied_as="agreement_clauses",
    ),
    Delegated(
        regimes=("2007",),
        name="payment_2007",
        label=Label(
            fr="octroi, contrôle et versement de la subvention", en="grant, control and payment of the subsidy"
        ),
        citation=in_2007("6", subparagraph=2),
    ),
    Delegated(
        regimes=("2007",),
        name="specific_subsidy_procedure",
        label=Label(fr="modalités de la subvention spécifique", en="procedure of the specific subsidy"),
        citation=in_2007("3", paragraph="2", subparagraph=1),
    ),
    Delegated(
        regimes=("2024", "2025"),
        name="admitted_costs_2024",
        label=Label(fr="coûts admissibles", en="admissible costs"),
        citation=in_2024("3", subparagraph=2),
        supplied_as="admissible",
    ),
    Delegated(
        regimes=("2024", "2025"),
        name="subsidy_ceilings_2024",
        label=Label(fr="plafonds de la subvention par catégorie", en="ceilings of the subsidy by category"),
        citation=in_2024("3", subparagraph=2),
        supplied_as="subsidy_ceiling",
    ),
    Delegated(
        regimes=("2024", "2025"),
        name="performance_indicators_2024",
        label=Label(fr="indicateurs de performance", en="performance indicators"),
        citation=in_2024("3", subparagraph=6),
        supplied_as="results_reported",
    ),
    Delegated(
        regimes=("2024", "2025"),
        name="payment_2024",
        label=Label(fr="conditions, octroi, suivi et versement", en="conditions, grant, follow-up and payment"),
        citation=in_2024("3", subparagraph=2),
    ),
    Delegated(
        name="recognition_procedure",
        label=Label(fr="procédures de reconnaissance et de renouvellement", en="procedures of recognition and renewal"),
        regimes=("2007", "2024", "2025"),
        citation=in_2007("6", subparagraph=1),
    ),
    Delegated(
        name="withdrawal_procedure",
        label=Label(fr="procédure de retrait", en="procedure of withdrawal"),
        regimes=("2007", "2024", "2025"),
        citation=in_2007("6", subparagraph=3),
    ),
    Delegated(
        name="types_of_actions",
        label=Label(fr="types d'actions selon le domaine ou l'âge", en="types of actions by field or age"),
        regimes=("2007",),
        citation=in_2007("2", subparagraph=2),
    ),
    Delegated(
        name="types_of_missions",
        label=Label(fr="types de missions selon le domaine ou l'âge", en="types of missions by field or age"),
        regimes=("2024", "2025"),
        citation=in_2024("2", subparagraph=2),
    ),
    Delegated(
        name="results_manner",
        label=Label(fr="manière de communiquer les résultats", en="manner of reporting the results"),
        regimes=("2024", "2025"),
        citation=in_2024("3", subparagraph=5),
        supplied_as="results_reported",
    ),
    Delegated(
        name="referral_to_the_committee",
        label=Label(fr="procédure de saisine du comité d'examen", en="procedure of referral to the review committee"),
        regimes=("2007", "2024"),
        citation=in_2007("4", subparagraph=5),
    ),
    Delegated(
        name="criteria_2007",
        label=Label(fr="précision des critères de l'avis", en="specification of the opinion's criteria"),
        regimes=("2007",),
        citation=in_2007("5", subparagraph=4),
    ),
    Delegated(
        name="criteria_2024",
        label=Label(fr="précision des critères de l'avis", en="specification of the opinion's criteria"),
        regimes=("2024",),
        citation=in_2024("5"),
    ),
)
