"""Documents that are right: read to exactly the dossier written out by hand, up to the limits of the format."""

import json
from datetime import date
from typing import Any

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.interchange import read_dossier
from clusterlaw.money import Euro

LEAST: dict[str, Any] = {
    "format": "clusterlaw-dossier/1",
    "cluster": {"name": "TWEED", "legal_form": "asbl"},
    "recognised_on": "2008-03-01",
    "years": [],
}


def read(**keys: Any) -> Dossier:
    return read_dossier(json.dumps(LEAST | keys).encode())


def line(**keys: Any) -> CostLine:
    cost = {"nature": "other", "purpose": "other", "amount_cents": 0, "other_public_funding_cents": 0} | keys
    costs = read(years=[{"costs": [cost]}]).years[0].costs
    assert costs is not None
    return costs[0]


def test_a_document_with_every_key_is_read_to_its_dossier() -> None:
    document = """{
        "format": "clusterlaw-dossier/1",
        "cluster": {"name": "Cluster d'Écoconstruction", "legal_form": "association_de_fait"},
        "recognised_on": "2008-02-29",
        "prior_subsidy_years": 6,
        "first_period": {"favourable_evolution": true, "subsidy_ceiling_cents": 12000000},
        "renewals": [
            {
                "starts_on": "2011-03-01",
                "legal_form": "geie",
                "new_action_plan": true,
                "new_objectives": false,
                "favourable_evolution": true,
                "results_reported": false,
                "new_objectives_contract": true,
                "subsidy_ceiling_cents": 1,
                "requested_on": "2010-10-31"
            },
            {"starts_on": "2014-03-01"}
        ],
        "years": [
            {
                "label": "2008-2009",
                "costs": [
                    {
                        "label": "Animatrice",
                        "nature": "structure",
                        "purpose": "set_up",
                        "amount_cents": 9500001,
                        "other_public_funding_cents": 250099,
                        "admissible": false
                    },
                    {
                        "nature": "organisation",
                        "purpose": "development",
                        "amount_cents": 0,
                        "other_public_funding_cents": 0
                    }
                ]
            },
            {"costs": []},
            {}
        ],
        "assumptions": {
            "rounding": "down",
            "leap_day": "march_1",
            "sixth_year_counting": "with_prior_years",
            "partial_other_funding": "exclude_line",
            "results_after_triennium": "required",
            "lapsed_subsidy": "may_resume",
            "seniority_after_2024": "counts_from_first_subsidy",
            "entry_into_force_2025": "2026-01-08",
            "deadline_counting": "on",
            "incomplete_year": "pro_rata_days",
            "specific_subsidy_ceiling": "per_cluster_and_year"
        }
    }"""
    assert read_dossier(document.encode()) == Dossier(
        cluster=Cluster(name="Cluster d'Écoconstruction", legal_form="association_de_fait"),
        recognised_on=date(2008, 2, 29),
        prior_subsidy_years=6,
        first_period=FirstPeriod(favourable_evolution=True, subsidy_ceiling=Euro(120_000)),
        renewals=(
            Renewal(
                starts_on=date(2011, 3, 1),
                legal_form="geie",
                new_action_plan=True,
                new_objectives=False,
                favourable_evolution=True,
                results_reported=False,
                new_objectives_contract=True,
                subsidy_ceiling=Euro("0.01"),
                requested_on=date(2010, 10, 31),
            ),
            Renewal(starts_on=date(2014, 3, 1)),
        ),
        years=(
            YearFacts(
                label="2008-2009",
                costs=(
                    CostLine(
                        label="Animatrice",
                        nature="structure",
                        purpose="set_up",
                        amount=Euro("95000.01"),
                        other_public_funding=Euro("2500.99"),
                        admissible=False,
                    ),
                    CostLine(
                        nature="organisation", purpose="development", amount=Euro(0), other_public_funding=Euro(0)
                    ),
                ),
            ),
            YearFacts(costs=()),
            YearFacts(costs=None),
        ),
        assumptions=Assumptions(
            rounding="down",
            leap_day="march_1",
            sixth_year_counting="with_prior_years",
            partial_other_funding="exclude_line",
            results_after_triennium="required",
            lapsed_subsidy="may_resume",
            seniority_after_2024="counts_from_first_subsidy",
            entry_into_force_2025=date(2026, 1, 8),
            deadline_counting="on",
            incomplete_year="pro_rata_days",
            specific_subsidy_ceiling="per_cluster_and_year",
        ),
    )


