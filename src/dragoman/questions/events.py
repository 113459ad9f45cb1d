"""What happened: events in the order of their days, tellings of one together."""

import sqlite3

import msgspec

from dragoman.model import Event, Modality, Party, Place
from dragoman.questions.narrowing import select
from dragoman.record.store import WORDS, fact_from


class Occurrence(msgspec.Struct, frozen=True, kw_only=True):
    """One event and its tellings; what stands here is the first telling's, `words` its evidence.

    Tellings are one where type, mode, modality, days and sides agree and no place contradicts.
    `day` is the event's first day, or the report's where the text gives none.
    """

    day: str
    date_start: str | None
    date_end: str | None
    event_type: str
    event_mode: str | None
    modality: Modality
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Place | None
    words: str
    tellings: tuple[Event, ...]


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """An event line with the words of its span and the day it stands under."""

    event: Event
    words: str
    day: str


def timeline(  # noqa: PLR0913 - each is a condition of its own
    connection: sqlite3.Connection,
    *,
    actor: str | None = None,
    with_: str | None = None,
    issue: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Occurrence]:
    """Events in which `actor` takes part, on either side, together with `with_`, by day.

    Parties are codes or names (`PAK`, `Pakistan`), days ISO dates, months or years, ends included;
    an event of several days is in where one of them is. Empty where nothing meets all conditions.

    Raises:
        UsageError: a party, the issue or a day is not known as such.
    """
    parties = tuple((name,) for name in (actor, with_) if name is not None)
    selection = select(
        connection, table="event", parties=parties, issue=issue, since=since, until=until
    )
    query = f"""
        SELECT line.json, {WORDS}, coalesce(event.date_start, report.published) AS day
        FROM event JOIN line ON line.number = event.line JOIN report ON report.number = line.report
        WHERE {selection.where} ORDER BY day, report.published, line.number
    """  # noqa: S608 - the conditions are ours, the values bound
    return gathered([_telling(*row) for row in connection.execute(query, selection.values)])


def gathered(tellings: list[Telling]) -> list[Occurrence]:
    """Tellings of one event together, each where its first one stands."""
    groups: dict[tuple[object, ...], list[list[Telling]]] = {}
    order: list[list[Telling]] = []
    for telling in tellings:
        peers = groups.setdefault(_likeness(telling.event), [])
        group = next((peer for peer in peers if _fits(telling.event, peer)), None)
        if group is None:
            group = []
            peers.append(group)
            order.append(group)
        group.append(telling)
    return [_occurrence(group) for group in order]


def _likeness(event: Event) -> tuple[object, ...]:
    undated = event.report_id if event.date_start is None else None
    return (
        event.event_type,
        event.event_mode,
        event.modality,
        event.date_start,
        event.date_end,
        undated,
        frozenset(party.id for party in event.actors),
        frozenset(party.id for party in event.recipients),
    )


def _fits(event: Event, group: list[Telling]) -> bool:
    if event.place is None:
        return True
    places = {telling.event.place.name for telling in group if telling.event.place is not None}
    return not places or event.place.name in places


def _telling(data: bytes, words: str, day: str) -> Telling:
    event = fact_from(data)
    assert isinstance(event, Event)  # noqa: S101 - table event refers to lines of this kind
    return Telling(event=event, words=words, day=day)


def _occurrence(group: list[Telling]) -> Occurrence:
    first = group[0].event
    places = (telling.event.place for telling in group)
    return Occurrence(
        day=group[0].day,
        date_start=first.date_start,
        date_end=first.date_end,
        event_type=first.event_type,
        event_mode=first.event_mode,
        modality=first.modality,
        actors=first.actors,
        recipients=first.recipients,
        place=next((place for place in places if place is not None), None),
        words=group[0].words,
        tellings=tuple(telling.event for telling in group),
    )
