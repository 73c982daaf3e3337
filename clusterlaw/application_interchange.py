"""JSON in and out: `clusterlaw-application/1` is read, `clusterlaw-assessment/1` is written. Neither opens a file."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from clusterlaw.application import (
    ACTION_STATUSES,
    BALLOTS,
    EARLIEST_YEAR,
    FILE_KINDS,
    GREATEST_FIGURE,
    LATEST_YEAR,
    LEVELS,
    MANDATE_ENDS,
    MEMBER_KINDS,
    PURPOSES,
    Action,
    Applicant,
    Application,
    Appraisal,
    Fee,
    FormSince,
    Indicator,
    Member,
    Opinion,
    Request,
    View,
    Vote,
    action_problems,
    appraisal_problems,
    fee_problems,
    form_problems,
    member_problems,
    request_problems,
)
from clusterlaw.application_problems import INNOVATION, day_problems, names_of, repeated_subjects
from clusterlaw.assessment import Assessment
from clusterlaw.assumptions import Assumptions
from clusterlaw.classification import CategoryFinding
from clusterlaw.diagnosis import Diagnosis, diagnose
from clusterlaw.documents import (
    JsonObject,
    Key,
    Problems,
    assumptions_of_dates,
    choice_of,
    read_assumptions,
    read_boolean,
    read_cents,
    read_day,
    read_document,
    read_object,
    read_text,
    record_of,
    several_of,
)
from clusterlaw.dossier import LEGAL_FORMS
from clusterlaw.eligibility import ConditionAssessed
from clusterlaw.errors import Problem
from clusterlaw.law import REGIMES
from clusterlaw.law.selections import SELECTIONS
from clusterlaw.opinion import OpinionFinding

APPLICATION_FORMAT = "clusterlaw-application/1"
ASSESSMENT_FORMAT = "clusterlaw-assessment/1"


def read_application(document: bytes) -> Application:
    """Read a `clusterlaw-application/1` document, at most 10 MB of UTF-8.

    Raises TypeError unless given bytes, FactError with every problem of the document (the first 1,000 of them).
    """
    return Application(
        **read_document(document, document_format=APPLICATION_FORMAT, keys=_APPLICATION, check=_problems_between)
    )


def _figure(value: Any, path: str, problems: Problems) -> Any:
    if type(value) is int and -GREATEST_FIGURE <= value <= GREATEST_FIGURE:
        return value
    return problems.refuse(
        path,
        value,
        fr=f"un nombre entier, de -{GREATEST_FIGURE} à {GREATEST_FIGURE}",
        en=f"a whole number, from -{GREATEST_FIGURE} to {GREATEST_FIGURE}",
    )


def _year(value: Any, path: str, problems: Problems) -> Any:
    if type(value) is int and EARLIEST_YEAR <= value <= LATEST_YEAR:
        return value
    return problems.refuse(
        path,
        value,
        fr=f"une année de {EARLIEST_YEAR} à {LATEST_YEAR}",
        en=f"a year from {EARLIEST_YEAR} to {LATEST_YEAR}",
    )


def _years_before(value: Any, path: str, problems: Problems) -> Any:
    if type(value) is int and 0 <= value <= LATEST_YEAR:
        return value
    return problems.refuse(
        path, value, fr=f"un nombre d'années, de 0 à {LATEST_YEAR}", en=f"a number of years, from 0 to {LATEST_YEAR}"
    )


def _of_fee(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    return fee_problems(paid=values.get("paid"), paid_on=values.get("paid_on"))


def _of_member(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    years = tuple(fee.year if isinstance(fee, Fee) else None for fee in values.get("fees", ()))
    return member_problems(joined_on=values.get("joined_on"), left_on=values.get("left_on"), years=years)


def _of_applicant(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    forms = values.get("legal_forms", ())
    return form_problems(days=tuple(each.since if isinstance(each, FormSince) else None for each in forms))


def _of_appraisal(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    return appraisal_problems(met=values.get("met"), reason=values.get("reason"))


def _of_action(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    return action_problems(starts_on=values.get("starts_on"), ends_before=values.get("ends_before"))


def _of_request(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    return request_problems(
        kind=values.get("kind"),
        recognised_on=values.get("recognised_on"),
        purpose=values.get("purpose"),
    )


_NAMES = names_of(SELECTIONS)
_TEXT, _DAY, _STATED = Key(read=read_text), Key(read=read_day), Key(read=read_boolean)
_NAME = Key(read=read_text, required=True)
_FEE = {
    "year": Key(read=_year, required=True),
    "amount_cents": Key(read=read_cents, required=True, argument="amount"),
    "paid": _STATED,
    "paid_on": _DAY,
}
_MEMBER = {
    "name": _NAME,
    "kind": Key(read=choice_of(*MEMBER_KINDS), required=True),
    "active_in_wallonia": _STATED,
    "founder": _STATED,
    "joined_on": _DAY,
    "left_on": _DAY,
    "fees": Key(read=several_of(record_of(Fee, _FEE, _of_fee))),
}
_FORM = {
    "form": Key(read=choice_of(*LEGAL_FORMS), required=True),
    "since": Key(read=read_day, required=True),
}
_APPLICANT = {
    "name": _NAME,
    "legal_forms": Key(read=several_of(record_of(FormSince, _FORM))),
    "agreement_clauses": _STATED,
    "members": Key(read=several_of(record_of(Member, _MEMBER, _of_member))),
    "fields": Key(read=several_of(read_text)),
}
_REQUEST = {
    "kind": Key(read=choice_of(*FILE_KINDS), required=True),
    "filed_on": Key(read=read_day, required=True),
    "starts_on": Key(read=read_day, required=True),
    "recognised_on": _DAY,
    "prior_subsidy_years": Key(read=_years_before),
    "purpose": Key(read=choice_of(*PURPOSES)),
    "objectives_contract": _STATED,
    "new_action_plan": _STATED,
    "new_objectives": _STATED,
    "favourable_evolution": _STATED,
    "results_reported": _STATED,
}
_INDICATOR = {
    "name": _NAME,
    "level": Key(read=choice_of(*LEVELS), required=True),
    "baseline": Key(read=_figure),
    "target": Key(read=_figure),
    "value": Key(read=_figure),
}
_ACTION = {
    "title": _NAME,
    "serves": Key(read=several_of(choice_of(*_NAMES.activities)), required=True),
    "status": Key(read=choice_of(*ACTION_STATUSES)),
    "starts_on": _DAY,
    "ends_before": _DAY,
    "budget_cents": Key(read=read_cents, argument="budget"),
    "partners": Key(read=several_of(read_text)),
    "indicators": Key(read=several_of(record_of(Indicator, _INDICATOR))),
}
_APPRAISAL = {
    "subject": Key(read=choice_of(*_NAMES.appraised), required=True),
    "met": _STATED,
    "reason": _TEXT,
}
_VIEW = {"favourable": _STATED, "reason": _TEXT}


def _views_on(*names: str) -> Key:
    return Key(read=several_of(record_of(View, {"subject": Key(read=choice_of(*names), required=True), **_VIEW})))


_VOTE = {
    "member": _NAME,
    "seat": Key(read=choice_of(*_NAMES.seats), required=True),
    "substitute": Key(read=read_boolean, required=True),
    "ballot": Key(read=choice_of(*BALLOTS), required=True),
    "mandate_started_on": _DAY,
    "mandate_ended_on": _DAY,
    "mandate_end": Key(read=choice_of(*MANDATE_ENDS)),
}
_OPINION = {
    "given_on": Key(read=read_day, required=True),
    "innovation": Key(read=record_of(partial(View, subject=INNOVATION), _VIEW)),
    "actions": _views_on(*_NAMES.activities),
    "criteria": _views_on(*_NAMES.criteria),
    "votes": Key(read=several_of(record_of(Vote, _VOTE))),
}
_APPLICATION = {
    "applicant": Key(read=record_of(Applicant, _APPLICANT, _of_applicant), required=True),
    "request": Key(read=record_of(Request, _REQUEST, _of_request), required=True),
    "actions": Key(read=several_of(record_of(Action, _ACTION, _of_action))),
    "appraisals": Key(read=several_of(record_of(Appraisal, _APPRAISAL, _of_appraisal))),
    "opinion": Key(read=record_of(Opinion, _OPINION)),
    "assumptions": Key(read=read_assumptions),
}


def _problems_between(given: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what is wrong between the parts of an application, as far as they could be read."""
    request, opinion = (
        _readable(given.get(name), keys) for name, keys in (("request", _REQUEST), ("opinion", _OPINION))
    )
    assumptions = assumptions_of_dates(given.get("assumptions", JsonObject([])))
    return (
        *day_problems(
            kind=request.get("kind") if assumptions else None,
            filed_on=request.get("filed_on"),
            starts_on=request.get("starts_on"),
            recognised_on=request.get("recognised_on"),
            given_on=opinion.get("given_on"),
            assumptions=assumptions or Assumptions(),
            regimes=REGIMES,
        ),
        *repeated_subjects(
            appraisals=_subjects(values.get("appraisals", ()), Appraisal),
            actions=_subjects(opinion.get("actions", ()), View),
            criteria=_subjects(opinion.get("criteria", ()), View),
        ),
    )


