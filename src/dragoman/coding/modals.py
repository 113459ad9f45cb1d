"""Clauses of what should, must or can only be, as words of attitude of whoever says them."""

from collections.abc import Iterator

from dragoman.codebooks.entries import Condition, Index, StanceEntry
from dragoman.coding.frames import Match
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate, verb_slots

_MODAL = "MD"
_FOCUS = "only"


def modal_matches(document: Document, index: Index) -> Iterator[Match[StanceEntry]]:
    """Entries of part of speech `m` at their modal verbs; their slot `clause` is what they rule."""
    for token in document.tokens:
        if token.tag != _MODAL or token.dep != "aux":
            continue
        found = _predicate(document, token)
        for entry, conditions in index.by_key.get((token.lemma, "m"), ()):
            if isinstance(entry, StanceEntry) and all(_holds(found, c) for c in conditions):
                yield Match(found, entry)
                break


def _predicate(document: Document, modal: Token) -> Predicate:
    head = document.tokens[modal.head]
    slots = dict(verb_slots(document, head)) | {"clause": (head.i,)}
    focus = tuple(i for i in document.subtree(head.i) if document.tokens[i].lemma == _FOCUS)
    return Predicate(modal.i, modal.lemma, "m", modal.i, slots | {_FOCUS: focus})


def _holds(found: Predicate, condition: Condition) -> bool:
    return bool(found.slots.get(condition.slot)) != condition.absent
