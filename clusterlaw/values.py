"""`frozen`: `attrs.frozen` whose comparison, hash and representation are three shared functions.

attrs compiles these methods anew for each class; shared, a class costs a third of the import time. What it makes are
attrs classes all the same: `attrs.fields`, `attrs.evolve` and `attrs.asdict` work on them.
"""

from typing import TYPE_CHECKING, Any

import attrs

__all__ = ["frozen"]

if TYPE_CHECKING:
    from attrs import frozen
else:

    def frozen(maybe_class=None, *, kw_only=False, init=True):
        """Make a class frozen and slotted, compared and hashed by its fields."""

        def make(cls):
            cls.__eq__ = _equal
            cls.__hash__ = _hash
            if "__repr__" not in vars(cls):
                cls.__repr__ = _representation
            return attrs.frozen(cls, eq=False, repr=False, kw_only=kw_only, init=init)

        return make if maybe_class is None else make(maybe_class)


def _values(instance: Any) -> tuple[Any, ...]:
    return tuple(getattr(instance, attribute.name) for attribute in type(instance).__attrs_attrs__)


def _equal(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self is other or _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash((type(self), *_values(self)))


def _representation(self: Any) -> str:
    shown = (
        f"{attribute.name}={getattr(self, attribute.name)!r}"
        for attribute in type(self).__attrs_attrs__
        if attribute.repr
    )
    return f"{type(self).__qualname__}({', '.join(shown)})"
