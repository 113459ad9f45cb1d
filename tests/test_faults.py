"""Faults that no single module answers for: what is asked for is a device, or repeats a name."""

import os
from functools import partial
from pathlib import Path

import pytest

import factory
from command_line import Run, ended
from dragoman.errors import Refusal
from dragoman.intake import read
from dragoman.publishing.exports import whole_file
from dragoman.record import add, open_record
from dragoman.record.merging import merge


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Run:
    """`run("timeline", "--actor", "Mali")` in an empty folder, the whole program."""
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)

    return partial(ended, monkeypatch, capsysbinary)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A record of one report."""
    path = tmp_path / "small.record"
    with open_record(path, create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        merge(connection)
    return path


def test_an_output_that_is_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with whole_file(pipe) as stream:
        stream.write(b"lines")
    assert os.read(reader, 9) == b"lines"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("line", ['{"text": "ends', '{"text": "a\nb"}'])
def test_json_faults_are_told_in_plain_words(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(line)
    first, *_ = read([path])
    assert isinstance(first, Refusal)
    assert "at at" not in first.message


def test_numbers_beyond_any_record_are_told(run: Run) -> None:
    """A limit past 64 bits was a traceback."""
    for command in ("timeline", "positions", "asks", "actors", "review --list"):
        result = run(*command.split(), "--limit", "99999999999999999999")
        assert (result.status, "--limit" in result.err) == (2, True)


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (("--report", "zzz"), "zzz: no report has this id"),
        (("--since", "2023", "--until", "2020"), "ends before it begins"),
        (("--actor", "Narnia"), "Narnia: no such state"),
        (("--since", "soon"), "soon: no day"),
    ],
)
@pytest.mark.parametrize("command", ["timeline", "positions", "asks", "actors", "alignment"])
def test_what_a_record_does_not_know_is_no_empty_answer(
    run: Run, small: Path, command: str, filters: tuple[str, str], words: str
) -> None:
    result = run(command, *filters, "-r", str(small))
    assert (result.status, result.out) == (2, "")
    assert words in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("code", "none.txt"), "none.txt: no such file or folder: check the path"),
        (("code", "a.txt", "-o", "none/x.jsonl"), "none/x.jsonl: cannot be written: no such file"),
        (("code", "a.txt", "-o", "."), ".: cannot be written: is a folder: name a file"),
        (("code", "a.txt", "--register", "none.csv"), "none.csv: cannot be read: no such file"),
        (("code", "a.txt", "--actors", "."), ".: cannot be read: is a folder: name a file"),
        (("evaluate", "none.jsonl"), "none.jsonl: no such file or folder: check the path"),
        (("show", "a" * 5000), "… no line has this id"),
    ],
)
def test_paths_and_ids_that_are_none_are_one_line(
    run: Run, small: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    (tmp_path / "a.txt").write_text("date 2022-03-10\n\nKenya met Uganda on Monday.\n")
    result = run(*words, *(("-r", str(small)) if words[0] == "show" else ()))
    assert result.status in (1, 2)
    assert told in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_disk_is_told_by_its_name(run: Run, small: Path) -> None:
    """Fault 42."""
    result = run("export", "--to", "csv", "-o", "/dev/full", "-r", str(small))
    assert result.status == 1
    assert "/dev/full: cannot be written: no space is left: make room" in result.err


def test_want_of_memory_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 51."""

    def parse(_items: object) -> object:
        raise MemoryError

    monkeypatch.setattr("dragoman.pipeline.parse", parse)
    (tmp_path / "a.txt").write_text("date 2022-03-10\n\nKenya met Uganda on Monday.\n")
    result = run("code", "a.txt")
    assert (result.status, result.out) == (1, "")
    assert result.err == "dragoman: memory is used up: free some, or use fewer --jobs\n"


def test_the_program_needs_no_network(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 54."""

    def refuse(*_: object, **__: object) -> object:
        raise AssertionError("a socket was asked for")

    monkeypatch.setattr("socket.socket", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    (tmp_path / "a.txt").write_text("date 2022-03-10\n\nKenya met Uganda on Monday.\n")
    assert run("add", "a.txt", "-r", "a.record").status == 0
    assert "CONSULT" in run("timeline", "-r", "a.record").out
    assert run("export", "--to", "csv", "-r", "a.record").status == 0


def test_tags_in_a_text_are_neither_coded_nor_shown(run: Run, tmp_path: Path) -> None:
    """Faults 31 and 32."""
    words = "<p>Kenya met Uganda.</p><p style='display:none'>Kenya attacked Uganda.</p>"
    (tmp_path / "a.txt").write_text(f"date 2022-03-10\n\n{words}\n")
    result = run("code", "a.txt")
    assert (result.status, "ASSAULT" in result.out) == (0, False)
    assert '"flags":["removed_tags:4","hidden_text:1"]' in result.out
