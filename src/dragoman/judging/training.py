"""Training of the judge from the exemplars: one linear solve, so nothing depends on chance.

Kernel ridge regression on the weighted sum of the families' cosines: each type's target is 1 for
its own exemplars, almost 1 for those of a type that counts as the same, and a share of -1 for
others. Types that are rare in news need more to be said. How sharp the probabilities are is fitted
to the answers that each exemplar would have got had it not been trained on, which the solve gives
for nothing.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from dragoman.codebooks.exemplars import Exemplar
from dragoman.codebooks.relations import relations
from dragoman.judging.arrays import Floats, Integers
from dragoman.judging.candidates import candidates
from dragoman.judging.conventions import convened
from dragoman.judging.features import FAMILIES, WEIGHTS, features
from dragoman.judging.marked import Marked, mark
from dragoman.judging.weights import Weights
from dragoman.model import Report, line_id
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse

STIFFNESS = 2.0  # ridge: from 1 to 3 the figures differ by less than half a point
SEEN = 2  # exemplars that must have a feature
AKIN = 0.8  # what an exemplar says for the type that counts as the same as its own
LEANING = 0.04  # of the logarithm of how much commoner a type is in news than among the exemplars
_SHARPNESS = tuple(float(n) for n in range(1, 13))


class Lesson(msgspec.Struct, frozen=True):
    """An exemplar as it is taught: its marks, its features, and its label in the relation layer."""

    marked: Marked
    features: frozenset[str]
    label: str


def lessons(taught: Sequence[Exemplar]) -> list[Lesson]:
    """Exemplars, parsed.

    Raises:
        ModelError: the language model is missing.
    """
    return [_lesson(one, found) for one, found in zip(taught, _parsed(taught), strict=True)]


def train(taught: Sequence[Exemplar], given: Sequence[Lesson]) -> Weights:
    """Train the judge of features; `given` are the exemplars' lessons."""
    places = tuple(f"{one.file} line {one.line}" for one in taught)
    labels = [lesson.label for lesson in given]
    return fit([lesson.features for lesson in given], labels, places=places, stamp=stamp(taught))


def stamp(taught: Iterable[Exemplar]) -> str:
    """A short hash over exemplars; weights trained from others have another."""
    digest = hashlib.blake2b(digest_size=8)
    for exemplar in taught:
        digest.update(msgspec.json.encode(exemplar))
    return digest.hexdigest()


def _parsed(taught: Iterable[Exemplar]) -> Iterable[Document]:
    reports = (
        Report(id=line_id(one.file, one.line), published="2000-01-01", text=one.sentence)
        for one in taught
    )
    return (found for found in parse(reports) if isinstance(found, Document))


def _lesson(exemplar: Exemplar, document: Document) -> Lesson:
    marked = mark(document, exemplar.actor, exemplar.recipient)
    found = candidates(marked)
    return Lesson(marked, features(marked, found), convened(marked, exemplar.event_type, found))


def fit(
    taught: Sequence[frozenset[str]], labels: Sequence[str], *, places: tuple[str, ...], stamp: str
) -> Weights:
    """Weights from features and labels, both in the order of the exemplars."""
    seen = Counter(name for found in taught for name in found)
    names = tuple(sorted(name for name, n in seen.items() if n >= SEEN))
    rarity = np.array([np.log((1 + len(taught)) / (1 + seen[n])) + 1 for n in names], np.float32)
    starts, rows = _postings(taught, names)
    scale = _scale(names, rarity, starts, rows, len(taught))
    alike = _likeness(names, rarity, starts, rows, scale)
    types = tuple(sorted(set(labels)))
    votes, left_out = _solve(alike, labels, types)
    sharpness = max(_SHARPNESS, key=lambda s: _likelihood(left_out * s, labels, types))
    return Weights(
        names,
        types,
        rarity,
        starts,
        rows,
        scale,
        votes,
        places,
        _leaning(labels, types),
        sharpness,
        stamp,
    )


def _postings(
    taught: Sequence[frozenset[str]], names: tuple[str, ...]
) -> tuple[Integers, Integers]:
    having: dict[str, list[int]] = {name: [] for name in names}
    for i, found in enumerate(taught):
        for name in found:
            if name in having:
                having[name].append(i)
    starts = np.cumsum([0, *(len(having[name]) for name in names)]).astype(np.int64)
    rows = np.array([i for name in names for i in having[name]], dtype=np.int64)
    return starts, rows


def _scale(
    names: tuple[str, ...], rarity: Floats, starts: Integers, rows: Integers, count: int
) -> Floats:
    squares = np.zeros((count, len(FAMILIES)), dtype=np.float32)
    for n, name in enumerate(names):
        squares[rows[starts[n] : starts[n + 1]], FAMILIES.index(name[0])] += rarity[n] ** 2
    lengths = np.sqrt(squares)
    return np.where(lengths > 0, 1 / np.maximum(lengths, 1e-6), 0).astype(np.float32)


def _leaning(labels: Sequence[str], types: tuple[str, ...]) -> Floats:
    folds, shares = relations().folded, relations().shares
    own = Counter(folds.get(label, label) for label in labels)
    alike = [folds.get(name, name) for name in types]
    given = [shares[name] / 100 * len(labels) / own[name] for name in alike]
    return (LEANING * np.log(given)).astype(np.float32)


def _likeness(
    names: tuple[str, ...], rarity: Floats, starts: Integers, rows: Integers, scale: Floats
) -> Floats:
    """The kernel of all exemplars with each other."""
    total = np.zeros((len(scale), len(scale)), dtype=np.float32)
    for family, letter in enumerate(FAMILIES):
        sums = np.zeros_like(total)
        for n in (n for n, name in enumerate(names) if name[0] == letter):
            own = rows[starts[n] : starts[n + 1]]
            sums[np.ix_(own, own)] += rarity[n] ** 2
        total += WEIGHTS[letter] * sums * np.outer(scale[:, family], scale[:, family])
    return total


def _solve(alike: Floats, labels: Sequence[str], types: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Votes, and the scores that each exemplar has from all others."""
    targets = np.array([[_target(label, name, len(types)) for name in types] for label in labels])
    inverse = np.linalg.inv(alike.astype(np.float64) + STIFFNESS * np.eye(len(labels)))
    votes = inverse @ targets
    left_out = targets - votes / np.diag(inverse)[:, None]
    return votes.astype(np.float32), left_out.astype(np.float32)


def _target(label: str, name: str, count: int) -> float:
    folds = relations().folded
    if label == name:
        return 1
    return AKIN if folds.get(label, label) == folds.get(name, name) else -1 / max(1, count - 1)


def _likelihood(scores: Floats, labels: Sequence[str], types: tuple[str, ...]) -> float:
    shifted = scores - scores.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return float(sum(logs[i, types.index(label)] for i, label in enumerate(labels)))
