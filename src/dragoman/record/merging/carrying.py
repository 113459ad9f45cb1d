"""Positions and statements told by several reports: which only carry on what is told already.

A minister's words of a day stand in many papers; that he said them, and that he holds a position,
is told once by them, and restated only when it is said again.
"""

import sqlite3
from collections.abc import Iterable, Iterator

from dragoman.record.merging.clusters import blocks
from dragoman.record.merging.held import pairs_held
from dragoman.record.merging.reading import choose
from dragoman.record.merging.said import pairs_said
from dragoman.record.merging.voices import Voice, read_voices, why_one
from dragoman.record.store import transaction

BATCH = 10_000  # positions and statements that are looked at in one transaction

_KINDS = (pairs_held, pairs_said)


def carry(connection: sqlite3.Connection) -> int:
    """Look at the positions and statements that wait, batch by batch; how many there were."""
    seen = 0
    while True:
        with transaction(connection):
            query = "SELECT line FROM uncarried LIMIT ?"
            lines = [line for (line,) in connection.execute(query, (BATCH,))]
            if not lines:
                return seen
            _carry_batch(connection, lines)
            seen += len(lines)


def _carry_batch(connection: sqlite3.Connection, lines: list[int]) -> None:
    """What is new may carry on what is there, and what is there may carry on what is new."""
    pairs: set[tuple[int, int]] = set()
    seen, fresh = set[int](), set(lines)
    while fresh:
        pairs |= _pairs(connection, fresh)
        seen |= fresh
        fresh = {line for pair in pairs for line in pair} - seen
    choose(connection, seen)
    connection.execute("DELETE FROM carrying WHERE line IN (SELECT line FROM temp.chosen)")
    connection.execute("DELETE FROM uncarried WHERE line IN (SELECT line FROM temp.chosen)")
    query = "INSERT INTO carrying (line, first, why) VALUES (?, ?, ?)"
    connection.executemany(query, list(_rows(connection, pairs)))


def _pairs(connection: sqlite3.Connection, lines: Iterable[int]) -> set[tuple[int, int]]:
    """Pairs of tellings of one position or statement, of which one is among the lines."""
    listed = list(lines)
    return set().union(*(pairs_of(connection, listed) for pairs_of in _KINDS))


def _rows(
    connection: sqlite3.Connection, pairs: set[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Each line that carries on another, the first of all that hang together with it, and why."""
    told = read_voices(connection, {line for pair in pairs for line in pair})
    earliest: dict[int, Voice] = {}
    for pair in pairs:
        early, late = sorted((told[line] for line in pair), key=_order)
        held = earliest.get(late.line, early)
        earliest[late.line] = min(held, early, key=_order)
    for block in blocks(told, pairs):
        first, *others = sorted((told[line] for line in block), key=_order)
        for late in others:
            yield late.line, first.line, why_one(earliest.get(late.line, first), late)


def _order(voice: Voice) -> tuple[str, str, int, str]:
    return voice.order
