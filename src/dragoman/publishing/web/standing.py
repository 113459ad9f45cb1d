"""Who stands where: the matrix of holders and issues, and the same as a list with words."""

import sqlite3
from collections import Counter

import msgspec
from starlette.responses import Response

from dragoman.publishing.web.addresses import selection
from dragoman.publishing.web.asking import Asked
from dragoman.publishing.web.front import periods
from dragoman.publishing.web.line_ids import line_ids
from dragoman.publishing.web.site import render
from dragoman.questions.overview import contents
from dragoman.questions.selection import Selection
from dragoman.questions.stances import Run, positions, runs

_HOLDERS = 40  # rows of the matrix
_ISSUES = 44  # and columns


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
    """The last stances of all holders on all issues, cut to what can be read."""
    found = list(runs(connection, chosen))
    holders = Counter(run.holder for run in found)
    issues = Counter(run.issue for run in found)
    rows = tuple(holder for holder, _ in _most(holders, _HOLDERS))
    columns = tuple(issue for issue, _ in _most(issues, _ISSUES))
    cells = {
        (run.holder, run.issue): run
        for run in found
        if run.holder in set(rows) and run.issue in set(columns)
    }
    return Matrix(
        rows=rows,
        columns=columns,
        cells=cells,
        ids=line_ids(connection, (run.lines[-1] for run in cells.values())),
        holders=len(holders),
        issues=len(issues),
    )


def _most(counted: Counter[str], limit: int) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
