"""How every question is answered: a table to read, or rows for programs."""

import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from rich.console import Console

from dragoman.model import Line
from dragoman.publishing.flat import Cell, csv_lines
from dragoman.publishing.options import View
from dragoman.publishing.screen import open_console

T = TypeVar("T")
Object = dict[str, Any]


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """An answer in both forms; `names` are the columns, so that an empty answer has a header."""

    objects: Iterable[Object | Line]
    cells: Iterable[dict[str, Cell]]
    names: tuple[str, ...]


def answer(
    found: T,
    shape: View,
    *,
    table: Callable[[Console, T], None],
    rows: Callable[[T], Rows],
    raw: bool,
) -> None:
    """Print what was found with `table`, or write its `rows` as JSONL or CSV.

    Rows go to standard output in UTF-8, whatever the locale says; `raw` leaves CSV cells unguarded
    against formulas.
    """
    if shape is View.TABLE:
        table(open_console(), found)
        return
    made, stream = rows(found), sys.stdout.buffer
    if shape is View.CSV:
        stream.writelines(text.encode() for text in csv_lines(made.cells, made.names, raw=raw))
    else:
        stream.writelines(msgspec.json.encode(one) + b"\n" for one in made.objects)
    stream.flush()
