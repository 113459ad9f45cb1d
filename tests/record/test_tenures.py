"""Imported tenures in a record, and the sightings that its office lines are."""

import sqlite3
from pathlib import Path

import pytest

import factory
from dragoman.errors import RecordError
from dragoman.record import add, open_record
from dragoman.record.tenures import imported, put_tenures, sightings
from holders import imported as tenure

ADA = tenure("Ada Oduya", "2018", "2020-03")
BEN = tenure("Ben Kiprop", "2020-03", None)


def test_what_a_file_says_is_kept_until_it_says_something_else(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        assert imported(connection) == []
        assert put_tenures(connection, "a.csv", [ADA, BEN]) == 2
        put_tenures(connection, "b.csv", [BEN])
        put_tenures(connection, "a.csv", [ADA])
        assert imported(connection) == [BEN, ADA]
        assert imported(connection, country="TCD") == []


def test_a_file_that_breaks_off_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        put_tenures(connection, "a.csv", [ADA])
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON tenure BEGIN SELECT raise(FAIL, 'no'); END"
        )
        with pytest.raises(sqlite3.IntegrityError):
            put_tenures(connection, "a.csv", [BEN])
        assert imported(connection) == [ADA]


def test_office_lines_are_sightings(tmp_path: Path) -> None:
    with open_record(tmp_path / "a.record", create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        (seen,) = sightings(connection)
        assert (seen.person, seen.country, seen.day) == ("Mevlut Cavusoglu", "TUR", "2022-03-10")
        assert not seen.said  # the words of the span are the name alone


def test_a_record_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    with open_record(path, create=True):
        pass
    with pytest.raises(RecordError, match="read-only"), open_record(path) as connection:
        put_tenures(connection, "a.csv", [ADA])
