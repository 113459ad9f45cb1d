"""A base encoder small enough for tests: random arrays of the right shapes."""

import numpy as np

from dragoman.judging.arrays import Floats
from dragoman.judging.base import Base
from dragoman.judging.encoder import END, HEAD, LONGEST, START
from dragoman.judging.wordpieces import UNKNOWN

WIDTH = 2 * HEAD
INNER = 3 * HEAD
PIECES = (START, END, UNKNOWN, "sent", "shelled", "thanked", "tents", "to", "for", "france", "iran")


def small_base(layers: int = 2) -> Base:
    """Layers of arrays that are the same each time."""
    draw = np.random.default_rng(7)

    def some(*shape: int) -> Floats:
        return draw.normal(0, 0.1, shape).astype(np.float32)

    arrays = {"pieces": some(len(PIECES), WIDTH), "places": some(LONGEST, WIDTH)}
    sizes = {"query": (WIDTH, WIDTH), "key": (WIDTH, WIDTH), "value": (WIDTH, WIDTH)}
    sizes |= {"out": (WIDTH, WIDTH), "inner": (INNER, WIDTH), "outer": (WIDTH, INNER)}
    norms = ["start"]
    for layer in range(layers):
        for name, shape in sizes.items():
            arrays[f"{layer} {name}"] = some(*shape)
            arrays[f"{layer} {name} bias"] = some(shape[0])
        norms += [f"{layer} seen", f"{layer} end"]
    for name in norms:
        arrays[f"{name} scale"] = 1 + some(WIDTH)
        arrays[f"{name} shift"] = some(WIDTH)
    return Base(arrays, {piece: n for n, piece in enumerate(PIECES)})
