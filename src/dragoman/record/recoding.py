"""Corrections carried over to what another coder wrote in the same report."""

import sqlite3


def carry_over(connection: sqlite3.Connection, report_id: str) -> None:
    """Apply the report's corrections to its lines as they are coded now."""
