"""JSON in and out: `clusterlaw-dossier/1` is read, `clusterlaw-path/1` is written. Neither opens a file.

Every error of a document is reported together, each with its path.
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
from clusterlaw.dossier import (
    LEGAL_FORMS,
    NATURES,
    PURPOSES,
    Cluster,
    CostLine,
    Dossier,
    FirstPeriod,
    Renewal,
    YearFacts,
    too_much_other_funding,
)
from clusterlaw.errors import FactError, Problem
from clusterlaw.money import Euro
from clusterlaw.path import FundingPath, FundingYear
from clusterlaw.recognition import date_problems, periods_through
from clusterlaw.sources import Label
from clusterlaw.values import frozen

DOSSIER_FORMAT = "clusterlaw-dossier/1"
PATH_FORMAT = "clusterlaw-path/1"
LARGEST_DOCUMENT = 10_000_000
MOST_PROBLEMS = 1000

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LONGEST_INTEGER = 30
_LONGEST_SHOWN = 60


@frozen
class _Literal:
    """A number that no field takes: a decimal one, NaN, an infinity, or an endless integer."""

    text: str


class _Object:
    """A JSON object as it was written, with the keys that it repeats."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        self.entries = dict(pairs)
        counted = Counter(key for key, _ in pairs) if len(self.entries) < len(pairs) else {}
        self.repeated = sorted(key for key, times in counted.items() if times > 1)


@frozen
class _Invalid:
    """Stands for a value that had a problem."""


_INVALID = _Invalid()
_Read = Callable[[Any, str, list[Problem]], Any]
_Check = Callable[[Mapping[str, Any]], tuple[Problem, ...]]


@frozen(kw_only=True)
class _Key:
    """A key of an object: how its value is read, whether it is required, and the argument that it becomes."""

    read: _Read
    required: bool = False
    argument: str | None = None


def read_dossier(document: bytes) -> Dossier:
    """Read a `clusterlaw-dossier/1` document, at most 10 MB of UTF-8.

    Raises TypeError unless given bytes, FactError with every problem of the document (the first 1,000 of them).
    """
    if type(document) is not bytes:
        raise TypeError(f"read_dossier: the document is a {type(document).__name__}; give the bytes of the file")
    root = _parsed(document)
    problems: list[Problem] = []
    if not isinstance(root, _Object):
        _refuse(problems, "", root, fr="un objet JSON", en="a JSON object")
        raise FactError(*problems)
    values = _object(root, "", problems, _DOSSIER)
    problems.extend(_problems_of_dates(root.entries, values))
    if len(problems) > MOST_PROBLEMS:
        problems[MOST_PROBLEMS:] = [_more_problems()]
    if problems:
        raise FactError(*problems)
    return Dossier(**{key: value for key, value in values.items() if key != "format"})


def _parsed(document: bytes) -> Any:
    if len(document) > LARGEST_DOCUMENT:
        raise FactError(
            _problem(
                "",
                fr=f"le document dépasse {LARGEST_DOCUMENT} octets",
                en=f"the document is larger than {LARGEST_DOCUMENT} bytes",
                do_fr="donnez un document plus petit",
                do_en="give a smaller document",
            )
        )
    try:
        return json.loads(
            document.decode("utf-8"),
            object_pairs_hook=_Object,
            parse_float=_Literal,
            parse_constant=_Literal,
            parse_int=lambda digits: int(digits) if len(digits) <= _LONGEST_INTEGER else _Literal(digits),
        )
    except (ValueError, RecursionError) as error:
        raise FactError(_unreadable(document, error)) from None


def _unreadable(document: bytes, error: Exception) -> Problem:
    if not document.strip():
        what = Label(fr="le document est vide", en="the document is empty")
    elif document.startswith(b"\xef\xbb\xbf"):
        what = Label(
            fr="le document commence par une marque d'ordre (BOM)", en="the document starts with a byte order mark"
        )
    elif isinstance(error, UnicodeDecodeError):
        what = Label(
            fr=f"l'octet {error.start} n'est pas de l'UTF-8", en=f"byte {error.start} of the document is not UTF-8"
        )
    elif isinstance(error, RecursionError):
        what = Label(fr="le document est trop profondément imbriqué", en="the document is nested too deeply")
    else:
        place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else "?"
        what = Label(fr=f"ce n'est pas du JSON ({place})", en=f"it is not JSON (line:column {place})")
    remedy = Label(fr="donnez du JSON en UTF-8, sans marque d'ordre", en="give JSON in UTF-8 without a byte order mark")
    return Problem(path="", what=what, rule=DOSSIER_FORMAT, remedy=remedy)


