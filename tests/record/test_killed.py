"""A process killed while it adds leaves whole reports only, and a second run ends the work."""

import subprocess
import sys
from pathlib import Path

import pytest

import factory
from dragoman.model import Report
from dragoman.record.integrity import examine
from dragoman.record.merging import merge
from dragoman.record.opening import open_record
from dragoman.record.store import add, facts_of_report, lines

NUMBER = 200
MERGED = 40  # reports after which their events are merged
ADDER = """
import sys
sys.path[:0] = sys.argv[2:]
from test_killed import add_all
add_all(sys.argv[1])
"""


def add_all(path: Path | str) -> int:
    kept = 0
    with open_record(path, create=True) as connection:
        for number in range(NUMBER):
            report = factory.report(f"{factory.TEXT}\nReport {number} of the week.\n")
            kept += add(connection, report, factory.facts(report))
            sys.stdout.write(".")
            sys.stdout.flush()
            if number % MERGED == MERGED - 1:
                merge(connection)
    return kept


def add_and_be_killed(path: Path, *, after: int) -> None:
    folders = [str(Path(__file__).parent), str(Path(factory.__file__).parent)]
    command = [sys.executable, "-c", ADDER, str(path), *folders]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as adder:  # noqa: S603 - ourselves
        assert adder.stdout is not None
        assert len(adder.stdout.read(after)) == after
        adder.kill()


@pytest.mark.parametrize("after", [1, 17, 60])
def test_killed_in_the_middle(tmp_path: Path, after: int) -> None:
    path = tmp_path / "a.record"
    add_and_be_killed(path, after=after)
    with open_record(path) as connection:
        assert list(examine(connection)) == []
        found = [line for line in lines(connection, kinds=["report"]) if isinstance(line, Report)]
        assert len(found) >= after
        for report in found:
            assert facts_of_report(connection, report.id) == list(factory.facts(report))
    assert add_all(path) == NUMBER - len(found)
    with open_record(path) as connection:
        assert len(list(lines(connection))) == NUMBER * 6
        assert connection.execute("SELECT count(*) FROM party").fetchone() == (NUMBER * 7,)
        assert list(examine(connection)) == []
