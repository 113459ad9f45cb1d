"""Codebook files to typed rows: CSV for the long and flat, TOML for the nested and small.

In CSV a field of a tuple type is a list split at `|`; an empty field of an optional type is null.
A wrong row is a `CodebookError` that names the file, the line and the column.
"""

import csv
import io
import types
import typing
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from dragoman.errors import CodebookError

T = TypeVar("T", bound=msgspec.Struct)
HOUSE: Traversable = files("dragoman.codebooks")


def read_table(source: Traversable | Path, row_type: type[T]) -> tuple[T, ...]:
    """Rows of a CSV file with a header; lines that start with `#` are notes.

    Raises:
        CodebookError: a column is unknown or missing, or a row breaks the type.
    """
    lists, nulls = _lists(row_type)
    rows: list[T] = []
    with io.StringIO(source.read_text(encoding="utf-8"), newline="") as stream:
        notes, header = _header(stream)
        _check_header(source, header, row_type)
        # A note becomes an empty line, which the reader passes over but counts.
        lines = ("\n" if line.startswith("#") else line for line in stream)
        reader = csv.DictReader(lines, header)
        for row in reader:
            place = f"{source}: line {notes + 1 + reader.line_num}"
            if None in row or None in row.values():
                raise CodebookError(f"{place}: has not as many fields as the header")
            try:
                rows.append(msgspec.convert(_typed(row, lists, nulls), row_type, strict=False))
            except (msgspec.ValidationError, ValueError) as error:
                raise CodebookError(f"{place}: {error}") from None
    return tuple(rows)


def read_toml(source: Traversable | Path, document_type: type[T]) -> T:
    """A TOML file as a typed document.

    Raises:
        CodebookError: the file is no TOML or breaks the type.
    """
    try:
        return msgspec.toml.decode(source.read_bytes(), type=document_type)
    except (msgspec.ValidationError, msgspec.DecodeError, ValueError) as error:
        raise CodebookError(f"{source}: {error}") from None


def _header(stream: typing.TextIO) -> tuple[int, list[str]]:
    """The column names, and the number of notes before them."""
    for notes, line in enumerate(stream):
        if not line.startswith("#"):
            return notes, next(csv.reader([line]), [])
    return 0, []


def _check_header(source: Any, names: typing.Sequence[str], row_type: type[T]) -> None:  # noqa: ANN401 - only shown
    fields = msgspec.structs.fields(row_type)
    unknown = set(names) - {field.name for field in fields}
    missing = {field.name for field in fields if field.required} - set(names)
    if unknown or missing:
        expected = ", ".join(field.name for field in fields)
        wrong = ", ".join(sorted(unknown | missing))
        raise CodebookError(f"{source}: header: {wrong}: the columns are {expected}")


def _lists(row_type: type[T]) -> tuple[frozenset[str], frozenset[str]]:
    """The columns that hold lists, and those that may be null."""
    hints = typing.get_type_hints(row_type)
    lists = (name for name, hint in hints.items() if typing.get_origin(hint) is tuple)
    nulls = (name for name, hint in hints.items() if isinstance(hint, types.UnionType))
    return frozenset(lists), frozenset(nulls)


def _typed(row: Mapping[str, str], lists: frozenset[str], nulls: frozenset[str]) -> dict[str, Any]:
    typed: dict[str, Any] = {}
    for name, text in row.items():
        value = text.strip()
        if name in lists:
            typed[name] = tuple(part.strip() for part in value.split("|") if part.strip())
        else:
            typed[name] = None if value == "" and name in nulls else value
    return typed
