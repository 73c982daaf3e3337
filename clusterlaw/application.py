"""The facts of an application: applicant, plan, request, opinion. A fact that is not stated is None, never no.

What the law leaves to judgement is an `Appraisal` that somebody stated, with its reason; nothing here appraises.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal, get_args

from attrs import field
from attrs.validators import optional

from clusterlaw.assumptions import Assumptions
from clusterlaw.checks import (
    Check,
    instance_of,
    is_optional_text,
    is_stated,
    is_text,
    legal_amount,
    legal_day,
    one_of,
    tuple_of,
)
from clusterlaw.dossier import LEGAL_FORMS, LegalForm
from clusterlaw.errors import FactError, Problem
from clusterlaw.money import Euro
from clusterlaw.regime import SpecificPurpose
from clusterlaw.selection import FileKind, MemberKind
from clusterlaw.sources import Label
from clusterlaw.values import frozen

ActionStatus = Literal["done", "committed"]
Level = Literal["output", "result", "impact"]
Ballot = Literal["for", "against", "abstained"]
MandateEnd = Literal["resignation", "replacement_asked", "quality_lost"]

MEMBER_KINDS: tuple[MemberKind, ...] = get_args(MemberKind)
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)
ACTION_STATUSES: tuple[ActionStatus, ...] = get_args(ActionStatus)
LEVELS: tuple[Level, ...] = get_args(Level)
BALLOTS: tuple[Ballot, ...] = get_args(Ballot)
MANDATE_ENDS: tuple[MandateEnd, ...] = get_args(MandateEnd)
PURPOSES: tuple[SpecificPurpose, ...] = get_args(SpecificPurpose)

GREATEST_FIGURE = 10**15
EARLIEST_YEAR, LATEST_YEAR = 1900, 2199

_a_day = optional(legal_day)
_an_amount = optional(legal_amount)


def _choice(rule: str, *choices: str) -> Check:
    return optional(one_of(rule, *choices))


def texts(instance: Any, attribute: Any, value: Any) -> None:
    """Accept a tuple of texts."""
    tuple_of(str)(instance, attribute, value)


def _whole(least: int, greatest: int) -> Check:
    def check(instance: Any, attribute: Any, value: Any) -> None:
        instance_of(int)(instance, attribute, value)
        if not least <= value <= greatest:
            raise ValueError(
                f"{type(instance).__name__}.{attribute.name}: {value} is not between {least} and {greatest}; "
                "give a whole number in this range"
            )

    return check


def _contradiction(path: str, rule: str, *, fr: str, en: str, do_fr: str, do_en: str) -> Problem:
    return Problem(path=path, what=Label(fr=fr, en=en), rule=rule, remedy=Label(fr=do_fr, en=do_en))


@frozen(kw_only=True)
class Fee:
    """The membership fee (cotisation) due for a calendar year, and whether it is paid.

    `paid_on`: the day of the payment. Raises FactError where an unpaid fee has one.
    """

    year: int = field(validator=_whole(EARLIEST_YEAR, LATEST_YEAR))
    amount: Euro = field(validator=legal_amount)
    paid: bool | None = field(default=None, validator=is_stated)
    paid_on: date | None = field(default=None, validator=_a_day)

    def __attrs_post_init__(self) -> None:
        problems = fee_problems(paid=self.paid, paid_on=self.paid_on)
        if problems:
            raise FactError(*problems)


def fee_problems(*, paid: bool | None, paid_on: date | None) -> tuple[Problem, ...]:
    """Return what is wrong between the two facts of a payment (art. 3 al. 3 of 2024)."""
    if paid is not False or paid_on is None:
        return ()
    return (
        _contradiction(
            "paid_on",
            "decree-2007 art. 3 al. 3 (2024)",
            fr=f"la cotisation est dite impayée et payée le {paid_on}",
            en=f"the fee is stated to be unpaid and paid on {paid_on}",
            do_fr="gardez l'un des deux faits",
            do_en="keep one of the two facts",
        ),
    )


@frozen(kw_only=True)
class Member:
    """A member (membre) of the cluster: its kind, whether it is active in the Walloon Region, whether it founded it.

    `joined_on`, `left_on`: from and before which day it is a member. `fees`: one for each year for which one is due;
    None: not stated. Raises FactError where it left before it joined, or two fees are for one year.
    """

    name: str = field(validator=is_text)
    kind: MemberKind = field(validator=one_of("decree-2007 art. 1 al. 1", *MEMBER_KINDS))
    active_in_wallonia: bool | None = field(default=None, validator=is_stated)
    founder: bool | None = field(default=None, validator=is_stated)
    joined_on: date | None = field(default=None, validator=_a_day)
    left_on: date | None = field(default=None, validator=_a_day)
    fees: tuple[Fee, ...] | None = field(default=None, validator=tuple_of(Fee, optional=True))

    def __attrs_post_init__(self) -> None:
        problems = member_problems(
            joined_on=self.joined_on, left_on=self.left_on, years=tuple(fee.year for fee in self.fees or ())
        )
        if problems:
            raise FactError(*problems)


def member_problems(
    *, joined_on: date | None, left_on: date | None, years: tuple[int | None, ...]
) -> tuple[Problem, ...]:
    """Return what is wrong between the facts of a member: its days, and two fees for one year (art. 3 al. 3, 2024).

    `years` are those of its fees, None for one that could not be read.
    """
    problems = []
    if joined_on is not None and left_on is not None and left_on <= joined_on:
        problems.append(
            _contradiction(
                "left_on",
                "decree-2007 art. 3 al. 3 (2024)",
                fr=f"le membre part le {left_on} et arrive le {joined_on}",
                en=f"the member leaves on {left_on} and joins on {joined_on}",
                do_fr="donnez un départ après l'arrivée",
                do_en="give a departure after the arrival",
            )
        )
    problems += [
        _contradiction(
            f"fees[{index}].year",
            "decree-2007 art. 3 al. 3 (2024)",
            fr=f"une autre cotisation vaut déjà pour {years[index]}",
            en=f"another fee is already for {years[index]}",
            do_fr="donnez une cotisation par année",
            do_en="give one fee a year",
        )
        for index in repeated(years)
    ]
    return tuple(problems)


def repeated(values: Iterable[Any]) -> Iterator[int]:
    """Yield the places of the values that stand there for the second time or later; None stands for no value."""
    seen = set()
    for index, value in enumerate(values):
        if value in seen:
            yield index
        elif value is not None:
            seen.add(value)


@frozen(kw_only=True)
class FormSince:
    """A legal form (forme juridique) and the day from which the applicant has it."""

    form: LegalForm = field(validator=one_of("decree-2007 art. 1", *LEGAL_FORMS))
    since: date = field(validator=legal_day)


@frozen(kw_only=True)
class Applicant:
    """Who applies (art. 1): its legal forms over time, its members, its fields of activity (domaines d'activités).

    `agreement_clauses`: an association de fait's agreement has the minimum clauses that the Government sets. Raises
    FactError where two legal forms start on one day.
    """

    name: str = field(validator=is_text)
    legal_forms: tuple[FormSince, ...] = field(default=(), validator=tuple_of(FormSince))
    agreement_clauses: bool | None = field(default=None, validator=is_stated)
    members: tuple[Member, ...] | None = field(default=None, validator=tuple_of(Member, optional=True))
    fields: tuple[str, ...] | None = field(default=None, validator=tuple_of(str, optional=True))

    def __attrs_post_init__(self) -> None:
        problems = form_problems(days=tuple(each.since for each in self.legal_forms))
        if problems:
            raise FactError(*problems)

    def form_on(self, day: date) -> LegalForm | None:
        """Return the legal form on a day; None: not stated."""
        forms = [each for each in self.legal_forms if each.since <= day]
        return max(forms, key=lambda each: each.since).form if forms else None


def form_problems(*, days: tuple[date | None, ...]) -> tuple[Problem, ...]:
    """Return what is wrong between the legal forms: two from one day (art. 1); None: a form that could not be read."""
    return tuple(
        _contradiction(
            f"legal_forms[{index}].since",
            "decree-2007 art. 1",
            fr=f"une autre forme commence déjà le {days[index]}",
            en=f"another form starts on {days[index]} already",
            do_fr="donnez une forme par jour",
            do_en="give one form for a day",
        )
        for index in repeated(days)
    )


@frozen(kw_only=True)
class Appraisal:
    """What somebody finds of a point that the law leaves to judgement, with the reason.

    `subject` is its name in the law's data, such as "critical_mass". Raises FactError for a finding without a reason.
    """

    subject: str = field(validator=is_text)
    met: bool | None = field(default=None, validator=is_stated)
    reason: str | None = field(default=None, validator=is_optional_text)

    def __attrs_post_init__(self) -> None:
        problems = appraisal_problems(met=self.met, reason=self.reason)
        if problems:
            raise FactError(*problems)


def appraisal_problems(*, met: bool | None, reason: str | None) -> tuple[Problem, ...]:
    """Return what is wrong between the facts of an appraisal: a finding without a reason (arts 1 and 2)."""
    if met is None or not is_blank(reason):
        return ()
    return (
        _contradiction(
            "reason",
            "decree-2007 art. 1 al. 1",
            fr="l'appréciation n'a pas de motif",
            en="the appraisal has no reason",
            do_fr="donnez le motif : la loi laisse ce point à l'appréciation",
            do_en="give the reason: the law leaves this point to judgement",
        ),
    )


def is_blank(text: str | None) -> bool:
    """Whether a text says nothing."""
    return text is None or not text.strip()


@frozen(kw_only=True)
class Indicator:
    """An indicator of an action: its level (réalisation, résultat, impact), and its figures as whole numbers."""

    name: str = field(validator=is_text)
    level: Level = field(validator=one_of("evaluation of 2011, § 1.2", *LEVELS))
    baseline: int | None = field(default=None, validator=optional(_whole(-GREATEST_FIGURE, GREATEST_FIGURE)))
    target: int | None = field(default=None, validator=optional(_whole(-GREATEST_FIGURE, GREATEST_FIGURE)))
    value: int | None = field(default=None, validator=optional(_whole(-GREATEST_FIGURE, GREATEST_FIGURE)))


@frozen(kw_only=True)
class Action:
    """An action of the plan (art. 2): the axes or missions that it serves, by their names in the law's data.

    `status`: done, or committed to. `starts_on`, `ends_before`: its days, half-open. Raises FactError where it ends
    before it starts.
    """

    title: str = field(validator=is_text)
    serves: tuple[str, ...] = field(validator=texts)
    status: ActionStatus | None = field(default=None, validator=_choice("decree-2007 art. 2 al. 1", *ACTION_STATUSES))
    starts_on: date | None = field(default=None, validator=_a_day)
    ends_before: date | None = field(default=None, validator=_a_day)
    budget: Euro | None = field(default=None, validator=_an_amount)
    partners: tuple[str, ...] | None = field(default=None, validator=tuple_of(str, optional=True))
    indicators: tuple[Indicator, ...] | None = field(default=None, validator=tuple_of(Indicator, optional=True))

    def __attrs_post_init__(self) -> None:
        problems = action_problems(starts_on=self.starts_on, ends_before=self.ends_before)
        if problems:
            raise FactError(*problems)


def action_problems(*, starts_on: date | None, ends_before: date | None) -> tuple[Problem, ...]:
    """Return what is wrong between the days of an action (art. 2)."""
    if starts_on is None or ends_before is None or starts_on < ends_before:
        return ()
    return (
        _contradiction(
            "ends_before",
            "decree-2007 art. 2 al. 1",
            fr=f"l'action finit avant le {ends_before} et commence le {starts_on}",
            en=f"the action ends before {ends_before} and starts on {starts_on}",
            do_fr="donnez une fin après le début",
            do_en="give an end after the start",
        ),
    )


@frozen(kw_only=True)
class Request:
    """The request (demande): what is asked for, when it was filed, and the day from which it is asked for.

    - `starts_on`: the first day of the period asked for (a recognition or its renewal); of other files, the day of the
      decision. The text in force on that day applies.
    - `recognised_on`: the first recognition, for every kind of file but a first one.
    - `purpose`: of a specific subsidy.
    - the others: what the text asks for at a renewal (art. 3), and its objectives contract (art. 2, 2024).
    """

    kind: FileKind = field(validator=one_of("decree-2007 art. 4 al. 1", *FILE_KINDS))
    filed_on: date = field(validator=legal_day)
    starts_on: date = field(validator=legal_day)
    recognised_on: date | None = field(default=None, validator=_a_day)
    prior_subsidy_years: int | None = field(default=None, validator=optional(_whole(0, LATEST_YEAR)))
    purpose: SpecificPurpose | None = field(default=None, validator=_choice("decree-2007 art. 3 § 2 al. 1", *PURPOSES))
    objectives_contract: bool | None = field(default=None, validator=is_stated)
    new_action_plan: bool | None = field(default=None, validator=is_stated)
    new_objectives: bool | None = field(default=None, validator=is_stated)
    favourable_evolution: bool | None = field(default=None, validator=is_stated)
    results_reported: bool | None = field(default=None, validator=is_stated)

    def __attrs_post_init__(self) -> None:
        problems = request_problems(
            kind=self.kind,
            recognised_on=self.recognised_on,
            purpose=self.purpose,
        )
        if problems:
            raise FactError(*problems)


def request_problems(
    *,
    kind: FileKind | None,
    recognised_on: date | None,
    purpose: SpecificPurpose | None,
) -> tuple[Problem, ...]:
    """Return what is wrong between the facts of a request, as far as they are known (arts 2, 3 and 4)."""
    problems = []
    if kind == "renewal" and recognised_on is None:
        problems.append(
            _contradiction(
                "recognised_on",
                "decree-2007 art. 2 al. 1",
                fr="le renouvellement d'une reconnaissance demande le jour de celle-ci",
                en="the renewal of a recognition needs the day of the recognition",
                do_fr="donnez le jour de la première reconnaissance",
                do_en="give the day of the first recognition",
            )
        )
    if kind == "first_recognition" and recognised_on is not None:
        problems.append(
            _contradiction(
                "recognised_on",
                "decree-2007 art. 2 al. 1",
                fr="une première reconnaissance n'en suit pas une autre",
                en="a first recognition does not follow another",
                do_fr="omettez la clé, ou demandez un renouvellement",
                do_en="leave the key out, or ask for a renewal",
            )
        )
    if kind == "specific_subsidy" and purpose is None:
        problems.append(
            _contradiction(
                "purpose",
                "decree-2007 art. 3 § 2 al. 1",
                fr="le cas de la subvention spécifique manque",
                en="the case of the specific subsidy is missing",
                do_fr=f"donnez l'un de {', '.join(PURPOSES)}",
                do_en=f"give one of {', '.join(PURPOSES)}",
            )
        )
    return tuple(problems)


@frozen(kw_only=True)
class View:
    """What the committee says of a criterion, of an axis or mission, or of the innovative character (art. 5).

    `subject` is its name in the law's data; `favourable` its finding, `reason` its reason.
    """

    subject: str = field(validator=is_text)
    favourable: bool | None = field(default=None, validator=is_stated)
    reason: str | None = field(default=None, validator=is_optional_text)


@frozen(kw_only=True)
class Vote:
    """The vote of a member of the committee: the seat held, as member or as substitute, and the mandate (art. 4).

    `mandate_started_on` is the first day of the member's mandate, which a substitute finishes; `mandate_ended_on` and
    `mandate_end` say when and on which ground that member ceased before its term.
    """

    member: str = field(validator=is_text)
    seat: str = field(validator=is_text)
    substitute: bool = field(validator=instance_of(bool))
    ballot: Ballot = field(validator=one_of("decree-2007 art. 4 al. 4", *BALLOTS))
    mandate_started_on: date | None = field(default=None, validator=_a_day)
    mandate_ended_on: date | None = field(default=None, validator=_a_day)
    mandate_end: MandateEnd | None = field(default=None, validator=_choice("decree-2007 art. 4 al. 6", *MANDATE_ENDS))


@frozen(kw_only=True)
class Opinion:
    """The opinion of the review committee (avis du comité d'examen, arts 4 and 5) as it was given.

    `criteria`, `actions`: a view on each; None: not stated. `votes`: one for each member who voted.
    """

    given_on: date = field(validator=legal_day)
    innovation: View | None = field(default=None, validator=instance_of(View, type(None)))
    actions: tuple[View, ...] = field(default=(), validator=tuple_of(View))
    criteria: tuple[View, ...] = field(default=(), validator=tuple_of(View))
    votes: tuple[Vote, ...] | None = field(default=None, validator=tuple_of(Vote, optional=True))


@frozen(kw_only=True)
class Application:
    """A whole application file (dossier de demande): facts, appraisals, opinion, and the readings chosen."""

    applicant: Applicant = field(validator=instance_of(Applicant))
    request: Request = field(validator=instance_of(Request))
    actions: tuple[Action, ...] | None = field(default=None, validator=tuple_of(Action, optional=True))
    appraisals: tuple[Appraisal, ...] = field(default=(), validator=tuple_of(Appraisal))
    opinion: Opinion | None = field(default=None, validator=instance_of(Opinion, type(None)))
    assumptions: Assumptions = field(factory=Assumptions, validator=instance_of(Assumptions))

    def appraisal_of(self, subject: str) -> Appraisal | None:
        """Return the appraisal of a point; None: not stated."""
        return next((each for each in self.appraisals if each.subject == subject), None)
