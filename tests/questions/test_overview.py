"""The record at a glance: how much there is, when and between whom, and who moved."""

import sqlite3
from typing import Any

import factory
from dragoman.questions import EVERYTHING, select
from dragoman.questions.overview import changes, contents, count_of_events, days, pairs
from dragoman.record import add
from dragoman.record.merging import merge


def happen(connection: sqlite3.Connection, day: str, one: str, two: str, **fields: Any) -> None:  # noqa: ANN401 - passed on
    report = factory.report(f"{one} met {two} on {day}.\n", published=day)
    sides = {"actors": (factory.party(one),), "recipients": (factory.party(two),)}
    when = {"date_start": day, "date_end": day, "place": None}
    add(connection, report, [factory.event("met", inside=report, **(sides | when | fields))])
    merge(connection)


def hold(connection: sqlite3.Connection, day: str, stance: str, holder: str = "TUR") -> None:
    report = factory.report(f"{holder} spoke on {day}.\n", published=day)
    told = factory.position(
        "spoke",
        inside=report,
        stance=stance,
        holders=(factory.party(holder),),
        date_start=day,
        date_end=day,
    )
    add(connection, report, [told])


def test_an_empty_record_holds_nothing(connection: sqlite3.Connection) -> None:
    found = contents(connection)
    assert (found.reports, found.first, found.last, found.events) == (0, None, None, 0)
    assert days(connection) == []
    assert pairs(connection) == []
    assert changes(connection) == []


def test_days_are_counted_by_quad(connection: sqlite3.Connection) -> None:
    happen(connection, "2022-03-01", "MLI", "TCD")
    happen(connection, "2022-03-01", "NER", "TGO")
    happen(connection, "2022-03-02", "MLI", "TCD", event_type="ASSAULT", event_mode=None)
    assert days(connection) == [
        ("2022-03-01", "verbal cooperation", 2),
        ("2022-03-02", "material conflict", 1),
    ]
    since = select(connection, since="2022-03-02")
    assert days(connection, since) == [("2022-03-02", "material conflict", 1)]
    assert count_of_events(connection) == 3
    assert count_of_events(connection, since) == 1


def test_the_busiest_pair_is_first(connection: sqlite3.Connection) -> None:
    for day in ("2022-03-01", "2022-03-20"):
        happen(connection, day, "TCD", "MLI")
    happen(connection, "2022-03-05", "NER", "TGO")
    first, second = pairs(connection)
    assert (first.one, first.two, first.quads) == ("MLI", "TCD", {"verbal cooperation": 2})
    assert (second.one, second.two, second.total) == ("NER", "TGO", 1)
    assert pairs(connection, limit=1) == [first]
    assert pairs(connection, of="TGO") == [second]
    assert pairs(connection, select(connection, until="2022-03-05"), limit=1)[0].total == 1


def test_changes_come_newest_first_and_know_what_was_before(
    connection: sqlite3.Connection,
) -> None:
    hold(connection, "2022-03-01", "supports")
    hold(connection, "2022-03-02", "supports", "MLI")
    hold(connection, "2022-03-09", "opposes")
    hold(connection, "2022-03-20", "neutral", "MLI")
    found = changes(connection)
    assert [(run.holder, run.stance, run.since) for run in found] == [
        ("MLI", "neutral", "2022-03-20"),
        ("TUR", "opposes", "2022-03-09"),
    ]
    assert found[1].before is not None
    assert found[1].before.stance == "supports"
    assert changes(connection, EVERYTHING, limit=1) == found[:1]


def test_a_change_after_a_day_knows_what_was_before_it(connection: sqlite3.Connection) -> None:
    hold(connection, "2022-03-01", "supports")
    hold(connection, "2022-03-09", "opposes")
    (found,) = changes(connection, select(connection, since="2022-03-05"))
    assert (found.since, found.stance) == ("2022-03-09", "opposes")
    assert changes(connection, select(connection, since="2022-03-10")) == []
    assert changes(connection, select(connection, actors=["MLI"])) == []


def test_an_old_change_of_who_spoke_last_is_no_newer_for_it(
    connection: sqlite3.Connection,
) -> None:
    for number in range(1, 13):  # in the newest reports, of holders who turned long ago
        code = f"X{number:02}"
        hold(connection, "2010-01-01", "supports", code)
        hold(connection, "2010-02-01", "opposes", code)
        hold(connection, f"2022-05-{number:02}", "opposes", code)
    hold(connection, "2022-03-01", "supports", "MLI")
    hold(connection, "2022-04-01", "opposes", "MLI")
    (newest,) = changes(connection, limit=1)
    assert (newest.holder, newest.since) == ("MLI", "2022-04-01")


def test_pairs_between_several_are_those_among_them(connection: sqlite3.Connection) -> None:
    happen(connection, "2022-03-01", "TUR", "UKR")
    guests = (factory.party("TUR"), factory.party("POL"))
    happen(connection, "2022-03-02", "UKR", "POL", recipients=guests)
    between = select(connection, actors=("TUR", "UKR"), with_=("TUR", "UKR"))
    assert [(one.one, one.two, one.total) for one in pairs(connection, between)] == [
        ("TUR", "UKR", 2)
    ]
    assert count_of_events(connection, between) == 2


def test_changes_of_the_parties_asked_for_come_newest_first(connection: sqlite3.Connection) -> None:
    for holder in ("TUR", "POL"):
        hold(connection, "2022-03-01", "supports", holder)
        hold(connection, "2022-03-05", "opposes", holder)
    hold(connection, "2022-03-09", "supports")
    chosen = select(connection, actors=("TUR", "POL"))
    found = [(one.holder, one.since) for one in changes(connection, chosen)]
    assert found[0] == ("TUR", "2022-03-09")
    assert sorted(found[1:]) == [("POL", "2022-03-05"), ("TUR", "2022-03-05")]
    assert [one.since for one in changes(connection, chosen, limit=1)] == ["2022-03-09"]
    later = select(connection, actors=("TUR",), since="2022-03-06")
    assert [one.since for one in changes(connection, later)] == ["2022-03-09"]
