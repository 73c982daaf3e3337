"""Every row of every engine equals the scalar rule: rows of any kind, and the years of whole dossiers."""

from __future__ import annotations

from typing import Any

import pytest

for module in ("narwhals", "polars", "pandas", "pyarrow", "duckdb"):
    pytest.importorskip(module, reason="the frames group is absent: uv run --group frames pytest")

from attrs import evolve
from hypothesis import Phase, given, settings

from clusterlaw.dossier import Dossier
from clusterlaw.frames import MOST_CENTS, OUTPUTS, yearly_subsidies
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.path import FundingPath, FundingYear, funding_path
from tests.frames.engines import LOCAL, POLARS_LAZY, SPARK, Engine, Row, float_columns
from tests.frames.oracle import expected
from tests.frames.rows import FACTS, PROPOSED, TYPES, Case, cases, cases_of_lines
from tests.properties.dossiers import dossiers

# Each example is a frame of up to thirty rows on every engine; making a failing one smaller would take minutes.
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
FEWER = settings(max_examples=max(10, settings.default.max_examples // 5), phases=WITHOUT_SHRINKING)
FEWEST = settings(max_examples=4, derandomize=True, database=None, phases=WITHOUT_SHRINKING)
TEXTS = ("rules", "reason", "citations")


def compare(case: Case, engine: Engine) -> list[Row]:
    """Compare what an engine finds with the oracle, and return what it finds."""
    found = yearly_subsidies(engine.make(case.rows, case.types), **case.arguments)
    assert float_columns(found) == []
    answer = engine.rows(found)
    assert len(answer) == len(case.rows)
    for row, got in zip(case.rows, answer, strict=True):
        wanted = expected(row, case.regime, case.assumptions, costs=case.costs, other=case.other)
        if not case.costs:  # it is the user's own column, and stays as it is
            wanted["admitted_costs_cents"] = row["admitted_costs_cents"]
        wrong = {name: (got[name], value) for name, value in wanted.items() if got[name] != value}
        assert not wrong, f"{wrong} {got['reason']} (found, expected) of {row}"
        assert {name: got[name] for name in case.types} == row
    return answer


def compare_all(case: Case) -> None:
    answers = [compare(case, engine) for engine in LOCAL]
    for answer in answers[1:]:
        assert [[row[name] for name in TEXTS] for row in answer] == [
            [row[name] for name in TEXTS] for row in answers[0]
        ]


@given(case=cases())
@FEWER
def test_rows_of_any_kind(case: Case) -> None:
    compare_all(case)


@given(case=cases_of_lines())
@FEWER
def test_columns_of_costs_and_other_funding(case: Case) -> None:
    compare_all(case)


@pytest.mark.spark
@given(case=cases())
@FEWEST
def test_rows_of_any_kind_on_spark(case: Case) -> None:
    pytest.importorskip("pyspark", reason="the spark group is absent: uv run --group spark pytest")
    compare(case, SPARK)


@pytest.mark.spark
@given(case=cases_of_lines())
@FEWEST
def test_columns_of_costs_on_spark(case: Case) -> None:
    pytest.importorskip("pyspark", reason="the spark group is absent: uv run --group spark pytest")
    compare(case, SPARK)


@given(dossier=dossiers())
@FEWER
def test_the_years_of_a_dossier(dossier: Dossier) -> None:
    """A row made of each year of a path gives that year's figures, whatever earlier periods left it."""
    compare_with_path(funding_path(dossier, years=15))


@given(dossier=dossiers())
@FEWER
def test_the_years_under_what_was_proposed(dossier: Dossier) -> None:
    """Periods without end of costs, without ceiling, and none after the second."""
    compare_with_path(funding_path(evolve(dossier, renewals=()), years=12, regimes=(REGIME_2007, PROPOSED)))


def compare_with_path(path: FundingPath) -> None:
    by_regime: dict[int, list[FundingYear]] = {}
    for year in path.years:
        # A column holds an amount that a line of a dossier may have; the sum of several lines can be more.
        if (year.admitted[0] == year.admitted[1] and year.admitted[0] <= MOST_CENTS) or year.costs is None:
            by_regime.setdefault(id(year.regime), []).append(year)
    for years in by_regime.values():
        frame = POLARS_LAZY.make([row_of(year) for year in years], TYPES)
        answer = yearly_subsidies(frame, regime=years[0].regime, assumptions=path.dossier.assumptions)
        for year, got in zip(years, POLARS_LAZY.rows(answer), strict=True):
            assert {name: got[name] for name in OUTPUTS[:-3]} == figures(year)


def row_of(year: FundingYear) -> Row:
    within = year.within
    facts: dict[str, Any] = {name: getattr(within.facts, name, None) for name in FACTS}
    form = next((each.value for each in within.conditions if each.condition.fact == "legal_form"), "asbl")
    lost, open_after = within.carried.lost, within.open_after_lapse
    refused = True if lost or open_after is False else None if lost is None or open_after is None else False
    ceiling = getattr(within.facts, "subsidy_ceiling", None)
    return {
        "year": year.number,
        "prior_subsidy_years": within.dossier.prior_subsidy_years or 0,
        "years_under_earlier_texts": within.years_under_earlier_texts,
        "period": within.period.number,
        "admitted_costs_cents": None if year.costs is None else year.admitted[0],
        "subsidy_ceiling_cents": ceiling and ceiling.cents,
        "legal_form": form,
        "renews": within.renews,
        **facts,
        "refused": refused,
    }


def figures(year: FundingYear) -> Row:
    def cents(amount: Any) -> int | None:
        return None if amount is None else amount.cents

    percentages = {band.percentage.fraction: band.percentage for band in year.bands}
    rate = next(iter(percentages.values())) if len(percentages) == 1 else None
    return {
        "admitted_costs_cents": cents(year.admitted_costs),
        "capped_costs_cents": cents(year.capped_costs),
        "percentage_numerator": rate and rate.numerator,
        "percentage_denominator": rate and rate.denominator,
        "subsidy_cents": cents(year.subsidy),
        "subsidy_at_least_cents": cents(year.subsidy_at_least),
        "subsidy_at_most_cents": cents(year.subsidy_at_most),
        "status": year.status,
    }
