"""Documents whose JSON is fine and whose facts are not: each error with its path, what is wrong, rule and remedy."""

import json
import re
from copy import deepcopy
from typing import Any

import pytest

from clusterlaw.errors import FactError
from clusterlaw.interchange import read_dossier

# A document with every key of the format. Each test spoils one place of it, named by the path that must be reported.
COMPLETE: dict[str, Any] = {
    "format": "clusterlaw-dossier/1",
    "cluster": {"name": "TWEED", "legal_form": "asbl"},
    "recognised_on": "2008-03-01",
    "prior_subsidy_years": 0,
    "first_period": {"favourable_evolution": True, "subsidy_ceiling_cents": 1},
    "renewals": [
        {
            "starts_on": "2011-03-01",
            "legal_form": "asbl",
            "new_action_plan": True,
            "new_objectives": True,
            "favourable_evolution": True,
            "results_reported": True,
            "new_objectives_contract": True,
            "subsidy_ceiling_cents": 1,
            "requested_on": "2010-10-01",
        }
    ],
    "years": [
        {
            "label": "first year",
            "costs": [
                {
                    "label": "Cluster manager",
                    "nature": "structure",
                    "purpose": "daily_operation",
                    "amount_cents": 200,
                    "other_public_funding_cents": 100,
                    "admissible": True,
                }
            ],
        }
    ],
    "assumptions": {
        "rounding": "half_up",
        "leap_day": "february_28",
        "sixth_year_counting": "from_recognition",
        "partial_other_funding": "exclude_part",
        "results_after_triennium": "not_required",
        "lapsed_subsidy": "ends",
        "seniority_after_2024": "restarts",
        "entry_into_force_2025": "2026-01-01",
        "deadline_counting": "before",
        "incomplete_year": "full_ceiling",
        "specific_subsidy_ceiling": "per_project",
    },
}

REQUIRED = (
    "format",
    "cluster",
    "cluster.name",
    "cluster.legal_form",
    "recognised_on",
    "renewals[0].starts_on",
    "years",
    "years[0].costs[0].nature",
    "years[0].costs[0].purpose",
    "years[0].costs[0].amount_cents",
    "years[0].costs[0].other_public_funding_cents",
)
AMOUNTS = (
    "years[0].costs[0].amount_cents",
    "years[0].costs[0].other_public_funding_cents",
    "first_period.subsidy_ceiling_cents",
    "renewals[0].subsidy_ceiling_cents",
)
DATES = ("recognised_on", "renewals[0].starts_on", "renewals[0].requested_on", "assumptions.entry_into_force_2025")
BOOLEANS = (
    "first_period.favourable_evolution",
    "renewals[0].new_action_plan",
    "renewals[0].new_objectives",
    "renewals[0].favourable_evolution",
    "renewals[0].results_reported",
    "renewals[0].new_objectives_contract",
    "years[0].costs[0].admissible",
)
TEXTS = ("cluster.name", "years[0].label", "years[0].costs[0].label")
FORMS = ("association_de_fait", "asbl", "gie", "geie")
CHOICES = {
    "cluster.legal_form": FORMS,
    "renewals[0].legal_form": FORMS,
    "years[0].costs[0].nature": ("structure", "organisation", "other"),
    "years[0].costs[0].purpose": ("set_up", "daily_operation", "development", "other"),
    "assumptions.rounding": ("half_up", "down"),
    "assumptions.leap_day": ("february_28", "march_1"),
    "assumptions.sixth_year_counting": ("from_recognition", "with_prior_years"),
    "assumptions.partial_other_funding": ("exclude_part", "exclude_line"),
    "assumptions.results_after_triennium": ("not_required", "required"),
    "assumptions.lapsed_subsidy": ("ends", "may_resume"),
    "assumptions.seniority_after_2024": (
        "counts_from_first_subsidy",
        "counts_from_first_recognition",
        "restarts",
    ),
    "assumptions.deadline_counting": ("before", "on"),
    "assumptions.incomplete_year": ("full_ceiling", "pro_rata_days"),
    "assumptions.specific_subsidy_ceiling": ("per_project", "per_cluster_and_year"),
}
OBJECTS = ("cluster", "first_period", "renewals[0]", "years[0]", "years[0].costs[0]", "assumptions")
LISTS = ("renewals", "years", "years[0].costs")
OPTIONAL = (
    "prior_subsidy_years",
    "first_period",
    "renewals",
    "assumptions",
    "years[0].costs",
    *TEXTS[1:],
    *BOOLEANS,
    *AMOUNTS[2:],
    *DATES[2:],
    "renewals[0].legal_form",
    *(path for path in CHOICES if path.startswith("assumptions.")),
)

