"""The formats of record lines, and which one a call means."""

from enum import StrEnum
from pathlib import Path

from dragoman.errors import UsageError


class Format(StrEnum):
    """How record lines are written."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def format_of(path: Path | None, given: Format | None) -> Format:
    """The format that was asked for, else what the file's ending says, else JSONL.

    Raises:
        UsageError: Parquet is asked for without a file.
    """
    ending = path.suffix.removeprefix(".").lower() if path else ""
    found = given or (Format(ending) if ending in set(Format) else Format.JSONL)
    if found is Format.PARQUET and path is None:
        raise UsageError("parquet is no text to print: name a file with --output")
    return found
