"""Whether an attitude is held, denied or left open where its word stands."""

from dragoman.codebooks.attitudes import attitudes
from dragoman.coding.turns import COMPARATIVE, is_negated
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate

HELD, DENIED, OPEN = 1, -1, 0
_AGAINST = "against"
_OWNERS = ("poss", "by", "of", "modifier")
_FINITE = ("VBD", "VBP", "VBZ", "MD")
_CLAUSES = ("xcomp", "conj", "ccomp", "acl", "pcomp", "advcl")


def held(document: Document, found: Predicate, slot: str = "subject") -> int:
    """`HELD`, `DENIED` ("does not support") or `OPEN` ("may support", "urged X to support").

    `slot` is where the holder stands: what a third party does to somebody's attitude ("rejected
    Oman's call") says nothing of its holder.
    """
    if document.text[document.sentence_of(found.i).end - 1] == "?":
        return OPEN
    if slot == "speaker" and found.pos == "v" and document.tokens[found.i].dep == "relcl":
        return OPEN  # "the technology that it needs"
    state = DENIED if is_negated(document, document.tokens[found.i]) else HELD
    if _is_opposed(document, document.tokens[found.i]):
        state = -state
    verb = _verb_over(document, found)
    if verb is None or slot in _OWNERS or document.tokens[found.i].dep == "amod":
        return state
    if verb.i != found.i and verb.i == found.verb and found.pos != "m":
        state *= _at_carrier(document, verb, document.tokens[found.i])
    return OPEN if _is_open(document, verb) else state * _governed(document, verb)


def _is_opposed(document: Document, token: Token) -> bool:
    """`voices against the rejection of peace`: what stands under `against` is turned."""
    over = document.tokens[token.head]
    return token.dep == "pobj" and over.lemma == _AGAINST


def _verb_over(document: Document, found: Predicate) -> Token | None:
    """The verb that carries the word of attitude, or the next one above it."""
    if found.verb is not None:
        return document.tokens[found.verb]
    return next((over for over in document.ancestors(found.i) if over.is_verb), None)


def _at_carrier(document: Document, verb: Token, word: Token) -> int:
    if _is_compared(document, word):
        return HELD  # "there has never been a better time"
    denied = is_negated(document, verb) != (verb.lemma in attitudes().turning.denials)
    return DENIED if denied else HELD


def _is_compared(document: Document, word: Token) -> bool:
    """Whether a comparative stands at a word or is it: what was never better is at its best."""
    at_it = (word, *document.children(word.i, "amod", "advmod"))
    return any(token.tag in COMPARATIVE for token in at_it)


def _is_open(document: Document, verb: Token) -> bool:
    rules = attitudes().open
    for child in document.children(verb.i):
        if child.dep == "aux" and child.lemma in rules.auxiliaries:
            return True
        if child.dep == "aux" and child.lemma in rules.potential:
            return not is_negated(document, verb)
        if child.dep == "mark" and child.lemma in rules.marks:
            return True
        if child.dep == "advmod" and child.lemma in rules.hearsay | rules.undecided:
            return True
    return False


def _governed(document: Document, verb: Token) -> int:
    """What stands over an infinitive or gerund makes of it: refused to, was urged to."""
    over = document.tokens[verb.head]
    if verb.dep not in _CLAUSES or verb.head == verb.i:
        return HELD
    rules = attitudes()
    if over.lemma in rules.open.hearsay or (
        verb.dep == "ccomp" and over.lemma in rules.turning.denials
    ):
        return OPEN  # "denied that it supported the war"
    finite = verb.tag not in ("VB", "VBG", "VBN") or _is_finite(document, verb)
    if verb.dep == "advcl" or (finite and verb.dep != "conj"):
        return HELD
    if verb.dep == "conj":
        own = any(True for _ in document.children(verb.i, "nsubj", "nsubjpass"))
        return HELD if own or not over.is_verb else _governed(document, over)
    if over.pos == "ADP":
        over = document.tokens[over.head]
    state = _bound(verb, over)
    return state * _governed(document, over) if over.is_verb and state else state


def _is_finite(document: Document, verb: Token) -> bool:
    return any(child.tag in _FINITE for child in document.children(verb.i, "aux", "auxpass"))


def _bound(verb: Token, over: Token) -> int:
    if over.lemma in attitudes().open.governors:
        return OPEN
    denied = verb.dep in ("xcomp", "acl") and over.lemma in attitudes().turning.denials
    return DENIED if denied else HELD
