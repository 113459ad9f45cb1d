"""The commands that ask about parties, and search: for people, and for programs."""

import csv
import io
import json
from pathlib import Path

import pytest

import factory
from command_line import Run
from dragoman.record import open_record
from dragoman.record.merging import merge

EVENT, SAID, POSITION, TIE, OFFICE = factory.facts()
COMMANDS = [
    ("dyad", "Turkey", "Ukraine"),
    ("alignment",),
    ("compare", "Turkey", "Ukraine"),
    ("asks",),
    ("actors",),
    ("search", "ceasefire"),
]


@pytest.fixture(autouse=True)
def kept(record: Path) -> None:
    with open_record(record, create=True) as connection:
        merge(connection)


def test_a_pair_reads(run: Run) -> None:
    assert run("dyad", "turkey", "UKR").out.splitlines() == [
        "acts between TUR and UKR by month (asserted)",
        "         verb. coop.",
        "2022-03            1",
        "main events",
        f"{EVENT.id[:8]}  2022-03-10  CONSULT meet  TUR → UKR  Antalya",
        "    “met his Ukrainian counterpart”",
        "tie (positive): “enjoy warm relations”",
    ]


def test_who_takes_part_reads(run: Run) -> None:
    assert run("actors", "--actor", "Turkey").out.splitlines() == [
        "TUR  Turkey  acts 1, is acted on 0  2022-03-10 – 2022-03-10",
        "    verbal cooperation 1",
        "    1 Mevlut Cavusoglu, foreign minister",
    ]


def test_a_search_reads(run: Run) -> None:
    out = run("search", "immediate", "ceasefire").out
    assert "“Turkey supports an immediate ceasefire,” the Foreign" in out
    assert f"{POSITION.id[:8]}  2022-03-10  TUR + ceasefire" in out
    assert out.endswith("reports: 1, lines: 2\n")


def test_what_is_not_there_is_said(run: Run) -> None:
    assert "nothing between MLI and UKR" in run("dyad", "Mali", "UKR").out
    assert run("asks").out.startswith("No ask or promise")
    assert run("compare", "Mali", "UKR").out.startswith("The record has no act")
    assert run("alignment").out.startswith("No two parties")
    assert run("actors", "--actor", "Mali").out.startswith("Nobody")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_each_has_json_lines_and_csv_with_a_header(run: Run, command: tuple[str, ...]) -> None:
    lines = run(*command, "--format", "jsonl").out.splitlines()
    assert all(isinstance(json.loads(line), dict) for line in lines)
    header, *_ = csv.reader(io.StringIO(run(*command, "--format", "csv").out))
    assert len(header) > 2


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: int, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(len, run(*command).out.splitlines())) <= width


def test_a_timeline_is_narrowed_by_person_and_mode(run: Run) -> None:
    assert "No event" in run("timeline", "--person", "Kuleba", "--mode", "phone").out
    assert "events: 1" in run("timeline", "--person", "Kuleba", "--type", "consult").out
    result = run("timeline", "--person", "Kulena")
    assert (result.status, result.out) == (2, "")
    assert "did you mean Dmytro Kuleba (UKR)?" in result.err


def test_a_person_who_asks_cannot_command_the_terminal(run: Run) -> None:
    result = run("search", "\x1b[31m")
    assert "\x1b" not in result.out + result.err
