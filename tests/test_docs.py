"""The documents: every command and option stands there, and every query runs."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

import factory
from dragoman.model import Event
from dragoman.publishing.cli import app
from dragoman.record import add, open_record
from dragoman.record.merging import merge

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # it is a group


def queries() -> list[str]:
    return re.findall(r"```sql\n(.*?)```", (DOCS / "record.md").read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("record") / "a.record"
    with open_record(path, create=True) as connection:
        add(connection, factory.REPORT, [*factory.facts(), _ask()])
        merge(connection)
        yield connection


def _ask() -> Event:
    content = factory.span("an immediate ceasefire")
    words = "supports an immediate ceasefire"
    return factory.event(words, event_type="REQUEST", content=content, due="2022-03-31")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_documented(name: str) -> None:
    text = (DOCS / "commands.md").read_text("utf-8")
    assert f"\n## dragoman {name}" in text
    options = [option for param in COMMANDS[name].params for option in param.opts]
    assert [
        option for option in options if option.startswith("--") and f"`{option}" not in text
    ] == []


@pytest.mark.parametrize("query", queries(), ids=lambda query: query.splitlines()[0])
def test_every_query_runs_and_finds(connection: sqlite3.Connection, query: str) -> None:
    assert connection.execute(query).fetchall() != []


def test_every_table_is_documented(connection: sqlite3.Connection) -> None:
    text = (DOCS / "record.md").read_text("utf-8")
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
    names = [row[0] for row in connection.execute(query)]
    own = [name for name in names if not name.startswith(("search_", "sqlite_"))]
    assert [name for name in own if f"`{name}`" not in text] == []


def test_the_last_word_of_a_holder_is_that_of_its_last_day(
    connection: sqlite3.Connection,
) -> None:
    later = factory.report(f"{factory.TEXT}\nLater.\n", published="2022-04-01")
    changed = factory.position(
        inside=later, stance="neutral", date_start="2022-04-01", date_end="2022-04-01"
    )
    add(connection, later, [changed])
    query = next(text for text in queries() if "'ceasefire'" in text)
    assert [row[:3] for row in connection.execute(query)] == [("TUR", "neutral", "2022-04-01")]
