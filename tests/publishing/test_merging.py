"""`merge`: anew, undone, by a person's word; and `explain`, which says why."""

from pathlib import Path

import pytest

import factory
from command_line import Run
from dragoman.record import add, open_record
from dragoman.record.merging import merge

FIRST = factory.event()
OTHER = factory.report(f"{factory.TEXT}\nAnother paper.\n", published="2022-03-11", outlet="Other")
SECOND = factory.event(inside=OTHER)

pytestmark = pytest.mark.usefixtures("record")


@pytest.fixture(autouse=True)
def twice(record: Path) -> None:
    with open_record(record, create=True) as connection:
        add(connection, OTHER, [SECOND])
        merge(connection)


def test_anew(run: Run) -> None:
    assert run("merge").err == "2 tellings are 1 events\n"


def test_undone_and_done_again(run: Run) -> None:
    assert run("merge", "--undo").err == "2 tellings are 2 events\n"
    assert "events: 2, tellings: 2" in run("timeline").out
    assert run("merge").err == "2 tellings are 1 events\n"


def test_a_person_takes_tellings_apart_and_together(run: Run) -> None:
    assert run("merge", "--apart", SECOND.id[:6], "--reason", "on the stairs").status == 0
    assert "events: 2, tellings: 2" in run("timeline").out
    assert run("merge").err == "2 tellings are 2 events\n"
    run("merge", "--together", f"{FIRST.id},{SECOND.id[:6]}", "--reason", "no, the same")
    assert "events: 1, tellings: 2" in run("timeline").out
    assert "ruled: no, the same" in run("explain", FIRST.id).out


def test_explain_says_why(run: Run) -> None:
    out = run("explain", SECOND.id).out
    assert "told 2 times" in out
    assert f"{FIRST.id[:8]}  The Example, 2022-03-10\n" in out
    assert f"{SECOND.id[:8]}  Other, 2022-03-11  this line\n" in out
    assert "same day (2022-03-10)" in out


def test_one_line_is_not_together(run: Run) -> None:
    result = run("merge", "--together", FIRST.id)
    assert (result.status, result.out) == (2, "")
    assert "name two or more" in result.err


def test_only_events_are_merged(run: Run) -> None:
    result = run("merge", "--apart", factory.position().id)
    assert result.status == 2
    assert "is no event that was merged" in result.err


def test_no_record(run: Run, record: Path) -> None:
    record.unlink()
    result = run("merge")
    assert result.status == 1
    assert "no such record" in result.err
    assert not record.exists()
