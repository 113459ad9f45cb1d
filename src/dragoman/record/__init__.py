"""Facts to a database: one SQLite file that any tool opens."""

from dragoman.record.opening import open_record
from dragoman.record.store import KeepingError, add, lines

__all__ = ["KeepingError", "add", "lines", "open_record"]
