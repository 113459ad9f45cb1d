"""Talks told in a report: words told beside them were spoken in them.

`The ministers held a telephone conversation and stressed …` tells a channel and an audience for
what follows; the talks in a report's first sentences do so for its later ones.
"""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.codebooks.speech import speech
from dragoman.coding.sources import parties_at
from dragoman.model import Channel, Party
from dragoman.parsing.attribution import Attribution
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate, predicate
from dragoman.resolution.identities import Identities

_LEAD = 2  # sentences in which a report of talks tells of them


class Conversation(msgspec.Struct, frozen=True):
    """Talks in a sentence, over what channel, and who took part."""

    sentence: int
    channel: Channel
    parties: tuple[Party, ...]

    def others(self, speaker: Party) -> tuple[Party, ...]:
        """Who took part beside the speaker."""
        return tuple(party for party in self.parties if not _is_one(party, speaker))


def conversations(document: Document, identities: Identities) -> tuple[Conversation, ...]:
    """Talks that a document tells of, in order."""
    return tuple(_told(document, identities))


def _told(document: Document, identities: Identities) -> Iterator[Conversation]:
    book = speech().holding
    for token in document.tokens:
        if not token.is_verb or token.lemma not in book.verbs:
            continue
        found = predicate(document, token.i)
        channel = _channel(document, token, found)
        if channel is None:
            continue
        heads = [*found.slots.get("subject", ()), *_partners(document, found)]
        parties = [p for i in dict.fromkeys(heads) for p in parties_at(document, identities, i)]
        known = tuple(dict.fromkeys(party for party in parties if party.id))
        if len(known) > 1:
            yield Conversation(token.sentence, channel, known)


def _channel(document: Document, verb: Token, found: Predicate) -> Channel | None:
    book = speech().holding
    under = {document.tokens[i].lemma for i in document.subtree(verb.i)}
    objects = {document.tokens[i].lemma for i in found.slots.get("object", ())}
    partners = any(slot in found.slots for slot in book.partners)
    if not partners or not (objects & book.talks or verb.lemma in book.phone or not objects):
        meets = verb.lemma == "meet" and bool(objects)
        return "meeting" if meets else None
    return "phone" if under & book.phone or verb.lemma in book.phone else "meeting"


def _partners(document: Document, found: Predicate) -> list[int]:
    book = speech().holding
    heads = [i for slot in book.partners for i in found.slots.get(slot, ())]
    nouns = [i for i in heads if document.tokens[i].lemma in book.talks]
    beside = [
        target for noun in nouns for target in predicate(document, noun).slots.get("with", ())
    ]
    return [i for i in [*heads, *beside] if i not in nouns]


def conversation_of(
    document: Document, talks: Sequence[Conversation], attribution: Attribution, speaker: Party
) -> Conversation | None:
    """The talks in which the words were spoken: told in the same sentence, or in the lead."""
    if attribution.quote == "direct" or attribution.channel is not None or attribution.frame:
        return None
    sentence = document.tokens[attribution.cue].sentence
    near = [talk for talk in talks if talk.sentence == sentence]
    lead = [talk for talk in talks if talk.sentence < min(sentence, _LEAD)]
    for talk in [*near, *lead]:
        if any(_is_one(party, speaker) for party in talk.parties):
            return talk
    return None


def _is_one(party: Party, speaker: Party) -> bool:
    return (party.id, party.person) == (speaker.id, speaker.person)
