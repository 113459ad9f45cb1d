"""How many independent sources tell an act: papers that print one wire are one source."""

import re
from collections.abc import Sequence
from itertools import combinations

import msgspec

from dragoman.codebooks.merging import agencies
from dragoman.record.merging.clusters import blocks
from dragoman.record.merging.tellings import Telling
from dragoman.record.merging.words import is_copy

_SIGNED = re.compile(r"\(([A-Z][\w .-]{1,40})\)|^([A-Z][\w .-]{1,40}?)(?:\s*[-–—/]\s|$)")


class Corroboration(msgspec.Struct, frozen=True, kw_only=True):
    """Who tells an act; `sources` are groups of reports (ids), each of which is one source."""

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
    tellings: Sequence[Telling], credit_of: dict[str, Credit], chains: dict[int, str]
) -> Corroboration:
    """Group the tellings' reports into independent sources.

    Reports are one source where outlet or agency is the same, or the sentence is copied.
    `credit_of` is by report id, `chains` (through whom the words came) by line.
    """
    places = range(len(tellings))
    signed = [_agency(telling, credit_of.get(telling.event.report_id)) for telling in tellings]
    edges = [
        (a, b)
        for a, b in combinations(places, 2)
        if _one_source(tellings[a], tellings[b], signed[a], signed[b])
    ]
    groups = [
        tuple(dict.fromkeys(tellings[place].event.report_id for place in group))
        for group in blocks(places, edges)
    ]
    return Corroboration(
        independent=len(groups),
        outlets=tuple(dict.fromkeys(t.outlet for t in tellings if t.outlet)),
        sources=tuple(groups),
        chains=tuple(dict.fromkeys(chains[t.line] for t in tellings if t.line in chains)),
    )


def _one_source(one: Telling, other: Telling, signed: str | None, with_: str | None) -> bool:
    if one.event.report_id == other.event.report_id:
        return True
    if one.outlet is not None and one.outlet == other.outlet:
        return True
    return (signed is not None and signed == with_) or is_copy(one.passage, other.passage)


def _agency(telling: Telling, credit: Credit | None) -> str | None:
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
