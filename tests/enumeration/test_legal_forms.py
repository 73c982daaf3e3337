"""The four legal forms in each text, at a first recognition and at a renewal, stated or not: art. 1."""

from datetime import date
from typing import Literal

import pytest
from attrs import evolve

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import LEGAL_FORMS, Cluster, CostLine, Dossier, FirstPeriod, LegalForm, Renewal, YearFacts
from clusterlaw.money import Euro
from clusterlaw.path import FundingYear, funding_path

Verdict = Literal["yes", "no", "open"]
ASSOCIATION, ASBL, GIE, GEIE = LEGAL_FORMS

# Text, a first recognition on that day: association de fait, ASBL, GIE, GEIE.
AT_RECOGNITION: list[tuple[str, tuple[Verdict, Verdict, Verdict, Verdict]]] = [
    ("2007-07-01", ("yes", "yes", "yes", "yes")),  # art. 1 al. 1
    ("2023-11-02", ("yes", "yes", "open", "open")),  # as amended in 2023: `legal_forms_2023`
    ("2024-07-01", ("no", "yes", "no", "no")),  # art. 1 al. 1 (2024): ASBL only
    ("2026-01-01", ("no", "yes", "no", "no")),  # as 2024
]

# Recognition (text), renewal (text): the same four forms at that renewal.
AT_RENEWAL: list[tuple[str, str, tuple[Verdict, Verdict, Verdict, Verdict]]] = [
    ("2008-03-01", "2011-03-01", ("no", "yes", "yes", "yes")),  # art. 1 al. 3
    ("2021-06-30", "2024-06-30", ("no", "yes", "open", "open")),  # the text of 2007 from 2023-11-02
    ("2021-07-01", "2024-07-01", ("no", "yes", "no", "no")),  # from the text of 2007 to that of 2024
    ("2023-11-02", "2026-11-02", ("no", "yes", "no", "no")),  # from the text of 2007 to that of 2025
    ("2024-07-01", "2028-07-01", ("no", "yes", "no", "no")),  # from the text of 2024 to that of 2025
    ("2026-01-01", "2027-01-01", ("no", "yes", "no", "no")),  # within the text of 2025
]

# Forms with which the first period of each path above may run for certain.
ALLOWED_AT_FIRST = {
    "2008-03-01": {ASSOCIATION, ASBL, GIE, GEIE},
    "2021-06-30": {ASSOCIATION, ASBL, GIE, GEIE},
    "2021-07-01": {ASSOCIATION, ASBL, GIE, GEIE},
    "2023-11-02": {ASSOCIATION, ASBL},
    "2024-07-01": {ASBL},
    "2026-01-01": {ASBL},
}


def dossier_of(recognised_on: str, form: LegalForm, renewals: tuple[Renewal, ...] = ()) -> Dossier:
    """A dossier with costs of EUR 100,000 in each year, every reading chosen, nothing lacking but the form."""
    costs = CostLine(
        nature="structure",
        purpose="daily_operation",
        amount=Euro(100_000),
        other_public_funding=Euro(0),
        admissible=True,
    )
    return Dossier(
        cluster=Cluster(name="Cluster", legal_form=form),
        recognised_on=date.fromisoformat(recognised_on),
        first_period=FirstPeriod(favourable_evolution=True, subsidy_ceiling=Euro(10**6)),
        renewals=renewals,
        years=(YearFacts(costs=(costs,)),) * 9,
        assumptions=Assumptions(lapsed_subsidy="ends", seniority_after_2024="restarts"),
    )


def renewal_on(day: str, form: LegalForm | None) -> Renewal:
    return Renewal(
        starts_on=date.fromisoformat(day),
        legal_form=form,
        new_action_plan=True,
        new_objectives=True,
        favourable_evolution=True,
        results_reported=True,
        new_objectives_contract=True,
        subsidy_ceiling=Euro(10**6),
    )


def verdict_of(year: FundingYear) -> tuple[str, tuple[str, ...]]:
    """The verdict on the form in a year, and what is missing to know it."""
    if year.status == "refused":
        assert year.subsidy == Euro(0)
        assert {reason.affects for reason in year.reasons} == {"recognition_and_subsidy"}
        return "no", year.missing
    if year.status == "undetermined":
        assert year.subsidy_at_least == Euro(0)
        assert year.subsidy_at_most is not None
        assert year.subsidy_at_most > Euro(0)
        return "unknown", year.missing
    assert year.subsidy is not None
    assert year.subsidy > Euro(0)
    return "yes", year.missing


EXPECTED: dict[Verdict, tuple[str, tuple[str, ...]]] = {
    "yes": ("yes", ()),
    "no": ("no", ()),
    "open": ("unknown", ("legal_forms_2023",)),
}


