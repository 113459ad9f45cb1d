"""The conditions that users put on lines, as SQL."""

import difflib
import sqlite3

import msgspec

from dragoman.codebooks.issues import issues
from dragoman.errors import UsageError
from dragoman.questions.days import first_day, last_day
from dragoman.questions.names import code_of


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """A condition over the tables event or position, line and report, and its values."""

    where: str
    values: tuple[str, ...]


def select(  # noqa: PLR0913 - each is a condition of its own
    connection: sqlite3.Connection,
    *,
    table: str,
    parties: tuple[tuple[str, ...], ...],
    issue: str | None,
    since: str | None,
    until: str | None,
) -> Selection:
    """Lines in which a party of each group takes part, on the issue, in the closed interval.

    Raises:
        UsageError: a party, the issue or a day is not known as such.
    """
    parts: list[tuple[str, tuple[str, ...]]] = [
        _taking_part(connection, table, group) for group in parties
    ]
    if issue is not None:
        condition = f"{table}.line IN (SELECT line FROM issue WHERE slug = ?)"  # noqa: S608 - our own names
        parts.append((condition, (known_issue(connection, issue),)))
    if since is not None:
        condition = f"coalesce({table}.date_end, {table}.date_start, report.published) >= ?"
        parts.append((condition, (first_day(since),)))
    if until is not None:
        condition = f"coalesce({table}.date_start, report.published) <= ?"
        parts.append((condition, (last_day(until),)))
    return Selection(
        where=" AND ".join(condition for condition, _ in parts) or "TRUE",
        values=tuple(value for _, values in parts for value in values),
    )


def known_issue(connection: sqlite3.Connection, name: str) -> str:
    """The issue's slug, from a slug or words for it: `border crossing`.

    Raises:
        UsageError: neither the codebook nor the record knows it; the sentence says what is near.
    """
    wanted = name.strip().casefold().replace(" ", "-")
    held = [row[0] for row in connection.execute("SELECT DISTINCT slug FROM issue ORDER BY slug")]
    known = sorted({*issues(), *held})
    if wanted in known:
        return wanted
    near = difflib.get_close_matches(wanted, known, n=3) or held or known
    raise UsageError(f"{name}: no such issue: there are {', '.join(near)}")


def _taking_part(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    held = [row[0] for row in connection.execute("SELECT DISTINCT id FROM party")]
    codes = tuple(code_of(name, also=held) for name in names)
    marks = ", ".join("?" * len(codes))
    query = f"{table}.line IN (SELECT line FROM party WHERE id IN ({marks}))"  # noqa: S608 - our own names
    return query, codes
