"""All acts, and all that tell them, one after the other."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec
import pytest

import factory
from dragoman.questions import EVERYTHING, Occurrence
from dragoman.questions.streaming import stream_acts, stream_tellings
from dragoman.record import add, open_record
from dragoman.record.merging import merge

Stream = Callable[..., Iterator[Occurrence]]
TOLD = {
    "Kuleba met Cavusoglu on the coast.": "2022-03-11",
    "The ministers met in Antalya.": "2022-03-12",
    "Cavusoglu will meet Kuleba in April.": "2022-03-13",
}


def fill(connection: sqlite3.Connection, texts: Iterable[str]) -> None:
    for text in texts:
        report = factory.report(text, published=TOLD[text])
        later = "will" in text
        own = {"date_start": "2022-04-01", "date_end": "2022-04-01", "modality": "future"}
        words = text.rstrip(".")
        event = factory.event(words, inside=report, **(own if later else {}))
        add(connection, report, [event])
    merge(connection)


def test_an_act_comes_once_and_each_telling_of_it(connection: sqlite3.Connection) -> None:
    fill(connection, TOLD)
    acts, tellings = list(stream_acts(connection)), list(stream_tellings(connection))
    assert [(act.day, len(act.tellings)) for act in acts] == [("2022-03-10", 2), ("2022-04-01", 1)]
    assert [(one.day, len(one.tellings)) for one in tellings] == [
        ("2022-03-10", 1),
        ("2022-03-10", 1),
        ("2022-04-01", 1),
    ]


@pytest.mark.parametrize("stream", [stream_acts, stream_tellings])
def test_the_forms_modalities_count_where_none_is_asked_for(
    connection: sqlite3.Connection, stream: Stream
) -> None:
    fill(connection, TOLD)
    facts = list(stream(connection, modalities=("asserted",)))
    assert {one.event.modality for one in facts} == {"asserted"}
    asked = msgspec.structs.replace(EVERYTHING, modalities=("future",))
    (planned,) = stream(connection, asked, modalities=("asserted",))
    assert planned.event.modality == "future"


@pytest.mark.parametrize("stream", [stream_acts, stream_tellings])
def test_the_order_of_adding_leaves_no_trace(tmp_path: Path, stream: Stream) -> None:
    seen = []
    for number, texts in enumerate((list(TOLD), list(TOLD)[::-1])):
        with open_record(tmp_path / f"{number}.record", create=True) as connection:
            fill(connection, texts)
            seen.append([(one.event, one.tellings, one.words) for one in stream(connection)])
    assert seen[0] == seen[1]