def _subjects(entries: tuple[Any, ...], kind: type[Appraisal] | type[View]) -> tuple[str | None, ...]:
    return tuple(each.subject if isinstance(each, kind) else None for each in entries)


def _readable(stated: Any, keys: Mapping[str, Key]) -> dict[str, Any]:
    """Return the values of an object that can be read, whatever is wrong with the others."""
    return read_object(stated, "", Problems(APPLICATION_FORMAT), keys) if isinstance(stated, JsonObject) else {}


def assessment_document(assessment: Assessment) -> dict[str, Any]:
    """Return an assessment as a `clusterlaw-assessment/1` document: plain dicts, lists, strings, integers and None.

    Raises TypeError for anything but an Assessment.
    """
    if type(assessment) is not Assessment:
        raise TypeError(
            f"assessment_document: assessment is a {type(assessment).__name__}; give the Assessment of assess"
        )
    request, period = assessment.application.request, assessment.period
    diagnosis = diagnose(assessment)
    return {
        "format": ASSESSMENT_FORMAT,
        "applicant": assessment.application.applicant.name,
        "kind": request.kind,
        "regime": assessment.text.identifier,
        "recognition_period": None if period is None else period.number,
        "starts_on": request.starts_on.isoformat(),
        "ends_before": None if period is None else period.ends_before.isoformat(),
        "recognition": assessment.recognition,
        "subsidy": assessment.subsidy,
        "recognition_discretion": assessment.text.recognition_discretion.value,
        "subsidy_discretion": assessment.text.subsidy_discretion.value,
        "conditions": [_condition(each) for each in assessment.conditions],
        "category": None if assessment.category is None else _category(assessment.category),
        "opinion": None if assessment.opinion is None else _opinion(assessment.opinion),
        "deadline": None if assessment.deadline is None else assessment.deadline.isoformat(),
        "late": assessment.late,
        "missing": list(assessment.missing),
        "assumptions": list(assessment.assumptions),
        "questions": list(assessment.questions),
        "unused": list(assessment.unused),
        "diagnosis": None if diagnosis is None else _diagnosis(diagnosis),
    }


