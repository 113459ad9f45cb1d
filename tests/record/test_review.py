"""Corrections: questions use them, the coder's lines stay, and a new coder does not undo them."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import factory
from dragoman.errors import UsageError
from dragoman.model import Event, Fact, Report
from dragoman.record import review
from dragoman.record.opening import open_record
from dragoman.record.revisions import orphans
from dragoman.record.store import add, current_facts, lines

EVENT, STATEMENT, POSITION, TIE, OFFICE = factory.facts()
ANN: dict[str, str] = {"by": "Ann", "at": "2026-01-05T10:00:00"}


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_record(tmp_path / "a.record", create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        yield connection


def recode(connection: sqlite3.Connection, *facts: Fact, coder: str = "2") -> Report:
    report = msgspec.structs.replace(factory.REPORT, coder=coder)
    assert add(connection, report, facts)
    return report


def current(connection: sqlite3.Connection) -> list[Fact]:
    return current_facts(connection, factory.REPORT.id)


def coded(connection: sqlite3.Connection) -> list[Fact]:
    return [line for line in lines(connection) if not isinstance(line, Report)]


def types(connection: sqlite3.Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT event_type FROM event")]


def event(**fields: Any) -> Event:  # noqa: ANN401 - as the factory has it
    return factory.event(**({"id": EVENT.id} | fields))


def test_a_rejected_line_is_in_no_table_that_is_asked(record: sqlite3.Connection) -> None:
    review.reject(record, EVENT.id, reason="a plan", **ANN)
    assert types(record) == []
    query = "SELECT count(*) FROM party JOIN line ON number = line WHERE kind = 'event'"
    assert record.execute(query).fetchone() == (0,)
    assert current(record) == [STATEMENT, POSITION, TIE, OFFICE]
    assert coded(record) == list(factory.facts())


def test_an_amended_line_is_asked_as_amended(record: sqlite3.Connection) -> None:
    revision = review.amend(
        record, EVENT.id, {"event_mode": "visit", "place": None}, reason="he travelled", **ANN
    )
    changed = event(event_mode="visit", place=None)
    assert revision.original == EVENT
    assert revision.corrected == changed
    assert current(record)[0] == changed
    assert coded(record) == list(factory.facts())
    assert record.execute("SELECT event_mode, place FROM event").fetchone() == ("visit", None)


def test_what_was_decided_is_told_in_order(record: sqlite3.Connection) -> None:
    review.reject(record, EVENT.id, reason="a plan", **ANN)
    review.accept(record, EVENT.id, by="Ben", at="2026-01-06")
    told = [(one.verdict, one.who, one.reason) for one in review.history(record, EVENT.id)]
    assert told == [("rejected", "Ann", "a plan"), ("accepted", "Ben", "")]
    assert types(record) == ["CONSULT"]
    assert review.history(record, TIE.id) == []


def test_a_revision_is_never_changed_or_removed(record: sqlite3.Connection) -> None:
    review.reject(record, EVENT.id, reason="a plan", **ANN)
    for statement in ("UPDATE revision SET reason = ''", "DELETE FROM revision"):
        with pytest.raises(sqlite3.IntegrityError, match="add another one"):
            record.execute(statement)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"event_type": "PARTY"}, "PARTY: no such type: there are"),
        ({"event_mode": "telepathy"}, "telepathy: no such mode"),
        ({"issues": ["weather"]}, "weather: no such issue"),
        ({"modality": "maybe"}, "modality"),
        ({"span": {"start": 5, "end": 9000}}, "5-9000: no span of the report"),
        ({"colour": "red"}, "colour: no field to amend: there are span"),
        ({"id": "x"}, "id: no field to amend"),
        ({}, "nothing is amended"),
    ],
)
def test_what_is_no_line_is_refused(
    record: sqlite3.Connection, changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(UsageError) as caught:
        review.amend(record, EVENT.id, changes, reason="so", **ANN)
    assert words in str(caught.value)
    assert review.history(record, EVENT.id) == []


def test_a_decision_needs_a_line_a_name_and_a_reason(record: sqlite3.Connection) -> None:
    with pytest.raises(UsageError, match="no line has this id"):
        review.accept(record, "ffff", **ANN)
    with pytest.raises(UsageError, match="a name"):
        review.accept(record, EVENT.id, by=" ", at="2026")
    with pytest.raises(UsageError, match="a reason"):
        review.reject(record, EVENT.id, reason="", **ANN)


def test_the_least_certain_wait_first(record: sqlite3.Connection) -> None:
    recode(record, event(confidence=0.9), msgspec.structs.replace(POSITION, confidence=0.4), TIE)
    assert [one.line.id for one in review.queue(record)] == [POSITION.id, EVENT.id, TIE.id]
    assert [one.words for one in review.queue(record, kind="tie")] == ["enjoy warm relations"]
    review.accept(record, POSITION.id, **ANN)
    assert [one.line.id for one in review.queue(record, limit=1)] == [EVENT.id]


def test_a_new_coder_leaves_corrections_as_they_are(record: sqlite3.Connection) -> None:
    review.amend(record, EVENT.id, {"event_mode": "visit"}, reason="he travelled", **ANN)
    review.reject(record, TIE.id, reason="of neighbours", **ANN)
    recode(record, *factory.facts())
    assert current(record) == [event(event_mode="visit"), STATEMENT, POSITION, OFFICE]
    assert coded(record) == list(factory.facts())
    assert [one.line.id for one in review.queue(record)] == [STATEMENT.id, POSITION.id, OFFICE.id]
    assert orphans(record) == []


def test_a_line_is_known_again_under_another_id_and_span(record: sqlite3.Connection) -> None:
    review.reject(record, EVENT.id, reason="a plan", **ANN)
    longer = factory.event("Cavusoglu met his Ukrainian counterpart", id="0123456789abcdef")
    recode(record, longer)
    assert current(record) == []
    assert coded(record) == [longer]
    assert [one.line_id for one in review.history(record, longer.id)] == [EVENT.id]


def test_another_event_of_the_same_words_is_another_line(record: sqlite3.Connection) -> None:
    review.reject(record, EVENT.id, reason="no meeting", **ANN)
    other = factory.event(id="0123456789abcdef", event_type="SUPPORT", event_mode=None)
    recode(record, other)
    assert current(record) == [other]
    assert [one.line_id for one in orphans(record)] == [EVENT.id]


def test_a_line_that_people_wanted_stays_when_it_is_not_written_any_more(
    record: sqlite3.Connection,
) -> None:
    review.amend(record, EVENT.id, {"event_mode": "visit"}, reason="he travelled", **ANN)
    review.accept(record, TIE.id, **ANN)
    recode(record, STATEMENT)
    assert set(current(record)) == {STATEMENT, event(event_mode="visit"), TIE}
    assert coded(record) == [STATEMENT]
    assert len(orphans(record)) == 2
    recode(record, *factory.facts(), coder="3")
    assert coded(record) == list(factory.facts())
    assert types(record) == ["CONSULT"]
    assert orphans(record) == []


def test_a_coder_that_contradicts_a_decision_is_told_first(record: sqlite3.Connection) -> None:
    review.accept(record, EVENT.id, **ANN)
    changed = event(date_start="2022-03-09", confidence=1.0)
    recode(record, changed, STATEMENT)
    first, *_ = review.queue(record)
    assert (first.line, first.coded) == (EVENT, changed)
    review.accept(record, EVENT.id, **ANN)
    assert [one.line for one in review.queue(record)] == [STATEMENT]


def test_a_kept_line_belongs_to_the_statement_that_tells_it_now(
    record: sqlite3.Connection,
) -> None:
    told = event(statement_id=STATEMENT.id)
    recode(record, told, STATEMENT)
    review.amend(record, EVENT.id, {"event_mode": "visit"}, reason="he travelled", **ANN)
    renamed = msgspec.structs.replace(STATEMENT, id="00000000000000aa")
    recode(record, event(statement_id=renamed.id), renamed, coder="3")
    assert current(record)[0] == event(event_mode="visit", statement_id=renamed.id)
    query = "SELECT id FROM event JOIN line ON number = statement"
    assert record.execute(query).fetchone() == (renamed.id,)
