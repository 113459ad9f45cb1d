"""JSON to rows: one object a line, streamed, or one small document; strict about hazards."""

import json
import math
from collections.abc import Iterator
from typing import BinaryIO, Never

from dragoman.intake.decode import decode, marked_encoding
from dragoman.intake.refusing import Refused

MAX_LINE_BYTES = 16_000_000
"""Bytes of one line: the longest text, each character escaped, with room for other fields."""
MAX_DOCUMENT_BYTES = 64_000_000
"""Bytes of a JSON document that is no JSONL: it cannot be streamed, so it must fit in memory."""
MAX_INTEGER = 2**63
"""Integers from here on overflow the 64 bits that other programs read them into."""

Row = dict[str, object]
Place = tuple[str, Row | Refused]
"""Where a row stands ("line 7"), and the row or why there is none."""


def read_json_lines(stream: BinaryIO) -> Iterator[Place]:
    """Rows of JSONL; a broken line is told, and the next are read."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES):
        number += 1
        place = f"line {number}"
        if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
            _skip_line(stream)
            message = f"a line above {MAX_LINE_BYTES:,} bytes"
            yield place, Refused("too_large", message, remedy="split it into its reports")
        elif line.strip():
            row = _row(line)
            yield place, row
            if number == 1 and isinstance(row, Refused) and row.code in {"binary", "undecodable"}:
                return  # not one line of such a file is JSON


def read_json_document(stream: BinaryIO) -> Iterator[Place]:
    """Rows of a JSON list of objects, or of one object.

    Raises:
        Refused: `too_large`, `bad_json`, `missing_column` for a document of another shape.
    """
    data = stream.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        message = f"a JSON document above {MAX_DOCUMENT_BYTES:,} bytes"
        raise Refused("too_large", message, remedy="write it as JSONL, one object a line")
    document = load_json(data)
    rows = document if isinstance(document, list) else [document]
    for number, row in enumerate(rows, start=1):
        yield f"item {number}", row if isinstance(row, dict) else _no_object()


def load_json(data: bytes) -> object:
    """Decode JSON that says one thing only: no duplicate keys, no NaN, no overflow.

    Raises:
        Refused: `bad_json`, or `undecodable` and `binary` for its bytes.
    """
    text = decode(data).text
    try:
        return json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_refuse_constant,
            parse_int=_integer,
            parse_float=_number,
        )
    except json.JSONDecodeError as error:
        what = error.msg.removesuffix(" at")  # as in "Unterminated string starting at"
        raise _bad(f"{what} at character {error.pos + 1}") from None
    except RecursionError:
        raise _bad("is nested too deep") from None
    except ValueError as error:
        raise _bad(str(error)) from None


def _row(line: bytes) -> Row | Refused:
    if (marked_encoding(line) or "utf-8-sig") != "utf-8-sig":
        return Refused("undecodable", "JSONL in UTF-16 or UTF-32", remedy="save it as UTF-8")
    try:
        row = load_json(line)
    except Refused as refused:
        return refused
    return row if isinstance(row, dict) else _no_object()


def _skip_line(stream: BinaryIO) -> None:
    while chunk := stream.readline(MAX_LINE_BYTES):
        if chunk.endswith(b"\n"):
            return


def _unique(pairs: list[tuple[str, object]]) -> Row:
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice[:40]!r} stands twice")
    return row


def _refuse_constant(name: str) -> Never:
    raise ValueError(f"{name} is no JSON")


def _integer(digits: str) -> int:
    # The length first: turning a million digits into a number takes quadratic time.
    if len(digits) > len(str(-MAX_INTEGER)) or not -MAX_INTEGER <= int(digits) < MAX_INTEGER:
        raise ValueError(f"the number {digits[:24]} overflows 64 bits")
    return int(digits)


def _number(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise ValueError(f"the number {digits[:24]} overflows")
    return value


def _no_object() -> Refused:
    return _bad("is no object")


def _bad(message: str) -> Refused:
    return Refused("bad_json", message, remedy="one JSON object a line")
