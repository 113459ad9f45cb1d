"""Who says `we` in a joint statement: the parties that its opening or its title names."""

from collections import Counter
from collections.abc import Iterable, Mapping

from dragoman.codebooks.anaphora import anaphora
from dragoman.model import Party, Span
from dragoman.parsing.document import Document
from dragoman.resolution.forms import proper_names
from dragoman.resolution.identities import Mention
from dragoman.resolution.names import settle
from dragoman.resolution.parties import owner_party

OPENING = 2  # sentences that may name those who speak
LEAST = 2
_NOTHING: Counter[str] = Counter()


def is_joint(document: Document) -> bool:
    """Whether the title says that several made the statement."""
    title = (document.report.title or "").lower().replace("’", "'")
    words = anaphora().titles
    joint = any(word in title.split() for word in words.jointly)
    return joint and any(word in title for word in words.statements)


def makers(
    document: Document, mentions: Iterable[Mention], listed: Mapping[int, tuple[Mention, ...]]
) -> tuple[Party, ...]:
    """The parties of the first list in the opening, else those of the title; none if one only."""
    for mention in sorted(mentions, key=lambda mention: mention.first):
        if document.tokens[mention.first].sentence >= OPENING:
            break
        several = listed.get(mention.first, (mention,))
        parties = tuple(party for each in several for party in each.parties if party.id)
        if len({party.id for party in parties}) >= LEAST:
            return parties
    return titled(document)


def titled(document: Document) -> tuple[Party, ...]:
    """The parties that the title of the report names, where they are several."""
    found = [
        settle(hit.payload, _NOTHING, day=document.report.published)
        for hit in proper_names().find(document.report.title or "")
    ]
    kinds = ("state", "organisation")
    ids = dict.fromkeys(
        readings[0].id
        for readings in found
        if readings and readings[0].kind in kinds and len({each.id for each in readings}) == 1
    )
    span = Span(start=0, end=0)
    return tuple(owner_party(each, span) for each in ids) if len(ids) >= LEAST else ()
