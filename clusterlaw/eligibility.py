"""The conditions of arts 1 to 3 applied to an application: each with its verdict, its step, and what would turn it."""

from collections.abc import Iterator
from typing import Any

from clusterlaw.application import Action, Application
from clusterlaw.changes import (
    BLANK,
    Change,
    actions_that_would_do,
    adding,
    appraisals_that_would_do,
    forms_that_would_do,
    founders_that_would_do,
    members_to_remove,
    setting,
)
from clusterlaw.finding import Step
from clusterlaw.recognition import RecognitionPeriod
from clusterlaw.regime import Affects, Condition
from clusterlaw.rules.activities import COVERED, covered
from clusterlaw.rules.categories import is_member
from clusterlaw.rules.conditions import CONDITION, applicability, holds
from clusterlaw.rules.definition import (
    APPRAISED,
    CLAUSES_AGREED,
    FIELD_STATED,
    MAJORITY_OF_INITIATIVE,
    MEMBERS_NAMED,
    appraised,
    clauses_agreed,
    field_stated,
    majority_of_initiative,
    members_named,
    weights,
)
from clusterlaw.selection import Activities, Definition, Element, Selection
from clusterlaw.sources import Citation, Label, Source
from clusterlaw.values import frozen

# The facts that a condition of the regime reads, where an application names them otherwise.
_PATHS = {"legal_form": "applicant.legal_forms", "new_objectives_contract": "request.objectives_contract"}


