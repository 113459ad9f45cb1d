"""Which acts of the record may be what a telling tells: those of its parties, type and days."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from dragoman.record.merging.tellings import NEAR, UNDATED, WIDEST, Telling, Window

BESIDE = 2 * NEAR  # days around a narrow window in which its act may lie

Key = tuple[int, str, str, str, int, str, str, str, str]

# A telling's window holds the day of its act, so acts are sought as far off as a window is wide.
_QUERY = f"""
    SELECT DISTINCT key.line, pair.act
    FROM temp.key CROSS JOIN act_pair AS pair
      ON pair.one = key.one AND pair.two = key.two AND pair.event_type = key.event_type
     AND pair.day BETWEEN key.low AND key.high AND pair.way >= key.way
    CROSS JOIN act ON act.number = pair.act
    WHERE act.number <> key.line
      AND (act.tellings > 1
           OR (coalesce(act.date_end, act.day) >= key.first
               AND coalesce(act.date_start, date(act.day, '-{UNDATED} days')) <= key.last))
    ORDER BY key.line, pair.act
"""  # noqa: S608 - our own numbers


def near_acts(connection: sqlite3.Connection, tellings: Iterable[Telling]) -> list[tuple[int, int]]:
    """Each telling's line with the number of an act that it may belong to."""
    connection.execute("""
        CREATE TEMP TABLE IF NOT EXISTS key (
            line INTEGER, one TEXT, two TEXT, event_type TEXT, way INTEGER,
            low TEXT, high TEXT, first TEXT, last TEXT
        )
    """)
    connection.execute("DELETE FROM temp.key")
    rows = (key for telling in tellings for key in _keys(telling))
    connection.executemany("INSERT INTO temp.key VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    return connection.execute(_QUERY).fetchall()


def _keys(telling: Telling) -> Iterator[Key]:
    """Its pairs as far as a window reaches; its parties alone where one side may be unnamed."""
    window = telling.window
    if window is None:
        return
    alone = len(telling.sides) == 1
    narrow = window.days <= NEAR
    for one, two in telling.pairs:
        if one or alone:
            yield _key(telling, window, (one, two), reach=WIDEST, way=1 if alone else -1)
        if not one and narrow:
            yield _key(telling, window, (one, two), reach=BESIDE, way=0 if alone else 1)


def _key(telling: Telling, window: Window, pair: tuple[str, str], *, reach: int, way: int) -> Key:
    return (
        telling.line,
        *pair,
        telling.event.event_type,
        way,
        _day(window.first - reach),
        _day(window.last + reach),
        _day(window.first),
        _day(window.last),
    )


@lru_cache(maxsize=4096)
def _day(ordinal: int) -> str:
    return date.fromordinal(max(ordinal, 1)).isoformat()
