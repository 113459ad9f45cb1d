"""JSONL to reports whose text stays as it was given: offsets into it are the giver's own."""

import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from dragoman.errors import IntakeError, Refusal, UsageError
from dragoman.intake.articles import Article, to_report
from dragoman.intake.dates import parse_day
from dragoman.intake.files import STANDARD_INPUT
from dragoman.intake.json_rows import Row, read_json_lines
from dragoman.intake.packed import Unpacked
from dragoman.intake.refusing import Refused
from dragoman.intake.rows import read_row
from dragoman.intake.text import replace_controls, unwrap
from dragoman.model import Report

Read = tuple[Row, Report]
"""A row and the report that it holds."""


def read_verbatim(
    paths: Iterable[Path], *, date: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | Refusal]:
    """Read the rows of JSONL files one by one; see `read_rows`."""
    rows = read_rows(paths, date=date, stdin=stdin)
    return (item if isinstance(item, Refusal) else item[1] for item in rows)


def read_rows(
    paths: Iterable[Path], *, date: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Read | Refusal]:
    """Read the rows of JSONL files, each with its report; a text's characters keep their places.

    Rows are checked as `read` checks them, and refused for the same reasons.

    Args:
        paths: files, gzipped where they end in .gz; "-" reads `stdin`.
        date: the day of rows that have none (YYYY-MM-DD).
        stdin: the stream that "-" reads.

    Raises:
        IntakeError: a path does not exist or is a folder; raised before anything is read.
        UsageError: `date` is no day.
    """
    try:
        day = parse_day(date) if date is not None else None
    except Refused as refused:
        raise UsageError(f"{refused.message}: {refused.remedy}") from None
    listed = list(paths)
    for path in listed:
        if str(path) != STANDARD_INPUT and not path.is_file():
            raise IntakeError(f"{path}: no such file: give a file of JSON lines")
    return _rows(listed, day, stdin)


def _rows(paths: list[Path], date: str | None, stdin: BinaryIO | None) -> Iterator[Read | Refusal]:
    for path in paths:
        try:
            if str(path) == STANDARD_INPUT and stdin is not None:
                yield from _reports(stdin, "standard input", date)
            else:
                with path.open("rb") as raw:
                    packed = path.suffix.lower() == ".gz"
                    stream = Unpacked(raw) if packed else raw
                    lines = io.BufferedReader(cast("io.RawIOBase", stream))
                    yield from _reports(lines, str(path), date)
        except Refused as refused:
            yield refused.at(str(path))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            yield Refusal(source=str(path), code="truncated", message=f"broken gzip: {error}")
        except OSError as error:
            message = (error.strerror or str(error)).lower()
            yield Refusal(source=str(path), code="unreadable", message=message)


def _reports(stream: BinaryIO, source: str, date: str | None) -> Iterator[Read | Refusal]:
    place = None
    for place, row in read_json_lines(stream):
        found = _report(row, f"{source}: {place}", date)
        if found is not None:
            yield found
    if place is None:
        yield Refused("empty", "holds no rows").at(source)


def _report(row: Row | Refused, source: str, date: str | None) -> Read | Refusal | None:
    if isinstance(row, Refused):
        return row.at(source)
    try:
        found = read_row(row)
        if not isinstance(found, Article):
            return found if found is None else (row, found)
        report = to_report(found, date=date)
    except Refused as refused:
        return refused.at(source)
    # Both keep the length; what intake strips from a text's ends would move its offsets.
    text = unwrap(replace_controls(found.text).text)
    return row, msgspec.structs.replace(report, text=text)
