"""Write a record of an invented world: python benchmarks/record/generate.py FILE [EVENTS]."""

import sys
import time
from itertools import islice
from pathlib import Path

from world import World

from dragoman.record import open_record
from dragoman.record.keeping import Names, put_facts, put_report
from dragoman.record.store import transaction

BATCH = 2000  # reports a transaction


def generate(path: Path, events: int) -> None:
    """Write straight through the store's own functions, some thousand reports at once."""
    reports = World().reports(events)
    names: Names = {}
    kept = 0
    begun = time.perf_counter()
    with open_record(path, create=True) as connection:
        connection.execute("PRAGMA cache_size = -400000")
        while batch := list(islice(reports, BATCH)):
            with transaction(connection):
                for report, facts in batch:
                    number = put_report(connection, report)
                    put_facts(connection, number, facts, names=names)
            kept += len(batch)
            print(f"{kept} reports, {time.perf_counter() - begun:.0f} s", flush=True)
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.execute("ANALYZE")


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else 1_000_000)
