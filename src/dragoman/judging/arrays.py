"""Files of arrays: what is learned from the exemplars is kept in them, and read by numpy alone."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelError

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
Stored = Mapping[str, npt.NDArray[np.generic]]
_BROKEN = (
    OSError,
    ValueError,
    KeyError,
    IndexError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
)


def write(arrays: Stored, path: Path) -> None:
    """Write a compressed file of arrays; the same arrays give the same bytes."""
    with path.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)


@contextmanager
def opened(source: Traversable | Path, *, what: str) -> Iterator[Stored]:
    """The arrays of a file, by name; `what` they are is told where they are not.

    Raises:
        ModelError: the file is missing or broken, or lacks what is taken from it.
    """
    try:
        with source.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            yield arrays
    except FileNotFoundError:
        raise ModelError(f"{source}: missing: run `make judge`") from None
    except _BROKEN as error:
        raise ModelError(f"{source}: no {what} ({error}): run `make judge`") from None


def letters(text: str) -> npt.NDArray[np.uint8]:
    """A text as an array."""
    return np.frombuffer(text.encode("utf-8"), dtype=np.uint8)


def words(stored: npt.NDArray[np.generic]) -> str:
    """The text that was stored so."""
    return stored.tobytes().decode("utf-8")
