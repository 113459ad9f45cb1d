"""The judge's weights: the exemplars' features, and what each exemplar says for each type.

Kept in one compressed file of arrays, `weights.npz`, that `make judge` writes.
"""

import functools
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelError

SHIPPED: Traversable = files("dragoman.judging") / "weights.npz"
Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]


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
    arrays: dict[str, npt.NDArray[np.generic]] = {
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
    with path.open("wb") as stream:
        np.savez_compressed(stream, allow_pickle=False, **arrays)


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
    try:
        with source.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
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
    except FileNotFoundError:
        raise ModelError(f"{source}: missing: run `make judge`") from None
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise ModelError(f"{source}: no weights of the judge ({error}): run `make judge`") from None


def letters(text: str) -> npt.NDArray[np.uint8]:
    """A text as an array, for a file of arrays."""
    return np.frombuffer(text.encode("utf-8"), dtype=np.uint8)


def words(stored: npt.NDArray[np.generic]) -> str:
    """The text that was stored so."""
    return stored.tobytes().decode("utf-8")
