"""Who said what, each statement once, and who carries it."""

import sqlite3
from typing import Any

import pytest

import factory
from dragoman.model import Statement
from dragoman.questions import EVERYTHING, said_line, select, statements
from dragoman.record import add
from dragoman.record.merging import merge

SAID = "Turkey wants the grain corridor open until the harvest is shipped"
COPIED = f"At the quay in Mersin the minister said that {SAID}, and left."
OTHER_WORDS = f"Asked about wheat, {SAID}, as the minister put it."


def tell(
    connection: sqlite3.Connection,
    outlet: str | None,
    *,
    day: str = "2022-07-22",
    sentence: str = COPIED,
    **fields: Any,  # noqa: ANN401 - passed on
) -> Statement:
    report = factory.report(f"{sentence}\n{outlet} {day}", outlet=outlet, published=day)
    fields = {"chain": (factory.CAVUSOGLU,)} | fields
    told = factory.statement(fields.pop("words", SAID), inside=report, **fields)
    add(connection, report, [told])
    merge(connection)
    return told


@pytest.fixture
def carried(connection: sqlite3.Connection) -> list[Statement]:
    return [
        tell(connection, "Northern Wire"),
        tell(connection, "Harbour Times", day="2022-07-23"),
        tell(connection, "The Review", day="2022-07-23", sentence=OTHER_WORDS),
    ]


def test_it_is_there_once_with_all_who_carry_it(
    connection: sqlite3.Connection, carried: list[Statement]
) -> None:
    (found,) = statements(connection)
    assert (found.statement, found.words, found.published) == (carried[0], SAID, "2022-07-22")
    assert found.tellings[0] == carried[0].id
    assert set(found.tellings) == {one.id for one in carried}
    assert set(found.outlets) == {"Northern Wire", "Harbour Times", "The Review"}
    assert found.why[0] == ""
    assert "in the same words" in found.why


def test_a_copy_is_no_source_of_its_own(
    connection: sqlite3.Connection, carried: list[Statement]
) -> None:
    (found,) = statements(connection)
    assert found.sources == 2
    assert found.corroboration is not None
    copied = {carried[0].report_id, carried[1].report_id}
    assert {frozenset(group) for group in found.corroboration.sources} == {
        frozenset(copied),
        frozenset({carried[2].report_id}),
    }
    assert said_line(found)["kind"] == "statement"


def test_one_that_nobody_carries(connection: sqlite3.Connection) -> None:
    told = tell(connection, "Northern Wire")
    (found,) = statements(connection)
    assert (found.tellings, found.sources, found.corroboration) == ((told.id,), 1, None)
    assert found.outlets == ("Northern Wire",)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"actors": ["Turkey"]}, 2),
        ({"actors": ["Turkey", "Ukraine"]}, 3),
        ({"actors": ["Ukraine"]}, 1),
        ({"person": "Cavusoglu"}, 2),
        ({"outlets": ["The Review"]}, 1),
        ({"since": "2022-07-23"}, 1),
        ({"actors": ["Turkey"], "until": "2022-07-22"}, 1),
        ({"issues": ["trade"]}, 1),
        ({"sources": 2}, 1),
        ({"sources": 3}, 0),
    ],
    ids=str,
)
def test_conditions(
    connection: sqlite3.Connection,
    carried: list[Statement],
    asked: dict[str, Any],
    count: int,
) -> None:
    assert carried
    both = (factory.CAVUSOGLU, factory.KULEBA)
    tell(connection, "Harbour Times", day="2022-07-25", words=SAID[:20], issues=("trade",))
    tell(connection, "Harbour Times", day="2022-07-20", words=SAID[:30], chain=both[1:])
    assert len(statements(connection, select(connection, **asked))) == count


def test_one_through_two_parties_is_there_once(connection: sqlite3.Connection) -> None:
    tell(connection, "Northern Wire", chain=(factory.CAVUSOGLU, factory.KULEBA))
    wanted = select(connection, actors=["Turkey", "Ukraine"])
    assert len(statements(connection, wanted)) == 1


def test_a_report_has_those_that_it_carries(
    connection: sqlite3.Connection, carried: list[Statement]
) -> None:
    wanted = select(connection, report=carried[2].report_id)
    assert [one.statement for one in statements(connection, wanted)] == [carried[0]]


def test_pages_follow_the_days(connection: sqlite3.Connection) -> None:
    told = [tell(connection, None, day=f"2022-07-{day}") for day in (30, 10, 20)]
    page = statements(connection, EVERYTHING, limit=1, offset=1)
    assert [one.statement for one in page] == [told[2]]
