"""The options that several commands share, with the words of their help."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import UsageError
from dragoman.model import KINDS

MOST = 1_000_000_000  # lines that may be asked for: more than any record has


class View(StrEnum):
    """How an answer is shown."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="Files or folders of reports; - reads standard input.",
        show_default=False,
        allow_dash=True,
    ),
]
RecordFile = Annotated[
    Path,
    typer.Option(
        "--record", "-r", envvar="DRAGOMAN_RECORD", metavar="FILE", help="The record file."
    ),
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="DAY", help="Day of reports that have none (2022-02-27)."),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=1, max=1024, help="Processes that code at once.")
]
RegisterFile = Annotated[
    Path | None,
    typer.Option("--register", metavar="FILE", help="Who held which office: an exported register."),
]
ActorsFile = Annotated[
    Path | None,
    typer.Option("--actors", metavar="FILE", help="More actors: a CSV list or PETRARCH's .actors."),
]
CodebookFolder = Annotated[
    Path | None,
    typer.Option("--codebook", metavar="DIR", help="Event types, words and issues of your own."),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", metavar="N", min=1, max=MOST, help="So many at most.", show_default=False
    ),
]
Shape = Annotated[
    View,
    typer.Option("--format", "-f", help="A table to read; JSONL or CSV for programs."),
]
Raw = Annotated[
    bool, typer.Option("--raw", help="Leave CSV cells that a spreadsheet would run as formulas.")
]
LineId = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The id of a line, or enough of its start.", show_default=False
    ),
]

DEFAULT_RECORD = Path("dragoman.record")


def kinds_from(given: str | None) -> tuple[str, ...]:
    """`event,position` as kinds of lines, in the order of the contract; all where none is given.

    Raises:
        UsageError: a kind is unknown.
    """
    wanted = [kind.strip() for kind in given.split(",")] if given is not None else list(KINDS)
    unknown = [kind for kind in wanted if kind not in KINDS]
    if unknown:
        raise UsageError(f"--kind {','.join(unknown)}: there are {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in wanted)
