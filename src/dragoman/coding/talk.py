"""The talk that a report tells: what one side asks or praises in it is addressed to the other.

A readout tells of one talk and goes on with it. At a press conference, and where somebody speaks of
himself, the words go from one talk to another: only the sentence that tells of it is about it.
"""

import msgspec

from dragoman.codebooks.speech import speech
from dragoman.coding.roles import Filled
from dragoman.model import Party
from dragoman.parsing.document import Document
from dragoman.parsing.predicates import Predicate


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """Who took part in the talk last told, and in which sentence; `spoken` in a transcript."""

    spoken: bool
    sentence: int = -1
    parties: tuple[Party, ...] = ()

    def between(self, document: Document, found: Predicate, *sides: Filled) -> "Talk":
        """The talk that a predicate tells."""
        parties = {party.id: party for side in sides for party in side.parties}
        sentence = document.tokens[found.i].sentence
        return Talk(spoken=self.spoken, sentence=sentence, parties=tuple(parties.values()))

    def other_side(self, document: Document, found: Predicate, actors: Filled) -> tuple[Party, ...]:
        """To whom the actors' words go, if they are one party of the talk."""
        ids = {party.id for party in actors.parties}
        if len(ids) != 1 or ids.isdisjoint(party.id for party in self.parties):
            return ()
        own = all(document.tokens[i].text.lower() in speech().first_person for i in actors.tokens)
        if (self.spoken or own) and document.tokens[found.i].sentence != self.sentence:
            return ()
        return tuple(party for party in self.parties if party.id not in ids)
