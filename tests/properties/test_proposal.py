"""What must always hold of the model proposed in 2011, in integer cents."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from clusterlaw import platform_support, project_support, proposal_2011
from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Dossier
from clusterlaw.finding import Determined, Refused, Undetermined
from clusterlaw.money import Euro, Percentage
from clusterlaw.path import funding_path
from clusterlaw.rules.proposal import Contribution, Platform, Project
from tests.properties.dossiers import dossiers

amounts = st.integers(min_value=0, max_value=10**9)
percentages = st.integers(min_value=0, max_value=10_000).map(
    lambda hundredths: Percentage(f"{hundredths // 100}.{hundredths % 100:02}")
)


@st.composite
def platforms(draw: st.DrawFn) -> Platform:
    brought = draw(st.none() | st.lists(amounts, max_size=4))
    total = sum(brought or ())
    contributions = (
        None
        if brought is None
        else tuple(Contribution(kind="management", amount=Euro.from_cents(cents)) for cents in brought)
    )
    budget = Euro.from_cents(max(total + draw(amounts), 1))
    return Platform(
        budget=budget, contributions=contributions, business_plan=draw(st.sampled_from([None, True, False]))
    )


@given(platform=platforms())
def test_the_region_pays_at_most_half_and_the_parts_sum_to_the_budget(platform: Platform) -> None:
    """§ 4.2: never above half of the budget, never more than what the companies leave."""
    found = platform_support(platform)
    budget = platform.budget.cents
    for step in found.steps:
        assert step.replay() == step.result
        assert step.citations
        if step.rule.identifier == "proposal.parts":
            companies, region, left = step.result
            assert companies + region + left == budget
            assert min(companies, region, left) >= 0
            assert 2 * region <= budget
            assert region == budget // 2 or left == 0  # less than half only where nothing is left
    if isinstance(found, Determined):
        assert 2 * found.value.cents <= budget


@given(platform=platforms(), plan=st.booleans())
def test_stating_more_stays_within_the_bounds(platform: Platform, plan: bool) -> None:
    """What is missing gives bounds: any business plan and any contribution stay within them, or refuse."""
    before = platform_support(platform)
    stated = Platform(
        budget=platform.budget,
        contributions=platform.contributions or (),
        business_plan=plan if platform.business_plan is None else platform.business_plan,
    )
    after = platform_support(stated)
    assert not isinstance(after, Undetermined)
    if isinstance(before, Undetermined) and isinstance(after, Determined):
        assert before.greatest is not None
        assert before.least <= after.value <= before.greatest
    if isinstance(before, Refused):
        assert isinstance(after, Refused)


@given(budget=amounts, more=amounts, rate=percentages)
def test_aid_to_a_project_grows_with_its_budget(budget: int, more: int, rate: Percentage) -> None:
    """§ 4.2: the aid is the open rate of the budget, rounded once."""
    small, large = (
        project_support(Project(companies=2, budget=Euro.from_cents(cents)), rate=rate, assumptions=Assumptions())
        for cents in (budget, budget + more)
    )
    assert isinstance(small, Determined)
    assert isinstance(large, Determined)
    assert small.value <= large.value <= Euro.from_cents(budget + more)
    assert all(step.replay() == step.result for step in small.steps)


@given(share=percentages)
def test_the_remainder_of_a_share_is_exact(share: Percentage) -> None:
    """§ 4.4: what the companies do not pay is the Region's: together the whole, however often it is taken."""
    assert share.fraction + share.remainder.fraction == 1
    assert share.remainder.remainder == share
    assert Percentage(str(share.remainder)) == share.remainder


@given(
    dossier=dossiers(),
    shares=st.lists(percentages, min_size=1, max_size=2),
    ceiling=st.none() | st.tuples(amounts, st.sampled_from(["costs", "subsidy"])),
    prior_years_count=st.booleans(),
)
def test_nothing_is_granted_beyond_the_last_period(
    dossier: Dossier, shares: list[Percentage], ceiling: tuple[int, str] | None, prior_years_count: bool
) -> None:
    """§ 4.2: one or two periods of three years; afterwards every year is refused, and every step replays."""
    proposal = proposal_2011(
        private_share_by_period=tuple(shares),
        commences_on=date(1990, 1, 1),
        yearly_ceiling=None if ceiling is None else Euro.from_cents(ceiling[0]),
        ceiling_on=None if ceiling is None else ceiling[1],  # type: ignore[arg-type]
        prior_years_count=prior_years_count,
    )
    bare = Dossier(
        cluster=dossier.cluster,
        recognised_on=dossier.recognised_on,
        prior_subsidy_years=dossier.prior_subsidy_years,
        years=dossier.years,
        assumptions=dossier.assumptions,
    )
    for year in funding_path(bare, regimes=(proposal,)).years:
        if year.recognition_period > len(shares):
            assert year.status == "refused"
            assert "number_of_periods" in {reason.condition for reason in year.reasons}
        assert all(step.replay() == step.result for step in year.steps)
        if ceiling is not None and ceiling[1] == "subsidy" and year.subsidy is not None:
            assert year.subsidy.cents <= ceiling[0]
