"""The days on which the law changes: the text and the length of a period (arts 2 al. 1, 22 and 23)."""

from datetime import date, timedelta

import pytest

from clusterlaw.assumptions import Assumptions
from clusterlaw.dossier import LEGAL_FORMS, Cluster, Dossier, LegalForm, Renewal
from clusterlaw.errors import FactError
from clusterlaw.law.decree_2025 import REGIME_2025
from clusterlaw.path import FundingPath, funding_path
from clusterlaw.recognition import LATER_TEXTS

FORMS_ALLOWED_2007 = {"association_de_fait", "asbl", "gie", "geie"}


def dossier_on(day: date, form: LegalForm = "asbl", assumptions: Assumptions | None = None) -> Dossier:
    return Dossier(
        cluster=Cluster(name="Cluster", legal_form=form),
        recognised_on=day,
        assumptions=assumptions or Assumptions(),
    )


def periods(path: FundingPath) -> list[tuple[str, str, str]]:
    """The text, the first day and the day after the last of the periods within the horizon."""
    shown = {year.recognition_period for year in path.years}
    return [
        (period.regime.identifier, str(period.starts_on), str(period.ends_before))
        for period in path.recognition
        if period.number in shown
    ]


# recognition, text of the first period, its end, forms that are allowed, forms that are an open question
FIRST_PERIODS = [
    ("2007-07-01", "2007", "2010-07-01", FORMS_ALLOWED_2007, set()),
    ("2023-11-01", "2007", "2026-11-01", FORMS_ALLOWED_2007, set()),
    ("2023-11-02", "2007", "2026-11-02", {"association_de_fait", "asbl"}, {"gie", "geie"}),
    ("2024-06-30", "2007", "2027-06-30", {"association_de_fait", "asbl"}, {"gie", "geie"}),
    ("2024-07-01", "2024", "2028-07-01", {"asbl"}, set()),
    ("2025-12-31", "2024", "2029-12-31", {"asbl"}, set()),
    ("2026-01-01", "2025", "2027-01-01", {"asbl"}, set()),
]


@pytest.mark.parametrize(("day", "text", "end", "allowed", "in_question"), FIRST_PERIODS)
def test_first_period(day: str, text: str, end: str, allowed: set[str], in_question: set[str]) -> None:
    """Arts 1, 2 al. 1 and 23: three, four or one years from the day itself; the forms of art. 1 on that day."""
    for form in LEGAL_FORMS:
        path = funding_path(dossier_on(date.fromisoformat(day), form), years=1)
        assert periods(path) == [(text, day, end)]
        year = path.years[0]
        assert (year.status == "refused") == (form not in allowed | in_question)
        assert ("legal_forms_2023" in year.missing) == (form in in_question)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # a triennium that runs on 2024-07-01 keeps its text to its end (art. 22)
        ("2021-06-30", [("2007", "2021-06-30", "2024-06-30"), ("2007", "2024-06-30", "2027-06-30")]),
        ("2021-07-01", [("2007", "2021-07-01", "2024-07-01"), ("2024", "2024-07-01", "2028-07-01")]),
        ("2024-06-30", [("2007", "2024-06-30", "2027-06-30"), ("2025", "2027-06-30", "2028-06-30")]),
        # a four-year period that runs on 2026-01-01 keeps its text to its end (`running_recognition_2025`)
        ("2025-12-31", [("2024", "2025-12-31", "2029-12-31"), ("2025", "2029-12-31", "2030-12-31")]),
        ("2022-12-31", [("2007", "2022-12-31", "2025-12-31"), ("2024", "2025-12-31", "2029-12-31")]),
        ("2023-01-01", [("2007", "2023-01-01", "2026-01-01"), ("2025", "2026-01-01", "2027-01-01")]),
        ("2026-01-01", [("2025", "2026-01-01", "2027-01-01"), ("2025", "2027-01-01", "2028-01-01")]),
    ],
)
def test_first_two_periods(day: str, expected: list[tuple[str, str, str]]) -> None:
    """Arts 2 al. 1 and 22: each period has the text of its first day, for its whole length."""
    path = funding_path(dossier_on(date.fromisoformat(day)), years=9)
    assert periods(path)[:2] == expected


