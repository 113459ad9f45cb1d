"""CSV to rows: streamed, in the encoding and with the separator that its head shows."""

import csv
import io
from collections.abc import Iterator
from functools import partial

from dragoman.intake.decode import decode, marked_encoding
from dragoman.intake.json_rows import MAX_LINE_BYTES, Place, Row
from dragoman.intake.refusing import Refused
from dragoman.intake.rows import COLUMNS

SEPARATORS = (",", ";", "\t", "|")


def read_csv(stream: io.BufferedReader) -> Iterator[Place]:
    """Rows of a CSV file whose first line names the columns, by the lines that they end on.

    Raises:
        Refused: `missing_column`, `bad_csv`, `undecodable`, `binary`.
    """
    # The module's limit is the process's own; it only ever grows.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE_BYTES))
    lines = io.TextIOWrapper(stream, encoding=_encoding(stream), newline="")
    try:
        yield from _rows(lines)
    except UnicodeDecodeError as error:
        raise Refused("undecodable", f"is not {error.encoding} throughout") from None
    finally:
        lines.detach()  # the stream is the caller's to close


def _encoding(stream: io.BufferedReader) -> str:
    head = stream.peek()
    # Cut at a line end, so that no character is; a marked encoding needs no look.
    return marked_encoding(head) or decode(head[: head.rfind(b"\n") + 1] or head).encoding


def _rows(lines: io.TextIOWrapper) -> Iterator[Place]:
    first = lines.readline(MAX_LINE_BYTES)
    if not first.strip():
        return
    separator = max(SEPARATORS, key=first.count)
    names = [name.strip().lower() for name in next(csv.reader([first], delimiter=separator), [])]
    if "text" not in names:
        shown = ", ".join(names)[:80]
        wanted = ", ".join(COLUMNS)
        message = f"has no column 'text' among: {shown}"
        raise Refused("missing_column", message, remedy=f"the columns are {wanted}")
    # By pieces of bounded length: a line without end must not be held whole.
    pieces = iter(partial(lines.readline, MAX_LINE_BYTES), "")
    reader = csv.reader(pieces, delimiter=separator, strict=True)
    try:
        for fields in reader:
            if fields:
                yield f"line {reader.line_num + 1}", _row(names, fields)
    except csv.Error as error:
        message = f"{error} in the row that ends on line {reader.line_num + 1}"
        raise Refused("bad_csv", message, remedy="close its quotation marks") from None


def _row(names: list[str], fields: list[str]) -> Row | Refused:
    if len(fields) != len(names):
        message = f"has {len(fields)} fields where the header has {len(names)}"
        return Refused("bad_csv", message, remedy="quote fields that hold the separator")
    return dict(zip(names, fields, strict=True))
