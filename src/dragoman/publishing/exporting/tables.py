"""Flat rows as CSV, tab-separated text, Parquet or Excel, as they come."""

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, BinaryIO

import msgspec

from dragoman.errors import UsageError
from dragoman.publishing.exports import write_parquet
from dragoman.publishing.flat import Cell, csv_lines, guard

SHEET = 1_048_575  # rows that an Excel sheet holds below its header
LONGEST = 32_767  # characters that an Excel cell holds

_EPOCH = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)  # the first that an archive knows

Row = dict[str, Cell]


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows by column; `columns` has their order and the types of their cells."""

    columns: Mapping[str, type]
    rows: Iterable[Row]


class Container(StrEnum):
    """How a table is written to a file."""

    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"
    XLSX = "xlsx"


def write_table(table: Table, stream: BinaryIO, *, container: Container, raw: bool = False) -> None:
    """Write the rows as they come; texts are guarded against formulas unless `raw`.

    Raises:
        UsageError: the container needs a package that is not installed.
    """
    if container is Container.PARQUET:
        write_parquet(table.rows, stream, table.columns)
    elif container is Container.XLSX:
        _write_xlsx(table, stream)
    elif container is Container.TSV:
        stream.writelines(text.encode() for text in _tsv_lines(table, raw=raw))
    else:
        texts = csv_lines(table.rows, tuple(table.columns), raw=raw)
        stream.writelines(text.encode() for text in texts)


def _write_xlsx(table: Table, stream: BinaryIO) -> None:
    """One sheet, and another where it is full; texts stay texts, whatever they begin with."""
    try:
        import xlsxwriter  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError(
            "xlsx needs the package XlsxWriter: pip install 'dragoman[excel]'"
        ) from None
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        # A workbook without its hour of making: the same record gives the same bytes.
        book.set_properties({"created": _EPOCH})
        plain = book.add_format()
        plain.set_quote_prefix()
        sheet, at = None, SHEET
        for row in table.rows:
            if at == SHEET:
                sheet, at = _sheet(book, table), 0
            at += 1
            _write_cells(sheet, at, [row.get(name) for name in table.columns], plain)
        if sheet is None:
            _sheet(book, table)


def _sheet(book: Any, table: Table) -> Any:  # noqa: ANN401 - the package has no types
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name)
    return sheet


def _write_cells(sheet: Any, at: int, cells: list[Cell], plain: Any) -> None:  # noqa: ANN401 - likewise
    for column, cell in enumerate(cells):
        if isinstance(cell, str) and cell:
            # A text like a formula keeps its mark of a text when someone edits the cell.
            marked = (plain,) if guard(cell) != cell else ()
            sheet.write_string(at, column, cell[:LONGEST], *marked)
        elif isinstance(cell, int | float):
            sheet.write_number(at, column, cell)


def _tsv_lines(table: Table, *, raw: bool) -> Iterator[str]:
    """White space inside a cell becomes single spaces: many readers know no quotation marks."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter="\t", lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        cells = (_in_one_line(row.get(name)) for name in table.columns)
        writer.writerow(cells if raw else map(guard, cells))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _in_one_line(cell: Cell) -> Cell:
    return " ".join(cell.split()) if isinstance(cell, str) else cell
