"""The plateau of § 1.4 of the evaluation of 2011: what a ceiling on the costs does to an activity that grows.

The costs of a cluster grow by the same amount every year, under a text and under the what-if that puts its ceiling on
the subsidy instead; each figure is that of a funding path. What the evaluation found is checked year by year.
"""

from itertools import pairwise
from typing import Any, Literal

from clusterlaw.amounts import ceiling_cents, stages
from clusterlaw.assumptions import Assumptions
from clusterlaw.checks import GREATEST_AMOUNT
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.evaluation import Statement
from clusterlaw.inversion import activity_for_own_means
from clusterlaw.law import commences_on
from clusterlaw.law.decree_2007 import REGIME_2007
from clusterlaw.law.evaluation_2011_findings import FINDINGS
from clusterlaw.money import Euro
from clusterlaw.path import LONGEST, FundingYear, funding_path
from clusterlaw.recognition import periods_through
from clusterlaw.reforms import subsidy_ceiling
from clusterlaw.regime import RateBand, Regime
from clusterlaw.sources import Label
from clusterlaw.values import frozen

Verdict = Literal["borne_out", "in_part", "not_borne_out", "not_tested"]

PLATEAU_FORMAT = "clusterlaw-plateau/1"


@frozen(kw_only=True)
class PlateauYear:
    """A year of growing costs: what the subsidy and the own share come to, and what the own means could finance.

    `activity` are the largest costs that the own means given pay together with the subsidy. `flat`: one euro more of
    costs brings no cent of subsidy.
    """

    number: int
    costs: Euro
    rate: RateBand
    subsidy: Euro
    own_share: Euro
    activity: Euro
    flat: bool


@frozen(kw_only=True)
class Check:
    """One thing that the finding implies, and the years in which the figures bear it out or do not."""

    name: str
    statement: Label
    borne_out_in: tuple[int, ...]
    not_in: tuple[int, ...]

    @property
    def holds(self) -> bool | None:
        """Whether it holds in every year to which it applies; None: it applies to none."""
        return not self.not_in if self.borne_out_in or self.not_in else None


@frozen(kw_only=True)
class Plateau:
    """The result: the same costs under the ceiling on the costs and under one on the subsidy, and what was checked."""

    regime: Regime
    reform: Regime
    own_means: Euro
    under_text: tuple[PlateauYear, ...]
    under_reform: tuple[PlateauYear, ...]
    claim: Statement
    checks: tuple[Check, ...]

    @property
    def verdict(self) -> Verdict:
        """Whether the figures bear out the finding: every check, some years of them, none, or nothing to check."""
        if not any(check.borne_out_in or check.not_in for check in self.checks):
            return "not_tested"
        if all(check.holds is not False for check in self.checks):
            return "borne_out"
        return "in_part" if any(check.borne_out_in for check in self.checks) else "not_borne_out"

    @property
    def borne_out(self) -> bool:
        """Whether every check holds in every year to which it applies."""
        return self.verdict == "borne_out"


CLAIM = next(each for each in FINDINGS if each.name == "activity_plateaus")


def plateau(
    *, first_costs: Euro, yearly_growth: Euro, own_means: Euro, years: int = 9, regime: Regime = REGIME_2007
) -> Plateau:
    """Compute the plateau of costs that start at `first_costs` and grow by `yearly_growth` a year.

    `own_means` are what the cluster can pay itself each year, for the activity that it could finance. Every condition
    is taken to be met. Raises TypeError or ValueError for a wrong argument, or a text whose ceiling is not an amount
    on the costs.
    """
    for name, amount in (("first_costs", first_costs), ("yearly_growth", yearly_growth), ("own_means", own_means)):
        if type(amount) is not Euro:
            raise TypeError(f"plateau: {name} is {amount!r}, a {type(amount).__name__}; give a Euro")
        if not 0 <= amount.cents <= GREATEST_AMOUNT.cents // LONGEST:
            raise ValueError(f"plateau: {name} is {amount}; give 0 to {Euro.from_cents(GREATEST_AMOUNT.cents // 50)}")
    if type(years) is not int:
        raise TypeError(f"plateau: years is {years!r}, a {type(years).__name__}; give a whole number")
    if not 1 <= years <= LONGEST:
        raise ValueError(f"plateau: years is {years}; give 1 to {LONGEST}")
    if regime.ceiling.amount is None or "cap_costs" not in regime.operations.value:
        raise ValueError(f"plateau: the {regime.label.en} has no amount as a ceiling on the costs; give one that has")
    costs = [Euro.from_cents(first_costs.cents + yearly_growth.cents * place) for place in range(years)]
    reform = subsidy_ceiling(regime)
    under_text, under_reform = (_years(costs, own_means, each) for each in (regime, reform))
    return Plateau(
        regime=regime,
        reform=reform,
        own_means=own_means,
        under_text=under_text,
        under_reform=under_reform,
        claim=CLAIM,
        checks=_checks(under_text, under_reform),
    )


def _years(costs: list[Euro], own_means: Euro, regime: Regime) -> tuple[PlateauYear, ...]:
    path = funding_path(_dossier(costs, regime), years=len(costs), regimes=(regime,))
    return tuple(_year(year, paid, own_means) for year, paid in zip(path.years, costs, strict=True))


