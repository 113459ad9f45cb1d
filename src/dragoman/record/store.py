"""Reports and their facts, kept in and read from an open record."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from dragoman.errors import RecordError, UsageError
from dragoman.model import KINDS, Fact, Line, Report
from dragoman.record.keeping import Names, drop_lines, put_facts, put_report
from dragoman.record.reading import FACT, fact_from, fact_of, facts_in, report_by_id, texts_of
from dragoman.record.recoding import carry_over
from dragoman.record.rows import kind_of

__all__ = [
    "FACT",
    "STANDS",
    "WORDS",
    "KeepingError",
    "add",
    "current_facts",
    "fact_from",
    "fact_of",
    "facts_of_report",
    "holds",
    "lines",
    "report_by_id",
    "transaction",
]

# Whether a line was not rejected. The tables of the kinds hold no rejected line anyway.
STANDS = """line.number NOT IN (
    SELECT correction.line FROM correction JOIN revision ON revision.number = correction.revision
    WHERE revision.verdict = 'rejected'
)"""
# The corrections of a report's lines.
_CORRECTIONS = """
    FROM report JOIN packed ON packed.report = report.number
    JOIN line ON line.number BETWEEN packed.first AND packed.last
    JOIN correction ON correction.line = line.number WHERE report.id = ?
"""
# The words of a line, in a query that joins line and report.
WORDS = "substr(report.text, line.span_start + 1, line.span_end - line.span_start)"


class KeepingError(RecordError):
    """One report cannot be kept as it stands; the record is unchanged and others can be."""


def add(
    connection: sqlite3.Connection,
    report: Report,
    facts: Iterable[Fact],
    *,
    names: Names | None = None,
) -> bool:
    """Keep a report and its facts, in one transaction: all of it or nothing.

    A report that is there, coded by the same coder, changes nothing: the answer is False. Coded by
    another coder, the new facts replace the old; what people corrected stays corrected. `names`
    remembers namings of parties from call to call, inside one transaction around them all.

    Raises:
        KeepingError: the record holds another text under this id, or two lines share an id.
        RecordError: the lines that it has of this report are damaged.
    """
    names = {} if names is None else names
    try:
        with transaction(connection):
            if not _is_new(connection, report):
                return False
            number = put_report(connection, report)
            drop_lines(connection, number)
            put_facts(connection, number, list(facts), names=names)
            carry_over(connection, report.id)
    except sqlite3.IntegrityError as error:
        names.clear()  # some of them are undone
        raise KeepingError(f"report {report.id}: two of its lines share an id: {error}") from error
    except UnicodeEncodeError as error:
        names.clear()
        raise KeepingError(f"report {report.id}: holds half a character: {error}") from error
    return True


def holds(connection: sqlite3.Connection, report: Report, *, coder: str) -> bool:
    """Whether the record has this report as `coder` codes it, so that adding changes nothing.

    Raises:
        RecordError: it has, but its lines are damaged.
    """
    query = "SELECT number FROM report WHERE (id, text, published, coder) = (?, ?, ?, ?)"
    values = (report.id, report.text, report.published, coder)
    row = connection.execute(query, values).fetchone()
    if row is not None:
        texts_of(connection, row[0])
    return row is not None


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that the block writes, or nothing; it may stand inside another one."""
    inner = connection.in_transaction
    connection.execute("SAVEPOINT block" if inner else "BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # SQLite ends some transactions itself, on a full disk say
            connection.execute("ROLLBACK TO block" if inner else "ROLLBACK")
        raise
    connection.execute("RELEASE block" if inner else "COMMIT")


def lines(
    connection: sqlite3.Connection,
    *,
    kinds: Iterable[str] | None = None,
    report_id: str | None = None,
    corrected: bool = False,
) -> Iterator[Line]:
    """The record's lines as they were coded: each report, then its facts, in the order they came.

    With `corrected`, the lines as people have reviewed them: without those that were rejected.

    Raises:
        UsageError: a kind is unknown.
    """
    wanted = _known_kinds(kinds)
    facts_of = current_facts if corrected else facts_of_report
    query = "SELECT id FROM report WHERE ?1 IS NULL OR id = ?1 ORDER BY number"
    for (found,) in connection.execute(query, (report_id,)):
        if "report" in wanted:
            yield report_by_id(connection, found)
        for fact in facts_of(connection, found):
            if kind_of(fact) in wanted:
                yield fact


def facts_of_report(connection: sqlite3.Connection, report_id: str) -> list[Fact]:
    """What was coded in a report, in the coder's order, as the coder wrote it."""
    query = f"SELECT correction.line, correction.coded {_CORRECTIONS}"
    facts = dict(_facts(connection, report_id))
    for line, coded in connection.execute(query, (report_id,)):
        if coded is None:
            del facts[line]
        else:
            facts[line] = fact_from(coded)
    return list(facts.values())


def current_facts(connection: sqlite3.Connection, report_id: str) -> list[Fact]:
    """What a report tells as people have corrected it: without what was rejected."""
    query = f"SELECT correction.line {_CORRECTIONS} AND NOT {STANDS}"
    rejected = {line for (line,) in connection.execute(query, (report_id,))}
    return [fact for line, fact in _facts(connection, report_id).items() if line not in rejected]


def _facts(connection: sqlite3.Connection, report_id: str) -> dict[int, Fact]:
    row = connection.execute("SELECT number FROM report WHERE id = ?", (report_id,)).fetchone()
    return {} if row is None else facts_in(connection, row[0])


def _known_kinds(kinds: Iterable[str] | None) -> frozenset[str]:
    wanted = frozenset(KINDS if kinds is None else kinds)
    unknown = sorted(wanted - KINDS.keys())
    if unknown:
        raise UsageError(
            f"{', '.join(unknown)}: no such kind of line: there are {', '.join(KINDS)}"
        )
    return wanted


def _is_new(connection: sqlite3.Connection, report: Report) -> bool:
    query = "SELECT text, published, coder, number FROM report WHERE id = ?"
    held = connection.execute(query, (report.id,)).fetchone()
    if held is None:
        return True
    if held[:2] != (report.text, report.published):
        raise KeepingError(
            f"report {report.id}: the record holds another text under this id:"
            " give each text its own id"
        )
    if held[2] == report.coder:
        texts_of(connection, held[3])  # what is damaged does not count as there
    return bool(held[2] != report.coder)
