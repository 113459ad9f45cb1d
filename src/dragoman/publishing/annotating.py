"""The command that gives single layers of texts, with offsets."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.publishing.options import Day, Jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.annotation import Annotated as Layers
    from dragoman.errors import Refusal
    from dragoman.model import Report
    from dragoman.publishing.running import Tally

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="Files of JSON lines with id, text and date; - reads standard input.",
        show_default=False,
        allow_dash=True,
    ),
]
Layer = Annotated[
    str,
    typer.Option("--layer", "-l", metavar="LAYERS", help="Only these: times,quotes."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here; the file appears when whole."),
]


def annotate(
    files: Files,
    *,
    layer: Layer = "times,places,people,quotes",
    output: Output = None,
    date: Day = None,
    jobs: Jobs = 1,
) -> None:
    """Find times, places, people and quotations, and write them with their offsets.

    One line a document; the offsets count the characters of its text as it was given.

    \b
    Examples:
      dragoman annotate reports.jsonl
      dragoman annotate reports.jsonl --layer places -o places.jsonl --jobs 2
      dragoman annotate undated.jsonl --layer people,quotes --date 2022-02-27
    """
    import msgspec

    from dragoman.annotation import annotate as annotated
    from dragoman.intake.verbatim import read_verbatim
    from dragoman.publishing.exports import whole_file
    from dragoman.publishing.running import Tally, watched

    tally = Tally()
    items = _counted(read_verbatim(files, date=date, stdin=sys.stdin.buffer), tally)
    layers = [name.strip() for name in layer.split(",")]
    found = watched(
        annotated(items, layers=layers, jobs=jobs),
        quiet=output is None and sys.stdout.isatty(),
    )
    target = nullcontext(sys.stdout.buffer) if output is None else whole_file(output)
    with target as stream:
        stream.writelines(msgspec.json.encode(line) + b"\n" for line in _kept(found, tally))
        stream.flush()
    raise typer.Exit(tally.close(f"annotated {tally.kept_words()}, refused {tally.refused}"))


def _counted(items: "Iterator[Report | Refusal]", tally: "Tally") -> "Iterator[Report | Refusal]":
    for item in items:
        tally.read += 1
        yield item


def _kept(items: "Iterator[Layers | Refusal]", tally: "Tally") -> "Iterator[Layers]":
    from dragoman.errors import Refusal

    for item in items:
        if isinstance(item, Refusal):
            tally.refuse(item)
        else:
            tally.keep(())
            yield item
