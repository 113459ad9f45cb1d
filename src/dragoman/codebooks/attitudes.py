"""How words between an attitude and its issue turn it: `attitudes.toml`, typed."""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml

Words = frozenset[str]


class Turning(msgspec.Struct, frozen=True):
    """Words that turn an attitude to the opposite for what they govern."""

    verbs: Words
    endings: Words
    nouns: Words
    troubles: Words
    raising: Words
    reach: dict[str, Words]
    prepositions: Words
    negations: Words
    correlatives: Words
    denials: Words


class Topical(msgspec.Struct, frozen=True):
    """Words under which an issue is only spoken of."""

    verbs: Words
    nouns: Words
    prepositions: Words
    marks: Words
    marks_of_doubt: Words
    phrases: dict[str, Words]


class Carrying(msgspec.Struct, frozen=True):
    """Nouns that an issue's word may stand before and still be meant."""

    nouns: Words


class Open(msgspec.Struct, frozen=True):
    """Words that leave it open whether an attitude is held."""

    governors: Words
    auxiliaries: Words
    potential: Words
    marks: Words
    undecided: Words
    threats: Words
    unsaid: Words
    hearsay: Words


class Holders(msgspec.Struct, frozen=True):
    """Who may hold a position, and what speaks for its author."""

    speak_for_state: Words
    silent: Words
    documents: Words
    beliefs: Words
    first_person: Words
    hearers: Words
    shared: Words
    authors: tuple[str, ...]


class Attitudes(msgspec.Struct, frozen=True):
    """The whole of `attitudes.toml`, which explains each list."""

    turning: Turning
    topical: Topical
    carrying: Carrying
    open: Open
    holders: Holders


@functools.cache
def attitudes() -> Attitudes:
    """The codebook of attitudes, read once."""
    return read_toml(HOUSE / "attitudes.toml", Attitudes)
