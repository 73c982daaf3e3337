"""Whether the conditions of a recognition or renewal are met: definition, activities, opinion, others (arts 1 to 6).

It decides nothing for the Government, which may recognise: it says which condition is met, which is not and what single
change would turn it, and what is missing. What the law leaves to judgement is taken from the appraisals stated.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Literal

from clusterlaw.application import Application, Request
from clusterlaw.application_problems import application_problems
from clusterlaw.changes import BLANK, Change, adding, setting
from clusterlaw.classification import CategoryFinding, classify
from clusterlaw.eligibility import ConditionAssessed, conditions_of, presumptions
from clusterlaw.errors import FactError
from clusterlaw.finding import Step
from clusterlaw.law import REGIMES, commences_on, in_force
from clusterlaw.law.open_questions import OPEN_QUESTIONS
from clusterlaw.law.selections import SELECTIONS, selection_of
from clusterlaw.opinion import GroundFinding, OpinionFinding, check_opinion
from clusterlaw.recognition import RecognitionPeriod, last_day_to_request_renewal, periods_through, running_text
from clusterlaw.regime import Regime
from clusterlaw.rules.committee import OPINION_GIVEN, mission_for, opinion_given
from clusterlaw.selection import Selection
from clusterlaw.sources import Source
from clusterlaw.values import frozen

Conclusion = Literal["met", "not_met", "cannot_be_told"]

# The kinds of file that ask for a recognition period.
RECOGNITIONS = ("first_recognition", "renewal")
QUESTIONS = frozenset(question.name for question in OPEN_QUESTIONS)


@frozen(kw_only=True)
class Assessment:
    """What an application comes to; `text` is the one in force on the first day asked for, `selection` its arts 1 to 5.

    - `running_text`, `running_selection`: those of the period that runs on that day, which art. 22 may have kept.
    - `period`: the recognition period asked for; None of a file that asks for none: then only the opinion is checked.
    - `conditions`: every condition, in the order of the articles; `opinion`: what the check of the opinion found.
    - `category`: None where the text has no categories.
    - `deadline`: the last day to request the renewal; None: no such request, or an open question.
    - `presumed`: assumptions that the text, the period and the deadline rest on, and those under whose other reading
      one more condition would be asked for.
    """

    application: Application
    text: Regime
    running_text: Regime
    running_selection: Selection
    selection: Selection
    period: RecognitionPeriod | None
    conditions: tuple[ConditionAssessed, ...]
    opinion: OpinionFinding | None
    category: CategoryFinding | None
    deadline: date | None
    presumed: tuple[str, ...]

    @property
    def recognition(self) -> Conclusion | None:
        """Whether the conditions of the recognition are met: then the Government may recognise. None: none is asked."""
        if self.period is None:
            return None
        return _conclusion(each for each in self.conditions if each.affects == "recognition_and_subsidy")

    @property
    def subsidy(self) -> Conclusion | None:
        """Whether the conditions of the subsidy are met, those of the recognition among them. None: none is asked."""
        return None if self.period is None else _conclusion(self.conditions)

    @property
    def opinion_asked(self) -> bool:
        """Whether a text asks for an opinion on the file."""
        return any(each.name == "opinion" for each in self.conditions)

    @property
    def late(self) -> bool:
        """Whether the request came after its last day: a warning, which turns no condition."""
        return self.deadline is not None and self.application.request.filed_on > self.deadline

    @property
    def unused(self) -> tuple[str, ...]:
        """The paths of the facts that the text does not read: accepted, turning nothing, and reported."""
        from clusterlaw.unread import unread_facts

        return unread_facts(self)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the facts and open questions that would settle the conditions not settled yet."""
        return tuple(dict.fromkeys(name for each in self.conditions for name in each.missing))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The names of the assumptions that the conditions, the category and the days rest on."""
        steps = [each.step for each in self.conditions]
        steps += self.category.steps if self.category else ()
        return tuple(dict.fromkeys((*(name for step in steps for name in step.assumptions), *self.presumed)))

    @property
    def questions(self) -> tuple[str, ...]:
        """The names of the open questions that the conditions, the opinion and the deadline leave or pass over."""
        steps = [each.step for each in self.conditions]
        steps += [self.opinion.mission_step] if self.opinion else []
        names = [name for name in self.missing if name in QUESTIONS]
        names += [name for step in steps for name in step.questions]
        return tuple(dict.fromkeys((*names, *_questions_of_file(self))))


def _questions_of_file(assessment: Assessment) -> Iterator[str]:
    """Yield what no text settles of a kind of file: until when a renewal is asked for, what art. 22 of 2024 keeps."""
    request = assessment.application.request
    if request.kind == "renewal" and assessment.deadline is None:
        yield "renewal_deadline_2025"
    provision = assessment.running_text.specific_subsidy.value
    if request.kind == "specific_subsidy" and provision and request.starts_on >= provision.open_from.value:
        yield provision.open_question
    running = assessment.running_selection.committee.value
    if request.kind == "half_way_evaluation" and mission_for(committee=running, kind=request.kind) is not None:
        yield from () if assessment.opinion_asked else ("half_way_evaluation_after_2025",)


def _conclusion(conditions: Iterable[ConditionAssessed]) -> Conclusion:
    verdicts = {each.holds for each in conditions}
    return "not_met" if False in verdicts else "cannot_be_told" if None in verdicts else "met"


def assess(
    application: Application,
    *,
    regimes: tuple[Regime, ...] = REGIMES,
    selections: tuple[Selection, ...] = SELECTIONS,
) -> Assessment:
    """Assess an application under the text in force on the first day asked for (arts 1 to 6).

    `regimes` and `selections` are the versions of the law, enacted or reformed. Raises TypeError for anything but an
    Application, FactError where it names what no text has or its dates contradict the law.
    """
    if type(application) is not Application:
        raise TypeError(f"assess: application is a {type(application).__name__}; give a clusterlaw.Application")
    problems = application_problems(application, regimes=regimes, selections=selections)
    if problems:
        raise FactError(*problems)
    request, assumptions = application.request, application.assumptions
    text = in_force(request.starts_on, assumptions=assumptions, regimes=regimes)
    selection = selection_of(text, selections=selections)
    periods = _periods(application, regimes)
    opinion = None
    if application.opinion is not None:
        opinion = check_opinion(
            application.opinion,
            kind=request.kind,
            purpose=request.purpose,
            assumptions=assumptions,
            regimes=regimes,
            selections=selections,
        )
    conditions = [*conditions_of(application, selection=selection, periods=periods)] if periods else []
    source = _opinion_asked_by(text, selection, request)
    if source is not None:
        conditions.append(_opinion_condition(source, opinion))
    deadline = _deadline(application, text, periods)
    running = running_text(
        recognised_on=request.recognised_on, day=request.starts_on, assumptions=assumptions, regimes=regimes
    )
    return Assessment(
        application=application,
        text=text,
        running_text=running,
        running_selection=selection_of(running, selections=selections),
        selection=selection,
        period=periods[-1] if periods else None,
        conditions=tuple(conditions),
        opinion=opinion,
        category=classify(application, text=text) if periods else None,
        deadline=deadline,
        presumed=(
            *presumptions(application, periods=periods),
            *_assumptions_of_days(application, periods, regimes, deadline),
        ),
    )


def _assumptions_of_days(
    application: Application, periods: tuple[RecognitionPeriod, ...], regimes: tuple[Regime, ...], deadline: date | None
) -> Iterator[str]:
    """Yield the assumptions that the text in force, the period asked for, the mandates and the deadline rest on."""
    request, opinion = application.request, application.opinion
    days = [request.starts_on] if opinion is None else [request.starts_on, opinion.given_on]
    for earlier, regime in pairwise(regimes):
        assumption = regime.commencement.assumption
        if assumption and max(days) >= commences_on(earlier, assumptions=application.assumptions):
            yield assumption
    if len(periods) > 1:
        yield "year_counting"
    origins = [vote.mandate_started_on for vote in opinion.votes or ()] if opinion else []
    origins += [request.recognised_on or request.starts_on] if periods else []
    if any(day is not None and (day.month, day.day) == (2, 29) for day in origins):
        yield "leap_day"
    if deadline is not None:
        yield "deadline_counting"


def _opinion_asked_by(text: Regime, selection: Selection, request: Request) -> Source | None:
    """Return what asks for an opinion: arts 2 and 3 on a recognition, else the committee's mission; None: nothing."""
    if request.kind in RECOGNITIONS:
        return text.opinion_required if text.opinion_required.value else None
    return mission_for(committee=selection.committee.value, kind=request.kind)


