"""Reports and facts written as rows; `store.add` is the door, and does it in one transaction."""

import functools
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.model import Fact, Party, Report, encode
from dragoman.record.packing import pack
from dragoman.record.rows import Value, issues_of, kind_of, naming_of, own_row, parties_of

_TABLES = ("event", "statement", "position", "tie", "office")
Names = dict[tuple[str | None, ...], int]  # numbers in table naming


def put_report(connection: sqlite3.Connection, report: Report) -> int:
    """Write the report's row, over what it was; its number."""
    row: dict[str, Value] = msgspec.structs.asdict(report)
    row["flags"] = msgspec.json.encode(report.flags).decode()
    changes = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
    ending = f"ON CONFLICT (id) DO UPDATE SET {changes} RETURNING number"
    (number,) = connection.execute(f"{_insertion('report', tuple(row))} {ending}", row).fetchone()
    return int(number)


def put_facts(
    connection: sqlite3.Connection, report: int, facts: Sequence[Fact], *, names: Names
) -> None:
    """Write new lines, and their rows in the tables that repeat them.

    `report` is the report's number; `names` remembers namings from call to call in a transaction.
    """
    first = _last_number(connection) + 1
    numbers = numbers_in(connection, report)
    numbers |= {fact.id: number for number, fact in enumerate(facts, start=first)}
    lines = [
        (first + at, fact.id, report, kind_of(fact), fact.span.start, fact.span.end, packed(fact))
        for at, fact in enumerate(facts)
    ]
    connection.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?)", lines)
    put_rows(connection, facts, numbers, names=names)


def put_rows(
    connection: sqlite3.Connection,
    facts: Iterable[Fact],
    numbers: Mapping[str, int],
    *,
    names: Names,
) -> None:
    """Write what the tables repeat of lines; `numbers` are line numbers by id."""
    rows: dict[str, list[dict[str, Value]]] = {}
    parties = []
    issues = []
    for fact in facts:
        rows.setdefault(kind_of(fact), []).append(own_row(fact, numbers))
        number = numbers[fact.id]
        parties += [
            (number, role, place, party.id, _naming(connection, party, names))
            for role, place, party in parties_of(fact)
        ]
        issues += [(number, slug) for slug in issues_of(fact)]
    for table, own in rows.items():
        connection.executemany(_insertion(table, tuple(own[0])), own)
    connection.executemany("INSERT INTO party VALUES (?, ?, ?, ?, ?)", parties)
    connection.executemany("INSERT INTO issue VALUES (?, ?)", issues)


def drop_rows(connection: sqlite3.Connection, line: int) -> None:
    """Take a line out of the tables that repeat it; the line itself stays."""
    for table in (*_TABLES, "party", "issue"):
        connection.execute(f"DELETE FROM {table} WHERE line = ?", (line,))  # noqa: S608 - our own names


def numbers_in(connection: sqlite3.Connection, report: int) -> dict[str, int]:
    """The numbers of a report's lines, by line id."""
    return dict(connection.execute("SELECT id, number FROM line WHERE report = ?", (report,)))


def packed(fact: Fact) -> bytes:
    """What column `json` of a line holds."""
    return pack(encode(fact))


def _last_number(connection: sqlite3.Connection) -> int:
    """The highest line number that was ever given: none is given twice."""
    query = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'line'"
    return int(connection.execute(query).fetchone()[0])


def _naming(connection: sqlite3.Connection, party: Party, names: Names) -> int:
    naming = naming_of(party)
    if naming not in names:
        names[naming] = _find_naming(connection, naming) or _new_naming(connection, naming)
    return names[naming]


def _find_naming(connection: sqlite3.Connection, naming: tuple[str | None, ...]) -> int | None:
    query = """
        SELECT number FROM naming WHERE name = ? AND coalesce(country, '') = ?
        AND coalesce(sector, '') = ? AND coalesce(office, '') = ? AND coalesce(person, '') = ?
    """
    row = connection.execute(query, [part or "" for part in naming]).fetchone()
    return None if row is None else int(row[0])


def _new_naming(connection: sqlite3.Connection, naming: tuple[str | None, ...]) -> int:
    query = """
        INSERT INTO naming (name, country, sector, office, person) VALUES (?, ?, ?, ?, ?)
        RETURNING number
    """
    (number,) = connection.execute(query, naming).fetchone()
    return int(number)


@functools.cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    values = ", ".join(f":{name}" for name in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"  # noqa: S608 - our own names
