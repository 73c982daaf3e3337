"""Hypothesis strategies for rows, for the regimes that they fall under, and for reforms of these."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from clusterlaw.assumptions import Assumptions
from clusterlaw.law.decree_2007 import REGIME_2007, REGIME_2007_FROM_2023
from clusterlaw.law.decree_2024 import REGIME_2024
from clusterlaw.law.decree_2025 import REGIME_2025
from clusterlaw.law.proposal_2011 import proposal_2011
from clusterlaw.money import Euro, Percentage
from clusterlaw.regime import Indexation, RateBand, Regime
from tests.frames.engines import Row, Types
from tests.properties.dossiers import chosen_readings

PROPOSED = proposal_2011(
    private_share_by_period=(Percentage(25), Percentage(50)),
    commences_on=date(2012, 1, 1),
    yearly_ceiling=None,
    ceiling_on=None,
    prior_years_count=True,
)
ENACTED = (REGIME_2007, REGIME_2007_FROM_2023, REGIME_2024, REGIME_2025, PROPOSED)
FACTS = ("new_action_plan", "new_objectives", "favourable_evolution", "new_objectives_contract", "results_reported")
CEILING = 16_000_000
NOTABLE = (0, 1, 2, 3, 5, 7, 9, 10, 49, 50, 51, 99, CEILING - 1, CEILING, CEILING + 1, 10**15 - 1, 10**15)
WRONG = (-1, 10**15 + 1, 2**63 - 1, -(2**63))
LINES = ("one_cents", "two_cents", "three_cents")

TYPES: Types = {
    **dict.fromkeys(("year", "prior_subsidy_years", "years_under_earlier_texts", "period"), "int"),
    **dict.fromkeys(("admitted_costs_cents", "subsidy_ceiling_cents"), "int"),
    **dict.fromkeys(("legal_form", "renews"), "str"),
    **dict.fromkeys((*FACTS, "refused"), "bool"),
}

amounts = st.one_of(st.sampled_from(NOTABLE), st.integers(0, 2 * CEILING), st.integers(0, 10**15))
any_amounts = st.one_of(st.none(), amounts, amounts, amounts, st.sampled_from(WRONG))
years = st.one_of(st.integers(1, 12), st.integers(1, 12), st.none(), st.sampled_from((0, -3, 10_000, 2**63 - 1)))
counts = st.one_of(st.integers(0, 8), st.integers(0, 3), st.none(), st.sampled_from((-1, 10_000)))
periods = st.one_of(st.integers(1, 4), st.none(), st.just(0))
booleans = st.sampled_from((True, True, True, False, None))
forms = st.sampled_from(("asbl", "asbl", "association_de_fait", "gie", "geie", None, "ASBL"))
texts = st.sampled_from(("2007", "2024", None))


@st.composite
def rows(draw: st.DrawFn, regime: Regime) -> Row:
    """A row: mostly in range, with a null anywhere; a ceiling is often a cent from what the percentage gives."""
    costs = draw(any_amounts)
    band = draw(st.sampled_from(regime.rates))
    near = 0 if costs is None else max(0, costs * band.percentage.numerator // band.percentage.denominator)
    ceiling = st.one_of(any_amounts, st.sampled_from((-1, 0, 1)).map(lambda cent: near + cent))
    return {
        "year": draw(years),
        "prior_subsidy_years": draw(counts),
        "years_under_earlier_texts": draw(counts),
        "period": draw(periods),
        "admitted_costs_cents": costs,
        "subsidy_ceiling_cents": draw(ceiling),
        "legal_form": draw(forms),
        "renews": draw(texts),
        **{name: draw(booleans) for name in FACTS},
        "refused": draw(st.sampled_from((False, False, False, True, None))),
    }


percentages = st.one_of(
    st.sampled_from((Percentage(100), Percentage(0), Percentage("33.33"), Percentage("12.5"), Percentage("66.667"))),
    st.integers(0, 1_000).map(lambda tenths: Percentage(f"{tenths // 10}.{tenths % 10}")),
)


movements = st.one_of(
    st.none(),
    st.none(),
    st.lists(amounts, min_size=1, max_size=4).map(lambda found: tuple(map(Euro.from_cents, found))),
    st.builds(
        Indexation,
        percentage=percentages,
        rounding=st.sampled_from(("half_up", "down")),
        citation=st.just(REGIME_2007.ceiling.citation),
        basis=st.just(REGIME_2007.ceiling.basis),
    ),
)


@st.composite
def reforms(draw: st.DrawFn) -> Regime:
    """Another law, made of the parts of an enacted one: percentages, ceiling, operations, conditions, seniority."""
    base = draw(st.sampled_from(ENACTED))
    lasts = sorted(draw(st.sets(st.integers(1, 12), max_size=3)))
    firsts = [1, *(last + 1 for last in lasts)]
    ends = [*lasts, draw(st.sampled_from((None, None, None, lasts[-1] + 5 if lasts else 5)))]
    rates = tuple(
        evolve(base.rates[0], first_rank=first, last_rank=last, percentage=draw(percentages))
        for first, last in zip(firsts, ends, strict=True)
    )
    operations = draw(
        st.lists(st.sampled_from(("cap_costs", "apply_percentage", "cap_subsidy")), max_size=4).map(tuple)
    )
    readings = draw(st.sets(st.sampled_from(REGIME_2024.seniority.value), min_size=1).map(sorted).map(tuple))
    conditions = [
        evolve(
            each,
            first_period=draw(st.integers(1, 3)),
            last_period=draw(st.sampled_from((None, 2, 3))),
            beyond_year=draw(st.sampled_from((None, 6))),
        )
        for each in base.conditions
        if draw(st.booleans())
    ]
    if draw(st.booleans()):
        conditions.append(evolve(REGIME_2007.conditions[0], name="periods", fact="period_number", accepted=(1, 2)))
    amount = draw(st.one_of(st.none(), amounts.filter(bool).map(Euro.from_cents)))
    return evolve(
        base,
        rates=rates,
        ceiling=evolve(base.ceiling, amount=amount, by_year=None if amount is None else draw(movements)),
        operations=evolve(base.operations, value=operations),
        seniority=evolve(base.seniority, value=readings),
        conditions=tuple(conditions),
    )


@dataclass(frozen=True)
class Case:
    regime: Regime = field(repr=False)
    assumptions: Assumptions
    rows: list[Row] = field(repr=False)
    types: Types = field(repr=False)
    costs: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def arguments(self) -> dict[str, Any]:
        return {
            "regime": self.regime,
            "assumptions": self.assumptions,
            "costs": self.costs,
            "other_public_funding": self.other,
        }


@st.composite
def cases(draw: st.DrawFn) -> Case:
    regime = draw(st.one_of(st.sampled_from(ENACTED), reforms()))
    found = draw(st.lists(rows(regime), min_size=1, max_size=30))
    return Case(regime, draw(chosen_readings()), found, TYPES)


@st.composite
def cases_of_lines(draw: st.DrawFn) -> Case:
    """Columns of costs, and what others pay of them: of all together, or of each."""
    case = draw(cases())
    costs = LINES[: draw(st.integers(1, 3))]
    paired = draw(st.booleans()) or case.assumptions.partial_other_funding == "exclude_line"
    other = tuple(name.replace("cents", "paid_cents") for name in (costs if paired else costs[:1]))
    other = draw(st.sampled_from((other, other, ())))
    found = []
    for row in case.rows:
        lines = {name: draw(any_amounts) for name in costs}
        total = sum(value or 0 for value in lines.values())
        for at, name in enumerate(other):
            most = max(0, (lines[costs[at]] or 0) if len(other) > 1 else total)
            near = st.sampled_from((0, most, most + 1, None))
            lines[name] = draw(st.one_of(near, st.integers(0, min(most, 10**15)), any_amounts))
        lines |= {name: min(value, 2**63 - 1) for name, value in lines.items() if value is not None}
        found.append({name: value for name, value in row.items() if name != "admitted_costs_cents"} | lines)
    types = {name: kind for name, kind in TYPES.items() if name != "admitted_costs_cents"}
    return replace(
        case, rows=found, types={**types, **dict.fromkeys((*costs, *other), "int")}, costs=costs, other=other
    )


def bands_of(*percentages: str) -> tuple[RateBand, ...]:
    """Bands of one year each, the last without end."""
    band = REGIME_2007.rates[0]
    return tuple(
        evolve(
            band,
            first_rank=rank,
            last_rank=rank if rank < len(percentages) else None,
            percentage=Percentage(each),
        )
        for rank, each in enumerate(percentages, start=1)
    )