def _periods(application: Application, regimes: tuple[Regime, ...]) -> tuple[RecognitionPeriod, ...]:
    """Return the recognition periods up to the one asked for; () of a file that asks for none."""
    request = application.request
    if request.kind not in RECOGNITIONS:
        return ()
    return periods_through(
        recognised_on=request.recognised_on or request.starts_on,
        years=1,
        day=request.starts_on,
        assumptions=application.assumptions,
        regimes=regimes,
    )


def _deadline(application: Application, text: Regime, periods: tuple[RecognitionPeriod, ...]) -> date | None:
    if len(periods) < 2:
        return None
    return last_day_to_request_renewal(period=periods[-2], renewed_under=text, assumptions=application.assumptions)


def _opinion_condition(source: Source, opinion: OpinionFinding | None) -> ConditionAssessed:
    """Return the condition that the committee's opinion was given and is sound (arts 2, 3 and 4)."""
    sound = None if opinion is None else opinion.sound
    verdict = opinion_given(sound=sound)
    return ConditionAssessed(
        name="opinion",
        label=OPINION_GIVEN.label,
        holds=verdict,
        step=Step(OPINION_GIVEN, (sound,), verdict, (source,)),
        missing=("opinion",) if verdict is None else (),
        changes=tuple(_changes_of_opinion(opinion)) if opinion and verdict is False else (),
    )


def _changes_of_opinion(opinion: OpinionFinding) -> Iterator[Change]:
    if len(opinion.left_out) == 1:
        yield from _changes_of_ground(opinion, opinion.left_out[0])


def _changes_of_ground(opinion: OpinionFinding, ground: GroundFinding) -> Iterator[Change]:
    """Yield what the opinion would have to say of the one point that it leaves out."""
    if ground.part == "innovation":
        yield setting("opinion.innovation", {"reason": BLANK})
        return
    views = opinion.opinion.actions if ground.part == "actions" else opinion.opinion.criteria
    places = [index for index, view in enumerate(views) if view.subject == ground.name]
    if places:
        yield setting(f"opinion.{ground.part}[{places[0]}].reason", BLANK)
    else:
        yield adding(f"opinion.{ground.part}", {"subject": ground.name, "reason": BLANK})
