"""Where an act took place: the place in its own clause."""

from collections.abc import Iterable, Iterator

from dragoman.coding.roles import Filled, reach
from dragoman.model import Place, Span
from dragoman.parsing.document import Document
from dragoman.parsing.predicates import Predicate
from dragoman.parsing.slots import verb_slots
from dragoman.resolution.identities import Identities
from dragoman.resolution.parties import is_state, owner_party
from dragoman.resolution.places import find_place

_NO_PLACES = ("PERSON", "NORP", "DATE", "TIME")  # other labels miss most foreign cities
# Slots that tell a place.
_SLOTS = ("in", "at", "to", "object", "near", "outside")


def place_of(document: Document, identities: Identities, found: Predicate) -> Place | None:
    """The first named place in the act's slots, in those of its verb, or before its `where`."""
    for i in _candidates(document, found):
        mention = identities.at(i)
        if mention is not None and mention.kind in ("person", "office", "organisation"):
            continue
        place = find_place(_name(document, i), near=identities.countries)
        if place is not None:
            return place
    return _country(identities, found)


def hosts(
    document: Document, identities: Identities, found: Predicate, slots: Iterable[str]
) -> Filled:
    """The state of the city that is acted on or travelled to: `bombed Odesa`, `flew to Karachi`."""
    for slot in slots:
        for i in reach(document, found, slot):
            name = _name(document, i)
            known = identities.at(i) is not None or document.tokens[i].entity in _NO_PLACES
            place = None if known or not name else find_place(name, near=identities.countries)
            if place is not None and is_state(place.country):
                start, end = document.tokens[i].end - len(name), document.tokens[i].end
                party = owner_party(place.country or "", Span(start=start, end=end))
                return Filled((party,), slot, (i,))
    return Filled()


def _candidates(document: Document, found: Predicate) -> Iterator[int]:
    slots = dict(found.slots)
    verb = found.i if found.pos == "v" else found.verb
    if verb is not None and found.pos == "n":
        for name, filled in verb_slots(document, document.tokens[verb]).items():
            slots.setdefault(name, filled)
    for name in _SLOTS:
        yield from slots.get(name, ())
    yield from reach(document, found, "object>in")
    if verb is not None and any(c.tag == "WRB" for c in document.children(verb, "advmod")):
        yield from _before_where(document, verb)


def _before_where(document: Document, verb: int) -> Iterator[int]:
    """`flew to Oslo, where he held talks`: the proper name that `where` follows."""
    where = next(child.i for child in document.children(verb, "advmod") if child.tag == "WRB")
    for i in range(where - 1, max(where - 3, -1), -1):
        if document.tokens[i].pos == "PROPN":
            yield i


def _country(identities: Identities, found: Predicate) -> Place | None:
    """A visit `to the United States` takes place there, if no city is named."""
    for i in found.slots.get("to", ()):
        mention = identities.at(i)
        if mention is not None and mention.kind == "state" and mention.rung == "name":
            party = mention.parties[0]
            return Place(name=party.name, country=party.country)
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
