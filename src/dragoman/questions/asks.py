"""What was asked and promised, by when, and what came of it."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

import msgspec

from dragoman.codebooks.plover import plover
from dragoman.questions.events import Occurrence, occurrences
from dragoman.questions.followups import Followup, Status, followups
from dragoman.questions.planning import plan
from dragoman.questions.selection import EVERYTHING, Selection

BATCH = 200  # asks that are followed up at a time

# Crossed, so that acts are read first, in the order of their days, and no further than asked for.
_ASKS = """
    SELECT act.number, event.due,
           substr(report.text, event.content_start + 1, event.content_end - event.content_start)
    FROM act CROSS JOIN event ON event.line = act.number
    CROSS JOIN line ON line.number = act.number CROSS JOIN report ON report.number = line.report
    WHERE event.content_start IS NOT NULL AND {where}
    ORDER BY act.day DESC, act.number DESC
"""


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """An ask (REQUEST) or a promise (AGREE): the act, the words of what is asked, and its due day.

    `followup` has its status and the later acts that may answer it, with reasons.
    """

    act: Occurrence
    content: str
    due: str | None
    followup: Followup


def asks(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    status: Status | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[Ask]:
    """Asks and promises told as facts, the newest first; of one `status` if that is given.

    Other modalities than asserted, and fewer types, are asked for by the selection.
    """
    wished = tuple(name for name, row in plover().types.items() if row.wish)
    types = tuple(name for name in wished if name in (selection.types or wished))
    narrowed = msgspec.structs.replace(selection, types=types or ("",))
    page = BATCH if limit is None or status is not None else min(BATCH, limit + offset)
    found = _asks(connection, narrowed, batch=page)
    if status is not None:
        found = (ask for ask in found if ask.followup.status == status)
    return list(islice(found, offset, None if limit is None else offset + limit))


def _asks(connection: sqlite3.Connection, selection: Selection, *, batch: int) -> Iterator[Ask]:
    """All of them as they are read, so that a page costs no more than its own."""
    condition = plan(connection, selection, modalities=("asserted",), wanted=batch)
    rows = connection.execute(_ASKS.format(where=condition.where), condition.values)
    while read := rows.fetchmany(batch):
        numbers = [number for number, _, _ in read]
        acts = occurrences(connection, numbers)
        followed = followups(connection, numbers)
        for act, (number, due, content) in zip(acts, read, strict=True):
            yield Ask(act=act, content=content, due=due, followup=followed[number])
