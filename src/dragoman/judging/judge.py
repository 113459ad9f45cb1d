"""The judge: which type a marked text is most like, by the exemplars that it was trained from.

Two weigh the text: the likeness of its features to the exemplars', and an encoder that was tuned on
them. The geometric mean of what both say is more often right than either (Hinton 2002: a product of
experts).
"""

from collections.abc import Iterable, Mapping

import msgspec
import numpy as np

from dragoman.judging.arrays import Floats
from dragoman.judging.features import WEIGHTS
from dragoman.judging.weights import Weights

TOGETHER = 0.5  # of each: the mean of two logarithms
NEAREST = 2  # exemplars named in a reason


class Verdict(msgspec.Struct, frozen=True):
    """Types with their probabilities, likeliest first, and the exemplars that spoke most for it."""

    ranked: tuple[tuple[str, float], ...]
    nearest: tuple[str, ...]

    @property
    def type(self) -> str:
        """The likeliest type."""
        return self.ranked[0][0]

    @property
    def confidence(self) -> float:
        """Its probability, 0 to 1."""
        return self.ranked[0][1]


def judge(
    weights: Weights, features: Iterable[str], read: Mapping[str, float] | None = None
) -> Verdict:
    """Weigh a text's features against the exemplars'.

    Args:
        weights: The trained judge.
        features: The text's.
        read: The logarithm of each type's probability, as the encoder reads the text.
    """
    alike = likeness(weights, features)
    logs = _logs((alike @ weights.votes + weights.leaning) * weights.sharpness)
    if read is not None:
        logs = _logs((logs + np.array([read[name] for name in weights.types])) * TOGETHER)
    shares = np.exp(logs)
    order = sorted(range(len(weights.types)), key=lambda c: (-shares[c], c))
    spoken = alike * weights.votes[:, order[0]]
    nearest = sorted(range(len(spoken)), key=lambda i: (-spoken[i], i))[:NEAREST]
    return Verdict(
        ranked=tuple((weights.types[c], float(shares[c])) for c in order),
        nearest=tuple(weights.taught[i] for i in nearest if spoken[i] > 0),
    )


def _logs(scores: Floats) -> Floats:
    shifted = scores - scores.max()
    logs: Floats = shifted - np.log(np.exp(shifted).sum())
    return logs


def likeness(weights: Weights, features: Iterable[str]) -> Floats:
    """How alike a text is to each exemplar: the weighted sum of their families' cosines."""
    alike = np.zeros(len(weights.votes), dtype=np.float32)
    known = sorted(
        (name[0], weights.number[name]) for name in set(features) if name in weights.number
    )
    for family, (letter, weight) in enumerate(WEIGHTS.items()):
        own = [n for first, n in known if first == letter]
        length = float(np.sqrt(np.square(weights.rarity[own]).sum())) if own else 1.0
        sums = np.zeros_like(alike)
        for n in own:
            sums[weights.rows[weights.starts[n] : weights.starts[n + 1]]] += (
                weight * weights.rarity[n] * weights.rarity[n] / length
            )
        alike += sums * weights.scale[:, family]
    return alike
