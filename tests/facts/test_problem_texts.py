"""The texts of problems: where, what, which rule, what to do, in French and in English."""

import pickle
from datetime import date

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import Cluster, Dossier, Renewal
from clusterlaw.errors import FactError, Problem
from clusterlaw.law import in_force
from clusterlaw.path import funding_path
from clusterlaw.sources import Label


def problem(path: str, number: int = 1) -> Problem:
    return Problem(
        path=path,
        what=Label(fr=f"faux {number}", en=f"wrong {number}"),
        rule="decree-2007 art. 1",
        remedy=Label(fr="corrigez", en="mend it"),
    )


@pytest.mark.parametrize(
    ("path", "french", "english"),
    [
        (
            "years[2].costs[0].amount_cents",
            "years[2].costs[0].amount_cents: faux 1 (decree-2007 art. 1); corrigez",
            "years[2].costs[0].amount_cents: wrong 1 (decree-2007 art. 1); mend it",
        ),
        (
            "",
            "le document: faux 1 (decree-2007 art. 1); corrigez",
            "the document: wrong 1 (decree-2007 art. 1); mend it",
        ),
    ],
)
def test_a_problem_is_one_line(path: str, french: str, english: str) -> None:
    assert problem(path).text("fr") == french
    assert problem(path).text("en") == english


@pytest.mark.parametrize(
    ("path", "prefix", "whole"),
    [
        ("amount_cents", "years[0].costs[1]", "years[0].costs[1].amount_cents"),
        ("[1].amount_cents", "years[0].costs", "years[0].costs[1].amount_cents"),
        ("amount_cents", "", "amount_cents"),
        ("", "years[0]", "years[0]"),
        ("", "", ""),
    ],
)
def test_a_problem_is_placed_under_what_holds_it(path: str, prefix: str, whole: str) -> None:
    placed = problem(path).under(prefix)
    assert placed == problem(whole)


def test_an_error_says_every_problem_one_a_line_in_their_order() -> None:
    error = FactError(problem("b", 1), problem("a", 2))
    assert error.problems == (problem("b", 1), problem("a", 2))
    assert error.text("fr") == "b: faux 1 (decree-2007 art. 1); corrigez\na: faux 2 (decree-2007 art. 1); corrigez"
    assert error.text("en") == "b: wrong 1 (decree-2007 art. 1); mend it\na: wrong 2 (decree-2007 art. 1); mend it"
    assert str(error) == error.text("en")


def test_an_error_is_a_value_error_that_survives_pickling() -> None:
    error = pickle.loads(pickle.dumps(FactError(problem("a"))))
    assert isinstance(error, ValueError)
    assert error.problems == (problem("a"),)


def dossier(recognised_on: date, *starts: date, assumptions: Assumptions | None = None) -> Dossier:
    return Dossier(
        cluster=Cluster(name="TWEED", legal_form="asbl"),
        recognised_on=recognised_on,
        renewals=tuple(Renewal(starts_on=start) for start in starts),
        assumptions=assumptions or Assumptions(),
    )


@pytest.mark.parametrize("day", [date(2007, 6, 30), date(1, 1, 1)])
def test_before_the_decree_there_is_no_text_and_no_path(day: date) -> None:
    for refused_call in (
        lambda: in_force(day, assumptions=Assumptions()),
        lambda: funding_path(dossier(day)),
    ):
        with pytest.raises(FactError) as refused:
            refused_call()
        assert [each.path for each in refused.value.problems] == ["recognised_on"]
        assert f"{day} is before the decree was in force, on 2007-07-01 (order-2007 art. 12); " in str(refused.value)
        assert "prior_subsidy_years (art. 10 al. 2)" in refused.value.text("fr")


@pytest.mark.parametrize("entry", [date(2007, 6, 30), date(2000, 1, 1)])
def test_no_assumption_puts_the_decree_in_force_before_its_day(entry: date) -> None:
    assumptions = Assumptions(entry_into_force_2025=entry)
    with pytest.raises(FactError, match="2007-06-30 is before the decree was in force"):
        funding_path(dossier(date(2007, 6, 30), assumptions=assumptions))


def test_the_first_day_of_the_decree_has_a_text() -> None:
    assert in_force(date(2007, 7, 1), assumptions=Assumptions()).identifier == "2007"


def test_a_path_reports_every_renewal_on_a_wrong_day() -> None:
    starts = (date(2011, 3, 1), date(2011, 3, 2), date(2011, 3, 1))
    with pytest.raises(FactError) as refused:
        funding_path(dossier(date(2008, 3, 1), *starts))
    assert [each.path for each in refused.value.problems] == ["renewals[1].starts_on", "renewals[2].starts_on"]
    first, second = refused.value.text("fr").splitlines()
    assert "aucune période de reconnaissance ultérieure ne commence le 2011-03-02 (decree-2007 art. 2 al. 1)" in first
    assert "2011-03-01, 2014-03-01" in first
    assert "2011-03-01 répète un autre renouvellement (decree-2007 art. 2 al. 1)" in second
