"""How a JSON document is read: strictly, every problem of it together, each with its path. Opens no file.

A format is a table of `Key` for each of its objects; `read_document` reads one and raises everything that is wrong.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from itertools import islice
from typing import Any

from clusterlaw.assumptions import NAMES, Assumptions, readings_of
from clusterlaw.checks import GREATEST_AMOUNT, LATEST_DATE
from clusterlaw.errors import FactError, Problem
from clusterlaw.money import Euro
from clusterlaw.sources import Label
from clusterlaw.values import frozen

LARGEST_DOCUMENT = 10_000_000
MOST_PROBLEMS = 1000

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LONGEST_INTEGER = 30
_LONGEST_SHOWN = 60


@frozen
class LiteralNumber:
    """A number that no field takes: a decimal one, NaN, an infinity, or an endless integer."""

    text: str


class JsonObject:
    """A JSON object as it was written, with the keys that it repeats."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        self.entries = dict(pairs)
        counted = Counter(key for key, _ in pairs) if len(self.entries) < len(pairs) else {}
        self.repeated = sorted(key for key, times in counted.items() if times > 1)


@frozen
class Invalid:
    """Stands for a value that had a problem."""


INVALID = Invalid()


class Problems:
    """The problems found so far in a document of one format, in their order."""

    def __init__(self, document_format: str) -> None:
        self.format = document_format
        self.found: list[Problem] = []

    def add(self, path: str, *, fr: str, en: str, do_fr: str, do_en: str) -> None:
        """Add a problem of the format: what is wrong at a path, and what to do."""
        problem = Problem(path=path, what=Label(fr=fr, en=en), rule=self.format, remedy=Label(fr=do_fr, en=do_en))
        self.found.append(problem)

    def refuse(self, path: str, value: Any, *, fr: str, en: str) -> Invalid:
        """Add that a value is not what its field takes."""
        shown = _shown(value)
        self.add(
            path,
            fr=f"{shown.fr} ne convient pas",
            en=f"{shown.en} does not fit",
            do_fr=f"donnez {fr}",
            do_en=f"give {en}",
        )
        return INVALID

    @property
    def enough(self) -> bool:
        """Whether there are more problems than a message shows."""
        return len(self.found) > MOST_PROBLEMS

    def error(self) -> FactError:
        """Return the error of every problem, at most the first 1,000 of them."""
        if self.enough:
            del self.found[MOST_PROBLEMS:]
            self.add(
                "",
                fr=f"il y a plus de {MOST_PROBLEMS} erreurs ; les suivantes ne sont pas montrées",
                en=f"there are more than {MOST_PROBLEMS} errors; the following ones are not shown",
                do_fr="corrigez celles-ci d'abord",
                do_en="mend these first",
            )
        return FactError(*self.found)


Read = Callable[[Any, str, Problems], Any]
Check = Callable[[Mapping[str, Any]], tuple[Problem, ...]]


@frozen(kw_only=True)
class Key:
    """A key of an object: how its value is read, whether it is required, and the argument that it becomes."""

    read: Read
    required: bool = False
    argument: str | None = None


def read_document(
    document: bytes,
    *,
    document_format: str,
    keys: Mapping[str, Key],
    check: Callable[[Mapping[str, Any], Mapping[str, Any]], tuple[Problem, ...]],
) -> dict[str, Any]:
    """Read a document of a format, at most 10 MB of UTF-8, and return its values by argument.

    `check` is given the entries as written and the values that could be read, and returns what is wrong between them.
    Raises TypeError unless given bytes, FactError with every problem of the document (the first 1,000 of them).
    """
    if type(document) is not bytes:
        raise TypeError(f"{document_format}: the document is a {type(document).__name__}; give the bytes of the file")
    problems = Problems(document_format)
    root = _parsed(document, problems)
    if not isinstance(root, JsonObject):
        problems.refuse("", root, fr="un objet JSON", en="a JSON object")
        raise problems.error()
    values = read_object(root, "", problems, {"format": Key(read=_format, required=True), **keys})
    problems.found.extend(check(root.entries, values))
    if problems.found:
        raise problems.error()
    return {key: value for key, value in values.items() if key != "format"}


