"""A diagnosis of the plan, never law: what its indicators measure, by axis or mission and by age of the cluster.

The evaluation of 2011 (§ 1.2) found that the axes mix outputs (réalisations), results (résultats) and impacts, and that
they should vary with the cluster's maturity. No text sets a mix: the diagnosis shows it and judges nothing.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from clusterlaw.application import LEVELS, Action, Indicator, Level
from clusterlaw.assessment import Assessment
from clusterlaw.law.evaluation_2011_sections import ACTION_AXES
from clusterlaw.money import Euro
from clusterlaw.recognition import subsidy_years
from clusterlaw.selection import Element
from clusterlaw.sources import Basis, Citation, Label
from clusterlaw.values import frozen

Mix = tuple[tuple[Level, int], ...]


@frozen(kw_only=True)
class ElementDiagnosis:
    """What the plan has for an axis or mission: actions by status, indicators by level, budget, partners.

    `budget`: the sum of the budgets stated; `without_budget`: how many actions state none.
    """

    element: Element
    done: int
    committed: int
    mix: Mix
    budget: Euro
    without_budget: int
    partners: int


@frozen(kw_only=True)
class YearDiagnosis:
    """What the actions that run in a year measure: `age` is the year of the cluster's recognition, from 1."""

    age: int
    starts_on: date
    ends_before: date
    actions: int
    mix: Mix

    @property
    def outputs_only(self) -> bool:
        """Whether there are indicators, and all of them measure outputs."""
        counted = dict(self.mix)
        return counted["output"] > 0 and counted["result"] == counted["impact"] == 0


@frozen(kw_only=True)
class Progress:
    """How far an indicator has come: `share` of the way from its baseline to its target, exact; None: not stated.

    It is reached where the share is 1 or more. One whose target is its baseline has no way to go: None.
    """

    action: str
    indicator: Indicator
    share: Fraction | None

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None: it cannot be told."""
        return None if self.share is None else self.share >= 1


@frozen(kw_only=True)
class Diagnosis:
    """The diagnosis of a plan; `source` and `basis` say that it is no law.

    `undated`: the titles of the actions whose days are not both stated, which no year shows.
    """

    elements: tuple[ElementDiagnosis, ...]
    years: tuple[YearDiagnosis, ...]
    undated: tuple[str, ...]
    progress: tuple[Progress, ...]
    source: Citation = ACTION_AXES
    basis: Basis = Basis.EVALUATION

    @property
    def remarks(self) -> tuple[Label, ...]:
        """What a reader should see: the years whose indicators are all outputs, with the age of the cluster."""
        return tuple(
            Label(
                fr=f"année {year.age} : seules des réalisations sont mesurées, aucun résultat ni impact",
                en=f"year {year.age}: only outputs are measured, no result and no impact",
            )
            for year in self.years
            if year.outputs_only
        )


def diagnose(assessment: Assessment) -> Diagnosis | None:
    """Diagnose the plan of an application (evaluation of 2011, § 1.2); None: no plan, or no period asked for.

    Raises TypeError for anything but an Assessment.
    """
    if type(assessment) is not Assessment:
        raise TypeError(f"diagnose: assessment is a {type(assessment).__name__}; give the Assessment of assess")
    actions, period = assessment.application.actions, assessment.period
    if actions is None or period is None:
        return None
    return Diagnosis(
        elements=tuple(_element(element, actions) for element in assessment.selection.activities.elements),
        years=tuple(_years(assessment, actions)),
        undated=tuple(action.title for action in actions if action.starts_on is None or action.ends_before is None),
        progress=tuple(
            Progress(action=action.title, indicator=indicator, share=progress(indicator=indicator))
            for action in actions
            for indicator in action.indicators or ()
        ),
    )


def _element(element: Element, actions: tuple[Action, ...]) -> ElementDiagnosis:
    serving = tuple(action for action in actions if element.name in action.serves)
    budgets = [action.budget.cents for action in serving if action.budget is not None]
    return ElementDiagnosis(
        element=element,
        done=sum(1 for action in serving if action.status == "done"),
        committed=sum(1 for action in serving if action.status == "committed"),
        mix=_mix(serving),
        budget=Euro.from_cents(sum(budgets)),
        without_budget=len(serving) - len(budgets),
        partners=len({partner for action in serving for partner in action.partners or ()}),
    )


def _mix(actions: tuple[Action, ...]) -> Mix:
    levels = [indicator.level for action in actions for indicator in action.indicators or ()]
    return tuple((level, levels.count(level)) for level in LEVELS)


def _years(assessment: Assessment, actions: tuple[Action, ...]) -> Iterator[YearDiagnosis]:
    """Yield each year from the recognition to the end of the period asked for in which an action runs."""
    request, period = assessment.application.request, assessment.period
    last = 0 if period is None else period.last_year
    days = subsidy_years(
        recognised_on=request.recognised_on or request.starts_on,
        first_year=1,
        last_year=last,
        leap_day=assessment.application.assumptions.leap_day,
    )
    for age in range(1, last + 1):
        starts_on, ends_before = days[age - 1], days[age]
        running = tuple(action for action in actions if _runs(action, starts_on, ends_before))
        if running:
            yield YearDiagnosis(
                age=age, starts_on=starts_on, ends_before=ends_before, actions=len(running), mix=_mix(running)
            )


def _runs(action: Action, starts_on: date, ends_before: date) -> bool:
    if action.starts_on is None or action.ends_before is None:
        return False
    return action.starts_on < ends_before and starts_on < action.ends_before


def progress(*, indicator: Indicator) -> Fraction | None:
    """Return the share of the way from baseline to target that the value has come, exact and not bounded to 0 to 1."""
    baseline, target, value = indicator.baseline, indicator.target, indicator.value
    if baseline is None or target is None or value is None or target == baseline:
        return None
    return Fraction(value - baseline, target - baseline)
