"""Kill an add at random points: python benchmarks/record/killing.py FOLDER [KILLS REPORTS].

A process adds reports one by one and merges, as `dragoman add` does, and is killed with SIGKILL at
a random moment of its run. Each time the record must open and be whole as `dragoman doctor` sees
it, hold every report wholly or not at all, and be completed by adding again: in the end it must
have the same lines and acts as one that nobody disturbed.
"""

import random
import subprocess
import sys
import time
from pathlib import Path

from world import EVENTS_A_REPORT, World

from dragoman.model import Fact, Report
from dragoman.record import add, open_record
from dragoman.record.integrity import examine
from dragoman.record.merging import merge
from dragoman.record.store import facts_of_report, lines

Reports = list[tuple[Report, list[Fact]]]


def add_all(path: Path, reports: Reports) -> int:
    """Add and merge; how many reports were new."""
    with open_record(path, create=True) as connection:
        kept = sum(add(connection, report, facts) for report, facts in reports)
        merge(connection)
    return kept


def killed(path: Path, *, after: float, reports: int) -> bool:
    """Add in another process and kill it so many seconds after it began; False if it was over."""
    command = [sys.executable, __file__, "--add", str(path), str(reports)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as adder:  # noqa: S603 - ourselves
        adder.stdout.readline()  # it has loaded all, and begins
        time.sleep(after)
        running = adder.poll() is None
        adder.kill()
    return running


def content(path: Path) -> tuple[list[object], list[object]]:
    """Lines and acts, as a reader finds them."""
    query = "SELECT line.id, act.tellings, act.day FROM act JOIN line USING (number) ORDER BY 1"
    with open_record(path) as connection:
        found = sorted(lines(connection), key=lambda line: line.id)
        return list(found), connection.execute(query).fetchall()


def examine_killed(path: Path, reports: Reports) -> int:
    """How many reports a killed add has left, each of them whole; raises where one is not."""
    if not path.exists():
        return 0
    with open_record(path) as connection:
        findings = list(examine(connection))
        assert not findings, findings
        held = {line.id for line in lines(connection, kinds=["report"])}
        for report, facts in reports:
            expected = facts if report.id in held else []
            assert facts_of_report(connection, report.id) == expected, report.id
    return len(held)


def main(folder: Path, *, kills: int, count: int) -> None:
    """Do it so many times, and print what happened."""
    reports = list(World().reports(count * EVENTS_A_REPORT))
    whole = folder / "whole.record"
    begun = time.perf_counter()
    add_all(whole, reports)
    seconds = time.perf_counter() - begun
    wanted = content(whole)
    chance = random.Random(9)
    caught = held = 0
    for number in range(kills):
        path = folder / f"{number}.record"
        caught += killed(path, after=chance.uniform(0, seconds), reports=count)
        left = examine_killed(path, reports)
        held += left
        assert add_all(path, reports) == count - left
        assert content(path) == wanted
        for part in folder.glob(f"*{number}.record*"):
            part.unlink()
    print(
        f"{kills} kills, {caught} in the middle, {held} of {kills * count} reports held: all whole"
    )


if __name__ == "__main__":
    if sys.argv[1] == "--add":
        told = list(World().reports(int(sys.argv[3]) * EVENTS_A_REPORT))
        print("begins", flush=True)
        add_all(Path(sys.argv[2]), told)
    else:
        place = Path(sys.argv[1])
        place.mkdir(parents=True, exist_ok=True)
        numbers = [int(word) for word in sys.argv[2:]] or [50, 200]
        main(place, kills=numbers[0], count=numbers[1])
