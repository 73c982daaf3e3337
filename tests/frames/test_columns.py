"""What may be given and what is refused; what comes back; bounds, overflow and laziness on each engine."""

from __future__ import annotations

from typing import Any

import pytest

for module in ("narwhals", "polars", "pandas", "pyarrow", "duckdb"):
    pytest.importorskip(module, reason="the frames group is absent: uv run --group frames pytest")

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from attrs import evolve

from clusterlaw.assumptions import Assumptions
from clusterlaw.frames import MOST_CENTS, OUTPUTS, yearly_subsidies
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.money import Euro, Percentage, rounded
from clusterlaw.regime import Indexation
from tests.frames.engines import ENGINES, LOCAL, SPARK, Engine, float_columns, spark
from tests.frames.rows import bands_of

FACTS_2007 = tuple(dict.fromkeys(each.fact for each in REGIME_2007.conditions))
FACTS_2024 = tuple(dict.fromkeys(each.fact for each in REGIME_2024.conditions))
LARGE = (0, 1, 2, 3, 15_999_999, 16_000_000, 16_000_001, 10**15 - 1, 10**15, 2**53 + 1, 2**62, 2**63 - 1)


@pytest.fixture(autouse=True)
def _skip_without_spark(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("spark"):
        pytest.importorskip("pyspark", reason="the spark group is absent: uv run --group spark pytest")


def subsidies(frame: Any, engine: Engine, **arguments: Any) -> list[Any]:
    return [row["subsidy_cents"] for row in engine.rows(yearly_subsidies(frame, **arguments))]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_kind_of_frame_stays_and_its_columns_too(engine: Engine) -> None:
    rows = [{"rank": 4, "admitted_costs_cents": 20_000_001, "note": "a"}]
    frame = engine.make(rows, {"rank": "int", "admitted_costs_cents": "int", "note": "str"})
    found = yearly_subsidies(frame, regime=REGIME_2007, presumed=FACTS_2007)
    assert type(found) is type(frame)
    (row,) = engine.rows(found)
    assert list(row) == ["rank", "admitted_costs_cents", "note", *OUTPUTS[1:]]
    assert (row["note"], row["subsidy_cents"], row["status"]) == ("a", 12_800_000, "determined")
    assert row["rules"] == "subsidy.cap_costs; subsidy.apply_percentage"
    assert row["citations"] == "decree-2007 art. 3 § 1 al. 4 2°; decree-2007 art. 3 § 1 al. 2"
    assert row["reason"] is None
    assert float_columns(found) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_empty_frame(engine: Engine) -> None:
    types = {"year": "int", "admitted_costs_cents": "int", "subsidy_ceiling_cents": "int"}
    found = yearly_subsidies(engine.make([], types), regime=REGIME_2024, presumed=FACTS_2024)
    assert engine.rows(found) == []
    assert float_columns(found) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("rounding", ["half_up", "down"])
def test_division_is_exact_up_to_the_largest_amount(engine: Engine, rounding: Any) -> None:
    """Above 2^53 a double would lose cents; a third of 10^15 cents is not whole."""
    free = evolve(REGIME_2007, operations=evolve(REGIME_2007.operations, value=("apply_percentage",)))
    for percent in ("33.33", "66.6667", "99.9", "12.5", "50", "0.01", "99.9999999"):
        regime = evolve(free, rates=bands_of(percent, "100", "7"))
        amounts = [10**15 - cents for cents in range(12)] + [2**49 + cents for cents in range(12)] + list(range(12))
        rows = [{"rank": 1, "admitted_costs_cents": cents} for cents in amounts]
        frame = engine.make(rows, {"rank": "int", "admitted_costs_cents": "int"})
        share = Percentage(percent)
        assert subsidies(
            frame, engine, regime=regime, presumed=FACTS_2007, assumptions=Assumptions(rounding=rounding)
        ) == [
            rounded(numerator=cents * share.numerator, denominator=share.denominator, rounding=rounding)
            for cents in amounts
        ]


@pytest.mark.parametrize("engine", ENGINES)
def test_no_amount_overflows(engine: Engine) -> None:
    """What is out of range is invalid by name, on engines that wrap and on engines that refuse."""
    names = ("one_cents", "two_cents", "three_cents")
    rows = [{"year": 1, **dict.fromkeys(names, cents), "paid_cents": 0} for cents in (*LARGE, -1, -(2**63))]
    rows += [{"year": year, **dict.fromkeys(names, 1), "paid_cents": 4} for year in (1, 0, -(2**63), 2**63 - 1)]
    frame = engine.make(rows, dict.fromkeys(("year", *names, "paid_cents"), "int"))
    found = engine.rows(
        yearly_subsidies(frame, regime=REGIME_2007, costs=names, other_public_funding="paid_cents", presumed=FACTS_2007)
    )
    for row in found:
        wrong = [name for name in names if not 0 <= row[name] <= MOST_CENTS]
        wrong = ["year"] * (not 1 <= row["year"] <= 9_999) + wrong
        wrong += ["paid_cents"] * (not wrong and row["paid_cents"] > 3 * row["one_cents"])
        assert row["status"] == ("invalid" if wrong else "determined")
        assert row["reason"] == ("; ".join(wrong) or None)
        assert row["subsidy_cents"] == (None if wrong else min(3 * row["one_cents"], 16_000_000))


@pytest.mark.parametrize("engine", ENGINES)
def test_no_ceiling_overflows(engine: Engine) -> None:
    """A ceiling that is out of range is applied before a percentage of many decimals, and refused by name."""
    operations = evolve(REGIME_2024.operations, value=("cap_subsidy", "apply_percentage"))
    regime = evolve(REGIME_2024, operations=operations, rates=bands_of("66.66667"))
    ceilings = (-(2**63), -1, 0, 10**15, 10**15 + 1, 2**63 - 1, None)
    rows = [{"rank": 1, "admitted_costs_cents": 10**15, "subsidy_ceiling_cents": each} for each in ceilings]
    frame = engine.make(rows, dict.fromkeys(rows[0], "int"))
    found = engine.rows(yearly_subsidies(frame, regime=regime, presumed=FACTS_2024))
    reasons = [row["reason"] for row in found]
    assert reasons == ["subsidy_ceiling_cents"] * 2 + [None] * 2 + ["subsidy_ceiling_cents"] * 3
    assert [row["subsidy_at_most_cents"] for row in found if row["status"] != "invalid"] == [
        0,
        *[666_666_700_000_000] * 2,
    ]
    assert found[-1]["status"] == "undetermined"


def test_other_laws_ceilings_and_decimals() -> None:
    frame = pl.DataFrame({"rank": [1], "admitted_costs_cents": [10**15]})
    high = evolve(REGIME_2007, ceiling=evolve(REGIME_2007.ceiling, amount=Euro(10**13)), rates=bands_of("33.33"))
    answer = yearly_subsidies(frame, regime=high, presumed=FACTS_2007)
    assert answer["subsidy_cents"].to_list() == [333_300_000_000_000]
    with pytest.raises(ValueError, match="a ceiling of this text is not between 0 and"):
        yearly_subsidies(
            frame, regime=evolve(high, ceiling=evolve(high.ceiling, amount=Euro(10**14))), presumed=FACTS_2007
        )
    moving = evolve(REGIME_2024, ceiling=evolve(REGIME_2024.ceiling, by_year=(Euro(1), Euro(2))))
    with pytest.raises(ValueError, match="stated by the caller and moves by year"):
        yearly_subsidies(frame, regime=moving, presumed=FACTS_2024)
    endless = evolve(REGIME_2007, rates=bands_of("33.333333333333333333"))
    with pytest.raises(ValueError, match="too many decimals"):
        yearly_subsidies(frame, regime=endless, presumed=FACTS_2007)
    never = evolve(REGIME_2007, rates=(evolve(REGIME_2007.rates[0], first_rank=3),))
    found = yearly_subsidies(
        pl.DataFrame({"year": [None, 2, 3, 4, None], "prior_subsidy_years": [5, 0, 0, None, None]}).with_columns(
            admitted_costs_cents=1
        ),
        regime=never,
        presumed=FACTS_2007,
    )
    assert found["status"].to_list() == ["invalid", "invalid", "determined", "invalid", "determined"]


def test_what_a_row_does_not_state_gives_bounds_and_is_named() -> None:
    frame = pl.DataFrame(
        {
            "year": [4, 4, None, 4, 4, 7],
            "period": [2, 2, 2, None, 2, 3],
            "admitted_costs_cents": [None, 100, 100, 100, 100, 100],
            "legal_form": ["asbl", None, "asbl", "asbl", "asbl", "asbl"],
            "new_action_plan": [True, True, True, True, None, None],
            "new_objectives": [True, True, True, False, True, None],
            "favourable_evolution": [None, None, True, None, None, None],
        }
    )
    found = yearly_subsidies(frame, regime=REGIME_2007)
    bounds = found.select("subsidy_at_least_cents", "subsidy_at_most_cents", "reason").rows()
    assert bounds == [
        (0, 12_800_000, "admitted_costs_cents"),
        (0, 80, "legal_form"),
        (50, 100, "year"),
        (0, 80, "new_objectives"),
        (0, 80, "new_action_plan"),
        (0, 50, "favourable_evolution"),
    ]
    assert found["status"].to_list() == ["undetermined"] * 6


def test_the_open_reading_of_seniority_is_named() -> None:
    frame = pl.DataFrame({"year": [5], "years_under_earlier_texts": [3], "admitted_costs_cents": [100]})
    frame = frame.with_columns(subsidy_ceiling_cents=10**9)
    (row,) = yearly_subsidies(frame, regime=REGIME_2024, presumed=FACTS_2024).to_dicts()
    assert (row["subsidy_at_least_cents"], row["subsidy_at_most_cents"]) == (75, 90)
    assert row["reason"] == "assumptions.seniority_after_2024"
    chosen = Assumptions(seniority_after_2024="restarts")
    (row,) = yearly_subsidies(frame, regime=REGIME_2024, presumed=FACTS_2024, assumptions=chosen).to_dicts()
    assert (row["subsidy_cents"], row["percentage_numerator"], row["percentage_denominator"]) == (90, 90, 100)
    assert row["capped_costs_cents"] is None


def test_where_everything_is_stated_each_row_has_one_amount() -> None:
    frame = pl.DataFrame(
        {
            "year": [1, 4, 4, 5],
            "period": [1, 2, 2, 2],
            "renews": ["", "2007", "2024", "2024"],
            "admitted_costs_cents": [10**7] * 4,
            "subsidy_ceiling_cents": [9 * 10**6, 8 * 10**6, 10**9, 10**9],
            "legal_form": ["asbl"] * 4,
            "new_objectives_contract": [False, True, True, True],
            "results_reported": [False, False, False, True],
            "refused": [False] * 4,
        }
    )
    chosen = Assumptions(seniority_after_2024="counts_from_first_recognition")
    found = yearly_subsidies(frame, regime=REGIME_2024, assumptions=chosen)
    assert found.select("subsidy_cents", "status", "reason").rows() == [
        (9_000_000, "determined", None),
        (8_000_000, "determined", None),
        (0, "refused", "results_reported"),
        (7_500_000, "determined", None),
    ]
    assert found["citations"].to_list() == [
        "decree-2007 art. 3 al. 4 1° (2024)",
        "decree-2007 art. 3 al. 4 1° (2024); decree-2007 art. 3 al. 2 (2024)",
        "decree-2007 art. 3 al. 5 (2024)",
        "decree-2007 art. 3 al. 4 2° (2024)",
    ]


def test_a_line_paid_in_part_is_left_out_with_its_part_or_wholly() -> None:
    frame = pl.DataFrame({"year": [1, 1], "a": [100, 100], "b": [10, 10], "of_a": [0, 40], "of_b": [10, 0]})
    asked: dict[str, Any] = {"regime": REGIME_2007, "presumed": FACTS_2007, "costs": ("a", "b")}
    paired = {**asked, "other_public_funding": ("of_a", "of_b"), "outputs": "subsidy_cents"}
    whole_lines = Assumptions(partial_other_funding="exclude_line")
    assert yearly_subsidies(frame, **paired)["subsidy_cents"].to_list() == [100, 70]
    assert yearly_subsidies(frame, **paired, assumptions=whole_lines)["subsidy_cents"].to_list() == [100, 10]
    unpaid = frame.with_columns(a=pl.Series([None, 100]), of_b=pl.Series([None, 0]))
    found = yearly_subsidies(unpaid, **{**paired, "outputs": OUTPUTS}, assumptions=whole_lines)
    assert found.select("subsidy_at_least_cents", "subsidy_at_most_cents", "reason").rows() == [
        (0, 16_000_000, "a; of_b"),
        (10, 10, None),
    ]


def test_a_ceiling_that_moves_by_year() -> None:
    frame = pl.DataFrame({"year": [1, 2, 3, 51, None], "admitted_costs_cents": [10**9] * 5})
    listed = evolve(REGIME_2007, ceiling=evolve(REGIME_2007.ceiling, by_year=(Euro(10), Euro(30), Euro(20))))
    found = yearly_subsidies(frame, regime=listed, presumed=FACTS_2007)
    assert found["capped_costs_cents"].to_list() == [1_000, 3_000, 2_000, 2_000, None]
    assert found["subsidy_at_most_cents"].to_list() == [1_000, 3_000, 2_000, 1_000, 3_000]
    growth = Indexation(
        percentage=Percentage(10), rounding="down", citation=listed.ceiling.citation, basis=listed.ceiling.basis
    )
    indexed = evolve(listed, ceiling=evolve(listed.ceiling, amount=Euro(100), by_year=growth))
    found = yearly_subsidies(frame.lazy(), regime=indexed, presumed=FACTS_2007).collect()
    assert found["capped_costs_cents"].to_list() == [10_000, 11_000, 12_100, None, None]
    assert found["reason"].to_list() == [None, None, None, "year", "year"]


def test_small_integers_and_columns_without_a_type() -> None:
    frame = pl.DataFrame(
        {"year": [1, 7], "a": [3, 255], "b": [2**32 - 1, 1], "refused": [None, None]},
        schema={"year": pl.Int8, "a": pl.UInt8, "b": pl.UInt32, "refused": pl.Null},
    )
    found = yearly_subsidies(frame, regime=REGIME_2007, costs=("a", "b"), presumed=FACTS_2007)
    assert found["subsidy_at_most_cents"].to_list() == [16_000_000, 128]
    assert found["reason"].to_list() == ["refused", "refused"]
    assert found["admitted_costs_cents"].to_list() == [2**32 + 2, 256]
    for other in (frame.to_arrow(), frame.to_pandas()):
        assert list(
            yearly_subsidies(other, regime=REGIME_2007, costs=("a", "b"), presumed=FACTS_2007)["subsidy_at_most_cents"]
        ) == ([pa.scalar(16_000_000), pa.scalar(128)] if isinstance(other, pa.Table) else [16_000_000, 128])


def test_only_the_outputs_asked_for() -> None:
    frame = pl.DataFrame({"year": [1], "a": [3]})
    found = yearly_subsidies(frame, regime=REGIME_2007, costs="a", presumed=FACTS_2007, outputs="subsidy_cents")
    assert found.to_dicts() == [{"year": 1, "a": 3, "subsidy_cents": 3}]
    assert yearly_subsidies(frame, regime=REGIME_2007, costs="a", presumed=FACTS_2007, outputs=()).equals(frame)


def test_everything_wrong_with_the_columns_is_said_together() -> None:
    frame = pd.DataFrame({"year": [1.0], "admitted_costs_cents": [None], "legal_form": [1], "status": ["x"]})
    frame["_clusterlaw_0"] = 1
    with pytest.raises(TypeError) as refused:
        yearly_subsidies(frame, regime=REGIME_2007, presumed=("new_objectives", "nothing"), outputs=("status", "wrong"))
    said = str(refused.value)
    for words in (
        "column 'year' is Float64; money and years are exact",
        "column 'legal_form' is Int64; give texts",
        "column 'period' is missing; add the number of the recognition period",
        "column 'new_action_plan' is missing; add it, null where it is not stated, or presume it",
        "'nothing' is no fact of a condition",
        "'wrong' is no output",
        "there is a column 'status' already",
        "there is a column '_clusterlaw_0' already",
    ):
        assert words in said
    assert "'admitted_costs_cents'" not in said  # all null: no type, and not stated


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"costs": ("a", "a")}, "named twice"),
        ({"costs": ("a", "b"), "other_public_funding": ("o", "p", "q")}, "3 columns of other funding for 2"),
        ({"other_public_funding": "o"}, "given without costs"),
        ({"costs": [f"c{at}" for at in range(1_001)]}, "at most 1000"),
        (
            {
                "costs": ("a", "b"),
                "other_public_funding": "o",
                "assumptions": Assumptions(partial_other_funding="exclude_line"),
            },
            "for each column of costs",
        ),
        ({"costs": "missing_cents"}, "column 'missing_cents' is missing"),
    ],
)
def test_arguments_that_do_not_fit(arguments: dict[str, Any], words: str) -> None:
    frame = pl.DataFrame({"year": [1], **{name: [1] for name in "abopq"}}).lazy()
    with pytest.raises(ValueError, match=words):
        yearly_subsidies(frame, regime=REGIME_2007, presumed=FACTS_2007, **arguments)


