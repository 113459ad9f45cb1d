"""A source's words to parties: who is behind `the minister`, `both countries`, `an aide`."""

from collections import Counter

import msgspec

from dragoman.model import Party, Span
from dragoman.parsing.document import Document
from dragoman.parsing.slots import conjuncts
from dragoman.resolution.identities import Identities, Mention

_CLAUSES = ("relcl", "acl", "appos")
MANY = 2  # more parties than this speak as one body, under the words that name them together


def parties_at(document: Document, identities: Identities, i: int) -> tuple[Party, ...]:
    """Parties behind the phrase that token `i` heads, its conjuncts too.

    A source that no one knows is a party without an id, named by its words.
    """
    found: list[Party] = []
    for head in conjuncts(document, i):
        mention = _mention(document, identities, head)
        known = _known(document, mention) if mention is not None else ()
        found.extend(known or (_unknown(document, head),))
    distinct = tuple({(party.id, party.name): party for party in found}.values())
    return distinct if len(distinct) <= MANY else (_together(document, i),)


def labelled(document: Document, identities: Identities, i: int) -> tuple[Party, ...]:
    """Whom a speaker's label names: `MR. KULEBA:` is Dmytro Kuleba, where the text names him.

    A title alone (`THE MINISTER:`) may be any side's, and is nobody that we know.
    """
    label = document.tokens[i].text.upper()
    named = [
        _named(party, mention, single=True)
        for mention in identities.mentions
        for party in mention.parties
        if party.person and party.person.split()[-1].upper() == label
    ]
    if not named:
        line = document.text.rfind("\n", 0, document.tokens[i].start) + 1
        words = document.words(line, document.tokens[i].end)
        return (Party(id="", name=" ".join(words.split())),)
    most = Counter(party.id for party in named).most_common(1)[0][0]
    return tuple(party for party in named if party.id == most)[:1]


def _mention(document: Document, identities: Identities, i: int) -> Mention | None:
    """The mention that a phrase heads or that stands beside it: `an aide, Ana Silva`."""
    beside = (identities.at(child.i) for child in document.children(i, "appos"))
    return next((mention for mention in (identities.at(i), *beside) if mention is not None), None)


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
    """A source by its words; clauses that describe it are left out."""
    clauses = {
        under for child in document.children(i, *_CLAUSES) for under in document.subtree(child.i)
    }
    words = [j for j in document.subtree(i) if j not in clauses]
    first, last = document.tokens[words[0]], document.tokens[words[-1]]
    return _party(document, Span(start=first.start, end=last.end))


def _together(document: Document, i: int) -> Party:
    return _party(document, document.span_of(i))


def _party(document: Document, span: Span) -> Party:
    name = " ".join(document.words(span.start, span.end).split())
    return Party(id="", name=name.strip(" ,;:-—–"), span=span)
