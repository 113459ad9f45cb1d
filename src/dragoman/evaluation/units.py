"""Hand-coded reports as types; docs/evaluation.md tells how to code one by hand."""

from pathlib import Path

import msgspec

from dragoman.errors import IntakeError
from dragoman.model import Channel, Modality, QuoteKind, Stance, Tone


class EventUnit(msgspec.Struct, frozen=True, kw_only=True):
    """An act; `types` and `modes` list all that would be right, `date` the first and last day."""

    anchor: str
    types: tuple[str, ...]
    modes: tuple[str | None, ...] = ()
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    date: tuple[str, str] | None = None
    modality: Modality
    place: str | None = None
    required: bool = True


class PositionUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A stance; `issues` lists all that would be right. In a comparison it has one holder."""

    anchor: str
    holders: tuple[str, ...]
    issues: tuple[str, ...]
    stance: Stance
    required: bool = True


class StatementUnit(msgspec.Struct, frozen=True, kw_only=True):
    """Attributed words; `chain` names the sources, outermost first, the speaker last."""

    anchor: str
    chain: tuple[str, ...]
    channel: Channel | None = None
    addressee: str | None = None
    quote: QuoteKind
    required: bool = True


class OfficeUnit(msgspec.Struct, frozen=True, kw_only=True):
    """An office-holder as the text supports it; it has no anchor."""

    person: str
    country: str | None
    office: str
    anchor: str = ""
    required: bool = True


class TieUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A described relation between two parties."""

    anchor: str
    parties: tuple[str, ...]
    tone: Tone
    required: bool = True


Unit = EventUnit | PositionUnit | StatementUnit | OfficeUnit | TieUnit


class HandCoded(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a careful coder reads it."""

    report: str
    published: str
    text: str
    events: tuple[EventUnit, ...] = ()
    positions: tuple[PositionUnit, ...] = ()
    statements: tuple[StatementUnit, ...] = ()
    offices: tuple[OfficeUnit, ...] = ()
    ties: tuple[TieUnit, ...] = ()

    @property
    def units(self) -> dict[str, list[Unit]]:
        """The units of each kind of line; a position is one unit a holder."""
        held = [_held_by(unit, holder) for unit in self.positions for holder in unit.holders]
        return {
            "event": list(self.events),
            "position": list(held),
            "statement": list(self.statements),
            "tie": list(self.ties),
            "office": list(self.offices),
        }


def read(path: Path) -> list[HandCoded]:
    """Hand-coded reports, one JSON object a line.

    Raises:
        IntakeError: a line breaks the format, or an anchor does not occur exactly once.
    """
    reports = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            report = msgspec.json.decode(line, type=HandCoded)
        except msgspec.DecodeError as error:
            raise IntakeError(f"{path}: line {number}: {error}") from None
        for anchor in _loose_anchors(report):
            raise IntakeError(f"{path}: line {number}: {anchor!r} must occur once in the text")
        reports.append(report)
    return reports


def _held_by(unit: PositionUnit, holder: str) -> PositionUnit:
    return msgspec.structs.replace(unit, holders=(holder,))


def _loose_anchors(report: HandCoded) -> list[str]:
    """Anchors that say no single place in the text."""
    anchors = [unit.anchor for units in report.units.values() for unit in units if unit.anchor]
    return [anchor for anchor in anchors if report.text.count(anchor) != 1]
