"""Learning from the exemplars which phrase is the source and which the target.

A softmax over the phrases of each sentence (McFadden's conditional logit), fitted by a fixed number
of steps down the gradient, so nothing depends on chance. Features name no words but prepositions:
what is learned is where parties stand.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from dragoman.judging.arrays import Integers
from dragoman.judging.choosing import Choice, Sides
from dragoman.judging.marked import Marked
from dragoman.judging.standing import Standing, facing, standings

SEEN = 8  # phrases that must have a feature
STIFFNESS = 0.001  # ridge: from 0.0003 to 0.003 the figures differ by less than half a point
STEPS, STEP, MOMENTUM = 120, 0.7, 0.8

_Doubles = npt.NDArray[np.float64]
Lesson = tuple[list[Standing], list[bool]]  # phrases, and which of them is the one sought


class _Table(msgspec.Struct, frozen=True):
    """All phrases of all lessons: `rows[k]` has the feature `columns[k]`; `lesson` of each row."""

    rows: Integers
    columns: Integers
    lesson: Integers
    sought: _Doubles
    lessons: int
    features: int

    def scores(self, weights: _Doubles) -> _Doubles:
        """What speaks for each phrase."""
        return np.bincount(self.rows, weights[self.columns], len(self.lesson)).astype(float)

    def shares(self, odds: _Doubles) -> _Doubles:
        """The odds of phrases, so that those of a lesson have the sum 1."""
        sums = np.bincount(self.lesson, odds, self.lessons).astype(float)
        shares: _Doubles = odds / sums[self.lesson]
        return shares

    def gradient(self, wanting: _Doubles) -> _Doubles:
        """How much each feature should count more, by what phrases are wanting."""
        sums = np.bincount(self.columns, wanting[self.rows], self.features).astype(float)
        mean: _Doubles = sums / self.lessons
        return mean


def learn(taught: Iterable[Marked], *, stamp: str) -> Sides:
    """Weights for the choice of source and target, from the exemplars' marks."""
    sources: list[Lesson] = []
    targets: list[Lesson] = []
    for marked in taught:
        phrases = standings(marked.document)
        sources.append(_lesson(marked, phrases, marked.source, marked.source_head))
        source = next((one for one in phrases if one.i == marked.source_head), None)
        if source is not None:
            others = facing(marked.document, phrases, source)
            targets.append(_lesson(marked, others, marked.target, marked.target_head))
    return Sides(fit(sources), fit(targets), stamp)


def _lesson(
    marked: Marked, phrases: list[Standing], side: frozenset[int], head: int | None
) -> Lesson:
    """Those who are listed within a side are as right as its head."""
    tokens = marked.document.tokens
    return phrases, [
        one.i == head or (one.i in side and tokens[one.i].dep == "conj") for one in phrases
    ]


def fit(lessons: Sequence[Lesson]) -> Choice:
    """What each feature counts for a phrase to be the one sought; lessons without one are left."""
    useful = [lesson for lesson in lessons if any(lesson[1])]
    seen = Counter(f for phrases, _ in useful for one in phrases for f in one.features)
    names = sorted(name for name, n in seen.items() if n >= SEEN)
    table = _table(useful, {name: n for n, name in enumerate(names)})
    weights = np.zeros(len(names))
    pace = np.zeros(len(names))
    for _ in range(STEPS):
        scores = table.scores(weights)
        shares = table.shares(np.exp(scores - scores.max()))
        right = table.shares(shares * table.sought)
        pace = MOMENTUM * pace + table.gradient(right - shares) - STIFFNESS * weights
        weights += STEP * pace
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def _table(lessons: Sequence[Lesson], number: dict[str, int]) -> _Table:
    flat = [
        (n, one, right)
        for n, (ones, rights) in enumerate(lessons)
        for one, right in zip(ones, rights, strict=True)
    ]
    cells = [
        (row, number[name])
        for row, (_, one, _) in enumerate(flat)
        for name in sorted(one.features)
        if name in number
    ]
    return _Table(
        rows=np.array([row for row, _ in cells], np.int64),
        columns=np.array([column for _, column in cells], np.int64),
        lesson=np.array([n for n, _, _ in flat], np.int64),
        sought=np.array([right for _, _, right in flat], np.float64),
        lessons=len(lessons),
        features=len(number),
    )
