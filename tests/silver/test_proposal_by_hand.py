"""The model proposed in 2011 (§ 4.2), computed by hand: animation, platforms, projects."""

from datetime import date

from clusterlaw import platform_support, project_support, proposal_2011
from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Cluster, CostLine, Dossier, Renewal, YearFacts
from clusterlaw.finding import Determined, Refused, Undetermined
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import FundingPath, funding_path
from clusterlaw.regime import Regime
from clusterlaw.rules.proposal import Contribution, Platform, Project

FIRST_DAY = date(2012, 3, 1)
COSTS = CostLine(nature="structure", purpose="set_up", amount=Euro("200000.01"), other_public_funding=Euro(0))


def proposal(*percents: int | str, ceiling: Euro | None = None, on: str | None = None, prior: bool = True) -> Regime:
    return proposal_2011(
        private_share_by_period=tuple(Percentage(percent) for percent in percents),
        commences_on=date(2012, 1, 1),
        yearly_ceiling=ceiling,
        ceiling_on=on,  # type: ignore[arg-type]
        prior_years_count=prior,
    )


def path(*regimes: Regime, first_day: date = FIRST_DAY, prior_years: int = 0, years: int = 9) -> FundingPath:
    renewals = tuple(
        Renewal(
            starts_on=first_day.replace(year=first_day.year + 3 * number), new_action_plan=True, new_objectives=True
        )
        for number in (1, 2)
    )
    dossier = Dossier(
        cluster=Cluster(name="proposal", legal_form="asbl"),
        recognised_on=first_day,
        prior_subsidy_years=prior_years,
        renewals=renewals,
        years=(YearFacts(costs=(COSTS,)),) * 9,
    )
    return funding_path(dossier, regimes=regimes, years=years)


def subsidies(found: FundingPath) -> list[str]:
    return [str(year.subsidy) if year.status == "determined" else year.status for year in found.years]


def test_two_periods_then_nothing() -> None:
    # 20 % private: 200,000.01 x 80 % = 160,000.008 -> 160,000.01; then 45.5 %: x 54.5 % = 109,000.00545 -> 109,000.01
    found = path(proposal(20, "45.5"))
    assert subsidies(found) == ["160000.01"] * 3 + ["109000.01"] * 3 + ["refused"] * 3
    assert found.total_subsidy == Euro("807000.06")  # 3 x 160,000.01 + 3 x 109,000.01
    assert [[reason.condition for reason in year.reasons] for year in found.years[6:]] == [["number_of_periods"]] * 3
    assert str(found.years[6].reasons[0].citation) == "evaluation-2011 § 4.2 (reconfiguring the support)"
    # Beyond the last period no text asks for a new plan.
    assert found.unused == ("renewals[2018-03-01].new_action_plan", "renewals[2018-03-01].new_objectives")


def test_one_period() -> None:
    found = path(proposal("33.33"))
    assert subsidies(found) == ["133340.01"] * 3 + ["refused"] * 6  # 200,000.01 x 66.67 % = 133,340.006667


def test_no_monotony_is_imposed() -> None:
    assert subsidies(path(proposal(60, 10)))[:6] == ["80000.00"] * 3 + ["180000.01"] * 3


def test_a_ceiling_on_the_costs_or_on_the_subsidy() -> None:
    on_costs = path(proposal(20, 50, ceiling=Euro(160_000), on="costs"))
    assert subsidies(on_costs)[:6] == ["128000.00"] * 3 + ["80000.00"] * 3
    assert "ceiling_year" in on_costs.years[0].assumptions
    on_subsidy = path(proposal(20, 50, ceiling=Euro(90_000), on="subsidy"))
    assert subsidies(on_subsidy)[:6] == ["90000.00"] * 3 + ["90000.00"] * 3  # 160,000.01 and 100,000.01 before it
    assert subsidies(path(proposal(20, 50, ceiling=Euro(0), on="subsidy")))[0] == "0.00"


def test_without_ceiling_none_is_missing() -> None:
    dossier = Dossier(
        cluster=Cluster(name="proposal", legal_form="asbl"), recognised_on=FIRST_DAY, prior_subsidy_years=0
    )
    year = funding_path(dossier, regimes=(proposal(20),), years=1).years[0]
    assert year.status == "undetermined"
    assert year.missing == ("years[0].costs",)
    assert (year.subsidy_at_least, year.subsidy_at_most) == (Euro(0), None)
    assert {step.bound for step in path(proposal(20)).years[0].steps} == {"exact"}


def test_a_ceiling_stated_by_the_caller_is_not_read() -> None:
    dossier = Dossier(
        cluster=Cluster(name="proposal", legal_form="asbl"),
        recognised_on=FIRST_DAY,
        renewals=(Renewal(starts_on=date(2015, 3, 1), subsidy_ceiling=Euro(1)),),
    )
    found = funding_path(dossier, regimes=(proposal(20, 30),))
    assert "renewals[2015-03-01].subsidy_ceiling_cents" in found.unused


def test_prior_years_count_or_not() -> None:
    assert subsidies(path(proposal(20, 50), prior_years=3))[:6] == ["100000.01"] * 3 + ["0.00"] * 3
    assert subsidies(path(proposal(20, 50, prior=False), prior_years=3))[:6] == ["160000.01"] * 3 + ["100000.01"] * 3


def test_nothing_of_costs_that_are_not_stated_is_nothing() -> None:
    dossier = Dossier(
        cluster=Cluster(name="proposal", legal_form="asbl"), recognised_on=FIRST_DAY, prior_subsidy_years=6
    )
    year = funding_path(dossier, regimes=(proposal(20, 50),), years=1).years[0]
    assert (year.status, year.subsidy) == ("determined", Euro(0))


