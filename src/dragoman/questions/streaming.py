"""All acts of a selection, or all that tell them, one after the other: for exports of any size."""

import sqlite3
from collections.abc import Iterator, Sequence

from dragoman.model import Event, Modality
from dragoman.questions.conditions import Condition, on_acts
from dragoman.questions.events import AT_ONCE, Occurrence, occurrences
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.record.store import FACT, WORDS, fact_from

# Ids and days do not tell in which order reports were added, so equal records give equal exports.
_ACTS = """
    SELECT act.number FROM act JOIN line ON line.number = act.number
    WHERE {where} ORDER BY act.day, line.id
"""
_TELLINGS = f"""
    SELECT line.number, coalesce(event.date_start, report.published), {FACT}, {WORDS},
        telling.why
    FROM telling JOIN line ON line.number = telling.line JOIN event ON event.line = line.number
    JOIN report ON report.number = line.report
    WHERE telling.act IN (SELECT act.number FROM act WHERE {{where}}) ORDER BY 2, line.id
"""  # noqa: S608 - our own names


def stream_acts(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    modalities: Sequence[Modality] = (),
) -> Iterator[Occurrence]:
    """Acts by day, then by id. `modalities` are taken where the selection names none; empty: all.

    The numbers of all acts are held in memory, their lines only some at once.
    """
    numbers = _values(connection, _ACTS, on_acts(selection, modalities=modalities))
    for start in range(0, len(numbers), AT_ONCE):
        yield from occurrences(connection, numbers[start : start + AT_ONCE])


def stream_tellings(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    modalities: Sequence[Modality] = (),
) -> Iterator[Occurrence]:
    """Every event line that tells an act of the selection, as it stands, by day, then by id."""
    condition = on_acts(selection, modalities=modalities)
    rows = connection.execute(_TELLINGS.format(where=condition.where), condition.values)
    for number, day, data, words, why in rows:
        event = fact_from(data)
        assert isinstance(event, Event)  # noqa: S101 - table telling refers to lines of this kind
        yield Occurrence(
            number=number,
            day=day,
            event=event,
            words=words,
            tellings=(event.id,),
            reports=(event.report_id,),
            why=(why,),
            sources=1,
        )


def _values(connection: sqlite3.Connection, query: str, condition: Condition) -> list[int]:
    rows = connection.execute(query.format(where=condition.where), condition.values)
    return [number for (number,) in rows]
