"""Which type of event was coded where another is right."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from dragoman.evaluation.scoring import Comparison, shared_characters
from dragoman.evaluation.units import EventUnit
from dragoman.model import Event


class Confused(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """So many events of one type were coded as another; null: not there at all."""

    right: str | None
    coded: str | None
    count: int


def confusion(comparisons: Iterable[Comparison]) -> list[Confused]:
    """The table of event types, by right type, then the most frequent first.

    A missed event is taken for what was coded in its words, where that is nobody else's; the sides
    may differ, so that one type may be confused with itself.
    """
    pairs = Counter(pair for one in comparisons if one.kind == "event" for pair in _pairs(one))
    listed = [Confused(right=a, coded=b, count=n) for (a, b), n in pairs.items()]
    return sorted(listed, key=lambda c: (c.right is None, c.right or "", -c.count, c.coded or ""))


def _pairs(comparison: Comparison) -> Iterable[tuple[str | None, str | None]]:
    for unit, fact in comparison.found:
        if isinstance(unit, EventUnit) and isinstance(fact, Event):
            yield (
                fact.event_type if fact.event_type in unit.types else unit.types[0],
                fact.event_type,
            )
    left = [fact for fact in comparison.spurious if isinstance(fact, Event)]
    for unit in comparison.missed:
        if isinstance(unit, EventUnit):
            near = [(shared_characters(unit, fact, comparison.text), fact) for fact in left]
            shared, taken = max(near, key=lambda pair: pair[0], default=(0, None))
            if shared and taken is not None:
                left.remove(taken)
                yield unit.types[0], taken.event_type
            else:
                yield unit.types[0], None
    yield from ((None, fact.event_type) for fact in left)
