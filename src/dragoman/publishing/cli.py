"""The command line: its commands, and how a run ends.

Exit statuses: 0 well, 1 error, 2 the call's words are off, 3 finished with refused items,
130 interrupted, 141 nobody reads the output, 143 terminated.
"""

# ruff: noqa: D301 - the help keeps the lines of a paragraph that begins with a real backspace

import os
import signal
import sys
from typing import Annotated, NoReturn

import typer

from dragoman.errors import DragomanError, in_words
from dragoman.publishing import (
    annotating,
    asking,
    codebooks,
    doctoring,
    evaluating,
    handing,
    merging,
    questioning,
    registering,
    reviewing,
    serving,
    writing,
)

TERMINATED = 143  # 128 and the number of SIGTERM, as shells count
UNREAD = 141  # 128 and the number of SIGPIPE: the reader of the output has gone, as `head` does

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    writing.code,
    writing.add,
    merging.merge,
    annotating.annotate,
    asking.timeline,
    asking.positions,
    asking.statements,
    questioning.dyad,
    questioning.alignment,
    questioning.compare,
    questioning.asks,
    questioning.actors,
    questioning.search,
    asking.show,
    asking.explain,
    reviewing.review,
    handing.export,
    evaluating.evaluate,
    serving.serve,
    doctoring.doctor,
    writing.schema,
):
    app.command()(command)
app.add_typer(registering.app, name="register")
app.add_typer(codebooks.app, name="codebook")


def _print_version(asked: bool) -> None:  # noqa: FBT001 - Typer calls it so
    if asked:
        from dragoman.version import VERSION  # noqa: PLC0415 - slow to look up

        typer.echo(f"dragoman {VERSION}")
        raise typer.Exit


@app.callback()
def dragoman(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version."
        ),
    ] = False,
) -> None:
    """Read dated news reports and keep the record of diplomacy.

    \b
    Examples:
      dragoman code reports/ -o lines.jsonl
      dragoman add reports/ --record crisis.record
      dragoman timeline --record crisis.record --actor Pakistan
      dragoman positions --record crisis.record
      dragoman explain 3f2a9c10 --record crisis.record
      dragoman register show Kenya --record crisis.record

    The record is dragoman.record in this folder, or DRAGOMAN_RECORD, or --record.
    """


def main() -> None:
    """Run the command line; an error is one line on standard error and an exit status."""
    signal.signal(signal.SIGTERM, _terminate)
    _open_what_is_closed()
    try:
        app()
    except SystemExit as end:
        _end_unread_quietly(end)
        raise
    except DragomanError as error:
        _end(str(error), error.status)
    except MemoryError:
        _end("memory is used up: free some, or use fewer --jobs", DragomanError.status)
    except OSError as error:  # the disk under standard output is full, say
        _end(f"{error.filename or 'output'}: {in_words(error)}", DragomanError.status)


def _open_what_is_closed() -> None:
    """Give a run without standard streams (`>&-`) empty ones: no file may take their numbers."""
    names = ("stdin", "stdout", "stderr")
    if all(getattr(sys, name) is not None for name in names):
        return
    while os.open(os.devnull, os.O_RDWR) < len(names) - 1:
        pass
    for number, name in enumerate(names):
        if getattr(sys, name) is None:
            stream = os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False)
            setattr(sys, name, stream)


def _end_unread_quietly(end: SystemExit) -> None:
    """Where nobody reads the rest of the output, that is no error of this program's."""
    unread = isinstance(end.__context__, BrokenPipeError)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        unread = True
    if unread:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the last flush
        sys.exit(UNREAD)


def _end(message: str, status: int) -> NoReturn:
    from dragoman.publishing.running import say  # noqa: PLC0415 - only an error needs it
    from dragoman.publishing.screen import one_line, shortened  # noqa: PLC0415 - likewise

    say(f"dragoman: {shortened(one_line(message))}")
    sys.exit(status)


def _terminate(_signal: int, _frame: object) -> NoReturn:
    """End as an exception does, so that drafts are removed and transactions undone."""
    sys.exit(TERMINATED)
