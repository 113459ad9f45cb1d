"""Codebook files to typed rows: CSV for the long and flat, TOML for the nested and small.

In CSV a field of a tuple type is a list split at `|`; an empty field of an optional type is null.
A wrong row is a `CodebookError` that names the file, the line and the column.
"""

import csv
import io
import types
import typing
from collections.abc import Callable, Iterator
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
    raw = list(_raw(source, row_type))
    rows = [row for _, row in raw if row is not None]
    try:
        if len(rows) == len(raw):
            rows_type = tuple[row_type, ...]  # type: ignore[valid-type] # known when it runs
            return msgspec.convert(rows, rows_type, strict=False)
    except (msgspec.ValidationError, ValueError):
        pass  # row by row it shows which
    wrong = ((line, row) for line, row in numbered(source, row_type) if isinstance(row, str))
    line, message = next(wrong)
    raise CodebookError(f"{source}: line {line}: {message}")


def numbered(source: Traversable | Path, row_type: type[T]) -> Iterator[tuple[int, T | str]]:
    """Each row with the number of its line; of a row that breaks the type, what is wrong.

    Raises:
        CodebookError: a column is unknown or missing.
    """
    for line, row in _raw(source, row_type):
        if row is None:
            yield line, "has not as many fields as the header"
            continue
        try:
            yield line, msgspec.convert(row, row_type, strict=False)
        except (msgspec.ValidationError, ValueError) as error:
            yield line, str(error)


def _raw(
    source: Traversable | Path, row_type: type[T]
) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Each row by column, lists and nulls read; null where its fields are not the header's."""
    with io.StringIO(source.read_text(encoding="utf-8"), newline="") as stream:
        notes, header = _header(stream)
        _check_header(source, header, row_type)
        columns = _columns(header, row_type)
        # A note becomes an empty line, which is passed over but counted.
        reader = csv.reader("\n" if line.startswith("#") else line for line in stream)
        for row in filter(None, reader):
            cells = zip(columns, row, strict=False)
            read = {name: read(text) for (name, read), text in cells}
            yield notes + 1 + reader.line_num, read if len(row) == len(columns) else None


def read_toml(source: Traversable | Path, document_type: type[T]) -> T:
    """A TOML file as a typed document.

    Raises:
        CodebookError: the file is no TOML or breaks the type.
    """
    return parse_toml(source.read_bytes(), document_type, source=str(source))


def parse_toml(text: bytes, document_type: type[T], *, source: str) -> T:
    """The text of a TOML file as a typed document; `source` is what errors name it by.

    Raises:
        CodebookError: the text is no TOML or breaks the type.
    """
    try:
        return msgspec.toml.decode(text, type=document_type)
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


def _columns(
    header: typing.Sequence[str], row_type: type[T]
) -> list[tuple[str, Callable[[str], Any]]]:
    """Each column with what reads its fields: lists are split, an empty field may be null."""
    hints = typing.get_type_hints(row_type)
    columns: list[tuple[str, Callable[[str], Any]]] = []
    for name in header:
        is_list = typing.get_origin(hints[name]) is tuple
        may_be_null = isinstance(hints[name], types.UnionType)
        columns.append((name, _list if is_list else _null if may_be_null else str.strip))
    return columns


def _list(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split("|")))) if text else ()


def _null(text: str) -> str | None:
    return text.strip() or None
