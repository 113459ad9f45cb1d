"""`timeline`, `positions`, `show`, `explain`: what a person reads, and what a program does."""

import csv
import io
import json
from pathlib import Path

import pytest

import factory
from command_line import Run
from dragoman.model import decode
from dragoman.record import add, open_record
from dragoman.record.merging import merge

EVENT, SAID, POSITION, TIE, OFFICE = factory.facts()

pytestmark = pytest.mark.usefixtures("record")


def test_the_timeline_reads(run: Run) -> None:
    assert run("timeline").out.splitlines() == [
        f"{EVENT.id[:8]}  2022-03-10  CONSULT meet  TUR → UKR  Antalya",
        "    “met his Ukrainian counterpart”",
        "events: 1, tellings: 1",
    ]


def test_a_wide_terminal_has_the_words_beside(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert "Antalya" in (line := run("timeline").out.splitlines()[0])
    assert line.endswith("“met his Ukrainian counterpart”")


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("command", [("timeline",), ("positions",), ("explain", EVENT.id)])
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(len, run(*command).out.splitlines())) <= width


def test_the_positions_read(run: Run) -> None:
    assert run("positions").out.splitlines() == [
        f"{POSITION.id[:8]}  ceasefire  TUR  +  2022-03-10  ×1",
        "    “supports an immediate ceasefire”",
        "+ supports  − opposes  ! concerned  · neutral",
    ]


def test_the_statements_read(run: Run) -> None:
    assert run("statements").out.splitlines() == [
        f"{SAID.id[:8]}  2022-03-10  Foreign Ministry → Mevlut Cavusoglu",
        "    “Turkey supports an immediate ceasefire”",
        "statements: 1, tellings: 1",
    ]


def test_a_statement_that_others_carry_names_them(run: Run, record: Path) -> None:
    other = factory.report(f"{factory.TEXT}\nAgain.\n", outlet="The Other")
    with open_record(record, create=True) as connection:
        add(connection, other, factory.facts(other))
        merge(connection)
    assert "×2 in The Example, The Other (1 source)" in " ".join(run("statements").out.split())
    (line,) = map(json.loads, run("statements", "--format", "jsonl").out.splitlines())
    assert (line["kind"], line["sources"], len(line["tellings"])) == ("statement", 1, 2)
    (row,) = csv.DictReader(io.StringIO(run("statements", "--format", "csv").out))
    assert row["outlets"] == "The Example;The Other"
    assert "told 2 times" in run("explain", line["tellings"][1]).out


def test_a_position_that_others_contradict_says_so(run: Run, record: Path) -> None:
    with open_record(record, create=True) as connection:
        for number in range(2):
            other = factory.report(f"{factory.TEXT}\n{number}\n", outlet=f"Paper {number}")
            add(connection, other, [factory.position(inside=other, stance="opposes")])
        merge(connection)
    assert "also + ×1" in run("positions").out
    (row,) = csv.DictReader(io.StringIO(run("positions", "--format", "csv").out))
    assert (row["stance"], row["otherwise"]) == ("opposes", "supports 1")


def test_conditions_reach_the_question(run: Run) -> None:
    assert "events: 1" in run("timeline", "--actor", "turkey", "--with", "UKR").out
    assert (
        run("timeline", "--actor", "Mali").out == "No event in the record meets these conditions.\n"
    )
    assert "No position" in run("positions", "--until", "2022-02").out
    assert "events: 1" in run("timeline", "--since", "2022-03", "--until", "2022-03-10").out


def test_a_name_that_nobody_has(run: Run) -> None:
    result = run("timeline", "--actor", "Ukrane")
    assert (result.status, result.out) == (2, "")
    assert "did you mean Ukraine (UKR)?" in result.err


def test_jsonl_gives_the_lines(run: Run) -> None:
    (line,) = run("timeline", "--format", "jsonl").out.splitlines()
    assert decode(line) == EVENT
    assert json.loads(line)["tellings"] == [EVENT.id]
    assert json.loads(line)["reports"] == [factory.REPORT.id]
    assert decode(run("positions", "--format", "jsonl").out) == POSITION
    shown = [decode(line) for line in run("show", SAID.id, "-f", "jsonl").out.splitlines()]
    assert shown == [SAID, POSITION]


def test_csv_gives_the_lines_flat(run: Run) -> None:
    (row,) = csv.DictReader(io.StringIO(run("positions", "-f", "csv").out))
    assert (row["holders"], row["issue"], row["stance"]) == ("TUR", "ceasefire", "supports")
    assert row["words"] == "supports an immediate ceasefire"


def test_an_empty_csv_has_its_header(run: Run) -> None:
    assert run("timeline", "--actor", "Mali", "-f", "csv").out.startswith("kind,id,report_id,")


def test_explain_marks_the_words(run: Run) -> None:
    out = run("explain", POSITION.id[:6]).out
    assert "“Turkey [supports an immediate ceasefire],” the Foreign Ministry quoted" in out
    assert "through     Foreign Ministry → Mevlut Cavusoglu" in out
    assert "reason      stances: support (supports)" in out
    assert "[*met* his Ukrainian counterpart]" in run("explain", EVENT.id).out


def test_colours_and_no_colour(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1;4mmet\x1b[0m\x1b[4m his" in run("explain", EVENT.id).out
    assert "\x1b[1;32m+" in run("positions").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "32m" not in run("positions").out


def test_show_lists_what_belongs(run: Run) -> None:
    out = run("show", factory.REPORT.id).out
    assert "report     Ministers meet on the coast" in out
    for fact in factory.facts():
        assert f"\n{fact.id[:8]}  {type(fact).__name__.lower()} " in out
    assert "position   TUR + ceasefire\n    “supports an immediate ceasefire”\n" in out


def test_a_report_cannot_command_the_terminal(run: Run, record: Path) -> None:
    text = "Two men \x1b[31mmet\x1b]0;owned\x07 \u202eat night."
    report = factory.report(text, title="A \x1b[2J title", outlet="\x9b31mX")
    told = factory.event(text, inside=report, trigger="met", event_type="AGREE")
    with open_record(record, create=True) as connection:
        add(connection, report, [told])
        merge(connection)
    for command in (("timeline",), ("show", report.id), ("explain", told.id)):
        out = run(*command).out
        assert "\x1b" not in out
        assert "\x9b" not in out
        assert "\u202e" not in out
        assert "\\x1b[31m" in out


def test_no_record(run: Run, record: Path) -> None:
    record.unlink()
    result = run("timeline")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("dragoman: dragoman.record: no such record: make it with")


def test_explain_says_who_can_tell_what_lost(run: Run) -> None:
    out = run("explain", EVENT.id).out
    assert "Which entries lost cannot be told: 1 coded this." in out
