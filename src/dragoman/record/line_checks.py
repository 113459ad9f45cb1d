"""Each line of a record against its report's text and the tables that repeat it, in one pass."""

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from dragoman.errors import RecordError
from dragoman.model import Event, Fact, Span
from dragoman.record.derived import LAST, Held, Rows, wanted
from dragoman.record.findings import Finding, found
from dragoman.record.packing import Start, unpack
from dragoman.record.reading import fact_from
from dragoman.record.store import STANDS

# Lines are numbered in the order of coding, reports in the order in which they first came.
_REPORTS = "SELECT report, first, last FROM packed ORDER BY first"
_REPORT = """
    SELECT report.id, length(report.text), packed.lines
    FROM packed JOIN report ON report.number = packed.report WHERE packed.report = ?
"""
_LINES = "SELECT number, report, id, kind, span_start, span_end FROM line ORDER BY number"
_REJECTED = f"SELECT number FROM line JOIN correction ON line = number WHERE NOT {STANDS}"  # noqa: S608 - our own words


class _Lines:
    """The rows of table line, taken as packed lines ask for them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._rows = connection.execute(_LINES)
        self._next = next(self._rows, None)

    def until(self, last: int) -> Iterator[tuple[int, int, Start]]:
        """The next lines up to this number: number, report, how the line begins."""
        while self._next is not None and self._next[0] <= last:
            number, report, *start = self._next
            yield number, report, Start(*start)
            self._next = next(self._rows, None)


def examine_lines(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What is wrong with lines, with the rows that repeat them, and rows that repeat none."""
    rejected = {number for (number,) in connection.execute(_REJECTED)}
    held = Held(connection)
    rows = _Lines(connection)
    for report, first, last in connection.execute(_REPORTS):
        yield from _unpacked(rows.until(first - 1))
        numbered = list(rows.until(last))
        starts = [start for _, owner, start in numbered if owner == report]
        facts, findings = _read(connection, report, starts)
        yield from findings
        numbers = {start.id: number for number, _, start in numbered}
        for number, fact in zip_longest(numbers.values(), facts):
            rows_held = held.of(number)
            if fact is not None:
                should = {} if number in rejected else wanted(fact, numbers)
                yield from _differing(rows_held, should, fact, report)
    yield from _unpacked(rows.until(LAST))
    yield from _strays(held)


def _read(
    connection: sqlite3.Connection, report: int, starts: Sequence[Start]
) -> tuple[list[Fact], list[Finding]]:
    """The facts of a report, and what is wrong with them or why there are none."""
    row = connection.execute(_REPORT, (report,)).fetchone()
    if row is None:  # table packed refers to no report, which is found elsewhere
        return [], []
    report_id, length, lines = row
    try:
        facts = [fact_from(text) for text in unpack(lines).lines(starts)]
    except (zlib.error, RecordError, UnicodeDecodeError) as error:
        message = f"its lines cannot be read: {str(error).partition(': `')[0]}"
        return [], [found(f"report {report_id}", message, "code again", report)]
    outside = [fact for fact in facts if not _inside(fact, length)]
    message = "its span lies outside the text"
    return facts, [found(f"line {fact.id}", message, "code again", report) for fact in outside]


def _inside(fact: Fact, length: int) -> bool:
    content = fact.content if isinstance(fact, Event) else None
    return _lies(fact.span, length) and (content is None or _lies(content, length))


def _lies(span: Span, length: int) -> bool:
    return 0 <= span.start < span.end <= length


def _differing(held: Rows, should: Rows, fact: Fact, report: int) -> Iterator[Finding]:
    """Tables that do not hold of a line what it says."""
    if held != should:
        for table in sorted({*held, *should}):
            if held.get(table) != should.get(table):
                message = f"table {table} does not say what the line says"
                yield found(f"line {fact.id}", message, "repair", report)


def _unpacked(lines: Iterator[tuple[int, int, Start]]) -> Iterator[Finding]:
    for report in sorted({report for _, report, _ in lines}):
        where = f"report number {report}"
        yield found(where, "lines of it are there only by their rows", "code again", report)


def _strays(held: Held) -> Iterator[Finding]:
    for table, along in held.tables.items():
        along.finish()
        if along.strays:
            message = f"{along.strays} rows are of lines that are not there or cannot be read"
            yield found(f"table {table}", message, "repair")
