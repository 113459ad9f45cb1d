"""What is no record, or cannot be opened, is refused in one line that names the file."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

import factory
from dragoman.errors import RecordError
from dragoman.record import opening
from dragoman.record.migrations import SCHEMA_VERSION
from dragoman.record.opening import open_record
from dragoman.record.store import add, lines


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "a.record"
    with open_record(path, create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
    return path


def refusal(path: Path, *, create: bool = False) -> str:
    with pytest.raises(RecordError) as caught, open_record(path, create=create, wait=0) as open_:
        list(lines(open_))
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    return message


def test_a_record_is_one_file(record: Path) -> None:
    assert [path.name for path in record.parent.iterdir()] == ["a.record"]
    header = record.read_bytes()[:100]
    assert header[68:72] == b"DRAG"
    assert header[18:20] == b"\x02\x02", "write-ahead mode"


def test_reading_makes_no_record(tmp_path: Path) -> None:
    assert "no such record" in refusal(tmp_path / "none.record")
    assert list(tmp_path.iterdir()) == []


def test_reading_does_not_write(record: Path) -> None:
    with pytest.raises(RecordError), open_record(record) as connection:
        connection.execute("DELETE FROM report")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "make the folder first" in refusal(tmp_path / "no" / "a.record", create=True)


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path, create=True)


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"Dear diary, today the ministers met.", "is no record of Dragoman"),
        (b"SQLite format 3\0" + b"\xff" * 4000, "the file is damaged"),
    ],
)
def test_other_files_are_refused_and_kept(
    tmp_path: Path, *, content: bytes, words: str, create: bool
) -> None:
    path = tmp_path / "a.record"
    path.write_bytes(content)
    assert words in refusal(path, create=create)
    assert path.read_bytes() == content


def test_another_database(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE report (id)")
    connection.close()
    assert "no record of Dragoman" in refusal(path)


def test_a_newer_schema(record: Path) -> None:
    connection = sqlite3.connect(record)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    assert f"schema {SCHEMA_VERSION + 1}" in refusal(record)


def test_a_torn_file(record: Path) -> None:
    content = record.read_bytes()
    record.write_bytes(content[: len(content) // 2])
    assert "the file is damaged" in refusal(record)


def test_a_second_writer_hears_of_the_first(record: Path) -> None:
    with open_record(record, create=True) as first:
        first.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(RecordError, match="another process is writing"),
            open_record(record, create=True, wait=0) as second,
        ):
            add(second, factory.report("Other."), ())
        with open_record(record) as reader:
            assert len(list(lines(reader))) == 6
        first.execute("ROLLBACK")


@pytest.fixture
def write_protected(record: Path) -> Iterator[Path]:
    if os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    record.chmod(stat.S_IRUSR)
    record.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield record
    record.parent.chmod(stat.S_IRWXU)


def test_a_write_protected_record_is_read(write_protected: Path) -> None:
    with open_record(write_protected) as connection:
        assert len(list(lines(connection))) == 6
    assert "read-only" in refusal_to_add(write_protected)


def refusal_to_add(path: Path) -> str:
    with pytest.raises(RecordError) as caught, open_record(path, create=True) as connection:
        add(connection, factory.report("Other."), ())
    return str(caught.value)


def test_two_makers_make_one_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.record"
    make = opening._make

    def late(place: Path) -> None:
        with monkeypatch.context() as usual:
            usual.setattr(opening, "_make", make)
            with open_record(place, create=True) as connection:
                add(connection, factory.REPORT, ())
        make(place)

    monkeypatch.setattr(opening, "_make", late)
    with open_record(path, create=True) as connection:
        assert list(lines(connection)) == [factory.REPORT]
    assert [found.name for found in tmp_path.iterdir()] == ["a.record"]


def test_a_copy_is_a_record(record: Path, tmp_path: Path) -> None:
    shutil.copy(record, tmp_path / "b.record")
    with open_record(tmp_path / "b.record") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_flipped_bytes_in_a_text_are_damage(tmp_path: Path) -> None:
    """Fault 47: no word of SQLite's, but what to do."""
    path = tmp_path / "a.record"
    with open_record(path, create=True) as connection:
        connection.execute("CREATE TABLE flipped AS SELECT CAST(x'ff41' AS TEXT) AS words")
    with (
        pytest.raises(RecordError, match=r"a\.record: the file is damaged: restore a copy"),
        open_record(path) as connection,
    ):
        connection.execute("SELECT words FROM flipped").fetchall()
