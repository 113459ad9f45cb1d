"""A user's own codebook: a folder of files that add to the house's or take their entries' place.

The folder holds any of `plover.toml` (event types), `verbs.csv`, `stances.csv`, `cues.csv`,
`classes.toml` and `issues.toml`, written as the house's are. Which folder holds is a matter of the
running call: the pipeline sets it for each report, and a book is read once for each folder.

A record that was coded with such files keeps what names its types and issues; while it is open,
these are laid over the house's in the same way.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
FILES = ("plover.toml", "verbs.csv", "stances.csv", "cues.csv", "classes.toml", "issues.toml")

KEPT = ("plover.toml", "issues.toml")  # what a record keeps: the names that stand in its lines


class Kept(msgspec.Struct, frozen=True):
    """The files, as name and text, that the lines of a record were coded with, the oldest first."""

    files: tuple[tuple[str, str], ...]


Own = Path | Kept
_own: ContextVar[Own | None] = ContextVar("own codebook", default=None)


@contextmanager
def using(own: Own | None) -> Iterator[None]:
    """Code, or read, with these files laid over the house's; with null, the house's alone."""
    before = _own.set(own)
    try:
        yield
    finally:
        _own.reset(before)


def book(read: Callable[[Own | None], T]) -> Callable[[], T]:
    """A book as the running call sees it: `read` takes the user's files, or null."""
    cached = functools.cache(read)

    @functools.wraps(read)
    def current() -> T:
        return cached(_own.get())

    return current


def own_file(own: Own | None, name: str) -> Path | None:
    """The user's file of this name, where there is a folder that has one."""
    path = own / name if isinstance(own, Path) else None
    return path if path is not None and path.is_file() else None


def own_texts(own: Own | None, name: str) -> list[tuple[str, bytes]]:
    """What all the user's files of this name hold, each after the words that errors name it by."""
    if isinstance(own, Kept):
        return [(f"the record's {name}", text.encode()) for kept, text in own.files if kept == name]
    path = own_file(own, name)
    return [] if path is None else [(str(path), path.read_bytes())]
