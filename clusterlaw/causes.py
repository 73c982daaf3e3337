"""Why a subsidy year is not the same on two paths: the steps that differ in their own right, and what they bring.

A value is a cause if the rule that reads it, applied once more with the value of the other side, answers otherwise.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from attrs import evolve

from clusterlaw.assumptions import NAMES, Assumptions
from clusterlaw.finding import Bound, Step
from clusterlaw.path import FundingPath, FundingYear
from clusterlaw.recognition import SUBSIDY_YEARS, TEXT_OF_PERIOD
from clusterlaw.regime import Condition, Regime
from clusterlaw.rule import Rule
from clusterlaw.rules.conditions import APPLICABILITY, CONDITION, OPEN_AFTER_LAPSE, STILL_RECOGNISED
from clusterlaw.rules.costs import ADMITTED_COSTS
from clusterlaw.rules.subsidy import (
    APPLY_PERCENTAGE,
    OPERATIONS,
    RATE_OF_YEAR,
    capped,
    percentage_of,
)
from clusterlaw.sources import Citation, Source
from clusterlaw.values import frozen

Part = Literal["dates", "text", "costs", "status", "subsidy", "own_share"]
Paths = tuple[FundingPath, FundingPath]

PARTS: tuple[Part, ...] = ("dates", "text", "costs", "status", "subsidy", "own_share")


@frozen(kw_only=True)
class InputDifference:
    """An input of a rule that is not the same on both sides; `assumptions.rounding` names one of the assumptions."""

    name: str
    before: Any
    after: Any


@frozen(kw_only=True)
class StepDifference:
    """A step that differs: its rule, the step on each side (None: it has none), its inputs, and what it moves.

    `rests_on_before` and `rests_on_after` are what each side rests on there, as in a step.
    """

    rule: Rule
    before: Step | None
    after: Step | None
    inputs: tuple[InputDifference, ...]
    moves: tuple[Part, ...]
    rests_on_before: tuple[Source | str, ...]
    rests_on_after: tuple[Source | str, ...]

    @property
    def citations_before(self) -> tuple[Citation, ...]:
        """The provisions of the first side."""
        return _citations(self.rests_on_before)

    @property
    def citations_after(self) -> tuple[Citation, ...]:
        """The provisions of the second side."""
        return _citations(self.rests_on_after)


def causes_of_year(paths: Paths, number: int, parts: tuple[Part, ...]) -> tuple[StepDifference, ...]:
    """Return the steps of a year that differ in their own right and move one of the parts, in the order of the law.

    Where no value can be named, the first step that differs at all stands for the cause.
    """
    found: list[StepDifference] = []
    for sides in _ways(paths, number, parts):
        for cause in _causes_on_way(sides):
            if cause.moves:
                _add(found, cause)
    explained = {part for cause in found for part in cause.moves}
    rest = tuple(part for part in parts if part not in explained)
    first = [evolve(each, moves=rest) for each in _differing(paths, number, parts)][:1] if rest else []
    return (*found, *first)


def _add(found: list[StepDifference], cause: StepDifference) -> None:
    """Add a cause, or what it moves to the same one found on the way to the other bound."""
    # Looked for and not hashed: an input may be the whole law, whose hash costs more than all the rest.
    for place, known in enumerate(found):
        if known.rule is cause.rule and known.inputs == cause.inputs:
            moves = tuple(part for part in PARTS if part in known.moves or part in cause.moves)
            found[place] = evolve(known, moves=moves)
            return
    found.append(cause)


def consequences_of_year(paths: Paths, number: int, parts: tuple[Part, ...]) -> tuple[StepDifference, ...]:
    """Return the other steps of a year whose results differ: what the causes bring with them."""
    led = [(each.before, each.after) for each in causes_of_year(paths, number, parts)]
    return tuple(each for each in _differing(paths, number, parts) if (each.before, each.after) not in led)


def _citations(rests_on: tuple[Source | str, ...]) -> tuple[Citation, ...]:
    sources = [each for each in rests_on if not isinstance(each, str)]
    return tuple(dict.fromkeys(each for source in sources for each in (source.citation, *getattr(source, "also", ()))))


Inputs = Mapping[str, Any]
Key = tuple[str, str]
Pair = tuple[Step | None, Step | None]

# Inputs that are facts or readings of the dossier, and those that are parts of the text or follow from it alone.
_STATED = ("recognised_on", "leap_day", "lines", "partial_other_funding", "value", "prior_years", "assumptions")
_OF_TEXT = ("admission", "condition", "rates", "years_under_earlier_texts", "renews")
_CARRIED = {STILL_RECOGNISED.identifier: "lost", OPEN_AFTER_LAPSE.identifier: "lapsed"}
_NO_ANSWER = object()


class _Sides:
    """The steps of a year on both sides, by rule and condition, on the way to its least or its greatest subsidy."""

    def __init__(self, paths: Paths, number: int, parts: tuple[Part, ...], bound: Bound) -> None:
        self.paths, self.number, self.parts, self.bound = paths, number, parts, bound
        self.years = tuple(path.years[number - 1] for path in paths)
        self.steps = tuple(
            {_key(step): step for step in year.steps if step.bound in ("exact", bound)} for year in self.years
        )
        self.keys = tuple(dict.fromkeys((*self.steps[0], *self.steps[1])))
        texts: tuple[Regime, ...] = tuple(year.regime for year in self.years)
        self.other_label = len({_label(text) for text in texts}) > 1
        self.other_text = len({_text(text) for text in texts}) > 1

    def pair(self, rule: Rule, name: str = "") -> Pair:
        """Return the step of a rule on each side."""
        return self.steps[0].get((rule.identifier, name)), self.steps[1].get((rule.identifier, name))

    @property
    def figures(self) -> tuple[Part, ...]:
        """The parts that differ and that all but the costs can move: the own share only through the subsidy."""
        figures: tuple[Part, ...] = ("status", "subsidy", "own_share") if "subsidy" in self.parts else ("status",)
        return self.moved(*figures)

    def moved(self, *parts: Part) -> tuple[Part, ...]:
        """Return those of the parts that differ."""
        return tuple(part for part in self.parts if part in parts)


def _ways(paths: Paths, number: int, parts: tuple[Part, ...]) -> tuple[_Sides, ...]:
    years = [path.years[number - 1] for path in paths]
    exact = all(year.least_stages is year.greatest_stages for year in years)
    bounds: tuple[Bound, ...] = ("exact",) if exact else ("least", "greatest")
    return tuple(_Sides(paths, number, parts, bound) for bound in bounds)


def _key(step: Step) -> Key:
    named = step.rule is CONDITION or step.rule is APPLICABILITY
    return step.rule.identifier, str(step.inputs["condition"].name) if named else ""


def _text(regime: Regime) -> tuple[str, int]:
    return regime.identifier, regime.recognition_years.value


def _value(rule: Rule, result: Any) -> Any:
    """Return what counts of a rule's result: a percentage whatever its source, a text whatever its name."""
    if rule is RATE_OF_YEAR:
        return result.percentage
    return _text(result) if rule is TEXT_OF_PERIOD else result


