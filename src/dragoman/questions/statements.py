"""Who said what: statements by day, each once, with all outlets that carry it."""

import heapq
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any

import msgspec

from dragoman.model import Statement
from dragoman.questions.conditions import marks, on_statements
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.record.merging.corroboration import Corroboration, corroborate
from dragoman.record.merging.crediting import chains_of, credits_of
from dragoman.record.merging.voices import Voice, read_voices
from dragoman.record.store import FACT, WORDS, fact_from

AT_ONCE = 200  # statements that are read together

# In the order of reports' days, or of those on which one party speaks: a page costs its own rows.
_OF_ALL = """
    SELECT report.published, line.number FROM report
    CROSS JOIN packed ON packed.report = report.number
    CROSS JOIN line ON line.number BETWEEN packed.first AND packed.last
    CROSS JOIN statement ON statement.line = line.number
    WHERE {where} ORDER BY report.published, report.number, line.number
"""
_OF_ONE = """
    SELECT saying.day, saying.line FROM saying
    CROSS JOIN statement ON statement.line = saying.line
    CROSS JOIN line ON line.number = saying.line
    CROSS JOIN report ON report.number = line.report
    WHERE saying.speaker = ? AND {where} ORDER BY saying.day, saying.line
"""
# Those that are carried at all, where several sources are asked for.
_OF_CARRIED = """
    SELECT report.published, line.number FROM (SELECT DISTINCT first FROM carrying) AS told
    CROSS JOIN statement ON statement.line = told.first
    CROSS JOIN line ON line.number = told.first
    CROSS JOIN report ON report.number = line.report
    WHERE {where} ORDER BY report.published, line.number
"""
_READ = f"""
    SELECT line.number, report.published, report.outlet, {FACT}, {WORDS}
    FROM line JOIN report ON report.number = line.report WHERE line.number IN ({{marks}})
"""  # noqa: S608 - our own words
_CARRIERS = """
    SELECT carrying.first, line.number, line.id, report.id, carrying.why
    FROM carrying JOIN line ON line.number = carrying.line
    JOIN report ON report.number = line.report WHERE carrying.first IN ({marks})
    ORDER BY report.published, report.id, line.span_start, line.id
"""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One statement, and who carries it.

    `statement` is the line of its first telling, `published` the day of that and `words` its
    content. `tellings` are the ids of statement lines, in their order, `reports` those of their
    reports, `why` why each was taken for one (empty for the first). `sources` counts the
    independent ones; `corroboration` says more where several reports tell it.
    """

    number: int
    published: str
    statement: Statement
    words: str
    tellings: tuple[str, ...]
    reports: tuple[str, ...]
    why: tuple[str, ...]
    outlets: tuple[str, ...]
    sources: int
    corroboration: Corroboration | None = None


class _Carrier(msgspec.Struct, frozen=True):
    """A line that carries a statement on."""

    line: int
    id: str
    report_id: str
    why: str


def statements(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> list[Said]:
    """Statements by the day of their first report, each once, however many outlets carry it.

    Actors and `with_` of the selection are those through whom it is said: one of a statement's
    sources. Empty where none meets all conditions.
    """
    found = _found(connection, selection)
    return list(islice(found, offset, None if limit is None else offset + limit))


def said_line(said: Said) -> dict[str, Any]:
    """A statement as a record line, and besides its words and who tells it."""
    about = said.corroboration
    line: dict[str, Any] = msgspec.to_builtins(said.statement)
    return line | {
        "published": said.published,
        "words": said.words,
        "tellings": list(said.tellings),
        "reports": list(said.reports),
        "outlets": list(said.outlets),
        "sources": said.sources,
        "corroboration": None if about is None else msgspec.to_builtins(about),
    }


def _found(connection: sqlite3.Connection, selection: Selection) -> Iterator[Said]:
    """All of them as they are read."""
    lines = _lines(connection, selection)
    while some := list(islice(lines, AT_ONCE)):
        for said in _read(connection, some):
            if said.sources >= selection.sources:
                yield said


def _lines(connection: sqlite3.Connection, selection: Selection) -> Iterator[int]:
    """The first tellings of statements, in order; of several parties each statement once."""
    parties = (*selection.actors, *selection.with_)
    if not parties or selection.sources > 1:
        query = _OF_CARRIED if selection.sources > 1 else _OF_ALL
        condition = on_statements(selection, day="report.published", by=parties)
        rows = connection.execute(query.format(where=condition.where), condition.values)
        return (line for _, line in rows)
    condition = on_statements(selection, day="saying.day")
    query = _OF_ONE.format(where=condition.where)
    each = [connection.execute(query, (one, *condition.values)) for one in dict.fromkeys(parties)]
    return (line for (_, line), _ in groupby(heapq.merge(*each)))


def _read(connection: sqlite3.Connection, lines: Sequence[int]) -> list[Said]:
    carriers: defaultdict[int, list[_Carrier]] = defaultdict(list)
    for first, *row in connection.execute(_CARRIERS.format(marks=marks(lines)), lines).fetchall():
        carriers[first].append(_Carrier(*row))
    voices = read_voices(connection, _all_lines(carriers)) if carriers else {}
    rows = connection.execute(_READ.format(marks=marks(lines)), lines).fetchall()
    found = {row[0]: _said(connection, row, carriers[row[0]], voices) for row in rows}
    return [found[line] for line in lines]


def _all_lines(carriers: dict[int, list[_Carrier]]) -> set[int]:
    return {*carriers, *(one.line for carried in carriers.values() for one in carried)}


def _said(
    connection: sqlite3.Connection,
    row: tuple[int, str, str | None, bytes, str],
    carriers: Sequence[_Carrier],
    voices: dict[int, Voice],
) -> Said:
    number, published, outlet, data, words = row
    statement = fact_from(data)
    assert isinstance(statement, Statement)  # noqa: S101 - table statement refers to such lines
    about = None
    if carriers:
        lines = [number, *(one.line for one in carriers)]
        told = [voices[line] for line in lines]
        about = corroborate(told, credits_of(connection, lines), chains_of(connection, lines))
    return Said(
        number=number,
        published=published,
        statement=statement,
        words=words,
        tellings=(statement.id, *(one.id for one in carriers)),
        reports=tuple(dict.fromkeys((statement.report_id, *(one.report_id for one in carriers)))),
        why=("", *(one.why for one in carriers)),
        outlets=about.outlets if about else tuple(filter(None, (outlet,))),
        sources=about.independent if about else 1,
        corroboration=about,
    )
