"""The same rows in each engine, and the rows of what it answers. Types are stated, so that a column may be all null."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

Row = dict[str, Any]
Types = dict[str, str]  # the name of a column: "int", "bool" or "str"

POLARS = {"int": pl.Int64, "bool": pl.Boolean, "str": pl.String}
ARROW = {"int": pa.int64(), "bool": pa.bool_(), "str": pa.string()}
PANDAS = {"int": "Int64", "bool": "boolean", "str": "string"}
SQL = {"int": "bigint", "bool": "boolean", "str": "string"}


@dataclass(frozen=True)
class Engine:
    name: str
    make: Callable[[Sequence[Row], Types], Any]
    rows: Callable[[Any], list[Row]]
    kind: type | str


def _arrow(rows: Sequence[Row], types: Types) -> pa.Table:
    schema = pa.schema([(name, ARROW[kind]) for name, kind in types.items()])
    return pa.Table.from_pylist([{name: row[name] for name in types} for row in rows], schema=schema)


def _polars(rows: Sequence[Row], types: Types) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema={name: POLARS[kind] for name, kind in types.items()})


def _pandas(rows: Sequence[Row], types: Types) -> pd.DataFrame:
    """As users have it: NumPy's types where nothing is null, else objects, and nullable integers."""
    columns = {}
    for name, kind in types.items():
        values = [row[name] for row in rows]
        if kind == "int":
            columns[name] = pd.array(values, dtype="Int64" if None in values or not values else "int64")
        else:
            columns[name] = pd.Series(values, dtype="object" if None in values or not values else None)
    return pd.DataFrame(columns)


def _pandas_nullable(rows: Sequence[Row], types: Types) -> pd.DataFrame:
    columns = {name: pd.array([row[name] for row in rows], dtype=PANDAS[kind]) for name, kind in types.items()}
    return pd.DataFrame(columns, index=range(100, 100 + len(rows)))


def _pandas_rows(frame: pd.DataFrame) -> list[Row]:
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()} for row in frame.to_dict("records")
    ]


@functools.cache
def _connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(config={"threads": 1})


def _duckdb_rows(relation: duckdb.DuckDBPyRelation) -> list[Row]:
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


@functools.cache
def spark() -> Any:
    """A local session with one core and the least that it needs."""
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[1]")
        .appName("clusterlaw")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.memory", "1g")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    return session


def _spark(rows: Sequence[Row], types: Types) -> Any:
    schema = ", ".join(f"`{name}` {SQL[kind]}" for name, kind in types.items())
    return spark().createDataFrame([tuple(row[name] for name in types) for row in rows], schema)


POLARS_EAGER = Engine("polars", _polars, lambda frame: frame.to_dicts(), pl.DataFrame)
POLARS_LAZY = Engine(
    "polars-lazy",
    lambda rows, types: _polars(rows, types).lazy(),
    lambda frame: frame.collect().to_dicts(),
    pl.LazyFrame,
)
PYARROW = Engine("pyarrow", _arrow, lambda table: table.to_pylist(), pa.Table)
DUCKDB = Engine(
    "duckdb",
    lambda rows, types: _connection().from_arrow(_arrow(rows, types)),
    _duckdb_rows,
    duckdb.DuckDBPyRelation,
)
LOCAL = (
    POLARS_EAGER,
    POLARS_LAZY,
    Engine("pandas", _pandas, _pandas_rows, pd.DataFrame),
    Engine("pandas-nullable", _pandas_nullable, _pandas_rows, pd.DataFrame),
    Engine(
        "pandas-pyarrow",
        lambda rows, types: _arrow(rows, types).to_pandas(types_mapper=pd.ArrowDtype),
        _pandas_rows,
        pd.DataFrame,
    ),
    PYARROW,
    DUCKDB,
)
SPARK = Engine("pyspark", _spark, lambda frame: [row.asDict() for row in frame.collect()], "pyspark")
ENGINES = [
    *(pytest.param(engine, id=engine.name) for engine in LOCAL),
    pytest.param(SPARK, id="pyspark", marks=pytest.mark.spark),
]


def float_columns(frame: Any) -> list[str]:
    """Return the columns of a frame of any engine that are floats."""
    import narwhals as nw

    return [name for name, dtype in nw.from_native(frame).collect_schema().items() if dtype.is_float()]