def _problem(path: str, *, fr: str, en: str, do_fr: str, do_en: str) -> Problem:
    return Problem(path=path, what=Label(fr=fr, en=en), rule=DOSSIER_FORMAT, remedy=Label(fr=do_fr, en=do_en))


_KINDS = {_Object: Label(fr="un objet", en="an object"), list: Label(fr="une liste", en="a list")}


def _more_problems() -> Problem:
    return _problem(
        "",
        fr=f"il y a plus de {MOST_PROBLEMS} erreurs ; les suivantes ne sont pas montrées",
        en=f"there are more than {MOST_PROBLEMS} errors; the following ones are not shown",
        do_fr="corrigez celles-ci d'abord",
        do_en="mend these first",
    )


def _shown(value: Any) -> Label:
    """Return a value as a message shows it, cut where it is long."""
    if type(value) in _KINDS:
        return _KINDS[type(value)]
    if isinstance(value, _Literal):
        short = value.text if len(value.text) <= _LONGEST_INTEGER else value.text[:12] + "…"
        return Label(fr=f"le nombre {short}", en=f"the number {short}")
    text = _quoted(value) if isinstance(value, str) else json.dumps(value)
    return Label(fr=text, en=text)


def _quoted(text: str) -> str:
    return ascii(text) if len(text) <= _LONGEST_SHOWN else ascii(text[:_LONGEST_SHOWN]) + "…"


def _refuse(problems: list[Problem], path: str, value: Any, *, fr: str, en: str) -> _Invalid:
    """Report that a value is not what its field takes."""
    shown = _shown(value)
    problems.append(
        _problem(
            path,
            fr=f"{shown.fr} ne convient pas",
            en=f"{shown.en} does not fit",
            do_fr=f"donnez {fr}",
            do_en=f"give {en}",
        )
    )
    return _INVALID


def _refuse_null(problems: list[Problem], path: str, *, required: bool) -> None:
    problems.append(
        _problem(
            path,
            fr="null n'est pas une valeur",
            en="null is not a value",
            do_fr="donnez la valeur"
            if required
            else "donnez la valeur, ou omettez la clé si le fait n'est pas déclaré",
            do_en="give the value" if required else "give the value, or leave the key out if the fact is not stated",
        )
    )


def _object(root: _Object, path: str, problems: list[Problem], keys: Mapping[str, _Key]) -> dict[str, Any]:
    """Read the keys of an object; values that had a problem are left out of the answer."""
    known = ", ".join(keys)
    for key in root.repeated[: MOST_PROBLEMS + 1]:
        problems.append(
            _problem(
                _under(path, key),
                fr="la clé est répétée",
                en="the key is repeated",
                do_fr="gardez-en une",
                do_en="keep one of them",
            )
        )
    for key in islice((key for key in root.entries if key not in keys), MOST_PROBLEMS + 1):
        problems.append(
            _problem(
                _under(path, key),
                fr="clé inconnue",
                en="unknown key",
                do_fr=f"les clés sont {known}",
                do_en=f"the keys are {known}",
            )
        )
    values: dict[str, Any] = {}
    for name, entry in keys.items():
        if name in root.entries and root.entries[name] is None:
            _refuse_null(problems, _under(path, name), required=entry.required)
        elif name in root.entries:
            value = entry.read(root.entries[name], _under(path, name), problems)
            if value is not _INVALID:
                values[entry.argument or name] = value
        elif entry.required:
            problems.append(
                _problem(
                    _under(path, name),
                    fr="la clé manque",
                    en="the key is missing",
                    do_fr="ajoutez-la",
                    do_en="add it",
                )
            )
    return values


def _under(path: str, key: str) -> str:
    plain = key if key and key.isprintable() and len(key) <= _LONGEST_SHOWN else _quoted(key)
    return f"{path}.{plain}" if path else plain


def _format(value: Any, path: str, problems: list[Problem]) -> Any:
    if value == DOSSIER_FORMAT:
        return value
    return _refuse(problems, path, value, fr=f"« {DOSSIER_FORMAT} »", en=f"{DOSSIER_FORMAT!r}")


def _text(value: Any, path: str, problems: list[Problem]) -> Any:
    if type(value) is str and not any("\ud800" <= letter <= "\udfff" for letter in value):
        return value
    return _refuse(problems, path, value, fr="un texte", en="a text")


