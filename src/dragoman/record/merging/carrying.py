"""Positions told by several reports: which only carry on what an earlier line has told.

A minister's words of a day stand in many papers; that he holds a position is told once by them, and
restated only when it is said again.
"""

import sqlite3
from collections.abc import Iterable

import msgspec

from dragoman.record.merging.people import is_same
from dragoman.record.merging.reading import AROUND, choose, sentence
from dragoman.record.merging.words import is_copy
from dragoman.record.store import WORDS, transaction

BATCH = 10_000  # positions that are looked at in one transaction
REACH = 3  # days within which papers print the same sentence

# Positions of the same holder, issue and stance in other reports of those days.
_NEAR = f"""
    SELECT DISTINCT mine.line, other.line
    FROM (
        SELECT position.line, issue, stance, party.id AS holder, line.report,
               coalesce(position.date_start, report.published) AS day
        FROM temp.chosen CROSS JOIN position ON position.line = chosen.line
        CROSS JOIN line ON line.number = position.line
        CROSS JOIN report ON report.number = line.report
        CROSS JOIN party ON party.line = position.line AND party.role = 'holder'
    ) AS mine
    CROSS JOIN holding AS other ON other.issue = mine.issue AND other.holder = mine.holder
      AND other.day BETWEEN date(mine.day, '-{REACH} days') AND date(mine.day, '+{REACH} days')
    CROSS JOIN line AS there ON there.number = other.line
    WHERE other.stance = mine.stance AND mine.report <> there.report
"""  # noqa: S608 - our own number
_READ = f"""
    SELECT position.line, report.published, report.id, line.span_start, line.id,
           coalesce(position.date_start, report.published), {WORDS},
           substr(report.text, max(line.span_start - {AROUND}, 0) + 1,
                  min(line.span_start, {AROUND})),
           substr(report.text, line.span_end + 1, {AROUND}),
           (SELECT party.id FROM party WHERE party.line = position.statement
            AND party.role = 'source' ORDER BY party.place DESC LIMIT 1),
           (SELECT naming.person FROM party JOIN naming ON naming.number = party.naming
            WHERE party.line = position.statement
            AND party.role = 'source' ORDER BY party.place DESC LIMIT 1)
    FROM temp.chosen CROSS JOIN position ON position.line = chosen.line
    CROSS JOIN line ON line.number = position.line
    CROSS JOIN report ON report.number = line.report
"""  # noqa: S608 - our own names


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of a position: its place in the order of tellings, its day, speaker, sentence."""

    order: tuple[str, str, int, str]
    day: str
    speaker: str | None
    person: str | None
    sentence: str


def carry(connection: sqlite3.Connection) -> int:
    """Look at the positions that wait, batch by batch; how many there were."""
    seen = 0
    while True:
        with transaction(connection):
            query = "SELECT line FROM uncarried LIMIT ?"
            lines = [line for (line,) in connection.execute(query, (BATCH,))]
            if not lines:
                return seen
            _carry_batch(connection, lines)
            seen += len(lines)


def is_one(one: Held, other: Held) -> bool:
    """Whether two tellings are of one statement: one speaker on one day, or one sentence."""
    if is_copy(one.sentence, other.sentence):
        return True
    if one.day != other.day or one.speaker is None or one.speaker != other.speaker:
        return False
    if one.person is None or other.person is None:
        return one.person == other.person
    return is_same(one.person, other.person)


def _carry_batch(connection: sqlite3.Connection, lines: list[int]) -> None:
    """What is new may carry on what is there, and what is there may carry on what is new."""
    pairs = _pairs(connection, lines)
    touched = {line for pair in pairs for line in pair}
    pairs |= _pairs(connection, touched - {*lines})
    choose(connection, {*lines, *touched})
    connection.execute("DELETE FROM carrying WHERE line IN (SELECT line FROM temp.chosen)")
    connection.execute("DELETE FROM uncarried WHERE line IN (SELECT line FROM temp.chosen)")
    connection.executemany(
        "INSERT INTO carrying (line, first, why) VALUES (?, ?, ?)",
        [row for row in _rows(connection, pairs) if row[0] in touched],
    )


def _pairs(connection: sqlite3.Connection, lines: Iterable[int]) -> set[tuple[int, int]]:
    """Pairs of tellings of one statement, of which one is among the lines."""
    choose(connection, lines)
    near = connection.execute(_NEAR).fetchall()
    held = _read(connection, {line for pair in near for line in pair})
    return {(min(a, b), max(a, b)) for a, b in near if is_one(held[a], held[b])}


def _rows(
    connection: sqlite3.Connection, pairs: set[tuple[int, int]]
) -> list[tuple[int, int, str]]:
    """Each line that carries on another, with the first that it carries on."""
    held = _read(connection, {line for pair in pairs for line in pair})
    first: dict[int, int] = {}
    for a, b in pairs:
        early, late = sorted((a, b), key=lambda line: held[line].order)
        if late not in first or held[early].order < held[first[late]].order:
            first[late] = early
    return [(late, early, _why(held[early], held[late])) for late, early in sorted(first.items())]


def _read(connection: sqlite3.Connection, lines: Iterable[int]) -> dict[int, Held]:
    choose(connection, lines)
    return {row[0]: _held(*row[1:]) for row in connection.execute(_READ)}


def _held(  # noqa: PLR0913 - the columns of the query
    published: str,
    report_id: str,
    start: int,
    line_id: str,
    day: str,
    words: str,
    before: str,
    after: str,
    speaker: str | None,
    person: str | None,
) -> Held:
    return Held(
        order=(published, report_id, start, line_id),
        day=day,
        speaker=speaker,
        person=person,
        sentence=sentence(before, words, after),
    )


def _why(early: Held, late: Held) -> str:
    if is_copy(early.sentence, late.sentence):
        return "in the same words"
    return f"said by {late.person or late.speaker} on the same day ({late.day})"
