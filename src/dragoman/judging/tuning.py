"""The encoder tuned on the exemplars, with masks drawn anew each time: `make judge`.

The only module that needs JAX, which the extra `train` brings. One seed: the same machine gives the
same encoder; another may differ in the last figures.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import optax

from dragoman.codebooks.relations import relations
from dragoman.judging.base import Base
from dragoman.judging.encoder import Array, Encoder, Read, Reckoning, cut, forward
from dragoman.judging.marked import Marked

EPOCHS = 3
BATCH = 32
STEP = 1e-4  # the largest step of the base's weights; new ones take ten times as large ones
SMOOTHED = 0.1  # of the answer, shared among all types
DROPPED = 0.1
ALIKE = 16  # batches that are drawn together, so that texts of like length go together
_GRAIN = 16  # texts are filled up to a multiple of so many pieces
_SEED = 0
Arrays = dict[str, Array]


class Batch(NamedTuple):
    """Texts read at once, filled up to one length, and the numbers of their types."""

    numbers: Array
    present: Array
    places: Array
    answers: Array


def tune(
    base: Base, taught: Sequence[Marked], labels: Sequence[str], *, stamp: str, epochs: int = EPOCHS
) -> Encoder:
    """Tune a base on marked texts and their types; takes minutes."""
    types = tuple(sorted(set(labels)))
    masks = relations().masks
    width = base.arrays["pieces"].shape[1]
    arrays: Arrays = {name: jnp.asarray(array) for name, array in base.arrays.items()}
    arrays["types"] = jnp.zeros((len(types), 3 * width))
    arrays["types bias"] = jnp.zeros(len(types))
    answers = [types.index(label) for label in labels]
    rule = _rule(arrays, epochs * -(-len(taught) // BATCH))
    state = rule.init(arrays)
    step = jax.jit(partial(_step, rule))
    draw = np.random.default_rng(_SEED)
    key = jax.random.PRNGKey(_SEED)
    for _ in range(epochs):
        for batch in _batches(_masked(taught, base.known, draw), answers, draw):
            key, own = jax.random.split(key)
            arrays, state = step(arrays, state, batch, own)
    tuned = {name: np.asarray(array) for name, array in arrays.items()}
    return Encoder(tuned, base.known, types, (masks[0], masks[1]), stamp)


def _rule(arrays: Arrays, steps: int) -> optax.GradientTransformation:
    """AdamW (Loshchilov and Hutter 2019), steps growing over a tenth of the way, then shrinking."""
    kinds = {name: "new" if name.startswith("types") else "old" for name in arrays}
    rules = {
        kind: optax.adamw(
            optax.warmup_cosine_decay_schedule(0, most, steps // 10, steps), weight_decay=0.01
        )
        for kind, most in (("old", STEP), ("new", 10 * STEP))
    }
    return optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(rules, kinds))


def _step(
    rule: optax.GradientTransformation, arrays: Arrays, state: Array, batch: Batch, key: Array
) -> tuple[Arrays, Array]:
    found = jax.grad(_loss)(arrays, batch, key)
    updates, state = rule.update(found, state, arrays)
    return optax.apply_updates(arrays, updates), state


def _loss(arrays: Arrays, batch: Batch, key: Array) -> Array:
    keys = iter(jax.random.split(key, 64))

    def drop(values: Array) -> Array:
        kept = jax.random.bernoulli(next(keys), 1 - DROPPED, values.shape)
        return jnp.where(kept, values / (1 - DROPPED), 0)

    own = Reckoning(jnp, arrays, drop)
    scores = forward(own, batch.numbers, batch.present, batch.places)
    count = scores.shape[1]
    wanted = jax.nn.one_hot(batch.answers, count) * (1 - SMOOTHED) + SMOOTHED / count
    return -(wanted * jax.nn.log_softmax(scores)).sum(-1).mean()


def _batches(
    reads: Sequence[Read], answers: Sequence[int], draw: np.random.Generator
) -> Iterator[Batch]:
    """All texts once, in an order drawn anew, those of like length together."""
    order = draw.permutation(len(reads)).tolist()
    grouped: list[list[int]] = []
    for start in range(0, len(order), BATCH * ALIKE):
        some = sorted(order[start : start + BATCH * ALIKE], key=lambda n: len(reads[n].pieces))
        grouped.extend(some[n : n + BATCH] for n in range(0, len(some), BATCH))
    for n in draw.permutation(len(grouped)):
        rows = grouped[n]
        yield _filled([reads[i] for i in rows], [answers[i] for i in rows])


def _masked(
    taught: Sequence[Marked], known: Mapping[str, int], draw: np.random.Generator
) -> list[Read]:
    """The texts with their parties under masks drawn anew, so that no name means anything."""
    masks = relations().masks
    pairs = (draw.choice(len(masks), 2, replace=False) for _ in taught)
    return [
        cut(marked, known, (masks[first], masks[second]))
        for marked, (first, second) in zip(taught, pairs, strict=True)
    ]


def _filled(reads: Sequence[Read], answers: Sequence[int]) -> Batch:
    longest = -(-max(len(read.pieces) for read in reads) // _GRAIN) * _GRAIN
    numbers = np.zeros((len(reads), longest), dtype=np.int64)
    present = np.zeros((len(reads), longest), dtype=bool)
    for row, read in enumerate(reads):
        numbers[row, : len(read.pieces)] = read.pieces
        present[row, : len(read.pieces)] = True
    places = np.array([[read.source for read in reads], [read.target for read in reads]])
    return Batch(numbers, present, places, np.array(answers))
