"""Who is writing to a record, as the system tells: a wait is easier to bear with a name."""

import os
from pathlib import Path

_LOCKS = Path("/proc/locks")  # Linux alone has it; elsewhere no name is told


def writer_of(path: Path, *, locks: Path = _LOCKS) -> int | None:
    """The process that writes to a record, by its number; null where the system does not tell.

    A writer holds a lock on the file beside the record that SQLite shares, or on the record itself.
    """
    files = {_number_of(path.with_name(f"{path.name}-shm")), _number_of(path)} - {None}
    try:
        listed = locks.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    for line in listed:
        fields = line.split()
        if "WRITE" not in fields:
            continue
        pid, file = fields[fields.index("WRITE") + 1 :][:2]
        if file.rpartition(":")[2] in files and pid.isdigit() and int(pid) not in (0, os.getpid()):
            return int(pid)
    return None


def _number_of(path: Path) -> str | None:
    """The number by which the system knows the file."""
    try:
        return str(path.stat().st_ino)
    except OSError:
        return None
