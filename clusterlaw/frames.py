"""The yearly funding rule (art. 3) on the columns of a dataframe, a subsidy year in each row, exact in integer cents.

Polars, pandas, PyArrow, DuckDB and PySpark, through narwhals (extra `frames`). The columns are built from the same
regime as the scalar rule: its percentages, ceiling, operations in their order and conditions, enacted or reformed.
A null is a fact that is not stated: it gives bounds, never zero. Lazy frames stay lazy.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial, reduce
from itertools import pairwise
from math import lcm
from operator import add, and_, or_
from typing import Any, Literal, cast

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrameT

from clusterlaw.amounts import reads_a_ceiling
from clusterlaw.assumptions import Assumptions, SeniorityReading
from clusterlaw.checks import GREATEST_AMOUNT
from clusterlaw.dossier import LEGAL_FORMS
from clusterlaw.path import LONGEST
from clusterlaw.regime import Condition, Indexation, Operation, RateBand, Regime
from clusterlaw.rules.conditions import CONDITION
from clusterlaw.rules.subsidy import OPERATIONS, ceiling_of_year, rate_of_year
from clusterlaw.values import frozen

OUTPUTS = (
    "admitted_costs_cents",
    "capped_costs_cents",
    "percentage_numerator",
    "percentage_denominator",
    "subsidy_cents",
    "subsidy_at_least_cents",
    "subsidy_at_most_cents",
    "status",
    "rules",
    "reason",
    "citations",
)
ENGINES = ("polars", "pandas", "pyarrow", "duckdb", "pyspark")

MOST_CENTS = GREATEST_AMOUNT.cents
MOST_YEARS = 9_999
MOST_COST_COLUMNS = 1_000
INT64 = 2**63 - 1
MOST_PARTS = 2**31  # of which a percentage is a number: squared, they still fit

_OWN = "_clusterlaw_"
_BITS = {nw.Int8: 7, nw.Int16: 15, nw.Int32: 31, nw.Int64: 63, nw.UInt8: 8, nw.UInt16: 16, nw.UInt32: 32}
_UNSIGNED = (nw.UInt8, nw.UInt16, nw.UInt32)
_READ_BY = {
    "counts_from_first_subsidy": ("year", "prior_subsidy_years"),
    "counts_from_first_recognition": ("year",),
    "restarts": ("year", "years_under_earlier_texts"),
}
_PRIOR = "prior_subsidy_years"
_OPTIONAL = (_PRIOR, "years_under_earlier_texts")
_NUMBER = "period_number"  # the fact of a condition that reads the column `period`
_RANKED = ("rank", "year", *_OPTIONAL)
_DEFAULTS = Assumptions()
_Reach = Literal["onwards", "down to the first"]
_Output = tuple[nw.Expr, "nw.Expr | None"]


def yearly_subsidies(
    frame: IntoFrameT,
    *,
    regime: Regime,
    costs: str | Sequence[str] = (),
    other_public_funding: str | Sequence[str] = (),
    presumed: str | Collection[str] = (),
    assumptions: Assumptions = _DEFAULTS,
    outputs: str | Sequence[str] = OUTPUTS,
) -> IntoFrameT:
    """Return the frame with the subsidy of each row, a subsidy year under the text `regime` (art. 3).

    It reads the columns `year` with `prior_subsidy_years` and `years_under_earlier_texts` where there are such, or
    `rank`; `admitted_costs_cents`, or the admitted `costs` less `other_public_funding` (a column for all of them, or
    one for each); `subsidy_ceiling_cents` where the Government sets it; `refused`, where there is such, for what
    earlier periods left; and the facts of the text's conditions, but for those that are `presumed` to hold.

    Raises TypeError or ValueError for what is wrong with the frame or the columns, all of it together. A row that is
    out of range gets the status `invalid`, its reason the names of the columns.
    """
    for name, value, kind in (("regime", regime, Regime), ("assumptions", assumptions, Assumptions)):
        if type(value) is not kind:
            raise TypeError(f"yearly_subsidies: {name} is a {type(value).__name__}; give a {kind.__name__}")
    named = [_names(each) for each in (costs, other_public_funding, presumed, outputs)]
    asked = _Asked(regime, assumptions, *named)
    given: Any = nw.from_native(frame, pass_through=True)
    if not isinstance(given, (nw.DataFrame, nw.LazyFrame)) or given.implementation.value not in ENGINES:
        raise TypeError(
            f"yearly_subsidies: {type(frame).__name__} is not a dataframe of {', '.join(ENGINES)}; give one of these"
        )
    _check(given, asked)
    streamed = isinstance(given, nw.DataFrame) and given.implementation.is_polars()
    sheet = _Sheet(given.lazy() if streamed else given, asked, maybe_null=_with_nulls(given, asked))
    findings = _Findings(sheet).outputs()
    found = sheet.finished(findings)
    if streamed:  # an eager Polars frame goes through the streaming engine: shared work is done once, on all cores
        columns = found.select(*findings).collect(engine="streaming").iter_columns() if findings else ()
        found = given.with_columns(*columns)
    return cast("IntoFrameT", found.to_native())


def _names(columns: str | Collection[str]) -> tuple[str, ...]:
    return (columns,) if isinstance(columns, str) else tuple(columns)


@frozen
class _Kind:
    """What a column of facts may hold: its types, the name of such values in pandas, its type here, and a remedy."""

    dtypes: tuple[Any, ...]
    in_pandas: str
    dtype: Any
    remedy: str


_KINDS = {
    "whole numbers": _Kind(
        tuple(_BITS),
        "integer",
        nw.Int64,
        "money and years are exact: give int64 (pandas: Int64) or a smaller integer, money in cents",
    ),
    "booleans": _Kind((nw.Boolean,), "boolean", nw.Boolean, "give booleans (pandas: boolean), null where not stated"),
    "texts": _Kind((nw.String,), "string", nw.String, "give texts, null where it is not stated"),
}


@frozen
class _Asked:
    """What is asked of a frame, and the names of the columns that it takes."""

    regime: Regime
    assumptions: Assumptions
    costs: tuple[str, ...]
    other: tuple[str, ...]
    presumed: tuple[str, ...]
    outputs: tuple[str, ...]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that are read, not presumed."""
        return tuple(each for each in self.regime.conditions if each.fact not in self.presumed)

    @property
    def readings(self) -> tuple[SeniorityReading, ...]:
        """The possible readings of the rank: the text's own, the one chosen, or all."""
        seniority = self.regime.seniority
        chosen = seniority.assumption and getattr(self.assumptions, seniority.assumption)
        return (chosen,) if chosen else seniority.value

    @property
    def amounts(self) -> tuple[str, ...]:
        """The columns that hold cents."""
        stated = reads_a_ceiling(self.regime) and self.regime.ceiling.amount is None
        return (*(self.costs or ("admitted_costs_cents",)), *self.other, *(["subsidy_ceiling_cents"] if stated else []))

    @property
    def moves(self) -> bool:
        """Whether the ceiling is another in another year."""
        return reads_a_ceiling(self.regime) and self.regime.ceiling.by_year is not None

    def years(self, given: Collection[str]) -> tuple[str, ...]:
        """Return the columns of whole years and of numbers of periods; optional ones where they are there."""
        read = ["rank"] if "rank" in given else [name for each in self.readings for name in _READ_BY[each]]
        read += ["year"] if self.moves else []
        for each in self.conditions:
            if each.first_period > 1 or each.last_period is not None or each.fact == _NUMBER:
                read.append("period")
            if each.beyond_year is not None:
                read.append("year")
                if self.assumptions.sixth_year_counting == "with_prior_years":
                    read.append("prior_subsidy_years")
        return tuple(name for name in dict.fromkeys(read) if name not in _OPTIONAL or name in given)

    def booleans(self, given: Collection[str]) -> tuple[str, ...]:
        """Return the columns that hold true, false or null."""
        facts = [each.fact for each in self.conditions if _is_boolean(each)]
        return tuple(dict.fromkeys([*facts, *(["refused"] if "refused" in given else [])]))

    @property
    def texts(self) -> tuple[str, ...]:
        """The columns that hold words."""
        facts = [each.fact for each in self.conditions if not _is_boolean(each) and each.fact != _NUMBER]
        renews = ["renews"] if any(self.presumes_after(each) for each in self.conditions) else []
        return tuple(dict.fromkeys([*facts, *renews]))

    def presumes_after(self, condition: Condition) -> bool:
        """Whether the condition does not apply after some text."""
        return condition.presumed_after is not None and self.assumptions.results_after_triennium != "required"

    def kinds(self, given: Collection[str]) -> dict[str, str]:
        """Return every column that is read and what it holds."""
        kinds = dict.fromkeys((*self.years(given), *self.amounts), "whole numbers")
        return kinds | dict.fromkeys(self.booleans(given), "booleans") | dict.fromkeys(self.texts, "texts")


