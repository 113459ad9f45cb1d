"""One line or report, as its row holds it."""

import sqlite3
import zlib

import msgspec

from dragoman.errors import RecordError
from dragoman.model import Fact, Report, decode
from dragoman.record.packing import unpack


def fact_from(data: bytes | str) -> Fact:
    """A fact from column `json` of table `line`, or from its JSON.

    Raises:
        RecordError: the column is damaged.
    """
    try:
        line = decode(data if isinstance(data, str) else unpack(data))
    except (zlib.error, msgspec.MsgspecError) as error:
        raise RecordError(f"a line cannot be read: {error}: `dragoman doctor` says more") from error
    if isinstance(line, Report):
        raise RecordError(f"report {line.id}: stands in table line, where only facts do")
    return line


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
