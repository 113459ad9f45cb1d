"""The command that measures: coded lines against hand-coded reports, or coder against coder."""

# ruff: noqa: D301, PLC0415 - help keeps lines after a real backspace; imports wait for their command

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import IntakeError, UsageError
from dragoman.publishing.options import Raw, Shape, View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.model import Line

Gold = Annotated[
    Path, typer.Argument(metavar="GOLD", help="Hand-coded reports.", show_default=False)
]
Coded = Annotated[
    Path | None,
    typer.Argument(
        metavar="[LINES]",
        help="What `code` wrote as JSONL; with --agreement another coder's reports.",
        show_default=False,
    ),
]
OfRecord = Annotated[
    Path | None, typer.Option("--record", "-r", metavar="FILE", help="Measure a record's lines.")
]
Errors = Annotated[
    bool, typer.Option("--errors", help="Each unit that was missed, each line that is too much.")
]
Between = Annotated[
    bool, typer.Option("--agreement", help="How far two people agree who coded the same reports.")
]


def evaluate(  # noqa: PLR0913 - each is an option of the command
    gold: Gold,
    lines: Coded = None,
    *,
    record: OfRecord = None,
    errors: Errors = False,
    agreement: Between = False,
    shape: Shape = View.TABLE,
    raw: Raw = False,
) -> None:
    """Measure coded lines against hand-coded reports.

    Precision, recall, F1 with the interval in which it lies in 95 of 100 draws of the reports, the
    shares of right details, and which types of event are taken for which. Without LINES and
    --record the reports are coded first.

    \b
    Examples:
      dragoman evaluate gold.jsonl
      dragoman evaluate gold.jsonl lines.jsonl --errors
      dragoman evaluate gold.jsonl --record crisis.record --format jsonl
      dragoman evaluate --agreement ann.jsonl ben.jsonl
    """
    from dragoman.evaluation.coders import coders
    from dragoman.evaluation.scoring import compare
    from dragoman.evaluation.units import read
    from dragoman.publishing import figures

    coded = read(gold)
    if agreement:
        if lines is None or record is not None:
            raise UsageError("--agreement takes two files of hand-coded reports")
        figures.write_coders(coders(coded, read(lines)), shape, raw=raw)
        return
    comparisons = list(compare(coded, _lines(gold, lines, record)))
    figures.write_figures(comparisons, shape, errors=errors, raw=raw)


def _lines(gold: Path, lines: Path | None, record: Path | None) -> "Iterator[Line]":
    if lines is not None and record is not None:
        raise UsageError(f"{lines}: with --record there is nothing else to measure")
    if lines is not None:
        return _of_file(lines)
    return _coded_now(gold) if record is None else _of_record(record)


def _of_file(path: Path) -> "Iterator[Line]":
    import msgspec

    from dragoman.model import decode

    with path.open("rb") as stream:
        for number, text in enumerate(stream, start=1):
            try:
                yield decode(text)
            except msgspec.MsgspecError as error:
                raise IntakeError(f"{path}: line {number}: {error}: `code` writes lines") from None


def _of_record(path: Path) -> "Iterator[Line]":
    from dragoman.record import lines, open_record

    with open_record(path) as connection:
        yield from lines(connection)


def _coded_now(path: Path) -> "Iterator[Line]":
    from dragoman import pipeline
    from dragoman.errors import Refusal
    from dragoman.intake import read

    for item in pipeline.code(read(path)):
        if isinstance(item, Refusal):
            raise IntakeError(str(item))
        yield item.report
        yield from item.facts
