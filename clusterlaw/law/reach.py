"""What a change of text reaches at once, and what waits for the next recognition period (art. 22 of 2024; by analogy).

The conditions of subsidy and of recognition stay those of the running period; the committee, control, personal data and
the evaluation of the policy follow the text in force.
"""

from typing import Literal

from clusterlaw.sources import Label
from clusterlaw.values import frozen

Bundle = Literal["regime", "selection", "timetable"]
Reach = Literal["at_once", "next_period"]


@frozen(kw_only=True)
class Part:
    """A part of a version of the law: where it stands, what it is, and when a change of it reaches a cluster."""

    bundle: Bundle
    name: str
    label: Label
    reach: Reach


def _next(bundle: Bundle, name: str, *, fr: str, en: str) -> Part:
    return Part(bundle=bundle, name=name, label=Label(fr=fr, en=en), reach="next_period")


def _now(bundle: Bundle, name: str, *, fr: str, en: str) -> Part:
    return Part(bundle=bundle, name=name, label=Label(fr=fr, en=en), reach="at_once")


PARTS: tuple[Part, ...] = (
    _next("selection", "definition", fr="définition du cluster", en="definition of a cluster"),
    _next("regime", "conditions", fr="conditions, dont la forme juridique", en="conditions, with the legal form"),
    _next("selection", "activities", fr="axes ou missions", en="axes or missions"),
    _next("regime", "recognition_years", fr="durée de la reconnaissance, en années", en="years of the recognition"),
    _next("regime", "subsidy_years", fr="durée de la subvention, en années", en="years of the subsidy"),
    _next("regime", "recognition_discretion", fr="pouvoir de reconnaître", en="discretion to recognise"),
    _next("regime", "subsidy_discretion", fr="pouvoir d'octroyer", en="discretion to grant"),
    _next("regime", "rates", fr="pourcentages des coûts", en="percentages of the costs"),
    _next("regime", "seniority", fr="rang des années de subvention", en="rank of the subsidy years"),
    _next("regime", "admission", fr="coûts admis", en="admitted costs"),
    _next("regime", "ceiling", fr="plafond", en="ceiling"),
    _next("regime", "operations", fr="ordre des opérations", en="order of operations"),
    _next("regime", "categories", fr="catégories de clusters", en="categories of clusters"),
    _next("regime", "renewal_of_subsidy", fr="renouvellement de la subvention", en="renewal of the subsidy"),
    _next("regime", "renewal_request_months", fr="délai de la demande, en mois", en="months of the renewal request"),
    _next("regime", "specific_subsidy", fr="subvention spécifique", en="specific subsidy"),
    _next("timetable", "members_counted", fr="comptage des membres", en="counting of members"),
    _next("timetable", "half_way_evaluation", fr="évaluation à mi-parcours", en="half-way evaluation"),
    _next(
        "timetable", "global_evaluation_months", fr="évaluation globale, en mois", en="months of the global evaluation"
    ),
    _next("timetable", "global_evaluation_of", fr="clusters évalués", en="clusters that are evaluated"),
    _now("regime", "opinion_required", fr="avis du comité d'examen", en="opinion of the review committee"),
    _now("selection", "committee", fr="comité d'examen", en="review committee"),
    _now("selection", "grounds", fr="critères de l'avis", en="criteria of the opinion"),
    _now("timetable", "informed", fr="conseil informé du rapport annuel", en="council told of the yearly report"),
    _now("timetable", "parliament_report", fr="rapport annuel au Parlement", en="yearly report to Parliament"),
    _now(
        "timetable",
        "policy_evaluation_years",
        fr="évaluation de la politique, en années",
        en="years of the evaluation of the policy",
    ),
    _now(
        "timetable",
        "policy_evaluation_from",
        fr="origine du rythme de l'évaluation de la politique",
        en="origin of the rhythm of the evaluation of the policy",
    ),
    _now(
        "timetable",
        "pilot_request_months",
        fr="demande d'un cluster pilote, en mois",
        en="months of the request of a pilot cluster",
    ),
    _now("timetable", "control_loss", fr="perte par refus de contrôle", en="loss by refusing control"),
    _now(
        "timetable",
        "personal_data_years",
        fr="conservation des données, en années après la reconnaissance",
        en="years of keeping of data after the recognition",
    ),
    _now(
        "timetable",
        "personal_data_budget_years",
        fr="conservation des données, en années après l'exercice",
        en="years of keeping of data after the budget year",
    ),
)
