"""Where each line comes from, as PROV-JSON (W3C): report → coding → event line → act, and reviews.

One document, each section written as it is found: memory does not grow with the lines.
"""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

import msgspec

from dragoman.publishing.exporting.material import Material, Reports, title
from dragoman.publishing.exporting.reviews import Reviewed, reviewed
from dragoman.questions.events import Occurrence
from dragoman.questions.streaming import stream_tellings

PREFIXES = {"dragoman": "urn:dragoman:"}

Pair = tuple[str, dict[str, Any]]


class _Source(msgspec.Struct, frozen=True):
    material: Material
    reports: Reports
    reviewed: Reviewed

    def lines(self) -> Iterator[Occurrence]:
        material = self.material
        yield from stream_tellings(
            material.connection, material.selection, modalities=material.modalities
        )


def write_provenance(material: Material, stream: BinaryIO) -> None:
    """Write the document; each section is a pass over the lines."""
    source = _Source(material, Reports(material.connection), reviewed(material.connection))
    stream.write(b'{"prefix":' + msgspec.json.encode(PREFIXES))
    for name, pairs in _SECTIONS.items():
        stream.write(f',\n"{name}":{{'.encode())
        between, written = b"\n", set[str]()
        for own_id, attributes in pairs(source):
            if own_id not in written:
                written.add(own_id)
                encoded = msgspec.json.encode(own_id) + b":" + msgspec.json.encode(attributes)
                stream.write(between + encoded)
                between = b",\n"
        stream.write(b"\n}")
    stream.write(b"\n}\n")


def _entities(source: _Source) -> Iterator[Pair]:
    for line in source.lines():
        event = line.event
        report = source.reports.of(event.report_id)
        yield (
            _name("report", report.id),
            _told(
                type="report",
                label=report.title,
                published=report.published,
                outlet=report.outlet,
                url=report.url,
            ),
        )
        yield (
            _name("line", event.id),
            _told(
                type="event",
                label=title(line),
                words=line.words,
                span=f"{event.span.start}-{event.span.end}",
                modality=event.modality,
                reason=event.reason,
            ),
        )
        for revision in source.reviewed.get(event.id, ()):
            label = f"as it was before review {revision.number}"
            yield _name("coded", str(revision.number)), _told(type="event", label=label)
    if not source.material.tellings:
        for act in source.material.acts():
            yield _name("act", act.event.id), _told(type="act", label=title(act), day=act.day)


def _activities(source: _Source) -> Iterator[Pair]:
    for line in source.lines():
        yield _name("coding", line.event.report_id), _told(type="coding")
        for revision in source.reviewed.get(line.event.id, ()):
            times = {"prov:startTime": revision.at, "prov:endTime": revision.at}
            told = _told(type="review", verdict=revision.verdict, reason=revision.reason)
            yield _name("review", str(revision.number)), times | told
    if not source.material.tellings:
        yield _name("merging", "all"), _told(type="merging")


def _agents(source: _Source) -> Iterator[Pair]:
    for line in source.lines():
        report = source.reports.of(line.event.report_id)
        coder = report.coder or "unknown"
        yield _name("coder", coder), {"prov:type": "prov:SoftwareAgent", "prov:label": coder}
        if report.outlet:
            named = {"prov:type": "prov:Organization", "prov:label": report.outlet}
            yield _name("outlet", report.outlet), named
        for revision in source.reviewed.get(line.event.id, ()):
            named = {"prov:type": "prov:Person", "prov:label": revision.who}
            yield _name("person", revision.who), named


def _generated(source: _Source) -> Iterator[Pair]:
    for line in source.lines():
        event = line.event
        changed = [one for one in source.reviewed.get(event.id, ()) if one.verdict == "amended"]
        maker = (
            _name("review", str(changed[-1].number))
            if changed
            else _name("coding", event.report_id)
        )
        yield _relation(entity=_name("line", event.id), activity=maker)
    if not source.material.tellings:
        for act in source.material.acts():
            yield _relation(entity=_name("act", act.event.id), activity=_name("merging", "all"))


def _used(source: _Source) -> Iterator[Pair]:
    for line in source.lines():
        report_id = line.event.report_id
        yield _relation(activity=_name("coding", report_id), entity=_name("report", report_id))
        for revision in source.reviewed.get(line.event.id, ()):
            number = str(revision.number)
            yield _relation(activity=_name("review", number), entity=_name("coded", number))


def _derived(source: _Source) -> Iterator[Pair]:
    for line in source.lines():
        own = _name("line", line.event.id)
        yield _relation(generatedEntity=own, usedEntity=_name("report", line.event.report_id))
        for revision in source.reviewed.get(line.event.id, ()):
            before = _name("coded", str(revision.number))
            own_id, pair = _relation(generatedEntity=own, usedEntity=before)
            yield own_id, pair | {"prov:type": "prov:Revision"}
    if not source.material.tellings:
        for act in source.material.acts():
            for telling, why in zip(act.tellings, act.why, strict=True):
                ends = {"generatedEntity": _name("act", act.event.id)}
                own_id, pair = _relation(**ends, usedEntity=_name("line", telling))
                yield own_id, pair | ({"dragoman:why": why} if why else {})


def _associated(source: _Source) -> Iterator[Pair]:
    for line in source.lines():
        report = source.reports.of(line.event.report_id)
        coder = _name("coder", report.coder or "unknown")
        yield _relation(activity=_name("coding", report.id), agent=coder)
        for revision in source.reviewed.get(line.event.id, ()):
            activity = _name("review", str(revision.number))
            yield _relation(activity=activity, agent=_name("person", revision.who))


def _attributed(source: _Source) -> Iterator[Pair]:
    for line in source.lines():
        report = source.reports.of(line.event.report_id)
        if report.outlet:
            agent = _name("outlet", report.outlet)
            yield _relation(entity=_name("report", report.id), agent=agent)


_SECTIONS: dict[str, Callable[[_Source], Iterator[Pair]]] = {
    "entity": _entities,
    "activity": _activities,
    "agent": _agents,
    "wasGeneratedBy": _generated,
    "used": _used,
    "wasDerivedFrom": _derived,
    "wasAssociatedWith": _associated,
    "wasAttributedTo": _attributed,
}


def _name(kind: str, own: str) -> str:
    """A qualified name; what a name may not hold is escaped."""
    return f"dragoman:{kind}-{quote(own, safe='')}"


def _relation(**ends: str) -> Pair:
    """A relation, named by its ends: the same one is written once."""
    named = {f"prov:{end}": name for end, name in ends.items()}
    short = "-".join(name.removeprefix("dragoman:") for name in ends.values())
    return f"_:{short}", named


def _told(*, type: str, label: str | None = None, **own: str | None) -> dict[str, str]:  # noqa: A002 - PROV's word
    told = {"prov:type": f"dragoman:{type}", "prov:label": label}
    told |= {f"dragoman:{name}": value for name, value in own.items()}
    return {name: value for name, value in told.items() if value}
