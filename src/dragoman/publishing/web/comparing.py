"""Two accounts of the same acts side by side: of two parties, two outlets or two reports."""

import sqlite3
from collections.abc import Sequence

from starlette.responses import Response

from dragoman.errors import UsageError
from dragoman.publishing.phrases import days
from dragoman.publishing.web.addresses import Filters, selection
from dragoman.publishing.web.asking import Asked
from dragoman.publishing.web.front import periods
from dragoman.publishing.web.rows import Batch, Place, Row, flat
from dragoman.publishing.web.site import render
from dragoman.questions.accounts import Told
from dragoman.questions.comparing import (
    ENCOUNTERS,
    Comparison,
    Kind,
    Point,
    compare,
    sides_of,
    value_of,
)
from dragoman.questions.known import held
from dragoman.questions.overview import contents, pairs
from dragoman.questions.selection import Selection

VERDICTS = {"agree": "=", "differ": "≠", "only one": "←", "only two": "→"}
_SUGGESTED = 12  # pairs that are offered where none is named
_SHOWN = 30  # comparisons of a page


def compare_page(asked: Asked) -> Response:
    """Where the two of the address agree and differ; with none, whom to compare."""
    filters = asked.filters
    found, kind, sides = _found(asked.connection, filters)
    return render(
        asked.site,
        asked.request,
        "compare.html",
        filters=filters,
        periods=periods(contents(asked.connection).last),
        kind=kind,
        sides=sides,
        found=found[:_SHOWN],
        total=len(found),
        met=pairs(asked.connection, Selection(types=ENCOUNTERS), limit=_SUGGESTED),
        outlets=sorted(held(asked.connection, "report.outlet")),
        verdicts=VERDICTS,
        value_of=value_of,
    )


def compare_rows(
    connection: sqlite3.Connection, filters: Filters, place: Place, limit: int, offset: int
) -> Batch:
    """A row for each matter: what the one says, what the other says."""
    del place
    if not (filters.one and filters.two):
        raise UsageError("one, two: name two parties, outlets or reports to compare")
    found, _, _ = _found(connection, filters)
    rows = [_row(one, point) for one in found for point in one.points]
    return flat(rows[offset : offset + limit])


def _found(
    connection: sqlite3.Connection, filters: Filters
) -> tuple[list[Comparison], Kind | None, tuple[str, str]]:
    chosen = selection(connection, filters)
    if not (filters.one and filters.two):
        return [], None, (filters.one, filters.two)
    kind, one, two = sides_of(connection, filters.one, filters.two)
    return compare(connection, one, two, chosen), kind, (one, two)


def _row(comparison: Comparison, point: Point) -> Row:
    first = comparison.acts[0]
    return {
        "acts": ";".join(act.event.id for act in comparison.acts),
        "day": days(first.event.date_start, first.event.date_end) or first.day,
        "subject": point.subject,
        "who": point.who,
        "what": point.what,
        "verdict": point.verdict,
        "one_says": _says(point, point.one),
        "one_words": _words(point.one),
        "two_says": _says(point, point.two),
        "two_words": _words(point.two),
    }


def _says(point: Point, told: Sequence[Told]) -> str:
    return ";".join(dict.fromkeys(value_of(point.subject, one) for one in told))


def _words(told: Sequence[Told]) -> str:
    return " … ".join(dict.fromkeys(one.words for one in told))
