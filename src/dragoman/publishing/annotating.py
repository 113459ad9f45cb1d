"""The command that gives single layers of texts, with offsets."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from dragoman.publishing.options import Day, Jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.annotation import Annotated as Layers
    from dragoman.errors import Refusal
    from dragoman.publishing.running import Tally
    from dragoman.relation_layer import RelationLine
    from dragoman.stance_layer import StanceLine

T = TypeVar("T")
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
    typer.Option(
        "--layer", "-l", metavar="LAYERS", help="Only these: times,quotes; or stance; or relation."
    ),
]
Together = Annotated[
    str | None,
    typer.Option(
        "--together", metavar="FIELD", help="Rows alike in this field are one story (stance)."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here; the file appears when whole."),
]


def annotate(  # noqa: PLR0913 - each is an option of the command
    files: Files,
    *,
    layer: Layer = "times,places,people,quotes",
    together: Together = None,
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
      dragoman annotate asked.jsonl --layer stance --together story
      dragoman annotate pairs.jsonl --layer relation
    """
    import msgspec

    from dragoman.publishing.exports import whole_file
    from dragoman.publishing.running import Tally, watched

    tally = Tally()
    lines = _annotated(
        files,
        [name.strip() for name in layer.split(",")],
        tally,
        together=together,
        date=date,
        jobs=jobs,
    )
    quiet = output is None and sys.stdout.isatty()
    found = watched(lines, tally, total=lambda: None, quiet=quiet)
    target = nullcontext(sys.stdout.buffer) if output is None else whole_file(output)
    with target as stream:
        stream.writelines(msgspec.json.encode(line) + b"\n" for line in _kept(found, tally))
        stream.flush()
    raise typer.Exit(tally.close(f"annotated {tally.kept_words()}, refused {tally.refused}"))


def _annotated(  # noqa: PLR0913 - each is an option of the command
    files: list[Path],
    layers: list[str],
    tally: "Tally",
    *,
    together: str | None,
    date: str | None,
    jobs: int,
) -> "Iterator[Layers | RelationLine | StanceLine | Refusal]":
    """The lines of all layers asked for; that of stances has lines of its own."""
    from dragoman.annotation import annotate as annotated
    from dragoman.errors import UsageError
    from dragoman.intake.asked import read_asked
    from dragoman.intake.verbatim import read_verbatim
    from dragoman.stance_layer import LAYER, stances

    stdin = sys.stdin.buffer
    if layers == ["relation"]:
        return _relations(files, tally, together=together, jobs=jobs)
    if layers == [LAYER]:
        asked = read_asked(files, together=together, date=date, stdin=stdin)
        return stances(_counted(asked, tally), together=together is not None, jobs=jobs)
    if LAYER in layers or together is not None:
        raise UsageError(f"layer {LAYER} stands alone, and --together is for it: give no other")
    items = _counted(read_verbatim(files, date=date, stdin=stdin), tally)
    return annotated(items, layers=layers, jobs=jobs)


def _relations(
    files: list[Path], tally: "Tally", *, together: str | None, jobs: int
) -> "Iterator[RelationLine | Refusal]":
    """Of two marked parties in each row; no day is asked for."""
    from dragoman.errors import UsageError
    from dragoman.intake.paired import read_paired
    from dragoman.relation_layer import find_relations

    if together is not None:
        raise UsageError("--together is for the layer stance: leave it out")
    paired = read_paired(files, stdin=sys.stdin.buffer)
    return find_relations(_counted(paired, tally), jobs=jobs)


def _counted(items: "Iterator[T]", tally: "Tally") -> "Iterator[T]":
    for item in items:
        tally.read += 1
        yield item


def _kept(
    items: "Iterator[Layers | RelationLine | StanceLine | Refusal]", tally: "Tally"
) -> "Iterator[Layers | RelationLine | StanceLine]":
    from dragoman.errors import Refusal

    for item in items:
        if isinstance(item, Refusal):
            tally.refuse(item)
        else:
            tally.keep(())
            yield item
