"""Corrections carried over to what another coder wrote in the same report.

A corrected line is known again by its id, or else by its kind, what it is about and where it
stands. It keeps what people made of it. One that is not written any more stays where people wanted
it; if they rejected it, it is gone, and its revisions wait for it to be written again.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

from dragoman.model import Event, Fact, Office, Position, Span, Statement, Tie, encode
from dragoman.record.keeping import drop_rows, numbers_in, put_facts, put_line, put_rows
from dragoman.record.keys import key
from dragoman.record.reading import facts_in
from dragoman.record.revisions import Revision, latest


def carry_over(connection: sqlite3.Connection, report_id: str) -> None:
    """Apply the report's corrections to its lines as they are coded now."""
    revisions = latest(connection, report_id)
    if not revisions:
        return
    query = "SELECT number FROM report WHERE id = ?"
    (report,) = connection.execute(query, (report_id,)).fetchone()
    left = {fact.id: fact for fact in facts_in(connection, report).values()}
    for revision in sorted(revisions, key=lambda one: one.line_id not in left):
        match = _counterpart(revision, left.values())
        if match is not None:
            del left[match.id]
            _correct(connection, report, match, revision)
        elif revision.verdict != "rejected":
            _keep(connection, report, revision)


def apply(
    connection: sqlite3.Connection, report: int, line: int, reading: Fact, *, stands: bool
) -> None:
    """Make a line read so, and stand in the tables that people query, or not."""
    put_line(connection, report, line, reading)
    drop_rows(connection, line)
    if stands:
        put_rows(connection, [reading], numbers_in(connection, report), names={})


def _counterpart(revision: Revision, facts: Iterable[Fact]) -> Fact | None:
    """The line that tells what was reviewed: of the same id, or else sharing most words."""
    alike = [
        (fact.id != revision.line_id, -_shared(fact.span, seen.span), fact.span, fact.id, fact)
        for fact in facts
        for seen in (revision.original, revision.corrected)
        if fact.id == revision.line_id or (_about(fact) == _about(seen) and _touch(fact, seen))
    ]
    return min(alike, key=lambda one: one[:-1])[-1] if alike else None


def _about(fact: Fact) -> tuple[str | None, ...]:
    """What makes two lines of one place tell the same."""
    kind = type(fact).__name__
    match fact:
        case Event():
            return (kind, fact.event_type)
        case Position():
            return (kind, fact.issue, fact.stance)
        case Office():
            return (kind, fact.country, fact.office)
        case Statement():
            return (kind, *(party.id for party in fact.chain[-1:]))
        case Tie():
            return (kind, *sorted(party.id for party in fact.parties))


def _touch(one: Fact, other: Fact) -> bool:
    """Whether two lines share half of the shorter one's words, so that both may tell one thing."""
    shorter = min(fact.span.end - fact.span.start for fact in (one, other))
    return 2 * _shared(one.span, other.span) >= max(1, shorter)


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _correct(connection: sqlite3.Connection, report: int, coded: Fact, revision: Revision) -> None:
    """Give a line of the present coder the reading that people gave it."""
    line = numbers_in(connection, report)[coded.id]
    stands = revision.verdict != "rejected"
    reading = _placed(revision, coded) if stands else coded
    apply(connection, report, line, reading, stands=stands)
    query = "INSERT INTO correction (line, revision, coded) VALUES (?, ?, ?)"
    connection.execute(query, (line, revision.number, encode(coded).decode()))


def _placed(revision: Revision, coded: Fact) -> Fact:
    """The corrected line under the id that it has now, told by the statement that tells it now."""
    own: dict[str, str | None] = {"id": coded.id}
    for field in ("statement_id", "within"):
        if getattr(revision.corrected, field, None) == getattr(revision.original, field, None):
            own |= {field: getattr(coded, field)} if hasattr(coded, field) else {}
    return msgspec.structs.replace(revision.corrected, **own)


def _keep(connection: sqlite3.Connection, report: int, revision: Revision) -> None:
    """Keep a line that people wanted and that is not written any more."""
    put_facts(connection, report, [revision.corrected], names={})
    query = "INSERT INTO correction (line, revision) SELECT number, ? FROM line WHERE key = ?"
    connection.execute(query, (revision.number, key(revision.corrected.id)))
