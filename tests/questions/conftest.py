"""An empty record to fill."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.record import open_record


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with open_record(tmp_path / "a.record", create=True) as connection:
        yield connection
