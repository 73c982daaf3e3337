"""Documents that cannot be read at all: what the bytes are, before any key is looked at."""

import json
from contextlib import suppress
from typing import Any

import pytest

from clusterlaw.errors import FactError
from clusterlaw.interchange import read_dossier

VALID = (
    b'{"format": "clusterlaw-dossier/1", "cluster": {"name": "TWEED", "legal_form": "asbl"},'
    b' "recognised_on": "2008-03-01", "years": []}'
)
JSON_REMEDY = ("give JSON in UTF-8 without a byte order mark", "donnez du JSON en UTF-8, sans marque d'ordre")
OBJECT_REMEDY = ("give a JSON object", "donnez un objet JSON")


def assert_refused_whole(document: bytes, wrong: tuple[str, str], remedy: tuple[str, str]) -> None:
    with pytest.raises(FactError) as refused:
        read_dossier(document)
    assert [problem.path for problem in refused.value.problems] == [""]
    lines = (refused.value.text("en"), refused.value.text("fr"))
    for line, place, what, do in zip(lines, ("the document", "le document"), wrong, remedy, strict=True):
        before, rule, after = line.partition(" (clusterlaw-dossier/1); ")
        assert rule
        assert before.startswith(f"{place}: ")
        assert what in before
        assert do in after


@pytest.mark.parametrize(
    ("document", "wrong"),
    [
        (b"", ("the document is empty", "le document est vide")),
        (b" \t\r\n\n ", ("the document is empty", "le document est vide")),
        (b"\xef\xbb\xbf" + VALID, ("starts with a byte order mark", "commence par une marque d'ordre (BOM)")),
        (b"\xef\xbb\xbf", ("starts with a byte order mark", "commence par une marque d'ordre (BOM)")),
        (VALID.decode().encode("utf-16"), ("byte 0 of the document is not UTF-8", "l'octet 0 n'est pas de l'UTF-8")),
        (VALID.decode().encode("utf-16-le"), ("it is not JSON (line:column 1:2)", "ce n'est pas du JSON (1:2)")),
        (VALID.decode().encode("utf-16-be"), ("it is not JSON (line:column 1:1)", "ce n'est pas du JSON (1:1)")),
        (VALID.decode().encode("utf-32"), ("byte 0 of the document is not UTF-8", "l'octet 0 n'est pas de l'UTF-8")),
        ('{"é": 1}'.encode("latin-1"), ("byte 2 of the document is not UTF-8", "l'octet 2 n'est pas de l'UTF-8")),
        (b'{"a": "\xed\xa0\x80"}', ("byte 7 of the document is not UTF-8", "l'octet 7 n'est pas de l'UTF-8")),
        (b'{"a": "\xc0\xaf"}', ("byte 7 of the document is not UTF-8", "l'octet 7 n'est pas de l'UTF-8")),
        (b"[" * 100_000, ("nested too deeply", "trop profondément imbriqué")),
        (b"[" * 100_000 + b"]" * 100_000, ("nested too deeply", "trop profondément imbriqué")),
        (b'{"years":' * 100_000, ("nested too deeply", "trop profondément imbriqué")),
        (b"{", ("it is not JSON (line:column 1:2)", "ce n'est pas du JSON (1:2)")),
        (b'{"format":\n  }', ("it is not JSON (line:column 2:3)", "ce n'est pas du JSON (2:3)")),
        (VALID + b" {}", ("it is not JSON (line:column 1:", "ce n'est pas du JSON (1:")),
        (b"{'format': 1}", ("it is not JSON (line:column 1:2)", "ce n'est pas du JSON (1:2)")),
        (b'{"a": 1,}', ("it is not JSON (line:column 1:", "ce n'est pas du JSON (1:")),
        (b'{"a": 01}', ("it is not JSON (line:column 1:", "ce n'est pas du JSON (1:")),
        (b'{"a": +1}', ("it is not JSON (line:column 1:7)", "ce n'est pas du JSON (1:7)")),
        (b'{"a": .5}', ("it is not JSON (line:column 1:7)", "ce n'est pas du JSON (1:7)")),
        (b'{"a": True}', ("it is not JSON (line:column 1:7)", "ce n'est pas du JSON (1:7)")),
        (b'{"a": "\n"}', ("it is not JSON (line:column 1:8)", "ce n'est pas du JSON (1:8)")),
        (b'{"a": 1} // a comment', ("it is not JSON (line:column 1:10)", "ce n'est pas du JSON (1:10)")),
    ],
)
def test_what_is_not_json_in_utf_8_is_refused(document: bytes, wrong: tuple[str, str]) -> None:
    assert_refused_whole(document, wrong, JSON_REMEDY)


@pytest.mark.parametrize(
    ("document", "wrong"),
    [
        (b"[]", ("a list does not fit", "une liste ne convient pas")),
        (b"[" + VALID + b"]", ("a list does not fit", "une liste ne convient pas")),
        (b"[" * 200 + b"]" * 200, ("a list does not fit", "une liste ne convient pas")),
        (b"null", ("null does not fit", "null ne convient pas")),
        (b"true", ("true does not fit", "true ne convient pas")),
        (b"1", ("1 does not fit", "1 ne convient pas")),
        (b"1.5", ("the number 1.5 does not fit", "le nombre 1.5 ne convient pas")),
        (b"NaN", ("the number NaN does not fit", "le nombre NaN ne convient pas")),
        (b"-Infinity", ("the number -Infinity does not fit", "le nombre -Infinity ne convient pas")),
        (b'"clusterlaw-dossier/1"', ("'clusterlaw-dossier/1' does not fit", "'clusterlaw-dossier/1' ne convient pas")),
        (b"7" * 9_999_999, ("the number 777777777777… does not fit", "le nombre 777777777777… ne convient pas")),
    ],
)
def test_the_root_is_an_object(document: bytes, wrong: tuple[str, str]) -> None:
    assert_refused_whole(document, wrong, OBJECT_REMEDY)


@pytest.mark.parametrize("filler", [b" ", b"\n", b"[", b"\xff"])
def test_a_document_of_more_than_10_mb_is_refused(filler: bytes) -> None:
    assert_refused_whole(
        VALID + filler * (10_000_001 - len(VALID)),
        ("larger than 10000000 bytes", "dépasse 10000000 octets"),
        ("give a smaller document", "donnez un document plus petit"),
    )


def test_a_document_of_exactly_10_mb_is_read() -> None:
    assert read_dossier(VALID + b" " * (10_000_000 - len(VALID))) == read_dossier(VALID)


@pytest.mark.parametrize("length", range(len(VALID)))
def test_every_beginning_of_a_document_is_refused(length: int) -> None:
    with pytest.raises(FactError):
        read_dossier(VALID[:length])


@pytest.mark.parametrize("wrong", [b"\xff", b"\x00", b"\n", b'"', b"{", b"9"])
def test_a_wrong_byte_anywhere_raises_nothing_but_fact_errors(wrong: bytes) -> None:
    for place in range(len(VALID)):
        with suppress(FactError):  # a letter of the name may well become a 9
            read_dossier(VALID[:place] + wrong + VALID[place + 1 :])


class Bytes(bytes):
    pass


@pytest.mark.parametrize(
    "document", [VALID.decode(), bytearray(VALID), memoryview(VALID), Bytes(VALID), json.loads(VALID), None, 1]
)
def test_only_bytes_are_read(document: Any) -> None:
    with pytest.raises(
        TypeError, match=rf"^clusterlaw-dossier/1: the document is a {type(document).__name__}; give the bytes"
    ):
        read_dossier(document)
