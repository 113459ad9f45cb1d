"""Which of several phrases is the source, and which the target: weights of how each stands.

Kept in `sides.npz`, which `make judge` writes.
"""

import functools
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.judging.arrays import Floats, Stored, letters, opened, words, write
from dragoman.judging.standing import Standing

Choice = dict[str, float]
SIDES: Traversable = files("dragoman.judging") / "sides.npz"


class Sides(msgspec.Struct, frozen=True):
    """What each feature counts for a phrase to be the source, or the target.

    `stamp` is a hash over the exemplars that taught it.
    """

    source: Choice
    target: Choice
    stamp: str


def choose(weights: Choice, phrases: Sequence[Standing]) -> tuple[Standing, float]:
    """The likeliest of some phrases, the first of equals, and how likely it is, 0 to 1."""
    scores = np.array([sum(weights.get(f, 0.0) for f in sorted(one.features)) for one in phrases])
    best = int(scores.argmax())
    return phrases[best], float(1 / np.exp(scores - scores[best]).sum())


def save(sides: Sides, path: Path) -> None:
    """Write the weights; the same weights give the same bytes."""
    arrays: Stored = {
        "stamp": letters(sides.stamp),
        "source_features": letters("\n".join(sides.source)),
        "source": _numbers(sides.source),
        "target_features": letters("\n".join(sides.target)),
        "target": _numbers(sides.target),
    }
    write(arrays, path)


@functools.cache
def shipped_sides() -> Sides:
    """The weights that come with the program, read once a process.

    Raises:
        ModelError: they are missing or broken.
    """
    return read(SIDES)


def read(path: Traversable | Path) -> Sides:
    """Read weights.

    Raises:
        ModelError: they are missing or broken.
    """
    with opened(path, what="weights of sides") as arrays:
        return Sides(
            _choice(arrays["source_features"], arrays["source"]),
            _choice(arrays["target_features"], arrays["target"]),
            words(arrays["stamp"]),
        )


def _numbers(choice: Choice) -> Floats:
    return np.array(list(choice.values()), dtype=np.float32)


def _choice(names: npt.NDArray[np.generic], counts: npt.NDArray[np.generic]) -> Choice:
    return dict(zip(words(names).split("\n"), counts.tolist(), strict=True))
