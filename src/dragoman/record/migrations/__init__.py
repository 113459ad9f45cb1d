"""The schema of a record, and the steps that bring an older record up to it.

`PRAGMA user_version` holds the version of a file. A step leads from one version to the present: a
module `from_N.py` with a function `step(connection, schema)`. It keeps what cannot be had again,
makes all tables as they are now, and writes the lines again. It runs in one transaction, after a
copy was put beside the file: a kill leaves the record as it was. Whoever changes the schema adds a
step, and a test that starts from a record of the version before.
"""

import sqlite3
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from dragoman.record.migrations import from_1, from_2

SCHEMA_VERSION = 3
SCHEMA_FILES = ("schema.sql", "register.sql", "review.sql", "acts.sql", "rollups.sql")
STEPS: dict[int, Callable[[sqlite3.Connection, str], None]] = {1: from_1.step, 2: from_2.step}


def schema() -> str:
    """The SQL that makes the tables of an empty record."""
    folder = files("dragoman.record")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in SCHEMA_FILES)


def migrate(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Bring an open record of an older `version` up to the present, wholly or not at all.

    The record as it was is kept beside it, as `NAME.schema-1`.
    """
    _copy(connection, path.with_name(f"{path.name}.schema-{version}"))
    connection.execute("PRAGMA foreign_keys = OFF")  # tables are replaced under each other's feet
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] == version:
            STEPS[version](connection, schema())
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("VACUUM")


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    draft = path.with_name(f".{path.name}.part")
    draft.unlink(missing_ok=True)
    copy = sqlite3.connect(draft)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    draft.replace(path)
