"""Write the page's world map from the npm package world-atlas (Natural Earth, 1:110 million).

    npm pack world-atlas@2.0.2
    tar xzf world-atlas-2.0.2.tgz
    python scripts/world_map.py package/countries-110m.json

Each state becomes one SVG path in the projection of the page, in whole and half units of a sheet
1,000 wide. States are told by their ISO code; what has none there keeps its name only.
"""

import csv
import itertools
import json
import sys
from pathlib import Path
from typing import Any

import pycountry

from dragoman.codebooks.reference import states
from dragoman.publishing.web.projection import project

OUT = Path(__file__).parents[1] / "src/dragoman/publishing/web/data/world.csv"
HEAD = """\
# The states of the world as SVG paths; written by scripts/world_map.py.
# Source: Natural Earth 4.1, admin 0 countries, 1:110 million (public domain), in the TopoJSON of
# world-atlas 2.0.2, copyright 2013-2019 Michael Bostock (ISC licence, see NOTICE).
"""
HALF = 180  # degrees
FINEST = 1.2  # units of the sheet: an island below this size would not be seen
_CODES = {state.name: state.id for state in states()}  # of states to which ISO gives no number
Point = tuple[float, float]


def main(source: Path) -> None:
    """Read the topology and write the table."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_degrees(arc, topology["transform"]) for arc in topology["arcs"]]
    rows = [_row(shape, arcs) for shape in topology["objects"]["countries"]["geometries"]]
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        stream.write(HEAD)
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["id", "name", "path", "source"])
        writer.writerows(sorted(rows, key=lambda row: row[1]))


def _degrees(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """An arc's steps as longitudes and latitudes."""
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    steps = itertools.accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]])
    return [(x * scale_x + move_x, y * scale_y + move_y) for x, y in steps]


def _row(shape: dict[str, Any], arcs: list[list[Point]]) -> tuple[str, str, str, str]:
    name = shape["properties"]["name"]
    found = pycountry.countries.get(numeric=shape.get("id", ""))
    code = found.alpha_3 if found else _CODES.get(name, "")
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [_ring(ring, arcs) for polygon in polygons for ring in polygon]
    path = "".join(
        _path([project(*point) for point in part]) for ring in rings for part in _cut(ring)
    )
    return code, name, path, "Natural Earth"


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _cut(ring: list[Point]) -> list[list[Point]]:
    """A ring that crosses the 180th meridian in its parts on either side of it."""
    turned = [ring[0]]
    for longitude, latitude in ring[1:]:
        before = turned[-1][0]
        turned.append((longitude - 360 * round((longitude - before) / 360), latitude))
    if abs(turned[-1][0] - turned[0][0]) > HALF:  # around a pole: it stands as it is
        return [ring]
    longitudes = [longitude for longitude, _ in turned]
    if min(longitudes) >= -HALF and max(longitudes) <= HALF:
        return [turned]
    edge = HALF if max(longitudes) > HALF else -HALF
    inner = _side(turned, edge, 1 if edge < 0 else -1)
    outer = _side(turned, edge, -1 if edge < 0 else 1)
    return [inner, [(longitude - 2 * edge, latitude) for longitude, latitude in outer]]


def _side(ring: list[Point], edge: float, way: int) -> list[Point]:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman)."""
    found: list[Point] = []
    for one, two in itertools.pairwise([*ring, ring[0]]):
        if (one[0] - edge) * way >= 0:
            found.append(one)
        if (one[0] - edge) * (two[0] - edge) < 0:
            share = (edge - one[0]) / (two[0] - one[0])
            found.append((edge, one[1] + share * (two[1] - one[1])))
    return [*found, found[0]]


def _path(ring: list[Point]) -> str:
    """Relative steps, rounded so that the errors do not add up; empty for what is too small."""
    xs, ys = zip(*ring, strict=True)
    if max(max(xs) - min(xs), max(ys) - min(ys)) < FINEST:
        return ""
    at = [round(2 * value) for value in ring[0]]
    steps = []
    for point in ring[1:-1]:
        to = [round(2 * value) for value in point]
        if to != at:
            steps.append(f"{_half(to[0] - at[0])} {_half(to[1] - at[1])}")
        at = to
    start = [round(2 * value) for value in ring[0]]
    return f"M{_half(start[0])} {_half(start[1])}l{' '.join(steps)}z"


def _half(doubled: int) -> str:
    return f"{doubled / 2:g}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