FORMAT_RULE = "clusterlaw-dossier/1"
CENTS = (
    "give a whole number of cents, from 0 to 1000000000000000",
    "donnez un nombre entier de cents, de 0 à 1000000000000000",
)
DATE = ("give a date YYYY-MM-DD up to 2199-12-31", "donnez une date AAAA-MM-JJ jusqu'au 2199-12-31")
REAL_DAY = ("give a day that exists", "donnez un jour qui existe")
BOOLEAN = ("give true or false", "donnez true ou false")
TEXT = ("give a text", "donnez un texte")
YEARS = ("give a whole number of years, 0 or more", "donnez un nombre entier d'années, 0 ou plus")
OBJECT = ("give an object", "donnez un objet")
LIST = ("give a list", "donnez une liste")

# What the messages call the values that no field takes, as (as written, in English, in French).
A_LIST = ("[]", "a list", "une liste")
AN_OBJECT = ("{}", "an object", "un objet")
NUMBERS_OF_NO_FIELD = [
    (text, f"the number {text}", f"le nombre {text}")
    for text in ("1.0", "1.5", "0.0", "-0.0", "1e3", "1E3", "100e-2", "1e999999999", "NaN", "Infinity", "-Infinity")
]
ENDLESS = [
    ("8" * 100_000, "the number 888888888888…", "le nombre 888888888888…"),
    ("-" + "8" * 100_000, "the number -88888888888…", "le nombre -88888888888…"),
    ("8" * 1_000_000 + ".5", "the number 888888888888…", "le nombre 888888888888…"),
]


def edited(path: str, written: str | None = None, *, twice: bool = False) -> bytes:
    """Return COMPLETE with the value at a path written as given, taken out (None), or with its key repeated."""
    steps: list[Any] = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
    root = deepcopy(COMPLETE)
    parent: Any = root
    for step in steps[:-1]:
        parent = parent[step]
    if twice:
        parent["@key"] = parent[steps[-1]]
    elif written is None:
        del parent[steps[-1]]
    else:
        parent[steps[-1]] = "@value"
    text = json.dumps(root).replace('"@value"', written or "")
    return text.replace('"@key"', json.dumps(str(steps[-1]))).encode()


def with_key(path: str, key: str) -> bytes:
    """Return COMPLETE with one key more in the object at a path."""
    root = deepcopy(COMPLETE)
    parent: Any = root
    for step in re.findall(r"\w+", path):
        parent = parent[int(step) if step.isdigit() else step]
    parent[key] = 1
    return json.dumps(root).encode()


def refusal(document: bytes | str) -> FactError:
    with pytest.raises(FactError) as refused:
        read_dossier(document.encode() if isinstance(document, str) else document)
    for language in ("fr", "en"):
        text = refused.value.text(language)
        assert text.encode()
        assert len(text.splitlines()) == len(refused.value.problems)
    return refused.value


def paths(document: bytes | str) -> list[str]:
    return sorted(problem.path for problem in refusal(document).problems)


def assert_refused(
    document: bytes | str, path: str, wrong: tuple[str, str], remedy: tuple[str, str], rule: str = FORMAT_RULE
) -> None:
    """Check that one problem is reported: its path, then in English and French what is wrong, its rule, its remedy."""
    error = refusal(document)
    assert [problem.path for problem in error.problems] == [path]
    for line, what, do in zip((error.text("en"), error.text("fr")), wrong, remedy, strict=True):
        before, found, after = line.partition(f" ({rule}); ")
        assert found
        assert before.startswith(f"{path}: ")
        assert what in before
        assert do in after


def assert_value_refused(path: str, written: str, shown: tuple[str, str], remedy: tuple[str, str]) -> None:
    wrong = (f"{shown[0]} does not fit", f"{shown[1]} ne convient pas")
    assert_refused(edited(path, written), path, wrong, remedy)


