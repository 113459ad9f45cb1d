"""Events as lists show them: the newest first, each in its sentence and with who said so."""

import re
import sqlite3
from collections.abc import Sequence

import msgspec

from dragoman.model import Event, Party, Statement
from dragoman.publishing.phrases import days, person
from dragoman.questions.conditions import marks
from dragoman.questions.events import Occurrence, occurrences
from dragoman.questions.planning import plan
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.record.keys import key
from dragoman.record.store import WORDS, fact_from, fact_of

AROUND = 180  # characters beside a span in which its sentence is sought
_NEWEST = "SELECT number FROM act WHERE {where} ORDER BY day DESC, number DESC LIMIT ? OFFSET ?"
_TELLINGS = f"""
    SELECT line.number, line.id, report.id, report.outlet, report.title, report.published, {WORDS},
           substr(report.text, max(line.span_start - {AROUND}, 0) + 1,
                  min(line.span_start, {AROUND})),
           substr(report.text, line.span_end + 1, {AROUND}),
           {fact_of("told")}
    FROM line JOIN report ON report.number = line.report
    LEFT JOIN event ON event.line = line.number
    LEFT JOIN position ON position.line = line.number
    LEFT JOIN line AS told ON told.number = coalesce(event.statement, position.statement)
    WHERE line.{{column}} IN ({{marks}})
"""  # noqa: S608 - our own names
SENTENCE_END = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘'])|\n\s*\n")


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """A line's words in their sentence, the report that has them, through whom they came."""

    number: int
    id: str
    report_id: str
    outlet: str | None
    title: str | None
    published: str
    words: str
    before: str
    after: str
    chain: tuple[Party, ...]

    @property
    def said(self) -> str:
        """Outlet first, then the sources of the words."""
        origin = self.outlet or self.title or f"report of {self.published}"
        return " → ".join(dict.fromkeys([origin, *(person(party) for party in self.chain)]))


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """An event and its first telling."""

    act: Occurrence
    telling: Telling

    @property
    def event(self) -> Event:
        """What all tellings come to."""
        return self.act.event

    @property
    def days(self) -> str:
        """When it was; when it was first reported, where no text says that."""
        return days(self.event.date_start, self.event.date_end) or self.act.day


def newest(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    limit: int,
    offset: int = 0,
) -> list[Happening]:
    """The selected events, the newest first."""
    condition = plan(connection, selection, wanted=limit + offset)
    query = _NEWEST.format(where=condition.where)
    rows = connection.execute(query, (*condition.values, limit, offset)).fetchall()
    return shown(connection, occurrences(connection, [number for (number,) in rows]))


def shown(connection: sqlite3.Connection, acts: Sequence[Occurrence]) -> list[Happening]:
    """Acts with their first tellings."""
    told = {
        telling.number: telling
        for telling in _tellings(connection, "number", [act.number for act in acts])
    }
    return [Happening(act=act, telling=told[act.number]) for act in acts if act.number in told]


def tellings(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Telling]:
    """Lines by their ids, in the order given."""
    keys = [key(one) for one in ids]
    found = {telling.id: telling for telling in _tellings(connection, "key", keys)}
    return [found[one] for one in ids if one in found]


def _tellings(
    connection: sqlite3.Connection, column: str, values: Sequence[str | bytes | int]
) -> list[Telling]:
    query = _TELLINGS.format(column=column, marks=marks(values))
    return [_telling(*row) for row in connection.execute(query, values)]


def _telling(  # noqa: PLR0913 - the columns of the query
    number: int,
    line_id: str,
    report_id: str,
    outlet: str | None,
    title: str | None,
    published: str,
    words: str,
    before: str,
    after: str,
    told: bytes | None,
) -> Telling:
    statement = fact_from(told) if told is not None else None
    return Telling(
        number=number,
        id=line_id,
        report_id=report_id,
        outlet=outlet,
        title=title,
        published=published,
        words=words,
        before=_sentence_before(before),
        after=_sentence_after(after),
        chain=statement.chain if isinstance(statement, Statement) else (),
    )


def _sentence_before(text: str) -> str:
    """What stands between the last end of a sentence and the span, cut at a word."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    if ends:
        return text[ends[-1] :]
    return text if len(text) < AROUND else f"… {text.partition(' ')[2]}"


def _sentence_after(text: str) -> str:
    end = SENTENCE_END.search(f"{text} A")
    if end is not None and end.start() < len(text):
        return text[: end.start() + 1]
    return text if len(text) < AROUND else f"{text.rpartition(' ')[0]} …"
