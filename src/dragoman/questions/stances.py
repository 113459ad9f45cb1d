"""Who stands where: each party's stance on each issue, since when and how often told."""

import sqlite3
from itertools import groupby

import msgspec

from dragoman.model import Party, Position, Stance
from dragoman.questions.names import code_of
from dragoman.questions.narrowing import select
from dragoman.record.store import WORDS, fact_from


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A holder's stance on an issue: its first and last day, and the words of the last telling."""

    holder: Party
    issue: str
    stance: Stance
    since: str
    last: str
    words: str
    tellings: tuple[Position, ...]


class _Held(msgspec.Struct, frozen=True, kw_only=True):
    holder: Party
    position: Position
    words: str
    day: str


def positions(  # noqa: PLR0913 - each is a condition of its own
    connection: sqlite3.Connection,
    *,
    actor: str | None = None,
    with_: str | None = None,
    issue: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Standing]:
    """Standings of `actor`, and of `with_` beside it, or of all; by holder, issue and first day.

    A holder that changed its stance has several on one issue. Parties and days as in `timeline`.
    Empty where nothing meets all conditions.

    Raises:
        UsageError: a party, the issue or a day is not known as such.
    """
    names = tuple(name for name in (actor, with_) if name is not None)
    selection = select(
        connection,
        table="position",
        parties=(names,) if names else (),
        issue=issue,
        since=since,
        until=until,
    )
    query = f"""
        SELECT line.json, {WORDS}, coalesce(position.date_start, report.published) AS day
        FROM position JOIN line ON line.number = position.line
        JOIN report ON report.number = line.report
        WHERE {selection.where} ORDER BY day, report.published, line.number
    """  # noqa: S608 - the conditions are ours, the values bound
    rows = connection.execute(query, selection.values)
    held = [one for row in rows for one in _held(*row)]
    wanted = {code_of(name, also=[one.holder.id for one in held]) for name in names}
    return gathered([one for one in held if not wanted or one.holder.id in wanted])


def gathered(held: list[_Held]) -> list[Standing]:
    """Tellings of one stance together; they come in the order of their days."""
    ordered = sorted(held, key=_likeness)
    found = [_standing(list(group)) for _, group in groupby(ordered, key=_likeness)]
    return sorted(found, key=lambda one: (one.holder.id, one.issue, one.since, one.stance))


def _likeness(one: _Held) -> tuple[str, str, str]:
    return one.holder.id, one.position.issue, one.position.stance


def _held(data: bytes, words: str, day: str) -> list[_Held]:
    position = fact_from(data)
    assert isinstance(position, Position)  # noqa: S101 - table position refers to lines of this kind
    holders = {holder.id: holder for holder in position.holders}
    return [
        _Held(holder=holder, position=position, words=words, day=day) for holder in holders.values()
    ]


def _standing(group: list[_Held]) -> Standing:
    last = group[-1]
    return Standing(
        holder=last.holder,
        issue=last.position.issue,
        stance=last.position.stance,
        since=group[0].day,
        last=last.day,
        words=last.words,
        tellings=tuple(one.position for one in group),
    )
