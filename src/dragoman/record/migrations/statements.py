"""A script of SQL inside a transaction."""

import sqlite3


def run(connection: sqlite3.Connection, script: str) -> None:
    """The statements of a script, one by one: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
