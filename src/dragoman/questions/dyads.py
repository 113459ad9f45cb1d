"""Two parties: what they did to each other by month, and where they stand on the same issues."""

import heapq
import sqlite3
from collections import Counter, defaultdict
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
from dragoman.record.store import FACT, fact_from

Relation = Literal["shared", "opposed", "unlike"]
MAIN = 8  # events that stand for all
TIES = 20  # of all that reports told, the newest

# Of all acts of a pair at once: to read them takes longer than to count and to choose among them.
_BETWEEN = """
    SELECT substr(act.day, 1, 7), act.event_type, act.number,
           act.sources, act.reports, act.tellings, act.day
    FROM act_pair JOIN act ON act.number = act_pair.act WHERE one = ? AND two = ? AND {where}
"""
_TIES = f"""
    SELECT {FACT} FROM line WHERE line.number IN (
        SELECT tie.line FROM party AS ours JOIN party AS theirs USING (line)
        JOIN tie USING (line) JOIN line ON line.number = tie.line
        JOIN report ON report.number = line.report
        WHERE ours.id = ? AND ours.role_code = 5 AND theirs.id = ? AND theirs.role_code = 5
        ORDER BY report.published DESC, line.number DESC LIMIT ?
    )
    ORDER BY line.number
"""  # noqa: S608 - our own words


_Act = tuple[str, str, int, int, int, int, str]  # month, type, number, by how many told, day


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

    `main` are the acts that most sources tell, by day; `asks` what one asked or promised another;
    `ties` the newest 20, in the words of reports.
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
    between_them = _acts(connection, one, two, selection)
    return Dyad(
        one=one,
        two=two,
        counted=selection.modalities or COUNTED,
        months=_months(between_them),
        main=_main(connection, between_them, main),
        contrasts=contrasts(connection, one, two, selection),
        asks=tuple(asks(connection, between, limit=main)),
        ties=_ties(connection, one, two),
    )


def months(
    connection: sqlite3.Connection, one: str, two: str, selection: Selection = EVERYTHING
) -> tuple[Month, ...]:
    """The acts between two parties by month and quad; months without any are left out."""
    return _months(_acts(connection, one, two, selection))


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


def _acts(connection: sqlite3.Connection, one: str, two: str, selection: Selection) -> list[_Act]:
    others = msgspec.structs.replace(selection, actors=(), with_=())
    condition = on_acts(others, modalities=COUNTED)
    query = _BETWEEN.format(where=condition.where)
    return connection.execute(query, (*sorted((one, two)), *condition.values)).fetchall()


def _months(acts: Iterable[_Act]) -> tuple[Month, ...]:
    counted = Counter((month, event_type) for month, event_type, *_ in acts)
    by_month: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (month, event_type), number in counted.items():
        by_month[month][type_of(event_type).quad] += number
    return tuple(
        Month(month=month, quads=dict(sorted(by_month[month].items())))
        for month in sorted(by_month)
    )


def _main(
    connection: sqlite3.Connection, acts: Iterable[_Act], limit: int
) -> tuple[Occurrence, ...]:
    """The acts that most sources tell, most reports, most tellings; of equals the newest."""
    most = heapq.nlargest(limit, acts, key=lambda act: (*act[3:], -act[2]))
    found = occurrences(connection, [number for _, _, number, *_ in most])
    return tuple(sorted(found, key=lambda act: act.day))


def _ties(connection: sqlite3.Connection, one: str, two: str) -> tuple[Tie, ...]:
    rows = connection.execute(_TIES, (one, two, TIES))
    return tuple(fact for (data,) in rows if isinstance(fact := fact_from(data), Tie))
