"""The deadlines and rhythms of the three versions of the law, and the evaluations of the policy that are known."""

from datetime import date

from attrs import evolve

from clusterlaw.law.acts import DECREE_2007, DECREE_2024, PROGRAMME_2025, in_2007, in_2024
from clusterlaw.periods import Period
from clusterlaw.sources import Basis, Citation, Cited, Label
from clusterlaw.timetable import PolicyEvaluation, Timetable

TIMETABLE_2007 = Timetable(
    identifier="2007",
    global_evaluation_months=Cited(value=6, citation=in_2007("8")),
    global_evaluation_of=Cited(value="subsidised", citation=in_2007("8")),
    half_way_evaluation=Cited(value=False, citation=in_2007("8")),
    policy_evaluation_years=Cited(value=3, citation=in_2007("9")),
    policy_evaluation_from=Cited(value=date(2007, 7, 1), citation=in_2007("9"), also=(in_2007("11"),)),
    parliament_report=Cited(value=True, citation=in_2007("7")),
    informed=Cited(
        value=Label(
            fr="Conseil économique et social de la Région wallonne (CESRW)",
            en="Economic and Social Council of the Walloon Region (CESRW)",
        ),
        citation=in_2007("7"),
    ),
    pilot_request_months=Cited(
        value=3, citation=in_2007("10", subparagraph=1), questions=("three_months_of_article_10",)
    ),
    personal_data_years=Cited(value=None, citation=in_2024("10/3")),
    personal_data_budget_years=Cited(value=None, citation=in_2024("10/3")),
    control_loss=Cited(value=False, citation=in_2007("6", subparagraph=2)),
    members_counted=Cited(value=False, citation=in_2007("3", paragraph="1", subparagraph=2)),
)

TIMETABLE_2024 = Timetable(
    identifier="2024",
    global_evaluation_months=Cited(value=6, citation=in_2024("8", subparagraph=2)),
    global_evaluation_of=Cited(value="recognised", citation=in_2024("8", subparagraph=2)),
    half_way_evaluation=Cited(value=True, citation=in_2024("8", subparagraph=1)),
    policy_evaluation_years=Cited(value=4, citation=in_2024("9")),
    policy_evaluation_from=Cited(value=date(2024, 7, 1), citation=in_2024("9")),
    parliament_report=Cited(value=True, citation=in_2007("7")),
    informed=Cited(
        value=Label(
            fr="Conseil économique, social et environnemental de Wallonie (CESE)",
            en="Economic, Social and Environmental Council of Wallonia (CESE)",
        ),
        citation=in_2024("7"),
    ),
    pilot_request_months=Cited(value=None, citation=in_2024("10")),
    personal_data_years=Cited(value=10, citation=in_2024("10/3", item="1°")),
    personal_data_budget_years=Cited(value=10, citation=in_2024("10/3", item="2°")),
    control_loss=Cited(
        value=True, citation=Citation(act=DECREE_2007, article="10/4", paragraph="2", amended_by=DECREE_2024)
    ),
    members_counted=Cited(
        value=True,
        citation=in_2024("3", subparagraph=3, item="1°"),
        also=(in_2024("3", subparagraph=3, item="2°"),),
    ),
)

_EVALUATIONS_2025 = Citation(act=PROGRAMME_2025, article="7")
TIMETABLE_2025 = evolve(
    TIMETABLE_2024,
    identifier="2025",
    global_evaluation_months=Cited(value=None, citation=_EVALUATIONS_2025, questions=("global_evaluation_2025",)),
    half_way_evaluation=Cited(value=False, citation=_EVALUATIONS_2025),
)

TIMETABLES: tuple[Timetable, ...] = (TIMETABLE_2007, TIMETABLE_2024, TIMETABLE_2025)

POLICY_EVALUATIONS: tuple[PolicyEvaluation, ...] = (
    PolicyEvaluation(
        label=Label(
            fr="évaluation de la politique de clustering finalisée en septembre 2011",
            en="evaluation of the clustering policy finished in September 2011",
        ),
        finished=Period(date(2011, 9, 1), date(2011, 10, 1)),
        answers=Cited(value=date(2010, 7, 1), citation=in_2007("9"), basis=Basis.INFERRED),
        source=Label(
            fr="synthèse de l'évaluation, octobre 2011, § 1, encadré « Les clusters en quelques chiffres »",
            en="summary of the evaluation, October 2011, § 1, box “Les clusters en quelques chiffres”",
        ),
        citation=in_2007("9"),
    ),
)
