"""What can be made anew of a record: all that its reports and lines say already."""

import sqlite3
from collections.abc import Iterable

from dragoman.errors import RecordError
from dragoman.record.integrity import Finding
from dragoman.record.keeping import drop_rows, numbers_in, put_rows
from dragoman.record.merging import merge
from dragoman.record.reading import fact_from
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
        _drop_strays(connection)
        for report in sorted({one.report for one in listed if one.report is not None}):
            _rewrite(connection, report)
        for one in listed:
            if one.remedy == "code again":
                query = "UPDATE report SET coder = NULL WHERE number = ?"
                connection.execute(query, (one.report,))
    if any(finding.where == "rollups" for finding in listed):
        with transaction(connection):
            roll_up_anew(connection)
    if any(finding.where in {"acts", "table telling"} for finding in listed):
        merge(connection, anew=True)
    else:
        merge(connection)


def _drop_strays(connection: sqlite3.Connection) -> None:
    """Rows that refer to rows that are gone."""
    query = 'SELECT DISTINCT "table", rowid FROM pragma_foreign_key_check WHERE rowid IS NOT NULL'
    for table, number in connection.execute(query).fetchall():
        if table not in {"revision", "line"}:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))  # noqa: S608 - our own names
    for table in ("party", "issue"):
        gone = "line NOT IN (SELECT number FROM line)"
        connection.execute(f"DELETE FROM {table} WHERE {gone}")  # noqa: S608 - our own names


def _rewrite(connection: sqlite3.Connection, report: int) -> None:
    """The rows of a report's lines, from what the lines say."""
    readable = []
    query = f"SELECT number, json, {STANDS} FROM line WHERE report = ?"  # noqa: S608 - our own words
    for number, data, stands in connection.execute(query, (report,)).fetchall():
        drop_rows(connection, number)
        try:
            readable += [fact_from(data)] if stands else []
        except RecordError:
            continue
    put_rows(connection, readable, numbers_in(connection, report), names={})
