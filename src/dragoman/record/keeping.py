"""Reports and facts written as rows; `store.add` is the door, and does it in one transaction."""

import functools
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.errors import RecordError
from dragoman.model import Fact, Party, Report, encode
from dragoman.record.codes import coded
from dragoman.record.keys import key
from dragoman.record.packing import pack
from dragoman.record.reading import texts_of
from dragoman.record.rows import COLUMNS, Value, issues_of, kind_of, naming_of, own_row, parties_of

_FIELDS = Report.__struct_fields__
_REPORT = f"""
    INSERT INTO report ({", ".join(_FIELDS)}) VALUES ({", ".join(f":{name}" for name in _FIELDS)})
    ON CONFLICT (id) DO UPDATE SET
    {", ".join(f"{name} = excluded.{name}" for name in _FIELDS if name != "id")}
    RETURNING number
"""  # noqa: S608 - our own names
_LINE = """
    INSERT INTO line (number, key, report, kind_code, span_start, span_end)
    VALUES (?, ?, ?, ?, ?, ?)
"""
_PARTY = "INSERT INTO party (line, role_code, place, id, naming) VALUES (?, ?, ?, ?, ?)"
_TOPIC = "INSERT OR IGNORE INTO topic (slug) VALUES (?)"
_ABOUT = "INSERT INTO about (topic, line) SELECT number, ? FROM topic WHERE slug = ?"
# Each issue's lines of a range: an index by line would be as large as the table.
_DROP_ABOUT = """
    DELETE FROM about WHERE (topic, line) IN (
        SELECT topic.number, about.line FROM topic
        CROSS JOIN about ON about.topic = topic.number AND about.line BETWEEN ? AND ?
    )
"""
Names = dict[tuple[str | None, ...], int]  # numbers in table naming


def put_report(connection: sqlite3.Connection, report: Report) -> int:
    """Write the report's row, over what it was; its number."""
    row: dict[str, Value] = msgspec.structs.asdict(report)
    row["flags"] = msgspec.json.encode(report.flags).decode()
    (number,) = connection.execute(_REPORT, row).fetchone()
    return int(number)


def put_facts(
    connection: sqlite3.Connection,
    report: int,
    facts: Sequence[Fact],
    *,
    names: Names,
    first: int | None = None,
) -> None:
    """Write new lines after those that the report has, and their rows in the tables.

    `report` is the report's number; `names` remembers namings from call to call in a transaction;
    `first` is the number of the first line, where it has one, else the next that is free.
    """
    if not facts:
        return
    texts = [*texts_of(connection, report), *map(encode, facts)]
    numbers = numbers_in(connection, report)
    fresh = _last_number(connection) + 1 if first is None else first
    begun = min(numbers.values(), default=fresh)
    if begun + len(numbers) != fresh:
        raise RecordError(f"report {facts[0].report_id}: has lines, and others were added since")
    numbers |= {fact.id: number for number, fact in enumerate(facts, start=fresh)}
    lines = [
        (at, key(fact.id), report, coded("kind", kind_of(fact)), fact.span.start, fact.span.end)
        for at, fact in enumerate(facts, start=fresh)
    ]
    connection.executemany(_LINE, lines)
    row = (report, begun, begun + len(texts) - 1, pack(facts[0].report_id, texts))
    connection.execute("INSERT OR REPLACE INTO packed VALUES (?, ?, ?, ?)", row)
    put_rows(connection, facts, numbers, names=names)


def put_line(connection: sqlite3.Connection, report: int, number: int, fact: Fact) -> None:
    """Let a line of a report read otherwise; its id and kind stay."""
    texts = texts_of(connection, report)
    query = "SELECT first FROM packed WHERE report = ?"
    (first,) = connection.execute(query, (report,)).fetchone()
    texts[number - first] = encode(fact)
    query = "UPDATE line SET span_start = ?, span_end = ? WHERE number = ?"
    connection.execute(query, (fact.span.start, fact.span.end, number))
    query = "UPDATE packed SET lines = ? WHERE report = ?"
    connection.execute(query, (pack(fact.report_id, texts), report))


def drop_lines(connection: sqlite3.Connection, report: int) -> None:
    """Remove all lines of a report, and with them their rows in the tables."""
    query = "SELECT first, last FROM packed WHERE report = ?"
    held = connection.execute(query, (report,)).fetchone()
    if held is not None:
        connection.execute(_DROP_ABOUT, held)
        connection.execute("DELETE FROM line WHERE number BETWEEN ? AND ?", held)
        connection.execute("DELETE FROM packed WHERE report = ?", (report,))


def put_rows(
    connection: sqlite3.Connection,
    facts: Iterable[Fact],
    numbers: Mapping[str, int],
    *,
    names: Names,
) -> None:
    """Write what the tables repeat of lines; `numbers` are line numbers by id."""
    rows: dict[str, list[tuple[Value, ...]]] = {}
    parties = []
    issues = []
    for fact in facts:
        rows.setdefault(kind_of(fact), []).append(own_row(fact, numbers))
        number = numbers[fact.id]
        parties += [
            (number, coded("role", role), place, party.id, _naming(connection, party, names))
            for role, place, party in parties_of(fact)
        ]
        issues += [(number, slug) for slug in issues_of(fact)]
    for table, own in rows.items():
        connection.executemany(_insertion(table), own)
    connection.executemany(_PARTY, parties)
    connection.executemany(_TOPIC, {(slug,) for _, slug in issues})
    connection.executemany(_ABOUT, issues)


def drop_rows(connection: sqlite3.Connection, line: int) -> None:
    """Take a line out of the tables that repeat it; the line itself stays."""
    for table in (*COLUMNS, "party"):
        connection.execute(f"DELETE FROM {table} WHERE line = ?", (line,))  # noqa: S608 - our own names
    connection.execute(_DROP_ABOUT, (line, line))


def numbers_in(connection: sqlite3.Connection, report: int) -> dict[str, int]:
    """The numbers of a report's lines, by line id."""
    query = """
        SELECT line.id, line.number FROM packed
        JOIN line ON line.number BETWEEN packed.first AND packed.last WHERE packed.report = ?
    """
    return dict(connection.execute(query, (report,)))


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
def _insertion(table: str) -> str:
    columns = COLUMNS[table]
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - our own names
