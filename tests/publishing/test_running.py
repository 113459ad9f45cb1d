"""A run as people see it: the bar on a terminal, and an output that nobody reads any more."""

import io
import subprocess
import sys

import pytest

from dragoman.publishing.running import Tally, watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watch(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, total: int | None) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    tally = Tally(present=1)
    for _ in watched(range(2), tally, total=lambda: total):
        tally.keep(())
    return stream.getvalue()


def test_the_bar_has_a_total_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert "3/3" in watch(monkeypatch, Terminal(), 3)


def test_the_count_goes_on_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    shown = watch(monkeypatch, Terminal(), None)
    assert "3 reports" in shown


def test_a_file_sees_no_bar_and_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise AssertionError

    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(watched("ab", Tally(), total=refuse)) == ["a", "b"]


def test_an_output_that_nobody_reads_is_no_error() -> None:
    command = [sys.executable, "-m", "dragoman", "schema"]
    with subprocess.Popen(  # noqa: S603 - ourselves
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as schema:
        assert schema.stdout is not None
        assert schema.stderr is not None
        schema.stdout.close()
        said = schema.stderr.read()
    assert (schema.returncode, said) == (141, b"")