def _dossier(costs: list[Euro], regime: Regime) -> Dossier:
    """Return the facts of a cluster that meets every condition, recognised on the day on which the text commences."""
    day = commences_on(regime, assumptions=Assumptions())
    periods = periods_through(
        recognised_on=day, years=len(costs), day=day, assumptions=Assumptions(), regimes=(regime,)
    )
    return Dossier(
        cluster=Cluster(name="", legal_form="asbl"),
        recognised_on=day,
        prior_subsidy_years=0,
        first_period=FirstPeriod(favourable_evolution=True),
        renewals=tuple(
            Renewal(starts_on=period.starts_on, new_action_plan=True, new_objectives=True, favourable_evolution=True)
            for period in periods[1:]
        ),
        years=tuple(YearFacts(costs=(_line(amount),)) for amount in costs),
    )


def _line(amount: Euro) -> CostLine:
    return CostLine(nature="structure", purpose="daily_operation", amount=amount, other_public_funding=Euro(0))


def _year(year: FundingYear, costs: Euro, own_means: Euro) -> PlateauYear:
    band, subsidy = year.bands[0], Euro.from_cents(year.greatest_stages[-1] or 0)
    return PlateauYear(
        number=year.number,
        costs=costs,
        rate=band,
        subsidy=subsidy,
        own_share=costs - subsidy,
        activity=activity_for_own_means(year, own_means=own_means).least or Euro(0),
        flat=_subsidy(year, band, costs.cents + 100) == subsidy.cents,
    )


def _subsidy(year: FundingYear, band: RateBand, costs: int | None) -> int:
    return stages(year.within, costs, band, ceiling_cents(year.within, year.number))[-1] or 0


def _checks(text: tuple[PlateauYear, ...], reform: tuple[PlateauYear, ...]) -> tuple[Check, ...]:
    flat = [year for year in text if year.flat]
    degressive = [
        (year, other)
        for year, other in zip(text, reform, strict=True)
        if year.rate.percentage != text[0].rate.percentage
    ]
    later = [(before, after) for before, after in pairwise(text) if before.flat]
    return (
        _check(
            "subsidy_stops_growing",
            Label(
                fr="dès que les coûts atteignent le plafond, la subvention ne croît plus",
                en="once the costs reach the ceiling, the subsidy grows no more",
            ),
            [(after.number, after.subsidy <= before.subsidy) for before, after in later],
        ),
        _check(
            "further_costs_are_own_means",
            Label(
                fr="chaque euro de plus est alors à charge du cluster",
                en="each further euro is then the cluster's own",
            ),
            [(year.number, year.flat) for year in text if flat and year.number >= flat[0].number],
        ),
        _check(
            "subsidy_would_follow",
            Label(
                fr="en phase dégressive, un plafond sur la subvention en donnerait plus pour les mêmes coûts",
                en="in the degressive phases, a ceiling on the subsidy would give more for the same costs",
            ),
            [(year.number, other.subsidy > year.subsidy) for year, other in degressive if year.flat],
        ),
        _check(
            "activity_stops_growing",
            Label(
                fr="à moyens propres égaux, l'activité finançable ne croît plus",
                en="with the same own means, the activity that can be financed grows no more",
            ),
            [(after.number, after.activity <= before.activity) for before, after in pairwise(text)],
        ),
        _check(
            "ceiling_holds_activity_down",
            Label(
                fr="en phase dégressive, ces moyens financeraient plus d'activité avec un plafond sur la subvention",
                en="in the degressive phases, these means would finance more activity with a ceiling on the subsidy",
            ),
            [(year.number, other.activity > year.activity) for year, other in degressive],
        ),
    )


def _check(name: str, statement: Label, found: list[tuple[int, bool]]) -> Check:
    return Check(
        name=name,
        statement=statement,
        borne_out_in=tuple(number for number, holds in found if holds),
        not_in=tuple(number for number, holds in found if not holds),
    )


def plateau_document(result: Plateau) -> dict[str, Any]:
    """Return a plateau as a `clusterlaw-plateau/1` document: plain dicts, lists, strings, integers of cents and None.

    Raises TypeError for anything but a Plateau.
    """
    if type(result) is not Plateau:
        raise TypeError(f"plateau_document: result is a {type(result).__name__}; give the Plateau of plateau")
    return {
        "format": PLATEAU_FORMAT,
        "own_means_cents": result.own_means.cents,
        "sides": [
            {"regime": regime.version, "years": [_year_document(year) for year in years]}
            for regime, years in ((result.regime, result.under_text), (result.reform, result.under_reform))
        ],
        "claim": {
            "name": result.claim.name,
            "statement": {"fr": result.claim.label.fr, "en": result.claim.label.en},
            "citation": str(result.claim.citation),
            "basis": result.claim.basis.value,
        },
        "checks": [
            {
                "name": check.name,
                "statement": {"fr": check.statement.fr, "en": check.statement.en},
                "holds": check.holds,
                "borne_out_in": list(check.borne_out_in),
                "not_in": list(check.not_in),
            }
            for check in result.checks
        ],
        "verdict": result.verdict,
    }


def _year_document(year: PlateauYear) -> dict[str, Any]:
    return {
        "year": year.number,
        "costs_cents": year.costs.cents,
        "rate_percent": year.rate.percentage.percent,
        "subsidy_cents": year.subsidy.cents,
        "own_share_cents": year.own_share.cents,
        "activity_cents": year.activity.cents,
        "flat": year.flat,
    }
