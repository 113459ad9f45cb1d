"""The command that corrects lines: a queue, decisions with a name and a reason, their history."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import UsageError
from dragoman.publishing.options import DEFAULT_RECORD, MOST, Raw, RecordFile, Shape, View

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from dragoman.publishing.deciding import Decision
    from dragoman.publishing.flat import Cell

Id = Annotated[
    str | None,
    typer.Argument(metavar="[ID]", help="A line, or enough of its start.", show_default=False),
]
Accept = Annotated[bool, typer.Option("--accept", help="The line is right.")]
Reject = Annotated[bool, typer.Option("--reject", help="The line is wrong: no answer uses it.")]
Amend = Annotated[
    list[str] | None,
    typer.Option("--amend", metavar="FIELD=VALUE", help="A field as it should be; repeatable."),
]
AmendJson = Annotated[
    str | None, typer.Option("--amend-json", metavar="JSON", help="Fields as a JSON object.")
]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")]
By = Annotated[
    str, typer.Option("--by", envvar="DRAGOMAN_REVIEWER", metavar="NAME", help="Who decides.")
]
Listed = Annotated[bool, typer.Option("--list", help="Print what waits, least certain first.")]
Orphans = Annotated[
    bool, typer.Option("--orphans", help="Print decisions whose line is not coded any more.")
]
History = Annotated[
    str | None, typer.Option("--history", metavar="ID", help="Print all decisions on a line.")
]
Export = Annotated[
    Path | None,
    typer.Option("--export", metavar="FILE", help="Write gold (.jsonl) or exemplars (.csv)."),
]
Kind = Annotated[
    str | None, typer.Option("--kind", "-k", metavar="KIND", help="Only these lines: event.")
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=MOST, help="So many lines of the queue.")]


def review(  # noqa: PLR0913 - each is an option of the command
    line_id: Id = None,
    *,
    accept: Accept = False,
    reject: Reject = False,
    amend: Amend = None,
    amend_json: AmendJson = None,
    reason: Reason = "",
    by: By = "",
    listed: Listed = False,
    history: History = None,
    orphans: Orphans = False,
    export: Export = None,
    kind: Kind = None,
    limit: Limit = 20,
    record: RecordFile = DEFAULT_RECORD,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Accept, reject or amend lines; what was coded is never lost.

    Without ID and option it goes through the queue, line by line, and asks.

    \b
    Examples:
      dragoman review --by Ann
      dragoman review --list --kind event
      dragoman review 3f2a --reject --reason "a plan, not a visit" --by Ann
      dragoman review 3f2a --amend event_mode=visit --reason "he travelled" --by Ann
      dragoman review --history 3f2a
      dragoman review --export gold.jsonl
    """
    from dragoman.publishing.deciding import decision_of

    decision = decision_of(accept=accept, reject=reject, fields=amend or [], json=amend_json)
    asked = [listed, history is not None, orphans, export is not None, line_id is not None]
    if sum(asked) > 1 or (decision is not None and line_id is None):
        raise UsageError("review one thing at a time: an ID, --list, --history or --export")
    if listed:
        _print_queue(record, kind, limit, shape, raw=raw)
    elif history is not None or (line_id is not None and decision is None):
        _print_history(record, history or line_id or "", shape)
    elif orphans:
        _print_orphans(record, shape)
    elif export is not None:
        _export(record, export)
    elif line_id is not None and decision is not None:
        _decide(record, line_id, decision, by, reason)
    else:
        _ask(record, kind, limit, by)


def _print_queue(record: Path, kind: str | None, limit: int, shape: View, *, raw: bool) -> None:
    from dragoman.publishing import revising
    from dragoman.publishing.exports import write
    from dragoman.publishing.formats import Format
    from dragoman.publishing.options import kinds_from
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record
    from dragoman.record.reading import report_by_id
    from dragoman.record.review import queue

    kinds_from(kind)
    with open_record(record) as connection:
        found = queue(connection, kind=kind, limit=limit)
        if shape is View.TABLE:
            revising.print_queue(open_console(), found)
        else:
            pairs = [(one.line, report_by_id(connection, one.line.report_id)) for one in found]
            kinds = tuple(dict.fromkeys(type(one.line).__name__.lower() for one in found))
            write(pairs, sys.stdout.buffer, format_=Format(shape.value), kinds=kinds, raw=raw)


def _print_history(record: Path, line_id: str, shape: View) -> None:
    from dragoman.publishing import revising
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record
    from dragoman.record.review import history

    with open_record(record) as connection:
        found = history(connection, _whole_id(connection, line_id))
    if shape is View.TABLE:
        revising.print_revisions(open_console(), found)
    else:
        revising.write_revisions(found, sys.stdout.buffer)


def _print_orphans(record: Path, shape: View) -> None:
    from dragoman.publishing import revising
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record
    from dragoman.record.revisions import orphans

    with open_record(record) as connection:
        found = orphans(connection)
    if shape is View.TABLE:
        revising.print_revisions(open_console(), found)
    else:
        revising.write_revisions(found, sys.stdout.buffer)


def _whole_id(connection: "sqlite3.Connection", start: str) -> str:
    """The id of the line that begins so; of one that is not coded any more, as it was reviewed."""
    from dragoman.questions.lookup import find

    known = connection.execute("SELECT 1 FROM revision WHERE line_id = ?", (start,)).fetchone()
    return start if known else find(connection, start).id


def _decide(record: Path, line_id: str, decision: "Decision", by: str, reason: str) -> None:
    from dragoman.publishing.deciding import decide
    from dragoman.publishing.running import say
    from dragoman.record import open_record

    with open_record(record, create=record.exists()) as connection:
        whole = _whole_id(connection, line_id)
        revision = decide(connection, whole, decision, by=by, reason=reason)
    say(f"{revision.verdict} {revision.line_id} ({revision.who})")


def _ask(record: Path, kind: str | None, limit: int, by: str) -> None:
    from dragoman.publishing.deciding import go_through
    from dragoman.publishing.screen import open_console
    from dragoman.record import open_record

    if not sys.stdin.isatty():
        raise UsageError("there is no terminal to ask on: give an ID with --accept, --reject ...")
    if not by:
        raise UsageError("who decides? give --by NAME, or set DRAGOMAN_REVIEWER")
    with open_record(record, create=record.exists()) as connection:
        go_through(connection, open_console(), kind=kind, limit=limit, by=by)


def _export(record: Path, path: Path) -> None:
    from dragoman.publishing.exports import whole_file
    from dragoman.publishing.running import say
    from dragoman.record import open_record

    with open_record(record) as connection, whole_file(path) as stream:
        rows = list(_exported(connection, path))
        stream.writelines(rows)
    what = "exemplars" if path.suffix == ".csv" else "reports"
    say(f"wrote {len(rows) - (path.suffix == '.csv')} {what}")


def _exported(connection: "sqlite3.Connection", path: Path) -> "Iterable[bytes]":
    import msgspec

    from dragoman.publishing.flat import csv_lines
    from dragoman.record.gold import exemplars, hand_coded

    if path.suffix == ".csv":
        names = ("event_type", "event_mode", "sentence")
        rows: Iterable[dict[str, Cell]] = (
            dict(zip(names, row, strict=True)) for row in exemplars(connection)
        )
        return (text.encode() for text in csv_lines(rows, names, raw=True))
    return (msgspec.json.encode(one) + b"\n" for one in hand_coded(connection))
