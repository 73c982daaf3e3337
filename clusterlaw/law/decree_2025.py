"""The decree of 2007 as amended by the decree-programme of 19 December 2025: what it changed of the text of 2024."""

from attrs import evolve

from clusterlaw.law.acts import DECREE_2024, PROGRAMME_2025, SPECIAL_LAW_1980, in_2007, in_2024, in_2025
from clusterlaw.law.decree_2024 import LEGAL_FORM, NEW_OBJECTIVES_CONTRACT, REGIME_2024, RESULTS_REPORTED
from clusterlaw.sources import Basis, Citation, Cited, Label

_RECOGNITION = in_2025("2", subparagraph=1)
_GRANT = in_2025("3", subparagraph=1)
_RENEWAL = in_2025("3", subparagraph=5)

REGIME_2025 = evolve(
    REGIME_2024,
    identifier="2025",
    label=Label(fr="texte de 2025", en="text of 2025"),
    commencement=Cited(
        value=None,
        assumption="entry_into_force_2025",
        citation=Citation(act=SPECIAL_LAW_1980, article="56"),
        basis=Basis.ASSUMPTION,
    ),
    transition=Cited(
        value=True,
        citation=Citation(act=DECREE_2024, article="22"),
        basis=Basis.ASSUMPTION,
        assumption="running_recognition_2025",
    ),
    recognition_years=Cited(value=1, citation=_RECOGNITION),
    subsidy_years=Cited(value=1, citation=_GRANT, basis=Basis.ASSUMPTION, assumption="subsidy_length_2025"),
    recognition_discretion=Cited(value="may_recognise", citation=_RECOGNITION),
    subsidy_discretion=Cited(value="grants_within_budget", citation=_GRANT, also=(in_2024("3", subparagraph=2),)),
    opinion_required=Cited(
        value=False, citation=_GRANT, also=(_RECOGNITION, Citation(act=PROGRAMME_2025, article="6"))
    ),
    conditions=(
        LEGAL_FORM,
        evolve(
            NEW_OBJECTIVES_CONTRACT,
            citation=_RECOGNITION,
            also=(_RENEWAL,),
        ),
        evolve(RESULTS_REPORTED, citation=_RENEWAL, presumed_after=None, assumption=None),
    ),
    renewal_of_subsidy=Cited(value=True, citation=_RENEWAL),
    renewal_request_months=Cited(value=None, citation=in_2007("6", subparagraph=1), basis=Basis.DELEGATED),
)