def _boolean(value: Any, path: str, problems: list[Problem]) -> Any:
    return value if type(value) is bool else _refuse(problems, path, value, fr="true ou false", en="true or false")


def _whole(value: Any, path: str, problems: list[Problem]) -> Any:
    if type(value) is int and value >= 0:
        return value
    return _refuse(
        problems, path, value, fr="un nombre entier d'années, 0 ou plus", en="a whole number of years, 0 or more"
    )


def _euro(value: Any, path: str, problems: list[Problem]) -> Any:
    if type(value) is int and 0 <= value <= GREATEST_AMOUNT.cents:
        return Euro.from_cents(value)
    return _refuse(
        problems,
        path,
        value,
        fr=f"un nombre entier de cents, de 0 à {GREATEST_AMOUNT.cents}",
        en=f"a whole number of cents, from 0 to {GREATEST_AMOUNT.cents}",
    )


def _day(value: Any, path: str, problems: list[Problem]) -> Any:
    if type(value) is str and _DAY.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return _refuse(problems, path, value, fr="un jour qui existe", en="a day that exists")
        if day <= LATEST_DATE:
            return day
    return _refuse(
        problems,
        path,
        value,
        fr=f"une date AAAA-MM-JJ jusqu'au {LATEST_DATE}",
        en=f"a date YYYY-MM-DD up to {LATEST_DATE}",
    )


def _choice(*choices: str) -> _Read:
    listed = ", ".join(choices)

    def read(value: Any, path: str, problems: list[Problem]) -> Any:
        if type(value) is str and value in choices:
            return value
        return _refuse(problems, path, value, fr=f"l'une de ces valeurs : {listed}", en=f"one of {listed}")

    return read


def _record(kind: Callable[..., Any], keys: Mapping[str, _Key], check: _Check | None = None) -> _Read:
    def read(value: Any, path: str, problems: list[Problem]) -> Any:
        if not isinstance(value, _Object):
            return _refuse(problems, path, value, fr="un objet", en="an object")
        before = len(problems)
        values = _object(value, path, problems, keys)
        if check is not None:
            problems.extend(problem.under(path) for problem in check(values))
        return kind(**values) if len(problems) == before else _INVALID

    return read


def _problems_of_funding(values: Mapping[str, Any]) -> tuple[Problem, ...]:
    amount, other = values.get("amount"), values.get("other_public_funding")
    if amount is None or other is None or other <= amount:
        return ()
    return (too_much_other_funding(amount=amount, other=other),)


def _several(read_one: _Read) -> _Read:
    def read(value: Any, path: str, problems: list[Problem]) -> Any:
        if type(value) is not list:
            return _refuse(problems, path, value, fr="une liste", en="a list")
        entries = []
        for index, entry in enumerate(value):
            if len(problems) > MOST_PROBLEMS:
                break
            entries.append(read_one(entry, f"{path}[{index}]", problems))
        return tuple(entries)

    return read


def _reading(name: str) -> _Key:
    readings = readings_of(name)
    return _Key(read=_choice(*readings) if readings else _day)


_CLUSTER = {
    "name": _Key(read=_text, required=True),
    "legal_form": _Key(read=_choice(*LEGAL_FORMS), required=True),
}
_CEILING = _Key(read=_euro, argument="subsidy_ceiling")
_FIRST_PERIOD = {"favourable_evolution": _Key(read=_boolean), "subsidy_ceiling_cents": _CEILING}
_RENEWAL = {
    "starts_on": _Key(read=_day, required=True),
    "legal_form": _Key(read=_choice(*LEGAL_FORMS)),
    "new_action_plan": _Key(read=_boolean),
    "new_objectives": _Key(read=_boolean),
    "favourable_evolution": _Key(read=_boolean),
    "results_reported": _Key(read=_boolean),
    "new_objectives_contract": _Key(read=_boolean),
    "subsidy_ceiling_cents": _CEILING,
    "requested_on": _Key(read=_day),
}
_COST_LINE = {
    "label": _Key(read=_text),
    "nature": _Key(read=_choice(*NATURES), required=True),
    "purpose": _Key(read=_choice(*PURPOSES), required=True),
    "amount_cents": _Key(read=_euro, required=True, argument="amount"),
    "other_public_funding_cents": _Key(read=_euro, required=True, argument="other_public_funding"),
    "admissible": _Key(read=_boolean),
}
_YEAR = {"label": _Key(read=_text), "costs": _Key(read=_several(_record(CostLine, _COST_LINE, _problems_of_funding)))}
_ASSUMPTIONS = {name: _reading(name) for name in NAMES}
_DOSSIER = {
    "format": _Key(read=_format, required=True),
    "cluster": _Key(read=_record(Cluster, _CLUSTER), required=True),
    "recognised_on": _Key(read=_day, required=True),
    "prior_subsidy_years": _Key(read=_whole),
    "first_period": _Key(read=_record(FirstPeriod, _FIRST_PERIOD)),
    "renewals": _Key(read=_several(_record(Renewal, _RENEWAL))),
    "years": _Key(read=_several(_record(YearFacts, _YEAR)), required=True),
    "assumptions": _Key(read=_record(Assumptions, _ASSUMPTIONS)),
}


