"""Revisions: what people decided about lines, in the order in which they did. They only grow."""

import sqlite3
from typing import Any, Literal

import msgspec

from dragoman.model import Fact, encode
from dragoman.record.keys import key
from dragoman.record.reading import fact_from

Verdict = Literal["accepted", "rejected", "amended"]
_COLUMNS = "number, thread, report_id, line_id, verdict, reason, who, at, original, corrected"


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision about a line. `thread` is the first revision of the same fact.

    `original` is the line as the coder wrote it when it was reviewed, `corrected` as it should read
    (as it read, where it was rejected). `at` is a time in ISO 8601.
    """

    number: int
    thread: int
    report_id: str
    line_id: str
    verdict: Verdict
    reason: str
    who: str
    at: str
    original: Fact
    corrected: Fact


def put(connection: sqlite3.Connection, revision: Revision) -> None:
    """Add a revision."""
    row = msgspec.structs.asdict(revision)
    row |= {name: encode(row[name]).decode() for name in ("original", "corrected")}
    values = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO revision ({', '.join(row)}) VALUES ({values})", row)  # noqa: S608 - our own names


def next_number(connection: sqlite3.Connection) -> int:
    """The number of the revision that comes next."""
    query = "SELECT coalesce(max(number), 0) + 1 FROM revision"
    return int(connection.execute(query).fetchone()[0])


def by_number(connection: sqlite3.Connection, number: int) -> Revision:
    """The revision of this number, which must exist."""
    (found,) = select(connection, "number = ?", number)
    return found


def history(connection: sqlite3.Connection, line_id: str) -> list[Revision]:
    """All revisions of a line, oldest first, under whatever id it was reviewed."""
    mine = "SELECT thread FROM revision WHERE line_id = ?1"
    now = """
        SELECT thread FROM line JOIN correction ON correction.line = line.number
        JOIN revision ON revision.number = correction.revision WHERE line.key = ?2
    """
    return select(connection, f"thread IN ({mine} UNION {now})", line_id, key(line_id))


def latest(connection: sqlite3.Connection, report_id: str) -> list[Revision]:
    """The last revision of each fact of a report that was reviewed, in the order of threads."""
    last = "SELECT max(number) FROM revision WHERE report_id = ? GROUP BY thread"
    found = select(connection, f"number IN ({last})", report_id)
    return sorted(found, key=lambda revision: revision.thread)


def orphans(connection: sqlite3.Connection) -> list[Revision]:
    """Last revisions of facts that the coder does not write any more.

    What was accepted or amended stays in the record all the same; what was rejected has no line.
    """
    condition = """
        number IN (SELECT max(number) FROM revision GROUP BY thread)
        AND number NOT IN (SELECT revision FROM correction WHERE coded IS NOT NULL)
    """
    return select(connection, condition)


def select(
    connection: sqlite3.Connection, condition: str, *values: str | int | bytes
) -> list[Revision]:
    """Revisions that meet a condition of SQL, oldest first."""
    query = f"SELECT {_COLUMNS} FROM revision WHERE {condition} ORDER BY number"  # noqa: S608 - our own words
    return [_revision(row) for row in connection.execute(query, values)]


def _revision(row: tuple[Any, ...]) -> Revision:
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    lines = {name: fact_from(values[name]) for name in ("original", "corrected")}
    return Revision(**(values | lines))
