"""Long answers read batch by batch: each begins where the last one ended, and passes nothing over.

A place is the key of the last row, and how many rows with that key were given.
"""

import sqlite3
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import takewhile
from typing import Any, TypeVar

import msgspec

from dragoman.questions.asks import Ask, asks
from dragoman.questions.conditions import on_holding_counts
from dragoman.questions.followups import Status
from dragoman.questions.selection import Selection
from dragoman.questions.stances import Standing, positions

Place = tuple[Any, ...]
T = TypeVar("T")


def next_place(rows: Sequence[T], key: Callable[[T], Hashable], before: Place | None) -> Place:
    """Where the batch after these rows begins; `before` is where these began."""
    last = key(rows[-1])
    same = sum(1 for _ in takewhile(lambda row: key(row) == last, reversed(rows)))
    carried = before[1] if before and same == len(rows) and before[0] == last else 0
    return last, same + carried


def asks_from(
    connection: sqlite3.Connection,
    chosen: Selection,
    place: Place,
    *,
    status: Status | None,
    limit: int,
) -> list[Ask]:
    """Asks from a day on; the newest come first, so later days are left out."""
    day, given = place
    until = msgspec.structs.replace(chosen, until=day)
    return asks(connection, until, status=status, limit=limit, offset=given)


def positions_from(
    connection: sqlite3.Connection, chosen: Selection, place: Place, *, limit: int
) -> list[Standing]:
    """Positions from an issue and a holder on."""
    start, given = place
    found: list[Standing] = []
    for issue, holders in _groups(connection, chosen, start):
        own = msgspec.structs.replace(chosen, issues=(issue,), actors=holders, with_=())
        left = limit - len(found)
        found += positions(connection, own, history=True, limit=left, offset=given)
        given = 0
        if len(found) == limit:
            break
    return found


def _groups(
    connection: sqlite3.Connection, chosen: Selection, start: tuple[str, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The issues from the first one's holder on, each with its holders."""
    condition = on_holding_counts(chosen)
    query = f"""
        SELECT issue, group_concat(holder, char(10)) FROM holding_count
        WHERE holdings > 0 AND {condition.where} AND (issue, holder) >= (?, ?)
        GROUP BY issue ORDER BY issue
    """  # noqa: S608 - the conditions are ours, the values bound
    for issue, holders in connection.execute(query, (*condition.values, *start)).fetchall():
        yield issue, tuple(holders.splitlines())
