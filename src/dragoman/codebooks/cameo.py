"""From PLOVER to CAMEO, for exports to those who know the older codes."""

from functools import cache

import msgspec

from dragoman.codebooks.tables import HOUSE, read_table
from dragoman.model import Event

_FACTS = ("asserted", "historical")


class CameoRow(msgspec.Struct, frozen=True, kw_only=True):
    """A CAMEO code and the events that have it; see the head of `cameo.csv`.

    `goldstein` is from -10 (conflict) to 10 (cooperation), `quad` GDELT's class from 1 to 4.
    """

    event_type: str
    event_mode: str | None
    modality: str | None
    context: str | None
    words: tuple[str, ...]
    cameo: str
    name: str
    quad: int
    goldstein: float
    source: str

    @property
    def root(self) -> str:
        """The first two digits, which name one of CAMEO's twenty classes."""
        return self.cameo[:2]


def cameo_of(event: Event) -> CameoRow | None:
    """The best single code of an event; None where CAMEO has none.

    CAMEO tells what happened, and what is intended: acts denied, supposed or rumoured have no code,
    and neither have types of a user's own.
    """
    held = [row for row in _by_type().get(event.event_type, ()) if _holds(row, event)]
    return max(held, key=_demand, default=None)  # of several the first


@cache
def cameo_rows() -> tuple[CameoRow, ...]:
    """The whole crosswalk, in its order."""
    return read_table(HOUSE / "cameo.csv", CameoRow)


@cache
def _by_type() -> dict[str, list[CameoRow]]:
    found: dict[str, list[CameoRow]] = {}
    for row in cameo_rows():
        found.setdefault(row.event_type, []).append(row)
    return found


def _holds(row: CameoRow, event: Event) -> bool:
    told = event.modality in _FACTS if row.modality is None else event.modality == row.modality
    return (
        told
        and row.event_mode in (None, event.event_mode)
        and (row.context is None or row.context in event.contexts)
        and (not row.words or not set(row.words).isdisjoint(event.trigger.lower().split()))
    )


def _demand(row: CameoRow) -> int:
    return sum(bool(one) for one in (row.event_mode, row.modality, row.context, row.words))
