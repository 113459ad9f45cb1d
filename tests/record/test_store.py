"""Keeping reports: whole or not at all, once, and given back as they came."""

import sqlite3
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import factory
from dragoman.errors import UsageError
from dragoman.model import Event, Office, Party, Position, Report, Statement, Tie
from dragoman.record.opening import open_record
from dragoman.record.rows import ROLES
from dragoman.record.store import WORDS, KeepingError, add, lines, transaction

TABLES = ("report", "line", "event", "statement", "position", "tie", "office", "party", "issue")


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - names of our own tables
        for table in TABLES
    }


def test_lines_come_back_as_they_went_in(tmp_path: Path) -> None:
    facts = factory.facts()
    with open_record(tmp_path / "a.record", create=True) as connection:
        assert add(connection, factory.REPORT, facts)
        assert list(lines(connection)) == [factory.REPORT, *facts]
        assert list(lines(connection, kinds=["event", "tie"])) == [facts[0], facts[3]]
        assert list(lines(connection, report_id="other")) == []


def test_each_kind_has_its_row(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        found = counts(connection)
    assert found["line"] == 5
    assert all(found[kind] == 1 for kind in ("event", "statement", "position", "tie", "office"))
    assert found["party"] == 7  # 2 sides, 2 sources, 1 holder, 2 of a tie
    assert found["issue"] == 2  # of the statement and of the position


def test_the_same_report_twice_changes_nothing(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        before = list(connection.iterdump())
        assert not add(connection, factory.REPORT, ())
        assert list(connection.iterdump()) == before


def test_another_coder_replaces_the_facts(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        newer = msgspec.structs.replace(factory.REPORT, coder="2", title="Ministers meet")
        assert add(connection, newer, [factory.event()])
        assert list(lines(connection)) == [newer, factory.event()]
        assert counts(connection)["party"] == 2
        assert search(connection, '"coast"') == []
        assert search(connection, '"antalya"') == [factory.REPORT.id]


def search(connection: sqlite3.Connection, words: str) -> list[str]:
    query = "SELECT id FROM report JOIN search ON search.rowid = number WHERE search MATCH ?"
    return [found for (found,) in connection.execute(query, (words,))]


def test_another_text_under_a_known_id_is_refused(tmp_path: Path) -> None:
    other = factory.report("Another text.", id=factory.REPORT.id)
    with open_record(tmp_path / "a.record", create=True) as connection:
        add(connection, factory.REPORT, ())
        with pytest.raises(KeepingError, match="holds another text under this id"):
            add(connection, other, ())
        assert list(lines(connection)) == [factory.REPORT]


@pytest.mark.parametrize("outer", [False, True])
def test_lines_with_one_id_leave_nothing_of_the_report(tmp_path: Path, outer: bool) -> None:  # noqa: FBT001 - pytest passes it by name
    first = factory.report("First.", coder="1")
    with open_record(tmp_path / "a.record", create=True) as connection:
        if outer:
            connection.execute("BEGIN")
        add(connection, first, ())
        with pytest.raises(KeepingError, match="share an id"):
            add(connection, factory.REPORT, [factory.event(), factory.event()])
        assert list(lines(connection)) == [first]


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        with pytest.raises(KeepingError, match="half a character"):
            add(connection, factory.report("\ud800", id="x"), ())
        assert counts(connection)["report"] == 0


def test_a_block_that_fails_is_undone(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        with suppress(ZeroDivisionError), transaction(connection):
            add(connection, factory.REPORT, factory.facts())
            raise ZeroDivisionError
        assert not any(counts(connection).values())


def test_an_unknown_kind_names_the_known(tmp_path: Path) -> None:
    with (
        open_record(tmp_path / "a.record", create=True) as connection,
        pytest.raises(UsageError, match="evnt: no such kind of line: there are report, event"),
    ):
        list(lines(connection, kinds=["evnt"]))


def test_every_field_of_a_report_is_a_column(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(report)")]
    assert set(columns) == {*Report.__struct_fields__, "number"}


def test_every_field_that_holds_parties_has_a_role() -> None:
    fields = {
        field.name
        for kind in (Event, Statement, Position, Tie, Office)
        for field in msgspec.structs.fields(kind)
        if field.type == tuple[Party, ...]
    }
    assert fields == set(ROLES)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(text=texts, name=texts, confidence=st.floats(0, 1))
def test_any_text_survives(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str, confidence: float
) -> None:
    report = factory.report(text)
    told = factory.event(text, inside=report, actors=(factory.party(name=name),))
    told = msgspec.structs.replace(told, confidence=confidence)
    path = tmp_path_factory.mktemp("record") / "a.record"
    with open_record(path, create=True) as connection:
        add(connection, report, [told])
        assert list(lines(connection)) == [report, told]
        assert isinstance(told, Event)
        if "\0" not in text:  # intake leaves none; SQLite's own functions end a text there
            query = f"SELECT {WORDS} FROM line JOIN report ON report.number = line.report"  # noqa: S608 - our own words
            assert connection.execute(query).fetchone() == (text,)
