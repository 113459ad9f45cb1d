"""What the words near the parties mean, as one vector: a verb that no exemplar has is like others.

The vectors of single words are in `words.npz`, distilled from a sentence encoder
(`benchmarks/judging/words.py`).
"""

import functools
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np

from dragoman.errors import ModelError
from dragoman.judging.marked import Marked
from dragoman.judging.near import near
from dragoman.judging.weights import Floats

SHIPPED: Traversable = files("dragoman.judging") / "words.npz"
_CONTENT = ("VERB", "NOUN", "ADJ", "ADV")


def sense(marked: Marked) -> Floats:
    """The mean of the vectors of the content words near the parties, at length 1 (0 if none)."""
    number, vectors = _words()
    near_words = (
        token.lemma.lower()
        for token in near(marked)
        if token.i not in marked.sides and token.pos in _CONTENT
    )
    known = [number[word] for word in near_words if word in number]
    total: Floats = vectors[known].sum(axis=0)
    length = np.float32(max(1e-6, float(np.linalg.norm(total))))
    return np.divide(total, length, dtype=np.float32)


@functools.cache
def _words() -> tuple[dict[str, int], Floats]:
    try:
        with SHIPPED.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            words = arrays["words"].tobytes().decode("utf-8").split("\n")
            return {word: n for n, word in enumerate(words)}, arrays["vectors"].astype(np.float32)
    except (OSError, ValueError, KeyError, EOFError) as error:
        raise ModelError(f"{SHIPPED}: no word vectors ({error}): install Dragoman anew") from None
