"""The rows that repeat lines: as they should be, and as they are."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.model import Fact
from dragoman.record.rows import (
    NAMING,
    issues_of,
    kind_of,
    naming_of,
    own_row,
    parties_of,
)

Rows = dict[str, set[tuple[Any, ...]]]  # by table; a row begins with its line

_OWN = {
    "event": (
        "line, event_type, event_mode, modality, date_start, date_end, trigger, due, confidence,"
        " statement, place, place_country, content_start, content_end"
    ),
    "statement": "line, cue, quote, manner, channel, within",
    "position": "line, issue, stance, date_start, date_end, confidence, statement",
    "tie": "line, words, tone",
    "office": "line, person, country, office, post, status, seen",
}
_PARTY = (
    f"line, role, place, id, {', '.join(f'coalesce({name}, {chr(39) * 2})' for name in NAMING)}"
)


def rows_of(facts: Iterable[Fact], numbers: Mapping[str, int]) -> Rows:
    """The rows that lines should have; `numbers` are line numbers by id."""
    rows: Rows = {table: set() for table in (*_OWN, "party", "issue")}
    for fact in facts:
        line = numbers[fact.id]
        own = own_row(fact, numbers)
        columns = _OWN[kind_of(fact)].split(", ")
        rows[kind_of(fact)].add(tuple(own[name] for name in columns))
        for role, place, party in parties_of(fact):
            naming = (part or "" for part in naming_of(party))
            rows["party"].add((line, role, place, party.id, *naming))
        rows["issue"] |= {(line, slug) for slug in issues_of(fact)}
    return rows


def rows_held(connection: sqlite3.Connection, report: int) -> Rows:
    """The rows that the lines of a report have."""
    mine = "line IN (SELECT number FROM line WHERE report = ?)"
    queries = {table: f"SELECT {names} FROM {table} WHERE {mine}" for table, names in _OWN.items()}  # noqa: S608 - our own names
    queries["party"] = f"SELECT {_PARTY} FROM parties WHERE {mine}"  # noqa: S608 - our own names
    queries["issue"] = f"SELECT line, slug FROM issue WHERE {mine}"  # noqa: S608 - our own names
    return {table: set(connection.execute(query, (report,))) for table, query in queries.items()}
