"""Two accounts of the same acts side by side: what both tell, what one leaves out, what differs."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import msgspec

from dragoman.errors import UsageError
from dragoman.model import Event, Position
from dragoman.questions.accounts import Told, told_in
from dragoman.questions.conditions import marks, on_acts
from dragoman.questions.events import Occurrence, occurrences
from dragoman.questions.known import held, pick
from dragoman.questions.names import code_of
from dragoman.questions.selection import EVERYTHING, Selection

Kind = Literal["party", "outlet", "report"]
Verdict = Literal["agree", "differ", "only one", "only two"]
Subject = Literal["position", "ask", "day", "place", "mode"]
ENCOUNTERS = ("CONSULT",)  # what two parties give readouts of, where no types are asked for
EXAMINED = 100  # acts, the newest, whose reports are read

_BETWEEN = """
    SELECT act.number FROM act_pair JOIN act ON act.number = act_pair.act
    WHERE one = ? AND two = ? AND act_pair.event_type IN ({types}) AND {where}
    ORDER BY act_pair.day DESC, act_pair.act DESC LIMIT ?
"""
_TOLD_BY = """
    SELECT act FROM report JOIN packed ON packed.report = report.number
    CROSS JOIN telling ON telling.line BETWEEN first AND last WHERE report.{column} = ?
"""
_IN_BOTH = f"""
    SELECT act.number FROM act
    WHERE act.number IN ({_TOLD_BY} INTERSECT {_TOLD_BY}) AND act.reports > 1 AND {{where}}
    ORDER BY act.day DESC, act.number DESC LIMIT ?
"""  # noqa: S608 - our own words
_TELLINGS = """
    SELECT telling.act, line.id, report.id FROM telling JOIN line ON line.number = telling.line
    JOIN report ON report.number = line.report WHERE telling.act IN ({marks}) AND {whose}
    ORDER BY telling.act, report.published, line.number
"""
_COLUMNS: dict[Kind, str] = {"outlet": "outlet", "report": "id"}  # of table report, by kind


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One matter of a comparison: `who` holds a position on, or asks, `what`; or a day, a place.

    `one` and `two` are the lines in which each side tells it. A side that tells it twice in
    different ways differs from itself, too.
    """

    subject: Subject
    who: str
    what: str
    one: tuple[Told, ...]
    two: tuple[Told, ...]
    verdict: Verdict


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What two sides tell of acts that the same reports tell; `acts` are these, by day.

    Of outlets and reports, `reports` are those of the two.
    """

    one: str
    two: str
    kind: Kind
    acts: tuple[Occurrence, ...]
    reports: tuple[str, ...]
    points: tuple[Point, ...]


def compare(
    connection: sqlite3.Connection, one: str, two: str, selection: Selection = EVERYTHING
) -> list[Comparison]:
    """How the accounts of two parties, outlets or reports agree and differ, the newest act first.

    A line is a party's account where its words come through it (the outermost source of the
    statement that tells it), else where the outlet is of that state. Of two parties, the acts are
    those in which they met or talked, unless the selection names types, and the matters are their
    own; of outlets and reports, the acts that both tell. What only one side tells is left out.

    Raises:
        UsageError: the two are not both parties, outlets or reports that the record knows.
    """
    kind, ours, theirs = sides_of(connection, one, two)
    acts_of_both = _acts(connection, kind, ours, theirs, selection)
    reports = _reports(connection, acts_of_both, kind, (ours, theirs))
    found = []
    for keys, acts in _together(reports).items():
        told = told_in(connection, keys)
        tellings = {line for act in acts for line in reports[act][0]}
        points = _points(told, tellings, _teller_of(kind), (ours, theirs), kind)
        if any(point.one for point in points) and any(point.two for point in points):
            listed = tuple(sorted(occurrences(connection, acts), key=lambda act: act.day))
            found.append(
                Comparison(
                    one=ours, two=theirs, kind=kind, acts=listed, reports=keys, points=points
                )
            )
    return found


def sides_of(connection: sqlite3.Connection, one: str, two: str) -> tuple[Kind, str, str]:
    """What the two names are, and how the record has them.

    Raises:
        UsageError: they are not two of one kind.
    """
    outlets = held(connection, "report.outlet")
    makers: tuple[tuple[Kind, Callable[[str], str]], ...] = (
        ("report", lambda name: _report(connection, name)),
        ("outlet", lambda name: pick(name, outlets, what="outlet in the record")),
        ("party", code_of),
    )
    for kind, maker in makers:
        try:
            return kind, maker(one), maker(two)
        except UsageError:
            if kind == "party":
                raise
    raise AssertionError("parties come last")  # pragma: no cover


def _report(connection: sqlite3.Connection, name: str) -> str:
    if connection.execute("SELECT 1 FROM report WHERE id = ?", (name,)).fetchone() is None:
        raise UsageError(f"{name}: no such report")
    return name


def _acts(
    connection: sqlite3.Connection, kind: Kind, one: str, two: str, selection: Selection
) -> list[int]:
    if kind == "party":
        types = selection.types or ENCOUNTERS
        condition = on_acts(msgspec.structs.replace(selection, types=types, actors=(), with_=()))
        query = _BETWEEN.format(types=marks(types), where=condition.where)
        values: tuple[object, ...] = (*sorted((one, two)), *types, *condition.values, EXAMINED)
    else:
        condition = on_acts(selection)
        query = _IN_BOTH.format(where=condition.where, column=_COLUMNS[kind])
        values = (one, two, *condition.values, EXAMINED)
    return [number for (number,) in connection.execute(query, values)]


def _reports(
    connection: sqlite3.Connection, acts: Sequence[int], kind: Kind, sides: tuple[str, str]
) -> dict[int, tuple[list[str], list[str]]]:
    """The ids of each act's tellings and of the reports that hold them: those of the two sides."""
    column = _COLUMNS.get(kind)
    whose, values = (f"report.{column} IN (?, ?)", sides) if column else ("TRUE", ())
    query = _TELLINGS.format(marks=marks(acts), whose=whose)
    found: dict[int, tuple[list[str], list[str]]] = {act: ([], []) for act in acts}
    for act, line, report in connection.execute(query, (*acts, *values)):
        found[act][0].append(line)
        if report not in found[act][1]:
            found[act][1].append(report)
    return found


