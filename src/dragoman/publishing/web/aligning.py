"""Who stands with whom, as a network and as a sorted matrix."""

import cmath
import itertools
import math
from collections.abc import Sequence

import msgspec
from starlette.responses import Response

from dragoman.publishing.web.addresses import selection
from dragoman.publishing.web.asking import Asked
from dragoman.publishing.web.drifting import PERIODS, period_of, traces
from dragoman.publishing.web.front import periods
from dragoman.publishing.web.site import render
from dragoman.questions.alignment import Alignment, alignment
from dragoman.questions.overview import contents

WIDTH, HEIGHT = 620, 500  # of the drawing
_ROUNDS = 150  # in which the points find their places
_EDGE = 46  # units that stay free around the drawing
_DIFFER, _AGREE = -0.25, 0.25  # similarities between which a pair is neither near nor far


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A party in the drawing; its size tells on how many common positions it rests."""

    code: str
    x: float
    y: float
    radius: float


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A stroke between two parties; its width tells on how many positions it rests."""

    style: str
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


def alignment_page(asked: Asked) -> Response:
    """The pairs of the filters' actors, or of the parties with the most positions."""
    chosen = selection(asked.connection, asked.filters)
    period = period_of(asked.filters)
    pairs = [pair for pair in alignment(asked.connection, chosen) if pair.agreement.n]
    order = sorted_parties(pairs)
    nodes = placed(pairs, order)
    return render(
        asked.site,
        asked.request,
        "alignment.html",
        filters=asked.filters,
        periods=periods(contents(asked.connection).last),
        pairs=pairs,
        order=order,
        by_pair={frozenset((pair.one, pair.two)): pair for pair in pairs},
        key=lambda one, two: frozenset((one, two)),
        nodes=nodes,
        links=_links(pairs, nodes),
        degree=degree,
        figure=figure,
        period=period,
        known_periods=PERIODS,
        traces=traces(asked.connection, chosen, pairs, period=period),
    )


def figure(value: float | None) -> str:
    """A similarity as the tables have it, a dash where there is none."""
    return "–" if value is None else f"{value:+.2f}".replace("-", "−")


def degree(similarity: float | None) -> int:
    """How far two agree in five steps: 1 wholly, 5 not at all."""
    if similarity is None:
        return 3
    return 1 + sum(similarity < bound for bound in (0.6, 0.2, -0.2, -0.6))


def sorted_parties(pairs: Sequence[Alignment]) -> list[str]:
    """Parties in an order that puts those who agree next to each other."""
    near = _similarities(pairs)
    left = sorted({party for pair in near for party in pair})
    if not left:
        return []
    order = [max(left, key=lambda party: (sum(near.get((party, o), 0) for o in left), party))]
    left.remove(order[0])
    while left:
        after = max(left, key=lambda party: (_pull(party, order, near), party))
        order.append(after)
        left.remove(after)
    return order


def _pull(party: str, order: list[str], near: dict[tuple[str, str], float]) -> float:
    """How near a party is to those placed last."""
    return sum(near.get((party, other), 0.0) * 0.5**back for back, other in enumerate(order[::-1]))


def _similarities(pairs: Sequence[Alignment]) -> dict[tuple[str, str], float]:
    found = {}
    for pair in pairs:
        value = pair.agreement.similarity or 0.0
        found[pair.one, pair.two] = found[pair.two, pair.one] = value
    return found


def placed(pairs: Sequence[Alignment], order: Sequence[str]) -> list[Node]:
    """Points on a sheet: who agrees is drawn together, who differs apart.

    A spring layout (Fruchterman and Reingold, 1991) from a circle in the sorted order, so that the
    same positions always give the same drawing.
    """
    near = _similarities(pairs)
    count = max(len(order), 1)
    at = [cmath.rect(1, 2 * math.pi * place / count) for place in range(len(order))]
    likings = [
        (one, two, near.get((order[one], order[two]), 0.0))
        for one, two in itertools.combinations(range(len(order)), 2)
    ]
    for step in range(_ROUNDS):
        heat = 0.12 * (1 - step / _ROUNDS)
        forces = _forces(at, likings)
        at = [place + _step(force, heat) for place, force in zip(at, forces, strict=True)]
    return _fitted(dict(zip(order, at, strict=True)), pairs)


def _forces(at: list[complex], likings: Sequence[tuple[int, int, float]]) -> list[complex]:
    """What moves each point: a pull to the middle, which keeps loose parts near, and all others."""
    ideal = 1.4 / math.sqrt(max(len(at), 1))
    forces = [-0.8 * place for place in at]
    for one, two, liking in likings:
        away = at[one] - at[two]
        distance = abs(away) or 1e-6
        push = ideal * ideal / distance * (1.2 - 0.6 * liking)
        pull = 0.35 * liking * distance * distance / ideal if liking > 0 else 0.0
        force = away / distance * (push - pull)
        forces[one] += force
        forces[two] -= force
    return forces


def _step(force: complex, heat: float) -> complex:
    size = abs(force) or 1e-6
    return force / size * min(size, heat)


def _fitted(at: dict[str, complex], pairs: Sequence[Alignment]) -> list[Node]:
    reach_x = max((abs(place.real) for place in at.values()), default=1) or 1
    reach_y = max((abs(place.imag) for place in at.values()), default=1) or 1
    across, down = WIDTH / 2, HEIGHT / 2
    return [
        Node(
            code=party,
            x=round(across + place.real / reach_x * (across - _EDGE), 1),
            y=round(down + place.imag / reach_y * (down - _EDGE), 1),
            radius=_radius(party, pairs),
        )
        for party, place in at.items()
    ]


def _radius(party: str, pairs: Sequence[Alignment]) -> float:
    weight = sum(pair.agreement.n for pair in pairs if party in {pair.one, pair.two})
    return round(min(4 + math.sqrt(weight), 18), 1)


def _links(pairs: Sequence[Alignment], nodes: Sequence[Node]) -> list[Link]:
    at = {node.code: node for node in nodes}
    found = []
    for pair in pairs:
        value = pair.agreement.similarity or 0.0
        if value <= _DIFFER or value >= _AGREE:
            one, two = at[pair.one], at[pair.two]
            found.append(
                Link(
                    style="agree" if value > 0 else "differ",
                    x1=one.x,
                    y1=one.y,
                    x2=two.x,
                    y2=two.y,
                    width=round(min(0.8 + math.sqrt(pair.agreement.n) * 0.5, 5), 1),
                )
            )
    return found
