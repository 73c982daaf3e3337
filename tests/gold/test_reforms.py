"""What works on a regime works on a reform: one expression changes the law, and the path follows."""

from datetime import date

import attrs

from clusterlaw.dossier import Cluster, CostLine, Dossier, YearFacts
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import funding_path
from clusterlaw.reforms import (
    indexed_ceiling,
    linear_degressivity,
    no_degressivity,
    percentages_of_2024,
    scheduled_ceiling,
    scheduled_percentages,
    subsidy_ceiling,
)
from clusterlaw.regime import Regime

COSTS = (CostLine(nature="structure", purpose="set_up", amount=Euro(200_000), other_public_funding=Euro(0)),)
DOSSIER = Dossier(
    cluster=Cluster(name="reform", legal_form="asbl"),
    recognised_on=date(2008, 3, 1),
    years=(YearFacts(costs=COSTS),) * 9,
)


def most(reform: Regime, number: int) -> Euro | None:
    return funding_path(DOSSIER, years=number, regimes=(reform,)).years[-1].subsidy_at_most


def test_a_ceiling_on_the_subsidy_instead_of_the_costs() -> None:
    order = attrs.evolve(REGIME_2007.operations, value=("apply_percentage", "cap_subsidy"))
    reform = attrs.evolve(REGIME_2007, operations=order)
    assert most(REGIME_2007, 4) == Euro(128_000)
    assert most(reform, 4) == Euro(160_000)  # 80 % of 200,000 = 160,000, at the ceiling
    assert most(reform, 7) == Euro(100_000)  # 50 % of 200,000
    assert funding_path(DOSSIER, regimes=(reform,)).years[0].capped_costs is None


def test_a_percentage_that_is_not_whole() -> None:
    rates = tuple(attrs.evolve(band, percentage=Percentage("33.33")) for band in REGIME_2007.rates)
    reform = attrs.evolve(REGIME_2007, rates=rates)
    assert most(reform, 1) == Euro("53328.00")  # 160,000 x 33.33 %


def test_an_indexed_ceiling_and_longer_periods() -> None:
    reform = attrs.evolve(
        REGIME_2007,
        ceiling=attrs.evolve(REGIME_2007.ceiling, amount=Euro(180_000)),
        recognition_years=attrs.evolve(REGIME_2007.recognition_years, value=5),
    )
    assert most(reform, 1) == Euro(180_000)
    path = funding_path(DOSSIER, regimes=(reform,))
    assert [year.recognition_period for year in path.years] == [1] * 5 + [2] * 4


def amounts(reform: Regime) -> list[int]:
    """The subsidy of nine years on 200,000 of admitted costs, in whole euros."""
    found = [most(reform, number) for number in range(1, 10)]
    assert all(amount is not None and amount.cents % 100 == 0 for amount in found)
    return [amount.cents // 100 for amount in found if amount is not None]


def test_the_ceiling_on_the_subsidy_in_one_expression() -> None:
    assert amounts(REGIME_2007)[3] == 128_000  # 200,000 capped at 160,000; 80 %
    assert amounts(subsidy_ceiling(REGIME_2007))[3] == 160_000  # 80 % of 200,000, at the ceiling
    assert amounts(subsidy_ceiling(REGIME_2007)) == [160_000] * 6 + [100_000] * 3
    other = subsidy_ceiling(REGIME_2007, amount=Euro(180_000))
    assert amounts(other) == [180_000] * 3 + [160_000] * 3 + [100_000] * 3


def test_the_percentages_of_2024_in_2007() -> None:
    # 160,000 x 90 %, 75 %, 60 %, in bands of four years
    assert amounts(percentages_of_2024(REGIME_2007)) == [144_000] * 4 + [120_000] * 4 + [96_000]


def test_no_degressivity() -> None:
    assert amounts(no_degressivity(REGIME_2007, percentage=Percentage(75))) == [120_000] * 9  # 160,000 x 75 %


def test_linear_degressivity() -> None:
    reform = linear_degressivity(REGIME_2007, first=Percentage(100), last=Percentage(50), years=6)
    # 100, 90, 80, 70, 60, 50 % of 160,000, and 50 % after
    assert amounts(reform) == [160_000, 144_000, 128_000, 112_000, 96_000] + [80_000] * 4


def test_a_schedule_of_percentages() -> None:
    reform = scheduled_percentages(REGIME_2007, percentages=(Percentage(100), Percentage(50), Percentage(25)))
    assert amounts(reform) == [160_000, 80_000] + [40_000] * 7  # the last one goes on


def test_the_indexed_ceiling_is_compounded_from_the_first_year() -> None:
    reform = indexed_ceiling(REGIME_2007, percentage=Percentage("2.5"), rounding="half_up")
    ceilings = [year.ceiling for year in funding_path(DOSSIER, years=5, regimes=(reform,)).years]
    # 160,000 x 1.025^0 to ^4: 164,000; 168,100; 172,302.50; 176,610.0625
    assert ceilings == [Euro(160_000), Euro(164_000), Euro(168_100), Euro("172302.50"), Euro("176610.06")]
    assert most(reform, 2) == Euro(164_000)  # 100 %
    assert most(reform, 5) == Euro("141288.05")  # 176,610.06 x 80 % = 141,288.048


def test_the_index_is_rounded_once_and_never_chained() -> None:
    small = attrs.evolve(REGIME_2007, ceiling=attrs.evolve(REGIME_2007.ceiling, amount=Euro("1.00")))
    index = Percentage("50")
    up = indexed_ceiling(small, percentage=index, rounding="half_up")
    down = indexed_ceiling(small, percentage=index, rounding="down")
    # 1.00 x 1.5^n: 1.50, 2.25, 3.375, 5.0625, 7.59375; chained half up, 3.38 x 1.5 = 5.07 and then 7.61
    assert [str(year.ceiling) for year in funding_path(DOSSIER, years=6, regimes=(up,)).years] == [
        "1.00", "1.50", "2.25", "3.38", "5.06", "7.59",
    ]  # fmt: skip
    assert [str(year.ceiling) for year in funding_path(DOSSIER, years=6, regimes=(down,)).years] == [
        "1.00", "1.50", "2.25", "3.37", "5.06", "7.59",
    ]  # fmt: skip


def test_a_schedule_of_ceilings() -> None:
    reform = scheduled_ceiling(REGIME_2007, amounts=(Euro(100_000), Euro(150_000)))
    # year 1 at 100,000, then 150,000: 100 %, 80 %, 50 %
    assert amounts(reform) == [100_000, 150_000, 150_000] + [120_000] * 3 + [75_000] * 3


def test_reforms_add_up() -> None:
    both = percentages_of_2024(subsidy_ceiling(REGIME_2007))
    assert amounts(both) == [160_000] * 4 + [150_000] * 4 + [120_000]  # 180,000 at the ceiling; 150,000; 120,000
    assert both.reforms == ("subsidy_ceiling", "percentages_of_2024")
    assert both.version == "2007+subsidy_ceiling+percentages_of_2024"
    assert both.label.en == "text of 2007, what if: ceiling on the subsidy; percentages of 2024"
    assert both.label.fr == "texte de 2007, et si : plafond sur la subvention ; pourcentages de 2024"
