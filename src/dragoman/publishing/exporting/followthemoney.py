"""Acts as entities of FollowTheMoney, one JSON object a line, as Aleph and OpenSanctions read them.

An act is an Event, beside it a Call where it was one by telephone; who takes part are Persons and
Organizations with Positions, Occupancies and Memberships; each report is an Article, and a
Documentation joins it to what it tells. Each entity is written once.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from dragoman.codebooks.state_codes import alpha2_of
from dragoman.model import Event, Party, Report, line_id
from dragoman.publishing.exporting.identifiers import (
    act_id,
    party_id,
    person_id,
    post_id,
    report_id,
)
from dragoman.publishing.exporting.material import Material, Reports, body_of, known, title
from dragoman.questions.events import Occurrence

PHONE = "phone"  # PLOVER's mode of an act that is a call

Entity = dict[str, Any]
Values = Iterable[str | None] | str | None


def write_entities(material: Material, stream: BinaryIO) -> None:
    """Write the entities of all acts, each once, those first to which others refer."""
    reports = Reports(material.connection)
    written: set[str] = set()
    for one in material.acts():
        for entity in entities_of(one, reports):
            if entity["id"] not in written:
                written.add(entity["id"])
                stream.write(msgspec.json.encode(entity) + b"\n")


def entities_of(one: Occurrence, reports: Reports) -> Iterator[Entity]:
    """The entities of one act, in an order in which nothing refers to what comes later."""
    event = one.event
    told = [reports.of(own_id) for own_id in one.reports]
    parties = known((*event.actors, *event.recipients))
    yield from map(_article, told)
    for party in parties:
        yield from _of_party(party, told[0])
    yield _event(one, parties, told)
    if event.event_mode == PHONE:
        yield _call(event, told)
    for report in told:
        yield _documentation(one, report)


def _article(report: Report) -> Entity:
    return _entity(
        report_id(report.id),
        "Article",
        title=report.title,
        fileName=report.title or report.id,
        bodyText=report.text,
        publishedAt=report.published,
        publisher=report.outlet,
        sourceUrl=report.url,
    )


def _of_party(party: Party, report: Report) -> Iterator[Entity]:
    body = party_id(party)
    is_state = party.id == party.country
    yield _entity(
        body,
        "PublicBody" if is_state else "Organization",
        name=body_of(party),
        country=alpha2_of(party.country),
        sector=party.sector if not is_state else None,
    )
    if party.person is None:
        return
    yield _entity(person_id(party), "Person", name=party.person, position=party.office)
    yield _entity(
        line_id("membership", person_id(party), body),
        "Membership",
        member=person_id(party),
        organization=body,
        role=party.office,
        date=report.published,
        proof=report_id(report.id),
    )
    if party.office is not None:
        yield from _of_office(party, report)


def _of_office(party: Party, report: Report) -> Iterator[Entity]:
    yield _entity(
        post_id(party),
        "Position",
        name=f"{party.office}, {body_of(party)}",
        country=alpha2_of(party.country),
        organization=party_id(party),
    )
    yield _entity(
        line_id("occupancy", person_id(party), post_id(party)),
        "Occupancy",
        holder=person_id(party),
        post=post_id(party),
        date=report.published,
        proof=report_id(report.id),
    )


def _event(one: Occurrence, parties: list[Party], reports: list[Report]) -> Entity:
    event = one.event
    place = event.place
    return _entity(
        act_id(event.id),
        "Event",
        name=title(one),
        summary=one.words,
        startDate=event.date_start,
        endDate=event.date_end,
        location=None if place is None else place.name,
        country=None if place is None else alpha2_of(place.country),
        involved=[*map(party_id, parties), *(person_id(p) for p in parties if p.person)],
        keywords=[event.event_type, event.event_mode, event.modality, *event.issues],
        proof=[report_id(report.id) for report in reports],
        sourceUrl=[report.url for report in reports],
        recordId=event.id,
    )


def _call(event: Event, reports: list[Report]) -> Entity:
    """Where the report does not tell who called, all are callers."""
    return _entity(
        f"call-{event.id}",
        "Call",
        caller=map(_who, known(event.actors)),
        receiver=map(_who, known(event.recipients)),
        startDate=event.date_start,
        endDate=event.date_end,
        proof=[report_id(report.id) for report in reports],
        recordId=event.id,
    )


def _documentation(one: Occurrence, report: Report) -> Entity:
    return _entity(
        line_id("documentation", one.event.id, report.id),
        "Documentation",
        document=report_id(report.id),
        entity=act_id(one.event.id),
        date=report.published,
        role="telling",
    )


def _who(party: Party) -> str:
    return person_id(party) if party.person else party_id(party)


def _entity(own_id: str, schema: str, **properties: Values) -> Entity:
    """An entity whose properties have lists of values; those without any are left out."""
    listed = {name: _listed(values) for name, values in properties.items()}
    kept = {name: values for name, values in listed.items() if values}
    return {"id": own_id, "schema": schema, "properties": kept}


def _listed(values: Values) -> list[str]:
    if values is None or isinstance(values, str):
        return [values] if values else []
    return list(dict.fromkeys(value for value in values if value))
