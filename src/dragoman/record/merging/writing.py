"""Acts written as rows, and taken apart again."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.model import Event
from dragoman.record.codes import coded, confidence_code, last_day
from dragoman.record.merging.acts import (
    act_day,
    differences,
    merged_event,
    merged_sides,
    patch,
)
from dragoman.record.merging.corroboration import Corroboration, corroborate
from dragoman.record.merging.crediting import chains_of, credits_of
from dragoman.record.merging.reading import choose
from dragoman.record.merging.tellings import Telling, pairs

# The pairs of acts, found by the parties: an index by act would be larger than the table.
_DROP_PAIRS = """
    WITH side (act, event_type, day, party) AS (
        SELECT act.number, act.event_type, act.day,
               CASE act_party.id WHEN '' THEN naming.name ELSE act_party.id END
        FROM temp.chosen CROSS JOIN act ON act.number = chosen.line
        CROSS JOIN act_party ON act_party.act = act.number
        CROSS JOIN naming ON naming.number = act_party.naming
        UNION ALL
        SELECT act.number, act.event_type, act.day, ''
        FROM temp.chosen CROSS JOIN act ON act.number = chosen.line
    )
    DELETE FROM act_pair WHERE (one, two, event_type, day, act) IN (
        SELECT mine.party, yours.party, mine.event_type, mine.day, mine.act
        FROM side AS mine JOIN side AS yours USING (act) WHERE mine.party < yours.party
    )
"""


def take_apart(connection: sqlite3.Connection, acts: Iterable[int]) -> None:
    """Remove acts; their tellings wait to be merged again."""
    choose(connection, acts)
    connection.execute("""
        INSERT OR IGNORE INTO unmerged (line)
        SELECT telling.line FROM temp.chosen CROSS JOIN telling ON telling.act = chosen.line
    """)
    connection.execute(_DROP_PAIRS)
    for table, column in (
        ("act_party", "act"),
        ("act", "number"),
        ("telling", "act"),
    ):
        connection.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT line FROM temp.chosen)"  # noqa: S608 - our own names
        )


def put_acts(
    connection: sqlite3.Connection,
    acts: Sequence[tuple[Sequence[Telling], int | None]],
    *,
    why: Mapping[int, str],
) -> None:
    """Write acts, each its tellings in order and its block; `why` explains lines but the first."""
    several = [telling for tellings, _ in acts if len(tellings) > 1 for telling in tellings]
    lines = [telling.line for telling in several]
    credit_of, chains = credits_of(connection, lines), chains_of(connection, lines)
    rows: list[tuple[object, ...]] = []
    told: list[tuple[int, int, str]] = []
    sides: list[tuple[object, ...]] = []
    joined: list[tuple[object, ...]] = []
    for tellings, block in acts:
        number = tellings[0].line
        about = corroborate(tellings, credit_of, chains) if len(tellings) > 1 else None
        rows.append(_act_row(tellings, about, block))
        told += [(one.line, number, why.get(one.line, "")) for one in tellings]
        if len(tellings) > 1:
            sides += _party_rows(number, tellings)
        joined += _pair_rows(number, tellings)
    marks = ", ".join("?" * len(_ACT))
    query = f"INSERT INTO act ({', '.join(_ACT)}) VALUES ({marks})"  # noqa: S608 - our own names
    connection.executemany(query, rows)
    connection.executemany("INSERT INTO telling (line, act, why) VALUES (?, ?, ?)", told)
    choose(connection, (tellings[0].line for tellings, _ in acts if len(tellings) == 1))
    connection.execute(_OWN_PARTIES)
    connection.executemany(_PARTY, sides)
    connection.executemany("INSERT INTO act_pair VALUES (?, ?, ?, ?, ?, ?)", joined)


_ACT = (
    "number",
    "day",
    "dated",
    "last_day",
    "event_type",
    "event_mode",
    "modality_code",
    "place",
    "place_country",
    "tellings",
    "reports",
    "sources",
    "confidence_code",
    "block",
    "json",
)
# The parties of an act are those of its tellings, by the line and place where each stands.
_PARTY = """
    INSERT INTO act_party (act, role_code, place, id, naming)
    SELECT ?1, ?2, ?3, party.id, party.naming FROM party
    WHERE party.line = ?4 AND party.role_code = ?5 AND party.place = ?6
"""


# Those of an act that is told once stand as they do in its line.
_OWN_PARTIES = """
    INSERT INTO act_party (act, role_code, place, id, naming)
    SELECT party.line, party.role_code, party.place, party.id, party.naming
    FROM temp.chosen CROSS JOIN party ON party.line = chosen.line
    WHERE party.role IN ('actor', 'recipient')
"""


def _party_rows(number: int, tellings: Sequence[Telling]) -> list[tuple[object, ...]]:
    sides = merged_sides(tellings)
    found: list[tuple[object, ...]] = []
    for role in ("actor", "recipient"):
        code = coded("role", role)
        mine = [at for at in sides if at.role == role]
        for place, at in enumerate(mine):
            found.append((number, code, place, at.line, coded("role", at.own_role), at.place))
    return found


def _pair_rows(number: int, tellings: Sequence[Telling]) -> list[tuple[object, ...]]:
    """All pairs that a telling joins, so that what is near to one of them finds the act."""
    event = merged_event(tellings)
    day = act_day(event, tellings)
    joined = dict(tellings[0].pairs) if len(tellings) == 1 else pairs(event)
    for telling in tellings:
        for (one, two), way in telling.pairs.items():
            joined[one, two] = joined.get((one, two), way) if one else max(joined["", two], way)
    return [(one, two, event.event_type, day, number, way) for (one, two), way in joined.items()]


def _act_row(
    tellings: Sequence[Telling],
    about: Corroboration | None,
    block: int | None,
) -> tuple[object, ...]:
    event = merged_event(tellings)
    return (
        tellings[0].line,
        act_day(event, tellings),
        int(event.date_start is not None),
        last_day(event.date_start, event.date_end),
        event.event_type,
        event.event_mode,
        coded("modality", event.modality),
        event.place.name if event.place else None,
        event.place.country if event.place else None,
        len(tellings),
        len({one.event.report_id for one in tellings}),
        about.independent if about else 1,
        confidence_code(event.confidence),
        block,
        _json(event, tellings, about),
    )


def _json(event: Event, tellings: Sequence[Telling], about: Corroboration | None) -> str | None:
    """What its first telling leaves out; null where that is nothing, as for most acts."""
    if len(tellings) == 1:
        return None
    said = patch(event, tellings[0].event)
    told = differences(tellings)
    if told:
        said["differences"] = msgspec.to_builtins(told)
    if about is not None and len({one.event.report_id for one in tellings}) > 1:
        said["corroboration"] = msgspec.to_builtins(about)
    return msgspec.json.encode(said).decode() if said else None
