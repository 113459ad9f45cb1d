"""The register's share of a record: imported tenures, and the sightings that office lines are."""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.record.store import WORDS, transaction
from dragoman.register.sayings import says
from dragoman.register.tenures import Sighting, Tenure

_COLUMNS = ("id", "country", "office", "person", "since", "until")


def put_tenures(connection: sqlite3.Connection, file: str, tenures: Iterable[Tenure]) -> int:
    """Keep what a file says, in one transaction, instead of what it said before; how many rows."""
    insert = f"""
        INSERT INTO tenure (file, json, {", ".join(_COLUMNS)})
        VALUES (?, ?{", ?" * len(_COLUMNS)})
    """  # noqa: S608 - our own names
    rows = [
        (file, msgspec.json.encode(one).decode(), *(getattr(one, name) for name in _COLUMNS))
        for one in tenures
    ]
    with transaction(connection):
        connection.execute("DELETE FROM tenure WHERE file = ?", (file,))
        connection.executemany(insert, rows)
    return len(rows)


def imported(connection: sqlite3.Connection, *, country: str | None = None) -> list[Tenure]:
    """The tenures of all imported files, of one state or organisation if `country` names it."""
    query = "SELECT json FROM tenure WHERE ?1 IS NULL OR country = ?1 ORDER BY number"
    decoder = msgspec.json.Decoder(Tenure)
    return [decoder.decode(text) for (text,) in connection.execute(query, (country,))]


def sightings(connection: sqlite3.Connection, *, country: str | None = None) -> Iterator[Sighting]:
    """The office lines whose state or organisation is known, all or those of `country`."""
    query = f"""
        SELECT line.id, report.id, person, country, office, post, status, seen, {WORDS}
        FROM office JOIN line ON line.number = office.line
        JOIN report ON report.number = line.report
        WHERE country IS NOT NULL AND (?1 IS NULL OR country = ?1)
    """  # noqa: S608 - our own words
    for line_id, report_id, person, owner, office, post, status, seen, words in connection.execute(
        query, (country,)
    ):
        yield Sighting(
            line_id=line_id,
            report_id=report_id,
            person=person,
            country=owner,
            office=office,
            post=post,
            status=status,
            day=seen,
            said=says(words, country=owner, office=office),
        )
