"""Events by place, on a map of the world that the package brings."""

import math
import sqlite3
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec
from starlette.responses import Response

from dragoman.codebooks.tables import read_table
from dragoman.publishing.web.addresses import selection
from dragoman.publishing.web.asking import Asked
from dragoman.publishing.web.front import periods
from dragoman.publishing.web.naming import QUADS, quad_of
from dragoman.publishing.web.projection import HEIGHT, WIDTH, project
from dragoman.publishing.web.site import render
from dragoman.questions.conditions import on_acts
from dragoman.questions.events import occurrences
from dragoman.questions.overview import contents
from dragoman.questions.selection import EVERYTHING, Selection

_MOST = 250  # places that are drawn
_LARGEST = 15.0  # radius of the busiest place
_TOP_LEFT, _FOOT = (0, 6), 62  # where the sheet of the world begins; its empty ice
_MARGIN = 40  # units around the outermost places
_NARROWEST = 260  # units that are shown at least
_PLACES = """
    SELECT place, place_country, event_type, count(*), min(number) FROM act
    WHERE place IS NOT NULL AND {where} GROUP BY place, place_country, event_type
"""


class Land(msgspec.Struct, frozen=True, kw_only=True):
    """A state of the map; empty `id` where ISO has no code for it."""

    id: str
    name: str
    path: str
    source: str


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place with its events by quad; its point and size, none where it has no coordinates."""

    place: str
    country: str
    quads: dict[str, int]
    x: float | None
    y: float | None
    radius: float
    style: str

    @property
    def total(self) -> int:
        """All events of the place."""
        return sum(self.quads.values())


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """How large a unit of a drawing is there, against the whole sheet."""
        return round(self.width / WIDTH, 3)


def map_page(asked: Asked) -> Response:
    """The map, with the places as a table behind it."""
    chosen = selection(asked.connection, asked.filters)
    found = spots(asked.connection, chosen)
    by_state: Counter[str] = Counter()
    for spot in found:
        by_state[spot.country] += spot.total
    return render(
        asked.site,
        asked.request,
        "map.html",
        filters=asked.filters,
        periods=periods(contents(asked.connection).last),
        spots=found[:_MOST],
        more=max(0, len(found) - _MOST),
        lands=lands(),
        tints={code: _tint(number, max(by_state.values())) for code, number in by_state.items()},
        by_state=by_state,
        window=window(found[:_MOST]),
    )


def window(found: Sequence[Spot]) -> Window:
    """The part of the sheet that is shown: where the spots are, and something around them."""
    points = [(spot.x, spot.y) for spot in found if spot.x is not None and spot.y is not None]
    left, top, right, bottom = _TOP_LEFT[0], _TOP_LEFT[1], WIDTH, HEIGHT - _FOOT
    if not points:
        return Window(x=left, y=top, width=right - left, height=bottom - top)
    xs, ys = zip(*points, strict=True)
    shape = (right - left) / (bottom - top)
    wide, high = max(xs) - min(xs) + 2 * _MARGIN, max(ys) - min(ys) + 2 * _MARGIN
    width = min(max(wide, high * shape, _NARROWEST), right - left)
    height = width / shape
    x = (max(xs) + min(xs) - width) / 2
    y = (max(ys) + min(ys) - height) / 2
    return Window(
        x=round(min(max(x, left), right - width), 1),
        y=round(min(max(y, top), bottom - height), 1),
        width=round(width, 1),
        height=round(height, 1),
    )


@cache
def lands() -> tuple[Land, ...]:
    """The states of the world, as drawn by scripts/world_map.py."""
    return read_table(Path(__file__).parent / "data" / "world.csv", Land)


def spots(connection: sqlite3.Connection, chosen: Selection = EVERYTHING) -> list[Spot]:
    """Places by the number of their events."""
    condition = on_acts(chosen)
    quads: dict[tuple[str, str], Counter[str]] = {}
    firsts: dict[tuple[str, str], int] = {}
    query = _PLACES.format(where=condition.where)
    for place, country, kind, count, number in connection.execute(query, condition.values):
        key = (place, country or "")
        quads.setdefault(key, Counter())[quad_of(kind)] += count
        firsts.setdefault(key, number)
    order = sorted(quads, key=lambda key: (-quads[key].total(), key))
    points = _points(connection, {key: firsts[key] for key in order[:_MOST]})
    most = max((own.total() for own in quads.values()), default=1)
    return [_spot(key, quads[key], points.get(key), most) for key in order]


def _points(
    connection: sqlite3.Connection, firsts: dict[tuple[str, str], int]
) -> dict[tuple[str, str], tuple[float, float]]:
    found = {}
    for one in occurrences(connection, list(firsts.values())):
        place = one.event.place
        if place is not None and place.latitude is not None and place.longitude is not None:
            found[place.name, place.country or ""] = project(place.longitude, place.latitude)
    return found


def _spot(
    key: tuple[str, str], quads: Counter[str], point: tuple[float, float] | None, most: int
) -> Spot:
    leading = max(quads, key=lambda quad: (quads[quad], quad))
    return Spot(
        place=key[0],
        country=key[1],
        quads=dict(quads),
        x=round(point[0], 1) if point else None,
        y=round(point[1], 1) if point else None,
        radius=round(max(2.2, _LARGEST * math.sqrt(quads.total() / most)), 1),
        style=QUADS.get(leading, ("", ""))[0],
    )


def _tint(number: int, most: int) -> int:
    """A step from 1 to 4, on a scale of logarithms."""
    return 1 + min(3, int(4 * math.log1p(number) / math.log1p(most + 1)))
