"""Where tenures contradict each other: two people in one office on the same days."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

import msgspec

from dragoman.register.names import likeness
from dragoman.register.tenures import HELD, Tenure, order
from dragoman.register.titles import title_of

_OPEN = "9999"  # after every day


class Conflict(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="conflict"):
    """Two holders of an office that has one at a time, and the days on which both are told of.

    It may be a mistake in a report or its coding, a return to office, or a dispute in the world:
    both tenures stay in the register, and the question is the reader's.
    """

    first: Tenure
    second: Tenure
    since: str
    until: str


def conflicts(tenures: Iterable[Tenure]) -> list[Conflict]:
    """All pairs of tenures that overlap, by state, office and first common day."""
    offices: defaultdict[tuple[str, str, str | None], list[Tenure]] = defaultdict(list)
    for tenure in sorted(tenures, key=order):
        if tenure.status in HELD and title_of(tenure.office, tenure.country).unique:
            offices[tenure.country, tenure.office, tenure.post].append(tenure)
    pairs = (pair for held in offices.values() for pair in combinations(held, 2))
    found = (_conflict(a, b) for a, b in pairs if likeness(a.person, b.person) is None)
    return [conflict for conflict in found if conflict is not None]


def _conflict(a: Tenure, b: Tenure) -> Conflict | None:
    since, until = max(a.begin, b.begin), min(a.end or _OPEN, b.end or _OPEN)
    handed_over = since == until and {a.rung, b.rung} != {"learned"}  # one day of both
    if since > until or handed_over:
        return None
    return Conflict(first=a, second=b, since=since, until="" if until == _OPEN else until)
