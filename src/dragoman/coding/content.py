"""Where the content of an attitude hangs: the tokens under which its issues are looked for."""

from collections.abc import Iterator

from dragoman.codebooks.entries import StanceEntry
from dragoman.coding.roles import reach
from dragoman.parsing.document import Document
from dragoman.parsing.frames import Match
from dragoman.parsing.predicates import Predicate
from dragoman.parsing.slots import verb_slots


def roots_of(document: Document, cue: Match[StanceEntry]) -> frozenset[int]:
    """Tokens that head the content of a word of attitude; all its content slots together."""
    found: set[int] = set()
    for slot in cue.entry.content.split("|"):
        found.update(_slot(document, cue.predicate, slot))
    joined = [j for i in found if i != cue.predicate.i for j in _joined(document, i)]
    if found - {cue.predicate.i} and cue.predicate.pos == "v":
        joined.extend(_stray(document, cue.predicate.i))
    return frozenset((*found, *joined))


def _joined(document: Document, i: int) -> Iterator[int]:
    """`for a truce and for talks`: the second preposition is joined to the first."""
    over = document.tokens[document.tokens[i].head]
    if over.pos == "ADP":
        for preposition in document.children(over.i, "conj"):
            yield from (child.i for child in document.children(preposition.i, "pobj"))


def _stray(document: Document, verb: int) -> Iterator[int]:
    """`called for an end to violence and a return to talks`: the parser joins noun to verb."""
    for child in document.children(verb, "conj"):
        if child.pos == "NOUN" and not any(True for _ in document.children(child.i, "nsubj")):
            yield child.i


def _slot(document: Document, found: Predicate, slot: str) -> tuple[int, ...]:
    token = document.tokens[found.i]
    if slot == "self":
        return (found.i,)
    if slot == "noun":  # what an adjective stands before
        return (token.head,) if token.dep == "amod" else ()
    if slot == "carrier":
        return carried_subject(document, found)
    if slot == "subject" and found.pos == "a" and found.verb is None:
        return ()
    if slot == "complement":
        return found.slots.get(slot, ()) or _infinitives(document, found)
    return reach(document, found, slot)


def _infinitives(document: Document, found: Predicate) -> tuple[int, ...]:
    """Infinitives after the word that the parser hangs on its verb as adverbial clauses."""
    verb = found.i if found.verb is None else found.verb
    return tuple(
        child.i
        for child in document.children(verb, "advcl")
        if child.i > found.i and any(c.tag == "TO" for c in document.children(child.i, "aux"))
    )


def carried_subject(document: Document, found: Predicate) -> tuple[int, ...]:
    """The subject of the verb that a noun hangs on: "war is in nobody's interest"."""
    if found.verb is None or found.verb == found.i:
        return ()
    slots = verb_slots(document, document.tokens[found.verb])
    subjects = slots.get("subject", ())
    return () if found.i in subjects else subjects
