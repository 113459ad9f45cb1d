"""Record lines to a file or stream as JSONL, CSV or Parquet; a file appears when it is whole."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import DragomanError, UsageError, in_words
from dragoman.model import Line, Report, encode
from dragoman.publishing.flat import Cell, columns, csv_lines, flatten
from dragoman.publishing.formats import Format

ROW_GROUP = 10_000  # rows of a Parquet file that are held in memory at once

Pair = tuple[Line, Report | None]


def write(
    pairs: Iterable[Pair],
    stream: BinaryIO,
    *,
    format_: Format,
    kinds: Sequence[str],
    raw: bool = False,
) -> None:
    """Write lines, each with its report where that is known, as they come.

    `kinds` fix the columns of CSV and Parquet; `raw` leaves CSV cells unguarded against formulas.

    Raises:
        UsageError: Parquet is asked for and its package is not installed.
    """
    if format_ is Format.PARQUET:
        rows = (flatten(line, report) for line, report in pairs)
        write_parquet(rows, stream, columns(tuple(kinds)))
    elif format_ is Format.CSV:
        rows = (flatten(line, report) for line, report in pairs)
        texts = csv_lines(rows, tuple(columns(tuple(kinds))), raw=raw)
        stream.writelines(text.encode() for text in texts)
    else:
        stream.writelines(encode(line) + b"\n" for line, _ in pairs)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes its name when all is written; after an error there is none.

    What is no file (a pipe, /dev/stdout) is written to, and never replaced by one.
    """
    if path.exists() and not path.is_file() and not path.is_dir():
        yield from _device(path)
        return
    if path.is_dir():  # "." has no name beside which a draft could stand
        raise DragomanError(f"{path}: cannot be written: is a folder: name a file")
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as stream:
            yield stream
        draft.replace(path)
    except OSError as error:
        if error.filename not in {None, str(draft)}:
            raise
        raise DragomanError(f"{path}: cannot be written: {in_words(error)}") from error
    finally:
        draft.unlink(missing_ok=True)


def _device(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("wb") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename not in {None, str(path)}:
            raise
        raise DragomanError(f"{path}: cannot be written: {in_words(error)}") from error


def write_parquet(
    rows: Iterable[dict[str, Cell]], stream: BinaryIO, types: Mapping[str, type]
) -> None:
    """Write flat rows; `types` names the columns, in order, with the type of their cells.

    Raises:
        UsageError: the package for it is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to load
        from pyarrow import parquet  # noqa: PLC0415 - likewise
    except ImportError:
        raise UsageError(
            "parquet needs the package pyarrow: pip install 'dragoman[parquet]'"
        ) from None
    arrow = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    schema = pa.schema([(name, arrow[kind]) for name, kind in types.items()])
    with parquet.ParquetWriter(stream, schema) as writer:
        for group in _groups(iter(rows)):
            writer.write_table(pa.Table.from_pylist(group, schema))


def _groups(rows: Iterator[dict[str, Cell]]) -> Iterator[list[dict[str, Cell]]]:
    while group := list(islice(rows, ROW_GROUP)):
        yield group
