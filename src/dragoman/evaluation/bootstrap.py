"""How far a figure would move with other reports: an interval by drawing them anew."""

import hashlib
from collections.abc import Sequence

from dragoman.evaluation.scoring import Comparison

DRAWS = 2000  # sets of reports that are drawn; the ends move by some thousandths with other ones
WIDTH = 4  # bytes of a digest that choose one report
LEVEL = 0.95

Counts = tuple[int, int, int]  # found, missed, spurious


def f1_interval(comparisons: Sequence[Comparison]) -> tuple[float, float]:
    """The ends between which F1 lies in 95 of 100 sets of as many reports, drawn from these.

    Reports are drawn, not units: what stands in one report is right or wrong together.
    """
    counts = [(len(c.found), len(c.missed), len(c.spurious)) for c in comparisons]
    if not counts:
        return 0.0, 0.0
    drawn = sorted(_f1(_drawn(counts, number)) for number in range(DRAWS))
    left_out = (1 - LEVEL) / 2
    return drawn[int(left_out * DRAWS)], drawn[int((1 - left_out) * DRAWS) - 1]


def _drawn(counts: Sequence[Counts], number: int) -> list[Counts]:
    """As many with repetition, chosen by a digest of the draw's number: each run draws the same."""
    digest = hashlib.shake_128(str(number).encode()).digest(WIDTH * len(counts))
    places = range(0, len(digest), WIDTH)
    return [counts[int.from_bytes(digest[at : at + WIDTH]) % len(counts)] for at in places]


def _f1(counts: Sequence[Counts]) -> float:
    found = sum(count[0] for count in counts)
    wrong = sum(count[1] + count[2] for count in counts)
    return 2 * found / max(1, 2 * found + wrong)
