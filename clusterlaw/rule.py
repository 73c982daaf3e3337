"""A rule of the catalogue: a stable identifier and the plain function that decides."""

from collections.abc import Callable
from typing import Any

from clusterlaw.sources import Label
from clusterlaw.values import frozen


@frozen(kw_only=True)
class Rule:
    """A rule of the catalogue: a stable identifier, the plain function that decides, and the articles it reads.

    `parameters` are the names of the function's keyword arguments, in the order of a step's `arguments`; `reads`
    names the part of a regime that holds its citation.
    """

    identifier: str
    label: Label
    function: Callable[..., Any]
    parameters: tuple[str, ...]
    reads: str
