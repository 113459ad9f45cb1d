"""Size and speed of a record: python benchmarks/record/timing.py FILE. It adds to the file.

What is counted: the whole file, and what of it are texts with their search index, lines with the
tables that repeat them, and acts. Adding is what `dragoman add` does with 1,000 coded
reports, then with their events. Readers open the record anew for each question while another
process adds.
"""

import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec
from world import EVENTS_A_REPORT, World

from dragoman.model import Fact, Report, line_id
from dragoman.publishing.writing import AT_ONCE
from dragoman.record import add, open_record
from dragoman.record.merging import merge
from dragoman.record.store import transaction

REPORTS = 1000
READING = 20.0  # seconds of reading while another process writes
TEXTS = ("report", "search", "sqlite_autoindex_report")
ACTS = (
    "act",
    "telling",
    "carrying",
    "taking",
    "acting",
    "unmerged",
    "stale",
    "holding",
    "stood",
    "saying",
    "speaking",
    "merging",
    "uncarried",
    "sqlite_autoindex_act",
)
QUESTION = """
    SELECT substr(act.day, 1, 7) AS month, act.event_type, count(*)
    FROM act_pair JOIN act ON act.number = act_pair.act
    WHERE one = min(?1, ?2) AND two = max(?1, ?2) AND modality = 'asserted' GROUP BY 1, 2
"""


def sizes(path: Path) -> None:
    """Bytes an event, of the whole and of its parts."""
    with open_record(path) as connection:
        (events,) = connection.execute("SELECT count(*) FROM event").fetchone()
        parts = {"texts and search": 0, "acts": 0, "lines and tables": 0}
        for name, size in connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name"):
            kind = "lines and tables"
            kind = "acts" if name.startswith(ACTS) else kind
            kind = "texts and search" if name.startswith(TEXTS) else kind
            parts[kind] += size
    print(f"{events} events, {path.stat().st_size / events:.0f} bytes of file an event")
    for name, size in parts.items():
        print(f"  {name}: {size / events:.0f} bytes an event")


def fresh(seed: int) -> Iterator[tuple[Report, list[Fact]]]:
    """Reports that the record has not, of another invented world, over all its years."""
    for report, facts in World(seed=seed).reports(REPORTS * EVENTS_A_REPORT):
        own = line_id(seed, report.id)
        renamed = [
            msgspec.structs.replace(fact, report_id=own, id=line_id(seed, fact.id))
            for fact in facts
        ]
        yield msgspec.structs.replace(report, id=own, text=f"{report.text} {own}"), renamed


def adding(path: Path) -> None:
    """Seconds to add, and to merge what was added."""
    reports = list(fresh(time.time_ns()))
    with open_record(path, create=True) as connection:
        begun = time.perf_counter()
        used = time.process_time()
        for at in range(0, REPORTS, AT_ONCE):
            names: dict[tuple[str | None, ...], int] = {}
            with transaction(connection):
                for report, facts in reports[at : at + AT_ONCE]:
                    add(connection, report, facts, names=names)
        added, added_used = time.perf_counter(), time.process_time()
        merge(connection)
        merged, merged_used = time.perf_counter(), time.process_time()
    print(f"adding {REPORTS} reports: {added - begun:.2f} s ({added_used - used:.2f} s of CPU)")
    print(f"merging their events: {merged - added:.2f} s ({merged_used - added_used:.2f} s of CPU)")


def reading(path: Path) -> None:
    """Times of a question while another process adds."""
    codes = World().codes[:12]
    with subprocess.Popen([sys.executable, __file__, "--add", str(path)]) as writer:  # noqa: S603 - ourselves
        seconds = []
        failed = 0
        until = time.perf_counter() + READING
        while time.perf_counter() < until:
            begun = time.perf_counter()
            try:
                with open_record(path, wait=0) as connection:
                    pair = codes[len(seconds) % 12], codes[(len(seconds) // 12 + 5) % 12]
                    connection.execute(QUESTION, pair).fetchall()
            except sqlite3.Error:
                failed += 1
            seconds.append(time.perf_counter() - begun)
        writing = writer.poll() is None
        writer.kill()
    ordered = sorted(seconds)
    print(
        f"read {len(seconds)} times while another wrote ({writing}), {failed} failed: median"
        f" {statistics.median(ordered) * 1000:.0f} ms, 99th percentile"
        f" {ordered[int(len(ordered) * 0.99)] * 1000:.0f} ms, longest {ordered[-1] * 1000:.0f} ms"
    )


def add_for_ever(path: Path) -> None:
    """Add reports until somebody ends this."""
    with open_record(path, create=True) as connection:
        while True:
            for report, facts in islice(fresh(time.time_ns()), REPORTS):
                add(connection, report, facts)


if __name__ == "__main__":
    if sys.argv[1] == "--add":
        add_for_ever(Path(sys.argv[2]))
    else:
        record = Path(sys.argv[1])
        sizes(record)
        adding(record)
        reading(record)
