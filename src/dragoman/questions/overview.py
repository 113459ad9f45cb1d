"""The record at a glance: what is in it, how much happened when, between whom, who moved."""

import heapq
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice, takewhile

import msgspec

from dragoman.codebooks.plover import event_type as type_of
from dragoman.questions.conditions import marks, on_acts, on_holdings
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.questions.stances import Run, threads

_CONTENTS = """
    SELECT (SELECT count(*) FROM report), (SELECT min(published) FROM report),
           (SELECT max(published) FROM report), (SELECT count(*) FROM act),
           (SELECT count(*) FROM statement), (SELECT count(*) FROM position)
"""
# One text with a line for each act, counted here: row by row it takes twice as long, and SQLite's
# own grouping longer.
_DAYS = "SELECT group_concat(day || event_type, char(10)) FROM act WHERE {where}"
_DAY = 10  # characters of a day, before the type
_BUSIEST = """
    SELECT one, two FROM act_pair WHERE one > ''
    GROUP BY one, two ORDER BY count(*) DESC, one, two LIMIT ?
"""
_QUADS = "SELECT event_type, count(*) FROM act_pair WHERE one = ? AND two = ? GROUP BY event_type"
_AMONG = """
    SELECT one, two, event_type, count(*) FROM act_pair
    WHERE one > '' AND {parties} AND act IN (SELECT number FROM act WHERE {where})
    GROUP BY one, two, event_type
"""
# Who took a stance in the newest reports, and on what.
_RECENT = """
    SELECT DISTINCT holding.issue, holding.holder
    FROM (SELECT * FROM report ORDER BY published DESC, number DESC LIMIT ?) AS recent
    JOIN packed ON packed.report = recent.number
    JOIN line ON line.number BETWEEN packed.first AND packed.last
    JOIN position ON position.line = line.number
    JOIN party ON party.line = position.line AND party.role_code = 4
    JOIN holding ON (holding.issue, holding.holder, holding.day, holding.line) =
        (position.issue, party.id, coalesce(position.date_start, recent.published), position.line)
    WHERE {where}
"""
_OLDEST = """
    SELECT min(published) FROM (SELECT published FROM report ORDER BY published DESC LIMIT ?)
"""
_REPORTS = (
    10,
    100,
    1_000,
    10_000,
)  # the newest, in which changes are sought


