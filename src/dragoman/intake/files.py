"""Paths to reports: folders are walked, each file read by its kind, each fault told and passed."""

import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from dragoman.errors import IntakeError, Refusal, UsageError
from dragoman.intake.articles import MAX_TEXT_CHARS, Article, to_report
from dragoman.intake.csv_rows import read_csv
from dragoman.intake.dates import day_in_name, parse_day
from dragoman.intake.decode import decode
from dragoman.intake.json_rows import Place, read_json_document, read_json_lines
from dragoman.intake.packed import Unpacked
from dragoman.intake.parquet_rows import read_parquet
from dragoman.intake.refusing import Refused
from dragoman.intake.rows import read_row
from dragoman.intake.words import intake_words
from dragoman.model import Report

MAX_TEXT_BYTES = 4 * MAX_TEXT_CHARS
"""Bytes of a text file: four a character is the most that UTF-8 takes."""
HEAD_BYTES = 65_536
"""How much of a file is seen at once, to tell its kind and encoding."""
STANDARD_INPUT = "-"
"""The path that stands for standard input."""

Reader = Callable[[io.BufferedReader], Iterator[Place]]


class Days(msgspec.Struct, frozen=True):
    """The days of a run: `date` for undated reports, `today` as the caller's clock has it."""

    date: str | None = None
    today: str | None = None


def read(
    paths: Iterable[str | Path] | str | Path,
    *,
    date: str | None = None,
    today: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Report | Refusal]:
    """Read reports one by one, in the order of the paths, and a refusal for each that is broken.

    Args:
        paths: files; folders, read recursively in the order of names less hidden files; and "-"
            for `stdin`, JSONL where it begins with a brace, else one text.
        date: the day of reports that have none of their own (YYYY-MM-DD).
        today: reports of a later day are flagged `future_date`; unset, none is.
        stdin: the stream that "-" reads, and leaves open.

    Raises:
        IntakeError: a path does not exist; raised before anything is read.
        UsageError: `date` or `today` is no day, or "-" stands without `stdin`.
    """
    roots = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    for root in roots:
        _check_path(root, stdin)
    return _read_roots(roots, Days(_checked_day(date), _checked_day(today)), stdin)


def _checked_day(day: str | None) -> str | None:
    try:
        return parse_day(day) if day is not None else None
    except Refused as refused:
        raise UsageError(f"{refused.message}: {refused.remedy}") from None


def _check_path(root: str, stdin: BinaryIO | None) -> None:
    if root == STANDARD_INPUT:
        if stdin is None:
            raise UsageError("'-' reads standard input, and none is given")
        return
    try:
        Path(root).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise IntakeError(f"{_shown(root)}: no such file or folder: check the path") from None
    except OSError:
        return  # it may be there and closed to us: told when its turn comes


def _read_roots(roots: list[str], days: Days, stdin: BinaryIO | None) -> Iterator[Report | Refusal]:
    for root in roots:
        if root == STANDARD_INPUT and stdin is not None:
            yield from _read_stdin(stdin, days)
        elif os.path.isdir(root):  # noqa: PTH112 - unlike Path.is_dir it never raises
            yield from _read_folder(root, days)
        else:
            yield from _read_file(root, days, named=True)


def _read_folder(folder: str, days: Days) -> Iterator[Report | Refusal]:
    faults: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            yield from _read_file(os.path.join(parent, name), days, named=False)  # noqa: PTH118 - names may be no text
    for fault in faults:
        yield _unreadable(_shown(str(fault.filename)), fault)


def _read_file(path: str, days: Days, *, named: bool) -> Iterator[Report | Refusal]:
    """Read one file; one that was found in a folder must be a regular file with reports."""
    source = _shown(path)
    name = os.path.basename(path).lower()  # noqa: PTH119 - names may be no text
    if not named and not os.path.isfile(path):  # noqa: PTH113 - unlike Path.is_file it never raises
        yield Refusal(source=source, code="unreadable", message="is no regular file")
        return
    try:
        with _open(path) as stream:
            if named or not _is_metadata(name, stream):
                yield from _read_stream(stream, name, source, days)
    except Refused as refused:
        yield refused.at(source)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Refusal(source=source, code="truncated", message=f"broken gzip: {error}")
    except OSError as error:
        yield _unreadable(source, error)


