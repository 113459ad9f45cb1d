"""Reviewed lines as hand-coded reports and as exemplars."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import factory
from dragoman.evaluation import units
from dragoman.evaluation.scoring import score
from dragoman.model import Span
from dragoman.record import review
from dragoman.record.gold import anchor, exemplars, hand_coded
from dragoman.record.opening import open_record
from dragoman.record.store import add, lines

ANN = {"by": "Ann", "at": "2026-01-05"}
SUBJECT = factory.span("Mevlut Cavusoglu")
OBJECT = factory.span("his Ukrainian counterpart")
TOLD = factory.event(
    actors=(factory.party("TUR", span=SUBJECT),), recipients=(factory.party("UKR", span=OBJECT),)
)
LINES = (TOLD, *factory.facts()[1:])


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_record(tmp_path / "a.record", create=True) as connection:
        add(connection, factory.REPORT, LINES)
        yield connection


def test_only_reviewed_reports_are_gold(record: sqlite3.Connection) -> None:
    assert list(hand_coded(record)) == []
    for line in LINES:
        review.accept(record, line.id, **ANN)
    (gold,) = hand_coded(record)
    assert gold.text == factory.TEXT
    assert [unit.required for units in gold.units.values() for unit in units] == [True] * 5
    figures = score([gold], lines(record))
    assert {kind: one.f1 for kind, one in figures.items()} == dict.fromkeys(gold.units, 1.0)


def test_gold_measures_what_was_decided_and_nothing_else(record: sqlite3.Connection) -> None:
    review.reject(record, LINES[3].id, reason="of neighbours", **ANN)
    review.amend(record, TOLD.id, {"event_type": "AID", "event_mode": None}, reason="a", **ANN)
    figures = score(list(hand_coded(record)), lines(record))
    assert (figures["event"].missed, figures["event"].spurious) == (1, 1)
    assert figures["tie"].spurious == 1
    assert (figures["statement"].missed, figures["statement"].spurious) == (0, 0)


def test_gold_is_read_as_hand_coded(record: sqlite3.Connection, tmp_path: Path) -> None:
    review.accept(record, TOLD.id, **ANN)
    gold = list(hand_coded(record))
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in gold))
    assert units.read(path) == gold


def test_words_that_stand_twice_take_others_along() -> None:
    text = "They met. Then they met again, and left."
    first, second = (Span(start=at, end=at + 3) for at in (5, 20))
    assert anchor(first, text) == "They met."
    assert anchor(second, text) == "they met again,"


def test_an_accepted_event_is_an_exemplar(record: sqlite3.Connection) -> None:
    assert list(exemplars(record)) == []
    review.accept(record, TOLD.id, **ANN)
    sentence = (
        "Turkish Foreign Minister [Mevlut Cavusoglu] met {his Ukrainian counterpart} Dmytro Kuleba"
        " in Antalya on Thursday."
    )
    assert list(exemplars(record)) == [("CONSULT", "meet", sentence)]


def test_a_side_in_another_sentence_makes_no_exemplar(record: sqlite3.Connection) -> None:
    span = factory.span("Foreign Ministry quoted")
    side = {"id": "UKR", "name": "Ukraine", "span": {"start": span.start, "end": span.end}}
    review.amend(record, TOLD.id, {"recipients": [side]}, reason="it was", **ANN)
    assert list(exemplars(record)) == []
