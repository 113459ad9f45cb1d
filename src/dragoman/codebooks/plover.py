"""PLOVER's types, modes and contexts, and the words of modality, as the codebooks have them."""

import functools

import msgspec

from dragoman.codebooks.own import Kept, Own, book, own_texts
from dragoman.codebooks.tables import HOUSE, parse_toml, read_toml


class Mode(msgspec.Struct, frozen=True):
    """A mode of an event type, and the lemmas that decide for it.

    What nationals do on their own ("Peruvians visited Chile") is not it where it is `official`.
    `score` is PLOVER's, -10 (conflict) to 10 (cooperation); null: the type's.
    """

    definition: str
    score: float | None = None
    words: tuple[str, ...] = ()
    official: bool = False


class EventType(msgspec.Struct, frozen=True):
    """An event type; see the head of `plover.toml` for the fields."""

    definition: str
    quad: str
    score: float | None = None
    mutual: bool = False
    content: bool = False
    wish: bool = False
    said: bool = False
    at_places: tuple[str, ...] = ()
    recent_days: int | None = None
    modes: dict[str, Mode] = {}


_UNKNOWN = EventType(definition="", quad="other")


class Plover(msgspec.Struct, frozen=True):
    """Event types and contexts by name; after these prepositions a mode's word counts."""

    mode_prepositions: frozenset[str]
    types: dict[str, EventType]
    contexts: dict[str, frozenset[str]]


class OwnPlover(msgspec.Struct, frozen=True):
    """A user's types and contexts; with `only`, there are no others."""

    only: bool = False
    mode_prepositions: frozenset[str] = frozenset()
    types: dict[str, EventType] = {}
    contexts: dict[str, frozenset[str]] = {}


class History(msgspec.Struct, frozen=True):
    """When an act is history: it ended more than `days` before the report."""

    days: int


class Retracted(msgspec.Struct, frozen=True):
    """What tells that an outlet takes back what it told: its own earlier words, or how it erred."""

    sources: frozenset[str]
    marks: frozenset[str]
    adverbs: frozenset[str]
    verbs: frozenset[str]


class Topics(msgspec.Struct, frozen=True, kw_only=True):
    """What only talks of a clause, and how such a clause opens where it has no -ing."""

    over: frozenset[str]
    openings: frozenset[str]


class ModalityWords(msgspec.Struct, frozen=True):
    """Words of modality by where they stand and what they say; see `modality.toml`."""

    auxiliaries: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]
    governors: dict[str, frozenset[str]]
    topics: Topics
    modifiers: dict[str, frozenset[str]]
    retracted: Retracted
    historical: History


@book
def plover(own: Own | None) -> Plover:
    """Event types, modes and contexts."""
    found = read_toml(HOUSE / "plover.toml", Plover)
    for source, text in own_texts(own, "plover.toml"):
        laid = parse_toml(text, OwnPlover, source=source)
        # A record may hold lines from before its codebook: nothing is the only one there.
        found = _laid(found, laid, only=laid.only and not isinstance(own, Kept))
    return found


def event_type(name: str) -> EventType:
    """The type of this name; of the quad `other`, not mutual, where no codebook at hand has it."""
    return plover().types.get(name, _UNKNOWN)


def _laid(house: Plover, own: OwnPlover, *, only: bool) -> Plover:
    return Plover(
        mode_prepositions=house.mode_prepositions | own.mode_prepositions,
        types=own.types if only else house.types | own.types,
        contexts=own.contexts if only else house.contexts | own.contexts,
    )


@functools.cache
def modality_words() -> ModalityWords:
    """The words that say whether an act happened."""
    return read_toml(HOUSE / "modality.toml", ModalityWords)
