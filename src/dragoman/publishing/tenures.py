"""Tenures and conflicts for people and programs: tables of the terminal, JSONL, CSV."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import msgspec
from rich.console import Console
from rich.text import Text

from dragoman.publishing.flat import SEPARATOR, Cell, csv_lines
from dragoman.publishing.screen import one_line, print_trimmed, sign
from dragoman.register.conflicts import Conflict
from dragoman.register.tenures import Tenure

COLUMNS = tuple(field.name for field in msgspec.structs.fields(Tenure))
HEADER = ("person", "since", "last", "reports", "status", "rung")
LONGEST_NAME = 24  # characters of a name that a line shows
_CONFLICT = ("country", "office", "post", "since", "until")
_SIDES = ("person", "begin", "end", "reports", "said", "rung")


def print_tenures(console: Console, found: list[Tenure]) -> None:
    """Each office, and below it its holders: first and last day, reports, status and rung."""
    if not found:
        console.print("The register has no holder of an office that meets these conditions.")
        return
    rows = [_cells(one) for one in found]
    widths = [max(map(len, column)) for column in zip(HEADER, *rows, strict=True)]
    print_trimmed(console, Text(f"office\n  {_aligned(HEADER, widths)}", style="dim"))
    before = ""
    for one, row in zip(found, rows, strict=True):
        office = " ".join(filter(None, (one.office or one.sector, one.post and f"({one.post})")))
        if office != before:
            print_trimmed(console, Text(one_line(office), style="bold"))
        before = office
        print_trimmed(console, Text(f"  {_aligned(row, widths)}"))
        if one.successor:
            print_trimmed(console, Text(f"    then {one_line(one.successor)}", style="dim"))
    console.print(Text(f"tenures: {len(found)}", style="dim"))


def print_conflicts(console: Console, found: list[Conflict]) -> None:
    """State, office and common days, then the two holders, each with own days and reports."""
    if not found:
        console.print("The register has no two holders of one office on the same days.")
        return
    for one in found:
        office = f"{one.first.country} {one.first.office}"
        common = one.since if one.since == one.until else f"{one.since} – {one.until or 'open'}"
        console.print(Text(sign(console, f"{one_line(office)}  {common}"), style="bold"))
        for side in (one.first, one.second):
            told = f", {_reports(side)} reports" if side.rung == "learned" else ""
            days = f"{side.begin or 'open'} – {side.end or 'open'}"
            line = f"  {one_line(side.person)}  {days} ({side.rung}{told})"
            console.print(Text(sign(console, line)))
    console.print(Text(f"conflicts: {len(found)}", style="dim"))


def write(found: Iterable[Tenure], stream: BinaryIO, *, csv: bool, raw: bool) -> None:
    """Tenures as CSV, or a JSON object a line."""
    if csv:
        rows = ({name: _cell(getattr(one, name)) for name in COLUMNS} for one in found)
        stream.writelines(text.encode() for text in csv_lines(rows, COLUMNS, raw=raw))
    else:
        stream.writelines(msgspec.json.encode(one) + b"\n" for one in found)
    stream.flush()


def write_conflicts(found: Iterable[Conflict], stream: BinaryIO, *, csv: bool, raw: bool) -> None:
    """Conflicts as CSV with the two sides beside each other, or a JSON object a line."""
    if csv:
        names = (*_CONFLICT, *(f"{side}_{name}" for side in ("first", "second") for name in _SIDES))
        lines = csv_lines(_conflict_rows(found), names, raw=raw)
        stream.writelines(text.encode() for text in lines)
    else:
        stream.writelines(msgspec.json.encode(one) + b"\n" for one in found)
    stream.flush()


def _conflict_rows(found: Iterable[Conflict]) -> Iterator[dict[str, Cell]]:
    for one in found:
        row: dict[str, Cell] = {
            "country": one.first.country,
            "office": one.first.office,
            "post": one.first.post,
            "since": one.since,
            "until": one.until,
        }
        for side, tenure in (("first", one.first), ("second", one.second)):
            row |= {f"{side}_{name}": getattr(tenure, name) for name in _SIDES}
        yield row


def _cell(value: Cell | tuple[str, ...]) -> Cell:
    return SEPARATOR.join(value) if isinstance(value, tuple) else value


def _cells(one: Tenure) -> tuple[str, ...]:
    name = one_line(one.person, limit=LONGEST_NAME)
    return (name, one.begin, one.end, _reports(one), one.status, one.rung)


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _reports(one: Tenure) -> str:
    """`5/3`: five reports, three of which name the state."""
    return f"{one.reports}/{one.said}" if one.rung == "learned" else ""
