"""The command that examines a record file, and repairs what can be made anew."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.publishing.options import DEFAULT_RECORD, RecordFile

if TYPE_CHECKING:
    from dragoman.record.integrity import Finding

MOST = 50  # findings that are printed; the count tells of all
_REMEDIES = {
    "repair": "`dragoman doctor --repair` makes it anew",
    "code again": "`dragoman doctor --repair`, then add the report again",
    "restore": "restore a copy, or add the reports to a new record",
}
File = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="The record file.", show_default=False)
]
Repair = Annotated[
    bool, typer.Option("--repair", help="Make anew what can be, and update an older record.")
]


def doctor(
    file: File = None,
    *,
    repair: Repair = False,
    record: RecordFile = DEFAULT_RECORD,
) -> None:
    """Examine a record: the file, its lines, and the tables that repeat them.

    The exit status is 0 where it is whole, and 1 where it is not.

    \b
    Examples:
      dragoman doctor crisis.record
      dragoman doctor crisis.record --repair
    """
    from dragoman.record import open_record
    from dragoman.record.integrity import examine
    from dragoman.record.repairing import repair as make_anew

    path = file or record
    with open_record(path, create=repair and path.exists()) as connection:
        found = list(examine(connection))
        if found and repair:
            _say(found, "before the repair")
            make_anew(connection, found)
            found = list(examine(connection))
        count = "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM line)"
        reports, lines = connection.execute(count).fetchone()
    _say(found, f"{path}: {reports} reports, {lines} lines")
    raise typer.Exit(1 if found else 0)


def _say(findings: "list[Finding]", about: str) -> None:
    from dragoman.publishing.screen import one_line

    for finding in findings[:MOST]:
        told = f"{finding.where}: {finding.message}"
        typer.echo(one_line(f"{told}: {_REMEDIES[finding.remedy]}"))
    if len(findings) > MOST:
        typer.echo(f"... and {len(findings) - MOST} more")
    state = f"{len(findings)} findings" if findings else "whole"
    typer.echo(one_line(f"{about}: {state}"))
