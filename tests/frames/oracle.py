"""What a row amounts to by the scalar rules, row by row; what is not stated is tried in every way that matters."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

from clusterlaw.amounts import reads_a_ceiling
from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import LEGAL_FORMS, CostLine
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro
from clusterlaw.path import LONGEST
from clusterlaw.regime import Condition, Indexation, RateBand, Regime
from clusterlaw.rules.conditions import holds
from clusterlaw.rules.costs import admitted_costs
from clusterlaw.rules.subsidy import capped, ceiling_of_year, percentage_of, rate_of_year

Row = dict[str, Any]
MOST = 10**15
_ADMISSION = REGIME_2007.admission
FAR = 40  # a rank beyond the last band of any regime tested


def expected(
    row: Row, regime: Regime, assumptions: Assumptions, *, costs: tuple[str, ...] = (), other: tuple[str, ...] = ()
) -> Row:
    """Return the outputs of a row, the names of columns for texts left out."""
    read = _read(regime, assumptions, costs, other)
    if _out_of_range({name: row[name] for name in read}):
        return _invalid()
    indexed = reads_a_ceiling(regime) and isinstance(regime.ceiling.by_year, Indexation)
    if indexed and (row["year"] or 0) > _last_year(regime):
        return _invalid()
    try:
        bands = _bands(row, regime, assumptions)
    except ValueError:
        return _invalid()
    admitted = _admitted(row, assumptions, costs, other)
    if admitted is None:
        return _invalid()
    low_ceiling, high_ceiling = _ceilings(row, regime)
    least = _stages(regime, admitted[0], bands[0], low_ceiling, assumptions)
    greatest = _stages(regime, admitted[1], bands[-1], high_ceiling, assumptions)
    verdicts = [_verdict(each, row, assumptions) for each in regime.conditions]
    refused, doubtful = row["refused"] is True or False in verdicts, row["refused"] is None or None in verdicts
    low = 0 if refused or doubtful else least[-1]
    high = 0 if refused else greatest[-1]
    known, operations = admitted[0] == admitted[1], regime.operations.value
    shares = {band.percentage.fraction for band in bands}
    percentage = bands[0].percentage if len(shares) == 1 else None
    cap = operations.index("cap_costs") + 1 if "cap_costs" in operations else None
    return {
        "admitted_costs_cents": admitted[0] if known else None,
        "capped_costs_cents": least[cap] if known and cap is not None and least[cap] == greatest[cap] else None,
        "percentage_numerator": percentage and percentage.numerator,
        "percentage_denominator": percentage and percentage.denominator,
        "subsidy_cents": low if low == high else None,
        "subsidy_at_least_cents": low,
        "subsidy_at_most_cents": high,
        "status": "refused" if refused else "determined" if low == high else "undetermined",
    }


def _ceilings(row: Row, regime: Regime) -> tuple[int, int | None]:
    amount, by_year = regime.ceiling.amount, regime.ceiling.by_year
    if amount is None:
        stated = row["subsidy_ceiling_cents"] if reads_a_ceiling(regime) else 0
        return stated or 0, stated
    if by_year is None:
        return amount.cents, amount.cents
    years = _or_any(row["year"], range(1, (len(by_year) if isinstance(by_year, tuple) else _last_year(regime)) + 1))
    found = [ceiling_of_year(year=year, amount_cents=amount.cents, by_year=by_year) for year in years]
    return min(found), max(found)


def _last_year(regime: Regime) -> int:
    """The last year of a path whose indexed ceiling is an amount that a dossier may hold."""
    amount, by_year = regime.ceiling.amount, regime.ceiling.by_year
    years = range(1, LONGEST + 1)
    return max(
        year
        for year in years
        if amount and by_year and ceiling_of_year(year=year, amount_cents=amount.cents, by_year=by_year) <= MOST
    )


def _read(regime: Regime, assumptions: Assumptions, costs: tuple[str, ...], other: tuple[str, ...]) -> set[str]:
    """The columns that matter under a text: only these can be out of range."""
    read = {"year", *(costs or ("admitted_costs_cents",)), *other}
    if reads_a_ceiling(regime) and regime.ceiling.amount is None:
        read.add("subsidy_ceiling_cents")
    readings = _readings(regime, assumptions)
    beyond = any(each.beyond_year is not None for each in regime.conditions)
    if "counts_from_first_subsidy" in readings or (beyond and assumptions.sixth_year_counting == "with_prior_years"):
        read.add("prior_subsidy_years")
    if "restarts" in readings:
        read.add("years_under_earlier_texts")
    for each in regime.conditions:
        read |= {"period" if each.fact == "period_number" else each.fact} | (
            {"period"} if each.first_period > 1 or each.last_period is not None else set()
        )
    return read


def _readings(regime: Regime, assumptions: Assumptions) -> tuple[str, ...]:
    chosen = regime.seniority.assumption and getattr(assumptions, regime.seniority.assumption)
    return (chosen,) if chosen else regime.seniority.value


def _invalid() -> Row:
    amounts = ("admitted_costs", "capped_costs", "subsidy", "subsidy_at_least", "subsidy_at_most")
    nothing = dict.fromkeys((*(f"{each}_cents" for each in amounts), "percentage_numerator", "percentage_denominator"))
    return {**nothing, "status": "invalid"}


def _out_of_range(row: Row) -> bool:
    for name, value in row.items():
        if value is None or isinstance(value, bool):
            continue
        if name.endswith("_cents") and not 0 <= value <= MOST:
            return True
        if name in {"year", "rank", "period"} and not 1 <= value <= 9_999:
            return True
        if name in {"prior_subsidy_years", "years_under_earlier_texts"} and not 0 <= value <= 9_999:
            return True
        if name == "legal_form" and value not in LEGAL_FORMS:
            return True
    return False


def _or_any(value: int | None, anything: Iterable[int]) -> Iterable[int]:
    return anything if value is None else (value,)


def _bands(row: Row, regime: Regime, assumptions: Assumptions) -> list[RateBand]:
    found = {}
    for reading in _readings(regime, assumptions):
        possible = list(_bands_of_reading(row, regime, reading))
        if not possible:
            raise ValueError(f"no percentage whatever is not stated: {row}")
        found |= {band.first_rank: band for band in possible}
    return sorted(found.values(), key=lambda band: band.percentage.fraction)


def _bands_of_reading(row: Row, regime: Regime, reading: Any) -> Iterable[RateBand]:
    """The bands of every rank that the facts of a reading leave possible; a known rank without one is an error."""
    read = {"counts_from_first_subsidy": "prior_subsidy_years", "restarts": "years_under_earlier_texts"}.get(reading)
    known = row["year"] is not None and (read is None or row[read] is not None)
    for year, other in product(_or_any(row["year"], range(1, FAR)), _or_any(row[read] if read else 0, range(FAR))):
        try:
            yield rate_of_year(
                year=year,
                prior_years=other,
                years_under_earlier_texts=other,
                reading=reading,
                rates=regime.rates,
            )
        except ValueError:
            if known:
                raise


def _admitted(
    row: Row, assumptions: Assumptions, costs: tuple[str, ...], other: tuple[str, ...]
) -> tuple[int, int | None] | None:
    if not costs:
        cents = row["admitted_costs_cents"]
        return (0, None) if cents is None else (cents, cents)
    lines = list(zip(((name,) for name in costs), other, strict=True)) if len(other) > 1 else [(costs, *other)]
    low, high = 0, 0
    for names, *paid_by in lines:
        found = _line([row[name] for name in names], row[paid_by[0]] if paid_by else 0, assumptions)
        if found is None:
            return None
        low, high = low + found[0], None if high is None or found[1] is None else high + found[1]
    return low, high


def _line(amounts: list[int | None], paid: int | None, assumptions: Assumptions) -> tuple[int, int | None] | None:
    known = sum(amount for amount in amounts if amount is not None)
    complete = None not in amounts
    if paid is None:
        return 0, known if complete else None
    if paid > known:
        if complete:
            return None
        return (0, 0) if assumptions.partial_other_funding == "exclude_line" else (0, None)
    # A dossier's line holds at most 10^15 cents; the rule itself adds up lines, so the sum comes as several.
    net = known
    if paid:
        line = CostLine(
            nature="structure",
            purpose="set_up",
            amount=Euro.from_cents(min(known, MOST)),
            other_public_funding=Euro.from_cents(paid),
            admissible=True,
        )
        reading = assumptions.partial_other_funding
        admission = _ADMISSION
        net = admitted_costs(lines=(line,), admission=admission, partial_other_funding=reading)[0]
        net = net and net + known - min(known, MOST)
    if complete or (paid and assumptions.partial_other_funding == "exclude_line"):
        return net, net
    return net, None


def _stages(
    regime: Regime, cents: int | None, band: RateBand, ceiling: int | None, assumptions: Assumptions
) -> list[int | None]:
    found = [cents]
    for operation in regime.operations.value:
        if operation == "apply_percentage":
            cents = percentage_of(cents=cents, band=band, rounding=assumptions.rounding)
        else:
            cents = capped(cents=cents, ceiling_cents=ceiling)
        found.append(cents)
    return found


def _verdict(condition: Condition, row: Row, assumptions: Assumptions) -> bool | None:
    """Whether a condition lets the row pass: yes, no, or not known."""
    applies = _applies(condition, row, assumptions)
    held = holds(condition=condition, value=row["period" if condition.fact == "period_number" else condition.fact])
    if applies is False or held is True:
        return True
    return False if applies and held is False else None


def _applies(condition: Condition, row: Row, assumptions: Assumptions) -> bool | None:
    tests: list[bool | None] = []
    period, year, prior = row["period"], row["year"], row["prior_subsidy_years"]
    last = condition.last_period
    if condition.first_period > 1:
        tests.append(None if period is None else period >= condition.first_period)
    if last is not None:
        tests.append(None if period is None else period <= last)
    if condition.beyond_year is not None:
        if assumptions.sixth_year_counting == "from_recognition":
            tests.append(None if year is None else year > condition.beyond_year)
        else:
            known, so_far = year is not None and prior is not None, (year or 1) + (prior or 0)
            beyond = so_far > condition.beyond_year
            tests.append(beyond if known or beyond else None)
    if condition.presumed_after is not None and assumptions.results_after_triennium != "required":
        tests.append(None if row["renews"] is None else row["renews"] != condition.presumed_after)
    if False in tests:
        return False
    return None if None in tests else True
