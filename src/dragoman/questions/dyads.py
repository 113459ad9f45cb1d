"""Two parties: what they did to each other by month, and where they stand on the same issues."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Literal

import msgspec

from dragoman.codebooks.plover import event_type as type_of
from dragoman.errors import UsageError
from dragoman.model import Modality, Tie
from dragoman.questions.asks import Ask, asks
from dragoman.questions.conditions import on_acts
from dragoman.questions.events import Occurrence, occurrences
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.questions.stances import Standing, positions
from dragoman.questions.taking import COUNTED
from dragoman.record.store import fact_from

Relation = Literal["shared", "opposed", "unlike"]
MAIN = 8  # events that stand for all

_MONTHS = """
    SELECT substr(act.day, 1, 7) AS month, act.event_type, count(*)
    FROM act_pair JOIN act ON act.number = act_pair.act
    WHERE one = ? AND two = ? AND {where} GROUP BY 1, 2 ORDER BY 1, 2
"""
_MAIN = """
    SELECT act.number FROM act_pair JOIN act ON act.number = act_pair.act
    WHERE one = ? AND two = ? AND {where}
    ORDER BY act.sources DESC, act.reports DESC, act.tellings DESC, act.day DESC, act.number LIMIT ?
"""
_TIES = """
    SELECT line.json FROM party AS ours JOIN party AS theirs USING (line)
    JOIN tie USING (line) JOIN line ON line.number = tie.line
    WHERE ours.id = ? AND ours.role = 'party' AND theirs.id = ? AND theirs.role = 'party'
    ORDER BY line.number
"""


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """Acts of a month by PLOVER's quad; a quad without any is not there."""

    month: str
    quads: dict[str, int]


class Contrast(msgspec.Struct, frozen=True, kw_only=True):
    """Where each stands on an issue on which both took a stance."""

    issue: str
    one: Standing
    two: Standing
    relation: Relation


class Dyad(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties; `counted` are the modalities of acts in the counts and among the main events.

    `main` are the acts that most sources tell, by day; `asks` what one asked or promised another.
    """

    one: str
    two: str
    counted: tuple[Modality, ...]
    months: tuple[Month, ...]
    main: tuple[Occurrence, ...]
    contrasts: tuple[Contrast, ...]
    asks: tuple[Ask, ...]
    ties: tuple[Tie, ...]


def dyad(
    connection: sqlite3.Connection,
    one: str,
    two: str,
    selection: Selection = EVERYTHING,
    *,
    main: int = MAIN,
) -> Dyad:
    """What two parties, given by code, do to each other, and where both stand.

    Acts count in which one acts on the other, either way, or both act together. The selection's
    own parties are no condition here.

    Raises:
        UsageError: the two are one.
    """
    if one == two:
        raise UsageError(f"{one}: is one party: name two")
    between = msgspec.structs.replace(selection, actors=(one,), with_=(two,))
    others = msgspec.structs.replace(selection, actors=(), with_=())
    return Dyad(
        one=one,
        two=two,
        counted=selection.modalities or COUNTED,
        months=months(connection, one, two, others),
        main=_main(connection, one, two, others, main),
        contrasts=contrasts(connection, one, two, selection),
        asks=tuple(asks(connection, between, limit=main)),
        ties=_ties(connection, one, two),
    )


def months(
    connection: sqlite3.Connection, one: str, two: str, selection: Selection = EVERYTHING
) -> tuple[Month, ...]:
    """The acts between two parties by month and quad; months without any are left out."""
    condition = on_acts(selection, modalities=COUNTED)
    query = _MONTHS.format(where=condition.where)
    rows = connection.execute(query, (*sorted((one, two)), *condition.values))
    return tuple(
        Month(month=month, quads=_quads((event_type, acts) for _, event_type, acts in group))
        for month, group in groupby(rows, key=lambda row: row[0])
    )


def contrasts(
    connection: sqlite3.Connection, one: str, two: str, selection: Selection = EVERYTHING
) -> tuple[Contrast, ...]:
    """Where two parties stand on each issue on which both took a stance."""
    both = msgspec.structs.replace(selection, actors=(one,), with_=(two,))
    found = []
    for issue, group in groupby(positions(connection, both), key=lambda held: held.issue):
        held = {standing.holder.id: standing for standing in group}
        if len(held) > 1:
            ours, theirs = held[one], held[two]
            relation = relation_of(ours, theirs)
            found.append(Contrast(issue=issue, one=ours, two=theirs, relation=relation))
    return tuple(found)


def relation_of(one: Standing, two: Standing) -> Relation:
    """Whether two stances are the same, contrary, or neither."""
    if one.stance == two.stance:
        return "shared"
    return "opposed" if {one.stance, two.stance} == {"supports", "opposes"} else "unlike"


def _quads(rows: Iterable[tuple[str, int]]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for event_type, acts in rows:
        counted[type_of(event_type).quad] += acts
    return dict(sorted(counted.items()))


def _main(
    connection: sqlite3.Connection, one: str, two: str, selection: Selection, limit: int
) -> tuple[Occurrence, ...]:
    condition = on_acts(selection, modalities=COUNTED)
    query = _MAIN.format(where=condition.where)
    rows = connection.execute(query, (*sorted((one, two)), *condition.values, limit))
    found = occurrences(connection, [number for (number,) in rows])
    return tuple(sorted(found, key=lambda act: act.day))


def _ties(connection: sqlite3.Connection, one: str, two: str) -> tuple[Tie, ...]:
    rows = connection.execute(_TIES, (one, two))
    return tuple(fact for (data,) in rows if isinstance(fact := fact_from(data), Tie))
