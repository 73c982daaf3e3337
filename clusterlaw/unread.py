"""Which facts of an application its text does not read: accepted, turning nothing, and reported."""

from collections.abc import Iterator

from attrs import fields

from clusterlaw.application import Application, Opinion, Request
from clusterlaw.assessment import Assessment

# What every file states of its request; the others are facts that some text reads.
_ALWAYS_READ = {"kind", "filed_on", "starts_on"}


def unread_facts(assessment: Assessment) -> tuple[str, ...]:
    """Return the paths of the facts that nothing reads; a fact of every member is named once, with `[*]`."""
    return tuple(dict.fromkeys(_unread(assessment)))


def _unread(assessment: Assessment) -> Iterator[str]:
    yield from _of_request(assessment)
    if assessment.period is None:
        yield from _stated(assessment.application)
    else:
        yield from _of_applicant(assessment)
        yield from _of_plan(assessment)
    if assessment.application.opinion is not None:
        yield from _of_opinion(assessment.application.opinion, assessment)


def _stated(application: Application) -> Iterator[str]:
    """Yield what is stated of the applicant and the plan, which a file that asks for no recognition does not need."""
    applicant = application.applicant
    for name in ("legal_forms", "agreement_clauses", "members", "fields"):
        if getattr(applicant, name) not in (None, ()):
            yield f"applicant.{name}"
    if application.actions is not None:
        yield "actions"
    if application.appraisals:
        yield "appraisals"


def _of_plan(assessment: Assessment) -> Iterator[str]:
    application, selection = assessment.application, assessment.selection
    read = {element.name for element in (*selection.definition.appraised, *selection.activities.appraised)}
    for index, appraisal in enumerate(application.appraisals):
        if appraisal.subject not in read:
            yield f"appraisals[{index}]"
    elements = {element.name for element in selection.activities.elements}
    for index, action in enumerate(application.actions or ()):
        for place, name in enumerate(action.serves):
            if name not in elements:
                yield f"actions[{index}].serves[{place}]"


def _of_request(assessment: Assessment) -> Iterator[str]:
    request, read = assessment.application.request, set(_ALWAYS_READ)
    if request.kind == "specific_subsidy":
        read.add("purpose")
    if request.kind in ("specific_subsidy", "half_way_evaluation"):
        read.add("recognised_on")
    if assessment.period is not None:
        read |= {_FACTS.get(each.name, each.name) for each in assessment.conditions}
        counted = any(condition.beyond_year is not None for condition in assessment.text.conditions)
        read |= {"recognised_on", "prior_subsidy_years"} if counted else {"recognised_on"}
    for attribute in fields(Request):
        if attribute.name not in read and getattr(request, attribute.name) is not None:
            yield f"request.{attribute.name}"


_FACTS = {"new_objectives_contract": "objectives_contract"}


def _of_applicant(assessment: Assessment) -> Iterator[str]:
    applicant = assessment.application.applicant
    clauses_read = any(each.name == "agreement_clauses" for each in assessment.conditions)
    if applicant.agreement_clauses is not None and not clauses_read:
        yield "applicant.agreement_clauses"
    if assessment.category is None and any(member.fees is not None for member in applicant.members or ()):
        yield "applicant.members[*].fees"


def _of_opinion(opinion: Opinion, assessment: Assessment) -> Iterator[str]:
    finding = assessment.opinion
    if finding is None or not assessment.opinion_asked:
        yield "opinion"
        return
    for part, views in (("actions", opinion.actions), ("criteria", opinion.criteria)):
        read = {ground.name for ground in finding.grounds if ground.part == part}
        for index, view in enumerate(views):
            if view.subject not in read:
                yield f"opinion.{part}[{index}]"
    if opinion.innovation is not None and not finding.grounds:
        yield "opinion.innovation"
    if opinion.votes and not finding.votes:
        yield "opinion.votes"
