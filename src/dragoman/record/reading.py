"""Lines and reports, as their rows and the packed lines hold them."""

import sqlite3
import zlib

import msgspec

from dragoman.errors import RecordError
from dragoman.model import Fact, Report, decode
from dragoman.record.packing import Start, unpack

_STARTS = """
    SELECT id, kind, span_start, span_end FROM packed
    JOIN line ON line.number BETWEEN packed.first AND packed.last
    WHERE packed.report = ? ORDER BY line.number
"""


class DamagedError(RecordError):
    """Lines are not what was written; `open_record` puts the name of the file before it."""


def fact_of(line: str) -> str:
    """SQL for the JSON of a line, which `fact_from` reads; `line` names its table in the query."""
    packed = f"FROM packed WHERE packed.report = {line}.report"
    columns = ", ".join(f"{line}.{name}" for name in ("id", "kind", "span_start", "span_end"))
    place = f"{line}.number - (SELECT first {packed})"
    return f"line_json((SELECT lines {packed}), {place}, {columns})"


FACT = fact_of("line")


def prepare(connection: sqlite3.Connection) -> None:
    """Let a connection run queries that hold `FACT`."""
    connection.create_function("line_json", 6, _line_json, deterministic=True)


def fact_from(data: bytes | str | None) -> Fact:
    """A fact from what `FACT` gives, or from its JSON.

    Raises:
        DamagedError: the line is damaged.
    """
    if data is None:
        raise DamagedError("a line cannot be read: `dragoman doctor` says which")
    try:
        line = decode(data)
    except msgspec.MsgspecError as error:
        raise DamagedError(
            f"a line cannot be read: {error}: `dragoman doctor` says more"
        ) from error
    if isinstance(line, Report):
        raise DamagedError(f"report {line.id}: stands in table line, where only facts do")
    return line


def texts_of(connection: sqlite3.Connection, report: int) -> list[bytes]:
    """The JSON of all lines of a report, by its number; they are those that were written.

    Raises:
        DamagedError: they are damaged.
    """
    query = "SELECT lines FROM packed WHERE report = ?"
    row = connection.execute(query, (report,)).fetchone()
    if row is None:
        return []
    starts = [Start(*begun) for begun in connection.execute(_STARTS, (report,))]
    try:
        return unpack(row[0]).lines(starts)
    except (zlib.error, UnicodeDecodeError) as error:
        told = f"report number {report}: its lines cannot be read: {error}"
        raise DamagedError(f"{told}: `dragoman doctor` says more") from error


def facts_in(connection: sqlite3.Connection, report: int) -> dict[int, Fact]:
    """The facts of a report by line number, as they read now.

    Raises:
        DamagedError: they are damaged.
    """
    query = """
        SELECT line.number FROM packed JOIN line ON line.number BETWEEN first AND last
        WHERE packed.report = ? ORDER BY line.number
    """
    numbers = [number for (number,) in connection.execute(query, (report,))]
    return dict(zip(numbers, map(fact_from, texts_of(connection, report)), strict=True))


def report_by_id(connection: sqlite3.Connection, report_id: str) -> Report:
    """One report.

    Raises:
        RecordError: there is none of this id.
    """
    names = Report.__struct_fields__
    query = f"SELECT {', '.join(names)} FROM report WHERE id = ?"  # noqa: S608 - our own names
    row = connection.execute(query, (report_id,)).fetchone()
    if row is None:
        raise RecordError(f"report {report_id}: the record holds no such report")
    values = dict(zip(names, row, strict=True))
    values["flags"] = msgspec.json.decode(values["flags"])
    return msgspec.convert(values | {"kind": "report"}, Report)


def _line_json(  # noqa: PLR0913 - the columns of a line
    lines: bytes | None, place: int, line_id: str, kind: str, start: int, end: int
) -> bytes | None:
    """The JSON of a line; null where it is damaged, since an error here would not say so."""
    if lines is None:
        return None
    try:
        return unpack(lines).line(place, Start(line_id, kind, start, end))
    except (zlib.error, UnicodeDecodeError):
        return None
