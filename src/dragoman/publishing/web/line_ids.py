"""Lines by their numbers, as links call them."""

import sqlite3
from collections.abc import Iterable

from dragoman.questions.conditions import marks

_AT_ONCE = 900  # values of one query


def line_ids(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The ids of lines by their numbers."""
    listed = sorted(set(numbers))
    found: dict[int, str] = {}
    for start in range(0, len(listed), _AT_ONCE):
        part = listed[start : start + _AT_ONCE]
        query = f"SELECT number, id FROM line WHERE number IN ({marks(part)})"  # noqa: S608 - marks alone
        found |= dict(connection.execute(query, part))
    return found