def test_a_path_through_the_three_texts() -> None:
    """Arts 2 and 22: 2018-07-01 gives two triennia, then the text of 2024 from its first day, then that of 2025."""
    assert periods(funding_path(dossier_on(date(2018, 7, 1)), years=12)) == [
        ("2007", "2018-07-01", "2021-07-01"),
        ("2007", "2021-07-01", "2024-07-01"),
        ("2024", "2024-07-01", "2028-07-01"),
        ("2025", "2028-07-01", "2029-07-01"),
        ("2025", "2029-07-01", "2030-07-01"),
    ]


@pytest.mark.parametrize(
    ("entry", "day", "text"),
    [
        (date(2026, 1, 8), date(2026, 1, 7), "2024"),
        (date(2026, 1, 8), date(2026, 1, 8), "2025"),
        (date(2024, 7, 1), date(2024, 6, 30), "2007"),
        (date(2024, 7, 1), date(2024, 7, 1), "2025"),  # the text of 2024 never rules a period
        (date(2030, 1, 1), date(2029, 12, 31), "2024"),
    ],
)
def test_assumed_day_of_the_text_of_2025(entry: date, day: date, text: str) -> None:
    """Assumption `entry_into_force_2025`: that day is the first of the text of 2025."""
    path = funding_path(dossier_on(day, assumptions=Assumptions(entry_into_force_2025=entry)), years=1)
    assert path.years[0].regime.identifier == text


@pytest.mark.parametrize(
    ("entry", "day", "number", "text", "listed"),
    [
        # the text of 2025 was chosen because its assumed day had come, before that of the text of 2024 even
        (date(2010, 1, 1), date(2012, 1, 1), 1, "2025", True),
        (date(2024, 3, 1), date(2024, 3, 1), 1, "2025", True),
        (date(2024, 3, 1), date(2021, 6, 1), 4, "2025", True),  # its second period starts on 2024-06-01
        (date(2024, 3, 1), date(2021, 6, 1), 3, "2007", False),
        (date(2024, 3, 1), date(2024, 2, 29), 1, "2007", False),
        # from 2024-07-01 the text of 2025 may have followed that of 2024
        (date(2026, 1, 1), date(2024, 7, 1), 1, "2024", True),
        (date(2026, 1, 1), date(2024, 6, 30), 1, "2007", False),
        (date(2026, 1, 1), date(2026, 1, 1), 1, "2025", True),
    ],
)
def test_the_assumed_day_is_listed_where_it_told_the_text(
    entry: date, day: date, number: int, text: str, listed: bool
) -> None:
    """Assumption `entry_into_force_2025`: a period whose text rests on it says so, once."""
    assumptions = Assumptions(entry_into_force_2025=entry, seniority_after_2024="restarts")
    year = funding_path(dossier_on(day, assumptions=assumptions), years=number).years[-1]
    assert year.regime.identifier == text
    named = [name for step in year.steps for name in step.assumptions if name == "entry_into_force_2025"]
    assert named == ["entry_into_force_2025"] * listed
    assert ("entry_into_force_2025" in year.assumptions) == listed


def test_a_reform_of_which_the_only_text_rests_on_an_assumption() -> None:
    """Assumption `entry_into_force_2025`: it told the text where no other stands beside it."""
    path = funding_path(dossier_on(date(2026, 1, 1)), years=1, regimes=(REGIME_2025,))
    assert "entry_into_force_2025" in path.years[0].assumptions


