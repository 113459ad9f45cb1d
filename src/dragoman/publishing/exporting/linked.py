"""Acts and reports as JSON-LD in the words of schema.org: one document, one graph."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from dragoman.model import Event, Party, Place, Report
from dragoman.publishing.exporting.identifiers import act_id, party_id, person_id, report_id
from dragoman.publishing.exporting.material import Material, Reports, body_of, known, title
from dragoman.questions.events import Occurrence

CONTEXT = "https://schema.org"
_STATUS = {
    "asserted": "CompletedActionStatus",
    "historical": "CompletedActionStatus",
    "future": "PotentialActionStatus",
}

Node = dict[str, Any]


def write_linked(material: Material, stream: BinaryIO) -> None:
    """Write each act as an Event that is an Action, too; each report once, as a NewsArticle."""
    stream.write(f'{{"@context":"{CONTEXT}","@graph":['.encode())
    between = b"\n"
    for node in _nodes(material):
        stream.write(between + msgspec.json.encode(node))
        between = b",\n"
    stream.write(b"\n]}\n")


def _nodes(material: Material) -> Iterator[Node]:
    reports = Reports(material.connection)
    written: set[str] = set()
    for one in material.acts():
        for own_id in one.reports:
            if own_id not in written:
                written.add(own_id)
                yield _article(reports.of(own_id))
        yield _event(one)


def _article(report: Report) -> Node:
    return _node(
        report_id(report.id),
        "NewsArticle",
        headline=report.title,
        datePublished=report.published,
        publisher=_name("Organization", report.outlet),
        inLanguage=report.language,
        url=report.url,
        identifier=report.id,
    )


def _event(one: Occurrence) -> Node:
    event = one.event
    status = _STATUS.get(event.modality)
    return _node(
        act_id(event.id),
        ["Event", "Action"],
        name=title(one),
        description=one.words,
        startDate=event.date_start,
        endDate=event.date_end,
        location=_place(event.place),
        agent=[_who(party) for party in known(event.actors)],
        participant=[_who(party) for party in known(event.recipients)],
        actionStatus=None if status is None else f"{CONTEXT}/{status}",
        keywords=_keywords(event),
        subjectOf=[{"@id": _urn(report_id(own_id))} for own_id in one.reports],
        identifier=event.id,
    )


def _who(party: Party) -> Node:
    is_state = party.id == party.country
    body = _node(party_id(party), "Country" if is_state else "Organization", name=body_of(party))
    body |= {"identifier": party.id}
    if party.person is None:
        return body
    return _node(
        person_id(party), "Person", name=party.person, jobTitle=party.office, affiliation=body
    )


def _place(place: Place | None) -> Node | None:
    if place is None:
        return None
    node: Node = {"@type": "Place", "name": place.name}
    if place.country:
        node["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    if place.latitude is not None and place.longitude is not None:
        node["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
    return node


def _keywords(event: Event) -> list[str]:
    told: Iterable[str | None] = (event.event_type, event.event_mode, *event.issues)
    return [word for word in told if word]


def _name(kind: str, name: str | None) -> Node | None:
    return {"@type": kind, "name": name} if name else None


def _node(own_id: str, kind: str | list[str], **properties: Any) -> Node:  # noqa: ANN401 - values of JSON
    kept = {name: value for name, value in properties.items() if value not in (None, [])}
    return {"@type": kind, "@id": _urn(own_id)} | kept


def _urn(own_id: str) -> str:
    return f"urn:dragoman:{own_id}"
