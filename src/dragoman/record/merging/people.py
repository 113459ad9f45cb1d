"""Whether two tellings name the same office-holders."""

import difflib

from dragoman.model import Party
from dragoman.record.merging.findings import NEVER
from dragoman.record.merging.tellings import Telling

SPELT_ALIKE = 0.75  # likeness of two surnames from which they are spellings of one


def same_people(one: Telling, other: Telling) -> tuple[float, str] | None:
    """How far the named people agree, party by party, and what says so; None where none can.

    Where a party is there in persons of other names, or of other offices, it is another's act.
    """
    values: list[float] = []
    names: list[str] = []
    for party in sorted(one.people.keys() & other.people.keys()):
        found = _compared(one.people[party], other.people[party])
        if found is None:
            continue
        if found == NEVER:
            return NEVER, f"{_listed(one, party)} and {_listed(other, party)}"
        values.append(found)
        names.append(_listed(one, party))
    if not values:
        return None
    return sum(values) / 2 if len(values) < 2 else max(values), f"by {', '.join(names)}"  # noqa: PLR2004 - both sides


def _compared(mine: tuple[Party, ...], yours: tuple[Party, ...]) -> float | None:
    my_names = [party.person for party in mine if party.person]
    your_names = [party.person for party in yours if party.person]
    if my_names and your_names:
        shared = any(is_same(a, b) for a in my_names for b in your_names)
        return 1.0 if shared else NEVER
    my_offices = {party.office for party in mine if party.office}
    your_offices = {party.office for party in yours if party.office}
    if my_offices and your_offices:
        return 0.6 if my_offices & your_offices else NEVER
    return None


def is_same(one: str, other: str) -> bool:
    """Whether two names may be one person's: `Putin`, `Vladimir Putin`; `Zelensky`, `Zelenskyy`."""
    mine, yours = _parts(one), _parts(other)
    if mine & yours:
        return True
    return any(
        difflib.SequenceMatcher(None, a, b).ratio() >= SPELT_ALIKE
        for a in mine
        for b in yours
        if a[0] == b[0]
    )


def _parts(name: str) -> frozenset[str]:
    words = [word for word in name.casefold().replace("-", " ").split() if len(word) > 1]
    return frozenset(words[-1:] if len(words) > 2 else words)  # noqa: PLR2004 - given names differ


def _listed(telling: Telling, party: str) -> str:
    people = telling.people[party]
    return " and ".join(person.person or person.office or party for person in people)
