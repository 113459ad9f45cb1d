"""Statements told by several outlets: made once, or again."""

import sqlite3
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

import factory
from dragoman.model import Fact, Party, Report
from dragoman.record import add, open_record
from dragoman.record.merging import merge
from dragoman.record.review import reject

WANG = Party(id="CHN", name="China", office="foreign minister", person="Wang Yi")
SAID = "the grain corridor must stay open until the harvest is shipped"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_record(tmp_path / "a.record", create=True) as connection:
        yield connection


def told(
    words: str,
    *,
    by: Party = factory.CAVUSOGLU,
    outlet: str | None = "Northern Wire",
    published: str = "2022-07-22",
) -> tuple[Report, list[Fact]]:
    text = f"For {outlet}: he said on Friday that {words}."
    report = factory.report(text, published=published, outlet=outlet)
    return report, [factory.statement(words, inside=report, chain=(by,))]


def carried(connection: sqlite3.Connection) -> dict[str, str]:
    merge(connection)
    query = """
        SELECT late.id, early.id FROM carrying
        JOIN line AS late ON late.number = carrying.line
        JOIN line AS early ON early.number = carrying.first
    """
    return dict(connection.execute(query).fetchall())


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        "the corridor for grain must stay open till the harvest is shipped",
        "the grain corridor must stay open until the harvest is shipped, and that all gain by it",
    ],
    ids=["the same", "other words", "more of it"],
)
def test_the_next_papers_carry_it(connection: sqlite3.Connection, words: str) -> None:
    early, late = told(SAID), told(words, outlet="Harbour Times", published="2022-07-23")
    for report, facts in (late, early):
        add(connection, report, facts)
    assert carried(connection) == {late[1][0].id: early[1][0].id}


@pytest.mark.parametrize(
    "other",
    [
        told(SAID, outlet="Harbour Times", by=factory.KULEBA),
        told(SAID, outlet="Harbour Times", by=WANG),
        told(SAID, outlet="Harbour Times", published="2022-07-25"),
        told(SAID, published="2022-07-23"),
        told("the corridor for grain cannot stay open till the harvest", outlet="Harbour Times"),
        told("the corridor for 40 ships of grain must stay open", outlet="Harbour Times"),
        told("the price of wheat must fall before winter", outlet="Harbour Times"),
    ],
    ids=["who", "whose", "days later", "one outlet", "denied", "with a figure", "something else"],
)
def test_what_is_another_statement(
    connection: sqlite3.Connection, other: tuple[Report, list[Fact]]
) -> None:
    add(connection, *told(SAID))
    add(connection, *other)
    assert carried(connection) == {}


def test_a_source_that_no_list_knows_is_known_by_its_name(connection: sqlite3.Connection) -> None:
    ministry, another = (Party(id="", name=name) for name in ("the ministry", "an official"))
    first = told(SAID, by=ministry)
    add(connection, *first)
    again = told(SAID, by=ministry, outlet="Harbour Times")
    add(connection, *again)
    add(connection, *told(SAID, by=another, outlet="The Review"))
    assert carried(connection) == {again[1][0].id: first[1][0].id}


def test_of_contrary_stances_neither_carries_the_other(connection: sqlite3.Connection) -> None:
    for outlet, verb, stance in (("A", "supports", "supports"), ("B", "opposes", "opposes")):
        words = f"Turkey {verb} a grain corridor through the Black Sea"
        report, (said,) = told(words, outlet=outlet)
        held = factory.position(
            words, inside=report, stance=stance, issue="food-security", statement_id=said.id
        )
        add(connection, report, [said, held])
    assert carried(connection) == {}


def test_all_carry_the_first_whatever_the_order(tmp_path: Path) -> None:
    reports = [
        told(SAID),
        told(SAID, outlet="Harbour Times", published="2022-07-23"),
        told(SAID, outlet="The Review", published="2022-07-24"),
    ]
    first = reports[0][1][0].id
    for number, order in enumerate(permutations(reports)):
        with open_record(tmp_path / f"{number}.record", create=True) as connection:
            for report, facts in order:
                add(connection, report, facts)
                merge(connection)
            assert set(carried(connection).values()) == {first}


def test_a_rejected_statement_leaves_its_place_to_the_next(connection: sqlite3.Connection) -> None:
    reports = [told(SAID, outlet=outlet) for outlet in ("A Wire", "Harbour Times", "The Review")]
    for report, facts in reports:
        add(connection, report, facts)
    (first,) = set(carried(connection).values())
    reject(connection, first, reason="not his words", by="A. Reader", at="2022-08-01T10:00:00Z")
    left = carried(connection)
    assert len(left) == 1
    assert first not in {*left, *left.values()}
