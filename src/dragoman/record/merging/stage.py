"""Merging as a stage over the record: what came in, joined with what is there, batch by batch.

The acts follow from the lines alone: whatever the order and the batches in which these came, the
same are one. For that, two tellings are compared without regard to others, and where a new one is
near an act, all tellings that hang together with it (its block) are joined anew.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec

from dragoman.record.merging.carrying import carry
from dragoman.record.merging.clusters import blocks, cluster
from dragoman.record.merging.findings import NEVER
from dragoman.record.merging.near import near_acts
from dragoman.record.merging.reading import choose, read_tellings
from dragoman.record.merging.rulings import Rulings, rulings
from dragoman.record.merging.scoring import VERSION, Score, score
from dragoman.record.merging.tellings import Telling
from dragoman.record.merging.writing import put_acts, take_apart
from dragoman.record.store import transaction

BATCH = 4000  # lines that are merged in one transaction
CERTAIN = 100.0  # the score of a person's word


class Merged(msgspec.Struct, frozen=True):
    """What a run did: lines that it looked at, and acts and tellings that the record now has."""

    lines: int
    acts: int
    tellings: int


def merge(connection: sqlite3.Connection, *, anew: bool = False) -> Merged:
    """Merge the lines that wait; with `anew` all of them, and no more apart if they were.

    Each batch is one transaction: a run that is ended is taken up by the next.
    """
    if anew:
        _queue_all(connection, apart=False)
    return _run(connection)


def unmerge(connection: sqlite3.Connection) -> Merged:
    """Undo merging: every telling is an act of its own, until it is merged anew."""
    _queue_all(connection, apart=True)
    return _run(connection)


def _run(connection: sqlite3.Connection) -> Merged:
    query = "INSERT INTO merging SELECT ?, 0 WHERE NOT EXISTS (SELECT 1 FROM merging)"
    connection.execute(query, (VERSION,))
    carry(connection)
    seen = 0
    while True:
        with transaction(connection):
            _take_stale_apart(connection)
            query = "SELECT line FROM unmerged ORDER BY line LIMIT ?"
            lines = [line for (line,) in connection.execute(query, (BATCH,))]
            if not lines:
                break
            _merge_batch(connection, lines)
            seen += len(lines)
    (acts,) = connection.execute("SELECT count(*) FROM act").fetchone()
    (tellings,) = connection.execute("SELECT count(*) FROM telling").fetchone()
    return Merged(seen, acts, tellings)


def _merge_batch(connection: sqlite3.Connection, lines: list[int]) -> None:
    tellings = read_tellings(connection, lines)
    choose(connection, lines)
    connection.execute("DELETE FROM unmerged WHERE line IN (SELECT line FROM temp.chosen)")
    put_acts(connection, [([one], None) for one in tellings.values()], why={})
    if not _is_undone(connection):
        _join(connection, tellings)


def _join(connection: sqlite3.Connection, fresh: dict[int, Telling]) -> None:
    """Join fresh tellings, so far acts of their own, with each other and with what is there."""
    ruled = rulings(connection)
    near = [*near_acts(connection, fresh.values()), *ruled.near(connection, fresh)]
    pool = fresh | _tellings_of(connection, {act for _, act in near}, besides=fresh)
    acts = _acts_of(connection, pool)
    lines_of = _by_value(acts)
    scores = _Scores(ruled)
    edges = [
        (line, other)
        for line, act in near
        for other in lines_of.get(act, ())
        if other != line and scores(pool[line], pool[other]).value >= 0
    ]
    whole = _with_blocks(connection, {acts[line] for edge in edges for line in edge})
    pool |= _tellings_of(connection, whole, besides=pool)
    edges += [
        (one, other)
        for block in _by_value(_blocks_of(connection, whole)).values()
        for one, other in combinations(block, 2)
        if scores(pool[one], pool[other]).value >= 0
    ]
    _rewrite(connection, pool, edges, scores)


def _rewrite(
    connection: sqlite3.Connection,
    pool: dict[int, Telling],
    edges: Sequence[tuple[int, int]],
    scores: "_Scores",
) -> None:
    """Cluster each block that edges make, and write its acts in the place of those it had."""
    near = {line for edge in edges for line in edge}
    acts: list[tuple[list[Telling], int | None]] = []
    why: dict[int, str] = {}
    for lines in blocks(near, edges):
        found = cluster([pool[line] for line in lines], scores)
        block = found[0][0].line if len(found) > 1 else None
        acts += [(tellings, block) for tellings in found]
        for tellings in found:
            why |= _reasons(tellings, scores)
    take_apart(connection, set(_acts_of(connection, near).values()))
    choose(connection, near)
    connection.execute("DELETE FROM unmerged WHERE line IN (SELECT line FROM temp.chosen)")
    put_acts(connection, acts, why=why)
    connection.execute("DELETE FROM stale")


def _reasons(tellings: Sequence[Telling], scores: "_Scores") -> dict[int, str]:
    """For each telling but the first, what joins it best with one before it."""
    found = {}
    for place, telling in enumerate(tellings[1:], start=1):
        before = tellings[:place]
        best = max(before, key=lambda one: (scores(one, telling).value, -before.index(one)))
        joined = scores(best, telling)
        found[telling.line] = f"with {best.event.id}: {joined.why} (+{joined.value:.1f})"
    return found


class _Scores:
    """Scores of pairs, each reckoned once in a batch, and overruled by what people said."""

    def __init__(self, ruled: Rulings) -> None:
        self._ruled = ruled
        self._known: dict[tuple[int, int], Score] = {}

    def __call__(self, one: Telling, other: Telling) -> Score:
        key = (one.line, other.line) if one.line < other.line else (other.line, one.line)
        if key not in self._known:
            ruling = self._ruled.of(one.event.id, other.event.id)
            if ruling is None:
                self._known[key] = score(one, other)
            else:
                value = CERTAIN if ruling.together else NEVER
                self._known[key] = Score(value, f"ruled: {ruling.why}")
        return self._known[key]


def _take_stale_apart(connection: sqlite3.Connection) -> None:
    """Acts that lost a telling, and those near to them, are made anew from what is left."""
    stale = {act for (act,) in connection.execute("SELECT act FROM stale")}
    if stale:
        take_apart(connection, _with_blocks(connection, stale))
        connection.execute("DELETE FROM stale")


def _with_blocks(connection: sqlite3.Connection, acts: set[int]) -> set[int]:
    """The acts, and all that share a block with one of them."""
    choose(connection, acts)
    query = """
        SELECT number FROM act WHERE block IN (
            SELECT act.block FROM temp.chosen CROSS JOIN act ON act.number = chosen.line
        )
    """
    return acts | {number for (number,) in connection.execute(query)}


def _tellings_of(
    connection: sqlite3.Connection, acts: Iterable[int], *, besides: dict[int, Telling]
) -> dict[int, Telling]:
    choose(connection, acts)
    query = "SELECT telling.line FROM temp.chosen CROSS JOIN telling ON telling.act = chosen.line"
    lines = [line for (line,) in connection.execute(query) if line not in besides]
    return read_tellings(connection, lines)


def _acts_of(connection: sqlite3.Connection, pool: Iterable[int]) -> dict[int, int]:
    choose(connection, pool)
    query = "SELECT line, act FROM temp.chosen CROSS JOIN telling USING (line)"
    return dict(connection.execute(query))


def _blocks_of(connection: sqlite3.Connection, acts: Iterable[int]) -> dict[int, int]:
    """The lines of the acts, each with its block; an act without one is a block by itself."""
    choose(connection, acts)
    query = """
        SELECT telling.line, coalesce(act.block, act.number)
        FROM temp.chosen CROSS JOIN act ON act.number = chosen.line
        CROSS JOIN telling ON telling.act = act.number ORDER BY telling.line
    """
    return dict(connection.execute(query))


def _by_value(held: dict[int, int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for key, value in held.items():
        found.setdefault(value, []).append(key)
    return found


def _is_undone(connection: sqlite3.Connection) -> bool:
    row = connection.execute("SELECT apart FROM merging").fetchone()
    return row is not None and bool(row[0])


def _queue_all(connection: sqlite3.Connection, *, apart: bool) -> None:
    with transaction(connection):
        for table in ("act_party", "act_pair", "act", "telling", "stale", "merging"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        connection.execute("DELETE FROM stale")
        connection.execute("INSERT OR IGNORE INTO unmerged (line) SELECT line FROM event")
        connection.execute("INSERT INTO merging VALUES (?, ?)", (VERSION, int(apart)))
