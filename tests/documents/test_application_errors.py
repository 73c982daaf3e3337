"""Applications whose JSON is fine and whose facts are not: all their problems together, each with its path."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest

from clusterlaw.application_interchange import read_application
from clusterlaw.errors import FactError, Problem
from tests.boundary.applications import Document, of_kind, renewal, sound, written
from tests.documents.application_complete import every_key

Path = tuple[Any, ...]
FORMAT = "clusterlaw-application/1"


def leaves(part: Any, path: Path = ()) -> Iterator[Path]:
    """The first place of each key of a document: of a list, its first entry."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield (*path, key)
            yield from leaves(value, (*path, key))
    elif isinstance(part, list) and part:
        yield (*path, 0)
        yield from leaves(part[0], (*path, 0))


def name_of(path: Path) -> str:
    text = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return text.removeprefix(".")


def at(document: Any, path: Path) -> Any:
    for key in path:
        document = document[key]
    return document


def replaced(path: Path, value: Any, document: Document | None = None) -> Document:
    copied = deepcopy(every_key() if document is None else document)
    at(copied, path[:-1])[path[-1]] = value
    return copied


def problems(document: Document) -> tuple[Problem, ...]:
    with pytest.raises(FactError) as refused:
        read_application(written(document))
    return refused.value.problems


EVERY_KEY = every_key()
PLACES = list(leaves(EVERY_KEY))
OBJECTS = [path for path in PLACES if isinstance(at(EVERY_KEY, path), dict)]
LISTS = [path for path in PLACES if isinstance(at(EVERY_KEY, path), list)]
FIELDS = [path for path in PLACES if path not in OBJECTS and path not in LISTS]
REQUIRED = {
    "format",
    "applicant",
    "applicant.name",
    "applicant.legal_forms[0].form",
    "applicant.legal_forms[0].since",
    "applicant.members[0].name",
    "applicant.members[0].kind",
    "applicant.members[0].fees[0].year",
    "applicant.members[0].fees[0].amount_cents",
    "request",
    "request.kind",
    "request.filed_on",
    "request.starts_on",
    "actions[0].title",
    "actions[0].serves",
    "actions[0].indicators[0].name",
    "actions[0].indicators[0].level",
    "appraisals[0].subject",
    "opinion.given_on",
    "opinion.actions[0].subject",
    "opinion.criteria[0].subject",
    "opinion.votes[0].member",
    "opinion.votes[0].seat",
    "opinion.votes[0].substitute",
    "opinion.votes[0].ballot",
}


def test_every_key_of_the_format_is_in_the_document() -> None:
    read = read_application(written(EVERY_KEY))
    assert read.opinion is not None
    # 4 of a fee, 7 of a member, 2 of a form, 5 of an indicator, 8 of an action, 3 of an appraisal, 11 of a request,
    # 5 of an applicant, 3 of a view and of an innovation without its subject, 7 of a vote, 5 of an opinion.
    keys = {re.sub(r"\[\d+\]", "", name_of(path)) for path in PLACES if isinstance(path[-1], str)}
    of_assumptions = {key for key in keys if key.startswith("assumptions.")}
    assert len(keys - of_assumptions) == 7 + 5 + 2 + 7 + 4 + 11 + 8 + 5 + 3 + 5 + 2 + 3 + 3 + 7
    assert len(of_assumptions) == 11


@pytest.mark.parametrize("path", [*FIELDS, *OBJECTS, *LISTS], ids=name_of)
def test_null_is_no_value(path: Path) -> None:
    entry = isinstance(path[-1], int)
    found = problems(replaced(path, None))
    assert name_of(path) in {each.path for each in found}
    if not entry:
        assert "null is not a value" in {each.what.en for each in found}


@pytest.mark.parametrize("path", FIELDS, ids=name_of)
@pytest.mark.parametrize("value", [1.5, {}, []], ids=["float", "object", "list"])
def test_a_field_of_another_kind(path: Path, value: Any) -> None:
    found = problems(replaced(path, value))
    assert found[0].path == name_of(path)
    assert found[0].what.en.endswith(" does not fit")
    assert found[0].rule == FORMAT
    assert "1.5" in found[0].what.fr or value != 1.5


