"""What is only talked of: `discussed opening an embassy`, `talks on how to help Niger`."""

from dragoman.codebooks.plover import modality_words
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate

_CONTENT = ("xcomp", "ccomp", "pcomp")


def is_topic(document: Document, found: Predicate) -> bool:
    """Whether the clause of an act is what somebody only talks of."""
    verb = document.tokens[found.verb if found.verb is not None else found.i]
    while verb.dep == "conj" and verb.head != verb.i:
        if document.tokens[verb.head].tag != verb.tag:
            return False
        verb = document.tokens[verb.head]
    if verb.dep not in _CONTENT or not _opens(document, verb):
        return False
    over = document.tokens[verb.head]
    if verb.dep == "pcomp":
        over = document.tokens[over.head]
    return over.i != verb.i and over.lemma in modality_words().topics.over


def _opens(document: Document, verb: Token) -> bool:
    opened = {child.lemma for child in document.children(verb.i, "advmod", "mark")}
    return verb.tag == "VBG" or not opened.isdisjoint(modality_words().topics.openings)