def test_the_document_that_the_tests_spoil_is_accepted() -> None:
    read_dossier(json.dumps(COMPLETE).encode())


# Values, by kind of field


@pytest.mark.parametrize("path", AMOUNTS)
@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ("-1", "-1", "-1"),
        ("-1000000000000000", "-1000000000000000", "-1000000000000000"),
        ("1000000000000001", "1000000000000001", "1000000000000001"),
        ("9223372036854775808", "9223372036854775808", "9223372036854775808"),
        ('"100"', "'100'", "'100'"),
        ("true", "true", "true"),
        ("false", "false", "false"),
        A_LIST,
        AN_OBJECT,
        *NUMBERS_OF_NO_FIELD,
        *ENDLESS,
    ],
)
def test_an_amount_is_whole_cents(path: str, written: str, english: str, french: str) -> None:
    assert_value_refused(path, written, (english, french), CENTS)


@pytest.mark.parametrize("path", DATES)
@pytest.mark.parametrize(
    "text",
    [
        "20080301",
        "2008-3-1",
        "08-03-01",
        "2008/03/01",
        "01-03-2008",
        "2008-03-01T00:00:00",
        "2008-03-01 ",
        " 2008-03-01",
        "2008-03-01\n",
        "2008-W09-6",
        "2008-061",
        "+2008-03-01",
        "-2008-03-01",
        "12008-03-01",
        "２００８-０３-０１",
        "٢٠٠٨-٠٣-٠١",
        "2008\u221203\u221201",
        "2200-01-01",
        "9999-12-31",
        "",
        "1 mars 2008",
        "\ud800",
    ],
)
def test_a_date_is_written_year_month_day(path: str, text: str) -> None:
    assert_value_refused(path, json.dumps(text), (ascii(text), ascii(text)), DATE)


@pytest.mark.parametrize("path", DATES)
@pytest.mark.parametrize(
    ("written", "english", "french"),
    [("20080301", "20080301", "20080301"), ("true", "true", "true"), A_LIST, AN_OBJECT, *NUMBERS_OF_NO_FIELD[:2]],
)
def test_a_date_is_a_text(path: str, written: str, english: str, french: str) -> None:
    assert_value_refused(path, written, (english, french), DATE)


@pytest.mark.parametrize("path", DATES)
@pytest.mark.parametrize(
    "day",
    ["2008-04-31", "2009-02-29", "2100-02-29", "2008-02-30", "2008-13-01", "2008-00-10", "2008-01-00", "0000-01-01"],
)
def test_a_date_is_a_day_that_exists(path: str, day: str) -> None:
    assert_value_refused(path, json.dumps(day), (f"'{day}'", f"'{day}'"), REAL_DAY)


@pytest.mark.parametrize("path", BOOLEANS)
@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ("1", "1", "1"),
        ("0", "0", "0"),
        ('"true"', "'true'", "'true'"),
        ('""', "''", "''"),
        A_LIST,
        AN_OBJECT,
        *NUMBERS_OF_NO_FIELD[:1],
    ],
)
def test_a_boolean_is_true_or_false(path: str, written: str, english: str, french: str) -> None:
    assert_value_refused(path, written, (english, french), BOOLEAN)


@pytest.mark.parametrize("path", TEXTS)
@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ("5", "5", "5"),
        ("true", "true", "true"),
        A_LIST,
        AN_OBJECT,
        *NUMBERS_OF_NO_FIELD[:1],
        *ENDLESS[:1],
        (r'"\ud800"', r"'\ud800'", r"'\ud800'"),
        (r'"a\udfffb"', r"'a\udfffb'", r"'a\udfffb'"),
        (r'"\udc00\ud800"', r"'\udc00\ud800'", r"'\udc00\ud800'"),
    ],
)
def test_a_text_is_a_text(path: str, written: str, english: str, french: str) -> None:
    assert_value_refused(path, written, (english, french), TEXT)


