"""The encoder's file, `encoder.npz`: matrices as whole numbers of eight bits, a scale a row."""

import functools
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dragoman.judging.arrays import Floats, Stored, letters, opened, words, write
from dragoman.judging.encoder import Encoder

SHIPPED: Traversable = files("dragoman.judging") / "encoder.npz"
_MOST = 127
_SCALE = " per step"  # what the name of a matrix's scales ends with


def save(encoder: Encoder, path: Path) -> None:
    """Write an encoder; the same arrays give the same bytes."""
    stored: dict[str, npt.NDArray[np.generic]] = {}
    for name, array in sorted(encoder.arrays.items()):
        stored |= _stored(f"array {name}", array)
    known = sorted(encoder.known, key=encoder.known.__getitem__)
    stored["known"] = letters("\n".join(known))
    stored["labels"] = letters("\n".join(encoder.types))
    stored["masks"] = letters("\n".join(encoder.masks))
    stored["stamp"] = letters(encoder.stamp)
    write(stored, path)


@functools.cache
def shipped() -> Encoder:
    """The encoder that comes with the program, read once a process.

    Raises:
        ModelError: it is missing or broken.
    """
    return read(SHIPPED)


def read(source: Traversable | Path) -> Encoder:
    """Read an encoder.

    Raises:
        ModelError: it is missing or broken.
    """
    with opened(source, what="encoder") as stored:
        masks = words(stored["masks"]).split("\n")
        return Encoder(
            arrays=_arrays(stored),
            known={piece: n for n, piece in enumerate(words(stored["known"]).split("\n"))},
            types=tuple(words(stored["labels"]).split("\n")),
            masks=(masks[0], masks[1]),
            stamp=words(stored["stamp"]),
        )


def _stored(name: str, array: Floats) -> dict[str, npt.NDArray[np.generic]]:
    if array.ndim == 1:
        return {name: array.astype(np.float16)}
    steps = np.maximum(np.abs(array).max(axis=1), 1e-8).astype(np.float32) / _MOST
    return {name: np.rint(array / steps[:, None]).astype(np.int8), f"{name}{_SCALE}": steps}


def _arrays(stored: Stored) -> dict[str, Floats]:
    found = {}
    for name in stored:
        if name.startswith("array ") and not name.endswith(_SCALE):
            array = stored[name].astype(np.float32)
            if array.ndim > 1:
                array *= stored[f"{name}{_SCALE}"].astype(np.float32)[:, None]
            found[name.removeprefix("array ")] = array
    return found
