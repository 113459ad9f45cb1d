"""A record file, opened: made where absent, and refused in one line where it is no record of ours.

A record is one SQLite file in write-ahead mode: readers are served while a writer writes, and a
process killed at any moment leaves whole reports only.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from dragoman.codebooks.own import using
from dragoman.errors import RecordError
from dragoman.record.codebook import kept_codebook
from dragoman.record.locking import writer_of
from dragoman.record.migrations import SCHEMA_VERSION, migrate, schema
from dragoman.record.reading import DamagedError, prepare

APPLICATION_ID = 0x44524147  # "DRAG" in SQLite's header: `file` and we know a record by it
PAGE_SIZE = 16384  # bytes: a report's text is some thousands, and should not have a page alone
# Kilobytes of pages that a connection holds, of those it has used: who adds comes back to many.
CACHE, WRITER_CACHE = 64_000, 200_000
CHECKPOINT = 16_000  # pages of writing, 256 MB, that are gathered before they go into the file
WAIT = 30.0  # seconds that a writer waits for another before it gives up

_BUSY = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))
_SENTENCES = {
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only: allow writing, or copy it",
    sqlite3.SQLITE_CORRUPT: "the file is damaged: restore a copy, or add the reports to a new one",
    sqlite3.SQLITE_NOTADB: "the file is damaged: restore a copy, or add the reports to a new one",
    sqlite3.SQLITE_FULL: "the disk is full: make room and run again, what was kept is whole",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check the permissions of the file and its folder",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
}


@contextmanager
def open_record(
    path: Path | str, *, create: bool = False, wait: float = WAIT
) -> Iterator[sqlite3.Connection]:
    """Open a record to read, or with `create` to write, made where there is none.

    Inside the block the codebooks are those that the record was coded with. `wait` is how many
    seconds a locked file is waited for. What SQLite raises inside the block, and what is said of
    damaged lines, comes out as a `RecordError` that names the file.

    Raises:
        RecordError: the file is absent, no record, from a newer Dragoman, damaged, or locked.
    """
    path = Path(path)
    with _explained(path):
        _prepare(path, create=create)
        connection = _connect(path, write=create, wait=wait)
        try:
            prepare(connection)
            _check_version(connection, path, write=create)
            with using(kept_codebook(connection)):
                yield connection
        finally:
            connection.close()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code of an extended one
        if not code and "decode" in str(error):  # text that is none: bytes were flipped
            code = sqlite3.SQLITE_CORRUPT
        told = _busy(path) if code in _BUSY else _SENTENCES.get(code, str(error))
        raise RecordError(f"{path}: {told}") from error
    except DamagedError as error:
        raise RecordError(f"{path}: {error}") from error


def _busy(path: Path) -> str:
    writer = writer_of(path.resolve())
    named = f"process {writer}" if writer else "another process"
    return f"{named} is writing to it: try again when that has finished"


def _prepare(path: Path, *, create: bool) -> None:
    try:
        _refuse_at_sight(path, create=create)
        if create and not path.exists():
            _make(path)
    except OSError as error:
        raise RecordError(f"{path}: cannot be opened: {error.strerror}") from error


def _refuse_at_sight(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise RecordError(f"{path}: is a folder: name a file")
    if not path.exists():
        if not create:
            raise RecordError(f"{path}: no such record: make it with `dragoman add PATH --record`")
        if not path.parent.is_dir():
            raise RecordError(f"{path}: its folder does not exist: make the folder first")
        return
    with path.open("rb") as stream:
        start = stream.read(16)
    if start == b"":
        raise RecordError(
            f"{path}: the file is empty, so it is no record: remove it or name another"
        )
    if start != b"SQLite format 3\0":
        raise RecordError(f"{path}: is no record of Dragoman: name another file")


def _make(path: Path) -> None:
    """Build the empty record beside its place and link it there, so that it is never seen half."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        connection = sqlite3.connect(draft, isolation_level=None)
        try:
            # One transaction without a journal file: a kill here leaves a draft at most.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            connection.executescript(f"BEGIN; {schema()} COMMIT;")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()
        with suppress(FileExistsError):  # another process was quicker: its record is as good
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _connect(path: Path, *, write: bool, wait: float) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=rw", uri=True, timeout=wait, isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = {-(WRITER_CACHE if write else CACHE)}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if not write:
            connection.execute("PRAGMA query_only = ON")
    except sqlite3.OperationalError:
        connection.close()
        if write or path.with_name(f"{path.name}-wal").exists():
            raise
        # Without leave to write beside it, SQLite reads a write-ahead file only as unchanging.
        return sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return connection


def _check_version(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise RecordError(f"{path}: is an SQLite file but no record of Dragoman: name another file")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise RecordError(
            f"{path}: was written by a newer Dragoman (schema {version}, this one knows"
            f" {SCHEMA_VERSION}): install the newer one"
        )
    if version < SCHEMA_VERSION and not write:
        raise RecordError(
            f"{path}: was written by an older Dragoman (schema {version}, this one reads"
            f" {SCHEMA_VERSION}): `dragoman doctor --repair {path}` brings it up to date"
        )
    if version < SCHEMA_VERSION:
        migrate(connection, path, version)