@pytest.mark.parametrize(("day", "verdicts"), AT_RECOGNITION)
def test_at_recognition(day: str, verdicts: tuple[Verdict, ...]) -> None:
    """Art. 1 al. 1: the forms that a cluster may have when it is recognised."""
    for form, verdict in zip(LEGAL_FORMS, verdicts, strict=True):
        assert verdict_of(funding_path(dossier_of(day, form), years=1).years[0]) == EXPECTED[verdict]


@pytest.mark.parametrize(("first", "renewal", "verdicts"), AT_RENEWAL)
def test_stated_at_renewal(first: str, renewal: str, verdicts: tuple[Verdict, ...]) -> None:
    """Art. 1 al. 3 (2007) and al. 1 (2024): the form stated at the renewal decides, whatever came first."""
    for before in ALLOWED_AT_FIRST[first]:
        for form, verdict in zip(LEGAL_FORMS, verdicts, strict=True):
            dossier = dossier_of(first, before, (renewal_on(renewal, form),))
            assert verdict_of(renewed(dossier, renewal)) == EXPECTED[verdict], (before, form)


@pytest.mark.parametrize(("first", "renewal", "verdicts"), AT_RENEWAL)
def test_not_stated_at_renewal(first: str, renewal: str, verdicts: tuple[Verdict, ...]) -> None:
    """Art. 1: an acceptable form is carried forward; one that is not acceptable leaves the form by then unstated."""
    fact = f"renewals[{renewal}].legal_form"
    for form, verdict in zip(LEGAL_FORMS, verdicts, strict=True):
        if form not in ALLOWED_AT_FIRST[first]:
            continue
        for renewals in ((), (renewal_on(renewal, None),)):
            year = renewed(dossier_of(first, form, renewals), renewal)
            if verdict == "no":
                assert year.status == "undetermined"
                assert fact in year.missing
            else:
                assert fact not in year.missing
            if renewals:
                assert verdict_of(year) == (("unknown", (fact,)) if verdict == "no" else EXPECTED[verdict]), form


@pytest.mark.parametrize("day", ["2024-07-01", "2026-01-01"])
@pytest.mark.parametrize("form", [ASSOCIATION, GIE, GEIE])
def test_a_recognition_that_fails_does_not_come_back(day: str, form: LegalForm) -> None:
    """Art. 1 al. 1 (2024): without the form there is no recognition, and nothing to renew later as an ASBL."""
    renewal = "2028-07-01" if day == "2024-07-01" else "2027-01-01"
    year = renewed(dossier_of(day, form, (renewal_on(renewal, ASBL),)), renewal)
    assert verdict_of(year) == ("no", ())
    assert [reason.condition for reason in year.reasons] == ["recognition"]


@pytest.mark.parametrize("form", [GIE, GEIE])
def test_an_open_first_period_stays_open(form: LegalForm) -> None:
    """Art. 1 al. 1 (2023): if the GIE was not allowed there is nothing to renew, even for an ASBL by then."""
    dossier = dossier_of("2023-11-02", form, (renewal_on("2026-11-02", ASBL),))
    assert verdict_of(renewed(dossier, "2026-11-02")) == ("unknown", ("legal_forms_2023",))
    refused = evolve(dossier, renewals=(renewal_on("2026-11-02", ASSOCIATION),))
    assert verdict_of(renewed(refused, "2026-11-02")) == ("no", ())


@pytest.mark.parametrize("second", [None, *LEGAL_FORMS])
@pytest.mark.parametrize("third", [None, *LEGAL_FORMS])
def test_three_periods(second: LegalForm | None, third: LegalForm | None) -> None:
    """Arts 1 and 22: an association de fait of 2018, a second triennium of 2007, then the text of 2024."""
    renewals = (renewal_on("2021-07-01", second), renewal_on("2024-07-01", third))
    years = funding_path(dossier_of("2018-07-01", ASSOCIATION, renewals), years=7).years
    by_second = {None: "unknown", ASSOCIATION: "no", ASBL: "yes", GIE: "yes", GEIE: "yes"}
    assert verdict_of(years[3])[0] == by_second[second]
    # Stated at the third, else carried from the second: the ASBL is; the GIE and the GEIE are no longer acceptable.
    form = third or (ASBL if second == ASBL else None)
    by_form = {None: "unknown", ASSOCIATION: "no", ASBL: "yes", GIE: "no", GEIE: "no"}
    assert verdict_of(years[6])[0] == _both(by_second[second], by_form[form])


def _both(second: str, third: str) -> str:
    if "no" in {second, third}:
        return "no"
    return "unknown" if "unknown" in {second, third} else "yes"


def renewed(dossier: Dossier, day: str) -> FundingYear:
    """The first year of the renewed period."""
    years = funding_path(dossier, years=9).years
    return next(year for year in years if str(year.starts_on) == day)
