"""Predicates against codebook entries: which entry holds where."""

from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from dragoman.codebooks.entries import Condition, Entry, Index, light_verbs
from dragoman.parsing.document import Document
from dragoman.parsing.predicates import Predicate, predicate

E = TypeVar("E", bound=Entry)
_WHEN = ("DATE", "TIME")


class Match(msgspec.Struct, Generic[E], frozen=True):
    """An entry that holds of a predicate, and the others that held with fewer conditions."""

    predicate: Predicate
    entry: E
    beaten: tuple[E, ...] = ()


def matches(document: Document, index: Index, entry_type: type[E]) -> Iterator[Match[E]]:
    """Where entries hold, in the order of the text; one match a token."""
    light = light_verbs()
    for token in document.tokens:
        if token.lemma not in index.lemmas or token.dep == "aux":
            continue
        found = predicate(document, token.i, light=light)
        held = _held(document, index, found)
        if held:
            typed = [entry for entry in held if isinstance(entry, entry_type)]
            yield Match(found, typed[0], tuple(typed[1:]))


def _held(document: Document, index: Index, found: Predicate) -> list[Entry]:
    """Entries of the very lemma: with a particle a verb is another one (`strike down` a law)."""
    return [
        entry
        for entry, conditions in index.by_key.get((found.lemma, found.pos), ())
        if all(_holds(document, found, condition) for condition in conditions)
    ]


def _holds(document: Document, found: Predicate, condition: Condition) -> bool:
    filled = filled_slot(document, found, condition.slot)
    if condition.absent:
        return not filled
    if not condition.words:
        return bool(filled)
    return condition.negated != any(_is_word(document, i, condition.words) for i in filled)


def filled_slot(document: Document, found: Predicate, slot: str) -> tuple[int, ...]:
    """What fills a slot; a verb's preposition may hang on its object: `accuse X of`.

    In `agreed on Wednesday` the day is not what was agreed on.
    """
    filled = found.slots.get(slot, ())
    if slot == "on":
        filled = tuple(i for i in filled if document.tokens[i].entity not in _WHEN)
    if filled or found.pos != "v" or "object" not in found.slots:
        return filled
    return tuple(
        target.i
        for i in found.slots["object"]
        if i > found.i
        for child in document.children(i, "prep")
        if child.text.lower() == slot
        for target in document.children(child.i, "pobj", "pcomp")
    )


def _is_word(document: Document, i: int, words: frozenset[str]) -> bool:
    lemma = document.tokens[i].lemma
    if lemma in words:
        return True
    return any(
        f"{lemma}+{child.lemma}" in words
        for child in document.children(i, "amod", "compound", "nmod", "advmod")
    )
