"""Findings: what was decided, why, and how sure it is; and the steps that it rests on."""

from typing import Any, Generic, Literal, TypeVar

from clusterlaw.regime import Affects
from clusterlaw.rule import Rule
from clusterlaw.sources import Citation, Source
from clusterlaw.values import frozen

T = TypeVar("T")
Bound = Literal["exact", "least", "greatest"]


@frozen(init=False)
class Step:
    """One application of a rule: its arguments, its result, and what it rests on.

    `rests_on` holds parts of a regime, each with its citation, and the names of assumptions. `bound` says whether the
    step leads to the exact amount or, where facts are missing, to the least or the greatest.
    """

    rule: Rule
    arguments: tuple[Any, ...]
    result: Any
    rests_on: tuple[Source | str, ...]
    bound: Bound

    def __init__(
        self,
        rule: Rule,
        arguments: tuple[Any, ...],
        result: Any,
        rests_on: tuple[Source | str, ...],
        bound: Bound = "exact",
    ) -> None:
        # Through the slots themselves: a path has dozens of steps, and they would cost half as much again.
        _set_rule(self, rule)
        _set_arguments(self, arguments)
        _set_result(self, result)
        _set_rests_on(self, rests_on)
        _set_bound(self, bound)

    @property
    def inputs(self) -> dict[str, Any]:
        """The arguments by name."""
        return dict(zip(self.rule.parameters, self.arguments, strict=True))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The parts of a regime that it rests on."""
        return tuple(each for each in self.rests_on if not isinstance(each, str))

    @property
    def assumptions(self) -> tuple[str, ...]:
        """The names of the assumptions that it rests on."""
        return tuple(each for each in self.rests_on if isinstance(each, str))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The provisions of the sources, in their order, with those that they are read with."""
        return tuple(each for source in self.sources for each in (source.citation, *getattr(source, "also", ())))

    @property
    def questions(self) -> tuple[str, ...]:
        """The names of the open questions that the sources pass over."""
        return tuple(name for source in self.sources for name in getattr(source, "questions", ()))

    def replay(self) -> Any:
        """Apply the rule to the inputs once more; the answer equals `result`."""
        return self.rule.function(**self.inputs)


_set_rule, _set_arguments, _set_result, _set_rests_on, _set_bound = (
    vars(Step)[name].__set__ for name in ("rule", "arguments", "result", "rests_on", "bound")
)


@frozen(kw_only=True)
class Reason:
    """A condition that certainly fails, what falls with it, and the provision that asks for it."""

    condition: str
    affects: Affects
    citation: Citation


@frozen(kw_only=True)
class Determined(Generic[T]):
    """The facts stated settle the answer."""

    value: T
    steps: tuple[Step, ...] = ()


@frozen(kw_only=True)
class Undetermined(Generic[T]):
    """The answer lies between `least` and `greatest` (None: no bound); `missing` names what would settle it."""

    least: T
    greatest: T | None
    missing: tuple[str, ...]
    steps: tuple[Step, ...] = ()


@frozen(kw_only=True)
class Refused:
    """A condition certainly fails."""

    reasons: tuple[Reason, ...]
    steps: tuple[Step, ...] = ()