def _parsed(document: bytes, problems: Problems) -> Any:
    if len(document) > LARGEST_DOCUMENT:
        problems.add(
            "",
            fr=f"le document dépasse {LARGEST_DOCUMENT} octets",
            en=f"the document is larger than {LARGEST_DOCUMENT} bytes",
            do_fr="donnez un document plus petit",
            do_en="give a smaller document",
        )
        raise problems.error()
    try:
        return json.loads(
            document.decode("utf-8"),
            object_pairs_hook=JsonObject,
            parse_float=LiteralNumber,
            parse_constant=LiteralNumber,
            parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST_INTEGER else LiteralNumber(digits),
        )
    except (ValueError, RecursionError) as error:
        what = _unreadable(document, error)
        problems.add(
            "",
            fr=what.fr,
            en=what.en,
            do_fr="donnez du JSON en UTF-8, sans marque d'ordre",
            do_en="give JSON in UTF-8 without a byte order mark",
        )
        raise problems.error() from None


def _unreadable(document: bytes, error: Exception) -> Label:
    if not document.strip():
        return Label(fr="le document est vide", en="the document is empty")
    if document.startswith(b"\xef\xbb\xbf"):
        return Label(
            fr="le document commence par une marque d'ordre (BOM)", en="the document starts with a byte order mark"
        )
    if isinstance(error, UnicodeDecodeError):
        return Label(
            fr=f"l'octet {error.start} n'est pas de l'UTF-8", en=f"byte {error.start} of the document is not UTF-8"
        )
    if isinstance(error, RecursionError):
        return Label(fr="le document est trop profondément imbriqué", en="the document is nested too deeply")
    place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else "?"
    return Label(fr=f"ce n'est pas du JSON ({place})", en=f"it is not JSON (line:column {place})")


_KINDS = {JsonObject: Label(fr="un objet", en="an object"), list: Label(fr="une liste", en="a list")}


def _shown(value: Any) -> Label:
    """Return a value as a message shows it, cut where it is long."""
    if type(value) in _KINDS:
        return _KINDS[type(value)]
    if isinstance(value, LiteralNumber):
        short = value.text if len(value.text) <= _LONGEST_INTEGER else value.text[:12] + "…"
        return Label(fr=f"le nombre {short}", en=f"the number {short}")
    text = _quoted(value) if isinstance(value, str) else json.dumps(value)
    return Label(fr=text, en=text)


def _quoted(text: str) -> str:
    return ascii(text) if len(text) <= _LONGEST_SHOWN else ascii(text[:_LONGEST_SHOWN]) + "…"


def _refuse_null(problems: Problems, path: str, *, required: bool) -> None:
    problems.add(
        path,
        fr="null n'est pas une valeur",
        en="null is not a value",
        do_fr="donnez la valeur" if required else "donnez la valeur, ou omettez la clé si le fait n'est pas déclaré",
        do_en="give the value" if required else "give the value, or leave the key out if the fact is not stated",
    )


def read_object(root: JsonObject, path: str, problems: Problems, keys: Mapping[str, Key]) -> dict[str, Any]:
    """Read the keys of an object; values that had a problem are left out of the answer."""
    known = ", ".join(keys)
    for key in root.repeated[: MOST_PROBLEMS + 1]:
        problems.add(
            _under(path, key),
            fr="la clé est répétée",
            en="the key is repeated",
            do_fr="gardez-en une",
            do_en="keep one of them",
        )
    for key in islice((key for key in root.entries if key not in keys), MOST_PROBLEMS + 1):
        problems.add(
            _under(path, key),
            fr="clé inconnue",
            en="unknown key",
            do_fr=f"les clés sont {known}",
            do_en=f"the keys are {known}",
        )
    values: dict[str, Any] = {}
    for name, entry in keys.items():
        if name in root.entries and root.entries[name] is None:
            _refuse_null(problems, _under(path, name), required=entry.required)
        elif name in root.entries:
            value = entry.read(root.entries[name], _under(path, name), problems)
            if value is not INVALID:
                values[entry.argument or name] = value
        elif entry.required:
            problems.add(
                _under(path, name), fr="la clé manque", en="the key is missing", do_fr="ajoutez-la", do_en="add it"
            )
    return values


