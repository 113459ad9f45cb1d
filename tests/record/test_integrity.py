"""`doctor` sees each kind of damage, and what can be made anew is made anew."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import factory
from dragoman.errors import RecordError
from dragoman.questions.events import timeline
from dragoman.record import review
from dragoman.record.integrity import Finding, examine
from dragoman.record.merging import merge
from dragoman.record.opening import PAGE_SIZE, open_record
from dragoman.record.repairing import repair
from dragoman.record.store import add, lines

OTHER = factory.report(f"{factory.TEXT}\nAnother day.\n")
EVENT = factory.event()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_record(tmp_path / "a.record", create=True) as connection:
        for report in (factory.REPORT, OTHER):
            add(connection, report, factory.facts(report))
        merge(connection)
        yield connection


def findings(connection: sqlite3.Connection) -> list[Finding]:
    return list(examine(connection))


def test_a_record_in_use_is_whole(record: sqlite3.Connection) -> None:
    tie = factory.tie()
    review.reject(record, EVENT.id, by="Ann", reason="a plan", at="2026-01-05")
    review.amend(
        record, tie.id, {"tone": "mixed"}, by="Ann", reason="not all warm", at="2026-01-05"
    )
    assert findings(record) == []
    merge(record)
    newer = msgspec.structs.replace(factory.REPORT, coder="2")
    add(record, newer, [factory.position()])
    assert findings(record) == []


def test_examining_writes_nothing(record: sqlite3.Connection, tmp_path: Path) -> None:
    before = list(record.iterdump())
    with open_record(tmp_path / "a.record") as reading:
        assert findings(reading) == []
        assert reading.execute("PRAGMA query_only").fetchone() == (1,)
    assert list(record.iterdump()) == before


@pytest.mark.parametrize(
    ("damage", "where", "message"),
    [
        ("DELETE FROM party WHERE role = 'holder'", "line", "table party does not say"),
        ("UPDATE event SET event_type = 'AID'", "line", "table event does not say"),
        ("INSERT INTO about (line, topic) VALUES (1, 1)", "line", "table issue does not say"),
        ("DELETE FROM position", "line", "table position does not say"),
        ("INSERT INTO about (line, topic) VALUES (999, 1)", "table issue", "1 rows are of"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "search index", "2 reports are not"),
        (
            "INSERT INTO search (search, rowid, title, text)"
            " SELECT 'delete', number, title, text FROM report WHERE number = 1;"
            " INSERT INTO search (rowid, title, text) VALUES (1, 'x', 'y')",
            "search index",
            "does not say what the texts say",
        ),
        ("DELETE FROM telling; DELETE FROM stale", "acts", "events are told by no act"),
        ("UPDATE act SET tellings = 7", "acts", "other tellings than they say"),
        (
            "PRAGMA foreign_keys = OFF; INSERT INTO tie VALUES (999, 'close', 'positive')",
            "table tie",
            "1 rows refer to no row of line",
        ),
    ],
)
def test_damage_is_found_and_repaired(
    record: sqlite3.Connection, damage: str, where: str, message: str
) -> None:
    record.executescript(damage)
    found = findings(record)
    assert any(one.where.startswith(where) and message in one.message for one in found)
    repair(record, found)
    assert findings(record) == []
    assert len(list(lines(record))) == 12


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE packed SET lines = x'00ff' WHERE report = 1",
        "UPDATE packed SET lines = substr(lines, 1, length(lines) - 9) WHERE report = 1",
        "UPDATE packed SET last = last - 1 WHERE report = 1",
        "UPDATE line SET span_end = span_end + 1 WHERE number = 1",
        "UPDATE line SET key = x'0123456789abcdef' WHERE number = 1",
        "DELETE FROM packed WHERE report = 1",
    ],
)
def test_lines_that_are_not_what_was_written_are_coded_again(
    record: sqlite3.Connection, damage: str
) -> None:
    record.execute(damage)
    found = findings(record)
    assert "code again" in {one.remedy for one in found}
    repair(record, found)
    assert add(record, factory.REPORT, factory.facts())
    merge(record)
    assert findings(record) == []
    assert len(list(lines(record))) == 12


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE line SET span_end = span_end + 1 WHERE number = 1",
        "UPDATE packed SET lines = CAST(substr(lines, 1, 99) || x'00' AS BLOB)",
    ],
)
def test_what_is_damaged_is_neither_answered_nor_taken_for_there(
    record: sqlite3.Connection, damage: str
) -> None:
    record.execute(damage)
    told = "report number 1: its lines cannot be read: .*: `dragoman doctor` says more"
    with pytest.raises(RecordError, match=told):
        list(lines(record))
    with pytest.raises(RecordError, match=told):
        add(record, factory.REPORT, factory.facts())


def test_the_file_is_named(record: sqlite3.Connection, tmp_path: Path) -> None:
    record.execute("UPDATE packed SET lines = zeroblob(length(lines))")
    told = r"a\.record: report number 1: its lines cannot be read"
    with pytest.raises(RecordError, match=told), open_record(tmp_path / "a.record") as reading:
        list(lines(reading))


def test_a_question_meets_damage_in_one_line(record: sqlite3.Connection) -> None:
    record.execute("UPDATE packed SET lines = zeroblob(length(lines))")
    with pytest.raises(RecordError, match="a line cannot be read: `dragoman doctor` says which"):
        timeline(record)


def test_a_span_outside_its_text(record: sqlite3.Connection) -> None:
    record.execute("UPDATE report SET text = 'Cut short.' WHERE number = 1")
    messages = {one.message for one in findings(record)}
    assert messages == {"its span lies outside the text"}


def test_a_torn_page_is_told(tmp_path: Path) -> None:
    path = tmp_path / "b.record"
    with open_record(path, create=True) as connection:
        for number in range(60):
            report = factory.report(f"{factory.TEXT}\nReport {number}.\n")
            add(connection, report, factory.facts(report))
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // PAGE_SIZE * PAGE_SIZE
    content[middle : middle + 4000] = bytes(4000)
    path.write_bytes(content)
    with open_record(path) as connection:
        assert "restore" in {one.remedy for one in findings(connection)}
