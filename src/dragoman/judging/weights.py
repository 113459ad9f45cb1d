"""The judge's weights: the exemplars' features, and what each exemplar says for each type.

Kept in one compressed file of arrays, `weights.npz`, that `make judge` writes.
"""

import functools
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
import numpy as np

from dragoman.judging.arrays import Floats, Integers, Stored, letters, opened, words, write

SHIPPED: Traversable = files("dragoman.judging") / "weights.npz"


class Weights(msgspec.Struct, frozen=True, dict=True):
    """A trained judge.

    `rows[starts[j]:starts[j + 1]]` are the exemplars that have feature `j`; `rarity[j]` is its
    weight; `scale[i, f]` brings exemplar `i`'s features of family `f` to length 1; `votes[i, c]` is
    what exemplar `i` says for type `c`, and `taught[i]` where it stands. `leaning[c]` is added to
    the scores of a type, by how common it is; `sharpness` turns scores into probabilities. `stamp`
    is a hash over the exemplars that it was trained from.
    """

    features: tuple[str, ...]
    types: tuple[str, ...]
    rarity: Floats
    starts: Integers
    rows: Integers
    scale: Floats
    votes: Floats
    taught: tuple[str, ...]
    leaning: Floats
    sharpness: float
    stamp: str

    @functools.cached_property
    def number(self) -> dict[str, int]:
        """Features by name."""
        return {name: n for n, name in enumerate(self.features)}


def save(weights: Weights, path: Path) -> None:
    """Write weights; the same weights give the same bytes."""
    arrays: Stored = {
        "features": letters("\n".join(weights.features)),
        "types": letters("\n".join(weights.types)),
        "rarity": weights.rarity.astype(np.float16),
        "starts": weights.starts.astype(np.uint32),
        "rows": weights.rows.astype(np.uint16),
        "scale": weights.scale.astype(np.float16),
        "votes": weights.votes.astype(np.float16),
        "taught": letters("\n".join(weights.taught)),
        "leaning": weights.leaning.astype(np.float32),
        "sharpness": np.array([weights.sharpness], dtype=np.float32),
        "stamp": letters(weights.stamp),
    }
    write(arrays, path)


@functools.cache
def shipped() -> Weights:
    """The weights that come with the program, read once a process.

    Raises:
        ModelError: they are missing or broken.
    """
    return read(SHIPPED)


def read(source: Traversable | Path) -> Weights:
    """Read weights.

    Raises:
        ModelError: they are missing or broken.
    """
    with opened(source, what="weights of the judge") as arrays:
        return Weights(
            features=tuple(words(arrays["features"]).split("\n")),
            types=tuple(words(arrays["types"]).split("\n")),
            rarity=arrays["rarity"].astype(np.float32),
            starts=arrays["starts"].astype(np.int64),
            rows=arrays["rows"].astype(np.int64),
            scale=arrays["scale"].astype(np.float32),
            votes=arrays["votes"].astype(np.float32),
            taught=tuple(words(arrays["taught"]).split("\n")),
            leaning=arrays["leaning"].astype(np.float32),
            sharpness=float(arrays["sharpness"][0]),
            stamp=words(arrays["stamp"]),
        )