def another_kind(value: Any) -> list[Any]:
    """Values that a field holding this one does not take, of the kinds that are easily taken for it."""
    if isinstance(value, bool):
        return [0, 1, "true"]
    if isinstance(value, int):
        return [True, "1", 10**31]
    return [True, 0, "\ud800"]


@pytest.mark.parametrize("path", FIELDS, ids=name_of)
def test_a_field_of_a_kind_taken_for_its_own(path: Path) -> None:
    for value in another_kind(at(EVERY_KEY, path)):
        found = problems(replaced(path, value))
        assert found[0].path == name_of(path), value


@pytest.mark.parametrize("path", OBJECTS, ids=name_of)
def test_an_object_is_an_object(path: Path) -> None:
    for value in ("x", 1, [], True):
        assert (name_of(path), "give an object") in [
            (each.path, each.remedy.en) for each in problems(replaced(path, value))
        ]


@pytest.mark.parametrize("path", LISTS, ids=name_of)
def test_a_list_is_a_list(path: Path) -> None:
    for value in ("x", 1, {}, True):
        assert (name_of(path), "give a list") in [
            (each.path, each.remedy.en) for each in problems(replaced(path, value))
        ]


@pytest.mark.parametrize("path", [(), *OBJECTS], ids=lambda path: name_of(path) or "document")
def test_an_unknown_key(path: Path) -> None:
    document = deepcopy(EVERY_KEY)
    at(document, path)["unknown"] = 1
    (found,) = problems(document)
    assert (found.path, found.what.en) == (f"{name_of(path)}.unknown".removeprefix("."), "unknown key")
    assert found.remedy.en.startswith("the keys are ")


@pytest.mark.parametrize("path", [path for path in PLACES if isinstance(path[-1], str)], ids=name_of)
def test_a_key_that_is_left_out(path: Path) -> None:
    document = deepcopy(EVERY_KEY)
    del at(document, path[:-1])[path[-1]]
    if name_of(path) in REQUIRED:
        assert (name_of(path), "the key is missing") in [(each.path, each.what.en) for each in problems(document)]
    elif name_of(path) in {"request.recognised_on", "appraisals[0].reason"}:
        assert [each.path for each in problems(document)] == [name_of(path)]
    else:
        read_application(written(document))


# Names that no text has.
CHOICES = [
    "applicant.legal_forms[0].form",
    "applicant.members[0].kind",
    "request.kind",
    "request.purpose",
    "actions[0].serves[0]",
    "actions[0].status",
    "actions[0].indicators[0].level",
    "appraisals[0].subject",
    "opinion.actions[0].subject",
    "opinion.criteria[0].subject",
    "opinion.votes[0].seat",
    "opinion.votes[0].ballot",
    "opinion.votes[0].mandate_end",
    *(f"assumptions.{name}" for name in EVERY_KEY["assumptions"] if name != "entry_into_force_2025"),
]


@pytest.mark.parametrize("name", CHOICES)
def test_a_name_that_no_text_has(name: str) -> None:
    (path,) = (each for each in PLACES if name_of(each) == name)
    found = problems(replaced(path, "nonsense"))
    assert (found[0].path, found[0].what.en) == (name, "'nonsense' does not fit")
    assert found[0].remedy.en.startswith("give one of ")
    assert at(EVERY_KEY, path) in found[0].remedy.fr


DAYS = [path for path in FIELDS if str(path[-1]).endswith(("_on", "since", "ends_before", "2025"))]


@pytest.mark.parametrize("path", DAYS, ids=name_of)
@pytest.mark.parametrize("value", ["2011-02-29", "2200-01-01", "01/03/2011", "2011-3-1", ""])
def test_a_day_that_is_none(path: Path, value: str) -> None:
    assert problems(replaced(path, value))[0].path == name_of(path)


