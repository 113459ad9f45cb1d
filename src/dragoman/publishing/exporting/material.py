"""What is exported: a record, a selection of its acts, and how they are taken."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from dragoman.model import Modality, Party, Report, Span
from dragoman.questions.events import Occurrence
from dragoman.questions.names import name_of
from dragoman.questions.selection import EVERYTHING, Selection
from dragoman.questions.streaming import stream_acts, stream_tellings
from dragoman.record.reading import report_by_id

RECENT = 256  # reports held in memory: acts of one day often stand in the same ones


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """The acts of a selection, or with `tellings` each line that tells one.

    `modalities` are taken where the selection names none: the form's own. `raw` leaves cells of
    tables unguarded against formulas.
    """

    connection: sqlite3.Connection
    selection: Selection = EVERYTHING
    modalities: Sequence[Modality] = ()
    tellings: bool = False
    raw: bool = False

    def acts(self) -> Iterator[Occurrence]:
        """What is exported, in its order; each call begins anew."""
        stream = stream_tellings if self.tellings else stream_acts
        return stream(self.connection, self.selection, modalities=self.modalities)


class Reports:
    """The reports of a record, the last ones read kept in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Read from an open record."""
        self._of = lru_cache(maxsize=RECENT)(lambda report_id: report_by_id(connection, report_id))

    def of(self, report_id: str) -> Report:
        """The report of this id."""
        return self._of(report_id)

    def words(self, report_id: str, span: Span | None) -> str:
        """What stands at a span of a report; empty where there is none."""
        return "" if span is None else self.of(report_id).text[span.start : span.end]


def known(parties: Sequence[Party]) -> list[Party]:
    """Parties that have a code: who is nobody known is in no network."""
    return [party for party in parties if party.id]


def body_of(party: Party) -> str:
    """The name of the state or organisation itself, not of who speaks for it."""
    name = name_of(party.id)
    unknown = name == party.id and party.person is None
    return party.name if unknown else name


def title(one: Occurrence) -> str:
    """An act in short: `CONSULT phone: Pakistan → Ukraine`."""
    event = one.event
    sides = [" and ".join(map(body_of, side)) for side in (event.actors, event.recipients)]
    kind = f"{event.event_type} {event.event_mode or ''}".strip()
    return f"{kind}: {' → '.join(filter(None, sides))}"
