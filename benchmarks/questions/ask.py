"""How long each question takes on a record: the median of seven runs, in milliseconds.

By the clock, and as time of the processor, which other work does not lengthen.

    python benchmarks/questions/ask.py FILE [WORD...]

The parties, the issue and the words asked for are the busiest of the record, so that nothing is
measured on an easy case; words to search for may be given. `benchmarks/record` makes such a record.
"""

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dragoman import questions
from dragoman.questions import EVERYTHING, Selection
from dragoman.record import open_record

RUNS = 7
PAGE = 50  # rows that a terminal or a page asks for


def main(path: Path, words: list[str]) -> None:
    """Time each question and print a line for it."""
    with open_record(path) as connection:
        acts = connection.execute("SELECT count(*) FROM act").fetchone()[0]
        print(f"{path.name}: {acts:,} acts\n")
        for name, ask in cases(connection, words):
            (first, _), *rest = [timed(ask) for _ in range(RUNS + 1)]
            clock, processor = (statistics.median(times) for times in zip(*rest, strict=True))
            figures = f"{clock:8.1f}   processor {processor:8.1f}   first {first:8.1f}"
            print(f"{name:<42} {figures}", flush=True)


def timed(ask: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of one call, by the clock and of the processor."""
    start, spent = time.perf_counter(), time.process_time()
    ask()
    return (time.perf_counter() - start) * 1000, (time.process_time() - spent) * 1000


def cases(
    connection: sqlite3.Connection, words: list[str]
) -> list[tuple[str, Callable[[], object]]]:
    """What is asked: each question of its busiest case, and of narrower ones."""
    one, two = busiest_pair(connection)
    issue = first(connection, "SELECT issue FROM holding GROUP BY 1 ORDER BY count(*) DESC")
    person = first(
        connection,
        "SELECT person FROM acting JOIN naming ON number = naming"
        " GROUP BY 1 ORDER BY count(*) DESC",
    )
    outlets = connection.execute(
        "SELECT outlet FROM report WHERE outlet IS NOT NULL"
        " GROUP BY 1 ORDER BY count(*) DESC LIMIT 2"
    ).fetchall()
    of_one, both = Selection(actors=(one,)), Selection(actors=(one,), with_=(two,))
    about, year = Selection(issues=(issue,)), Selection(since="2022-01-01", until="2022-12-31")
    shown: dict[str, Callable[[], object]] = {
        "select by names": lambda: questions.select(
            connection, actors=[one], person=person, issues=[issue], outlets=[outlets[0][0]]
        ),
        "timeline, a page": lambda: questions.timeline(connection, EVERYTHING, limit=PAGE),
        f"timeline {one}, a page": lambda: questions.timeline(connection, of_one, limit=PAGE),
        f"timeline {one} with {two}": lambda: questions.timeline(connection, both, limit=PAGE),
        f"timeline {issue}, a page": lambda: questions.timeline(connection, about, limit=PAGE),
        "timeline of a person, a page": lambda: questions.timeline(
            connection, Selection(persons=(person,)), limit=PAGE
        ),
        f"dyad {one} {two}": lambda: questions.dyad(connection, one, two),
        f"positions {issue}": lambda: questions.positions(connection, about),
        f"positions {one}": lambda: questions.positions(connection, of_one),
        "statements, a page": lambda: questions.statements(connection, limit=PAGE),
        f"statements {one}, a page": lambda: questions.statements(connection, of_one, limit=PAGE),
        "statements of several outlets, a page": lambda: questions.statements(
            connection, Selection(sources=2), limit=PAGE
        ),
        "alignment of 12": lambda: questions.alignment(connection),
        f"alignment {issue}": lambda: questions.alignment(connection, about),
        f"alignment {one} {two} by quarter": lambda: questions.alignment(
            connection, both, period="quarter"
        ),
        "asks, a page": lambda: questions.asks(connection, limit=PAGE),
        f"asks {one} {two}, a page": lambda: questions.asks(connection, both, limit=PAGE),
        "actors": lambda: questions.participants(connection, limit=PAGE),
        "actors of a year": lambda: questions.participants(connection, year, limit=PAGE),
        f"actors {one}": lambda: questions.participants(connection, of_one),
        f"compare {one} {two}": lambda: questions.compare(connection, one, two),
        "compare two outlets": lambda: questions.compare(connection, outlets[0][0], outlets[1][0]),
    }
    for text in words or ["ceasefire", "minister talks", "foreign minister said on"]:
        shown[f"search {text}"] = lambda text=text: questions.search(connection, text)
    return list(shown.items())


def busiest_pair(connection: sqlite3.Connection) -> tuple[str, str]:
    """The two parties that most acts join."""
    query = """
        SELECT one, two FROM act_pair WHERE one > '' GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1
    """
    one, two = connection.execute(query).fetchone()
    return one, two


def first(connection: sqlite3.Connection, query: str) -> str:
    """The first value that a query gives."""
    return str(connection.execute(query).fetchone()[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
