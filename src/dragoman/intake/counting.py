"""How many items paths hold, for a progress bar: where it can be told without reading them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

LINES = (".jsonl", ".ndjson")  # a report a line
TEXTS = (".txt", ".text", ".md")  # a report a file
CHUNK = 1 << 20  # bytes that are read at once


def count(paths: Iterable[str | Path]) -> int | None:
    """The number of items that `read` would yield of files of text and of JSON lines.

    None where there is anything else: a table, a packed file, standard input.
    """
    total = 0
    for path in paths:
        for file in _files(str(path)):
            items = _items(file)
            if items is None:
                return None
            total += items
    return total


def _files(root: str) -> Iterator[str]:
    if not os.path.isdir(root):  # noqa: PTH112 - unlike Path.is_dir it never raises
        yield root
        return
    for parent, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(parent, name) for name in names if not name.startswith("."))  # noqa: PTH118 - names may be no text


def _items(file: str) -> int | None:
    ending = os.path.splitext(file)[1].lower()  # noqa: PTH122 - names may be no text
    if ending in TEXTS:
        return 1
    return _lines(file) if ending in LINES else None


def _lines(file: str) -> int | None:
    """Line ends, and a last line without one; blank lines are rare enough for a bar."""
    count, last = 0, b"\n"
    try:
        with Path(file).open("rb") as stream:
            while chunk := stream.read(CHUNK):
                count += chunk.count(b"\n")
                last = chunk[-1:]
    except OSError:
        return None
    return count + (last != b"\n")
