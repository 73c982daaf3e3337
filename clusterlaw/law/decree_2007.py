"""The decree of 18 January 2007 as first enacted, and as its article 1 reads from 2 November 2023."""

from datetime import date

from attrs import evolve

from clusterlaw.law.acts import DECREE_2023, DECREE_2024, ORDER_2007, in_2007, in_2023
from clusterlaw.money import Euro, Percentage
from clusterlaw.regime import (
    Ceiling,
    Condition,
    CostAdmission,
    RateBand,
    Regime,
    SpecificSubsidy,
    SpecificSubsidyCase,
)
from clusterlaw.sources import Basis, Citation, Cited, Label

_OTHER_FUNDING = in_2007("3", paragraph="1", subparagraph=3)

_FORM_AT_RECOGNITION = Condition(
    name="legal_form",
    label=Label(fr="forme juridique à la reconnaissance", en="legal form at recognition"),
    fact="legal_form",
    accepted=("association_de_fait", "asbl", "gie", "geie"),
    affects="recognition_and_subsidy",
    last_period=1,
    citation=in_2007("1", subparagraph=1),
)
_FORM_AT_RENEWAL = Condition(
    name="legal_form",
    label=Label(fr="forme juridique au renouvellement", en="legal form at the renewal"),
    fact="legal_form",
    accepted=("asbl", "gie", "geie"),
    affects="recognition_and_subsidy",
    first_period=2,
    citation=in_2007("1", subparagraph=3),
)
_NEW_ACTION_PLAN = Condition(
    name="new_action_plan",
    label=Label(fr="nouveau plan d'actions", en="new action plan"),
    fact="new_action_plan",
    accepted=(True,),
    affects="subsidy",
    first_period=2,
    last_period=2,
    citation=in_2007("3", paragraph="1", subparagraph=5),
)
_NEW_OBJECTIVES = evolve(
    _NEW_ACTION_PLAN,
    name="new_objectives",
    label=Label(fr="nouveaux objectifs", en="new objectives"),
    fact="new_objectives",
)
_FAVOURABLE_EVOLUTION = Condition(
    name="favourable_evolution",
    label=Label(fr="évolution favorable du domaine d'activité", en="favourable evolution of the field of activity"),
    fact="favourable_evolution",
    accepted=(True,),
    affects="subsidy",
    beyond_year=6,
    assumption="sixth_year_counting",
    questions=("evolution_once_or_each_period",),
    citation=in_2007("3", paragraph="1", subparagraph=6),
)

_INTERNATIONAL = in_2007("3", paragraph="2", subparagraph=1, item="1°")
_JOINT_TASK = in_2007("3", paragraph="2", subparagraph=1, item="2°")


_SPECIFIC_SUBSIDY = SpecificSubsidy(
    cases=(
        SpecificSubsidyCase(
            purpose="international_programme",
            label=Label(
                fr="partenariat en vue d'un programme de coopération internationale",
                en="partnership for an international co-operation programme",
            ),
            admitted_costs=Cited(
                value=Label(
                    fr="dépenses nécessaires au partenariat, sans ce que paient d'autres programmes publics",
                    en="costs needed to set up the partnership, without what other public programmes pay",
                ),
                citation=in_2007("3", paragraph="2", subparagraph=3),
            ),
            citation=_INTERNATIONAL,
        ),
        SpecificSubsidyCase(
            purpose="joint_task",
            label=Label(
                fr="coopération entre clusters pour une tâche spécifique",
                en="co-operation between clusters for a specific task",
            ),
            admitted_costs=Cited(
                value=Label(
                    fr="coûts supplémentaires de la coopération, sans ce que paient d'autres programmes publics",
                    en="additional costs of the co-operation, without what other public programmes pay",
                ),
                citation=in_2007("3", paragraph="2", subparagraph=4),
            ),
            citation=_JOINT_TASK,
        ),
    ),
    ceiling=Ceiling(
        amount=Euro(24_000),
        citation=in_2007("3", paragraph="2", subparagraph=2),
        assumptions=("specific_subsidy_ceiling",),
    ),
    discretion=Cited(value="may_grant", citation=in_2007("3", paragraph="2", subparagraph=1)),
    open_from=Cited(
        value=date(2024, 7, 1),
        citation=Citation(act=DECREE_2024, article="23"),
    ),
    open_question="specific_subsidy_after_2024",
)

