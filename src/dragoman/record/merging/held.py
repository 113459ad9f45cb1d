"""Positions in several reports: one that was taken once, or taken again."""

import sqlite3
from collections.abc import Iterable

from dragoman.record.merging.reading import choose
from dragoman.record.merging.voices import Voice, is_one_speaker, read_voices
from dragoman.record.merging.words import is_copy

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


def pairs_held(connection: sqlite3.Connection, lines: Iterable[int]) -> set[tuple[int, int]]:
    """Pairs of tellings of one position, of which one is among the lines; the lower line first."""
    choose(connection, lines)
    near = connection.execute(_NEAR).fetchall()
    told = read_voices(connection, {line for pair in near for line in pair})
    return {(min(a, b), max(a, b)) for a, b in near if is_one_position(told[a], told[b])}


def is_one_position(one: Voice, other: Voice) -> bool:
    """Whether two that tell one stance tell it once: one speaker on one day, or one sentence."""
    if is_copy(one.passage, other.passage):
        return True
    return one.day == other.day and one.speaker is not None and is_one_speaker(one, other)
