"""Readers of the page at once while reports are added: python benchmarks/page/load.py RECORD.

A copy of the record is served on a free port of this machine. READERS ask for its views one after
the other for SECONDS, with a pause between as people have; a process adds reports all the while.
Printed are the answers, errors, and how long the median and the slowest twentieth took.
"""

import http.client
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "record"))

from views import views  # its own folder is the first that is searched
from world import World

from dragoman.record import add, open_record
from dragoman.record.merging import merge

READERS = 50
SECONDS = 60
PAUSE = (0.5, 2.0)  # seconds between two pages of one reader
BATCH = 10  # reports that are added at once


def main(record: Path) -> None:
    """Serve a copy, read it and add to it, and print what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.record"
        shutil.copy(record, copy)
        addresses = views(copy)
        with serving(copy) as server:
            port = port_of(server)
            words = [sys.executable, __file__, "--add", str(copy)]
            adding = subprocess.Popen(words)  # noqa: S603 - our own words
            try:
                report(read(port, addresses))
            finally:
                adding.terminate()
                server.terminate()


def serving(record: Path) -> "subprocess.Popen[str]":
    """The command itself, on a free port."""
    words = [sys.executable, "-m", "dragoman", "serve", "--port", "0", "--record", str(record)]
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True)  # noqa: S603 - our own words


def port_of(server: "subprocess.Popen[str]") -> int:
    """The port that the command names."""
    assert server.stderr is not None
    found = re.search(r":(\d+)/", server.stderr.readline())
    assert found is not None
    return int(found[1])


def read(port: int, addresses: list[str]) -> tuple[list[float], Counter[str]]:
    """Let the readers read; seconds of each answer, and errors by what they were."""
    times: list[float] = []
    errors: Counter[str] = Counter()
    end = time.monotonic() + SECONDS
    readers = [
        threading.Thread(target=reader, args=(port, addresses, seed, end, times, errors))
        for seed in range(READERS)
    ]
    for one in readers:
        one.start()
    for one in readers:
        one.join()
    return times, errors


def reader(  # noqa: PLR0913 - a thread's arguments
    port: int,
    addresses: list[str],
    seed: int,
    end: float,
    times: list[float],
    errors: Counter[str],
) -> None:
    """One reader, with an order of its own."""
    chance = random.Random(seed)
    time.sleep(chance.uniform(0, PAUSE[1]))
    while time.monotonic() < end:
        address = chance.choice(addresses)
        begun = time.monotonic()
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            connection.close()
            if answer.status != http.client.OK:
                errors[f"{answer.status} {address}"] += 1
        except OSError as error:
            errors[f"{type(error).__name__} {address}"] += 1
        times.append(time.monotonic() - begun)
        time.sleep(chance.uniform(*PAUSE))


def add_all(record: Path) -> None:
    """Add reports until one is told to stop, or the time of the readers is long over."""
    end = time.monotonic() + 2 * SECONDS
    with open_record(record, create=True) as connection:
        for number, (report, facts) in enumerate(World(seed=7).reports(100_000)):
            add(connection, report, facts)
            if number % BATCH == 0:
                merge(connection)
                time.sleep(0.2)
            if time.monotonic() > end:
                return


def report(read: tuple[list[float], Counter[str]]) -> None:
    """Print what came of it."""
    times, errors = read
    slow = statistics.quantiles(times, n=20)[-1]
    print(f"{len(times)} answers to {READERS} readers in {SECONDS} s, {errors.total()} errors")
    print(f"median {statistics.median(times) * 1000:.0f} ms, 95th percentile {slow * 1000:.0f} ms")
    for what, count in errors.most_common(10):
        print(f"  {count} {what}")


if __name__ == "__main__":
    if sys.argv[1] == "--add":
        add_all(Path(sys.argv[2]))
    else:
        main(Path(sys.argv[1]))
