"""The second judge: a small sentence encoder that was tuned on the exemplars, read by numpy alone.

A transformer of BERT's kind (Devlin et al. 2019) over the text with both parties masked by names of
countries; what it answers rests on the mean of all places and on the places of the two parties. The
reckoning is written once, for numpy here and for the library that tunes it (`tuning.py`).
"""

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

import msgspec
import numpy as np

from dragoman.judging.arrays import Floats
from dragoman.judging.marked import Marked
from dragoman.judging.wordpieces import pieces

START, END = "[CLS]", "[SEP]"
LONGEST = 128  # pieces of a text that are read
HEAD = 32  # numbers of each head of attention
_EPSILON = 1e-12
Array = Any  # of numpy, or of the library that tunes


class Encoder(msgspec.Struct, frozen=True):
    """A tuned encoder: its arrays by name, its pieces by number, its types, what masks parties."""

    arrays: Mapping[str, Floats]
    known: Mapping[str, int]
    types: tuple[str, ...]
    masks: tuple[str, str]
    stamp: str


class Read(msgspec.Struct, frozen=True):
    """A text as pieces, and the places of its two parties; 0 stands for one that is not named."""

    pieces: tuple[int, ...]
    source: int
    target: int


def odds(encoder: Encoder, marked: Marked) -> dict[str, float]:
    """The logarithm of each type's probability."""
    read = cut(marked, encoder.known, encoder.masks)
    numbers = np.array([read.pieces])
    present = np.ones_like(numbers, dtype=bool)
    places = np.array([[read.source], [read.target]])
    own = Reckoning(np, encoder.arrays)
    scores = forward(own, numbers, present, places)[0].astype(np.float64)
    scores -= scores.max()
    logs = scores - np.log(np.exp(scores).sum())
    return dict(zip(encoder.types, logs.tolist(), strict=True))


def cut(marked: Marked, known: Mapping[str, int], masks: tuple[str, str]) -> Read:
    """Pieces of a text whose parties are masked, each stretch of a party by one mask."""
    found = [known[START]]
    places = [0, 0]
    last = None
    for token in marked.document.tokens:
        side = 0 if token.i in marked.source else 1 if token.i in marked.target else None
        if side is None:
            found.extend(pieces(token.text, known))
        elif side != last:
            places[side] = places[side] or len(found)
            found.extend(pieces(masks[side], known))
        last = side
    kept = found[: LONGEST - 1]
    source, target = (place if place < len(kept) else 0 for place in places)
    return Read((*kept, known[END]), source, target)


def same(values: Array) -> Array:
    """Nothing dropped: the way of reading; tuning drops some at random."""
    return values


class Reckoning(msgspec.Struct, frozen=True):
    """What the steps share: a library of arrays, the encoder's arrays, and what is dropped."""

    xp: ModuleType
    arrays: Mapping[str, Array]
    drop: Callable[[Array], Array] = same

    def line(self, values: Array, name: str) -> Array:
        """A linear step."""
        return values @ self.arrays[name].T + self.arrays[f"{name} bias"]

    def even(self, values: Array, name: str) -> Array:
        """Values of each place brought to one mean and spread."""
        centred = values - values.mean(-1, keepdims=True)
        spread = self.xp.sqrt((centred * centred).mean(-1, keepdims=True) + _EPSILON)
        return centred / spread * self.arrays[f"{name} scale"] + self.arrays[f"{name} shift"]


def forward(own: Reckoning, numbers: Array, present: Array, places: Array) -> Array:
    """Scores of types, one row a text.

    Args:
        own: What to reckon with.
        numbers: Pieces, texts by places.
        present: Where there is a piece, of the same shape.
        places: Of each text's source, and of its target: two rows.
    """
    xp, arrays, drop = own.xp, own.arrays, own.drop
    values = arrays["pieces"][numbers] + arrays["places"][: numbers.shape[1]]
    values = drop(own.even(values, "start"))
    hidden = xp.where(present[:, None, None, :], 0.0, -1e9).astype(values.dtype)
    for layer in range(sum(name.endswith(" query") for name in arrays)):
        values = _layer(own, values, str(layer), hidden)
    there = present[:, :, None]
    mean = (values * there).sum(1) / there.sum(1)
    rows = xp.arange(numbers.shape[0])
    seen = xp.concatenate([mean, values[rows, places[0]], values[rows, places[1]]], axis=-1)
    return own.line(drop(seen), "types")


def _layer(own: Reckoning, values: Array, layer: str, hidden: Array) -> Array:
    seen = own.line(_attention(own, values, layer, hidden), f"{layer} out")
    values = own.even(values + own.drop(seen), f"{layer} seen")
    inner = own.line(values, f"{layer} inner")
    cubed = inner * inner * inner  # a power is ten times slower
    bent = 0.5 * inner * (1 + own.xp.tanh(0.7978845608 * (inner + 0.044715 * cubed)))
    return own.even(values + own.drop(own.line(bent, f"{layer} outer")), f"{layer} end")


def _attention(own: Reckoning, values: Array, layer: str, hidden: Array) -> Array:
    texts, length, width = values.shape
    query, key, value = (
        own.line(values, f"{layer} {name}")
        .reshape(texts, length, width // HEAD, HEAD)
        .transpose(0, 2, 1, 3)
        for name in ("query", "key", "value")
    )
    weights = query @ key.transpose(0, 1, 3, 2) / HEAD**0.5 + hidden
    weights = own.xp.exp(weights - weights.max(-1, keepdims=True))
    weights = own.drop(weights / weights.sum(-1, keepdims=True))
    return (weights @ value).transpose(0, 2, 1, 3).reshape(texts, length, width)
