"""JSONL rows with two marked parties: `source_span`, `target_span`, each `[start, end]`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.errors import Refusal
from dragoman.intake.json_rows import Row
from dragoman.intake.refusing import Refused
from dragoman.intake.verbatim import read_rows
from dragoman.model import Report, Span

SOURCE, TARGET = "source_span", "target_span"
UNDATED = "2000-01-01"  # nothing in this layer depends on the day


class Paired(msgspec.Struct, frozen=True, kw_only=True):
    """A report and the stretches of two parties; null where one is not named.

    `marked`: the row has a field for either; where not, the parties are to be found.
    """

    report: Report
    source: Span | None
    target: Span | None
    marked: bool


def read_paired(
    paths: Iterable[Path], *, stdin: BinaryIO | None = None
) -> Iterator[Paired | Refusal]:
    """Read the rows of JSONL files with their marked parties; a date need not be there.

    Args:
        paths: files, gzipped where they end in .gz; "-" reads `stdin`.
        stdin: the stream that "-" reads.

    Raises:
        IntakeError: a path does not exist or is a folder; raised before anything is read.
    """
    rows = read_rows(paths, date=UNDATED, stdin=stdin)
    return (item if isinstance(item, Refusal) else _paired(*item) for item in rows)


def _paired(row: Row, report: Report) -> Paired | Refusal:
    try:
        source, target = (_span(row, name, len(report.text)) for name in (SOURCE, TARGET))
    except Refused as refused:
        return refused.at(report.id)
    marked = SOURCE in row or TARGET in row
    return Paired(report=report, source=source, target=target, marked=marked)


def _span(row: Row, name: str, length: int) -> Span | None:
    value = row.get(name)
    if value is None:
        return None
    try:
        start, end = msgspec.convert(value, tuple[int, int])
    except msgspec.ValidationError:
        start = end = -1
    if 0 <= start < end <= length:
        return Span(start=start, end=end)
    raise Refused(
        "bad_span", f"{name} {value!r:.40} is no stretch of the text", remedy="[start, end]"
    )
