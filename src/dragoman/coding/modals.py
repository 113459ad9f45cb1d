"""Clauses of what should, must or can only be, as words of attitude of whoever says them."""

from collections.abc import Collection, Iterator

from dragoman.codebooks.entries import Condition, Index, StanceEntry
from dragoman.parsing.document import Document, Token
from dragoman.parsing.frames import Match
from dragoman.parsing.predicates import Predicate
from dragoman.parsing.slots import verb_slots

_MODAL = "MD"
_FOCUS = "only"


def modal_matches(document: Document, index: Index) -> Iterator[Match[StanceEntry]]:
    """Entries of part of speech `m` at their modal verbs; their slot `clause` is what they rule."""
    for token in document.tokens:
        entries = index.by_key.get((token.lemma, "m"), ())
        ruled = _ruled(document, token) if entries else None
        if ruled is None or _is_aside(document, ruled):
            continue
        found = _predicate(document, token, ruled)
        for entry, conditions in entries:
            if isinstance(entry, StanceEntry) and all(_holds(found, c) for c in conditions):
                yield Match(found, entry)
                break


def _ruled(document: Document, modal: Token) -> Token | None:
    """The verb that a modal stands before: `should end`, `ought to end`, `needs to end`."""
    if modal.tag == _MODAL and modal.dep == "aux":
        return document.tokens[modal.head]
    for child in document.children(modal.i, "xcomp"):
        if any(grand.tag == "TO" for grand in document.children(child.i, "aux")):
            return child
    return None


def _is_aside(document: Document, verb: Token) -> bool:
    """Whether a clause only describes a noun: "reforms that they will need to make"."""
    while verb.dep in ("conj", "xcomp", "advcl"):
        verb = document.tokens[verb.head]
    return verb.dep == "relcl"


def has_own_modal(document: Document, i: int, roots: Collection[int]) -> bool:
    """Whether a joined clause under the roots rules a token by a modal verb of its own."""
    for over in document.ancestors(i):
        if over.i in roots:
            return False
        if over.dep == "conj" and any(
            child.tag == _MODAL for child in document.children(over.i, "aux")
        ):
            return True
    return False


def _predicate(document: Document, modal: Token, ruled: Token) -> Predicate:
    slots = dict(verb_slots(document, ruled)) | {"clause": (ruled.i,)}
    focus = tuple(i for i in document.subtree(ruled.i) if document.tokens[i].lemma == _FOCUS)
    verb = ruled.i if modal.dep == "aux" else modal.i
    return Predicate(modal.i, modal.lemma, "m", verb, slots | {_FOCUS: focus})


def _holds(found: Predicate, condition: Condition) -> bool:
    return bool(found.slots.get(condition.slot)) != condition.absent