@pytest.mark.parametrize("path", CHOICES)
@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ('"ASBL"', "'ASBL'", "'ASBL'"),
        ('"sprl"', "'sprl'", "'sprl'"),
        ('"asbl "', "'asbl '", "'asbl '"),
        ('""', "''", "''"),
        (r'"\ud800"', r"'\ud800'", r"'\ud800'"),
        (f'"{"x" * 100_000}"', f"'{'x' * 60}'…", f"'{'x' * 60}'…"),
        ("1", "1", "1"),
        ("true", "true", "true"),
        A_LIST,
        AN_OBJECT,
        *NUMBERS_OF_NO_FIELD[:1],
    ],
)
def test_a_choice_is_one_of_its_values(path: str, written: str, english: str, french: str) -> None:
    listed = ", ".join(CHOICES[path])
    remedy = (f"give one of {listed}", f"donnez l'une de ces valeurs : {listed}")
    assert_value_refused(path, written, (english, french), remedy)


@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ("-1", "-1", "-1"),
        ("true", "true", "true"),
        ("false", "false", "false"),
        ('"6"', "'6'", "'6'"),
        A_LIST,
        AN_OBJECT,
        *NUMBERS_OF_NO_FIELD,
        *ENDLESS,
    ],
)
def test_prior_years_are_a_whole_number(written: str, english: str, french: str) -> None:
    assert_value_refused("prior_subsidy_years", written, (english, french), YEARS)


@pytest.mark.parametrize(
    ("written", "english", "french"),
    [
        ('"clusterlaw-dossier/2"', "'clusterlaw-dossier/2'", "'clusterlaw-dossier/2'"),
        ('"clusterlaw-dossier/1 "', "'clusterlaw-dossier/1 '", "'clusterlaw-dossier/1 '"),
        ('"clusterlaw-path/1"', "'clusterlaw-path/1'", "'clusterlaw-path/1'"),
        ('""', "''", "''"),
        (r'"\ud800"', r"'\ud800'", r"'\ud800'"),
        ("1", "1", "1"),
        A_LIST,
        AN_OBJECT,
        *NUMBERS_OF_NO_FIELD[:1],
    ],
)
def test_the_format_is_this_one(written: str, english: str, french: str) -> None:
    remedy = ("give 'clusterlaw-dossier/1'", "donnez « clusterlaw-dossier/1 »")
    assert_value_refused("format", written, (english, french), remedy)


@pytest.mark.parametrize("path", OBJECTS)
@pytest.mark.parametrize(
    ("written", "english", "french"),
    [A_LIST, ('"asbl"', "'asbl'", "'asbl'"), ("1", "1", "1"), ("true", "true", "true"), *NUMBERS_OF_NO_FIELD[:1]],
)
def test_an_object_is_an_object(path: str, written: str, english: str, french: str) -> None:
    assert_value_refused(path, written, (english, french), OBJECT)


@pytest.mark.parametrize("path", ["renewals[0]", "years[0]", "years[0].costs[0]"])
def test_an_entry_of_a_list_is_never_null(path: str) -> None:
    assert_value_refused(path, "null", ("null", "null"), OBJECT)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    ("written", "english", "french"),
    [AN_OBJECT, ('"asbl"', "'asbl'", "'asbl'"), ("1", "1", "1"), ("true", "true", "true"), *NUMBERS_OF_NO_FIELD[:1]],
)
def test_a_list_is_a_list(path: str, written: str, english: str, french: str) -> None:
    assert_value_refused(path, written, (english, french), LIST)


@pytest.mark.parametrize(
    ("amount", "other", "line", "funding"),
    [
        (0, 1, "0.00 EUR", "0.01 EUR"),
        (200, 201, "2.00 EUR", "2.01 EUR"),
        (10**15 - 1, 10**15, "9999999999999.99 EUR", "10000000000000.00 EUR"),
    ],
)
def test_other_funding_is_at_most_the_amount(amount: int, other: int, line: str, funding: str) -> None:
    document = edited("years[0].costs[0].amount_cents", str(amount)).decode()
    assert_refused(
        document.replace('"other_public_funding_cents": 100', f'"other_public_funding_cents": {other}'),
        "years[0].costs[0].other_public_funding_cents",
        (
            f"other public funding ({funding}) exceeds the line ({line})",
            f"les autres subventions ({funding}) dépassent la ligne ({line})",
        ),
        ("give only the part of this line", "indiquez la seule part de cette ligne"),
        rule="decree-2007 art. 3 § 1 al. 3",
    )


# Keys: null, missing, repeated, unknown


