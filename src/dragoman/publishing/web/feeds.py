"""Atom feeds: the newest events under any filters, so that a desk can subscribe to them."""

from xml.etree import ElementTree as ET

from starlette.responses import Response

from dragoman.publishing.phrases import codes, kind_of_event, sides
from dragoman.publishing.screen import visible
from dragoman.publishing.web.addresses import selection
from dragoman.publishing.web.asking import Asked
from dragoman.publishing.web.happenings import Happening, newest
from dragoman.publishing.web.site import tagged
from dragoman.questions.overview import contents
from dragoman.questions.stances import Standing, positions

_ATOM = "http://www.w3.org/2005/Atom"
_ENTRIES = 50
_EMPTY = "1970-01-01"  # when an empty record was last changed: Atom wants a day


def events_feed(asked: Asked) -> Response:
    """The newest events. An entry keeps its id, so that a reader shows it once."""
    chosen = selection(asked.connection, asked.filters)
    listed = newest(asked.connection, chosen, limit=asked.filters.limit or _ENTRIES)
    feed = _feed(asked, "Events", "/events")
    for one in listed:
        _event(feed, one, base=_base(asked))
    return _written(feed)


def positions_feed(asked: Asked) -> Response:
    """The positions that were told or changed last."""
    chosen = selection(asked.connection, asked.filters)
    held = positions(asked.connection, chosen, history=True)
    newest_first = sorted(held, key=lambda one: (one.since, one.position.id), reverse=True)
    feed = _feed(asked, "Positions", "/positions")
    for one in newest_first[: asked.filters.limit or _ENTRIES]:
        _position(feed, one, base=_base(asked))
    return _written(feed)


def _feed(asked: Asked, label: str, path: str) -> ET.Element:
    filters = ", ".join(f"{label} {value}" for _, label, value in asked.filters.named())
    name = asked.site.record.name
    feed = ET.Element("feed", xmlns=_ATOM)
    address = f"{_base(asked)}{path}"
    query = asked.filters.query(limit=0)
    _add(feed, "id", f"{address}.atom{query}")
    _add(feed, "title", f"{label} in {name}{f': {filters}' if filters else ''}")
    _add(feed, "updated", _moment(contents(asked.connection).last or _EMPTY))
    ET.SubElement(feed, "link", rel="self", href=f"{address}.atom{query}")
    ET.SubElement(feed, "link", rel="alternate", href=f"{address}{query}")
    ET.SubElement(ET.SubElement(feed, "author"), "name").text = "Dragoman"
    return feed


def _event(feed: ET.Element, one: Happening, *, base: str) -> None:
    entry = ET.SubElement(feed, "entry")
    event, told = one.event, one.telling
    _add(entry, "id", f"urn:dragoman:event:{event.id}")
    _add(entry, "title", f"{one.act.day} {kind_of_event(event)} {sides(event)}")
    _add(entry, "updated", _moment(told.published))
    ET.SubElement(entry, "link", rel="alternate", href=f"{base}/events/{event.id}")
    _add(entry, "summary", f"{told.said}: {told.before}“{told.words}”{told.after}")


def _position(feed: ET.Element, one: Standing, *, base: str) -> None:
    entry = ET.SubElement(feed, "entry")
    before = f" (before: {one.changed_from})" if one.changed_from else ""
    key = f"{one.holder.id}:{one.issue}:{one.since}"
    _add(entry, "id", f"urn:dragoman:position:{key}")
    _add(entry, "title", f"{codes([one.holder])} {one.stance} {one.issue}{before}")
    _add(entry, "updated", _moment(one.since))
    ET.SubElement(entry, "link", rel="alternate", href=f"{base}/lines/{one.position.id}")
    _add(entry, "summary", f"“{one.words}”")


def _add(parent: ET.Element, tag: str, text: str) -> None:
    """An element with its text; XML has no control characters, not even escaped ones."""
    ET.SubElement(parent, tag).text = visible(" ".join(text.split()))


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _base(asked: Asked) -> str:
    return str(asked.request.base_url).rstrip("/")


def _written(feed: ET.Element) -> Response:
    body = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return tagged(body, media_type="application/atom+xml; charset=utf-8")
