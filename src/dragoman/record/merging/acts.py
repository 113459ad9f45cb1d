"""Tellings to one act: what they agree on, narrowed; what they tell otherwise, side by side."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec

from dragoman.model import Event, Party, Place
from dragoman.record.merging.people import is_same
from dragoman.record.merging.tellings import Telling

T = TypeVar("T")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One of several things that are told of an act, and the ids of the lines that tell it so."""

    field: str
    value: str
    tellings: tuple[str, ...]


class PartyAt(msgspec.Struct, frozen=True):
    """A party of an act: its role there, and where it stands: line, role and place in that."""

    role: str
    line: int
    own_role: str
    place: int
    party: Party


def merged_event(tellings: Sequence[Telling]) -> Event:
    """The event line of an act: its first telling's, with what the others add.

    Days are those on which all dated tellings agree. What stands in another report keeps no span.
    """
    first = tellings[0].event
    if len(tellings) == 1:
        return first
    events = [telling.event for telling in tellings]
    dated = [event for event in events if event.date_start is not None]
    sides = merged_sides(tellings)
    return msgspec.structs.replace(
        first,
        event_mode=_commonest(event.event_mode for event in events),
        contexts=tuple(sorted({context for event in events for context in event.contexts})),
        actors=_parties(sides, "actor", first),
        recipients=_parties(sides, "recipient", first),
        date_start=max((event.date_start or "" for event in dated), default=None),
        date_end=min((event.date_end or "9" for event in dated), default=None),
        date_text=_narrowest(dated).date_text if dated else None,
        place=_place(events),
        modality=_commonest(event.modality for event in events) or first.modality,
        issues=tuple(dict.fromkeys(slug for event in events for slug in event.issues)),
        confidence=max(event.confidence for event in events),
    )


def merged_sides(tellings: Sequence[Telling]) -> list[PartyAt]:
    """Who takes part: the first telling's parties in their places, then those that others add.

    Where a later telling names the office-holder whom an earlier one leaves out, it speaks.
    """
    found: dict[str, PartyAt] = {}
    for telling in tellings:
        for role, parties in (
            ("actor", telling.event.actors),
            ("recipient", telling.event.recipients),
        ):
            for place, party in enumerate(parties):
                key = party.id or party.name
                at = PartyAt(role, telling.line, role, place, party)
                if telling is tellings[0]:
                    found[f"{role} {place}"] = at
                elif not any(_key(held) == key for held in found.values()):
                    found[key] = at
                else:
                    _speak_for(found, key, at)
    return list(found.values())


def differences(tellings: Sequence[Telling]) -> tuple[Difference, ...]:
    """What the tellings give otherwise: days, place, mode, who took part, figures."""
    found: list[Difference] = []
    for field, told in _TOLD.items():
        by_value: dict[str, list[str]] = {}
        for telling in tellings:
            for value in told(telling):
                by_value.setdefault(value, []).append(telling.event.id)
        if len(by_value) > 1:
            found += [
                Difference(field=field, value=value, tellings=tuple(ids))
                for value, ids in by_value.items()
            ]
    return tuple(found)


def act_day(event: Event, tellings: Sequence[Telling]) -> str:
    """The day under which an act stands."""
    return event.date_start or min(telling.published for telling in tellings)


def _days(telling: Telling) -> list[str]:
    start, end = telling.event.date_start, telling.event.date_end
    if start is None:
        return []
    return [start if end in {start, None} else f"{start}/{end}"]


def _figures(telling: Telling) -> list[str]:
    return sorted(telling.numbers)


# What may be told otherwise, and how a telling gives it.
_TOLD: dict[str, Callable[[Telling], list[str]]] = {
    "days": _days,
    "place": lambda telling: [telling.event.place.name] if telling.event.place else [],
    "mode": lambda telling: [telling.event.event_mode] if telling.event.event_mode else [],
    "parties": lambda telling: [" ".join(sorted(telling.sides))],
    "figures": _figures,
}


def _key(at: PartyAt) -> str:
    return at.party.id or at.party.name


def _speak_for(found: dict[str, PartyAt], key: str, at: PartyAt) -> None:
    """Put a named office-holder in the place of a party that has none."""
    if not at.party.person:
        return
    for place, held in found.items():
        if _key(held) == key and _fuller(at.party, held.party):
            found[place] = msgspec.structs.replace(at, role=held.role)
            return


def _fuller(one: Party, held: Party) -> bool:
    if held.person is None:
        return held.office in {None, one.office}
    same = is_same(one.person or "", held.person)
    return same and held.office is None and one.office is not None


def _parties(sides: Iterable[PartyAt], role: str, first: Event) -> tuple[Party, ...]:
    own = first.actors if role == "actor" else first.recipients
    return tuple(
        at.party if at.party in own else msgspec.structs.replace(at.party, span=None)
        for at in sides
        if at.role == role
    )


def _commonest(values: Iterable[T | None]) -> T | None:
    """The value given most often; of several, the first."""
    counts = Counter(value for value in values if value is not None)
    return next(iter(counts.most_common(1)), (None, 0))[0]


def _narrowest(events: list[Event]) -> Event:
    def width(event: Event) -> int:
        first = date.fromisoformat(event.date_start or "")
        return (date.fromisoformat(event.date_end or event.date_start or "") - first).days

    return min(events, key=lambda event: (width(event), event.date_text is None))


def _place(events: list[Event]) -> Place | None:
    """The place told most often, a town before the country around it."""
    places = [event.place for event in events if event.place is not None]
    towns = [place for place in places if place.geonames_id is not None]
    name = _commonest(place.name for place in towns or places)
    return next((place for place in towns or places if place.name == name), None)


def patch(event: Event, first: Event) -> dict[str, Any]:
    """The fields of `event` that its first telling has otherwise, as plain values."""
    plain = {name: getattr(event, name) for name in event.__struct_fields__}
    return {
        name: msgspec.to_builtins(value)
        for name, value in plain.items()
        if value != getattr(first, name)
    }