def _problems_of_dates(given: Mapping[str, Any], values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return what the law finds wrong with the dates that could be read.

    Where an assumption on dates could not be, only the recognition is checked: the days of the periods rest on it.
    """
    recognised_on = values.get("recognised_on")
    if recognised_on is None:
        return ()
    assumptions = _assumptions_of_dates(given.get("assumptions", _Object([])))
    starts = _renewal_starts(given.get("renewals")) if assumptions else {}
    try:
        periods = periods_through(
            recognised_on=recognised_on,
            years=1,
            day=max(starts.values(), default=recognised_on),
            assumptions=assumptions or Assumptions(),
        )
    except FactError as error:
        return error.problems
    return date_problems(periods=periods, renewal_starts=starts)


def _assumptions_of_dates(stated: Any) -> Assumptions | None:
    """Return the assumptions that dates rest on, whatever is wrong with the others; None where one of them is wrong."""
    if not isinstance(stated, _Object):
        return None
    names = [name for name in ("leap_day", "entry_into_force_2025") if name in stated.entries]
    values = {name: _ASSUMPTIONS[name].read(stated.entries[name], "", []) for name in names}
    return None if _INVALID in values.values() else Assumptions(**values)


def _renewal_starts(renewals: Any) -> dict[int, date]:
    """Return the days on which renewals start, by their place, also of those whose other keys had a problem."""
    starts = {}
    for index, renewal in enumerate(renewals if isinstance(renewals, list) else ()):
        if isinstance(renewal, _Object):
            day = _day(renewal.entries.get("starts_on"), "", [])
            if isinstance(day, date):
                starts[index] = day
    return starts


def path_document(path: FundingPath) -> dict[str, Any]:
    """Return a path as a `clusterlaw-path/1` document: plain dicts, lists, strings, integers and None.

    Raises TypeError for anything but a FundingPath.
    """
    if type(path) is not FundingPath:
        raise TypeError(f"path_document: path is a {type(path).__name__}; give the FundingPath of funding_path")
    return {
        "format": PATH_FORMAT,
        "cluster": path.dossier.cluster.name,
        "years": [_year_document(year) for year in path.years],
        "total_subsidy_cents": _cents(path.total_subsidy),
        "unused": list(path.unused),
    }


def _year_document(year: FundingYear) -> dict[str, Any]:
    return {
        "year": year.number,
        "starts_on": year.starts_on.isoformat(),
        "ends_before": year.ends_before.isoformat(),
        "regime": year.regime.identifier,
        "recognition_period": year.recognition_period,
        "discretion": year.discretion,
        "total_costs_cents": _cents(year.total_costs),
        "other_public_funding_cents": _cents(year.other_public_funding),
        "admitted_costs_cents": _cents(year.admitted_costs),
        "capped_costs_cents": _cents(year.capped_costs),
        "rate_percent": None if year.rate is None else year.rate.percentage.percent,
        "status": year.status,
        "subsidy_cents": _cents(year.subsidy),
        "subsidy_at_least_cents": _cents(year.subsidy_at_least),
        "subsidy_at_most_cents": _cents(year.subsidy_at_most),
        "own_share_cents": _cents(year.own_share),
        "missing": list(year.missing),
        "reasons": [
            {"condition": reason.condition, "affects": reason.affects, "citation": str(reason.citation)}
            for reason in year.reasons
        ],
        "assumptions": list(year.assumptions),
        "citations": [str(citation) for citation in year.citations],
    }


def _cents(amount: Euro | None) -> int | None:
    return None if amount is None else amount.cents
