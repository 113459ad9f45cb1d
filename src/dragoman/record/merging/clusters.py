"""Tellings to acts: the likeliest pairs first, never two that cannot be one.

The result depends on nothing but the tellings: pairs are taken in the order of their scores, ties
in that of the tellings, and two groups join only where no pair of theirs speaks against it and all
their pairs together speak for it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.record.merging.findings import NEVER
from dragoman.record.merging.scoring import Score
from dragoman.record.merging.tellings import Telling

LEEWAY = 1.5  # how far below enough the mean of all pairs of two groups may lie
Pair = tuple[int, int]


def blocks(lines: Iterable[int], edges: Iterable[Pair]) -> list[list[int]]:
    """Lines that hang together by edges, each block and all of them in order."""
    parent = {line: line for line in lines}

    def root(line: int) -> int:
        while parent[line] != line:
            parent[line] = line = parent[parent[line]]
        return line

    for one, other in edges:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    found: dict[int, list[int]] = {}
    for line in sorted(parent):
        found.setdefault(root(line), []).append(line)
    return list(found.values())


def cluster(
    tellings: Sequence[Telling], scored: Callable[[Telling, Telling], Score]
) -> list[list[Telling]]:
    """The acts of one block, each its tellings in order; the acts in that of their first."""
    ordered = sorted(tellings, key=lambda telling: telling.order)
    places = range(len(ordered))
    scores = {(a, b): scored(ordered[a], ordered[b]).value for a, b in combinations(places, 2)}
    group_of = {place: [place] for place in places}
    for (one, other), value in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if value < 0:
            break
        mine, yours = group_of[one], group_of[other]
        if mine is not yours and _may_join(mine, yours, scores):
            joined = sorted(mine + yours)
            group_of.update(dict.fromkeys(joined, joined))
    return [[ordered[place] for place in group] for group in _each_once(group_of.values())]


def _may_join(mine: list[int], yours: list[int], scores: dict[Pair, float]) -> bool:
    values = [scores[(a, b) if a < b else (b, a)] for a in mine for b in yours]
    return NEVER not in values and sum(values) / len(values) >= -LEEWAY


def _each_once(groups: Iterable[list[int]]) -> Iterator[list[int]]:
    seen: set[int] = set()
    for group in groups:
        if group[0] not in seen:
            seen.add(group[0])
            yield group
