"""The commands for a user's own codebook: start one, check it."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import CodebookError

if TYPE_CHECKING:
    from dragoman.codebooks.checking import Problem

app = typer.Typer(no_args_is_help=True, help="Event types, words and issues of your own.")
Folder = Annotated[
    Path, typer.Argument(metavar="DIR", help="The codebook's folder.", show_default=False)
]


@app.command()
def new(folder: Folder) -> None:
    """Start a codebook: a folder with a small ontology that works, to be changed.

    \b
    Examples:
      dragoman codebook new ships
      dragoman code report.txt --codebook ships
    """
    from importlib.resources import files

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CodebookError(f"{folder}: is there already: name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(files("dragoman.codebooks.starter").iterdir(), key=lambda file: file.name):
        if not file.name.startswith("_"):
            (folder / file.name).write_bytes(file.read_bytes())
    typer.echo(f"{folder}: begun: its README.md says what each file does")


def _rehearsed(folder: Path) -> "list[Problem]":
    from dragoman.register.given import give
    from dragoman.rehearsal import rehearse

    given = give(codebook=folder)
    return [] if given is None else rehearse(given)


@app.command()
def check(folder: Folder) -> None:
    """Name each problem of a codebook by file and line, and code the examples of its acts.

    The exit status is 0 where there is none, and 1 where there are some.

    \b
    Examples:
      dragoman codebook check ships
    """
    from dragoman.codebooks.checking import problems

    found = problems(folder) or _rehearsed(folder)
    for problem in found:
        typer.echo(f"{folder}/{problem}")
    typer.echo(f"{folder}: {len(found)} problems" if found else f"{folder}: sound")
    raise typer.Exit(1 if found else 0)