@pytest.mark.parametrize(
    ("name", "least", "greatest"),
    [
        ("applicant.members[0].fees[0].year", 1900, 2199),
        ("applicant.members[0].fees[0].amount_cents", 0, 10**15),
        ("request.prior_subsidy_years", 0, 2199),
        ("actions[0].budget_cents", 0, 10**15),
        ("actions[0].indicators[0].baseline", -(10**15), 10**15),
        ("actions[0].indicators[0].target", -(10**15), 10**15),
        ("actions[0].indicators[0].value", -(10**15), 10**15),
    ],
)
def test_the_bounds_of_a_number(name: str, least: int, greatest: int) -> None:
    (path,) = (each for each in PLACES if name_of(each) == name)
    for value in (least, greatest):
        read_application(written(replaced(path, value)))
    for value in (least - 1, greatest + 1, 10**29):
        (found,) = problems(replaced(path, value))
        assert found.path == name
        assert str(greatest) in found.remedy.fr


# --- contradictions ---------------------------------------------------------------------------------------------------

Change = Callable[[Document], Any]


def append(*path: Any, value: Any) -> Change:
    return lambda document: at(document, path).append(value)


def put(*path: Any, value: Any) -> Change:
    def change(document: Document) -> None:
        at(document, path[:-1])[path[-1]] = value

    return change


MEMBER = ("applicant", "members", 0)
FEE = (*MEMBER, "fees", 0)
# document, change, path of the problem, rule, a word of what is wrong in French and in English
CONTRADICTIONS: list[tuple[str, Document, Change, str, str, str, str]] = [
    (
        "an unpaid fee with a day of payment",
        EVERY_KEY,
        put(*FEE, "paid", value=False),
        "applicant.members[0].fees[0].paid_on",
        "decree-2007 art. 3 al. 3 (2024)",
        "impayée",
        "unpaid",
    ),
    (
        "two fees of a year",
        EVERY_KEY,
        append(*MEMBER, "fees", value={"year": 2008, "amount_cents": 1}),
        "applicant.members[0].fees[1].year",
        "decree-2007 art. 3 al. 3 (2024)",
        "2008",
        "2008",
    ),
    (
        "left on the day of joining",
        EVERY_KEY,
        put(*MEMBER, "left_on", value="2007-01-01"),
        "applicant.members[0].left_on",
        "decree-2007 art. 3 al. 3 (2024)",
        "part le 2007-01-01",
        "leaves on 2007-01-01",
    ),
    (
        "two forms from a day",
        EVERY_KEY,
        append("applicant", "legal_forms", value={"form": "gie", "since": "2007-01-01"}),
        "applicant.legal_forms[1].since",
        "decree-2007 art. 1",
        "2007-01-01",
        "2007-01-01",
    ),
    (
        "an action that ends on the day it starts",
        EVERY_KEY,
        put("actions", 0, "ends_before", value="2011-03-01"),
        "actions[0].ends_before",
        "decree-2007 art. 2 al. 1",
        "finit avant le 2011-03-01",
        "ends before 2011-03-01",
    ),
    (
        "a finding without a reason",
        EVERY_KEY,
        put("appraisals", 0, "reason", value=" \t"),
        "appraisals[0].reason",
        "decree-2007 art. 1 al. 1",
        "pas de motif",
        "no reason",
    ),
    (
        "an appraisal twice",
        EVERY_KEY,
        append("appraisals", value={"subject": "critical_mass"}),
        "appraisals[4].subject",
        "decree-2007 art. 1 al. 1",
        "répété",
        "repeated",
    ),
    (
        "a criterion twice",
        EVERY_KEY,
        append("opinion", "criteria", value={"subject": "interaction"}),
        "opinion.criteria[10].subject",
        "decree-2007 art. 5 al. 1",
        "répété",
        "repeated",
    ),
    (
        "an axis twice",
        EVERY_KEY,
        append("opinion", "actions", value={"subject": "promotion"}),
        "opinion.actions[6].subject",
        "decree-2007 art. 5 al. 1",
        "répété",
        "repeated",
    ),
    (
        "an opinion before the request",
        EVERY_KEY,
        put("opinion", "given_on", value="2010-08-31"),
        "opinion.given_on",
        "decree-2007 art. 4 al. 1",
        "précède le dépôt",
        "before the filing",
    ),
    (
        "before the decree",
        sound("2007"),
        put("request", value={"kind": "first_recognition", "filed_on": "2007-01-01", "starts_on": "2007-06-30"}),
        "request.starts_on",
        "order-2007 art. 12",
        "2007-06-30",
        "2007-06-30",
    ),
    (
        "recognised before the decree",
        EVERY_KEY,
        put("request", "recognised_on", value="2007-06-30"),
        "request.recognised_on",
        "order-2007 art. 12",
        "2007-06-30",
        "2007-06-30",
    ),
    (
        "an opinion before the decree",
        of_kind("withdrawal", day="2007-07-02", version="2007"),
        lambda document: (
            document["request"].update(filed_on="2007-01-01") or document["opinion"].update(given_on="2007-06-30")
        ),
        "opinion.given_on",
        "order-2007 art. 12",
        "2007-06-30",
        "2007-06-30",
    ),
    (
        "a renewal of what was not recognised",
        EVERY_KEY,
        lambda document: document["request"].pop("recognised_on"),
        "request.recognised_on",
        "decree-2007 art. 2 al. 1",
        "demande le jour",
        "needs the day",
    ),
    (
        "a first recognition after another",
        sound("2007"),
        put("request", "recognised_on", value="2008-01-01"),
        "request.recognised_on",
        "decree-2007 art. 2 al. 1",
        "n'en suit pas une autre",
        "does not follow another",
    ),
    (
        "a renewal a day late",
        EVERY_KEY,
        put("request", "starts_on", value="2011-03-02"),
        "request.starts_on",
        "decree-2007 art. 2 al. 1",
        "2011-03-02",
        "2011-03-02",
    ),
    (
        "a renewal on the day of the recognition",
        EVERY_KEY,
        lambda document: document["request"].update(recognised_on="2011-03-01"),
        "request.starts_on",
        "decree-2007 art. 2 al. 1",
        "2011-03-01",
        "2011-03-01",
    ),
    (
        "a renewal before the recognition",
        EVERY_KEY,
        lambda document: document["request"].update(recognised_on="2012-03-01"),
        "request.starts_on",
        "decree-2007 art. 2 al. 1",
        "2011-03-01",
        "2011-03-01",
    ),
    (
        "a specific subsidy for what",
        of_kind("specific_subsidy", day="2010-01-01", version=None, purpose="joint_task"),
        lambda document: document["request"].pop("purpose"),
        "request.purpose",
        "decree-2007 art. 3 § 2 al. 1",
        "le cas",
        "the case",
    ),
]


