"""How far two parties agree: the measures, apart from where their positions come from.

The unit is an issue in a month on which both took a stance. Stances stand on a scale: opposes,
neutral or concerned, supports; its ends are 1 apart and neighbours a half. Similarity is S of
Signorino and Ritter (1999), 1 - 2 d for the mean distance d: 1 where all stances are shared, -1
where all are opposed. It cannot tell agreement from chance where nearly everybody says the same.
Scott's pi with the same distances (after Häge, 2011), 1 - d / e, can: e is the distance to be
expected if each drew its stances from those that the two took together.
"""

from collections import Counter
from collections.abc import Mapping
from math import fsum

import msgspec

from dragoman.model import Stance

SCALE: Mapping[Stance, float] = {
    "opposes": 0.0,
    "concerned": 0.5,
    "neutral": 0.5,
    "supports": 1.0,
}
LEAST = 5  # positions on which a figure has to rest so that it is shown without a mark


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """What two parties' stances on the same issues in the same months come to.

    `shared` are on one side, `opposed` on contrary ones, of `n` in all. `similarity` is S, `pi` is
    corrected for chance and null where both only ever took one stance. Both are null where n is 0.
    """

    n: int
    shared: int
    opposed: int
    similarity: float | None
    pi: float | None


def agreement(counted: Counter[tuple[Stance, Stance]]) -> Agreement:
    """The agreement of two parties, by how many units have each pair of stances."""
    n = counted.total()
    if n == 0:
        return Agreement(n=0, shared=0, opposed=0, similarity=None, pi=None)
    apart = {pair: abs(SCALE[pair[0]] - SCALE[pair[1]]) for pair in counted}
    distance = fsum(apart[pair] * count for pair, count in counted.items()) / n
    expected = _expected(counted)
    return Agreement(
        n=n,
        shared=sum(count for pair, count in counted.items() if apart[pair] == 0),
        opposed=sum(count for pair, count in counted.items() if apart[pair] == 1),
        similarity=round(1 - 2 * distance, 3),
        pi=round(1 - distance / expected, 3) if expected else None,
    )


def _expected(counted: Counter[tuple[Stance, Stance]]) -> float:
    """The mean distance of two stances drawn at random from those that both took together."""
    places: Counter[float] = Counter()
    for (one, two), count in counted.items():
        places[SCALE[one]] += count
        places[SCALE[two]] += count
    total = places.total()
    return fsum(abs(a - b) * places[a] * places[b] / total**2 for a in places for b in places)
