"""Who signs the reports that hold some lines, and through whom the words of these lines came."""

import sqlite3
from collections.abc import Iterable

from dragoman.record.merging.corroboration import Credit
from dragoman.record.merging.reading import listed

_HEAD = 160  # characters of a report in which its agency signs
_CREDITS = f"""
    SELECT report.id, substr(report.text, 1, {_HEAD}), substr(report.text, -{_HEAD}),
           report.dateline
    FROM (SELECT DISTINCT line.report AS number
          FROM json_each(?) AS chosen CROSS JOIN line ON line.number = chosen.value) AS told
    CROSS JOIN report USING (number)
"""  # noqa: S608 - our own number
_CHAINS = """
    SELECT chosen.value, coalesce(naming.person, naming.name)
    FROM json_each(?) AS chosen LEFT JOIN event ON event.line = chosen.value
    CROSS JOIN party ON party.line = coalesce(event.statement, chosen.value)
      AND party.role = 'source'
    CROSS JOIN naming ON naming.number = party.naming
    ORDER BY chosen.value, party.place
"""


def credits_of(connection: sqlite3.Connection, lines: Iterable[int]) -> dict[str, Credit]:
    """What the reports of these lines say of where they come from, by report id."""
    return {
        report_id: Credit(head=head, foot=foot, dateline=dateline)
        for report_id, head, foot, dateline in connection.execute(_CREDITS, listed(lines))
    }


def chains_of(connection: sqlite3.Connection, lines: Iterable[int]) -> dict[int, str]:
    """Through whom each event or statement came, outermost first, as text."""
    found: dict[int, list[str]] = {}
    for line, name in connection.execute(_CHAINS, listed(lines)):
        found.setdefault(line, []).append(name)
    return {line: " → ".join(names) for line, names in found.items()}