REGIME_2007 = Regime(
    identifier="2007",
    label=Label(fr="texte de 2007", en="text of 2007"),
    commencement=Cited(value=date(2007, 7, 1), citation=Citation(act=ORDER_2007, article="12"), basis=Basis.OFFICIAL),
    transition=Cited(value=True, citation=in_2007("10", subparagraph=1)),
    recognition_years=Cited(value=3, citation=in_2007("2", subparagraph=1)),
    subsidy_years=Cited(value=3, citation=in_2007("3", paragraph="1", subparagraph=1)),
    recognition_discretion=Cited(value="may_recognise", citation=in_2007("2", subparagraph=1)),
    subsidy_discretion=Cited(value="may_grant", citation=in_2007("3", paragraph="1", subparagraph=1)),
    opinion_required=Cited(
        value=True,
        citation=in_2007("3", paragraph="1", subparagraph=1),
        also=(in_2007("2", subparagraph=1),),
    ),
    rates=(
        RateBand(
            first_rank=1,
            last_rank=3,
            percentage=Percentage(100),
            citation=in_2007("3", paragraph="1", subparagraph=4, item="1°"),
        ),
        RateBand(
            first_rank=4,
            last_rank=6,
            percentage=Percentage(80),
            citation=in_2007("3", paragraph="1", subparagraph=4, item="2°"),
        ),
        RateBand(
            first_rank=7,
            last_rank=None,
            percentage=Percentage(50),
            citation=in_2007("3", paragraph="1", subparagraph=4, item="3°"),
        ),
    ),
    seniority=Cited(value=("counts_from_first_subsidy",), citation=in_2007("10", subparagraph=2)),
    admission=CostAdmission(
        natures=("structure", "organisation"),
        purposes=("set_up", "daily_operation", "development"),
        silent_assumption="admitted_costs_2007",
        exclusion=Cited(value=True, citation=_OTHER_FUNDING, questions=("community_programmes",)),
        citation=_OTHER_FUNDING,
    ),
    ceiling=Ceiling(
        amount=Euro(160_000),
        citation=in_2007("3", paragraph="1", subparagraph=2),
        assumptions=("ceiling_year", "ceiling_indexation"),
    ),
    operations=Cited(
        value=("cap_costs", "apply_percentage"),
        citation=in_2007("3", paragraph="1", subparagraph=4),
        also=(in_2007("3", paragraph="1", subparagraph=2),),
    ),
    conditions=(_FORM_AT_RECOGNITION, _FORM_AT_RENEWAL, _NEW_ACTION_PLAN, _NEW_OBJECTIVES, _FAVOURABLE_EVOLUTION),
    renewal_of_subsidy=Cited(value=True, citation=in_2007("3", paragraph="1", subparagraph=5)),
    renewal_request_months=Cited(value=4, citation=in_2007("6", subparagraph=1), basis=Basis.OFFICIAL),
    specific_subsidy=Cited(value=_SPECIFIC_SUBSIDY, citation=in_2007("3", paragraph="2", subparagraph=1)),
    categories=(),
)

# The consolidated text no longer agrees with itself on the GIE and the GEIE: neither accepted nor refused here.
REGIME_2007_FROM_2023 = evolve(
    REGIME_2007,
    label=Label(fr="texte de 2007, art. 1er modifié en 2023", en="text of 2007, art. 1 amended in 2023"),
    commencement=Cited(
        value=date(2023, 11, 2), citation=Citation(act=DECREE_2023, article="126"), basis=Basis.OFFICIAL
    ),
    transition=Cited(
        value=True,
        citation=Citation(act=DECREE_2023, article="126"),
        basis=Basis.ASSUMPTION,
    ),
    conditions=(
        evolve(
            _FORM_AT_RECOGNITION,
            accepted=("association_de_fait", "asbl"),
            open_values=("gie", "geie"),
            open_question="legal_forms_2023",
            citation=in_2023("1", subparagraph=1),
        ),
        evolve(
            _FORM_AT_RENEWAL,
            accepted=("asbl",),
            open_values=("gie", "geie"),
            open_question="legal_forms_2023",
            citation=in_2023("1", subparagraph=3),
        ),
        _NEW_ACTION_PLAN,
        _NEW_OBJECTIVES,
        _FAVOURABLE_EVOLUTION,
    ),
)
