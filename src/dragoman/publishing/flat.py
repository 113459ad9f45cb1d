"""A record line as one flat row, for tables of other programs.

Lists are joined by `;`. A list of parties becomes three columns that agree place by place: codes,
persons, offices. A span becomes its two ends, a place its fields. The line's own words, those of
what is asked or promised, and the report's day are added: a row says something without its report.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import msgspec

from dragoman.model import KINDS, Event, Line, Party, Place, Report, Span

Cell = str | int | float | None
SEPARATOR = ";"
_FORMULA = tuple("=+-@\t\r\0")  # what a spreadsheet takes for the start of a formula


@cache
def columns(kinds: Sequence[str]) -> dict[str, type]:
    """The columns that lines of these kinds need, in order, with the type of their cells."""
    found: dict[str, type] = {"kind": str, "id": str, "report_id": str, "published": str}
    for kind in kinds:
        for field in msgspec.structs.fields(KINDS[kind]):
            found |= _columns_of(field.name, field.type)
    if set(kinds) != {"report"}:
        found["words"] = str
    return found


def flatten(line: Line, report: Report | None) -> dict[str, Cell]:
    """One row; `report` is the line's own, and gives its words and day where it is known."""
    row: dict[str, Cell] = {"kind": type(line).__name__.lower()}
    for field in msgspec.structs.fields(line):
        row |= _cells(field.name, field.type, getattr(line, field.name))
    if isinstance(line, Report):
        return row | {"report_id": line.id}
    if report is not None:
        row["published"] = report.published
        row.setdefault("words", report.text[line.span.start : line.span.end])
        if isinstance(line, Event) and line.content is not None:
            row["content"] = report.text[line.content.start : line.content.end]
    return row


def guard(cell: Cell) -> Cell:
    """Put `'` before text that a spreadsheet would run as a formula; `unguard` takes it off."""
    if isinstance(cell, str) and cell.lstrip("'").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def unguard(text: str) -> str:
    """The text as it was before `guard`."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(_FORMULA) else text


def csv_lines(rows: Iterable[dict[str, Cell]], names: Sequence[str], *, raw: bool) -> Iterator[str]:
    """A header and a line of CSV for each row, guarded against formulas unless `raw`."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")  # so that it quotes cells with either
    for cells in _with_header(rows, names):
        writer.writerow(cells if raw else [guard(cell) for cell in cells])
        yield buffer.getvalue().removesuffix("\r\n") + "\n"
        buffer.seek(0)
        buffer.truncate()


def _with_header(rows: Iterable[dict[str, Cell]], names: Sequence[str]) -> Iterator[list[Cell]]:
    yield list(names)
    for row in rows:
        yield [row.get(name) for name in names]


def _columns_of(name: str, hint: object) -> dict[str, type]:
    if hint == tuple[Party, ...]:
        return {name: str, f"{name}_persons": str, f"{name}_offices": str}
    if hint is Span:
        return {"span_start": int, "span_end": int}
    if hint == Span | None:
        return {name: str, f"{name}_start": int, f"{name}_end": int}
    if hint == Place | None:
        return {
            "place": str,
            "place_country": str,
            "latitude": float,
            "longitude": float,
            "geonames_id": int,
        }
    return {name: float if hint is float else str}


def _cells(name: str, hint: object, value: Any) -> dict[str, Cell]:  # noqa: ANN401 - the hint says what it is
    if hint == tuple[Party, ...]:
        return _party_cells(name, value)
    if isinstance(value, Span):
        prefix = "span" if hint is Span else name
        return {f"{prefix}_start": value.start, f"{prefix}_end": value.end}
    if isinstance(value, Place):
        return {
            "place": value.name,
            "place_country": value.country,
            "latitude": value.latitude,
            "longitude": value.longitude,
            "geonames_id": value.geonames_id,
        }
    if isinstance(value, tuple):
        return {name: SEPARATOR.join(value)}
    return {name: value}


def _party_cells(name: str, parties: tuple[Party, ...]) -> dict[str, Cell]:
    return {
        name: _joined(party.id for party in parties),
        f"{name}_persons": _joined(party.person for party in parties),
        f"{name}_offices": _joined(party.office for party in parties),
    }


def _joined(parts: Iterable[str | None]) -> str:
    """Empty where all parts are: three separators say nothing."""
    texts = [part or "" for part in parts]
    return SEPARATOR.join(texts) if any(texts) else ""
