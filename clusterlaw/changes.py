"""Single changes of an application that would turn a condition: where, and to what.

They are proposals of facts, never of law: each one makes the condition met, everything else being equal.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from clusterlaw.application import Action, Application, Member
from clusterlaw.rules.categories import is_member
from clusterlaw.rules.definition import weights
from clusterlaw.selection import MemberKind
from clusterlaw.values import frozen

BLANK = "…"


@frozen(kw_only=True)
class Change:
    """A change of one fact of an application: `set` the value at a path, `add` one to the list there, or `remove` it.

    `value` is as a `clusterlaw-application/1` document writes it; `BLANK` stands for a text to be filled in.
    """

    path: str
    action: Literal["set", "add", "remove"]
    value: Any = None


def setting(path: str, value: Any) -> Change:
    """Return the change that sets a fact."""
    return Change(path=path, action="set", value=value)


def adding(path: str, value: Any) -> Change:
    """Return the change that adds an entry to a list."""
    return Change(path=path, action="add", value=value)


def forms_that_would_do(application: Application, *, accepted: tuple[str, ...], day: date) -> Iterator[Change]:
    """Yield the legal forms that the applicant could take by a day (art. 1)."""
    forms = application.applicant.legal_forms
    on_day = [index for index, each in enumerate(forms) if each.since == day]
    for form in accepted:
        if on_day:
            yield setting(f"applicant.legal_forms[{on_day[0]}].form", form)
        else:
            yield adding("applicant.legal_forms", {"form": form, "since": day.isoformat()})


def members_to_remove(members: tuple[Member, ...], *, day: date, permitted: tuple[MemberKind, ...]) -> Iterator[Change]:
    """Yield the member without whom every member of a day is of a kind that the text names: none where several are."""
    others = [
        index
        for index, member in enumerate(members)
        if member.kind not in permitted and is_member(member=member, day=day) is not False
    ]
    if len(others) == 1:
        yield Change(path=f"applicant.members[{others[0]}]", action="remove")


def founders_that_would_do(members: tuple[Member, ...], *, initiators: MemberKind) -> Iterator[Change]:
    """Yield each single fact of a member that would make the initiative mainly that of active companies (art. 1)."""
    found = [weights(member=member, initiators=initiators) for member in members]
    least = sum(low for low, _ in found)
    for index, member in enumerate(members):
        path = f"applicant.members[{index}]"
        others = least - found[index][0]
        if member.founder and member.kind == initiators and not member.active_in_wallonia and others + 1 > 0:
            yield setting(f"{path}.active_in_wallonia", value=True)
        if not member.founder and member.kind == initiators and member.active_in_wallonia and others + 1 > 0:
            yield setting(f"{path}.founder", value=True)
        if member.founder is not False and others > 0:
            yield setting(f"{path}.founder", value=False)
    if least + 1 > 0:
        founder = {"name": BLANK, "kind": initiators, "active_in_wallonia": True, "founder": True}
        yield adding("applicant.members", founder)


def actions_that_would_do(actions: tuple[Action, ...], *, element: str) -> Iterator[Change]:
    """Yield the actions to carry out, or the one to add, for an axis or mission to be covered (art. 2)."""
    for index, action in enumerate(actions):
        if element in action.serves:
            yield setting(f"actions[{index}].status", "done")
    yield adding("actions", {"title": BLANK, "serves": [element], "status": "done"})


def appraisals_that_would_do(application: Application, *, subject: str) -> Iterator[Change]:
    """Yield the finding that would make a point left to judgement met."""
    for index, appraisal in enumerate(application.appraisals):
        if appraisal.subject == subject:
            yield setting(f"appraisals[{index}].met", value=True)
