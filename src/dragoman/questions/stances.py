"""Who stands where: each party's stance on each issue, since when, last told, changed from what."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

import msgspec

from dragoman.model import Party, Position, Stance
from dragoman.questions.conditions import on_holdings
from dragoman.questions.known import held
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.record.store import WORDS, fact_from

# Rows come in the order of the table's key, so that no more are read than are asked for.
_HOLDINGS = """
    SELECT issue, holder, day, line, stance FROM holding
    WHERE {where} AND NOT EXISTS (SELECT 1 FROM carrying WHERE carrying.line = holding.line)
    ORDER BY issue, holder, day, line
"""
_SOURCES = """
    SELECT count(DISTINCT coalesce(report.outlet, report.id)) FROM line
    JOIN report ON report.number = line.report
    WHERE line.number IN (SELECT value FROM json_each(?))
"""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A party's stance on an issue, held from its first telling until another one is told.

    `position` is the last telling, `words` its evidence; `told` counts tellings, without those that
    only carry on what another report says. `changed_from` is the stance before, last told on
    `changed_after`; null where none is known.
    """

    holder: Party
    issue: str
    stance: Stance
    since: str
    last: str
    told: int
    changed_from: Stance | None
    changed_after: str | None
    position: Position
    words: str


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings of one stance with no other between them: their first and last day, their lines."""

    issue: str
    holder: str
    stance: Stance
    since: str
    last: str
    lines: tuple[int, ...]
    before: "Run | None" = None


class _Telling(msgspec.Struct, frozen=True):
    issue: str
    holder: str
    day: str
    line: int
    stance: Stance


def positions(
    connection: sqlite3.Connection,
    selection: Selection = EVERYTHING,
    *,
    history: bool = False,
    limit: int | None = None,
    offset: int = 0,
) -> list[Standing]:
    """Where each party stands in the end, by issue and party; with `history`, each stance it held.

    Actors and `with_` of the selection stand beside each other here: positions of all of them.
    Empty where nothing meets all conditions.
    """
    found = runs(connection, selection, history=history)
    if selection.sources > 1:
        found = (run for run in found if _sources(connection, run) >= selection.sources)
    end = None if limit is None else offset + limit
    return [_standing(connection, run) for run in islice(found, offset, end)]


def runs(
    connection: sqlite3.Connection, selection: Selection, *, history: bool = False
) -> Iterator[Run]:
    """The stances of `positions` without their words, as they are read."""
    condition = on_holdings(with_issues(connection, selection))
    rows = connection.execute(_HOLDINGS.format(where=condition.where), condition.values)
    tellings = (_Telling(*row) for row in rows)
    for _, group in groupby(tellings, key=lambda one: (one.issue, one.holder)):
        held = _held(group)
        yield from held if history else held[-1:]


def with_issues(connection: sqlite3.Connection, selection: Selection) -> Selection:
    """The selection with all issues named where it has parties: so the table's key finds rows."""
    if selection.issues or not (selection.actors or selection.with_):
        return selection
    return msgspec.structs.replace(selection, issues=held(connection, "issue.slug"))


def _held(tellings: Iterable[_Telling]) -> list[Run]:
    """The runs of one party on one issue, each knowing the one before."""
    found: list[Run] = []
    for _, group in groupby(tellings, key=lambda one: one.day):
        day = list(group)
        stance = _stance_of_day(day, found[-1].stance if found else None)
        mine = tuple(one.line for one in day if one.stance == stance)
        if found and found[-1].stance == stance:
            last = found[-1]
            lines = last.lines + mine
            found[-1] = msgspec.structs.replace(last, last=day[0].day, lines=lines)
        else:
            found.append(_run(day[0], stance, mine, found[-1] if found else None))
    return found


def _stance_of_day(day: list[_Telling], held: Stance | None) -> Stance:
    """The stance that most tellings of a day give; of equals the one held before, if it is there.

    Two reports that differ on one day contradict each other: that is no change of mind.
    """
    counted = Counter(one.stance for one in day)
    most = max(counted.values())
    leading = sorted(stance for stance, count in counted.items() if count == most)
    return held if held in leading else leading[0]


def _run(first: _Telling, stance: Stance, lines: tuple[int, ...], before: Run | None) -> Run:
    return Run(
        issue=first.issue,
        holder=first.holder,
        stance=stance,
        since=first.day,
        last=first.day,
        lines=lines,
        before=before,
    )


def _sources(connection: sqlite3.Connection, run: Run) -> int:
    """How many outlets tell it; a report without one stands for itself."""
    lines = msgspec.json.encode(run.lines).decode()
    return int(connection.execute(_SOURCES, (lines,)).fetchone()[0])


def _standing(connection: sqlite3.Connection, run: Run) -> Standing:
    query = f"""
        SELECT line.json, {WORDS} FROM line JOIN report ON report.number = line.report
        WHERE line.number = ?
    """  # noqa: S608 - our own words
    data, words = connection.execute(query, run.lines[-1:]).fetchone()
    position = fact_from(data)
    assert isinstance(position, Position)  # noqa: S101 - table holding refers to lines of this kind
    return Standing(
        holder=next(holder for holder in position.holders if holder.id == run.holder),
        issue=run.issue,
        stance=run.stance,
        since=run.since,
        last=run.last,
        told=len(run.lines),
        changed_from=run.before.stance if run.before else None,
        changed_after=run.before.last if run.before else None,
        position=position,
        words=words,
    )
