"""Who tells an act, statement or position, in which words, and why each was taken for a telling."""

import sqlite3

import msgspec

from dragoman.record.keys import key
from dragoman.record.store import WORDS

_TOLD = f"""
    SELECT line.id, report.published, report.outlet, {WORDS}, telling.why
    FROM line AS asked JOIN telling AS own ON own.line = asked.number
    JOIN telling ON telling.act = own.act
    JOIN line ON line.number = telling.line JOIN report ON report.number = line.report
    WHERE asked.key = ?
    ORDER BY report.published, report.id, line.span_start, line.span_end
"""  # noqa: S608 - our own names

_CARRIED = f"""
    WITH asked (line) AS (SELECT number FROM line WHERE key = ?),
    first (line) AS (
        SELECT coalesce(carrying.first, asked.line) FROM asked LEFT JOIN carrying USING (line)
    ),
    told (line, why) AS (
        SELECT line, '' FROM first
        UNION ALL
        SELECT carrying.line, carrying.why FROM carrying
        JOIN first ON carrying.first = first.line
    )
    SELECT line.id, report.published, report.outlet, {WORDS}, told.why
    FROM told JOIN line ON line.number = told.line JOIN report ON report.number = line.report
    WHERE (SELECT count(*) FROM told) > 1
    ORDER BY report.published, report.id, line.span_start, line.span_end
"""  # noqa: S608 - our own names


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One telling: its line's id, its report's day and outlet, its words.

    `why` says what joined it to one before it; it is empty of the first.
    """

    id: str
    published: str
    outlet: str | None
    words: str
    why: str


def told(connection: sqlite3.Connection, line_id: str) -> tuple[Told, ...]:
    """All tellings of the act that an event line tells, the first one first.

    Of a statement or position, the lines that carry it on; empty where none does, and of others.
    """
    rows = connection.execute(_TOLD, (key(line_id),)).fetchall()
    rows = rows or connection.execute(_CARRIED, (key(line_id),)).fetchall()
    return tuple(
        Told(id=found, published=published, outlet=outlet, words=words, why=why)
        for found, published, outlet, words, why in rows
    )