@pytest.mark.parametrize(
    ("entry", "day", "number", "displaced"),
    [
        (date(2026, 1, 1), date(2022, 5, 1), 3, ["2024"]),  # 2024-07-01 falls in year 3, 2026-01-01 after its period
        (date(2026, 1, 1), date(2022, 5, 1), 2, []),
        (date(2026, 1, 1), date(2024, 6, 30), 1, ["2024"]),
        (date(2026, 1, 1), date(2024, 6, 30), 2, ["2024", "2025"]),
        (date(2024, 3, 1), date(2024, 3, 1), 1, []),  # the text of 2025 rules: that of 2024 displaces nothing
        (date(2024, 3, 1), date(2021, 6, 1), 4, []),
        (date(2024, 3, 1), date(2023, 6, 1), 2, ["2025"]),  # on 2024-07-01 that of 2025 was in force already
        (date(2024, 7, 1), date(2023, 8, 1), 1, ["2025"]),
    ],
)
def test_only_a_text_that_came_into_force_is_kept_out(
    entry: date, day: date, number: int, displaced: list[str]
) -> None:
    """Art. 22 (2024): a running period keeps its text against those that came into force, and no other is named."""
    assumptions = Assumptions(entry_into_force_2025=entry, seniority_after_2024="restarts")
    year = funding_path(dossier_on(day, assumptions=assumptions), years=number).years[-1]
    steps = [step for step in year.steps if step.rule is LATER_TEXTS]
    assert [[text.identifier for text in step.result] for step in steps] == ([displaced] if displaced else [])
    assert ("decree-2024 art. 22" in map(str, year.citations)) == bool(displaced)
    assert all(step.replay() == step.result for step in steps)


@pytest.mark.parametrize("day", [date(2007, 6, 30), date(2007, 1, 18), date(1999, 1, 1)])
@pytest.mark.parametrize("entry", [date(2026, 1, 1), date(1990, 1, 1)])
def test_no_recognition_before_the_decree(day: date, entry: date) -> None:
    """Order of 16 May 2007, art. 12: the decree is in force from 2007-07-01, whatever is assumed of that of 2025."""
    with pytest.raises(FactError) as error:
        funding_path(dossier_on(day, assumptions=Assumptions(entry_into_force_2025=entry)))
    assert [problem.path for problem in error.value.problems] == ["recognised_on"]


@pytest.mark.parametrize(
    ("reading", "starts"),
    [
        ("february_28", ["2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29", "2025-02-28"]),
        ("march_1", ["2020-02-29", "2021-03-01", "2022-03-01", "2023-03-01", "2024-02-29", "2025-03-01"]),
    ],
)
def test_leap_day(reading: str, starts: list[str]) -> None:
    """Assumption `leap_day`: counted from the origin, 29 February comes back wherever the year has one."""
    assumptions = Assumptions(leap_day="march_1" if reading == "march_1" else "february_28")
    path = funding_path(dossier_on(date(2020, 2, 29), assumptions=assumptions), years=6)
    assert [str(year.starts_on) for year in path.years] == starts
    assert [str(year.ends_before) for year in path.years][:-1] == starts[1:]
    assert all("leap_day" in year.assumptions for year in path.years)


def test_leap_day_can_decide_the_text() -> None:
    """Art. 22 and `leap_day`: a renewal on 28 February 2027 or 1 March 2027, the text changing on 1 March."""
    entry = date(2027, 3, 1)
    for assumptions, text in (
        (Assumptions(leap_day="february_28", entry_into_force_2025=entry), "2024"),
        (Assumptions(leap_day="march_1", entry_into_force_2025=entry), "2025"),
    ):
        path = funding_path(dossier_on(date(2024, 2, 29), assumptions=assumptions), years=4)
        assert path.years[-1].regime.identifier == text


@pytest.mark.parametrize("days", [-1, 1])
def test_a_renewal_starts_on_the_first_day_of_its_period(days: int) -> None:
    """Art. 2 al. 1: a renewal a day early or a day late is an error; the right day is named."""
    day = date(2011, 3, 1) + timedelta(days=days)
    dossier = Dossier(
        cluster=Cluster(name="Cluster", legal_form="asbl"),
        recognised_on=date(2008, 3, 1),
        renewals=(Renewal(starts_on=day),),
    )
    with pytest.raises(FactError) as error:
        funding_path(dossier)
    assert [problem.path for problem in error.value.problems] == ["renewals[0].starts_on"]
    assert "2011-03-01" in str(error.value)
