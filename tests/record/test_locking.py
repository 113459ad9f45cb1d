"""Who writes to a record is told by the process's number, where the system tells."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import RecordError
from dragoman.record import open_record
from dragoman.record.locking import writer_of

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="the system does not tell")
def test_the_writer_is_named(tmp_path: Path) -> None:
    """Fault 44."""
    path = tmp_path / "a.record"
    with open_record(path, create=True):
        pass
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:  # noqa: S603 - ourselves
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"held\n"
        assert writer_of(path) == writer.pid
        with (
            pytest.raises(RecordError, match=f"process {writer.pid} is writing to it: try again"),
            open_record(path, create=True, wait=0.1) as connection,
        ):
            connection.execute("BEGIN IMMEDIATE")
        writer.communicate()


def test_ourselves_and_unknown_systems_are_not_named(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    path.touch()
    locks = tmp_path / "locks"
    number = path.stat().st_ino
    locks.write_text(f"1: POSIX  ADVISORY  WRITE {os.getpid()} 08:01:{number} 120 120\n")
    assert writer_of(path, locks=locks) is None
    locks.write_text(f"1: POSIX  ADVISORY  WRITE 4711 08:01:{number} 120 120\n")
    assert writer_of(path, locks=locks) == 4711
    assert writer_of(path, locks=tmp_path / "none") is None
