"""The command as the shell sees it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

import factory
from command_line import Run
from dragoman.record import add, open_record

COMMANDS = ["code", "add", "timeline", "positions", "show", "explain", "schema"]


def test_help_names_the_commands(run: Run) -> None:
    result = run("--help")
    assert result.status == 0
    assert all(f"\n  {command} " in result.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_examples(run: Run, command: str) -> None:
    out = run(command, "--help").out
    assert "\n  Examples:\n" in out
    assert f"dragoman {command}" in out.partition("Examples:")[2]


def test_the_version(run: Run) -> None:
    assert run("--version").out == f"dragoman {version('dragoman')}\n"


def test_wrong_words_are_told_with_status_2(run: Run) -> None:
    result = run("timeline", "--actr", "Mali")
    assert (result.status, result.out) == (2, "")
    assert "--actr" in result.err
    assert run("show").status == 2


@pytest.mark.parametrize(("signal_", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_the_run_and_leaves_no_draft(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, signal_: int, status: int
) -> None:
    def code(items: Iterator[object], *, jobs: int, **_given: object) -> Iterator[object]:
        assert jobs == 1
        os.kill(os.getpid(), signal_)
        yield from items

    monkeypatch.setattr("dragoman.pipeline.code", code)
    (tmp_path / "a.txt").write_text("date 2022-03-10\n\nTwo ministers met on Thursday.\n")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background
    result = run("code", "a.txt", "-o", "lines.jsonl")
    signal.signal(signal.SIGINT, before)
    assert (result.status, result.err) == (status, "")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_help_loads_neither_parser_nor_tables() -> None:
    program = "import sys; from dragoman.publishing import cli; print(sorted(sys.modules))"
    command = [sys.executable, "-c", program]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - ourselves
    loaded = {name.partition(".")[0] for name in eval(out)}  # noqa: S307 - our own list
    assert not loaded & {"spacy", "rich", "sqlite3", "pyarrow", "numpy"}


def test_a_reader_that_leaves_is_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    with open_record(path, create=True) as connection:
        for number in range(300):
            report = factory.report(f"{factory.TEXT}\n{number}\n")
            add(connection, report, factory.facts(report))
    for form in ("jsonl", "table"):
        command = [sys.executable, "-m", "dragoman", "timeline", "-r", str(path), "-f", form]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 - ourselves
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            assert process.stderr.read() == b""


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_traceback(tmp_path: Path, closed: str) -> None:
    """Fault 69: and no file gets their numbers, into which others would write."""
    path = tmp_path / "a.record"
    with open_record(path, create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
    errors = tmp_path / "errors"
    command = f"{sys.executable} -m dragoman timeline -r {path} {closed}"
    with errors.open("wb") as stream:
        done = subprocess.run(command, shell=True, check=False, stderr=stream)  # noqa: S602 - ourselves
    assert (done.returncode, errors.read_bytes()) == (0, b"")


def test_a_terminal_of_no_width_shows_something(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 69."""
    monkeypatch.setenv("COLUMNS", "0")
    assert record.name
    assert "CONSULT" in run("timeline").out.replace("\n", "")