@pytest.mark.parametrize(
    ("what", "document", "change", "path", "rule", "french", "english"),
    CONTRADICTIONS,
    ids=[row[0] for row in CONTRADICTIONS],
)
def test_a_contradiction(
    what: str, document: Document, change: Change, path: str, rule: str, french: str, english: str
) -> None:
    spoiled = deepcopy(document)
    change(spoiled)
    (found,) = problems(spoiled)
    assert (found.path, found.rule) == (path, rule)
    assert french in found.what.fr
    assert english in found.what.en
    assert found.remedy.fr
    assert found.remedy.en


def test_every_problem_comes_with_the_others() -> None:
    document = deepcopy(EVERY_KEY)
    for _, whole, change, *_ in CONTRADICTIONS:
        if whole is EVERY_KEY and "recognised" not in str(change):
            try:
                change(document)
            except (KeyError, IndexError):
                continue
    document["request"].update(recognised_on="2008-03-01", starts_on="2011-03-02")
    document["request"]["new_objectives"] = 1.0
    document["actions"][0]["serves"] = ["promotion", "mission"]
    document["applicant"]["members"][1]["kind"] = None
    document["opinion"]["votes"][0]["seat"] = "throne"
    document["more"] = 1
    found = {each.path for each in problems(document)}
    assert found >= {
        "more",
        "applicant.legal_forms[1].since",
        "applicant.members[0].fees[0].paid_on",
        "applicant.members[1].kind",
        "request.new_objectives",
        "request.starts_on",
        "actions[0].serves[1]",
        "actions[0].ends_before",
        "appraisals[0].reason",
        "opinion.criteria[10].subject",
        "opinion.actions[6].subject",
        "opinion.given_on",
        "opinion.votes[0].seat",
    }


