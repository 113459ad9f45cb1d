"""Who stands where, and since when."""

import sqlite3
from typing import Any

import factory
from dragoman.model import Position
from dragoman.questions import positions
from dragoman.record import add


def tell(connection: sqlite3.Connection, number: int, **fields: Any) -> Position:  # noqa: ANN401 - passed on
    report = factory.report(f"{factory.TEXT}\n{number}\n", published=f"2022-03-{number:02}")
    day = {"date_start": None, "date_end": None}
    told = factory.position(inside=report, **(day | fields))
    add(connection, report, [told])
    return told


def test_one_stance_told_twice(connection: sqlite3.Connection) -> None:
    last = tell(connection, 20)
    first = tell(connection, 4)
    (found,) = positions(connection)
    assert found.tellings == (first, last)
    assert (found.since, found.last) == ("2022-03-04", "2022-03-20")
    assert (found.holder.id, found.issue, found.stance) == ("TUR", "ceasefire", "supports")
    assert found.words == "supports an immediate ceasefire"


def test_a_change_of_mind_stands_in_the_order_of_its_days(connection: sqlite3.Connection) -> None:
    tell(connection, 9, stance="supports")
    tell(connection, 3, stance="neutral")
    assert [one.stance for one in positions(connection)] == ["neutral", "supports"]


def test_holders_of_one_position_stand_each(connection: sqlite3.Connection) -> None:
    tell(connection, 1, holders=(factory.UKRAINE, factory.TURKEY))
    assert [one.holder.id for one in positions(connection)] == ["TUR", "UKR"]
    assert [one.holder.id for one in positions(connection, actor="Ukraine")] == ["UKR"]


def test_two_beside_each_other(connection: sqlite3.Connection) -> None:
    for number, holder in enumerate((factory.UKRAINE, factory.TURKEY, factory.RUSSIA), start=1):
        tell(connection, number, holders=(holder,))
    found = positions(connection, actor="Ukraine", with_="RUS")
    assert [one.holder.id for one in found] == ["RUS", "UKR"]


def test_by_day_and_issue(connection: sqlite3.Connection) -> None:
    tell(connection, 1)
    tell(connection, 2, issue="sanctions", stance="opposes")
    assert [one.issue for one in positions(connection, issue="sanctions")] == ["sanctions"]
    assert [one.issue for one in positions(connection, until="2022-03-01")] == ["ceasefire"]
    assert positions(connection, since="2022-04") == []