def _is_boolean(condition: Condition) -> bool:
    return all(isinstance(value, bool) for value in (*condition.accepted, *condition.open_values))


def _check(given: Any, asked: _Asked) -> None:
    """Raise for everything that is wrong with the columns, together."""
    schema = given.collect_schema()
    kinds = asked.kinds(schema)
    wrong = [f"column {name!r} is missing; {_remedy(name)}" for name in kinds if name not in schema]
    mistyped = []
    for name in (each for each in kinds if each in schema):
        if not _is_of_kind(given, name, schema[name], kinds[name]):
            mistyped.append(f"column {name!r} is {schema[name]}; {_KINDS[kinds[name]].remedy}")
    wrong += [*_wrong_costs(asked), *_wrong_arguments(asked)]
    wrong += [f"there is a column {name!r} already; rename it" for name in schema if name.startswith(_OWN)]
    wrong += [
        f"there is a column {name!r} already; rename it, or leave {name!r} out of outputs"
        for name in asked.outputs
        if name in schema and name not in asked.amounts
    ]
    if wrong or mistyped:
        problems = "\n  ".join((*mistyped, *wrong))
        raise (TypeError if mistyped else ValueError)(f"yearly_subsidies:\n  {problems}")


def _remedy(name: str) -> str:
    remedies = {
        "year": "add the number of the subsidy year, from 1, or 'rank', its rank in the percentages",
        "admitted_costs_cents": "add it, or name columns of costs: costs=(...)",
        "subsidy_ceiling_cents": "add the Government's ceiling of the year, null where it is not stated",
        "period": "add the number of the recognition period, from 1, or presume the conditions that read it",
        "renews": "add the identifier of the text of the period before, or presume the conditions that read it",
    }
    return remedies.get(name, f"add it, null where it is not stated, or presume it: presumed=({name!r},)")


