"""What of a record a question is asked of: one selection, the same for every question."""

import sqlite3
from collections.abc import Iterable
from typing import cast, get_args

import msgspec

from dragoman.codebooks.issues import issues as issue_book
from dragoman.codebooks.plover import plover
from dragoman.errors import UsageError
from dragoman.model import Modality
from dragoman.questions.days import first_day, last_day
from dragoman.questions.known import held, parties, pick
from dragoman.questions.names import code_of
from dragoman.questions.persons import spellings_of


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions on lines, all of which must hold; an empty one is none. `select` makes it.

    Names are codes and slugs, days ISO dates. What cannot be asked of a kind of line (the type of
    a position, say) is no condition on it.
    """

    actors: tuple[str, ...] = ()  # one of these parties takes part, on any side
    with_: tuple[str, ...] = ()  # and one of these, another than the first
    persons: tuple[str, ...] = ()  # spellings of one person, through whom a party takes part
    issues: tuple[str, ...] = ()  # it is about one of them
    since: str | None = None  # first day; what lasts several days is in where one of them is
    until: str | None = None  # last day
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    quads: tuple[str, ...] = ()
    modalities: tuple[Modality, ...] = ()  # empty: what the question takes by itself
    places: tuple[str, ...] = ()  # names of places, as the record has them
    countries: tuple[str, ...] = ()  # codes of the states in which places lie
    outlets: tuple[str, ...] = ()  # one of them tells it
    sources: int = 1  # so many independent sources tell it, at least
    report: str | None = None  # the id of a report that tells it


EVERYTHING = Selection()


def select(  # noqa: PLR0913 - each is a condition of its own
    connection: sqlite3.Connection,
    *,
    actors: Iterable[str] = (),
    with_: Iterable[str] = (),
    person: str | None = None,
    issues: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    types: Iterable[str] = (),
    modes: Iterable[str] = (),
    quads: Iterable[str] = (),
    modalities: Iterable[str] = (),
    places: Iterable[str] = (),
    outlets: Iterable[str] = (),
    sources: int = 1,
    report: str | None = None,
) -> Selection:
    """A selection from what users write: names or codes, words or slugs, days, months or years.

    A place is a town or the like that the record has, or a state for all places in it.

    Raises:
        UsageError: something is not known as such; the sentence says what is near.
    """
    if sources < 1:
        raise UsageError(f"{sources} sources: give a number from 1 up")
    towns, countries = _places(connection, tuple(places))
    first, last = _days(since, until)
    return Selection(
        actors=_parties(connection, actors),
        with_=_parties(connection, with_),
        persons=() if person is None else spellings_of(connection, person),
        issues=tuple(known_issue(connection, name) for name in issues),
        since=first,
        until=last,
        types=_picked(types, plover().types, "type of event"),
        modes=_picked(modes, _modes(), "mode of an event"),
        quads=_picked(quads, _quads(), "quad"),
        modalities=cast(
            "tuple[Modality, ...]", _picked(modalities, get_args(Modality), "modality")
        ),
        places=towns,
        countries=countries,
        outlets=_outlets(connection, tuple(outlets)),
        sources=sources,
        report=None if report is None else _report(connection, report),
    )


def _days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    first = None if since is None else first_day(since)
    last = None if until is None else last_day(until)
    if first and last and first > last:
        raise UsageError(f"since {since} until {until}: ends before it begins: change the two")
    return first, last


def _report(connection: sqlite3.Connection, report: str) -> str:
    if connection.execute("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone() is None:
        raise UsageError(f"{report}: no report has this id: `search` shows ids")
    return report


def known_issue(connection: sqlite3.Connection, name: str) -> str:
    """The issue's slug, from a slug or words for it: `border crossing`.

    Raises:
        UsageError: neither the codebook nor the record knows it; the sentence says what is near.
    """
    return pick(name, {*issue_book(), *held(connection, "issue.slug")}, what="issue")


def _picked(names: Iterable[str], known: Iterable[str], what: str) -> tuple[str, ...]:
    listed = tuple(known)
    return tuple(dict.fromkeys(pick(name, listed, what=what) for name in names))


def _parties(connection: sqlite3.Connection, names: Iterable[str]) -> tuple[str, ...]:
    given = tuple(names)
    codes = parties(connection) if given else ()
    return tuple(dict.fromkeys(code_of(name, also=codes) for name in given))


def _outlets(connection: sqlite3.Connection, names: tuple[str, ...]) -> tuple[str, ...]:
    known = held(connection, "report.outlet") if names else ()
    return _picked(names, known, "outlet in the record")


def _places(
    connection: sqlite3.Connection, names: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Places by the record's name, and states by code; what may be both is the place."""
    known = held(connection, "act.place") if names else ()
    towns, countries = [], []
    for name in names:
        try:
            towns.append(pick(name, known, what="place in the record"))
        except UsageError:
            code = _state(name)
            if code is None:
                raise
            countries.append(code)
    return tuple(towns), tuple(countries)


def _state(name: str) -> str | None:
    try:
        return code_of(name)
    except UsageError:
        return None


def _modes() -> set[str]:
    return {mode for event_type in plover().types.values() for mode in event_type.modes}


def _quads() -> tuple[str, ...]:
    """The four quads, in the codebook's order."""
    return tuple(dict.fromkeys(event_type.quad for event_type in plover().types.values()))