def _answer(rule: Rule, inputs: Inputs) -> Any:
    """Apply a rule to inputs of both sides; those that never go together have no answer."""
    try:
        return _value(rule, rule.function(**inputs))
    except ValueError:
        return _NO_ANSWER


def _deciding(apply: Callable[[Inputs], Any], before: Inputs, after: Inputs, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the names whose value of the other side, alone or else together, moves the result of one side."""
    differing = tuple(name for name in names if before[name] != after[name])
    results = apply(before), apply(after)

    def moves(*chosen: str) -> bool:
        forth = {**before, **{name: after[name] for name in chosen}}
        back = {**after, **{name: before[name] for name in chosen}}
        return apply(forth) not in (results[0], _NO_ANSWER) or apply(back) not in (results[1], _NO_ANSWER)

    alone = tuple(name for name in differing if moves(name))
    return alone or (differing if moves(*differing) else ())


def _own_inputs(sides: _Sides, pair: Pair) -> tuple[str, ...]:
    """Return the inputs of a step, on both sides, that differ in their own right and move its result."""
    before, after = pair
    if before is None or after is None:
        return ()
    rule = before.rule
    names = [name for name in rule.parameters if _is_own(sides, name)]
    return _deciding(lambda inputs: _answer(rule, inputs), before.inputs, after.inputs, names)


def _is_own(sides: _Sides, name: str) -> bool:
    if name == "reading":
        # Where several are possible, a step shows the one that leads to its bound: that one is nobody's choice.
        chosen = {year.within.dossier.assumptions.seniority_after_2024 for year in sides.years}
        possible = {year.regime.seniority.value for year in sides.years}
        return len(chosen) > 1 or (len(possible) > 1 and not sides.other_text)
    return name in _STATED or (name in _OF_TEXT and not sides.other_text)


def _causes_on_way(sides: _Sides) -> Iterator[StepDifference]:
    dates = _own_inputs(sides, sides.pair(SUBSIDY_YEARS))
    deciding = () if any(year.reasons for year in sides.years) else _deciding_amounts(sides)
    yield from _causes_of_text(sides, dates, deciding)
    yield from _causes_of_standing(sides)
    if "band" in deciding:
        yield from _cause(sides, sides.pair(RATE_OF_YEAR), _own_inputs(sides, sides.pair(RATE_OF_YEAR)), *sides.figures)
    yield from _causes_of_costs(sides, deciding)
    yield from _causes_in_operations(sides, deciding)


def _causes_of_text(sides: _Sides, dates: tuple[str, ...], deciding: tuple[str, ...]) -> Iterator[StepDifference]:
    """Yield the dates, which may have brought another text, and the text where they did not."""
    figures = sides.figures if sides.other_text and _text_decides(sides, deciding) else ()
    before, after = pair = sides.pair(TEXT_OF_PERIOD)
    by_dates = dates and before and after and _label_on(before, after) == _label(before.result)
    brought: tuple[Part, ...] = ("text", *figures) if by_dates and sides.other_label else ()
    if dates:
        yield from _cause(sides, sides.pair(SUBSIDY_YEARS), dates, "dates", *brought)
    if sides.other_label and not brought:
        yield from _cause(sides, pair, TEXT_OF_PERIOD.parameters, "text", *figures)


def _label(regime: Regime) -> Any:
    return regime.version, regime.label, regime.recognition_years.value


def _label_on(before: Step, after: Step) -> Any:
    """Return the text that the second side's versions of the law give on the first side's day."""
    try:
        return _label(TEXT_OF_PERIOD.function(**{**after.inputs, "starts_on": before.inputs["starts_on"]}))
    except ValueError:
        return _NO_ANSWER


def _text_decides(sides: _Sides, deciding: tuple[str, ...]) -> bool:
    """Whether what another text brings can move the figures: its conditions, or what it does with the costs."""
    if "status" in sides.parts or {"band", "operations", "ceiling_cents"} & set(deciding):
        return True
    if len({year.doubts for year in sides.years}) > 1:
        return True
    before, after = sides.pair(ADMITTED_COSTS)
    return bool(
        "cents" in deciding
        and before
        and after
        and _deciding(lambda inputs: _answer(ADMITTED_COSTS, inputs), before.inputs, after.inputs, ("admission",))
    )


def _causes_of_standing(sides: _Sides) -> Iterator[StepDifference]:
    """Yield what earlier periods left, with what made them leave it, and the conditions of the period itself."""
    for key in sides.keys:
        if key[0] in _CARRIED:
            yield from _causes_carried(sides, key)
    yield from _causes_of_conditions(sides)


def _causes_carried(sides: _Sides, key: Key) -> Iterator[StepDifference]:
    before, after = (steps.get(key) for steps in sides.steps)
    open_before, open_after = (step is None or step.result for step in (before, after))
    if open_before == open_after:
        return
    name = _CARRIED[key[0]]
    left = [False if step is None else step.inputs[name] for step in (before, after)]
    found = [InputDifference(name=name, before=left[0], after=left[1])] if left[0] != left[1] else []
    if before and after and before.inputs.get("reading") != after.inputs.get("reading"):
        readings = (before.inputs["reading"], after.inputs["reading"])
        found.append(InputDifference(name="reading", before=readings[0], after=readings[1]))
    yield _step_difference((before, after), tuple(found), sides.figures)
    for number in range(1, sides.number):
        yield from _causes_of_conditions(_Sides(sides.paths, number, sides.parts, sides.bound))


def _causes_of_conditions(sides: _Sides) -> Iterator[StepDifference]:
    for identifier, name in sides.keys:
        if identifier != CONDITION.identifier:
            continue
        before, after = pair = sides.pair(CONDITION, name)
        if before and after:
            yield from _cause(sides, pair, _own_inputs(sides, pair), *sides.figures)
        elif not sides.other_text and not (before or after).result:  # type: ignore[union-attr]
            applies = _applicabilities(sides, pair)
            own = _own_inputs(sides, applies)
            yield from (
                _cause(sides, applies, own, *sides.figures)
                if own
                else _cause(sides, pair, ("condition",), *sides.figures)
            )


def _applicabilities(sides: _Sides, pair: Pair) -> Pair:
    """Return the steps that tell whether a condition applies, also on the side where it does not."""
    found: list[Step | None] = []
    known = next(step.inputs["condition"] for step in pair if step)
    for year in sides.years:
        same = [each for each in year.regime.conditions if _place(each) == _place(known)]
        found.append(_applicability(year, same[0]) if same else None)
    return found[0], found[1]


def _place(condition: Condition) -> tuple[Any, ...]:
    return condition.name, condition.first_period, condition.last_period


def _applicability(year: FundingYear, condition: Condition) -> Step:
    dossier, within = year.within.dossier, year.within
    arguments = (condition, within.period, within.renews, dossier.prior_subsidy_years or 0, dossier.assumptions)
    result = APPLICABILITY.function(**dict(zip(APPLICABILITY.parameters, arguments, strict=True)))
    return Step(APPLICABILITY, arguments, result, (condition, *filter(None, (condition.assumption,))))


def _causes_of_costs(sides: _Sides, deciding: tuple[str, ...]) -> Iterator[StepDifference]:
    """Yield the costs: those admitted move the subsidy; all of them, less what others pay, the own share."""
    pair = sides.pair(ADMITTED_COSTS)
    own = _own_inputs(sides, pair) if "cents" in deciding else ()
    moved: list[Part] = [*sides.figures] if own else []
    if "costs" in sides.parts:
        own = own if "lines" in own else ("lines", *own)
        moved += ["costs", "own_share"]
    yield from _cause(sides, pair, own, *moved)


def _deciding_amounts(sides: _Sides) -> tuple[str, ...]:
    before, after = (_amount_inputs(year, sides.bound) for year in sides.years)
    return _deciding(_amount, before, after, before)


def _amount_inputs(year: FundingYear, bound: Bound) -> dict[str, Any]:
    least = bound == "least"
    ceiling = None if year.ceiling is None else year.ceiling.cents
    return {
        "cents": (year.least_stages if least else year.greatest_stages)[0],
        "band": year.bands[0 if least else -1],
        "operations": year.regime.operations.value,
        "ceiling_cents": (ceiling or 0) if least else ceiling,
        "rounding": year.within.dossier.assumptions.rounding,
    }


def _amount(inputs: Inputs) -> int | None:
    """Apply the operations of a text in their order: what a path does, here on inputs of both sides."""
    cents: int | None = inputs["cents"]
    for operation in inputs["operations"]:
        if operation == "apply_percentage":
            cents = percentage_of(cents=cents, band=inputs["band"], rounding=inputs["rounding"])
        else:
            cents = capped(cents=cents, ceiling_cents=inputs["ceiling_cents"])
    return cents


def _causes_in_operations(sides: _Sides, deciding: tuple[str, ...]) -> Iterator[StepDifference]:
    """Yield the order of the operations, the ceiling, the rounding, each at the first operation that reads it."""
    one, other = sides.years
    stated = one.regime.ceiling.amount is None and other.regime.ceiling.amount is None
    orders = (one.regime.operations, other.regime.operations)
    if "operations" in deciding and not sides.other_text:
        found = _in_operations(sides, "operations", orders[0].value, orders[1].value)
        yield evolve(found, rests_on_before=(orders[0],), rests_on_after=(orders[1],))
    if "ceiling_cents" in deciding and (stated or not sides.other_text):
        ceilings = [None if year.ceiling is None else year.ceiling.cents for year in sides.years]
        yield _in_operations(sides, "ceiling_cents", *ceilings)
    if "rounding" in deciding:
        yield _in_operations(sides, "rounding", *(year.within.dossier.assumptions.rounding for year in sides.years))


def _in_operations(sides: _Sides, name: str, before: Any, after: Any) -> StepDifference:
    pair = []
    for year, steps in zip(sides.years, sides.steps, strict=True):
        rules = [OPERATIONS[operation] for operation in year.regime.operations.value]
        read_by = [rule for rule in rules if (rule is APPLY_PERCENTAGE) is (name == "rounding")]
        pair.append(steps[(read_by or rules)[0].identifier, ""])
    differs = InputDifference(name=name, before=before, after=after)
    return _step_difference((pair[0], pair[1]), (differs,), sides.figures)


def _cause(sides: _Sides, pair: Pair, names: tuple[str, ...], *moved: Part) -> Iterator[StepDifference]:
    """Yield the difference of a step in the inputs named; nothing where they are the same."""
    inputs = tuple(_input_differences(pair, names))
    if inputs:
        yield _step_difference(pair, inputs, sides.moved(*moved))


def _input_differences(pair: Pair, names: Iterable[str]) -> Iterator[InputDifference]:
    before, after = ({} if step is None else step.inputs for step in pair)
    for name in names:
        one, other = before.get(name), after.get(name)
        if isinstance(one, Assumptions) and isinstance(other, Assumptions):
            yield from _assumptions_that_differ(pair, one, other)
        elif one != other:
            yield InputDifference(name=name, before=one, after=other)


def _assumptions_that_differ(pair: Pair, before: Assumptions, after: Assumptions) -> Iterator[InputDifference]:
    """Yield the assumptions that move the result of the step."""
    for name in NAMES:
        one, other = getattr(before, name), getattr(after, name)
        step = pair[0]
        if one != other and step is not None:
            swapped = {**step.inputs, "assumptions": evolve(before, **{name: other})}
            if _answer(step.rule, swapped) != _value(step.rule, step.result):
                yield InputDifference(name=f"assumptions.{name}", before=one, after=other)


def _step_difference(pair: Pair, inputs: tuple[InputDifference, ...], moves: tuple[Part, ...]) -> StepDifference:
    before, after = pair
    rule = next(step.rule for step in pair if step)
    return StepDifference(
        rule=rule,
        before=before,
        after=after,
        inputs=inputs,
        moves=moves,
        rests_on_before=() if before is None else before.rests_on,
        rests_on_after=() if after is None else after.rests_on,
    )


def _differing(paths: Paths, number: int, parts: tuple[Part, ...]) -> tuple[StepDifference, ...]:
    """Return every step whose result differs, or that one side lacks, in the order of the law."""
    found: list[StepDifference] = []
    for sides in _ways(paths, number, parts):
        for key in sides.keys:
            before, after = pair = sides.steps[0].get(key), sides.steps[1].get(key)
            rule = next(step.rule for step in pair if step)
            values = [None if step is None else (_value(rule, step.result),) for step in (before, after)]
            if values[0] != values[1]:
                each = _step_difference(pair, tuple(_input_differences(pair, rule.parameters)), ())
                found += [] if each in found else [each]
    return tuple(found)
