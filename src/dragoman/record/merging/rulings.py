"""What people decided about tellings: to keep them apart, or to take them for one act."""

import sqlite3
from collections.abc import Mapping, Sequence

import msgspec

from dragoman.errors import UsageError
from dragoman.record.keys import key
from dragoman.record.merging.tellings import Telling
from dragoman.record.store import transaction


class Ruling(msgspec.Struct, frozen=True):
    """A decision about two event lines, and its reason."""

    together: bool
    why: str


class Rulings(msgspec.Struct, frozen=True):
    """All decisions of a record, by the two ids in order."""

    held: dict[tuple[str, str], Ruling]

    def of(self, one: str, other: str) -> Ruling | None:
        """What was decided about two lines, if anything was."""
        return self.held.get((one, other) if one < other else (other, one))

    def near(
        self, connection: sqlite3.Connection, fresh: Mapping[int, Telling]
    ) -> list[tuple[int, int]]:
        """Fresh lines with the acts of those that they were ruled to be one with."""
        by_id = {telling.event.id: line for line, telling in fresh.items()}
        query = "SELECT act FROM telling JOIN line ON line.number = telling.line WHERE line.key = ?"
        found = []
        for (one, other), ruling in self.held.items():
            for mine, yours in ((one, other), (other, one)):
                row = connection.execute(query, (key(yours),)).fetchone() if mine in by_id else None
                if ruling.together and row is not None:
                    found.append((by_id[mine], int(row[0])))
        return found


def rulings(connection: sqlite3.Connection) -> Rulings:
    """What was decided so far."""
    rows = connection.execute("SELECT one, two, together, why FROM ruling")
    return Rulings({(one, two): Ruling(bool(together), why) for one, two, together, why in rows})


def rule(connection: sqlite3.Connection, ids: Sequence[str], *, together: bool, why: str) -> None:
    """Decide that event lines tell one act, or that the first tells another than its fellows.

    With `together`, all of `ids` are one. Else each of them is kept apart from all other tellings
    of the act that it is part of now. `merge` has to follow.

    Raises:
        UsageError: an id is that of no event line, or two are needed.
    """
    if together and len(set(ids)) < 2:  # noqa: PLR2004 - to be one, it takes two
        raise UsageError("to take tellings for one act, name two or more of them")
    with transaction(connection):
        for line_id in ids:
            others = ids if together else _fellows(connection, line_id)
            for other in others:
                _put(connection, line_id, other, Ruling(together, why))
            connection.execute(
                "INSERT OR IGNORE INTO stale (act) VALUES (?)", (_act_of(connection, line_id),)
            )


def _put(connection: sqlite3.Connection, one: str, other: str, ruling: Ruling) -> None:
    if one == other:
        return
    low, high = sorted((one, other))
    query = "INSERT OR REPLACE INTO ruling (one, two, together, why) VALUES (?, ?, ?, ?)"
    connection.execute(query, (low, high, int(ruling.together), ruling.why))


def _fellows(connection: sqlite3.Connection, line_id: str) -> list[str]:
    query = "SELECT line.id FROM telling JOIN line ON line.number = telling.line WHERE act = ?"
    return [found for (found,) in connection.execute(query, (_act_of(connection, line_id),))]


def _act_of(connection: sqlite3.Connection, line_id: str) -> int:
    query = "SELECT act FROM telling JOIN line ON line.number = telling.line WHERE line.key = ?"
    row = connection.execute(query, (key(line_id),)).fetchone()
    if row is None:
        raise UsageError(f"{line_id}: is no event that was merged: `timeline` and `show` give ids")
    return int(row[0])
