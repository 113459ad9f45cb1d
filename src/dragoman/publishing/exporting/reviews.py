"""What people decided about the lines of a record, by the id that each line has now."""

import sqlite3
from collections import defaultdict

from dragoman.record.revisions import Revision, select

Reviewed = dict[str, list[Revision]]

_NOW = """
    SELECT revision.thread, line.id FROM correction JOIN line ON line.number = correction.line
    JOIN revision ON revision.number = correction.revision
"""


def reviewed(connection: sqlite3.Connection) -> Reviewed:
    """All decisions about lines that were reviewed, oldest first; few are, so all are held."""
    now = dict(connection.execute(_NOW))
    found: Reviewed = defaultdict(list)
    for revision in select(connection, "TRUE"):
        if revision.thread in now:
            found[now[revision.thread]].append(revision)
    return dict(found)