def _read_stdin(stdin: BinaryIO, days: Days) -> Iterator[Report | Refusal]:
    stream = _buffered(stdin)
    try:
        yield from _read_stream(stream, "", "standard input", days)
    except Refused as refused:
        yield refused.at("standard input")
    finally:
        stream.detach()


@contextmanager
def _open(path: str) -> Iterator[io.BufferedReader]:
    """The file's bytes, unpacked, behind a buffer that shows its head."""
    with Path(path).open("rb", buffering=0) as raw:
        packed = path.lower().endswith(".gz")
        with _buffered(Unpacked(raw) if packed else raw) as stream:
            yield stream


def _buffered(raw: object) -> io.BufferedReader:
    return io.BufferedReader(cast("io.RawIOBase", raw), HEAD_BYTES)


def _read_stream(
    stream: io.BufferedReader, name: str, source: str, days: Days
) -> Iterator[Report | Refusal]:
    stem, ending = os.path.splitext(name.removesuffix(".gz"))  # noqa: PTH122 - names may be no text
    name_date = day_in_name(stem)
    reader = _READERS.get(ending)
    if reader is None and ending not in _TEXT_ENDINGS and _opens_with(stream, b"{"):
        reader = read_json_lines
    if reader is None:
        yield to_report(_read_text(stream, name_date), date=days.date, today=days.today)
        return
    place = None
    for place, row in reader(stream):
        item = _row_item(row, f"{source}: {place}", name_date, days)
        if item is not None:
            yield item
    if place is None:
        raise Refused("empty", "holds no rows")


def _row_item(
    row: dict[str, object] | Refused, source: str, name_date: str | None, days: Days
) -> Report | Refusal | None:
    if isinstance(row, Refused):
        return row.at(source)
    try:
        found = read_row(row, name_date=name_date)
        if isinstance(found, Article):
            return to_report(found, date=days.date, today=days.today)
    except Refused as refused:
        return refused.at(source)
    return found


def _read_text(stream: io.BufferedReader, name_date: str | None) -> Article:
    data = stream.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        message = f"a text above {MAX_TEXT_BYTES:,} bytes"
        raise Refused("too_large", message, remedy="split it into its reports")
    decoded = decode(data)
    head = decoded.text[:HEAD_BYTES].lstrip().lower()
    if head.startswith(intake_words().markup):
        raise Refused("unsupported", "is marked-up text", remedy="give its plain text")
    return Article(text=decoded.text, encoding=decoded.encoding, name_date=name_date)


def _read_json(stream: io.BufferedReader) -> Iterator[Place]:
    """JSONL under the ending .json has a whole object in its first line."""
    first = stream.peek().lstrip().partition(b"\n")[0].rstrip()
    lines = first.startswith(b"{") and first.endswith(b"}")
    return read_json_lines(stream) if lines else read_json_document(stream)


def _is_metadata(name: str, stream: io.BufferedReader) -> bool:
    """A JSON file beside reports that holds none: a manifest, settings."""
    ending = name.removesuffix(".gz").endswith(".json")
    return ending and b'"text"' not in stream.peek()


def _opens_with(stream: io.BufferedReader, mark: bytes) -> bool:
    return stream.peek().removeprefix(b"\xef\xbb\xbf").lstrip().startswith(mark)


def _unreadable(source: str, error: OSError) -> Refusal:
    message = (error.strerror or str(error)).lower()
    return Refusal(source=source, code="unreadable", message=message, remedy="check permissions")


def _shown(path: str) -> str:
    """The path as text that can be printed, even where its bytes are none."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


_READERS: dict[str, Reader] = {
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": _read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
}
_TEXT_ENDINGS = frozenset({".txt", ".text", ".md"})
