"""Who held which office: the register of a record, asked for a state and a day."""

import sqlite3
from collections.abc import Iterable

from dragoman.codebooks import tenures as codebook
from dragoman.model import line_id
from dragoman.questions.days import first_day
from dragoman.questions.names import code_of
from dragoman.record.tenures import imported, sightings
from dragoman.register.conflicts import Conflict
from dragoman.register.conflicts import conflicts as conflicts_of
from dragoman.register.learning import learn
from dragoman.register.lookup import covers, rank
from dragoman.register.tenures import HELD, Tenure, order
from dragoman.register.titles import title_of


def tenures(
    connection: sqlite3.Connection, *, country: str | None = None, on: str | None = None
) -> list[Tenure]:
    """The record's register, by state and office: imported tenures and those its reports tell.

    Args:
        connection: an open record.
        country: only the offices of this state or organisation: a code or a name.
        on: only those held on this day (ISO), the most trusted first in each office; the
            codebook's well-known holders stand among them.

    Raises:
        UsageError: the state or day is not known as such.
    """
    code = None if country is None else code_of(country)
    found = [
        *imported(connection, country=code),
        *learn(sightings(connection, country=code)),
    ]
    if on is None:
        return sorted(found, key=order)
    day = first_day(on)
    held = [one for one in (*found, *_curated(code)) if one.status in HELD and covers(one, day)]
    return sorted((one for one in held if not _is_outdone(one, held, day)), key=_by_rank_of_office)


def conflicts(connection: sqlite3.Connection, *, country: str | None = None) -> list[Conflict]:
    """Pairs of people whom the record has in one office, of one holder, on the same days.

    Raises:
        UsageError: the state is not known as such.
    """
    return conflicts_of(tenures(connection, country=country))


def _is_outdone(tenure: Tenure, held: list[Tenure], day: str) -> bool:
    """Whether no report is about that day, and another is known to hold the office of one."""
    if tenure.rung != "learned" or tenure.begin <= day <= tenure.end:
        return False
    return title_of(tenure.office, tenure.country).unique and any(
        other.rung != "learned" and (other.country, other.office) == (tenure.country, tenure.office)
        for other in held
    )


def _by_rank_of_office(tenure: Tenure) -> tuple[object, ...]:
    level = title_of(tenure.office, tenure.country).level
    return (tenure.country, level, tenure.office, tenure.post or "", rank(tenure))


def _curated(country: str | None) -> Iterable[Tenure]:
    """The codebook's tenures, of one state or of all."""
    for row in codebook.tenures():
        if country in (None, row.owner):
            title = title_of(row.office, row.owner)
            yield Tenure(
                id=line_id("curated", row.person, row.owner, row.office, row.valid_from),
                person=row.person,
                names=row.aliases,
                country=row.owner,
                office=row.office,
                office_class=title.office_class,
                sector=title.sector,
                since=row.valid_from,
                until=row.valid_to,
                rung="curated",
                evidence=(row.source,),
            )
