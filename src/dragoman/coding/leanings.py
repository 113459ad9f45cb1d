"""Words that lean for or against: attitudes, acts that take a side, praise and blame.

Whose they are and towards whom is left open here; `towards.py` looks at a target.
"""

import msgspec

from dragoman.codebooks.entries import StanceEntry, VerbEntry, stances, verbs
from dragoman.codebooks.evaluative import evaluative
from dragoman.coding.turns import is_negated
from dragoman.parsing.document import Document
from dragoman.parsing.frames import matches

_SIDES = {"supports": 1, "opposes": -1, "concerned": -1}


class Leaning(msgspec.Struct, frozen=True, gc=False):
    """A word, by its token, and its side: 1 for, -1 against; `source` is the codebook's entry."""

    i: int
    side: int
    source: str


def leanings(document: Document) -> dict[int, Leaning]:
    """The words of a document that lean, by their tokens; what is negated leans the other way."""
    found: dict[int, Leaning] = {}
    for i, side, source in (*_attitudes(document), *_acts(document), *_words(document)):
        if side and i not in found:
            turned = is_negated(document, document.tokens[i])
            found[i] = Leaning(i, -side if turned else side, source)
    return found


def _attitudes(document: Document) -> list[tuple[int, int, str]]:
    return [
        (m.predicate.i, _SIDES.get(m.entry.stance, 0), f"stances: {'|'.join(m.entry.predicate)}")
        for m in matches(document, stances(), StanceEntry)
    ]


def _acts(document: Document) -> list[tuple[int, int, str]]:
    side_of = evaluative().side_of_act
    return [
        (m.predicate.i, side_of(m.entry.type), f"verbs: {'|'.join(m.entry.predicate)}")
        for m in matches(document, verbs(), VerbEntry)
    ]


def _words(document: Document) -> list[tuple[int, int, str]]:
    side_of = evaluative().side_of
    return [(t.i, side_of(t.lemma.lower()), f"evaluative: {t.lemma}") for t in document.tokens]
