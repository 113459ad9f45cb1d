"""Whether a record is whole: its file, its lines, and the tables that repeat them.

What is examined: SQLite's own check, references between tables, the schema's version; that each
line can be read, lies in its text, and stands in the tables as it reads (a rejected one: not at
all); the search index against the texts; acts against their tellings; revisions.
"""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from dragoman.errors import RecordError
from dragoman.model import Event, Fact
from dragoman.record.derived import rows_held, rows_of
from dragoman.record.keeping import numbers_in
from dragoman.record.reading import fact_from
from dragoman.record.rollups import wrong_rollups
from dragoman.record.rows import kind_of
from dragoman.record.store import STANDS

Remedy = Literal["repair", "code again", "restore"]
MOST = 100  # findings of SQLite's own check that are told


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong, where, and what helps.

    `repair` makes derived tables anew; `code again`: the report has to be added again, for which
    repair makes it ready; `restore`: the file itself is damaged, a copy has to take its place.
    """

    where: str
    message: str
    remedy: Remedy
    report: int | None = None  # its number, where one report is meant


def examine(connection: sqlite3.Connection) -> Iterator[Finding]:
    """All that is wrong with an open record; nothing where it is whole."""
    yield from _pages(connection)
    for check in (_references, _reports, _search, _acts, _rollups, _revisions):
        yield from _guarded(check, connection)


def examine_report(connection: sqlite3.Connection, report: int) -> Iterator[Finding]:
    """What is wrong with the lines of one report, by its number."""
    query = "SELECT id, length(text) FROM report WHERE number = ?"
    report_id, length = connection.execute(query, (report,)).fetchone()
    facts: dict[int, Fact] = {}
    for number, line_id, data, *columns in _lines(connection, report):
        try:
            fact = fact_from(data)
        except RecordError as error:
            message = str(error).partition(": `")[0]
            yield _found(f"line {line_id}", message, "code again", report)
            continue
        facts[number] = fact
        if [fact.id, fact.report_id, *_place(fact)] != [line_id, report_id, *columns]:
            yield _found(f"line {line_id}", "its row and its JSON differ", "code again", report)
        if not _inside(fact, length):
            yield _found(f"line {line_id}", "its span lies outside the text", "code again", report)
    yield from _repeated(connection, report, facts)


def _lines(connection: sqlite3.Connection, report: int) -> Iterator[tuple[int, str, bytes, object]]:
    query = "SELECT number, id, json, kind, span_start, span_end FROM line WHERE report = ?"
    yield from connection.execute(query, (report,)).fetchall()


def _place(fact: Fact) -> tuple[str, int, int]:
    return (kind_of(fact), fact.span.start, fact.span.end)


def _inside(fact: Fact, length: int) -> bool:
    spans = [fact.span]
    if isinstance(fact, Event) and fact.content is not None:
        spans.append(fact.content)
    return all(0 <= span.start < span.end <= length for span in spans)


def _repeated(
    connection: sqlite3.Connection, report: int, facts: dict[int, Fact]
) -> Iterator[Finding]:
    """Rows that a report's lines should have in the tables of their kinds, and those they have."""
    query = f"SELECT number FROM line WHERE report = ? AND {STANDS}"  # noqa: S608 - our own words
    standing = {number for (number,) in connection.execute(query, (report,))}
    wanted = rows_of(
        [fact for number, fact in facts.items() if number in standing],
        numbers_in(connection, report),
    )
    for table, held in rows_held(connection, report).items():
        lines = {row[0] for row in wanted[table] ^ held if row[0] in facts}
        for line in sorted(lines):
            where = f"line {facts[line].id}"
            yield _found(where, f"table {table} does not say what the line says", "repair", report)


def _found(where: str, message: str, remedy: Remedy, report: int | None = None) -> Finding:
    return Finding(where=where, message=message, remedy=remedy, report=report)


def _guarded(
    check: Callable[[sqlite3.Connection], Iterator[Finding]], connection: sqlite3.Connection
) -> Iterator[Finding]:
    """A check that itself meets damage says so; the others still run."""
    try:
        yield from check(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        name = check.__name__.strip("_")
        yield _found(name, f"cannot be examined: {error}", "restore")


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        for (message,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
            if message != "ok":
                remedy: Remedy = "repair" if "index" in message else "restore"
                yield _found("file", message, remedy)
    except sqlite3.DatabaseError as error:
        yield _found("file", str(error), "restore")


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = """
        SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY "table", parent
    """
    for table, parent, count in connection.execute(query):
        where = f"table {table}"
        yield _found(where, f"{count} rows refer to no row of {parent}", "repair")


def _reports(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (number,) in connection.execute("SELECT number FROM report ORDER BY number").fetchall():
        yield from examine_report(connection, number)


def _search(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The index against the texts, as far as a connection that only reads can see."""
    query = """
        SELECT count(*) FROM report LEFT JOIN search_docsize ON search_docsize.id = report.number
        WHERE search_docsize.id IS NULL
        UNION ALL
        SELECT count(*) FROM search_docsize LEFT JOIN report ON report.number = search_docsize.id
        WHERE report.number IS NULL
    """
    missing, left = (count for (count,) in connection.execute(query))
    if missing or left:
        message = f"{missing} reports are not in it, {left} are that are gone"
        yield _found("search index", message, "repair")
    elif not connection.in_transaction and not _agrees(connection):
        yield _found("search index", "it does not say what the texts say", "repair")


def _agrees(connection: sqlite3.Connection) -> bool:
    """SQLite's own comparison of index and texts, which it has as a writing; nothing is written."""
    (reading,) = connection.execute("PRAGMA query_only").fetchone()
    try:
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("BEGIN")
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        corrupt = sqlite3.SQLITE_CORRUPT
        return error.sqlite_errorcode & 0xFF != corrupt
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute(f"PRAGMA query_only = {reading}")
    return True


def _acts(connection: sqlite3.Connection) -> Iterator[Finding]:
    checks = {
        "events are told by no act and do not wait for one": """
            SELECT count(*) FROM event LEFT JOIN telling USING (line)
            LEFT JOIN unmerged USING (line) WHERE telling.line IS NULL AND unmerged.line IS NULL
        """,
        "tellings are of an act that is not there": """
            SELECT count(*) FROM telling LEFT JOIN act ON act.number = telling.act
            WHERE act.number IS NULL
        """,
        "acts have other tellings than they say": """
            SELECT count(*) FROM act LEFT JOIN stale ON stale.act = act.number
            WHERE stale.act IS NULL AND tellings <>
                (SELECT count(*) FROM telling WHERE telling.act = act.number)
        """,
    }
    for message, query in checks.items():
        (count,) = connection.execute(query).fetchone()
        if count:
            yield _found("acts", f"{count} {message}", "repair")


def _rollups(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, count in wrong_rollups(connection).items():
        message = f"{count} rows of {table} do not say what the lines and acts say"
        yield _found("rollups", message, "repair")


def _revisions(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = "SELECT number, original, corrected FROM revision"
    for number, original, corrected in connection.execute(query):
        try:
            fact_from(original)
            fact_from(corrected)
        except RecordError:
            yield _found(f"revision {number}", "its lines cannot be read", "restore")
