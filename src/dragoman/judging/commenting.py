"""Whether a source only comments or appeals: one of five classes is for what is only said."""

import msgspec

from dragoman.codebooks.comments import Comment, comments
from dragoman.codebooks.entries import light_verbs
from dragoman.judging.marked import Marked
from dragoman.judging.relations import NEUTRAL, Relation
from dragoman.parsing.document import Document
from dragoman.parsing.predicates import Predicate, predicate

_UNTOLD = ("subject", "adverbial", "if", "manner", "modifier")  # slots of no content


def of_five(marked: Marked, relation: Relation) -> Relation:
    """The relation with its class of five: Neutral where the source only comments or appeals."""
    found = comment(marked)
    if found is None:
        return relation
    reason = f"{relation.reason}; only said, by “{marked.document.tokens[found.i].text}”"
    return msgspec.structs.replace(relation, penta=NEUTRAL, reason=reason)


def comment(marked: Marked) -> Predicate | None:
    """The clause that stands highest among the source's, if it is a comment or an appeal.

    Of what the source tells, that counts which it tells of itself.
    """
    found = _highest(marked)
    while found is not None:
        if any(_holds(marked.document, found, one) for one in comments().comment):
            return found
        found = _told(marked, found)
    return None


def _highest(marked: Marked) -> Predicate | None:
    document = marked.document
    own = [
        found
        for token in document.tokens
        if (token.is_verb or token.pos == "AUX") and token.dep not in ("aux", "auxpass")
        if marked.source_head in (found := _predicate(document, token.i)).slots.get("subject", ())
    ]
    return min(own, key=lambda one: len(list(document.ancestors(one.i))), default=None)


def _predicate(document: Document, i: int) -> Predicate:
    return predicate(document, i, light=light_verbs())


def _told(marked: Marked, found: Predicate) -> Predicate | None:
    """What is told with a predicate, where who tells it is its subject too, or a pronoun is."""
    document = marked.document
    if found.lemma not in comments().telling:
        return None
    for i in found.slots.get("complement", ()):
        inner = _predicate(document, i)
        subjects = inner.slots.get("subject", ())
        if any(document.tokens[j].tag == "PRP" or j == marked.source_head for j in subjects):
            return inner
    return None


def _holds(document: Document, found: Predicate, one: Comment) -> bool:
    if found.lemma not in one.predicates:
        return False
    if one.slots and not any(found.slots.get(slot) for slot in one.slots):
        return False
    filled = (i for slot, own in found.slots.items() if slot not in _UNTOLD for i in own)
    return not one.words or not one.words.isdisjoint(document.tokens[i].lemma for i in filled)
