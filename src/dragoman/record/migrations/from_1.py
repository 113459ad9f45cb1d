"""From schema 1: numbers join the tables, lines are packed, and corrections and acts have tables.

A record is its reports, its lines and what was imported; all else repeats them. So the step keeps
these, makes every table anew and writes the lines again. The search index follows by its triggers.
"""

import sqlite3

from dragoman.model import Report, decode
from dragoman.record.keeping import Names, put_facts
from dragoman.record.migrations.statements import run

_VIEWS = ("events", "positions")
_TABLES = ("party", "issue", "event", "statement", "position", "tie", "office", "search")
_REPORT = (
    "number, id, published, text, title, outlet, dateline, url, language, encoding, flags, coder"
)


def step(connection: sqlite3.Connection, schema: str) -> None:
    """Rewrite the record; `schema` is the SQL of the present one."""
    for view in _VIEWS:
        connection.execute(f"DROP VIEW {view}")
    for table in _TABLES:
        connection.execute(f"DROP TABLE {table}")
    connection.execute("CREATE TEMP TABLE old_report AS SELECT * FROM report")
    connection.execute("CREATE TEMP TABLE old_line AS SELECT number, report_id, json FROM line")
    connection.execute("DROP TABLE line")
    connection.execute("DROP TABLE report")
    run(connection, schema)
    _write_again(connection)
    connection.execute("DROP TABLE old_line")
    connection.execute("DROP TABLE old_report")


def _write_again(connection: sqlite3.Connection) -> None:
    names: Names = {}
    connection.execute(
        f"INSERT INTO report ({_REPORT}) SELECT {_REPORT} FROM old_report ORDER BY number"  # noqa: S608 - our own names
    )
    connection.execute("CREATE INDEX old_line_report ON old_line (report_id)")
    reports = connection.execute("SELECT number, id FROM report ORDER BY number").fetchall()
    for number, report_id in reports:
        query = "SELECT json FROM old_line WHERE report_id = ? ORDER BY number"
        found = [decode(text) for (text,) in connection.execute(query, (report_id,))]
        facts = [line for line in found if not isinstance(line, Report)]
        put_facts(connection, number, facts, names=names)
