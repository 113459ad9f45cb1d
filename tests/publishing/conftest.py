"""The command line run in this process, with a pipeline that codes one event a report."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

import factory
from command_line import Run, ended
from dragoman.errors import Refusal
from dragoman.model import Fact, Report, Span, line_id
from dragoman.record import add, open_record
from dragoman.record.merging import merge
from dragoman.register.given import Given, stamp


class Coded(msgspec.Struct, frozen=True):
    report: Report
    facts: tuple[Fact, ...]


def code(
    items: Iterable[Report | Refusal], *, jobs: int = 1, given: Given | None = None
) -> Iterator[Coded | Refusal]:
    assert jobs >= 1
    for item in items:
        if isinstance(item, Refusal):
            yield item
        elif "untold" in item.text:
            yield Refusal(source=item.id, code="too_hard", message="cannot be told")
        else:
            own = {"id": line_id(item.id), "report_id": item.id, "span": Span(start=0, end=7)}
            fact = msgspec.structs.replace(factory.event(), **own)
            coder = stamp("dragoman 0.1.0", given)
            yield Coded(msgspec.structs.replace(item, coder=coder), (fact,))


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Run:
    """`run("timeline", "--actor", "Mali")` in an empty folder, 80 columns wide."""
    pipeline = ModuleType("dragoman.pipeline")
    vars(pipeline).update(code=code, Coded=Coded)
    monkeypatch.setitem(sys.modules, "dragoman.pipeline", pipeline)
    monkeypatch.setattr("dragoman.pipeline", pipeline, raising=False)
    monkeypatch.setattr("dragoman.version.coder", lambda: "dragoman 0.1.0")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("DRAGOMAN_RECORD", raising=False)
    monkeypatch.chdir(tmp_path)

    return partial(ended, monkeypatch, capsysbinary)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of one report with a line of each kind, where commands look for it."""
    path = tmp_path / "dragoman.record"
    with open_record(path, create=True) as connection:
        add(connection, factory.REPORT, factory.facts())
        merge(connection)
    return path
