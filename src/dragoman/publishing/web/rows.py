"""The answers as rows, as JSON has them and as a table has them, batch by batch.

A question gives its rows in batches, so that an export of any size needs the memory of one batch
and holds the record open for no longer than that. What is a row for each state, pair or place is
counted whole each time, and given whole where it is exported.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

import msgspec

from dragoman.errors import UsageError
from dragoman.publishing.flat import Cell, flatten
from dragoman.publishing.web import cursors
from dragoman.publishing.web.addresses import Filters, selection
from dragoman.publishing.web.mapping import spots
from dragoman.publishing.web.naming import QUADS
from dragoman.questions.alignment import alignment
from dragoman.questions.asks import asks
from dragoman.questions.conditions import on_acts
from dragoman.questions.events import Occurrence, merged_line, occurrences
from dragoman.questions.followups import Status
from dragoman.questions.overview import pairs
from dragoman.questions.search import search
from dragoman.questions.stances import positions
from dragoman.questions.taking import participants

BATCH = 500  # rows that are read at once
QUAD_COLUMNS = (*(quad.replace(" ", "_") for quad in QUADS), "events")

Place = cursors.Place | None  # where the next batch begins; None at the start
Row = dict[str, Any]


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Rows as JSON has them and as a table has them.

    `following` is where the next batch begins, None where the question only counts rows.
    """

    rows: Sequence[Row]
    cells: Sequence[Mapping[str, Cell]]
    following: Place = None


def events_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """Merged events as record lines, with who tells them."""
    condition = on_acts(selection(connection, filters))
    day, number = place or (None, None)
    query = f"""
        SELECT day, number FROM act WHERE {condition.where}
        AND (? IS NULL OR (day, number) < (?, ?))
        ORDER BY day DESC, number DESC LIMIT ? OFFSET ?
    """  # noqa: S608 - the conditions are ours, the values bound
    values = (*condition.values, day, day, number, limit, offset)
    keys = connection.execute(query, values).fetchall()
    acts = occurrences(connection, [key[1] for key in keys])
    return Batch(
        rows=[merged_line(act) | {"words": act.words} for act in acts],
        cells=[_event_cells(act) for act in acts],
        following=keys[-1] if len(keys) == limit else None,
    )


def _event_cells(act: Occurrence) -> dict[str, Cell]:
    own = flatten(act.event, None)
    return own | {
        "day": act.day,
        "words": act.words,
        "tellings": ";".join(act.tellings),
        "reports": ";".join(act.reports),
        "sources": act.sources,
    }


def positions_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """Each stance that a holder took on an issue."""
    chosen = selection(connection, filters)
    found = (
        positions(connection, chosen, history=True, limit=limit, offset=offset)
        if place is None
        else cursors.positions_from(connection, chosen, place, limit=limit)
    )
    rows: list[Row] = [
        {
            "holder": one.holder.id,
            "holder_name": one.holder.name,
            "issue": one.issue,
            "stance": one.stance,
            "since": one.since,
            "last": one.last,
            "told": one.told,
            "changed_from": one.changed_from,
            "changed_after": one.changed_after,
            "line_id": one.position.id,
            "report_id": one.position.report_id,
            "words": one.words,
        }
        for one in found
    ]
    if not found:
        return flat(rows)
    following = cursors.next_place(found, lambda one: (one.issue, one.holder.id), place)
    return Batch(rows=rows, cells=rows, following=following)


def alignment_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """Pairs and how far they agree."""
    del place
    found = alignment(connection, selection(connection, filters))
    rows: list[Row] = [
        {
            "one": pair.one,
            "two": pair.two,
            "similarity": pair.agreement.similarity,
            "pi": pair.agreement.pi,
            "positions": pair.agreement.n,
            "shared": pair.agreement.shared,
            "opposed": pair.agreement.opposed,
            "firm": pair.firm,
        }
        for pair in found
    ]
    return flat(rows[offset : offset + limit])


def actors_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """States and organisations by their events."""
    del place
    found = participants(connection, selection(connection, filters), limit=limit, offset=offset)
    rows: list[Row] = [
        {"id": one.id, "name": one.name, "acting": one.acting, "receiving": one.receiving}
        | _by_quad(one.quads)
        for one in found
    ]
    return flat(rows)


def pairs_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """Pairs by their events."""
    del place
    found = pairs(connection, selection(connection, filters), limit=offset + limit)[offset:]
    return flat([{"one": one.one, "two": one.two} | _by_quad(one.quads) for one in found])


def map_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """Places by their events."""
    del place
    found = spots(connection, selection(connection, filters))[offset : offset + limit]
    return flat(
        [{"place": one.place, "country": one.country} | _by_quad(one.quads) for one in found]
    )


def search_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """Reports that hold all words."""
    del place
    chosen = selection(connection, filters)
    found = search(connection, filters.q, chosen, limit=limit, offset=offset)
    rows: list[Row] = [
        {
            "report_id": one.id,
            "published": one.published,
            "outlet": one.outlet,
            "title": one.title,
            "snippet": "".join(piece.text for piece in one.snippet),
        }
        for one in found.reports
    ]
    return flat(rows)


def asks_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """Asks and promises, with what may answer them."""
    status = status_of(filters)
    chosen = selection(connection, filters)
    found = (
        asks(connection, chosen, status=status, limit=limit, offset=offset)
        if place is None
        else cursors.asks_from(connection, chosen, place, status=status, limit=limit)
    )
    rows: list[Row] = [
        {
            "id": one.act.event.id,
            "day": one.act.day,
            "event_type": one.act.event.event_type,
            "actors": ";".join(party.id for party in one.act.event.actors),
            "recipients": ";".join(party.id for party in one.act.event.recipients),
            "content": one.content,
            "due": one.due,
            "status": one.followup.status,
            "answers": ";".join(answer.event_id for answer in one.followup.candidates),
        }
        for one in found
    ]
    if not found:
        return flat(rows)
    following = cursors.next_place(found, lambda one: one.act.day, place)
    return Batch(rows=rows, cells=rows, following=following)


def status_of(filters: Filters) -> Status | None:
    """The status of asks that is wanted.

    Raises:
        UsageError: there is no such status.
    """
    known = get_args(Status)
    if filters.status and filters.status not in known:
        raise UsageError(f"{filters.status}: no such status: there are {', '.join(known)}")
    return cast("Status | None", filters.status or None)


def _by_quad(quads: Mapping[str, int]) -> Row:
    counts = (*(quads.get(quad, 0) for quad in QUADS), sum(quads.values()))
    return dict(zip(QUAD_COLUMNS, counts, strict=True))


def flat(rows: list[Row]) -> Batch:
    """Rows that are cells as they are."""
    return Batch(rows=rows, cells=rows)
