"""Reports and their facts, kept in and read from an open record."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import msgspec

from dragoman.errors import RecordError, UsageError
from dragoman.model import KINDS, Fact, Line, Report, decode, encode
from dragoman.record.rows import Value, issue_rows, kind_of, own_row, party_rows


class KeepingError(RecordError):
    """One report cannot be kept as it stands; the record is unchanged and others can be."""


def add(connection: sqlite3.Connection, report: Report, facts: Iterable[Fact]) -> bool:
    """Keep a report and its facts, in one transaction: all of it or nothing.

    A report that is there, coded by the same coder, changes nothing: the answer is False. Coded by
    another coder, the new facts replace the old.

    Raises:
        KeepingError: the record holds another text under this id, or two lines share an id.
    """
    try:
        with transaction(connection):
            if not _is_new(connection, report):
                return False
            _put_report(connection, report)
            connection.execute("DELETE FROM line WHERE report_id = ?", (report.id,))
            for fact in facts:
                _put_fact(connection, report, fact)
    except sqlite3.IntegrityError as error:
        raise KeepingError(f"report {report.id}: two of its lines share an id: {error}") from error
    except UnicodeEncodeError as error:
        raise KeepingError(f"report {report.id}: holds half a character: {error}") from error
    return True


def holds(connection: sqlite3.Connection, report: Report, *, coder: str) -> bool:
    """Whether the record has this report as `coder` codes it, so that adding changes nothing."""
    query = "SELECT 1 FROM report WHERE (id, text, published, coder) = (?, ?, ?, ?)"
    values = (report.id, report.text, report.published, coder)
    return connection.execute(query, values).fetchone() is not None


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
) -> Iterator[Line]:
    """The record's lines as they were coded: each report, then its facts, in the order they came.

    Raises:
        UsageError: a kind is unknown.
    """
    wanted = _known_kinds(kinds)
    query = "SELECT id FROM report WHERE ?1 IS NULL OR id = ?1 ORDER BY number"
    for (found,) in connection.execute(query, (report_id,)):
        if "report" in wanted:
            yield report_by_id(connection, found)
        for fact in facts_of_report(connection, found):
            if kind_of(fact) in wanted:
                yield fact


def report_by_id(connection: sqlite3.Connection, report_id: str) -> Report:
    """One report.

    Raises:
        RecordError: there is none of this id.
    """
    names = Report.__struct_fields__
    query = f"SELECT {', '.join(names)} FROM report WHERE id = ?"  # noqa: S608 - our own names
    row = connection.execute(query, (report_id,)).fetchone()
    if row is None:
        raise RecordError(f"report {report_id}: the record holds no such report")
    values = dict(zip(names, row, strict=True))
    values["flags"] = msgspec.json.decode(values["flags"])
    return msgspec.convert(values | {"kind": "report"}, Report)


def facts_of_report(connection: sqlite3.Connection, report_id: str) -> list[Fact]:
    """What was coded in a report, in the coder's order."""
    query = "SELECT json FROM line WHERE report_id = ? ORDER BY number"
    return [fact_from(text) for (text,) in connection.execute(query, (report_id,))]


def fact_from(text: str) -> Fact:
    """A fact from column `json` of table `line`."""
    line = decode(text)
    if isinstance(line, Report):
        raise RecordError(f"report {line.id}: stands in table line, where only facts do")
    return line


def _known_kinds(kinds: Iterable[str] | None) -> frozenset[str]:
    wanted = frozenset(KINDS if kinds is None else kinds)
    unknown = sorted(wanted - KINDS.keys())
    if unknown:
        raise UsageError(
            f"{', '.join(unknown)}: no such kind of line: there are {', '.join(KINDS)}"
        )
    return wanted


def _is_new(connection: sqlite3.Connection, report: Report) -> bool:
    query = "SELECT text, published, coder FROM report WHERE id = ?"
    held = connection.execute(query, (report.id,)).fetchone()
    if held is None:
        return True
    if held[:2] != (report.text, report.published):
        raise KeepingError(
            f"report {report.id}: the record holds another text under this id:"
            " give each text its own id"
        )
    return bool(held[2] != report.coder)


def _put_report(connection: sqlite3.Connection, report: Report) -> None:
    row: dict[str, Value] = msgspec.structs.asdict(report)
    row["flags"] = msgspec.json.encode(report.flags).decode()
    columns = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    changes = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
    query = f"INSERT INTO report ({columns}) VALUES ({values})"  # noqa: S608 - our own names
    connection.execute(f"{query} ON CONFLICT (id) DO UPDATE SET {changes}", row)


def _put_fact(connection: sqlite3.Connection, report: Report, fact: Fact) -> None:
    start, end = fact.span.start, fact.span.end
    line: dict[str, Value] = {
        "id": fact.id,
        "report_id": report.id,
        "kind": kind_of(fact),
        "span_start": start,
        "span_end": end,
        "words": report.text[start:end],
        "json": encode(fact).decode(),
    }
    _insert(connection, "line", line)
    _insert(connection, kind_of(fact), own_row(fact))
    for row in party_rows(fact):
        _insert(connection, "party", row)
    for row in issue_rows(fact):
        _insert(connection, "issue", row)


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, Value]) -> None:
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", row)  # noqa: S608 - our own names
