"""Lines accepted, rejected or amended by people; what the coder wrote is never lost.

A rejected line leaves the tables that are queried, an amended one stands there as amended: every
question uses corrections without knowing of them. `lines` still gives what the coder wrote. What
changes events leaves the acts to be merged anew: call `merge` when the review is done.
"""

import sqlite3
from collections.abc import Mapping
from typing import Any

import msgspec

from dragoman.errors import UsageError
from dragoman.model import Fact, encode
from dragoman.record.amending import amended
from dragoman.record.keys import key
from dragoman.record.reading import FACT, fact_from
from dragoman.record.recoding import apply
from dragoman.record.revisions import Revision, Verdict, by_number, history, next_number, put
from dragoman.record.store import WORDS, transaction

__all__ = ["Queued", "Revision", "accept", "amend", "history", "queue", "reject"]


# What a new coder may write otherwise without contradicting anyone.
_LOOSE = "'$.id', '$.statement_id', '$.within', '$.confidence', '$.reason'"
_CONTRADICTED = f"""
    SELECT line.number, coalesce(event.confidence, position.confidence, 1.0) AS confidence, coded
    FROM correction JOIN revision ON revision.number = correction.revision
    JOIN line ON line.number = correction.line
    LEFT JOIN event ON event.line = line.number
    LEFT JOIN position ON position.line = line.number
    WHERE (:kind IS NULL OR line.kind = :kind)
    AND json_remove(coded, {_LOOSE}) <> json_remove(revision.original, {_LOOSE})
"""  # noqa: S608 - our own words
# The first of each kind that nobody reviewed; a kind at a time, none of them reads table line.
_UNREVIEWED = """
    SELECT * FROM (
        SELECT line, {confidence}, NULL FROM {kind}
        WHERE line NOT IN (SELECT line FROM correction) ORDER BY {order} LIMIT :limit
    )
"""
_ORDERS = {  # by what of its own the lines of a kind are sorted
    "event": ("confidence", "confidence, line"),
    "position": ("confidence", "confidence, line"),
    "statement": ("1.0", "line"),
    "tie": ("1.0", "line"),
    "office": ("1.0", "line"),
}


class Queued(msgspec.Struct, frozen=True, kw_only=True):
    """A line that waits for review; `coded` is what the coder writes against the last decision."""

    line: Fact
    words: str
    confidence: float
    coded: Fact | None


class _Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it stands before a decision."""

    number: int
    report: int
    reading: Fact
    coded: Fact | None  # what the present coder writes there
    last: Revision | None


def accept(
    connection: sqlite3.Connection, line_id: str, *, by: str, reason: str = "", at: str
) -> Revision:
    """Accept a line as it reads, in the name `by`, at the time `at` (ISO 8601); no reason needed.

    Raises:
        UsageError: there is no such line, or no name.
    """
    with transaction(connection):
        found = _find(connection, line_id)
        return _decide(connection, found, "accepted", found.reading, (by, reason, at))


def reject(
    connection: sqlite3.Connection, line_id: str, *, by: str, reason: str, at: str
) -> Revision:
    """Reject a line: no question uses it any more.

    Raises:
        UsageError: there is no such line, no reason, or no name.
    """
    _require(reason, "a reason")
    with transaction(connection):
        found = _find(connection, line_id)
        return _decide(connection, found, "rejected", found.reading, (by, reason, at))


def amend(  # noqa: PLR0913 - each is a part of what is written down
    connection: sqlite3.Connection,
    line_id: str,
    changes: Mapping[str, Any],
    *,
    by: str,
    reason: str,
    at: str,
) -> Revision:
    """Change fields of a line, given as JSON has them: `{"event_mode": "visit"}`.

    Raises:
        UsageError: there is no such line, no reason, no name, or a field or value is wrong.
    """
    _require(reason, "a reason")
    with transaction(connection):
        found = _find(connection, line_id)
        query = "SELECT text FROM report WHERE number = ?"
        (text,) = connection.execute(query, (found.report,)).fetchone()
        reading = amended(found.reading, changes, text=text)
        return _decide(connection, found, "amended", reading, (by, reason, at))


def queue(
    connection: sqlite3.Connection, *, kind: str | None = None, limit: int | None = None
) -> list[Queued]:
    """Lines that wait for review, all or `limit` of them.

    First those that the coder now writes otherwise than when people decided, then those that nobody
    has reviewed, the least certain first; kinds without confidence count as certain.
    """
    query = f"""
        SELECT {FACT}, {WORDS}, confidence, coded
        FROM (
            SELECT * FROM ({_waiting(kind)})
            ORDER BY coded IS NULL, confidence, number LIMIT :limit
        ) AS waiting
        JOIN line ON line.number = waiting.number JOIN report ON report.number = line.report
        ORDER BY coded IS NULL, confidence, waiting.number
    """  # noqa: S608 - our own words
    limits = {"kind": kind, "limit": -1 if limit is None else limit}
    rows = connection.execute(query, limits)
    return [
        Queued(
            line=fact_from(json),
            words=words,
            confidence=confidence,
            coded=None if coded is None else fact_from(coded),
        )
        for json, words, confidence, coded in rows
    ]


def _waiting(kind: str | None) -> str:
    """The query for what waits, of one kind or of all."""
    parts = [
        _UNREVIEWED.format(kind=name, confidence=confidence, order=order)
        for name, (confidence, order) in _ORDERS.items()
        if kind in {None, name}
    ]
    return " UNION ALL ".join((_CONTRADICTED, *parts))


def _require(text: str, what: str) -> None:
    if not text.strip():
        raise UsageError(f"a decision needs {what}: say it in words")


def _find(connection: sqlite3.Connection, line_id: str) -> _Reviewed:
    query = f"""
        SELECT line.number, line.report, {FACT}, correction.coded, correction.revision
        FROM line LEFT JOIN correction ON correction.line = line.number WHERE line.key = ?
    """  # noqa: S608 - our own words
    row = connection.execute(query, (key(line_id),)).fetchone()
    if row is None:
        raise UsageError(f"{line_id}: no line has this id: `dragoman review --list` shows ids")
    number, report, json, coded, revision = row
    last = None if revision is None else by_number(connection, revision)
    reading = fact_from(json)
    if last is None:
        written: Fact | None = reading
    else:
        written = None if coded is None else fact_from(coded)
    return _Reviewed(number=number, report=report, reading=reading, coded=written, last=last)


def _decide(
    connection: sqlite3.Connection,
    found: _Reviewed,
    verdict: Verdict,
    reading: Fact,
    said: tuple[str, str, str],
) -> Revision:
    who, reason, at = said
    _require(who, "a name")
    number = next_number(connection)
    revision = Revision(
        number=number,
        thread=number if found.last is None else found.last.thread,
        report_id=reading.report_id,
        line_id=reading.id,
        verdict=verdict,
        reason=reason,
        who=who,
        at=at,
        original=found.coded or (found.last.original if found.last else reading),
        corrected=reading,
    )
    put(connection, revision)
    _stand_corrected(connection, found, revision)
    return revision


def _stand_corrected(connection: sqlite3.Connection, found: _Reviewed, revision: Revision) -> None:
    stands = revision.verdict != "rejected"
    stood = found.last is None or found.last.verdict != "rejected"
    if stands != stood or revision.corrected != found.reading:
        apply(connection, found.report, found.number, revision.corrected, stands=stands)
    coded = None if found.coded is None else encode(found.coded).decode()
    query = "INSERT OR REPLACE INTO correction (line, revision, coded) VALUES (?, ?, ?)"
    connection.execute(query, (found.number, revision.number, coded))
