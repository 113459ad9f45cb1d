"""Text files in lines with their numbers, and tables by the names of their columns."""

import csv
import io
from collections.abc import Collection, Iterator
from pathlib import Path

from dragoman.errors import IntakeError, in_words

LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is read as one: a million tenures are a quarter of it."""
LONGEST_CELL = 1_000_000  # characters


def text_of(path: Path) -> str:
    """The whole text, which has to be UTF-8; a byte order mark is left out.

    Raises:
        IntakeError: the file cannot be read, is too large, or is no UTF-8: names the line.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise IntakeError(f"{path}: is larger than {LARGEST} bytes: divide it")
        data = path.read_bytes()
    except OSError as error:
        raise IntakeError(f"{path}: cannot be read: {in_words(error)}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise IntakeError(f"{path}: line {line}: is no UTF-8: save the file as UTF-8") from None


def numbered(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that hold something, with their numbers."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line.rstrip("\r")


def place(path: Path, line: int) -> str:
    """How a line is named in a message."""
    return f"{path}: line {line}"


def read_columns(
    path: Path, text: str, *, needed: Collection[str], allowed: Collection[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a CSV text by column, each with its place; lines that begin with # are notes.

    Columns are compared in lower case. A column that is not allowed is an error, since what it
    would say is lost.

    Raises:
        IntakeError: a column is unknown or missing, or a row is no CSV or of another length.
    """
    rows = _rows(path, text)
    _, header = next(rows, (0, []))
    names = [name.strip().casefold() for name in header]
    known = {name.casefold(): name for name in allowed}
    unknown = [name for name, low in zip(header, names, strict=True) if low not in known]
    missing = [name for name in needed if name.casefold() not in names]
    wrong = [*(f"no column {name}" for name in missing), *(f"unknown column {n}" for n in unknown)]
    if wrong or len(set(names)) < len(names):
        told = ", ".join(wrong) or "a column stands twice"
        raise IntakeError(f"{path}: header: {told}: the columns are {', '.join(allowed)}")
    keys = [known[name] for name in names]
    for line, row in rows:
        if len(row) != len(keys):
            raise IntakeError(
                f"{place(path, line)}: has {len(row)} fields, the header has {len(keys)}"
            )
        yield place(path, line), dict(zip(keys, row, strict=True))


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line on which they begin; empty ones and notes are passed over."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            if any(row) and not row[0].startswith("#"):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise IntakeError(f"{place(path, line)}: is no CSV: {error}") from None