def test_a_cluster_of_the_decree_passes_to_the_proposal_at_its_renewal() -> None:
    # Recognised in 2010: 160,000 a year for three years (the costs capped), then the second share, then nothing.
    found = path(REGIME_2007, proposal(20, 50), first_day=date(2010, 3, 1))
    assert subsidies(found) == ["160000.00"] * 3 + ["100000.01"] * 3 + ["refused"] * 3
    assert [year.regime.identifier for year in found.years] == ["2007"] * 3 + ["proposal-2011"] * 6


def test_the_steps_of_the_proposal_replay() -> None:
    for year in path(proposal(20, "45.5", ceiling=Euro(150_000), on="subsidy")).years:
        assert all(step.replay() == step.result and step.citations for step in year.steps)


def platform(budget: str, *amounts: str, plan: bool | None = True) -> Platform:
    contributions = tuple(Contribution(kind="logistics", amount=Euro(amount)) for amount in amounts)
    return Platform(budget=Euro(budget), contributions=contributions, business_plan=plan)


def results(found: Determined[Euro] | Undetermined[Euro] | Refused) -> dict[str, object]:
    return {f"{step.rule.identifier} {step.bound}": step.result for step in found.steps}


def test_a_platform_completed_to_the_budget() -> None:
    # 30,000 + 40,000 = 70,000 from the companies; 100,000 - 70,000 = 30,000, under half (50,000): 3/10 of the budget.
    found = platform_support(platform("100000", "30000", "40000"))
    assert isinstance(found, Determined)
    assert found.value == Euro(30_000)
    shown = results(found)
    assert shown["proposal.brought exact"] == (7_000_000, 7_000_000)
    assert shown["proposal.most_of_region exact"] == 5_000_000
    assert shown["proposal.parts exact"] == (7_000_000, 3_000_000, 0)
    assert str(shown["proposal.share_of_region exact"]) == "3/10"


def test_a_platform_with_a_part_left_to_be_found() -> None:
    # 100,000 - 20,000 = 80,000, more than half: the Region 50,000, and 30,000 are left to be found.
    found = platform_support(platform("100000", "20000"))
    assert isinstance(found, Determined)
    assert found.value == Euro(50_000)
    assert results(found)["proposal.parts exact"] == (2_000_000, 5_000_000, 3_000_000)


def test_no_business_plan_no_support() -> None:
    found = platform_support(platform("100000", "50000", plan=False))
    assert isinstance(found, Refused)
    (reason,) = found.reasons
    assert (reason.condition, reason.affects) == ("business_plan", "subsidy")
    assert str(reason.citation) == "evaluation-2011 § 4.2 (reconfiguring the support)"


def test_what_is_not_stated_of_a_platform() -> None:
    unplanned = platform_support(platform("100000", "20000", plan=None))
    assert unplanned == Undetermined(
        least=Euro(0), greatest=Euro(50_000), missing=("business_plan",), steps=unplanned.steps
    )
    unbrought = platform_support(Platform(budget=Euro(100_000), business_plan=True))
    assert unbrought == Undetermined(
        least=Euro(0), greatest=Euro(50_000), missing=("contributions",), steps=unbrought.steps
    )
    neither = platform_support(Platform(budget=Euro(100_000)))
    assert isinstance(neither, Undetermined)
    assert neither.missing == ("business_plan", "contributions")
    assert {step.bound for step in neither.steps} == {"exact", "least", "greatest"}


def test_a_budget_that_the_companies_pay_whole_needs_no_plan() -> None:
    found = platform_support(platform("100000", "100000", plan=None))
    assert isinstance(found, Determined)
    assert found.value == Euro(0)


def test_a_platform_rests_on_what_the_companies_bring() -> None:
    brought = Contribution(kind="money", amount=Euro(10))
    found = platform_support(Platform(budget=Euro(100), contributions=(brought,), business_plan=True))
    (step,) = [each for each in found.steps if each.rule.identifier == "proposal.brought"]
    assert [str(each) for each in step.citations] == ["evaluation-2011 § 4.4 (involvement of the companies)"]


def test_projects() -> None:
    # 37.5 % of 1,000.01 = 375.00375: 375.00 either way; of 1,000.02 = 375.0075: 375.01, or 375.00 rounded down.
    whole = Assumptions()
    project = Project(companies=2, budget=Euro("1000.02"), kind="marketing")
    found = project_support(project, rate=Percentage("37.5"), assumptions=whole)
    assert isinstance(found, Determined)
    assert found.value == Euro("375.01")
    assert found.steps[-1].assumptions == ("rounding",)
    down = project_support(project, rate=Percentage("37.5"), assumptions=Assumptions(rounding="down"))
    assert isinstance(down, Determined)
    assert down.value == Euro(375)
    even = project_support(Project(companies=3, budget=Euro(1_000)), rate=Percentage(60), assumptions=whole)
    assert isinstance(even, Determined)
    assert (even.value, even.steps[-1].assumptions) == (Euro(600), ())


def test_what_is_not_stated_of_a_project() -> None:
    whole, rate = Assumptions(), Percentage(60)
    neither = project_support(Project(), rate=rate, assumptions=whole)
    assert neither == Undetermined(least=Euro(0), greatest=None, missing=("companies", "budget"), steps=neither.steps)
    alone = project_support(Project(budget=Euro(100)), rate=rate, assumptions=whole)
    assert alone == Undetermined(least=Euro(0), greatest=Euro(60), missing=("companies",), steps=alone.steps)
    nothing = project_support(Project(), rate=Percentage(0), assumptions=whole)
    assert isinstance(nothing, Determined)
    assert nothing.value == Euro(0)
