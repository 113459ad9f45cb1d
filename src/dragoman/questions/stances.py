"""Who stands where: each party's stance on each issue, since when, last told, changed from what."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

import msgspec

from dragoman.model import Party, Position, Stance
from dragoman.questions.conditions import on_holding_counts, on_holdings
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.record.merging.corroboration import corroborate
from dragoman.record.merging.crediting import credits_of
from dragoman.record.merging.reading import listed
from dragoman.record.merging.voices import read_voices
from dragoman.record.store import FACT, WORDS, fact_from

_GROUPS = "SELECT issue, holder FROM holding_count WHERE holdings > 0 AND {where} ORDER BY 1, 2"
# Read from the newest on and only as far as a stance lasts, along the table's key.
_HOLDINGS = """
    SELECT issue, holder, day, line, stance FROM holding
    WHERE issue = ? AND holder = ? AND {where}
    AND NOT EXISTS (SELECT 1 FROM carrying WHERE carrying.line = holding.line)
    ORDER BY day DESC, line DESC
"""
_OUTLETS = """
    SELECT count(DISTINCT coalesce(report.outlet, report.id)) FROM json_each(?) AS run
    JOIN line ON line.number = run.value JOIN report ON report.number = line.report
"""
_CARRIERS = """
    SELECT carrying.line FROM json_each(?) AS run JOIN carrying ON carrying.first = run.value
"""
WEIGHED = 50  # tellings of a stance, the newest, whose words are compared to tell copies


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A party's stance on an issue, held from its first telling until another one is told.

    `position` is the last telling, `words` its evidence; `told` counts tellings, without those that
    only carry on what another report says (which count among a selection's `sources`).
    `changed_from` is the stance before, last told on `changed_after`; null where none is known.
    `otherwise` counts the tellings of other stances on its days: reports that contradict it.
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
    otherwise: dict[Stance, int]


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Tellings of one stance with no other between them: their first and last day, their lines.

    `otherwise` are other stances that reports give of those days, each telling by itself.
    """

    issue: str
    holder: str
    stance: Stance
    since: str
    last: str
    lines: tuple[int, ...]
    otherwise: tuple[Stance, ...] = ()
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
        found = (run for run in found if _is_told_by(connection, run, selection.sources))
    end = None if limit is None else offset + limit
    return [_standing(connection, run) for run in islice(found, offset, end)]


def runs(
    connection: sqlite3.Connection, selection: Selection, *, history: bool = False
) -> Iterator[Run]:
    """The stances of `positions` without their words, as they are read."""
    for held in threads(connection, selection):
        yield from reversed(list(held)) if history else islice(held, 1)


def threads(connection: sqlite3.Connection, selection: Selection) -> Iterator[Iterator[Run]]:
    """For each party and issue its runs, the newest first, read no further than they are taken."""
    groups = on_holding_counts(selection)
    condition = on_holdings(msgspec.structs.replace(selection, issues=(), actors=(), with_=()))
    query = _HOLDINGS.format(where=condition.where)
    for group in connection.execute(_GROUPS.format(where=groups.where), groups.values).fetchall():
        rows = connection.execute(query, (*group, *condition.values))
        yield _held(_Telling(*row) for row in rows)


def _held(tellings: Iterable[_Telling]) -> Iterator[Run]:
    """The runs of one party on one issue, the newest first, each knowing the one before."""
    run: Run | None = None
    for stance, day in _days(tellings):
        lines = tuple(sorted(one.line for one in day if one.stance == stance))
        others = tuple(one.stance for one in day if one.stance != stance)
        if run is None or run.stance != stance:
            older = _run(day[0], stance, lines, others)
            if run is not None:
                yield msgspec.structs.replace(run, before=older)
            run = older
        else:
            run = msgspec.structs.replace(
                run,
                since=day[0].day,
                lines=lines + run.lines,
                otherwise=others + run.otherwise,
            )
    if run is not None:
        yield run


def _days(tellings: Iterable[_Telling]) -> Iterator[tuple[Stance, list[_Telling]]]:
    """The stance of each day, the newest first: the one that most of its tellings give.

    Two reports that differ on one day contradict each other: that is no change of mind. So of
    equals, the day has the stance of the day before if that is among them, else of the day after.
    """
    waiting: list[list[_Telling]] = []
    after: Stance | None = None
    for _, group in groupby(tellings, key=lambda one: one.day):
        waiting.append(list(group))
        leading = _leading(waiting[-1])
        if len(leading) == 1:
            yield from _settled(waiting, leading[0], after)
            after, waiting = leading[0], []
    yield from _settled(waiting, None, after)


def _settled(
    waiting: list[list[_Telling]], before: Stance | None, after: Stance | None
) -> Iterator[tuple[Stance, list[_Telling]]]:
    for day in waiting:
        leading = _leading(day)
        fits = (stance for stance in (before, after) if stance in leading)
        yield next(fits, leading[0]), day


def _leading(day: list[_Telling]) -> list[Stance]:
    counted = Counter(one.stance for one in day)
    most = max(counted.values())
    return sorted(stance for stance, count in counted.items() if count == most)


def _run(
    newest: _Telling, stance: Stance, lines: tuple[int, ...], others: tuple[Stance, ...]
) -> Run:
    return Run(
        issue=newest.issue,
        holder=newest.holder,
        stance=stance,
        since=newest.day,
        last=newest.day,
        lines=lines,
        otherwise=others,
    )


def _is_told_by(connection: sqlite3.Connection, run: Run, sources: int) -> bool:
    """Whether so many independent sources tell it, with those who only carry it on.

    Tellings of several outlets that do not carry each other on are no copies.
    """
    (outlets,) = connection.execute(_OUTLETS, listed(run.lines)).fetchone()
    if outlets >= sources:
        return True
    newest = run.lines[-WEIGHED:]
    carriers = connection.execute(_CARRIERS, listed(newest)).fetchall()
    lines = [*newest, *(line for (line,) in carriers)]
    voices = read_voices(connection, lines)
    told = [voices[line] for line in lines]
    return corroborate(told, credits_of(connection, lines), {}).independent >= sources


def _standing(connection: sqlite3.Connection, run: Run) -> Standing:
    query = f"""
        SELECT {FACT}, {WORDS} FROM line JOIN report ON report.number = line.report
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
        otherwise=dict(sorted(Counter(run.otherwise).items())),
    )