@pytest.mark.parametrize("path", REQUIRED)
def test_null_is_not_a_value_of_a_required_key(path: str) -> None:
    error = refusal(edited(path, "null"))
    assert error.text("en") == f"{path}: null is not a value (clusterlaw-dossier/1); give the value"
    assert error.text("fr") == f"{path}: null n'est pas une valeur (clusterlaw-dossier/1); donnez la valeur"


@pytest.mark.parametrize("path", OPTIONAL)
def test_null_is_not_a_way_to_leave_a_fact_unstated(path: str) -> None:
    assert_refused(
        edited(path, "null"),
        path,
        ("null is not a value", "null n'est pas une valeur"),
        ("leave the key out if the fact is not stated", "omettez la clé si le fait n'est pas déclaré"),
    )


@pytest.mark.parametrize("path", REQUIRED)
def test_a_required_key_may_not_be_missing(path: str) -> None:
    assert_refused(edited(path), path, ("the key is missing", "la clé manque"), ("add it", "ajoutez-la"))


@pytest.mark.parametrize("path", OPTIONAL)
def test_an_optional_key_may_be_missing(path: str) -> None:
    read_dossier(edited(path))


@pytest.mark.parametrize("path", [*REQUIRED, *OPTIONAL])
def test_a_key_may_not_be_repeated(path: str) -> None:
    assert_refused(
        edited(path, twice=True),
        path,
        ("the key is repeated", "la clé est répétée"),
        ("keep one of them", "gardez-en une"),
    )


KEYS = {
    "": "format, cluster, recognised_on, prior_subsidy_years, first_period, renewals, years, assumptions",
    "cluster": "name, legal_form",
    "first_period": "favourable_evolution, subsidy_ceiling_cents",
    "renewals[0]": (
        "starts_on, legal_form, new_action_plan, new_objectives, favourable_evolution, results_reported, "
        "new_objectives_contract, subsidy_ceiling_cents, requested_on"
    ),
    "years[0]": "label, costs",
    "years[0].costs[0]": "label, nature, purpose, amount_cents, other_public_funding_cents, admissible",
    "assumptions": (
        "rounding, leap_day, sixth_year_counting, partial_other_funding, results_after_triennium, lapsed_subsidy, "
        "seniority_after_2024, entry_into_force_2025, deadline_counting, incomplete_year, specific_subsidy_ceiling"
    ),
}


@pytest.mark.parametrize("key", ["montant", "Name", "format ", "comment", "élan"])
@pytest.mark.parametrize("path", KEYS)
def test_an_unknown_key_is_refused_at_every_level(path: str, key: str) -> None:
    assert_refused(
        with_key(path, key),
        f"{path}.{key}" if path else key,
        ("unknown key", "clé inconnue"),
        (f"the keys are {KEYS[path]}", f"les clés sont {KEYS[path]}"),
    )


@pytest.mark.parametrize("path", KEYS)
def test_an_empty_key_is_named(path: str) -> None:
    error = refusal(with_key(path, ""))
    assert error.problems[0].path == (f"{path}.''" if path else "''")
    assert "unknown key" in error.text("en")


@pytest.mark.parametrize("key", ["legal_form", "starts_on", "requested_on", "new_action_plan", "results_reported"])
def test_the_first_period_has_no_facts_of_a_renewal(key: str) -> None:
    assert paths(with_key("first_period", key)) == [f"first_period.{key}"]


@pytest.mark.parametrize(
    "name",
    [
        "year_counting",
        "no_prior_subsidy",
        "admitted_costs_2007",
        "other_public_funding_2024",
        "ceiling_year",
        "ceiling_indexation",
        "order_2024",
        "ceiling_period_2024",
        "running_recognition_2025",
        "subsidy_length_2025",
        "procedure_presumed",
        "fee_in_order",
        "legal_forms_2023",
        "gravity",
    ],
)
def test_an_assumption_without_alternatives_cannot_be_chosen(name: str) -> None:
    assert_refused(
        with_key("assumptions", name),
        f"assumptions.{name}",
        ("unknown key", "clé inconnue"),
        ("the keys are rounding, leap_day", "les clés sont rounding, leap_day"),
    )


@pytest.mark.parametrize("key", ["a\nb", "a\u2028b", "\x00", "\x1b[31m", "\ud800", "k" * 100_000])
@pytest.mark.parametrize("path", KEYS)
def test_an_odd_key_is_reported_on_one_short_line(path: str, key: str) -> None:
    error = refusal(with_key(path, key))
    assert len(error.problems) == 1
    assert error.problems[0].path.startswith(path)
    assert len(error.text("fr")) < 500


