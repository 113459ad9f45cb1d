"""The entries that held, on the terminal."""

import io
import sys

import pytest
from rich.console import Console

import factory
from dragoman.coding.weighing import Weighed, Weighing
from dragoman.model import Fact, Report
from dragoman.publishing.weighed import print_weighing

FOUND = Weighing(
    word="met",
    frame=(("subject", "Cavusoglu"), ("object", "counterpart")),
    entries=(
        Weighed(
            entry="meet (v) when object:*", label="CONSULT", conditions=1, named=0, verdict="won"
        ),
        Weighed(
            entry="meet (v)",
            label="CONSULT visit",
            conditions=0,
            named=0,
            verdict="asks less: conditions 0 against 1",
        ),
    ),
)


def printed(
    monkeypatch: pytest.MonkeyPatch, fact: Fact, found: Weighing | None, coder: str = "1"
) -> str:
    def weighing(report: Report, line: Fact) -> Weighing | None:
        assert (report, line) == (factory.REPORT, fact)
        return found

    fake = type(sys)("dragoman.pipeline")
    vars(fake).update(weighing=weighing)
    monkeypatch.setitem(sys.modules, "dragoman.pipeline", fake)
    monkeypatch.setattr("dragoman.pipeline", fake, raising=False)
    monkeypatch.setattr("dragoman.version.coder", lambda: coder)
    console = Console(file=io.StringIO(), width=80)
    print_weighing(console, fact, factory.REPORT)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_frame_and_entries_stand_with_why_each_won_or_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = printed(monkeypatch, factory.event(), FOUND)
    assert "met: subject “Cavusoglu” · object “counterpart”" in out
    assert "entries that held: 2" in out
    assert "    CONSULT: won\n        meet (v) when object:*\n" in out
    assert "    CONSULT visit: asks less: conditions 0 against 1\n        meet (v)\n" in out


def test_it_says_so_where_no_entry_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No entry alone decided" in printed(monkeypatch, factory.position(), None)


def test_only_the_same_coder_can_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "cannot be told: 1 coded" in printed(monkeypatch, factory.event(), FOUND, coder="2")


def test_a_tie_has_no_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, factory.tie(), FOUND) == ""
