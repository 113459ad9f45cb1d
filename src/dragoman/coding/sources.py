"""A source's words to parties: who is behind `the minister`, `both countries`, `an aide`."""

import msgspec

from dragoman.model import Party, Span
from dragoman.parsing.document import Document
from dragoman.parsing.predicates import conjuncts
from dragoman.resolution.identities import Identities, Mention

MANY = 3  # more parties than this speak as one body, under the words that name them together


def parties_at(document: Document, identities: Identities, i: int) -> tuple[Party, ...]:
    """Parties behind the phrase that token `i` heads, its conjuncts too.

    A source that no one knows is a party without an id, named by its words.
    """
    found: list[Party] = []
    for head in conjuncts(document, i):
        mention = identities.at(head)
        known = _known(document, mention) if mention is not None else ()
        found.extend(known or (_unknown(document, head),))
    distinct = tuple({(party.id, party.name): party for party in found}.values())
    return distinct if len(distinct) <= MANY else (_together(document, i),)


def _known(document: Document, mention: Mention) -> tuple[Party, ...]:
    if not mention.parties and mention.kind != "pronoun":
        start, end = document.tokens[mention.first].start, document.tokens[mention.last - 1].end
        return (Party(id="", name=mention.name, span=Span(start=start, end=end)),)
    single = len(mention.parties) == 1
    return tuple(_named(party, mention, single=single) for party in mention.parties)


def _named(party: Party, mention: Mention, *, single: bool) -> Party:
    """A speaker is called by his name, an institution by its own, a state by the state's."""
    if party.person:
        return msgspec.structs.replace(party, name=party.person)
    if single and mention.kind in ("institution", "organisation", "office"):
        return msgspec.structs.replace(party, name=mention.name)
    return party


def _unknown(document: Document, i: int) -> Party:
    span = document.span_of(i)
    return Party(id="", name=_name(document, span), span=span)


def _together(document: Document, i: int) -> Party:
    span = document.span_of(i)
    return Party(id="", name=_name(document, span), span=span)


def _name(document: Document, span: Span) -> str:
    return " ".join(document.words(span.start, span.end).split())
