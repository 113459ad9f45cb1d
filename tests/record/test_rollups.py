"""Rollups follow lines and acts; what damaged them is seen, and made good from these."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import factory
from dragoman.record.integrity import Finding, examine
from dragoman.record.merging import merge, unmerge
from dragoman.record.opening import open_record
from dragoman.record.repairing import repair
from dragoman.record.rollups import roll_up_anew, wrong_rollups
from dragoman.record.store import add


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_record(tmp_path / "a.record", create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        merge(connection)
        yield connection


def holdings(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM holding").fetchone()[0])


def test_they_follow_what_comes_and_goes(record: sqlite3.Connection) -> None:
    assert holdings(record) == 1
    unmerge(record)
    assert wrong_rollups(record) == {}
    record.execute("DELETE FROM report")
    merge(record)
    assert holdings(record) == 0
    assert wrong_rollups(record) == {}


@pytest.mark.parametrize("first", ["position", "party", "line"])
def test_a_holding_goes_with_its_position_whatever_goes_first(
    record: sqlite3.Connection, first: str
) -> None:
    other = factory.report(f"{factory.TEXT}\nAnother day.\n")
    add(record, other, [factory.position(inside=other, date_start=None, date_end=None)])
    assert holdings(record) == 2
    record.execute(f"DELETE FROM {first}")  # noqa: S608 - our own names
    assert holdings(record) == 0


def test_the_last_stance_of_a_month_stands(record: sqlite3.Connection) -> None:
    days = {"2022-03-30": "opposes", "2022-03-11": "concerned", "2022-12-01": "neutral"}
    for number, (day, stance) in enumerate(days.items()):
        other = factory.report(f"{factory.TEXT}\n{number}\n")
        held = factory.position(inside=other, date_start=day, date_end=day, stance=stance)
        add(record, other, [held])
    query = "SELECT year, stances FROM stood"
    assert record.execute(query).fetchall() == [("2022", "..o........n")]
    record.execute("DELETE FROM position WHERE stance = 'opposes'")
    assert record.execute(query).fetchall() == [("2022", "..c........n")]
    assert wrong_rollups(record) == {}
    roll_up_anew(record)
    assert record.execute(query).fetchall() == [("2022", "..c........n")]


@pytest.mark.parametrize(
    ("damage", "table"),
    [
        ("DELETE FROM holding", "holding"),
        ("UPDATE holding SET stance_code = 3", "holding"),
        ("UPDATE holding_count SET holdings = 7", "holding_count"),
        ("DELETE FROM saying", "saying"),
        ("UPDATE stood SET stances = '............'", "stood"),
        ("DELETE FROM stood", "stood"),
        ("UPDATE taking SET acts = acts + 1", "taking"),
        ("DELETE FROM acting", "acting"),
        ("UPDATE speaking SET acts = 9", "speaking"),
    ],
)
def test_damage_is_seen_and_made_good(record: sqlite3.Connection, damage: str, table: str) -> None:
    record.execute(damage)
    found = list(examine(record))
    assert {finding.where for finding in found} == {"rollups"}
    assert any(f" rows of {table} do not say" in finding.message for finding in found)
    repair(record, found)
    assert list[Finding](examine(record)) == []
