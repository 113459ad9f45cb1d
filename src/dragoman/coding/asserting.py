"""Whether an attitude is held, denied or left open where its word stands."""

from dragoman.codebooks.attitudes import attitudes
from dragoman.coding.turns import is_negated
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate

HELD, DENIED, OPEN = 1, -1, 0
_OWNERS = ("poss", "by", "of", "modifier")
_CLAUSES = ("xcomp", "conj", "ccomp", "acl", "pcomp", "advcl")


def held(document: Document, found: Predicate, slot: str = "subject") -> int:
    """`HELD`, `DENIED` ("does not support") or `OPEN` ("may support", "urged X to support").

    `slot` is where the holder stands: what a third party does to somebody's attitude ("rejected
    Oman's call") says nothing of its holder.
    """
    if document.text[document.sentence_of(found.i).end - 1] == "?":
        return OPEN
    state = DENIED if is_negated(document, document.tokens[found.i]) else HELD
    verb = _verb_over(document, found)
    if verb is None or slot in _OWNERS or document.tokens[found.i].dep == "amod":
        return state
    if verb.i != found.i and verb.i == found.verb:
        state *= _at_carrier(document, verb)
    return OPEN if _is_open(document, verb) else state * _governed(document, verb)


def _verb_over(document: Document, found: Predicate) -> Token | None:
    """The verb that carries the word of attitude, or the next one above it."""
    if found.verb is not None:
        return document.tokens[found.verb]
    return next((over for over in document.ancestors(found.i) if over.is_verb), None)


def _at_carrier(document: Document, verb: Token) -> int:
    denied = is_negated(document, verb) != (verb.lemma in attitudes().turning.denials)
    return DENIED if denied else HELD


def _is_open(document: Document, verb: Token) -> bool:
    rules = attitudes().open
    for child in document.children(verb.i):
        if child.dep == "aux" and child.lemma in rules.auxiliaries:
            return not is_negated(document, verb)
        if child.dep == "mark" and child.lemma in rules.marks:
            return True
        if child.dep == "advmod" and child.lemma in rules.hearsay:
            return True
    return False


def _governed(document: Document, verb: Token) -> int:
    """What the verb over an infinitive or gerund makes of it: refused to, was urged to."""
    over = document.tokens[verb.head]
    finite = any(True for _ in document.children(verb.i, "nsubj", "nsubjpass"))
    if verb.dep == "conj" and verb.head != verb.i:
        return HELD if finite or not over.is_verb else _governed(document, over)
    if verb.dep not in _CLAUSES or verb.head == verb.i:
        return HELD
    if over.lemma in attitudes().open.hearsay:
        return OPEN
    return HELD if verb.dep == "advcl" or (finite and verb.tag != "VB") else _bound(verb, over)


def _bound(verb: Token, over: Token) -> int:
    if over.lemma in attitudes().open.governors:
        return OPEN
    denied = verb.dep in ("xcomp", "acl") and over.lemma in attitudes().turning.denials
    return DENIED if denied else HELD
