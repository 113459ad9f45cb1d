"""PLOVER's types, modes and contexts, and the words of modality, as the codebooks have them."""

import functools
from pathlib import Path

import msgspec

from dragoman.codebooks.own import book, own_file
from dragoman.codebooks.tables import HOUSE, read_toml


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
    at_places: bool = False
    recent_days: int | None = None
    modes: dict[str, Mode] = {}


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


class ModalityWords(msgspec.Struct, frozen=True):
    """Words of modality by where they stand and what they say; see `modality.toml`."""

    auxiliaries: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]
    governors: dict[str, frozenset[str]]
    modifiers: dict[str, frozenset[str]]
    historical: History


@book
def plover(own: Path | None) -> Plover:
    """Event types, modes and contexts."""
    house = read_toml(HOUSE / "plover.toml", Plover)
    path = own_file(own, "plover.toml")
    return house if path is None else _laid(house, read_toml(path, OwnPlover))


def _laid(house: Plover, own: OwnPlover) -> Plover:
    return Plover(
        mode_prepositions=house.mode_prepositions | own.mode_prepositions,
        types=own.types if own.only else house.types | own.types,
        contexts=own.contexts if own.only else house.contexts | own.contexts,
    )


@functools.cache
def modality_words() -> ModalityWords:
    """The words that say whether an act happened."""
    return read_toml(HOUSE / "modality.toml", ModalityWords)