# Dates that the law decides

DECREE = "decree-2007 art. 2 al. 1"


def dated(recognised_on: str, *starts: str, **assumptions: str) -> str:
    return json.dumps(
        {
            "format": "clusterlaw-dossier/1",
            "cluster": {"name": "TWEED", "legal_form": "asbl"},
            "recognised_on": recognised_on,
            "renewals": [{"starts_on": start} for start in starts],
            "years": [],
            "assumptions": assumptions,
        }
    )


@pytest.mark.parametrize("day", ["2007-06-30", "2007-01-18", "2000-02-29", "0001-01-01"])
def test_a_recognition_before_the_decree_was_in_force_is_refused(day: str) -> None:
    assert_refused(
        dated(day),
        "recognised_on",
        (
            f"{day} is before the decree was in force, on 2007-07-01",
            f"le {day} précède l'entrée en vigueur du décret, le 2007-07-01",
        ),
        (
            "count earlier years of subsidy in prior_subsidy_years",
            "comptez les années de subvention antérieures dans prior_subsidy_years",
        ),
        rule="order-2007 art. 12",
    )


@pytest.mark.parametrize("entry", ["2007-06-30", "2000-01-01"])
def test_no_assumption_puts_the_decree_in_force_before_its_day(entry: str) -> None:
    assert paths(dated("2007-06-30", entry_into_force_2025=entry)) == ["recognised_on"]


@pytest.mark.parametrize(
    ("recognised_on", "start", "right"),
    [
        # Three years each under the text of 2007.
        ("2008-03-01", "2011-03-02", ["2011-03-01"]),
        ("2008-03-01", "2011-02-28", ["2011-03-01"]),
        ("2008-03-01", "2012-03-01", ["2011-03-01", "2014-03-01"]),
        ("2008-03-01", "2016-01-01", ["2014-03-01", "2017-03-01"]),
        # The first period is no renewal, and nothing is renewed before it.
        ("2008-03-01", "2008-03-01", ["2011-03-01"]),
        ("2008-03-01", "2005-03-01", ["2011-03-01"]),
        # A triennium that runs when the text changes keeps its length; the next has four years, the 2025 ones have one.
        ("2023-03-01", "2025-03-01", ["2026-03-01"]),
        ("2024-06-30", "2028-07-01", ["2027-06-30", "2028-06-30", "2029-06-30"]),
        ("2022-01-01", "2024-07-01", ["2025-01-01"]),
        ("2022-01-01", "2028-01-01", ["2025-01-01", "2029-01-01"]),
        ("2024-07-01", "2027-07-01", ["2028-07-01"]),
        ("2026-02-01", "2027-08-01", ["2027-02-01", "2028-02-01"]),
    ],
)
def test_a_renewal_starts_where_a_later_period_starts(recognised_on: str, start: str, right: list[str]) -> None:
    wrong = (
        f"no later recognition period starts on {start}",
        f"aucune période de reconnaissance ultérieure ne commence le {start}",
    )
    remedy = ("the nearest periods start on ", "les périodes les plus proches commencent le ")
    document = dated(recognised_on, start)
    assert_refused(document, "renewals[0].starts_on", wrong, remedy, rule=DECREE)
    for language in ("fr", "en"):
        assert set(right) <= set(re.findall(r"\d{4}-\d{2}-\d{2}", refusal(document).text(language).split(");")[1]))


@pytest.mark.parametrize("day", ["2199-03-02", "2199-12-31"])
def test_no_day_that_a_document_cannot_hold_is_named(day: str) -> None:
    error = refusal(dated("2008-03-01", day))
    assert "2199-03-01" in error.text("en")
    assert "2200-03-01" not in error.text("en")


