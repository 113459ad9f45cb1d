"""What happened: acts in the order of their days, each with all that tell it."""

import sqlite3
from collections.abc import Sequence
from typing import Any

import msgspec

from dragoman.model import Event
from dragoman.questions.planning import plan
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.record.keys import key
from dragoman.record.merging.acts import Difference
from dragoman.record.merging.corroboration import Corroboration
from dragoman.record.store import FACT, WORDS, fact_from

AT_ONCE = 500  # acts that one query asks for

_ACTS = f"""
    SELECT act.number, act.day, {FACT}, {WORDS}, act.json, act.tellings, act.sources
    FROM act JOIN line ON line.number = act.number JOIN report ON report.number = line.report
"""  # noqa: S608 - our own names
_TELLINGS = """
    SELECT line.id, report.id, telling.why
    FROM telling JOIN line ON line.number = telling.line JOIN report ON report.number = line.report
    WHERE telling.act = ? ORDER BY report.published, report.id, line.span_start, line.span_end
"""


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One act: its merged event line, and who tells it.

    `event` has the id, the report and the words of the first telling, and what the others add.
    `day` is its first day, or the day of its first report where no text gives one. `tellings` are
    the ids of event lines, in their order, and `reports` those of their reports. `sources` counts
    the independent ones; `corroboration` says more where several reports tell it, `differences`
    where they tell it otherwise.
    """

    number: int
    day: str
    event: Event
    words: str
    tellings: tuple[str, ...]
    reports: tuple[str, ...]
    why: tuple[str, ...]
    sources: int
    corroboration: Corroboration | None = None
    differences: tuple[Difference, ...] = ()


class _Patch(msgspec.Struct, frozen=True):
    corroboration: Corroboration | None = None
    differences: tuple[Difference, ...] = ()


def timeline(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> list[Occurrence]:
    """Acts by day, told as facts or not; empty where none meets all conditions.

    Lines that wait to be merged are not in it: see `dragoman.record.merging`.
    """
    condition = plan(connection, selection, wanted=None if limit is None else offset + limit)
    # Acts are chosen before lines and reports are joined to them: a page costs its own rows then.
    query = f"""
        {_ACTS} WHERE act.number IN (
            SELECT act.number FROM act WHERE {condition.where}
            ORDER BY act.day, act.number LIMIT ? OFFSET ?
        )
        ORDER BY act.day, report.published, report.id, line.span_start, act.number
    """  # noqa: S608 - our own words, the values bound
    values = (*condition.values, -1 if limit is None else limit, offset)
    return [_occurrence(connection, *row) for row in connection.execute(query, values).fetchall()]


def occurrences(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Occurrence]:
    """Acts by their numbers, in the order given; a number that no act has is passed over."""
    found = {}
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        query = f"{_ACTS} WHERE act.number IN ({', '.join('?' * len(some))})"
        for row in connection.execute(query, some).fetchall():
            found[row[0]] = _occurrence(connection, *row)
    return [found[number] for number in numbers if number in found]


def occurrence_of(connection: sqlite3.Connection, line_id: str) -> Occurrence | None:
    """The act that an event line tells; None for other lines, and for what waits to be merged."""
    query = "SELECT act FROM telling JOIN line ON line.number = telling.line WHERE line.key = ?"
    row = connection.execute(query, (key(line_id),)).fetchone()
    return None if row is None else next(iter(occurrences(connection, [row[0]])), None)


def merged_line(occurrence: Occurrence) -> dict[str, Any]:
    """An act as a record line: an event line, and besides who tells it."""
    line: dict[str, Any] = msgspec.to_builtins(occurrence.event)
    about = occurrence.corroboration
    return line | {
        "tellings": list(occurrence.tellings),
        "reports": list(occurrence.reports),
        "sources": occurrence.sources,
        "corroboration": None if about is None else msgspec.to_builtins(about),
        "differences": msgspec.to_builtins(occurrence.differences),
    }


def _occurrence(  # noqa: PLR0913 - the columns of the query
    connection: sqlite3.Connection,
    number: int,
    day: str,
    data: bytes,
    words: str,
    json: str | None,
    tellings: int,
    sources: int,
) -> Occurrence:
    event = fact_from(data)
    assert isinstance(event, Event)  # noqa: S101 - table event refers to lines of this kind
    plain = Occurrence(
        number=number,
        day=day,
        event=event,
        words=words,
        tellings=(event.id,),
        reports=(event.report_id,),
        why=("",),
        sources=sources,
    )
    return plain if tellings == 1 else _told_often(connection, plain, json or "{}")


def _told_often(connection: sqlite3.Connection, plain: Occurrence, json: str) -> Occurrence:
    told, reports, why = zip(*connection.execute(_TELLINGS, (plain.number,)), strict=True)
    said = msgspec.json.decode(json, type=_Patch)
    return msgspec.structs.replace(
        plain,
        event=_patched(plain.event, json),
        tellings=told,
        reports=tuple(dict.fromkeys(reports)),
        why=why,
        corroboration=said.corroboration,
        differences=said.differences,
    )


def _patched(first: Event, json: str) -> Event:
    patch = msgspec.json.decode(json)
    names = first.__struct_fields__
    own = {name: value for name, value in patch.items() if name in names}
    return msgspec.convert(msgspec.to_builtins(first) | own, Event)
