"""The record at a glance: what is in it, how much happened when, between whom, who moved."""

import heapq
import sqlite3
from collections import Counter

import msgspec

from dragoman.codebooks.plover import plover
from dragoman.questions.conditions import Condition, on_acts
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.questions.stances import Run, runs

_CONTENTS = """
    SELECT (SELECT count(*) FROM report), (SELECT min(published) FROM report),
           (SELECT max(published) FROM report), (SELECT count(*) FROM act),
           (SELECT count(*) FROM statement), (SELECT count(*) FROM position)
"""
_DAYS = "SELECT day, event_type, count(*) FROM act WHERE {where} GROUP BY day, event_type"
_PAIRS = """
    SELECT one, two, event_type, count(*) FROM act_pair
    WHERE one > '' AND {among} GROUP BY one, two, event_type
"""


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
    found: Counter[tuple[str, str]] = Counter()
    query = _DAYS.format(where=condition.where)
    for day, event_type, number in connection.execute(query, condition.values):
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
    condition = _among(selection)
    query = _PAIRS.format(among=condition.where)
    found: dict[tuple[str, str], Counter[str]] = {}
    for one, two, event_type, number in connection.execute(query, condition.values):
        if of not in {None, one, two}:
            continue
        found.setdefault((one, two), Counter())[_quad(event_type)] += number
    busiest = sorted(found, key=lambda pair: (-found[pair].total(), pair))[:limit]
    return [Pair(one=one, two=two, quads=dict(found[one, two])) for one, two in busiest]


def changes(
    connection: sqlite3.Connection, selection: Selection = EVERYTHING, *, limit: int = 10
) -> list[Run]:
    """The newest changes of stance. What was held before the first day asked for counts, too."""
    since = selection.since or ""
    everything = msgspec.structs.replace(selection, since=None)
    turned = (
        run
        for run in runs(connection, everything, history=True)
        if run.before is not None and run.since >= since
    )
    return heapq.nlargest(limit, turned, key=lambda run: (run.since, run.lines[0]))


def _quad(event_type: str) -> str:
    known = plover().types.get(event_type)
    return known.quad if known else ""


def _among(selection: Selection) -> Condition:
    if selection == EVERYTHING:
        return Condition(where="TRUE", values=())
    chosen = on_acts(selection)
    where = f"act IN (SELECT number FROM act WHERE {chosen.where})"  # noqa: S608 - likewise
    return Condition(where=where, values=chosen.values)
