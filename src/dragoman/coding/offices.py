"""Office lines: who is seen in which office."""

from dragoman.model import Office, line_id
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities


def offices(document: Document, identities: Identities) -> tuple[Office, ...]:
    """One line a person and office, from its first sight in the report."""
    report = document.report
    seen: dict[tuple[str, str | None, str, str], Office] = {}
    for found in identities.offices:
        key = (found.person, found.country, found.office, found.status)
        seen.setdefault(
            key,
            Office(
                id=line_id(report.id, "office", *key, found.span.start),
                report_id=report.id,
                span=found.span,
                person=found.person,
                country=found.country,
                office=found.office,
                post=found.post,
                status=found.status,
                seen=report.published,
            ),
        )
    return tuple(seen.values())