@frozen(kw_only=True)
class ConditionAssessed:
    """A condition of the recognition or of the subsidy, and whether it is met (None: it cannot be told yet).

    `missing` names the facts or open questions that would settle it, `changes` the single facts that would turn it.
    `step` is the rule's application, with its citations and assumptions.
    """

    name: str
    label: Label
    holds: bool | None
    step: Step
    affects: Affects = "recognition_and_subsidy"
    missing: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions that ask for it."""
        return tuple(dict.fromkeys(self.step.citations))


def conditions_of(
    application: Application, *, selection: Selection, periods: tuple[RecognitionPeriod, ...]
) -> Iterator[ConditionAssessed]:
    """Yield the conditions of arts 1 to 3 for the last of `periods`, in the order of the articles."""
    regime = periods[-1].regime
    forms = tuple(each for each in regime.conditions if each.fact == "legal_form")
    others = tuple(each for each in regime.conditions if each.fact != "legal_form")
    yield from _of_facts(application, forms, periods, clauses_of=selection.definition.clauses.value)
    yield from _definition(application, selection.definition)
    for element in selection.activities.elements:
        yield _activity(application, selection, element)
    yield from _of_facts(application, selection.activities.conditions, periods)
    for element in selection.activities.appraised:
        yield _appraisal(application, element)
    yield from _of_facts(application, others, periods)


def presumptions(application: Application, *, periods: tuple[RecognitionPeriod, ...]) -> Iterator[str]:
    """Yield the assumptions under whose other reading, or with prior years stated, one more condition is asked for."""
    conditions = periods[-1].regime.conditions if periods else ()
    unstated = application.request.prior_subsidy_years is None
    counted = application.assumptions.sixth_year_counting == "with_prior_years"
    if unstated and counted and any(condition.beyond_year is not None for condition in conditions):
        yield "no_prior_subsidy"
    for condition in conditions:
        applies = _applies(application, condition, periods)
        if applies and condition.assumption and applies[1] <= periods[-1].last_year < applies[0]:
            yield condition.assumption


def _applies(
    application: Application, condition: Condition, periods: tuple[RecognitionPeriod, ...]
) -> tuple[int, int] | None:
    return applicability(
        condition=condition,
        period=periods[-1],
        renews=periods[-2].regime.identifier if len(periods) > 1 else None,
        prior_years=application.request.prior_subsidy_years or 0,
        assumptions=application.assumptions,
    )


def _of_facts(
    application: Application,
    conditions: tuple[Condition, ...],
    periods: tuple[RecognitionPeriod, ...],
    *,
    clauses_of: str | None = None,
) -> Iterator[ConditionAssessed]:
    """Yield the conditions that read one fact each, as far as they apply in the period asked for.

    `clauses_of`: the legal form whose agreement needs clauses, which is no way out where they are known to lack.
    """
    last = periods[-1].last_year
    for condition in conditions:
        applies = _applies(application, condition, periods)
        if applies is None or applies[0] > last:
            continue
        read_otherwise = applies[1] > last
        value = _fact(application, condition.fact)
        verdict = holds(condition=condition, value=value)
        rests_on: tuple[Source | str, ...] = (condition,)
        if read_otherwise and condition.assumption:
            rests_on = (condition, condition.assumption)
        yield ConditionAssessed(
            name=condition.name,
            label=condition.label,
            holds=verdict,
            affects=condition.affects,
            step=Step(CONDITION, (condition, value), verdict, rests_on),
            missing=_missing(condition, value) if verdict is None else (),
            changes=tuple(_changes(application, condition, clauses_of)) if not verdict and value is not None else (),
        )


def _fact(application: Application, name: str) -> Any:
    request = application.request
    if name == "legal_form":
        return application.applicant.form_on(request.starts_on)
    return getattr(request, "objectives_contract" if name == "new_objectives_contract" else name)


def _path(condition: Condition) -> str:
    return _PATHS.get(condition.fact, f"request.{condition.fact}")


def _missing(condition: Condition, value: Any) -> tuple[str, ...]:
    return (_path(condition) if value is None else str(condition.open_question),)


def _changes(application: Application, condition: Condition, clauses_of: str | None) -> Iterator[Change]:
    if condition.fact == "legal_form":
        lacking = clauses_of if application.applicant.agreement_clauses is False else None
        accepted = tuple(form for form in condition.accepted if form != lacking)
        yield from forms_that_would_do(application, accepted=accepted, day=application.request.starts_on)
    else:
        yield setting(_path(condition), value=True)


def _definition(application: Application, definition: Definition) -> Iterator[ConditionAssessed]:
    form = application.applicant.form_on(application.request.starts_on)
    if definition.clauses.value is not None and form in (None, definition.clauses.value):
        yield _clauses(application, definition)
    yield _members(application, definition)
    yield _initiative(application, definition)
    yield _field(application, definition)
    for element in definition.appraised:
        yield _appraisal(application, element)


def _clauses(application: Application, definition: Definition) -> ConditionAssessed:
    applicant, clauses_of = application.applicant, definition.clauses
    form = applicant.form_on(application.request.starts_on)
    arguments = (form, clauses_of.value, applicant.agreement_clauses)
    verdict = clauses_agreed(form=form, clauses_of=clauses_of.value, clauses=applicant.agreement_clauses)
    unstated = ["applicant.legal_forms"] if form is None else []
    unstated += ["applicant.agreement_clauses"] if applicant.agreement_clauses is None else []
    return ConditionAssessed(
        name="agreement_clauses",
        label=CLAUSES_AGREED.label,
        holds=verdict,
        step=Step(CLAUSES_AGREED, arguments, verdict, (clauses_of,)),
        missing=tuple(unstated) if verdict is None else (),
        changes=(setting("applicant.agreement_clauses", value=True),) if verdict is False else (),
    )


def _members(application: Application, definition: Definition) -> ConditionAssessed:
    members, permitted = application.applicant.members, definition.permitted
    day = application.request.starts_on
    current = (
        None if members is None else tuple(each for each in members if is_member(member=each, day=day) is not False)
    )
    verdict = members_named(members=current, permitted=permitted.value)
    missing: tuple[str, ...] = ()
    if verdict is None:
        missing = ("applicant.members",) if members is None else (definition.of_others,)
    return ConditionAssessed(
        name="members_named",
        label=MEMBERS_NAMED.label,
        holds=verdict,
        step=Step(MEMBERS_NAMED, (current, permitted.value), verdict, (permitted,)),
        missing=missing,
        changes=tuple(members_to_remove(members or (), day=day, permitted=permitted.value)),
    )


def _initiative(application: Application, definition: Definition) -> ConditionAssessed:
    members, initiators = application.applicant.members, definition.initiators
    verdict = majority_of_initiative(members=members, initiators=initiators.value)
    missing: list[str] = [] if members is not None or verdict is not None else ["applicant.members"]
    for index, member in enumerate(members or () if verdict is None else ()):
        least, greatest = weights(member=member, initiators=initiators.value)
        if least != greatest:
            facts = ["founder"] if member.founder is None else []
            initiates = member.kind == initiators.value
            facts += ["active_in_wallonia"] if initiates and member.active_in_wallonia is None else []
            missing += [f"applicant.members[{index}].{fact}" for fact in facts]
    changes = founders_that_would_do(members or (), initiators=initiators.value) if verdict is False else ()
    return ConditionAssessed(
        name="initiative",
        label=MAJORITY_OF_INITIATIVE.label,
        holds=verdict,
        step=Step(
            MAJORITY_OF_INITIATIVE,
            (members, initiators.value),
            verdict,
            (initiators, *((initiators.assumption,) if initiators.assumption else ())),
        ),
        missing=tuple(missing),
        changes=tuple(changes),
    )


def _field(application: Application, definition: Definition) -> ConditionAssessed:
    fields = application.applicant.fields
    verdict = field_stated(fields=fields)
    return ConditionAssessed(
        name="field",
        label=FIELD_STATED.label,
        holds=verdict,
        step=Step(FIELD_STATED, (fields,), verdict, (definition.field,)),
        missing=("applicant.fields",) if verdict is None else (),
        changes=(adding("applicant.fields", BLANK),) if verdict is False else (),
    )


def _appraisal(application: Application, element: Element) -> ConditionAssessed:
    appraisal = application.appraisal_of(element.name)
    verdict = appraised(appraisal=appraisal)
    return ConditionAssessed(
        name=element.name,
        label=element.label,
        holds=verdict,
        step=Step(APPRAISED, (appraisal,), verdict, (element,)),
        missing=(f"appraisals[{element.name}].met",) if verdict is None else (),
        changes=tuple(appraisals_that_would_do(application, subject=element.name)) if verdict is False else (),
    )


def _activity(application: Application, selection: Selection, element: Element) -> ConditionAssessed:
    actions, commitment = application.actions, selection.activities.commitment
    verdict = covered(actions=actions, element=element.name, commitment=commitment.value)
    return ConditionAssessed(
        name=element.name,
        label=element.label,
        holds=verdict,
        step=Step(COVERED, (actions, element.name, commitment.value), verdict, (element, commitment)),
        missing=tuple(_missing_of_activity(actions, element, selection.activities)) if verdict is None else (),
        changes=() if verdict or actions is None else tuple(actions_that_would_do(actions, element=element.name)),
    )


def _missing_of_activity(actions: tuple[Action, ...] | None, element: Element, activities: Activities) -> Iterator[str]:
    if actions is None:
        yield "actions"
    for index, action in enumerate(actions or ()):
        if element.name in action.serves and action.status is None:
            yield f"actions[{index}].status"
    committed = any(element.name in each.serves and each.status == "committed" for each in actions or ())
    if committed and activities.of_commitment:
        yield activities.of_commitment
