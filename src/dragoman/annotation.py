"""Layers alone: times, places, people and quotations of reports, with offsets into their texts.

For users who want one of them without the record. The lines have the fields that data sets of each
kind commonly have, so that their scorers read them.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import Literal

import msgspec

from dragoman.coding.quotes import Quote, find_quotes
from dragoman.engines import in_order
from dragoman.errors import Refusal, UsageError
from dragoman.model import Report
from dragoman.parsing.attribution import attributions, speakers
from dragoman.parsing.document import Document
from dragoman.parsing.parser import load, parse
from dragoman.resolution.actors import resolve
from dragoman.resolution.dates import find_dates
from dragoman.resolution.gazetteer import alpha2
from dragoman.resolution.identities import Identities
from dragoman.resolution.person_mentions import PersonMention, find_persons
from dragoman.resolution.places import PlaceMention, find_places

LAYERS = ("times", "places", "people", "quotes")


class Timex(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time, as TIMEX3 has it."""

    start: int
    end: int
    type: str
    value: str


class Toponym(msgspec.Struct, frozen=True, kw_only=True):
    """A place's name; `country` is ISO 3166-1 alpha-2, `lat` and `lon` are degrees."""

    start: int
    end: int
    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None


class PersonName(msgspec.Struct, frozen=True, kw_only=True):
    """A person's name where it stands; `title` is the fullest form of it in the report.

    `country` is the ISO 3166-1 alpha-3 code of the state, or the organisation's code, that the
    person acts for.
    """

    start: int
    end: int
    title: str
    office: str | None
    country: str | None
    type: Literal["person"] = "person"


class Annotated(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document's layers; one that was not asked for is absent."""

    id: str
    timexes: tuple[Timex, ...] | msgspec.UnsetType = msgspec.UNSET
    places: tuple[Toponym, ...] | msgspec.UnsetType = msgspec.UNSET
    mentions: tuple[PersonName, ...] | msgspec.UnsetType = msgspec.UNSET
    quotes: tuple[Quote, ...] | msgspec.UnsetType = msgspec.UNSET


def annotate(
    items: Iterable[Report | Refusal], *, layers: Collection[str] = LAYERS, jobs: int = 1
) -> Iterator[Annotated | Refusal]:
    """Annotate reports in a stream, in their order; what intake refused passes through.

    Args:
        items: Reports, whose texts the offsets count the characters of.
        layers: Some of `LAYERS`. Times alone need no parser and take a hundredth of the time.
        jobs: Processes to share the work; the result is the same for any number.

    Raises:
        UsageError: a layer is unknown.
        ModelError: the language model is missing or is not the one we know.
    """
    unknown = [layer for layer in layers if layer not in LAYERS]
    if unknown:
        known = f"{', '.join(LAYERS)}; and stance, relation, each alone"
        raise UsageError(f"layer {', '.join(unknown)}: there are {known}")
    wanted = frozenset(layers)
    if wanted == {"times"}:
        return in_order(_times_alone, items, jobs=jobs)
    load()  # before any fork, so that the processes share the model
    return in_order(partial(_annotate_batch, layers=wanted), items, jobs=jobs)


def _times_alone(items: list[Report | Refusal]) -> list[Annotated | Refusal]:
    return [
        item if isinstance(item, Refusal) else Annotated(id=item.id, timexes=_timexes(item))
        for item in items
    ]


def _annotate_batch(
    items: list[Report | Refusal], *, layers: frozenset[str]
) -> list[Annotated | Refusal]:
    return [item if isinstance(item, Refusal) else _guarded(item, layers) for item in parse(items)]


def _guarded(document: Document, layers: frozenset[str]) -> Annotated | Refusal:
    """One report that breaks a layer must not take the run with it."""
    try:
        return annotate_document(document, layers=layers)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told and the run goes on
        return Refusal(
            source=document.report.url or document.report.id,
            code="not_annotated",
            message=f"a fault of ours: {type(error).__name__}: {error}",
            remedy="send us the report",
        )


def annotate_document(document: Document, *, layers: Collection[str] = LAYERS) -> Annotated:
    """The layers of one parsed report."""
    attributed = attributions(document)
    identities = resolve(document, speakers=speakers(attributed, document))
    places = find_places(document, identities) if {"places", "people"} & {*layers} else ()
    unset = msgspec.UNSET
    return Annotated(
        id=document.report.id,
        timexes=_timexes(document.report) if "times" in layers else unset,
        places=tuple(_toponym(mention) for mention in places) if "places" in layers else unset,
        mentions=_people(document, identities, places) if "people" in layers else unset,
        quotes=find_quotes(document, identities, attributed) if "quotes" in layers else unset,
    )


def _timexes(report: Report) -> tuple[Timex, ...]:
    return tuple(
        Timex(start=found.start, end=found.end, type=found.type, value=found.value)
        for found in find_dates(report.text, report.published)
    )


def _toponym(mention: PlaceMention) -> Toponym:
    place = mention.place
    return Toponym(
        start=mention.start,
        end=mention.end,
        name=place.name,
        country=alpha2().get(place.country or ""),
        lat=place.latitude,
        lon=place.longitude,
        geonameid=place.geonames_id,
    )


def _people(
    document: Document, identities: Identities, places: tuple[PlaceMention, ...]
) -> tuple[PersonName, ...]:
    return tuple(_person(found) for found in find_persons(document, identities, places))


def _person(found: PersonMention) -> PersonName:
    parties = found.mention.parties if found.mention is not None else ()
    party = parties[0] if len(parties) == 1 else None
    return PersonName(
        start=found.start,
        end=found.end,
        title=(party.person if party else None) or found.name,
        office=party.office if party else None,
        country=(party.id or None) if party else None,
    )
