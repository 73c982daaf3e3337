"""The category of a cluster on the day on which its request counts its members (art. 3 al. 3, 2024)."""

from collections.abc import Iterator
from datetime import date

from clusterlaw.application import Application, Member
from clusterlaw.finding import Step
from clusterlaw.regime import MemberCategory, Regime
from clusterlaw.rules.categories import (
    CATEGORY_OF,
    COUNTING_DAY,
    MEMBERS_COUNTED,
    category_of,
    counting_day,
    counts,
    members_counted,
)
from clusterlaw.values import frozen


@frozen(kw_only=True)
class CategoryFinding:
    """The category of the cluster: the day of counting, the numbers counted at least and at most, what is possible.

    `categories` holds one category where the facts settle it; `missing` names what would. The ceiling of a category is
    the Government's to set: none is here.
    """

    day: date
    counted: tuple[int, int | None]
    categories: tuple[MemberCategory, ...]
    missing: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def category(self) -> MemberCategory | None:
        """The category, where it is settled."""
        return self.categories[0] if len(self.categories) == 1 else None


def classify(application: Application, *, text: Regime) -> CategoryFinding | None:
    """Return the category of an applicant under a text (art. 3 al. 3, 2024); None: the text has no categories."""
    if not text.categories:
        return None
    members, categories = application.applicant.members, text.categories
    filed_on, fee_at_least = application.request.filed_on, categories[0].yearly_fee_at_least
    day = counting_day(filed_on=filed_on)
    counted = members_counted(members=members, fee_at_least=fee_at_least, day=day)
    possible = category_of(counted=counted, categories=categories)
    return CategoryFinding(
        day=day,
        counted=counted,
        categories=possible,
        missing=tuple(_missing(members, categories[0], day)) if len(possible) > 1 else (),
        steps=(
            Step(COUNTING_DAY, (filed_on,), day, categories),
            Step(MEMBERS_COUNTED, (members, fee_at_least, day), counted, (*categories, "fee_in_order")),
            Step(CATEGORY_OF, (counted, categories), possible, categories),
        ),
    )


def _missing(members: tuple[Member, ...] | None, category: MemberCategory, day: date) -> Iterator[str]:
    if members is None:
        yield "applicant.members"
    for index, member in enumerate(members or ()):
        if counts(member=member, fee_at_least=category.yearly_fee_at_least, day=day) is None:
            yield from (f"applicant.members[{index}].{fact}" for fact in _unstated(member, day))


def _unstated(member: Member, day: date) -> Iterator[str]:
    if member.joined_on is None:
        yield "joined_on"
    if member.fees is None:
        yield "fees"
    for index, fee in enumerate(member.fees or ()):
        if fee.year == day.year and fee.paid is not False and fee.paid_on is None:
            yield f"fees[{index}].paid" if fee.paid is None else f"fees[{index}].paid_on"
