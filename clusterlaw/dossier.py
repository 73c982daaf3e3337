"""The facts of a dossier. A fact that is not stated is None: missing, never zero and never false."""

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from attrs import field
from attrs.validators import optional

from clusterlaw.assumptions import Assumptions
from clusterlaw.checks import (
    instance_of,
    is_optional_text,
    is_stated,
    is_text,
    legal_amount,
    legal_day,
    one_of,
    require_whole,
    tuple_of,
)
from clusterlaw.money import Euro
from clusterlaw.values import frozen

if TYPE_CHECKING:
    from clusterlaw.errors import Problem

LegalForm = Literal["association_de_fait", "asbl", "gie", "geie"]
Nature = Literal["structure", "organisation", "other"]
Purpose = Literal["set_up", "daily_operation", "development", "other"]

LEGAL_FORMS: tuple[LegalForm, ...] = ("association_de_fait", "asbl", "gie", "geie")
NATURES: tuple[Nature, ...] = ("structure", "organisation", "other")
PURPOSES: tuple[Purpose, ...] = ("set_up", "daily_operation", "development", "other")


@frozen(kw_only=True)
class Cluster:
    """A cluster (réseau d'entreprises ou cluster): its name and its legal form at recognition (art. 1)."""

    name: str = field(validator=is_text)
    legal_form: LegalForm = field(validator=one_of("decree-2007 art. 1", *LEGAL_FORMS))


@frozen(kw_only=True)
class CostLine:
    """A line of costs of one subsidy year (art. 3).

    `other_public_funding` is what other regional, national or community programmes pay of the line, at most
    `amount`. `admissible` is what the Government's list of admitted costs says of it; None: not stated. Raises
    FactError where the other funding exceeds the amount.
    """

    nature: Nature = field(validator=one_of("nature of a cost, art. 3", *NATURES))
    purpose: Purpose = field(validator=one_of("purpose of a cost, art. 3", *PURPOSES))
    amount: Euro = field(validator=legal_amount)
    other_public_funding: Euro = field(validator=legal_amount)
    admissible: bool | None = field(default=None, validator=is_stated)
    label: str | None = field(default=None, validator=is_optional_text)

    def __attrs_post_init__(self) -> None:
        if self.other_public_funding.cents > self.amount.cents:
            from clusterlaw.errors import FactError

            raise FactError(too_much_other_funding(amount=self.amount, other=self.other_public_funding))


def too_much_other_funding(*, amount: Euro, other: Euro) -> "Problem":
    """Return the problem of a line whose other public funding exceeds its amount (art. 3 § 1 al. 3)."""
    from clusterlaw.errors import Problem
    from clusterlaw.sources import Label

    return Problem(
        path="other_public_funding_cents",
        what=Label(
            fr=f"les autres subventions ({other} EUR) dépassent la ligne ({amount} EUR)",
            en=f"other public funding ({other} EUR) exceeds the line ({amount} EUR)",
        ),
        rule="decree-2007 art. 3 § 1 al. 3",
        remedy=Label(
            fr="indiquez la seule part de cette ligne que d'autres programmes financent",
            en="give only the part of this line that other programmes pay",
        ),
    )


@frozen(kw_only=True)
class YearFacts:
    """The facts of one subsidy year: its cost lines; None: not stated; (): no costs."""

    costs: tuple[CostLine, ...] | None = field(default=None, validator=tuple_of(CostLine, optional=True))
    label: str | None = field(default=None, validator=is_optional_text)


@frozen(kw_only=True)
class FirstPeriod:
    """The facts of the first recognition period.

    `favourable_evolution`: the field evolved favourably against its indicators (art. 3 § 1 al. 6, 2007).
    `subsidy_ceiling`: the Government's ceiling for a year of the period (art. 3 al. 2, 2024).
    """

    favourable_evolution: bool | None = field(default=None, validator=is_stated)
    subsidy_ceiling: Euro | None = field(default=None, validator=optional(legal_amount))


@frozen(kw_only=True)
class Renewal:
    """The facts of a recognition period after the first, matched by the day it starts on; each may be unstated.

    `legal_form` is the form by then; `requested_on` the day of the request, which moves no cents.
    """

    starts_on: date = field(validator=legal_day)
    legal_form: LegalForm | None = field(default=None, validator=optional(one_of("decree-2007 art. 1", *LEGAL_FORMS)))
    new_action_plan: bool | None = field(default=None, validator=is_stated)
    new_objectives: bool | None = field(default=None, validator=is_stated)
    favourable_evolution: bool | None = field(default=None, validator=is_stated)
    results_reported: bool | None = field(default=None, validator=is_stated)
    new_objectives_contract: bool | None = field(default=None, validator=is_stated)
    subsidy_ceiling: Euro | None = field(default=None, validator=optional(legal_amount))
    requested_on: date | None = field(default=None, validator=optional(legal_day))


def _years_before(instance: Any, attribute: Any, value: Any) -> None:
    instance_of(int, type(None))(instance, attribute, value)
    if value is not None and value < 0:
        raise ValueError(f"Dossier.{attribute.name}: {value} is negative; give whole years, 0 for none (art. 10 al. 2)")


@frozen(kw_only=True)
class Dossier:
    """Everything stated of a cluster: the facts, and the readings chosen where the law is silent.

    `prior_subsidy_years` are whole years of subsidy before the recognition (art. 10 al. 2, 2007; None: not stated);
    `years[i]` is subsidy year i + 1. Raises TypeError or ValueError for a wrong kind or value; what only the law can
    tell (the day a renewal starts on) is checked where the path is computed.
    """

    cluster: Cluster = field(validator=instance_of(Cluster))
    recognised_on: date = field(validator=legal_day)
    prior_subsidy_years: int | None = field(default=None, validator=_years_before)
    first_period: FirstPeriod = field(factory=FirstPeriod, validator=instance_of(FirstPeriod))
    renewals: tuple[Renewal, ...] = field(default=(), validator=tuple_of(Renewal))
    years: tuple[YearFacts, ...] = field(default=(), validator=tuple_of(YearFacts))
    assumptions: Assumptions = field(factory=Assumptions, validator=instance_of(Assumptions))

    def costs_of_year(self, number: int) -> tuple[CostLine, ...] | None:
        """Return the cost lines stated of a subsidy year, from 1; None: not stated.

        Raises TypeError unless `number` is an int, ValueError below 1.
        """
        if type(number) is not int or number < 1:
            require_whole("Dossier.costs_of_year", number=number)
            raise ValueError(f"Dossier.costs_of_year: number is {number}; subsidy years are counted from 1")
        return self.years[number - 1].costs if number <= len(self.years) else None
