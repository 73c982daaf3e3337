"""An application with every key of the format, for the tests that spoil one place of it or leave one fact out."""

from typing import Any

from tests.boundary.applications import sound


def every_key() -> dict[str, Any]:
    """A valid document in which every key of `clusterlaw-application/1` stands at least once."""
    document = sound("2007")
    document["applicant"]["agreement_clauses"] = True
    document["applicant"]["members"][0].update(
        left_on="2020-01-01", fees=[{"year": 2008, "amount_cents": 25_000, "paid": True, "paid_on": "2008-01-31"}]
    )
    document["request"] = {
        "kind": "renewal",
        "filed_on": "2010-09-01",
        "starts_on": "2011-03-01",
        "recognised_on": "2008-03-01",
        "prior_subsidy_years": 0,
        "purpose": "joint_task",
        "objectives_contract": True,
        "new_action_plan": True,
        "new_objectives": True,
        "favourable_evolution": True,
        "results_reported": True,
    }
    document["actions"][0].update(
        starts_on="2011-03-01",
        ends_before="2012-03-01",
        budget_cents=100,
        partners=["P"],
        indicators=[{"name": "I", "level": "output", "baseline": 0, "target": 2, "value": 1}],
    )
    document["opinion"]["given_on"] = "2011-01-15"
    document["opinion"]["votes"][0].update(
        mandate_started_on="2010-09-01", mandate_ended_on="2012-01-01", mandate_end="resignation"
    )
    document["assumptions"] = {
        "rounding": "half_up",
        "leap_day": "february_28",
        "sixth_year_counting": "from_recognition",
        "partial_other_funding": "exclude_part",
        "results_after_triennium": "not_required",
        "lapsed_subsidy": "ends",
        "seniority_after_2024": "restarts",
        "entry_into_force_2025": "2026-01-01",
        "deadline_counting": "before",
        "incomplete_year": "full_ceiling",
        "specific_subsidy_ceiling": "per_project",
    }
    return document
