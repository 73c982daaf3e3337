"""What-ifs, comparisons and the plateau refuse wrong arguments in words that say what to give."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clusterlaw import (
    REFORMS,
    REGIMES,
    Cluster,
    Dossier,
    Euro,
    Percentage,
    compare,
    fewest_clusters,
    funding_path,
    plateau,
)
from clusterlaw.comparison_interchange import comparison_document
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.plateaus import plateau_document
from clusterlaw.reforms import (
    indexed_ceiling,
    linear_degressivity,
    no_degressivity,
    scheduled_ceiling,
    scheduled_percentages,
    subsidy_ceiling,
)

TWO = Percentage(2)
RISING = indexed_ceiling(REGIME_2007, percentage=TWO, rounding="down")

WRONG: list[tuple[Callable[[], Any], type[Exception], str]] = [
    (lambda: subsidy_ceiling(REGIME_2007, amount=160_000), TypeError, "amount is 160000, a int; give Euro"),  # type: ignore[arg-type]
    (lambda: subsidy_ceiling(REGIME_2007, amount=Euro(-1)), ValueError, "-1.00 is below zero; give a ceiling of 0"),
    (lambda: indexed_ceiling(REGIME_2007, percentage=2, rounding="down"), TypeError, "give Percentage"),  # type: ignore[arg-type]
    (lambda: indexed_ceiling(REGIME_2007, percentage=TWO, rounding="up"), ValueError, "choose half_up or down"),  # type: ignore[arg-type]
    (lambda: indexed_ceiling(REGIME_2024, percentage=TWO, rounding="down"), ValueError, "is the Government's; give a"),
    (lambda: scheduled_ceiling(REGIME_2007, amounts=()), ValueError, "has 0 entries; give 1 to 50"),
    (lambda: scheduled_ceiling(REGIME_2007, amounts=(Euro(1),) * 51), ValueError, "has 51 entries; give 1 to 50"),
    (lambda: scheduled_ceiling(REGIME_2007, amounts=[Euro(1)]), TypeError, "amounts is a list; give a tuple"),  # type: ignore[arg-type]
    (lambda: scheduled_ceiling(REGIME_2007, amounts=(1,)), TypeError, "give Euro"),  # type: ignore[arg-type]
    (lambda: no_degressivity(REGIME_2007, percentage=1.0), TypeError, "percentage is 1.0, a float"),  # type: ignore[arg-type]
    (lambda: linear_degressivity(REGIME_2007, first=TWO, last=TWO, years=1), ValueError, "years is 1; give 2 to 50"),
    (lambda: linear_degressivity(REGIME_2007, first=TWO, last=TWO, years=51), ValueError, "years is 51; give 2 to 50"),
    (lambda: linear_degressivity(REGIME_2007, first=TWO, last=TWO, years=2.0), TypeError, "give int"),  # type: ignore[arg-type]
    (lambda: scheduled_percentages(REGIME_2007, percentages=(50,)), TypeError, "give Percentage"),  # type: ignore[arg-type]
    (lambda: REFORMS[0].of(REGIMES), TypeError, "subsidy_ceiling: arguments are .*; give amount"),
    (lambda: REFORMS[0].of(REGIMES, sum=1), TypeError, "arguments are .'sum'.; give amount"),
    (lambda: Percentage.of(1, 0), ValueError, "is not between 0 and 1; give a share of one"),
    (lambda: Percentage.of(3, 2), ValueError, "is not between 0 and 1; give a share of one"),
    (lambda: Percentage.of(-1, 2), ValueError, "is not between 0 and 1; give a share of one"),
    (lambda: Percentage.of(1.0, 2), TypeError, "is not a fraction of integers; give ints"),  # type: ignore[arg-type]
    (lambda: Percentage.of(True, 2), TypeError, "is not a fraction of integers; give ints"),
    (lambda: compare(None, PATH), TypeError, "before is a NoneType; give the FundingPath of funding_path"),  # type: ignore[arg-type]
    (lambda: compare(PATH, PATH.dossier), TypeError, "after is a Dossier; give the FundingPath"),  # type: ignore[arg-type]
    (
        lambda: compare(PATH, funding_path(PATH.dossier, years=2)),
        ValueError,
        "3 and 2 years; compute both over as many",
    ),
    (lambda: comparison_document(PATH), TypeError, "is a FundingPath; give the Comparison of compare"),  # type: ignore[arg-type]
    (lambda: plateau_document(PATH), TypeError, "is a FundingPath; give the Plateau of plateau"),  # type: ignore[arg-type]
    (lambda: fewest_clusters(Euro(1), regime=RISING), ValueError, "moves with the year; give a text in which it stays"),
    (lambda: _plateau(first_costs=1), TypeError, "first_costs is 1, a int; give a Euro"),
    (lambda: _plateau(own_means=Euro(-1)), ValueError, "own_means is -1.00; give 0 to"),
    (lambda: _plateau(yearly_growth=Euro(10**13)), ValueError, "yearly_growth is 10000000000000.00; give 0 to"),
    (lambda: _plateau(years=0), ValueError, "years is 0; give 1 to 50"),
    (lambda: _plateau(years=51), ValueError, "years is 51; give 1 to 50"),
    (lambda: _plateau(years="9"), TypeError, "years is '9', a str; give a whole number"),
    (lambda: _plateau(regime=REGIME_2024), ValueError, "text of 2024 has no amount as a ceiling on the costs"),
    (lambda: _plateau(regime=subsidy_ceiling(REGIME_2007)), ValueError, "has no amount as a ceiling on the costs"),
]
PATH = funding_path(Dossier(cluster=Cluster(name="x", legal_form="asbl"), recognised_on=date(2008, 3, 1)), years=3)


def _plateau(**given: Any) -> Any:
    return plateau(**({"first_costs": Euro(1), "yearly_growth": Euro(1), "own_means": Euro(1)} | given))


@pytest.mark.parametrize("index", range(len(WRONG)), ids=lambda index: WRONG[index][2][:40])
def test_a_wrong_argument_is_refused(index: int) -> None:
    call, kind, words = WRONG[index]
    with pytest.raises(kind, match=words):
        call()


def test_a_reform_touches_only_the_texts_it_is_meant_for() -> None:
    reformed = REFORMS[0].of(REGIMES, amount=None)
    assert [regime.version for regime in reformed] == ["2007+subsidy_ceiling", "2007+subsidy_ceiling", "2024", "2025"]
    assert len({reform.name for reform in REFORMS}) == len(REFORMS) == 7
    for reform in REFORMS:
        assert set(reform.texts) <= {regime.identifier for regime in REGIMES}
        assert reform.label.fr
        assert reform.label.en


def test_a_ceiling_left_to_the_government_stays_so_where_the_reform_names_none() -> None:
    same = subsidy_ceiling(REGIME_2024)
    assert (same.ceiling.amount, same.ceiling.scope_assumption) == (None, "ceiling_period_2024")
    named = subsidy_ceiling(REGIME_2024, amount=Euro(1))
    assert (named.ceiling.amount, named.ceiling.scope_assumption) == (Euro(1), None)
