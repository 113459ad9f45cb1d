"""Event lines from the record, with their words, as tellings."""

import re
import sqlite3
from collections.abc import Iterable

import msgspec

from dragoman.errors import RecordError
from dragoman.model import Event
from dragoman.record.merging.tellings import Telling, telling
from dragoman.record.store import FACT, WORDS, fact_from

AROUND = 300  # characters beside a span in which its sentence is sought
_ENDS = re.compile(r"[.!?][”\"’']*\s+(?=\S)|\n")  # a quotation that ends in a comma goes on

_QUERY = f"""
    SELECT event.line, {FACT}, report.published, report.outlet, {WORDS},
           substr(report.text, max(line.span_start - {AROUND}, 0) + 1,
                  min(line.span_start, {AROUND})),
           substr(report.text, line.span_end + 1, {AROUND}),
           substr(report.text, event.content_start + 1, event.content_end - event.content_start)
    FROM json_each(?) AS chosen CROSS JOIN event ON event.line = chosen.value
    CROSS JOIN line ON line.number = event.line CROSS JOIN report ON report.number = line.report
"""  # noqa: S608 - our own names


def choose(connection: sqlite3.Connection, lines: Iterable[int]) -> None:
    """Fill the temporary table `chosen`, in which queries find the lines they are about."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS chosen (line INTEGER PRIMARY KEY)")
    connection.execute("DELETE FROM temp.chosen")
    rows = ((line,) for line in lines)
    connection.executemany("INSERT OR IGNORE INTO temp.chosen (line) VALUES (?)", rows)


def read_tellings(connection: sqlite3.Connection, lines: Iterable[int]) -> dict[int, Telling]:
    """The tellings of these lines, by line, in their order."""
    return {row[0]: _read(*row) for row in connection.execute(_QUERY, listed(lines))}


def listed(lines: Iterable[int]) -> tuple[str]:
    """Lines as the value of `json_each(?)`, in order: a record that is only read can bind it."""
    return (msgspec.json.encode(sorted(lines)).decode(),)


def sentence(before: str, words: str, after: str) -> str:
    """The sentence, or sentences, in which words stand, of the text before and after them."""
    return f"{_ENDS.split(before)[-1]}{words}{_ENDS.split(after)[0]}"


def _read(  # noqa: PLR0913 - the columns of the query
    line: int,
    json: bytes,
    published: str,
    outlet: str | None,
    words: str,
    before: str,
    after: str,
    content: str | None,
) -> Telling:
    event = fact_from(json)
    if not isinstance(event, Event):
        raise RecordError(f"line {event.id}: stands in table event and is none")
    return telling(
        event,
        line=line,
        published=published,
        outlet=outlet,
        passage=sentence(before, words, after),
        span_words=words,
        content_words=content or "",
    )
