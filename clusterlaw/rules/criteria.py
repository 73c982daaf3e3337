"""What an opinion must take into account and give reasons on (art. 5). No score, weight or majority is in the law."""

from clusterlaw.application import View, is_blank
from clusterlaw.rule import Rule
from clusterlaw.sources import Label


def considered(*, view: View | None) -> bool:
    """Decide whether the opinion takes a point into account (art. 5 al. 1): it says what it finds, or why."""
    return view is not None and (view.favourable is not None or not is_blank(view.reason))


def reasoned(*, view: View | None) -> bool:
    """Decide whether the opinion gives a reason on a criterion (art. 5 al. 1; a specific subsidy: al. 2 or 3)."""
    return view is not None and not is_blank(view.reason)


CONSIDERED = Rule(
    identifier="criteria.considered",
    label=Label(fr="point pris en compte par l'avis", en="point taken into account by the opinion"),
    function=considered,
    parameters=("view",),
    reads="grounds",
)
REASONED = Rule(
    identifier="criteria.reasoned",
    label=Label(fr="critère motivé par l'avis", en="criterion on which the opinion gives reasons"),
    function=reasoned,
    parameters=("view",),
    reads="grounds",
)
RULES = (CONSIDERED, REASONED)
