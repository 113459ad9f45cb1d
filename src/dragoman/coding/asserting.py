"""Whether an attitude is held, denied or left open where its word stands."""

from dragoman.codebooks.attitudes import attitudes
from dragoman.coding.turns import is_negated
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate

HELD, DENIED, OPEN = 1, -1, 0
_CLAUSES = ("xcomp", "conj", "ccomp", "acl", "pcomp", "advcl")


def held(document: Document, found: Predicate) -> int:
    """`HELD`, `DENIED` ("does not support") or `OPEN` ("may support", "urged X to support")."""
    token = document.tokens[found.i]
    if document.text[document.sentence_of(found.i).end - 1] == "?":
        return OPEN
    state = DENIED if is_negated(document, token) else HELD
    verb = _verb_over(document, found)
    if verb is None:
        return state
    if verb.i != found.i:
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
    if verb.dep == "conj" and verb.head != verb.i:
        shares = not any(True for _ in document.children(verb.i, "nsubj", "nsubjpass"))
        return _governed(document, over) if shares and over.is_verb else HELD
    if verb.dep not in _CLAUSES or verb.head == verb.i:
        return HELD
    if over.lemma in attitudes().open.hearsay:
        return OPEN
    finite = any(True for _ in document.children(verb.i, "nsubj", "nsubjpass"))
    if verb.dep in ("ccomp", "advcl") and finite and verb.tag != "VB":
        return HELD
    if verb.dep != "advcl" and over.lemma in attitudes().open.governors:
        return OPEN
    if verb.dep in ("xcomp", "acl") and over.lemma in attitudes().turning.denials:
        return DENIED
    return HELD