@pytest.mark.parametrize(
    ("recognised_on", "right", "wrong", "assumptions"),
    [
        # Four years under the text of 2024; one where that of 2025 was in force already.
        ("2025-03-01", "2029-03-01", "2026-03-01", {}),
        ("2025-03-01", "2026-03-01", "2026-03-02", {"entry_into_force_2025": "2025-03-01"}),
        ("2025-03-01", "2029-03-01", "2026-03-01", {"entry_into_force_2025": "2025-03-02"}),
        # 29 February in a common year.
        ("2008-02-29", "2011-02-28", "2011-03-01", {}),
        ("2008-02-29", "2011-03-01", "2011-02-28", {"leap_day": "march_1"}),
        ("2008-02-29", "2020-02-29", "2020-02-28", {}),
        ("2008-02-29", "2020-02-29", "2020-03-01", {"leap_day": "march_1"}),
    ],
)
def test_the_days_of_renewals_follow_the_assumptions(
    recognised_on: str, right: str, wrong: str, assumptions: dict[str, str]
) -> None:
    read_dossier(dated(recognised_on, right, **assumptions).encode())
    document = dated(recognised_on, wrong, **assumptions)
    assert paths(document) == ["renewals[0].starts_on"]
    assert right in refusal(document).text("en")


def test_a_renewal_is_stated_once() -> None:
    document = dated("2008-03-01", "2011-03-01", "2014-03-01", "2011-03-01")
    assert_refused(
        document,
        "renewals[2].starts_on",
        ("2011-03-01 repeats another renewal", "2011-03-01 répète un autre renouvellement"),
        ("2014-03-01", "2014-03-01"),
        rule=DECREE,
    )


# What keeps the periods from being known, and the path under which it is reported.
UNKNOWN_PERIODS: list[tuple[str, dict[str, Any]]] = [
    ("recognised_on", {"recognised_on": "2008-13-01"}),
    ("recognised_on", {"recognised_on": 2008}),
    ("recognised_on", {"recognised_on": None}),
    ("recognised_on", {"recognised_on": "2007-06-30"}),
    ("assumptions", {"assumptions": None}),
    ("assumptions", {"assumptions": []}),
    ("assumptions.leap_day", {"assumptions": {"leap_day": "march"}}),
    ("assumptions.entry_into_force_2025", {"assumptions": {"entry_into_force_2025": "2026"}}),
]


@pytest.mark.parametrize(("path", "spoilt"), UNKNOWN_PERIODS)
def test_a_repeated_renewal_is_reported_whatever_else_is_wrong(path: str, spoilt: dict[str, Any]) -> None:
    """A renewal is given once: that rests on no other date (format: `renewals`)."""
    starts = ("2011-03-01", "2014-03-01", "2011-03-01", "2012-03-01", "2011-03-01")
    document = json.dumps(json.loads(dated("2008-03-01", *starts)) | spoilt)
    assert paths(document) == sorted([path, "renewals[2].starts_on", "renewals[4].starts_on"])
    for language, said, remedy in (
        ("en", "2011-03-01 repeats another renewal", "give one entry for each period"),
        ("fr", "2011-03-01 répète un autre renouvellement", "donnez une entrée par période"),
    ):
        lines = [
            line
            for line in refusal(document).text(language).splitlines()
            if line.startswith("renewals")  # type: ignore[arg-type]
        ]
        for line in lines:
            assert said in line
            assert remedy in line
            assert "2014-03-01" not in line  # no day of a period is known


def test_a_missing_recognition_does_not_hide_a_repeated_renewal() -> None:
    document = json.loads(dated("2008-03-01", "2011-03-01", "2011-03-01"))
    del document["recognised_on"]
    assert paths(json.dumps(document)) == ["recognised_on", "renewals[1].starts_on"]


def test_a_renewal_after_the_last_day_of_the_format_has_no_day_to_start_on() -> None:
    document = dated("2199-06-01", "2199-07-01")
    remedy = ("which starts on 2199-12-31 at the latest", "qui commence au plus tard le 2199-12-31")
    wrong = ("no later recognition period starts", "aucune période de reconnaissance ultérieure ne commence")
    assert_refused(document, "renewals[0].starts_on", wrong, remedy, rule=DECREE)


def test_every_wrong_renewal_is_reported_in_its_place() -> None:
    document = dated("2008-03-01", "2012-03-01", "2011-03-01", "2011-03-01", "2014-03-02", "2014-03-02")
    assert paths(document) == [f"renewals[{index}].starts_on" for index in (0, 2, 3, 4)]


