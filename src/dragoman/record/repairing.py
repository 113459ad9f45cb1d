"""What can be made anew of a record: all that its reports and lines say already."""

import sqlite3
from collections.abc import Iterable

from dragoman.errors import RecordError
from dragoman.record.integrity import Finding
from dragoman.record.keeping import drop_rows, numbers_in, put_rows
from dragoman.record.merging import merge
from dragoman.record.reading import facts_in
from dragoman.record.rollups import roll_up_anew
from dragoman.record.store import STANDS, transaction


def repair(connection: sqlite3.Connection, findings: Iterable[Finding]) -> None:
    """Make indexes, search, the tables of kinds and the acts anew, as far as findings ask for it.

    A report with a line that cannot be read loses the mark of its coder, so that adding it again
    codes it again.
    """
    listed = [finding for finding in findings if finding.remedy != "restore"]
    if not listed:
        return
    with transaction(connection):
        connection.execute("REINDEX")
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        for one in listed:
            if one.remedy == "code again":
                _make_ready(connection, one.report)
        _drop_strays(connection)
        for report in sorted({one.report for one in listed if one.report is not None}):
            _rewrite(connection, report)
    if any(finding.where == "rollups" for finding in listed):
        with transaction(connection):
            roll_up_anew(connection)
    if any(finding.where in {"acts", "table telling"} for finding in listed):
        merge(connection, anew=True)
    else:
        merge(connection)


def _make_ready(connection: sqlite3.Connection, report: int | None) -> None:
    """Let the report be coded again when it is added: no line of it is taken for coded."""
    connection.execute("UPDATE report SET coder = NULL WHERE number = ?", (report,))
    connection.execute(
        """
        DELETE FROM line WHERE report = ?1 AND NOT EXISTS (
            SELECT 1 FROM packed WHERE report = ?1 AND line.number BETWEEN first AND last
        )
        """,
        (report,),
    )


def _drop_strays(connection: sqlite3.Connection) -> None:
    """Rows that refer to rows that are gone."""
    query = 'SELECT DISTINCT "table", rowid FROM pragma_foreign_key_check WHERE rowid IS NOT NULL'
    for table, number in connection.execute(query).fetchall():
        if table not in {"revision", "line"}:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))  # noqa: S608 - our own names
    for table in ("party", "about"):
        gone = "line NOT IN (SELECT number FROM line)"
        connection.execute(f"DELETE FROM {table} WHERE {gone}")  # noqa: S608 - our own names


def _rewrite(connection: sqlite3.Connection, report: int) -> None:
    """The rows of a report's lines, from what the lines say; of those that cannot be read, none."""
    numbers = numbers_in(connection, report)
    for number in numbers.values():
        drop_rows(connection, number)
    try:
        facts = facts_in(connection, report)
    except RecordError:
        return
    query = f"SELECT number FROM line WHERE report = ? AND {STANDS}"  # noqa: S608 - our own words
    standing = {number for (number,) in connection.execute(query, (report,))}
    readable = [fact for number, fact in facts.items() if number in standing]
    put_rows(connection, readable, numbers, names={})
