"""JSONL rows that ask where a holder stands: `holder`, and `target` where one is named."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.errors import Refusal
from dragoman.intake.json_rows import Row
from dragoman.intake.verbatim import read_rows
from dragoman.model import Report

_HOLDER, _TARGET = "holder", "target"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A report, and what is asked of it: whose stance, towards whom or what.

    `target` alone is null where all words are the holder's; both are where every stance is asked
    for. Rows with one `story` are read together.
    """

    report: Report
    holder: str | None = None
    target: str | None = None
    story: str | None = None


def read_asked(
    paths: Iterable[Path],
    *,
    together: str | None = None,
    date: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Asked | Refusal]:
    """Read the rows of JSONL files with what they ask; see `dragoman.intake.verbatim`.

    Args:
        paths: files, gzipped where they end in .gz; "-" reads `stdin`.
        together: the field whose value rows of one story share.
        date: the day of rows that have none (YYYY-MM-DD).
        stdin: the stream that "-" reads.

    Raises:
        IntakeError: a path does not exist or is a folder; raised before anything is read.
        UsageError: `date` is no day.
    """
    rows = read_rows(paths, date=date, stdin=stdin)
    return (item if isinstance(item, Refusal) else _asked(*item, together) for item in rows)


def _asked(row: Row, report: Report, together: str | None) -> Asked:
    return Asked(
        report=report,
        holder=_words(row, _HOLDER),
        target=_words(row, _TARGET),
        story=_words(row, together) if together else None,
    )


def _words(row: Row, field: str) -> str | None:
    value = row.get(field)
    return str(value) if isinstance(value, str | int) and str(value).strip() else None
