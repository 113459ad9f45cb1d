"""Positions and statements as they are told: who speaks, when, in which words."""

import sqlite3
from collections.abc import Iterable

import msgspec

from dragoman.record.merging.people import is_same
from dragoman.record.merging.reading import AROUND, listed, sentence
from dragoman.record.merging.tellings import ordinal
from dragoman.record.merging.words import is_copy
from dragoman.record.store import WORDS

_SOURCE = """
    FROM party JOIN naming ON naming.number = party.naming
    WHERE party.line = coalesce(position.statement, line.number) AND party.role = 'source'
    ORDER BY party.place DESC LIMIT 1
"""
_READ = f"""
    SELECT line.number, report.published, report.id, report.outlet, line.span_start, line.id,
           coalesce(position.date_start, report.published), {WORDS},
           substr(report.text, max(line.span_start - {AROUND}, 0) + 1,
                  min(line.span_start, {AROUND})),
           substr(report.text, line.span_end + 1, {AROUND}),
           (SELECT CASE party.id WHEN '' THEN naming.name ELSE party.id END {_SOURCE}),
           (SELECT naming.person {_SOURCE}),
           (SELECT group_concat(told.issue || ' ' || told.stance, char(10))
            FROM packed
            CROSS JOIN position AS told ON told.line BETWEEN packed.first AND packed.last
            WHERE packed.report = line.report AND told.statement = line.number)
    FROM json_each(?) AS chosen CROSS JOIN line ON line.number = chosen.value
    CROSS JOIN report ON report.number = line.report
    LEFT JOIN position ON position.line = line.number
"""  # noqa: S608 - our own names


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """One telling of a position or statement: its place among tellings, its speaker and words.

    The speaker is the last of the chain, the one whose words they are, by name where it is no known
    party; `stances` are those that a statement tells, by issue.
    """

    line: int
    order: tuple[str, str, int, str]
    report_id: str
    outlet: str | None
    day: str
    speaker: str | None
    person: str | None
    ordinal: int
    stances: dict[str, str]
    words: str
    before: str
    after: str

    @property
    def passage(self) -> str:
        """The sentence in which its words stand."""
        return sentence(self.before, self.words, self.after)


def read_voices(connection: sqlite3.Connection, lines: Iterable[int]) -> dict[int, Voice]:
    """The tellings of these lines, by line."""
    return {row[0]: _voice(*row) for row in connection.execute(_READ, listed(lines))}


def is_one_speaker(one: Voice, other: Voice) -> bool:
    """Whether both are the words of one party, and through one person where they name any."""
    if one.speaker != other.speaker:
        return False
    if one.person is None or other.person is None:
        return one.person == other.person
    return is_same(one.person, other.person)


def why_one(early: Voice, late: Voice) -> str:
    """What joins a telling with the one that it carries on."""
    if is_copy(early.passage, late.passage):
        return "in the same words"
    said_by = f"said by {late.person or late.speaker}"
    if early.day == late.day:
        return f"{said_by} on the same day ({late.day})"
    return f"{said_by}, as told on {early.day}"


def _voice(  # noqa: PLR0913 - the columns of the query
    line: int,
    published: str,
    report_id: str,
    outlet: str | None,
    start: int,
    line_id: str,
    day: str,
    words: str,
    before: str,
    after: str,
    speaker: str | None,
    person: str | None,
    stances: str | None,
) -> Voice:
    return Voice(
        line=line,
        order=(published, report_id, start, line_id),
        report_id=report_id,
        outlet=outlet,
        day=day,
        ordinal=ordinal(day),
        speaker=speaker,
        person=person,
        stances=dict(told.split(" ") for told in (stances or "").splitlines()),
        words=words,
        before=before,
        after=after,
    )
