"""How many independent sources tell an act: papers that print one wire are one source."""

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Protocol

import msgspec

from dragoman.codebooks.merging import agencies
from dragoman.record.merging.clusters import blocks
from dragoman.record.merging.words import is_copy

_SIGNED = re.compile(r"\(([A-Z][\w .-]{1,40})\)|^([A-Z][\w .-]{1,40}?)(?:\s*[-–—/]\s|$)")


class Told(Protocol):
    """What is told, of an act or a statement, in one report: its line, its outlet, its sentence."""

    @property
    def line(self) -> int:
        """Its number."""
        ...

    @property
    def report_id(self) -> str:
        """The id of the report."""
        ...

    @property
    def outlet(self) -> str | None:
        """Whose report it is, where that is known."""
        ...

    @property
    def passage(self) -> str:
        """The sentence in which it is told."""
        ...


class Corroboration(msgspec.Struct, frozen=True, kw_only=True):
    """Who tells an act or carries a statement.

    `sources` are groups of reports (ids), each of which is one source.
    """

    independent: int
    outlets: tuple[str, ...]
    sources: tuple[tuple[str, ...], ...]
    chains: tuple[str, ...]


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says of where it comes from."""

    head: str
    foot: str
    dateline: str | None


def corroborate(
    tellings: Sequence[Told], credit_of: dict[str, Credit], chains: dict[int, str]
) -> Corroboration:
    """Group the tellings' reports into independent sources.

    Reports are one source where outlet or agency is the same, or the sentence is copied.
    `credit_of` is by report id, `chains` (through whom the words came) by line.
    """
    places = range(len(tellings))
    signed = [_agency(telling, credit_of.get(telling.report_id)) for telling in tellings]
    edges = [
        (a, b)
        for a, b in combinations(places, 2)
        if _one_source(tellings[a], tellings[b], signed[a], signed[b])
    ]
    groups = [
        tuple(dict.fromkeys(tellings[place].report_id for place in group))
        for group in blocks(places, edges)
    ]
    return Corroboration(
        independent=len(groups),
        outlets=tuple(dict.fromkeys(t.outlet for t in tellings if t.outlet)),
        sources=tuple(groups),
        chains=tuple(dict.fromkeys(chains[t.line] for t in tellings if t.line in chains)),
    )


def _one_source(one: Told, other: Told, signed: str | None, with_: str | None) -> bool:
    if one.report_id == other.report_id:
        return True
    if one.outlet is not None and one.outlet == other.outlet:
        return True
    return (signed is not None and signed == with_) or is_copy(one.passage, other.passage)


def _agency(telling: Told, credit: Credit | None) -> str | None:
    """The news agency that signs a report: as its outlet, in the dateline, at head or foot."""
    if telling.outlet and telling.outlet.casefold() in agencies():
        return telling.outlet.casefold()
    if credit is None:
        return None
    for text in (credit.dateline or "", credit.head, credit.foot):
        for match in _SIGNED.finditer(text):
            name = (match[1] or match[2]).strip().casefold()
            if name in agencies():
                return name
    return None
