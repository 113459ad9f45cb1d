"""How agreement moved: one small drawing for each pair, a point for each month, quarter or year."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from dragoman.errors import UsageError
from dragoman.publishing.web.addresses import Filters
from dragoman.questions.alignment import Alignment, Period, alignment
from dragoman.questions.selection import Selection

WIDTH, HEIGHT = 300, 96  # of a drawing
_EDGE = 12  # units that stay free around it
_MANY = 30  # points that touch each other
_PAIRS = 6  # drawings of a page
PERIODS: tuple[Period, ...] = ("month", "quarter", "year")


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A period of a pair, and where it stands in the drawing."""

    row: Alignment
    x: float
    y: float


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """A pair through the periods, of which all drawings have the same `first` and `last`."""

    one: str
    two: str
    first: str
    last: str
    points: tuple[Point, ...]

    @property
    def radius(self) -> float:
        """Of a point; many stand close."""
        return 4 if len(self.points) < _MANY else 2

    @property
    def line(self) -> str:
        """The points as SVG has them."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


def period_of(filters: Filters) -> Period:
    """The period that is asked for, a quarter if none is.

    Raises:
        UsageError: there is no such period.
    """
    wanted = filters.period or "quarter"
    for period in PERIODS:
        if period == wanted:
            return period
    raise UsageError(f"{wanted}: no such period: there are {', '.join(PERIODS)}")


def traces(
    connection: sqlite3.Connection,
    selection: Selection,
    pairs: Sequence[Alignment],
    *,
    period: Period,
) -> list[Trace]:
    """The pairs with the most common positions, through the periods; more than one is needed."""
    most = sorted(pairs, key=lambda row: (-row.agreement.n, row.one, row.two))[:_PAIRS]
    parties = tuple(dict.fromkeys(party for row in most for party in (row.one, row.two)))
    if not parties:
        return []
    among = msgspec.structs.replace(selection, actors=parties, with_=())
    only = {(row.one, row.two) for row in most}
    return drawn(alignment(connection, among, period=period, only=only))


def drawn(rows: Sequence[Alignment]) -> list[Trace]:
    """A drawing for each pair of more than one period, those with the most positions first."""
    names = sorted({row.period for row in rows if row.period})
    found: defaultdict[tuple[str, str], list[Alignment]] = defaultdict(list)
    for row in rows:
        if row.agreement.n and row.agreement.similarity is not None:
            found[row.one, row.two].append(row)
    pairs = [pair for pair, own in found.items() if len(own) > 1]
    most = sorted(pairs, key=lambda pair: (-sum(row.agreement.n for row in found[pair]), pair))
    return [_trace(found[pair], names) for pair in most[:_PAIRS]]


def _trace(rows: Sequence[Alignment], names: Sequence[str]) -> Trace:
    step = (WIDTH - 2 * _EDGE) / max(len(names) - 1, 1)
    points = tuple(
        Point(row=row, x=round(_EDGE + names.index(row.period or "") * step, 1), y=_height(row))
        for row in rows
    )
    ends = {"first": names[0], "last": names[-1]}
    return Trace(one=rows[0].one, two=rows[0].two, points=points, **ends)


def _height(row: Alignment) -> float:
    similarity = row.agreement.similarity or 0.0
    return round(HEIGHT / 2 - similarity * (HEIGHT / 2 - _EDGE), 1)
