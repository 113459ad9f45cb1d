"""Merged events as JSONL or CSV: an event line each, and besides who tells it."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from dragoman.publishing.flat import SEPARATOR, Cell, columns, csv_lines, flatten
from dragoman.questions.events import Occurrence, merged_line


def write_merged(
    found: Iterable[Occurrence], stream: BinaryIO, *, csv: bool = False, raw: bool = False
) -> None:
    """Write one merged event a line; `raw` leaves CSV cells unguarded against formulas."""
    if csv:
        names = [*columns(("event",)), "tellings", "reports", "sources"]
        rows = (_row(one) for one in found)
        stream.writelines(text.encode() for text in csv_lines(rows, names, raw=raw))
    else:
        stream.writelines(msgspec.json.encode(merged_line(one)) + b"\n" for one in found)


def _row(one: Occurrence) -> dict[str, Cell]:
    return flatten(one.event, None) | {
        "words": one.words,
        "tellings": SEPARATOR.join(one.tellings),
        "reports": SEPARATOR.join(one.reports),
        "sources": one.sources,
    }