def test_what_could_not_be_read_moves_no_path() -> None:
    document = deepcopy(EVERY_KEY)
    wrong, fee = {"year": 2008}, {"year": 2009, "amount_cents": 1}
    document["applicant"]["members"][0]["fees"] = [wrong, fee, fee]
    form = {"form": "asbl", "since": "2007-01-01"}
    document["applicant"]["legal_forms"] = [{"form": "asbl"}, form, form]
    document["appraisals"] = [{"subject": "x"}, {"subject": "common_vision"}, {"subject": "common_vision"}]
    document["opinion"]["criteria"] = [{}, {"subject": "durability"}, {"subject": "durability"}]
    document["opinion"]["actions"] = [None, {"subject": "promotion"}, {"subject": "promotion"}]
    assert {each.path for each in problems(document)} == {
        "applicant.members[0].fees[0].amount_cents",
        "applicant.members[0].fees[2].year",
        "applicant.legal_forms[0].since",
        "applicant.legal_forms[2].since",
        "appraisals[0].subject",
        "appraisals[2].subject",
        "opinion.criteria[0].subject",
        "opinion.criteria[2].subject",
        "opinion.actions[0]",
        "opinion.actions[2].subject",
    }


def test_days_are_judged_beside_other_errors() -> None:
    document = renewal(
        "2007", recognised_on="2008-03-01", starts_on="2011-03-02", filed_on="2010-09-01", given_on="2010-08-31"
    )
    document["applicant"]["name"] = 1
    document["request"]["new_objectives"] = "yes"
    document["opinion"]["criteria"] = "all"
    assert {each.path for each in problems(document)} == {
        "applicant.name",
        "request.new_objectives",
        "request.starts_on",
        "opinion.criteria",
        "opinion.given_on",
    }


def test_days_are_not_judged_under_readings_that_are_wrong() -> None:
    document = renewal(
        "2007", recognised_on="2008-02-29", starts_on="2011-03-01", filed_on="2010-09-01", given_on="2011-01-15"
    )
    document["assumptions"] = {"leap_day": "february_30"}
    assert [each.path for each in problems(document)] == ["assumptions.leap_day"]
    document["assumptions"] = {"leap_day": "february_28"}
    assert [each.path for each in problems(document)] == ["request.starts_on"]
    document["assumptions"] = {"leap_day": "march_1"}
    read_application(written(document))


def test_a_key_that_is_repeated() -> None:
    text = written(sound("2007")).replace(b'"fields": ["energy"]', b'"fields": ["energy"], "fields": []')
    with pytest.raises(FactError, match=r"applicant\.fields: the key is repeated"):
        read_application(text)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (b"", "the document is empty"),
        (b"[]", "a list does not fit"),
        (b"{", "it is not JSON"),
        (b"\xff", "byte 0 of the document is not UTF-8"),
        (b"{}", "the key is missing"),
    ],
)
def test_what_is_no_application(document: bytes, words: str) -> None:
    with pytest.raises(FactError, match=words):
        read_application(document)


@pytest.mark.parametrize("document", ["{}", None, {}, bytearray(b"{}"), 1])
def test_only_bytes_are_read(document: Any) -> None:
    with pytest.raises(TypeError, match=r"^clusterlaw-application/1: the document is a .*; give the bytes"):
        read_application(document)


def test_another_format() -> None:
    (found,) = problems(replaced(("format",), "clusterlaw-dossier/1"))
    assert (found.path, found.remedy.en) == ("format", "give 'clusterlaw-application/1'")


def test_no_more_than_a_thousand_problems_are_shown() -> None:
    document = sound("2007")
    document["applicant"]["members"] = [{"name": 1}] * 2000
    with pytest.raises(FactError) as refused:
        read_application(json.dumps(document).encode())
    assert len(refused.value.problems) == 1001
    assert "more than 1000 errors" in refused.value.problems[-1].what.en
