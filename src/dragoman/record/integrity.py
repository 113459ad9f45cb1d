"""Whether a record is whole: its file, its lines, and the tables that repeat them.

What is examined: SQLite's own check, references between tables, the schema's version; that each
line can be read, is what was written, lies in its text, and stands in the tables as it reads (a
rejected one: not at all); the search index against the texts; acts against their tellings;
revisions.
"""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from dragoman.errors import RecordError
from dragoman.record.findings import Finding, Remedy, found
from dragoman.record.line_checks import examine_lines
from dragoman.record.reading import fact_from
from dragoman.record.rollups import wrong_rollups

__all__ = ["Finding", "Remedy", "examine"]

MOST = 100  # findings of SQLite's own check that are told


def examine(connection: sqlite3.Connection) -> Iterator[Finding]:
    """All that is wrong with an open record; nothing where it is whole.

    Where a second connection can be had, SQLite examines through it what is its own to examine,
    while the lines are read here.
    """
    other = None if connection.in_transaction else _another(connection)
    if other is None:
        yield from _rest(connection)
        yield from _guarded(examine_lines, connection)
        return
    with closing(other), ThreadPoolExecutor(max_workers=1) as beside:
        rest = beside.submit(lambda: list(_rest(other)))
        lines = list(_guarded(examine_lines, connection))
        yield from rest.result()
        yield from lines


def _rest(connection: sqlite3.Connection) -> Iterator[Finding]:
    """All but the lines."""
    yield from _pages(connection)
    for check in (_references, _search, _acts, _rollups, _revisions):
        yield from _guarded(check, connection)


def _another(connection: sqlite3.Connection) -> sqlite3.Connection | None:
    """A second connection to the same file, for another thread; none to one that only is read."""
    (path,) = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'")
    uri = f"{Path(path[0]).as_uri()}?mode=rw"
    try:
        other = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        other.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        return None
    other.execute("PRAGMA query_only = ON")
    return other


def _guarded(
    check: Callable[[sqlite3.Connection], Iterator[Finding]], connection: sqlite3.Connection
) -> Iterator[Finding]:
    """A check that itself meets damage says so; the others still run."""
    try:
        yield from check(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        name = check.__name__.strip("_")
        yield found(name, f"cannot be examined: {error}", "restore")


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        for (message,) in connection.execute(f"PRAGMA integrity_check({MOST})"):
            if message != "ok":
                remedy: Remedy = "repair" if "index" in message else "restore"
                yield found("file", message, remedy)
    except sqlite3.DatabaseError as error:
        yield found("file", str(error), "restore")


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = """
        SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY "table", parent
    """
    for table, parent, count in connection.execute(query):
        where = f"table {table}"
        yield found(where, f"{count} rows refer to no row of {parent}", "repair")


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
        yield found("search index", message, "repair")
    elif not connection.in_transaction and not _agrees(connection):
        yield found("search index", "it does not say what the texts say", "repair")


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
            yield found("acts", f"{count} {message}", "repair")


def _rollups(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, count in wrong_rollups(connection).items():
        message = f"{count} rows of {table} do not say what the lines and acts say"
        yield found("rollups", message, "repair")


def _revisions(connection: sqlite3.Connection) -> Iterator[Finding]:
    query = "SELECT number, original, corrected FROM revision"
    for number, original, corrected in connection.execute(query):
        try:
            fact_from(original)
            fact_from(corrected)
        except RecordError:
            yield found(f"revision {number}", "its lines cannot be read", "restore")
