"""Words around names, patterns of ministers' titles, and nouns for people without names."""

from functools import cache

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml


class StatusWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that say whether an office is held, was, or will be; `-` marks the joined side."""

    former: tuple[str, ...]
    acting: tuple[str, ...]
    designate: tuple[str, ...]
    current: tuple[str, ...]


class PersonNoun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A noun that stands for an office-holder: "the premier", "his counterpart".

    `office_classes` are what it may mean, the likeliest first, empty where it tells nothing; a
    `relation` noun points at a party other than the one it is said of.
    """

    forms: tuple[str, ...]
    office_classes: tuple[str, ...]
    sector: str
    relation: bool = False


class People(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of people.toml; each list is explained there.

    `{portfolio}` in a pattern stands for a form of `reference.portfolios()`. The four lists on the
    order of names hold ids of states.
    """

    honorifics: tuple[str, ...]
    kept_in_name: tuple[str, ...]
    ranks: tuple[str, ...]
    suffixes: tuple[str, ...]
    styles: tuple[str, ...]
    postnominals: tuple[str, ...]
    particles: tuple[str, ...]
    surname_first: tuple[str, ...]
    mixed_order: tuple[str, ...]
    given_name_used: tuple[str, ...]
    no_family_name: tuple[str, ...]
    minister_patterns: tuple[str, ...]
    junior_minister_patterns: tuple[str, ...]
    secretary_patterns: tuple[str, ...]
    ministry_patterns: tuple[str, ...]
    status: StatusWords
    person_nouns: tuple[PersonNoun, ...]


@cache
def people() -> People:
    """The words of people.toml, read once."""
    return read_toml(HOUSE / "people.toml", People)