def _together(reports: dict[int, tuple[list[str], list[str]]]) -> dict[tuple[str, ...], list[int]]:
    """Acts that the same reports tell stand together: their accounts are the same."""
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for act, (_, keys) in reports.items():
        found[tuple(keys)].append(act)
    return found


def _teller_of(kind: Kind) -> Callable[[Told], str | None]:
    if kind == "party":
        return lambda told: told.teller
    return lambda told: told.outlet if kind == "outlet" else told.report_id


def _points(
    told: Iterable[Told],
    tellings: set[str],
    teller: Callable[[Told], str | None],
    sides: tuple[str, str],
    kind: Kind,
) -> tuple[Point, ...]:
    found: dict[tuple[Subject, str, str], tuple[list[Told], list[Told]]] = {}
    for one in told:
        if teller(one) in sides:
            side = sides.index(teller(one) or "")
            for key in _matters(one, tellings, sides if kind == "party" else None):
                found.setdefault(key, ([], []))[side].append(one)
    points = [_point(key, ours, theirs) for key, (ours, theirs) in sorted(found.items())]
    return tuple(sorted(points, key=lambda point: _ORDER.index(point.verdict)))


_ORDER: tuple[Verdict, ...] = ("agree", "differ", "only one", "only two")


def _matters(
    told: Told, tellings: set[str], parties: tuple[str, str] | None
) -> Iterable[tuple[Subject, str, str]]:
    """What a line is about, as keys that the two sides share; of parties, what is their own."""
    fact = told.fact
    if isinstance(fact, Position):
        for holder in dict.fromkeys(party.id for party in fact.holders):
            if holder and (parties is None or holder in parties):
                yield "position", holder, fact.issue
        return
    if fact.id in tellings:
        yield from _details(fact)
    if fact.content is not None and fact.modality == "asserted":
        for asker in dict.fromkeys(party.id for party in fact.actors):
            if asker and (parties is None or asker in parties):
                whom = " ".join(dict.fromkeys(party.id for party in fact.recipients))
                yield "ask", asker, " ".join((fact.event_type, whom, *fact.issues[:1])).strip()


def _details(event: Event) -> Iterable[tuple[Subject, str, str]]:
    if event.date_start is not None:
        yield "day", "", ""
    if event.place is not None:
        yield "place", "", ""
    if event.event_mode is not None:
        yield "mode", "", ""


def _point(key: tuple[Subject, str, str], ours: list[Told], theirs: list[Told]) -> Point:
    subject, who, what = key
    if ours and theirs:
        says = {value_of(subject, told) for told in (*ours, *theirs)}
        verdict: Verdict = "agree" if len(says) == 1 else "differ"
    else:
        verdict = "only one" if ours else "only two"
    return Point(
        subject=subject, who=who, what=what, one=tuple(ours), two=tuple(theirs), verdict=verdict
    )


def value_of(subject: Subject, told: Told) -> str:
    """What a line says on a matter: a stance, a day, a place, a mode; that it is asked at all."""
    fact = told.fact
    if isinstance(fact, Position):
        return fact.stance
    values = {
        "day": fact.date_start,
        "place": fact.place.name if fact.place else None,
        "mode": fact.event_mode,
    }
    return values.get(subject) or ""
