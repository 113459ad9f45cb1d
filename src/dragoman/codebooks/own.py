"""A user's own codebook: a folder of files that add to the house's or take their entries' place.

The folder holds any of `plover.toml` (event types), `verbs.csv`, `stances.csv`, `cues.csv`,
`classes.toml` and `issues.toml`, written as the house's are. Which folder holds is a matter of the
running call: the pipeline sets it for each report, and a book is read once for each folder.
"""

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
FILES = ("plover.toml", "verbs.csv", "stances.csv", "cues.csv", "classes.toml", "issues.toml")

_folder: ContextVar[Path | None] = ContextVar("own codebook", default=None)


@contextmanager
def using(folder: Path | None) -> Iterator[None]:
    """Code with the folder's files laid over the house's; with null, the house's alone."""
    before = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(before)


def book(read: Callable[[Path | None], T]) -> Callable[[], T]:
    """A book as the running call sees it: `read` takes the user's folder, or null."""
    cached = functools.cache(read)

    @functools.wraps(read)
    def current() -> T:
        return cached(_folder.get())

    return current


def own_file(folder: Path | None, name: str) -> Path | None:
    """The user's file of this name, where there is one."""
    path = None if folder is None else folder / name
    return path if path is not None and path.is_file() else None
