"""What a cluster does (art. 2): activities in each of the six axes (2007) or of the four missions (2024)."""

from clusterlaw.application import Action
from clusterlaw.rule import Rule
from clusterlaw.sources import Label


def covered(*, actions: tuple[Action, ...] | None, element: str, commitment: bool | None) -> bool | None:
    """Decide whether the plan has an activity in an axis or mission (art. 2 al. 1).

    `commitment`: whether one that is only committed to is enough; None: an open question (`commitment_2024`). None:
    the plan is not stated, or the actions in it that serve the axis or mission leave it open.
    """
    if actions is None:
        return None
    statuses = [action.status for action in actions if element in action.serves]
    if not statuses:
        return False
    return True if commitment or "done" in statuses else None


COVERED = Rule(
    identifier="activities.covered",
    label=Label(fr="axe ou mission couvert par une activité", en="axis or mission covered by an activity"),
    function=covered,
    parameters=("actions", "element", "commitment"),
    reads="activities",
)
RULES = (COVERED,)