@pytest.mark.parametrize("start", ["2062-03-01", "2199-03-01"])
def test_a_well_dated_renewal_beyond_any_horizon_is_accepted(start: str) -> None:
    # Trienniums from 2008 to 2026, then the 2025 text: a period each 1 March.
    dossier = read_dossier(dated("2008-03-01", start).encode())
    assert [renewal.starts_on.isoformat() for renewal in dossier.renewals] == [start]


# Many problems at once


def test_a_dozen_errors_are_reported_together() -> None:
    document = """{
        "format": "clusterlaw-dossier/0",
        "cluster": {"name": null, "legal_form": "sprl", "members": 90},
        "recognised_on": "2008-03-01",
        "recognised_on": "2008-03-01",
        "prior_subsidy_years": true,
        "first_period": {"favourable_evolution": 1, "subsidy_ceiling_cents": 1e3},
        "renewals": [
            {"starts_on": "2011-03-01", "new_objectives": "yes"},
            {"new_objectives": true},
            {"starts_on": "2011-03-02"},
            "2014-03-01"
        ],
        "years": [
            {"costs": null},
            {"costs": [
                {"nature": "structure", "purpose": "other", "amount_cents": 100, "other_public_funding_cents": 101},
                {"nature": "structure", "nature": "other", "purpose": "x", "amount_cents": -1}
            ]}
        ],
        "assumptions": {}
    }"""
    assert paths(document) == [
        "cluster.legal_form",
        "cluster.members",
        "cluster.name",
        "first_period.favourable_evolution",
        "first_period.subsidy_ceiling_cents",
        "format",
        "prior_subsidy_years",
        "recognised_on",
        "renewals[0].new_objectives",
        "renewals[1].starts_on",
        "renewals[2].starts_on",
        "renewals[3]",
        "years[0].costs",
        "years[1].costs[0].other_public_funding_cents",
        "years[1].costs[1].amount_cents",
        "years[1].costs[1].nature",
        "years[1].costs[1].other_public_funding_cents",
        "years[1].costs[1].purpose",
    ]


def test_too_much_other_funding_is_reported_beside_another_problem_of_its_line() -> None:
    document = edited("years[0].costs[0].other_public_funding_cents", "201").decode()
    assert paths(document.replace('"daily_operation"', '"daily"')) == [
        "years[0].costs[0].other_public_funding_cents",
        "years[0].costs[0].purpose",
    ]


def test_a_wrong_day_of_renewal_is_reported_beside_another_problem_of_its_facts() -> None:
    document = edited("renewals[0].starts_on", '"2011-03-02"').decode()
    assert paths(document.replace('"new_objectives": true', '"new_objectives": 1')) == [
        "renewals[0].new_objectives",
        "renewals[0].starts_on",
    ]


def test_an_unreadable_recognition_does_not_hide_the_rest() -> None:
    document = edited("recognised_on", '"2008-04-31"').decode()
    assert paths(document.replace('"half_up"', '"up"')) == ["assumptions.rounding", "recognised_on"]


_PLAIN: dict[str, Any] = {
    "format": "clusterlaw-dossier/1",
    "cluster": {"name": "x", "legal_form": "asbl"},
    "recognised_on": "2008-03-01",
    "years": [],
}


@pytest.mark.parametrize(("entries", "shown"), [(1000, 1000), (1001, 1001), (50_000, 1001)])
def test_an_endless_list_of_errors_stops_at_a_thousand(entries: int, shown: int) -> None:
    """Every error is reported, up to the thousandth; then one says that there are more."""
    document = _PLAIN | {"years": [1] * entries}
    with pytest.raises(FactError) as refused:
        read_dossier(json.dumps(document).encode())
    lines = refused.value.text("en").splitlines()
    assert len(lines) == shown
    assert ("more than 1000 errors" in lines[-1]) is (entries > 1000)
    assert ("plus de 1000 erreurs" in refused.value.text("fr")) is (entries > 1000)


def test_a_wrong_rounding_does_not_hide_a_wrong_day_of_renewal() -> None:
    document = _PLAIN | {"assumptions": {"rounding": "up"}, "renewals": [{"starts_on": "2011-03-02"}]}
    with pytest.raises(FactError) as refused:
        read_dossier(json.dumps(document).encode())
    assert [problem.path for problem in refused.value.problems] == ["assumptions.rounding", "renewals[0].starts_on"]
