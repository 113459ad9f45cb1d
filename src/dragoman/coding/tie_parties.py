"""Between whom a relation is: after "between" or "with", before the noun, or having it."""

from collections.abc import Iterable

from dragoman.codebooks.ties import tie_words
from dragoman.model import Party
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate
from dragoman.parsing.slots import verb_slots
from dragoman.resolution.identities import Identities

Parties = tuple[Party, ...]
# Prepositions that name both parties, and those that name the other one.
_BOTH = ("between", "among", "of")
_PAIR = 2
_OTHER = ("with", "to", "towards", "toward", "against")


def parties_of_noun(document: Document, identities: Identities, noun: Predicate) -> Parties:
    """The parties of a relation noun: both, or nobody."""
    told = _told(document, identities, noun)
    if len({party.id for party in told}) > 1 or not _means_both(document, identities, noun):
        return told
    return _pair_around(document, identities, noun.i)


def _told(document: Document, identities: Identities, noun: Predicate) -> Parties:
    """The parties that the noun's own words name."""
    for slot in _BOTH:
        both = _parties(identities, noun.slots.get(slot, ()))
        if len(both) > 1:
            return both
    before = _parties(identities, (*noun.slots.get("poss", ()), *noun.slots.get("modifier", ())))
    if len(before) > 1:
        return before
    other = _parties(identities, [i for slot in _OTHER for i in noun.slots.get(slot, ())])
    owners = _havers(document, identities, noun.i)
    if not before:
        return _merged(owners, other) if other or len(owners) > 1 else ()
    return _merged(before, other) if other else ()


def _means_both(document: Document, identities: Identities, noun: Predicate) -> bool:
    """Whether it is a relation of the two at hand: "bilateral ties", "their friendship"."""
    both = tie_words().both
    if any(child.lemma in both.adjectives for child in document.children(noun.i, "amod")):
        return True
    owners = [i for slot in ("poss", *_BOTH) for i in noun.slots.get(slot, ())]
    subjects = (*owners, *_subjects(document, noun.i))
    unnamed = (i for i in subjects if not _parties(identities, (i,)))
    return any(document.tokens[i].lemma in both.stand_ins for i in unnamed)


def _pair_around(document: Document, identities: Identities, i: int) -> Parties:
    """The two parties of the sentence, or of it and the one before, if they are just two."""
    number = document.tokens[i].sentence
    last = document.sentences[number].last
    for first in (number, max(number - 1, 0)):
        found = _parties(identities, range(document.sentences[first].first, last))
        if len(found) > 1:
            return found if len(found) == _PAIR else ()
    return ()


def parties_of_expression(
    document: Document, identities: Identities, token: Token, noun: Token
) -> Parties:
    """The parties of "A and B share a view", "A is at odds with B"."""
    verb = token if token.is_verb else document.tokens[token.head]
    if not (verb.is_verb or verb.pos == "AUX"):
        return ()
    slots = verb_slots(document, verb)
    others = [child.i for i in (verb.i, noun.i, token.i) for child in _with(document, i)]
    return _merged(_parties(identities, slots.get("subject", ())), _parties(identities, others))


def _with(document: Document, i: int) -> list[Token]:
    return [
        target
        for child in document.children(i, "prep")
        if child.lemma == _OTHER[0]
        for target in document.children(child.i, "pobj")
    ]


def _havers(document: Document, identities: Identities, i: int) -> Parties:
    """Who has the relation: the subject of the verb over the noun."""
    return _parties(identities, _subjects(document, i))


def _subjects(document: Document, i: int) -> tuple[int, ...]:
    for over in document.ancestors(i):
        if over.is_verb or over.pos == "AUX":
            return verb_slots(document, over).get("subject", ())
        if over.pos == "ADP":
            return ()
    return ()


def _parties(identities: Identities, tokens: Iterable[int]) -> Parties:
    found: dict[str, Party] = {}
    for i in tokens:
        mention = identities.at(i)
        for party in mention.parties if mention else ():
            if party.id:
                found.setdefault(party.id, party)
    return tuple(found.values())


def _merged(one: Parties, other: Parties) -> Parties:
    ids = {party.id for party in one}
    return (*one, *(party for party in other if party.id not in ids))
