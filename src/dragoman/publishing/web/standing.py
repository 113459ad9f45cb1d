"""Who stands where: the matrix of holders and issues, and the same as a list with words."""

import sqlite3
from collections import Counter
from collections.abc import Iterable

import msgspec
from starlette.responses import Response

from dragoman.publishing.web.addresses import selection
from dragoman.publishing.web.asking import Asked
from dragoman.publishing.web.front import periods
from dragoman.publishing.web.line_ids import line_ids
from dragoman.publishing.web.site import render
from dragoman.questions.conditions import on_holdings
from dragoman.questions.overview import contents
from dragoman.questions.selection import Selection
from dragoman.questions.stances import Run, positions, runs

_HOLDERS = 30  # rows of the matrix
_ISSUES = 36  # and columns


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """The stances of the holders with the most positions, on the issues most spoken of.

    `ids` are of the lines that tell a stance last; `holders` and `issues` count what is not shown.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: dict[tuple[str, str], Run]
    ids: dict[int, str]
    holders: int
    issues: int


def positions_page(asked: Asked) -> Response:
    """The matrix under the filters, and the positions as a list below it."""
    filters = asked.filters
    chosen = selection(asked.connection, filters)
    table = matrix(asked.connection, chosen)
    listed = positions(
        asked.connection, chosen, limit=filters.rows(), offset=filters.after, history=True
    )
    return render(
        asked.site,
        asked.request,
        "positions.html",
        filters=filters,
        periods=periods(contents(asked.connection).last),
        matrix=table,
        listed=listed,
    )


def matrix(connection: sqlite3.Connection, chosen: Selection) -> Matrix:
    """The last stances of holders on issues, cut to what can be read."""
    holders, issues = Counter[str](), Counter[str]()
    for holder, issue, count in _counts(connection, chosen):
        holders[holder] += count
        issues[issue] += count
    rows, columns = _most(holders, _HOLDERS), _most(issues, _ISSUES)
    shown = msgspec.structs.replace(chosen, actors=rows, with_=(), issues=columns)
    cells = {(run.holder, run.issue): run for run in runs(connection, shown)} if rows else {}
    return Matrix(
        rows=rows,
        columns=columns,
        cells=cells,
        ids=line_ids(connection, (run.lines[-1] for run in cells.values())),
        holders=len(holders),
        issues=len(issues),
    )


def _counts(connection: sqlite3.Connection, chosen: Selection) -> Iterable[tuple[str, str, int]]:
    condition = on_holdings(chosen)
    query = f"""
        SELECT holder, issue, count(*) FROM holding WHERE {condition.where} GROUP BY issue, holder
    """  # noqa: S608 - the conditions are ours, the values bound
    return connection.execute(query, condition.values)


def _most(counted: Counter[str], limit: int) -> tuple[str, ...]:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(name for name, _ in ordered[:limit])