def _wrong_costs(asked: _Asked) -> Iterable[str]:
    if len(asked.costs) > MOST_COST_COLUMNS:
        yield f"costs are {len(asked.costs)} columns; add some up first: at most {MOST_COST_COLUMNS}"
    if len(set(asked.amounts)) < len(asked.amounts):
        yield "a column of amounts is named twice; name each once"
    if asked.other and not asked.costs:
        yield "other_public_funding is given without costs; name the columns of costs that it pays of"
    elif len(asked.other) not in {0, 1, len(asked.costs)}:
        yield f"{len(asked.other)} columns of other funding for {len(asked.costs)} of costs; give one, or one for each"
    elif len(asked.other) == 1 < len(asked.costs) and asked.assumptions.partial_other_funding == "exclude_line":
        yield "partial_other_funding is exclude_line; give other_public_funding for each column of costs"


def _wrong_arguments(asked: _Asked) -> Iterable[str]:
    facts = {each.fact for each in asked.regime.conditions}
    for name in sorted(set(asked.presumed) - facts):
        yield f"{name!r} is no fact of a condition of this text; presume among {', '.join(sorted(facts))}"
    if not all(0 <= cents <= MOST_CENTS for cents in _ceilings_of(asked.regime)):
        yield f"a ceiling of this text is not between 0 and {GREATEST_AMOUNT} euros; use funding_path"
    if asked.moves and asked.regime.ceiling.amount is None:
        yield "the ceiling of this text is stated by the caller and moves by year; use funding_path"
    if _common_denominator(asked.regime.rates) > MOST_PARTS:
        yield "the percentages of this text have too many decimals for exact 64-bit integers; use funding_path"
    for name in asked.outputs:
        if name not in OUTPUTS:
            yield f"{name!r} is no output; choose among {', '.join(OUTPUTS)}"


def _is_of_kind(given: Any, name: str, dtype: Any, kind: str) -> bool:
    if dtype in _KINDS[kind].dtypes:
        return True
    if isinstance(given, nw.LazyFrame):
        return False
    if given.implementation.is_pandas() and given[name].to_native().dtype == object:  # True or words, and None
        pandas = given.implementation.to_native_namespace()
        return pandas.api.types.infer_dtype(given[name].to_native(), skipna=True) in (_KINDS[kind].in_pandas, "empty")
    return dtype == nw.Unknown and bool(given[name].is_null().all())


def _with_nulls(given: Any, asked: _Asked) -> frozenset[str]:
    """Return the columns that may hold a null: of an eager frame those that do, of a lazy one all."""
    columns = asked.kinds(given.collect_schema())
    if isinstance(given, nw.LazyFrame):
        return frozenset(columns)
    return frozenset(name for name in columns if given[name].null_count() > 0)


def _whole(value: int) -> nw.Expr:
    return nw.lit(value, dtype=nw.Int64)


def _every(tests: Iterable[nw.Expr | None]) -> nw.Expr | None:
    found = [test for test in tests if test is not None]
    return reduce(and_, found) if found else None


def _some(tests: Iterable[nw.Expr | None]) -> nw.Expr | None:
    found = [test for test in tests if test is not None]
    return reduce(or_, found) if found else None


@frozen
class _Percentages:
    """The percentages of a text as shares of one common denominator, by rank.

    The ranks are cut where the scalar rule may change its answer, and each piece asks it once: `starts` are the first
    ranks of the pieces, `bands` its answers (None: no percentage there).
    """

    starts: tuple[int, ...]
    bands: tuple[RateBand | None, ...]
    denominator: int

    def share(self, band: RateBand) -> int:
        """Return the percentage of a band, as a share of the common denominator."""
        return band.percentage.numerator * self.denominator // band.percentage.denominator

    @property
    def shares(self) -> tuple[int, ...]:
        """The share of each piece; 0 where it has none."""
        return tuple(0 if band is None else self.share(band) for band in self.bands)

    @property
    def by_share(self) -> dict[int, list[RateBand]]:
        """The bands that have each share."""
        found: dict[int, list[RateBand]] = {}
        for band in self.bands:
            if band is not None and band not in found.setdefault(self.share(band), []):
                found[self.share(band)].append(band)
        return found

    def bounds(self, choose: Callable[[Iterable[int]], int], reach: _Reach) -> tuple[int, ...]:
        """Return for each piece the `min` or `max` of the shares of it and of all later, or all earlier, pieces."""
        found = []
        for place in range(len(self.bands)):
            reached = self.bands[place:] if reach == "onwards" else self.bands[: place + 1]
            shares = [self.share(band) for band in reached if band is not None]
            found.append(choose(shares) if shares else 0)
        return tuple(found)


def _percentages(rates: tuple[RateBand, ...]) -> _Percentages:
    bounds = {band.first_rank for band in rates} | {band.last_rank + 1 for band in rates if band.last_rank is not None}
    starts = tuple(sorted(bounds))

    def band_of(rank: int) -> RateBand | None:
        try:
            return rate_of_year(
                year=rank,
                prior_years=0,
                years_under_earlier_texts=0,
                reading="counts_from_first_recognition",
                rates=rates,
            )
        except ValueError:
            return None

    bands = tuple(band_of(start) for start in starts)
    return _Percentages(starts, bands, _common_denominator(rates))


def _common_denominator(rates: tuple[RateBand, ...]) -> int:
    """Return an even number, so that half of it is whole, of which every percentage is a number of parts."""
    return lcm(2, *(band.percentage.fraction.denominator for band in rates))


def _stepped(at: nw.Expr, starts: Sequence[int], values: Sequence[Any]) -> nw.Expr:
    """Return the value of the piece that each number falls in; the first piece goes down without end."""
    found = _literal(values[-1])
    for index in range(len(values) - 2, -1, -1):
        if values[index] != values[index + 1]:
            found = nw.when(at < starts[index + 1]).then(_literal(values[index])).otherwise(found)
    return found


