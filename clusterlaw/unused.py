"""Which stated facts no text reads: accepted, moving nothing, and reported. Decided by the texts, not by verdicts."""

from collections.abc import Iterator

from attrs import fields

from clusterlaw.amounts import reads_a_ceiling
from clusterlaw.dossier import FirstPeriod, Renewal
from clusterlaw.path import FundingPath
from clusterlaw.standing import PeriodFinding, facts_path


def unused_facts(path: FundingPath) -> tuple[str, ...]:
    """Return the paths of the stated facts that no text of their period reads, and of those beyond the horizon."""
    return tuple(_unused_facts(path))


def _unused_facts(path: FundingPath) -> Iterator[str]:
    dossier, horizon = path.dossier, len(path.years)
    if dossier.prior_subsidy_years is not None and not any(_counts_prior_years(each) for each in path.periods):
        yield "prior_subsidy_years"
    read = {facts_path(each.period): _facts_read(each, horizon) for each in path.periods}
    stated: tuple[FirstPeriod | Renewal, ...] = (dossier.first_period, *dossier.renewals)
    for facts in stated:
        place = f"renewals[{facts.starts_on}]" if isinstance(facts, Renewal) else "first_period"
        for fact in _stated(facts):
            if fact not in read.get(place, set()):
                yield f"{place}.{name_in_document(fact)}"
    for index, year in enumerate(dossier.years[horizon:], start=horizon):
        if year.costs is not None:
            yield f"years[{index}].costs"


def name_in_document(fact: str) -> str:
    """Return the key of a fact of a period in a dossier document, where amounts say that they are cents."""
    return "subsidy_ceiling_cents" if fact == "subsidy_ceiling" else fact


def _counts_prior_years(within: PeriodFinding) -> bool:
    return "counts_from_first_subsidy" in within.readings


def _stated(facts: FirstPeriod | Renewal) -> Iterator[str]:
    for attribute in fields(type(facts)):
        if attribute.name != "starts_on" and getattr(facts, attribute.name) is not None:
            yield attribute.name


def _facts_read(within: PeriodFinding, horizon: int) -> set[str]:
    regime, last = within.period.regime, min(within.period.last_year, horizon)
    read = {each.condition.fact for each in within.conditions if each.applies_in(last)}
    if regime.ceiling.amount is None and reads_a_ceiling(regime):
        read.add("subsidy_ceiling")
    if regime.renewal_request_months.value is not None:
        read.add("requested_on")
    return read
