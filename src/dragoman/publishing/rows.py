"""Answers for programs: a JSON object a line, or flat rows of CSV."""

import sqlite3
from functools import lru_cache
from typing import Any

import msgspec

from dragoman.model import Fact, Line, Report
from dragoman.publishing.answering import Object, Rows
from dragoman.publishing.flat import SEPARATOR, Cell, columns, flatten
from dragoman.publishing.merged import merged_columns, merged_row
from dragoman.questions import (
    Alignment,
    Ask,
    Comparison,
    Dyad,
    Explanation,
    Found,
    Occurrence,
    Participant,
    Said,
    Shown,
    Standing,
    merged_line,
    said_line,
)
from dragoman.questions.comparing import Point, value_of
from dragoman.record.reading import report_by_id


def of_timeline(found: list[Occurrence]) -> Rows:
    """Merged event lines, with the ids of their tellings and reports."""
    return Rows(
        objects=(merged_line(one) for one in found),
        cells=(merged_row(one) for one in found),
        names=tuple(merged_columns()),
    )


def of_positions(connection: sqlite3.Connection, found: list[Standing]) -> Rows:
    """The position line of each last telling, and since when and after what it is held."""
    own = ("holder", "since", "last", "told", "changed_from", "changed_after")
    flat = _flattener(connection)
    told = [{name: getattr(one, name) for name in own[1:]} for one in found]
    return Rows(
        objects=(
            {"kind": "position"}
            | msgspec.to_builtins(one.position)
            | {"holder": one.holder.id, "words": one.words}
            | more
            | {"otherwise": one.otherwise}
            for one, more in zip(found, told, strict=True)
        ),
        cells=(
            flat(one.position) | {"holder": one.holder.id} | more | {"otherwise": _counted(one)}
            for one, more in zip(found, told, strict=True)
        ),
        names=(*columns(("position",)), *own, "otherwise"),
    )


def _counted(one: Standing) -> str:
    """`opposes 1;concerned 2`: other stances on the same days, and how often they are told."""
    return SEPARATOR.join(f"{stance} {count}" for stance, count in one.otherwise.items())


def of_statements(connection: sqlite3.Connection, found: list[Said]) -> Rows:
    """Statement lines of first tellings, with the ids and outlets of all that carry them."""
    flat = _flattener(connection)
    own = ("tellings", "reports", "outlets")
    cells = (
        flat(one.statement)
        | {"sources": one.sources}
        | {name: SEPARATOR.join(getattr(one, name)) for name in own}
        for one in found
    )
    names = (*columns(("statement",)), *own, "sources")
    return Rows(objects=(said_line(one) for one in found), cells=cells, names=names)


def of_shown(shown: Shown) -> Rows:
    """A line and what belongs to it, as record lines."""
    return _of_lines((shown.line, *shown.belongings), shown.report)


def of_explained(explanation: Explanation) -> Rows:
    """The line that is explained, as a record line."""
    return _of_lines((explanation.line,), explanation.report)


def of_alignment(found: list[Alignment]) -> Rows:
    """A pair a row, its figures beside it."""
    objects = [
        {name: value for name, value in msgspec.to_builtins(one).items() if name != "agreement"}
        | msgspec.to_builtins(one.agreement)
        for one in found
    ]
    names = ("one", "two", "issue", "period", "n", "shared", "opposed", "similarity", "pi")
    return Rows(objects=objects, cells=objects, names=(*names, "firm", "drift"))


def of_dyad(dyad: Dyad) -> Rows:
    """The whole answer as one object; in CSV its months."""
    quads = sorted({quad for month in dyad.months for quad in month.quads})
    named = {quad: quad.replace(" ", "_") for quad in quads}
    cells: list[dict[str, Cell]] = [
        {"one": dyad.one, "two": dyad.two, "month": month.month}
        | {name: month.quads.get(quad, 0) for quad, name in named.items()}
        for month in dyad.months
    ]
    whole = msgspec.to_builtins(dyad) | {
        "main": [merged_line(act) for act in dyad.main],
        "asks": [_ask(one) for one in dyad.asks],
    }
    return Rows(objects=[whole], cells=cells, names=("one", "two", "month", *named.values()))


