"""One line by its id: what belongs to it, and the words and reasons behind it."""

import re
import sqlite3
from typing import Literal

import msgspec

from dragoman.errors import UsageError
from dragoman.model import Event, Fact, Line, Party, Position, Report, Span, Statement
from dragoman.questions.tellings import Told, told
from dragoman.record.keys import beginning
from dragoman.record.rows import ROLES, PartyRole
from dragoman.record.store import FACT, current_facts, fact_from, facts_of_report, report_by_id

Role = Literal["span", "trigger"] | PartyRole
WIDEST = 1200  # characters of a paragraph that are shown around a span before it is cut
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_SHOWN = 5  # ids that an error names


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A line, its report, and the lines that belong to it.

    These are the statement that tells an event or position, what a statement tells, and all that
    was coded in a report.
    """

    line: Line
    report: Report
    belongings: tuple[Fact, ...]


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Words to highlight and what they are in the line."""

    span: Span
    role: Role


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A line in its words: the passage of the report, the marks in it, the sources, the reason.

    Offsets are those of the report; marks lie in the passage, sorted, and may overlap. `told` are
    all tellings of the act that an event line tells, or of what carries a statement or position on,
    this one among them.
    """

    line: Fact
    report: Report
    passage: Span
    marks: tuple[Mark, ...]
    chain: tuple[Party, ...]
    reason: str
    told: tuple[Told, ...] = ()


def show(connection: sqlite3.Connection, line_id: str) -> Shown:
    """A line of any kind; the start of an id is enough where no other begins so.

    Raises:
        UsageError: none or several lines have this id or begin so.
    """
    line = find(connection, line_id)
    if isinstance(line, Report):
        facts = tuple(facts_of_report(connection, line.id))
        return Shown(line=line, report=line, belongings=facts)
    report = report_by_id(connection, line.report_id)
    return Shown(line=line, report=report, belongings=_belongings(connection, line))


def explain(connection: sqlite3.Connection, line_id: str) -> Explanation:
    """The words behind a line: its passage with trigger and parties marked, who said so, and why.

    Raises:
        UsageError: none or several lines have this id or begin so, or it is a report's.
    """
    line = find(connection, line_id)
    if isinstance(line, Report):
        raise UsageError(f"{line_id}: is a report: `show` lists its lines, `explain` takes one")
    report = report_by_id(connection, line.report_id)
    passage = passage_around(report.text, line.span)
    return Explanation(
        line=line,
        report=report,
        passage=passage,
        marks=_marks(line, report.text, passage),
        chain=_chain(connection, line),
        reason=getattr(line, "reason", ""),
        told=told(connection, line.id),
    )


def find(connection: sqlite3.Connection, line_id: str) -> Line:
    """The line or report that has the id or alone begins so.

    Raises:
        UsageError: none or several do.
    """
    query = f"""
        SELECT id, 0, {FACT} FROM line
        WHERE (key BETWEEN ?1 AND ?2 OR key BETWEEN ?3 AND ?4) AND substr(id, 1, length(?1)) = ?1
        UNION ALL
        SELECT id, 1, NULL FROM report WHERE id BETWEEN ?1 AND ?2 AND substr(id, 1, length(?1)) = ?1
        ORDER BY id
    """  # noqa: S608 - our own words
    found = connection.execute(query, beginning(line_id)).fetchall() if line_id else []
    exact = [row for row in found if row[0] == line_id] or found
    if not exact:
        raise UsageError(f"{line_id}: no line has this id: `timeline` and `positions` show ids")
    if len(exact) > 1:
        some = ", ".join(row[0] for row in exact[:_SHOWN])
        raise UsageError(f"{line_id}: {len(exact)} lines begin so: give more of {some}")
    found_id, is_report, text = exact[0]
    return report_by_id(connection, found_id) if is_report else fact_from(text)


def passage_around(text: str, span: Span) -> Span:
    """The paragraph that holds the span, cut between words where it is very long."""
    start = 0
    end = len(text)
    for match in _PARAGRAPH_BREAK.finditer(text):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    if end - start > WIDEST:
        start = _forward_to_space(text, max(start, span.start - WIDEST // 2), span.start)
        end = _back_to_space(text, min(end, span.end + WIDEST // 2), span.end)
    return Span(start=start, end=max(span.end, len(text[:end].rstrip())))


def _forward_to_space(text: str, position: int, limit: int) -> int:
    space = text.find(" ", position, limit)
    return position if space < 0 else space + 1


def _back_to_space(text: str, position: int, limit: int) -> int:
    space = text.rfind(" ", limit, position)
    return position if space < 0 else space


def _belongings(connection: sqlite3.Connection, line: Fact) -> tuple[Fact, ...]:
    """The statement that tells a line, and what it tells itself: all stand in its report."""
    teller = _teller(line)
    facts = current_facts(connection, line.report_id)
    return tuple(fact for fact in facts if fact.id == teller or _teller(fact) == line.id)


def _teller(line: Fact) -> str | None:
    return getattr(line, "statement_id", None) or getattr(line, "within", None)


def _chain(connection: sqlite3.Connection, line: Fact) -> tuple[Party, ...]:
    if isinstance(line, Statement):
        return line.chain
    if isinstance(line, Event | Position) and line.statement_id is not None:
        for fact in _belongings(connection, line):
            if isinstance(fact, Statement) and fact.id == line.statement_id:
                return fact.chain
    return ()


def _marks(line: Fact, text: str, passage: Span) -> tuple[Mark, ...]:
    marks = [Mark(span=line.span, role="span")]
    marks += _trigger(line, text, passage)
    for field, role in ROLES.items():
        marks += [
            Mark(span=party.span, role=role)
            for party in getattr(line, field, ())
            if party.span is not None
        ]
    inside = [mark for mark in marks if _within(mark.span, passage)]
    return tuple(sorted(inside, key=lambda mark: (mark.span.start, -mark.span.end, mark.role)))


def _trigger(line: Fact, text: str, passage: Span) -> list[Mark]:
    """The word that decided: an event's inside its span, a statement's cue where it is nearest."""
    if isinstance(line, Event):
        word, where = line.trigger, text.find(line.trigger, line.span.start, line.span.end)
    elif isinstance(line, Statement):
        word = line.cue
        before = text.rfind(word, passage.start, line.span.start)
        where = before if before >= 0 else text.find(word, line.span.end, passage.end)
    else:
        return []
    if where < 0 or not word:
        return []
    return [Mark(span=Span(start=where, end=where + len(word)), role="trigger")]


def _within(span: Span, passage: Span) -> bool:
    return passage.start <= span.start < span.end <= passage.end
