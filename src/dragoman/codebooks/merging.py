"""What merging knows of types, manners and words, as `merging.toml` has it."""

import functools

import msgspec

from dragoman.codebooks.reference import outlets
from dragoman.codebooks.tables import HOUSE, read_toml


class MergingType(msgspec.Struct, frozen=True):
    """When two tellings of a type are one act; see the head of `merging.toml`."""

    enough: float
    words: bool = False
    directed: bool = False


class Manner(msgspec.Struct, frozen=True):
    """How a consultation is held, by mode or by stems in the words that decided."""

    name: str
    modes: tuple[str, ...]
    words: tuple[str, ...]


class MergingBook(msgspec.Struct, frozen=True):
    """The whole file."""

    modalities: dict[str, tuple[str, ...]]
    types: dict[str, MergingType]
    manners: tuple[Manner, ...]
    other: MergingType
    another: tuple[str, ...]
    common: str
    courtesies: str
    denials: str

    def kind(self, event_type: str) -> MergingType:
        """What is known of a type; of one that is not the house's, what holds for others."""
        return self.types.get(event_type, self.other)

    def world(self, modality: str) -> str:
        """What kind of claim a modality makes: done, planned, rumoured, undone."""
        return _worlds()[modality]


@functools.cache
def merging_book() -> MergingBook:
    """What merging knows."""
    return read_toml(HOUSE / "merging.toml", MergingBook)


@functools.cache
def _worlds() -> dict[str, str]:
    held = merging_book().modalities.items()
    return {modality: name for name, modalities in held for modality in modalities}


@functools.cache
def common_words() -> frozenset[str]:
    """Words too common to tell what is said apart."""
    return frozenset(merging_book().common.split())


@functools.cache
def courtesies() -> frozenset[str]:
    """Words of every communiqué, too common to tell acts apart."""
    return frozenset(merging_book().courtesies.split())


@functools.cache
def denials() -> frozenset[str]:
    """Words by which a statement denies: with one of them it is another than without."""
    return frozenset(merging_book().denials.split())


@functools.cache
def agencies() -> frozenset[str]:
    """The names and aliases of news agencies, in lower case."""
    return frozenset(
        name.casefold()
        for row in outlets()
        if row.kind == "agency"
        for name in (row.name, *row.aliases, *row.weak)
    )
