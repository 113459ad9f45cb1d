"""Places that are no states, and the words around the names of places."""

from functools import cache

import msgspec

from dragoman.codebooks.tables import HOUSE, read_table, read_toml


class Area(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A province, region, crossing, site or sea; a town where GeoNames lacks it or its names.

    `short` forms count after a town only ("Macon, Ga."). `adjectives` are nouns for its people
    too. `country` is ISO 3166-1 alpha-3, null for what no state has or several share; `admin1` is
    GeoNames' code of the first-order division where towns are told apart by it.
    """

    name: str
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    adjectives: tuple[str, ...]
    kind: str
    country: str | None
    admin1: str | None
    latitude: float
    longitude: float
    source: str


class StatePoint(msgspec.Struct, frozen=True, kw_only=True):
    """Where the middle of a state is, in degrees."""

    state: str
    latitude: float
    longitude: float
    source: str


class Domains(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Endings of web addresses that do not tell a country by its ISO code."""

    others: dict[str, str]
    for_anyone: tuple[str, ...]


class PlaceWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of places.toml; each list is explained there."""

    articles: tuple[str, ...]
    of: str
    prepositions: tuple[str, ...]
    locative: tuple[str, ...]
    speech: tuple[str, ...]
    nouns_after: tuple[str, ...]
    nouns_before: tuple[str, ...]
    bodies: tuple[str, ...]
    person_nouns: tuple[str, ...]
    no_places: tuple[str, ...]
    seats: dict[str, tuple[str, ...]]
    noun_countries: dict[str, tuple[str, ...]]
    home: dict[str, tuple[str, ...]]
    domains: Domains
    weights: dict[str, float]


@cache
def areas() -> tuple[Area, ...]:
    """All rows of places.csv."""
    return read_table(HOUSE / "places.csv", Area)


@cache
def state_points() -> dict[str, StatePoint]:
    """The middles of states by their ids; former states have none."""
    rows = read_table(HOUSE / "state_points.csv", StatePoint)
    return {row.state: row for row in rows}


@cache
def place_words() -> PlaceWords:
    """The words of places.toml, read once."""
    return read_toml(HOUSE / "places.toml", PlaceWords)
