"""The timeline: conditions, order, tellings of one event together."""

import sqlite3
from typing import Any

import pytest

import factory
from dragoman.errors import UsageError
from dragoman.model import Event, Place
from dragoman.questions import timeline
from dragoman.record import add


def tell(connection: sqlite3.Connection, number: int = 0, **fields: Any) -> Event:  # noqa: ANN401 - passed on
    published = fields.pop("published", "2022-03-10")
    report = factory.report(f"{factory.TEXT}\n{number}\n", published=published)
    told = factory.event(inside=report, **fields)
    add(connection, report, [told])
    return told


def on(day: str, last: str | None = None) -> dict[str, Any]:
    return {"date_start": day, "date_end": last or day}


def test_days_in_order(connection: sqlite3.Connection) -> None:
    late = tell(connection, 1, **on("2022-03-10"))
    early = tell(connection, 2, **on("2022-03-08"))
    undated = tell(connection, 3, date_start=None, date_end=None, published="2022-03-09")
    found = timeline(connection)
    assert [one.tellings for one in found] == [(early,), (undated,), (late,)]
    assert [one.day for one in found] == ["2022-03-08", "2022-03-09", "2022-03-10"]
    assert found[0].words == "met his Ukrainian counterpart"


def test_tellings_of_one_event_stand_together(connection: sqlite3.Connection) -> None:
    first = tell(connection, 1, place=None)
    second = tell(connection, 2)
    (found,) = timeline(connection)
    assert found.tellings == (first, second)
    assert found.place == factory.ANTALYA


@pytest.mark.parametrize(
    "difference",
    [
        {"event_type": "AGREE"},
        {"event_mode": "phone"},
        {"modality": "negated"},
        {"actors": (factory.RUSSIA,)},
        {"recipients": ()},
        {"place": Place(name="Ankara")},
        on("2022-03-09"),
    ],
    ids=str,
)
def test_what_differs_is_another_event(
    connection: sqlite3.Connection, difference: dict[str, Any]
) -> None:
    tell(connection, 1)
    tell(connection, 2, **difference)
    assert len(timeline(connection)) == 2


def test_undated_events_of_two_reports_are_two(connection: sqlite3.Connection) -> None:
    for number in range(2):
        tell(connection, number, date_start=None, date_end=None)
    assert len(timeline(connection)) == 2


def test_actor_and_with_take_part_on_either_side(connection: sqlite3.Connection) -> None:
    tell(connection)
    assert len(timeline(connection, actor="UKR")) == 1
    assert len(timeline(connection, actor="Ukraine", with_="Turkey")) == 1
    assert timeline(connection, actor="Ukraine", with_="Mali") == []


def test_an_event_of_several_days_is_in_by_one(connection: sqlite3.Connection) -> None:
    tell(connection, **on("2022-02-23", "2022-02-25"))
    assert len(timeline(connection, since="2022-02-25", until="2022-02-28")) == 1
    assert len(timeline(connection, until="2022-02-23")) == 1
    assert timeline(connection, since="2022-02-26") == []
    assert timeline(connection, until="2022-01") == []


def test_by_issue(connection: sqlite3.Connection) -> None:
    tell(connection, issues=("evacuation", "border-crossing"))
    assert len(timeline(connection, issue="border crossing")) == 1
    assert timeline(connection, issue="climate") == []
    with pytest.raises(UsageError, match="evacuatoin: no such issue: there are evacuation"):
        timeline(connection, issue="evacuatoin")


def test_conditions_are_no_sql(connection: sqlite3.Connection) -> None:
    tell(connection)
    for condition in ("actor", "with_", "issue", "since", "until"):
        with pytest.raises(UsageError):
            timeline(connection, **{condition: "x' OR '1'='1"})
