"""`dragoman review`: decisions by option and by key, their history, and what is exported."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import factory
from command_line import Run
from dragoman.record import open_record
from dragoman.record.integrity import examine

EVENT, STATEMENT, POSITION, TIE, OFFICE = factory.facts()
KEYS = """
import sys
from dragoman.publishing.cli import main
sys.argv = ["dragoman", "review", "--by", "Ann", *sys.argv[1:]]
main()
"""


def test_the_queue_has_the_least_certain_first(run: Run, record: Path) -> None:
    with open_record(record, create=True) as connection:
        connection.execute("UPDATE position SET confidence_code = 50")
    result = run("review", "--list", "--limit", "2")
    assert result.status == 0
    assert result.out.index(POSITION.id[:8]) < result.out.index(EVENT.id[:8])
    assert TIE.id[:8] not in result.out
    lines = run("review", "--list", "--kind", "event", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [EVENT.id]


@pytest.mark.usefixtures("record")
def test_a_rejected_line_leaves_the_answers_and_keeps_its_history(run: Run) -> None:
    done = run("review", EVENT.id[:6], "--reject", "--reason", "a plan", "--by", "Ann")
    assert (done.status, done.err) == (0, f"rejected {EVENT.id} (Ann)\n")
    assert "No event" in run("timeline").out
    told = run("review", "--history", EVENT.id[:6]).out
    assert "rejected  Ann" in told
    assert "a plan" in told
    (line,) = run("review", EVENT.id, "--format", "jsonl").out.splitlines()
    assert json.loads(line)["original"]["event_type"] == "CONSULT"


@pytest.mark.usefixtures("record")
def test_an_amended_line_is_answered_as_amended(run: Run) -> None:
    words = ("--amend", "event_mode=visit", "--amend", "recipients=UKR,Poland", "--by", "Ann")
    assert run("review", EVENT.id, *words, "--reason", "he travelled").status == 0
    out = run("timeline", "--format", "jsonl").out
    event = json.loads(out)
    assert event["event_mode"] == "visit"
    assert [party["id"] for party in event["recipients"]] == ["UKR", "POL"]
    assert event["recipients"][0]["person"] == "Dmytro Kuleba"
    assert "meet → visit" in run("review", "--history", EVENT.id).out


def test_amendments_as_json(run: Run, record: Path) -> None:
    given = json.dumps({"place": None, "issues": ["trade"]})
    words = ("--amend-json", given, "--by", "Ann", "--reason", "elsewhere")
    assert run("review", EVENT.id, *words).status == 0
    with open_record(record) as connection:
        assert connection.execute("SELECT place FROM event").fetchone() == (None,)
        assert list(examine(connection)) == []


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((EVENT.id, "--accept", "--reject"), "accepted, rejected or amended"),
        ((EVENT.id, "--accept"), "a name"),
        ((EVENT.id, "--reject", "--by", "Ann"), "a reason"),
        (("--accept", "--by", "Ann"), "one thing at a time"),
        ((EVENT.id, "--amend", "visit", "--by", "Ann", "--reason", "x"), "FIELD=VALUE"),
        ((EVENT.id, "--amend-json", "{", "--by", "Ann", "--reason", "x"), "give an object"),
        (("ffff", "--accept", "--by", "Ann"), "no line has this id"),
        ((), "no terminal to ask on"),
    ],
)
def test_a_call_that_decides_nothing_says_why(
    run: Run, words: tuple[str, ...], message: str
) -> None:
    result = run("review", *words)
    assert result.status == 2
    assert message in result.err


@pytest.mark.usefixtures("record")
def test_gold_and_exemplars(run: Run, tmp_path: Path) -> None:
    run("review", EVENT.id, "--accept", "--by", "Ann")
    assert run("review", "--export", "gold.jsonl").err == "wrote 1 reports\n"
    gold = json.loads((tmp_path / "gold.jsonl").read_text("utf-8"))
    assert [unit["required"] for unit in gold["events"] + gold["ties"]] == [True, False]
    assert run("review", "--export", "exemplars.csv").err == "wrote 0 exemplars\n"
    header = (tmp_path / "exemplars.csv").read_text("utf-8")
    assert header == "event_type,event_mode,sentence\n"


@pytest.mark.usefixtures("record")
def test_orphans(run: Run) -> None:
    assert "Nobody has reviewed it." in run("review", "--orphans").out


def test_the_queue_by_keys(record: Path) -> None:
    """Accept, a wrong key, reject with a reason, skip, quit: on a terminal of its own."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", KEYS, "--record", str(record)]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE) as walk:  # noqa: S603 - ourselves
        os.close(theirs)
        os.write(ours, b"a\nx\nr\nno such words\ns\nq\n")
        assert walk.stdout is not None
        out = walk.stdout.read().decode()
    os.close(ours)
    assert walk.returncode == 0
    assert "1 of 5" in out
    with open_record(record) as connection:
        found = connection.execute("SELECT line_id, verdict, reason FROM revision").fetchall()
    assert found == [(EVENT.id, "accepted", ""), (STATEMENT.id, "rejected", "no such words")]
