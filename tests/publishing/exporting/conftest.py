"""A record in which two reports tell of one call, and one of a rumour."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import factory
from dragoman.model import Event, Report
from dragoman.publishing.exporting.material import Material
from dragoman.record import add, open_record
from dragoman.record.merging import merge

FIRST = factory.report(
    "Kuleba phoned Cavusoglu on Sunday.", published="2022-03-13", title="=A call", outlet="Wire"
)
SECOND = factory.report(
    "The Ukrainian minister phoned his Turkish counterpart.", published="2022-03-14", outlet="Post"
)
RUMOUR = factory.report("Turkey is said to arm Ukraine.", published="2022-03-15", outlet="Post")


def call(words: str, inside: Report) -> Event:
    return factory.event(
        words,
        inside=inside,
        event_mode="phone",
        actors=(factory.KULEBA,),
        recipients=(factory.CAVUSOGLU,),
        date_start="2022-03-13",
        date_end="2022-03-13",
        place=None,
    )


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_record(tmp_path / "dragoman.record", create=True) as connection:
        add(connection, FIRST, [call("phoned Cavusoglu", FIRST)])
        add(connection, SECOND, [call("phoned his Turkish counterpart", SECOND)])
        rumour = factory.event(
            "arm Ukraine",
            inside=RUMOUR,
            event_type="AID",
            event_mode="military",
            actors=(factory.TURKEY,),
            recipients=(factory.UKRAINE,),
            modality="rumoured",
            date_start=None,
            date_end=None,
        )
        add(connection, RUMOUR, [rumour])
        merge(connection)
        yield connection


@pytest.fixture
def material(connection: sqlite3.Connection) -> Material:
    return Material(connection=connection)


@pytest.fixture
def facts(connection: sqlite3.Connection) -> Material:
    return Material(connection=connection, modalities=("asserted",))