@pytest.mark.parametrize(
    ("frame", "arguments"),
    [
        ([1], {}),
        (pl.Series([1]), {}),
        (pl.DataFrame(), {"regime": "2007"}),
        (pl.DataFrame(), {"assumptions": None}),
        (pl.DataFrame({"year": [1], "admitted_costs_cents": [1.0]}).lazy(), {}),
        (pl.DataFrame({"year": [1], "admitted_costs_cents": [1]}, schema_overrides={"year": pl.UInt64}), {}),
        (pl.DataFrame({"year": [1], "admitted_costs_cents": [1]}).cast({"admitted_costs_cents": pl.Decimal(9, 0)}), {}),
    ],
)
def test_kinds_that_are_refused(frame: Any, arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        yearly_subsidies(frame, **{"regime": REGIME_2007, "presumed": FACTS_2007, **arguments})


def test_lazy_polars_stays_lazy(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pl.LazyFrame({"year": [1], "admitted_costs_cents": [3]})
    frame = frame.map_batches(lambda _: pytest.fail("collected"), schema=frame.collect_schema())
    monkeypatch.setattr(pl.LazyFrame, "collect", lambda *_, **__: pytest.fail("collected"))
    assert isinstance(yearly_subsidies(frame, regime=REGIME_2007, presumed=FACTS_2007), pl.LazyFrame)


def test_duckdb_stays_lazy() -> None:
    relation = duckdb.sql("select 1::bigint as year, cast(error('executed') as bigint) as admitted_costs_cents")
    found = yearly_subsidies(relation, regime=REGIME_2007, presumed=FACTS_2007)
    with pytest.raises(duckdb.Error, match="executed"):
        found.fetchall()


@pytest.mark.spark
def test_spark_stays_lazy() -> None:
    frame = (
        spark().range(1).selectExpr("id + 1 as year", "cast(raise_error('executed') as bigint) as admitted_costs_cents")
    )
    found = yearly_subsidies(frame, regime=REGIME_2007, presumed=FACTS_2007)
    with pytest.raises(Exception, match="executed"):
        found.collect()


def test_pandas_keeps_its_index_and_its_columns() -> None:
    frame = pd.DataFrame({"year": [1, 4], "admitted_costs_cents": [101, 101]}, index=[7, 3])
    before = frame.copy()
    found = yearly_subsidies(frame, regime=REGIME_2007, presumed=FACTS_2007)
    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(found[["year", "admitted_costs_cents"]], before)
    assert found["subsidy_cents"].to_dict() == {7: 101, 3: 81}
    assert str(found["subsidy_cents"].dtype) == "Int64"


def test_all_engines_are_tested() -> None:
    assert {engine.name for engine in LOCAL} | {SPARK.name} >= {"polars", "polars-lazy", "pandas", "pyarrow", "duckdb"}
