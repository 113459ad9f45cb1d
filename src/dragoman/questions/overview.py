"""The record at a glance: what is in it, how much happened when, between whom, who moved."""

import heapq
import sqlite3
from collections import Counter

import msgspec

from dragoman.codebooks.plover import plover
from dragoman.questions.conditions import Condition, on_acts, on_holdings
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.questions.stances import Run, runs

_CONTENTS = """
    SELECT (SELECT count(*) FROM report), (SELECT min(published) FROM report),
           (SELECT max(published) FROM report), (SELECT count(*) FROM act),
           (SELECT count(*) FROM statement), (SELECT count(*) FROM position)
"""
_DAYS = "SELECT day, event_type FROM act WHERE {where}"  # counted here: SQLite would sort them
_PAIRS = """
    SELECT one, two, count(*) AS events FROM act_pair WHERE one > '' AND {among}
    GROUP BY one, two ORDER BY events DESC, one, two LIMIT ?
"""
_OF_PAIR = """
    SELECT event_type, count(*) FROM act_pair WHERE one = ? AND two = ? AND {among}
    GROUP BY event_type
"""
# Who took a stance in the newest reports, and on what.
_RECENT = """
    SELECT DISTINCT holding.issue, holding.holder
    FROM (SELECT number FROM report ORDER BY published DESC, number DESC LIMIT ?) AS recent
    JOIN line ON line.report = recent.number JOIN holding ON holding.line = line.number
    WHERE {where}
"""
_REPORTS = (30, 300, 3_000)  # the newest, in which changes are sought until there are enough


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
    rows = Counter(connection.execute(_DAYS.format(where=condition.where), condition.values))
    found: Counter[tuple[str, str]] = Counter()
    for (day, event_type), number in rows.items():
        found[day, _quad(event_type)] += number
    return [(day, quad, number) for (day, quad), number in sorted(found.items())]


def pairs(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    of: str | None = None,
    limit: int = 10,
) -> list[Pair]:
    """The pairs with the most events, by all four quads; those of one party alone with `of`."""
    among = _among(selection)
    where, values = among.where, among.values
    if of is not None:
        where, values = f"({where}) AND ? IN (one, two)", (*values, of)
    rows = connection.execute(_PAIRS.format(among=where), (*values, limit)).fetchall()
    return [_pair(connection, one, two, among) for one, two, _ in rows]


def _pair(connection: sqlite3.Connection, one: str, two: str, among: Condition) -> Pair:
    quads: Counter[str] = Counter()
    query = _OF_PAIR.format(among=among.where)
    for event_type, number in connection.execute(query, (one, two, *among.values)):
        quads[_quad(event_type)] += number
    return Pair(one=one, two=two, quads=dict(quads))


def changes(
    connection: sqlite3.Connection, selection: Selection = EVERYTHING, *, limit: int = 10
) -> list[Run]:
    """The newest changes of stance, sought in the newest reports.

    What was held before the first day asked for counts, too.
    """
    found: list[Run] = []
    for reports in _REPORTS:
        found = _changes(connection, selection, reports)
        if len(found) >= limit:
            break
    return heapq.nlargest(limit, found, key=lambda run: (run.since, run.lines[0]))


def _changes(connection: sqlite3.Connection, selection: Selection, reports: int) -> list[Run]:
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
        for run in runs(connection, _of(selection, issue, holders), history=True)
        if run.before is not None
        and run.since >= (selection.since or "")
        and (run.issue, run.holder) in wanted
    ]


def _of(selection: Selection, issue: str, holders: tuple[str, ...]) -> Selection:
    """All that some holders said on an issue, whenever it was."""
    return msgspec.structs.replace(selection, since=None, issues=(issue,), actors=holders, with_=())


def _quad(event_type: str) -> str:
    known = plover().types.get(event_type)
    return known.quad if known else ""


def _among(selection: Selection) -> Condition:
    if selection == EVERYTHING:
        return Condition(where="TRUE", values=())
    chosen = on_acts(selection)
    where = f"act IN (SELECT number FROM act WHERE {chosen.where})"  # noqa: S608 - likewise
    return Condition(where=where, values=chosen.values)
