"""Where an act took place: the place in its own clause."""

from dragoman.model import Place
from dragoman.parsing.document import Document
from dragoman.parsing.predicates import Predicate, verb_slots
from dragoman.resolution.identities import Identities
from dragoman.resolution.places import find_place

# Slots that tell a place, and those that do so for one who travels.
_SLOTS = ("in", "at", "to", "object", "near", "outside")


def place_of(document: Document, identities: Identities, found: Predicate) -> Place | None:
    """The first named place in the act's slots, or in those of the verb that carries it."""
    slots = dict(found.slots)
    if found.verb is not None and found.pos == "n":
        for name, filled in verb_slots(document, document.tokens[found.verb]).items():
            slots.setdefault(name, filled)
    countries = {
        party.country
        for mention in identities.mentions
        for party in mention.parties
        if party.country
    }
    for name in _SLOTS:
        for i in slots.get(name, ()):
            place = find_place(_name(document, i), near=countries)
            if place is not None:
                return place
    return None


def _name(document: Document, i: int) -> str:
    """The proper name that a token heads: `New` and `York`."""
    token = document.tokens[i]
    if token.pos != "PROPN":
        return ""
    words = [
        child.text
        for child in document.children(i, "compound")
        if child.pos == "PROPN" and child.i < i
    ]
    return " ".join([*words, token.text])
