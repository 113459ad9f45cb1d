"""Merging measured end to end: 60 reports of ours, coded by the program, tell 16 acts.

`merging.jsonl` says which words tell which act. A label belongs to the coded event that tells its
words; words that the coder passes over are no matter of merging, but are counted here, too.
"""

import sqlite3
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from dragoman.model import Event, Report
from dragoman.pipeline import Coded, code
from dragoman.questions.events import timeline
from dragoman.record import add, open_record
from dragoman.record.merging import merge

FLOOR = 0.94  # pairwise F1; it only goes up
CODED = 0.75  # of the labels, how many the coder finds
NEAR = 12  # characters by which an event may begin after the words of its label


class Label(msgspec.Struct, frozen=True):
    words: str
    act: str


class Labelled(msgspec.Struct, frozen=True):
    id: str
    published: str
    outlet: str
    text: str
    tells: tuple[Label, ...]


def sample() -> list[Labelled]:
    lines = (Path(__file__).parent / "merging.jsonl").read_text("utf-8").splitlines()
    return [msgspec.json.decode(line, type=Labelled) for line in lines]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[str, int]]]:
    """Of each coded event with a label: its label, and the number of the act it was joined to."""
    labels: dict[str, str] = {}
    path = tmp_path_factory.mktemp("record") / "a.record"
    with open_record(path, create=True) as connection:
        rows = sample()
        reports = [
            Report(id=row.id, published=row.published, outlet=row.outlet, text=row.text)
            for row in rows
        ]
        for row, coded in zip(rows, code(reports), strict=True):
            assert isinstance(coded, Coded)
            add(connection, coded.report, coded.facts)
            labels |= aligned(row, [fact for fact in coded.facts if isinstance(fact, Event)])
        merge(connection)
        yield joined(connection, labels)


def joined(connection: sqlite3.Connection, labels: dict[str, str]) -> dict[str, tuple[str, int]]:
    acts = {line: act.number for act in timeline(connection) for line in act.tellings}
    return {line: (label, acts[line]) for line, label in labels.items()}


def aligned(row: Labelled, events: list[Event]) -> dict[str, str]:
    found = {}
    for label in row.tells:
        start = row.text.index(label.words)
        end = start + len(label.words)
        near = [
            event
            for event in events
            if event.span.start < end
            and start < event.span.end
            and (abs(event.span.start - start) <= NEAR or event.trigger in label.words)
        ]
        if near:
            best = max(near, key=lambda e: min(end, e.span.end) - max(start, e.span.start))
            found[best.id] = label.act
    return found


def test_the_sample_tells_what_it_says() -> None:
    rows = sample()
    assert len(rows) == 60
    assert len({label.act for row in rows for label in row.tells}) == 16
    assert [r.id for r in rows for label in r.tells if r.text.count(label.words) != 1] == []


def test_most_of_it_is_coded(told: dict[str, tuple[str, int]]) -> None:
    labels = sum(len(row.tells) for row in sample())
    assert len(told) / labels >= CODED


def test_pairs_of_tellings_are_joined_as_they_should_be(told: dict[str, tuple[str, int]]) -> None:
    right = wrong = missed = 0
    for (one, act), (other, another) in combinations(told.values(), 2):
        right += one == other and act == another
        wrong += one != other and act == another
        missed += one == other and act != another
    assert 2 * right / (2 * right + wrong + missed) >= FLOOR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("call-april-12", "call-april-19"),
        ("blinken-visit", "blinken-xi"),
        ("blinken-xi", "blinken-qin"),
        ("blinken-visit", "blinken-february-plan"),
        ("blinken-february-plan", "blinken-called-off"),
        ("odesa-strike", "reni-strike"),
        ("ask-schools", "ask-journalists"),
    ],
)
def test_near_misses_stay_two(told: dict[str, tuple[str, int]], one: str, other: str) -> None:
    acts = [{act for label, act in told.values() if label == name} for name in (one, other)]
    assert all(acts)
    assert not acts[0] & acts[1]
