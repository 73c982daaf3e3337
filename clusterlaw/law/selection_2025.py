"""Arts 1, 2, 4 and 5 as amended by the decree-programme of 19 December 2025: committee and criteria abolished."""

from attrs import evolve

from clusterlaw.law.acts import PROGRAMME_2025, in_2025
from clusterlaw.law.selection_2024 import SELECTION_2024
from clusterlaw.selection import Activities, Selection
from clusterlaw.sources import Citation, Cited

_RECOGNITION = in_2025("2", subparagraph=1)
_ABOLITION = Citation(act=PROGRAMME_2025, article="6")

_ACTIVITIES: Activities = evolve(
    SELECTION_2024.activities,
    commitment=evolve(SELECTION_2024.activities.commitment, citation=_RECOGNITION),
    conditions=tuple([evolve(each, citation=_RECOGNITION) for each in SELECTION_2024.activities.conditions]),
    appraised=tuple([evolve(each, citation=_RECOGNITION) for each in SELECTION_2024.activities.appraised]),
)

SELECTION_2025: Selection = evolve(
    SELECTION_2024,
    identifier="2025",
    activities=_ACTIVITIES,
    grounds=Cited(value=None, citation=_ABOLITION),
    committee=Cited(value=None, citation=_ABOLITION),
)
