"""Rollups against what they are drawn from: triggers keep them, and they can be made anew."""

import sqlite3
from importlib.resources import files

from dragoman.record.migrations.statements import run

# What each rollup should hold, and what it holds; a count that fell to 0 may stay.
_SHOULD_AND_DOES = {
    "holding": (
        """
        SELECT position.issue, party.id, coalesce(position.date_start, report.published),
               position.line, position.stance
        FROM position JOIN party ON party.line = position.line AND party.role = 'holder'
        JOIN line ON line.number = position.line JOIN report ON report.number = line.report
        WHERE party.id <> ''
        """,
        "SELECT issue, holder, day, line, stance FROM holding",
    ),
    "holding_count": (
        "SELECT issue, holder, count(*) FROM holding GROUP BY issue, holder",
        "SELECT issue, holder, holdings FROM holding_count WHERE holdings <> 0",
    ),
    "stood": (
        """
        SELECT issue, holder, substr(day, 1, 7), substr(stance, 1, 1) FROM (
            SELECT *, row_number() OVER (
                PARTITION BY issue, holder, substr(day, 1, 7) ORDER BY day DESC, line DESC
            ) AS nth FROM holding
        ) WHERE nth = 1
        """,
        """
        SELECT issue, holder, printf('%s-%02d', year, month.value), substr(stances, month.value, 1)
        FROM stood, json_each('[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]') AS month
        WHERE substr(stances, month.value, 1) <> '.'
        """,
    ),
    "saying": (
        """
        SELECT CASE party.id WHEN '' THEN naming.name ELSE party.id END,
               report.published, statement.line
        FROM statement JOIN party ON party.line = statement.line AND party.role = 'source'
        JOIN naming ON naming.number = party.naming
        JOIN line ON line.number = statement.line JOIN report ON report.number = line.report
        """,
        "SELECT speaker, day, line FROM saying",
    ),
    "taking": (
        """
        SELECT months.value, act_party.id, role, event_type, modality, count(*)
        FROM act_party JOIN act ON number = act, json_each(json_array('', substr(day, 1, 7)))
            AS months WHERE act_party.id <> '' GROUP BY 1, 2, 3, 4, 5
        """,
        "SELECT month, id, role, event_type, modality, acts FROM taking WHERE acts <> 0",
    ),
    "acting": (
        """
        SELECT DISTINCT naming, act FROM act_party JOIN naming ON naming.number = naming
        WHERE person IS NOT NULL
        """,
        "SELECT naming, act FROM acting",
    ),
    "speaking": (
        """
        SELECT id, naming, count(*) FROM act_party JOIN naming ON naming.number = naming
        WHERE person IS NOT NULL GROUP BY id, naming
        """,
        "SELECT id, naming, acts FROM speaking WHERE acts <> 0",
    ),
}


def wrong_rollups(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows are missing or wrong, for each rollup that has such rows."""
    counts = {}
    for table, (should, does) in _SHOULD_AND_DOES.items():
        columns = len(connection.execute(f"SELECT * FROM ({does}) LIMIT 0").description)  # noqa: S608 - our own queries
        query = f"""
            SELECT count(*) FROM (
                SELECT * FROM (
                    SELECT *, 0 AS side FROM ({should}) UNION ALL SELECT *, 1 AS side FROM ({does})
                ) GROUP BY {", ".join(map(str, range(1, columns + 1)))} HAVING min(side) = max(side)
            )
        """  # noqa: S608 - our own queries
        (counts[table],) = connection.execute(query).fetchone()
    return {table: count for table, count in counts.items() if count}


def roll_up_anew(connection: sqlite3.Connection) -> None:
    """Empty the rollups, and fill them as those of an older record are filled."""
    for table in _SHOULD_AND_DOES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    script = files("dragoman.record").joinpath("rollups.sql").read_text(encoding="utf-8")
    run(connection, script)
