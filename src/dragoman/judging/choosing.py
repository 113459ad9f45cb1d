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

from dragoman.errors import ModelError
from dragoman.judging.standing import Standing
from dragoman.judging.weights import Floats, letters, words

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
    with path.open("wb") as stream:
        np.savez_compressed(
            stream,
            allow_pickle=False,
            stamp=letters(sides.stamp),
            source_features=letters("\n".join(sides.source)),
            source=_numbers(sides.source),
            target_features=letters("\n".join(sides.target)),
            target=_numbers(sides.target),
        )


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
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return Sides(
                _choice(arrays["source_features"], arrays["source"]),
                _choice(arrays["target_features"], arrays["target"]),
                words(arrays["stamp"]),
            )
    except FileNotFoundError:
        raise ModelError(f"{path}: missing: run `make judge`") from None
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise ModelError(f"{path}: no weights of sides ({error}): run `make judge`") from None


def _numbers(choice: Choice) -> Floats:
    return np.array(list(choice.values()), dtype=np.float32)


def _choice(names: npt.NDArray[np.generic], counts: Floats) -> Choice:
    return dict(zip(words(names).split("\n"), counts.tolist(), strict=True))