class Contents(msgspec.Struct, frozen=True, kw_only=True):
    """How much a record holds; the days are those of its reports, null where it is empty."""

    reports: int
    first: str | None
    last: str | None
    events: int
    statements: int
    positions: int


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties and the number of their events by quad."""

    one: str
    two: str
    quads: dict[str, int]

    @property
    def total(self) -> int:
        """All their events."""
        return sum(self.quads.values())


def contents(connection: sqlite3.Connection) -> Contents:
    """What is in the record."""
    row = connection.execute(_CONTENTS).fetchone()
    return Contents(**dict(zip(Contents.__struct_fields__, row, strict=True)))


def count_of_events(connection: sqlite3.Connection, selection: Selection = EVERYTHING) -> int:
    """How many events meet the selection."""
    condition = on_acts(selection)
    query = f"SELECT count(*) FROM act WHERE {condition.where}"  # noqa: S608 - the conditions are ours
    return int(connection.execute(query, condition.values).fetchone()[0])


def days(
    connection: sqlite3.Connection, selection: Selection = EVERYTHING
) -> list[tuple[str, str, int]]:
    """Days with events, their quads, and how many."""
    condition = on_acts(selection)
    rows = connection.execute(_DAYS.format(where=condition.where), condition.values)
    counted = Counter((rows.fetchone()[0] or "").splitlines())
    quads = {name: type_of(name).quad for name in {line[_DAY:] for line in counted}}
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for line, number in counted.items():
        found[line[:_DAY], quads[line[_DAY:]]] += number
    return [(day, quad, number) for (day, quad), number in sorted(found.items())]


def pairs(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    of: str | None = None,
    limit: int = 10,
) -> list[Pair]:
    """The pairs with the most events, by all four quads; those of one party alone with `of`."""
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one, two, event_type, number in _of_pairs(connection, selection, of, limit):
        if of in {None, one, two}:
            found[one, two][type_of(event_type).quad] += number
    most = heapq.nsmallest(limit, found, key=lambda pair: (-found[pair].total(), pair))
    return [Pair(one=one, two=two, quads=dict(found[one, two])) for one, two in most]


def _of_pairs(
    connection: sqlite3.Connection, selection: Selection, of: str | None, limit: int
) -> Iterator[tuple[str, str, str, int]]:
    """Pairs with their types and how many; of the whole record the busiest alone."""
    if selection == EVERYTHING and of is None:
        for pair in connection.execute(_BUSIEST, (limit,)).fetchall():
            for event_type, number in connection.execute(_QUADS, pair):
                yield *pair, event_type, number
        return
    condition = on_acts(selection)
    parties, codes = _partners(selection, of)
    query = _AMONG.format(where=condition.where, parties=parties)
    yield from connection.execute(query, (*codes, *condition.values))


def _partners(selection: Selection, of: str | None) -> tuple[str, tuple[str, ...]]:
    """Which pairs are counted: those of one party, those among the parties asked for, or all."""
    if of is not None:
        return "(one = ? OR two = ?)", (of, of)
    codes = selection.actors
    if codes and set(codes) == set(selection.with_):
        return f"one IN ({marks(codes)}) AND two IN ({marks(codes)})", codes * 2
    return "TRUE", ()


def changes(
    connection: sqlite3.Connection, selection: Selection = EVERYTHING, *, limit: int = 10
) -> list[Run]:
    """The newest changes of stance: those of the parties asked for, or in the newest reports.

    What was held before the first day asked for counts, too.
    """
    if selection.actors or selection.with_:
        return list(islice(_turns(connection, selection), limit))
    since = selection.since or ""
    found: list[Run] = []
    for reports in _REPORTS:
        oldest = connection.execute(_OLDEST, (reports,)).fetchone()[0] or ""
        found = _changes(connection, selection, reports, since=max(since, oldest))
        if len(found) >= limit or oldest <= since:
            break  # what changed in older reports is older than these, or than what is asked for
    else:
        found = _changes(connection, selection, _REPORTS[-1], since=since)
    return heapq.nlargest(limit, found, key=_newness)


def _turns(connection: sqlite3.Connection, selection: Selection) -> Iterator[Run]:
    """All changes of some parties, the newest first; each thread is read as far as it is needed."""
    since = selection.since or ""
    ever = msgspec.structs.replace(selection, since=None)
    turns = (
        takewhile(lambda run: run.since >= since, (run for run in thread if run.before is not None))
        for thread in threads(connection, ever)
    )
    return heapq.merge(*turns, key=_newness, reverse=True)


def _newness(run: Run) -> tuple[str, int]:
    return run.since, run.lines[0]


def _changes(
    connection: sqlite3.Connection, selection: Selection, reports: int, *, since: str
) -> list[Run]:
    """What changed since a day, of all who took a stance in the newest reports."""
    condition = on_holdings(selection)
    query = _RECENT.format(where=condition.where)
    recent = connection.execute(query, (reports, *condition.values)).fetchall()
    wanted = set(recent)
    by_issue = {
        issue: tuple(holder for other, holder in recent if other == issue) for issue, _ in recent
    }
    return [
        run
        for issue, holders in by_issue.items()
        for thread in threads(connection, _of(selection, issue, holders))
        for run in takewhile(lambda run: run.since >= since, thread)
        if run.before is not None and (run.issue, run.holder) in wanted
    ]


def _of(selection: Selection, issue: str, holders: tuple[str, ...]) -> Selection:
    """All that some holders said on an issue, whenever it was."""
    return msgspec.structs.replace(selection, since=None, issues=(issue,), actors=holders, with_=())
