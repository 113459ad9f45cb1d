"""A person as a user names one, to the spellings that the record has of the name."""

import difflib
import sqlite3

import msgspec

from dragoman.errors import UsageError
from dragoman.register.names import bones, folded, likeness

_SHOWN = 4  # persons that an error names


class Named(msgspec.Struct, frozen=True, order=True):
    """A spelling of a person's name, and the state that the person acts for, empty if unknown."""

    person: str
    country: str


def spellings_of(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """All spellings of one person: `Qureshi` finds `Shah Mahmood Qureshi` and `Mehmood Qureshi`.

    Raises:
        UsageError: nobody or more than one person in the record has this name.
    """
    known = sorted(_known(connection))
    fits = [one for one in known if likeness(name, one.person) is not None]
    same = [one for one in fits if folded(one.person) == folded(name)]
    people = _people(fits)
    if same and len(people) > 1:
        people = [group for group in people if any(one in group for one in same)]
    if not people:
        raise UsageError(f"{name}: no such person in the record{_near(name, known)}")
    if len(people) > 1:
        told = ", ".join(_told(group) for group in people[:_SHOWN])
        raise UsageError(f"{name}: may be {told}: give more of the name")
    return tuple(sorted({one.person for one in people[0]}))


def persons_named(connection: sqlite3.Connection, name: str) -> tuple[Named, ...]:
    """The people in the record who may have this name, each by the fullest spelling."""
    fits = [one for one in sorted(_known(connection)) if _may_be(name, one.person)]
    return tuple(sorted(group[0] for group in _people(fits)))


def _may_be(name: str, other: str) -> bool:
    return likeness(name, other) in ("same", "short")


def _known(connection: sqlite3.Connection) -> list[Named]:
    query = "SELECT DISTINCT person, coalesce(country, '') FROM naming WHERE person > ''"
    return [Named(*row) for row in connection.execute(query)]


def _people(fits: list[Named]) -> list[list[Named]]:
    """Spellings of one person together: alike, and of one state. Full names lead, surnames join."""
    groups: list[list[Named]] = []
    for one in sorted(fits, key=lambda one: (-len(bones(one.person)), one)):
        mine = [group for group in groups if _are_one(one, group[0])]
        if not mine:
            groups.append([one])
        elif len(mine) == 1:  # a surname that several bear is nobody's
            mine[0].append(one)
    return groups


def _are_one(a: Named, b: Named) -> bool:
    return likeness(a.person, b.person) is not None and (
        a.country == b.country or not (a.country and b.country)
    )


def _told(group: list[Named]) -> str:
    first = group[0]
    return f"{first.person} ({first.country})" if first.country else first.person


def _near(name: str, known: list[Named]) -> str:
    """Names one of whose words is spelled nearly as the last word given."""
    last = name.split()[-1].casefold() if name.split() else ""
    words = {one.person.split()[-1].casefold(): one for one in reversed(known)}
    close = difflib.get_close_matches(last, words, n=3, cutoff=0.75)
    told = [_told([words[word]]) for word in close]
    return f": did you mean {' or '.join(told)}?" if told else ": give the name as reports have it"
