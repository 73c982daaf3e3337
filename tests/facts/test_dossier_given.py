"""Facts given to the library: a wrong kind is a TypeError, a wrong value a ValueError, each naming field and remedy."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Cluster, CostLine, Dossier, FirstPeriod, Renewal, YearFacts
from clusterlaw.errors import FactError
from clusterlaw.interchange import path_document
from clusterlaw.money import Euro
from clusterlaw.path import funding_path
from clusterlaw.rules.specific_subsidy import SpecificCost, SpecificSubsidyRequest

Make = Callable[..., Any]
CLUSTER = Cluster(name="TWEED", legal_form="asbl")


class Text(str):
    __slots__ = ()


class Tuple(tuple):  # type: ignore[type-arg]
    __slots__ = ()


class Amount(Euro):
    pass


def cluster(**facts: Any) -> Cluster:
    return Cluster(**{"name": "TWEED", "legal_form": "asbl"} | facts)


def line(**facts: Any) -> CostLine:
    stated = {"nature": "structure", "purpose": "set_up", "amount": Euro(2), "other_public_funding": Euro(1)}
    return CostLine(**stated | facts)


def renewal(**facts: Any) -> Renewal:
    return Renewal(**{"starts_on": date(2011, 3, 1)} | facts)


def dossier(**facts: Any) -> Dossier:
    return Dossier(**{"cluster": CLUSTER, "recognised_on": date(2008, 3, 1)} | facts)


def specific_cost(**facts: Any) -> SpecificCost:
    return SpecificCost(**{"amount": Euro(2), "other_public_funding": Euro(1)} | facts)


def request(**facts: Any) -> SpecificSubsidyRequest:
    return SpecificSubsidyRequest(**{"purpose": "joint_task", "decided_on": date(2010, 1, 1)} | facts)


NOT_TEXTS = [1, 1.0, True, b"TWEED", ["TWEED"], Text("TWEED")]
NOT_BOOLEANS = [1, 0, 1.0, "true", "", [], date(2008, 3, 1)]
NOT_DATES = [datetime(2008, 3, 1), "2008-03-01", 20080301, 1.0, True]
NOT_AMOUNTS = [1, 1.0, "1.00", True, Decimal("1.00"), Amount(1)]
NOT_WHOLE = [1.0, "1", True, False, Decimal(1)]

# Make, field, the name of the field in messages, values of a wrong kind, and whether None (not stated) is one of them.
KINDS: list[tuple[Make, str, str, list[Any], bool]] = [
    (cluster, "name", "Cluster.name", NOT_TEXTS, True),
    (cluster, "legal_form", "Cluster.legal_form", NOT_TEXTS, True),
    (line, "nature", "CostLine.nature", NOT_TEXTS, True),
    (line, "purpose", "CostLine.purpose", NOT_TEXTS, True),
    (line, "amount", "CostLine.amount", NOT_AMOUNTS, True),
    (line, "other_public_funding", "CostLine.other_public_funding", NOT_AMOUNTS, True),
    (line, "admissible", "CostLine.admissible", NOT_BOOLEANS, False),
    (line, "label", "CostLine.label", NOT_TEXTS, False),
    (YearFacts, "costs", "YearFacts.costs", [[], [line()], {}, "x", line(), (1,), (None,), Tuple([line()])], False),
    (YearFacts, "label", "YearFacts.label", NOT_TEXTS, False),
    (FirstPeriod, "favourable_evolution", "FirstPeriod.favourable_evolution", NOT_BOOLEANS, False),
    (FirstPeriod, "subsidy_ceiling", "FirstPeriod.subsidy_ceiling", NOT_AMOUNTS, False),
    (renewal, "starts_on", "Renewal.starts_on", NOT_DATES, True),
    (renewal, "legal_form", "Renewal.legal_form", NOT_TEXTS, False),
    (renewal, "new_action_plan", "Renewal.new_action_plan", NOT_BOOLEANS, False),
    (renewal, "new_objectives", "Renewal.new_objectives", NOT_BOOLEANS, False),
    (renewal, "favourable_evolution", "Renewal.favourable_evolution", NOT_BOOLEANS, False),
    (renewal, "results_reported", "Renewal.results_reported", NOT_BOOLEANS, False),
    (renewal, "new_objectives_contract", "Renewal.new_objectives_contract", NOT_BOOLEANS, False),
    (renewal, "subsidy_ceiling", "Renewal.subsidy_ceiling", NOT_AMOUNTS, False),
    (renewal, "requested_on", "Renewal.requested_on", NOT_DATES, False),
    (dossier, "cluster", "Dossier.cluster", ["TWEED", {"name": "TWEED"}, renewal()], True),
    (dossier, "recognised_on", "Dossier.recognised_on", NOT_DATES, True),
    (dossier, "prior_subsidy_years", "Dossier.prior_subsidy_years", NOT_WHOLE, False),
    (dossier, "first_period", "Dossier.first_period", [{}, renewal()], True),
    (dossier, "renewals", "Dossier.renewals", [[], [renewal()], {}, renewal(), (FirstPeriod(),), (None,)], True),
    (dossier, "years", "Dossier.years", [[], [YearFacts()], {}, YearFacts(), ((),), (None,)], True),
    (dossier, "assumptions", "Dossier.assumptions", [{}, "half_up"], True),
    (specific_cost, "amount", "SpecificCost.amount", NOT_AMOUNTS, True),
    (specific_cost, "other_public_funding", "SpecificCost.other_public_funding", NOT_AMOUNTS, True),
    (specific_cost, "admissible", "SpecificCost.admissible", NOT_BOOLEANS, False),
    (request, "purpose", "SpecificSubsidyRequest.purpose", NOT_TEXTS, True),
    (request, "decided_on", "SpecificSubsidyRequest.decided_on", NOT_DATES, True),
    (request, "recognised_on", "SpecificSubsidyRequest.recognised_on", NOT_DATES, False),
    (request, "costs", "SpecificSubsidyRequest.costs", [[], [specific_cost()], (line(),)], False),
    (request, "granted_that_year", "SpecificSubsidyRequest.granted_that_year", NOT_AMOUNTS, False),
]


@pytest.mark.parametrize(
    ("make", "field", "where", "value"),
    [
        pytest.param(make, field, where, value, id=f"{where}-{type(value).__name__}-{value!r}"[:80])
        for make, field, where, values, none_too in KINDS
        for value in (*values, *([None] if none_too else []))
    ],
)
def test_a_fact_of_a_wrong_kind_is_refused(make: Make, field: str, where: str, value: Any) -> None:
    with pytest.raises(TypeError) as refused:
        make(**{field: value})
    assert str(refused.value).startswith(f"{where}: ")
    assert any(remedy in str(refused.value) for remedy in ("; give ", "; choose "))


@pytest.mark.parametrize(("make", "field"), [(make, field) for make, field, _, _, none_too in KINDS if not none_too])
def test_a_fact_may_be_not_stated(make: Make, field: str) -> None:
    assert getattr(make(**{field: None}), field) is None


FORMS = "association_de_fait, asbl, gie, geie"
CHOICES: list[tuple[Make, str, str]] = [
    (cluster, "legal_form", f"{FORMS} (decree-2007 art. 1)"),
    (renewal, "legal_form", f"{FORMS} (decree-2007 art. 1)"),
    (line, "nature", "structure, organisation, other (nature of a cost, art. 3)"),
    (line, "purpose", "set_up, daily_operation, development, other (purpose of a cost, art. 3)"),
    (request, "purpose", "international_programme, joint_task (decree-2007 art. 3 § 2 al. 1)"),
]


@pytest.mark.parametrize("value", ["", "ASBL", "sprl", "asbl ", "set up"])
@pytest.mark.parametrize(("make", "field", "listed"), CHOICES)
def test_a_choice_is_one_of_its_values(make: Make, field: str, listed: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"^\w+\.\w+: ") as refused:
        make(**{field: value})
    assert f".{field}: {value!r} is not one of {listed}; choose one of these" in str(refused.value)


@pytest.mark.parametrize(
    ("make", "field", "values"),
    [
        (cluster, "legal_form", ["association_de_fait", "asbl", "gie", "geie"]),
        (renewal, "legal_form", ["association_de_fait", "asbl", "gie", "geie"]),
        (line, "nature", ["structure", "organisation", "other"]),
        (line, "purpose", ["set_up", "daily_operation", "development", "other"]),
    ],
)
def test_every_value_of_a_choice_is_accepted(make: Make, field: str, values: list[str]) -> None:
    assert [getattr(make(**{field: value}), field) for value in values] == values


AMOUNTS = [
    (line, "amount"),
    (line, "other_public_funding"),
    (FirstPeriod, "subsidy_ceiling"),
    (renewal, "subsidy_ceiling"),
    (specific_cost, "amount"),
    (specific_cost, "other_public_funding"),
    (request, "granted_that_year"),
]


@pytest.mark.parametrize("cents", [-1, -(10**15), 10**15 + 1, 10**30])
@pytest.mark.parametrize(("make", "field"), AMOUNTS)
def test_an_amount_is_from_0_to_10_to_the_15_cents(make: Make, field: str, cents: int) -> None:
    message = rf"\.{field}: {Euro.from_cents(cents)} is not between 0 and 10000000000000\.00 euros; give the amount"
    with pytest.raises(ValueError, match=message):
        make(**{field: Euro.from_cents(cents)})


@pytest.mark.parametrize("cents", [0, 1, 10**15])
@pytest.mark.parametrize(
    ("make", "field"), [(FirstPeriod, "subsidy_ceiling"), (renewal, "subsidy_ceiling"), (request, "granted_that_year")]
)
def test_the_limits_of_an_amount_are_accepted(make: Make, field: str, cents: int) -> None:
    assert getattr(make(**{field: Euro.from_cents(cents)}), field).cents == cents


DAYS = [
    (dossier, "recognised_on"),
    (renewal, "starts_on"),
    (renewal, "requested_on"),
    (request, "decided_on"),
    (request, "recognised_on"),
]


@pytest.mark.parametrize("day", [date(2200, 1, 1), date.max])
@pytest.mark.parametrize(("make", "field"), DAYS)
def test_a_date_is_at_most_the_last_of_the_format(make: Make, field: str, day: date) -> None:
    message = rf"\.{field}: {day} is after 2199-12-31, the last date of a dossier; give an earlier date"
    with pytest.raises(ValueError, match=message):
        make(**{field: day})


@pytest.mark.parametrize(("make", "field"), DAYS)
def test_the_last_date_is_accepted(make: Make, field: str) -> None:
    assert getattr(make(**{field: date(2199, 12, 31)}), field) == date(2199, 12, 31)


@pytest.mark.parametrize("years", [-1, -6])
def test_prior_years_are_not_negative(years: int) -> None:
    message = rf"^Dossier\.prior_subsidy_years: {years} is negative; give whole years, 0 for none \(art\. 10 al\. 2\)$"
    with pytest.raises(ValueError, match=message):
        dossier(prior_subsidy_years=years)


@pytest.mark.parametrize("years", [0, 1, 6, None])
def test_prior_years_stated_or_not(years: int | None) -> None:
    assert dossier(prior_subsidy_years=years).prior_subsidy_years == years


@pytest.mark.parametrize(("amount", "other"), [("0", "0.01"), ("1.00", "1.01")])
def test_other_funding_is_at_most_the_line(amount: str, other: str) -> None:
    with pytest.raises(FactError) as refused:
        line(amount=Euro(amount), other_public_funding=Euro(other))
    assert [problem.path for problem in refused.value.problems] == ["other_public_funding_cents"]
    assert "exceeds the line" in refused.value.text("en")
    assert "dépassent la ligne" in refused.value.text("fr")
    assert "(decree-2007 art. 3 § 1 al. 3)" in str(refused.value)


def test_other_funding_may_pay_the_whole_line() -> None:
    assert line(amount=Euro("1.00"), other_public_funding=Euro("1.00")).amount == Euro(1)


def test_other_funding_of_a_specific_cost_is_at_most_the_cost() -> None:
    with pytest.raises(ValueError, match=r"^SpecificCost\.other_public_funding: 2\.01 exceeds the amount 2\.00; give"):
        specific_cost(other_public_funding=Euro("2.01"))


REQUIRED: list[tuple[type, dict[str, Any]]] = [
    (Cluster, {"name": "TWEED", "legal_form": "asbl"}),
    (
        CostLine,
        {"nature": "other", "purpose": "other", "amount": Euro(0), "other_public_funding": Euro(0)},
    ),
    (Renewal, {"starts_on": date(2011, 3, 1)}),
    (Dossier, {"cluster": CLUSTER, "recognised_on": date(2008, 3, 1)}),
    (YearFacts, {}),
    (FirstPeriod, {}),
]


@pytest.mark.parametrize(("kind", "facts"), REQUIRED)
def test_facts_are_given_by_their_names(kind: Any, facts: dict[str, Any]) -> None:
    assert kind(**facts) == kind(**facts)
    assert hash(kind(**facts)) == hash(kind(**facts))
    with pytest.raises(TypeError, match="unexpected keyword argument"):
        kind(**facts, montant=1)
    with pytest.raises(TypeError, match="positional argument"):
        kind(*(facts.values() or ["x"]))
    for name in facts:
        with pytest.raises(TypeError, match=f"missing .*{name}"):
            kind(**{key: value for key, value in facts.items() if key != name})


@pytest.mark.parametrize(("kind", "facts"), REQUIRED)
def test_facts_cannot_be_changed(kind: Any, facts: dict[str, Any]) -> None:
    made = kind(**facts)
    for name in (*facts, "label", "note"):
        with pytest.raises(AttributeError):
            setattr(made, name, None)
    assert not hasattr(made, "__dict__")
    assert made == kind(**facts)


def test_what_is_not_stated_is_none_and_never_false() -> None:
    empty = Dossier(cluster=CLUSTER, recognised_on=date(2008, 3, 1))
    assert empty.prior_subsidy_years is None
    assert (empty.renewals, empty.years) == ((), ())
    assert empty.first_period == FirstPeriod(favourable_evolution=None, subsidy_ceiling=None)
    assert empty.assumptions == Assumptions()
    assert YearFacts().costs is None
    assert YearFacts(costs=()) != YearFacts()


@pytest.mark.parametrize("given", [None, {}, "TWEED", CLUSTER, b"{}"], ids=repr)
def test_a_path_is_of_a_dossier(given: Any) -> None:
    message = rf"^funding_path: dossier is a {type(given).__name__}; give a clusterlaw\.Dossier$"
    with pytest.raises(TypeError, match=message):
        funding_path(given)


@pytest.mark.parametrize("years", [9.0, "9", True, None, Decimal(9)], ids=repr)
def test_a_path_has_a_whole_number_of_years(years: Any) -> None:
    message = rf"^funding_path: years is .*, a {type(years).__name__}; give a whole number$"
    with pytest.raises(TypeError, match=message):
        funding_path(dossier(), years=years)


@pytest.mark.parametrize("years", [-1, 0, 51, 10**9])
def test_a_path_has_1_to_50_years(years: int) -> None:
    with pytest.raises(ValueError, match=rf"^funding_path: years is {years}; give 1 to 50$"):
        funding_path(dossier(), years=years)


@pytest.mark.parametrize("years", [1, 50])
def test_the_shortest_and_the_longest_path(years: int) -> None:
    assert [year.number for year in funding_path(dossier(), years=years).years] == list(range(1, years + 1))


@pytest.mark.parametrize("given", [None, {}, dossier()], ids=["None", "dict", "Dossier"])
def test_a_path_document_is_of_a_path(given: Any) -> None:
    with pytest.raises(TypeError, match=rf"^path_document: path is a {type(given).__name__}; give "):
        path_document(given)