def _under(path: str, key: str) -> str:
    plain = key if key and key.isprintable() and len(key) <= _LONGEST_SHOWN else _quoted(key)
    return f"{path}.{plain}" if path else plain


def _format(value: Any, path: str, problems: Problems) -> Any:
    if value == problems.format:
        return value
    return problems.refuse(path, value, fr=f"« {problems.format} »", en=f"{problems.format!r}")


def read_text(value: Any, path: str, problems: Problems) -> Any:
    """Read a text."""
    if type(value) is str and not any("\ud800" <= letter <= "\udfff" for letter in value):
        return value
    return problems.refuse(path, value, fr="un texte", en="a text")


def read_boolean(value: Any, path: str, problems: Problems) -> Any:
    """Read true or false."""
    return value if type(value) is bool else problems.refuse(path, value, fr="true ou false", en="true or false")


def read_years(value: Any, path: str, problems: Problems) -> Any:
    """Read a number of years."""
    if type(value) is int and value >= 0:
        return value
    return problems.refuse(
        path, value, fr="un nombre entier d'années, 0 ou plus", en="a whole number of years, 0 or more"
    )


def read_cents(value: Any, path: str, problems: Problems) -> Any:
    """Read an amount in cents as `Euro`."""
    if type(value) is int and 0 <= value <= GREATEST_AMOUNT.cents:
        return Euro.from_cents(value)
    return problems.refuse(
        path,
        value,
        fr=f"un nombre entier de cents, de 0 à {GREATEST_AMOUNT.cents}",
        en=f"a whole number of cents, from 0 to {GREATEST_AMOUNT.cents}",
    )


def read_day(value: Any, path: str, problems: Problems) -> Any:
    """Read a date written YYYY-MM-DD."""
    if type(value) is str and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return problems.refuse(path, value, fr="un jour qui existe", en="a day that exists")
        if day <= LATEST_DATE:
            return day
    return problems.refuse(
        path,
        value,
        fr=f"une date AAAA-MM-JJ jusqu'au {LATEST_DATE}",
        en=f"a date YYYY-MM-DD up to {LATEST_DATE}",
    )


def choice_of(*choices: str) -> Read:
    """Return the reader of one of some names."""
    listed = ", ".join(choices)

    def read(value: Any, path: str, problems: Problems) -> Any:
        if type(value) is str and value in choices:
            return value
        return problems.refuse(path, value, fr=f"l'une de ces valeurs : {listed}", en=f"one of {listed}")

    return read


def record_of(kind: Callable[..., Any], keys: Mapping[str, Key], check: Check | None = None) -> Read:
    """Return the reader of an object that becomes a value of `kind`; `check` returns what is wrong between its keys."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, JsonObject):
            return problems.refuse(path, value, fr="un objet", en="an object")
        before = len(problems.found)
        values = read_object(value, path, problems, keys)
        if check is not None:
            problems.found.extend(problem.under(path) for problem in check(values))
        return kind(**values) if len(problems.found) == before else INVALID

    return read


def several_of(read_one: Read) -> Read:
    """Return the reader of a list, as a tuple."""

    def read(value: Any, path: str, problems: Problems) -> Any:
        if type(value) is not list:
            return problems.refuse(path, value, fr="une liste", en="a list")
        entries = []
        for index, entry in enumerate(value):
            if problems.enough:
                break
            entries.append(read_one(entry, f"{path}[{index}]", problems))
        return tuple(entries)

    return read


def _reading(name: str) -> Key:
    readings = readings_of(name)
    return Key(read=choice_of(*readings) if readings else read_day)


_ASSUMPTIONS = {name: _reading(name) for name in NAMES}
read_assumptions = record_of(Assumptions, _ASSUMPTIONS)


def assumptions_of_dates(stated: Any) -> Assumptions | None:
    """Return the assumptions that dates rest on, whatever is wrong with the others; None where one of them is wrong."""
    if not isinstance(stated, JsonObject):
        return None
    names = [name for name in ("leap_day", "entry_into_force_2025") if name in stated.entries]
    values = {name: _ASSUMPTIONS[name].read(stated.entries[name], "", Problems("")) for name in names}
    return None if INVALID in values.values() else Assumptions(**values)