def of_asks(found: list[Ask]) -> Rows:
    """Merged event lines with what is asked, its status and the acts that may answer it."""
    cells = (
        merged_row(one.act)
        | {"content": one.content, "status": one.followup.status}
        | {"candidates": SEPARATOR.join(each.event_id for each in one.followup.candidates)}
        for one in found
    )
    names = (*merged_columns(), "status", "candidates")
    return Rows(objects=(_ask(one) for one in found), cells=cells, names=names)


def of_participants(found: list[Participant]) -> Rows:
    """A party a row; each quad is a column."""
    quads = sorted({quad for one in found for quad in one.quads})
    own = ("id", "name", "acting", "receiving")
    cells = (
        {name: getattr(one, name) for name in (*own, "first", "last")}
        | {quad.replace(" ", "_"): one.quads.get(quad, 0) for quad in quads}
        | {"people": SEPARATOR.join(taker.person for taker in one.people)}
        for one in found
    )
    names = (*own, *(quad.replace(" ", "_") for quad in quads), "first", "last", "people")
    return Rows(objects=(msgspec.to_builtins(one) for one in found), cells=cells, names=names)


def of_search(found: Found) -> Rows:
    """A row for each report and line that was found; as JSON the names, too."""
    names: list[Object] = [{"found": "party", "id": code} for code in found.parties]
    names += [{"found": "issue", "id": slug} for slug in found.issues]
    names += [{"found": "person", "id": one.person, "country": one.country} for one in found.people]
    hits = [{"found": "report"} | msgspec.to_builtins(one) for one in found.reports]
    hits += [{"found": "line", "id": one.fact.id} | msgspec.to_builtins(one) for one in found.lines]
    cells = [{**hit, "snippet": "".join(piece["text"] for piece in hit["snippet"])} for hit in hits]
    header = ("found", "id", "published", "title", "outlet", "snippet")
    return Rows(objects=[*names, *hits], cells=cells, names=header)


def of_comparisons(found: list[Comparison]) -> Rows:
    """A comparison an object; in CSV a row for each matter."""
    objects = (
        msgspec.to_builtins(one) | {"acts": [merged_line(act) for act in one.acts]} for one in found
    )
    cells = (_point(one, point) for one in found for point in one.points)
    sides = [f"{side}_{name}" for one in found[:1] for side in (one.one, one.two) for name in _SAYS]
    names = ("acts", "day", "subject", "who", "what", "verdict", *sides)
    return Rows(objects=objects, cells=cells, names=names)


_SAYS = ("says", "words")


def _point(one: Comparison, point: Point) -> dict[str, Cell]:
    row: dict[str, Cell] = {
        "acts": SEPARATOR.join(act.event.id for act in one.acts),
        "day": one.acts[0].day,
        "subject": point.subject,
        "who": point.who,
        "what": point.what,
        "verdict": point.verdict,
    }
    for side, told in ((one.one, point.one), (one.two, point.two)):
        says = dict.fromkeys(value_of(point.subject, each) for each in told)
        row[f"{side}_says"] = SEPARATOR.join(says)
        row[f"{side}_words"] = SEPARATOR.join(each.words for each in told)
    return row


def _ask(one: Ask) -> Object:
    followed: Object = msgspec.to_builtins(one.followup)
    return merged_line(one.act) | {"words": one.content} | followed


def _of_lines(lines: tuple[Line, ...], report: Report) -> Rows:
    kinds = tuple(dict.fromkeys(type(line).__name__.lower() for line in lines))
    cells = (flatten(line, report) for line in lines)
    return Rows(objects=lines, cells=cells, names=tuple(columns(kinds)))


def _flattener(connection: sqlite3.Connection) -> Any:  # noqa: ANN401 - a function of one fact
    """Facts as rows; each report is read once while its facts follow each other."""
    report_of = lru_cache(maxsize=64)(lambda report_id: report_by_id(connection, report_id))

    def flat(fact: Fact) -> dict[str, Cell]:
        return flatten(fact, report_of(fact.report_id))

    return flat
