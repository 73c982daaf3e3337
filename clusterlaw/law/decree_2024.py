"""The decree of 2007 as amended by the decree of 11 April 2024."""

from datetime import date

from clusterlaw.law.acts import DECREE_2024, in_2007, in_2024
from clusterlaw.money import Euro, Percentage
from clusterlaw.regime import (
    Ceiling,
    Condition,
    CostAdmission,
    MemberCategory,
    RateBand,
    Regime,
)
from clusterlaw.sources import Basis, Citation, Cited, Label

_FEE = Euro(250)

LEGAL_FORM = Condition(
    name="legal_form",
    label=Label(fr="forme d'association sans but lucratif", en="form of a non-profit association (ASBL)"),
    fact="legal_form",
    accepted=("asbl",),
    affects="recognition_and_subsidy",
    citation=in_2024("1", subparagraph=1),
)
NEW_OBJECTIVES_CONTRACT = Condition(
    name="new_objectives_contract",
    label=Label(fr="nouveau contrat d'objectifs", en="new objectives contract"),
    fact="new_objectives_contract",
    accepted=(True,),
    affects="recognition_and_subsidy",
    first_period=2,
    citation=in_2024("2", subparagraph=1),
    also=(in_2024("3", subparagraph=5),),
)
RESULTS_REPORTED = Condition(
    name="results_reported",
    label=Label(fr="résultats des actions communiqués", en="results of the actions reported"),
    fact="results_reported",
    accepted=(True,),
    affects="subsidy",
    first_period=2,
    presumed_after="2007",
    assumption="results_after_triennium",
    citation=in_2024("3", subparagraph=5),
)

REGIME_2024 = Regime(
    identifier="2024",
    label=Label(fr="texte de 2024", en="text of 2024"),
    commencement=Cited(value=date(2024, 7, 1), citation=Citation(act=DECREE_2024, article="23")),
    transition=Cited(value=True, citation=Citation(act=DECREE_2024, article="22")),
    recognition_years=Cited(value=4, citation=in_2024("2", subparagraph=1)),
    subsidy_years=Cited(value=4, citation=in_2024("3", subparagraph=1)),
    recognition_discretion=Cited(value="may_recognise", citation=in_2024("2", subparagraph=1)),
    subsidy_discretion=Cited(
        value="grants_within_budget", citation=in_2024("3", subparagraph=1), also=(in_2024("3", subparagraph=2),)
    ),
    opinion_required=Cited(value=True, citation=in_2024("3", subparagraph=1), also=(in_2024("2", subparagraph=1),)),
    rates=(
        RateBand(
            first_rank=1, last_rank=4, percentage=Percentage(90), citation=in_2024("3", subparagraph=4, item="1°")
        ),
        RateBand(
            first_rank=5, last_rank=8, percentage=Percentage(75), citation=in_2024("3", subparagraph=4, item="2°")
        ),
        RateBand(
            first_rank=9, last_rank=None, percentage=Percentage(60), citation=in_2024("3", subparagraph=4, item="3°")
        ),
    ),
    seniority=Cited(
        value=("counts_from_first_subsidy", "counts_from_first_recognition", "restarts"),
        assumption="seniority_after_2024",
        citation=in_2024("3", subparagraph=4),
        basis=Basis.ASSUMPTION,
    ),
    admission=CostAdmission(
        natures=(),
        purposes=(),
        silent_assumption=None,
        exclusion=Cited(
            value=True,
            citation=in_2024("3", subparagraph=2),
            basis=Basis.ASSUMPTION,
            assumption="other_public_funding_2024",
        ),
        citation=in_2024("3", subparagraph=2),
        basis=Basis.DELEGATED,
    ),
    ceiling=Ceiling(
        amount=None,
        citation=in_2024("3", subparagraph=2),
        basis=Basis.DELEGATED,
        scope_assumption="ceiling_period_2024",
    ),
    operations=Cited(
        value=("apply_percentage", "cap_subsidy"),
        citation=in_2024("3", subparagraph=3),
        also=(in_2024("3", subparagraph=4),),
        basis=Basis.ASSUMPTION,
        assumption="order_2024",
    ),
    conditions=(LEGAL_FORM, NEW_OBJECTIVES_CONTRACT, RESULTS_REPORTED),
    renewal_of_subsidy=Cited(value=True, citation=in_2024("3", subparagraph=5)),
    renewal_request_months=Cited(value=4, citation=in_2007("6", subparagraph=1), basis=Basis.OFFICIAL),
    specific_subsidy=Cited(value=None, citation=Citation(act=DECREE_2024, article="4")),
    categories=(
        MemberCategory(
            number=1,
            at_least=0,
            fewer_than=100,
            yearly_fee_at_least=_FEE,
            counted_on="first_day_of_month_of_request",
            citation=in_2024("3", subparagraph=3, item="1°"),
        ),
        MemberCategory(
            number=2,
            at_least=100,
            fewer_than=None,
            yearly_fee_at_least=_FEE,
            counted_on="first_day_of_month_of_request",
            citation=in_2024("3", subparagraph=3, item="2°"),
        ),
    ),
)
