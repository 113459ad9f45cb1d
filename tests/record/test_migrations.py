"""An older record comes up to the present schema: whole, once, and with a copy beside it."""

import sqlite3
from pathlib import Path

import msgspec
import pytest

import factory
from dragoman.errors import RecordError
from dragoman.model import Fact, Report, encode
from dragoman.questions.events import timeline
from dragoman.record import migrations
from dragoman.record.integrity import examine
from dragoman.record.merging import merge
from dragoman.record.migrations import SCHEMA_VERSION, STEPS
from dragoman.record.opening import APPLICATION_ID, open_record
from dragoman.record.store import add, lines

OTHER = factory.report(f"{factory.TEXT}\nAnother day.\n", outlet="Another Example")


def make(path: Path, script: str, *, version: int) -> sqlite3.Connection:
    """A record of an older schema, as its SQL makes it."""
    connection = sqlite3.connect(path)
    connection.executescript(Path(__file__).with_name(script).read_text("utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.commit()
    return connection


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A record of schema 2: two reports, merged, with an office rejected and a tie amended."""
    path = tmp_path / "second.record"
    make(path, "schema_2.sql", version=2).close()
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A record of schema 1, as the first version made it."""
    path = tmp_path / "old.record"
    connection = make(path, "schema_1.sql", version=1)
    for report in (factory.REPORT, OTHER):
        put(connection, report, factory.facts(report))
    connection.commit()
    connection.close()
    return path


def put(connection: sqlite3.Connection, report: Report, facts: tuple[Fact, ...]) -> None:
    row = msgspec.structs.asdict(report) | {"flags": "[]"}
    names = ", ".join(row)
    connection.execute(
        f"INSERT INTO report ({names}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608 - names of our own columns
        list(row.values()),
    )
    for fact in facts:
        start, end = fact.span.start, fact.span.end
        kind = type(fact).__name__.lower()
        values = (fact.id, report.id, kind, start, end, report.text[start:end], encode(fact))
        connection.execute(
            "INSERT INTO line (id, report_id, kind, span_start, span_end, words, json)"
            " VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT))",
            values,
        )


def schema_of(path: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    connection.close()
    return rows


def test_an_old_record_has_its_lines_and_the_present_schema(old: Path, tmp_path: Path) -> None:
    with open_record(old, create=True) as connection:
        kept = [factory.REPORT, *factory.facts(), OTHER, *factory.facts(OTHER)]
        assert list(lines(connection)) == kept
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("SELECT count(*) FROM party").fetchone() == (14,)
        query = "SELECT count(*) FROM search WHERE search MATCH 'antalya'"
        assert connection.execute(query).fetchone() == (2,)
        assert not add(connection, OTHER, ())
    with open_record(tmp_path / "new.record", create=True):
        pass
    assert schema_of(old) == schema_of(tmp_path / "new.record")


def test_a_record_of_schema_2_keeps_lines_acts_and_corrections(
    second: Path, tmp_path: Path
) -> None:
    tie = msgspec.structs.replace(factory.tie(), tone="mixed")
    with open_record(second, create=True) as connection:
        kept = [factory.REPORT, *factory.facts(), OTHER, *factory.facts(OTHER)]
        assert list(lines(connection)) == kept
        corrected = list(lines(connection, corrected=True))
        assert tie in corrected
        assert factory.office() not in corrected
        told = {factory.event().id, factory.event(inside=OTHER).id}
        assert {*timeline(connection)[0].tellings} == told
        assert list(examine(connection)) == []
        acts = connection.execute("SELECT * FROM act").fetchall()
        merge(connection, anew=True)
        assert connection.execute("SELECT * FROM act").fetchall() == acts
    with open_record(tmp_path / "new.record", create=True):
        pass
    assert schema_of(second) == schema_of(tmp_path / "new.record")


def test_numbers_of_lines_are_not_given_again(second: Path) -> None:
    connection = sqlite3.connect(second)
    connection.execute("UPDATE sqlite_sequence SET seq = 40")
    connection.commit()
    connection.close()
    another = factory.report(f"{factory.TEXT}\nA third day.\n")
    with open_record(second, create=True) as record:
        add(record, another, factory.facts(another))
        assert record.execute("SELECT min(first) FROM packed WHERE report = 3").fetchone() == (41,)


def test_the_record_as_it_was_stands_beside_it(old: Path) -> None:
    before = schema_of(old)
    with open_record(old, create=True):
        pass
    assert schema_of(old.with_name("old.record.schema-1")) == before


def test_reading_changes_nothing_and_says_what_to_do(old: Path) -> None:
    before = old.read_bytes()
    told = r"older Dragoman .* `dragoman doctor --repair"
    with pytest.raises(RecordError, match=told), open_record(old):
        pass
    assert old.read_bytes() == before


def test_a_step_that_breaks_off_leaves_the_record_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(connection: sqlite3.Connection, schema: str) -> None:
        STEPS[1](connection, schema)
        raise sqlite3.OperationalError("no power")

    before = schema_of(old)
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "STEPS", {1: broken})
        with pytest.raises(RecordError, match="no power"), open_record(old, create=True):
            pass
    assert schema_of(old) == before
    with open_record(old, create=True) as connection:
        assert len(list(lines(connection))) == 12


def test_there_is_a_step_from_each_version() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA_VERSION))
