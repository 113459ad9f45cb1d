"""Who stands where: since when, last told when, changed from what."""

import sqlite3
from typing import Any

import pytest

import factory
from dragoman.model import Position
from dragoman.questions import EVERYTHING, positions, select
from dragoman.record import add
from dragoman.record.merging import merge


def tell(connection: sqlite3.Connection, number: int, **fields: Any) -> Position:  # noqa: ANN401 - passed on
    outlet = fields.pop("outlet", "The Example")
    published = f"2022-03-{number:02}"
    text = f"{factory.TEXT}\n{number} {outlet} {fields.get('stance')}\n"
    report = factory.report(text, published=published, outlet=outlet)
    day = {"date_start": None, "date_end": None}
    told = factory.position(inside=report, **(day | fields))
    add(connection, report, [told])
    return told


def test_one_stance_told_twice(connection: sqlite3.Connection) -> None:
    last = tell(connection, 20)
    tell(connection, 4)
    (found,) = positions(connection)
    assert (found.since, found.last, found.told) == ("2022-03-04", "2022-03-20", 2)
    assert (found.holder.id, found.issue, found.stance) == ("TUR", "ceasefire", "supports")
    assert (found.position, found.words) == (last, "supports an immediate ceasefire")
    assert found.changed_from is None


def test_a_change_of_mind_names_what_was_before_and_till_when(
    connection: sqlite3.Connection,
) -> None:
    for day, stance in ((3, "neutral"), (5, "neutral"), (9, "supports"), (12, "supports")):
        tell(connection, day, stance=stance)
    (found,) = positions(connection)
    assert (found.stance, found.since, found.last) == ("supports", "2022-03-09", "2022-03-12")
    assert (found.changed_from, found.changed_after) == ("neutral", "2022-03-05")
    before, now = positions(connection, history=True)
    assert (before.stance, before.since, before.last) == ("neutral", "2022-03-03", "2022-03-05")
    assert now == found


def test_two_reports_that_differ_on_a_day_are_no_change_of_mind(
    connection: sqlite3.Connection,
) -> None:
    tell(connection, 3, stance="supports")
    tell(connection, 4, stance="opposes")
    tell(connection, 4, stance="supports")
    (found,) = positions(connection)
    assert (found.stance, found.since, found.last, found.told) == (
        "supports",
        "2022-03-03",
        "2022-03-04",
        2,
    )


def test_who_contradicts_it_is_counted_beside_it(connection: sqlite3.Connection) -> None:
    for number, stance in enumerate(("supports", "supports", "opposes")):
        tell(connection, 4, stance=stance, outlet=f"Paper {number}")
    tell(connection, 9, stance="supports")
    (found,) = positions(connection)
    assert (found.stance, found.told, found.otherwise) == ("supports", 3, {"opposes": 1})


def test_holders_of_one_position_stand_each(connection: sqlite3.Connection) -> None:
    tell(connection, 1, holders=(factory.UKRAINE, factory.TURKEY))
    assert [one.holder.id for one in positions(connection)] == ["TUR", "UKR"]
    ukraine = select(connection, actors=["Ukraine"])
    assert [one.holder.id for one in positions(connection, ukraine)] == ["UKR"]


def test_two_beside_each_other(connection: sqlite3.Connection) -> None:
    for number, holder in enumerate((factory.UKRAINE, factory.TURKEY, factory.RUSSIA), start=1):
        tell(connection, number, holders=(holder,))
    found = positions(connection, select(connection, actors=["Ukraine"], with_=["RUS"]))
    assert [one.holder.id for one in found] == ["RUS", "UKR"]


def test_through_a_person(connection: sqlite3.Connection) -> None:
    tell(connection, 1, holders=(factory.CAVUSOGLU,))
    tell(connection, 2, holders=(factory.UKRAINE,))
    found = positions(connection, select(connection, person="Cavusoglu"))
    assert [one.holder.id for one in found] == ["TUR"]


def test_by_day_issue_and_outlet(connection: sqlite3.Connection) -> None:
    tell(connection, 1)
    tell(connection, 2, issue="sanctions", stance="opposes", outlet="The Other")
    for asked, issues in (
        ({"issues": ["sanctions"]}, ["sanctions"]),
        ({"until": "2022-03-01"}, ["ceasefire"]),
        ({"outlets": ["the other"]}, ["sanctions"]),
        ({"since": "2022-04"}, []),
    ):
        found = positions(connection, select(connection, **asked))
        assert [one.issue for one in found] == issues


def test_by_the_number_of_outlets_that_tell_it(connection: sqlite3.Connection) -> None:
    tell(connection, 1)
    tell(connection, 2, outlet="The Other")
    tell(connection, 3, issue="sanctions")
    found = positions(connection, select(connection, sources=2))
    assert [one.issue for one in found] == ["ceasefire"]


def test_who_carries_a_position_on_is_a_source_but_no_telling(
    connection: sqlite3.Connection,
) -> None:
    said = {
        "The Example": "Ankara supports an end to the war, Cavusoglu said on Thursday.",
        "The Other": "For Cavusoglu the fighting has gone on too long, and Ankara wants it to end.",
        "The Third": "Ankara supports an end to the war, Cavusoglu said on Thursday.",
    }
    for outlet, text in said.items():
        report = factory.report(f"{text}\n{outlet}", outlet=outlet)
        told = factory.statement(text, inside=report, chain=(factory.CAVUSOGLU,))
        add(connection, report, [told, factory.position(text, inside=report, statement_id=told.id)])
    merge(connection)
    for sources, found in ((1, 1), (2, 1), (3, 0)):
        assert len(positions(connection, select(connection, sources=sources))) == found
    assert [one.told for one in positions(connection)] == [1]


def test_pages(connection: sqlite3.Connection) -> None:
    for number, issue in enumerate(("ceasefire", "dialogue", "sanctions"), start=1):
        tell(connection, number, issue=issue)
    found = positions(connection, EVERYTHING, limit=1, offset=1)
    assert [one.issue for one in found] == ["dialogue"]


@pytest.mark.parametrize("stance", ["supports", "opposes"])
def test_a_recoded_report_leaves_nothing_of_what_it_told(
    connection: sqlite3.Connection, stance: str
) -> None:
    tell(connection, 1, stance=stance)
    (held,) = positions(connection)
    report = connection.execute("SELECT number FROM report").fetchone()[0]
    connection.execute("DELETE FROM line WHERE report = ?", (report,))
    assert held.stance == stance
    assert positions(connection) == []
