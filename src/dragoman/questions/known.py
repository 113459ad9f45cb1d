"""What a record knows by name, and the one of several names that a user means."""

import difflib
import sqlite3
from collections.abc import Iterable
from typing import Literal

from dragoman.errors import UsageError

Column = Literal["issue.slug", "report.outlet", "act.place"]
# Who takes part in acts, holds positions or is tied, each from an index of its own.
_PARTIES = """
    WITH RECURSIVE each (value) AS (
        SELECT min(two) FROM act_pair WHERE one = ''
        UNION ALL
        SELECT (SELECT min(two) FROM act_pair WHERE one = '' AND two > value) FROM each
        WHERE value IS NOT NULL
    )
    SELECT value FROM each WHERE value > ''
    UNION SELECT holder FROM holding_count WHERE holder > ''
    UNION SELECT id FROM party WHERE role_code = 5 AND id > ''
    ORDER BY 1
"""
_LISTED = 12  # names that an error lists where none is near


def held(connection: sqlite3.Connection, column: Column) -> tuple[str, ...]:
    """The different values of a column, sorted, without empty ones.

    Each is sought in the column's index from the one before it, so that the cost is that of the
    values and not of the rows: SQLite's DISTINCT reads a million rows for two hundred states.
    """
    table, name = column.split(".")
    query = f"""
        WITH RECURSIVE each (value) AS (
            SELECT min({name}) FROM {table} WHERE {name} > ''
            UNION ALL
            SELECT (SELECT min({name}) FROM {table} WHERE {name} > value) FROM each
            WHERE value IS NOT NULL
        )
        SELECT value FROM each WHERE value IS NOT NULL
    """  # noqa: S608 - our own names
    return tuple(value for (value,) in connection.execute(query))


def parties(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The codes of all who take part in acts, positions and ties, sorted."""
    return tuple(code for (code,) in connection.execute(_PARTIES))


def pick(name: str, known: Iterable[str], *, what: str) -> str:
    """The known name that is spelled so but for case, hyphens and spaces.

    Raises:
        UsageError: there is none; the sentence says what is near, or what there is.
    """
    by_form = {_folded(one): one for one in sorted(known, reverse=True)}
    found = by_form.get(_folded(name))
    if found is not None:
        return found
    near = difflib.get_close_matches(_folded(name), by_form, n=3)
    raise UsageError(f"{name}: no such {what}{_hint([by_form[form] for form in near], by_form)}")


def _hint(near: list[str], by_form: dict[str, str]) -> str:
    if near:
        return f": did you mean {' or '.join(near)}?"
    listed = sorted(by_form.values())[:_LISTED]
    more = " ..." if len(by_form) > _LISTED else ""
    return f": there are {', '.join(listed)}{more}" if listed else ": there is none"


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
