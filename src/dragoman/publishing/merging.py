"""The command that merges the tellings of a record anew, undoes it, or keeps to a person's word."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.publishing.options import DEFAULT_RECORD, RecordFile

if TYPE_CHECKING:
    import sqlite3


def merge(
    *,
    record: RecordFile = DEFAULT_RECORD,
    undo: Annotated[
        bool, typer.Option("--undo", help="Every telling is an event of its own again.")
    ] = False,
    apart: Annotated[
        str | None,
        typer.Option("--apart", metavar="IDS", help="These tell other events than their fellows."),
    ] = None,
    together: Annotated[
        str | None,
        typer.Option("--together", metavar="IDS", help="These lines tell one event: ID,ID."),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the decision.")
    ] = "",
) -> None:
    """Merge the tellings of one event, in all reports of a record, anew.

    `add` merges what it adds, so this is for a record merged by an older version, to undo merging,
    or to decide about single lines. Such decisions stay, whatever is merged or added later.

    \b
    Examples:
      dragoman merge --record crisis.record
      dragoman merge --apart 3f2a9c10 --reason "the second call of that day"
      dragoman merge --together 3f2a9c10,77ab01c2 --reason "one paper has the wrong day"
      dragoman merge --undo
    """
    from dragoman.publishing.running import say
    from dragoman.record.merging import merge as merge_tellings
    from dragoman.record.merging import rule, unmerge
    from dragoman.record.opening import open_record

    with open_record(record, create=record.exists()) as connection:
        for given, is_one in ((apart, False), (together, True)):
            if given is not None:
                rule(connection, _ids(connection, given), together=is_one, why=reason)
        if undo:
            done = unmerge(connection)
        else:
            done = merge_tellings(connection, anew=apart is None and together is None)
    say(f"{done.tellings} tellings are {done.acts} events")


def _ids(connection: "sqlite3.Connection", given: str) -> list[str]:
    """The lines that the starts of ids mean."""
    from dragoman.questions.lookup import find

    return [find(connection, start.strip()).id for start in given.split(",")]
