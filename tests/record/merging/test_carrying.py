"""Positions told by several reports: restated, or only carried on."""

import sqlite3
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import factory
from dragoman.model import Fact, Party, Report
from dragoman.record import add, open_record
from dragoman.record.merging import merge

ERDOGAN = Party(id="TUR", name="Turkey", office="president", person="Recep Tayyip Erdogan")
OWN_WORDS = "Ankara backs an end to the fighting at once, he added in the evening."


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_record(tmp_path / "a.record", create=True) as connection:
        yield connection


def told(
    number: int,
    *,
    text: str | None = None,
    chain: tuple[Party, ...] = (factory.CAVUSOGLU,),
    **fields: Any,  # noqa: ANN401 - passed on
) -> tuple[Report, list[Fact]]:
    published = fields.pop("published", "2022-03-11")
    report = factory.report(f"{text or factory.TEXT}\n{number}\n", published=published)
    words = report.text.split(".")[0]
    said = factory.statement(words, inside=report, chain=chain)
    held = factory.position(words, inside=report, statement_id=said.id, **fields)
    return report, [said, held]


def carried(connection: sqlite3.Connection) -> dict[str, str]:
    merge(connection)
    query = """
        SELECT late.id, early.id FROM carrying
        JOIN line AS late ON late.number = carrying.line
        JOIN line AS early ON early.number = carrying.first
    """
    return dict(connection.execute(query).fetchall())


def test_one_speaker_of_one_day_is_carried(connection: sqlite3.Connection) -> None:
    early, late = told(1, published="2022-03-10"), told(2, text=OWN_WORDS)
    for report, facts in (late, early):
        add(connection, report, facts)
    assert carried(connection) == {late[1][1].id: early[1][1].id}
    assert carried(connection) == {late[1][1].id: early[1][1].id}


@pytest.mark.parametrize(
    "fields",
    [
        {"text": OWN_WORDS, "date_start": "2022-03-12", "date_end": "2022-03-12"},
        {"text": OWN_WORDS, "chain": (ERDOGAN,)},
        {"text": OWN_WORDS, "chain": (factory.KULEBA,)},
        {"stance": "opposes"},
        {"issue": "dialogue"},
        {"holders": (factory.UKRAINE,)},
        {"date_start": "2022-03-14", "date_end": "2022-03-14"},
    ],
    ids=str,
)
def test_what_is_said_again_is_restated(
    connection: sqlite3.Connection, fields: dict[str, Any]
) -> None:
    add(connection, *told(1, published="2022-03-10"))
    add(connection, *told(2, **fields))
    assert carried(connection) == {}


def test_the_same_sentence_some_days_later_is_carried(connection: sqlite3.Connection) -> None:
    add(connection, *told(1))
    add(connection, *told(2, date_start="2022-03-12", date_end="2022-03-12"))
    assert len(carried(connection)) == 1


def test_the_order_of_adding_leaves_no_trace(tmp_path: Path) -> None:
    three = [told(number, published=f"2022-03-{10 + number}") for number in range(3)]
    first = three[0][1][1].id
    for place, order in enumerate(permutations(three)):
        with open_record(tmp_path / f"{place}.record", create=True) as connection:
            for report, facts in order:
                add(connection, report, facts)
                merge(connection)
            assert carried(connection) == {facts[1].id: first for _, facts in three[1:]}


def test_where_the_first_goes_the_next_is_first(connection: sqlite3.Connection) -> None:
    three = [told(number, published=f"2022-03-{10 + number}") for number in range(3)]
    for report, facts in three:
        add(connection, report, facts)
    assert len(carried(connection)) == 2
    report = three[0][0]
    fields = {name: getattr(report, name) for name in report.__struct_fields__}
    add(connection, Report(**(fields | {"coder": "2"})), [])
    assert carried(connection) == {three[2][1][1].id: three[1][1][1].id}
