"""The score of two tellings, and never without the sentence that explains it."""

import msgspec

from dragoman.codebooks.merging import merging_book
from dragoman.record.merging.features import QUESTIONS
from dragoman.record.merging.findings import NEVER
from dragoman.record.merging.tellings import Telling

VERSION = (
    "2"  # of the questions and weights, kept in the record: `dragoman merge` applies them anew
)


class Score(msgspec.Struct, frozen=True):
    """How much speaks for two tellings being one act, over what is enough; and what does.

    Zero or more: they are one. Minus infinity: they cannot be.
    """

    value: float
    why: str


def score(one: Telling, other: Telling) -> Score:
    """Weigh two tellings; the order in which they are given does not matter."""
    if one.event.event_type != other.event.event_type:
        return Score(NEVER, "acts of two types")
    first, second = sorted((one, other), key=lambda telling: telling.order)
    total = -merging_book().kind(one.event.event_type).enough
    said = []
    for question, weight in QUESTIONS:
        found = question(first, second)
        if found is None:
            continue
        if found.value == NEVER:
            return Score(NEVER, found.says)
        total += weight * found.value
        said.append(found.says)
    return Score(round(total, 6), "; ".join(said))
