"""The timeline: conditions, order, and all that tell one act with it."""

import sqlite3
from typing import Any

import msgspec
import pytest

import factory
from dragoman.errors import UsageError
from dragoman.model import Event, decode
from dragoman.questions.events import merged_line, occurrence_of, occurrences, timeline
from dragoman.questions.selection import select
from dragoman.record import add
from dragoman.record.merging import merge


def tell(connection: sqlite3.Connection, number: int = 0, **fields: Any) -> Event:  # noqa: ANN401 - passed on
    published = fields.pop("published", "2022-03-10")
    outlet = fields.pop("outlet", f"Outlet {number}")
    text = f"{factory.TEXT}\n{number}\n"
    report = factory.report(text, published=published, outlet=outlet)
    told = factory.event(inside=report, **fields)
    add(connection, report, [told])
    return told


def on(day: str, last: str | None = None) -> dict[str, Any]:
    return {"date_start": day, "date_end": last or day}


def ids(connection: sqlite3.Connection, **conditions: Any) -> list[str]:  # noqa: ANN401 - passed on
    merge(connection)
    return [one.event.id for one in timeline(connection, select(connection, **conditions))]


def test_days_in_order(connection: sqlite3.Connection) -> None:
    late = tell(connection, 1, **on("2022-03-20"))
    early = tell(connection, 2, **on("2022-03-08"))
    undated = tell(connection, 3, date_start=None, date_end=None, published="2022-03-14")
    assert ids(connection) == [early.id, undated.id, late.id]
    assert [one.day for one in timeline(connection)] == ["2022-03-08", "2022-03-14", "2022-03-20"]
    assert [one.event.id for one in timeline(connection, limit=1, offset=1)] == [undated.id]


def test_an_act_stands_once_with_all_its_tellings(connection: sqlite3.Connection) -> None:
    first = tell(connection, 1, place=None, published="2022-03-10")
    second = tell(connection, 2, published="2022-03-11")
    assert ids(connection) == [first.id]
    (found,) = timeline(connection)
    assert found.tellings == (first.id, second.id)
    assert found.reports == (first.report_id, second.report_id)
    assert found.event.place == factory.ANTALYA
    assert found.words == "met his Ukrainian counterpart"
    assert found.why[0] == ""
    assert "same day (2022-03-10)" in found.why[1]


def test_a_merged_line_is_an_event_line_with_who_tells_it(connection: sqlite3.Connection) -> None:
    tell(connection, 1)
    tell(connection, 2, published="2022-03-12", **on("2022-03-09", "2022-03-11"))
    merge(connection)
    line = merged_line(timeline(connection)[0])
    assert (line["kind"], line["date_start"], line["date_end"]) == (
        "event",
        "2022-03-10",
        "2022-03-10",
    )
    assert len(line["tellings"]) == len(line["reports"]) == 2
    assert line["corroboration"]["outlets"] == ("Outlet 1", "Outlet 2")
    days = [told for told in line["differences"] if told["field"] == "days"]
    assert [told["value"] for told in days] == ["2022-03-10", "2022-03-09/2022-03-11"]


def test_an_act_of_one_telling_is_its_line(connection: sqlite3.Connection) -> None:
    told = tell(connection)
    merge(connection)
    found = occurrence_of(connection, told.id)
    assert found is not None
    assert found.event == told
    assert merged_line(found)["corroboration"] is None
    assert occurrences(connection, [found.number, -1]) == [found]


def test_what_waits_to_be_merged_is_not_in_it(connection: sqlite3.Connection) -> None:
    told = tell(connection)
    assert timeline(connection) == []
    assert occurrence_of(connection, told.id) is None


def test_parties_take_part_on_either_side(connection: sqlite3.Connection) -> None:
    told = tell(connection)
    assert ids(connection, actors=["UKR"]) == [told.id]
    assert ids(connection, actors=["Ukraine"], with_=["Turkey"]) == [told.id]
    assert ids(connection, actors=["Ukraine"], with_=["Mali"]) == []


def test_an_act_of_several_days_is_in_by_one(connection: sqlite3.Connection) -> None:
    told = tell(connection, **on("2022-02-23", "2022-02-25"))
    assert ids(connection, since="2022-02-25", until="2022-02-28") == [told.id]
    assert ids(connection, until="2022-02-23") == [told.id]
    assert ids(connection, since="2022-02-26") == []
    assert ids(connection, until="2022-01") == []


def test_by_issue(connection: sqlite3.Connection) -> None:
    told = tell(connection, issues=("evacuation", "border-crossing"))
    assert ids(connection, issues=["border crossing"]) == [told.id]
    assert ids(connection, issues=["climate"]) == []


def test_conditions_are_no_sql(connection: sqlite3.Connection) -> None:
    tell(connection)
    for condition in ("actors", "issues", "types", "places"):
        with pytest.raises(UsageError):
            ids(connection, **{condition: ["x' OR '1'='1"]})


def test_the_line_can_be_read_as_an_event(connection: sqlite3.Connection) -> None:
    told = tell(connection)
    merge(connection)
    assert decode(msgspec.json.encode(merged_line(timeline(connection)[0]))) == told
