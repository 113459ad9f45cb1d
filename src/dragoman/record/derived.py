"""The rows that repeat lines, read along with them: as they are, and as they should be."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.model import Fact
from dragoman.record.codes import coded
from dragoman.record.rows import COLUMNS, NAMING, issues_of, kind_of, naming_of, own_row, parties_of

LAST = 2**63 - 1  # the highest number that a line can have
Row = tuple[Any, ...]
Rows = dict[str, list[Row]]  # by table
_END: Row = (LAST + 1,)


class Along:
    """The rows of a query in the order of their lines, handed out line by line."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self.strays = 0  # rows of lines that nobody asked for
        self._step()

    def of(self, line: int) -> list[Row]:
        """The rows of a line, without its number; lines are asked for in their order."""
        found = []
        while self.line <= line:
            if self.line == line:
                found.append(self._row[1:])
            else:
                self.strays += 1
            self._step()
        return found

    def finish(self) -> None:
        """Count what is left."""
        self.of(LAST)

    def _step(self) -> None:
        self._row = next(self._rows, _END)
        self.line = self._row[0]


class Held:
    """What the tables hold of each line, in one pass through them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        names = f"SELECT number, {', '.join(NAMING)} FROM naming"  # noqa: S608 - our own names
        self._names = {number: tuple(name) for number, *name in connection.execute(names)}
        self.tables = {
            table: Along(connection.execute(query)) for table, query in _queries().items()
        }

    def of(self, line: int) -> Rows:
        """The rows that tables have of a line; lines are asked for in their order."""
        found = {}
        for table, held in self.tables.items():
            if held.line <= line and (rows := held.of(line)):
                found[table] = rows
        if "party" in found:
            found["party"] = [(*row, self._names.get(name)) for *row, name in found["party"]]
        return found


def wanted(fact: Fact, numbers: Mapping[str, int]) -> Rows:
    """The rows that tables should have of a line, without its number."""
    found: Rows = {kind_of(fact): [own_row(fact, numbers)[1:]]}
    if parties := parties_of(fact):
        found["party"] = [
            (coded("role", role), place, party.id, naming_of(party))
            for role, place, party in parties
        ]
    if issues := issues_of(fact):
        found["issue"] = [(slug,) for slug in sorted(issues)]
    return found


def _queries() -> dict[str, str]:
    own = {
        table: f"SELECT {', '.join(columns)} FROM {table} ORDER BY line"  # noqa: S608 - our own names
        for table, columns in COLUMNS.items()
    }
    party = "SELECT line, role_code, place, id, naming FROM party ORDER BY line, role_code, place"
    return own | {"party": party, "issue": "SELECT line, slug FROM issue ORDER BY line, slug"}
