"""The words of `anaphora.toml`, typed: what refers back, what stands around names and titles."""

from functools import cache

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml

Words = frozenset[str]


class Pronouns(msgspec.Struct, frozen=True):
    """Forms of each personal and relative pronoun."""

    he: Words
    she: Words
    they: Words
    it: Words
    i: Words
    we: Words
    who: Words
    which: Words
    empty_with: Words
    ownerless: Words
    peoples: Words
    inclusive: Words
    jointly: Words


class Descriptions(msgspec.Struct, frozen=True):
    """Nouns that with "the" or "two" refer to parties told of before."""

    relating: Words
    reciprocal: Words
    counts: dict[str, int]
    alone: dict[str, int]
    before_counts: Words
    pair_state_nouns: Words
    pair_person_nouns: Words
    party_nouns: Words
    taken_up: Words
    meeting: Words
    apart: Words
    state: Words
    organisation: Words
    neighbour: Words
    neighbouring: Words
    counterpart: Words
    visitor: Words
    guests: Words
    visiting: Words


class NameWords(msgspec.Struct, frozen=True):
    """Words that tell the gender of who bears a name, and words that end one."""

    masculine: Words
    feminine: Words
    not_names: Words
    hyphenated: Words


class TitleWords(msgspec.Struct, frozen=True):
    """What joins the titles of one person, and what names the issuer of a release."""

    before_topics: Words
    inside_topics: Words
    joints: Words
    serving: Words
    ranks: Words
    generic: Words
    jointly: Words
    statements: Words
    own_bodies: Words
    own_names: Words
    attributable: Words


class Possessions(msgspec.Struct, frozen=True):
    """Things of a state: it is hit when they are."""

    nouns: tuple[str, ...]


class Context(msgspec.Struct, frozen=True):
    """What tells whose an office-holder is: nouns of attitude; states of internet domains."""

    attitudes: Words
    met_abroad: Words
    realms: Words
    provincial: Words
    including: Words
    own_acts: Words
    mutual: Words
    usual: Words
    official: Words
    domains: dict[str, str]


class Locative(msgspec.Struct, frozen=True):
    """Prepositions that make a capital a place."""

    prepositions: Words
    visited: Words
    gathered: Words
    seats: Words


class Company(msgspec.Struct, frozen=True):
    """Nouns that make a state's name part of another name: "Kabul University"."""

    nouns: Words


class Anaphora(msgspec.Struct, frozen=True):
    """The whole file."""

    pronouns: Pronouns
    descriptions: Descriptions
    names: NameWords
    titles: TitleWords
    possessions: Possessions
    context: Context
    locative: Locative
    company: Company


@cache
def anaphora() -> Anaphora:
    """The words of the file, read at first use."""
    return read_toml(HOUSE / "anaphora.toml", Anaphora)
