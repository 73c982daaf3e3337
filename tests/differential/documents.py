"""Valid dossier documents, drawn at random around the days and amounts where the law changes its answer."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import LEGAL_FORMS, NATURES, PURPOSES
from clusterlaw.recognition import periods_through

_TURNING_DAYS = [
    date(2007, 7, 1),
    date(2008, 2, 29),
    date(2023, 11, 2),
    date(2024, 2, 29),
    date(2024, 7, 1),
    date(2026, 1, 1),
]
_AMOUNTS = st.one_of(
    st.integers(0, 30),
    st.integers(15_999_990, 16_000_010),
    st.integers(0, 30_000_000),
)


def _near_turning_days() -> st.SearchStrategy[date]:
    """Days at which the text of some period of the path changes, give or take a day."""
    turning = st.sampled_from([day for day in _TURNING_DAYS if day.month != 2])
    shifted = st.tuples(turning, st.sampled_from([0, 3, 4, 6, 9]), st.integers(-1, 1)).map(
        lambda each: each[0].replace(year=each[0].year - each[1]) + timedelta(days=each[2])
    )
    return st.one_of(st.sampled_from(_TURNING_DAYS), shifted, st.dates(date(2007, 7, 1), date(2028, 1, 1))).filter(
        lambda day: day >= date(2007, 7, 1)
    )


@st.composite
def _line(draw: st.DrawFn) -> dict[str, Any]:
    amount = draw(_AMOUNTS)
    other = draw(st.one_of(st.just(0), st.just(0), st.just(amount), st.integers(0, amount)))
    line: dict[str, Any] = {
        "nature": draw(st.sampled_from(NATURES)),
        "purpose": draw(st.sampled_from(PURPOSES)),
        "amount_cents": amount,
        "other_public_funding_cents": other,
    }
    return line | draw(st.fixed_dictionaries({}, optional={"admissible": st.booleans()}))


_ASSUMPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "rounding": st.sampled_from(["half_up", "down"]),
        "leap_day": st.sampled_from(["february_28", "march_1"]),
        "sixth_year_counting": st.sampled_from(["from_recognition", "with_prior_years"]),
        "partial_other_funding": st.sampled_from(["exclude_part", "exclude_line"]),
        "results_after_triennium": st.sampled_from(["not_required", "required"]),
        "lapsed_subsidy": st.sampled_from(["ends", "may_resume"]),
        "seniority_after_2024": st.sampled_from(
            ["counts_from_first_subsidy", "counts_from_first_recognition", "restarts"]
        ),
        "entry_into_force_2025": st.sampled_from(
            ["2026-01-01", "2026-01-08", "2025-12-29", "2029-07-01", "2024-03-01", "2010-01-01"]
        ),
    },
)
_MOSTLY = st.sampled_from([True, True, True, False])
_CEILINGS = st.one_of(st.sampled_from([0, 1, 2, 8_000_000]), st.integers(0, 20_000_000))
_RENEWAL_FACTS = {
    "new_action_plan": _MOSTLY,
    "new_objectives": _MOSTLY,
    "favourable_evolution": _MOSTLY,
    "results_reported": _MOSTLY,
    "new_objectives_contract": _MOSTLY,
    "legal_form": st.sampled_from(["asbl", "asbl", "asbl", *LEGAL_FORMS]),
    "subsidy_ceiling_cents": _CEILINGS,
    "requested_on": st.just("2012-01-01"),
}
_FIRST_FACTS = {"favourable_evolution": _MOSTLY, "subsidy_ceiling_cents": _CEILINGS}


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a valid `clusterlaw-dossier/1` document whose renewals start on the right days."""
    recognised_on = draw(_near_turning_days())
    assumptions = draw(_ASSUMPTIONS)
    readings: dict[str, Any] = dict(assumptions)
    if "entry_into_force_2025" in readings:
        readings["entry_into_force_2025"] = date.fromisoformat(readings["entry_into_force_2025"])
    periods = periods_through(
        recognised_on=recognised_on, years=11, day=recognised_on, assumptions=Assumptions(**readings)
    )
    renewals = [
        {"starts_on": str(period.starts_on)} | draw(st.fixed_dictionaries({}, optional=_RENEWAL_FACTS))
        for period in periods[1:]
        if draw(st.sampled_from([True, True, True, False]))
    ]
    costs = st.fixed_dictionaries({}, optional={"costs": st.lists(_line(), max_size=3)})
    document = {
        "format": "clusterlaw-dossier/1",
        "cluster": {"name": "x", "legal_form": draw(st.sampled_from(["asbl", "asbl", *LEGAL_FORMS]))},
        "recognised_on": str(recognised_on),
        "first_period": draw(st.fixed_dictionaries({}, optional=_FIRST_FACTS)),
        "renewals": renewals,
        "years": draw(st.lists(costs, max_size=11)),
        "assumptions": assumptions,
    } | draw(st.fixed_dictionaries({}, optional={"prior_subsidy_years": st.integers(0, 9)}))
    return json.loads(json.dumps(document))
