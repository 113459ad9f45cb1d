"""Sightings in one office to persons: spellings of one name together, a surname by its day.

Nothing here depends on the order of the sightings. Full names are taken from the most frequent
down, so that a name read wrong joins the right one; a short one ("Khan") that several bear belongs,
sighting by sighting, to whom reports show in full nearest in time.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from operator import attrgetter

import msgspec

from dragoman.register.names import Likeness, bones, is_plain, likeness
from dragoman.register.tenures import Sighting

_FAR = 10**6  # days: where nothing is seen at all
_LIKENESSES: tuple[Likeness, ...] = ("same", "short", "variant")


class Person(msgspec.Struct, gc=False):
    """One holder of an office and the sightings; `days` are those of full names, sorted."""

    name: str
    sightings: list[Sighting]
    days: list[int]


def persons(sightings: Iterable[Sighting], *, unique: bool) -> list[Person]:
    """The persons that sightings in one office show, by name.

    With `unique`, an office of one holder at a time, variants of a name are one person's; without,
    only names spelled alike and parts of a name.
    """
    by_name: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sorted(sightings, key=attrgetter("day", "line_id")):
        by_name[sighting.person].append(sighting)
    found: list[Person] = []
    for name in sorted(by_name, key=lambda name: _prominence(name, len(by_name[name]))):
        _place(found, name, by_name[name], unique=unique)
    for person in found:
        person.name = usual_name(person.sightings)
        person.sightings.sort(key=attrgetter("day", "line_id"))
    return sorted(found, key=attrgetter("name"))


def usual_name(sightings: Iterable[Sighting]) -> str:
    """The full name seen most often; of several the longest, then the first of the alphabet.

    One with titles or in capitals is taken where there is no other, a surname where there is no
    full name.
    """
    counted = Counter(sighting.person for sighting in sightings)
    full = [name for name in counted if len(bones(name)) > 1]
    return min(
        full or counted, key=lambda name: (not is_plain(name), -counted[name], -len(name), name)
    )


def distance(days: list[int], day: int) -> int:
    """Days from a day to the nearest of sorted days."""
    at = bisect_left(days, day)
    return min((abs(other - day) for other in days[max(0, at - 1) : at + 1]), default=_FAR)


def ordinal(day: str) -> int:
    """An ISO day as a number of days."""
    return date.fromisoformat(day).toordinal()


def _prominence(name: str, count: int) -> tuple[bool, int, int, str]:
    """Full names before surnames, the most seen first."""
    return (len(bones(name)) == 1, -count, -len(name), name)


def _place(found: list[Person], name: str, sightings: list[Sighting], *, unique: bool) -> None:
    fits = _fits(found, name, unique=unique)
    days = [ordinal(sighting.day) for sighting in sightings]
    if not fits:
        found.append(Person(name, list(sightings), sorted(days)))
        return
    full = len(bones(name)) > 1
    for sighting, day in zip(sightings, days, strict=True):
        nearest = min(fits, key=lambda person: (distance(person.days, day), person.name))
        nearest.sightings.append(sighting)
    if full and len(fits) == 1:
        fits[0].days = sorted({*fits[0].days, *days})


def _fits(found: list[Person], name: str, *, unique: bool) -> list[Person]:
    """The persons whom the name may mean, by the best likeness that any has."""
    by_likeness: defaultdict[Likeness | None, list[Person]] = defaultdict(list)
    for person in found:
        by_likeness[likeness(person.name, name)].append(person)
    wanted = _LIKENESSES if unique else _LIKENESSES[:2]
    return next((by_likeness[level] for level in wanted if by_likeness[level]), [])
