"""The commands that code reports: to lines, or into a record."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import sys
from contextlib import nullcontext
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, TypeVar

import typer

from dragoman.publishing.formats import Format, format_of
from dragoman.publishing.options import (
    DEFAULT_RECORD,
    ActorsFile,
    CodebookFolder,
    Day,
    Jobs,
    Paths,
    Raw,
    RecordFile,
    RegisterFile,
    kinds_from,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from dragoman.errors import Refusal
    from dragoman.model import Report
    from dragoman.pipeline import Coded
    from dragoman.publishing.exports import Pair
    from dragoman.publishing.running import Tally
    from dragoman.record.keeping import Names
    from dragoman.register.given import Given

T = TypeVar("T")
AT_ONCE = 250  # reports kept in one transaction: a kill costs the coding of so many at most
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here; the file appears when whole."),
]
LineFormat = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="Else the ending of --output says, else jsonl."),
]
Kinds = Annotated[
    str | None,
    typer.Option("--kind", "-k", metavar="KINDS", help="Only these lines: event,position."),
]


def code(  # noqa: PLR0913 - each is an option of the command
    paths: Paths,
    *,
    output: Output = None,
    format_: LineFormat = None,
    kind: Kinds = None,
    date: Day = None,
    jobs: Jobs = 1,
    register: RegisterFile = None,
    actors: ActorsFile = None,
    codebook: CodebookFolder = None,
    raw: Raw = False,
) -> None:
    """Code reports and write their record lines.

    \b
    Examples:
      dragoman code report.txt
      dragoman code reports/ --kind event,position -o lines.jsonl
      dragoman code reports/ --kind event -o events.csv --jobs 2
      cat report.txt | dragoman code - --date 2022-02-27
    """
    from dragoman.publishing.exports import whole_file, write
    from dragoman.publishing.running import Tally, watched

    tally = Tally()
    form = format_of(output, format_)
    kinds = kinds_from(kind)
    coded = _coded(_read(paths, date, tally), jobs, _given(register, actors, codebook))
    quiet = output is None and sys.stdout.isatty()
    lines = _kept_lines(watched(coded, tally, total=_total(paths), quiet=quiet), tally)
    chosen = (pair for pair in lines if type(pair[0]).__name__.lower() in kinds)
    target = nullcontext(_standard_output()) if output is None else whole_file(output)
    with target as stream:
        write(chosen, stream, format_=form, kinds=kinds, raw=raw)
        stream.flush()
    raise typer.Exit(tally.close(f"coded {tally.kept_words()}, refused {tally.refused}"))


def add(  # noqa: PLR0913 - each is an option of the command
    paths: Paths,
    *,
    record: RecordFile = DEFAULT_RECORD,
    date: Day = None,
    jobs: Jobs = 1,
    register: RegisterFile = None,
    actors: ActorsFile = None,
    codebook: CodebookFolder = None,
) -> None:
    """Code reports and keep them in a record, in which tellings of one event are merged.

    What is there already, coded by this version with the same register and actors, stays as it is.

    \b
    Examples:
      dragoman add reports/ --record crisis.record
      dragoman add today.txt --date 2022-02-27
      curl -s https://example.org/wire.jsonl | dragoman add - --jobs 2
    """
    from dragoman.codebooks.own import using
    from dragoman.publishing.running import Tally, watched
    from dragoman.record.codebook import keep_codebook, kept_codebook
    from dragoman.record.merging import merge
    from dragoman.record.opening import open_record
    from dragoman.record.store import transaction

    tally = Tally()
    items = _read(paths, date, tally)
    given = _given(register, actors, codebook)
    with open_record(record, create=True) as connection:
        if codebook is not None:
            keep_codebook(connection, codebook)
        fresh = _fresh(connection, items, tally, given)
        coded = watched(_coded(fresh, jobs, given), tally, total=_total(paths))
        while items_at_once := list(islice(coded, AT_ONCE)):
            names: Names = {}
            with transaction(connection):
                for item in items_at_once:
                    _keep(connection, item, tally, names)
        with using(kept_codebook(connection)):
            merge(connection)
    there = f"{tally.present} already there"
    raise typer.Exit(tally.close(f"kept {tally.kept_words()}, {there}, refused {tally.refused}"))


def schema() -> None:
    """Print the JSON Schema of the record lines.

    \b
    Examples:
      dragoman schema
      dragoman schema > dragoman.schema.json
    """
    import msgspec

    from dragoman import model

    text = msgspec.json.format(msgspec.json.encode(model.schema()), indent=2)
    _standard_output().write(text + b"\n")


def _read(paths: list[Path], date: str | None, tally: "Tally") -> "Iterator[Report | Refusal]":
    """What intake reads, counted; a path that does not exist is an error at once."""
    from dragoman.intake import read

    today = datetime.now().astimezone().date().isoformat()
    items = read(paths, date=date, today=today, stdin=sys.stdin.buffer)
    return _counted(items, tally)


def _total(paths: list[Path]) -> "Callable[[], int | None]":
    """How many items there will be, counted when it is asked."""
    from dragoman.intake.counting import count

    return lambda: count(paths)


def _counted(items: "Iterable[T]", tally: "Tally") -> "Iterator[T]":
    for item in items:
        tally.read += 1
        yield item


def _given(register: Path | None, actors: Path | None, codebook: Path | None) -> "Given | None":
    """The files that the run is given besides reports, checked before anything is read."""
    from dragoman.register.given import give, load

    if codebook is not None:
        _check(codebook)
    given = give(register=register, actors=actors, codebook=codebook)
    if given is not None:
        load(given)
    return given


def _check(codebook: Path) -> None:
    from dragoman.codebooks.checking import problems
    from dragoman.errors import CodebookError

    found = problems(codebook)
    if found:
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        advice = f"`dragoman codebook check {codebook}` names all"
        raise CodebookError(f"{codebook}/{found[0]}{more}: {advice}")


def _coded(
    items: "Iterable[Report | Refusal]", jobs: int, given: "Given | None"
) -> "Iterator[Coded | Refusal]":
    from dragoman import pipeline

    return pipeline.code(items, jobs=jobs, given=given)


def _kept_lines(items: "Iterable[Coded | Refusal]", tally: "Tally") -> "Iterator[Pair]":
    from dragoman.errors import Refusal

    for item in items:
        if isinstance(item, Refusal):
            tally.refuse(item)
            continue
        tally.keep(item.facts)
        yield item.report, item.report
        for fact in item.facts:
            yield fact, item.report


def _fresh(
    connection: "sqlite3.Connection",
    items: "Iterable[Report | Refusal]",
    tally: "Tally",
    given: "Given | None",
) -> "Iterator[Report | Refusal]":
    """What is not in the record yet as this coder codes it: the rest need not be parsed again."""
    from dragoman.model import Report
    from dragoman.record.store import holds
    from dragoman.register.given import stamp
    from dragoman.version import coder

    for item in items:
        if isinstance(item, Report) and holds(connection, item, coder=stamp(coder(), given)):
            tally.present += 1
        else:
            yield item


def _keep(
    connection: "sqlite3.Connection", item: "Coded | Refusal", tally: "Tally", names: "Names"
) -> None:
    from dragoman.errors import Refusal
    from dragoman.record.store import KeepingError
    from dragoman.record.store import add as add_report

    if isinstance(item, Refusal):
        tally.refuse(item)
        return
    try:
        if add_report(connection, item.report, item.facts, names=names):
            tally.keep(item.facts)
        else:
            tally.present += 1
    except KeepingError as error:
        name, _, message = str(error).partition(": ")
        tally.refuse(Refusal(source=name, code="not_kept", message=message))


def _standard_output() -> BinaryIO:
    """Lines are UTF-8 whatever the locale says."""
    return sys.stdout.buffer