_VERDICTS = {True: "met", False: "not_met", None: "cannot_be_told"}


def _condition(each: ConditionAssessed) -> dict[str, Any]:
    return {
        "condition": each.name,
        "verdict": _VERDICTS[each.holds],
        "affects": each.affects,
        "citations": [str(citation) for citation in each.citations],
        "missing": list(each.missing),
        "changes": [{"path": change.path, "action": change.action, "value": change.value} for change in each.changes],
    }


def _category(found: CategoryFinding) -> dict[str, Any]:
    least, greatest = found.counted
    return {
        "category": None if found.category is None else found.category.number,
        "possible": [category.number for category in found.categories],
        "counted_on": found.day.isoformat(),
        "members_at_least": least,
        "members_at_most": greatest,
        "missing": list(found.missing),
        "citations": [str(category.citation) for category in found.categories],
    }


def _opinion(found: OpinionFinding) -> dict[str, Any]:
    return {
        "given_on": found.opinion.given_on.isoformat(),
        "regime": found.text.identifier,
        "mission": None if found.mission is None else str(found.mission.citation),
        "asked": found.asked,
        "sound": found.sound,
        "left_out": [f"{ground.part}.{ground.name}" for ground in found.left_out],
        "grounds": [
            {
                "ground": f"{ground.part}.{ground.name}",
                "favourable": None if ground.view is None else ground.view.favourable,
                "complete": ground.holds,
                "citations": [str(citation) for citation in ground.step.citations],
            }
            for ground in found.grounds
        ],
        "votes": [
            {
                "member": each.vote.member,
                "capacity": each.capacity,
                "ballot": each.vote.ballot,
                "counts": each.counts,
                "missing": list(each.missing),
            }
            for each in found.votes
        ],
        "tally": {ballot: dict(zip(("at_least", "at_most"), found.tally(ballot), strict=True)) for ballot in BALLOTS},
        "silent": [label.en for label in found.silent],
    }


def _diagnosis(found: Diagnosis) -> dict[str, Any]:
    return {
        "basis": found.basis.value,
        "source": found.source.text("en"),
        "elements": [
            {
                "element": each.element.name,
                "done": each.done,
                "committed": each.committed,
                **dict(each.mix),
                "budget_cents": each.budget.cents,
                "without_budget": each.without_budget,
                "partners": each.partners,
            }
            for each in found.elements
        ],
        "years": [
            {"age": year.age, "actions": year.actions, **dict(year.mix), "outputs_only": year.outputs_only}
            for year in found.years
        ],
        "undated": list(found.undated),
        "indicators": [
            {"action": each.action, "indicator": each.indicator.name, "reached": each.reached}
            for each in found.progress
        ],
    }