def _literal(value: int | str) -> nw.Expr:
    return nw.lit(value) if isinstance(value, str) else _whole(value)


@frozen
class _Interval:
    """Two columns between which something lies; the same one twice where every row knows it."""

    least: nw.Expr
    greatest: nw.Expr

    @property
    def is_exact(self) -> bool:
        """Whether they are one column."""
        return self.least is self.greatest

    @property
    def agrees(self) -> nw.Expr | None:
        """Where they agree; None: everywhere."""
        return None if self.is_exact else self.least == self.greatest


class _Sheet:
    """A frame, and the columns worked out on it: each is added once, under a name of its own, and read by name."""

    def __init__(self, given: Any, asked: _Asked, *, maybe_null: frozenset[str]) -> None:
        self.frame, self.asked, self.maybe_null = given, asked, maybe_null
        self.schema = given.collect_schema()
        self.of_pandas = given.implementation.is_pandas()
        self.made = 0
        self.facts: dict[str, nw.Expr] = {}
        # A column, and where it is in range (null where the fact is); then, and where it agrees with the others.
        self.right: list[tuple[str, nw.Expr]] = []
        self.agreeing: list[tuple[str, nw.Expr]] = []
        self._read_facts()
        # In memory integers wrap; on DuckDB and Spark an overflow is an error, which no row may meet.
        refuses = given.implementation.is_duckdb() or given.implementation.is_pyspark()
        self.guard = self.in_range() if refuses else None

    def added(self, column: nw.Expr | nw.Series[Any]) -> nw.Expr:
        """Add a column and return it."""
        name = f"{_OWN}{self.made}"
        self.made += 1
        self.frame = self.frame.with_columns(column.alias(name))
        if self.of_pandas and self.frame.schema[name] == nw.Int64:  # in NumPy's own type a null would make it a float
            nullable = self.frame[name].to_native().astype("Int64")
            self.frame = self.frame.with_columns(nw.from_native(nullable, series_only=True).alias(name))
        return nw.col(name)

    def divided(self, cents: nw.Expr, divisor: int) -> nw.Expr:
        """Add the whole quotient of numbers that are not negative.

        Narwhals divides by way of a double on Spark, so Spark is asked in its own words.
        """
        if not self.frame.implementation.is_pyspark():
            return self.added(cents // divisor)
        self.added(cents)
        quotient = f"`{_OWN}{self.made - 1}` div {divisor}L as `{_OWN}{self.made}`"
        self.made += 1
        self.frame = nw.from_native(self.frame.to_native().selectExpr("*", quotient))
        return nw.col(f"{_OWN}{self.made - 1}")

    def finished(self, outputs: dict[str, tuple[nw.Expr, nw.Expr | None]]) -> Any:
        """Return the frame with its own columns and the outputs, each null where its test fails."""
        for name, (column, test) in outputs.items():
            found = self.added(column)
            self.frame = self.frame.with_columns((found if test is None else nw.when(test).then(found)).alias(name))
        return self.frame.select(*self.schema, *outputs)

    def _read_facts(self) -> None:
        kinds = self.asked.kinds(self.schema)
        for name, kind in kinds.items():
            self.facts[name] = self._fact(name, _KINDS[kind].dtype)
        for name, kind in kinds.items():
            right = None
            if kind == "whole numbers":
                right = _within(self.facts[name], self.schema[name], *_range(name, self.asked))
            elif name == "legal_form":
                right = self.facts[name].is_in(LEGAL_FORMS)
            self._require(name, right)

    def _fact(self, name: str, dtype: Any) -> nw.Expr:
        """Return a column of facts in a type that holds a null as such, whole numbers in 64 bits."""
        if self.of_pandas:
            nullable = {nw.Int64: "Int64", nw.Boolean: "boolean", nw.String: "string"}[dtype]
            return self.added(nw.from_native(self.frame[name].to_native().astype(nullable), series_only=True))
        own = self.schema[name] == dtype or (self.schema[name] in _BITS and name not in self.asked.amounts)
        return nw.col(name) if own else self.added(nw.col(name).cast(dtype))

    def _require(self, name: str, right: nw.Expr | None) -> None:
        """Note where a fact is in range."""
        if right is not None and name in self.maybe_null and self.schema[name] not in _BITS:
            right = right | self.facts[name].is_null()  # an engine may say no of a null text
        if right is not None:
            self.right.append((name, right))

    def unstated(self, name: str) -> nw.Expr | None:
        """Return where a fact is not stated; None: nowhere."""
        return self.facts[name].is_null() if name in self.maybe_null else None

    def stated(self, name: str, otherwise: int) -> nw.Expr:
        """Return a fact, and where it is not stated a number in its place."""
        return self.facts[name] if self.unstated(name) is None else self.facts[name].fill_null(otherwise)

    def in_range(self) -> nw.Expr:
        """Return where everything is in range, and agrees."""
        return self.added(self._settled(reduce(and_, (test for _, test in (*self.right, *self.agreeing)))))

    def _settled(self, right: nw.Expr) -> nw.Expr:
        """Return a test in which a null, of a fact that is not stated, is right."""
        return right.fill_null(value=True) if self.maybe_null else right

    def guarded(self, amount: nw.Expr) -> nw.Expr:
        """Return an amount where the facts are in range; elsewhere 0, or anything in an engine that wraps."""
        return amount if self.guard is None else nw.when(self.guard).then(amount).otherwise(_whole(0))

    def out_of_range(self) -> Iterator[tuple[str, nw.Expr]]:
        """Yield each column that may be out of range, and where it is; a sum only where its facts are in range."""
        for name, right in self.right:
            yield name, ~self._settled(right)
        first = self._settled(reduce(and_, (right for _, right in self.right)))
        for name, agrees in self.agreeing:
            yield name, first & ~self._settled(agrees)


def _range(name: str, asked: _Asked) -> tuple[int, int]:
    if name in asked.amounts:
        return 0, MOST_CENTS
    if name == "year" and asked.moves and isinstance(asked.regime.ceiling.by_year, Indexation):
        return 1, len(_ceilings_of(asked.regime))
    return (0 if name in _OPTIONAL else 1), MOST_YEARS


def _within(column: nw.Expr, dtype: Any, least: int, most: int) -> nw.Expr | None:
    """Return where a column of whole numbers is in range; None where its type can hold nothing else."""
    fits_below, fits_above = least == 0 and dtype in _UNSIGNED, 2 ** _BITS.get(dtype, 63) - 1 <= most
    if fits_below or fits_above:
        above = None if fits_below else column >= least
        return above if fits_above else column <= most
    return column.is_between(least, most)


@frozen
class _Rank:
    """The rank of each row under one reading, and a column that it is read from.

    Where it is `unknown` (None: nowhere) it may be `bound` or anything that it can reach from there.
    """

    name: str
    number: nw.Expr
    unknown: nw.Expr | None
    bound: nw.Expr
    reach: _Reach


class _Ranks:
    """The percentage of each row, by the rank of its year: the least and the greatest share that are possible."""

    def __init__(self, sheet: _Sheet, percentages: _Percentages) -> None:
        self.sheet, self.percentages = sheet, percentages

    def share(self) -> _Interval:
        """Return the share over all possible readings and everything that is not stated."""
        found = [self._share_of(rank) for rank in self._ranks()]
        if len(found) == 1:
            return found[0]
        return _Interval(
            self.sheet.added(reduce(_lesser, (each.least for each in found))),
            self.sheet.added(reduce(_greater, (each.greatest for each in found))),
        )

    def _ranks(self) -> Iterator[_Rank]:
        """Yield the rank under each reading."""
        sheet = self.sheet
        if "rank" in sheet.facts:
            rank = sheet.added(sheet.stated("rank", 1))
            yield _Rank("rank", rank, sheet.unstated("rank"), rank, "onwards")
            return
        year, no_year = sheet.stated("year", 1), sheet.unstated("year")
        for reading in sheet.asked.readings:
            other = _READ_BY[reading][-1]
            if other == "year" or other not in sheet.facts:
                rank = sheet.added(year)
                yield _Rank("year", rank, no_year, rank, "onwards")
                continue
            counted, unknown = sheet.stated(other, 0).cast(nw.Int64), _some((no_year, sheet.unstated(other)))
            if reading == "restarts":
                rank = sheet.added(sheet.guarded(year.cast(nw.Int64) - counted))
                yield _Rank(other, rank, unknown, sheet.stated("year", MOST_YEARS), "down to the first")
            else:
                rank = sheet.added(sheet.guarded(year.cast(nw.Int64) + counted))
                yield _Rank(other, rank, unknown, rank, "onwards")

    def _share_of(self, rank: _Rank) -> _Interval:
        """Return the least and the greatest share of a rank, and note where the text has no percentage for it."""
        percentages, sheet = self.percentages, self.sheet
        self._require_a_percentage(rank)
        exact = _stepped(rank.number, percentages.starts, percentages.shares)
        if rank.unknown is None:
            share = sheet.added(exact)
            return _Interval(share, share)
        bounds = []
        for choose in (min, max):
            possible = _stepped(rank.bound, percentages.starts, percentages.bounds(choose, rank.reach))
            bounds.append(sheet.added(nw.when(rank.unknown).then(possible).otherwise(exact)))
        return _Interval(*bounds)

    def _require_a_percentage(self, rank: _Rank) -> None:
        """Note where the text has a percentage for the rank, or for one that it may be."""
        sheet, starts, bands = self.sheet, self.percentages.starts, self.percentages.bands
        tests = []
        if rank.reach != "onwards" or starts[0] > 1:
            tests.append(rank.number >= starts[0])
        if None in bands:
            tests.append(_stepped(rank.number, starts, [int(band is not None) for band in bands]) == 1)
        if tests and rank.unknown is not None:
            tests = [test | rank.unknown for test in tests]
            reached = [any(bands[place:]) for place in range(len(bands))]
            if rank.reach == "onwards" and not all(reached):
                tests.append(_stepped(rank.bound, starts, [int(each) for each in reached]) == 1)
        sheet.agreeing += [(rank.name, test) for test in tests]


class _Costs:
    """The admitted costs of each row, net of what other public programmes pay: the least and the greatest."""

    def __init__(self, sheet: _Sheet) -> None:
        self.sheet, self.asked = sheet, sheet.asked

    def admitted(self) -> _Interval:
        """Return the admitted costs; the greatest is null where nothing bounds it (art. 3 § 1 al. 3)."""
        asked = self.asked
        if len(asked.other) < 2:
            return self._line(asked.costs or ("admitted_costs_cents",), *asked.other)
        lines = [self._line((name,), other) for name, other in zip(asked.costs, asked.other, strict=True)]
        least = self.sheet.added(reduce(add, (line.least for line in lines)))
        if all(line.is_exact for line in lines):
            return _Interval(least, least)
        return _Interval(least, self.sheet.added(reduce(add, (line.greatest for line in lines))))

    def _line(self, names: tuple[str, ...], other: str | None = None) -> _Interval:
        sheet = self.sheet
        total = reduce(add, (sheet.stated(name, 0) for name in names))
        unbounded = _some(sheet.unstated(name) for name in names)
        if other is None:
            net = sheet.added(sheet.guarded(total))
            return _Interval(net, net) if unbounded is None else _Interval(net, _null_where(sheet, unbounded, net))
        paid, unpaid = sheet.stated(other, 0), sheet.unstated(other)
        left = sheet.added(sheet.guarded(total - paid))
        payable = left >= 0
        sheet.agreeing.append((other, payable if unbounded is None else payable | unbounded))
        if self.asked.assumptions.partial_other_funding == "exclude_line":
            whole_line = paid == 0
            left = sheet.added(nw.when(whole_line).then(left).otherwise(_whole(0)))
            unbounded = None if unbounded is None else unbounded & whole_line
        if unbounded is None and unpaid is None:
            return _Interval(left, left)
        nothing = left < 0  # of the costs that are stated nothing may be left
        least = nw.when(nothing if unpaid is None else nothing | unpaid).then(_whole(0)).otherwise(left)
        return _Interval(sheet.added(least), left if unbounded is None else _null_where(sheet, unbounded, left))


def _null_where(sheet: _Sheet, test: nw.Expr, column: nw.Expr) -> nw.Expr:
    return sheet.added(nw.when(~test).then(column))


def _ceilings_of(regime: Regime) -> tuple[int, ...]:
    """Return the ceilings that a text itself has, in cents, of year 1 and so on, as long as they can be computed with.

    Of a list the last one goes on; an indexation goes up to the longest path. None where the caller states them.
    """
    amount, by_year = regime.ceiling.amount, regime.ceiling.by_year
    if amount is None:
        return ()
    if by_year is None:
        return (amount.cents,)
    years = range(1, (len(by_year) if isinstance(by_year, tuple) else LONGEST) + 1)
    cents = [ceiling_of_year(year=year, amount_cents=amount.cents, by_year=by_year) for year in years]
    if isinstance(by_year, tuple):
        return tuple(cents)
    return (cents[0], *(each for each in cents[1:] if each <= MOST_CENTS))


class _Amounts:
    """The costs of each row and what each operation of the text makes of them, in the order of the text."""

    def __init__(self, sheet: _Sheet, percentages: _Percentages, share: _Interval, admitted: _Interval) -> None:
        self.sheet, self.regime, self.percentages, self.share = sheet, sheet.asked.regime, percentages, share
        self.ceiling = self._ceiling()
        self.stages = [admitted]
        most, ceiling = MOST_CENTS * (len(sheet.asked.costs) or 1), max(_ceilings_of(self.regime), default=MOST_CENTS)
        for operation in self.regime.operations.value:
            if operation == "apply_percentage":
                self.stages.append(self._both(self.share, partial(self._part, most=most)))
            else:
                self.stages.append(self._both(self.ceiling, self._capped))
                most = min(most, ceiling)

    def _ceiling(self) -> _Interval:
        """Return the ceiling; where it is not stated, nothing and null."""
        sheet, name, amounts = self.sheet, "subsidy_ceiling_cents", _ceilings_of(self.regime)
        if sheet.asked.moves:
            unknown = sheet.unstated("year")
            known = _stepped(sheet.stated("year", 1), range(1, len(amounts) + 1), amounts)
            bounds = [
                known if unknown is None else nw.when(unknown).then(_whole(each(amounts))).otherwise(known)
                for each in (min, max)
            ]
            least, greatest = (sheet.added(bound) for bound in bounds)
            return _Interval(least, least if unknown is None else greatest)
        if amounts:
            least = greatest = _whole(amounts[0])
        elif reads_a_ceiling(self.regime):
            least = greatest = sheet.added(sheet.guarded(sheet.facts[name]))
            if sheet.unstated(name) is not None:
                least = sheet.added(greatest.fill_null(0))
        else:
            least = greatest = _whole(0)  # read by no operation
        return _Interval(least, greatest)

    def _both(self, by: _Interval, apply: Callable[[nw.Expr, nw.Expr], nw.Expr]) -> _Interval:
        """Apply an operation to the least and to the greatest; once, where they are the same."""
        before = self.stages[-1]
        least = apply(before.least, by.least)
        return _Interval(least, least if before.is_exact and by.is_exact else apply(before.greatest, by.greatest))

    def _capped(self, cents: nw.Expr, ceiling: nw.Expr) -> nw.Expr:
        below = cents < ceiling  # null where the costs are unbounded: the ceiling then bounds them
        if ceiling is self.ceiling.greatest and self.regime.ceiling.amount is None:
            below = ceiling.is_null() | below
        return self.sheet.added(nw.when(below).then(cents).otherwise(ceiling))

    def _part(self, cents: nw.Expr, share: nw.Expr, *, most: int) -> nw.Expr:
        """Return the percentage of at most `most` cents, rounded once, in integers that cannot overflow."""
        sheet, whole = self.sheet, self.percentages.denominator
        top = max(self.percentages.shares)
        if 0 in self.percentages.by_share:  # nothing of costs that nothing bounds is nothing all the same
            cents = nw.when(share == 0).then(_whole(0)).otherwise(cents)
        half = whole // 2 if sheet.asked.assumptions.rounding == "half_up" else 0
        if most * top + half <= INT64:
            return sheet.divided(cents * share + half, whole)
        units = sheet.divided(cents, whole)
        rest = sheet.divided((cents - units * whole) * share + half, whole)
        return sheet.added(units * share + rest)


class _Grant:
    """Whether the subsidy of each row is refused, or in doubt, by the conditions of the text."""

    def __init__(self, sheet: _Sheet) -> None:
        self.sheet = sheet
        self.failing: list[tuple[str, Condition | None, nw.Expr]] = []  # what certainly refuses, and where
        self.doubtful: list[tuple[str, nw.Expr]] = []  # what may refuse, and where
        if "refused" in sheet.facts:
            unknown = sheet.unstated("refused")
            refused = sheet.facts["refused"]
            self.failing.append(("refused", None, refused if unknown is None else refused & ~unknown))
            self.doubtful += [] if unknown is None else [("refused", unknown)]
        for condition in sheet.asked.conditions:
            self._read(condition)
        self.refused = self._added(where for *_, where in self.failing)
        self.in_doubt = self._added(where for _, where in self.doubtful)

    def _added(self, tests: Iterable[nw.Expr]) -> nw.Expr | None:
        where = _some(tests)
        return None if where is None else self.sheet.added(where)

    def _read(self, condition: Condition) -> None:
        sheet, name = self.sheet, "period" if condition.fact == _NUMBER else condition.fact
        fact, unknown = sheet.facts[name], self.sheet.unstated(name)
        applies, may_apply = self._applicability(condition)
        fails = ~_holds(fact, (*condition.accepted, *condition.open_values))
        fails = fails if unknown is None else fails & ~unknown
        fails = sheet.added(fails if applies is None else fails & applies)
        self.failing.append((condition.name, condition, fails))
        if unknown is None and not condition.open_values and may_apply is applies:
            return
        doubtful = ~_holds(fact, condition.accepted) & ~fails
        doubtful = doubtful if unknown is None else doubtful | unknown
        self.doubtful.append((name, sheet.added(doubtful if may_apply is None else doubtful & may_apply)))

    def _applicability(self, condition: Condition) -> tuple[nw.Expr | None, nw.Expr | None]:
        """Return where a condition certainly applies, and where it may; None: everywhere."""
        sheet, asked = self.sheet, self.sheet.asked
        surely, possibly, open_tests = list[nw.Expr](), list[nw.Expr](), list[nw.Expr]()

        def ask(test: nw.Expr, *names: str, monotone: bool = False) -> None:
            unknown = _some(sheet.unstated(name) for name in names)
            open_tests.extend([] if unknown is None else [unknown])
            surely.append(test if unknown is None or monotone else test & ~unknown)
            possibly.append(test if unknown is None else test | unknown)

        if condition.first_period > 1:
            ask(sheet.stated("period", 1) >= condition.first_period, "period")
        if condition.last_period is not None:
            ask(sheet.stated("period", 1) <= condition.last_period, "period")
        if condition.beyond_year is not None:
            year, names = sheet.stated("year", 1), ["year"]
            if asked.assumptions.sixth_year_counting == "with_prior_years" and _PRIOR in sheet.facts:
                year = sheet.guarded(year.cast(nw.Int64) + sheet.stated(_PRIOR, 0).cast(nw.Int64))
                names.append(_PRIOR)
            ask(year > condition.beyond_year, *names, monotone=True)  # whatever is not stated only adds years
        if asked.presumes_after(condition):
            ask(sheet.facts["renews"] != nw.lit(condition.presumed_after), "renews")
        applies = _every(surely)
        return applies, _every(possibly) if open_tests else applies


class _Findings:
    """The outputs of each row."""

    def __init__(self, sheet: _Sheet) -> None:
        self.sheet, self.regime = sheet, sheet.asked.regime
        self.percentages = _percentages(self.regime.rates)
        self.share = _Ranks(sheet, self.percentages).share()
        self.admitted = _Costs(sheet).admitted()
        self.valid = sheet.in_range()
        self.stages = _Amounts(sheet, self.percentages, self.share, self.admitted).stages
        self.grant = _Grant(sheet)
        self.subsidy = self._if_granted(self.stages[-1])

    def _if_granted(self, due: _Interval) -> _Interval:
        """Return the subsidy: nothing at all where it is refused, nothing at least where that is in doubt."""
        refused, in_doubt, added = self.grant.refused, self.grant.in_doubt, self.sheet.added
        if refused is None and in_doubt is None:
            return due
        greatest = due.greatest if refused is None else added(nw.when(refused).then(_whole(0)).otherwise(due.greatest))
        if due.is_exact and in_doubt is None:
            return _Interval(greatest, greatest)
        least = due.least
        for nothing in (refused, in_doubt):
            least = least if nothing is None else nw.when(nothing).then(_whole(0)).otherwise(least)
        return _Interval(added(least), greatest)

    def outputs(self) -> dict[str, tuple[nw.Expr, nw.Expr | None]]:
        """Return the outputs asked for, each with the test of the rows in which it is not null."""
        asked, there = self.sheet.asked.outputs, self.sheet.schema
        return {name: getattr(self, f"_{name}")() for name in OUTPUTS if name in asked and name not in there}

    def _admitted_costs_cents(self) -> _Output:
        return self.admitted.greatest, _every((self.valid, self.admitted.agrees))

    def _capped_costs_cents(self) -> _Output:
        operations = self.regime.operations.value
        if "cap_costs" not in operations:
            return self.admitted.least, self._nowhere()
        stage = self.stages[operations.index("cap_costs") + 1]
        return stage.greatest, _every((self.valid, self.admitted.agrees, stage.agrees))

    def _nowhere(self) -> nw.Expr:
        """Return a test that no row passes."""
        return (self.admitted.least < 0) & (self.admitted.least > 0)

    def _percentage_numerator(self) -> _Output:
        return self._of_share(lambda bands: bands[0].percentage.numerator)

    def _percentage_denominator(self) -> _Output:
        return self._of_share(lambda bands: bands[0].percentage.denominator)

    def _of_share(self, told: Callable[[list[RateBand]], int | str]) -> _Output:
        """Return what the bands of the row's share tell, where that share is known."""
        values = [(share, _literal(told(bands))) for share, bands in self.percentages.by_share.items()]
        found = values[0][1]
        for share, value in values[1:]:
            found = nw.when(self.share.greatest == share).then(value).otherwise(found)
        return found, _every((self.valid, self.share.agrees))

    def _subsidy_cents(self) -> _Output:
        return self.subsidy.greatest, _every((self.valid, self.subsidy.agrees))

    def _subsidy_at_least_cents(self) -> _Output:
        return self.subsidy.least, self.valid

    def _subsidy_at_most_cents(self) -> _Output:
        return self.subsidy.greatest, self.valid

    def _status(self) -> _Output:
        found, agrees = nw.lit("determined"), self.subsidy.agrees
        if agrees is not None:
            found = nw.when(agrees).then(found).otherwise(nw.lit("undetermined"))
        if self.grant.refused is not None:
            found = nw.when(self.grant.refused).then(nw.lit("refused")).otherwise(found)
        return nw.when(self.valid).then(found).otherwise(nw.lit("invalid")), None

    def _lowered(self) -> Iterator[tuple[Operation, nw.Expr | None]]:
        """Yield each operation, and where it made something else of the greatest amount; None: a percentage."""
        for operation, (before, after) in zip(self.regime.operations.value, pairwise(self.stages), strict=True):
            if operation == "apply_percentage":
                yield operation, None
            elif before.is_exact and after.is_exact:
                yield operation, before.greatest != after.greatest
            else:
                unbounded = before.greatest.is_null() & ~after.greatest.is_null()
                yield operation, unbounded | (before.greatest != after.greatest).fill_null(value=False)

    def _rules(self) -> _Output:
        made: list[_Output] = [
            (nw.lit(OPERATIONS[operation].identifier), where) for operation, where in self._lowered()
        ]
        found = _joined(made)
        if self.grant.refused is not None:
            found = nw.when(self.grant.refused).then(nw.lit(CONDITION.identifier)).otherwise(found)
        return found, self.valid

    def _citations(self) -> _Output:
        of_band, _ = self._of_share(lambda bands: "; ".join(str(band.citation) for band in bands))
        parts: list[_Output] = [(of_band, self.share.agrees)]
        ceiling = nw.lit(str(self.regime.ceiling.citation))
        parts += [(ceiling, where) for _, where in self._lowered() if where is not None]
        found = _joined(parts)
        refusing: list[_Output] = [
            (nw.lit(str(each.citation)), where) for _, each, where in self.grant.failing if each is not None
        ]
        if self.grant.refused is not None:
            refusal = _joined(refusing) if refusing else nw.lit("")
            found = nw.when(self.grant.refused).then(refusal).otherwise(found)
        return found, self.valid

    def _reason(self) -> _Output:
        """Return the names of what is out of range, of what refuses, or of what is not stated and may matter."""
        refused, agrees = self.grant.refused, self.subsidy.agrees
        parts: list[_Output] = [(nw.lit(name), where) for name, where in self.sheet.out_of_range()]
        parts += [(nw.lit(name), _every((where, self.valid))) for name, _, where in self.grant.failing]
        open_here = None
        if agrees is not None:
            open_here = ~agrees.fill_null(value=False)
            tests = (open_here, self.valid, None if refused is None else ~refused)
            parts += [(nw.lit(name), _every((where, *tests))) for name, where in self._unstated()]
        return _joined(parts), _some((~self.valid, refused, open_here))

    def _unstated(self) -> Iterator[tuple[str, nw.Expr]]:
        """Yield what would settle the subsidy, and where it is not stated."""
        sheet, asked = self.sheet, self.sheet.asked
        rates_differ = None if self.share.agrees is None else ~self.share.agrees
        for name in asked.kinds(sheet.schema):
            unstated = sheet.unstated(name)
            if unstated is not None and name in asked.amounts:
                yield name, unstated
            elif unstated is not None and rates_differ is not None and name in _RANKED:
                yield name, unstated & rates_differ
        if self.regime.seniority.assumption and len(asked.readings) > 1 and rates_differ is not None:
            yield f"assumptions.{self.regime.seniority.assumption}", rates_differ
        yield from self.grant.doubtful


def _joined(parts: Sequence[_Output]) -> nw.Expr:
    """Return the texts whose tests hold, one after the other."""
    texts = [text if where is None else nw.when(where).then(text) for text, where in parts]
    return nw.concat_str(texts, separator="; ", ignore_nulls=True) if texts else nw.lit("")


def _holds(fact: nw.Expr, accepted: tuple[Any, ...]) -> nw.Expr:
    if all(isinstance(value, bool) for value in accepted):
        return reduce(or_, (fact if value else ~fact for value in accepted))
    return fact.is_in(accepted)


def _lesser(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return nw.when(one < other).then(one).otherwise(other)


def _greater(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return nw.when(one < other).then(other).otherwise(one)