def test_a_key_left_out_is_a_fact_that_is_not_stated() -> None:
    assert read() == Dossier(
        cluster=Cluster(name="TWEED", legal_form="asbl"),
        recognised_on=date(2008, 3, 1),
        prior_subsidy_years=None,
        first_period=FirstPeriod(favourable_evolution=None, subsidy_ceiling=None),
        renewals=(),
        years=(),
        assumptions=Assumptions(),
    )


def test_no_costs_differ_from_costs_not_stated_and_no_prior_years_from_none_stated() -> None:
    assert [year.costs for year in read(years=[{"costs": []}, {}]).years] == [(), None]
    assert read(prior_subsidy_years=0).prior_subsidy_years == 0
    assert read().prior_subsidy_years is None
    assert line(admissible=False).admissible is False
    assert line().admissible is None


@pytest.mark.parametrize(
    ("written", "amount"),
    [("0", Euro(0)), ("-0", Euro(0)), ("1", Euro("0.01")), ("1000000000000000", Euro(10_000_000_000_000))],
)
def test_an_amount_is_read_to_the_cent(written: str, amount: Euro) -> None:
    text = json.dumps(LEAST | {"first_period": {"subsidy_ceiling_cents": 123}}).replace("123", written)
    assert read_dossier(text.encode()).first_period.subsidy_ceiling == amount


def test_a_line_may_reach_the_limit_and_be_paid_wholly_by_others() -> None:
    cost = line(amount_cents=10**15, other_public_funding_cents=10**15)
    assert (cost.amount, cost.other_public_funding) == (Euro(10**13), Euro(10**13))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2007-07-01", date(2007, 7, 1)),
        ("2008-02-29", date(2008, 2, 29)),
        ("2199-12-31", date(2199, 12, 31)),
    ],
)
def test_a_recognition_is_read_from_the_first_day_of_the_decree_to_the_last_of_the_format(
    written: str, day: date
) -> None:
    assert read(recognised_on=written).recognised_on == day


@pytest.mark.parametrize("written", ["2000-02-29", "2199-12-31"])
def test_a_request_may_bear_any_date(written: str) -> None:
    renewals = read(renewals=[{"starts_on": "2011-03-01", "requested_on": written}]).renewals
    assert renewals[0].requested_on == date.fromisoformat(written)


@pytest.mark.parametrize("written", ["2024-07-01", "2026-01-08", "2199-12-31"])
def test_the_entry_into_force_of_2025_takes_a_date(written: str) -> None:
    assumptions = read(assumptions={"entry_into_force_2025": written}).assumptions
    assert assumptions == Assumptions(entry_into_force_2025=date.fromisoformat(written))


@pytest.mark.parametrize("name", ["Écoconstruction", "é", "集群", "𝄞", "a\tb", 'quote " and \\', ""])
@pytest.mark.parametrize("escaped", [True, False])
def test_a_name_keeps_its_letters(name: str, escaped: bool) -> None:
    text = json.dumps(LEAST | {"cluster": {"name": name, "legal_form": "asbl"}}, ensure_ascii=escaped)
    assert read_dossier(text.encode()).cluster == Cluster(name=name, legal_form="asbl")


def test_more_years_than_any_horizon_are_read() -> None:
    assert read(years=[{}] * 60).years == (YearFacts(),) * 60


def test_the_order_of_keys_and_white_space_do_not_matter() -> None:
    backwards = json.dumps(dict(reversed(LEAST.items())), indent=4)
    assert read_dossier(b"\r\n\t " + backwards.encode() + b"\n") == read()
