"""What-ifs: a reform is a regime changed by one expression, and nobody's law.

Each function takes a regime and returns `attrs.evolve` of it. What it changed carries `Basis.REFORM` and the provision
that it changes; everything that works on a regime works on a reform.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from attrs import evolve

from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.money import Euro, Percentage, RoundingName
from clusterlaw.regime import Ceiling, Indexation, RateBand, Regime
from clusterlaw.sources import Basis, Citation, Label
from clusterlaw.values import frozen


@frozen(kw_only=True)
class Reform:
    """A what-if of the catalogue: its name, what it asks, the texts it is meant for, and the function that makes it.

    `parameters` are the names of the function's keyword arguments; none has a default here: the caller says them.
    """

    name: str
    label: Label
    texts: tuple[str, ...]
    function: Callable[..., Regime]
    parameters: tuple[str, ...]

    def of(self, regimes: tuple[Regime, ...], **arguments: Any) -> tuple[Regime, ...]:
        """Return the versions of the law, those that the reform is meant for changed by it.

        Raises TypeError unless every parameter is given.
        """
        if set(arguments) != set(self.parameters):
            raise TypeError(f"{self.name}: arguments are {sorted(arguments)}; give {', '.join(self.parameters)}")
        return tuple(
            self.function(regime, **arguments) if regime.identifier in self.texts else regime for regime in regimes
        )


def subsidy_ceiling(regime: Regime, *, amount: Euro | None = None) -> Regime:
    """Return the regime with its yearly ceiling on the subsidy instead of on the costs: the same amount, or another."""
    operations = evolve(
        regime.operations,
        value=("apply_percentage", "cap_subsidy"),
        basis=Basis.REFORM,
        assumption=None,
    )
    ceiling = evolve(regime.ceiling, **_REFORMED)
    if amount is not None:
        ceiling = evolve(ceiling, amount=_amount("subsidy_ceiling", amount), by_year=None, scope_assumption=None)
    return _reformed(regime, _SUBSIDY_CEILING, operations=operations, ceiling=ceiling)


def indexed_ceiling(regime: Regime, *, percentage: Percentage, rounding: RoundingName) -> Regime:
    """Return the regime with its ceiling raised by a percentage each subsidy year, compounded from year 1.

    Raises ValueError where the Government sets the ceiling: there is no amount to index.
    """
    _instance("indexed_ceiling", "percentage", percentage, Percentage)
    if rounding not in ("half_up", "down"):
        raise ValueError(f"indexed_ceiling: rounding is {rounding!r}; choose half_up or down")
    index = Indexation(percentage=percentage, rounding=rounding, citation=regime.ceiling.citation, basis=Basis.REFORM)
    return _reformed(regime, _INDEXED_CEILING, ceiling=_moving(regime, "indexed_ceiling", by_year=index))


def scheduled_ceiling(regime: Regime, *, amounts: tuple[Euro, ...]) -> Regime:
    """Return the regime with the ceilings of subsidy years 1, 2 and so on; the last one goes on.

    Raises TypeError or ValueError unless given a tuple of at least one amount.
    """
    _several("scheduled_ceiling", "amounts", amounts)
    found = tuple(_amount("scheduled_ceiling", amount) for amount in amounts)
    ceiling = evolve(regime.ceiling, amount=found[0])
    reform = evolve(regime, ceiling=ceiling)
    return _reformed(reform, _SCHEDULED_CEILING, ceiling=_moving(reform, "scheduled_ceiling", by_year=found))


def percentages_of_2024(regime: Regime) -> Regime:
    """Return the regime with the percentages of the text of 2024: 90, 75 and 60 % in bands of four years."""
    place = _place_of_rates(regime)
    rates = tuple(evolve(band, citation=place, basis=Basis.REFORM, also=(band.citation,)) for band in REGIME_2024.rates)
    return _reformed(regime, _PERCENTAGES_OF_2024, rates=rates)


def no_degressivity(regime: Regime, *, percentage: Percentage) -> Regime:
    """Return the regime with one percentage for every year."""
    _instance("no_degressivity", "percentage", percentage, Percentage)
    return _reformed(regime, _NO_DEGRESSIVITY, rates=_rates(regime, (percentage,)))


def linear_degressivity(regime: Regime, *, first: Percentage, last: Percentage, years: int) -> Regime:
    """Return the regime with percentages that go in equal steps from `first` in year 1 to `last` in year `years`.

    Each is an exact fraction, counted from year 1; the last one goes on. Raises ValueError for fewer than 2 years.
    """
    _instance("linear_degressivity", "first", first, Percentage)
    _instance("linear_degressivity", "last", last, Percentage)
    _instance("linear_degressivity", "years", years, int)
    if not 2 <= years <= _LONGEST:
        raise ValueError(f"linear_degressivity: years is {years}; give 2 to {_LONGEST}")
    begin, end = first.fraction, last.fraction
    shares = [begin + (end - begin) * place / (years - 1) for place in range(years)]
    percentages = tuple(Percentage.of(share.numerator, share.denominator) for share in shares)
    return _reformed(regime, _LINEAR_DEGRESSIVITY, rates=_rates(regime, percentages))


def scheduled_percentages(regime: Regime, *, percentages: tuple[Percentage, ...]) -> Regime:
    """Return the regime with the percentages of ranks 1, 2 and so on; the last one goes on.

    Raises TypeError or ValueError unless given a tuple of at least one percentage.
    """
    _several("scheduled_percentages", "percentages", percentages)
    for percentage in percentages:
        _instance("scheduled_percentages", "percentages", percentage, Percentage)
    return _reformed(regime, _SCHEDULED_PERCENTAGES, rates=_rates(regime, percentages))


_LONGEST = 50
_REFORMED: dict[str, Any] = {"basis": Basis.REFORM}
_AND_IF = Label(fr=", et si : ", en=", what if: ")
_THEN = Label(fr=" ; ", en="; ")


def _reformed(regime: Regime, reform: Reform, **parts: Any) -> Regime:
    join = _THEN if regime.reforms else _AND_IF
    label = Label(
        fr=f"{regime.label.fr}{join.fr}{reform.label.fr}",
        en=f"{regime.label.en}{join.en}{reform.label.en}",
    )
    return evolve(regime, label=label, reforms=(*regime.reforms, reform.name), **parts)


def _moving(regime: Regime, name: str, *, by_year: tuple[Euro, ...] | Indexation) -> Ceiling:
    ceiling = regime.ceiling
    if ceiling.amount is None:
        raise ValueError(f"{name}: the ceiling of the {regime.label.en} is the Government's; give a regime with one")
    # That it is not indexed is assumed of a text that says nothing, not of this one.
    kept = tuple(each for each in ceiling.assumptions if each != "ceiling_indexation")
    return evolve(ceiling, by_year=by_year, assumptions=kept, **_REFORMED)


def _place_of_rates(regime: Regime) -> Citation:
    """Return the provision that states the percentages, of which each band is an item."""
    return evolve(regime.rates[0].citation, item=None)


def _rates(regime: Regime, percentages: tuple[Percentage, ...]) -> tuple[RateBand, ...]:
    """Return the bands of percentages by rank, those in a row that are equal as one; the last has no end."""
    starts = [1, *(rank for rank, (one, next_) in enumerate(pairwise(percentages), start=2) if one != next_)]
    place = _place_of_rates(regime)
    return tuple(
        RateBand(
            first_rank=start,
            last_rank=None if following is None else following - 1,
            percentage=percentages[start - 1],
            citation=place,
            basis=Basis.REFORM,
        )
        for start, following in zip(starts, [*starts[1:], None], strict=True)
    )


def _instance(name: str, parameter: str, value: object, kind: type) -> None:
    if type(value) is not kind:
        raise TypeError(f"{name}: {parameter} is {value!r}, a {type(value).__name__}; give {kind.__name__}")


def _amount(name: str, value: Euro) -> Euro:
    _instance(name, "amount", value, Euro)
    if value.cents < 0:
        raise ValueError(f"{name}: {value} is below zero; give a ceiling of 0 or more")
    return value


def _several(name: str, parameter: str, values: object) -> None:
    if type(values) is not tuple:
        raise TypeError(f"{name}: {parameter} is a {type(values).__name__}; give a tuple")
    if not 1 <= len(values) <= _LONGEST:
        raise ValueError(f"{name}: {parameter} has {len(values)} entries; give 1 to {_LONGEST}")


_OF_2007 = ("2007",)
_OF_ALL = ("2007", "2024", "2025")

_SUBSIDY_CEILING = Reform(
    name="subsidy_ceiling",
    label=Label(fr="plafond sur la subvention", en="ceiling on the subsidy"),
    texts=_OF_2007,
    function=subsidy_ceiling,
    parameters=("amount",),
)
_INDEXED_CEILING = Reform(
    name="indexed_ceiling",
    label=Label(fr="plafond indexé", en="indexed ceiling"),
    texts=_OF_2007,
    function=indexed_ceiling,
    parameters=("percentage", "rounding"),
)
_SCHEDULED_CEILING = Reform(
    name="scheduled_ceiling",
    label=Label(fr="plafond fixé par année", en="ceiling set by year"),
    texts=_OF_2007,
    function=scheduled_ceiling,
    parameters=("amounts",),
)
_PERCENTAGES_OF_2024 = Reform(
    name="percentages_of_2024",
    label=Label(fr="pourcentages de 2024", en="percentages of 2024"),
    texts=_OF_2007,
    function=percentages_of_2024,
    parameters=(),
)
_NO_DEGRESSIVITY = Reform(
    name="no_degressivity",
    label=Label(fr="sans dégressivité", en="no degressivity"),
    texts=_OF_ALL,
    function=no_degressivity,
    parameters=("percentage",),
)
_LINEAR_DEGRESSIVITY = Reform(
    name="linear_degressivity",
    label=Label(fr="dégressivité linéaire", en="linear degressivity"),
    texts=_OF_ALL,
    function=linear_degressivity,
    parameters=("first", "last", "years"),
)
_SCHEDULED_PERCENTAGES = Reform(
    name="scheduled_percentages",
    label=Label(fr="pourcentages fixés par année", en="percentages set by year"),
    texts=_OF_ALL,
    function=scheduled_percentages,
    parameters=("percentages",),
)
REFORMS: tuple[Reform, ...] = (
    _SUBSIDY_CEILING,
    _INDEXED_CEILING,
    _SCHEDULED_CEILING,
    _PERCENTAGES_OF_2024,
    _NO_DEGRESSIVITY,
    _LINEAR_DEGRESSIVITY,
    _SCHEDULED_PERCENTAGES,
)
