"""From schema 2: lines were packed one by one, and tables held words where they now hold codes.

Lines keep their numbers, and so do the acts that refer to them; corrections, rulings and what was
imported stay as they are.
"""

import sqlite3
import zlib
from importlib.resources import files

from dragoman.errors import RecordError
from dragoman.model import Fact
from dragoman.record.codes import WORDS_OF
from dragoman.record.keeping import Names, drop_rows, put_facts
from dragoman.record.migrations.statements import run
from dragoman.record.packing import BYTES, MARK, RAW, marked
from dragoman.record.reading import fact_from
from dragoman.record.store import STANDS

_VIEWS = ("parties", "events", "positions")
_KEPT = ("report", "line", "naming", "act", "act_party", "unmerged", "stale", "uncarried")
_MADE_ANEW = (
    *("event", "statement", "position", "tie", "office", "party", "issue", "search"),
    *("holding", "holding_count", "stood", "saying", "taking", "acting", "speaking"),
)
_COPIED = {
    "report": (
        *("number", "id", "published", "text", "title", "outlet", "dateline", "url", "language"),
        *("encoding", "flags", "coder"),
    ),
    "naming": ("number", "name", "country", "sector", "office", "person"),
}
_WAITING = ("unmerged", "stale", "uncarried")


def step(connection: sqlite3.Connection, schema: str) -> None:
    """Rewrite the record; `schema` is the SQL of the present one."""
    for view in _VIEWS:
        connection.execute(f"DROP VIEW {view}")
    (last,) = connection.execute("SELECT max(seq) FROM sqlite_sequence").fetchone()
    for table in _KEPT:
        connection.execute(f"CREATE TEMP TABLE old_{table} AS SELECT * FROM main.{table}")  # noqa: S608 - our own names
    for table in (*_MADE_ANEW, *_KEPT):
        connection.execute(f"DROP TABLE IF EXISTS main.{table}")
    run(connection, schema)
    for table, columns in _COPIED.items():
        names = ", ".join(columns)
        connection.execute(
            f"INSERT INTO {table} ({names}) SELECT {names} FROM old_{table} ORDER BY number"  # noqa: S608 - our own names
        )
    _write_lines(connection)
    _write_acts(connection)
    connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?)", (last or 0,))
    for table in _KEPT:
        connection.execute(f"DROP TABLE old_{table}")


def _write_lines(connection: sqlite3.Connection) -> None:
    names: Names = {}
    connection.execute("CREATE INDEX temp.old_line_report ON old_line (report)")
    query = "SELECT number, json FROM old_line WHERE report = ? ORDER BY number"
    for (report,) in connection.execute("SELECT number FROM report ORDER BY number").fetchall():
        lines = connection.execute(query, (report,)).fetchall()
        numbers = [number for number, _ in lines]
        if numbers and numbers[-1] - numbers[0] + 1 != len(numbers):
            raise RecordError(f"report number {report}: its lines do not stand together")
        facts = [_fact(data) for _, data in lines]
        put_facts(connection, report, facts, names=names, first=min(numbers, default=None))
    rejected = f"SELECT number FROM line WHERE NOT {STANDS}"  # noqa: S608 - our own words
    for (line,) in connection.execute(rejected).fetchall():
        drop_rows(connection, line)


def _write_acts(connection: sqlite3.Connection) -> None:
    connection.execute(f"""
        INSERT INTO act (number, day, dated, last_day, event_type, event_mode, modality_code, place,
            place_country, tellings, reports, sources, confidence_code, block, json)
        SELECT number, day, date_start IS NOT NULL,
            CASE WHEN date_end IS date_start THEN NULL ELSE coalesce(date_end, '') END,
            event_type, event_mode, {_coding("modality")}, place, place_country, tellings, reports,
            sources, CASE WHEN round(confidence * 100) / 100 = confidence
                THEN CAST(round(confidence * 100) AS INTEGER) ELSE confidence END, block, json
        FROM old_act
    """)  # noqa: S608 - our own words
    connection.execute(f"""
        INSERT INTO act_party (act, role_code, place, id, naming)
        SELECT act, {_coding("role")}, place, id, naming FROM old_act_party
    """)  # noqa: S608 - our own words
    for table in _WAITING:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        connection.execute(f"INSERT INTO {table} SELECT * FROM old_{table}")  # noqa: S608 - our own names


def _coding(column: str) -> str:
    """SQL for the code of a word."""
    cases = " ".join(f"WHEN '{word}' THEN {place}" for place, word in enumerate(WORDS_OF[column]))
    return f"CASE {column} {cases} ELSE {column} END"


def _fact(data: bytes) -> Fact:
    """A line as schema 2 packed it: how many ids, the ids, and the rest deflated."""
    start = 1 + data[0] * BYTES if data else 1
    dictionary = marked(files("dragoman.record").joinpath("packing.txt").read_bytes())
    inflate = zlib.decompressobj(wbits=RAW, zdict=dictionary)
    try:
        parts = inflate.decompress(data[start:]).split(MARK)
    except zlib.error as error:
        raise RecordError(f"a line cannot be read: {error}: restore a copy") from error
    ids = data[1:start].hex()
    quoted = [f'"{ids[at : at + 2 * BYTES]}"'.encode() for at in range(0, len(ids), 2 * BYTES)]
    pairs = zip(parts, [*quoted, b""], strict=True)
    return fact_from(b"".join(part for pair in pairs for part in pair))
