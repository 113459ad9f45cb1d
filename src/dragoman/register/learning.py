"""Sightings to tenures: who held an office from when to when, as far as reports show it.

Only a sighting whose words name the state makes a holder known. Others, whose state the context
gave, are counted where they agree with such a holder and dropped where they do not.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

import msgspec

from dragoman.model import Status, line_id
from dragoman.register.names import bones
from dragoman.register.persons import Person, persons, usual_name
from dragoman.register.tenures import HELD, SUPPORT, Sighting, Tenure, order
from dragoman.register.titles import Title, title_of

Cell = tuple[str, str, str | None]  # state or organisation, office, post


def learn(sightings: Iterable[Sighting]) -> tuple[Tenure, ...]:
    """The tenures that sightings tell, in their order; the same for any order of the sightings."""
    cells: defaultdict[Cell, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        cells[sighting.country, sighting.office, sighting.post].append(sighting)
    found = [tenure for cell, seen in cells.items() for tenure in _learn_office(cell, seen)]
    return tuple(sorted(found, key=order))


def _learn_office(cell: Cell, seen: list[Sighting]) -> Iterator[Tenure]:
    title = title_of(cell[1], cell[0])
    known = [
        person
        for person in persons(seen, unique=title.unique)
        if any(sighting.said for sighting in person.sightings)
    ]
    tenures = [
        _tenure(cell, title, person, stint)
        for person in known
        for stint in _stints(person, known, unique=title.unique)
        if any(sighting.said for sighting in stint)
    ]
    yield from in_succession(tenures) if title.unique else tenures


def _stints(person: Person, known: list[Person], *, unique: bool) -> Iterator[list[Sighting]]:
    """The sightings by status; those in a unique office parted where another held it meanwhile."""
    held = [sighting for sighting in person.sightings if sighting.status in HELD]
    others = [_days_in_office(other) for other in known if other is not person] if unique else []
    yield from _parted(held, others)
    rest = (sighting for sighting in person.sightings if sighting.status not in HELD)
    for _, group in groupby(sorted(rest, key=attrgetter("status")), key=attrgetter("status")):
        yield list(group)


def _days_in_office(person: Person) -> list[str]:
    """The days, sorted, on which reports say that the person holds the office of this state."""
    return [one.day for one in person.sightings if one.said and one.status in HELD]


def _parted(held: list[Sighting], others: list[list[str]]) -> Iterator[list[Sighting]]:
    """Sightings cut where another holder has enough between one and the next."""
    stint: list[Sighting] = []
    for sighting in held:
        if stint and any(_between(days, stint[-1].day, sighting.day) >= SUPPORT for days in others):
            yield stint
            stint = []
        stint.append(sighting)
    if stint:
        yield stint


def _between(days: list[str], first: str, last: str) -> int:
    """How many of sorted days lie between two, both left out."""
    return max(0, bisect_left(days, last) - bisect_right(days, first))


def in_succession(tenures: list[Tenure]) -> list[Tenure]:
    """Tenures of one office, each with who came before and after it for good.

    A successor is first seen after the other was last seen, in as many reports as it takes to be
    relied on. Who is seen before and after, or meanwhile, succeeds nobody.
    """
    sure = [one for one in tenures if one.said >= SUPPORT and one.status in HELD]
    return [_placed(one, sure) if one.status in HELD else one for one in tenures]


def _placed(tenure: Tenure, sure: list[Tenure]) -> Tenure:
    later = [one for one in sure if _first(one) > _last(tenure)]
    earlier = [_last(one) for one in sure if _last(one) < _first(tenure)]
    after = max(earlier, default=None)
    if not later:
        return msgspec.structs.replace(tenure, after=after)
    heir = min(later, key=lambda one: (_first(one), one.person))
    return msgspec.structs.replace(
        tenure, after=after, before=heir.first_seen, successor=heir.person
    )


def _first(tenure: Tenure) -> str:
    return tenure.first_seen or ""


def _last(tenure: Tenure) -> str:
    return tenure.last_seen or ""


def _status(stint: list[Sighting]) -> Status:
    """The status, `current` where any report gives it without the word acting."""
    statuses = {sighting.status for sighting in stint}
    return "current" if "current" in statuses else stint[0].status


def _tenure(cell: Cell, title: Title, person: Person, stint: list[Sighting]) -> Tenure:
    country, office, post = cell
    names = {sighting.person for sighting in stint}
    usual = usual_name(stint)
    name = usual if len(bones(usual)) > 1 else person.name
    status = _status(stint)
    first, last = stint[0], stint[-1]
    return Tenure(
        id=line_id("tenure", country, office, post, name, status, first.day),
        person=name,
        names=tuple(sorted(names - {name})),
        country=country,
        office=office,
        office_class=title.office_class,
        post=post,
        sector=title.sector,
        status=status,
        first_seen=first.day,
        last_seen=last.day,
        reports=len({sighting.report_id for sighting in stint}),
        said=len({sighting.report_id for sighting in stint if sighting.said}),
        rung="learned",
        evidence=tuple(dict.fromkeys((first.line_id, last.line_id))),
    )
