"""What only the law can find wrong with an application: names that no version has, and days that contradict it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from attrs import evolve

from clusterlaw.application import Application, Opinion, View, repeated
from clusterlaw.assumptions import Assumptions
from clusterlaw.checks import LATEST_DATE
from clusterlaw.errors import FactError, Problem
from clusterlaw.law import in_force
from clusterlaw.recognition import date_problems, periods_through
from clusterlaw.regime import Regime
from clusterlaw.selection import FileKind, Selection
from clusterlaw.sources import Label

INNOVATION = "innovation"
_ART_1, _ART_5 = "decree-2007 art. 1 al. 1", "decree-2007 art. 5 al. 1"


class Names(NamedTuple):
    """The names that the versions of the law give: what an application may refer to."""

    activities: tuple[str, ...]
    appraised: tuple[str, ...]
    criteria: tuple[str, ...]
    seats: tuple[str, ...]


def names_of(selections: Iterable[Selection]) -> Names:
    """Return the names of the axes and missions, of the points appraised, of the criteria, of the committee's seats."""
    versions = tuple(selections)
    grounds = [each.grounds.value for each in versions if each.grounds.value]
    committees = [each.committee.value for each in versions if each.committee.value]
    criteria = [criterion.name for each in grounds for criterion in each.criteria]
    specific = [criterion.name for each in grounds for case in each.specific for criterion in case.criteria]
    appraised = [
        element.name for each in versions for element in (*each.definition.appraised, *each.activities.appraised)
    ]
    return Names(
        activities=_once(element.name for each in versions for element in each.activities.elements),
        appraised=_once(appraised),
        criteria=_once((*criteria, *specific)),
        seats=_once(seat.name for each in committees for seat in each.seats),
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def application_problems(
    application: Application, *, regimes: tuple[Regime, ...], selections: tuple[Selection, ...]
) -> tuple[Problem, ...]:
    """Return everything that the law finds wrong with an application, each with its path (arts 1, 2, 4 and 5)."""
    request, opinion = application.request, application.opinion
    return (
        *day_problems(
            kind=request.kind,
            filed_on=request.filed_on,
            starts_on=request.starts_on,
            recognised_on=request.recognised_on,
            given_on=None if opinion is None else opinion.given_on,
            assumptions=application.assumptions,
            regimes=regimes,
        ),
        *_unknown_names(application, names_of(selections)),
        *repeated_subjects(
            appraisals=tuple(each.subject for each in application.appraisals),
            actions=_subjects(opinion.actions) if opinion else (),
            criteria=_subjects(opinion.criteria) if opinion else (),
        ),
    )


def _unknown_names(application: Application, names: Names) -> Iterator[Problem]:
    for index, action in enumerate(application.actions or ()):
        path = f"actions[{index}].serves[{{}}]"
        yield from _unknown(action.serves, names.activities, path, "decree-2007 art. 2 al. 1")
    subjects = tuple(each.subject for each in application.appraisals)
    yield from _unknown(subjects, names.appraised, "appraisals[{}].subject", "decree-2007 art. 1 al. 1")
    if application.opinion is not None:
        yield from _unknown_in_opinion(application.opinion, names)


def _unknown_in_opinion(opinion: Opinion, names: Names) -> Iterator[Problem]:
    if opinion.innovation is not None:
        yield from _unknown((opinion.innovation.subject,), (INNOVATION,), "opinion.innovation.subject", _ART_5)
    yield from _unknown(_subjects(opinion.actions), names.activities, "opinion.actions[{}].subject", _ART_5)
    yield from _unknown(_subjects(opinion.criteria), names.criteria, "opinion.criteria[{}].subject", _ART_5)
    seats = tuple(vote.seat for vote in opinion.votes or ())
    yield from _unknown(seats, names.seats, "opinion.votes[{}].seat", "decree-2007 art. 4 al. 2")


def _subjects(views: tuple[View, ...]) -> tuple[str, ...]:
    return tuple(view.subject for view in views)


Subjects = tuple[str | None, ...]


def repeated_subjects(*, appraisals: Subjects, actions: Subjects, criteria: Subjects) -> Iterator[Problem]:
    """Yield the points that are appraised, or on which the opinion has a view, more than once (arts 1 and 5).

    None stands for an appraisal or a view that could not be read.
    """
    yield from _repeated(appraisals, "appraisals[{}].subject", _ART_1)
    yield from _repeated(actions, "opinion.actions[{}].subject", _ART_5)
    yield from _repeated(criteria, "opinion.criteria[{}].subject", _ART_5)


def _unknown(given: tuple[str, ...], known: tuple[str, ...], path: str, rule: str) -> Iterator[Problem]:
    listed = ", ".join(known)
    for index, name in enumerate(given):
        if name not in known:
            yield Problem(
                path=path.format(index),
                what=Label(fr=f"aucun texte n'a {name!a}", en=f"no text has {name!a}"),
                rule=rule,
                remedy=Label(fr=f"donnez l'un de {listed}", en=f"give one of {listed}"),
            )


def _repeated(given: Subjects, path: str, rule: str) -> Iterator[Problem]:
    for index in repeated(given):
        name = given[index]
        yield Problem(
            path=path.format(index),
            what=Label(fr=f"{name!a} est répété", en=f"{name!a} is repeated"),
            rule=rule,
            remedy=Label(fr="gardez-en un", en="keep one of them"),
        )


def day_problems(
    *,
    kind: FileKind | None,
    filed_on: date | None,
    starts_on: date | None,
    recognised_on: date | None,
    given_on: date | None,
    assumptions: Assumptions,
    regimes: tuple[Regime, ...],
) -> Iterator[Problem]:
    """Yield what is wrong with the days of a request and an opinion, as far as they are known (arts 2 and 4)."""
    days = {"request.starts_on": starts_on, "request.recognised_on": recognised_on, "opinion.given_on": given_on}
    early = False
    for path, day in days.items():
        try:
            in_force(day or LATEST_DATE, assumptions=assumptions, regimes=regimes)
        except FactError as error:
            early = True
            yield from (evolve(problem, path=path) for problem in error.problems)
    if given_on is not None and filed_on is not None and given_on < filed_on:
        yield _early_opinion(given_on, filed_on)
    if kind == "renewal" and recognised_on is not None and starts_on is not None and not early:
        periods = periods_through(
            recognised_on=recognised_on, years=1, day=starts_on, assumptions=assumptions, regimes=regimes
        )
        yield from date_problems(periods=periods, renewal_starts={"request.starts_on": starts_on})


def _early_opinion(given_on: date, filed_on: date) -> Problem:
    return Problem(
        path="opinion.given_on",
        what=Label(
            fr=f"l'avis du {given_on} précède le dépôt de la demande, le {filed_on}",
            en=f"the opinion of {given_on} is before the filing of the request, on {filed_on}",
        ),
        rule="decree-2007 art. 4 al. 1",
        remedy=Label(
            fr="donnez un avis rendu le jour du dépôt ou après",
            en="give an opinion given on the day of filing or later",
        ),
    )
