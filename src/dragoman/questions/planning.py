"""Which way to the acts of a selection is short, by how many acts its parties have."""

import sqlite3
from collections.abc import Sequence

from dragoman.model import Modality
from dragoman.questions.conditions import Condition, Driver, marks, on_acts
from dragoman.questions.selection import Selection

_ALL = "SELECT sum(acts) FROM taking WHERE month = ''"


def plan(
    connection: sqlite3.Connection,
    selection: Selection,
    *,
    modalities: Sequence[Modality] = (),
    wanted: int | None = None,
) -> Condition:
    """The condition over `act`, for a query that reads `wanted` acts by day, or all of them.

    Of two groups of parties the rarer is listed. Where even that has so many acts that a page is
    full after a short walk through the days, none is: every act on the way is looked up.
    """
    groups: dict[Driver, tuple[str, ...]] = {"actors": selection.actors, "with_": selection.with_}
    counts = {name: _acts(connection, codes) for name, codes in groups.items() if codes}
    if not counts:
        return on_acts(selection, modalities=modalities)
    rarest = min(counts, key=lambda name: counts[name])
    if wanted is not None:
        everything = connection.execute(_ALL).fetchone()[0] or 0
        share = 1.0
        for count in counts.values():
            share *= count / max(everything, 1)
        if wanted < counts[rarest] * share:
            return on_acts(selection, modalities=modalities, driven_by=None)
    return on_acts(selection, modalities=modalities, driven_by=rarest)


def _acts(connection: sqlite3.Connection, codes: Sequence[str]) -> int:
    query = f"{_ALL} AND id IN ({marks(codes)})"
    return connection.execute(query, codes).fetchone()[0] or 0
