"""What names the types and issues of lines that were coded with a user's own codebook.

A record is read without that folder, and by others: it keeps the files itself, each text once. The
table is made with the first of them, since most records have none.
"""

import sqlite3
from pathlib import Path

from dragoman.codebooks.own import KEPT, Kept, own_file

_TABLE = """
    CREATE TABLE IF NOT EXISTS codebook (
        number INTEGER PRIMARY KEY, -- a later file counts before an earlier one
        name   TEXT NOT NULL,       -- plover.toml or issues.toml
        text   TEXT NOT NULL UNIQUE
    ) STRICT
"""


def keep_codebook(connection: sqlite3.Connection, folder: Path) -> None:
    """Keep what the folder says of types and issues, so that whoever reads the record knows it.

    It counts from the next opening on, or inside `using(kept_codebook(connection))`.
    """
    connection.execute(_TABLE)
    for name in KEPT:
        path = own_file(folder, name)
        if path is not None:
            query = "INSERT OR REPLACE INTO codebook (name, text) VALUES (?, ?)"
            connection.execute(query, (name, path.read_text(encoding="utf-8")))


def kept_codebook(connection: sqlite3.Connection) -> Kept | None:
    """What the record keeps of codebooks; null where it was coded with the house's alone."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'codebook'"
    if connection.execute(query).fetchone() is None:
        return None
    rows = connection.execute("SELECT name, text FROM codebook ORDER BY number")
    return Kept(tuple(rows))
