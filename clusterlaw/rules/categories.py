"""In which category a cluster is classed (art. 3 al. 3, 2024): its member companies in order with their fee."""

from datetime import date

from clusterlaw.application import Member
from clusterlaw.money import Euro
from clusterlaw.regime import MemberCategory
from clusterlaw.rule import Rule
from clusterlaw.sources import Label


def counting_day(*, filed_on: date) -> date:
    """Return the day on which members are counted: the first of the month in which the request is filed."""
    return filed_on.replace(day=1)


def is_member(*, member: Member, day: date) -> bool | None:
    """Decide whether it is a member on a day. None: the day on which it joined is not stated."""
    if member.left_on is not None and member.left_on <= day:
        return False
    return None if member.joined_on is None else member.joined_on <= day


def fee_in_order(*, member: Member, fee_at_least: Euro, day: date) -> bool | None:
    """Decide whether a member is in order on a day with a fee of at least the text's (assumption `fee_in_order`).

    The fee due for that calendar year is paid on or before the day. None: the fees or the payment are not stated.
    """
    if member.fees is None:
        return None
    due = [fee for fee in member.fees if fee.year == day.year and fee.amount >= fee_at_least]
    if not due or due[0].paid is False:
        return False
    return None if due[0].paid_on is None else due[0].paid_on <= day


def counts(*, member: Member, fee_at_least: Euro, day: date) -> bool | None:
    """Decide whether a member counts for the category: a company, a member and in order on the day."""
    if member.kind != "company":
        return False
    verdicts = (
        is_member(member=member, day=day),
        fee_in_order(member=member, fee_at_least=fee_at_least, day=day),
    )
    return False if False in verdicts else None if None in verdicts else True


def members_counted(*, members: tuple[Member, ...] | None, fee_at_least: Euro, day: date) -> tuple[int, int | None]:
    """Return how many member companies count at least and at most; (0, None): the members are not stated."""
    if members is None:
        return 0, None
    verdicts = [counts(member=member, fee_at_least=fee_at_least, day=day) for member in members]
    return verdicts.count(True), len(verdicts) - verdicts.count(False)


def category_of(
    *, counted: tuple[int, int | None], categories: tuple[MemberCategory, ...]
) -> tuple[MemberCategory, ...]:
    """Return the categories that the numbers counted allow: one, or all that stay possible (art. 3 al. 3, 2024)."""
    least, greatest = counted
    return tuple(
        category
        for category in categories
        if (greatest is None or category.at_least <= greatest)
        and (category.fewer_than is None or least < category.fewer_than)
    )


COUNTING_DAY = Rule(
    identifier="categories.counting_day",
    label=Label(fr="jour où les membres sont comptés", en="day on which the members are counted"),
    function=counting_day,
    parameters=("filed_on",),
    reads="categories",
)
MEMBERS_COUNTED = Rule(
    identifier="categories.members_counted",
    label=Label(fr="entreprises membres en ordre de cotisation", en="member companies in order with their fee"),
    function=members_counted,
    parameters=("members", "fee_at_least", "day"),
    reads="categories",
)
CATEGORY_OF = Rule(
    identifier="categories.category_of",
    label=Label(fr="catégorie du cluster", en="category of the cluster"),
    function=category_of,
    parameters=("counted", "categories"),
    reads="categories",
)
RULES = (COUNTING_DAY, MEMBERS_COUNTED, CATEGORY_OF)
