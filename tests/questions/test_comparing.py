"""Accounts side by side: what both tell, what differs, what one leaves out."""

import sqlite3
from typing import Any

import pytest

import factory
from dragoman.errors import UsageError
from dragoman.model import Party
from dragoman.questions import Comparison, compare
from dragoman.record import add
from dragoman.record.merging import merge

OURS = factory.party("TUR", name="Turkish Foreign Ministry")
THEIRS = factory.party("UKR", name="Ukrainian Foreign Ministry")


def account(connection: sqlite3.Connection, teller: Party, **held: Any) -> str:  # noqa: ANN401 - passed on
    """A report of the meeting, and what the teller says that Turkey holds on each issue."""
    outlet = f"Outlet of {teller.id}"
    report = factory.report(f"{factory.TEXT}\n{teller.name}\n", outlet=outlet)
    said = factory.statement(inside=report, chain=(teller,))
    words = ("supports an immediate ceasefire", "warned against further attacks")
    positions = [
        factory.position(spoken, inside=report, issue=issue, stance=stance, statement_id=said.id)
        for spoken, (issue, stance) in zip(words, held.items(), strict=False)
    ]
    add(connection, report, [factory.event(inside=report), said, *positions])
    return report.id


@pytest.fixture
def found(connection: sqlite3.Connection) -> Comparison:
    account(connection, OURS, ceasefire="supports", sanctions="supports")
    account(connection, THEIRS, ceasefire="supports", sanctions="opposes")
    merge(connection)
    (found,) = compare(connection, "Turkey", "UKR")
    return found


def test_what_both_tell_and_what_differs(found: Comparison) -> None:
    told = {(point.who, point.what): point.verdict for point in found.points}
    assert told == {("TUR", "ceasefire"): "agree", ("TUR", "sanctions"): "differ"}
    assert [act.event.event_type for act in found.acts] == ["CONSULT"]
    assert len(found.reports) == 2


def test_each_point_has_the_words_of_each_side(found: Comparison) -> None:
    point = found.points[0]
    assert [one.words for one in point.one] == ["supports an immediate ceasefire"]
    assert [one.teller for one in point.two] == ["UKR"]


def test_two_outlets(connection: sqlite3.Connection, found: Comparison) -> None:
    (by_outlet,) = compare(connection, "Outlet of TUR", "outlet of ukr")
    assert by_outlet.kind == "outlet"
    subjects = {point.subject: point.verdict for point in by_outlet.points}
    assert subjects["day"] == subjects["place"] == subjects["mode"] == "agree"
    assert by_outlet.acts == found.acts


def test_what_one_side_alone_tells_is_no_comparison(connection: sqlite3.Connection) -> None:
    account(connection, OURS, ceasefire="supports")
    merge(connection)
    assert compare(connection, "TUR", "UKR") == []


def test_two_of_no_kind(connection: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="Nowhere: no such state or organisation"):
        compare(connection, "Nowhere", "UKR")
