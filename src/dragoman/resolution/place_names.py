"""Words that may name a place: what the gazetteer has, and what the parser takes for one."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from dragoman.codebooks.geography import place_words
from dragoman.parsing.document import Document, Token
from dragoman.resolution.forms import proper_names
from dragoman.resolution.gazetteer import Spot, fold, gazetteer, named

LONGEST = 8  # tokens of a name
SHORTEST_CAPITALS = 4  # letters: shorter capitals are acronyms
_BODIES = frozenset(("organisation", "institution"))
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))


Form = Literal["name", "adjective", "short", "unknown"]


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens `first` to `last` (excluded) that may name a place, and which.

    `form` says what the words are: a name, an adjective, a short form, or unknown to us.
    """

    first: int
    last: int
    form: Form
    name: str
    spots: tuple[Spot, ...]
    whole: bool = True  # false where a place noun was joined: the spots only lend their country


def candidates(document: Document) -> list[Candidate]:
    """All candidates in order, none in another."""
    bodies = _bodies(document) | _labels(document)
    known = [found for found in _known(document) if not _is_body(found, bodies)]
    taken = bodies | {i for candidate in known for i in range(candidate.first, candidate.last)}
    found = [_with_noun(document, candidate) for candidate in known]
    found.extend(_unknown(document, taken))
    return sorted(found, key=lambda candidate: candidate.first)


def _bodies(document: Document) -> set[int]:
    """Tokens of organisations that we know by name; states' names within them are none."""
    return {
        i
        for hit in proper_names().find(document.text)
        if all(reading.kind in _BODIES for reading in hit.payload)
        for i in document.tokens_in(hit.start, hit.end)
    }


def _labels(document: Document) -> set[int]:
    """The names of a transcript's speakers, each before its turns: `MITCHELL:`."""
    labels = [
        token.i
        for token, after in pairwise(document.tokens)
        if token.text.isupper() and after.text == ":"
    ]
    counted = Counter(document.tokens[i].text for i in labels)
    return {i for i in labels if counted[document.tokens[i].text] > 1}


def _is_body(found: Candidate, bodies: set[int]) -> bool:
    """Our own places may bear an organisation's name ("Kurdistan"), cities of GeoNames may not."""
    known = found.form != "name" or found.spots[0].kind != "city"
    return not known and bodies.issuperset(range(found.first, found.last))


def _known(document: Document) -> Iterator[Candidate]:
    i = 0
    while i < len(document.tokens):
        found = _longest_at(document, i)
        if found is not None:
            yield found
        i = found.last if found is not None else i + 1


def _longest_at(document: Document, i: int) -> Candidate | None:
    token = document.tokens[i]
    if not (token.text[0].isupper() or token.text in gazetteer().openings):
        return None
    end = min(i + LONGEST, document.sentences[token.sentence].last)
    for last in range(end, i, -1):
        words = fold(document.text[token.start : document.tokens[last - 1].end])
        form, spots = look_up(words)
        if spots and (form != "short" or _follows_town(document, i, words)):
            return Candidate(first=i, last=last, form=form, name=words, spots=spots)
    return None


def _follows_town(document: Document, i: int, words: str) -> bool:
    """`Dallas, TX`; with its points a short form is itself: `a Ky. senator`."""
    return "." in words or (i > 1 and document.tokens[i - 1].text == ",")


def look_up(words: str) -> tuple[Form, tuple[Spot, ...]]:
    """What folded words are a form of, and the places; unknown ones have none."""
    known = gazetteer()
    pointed = f"{words}."  # its last point may end the sentence
    words = pointed if pointed in known.names and words not in known.names else words
    if words in known.names:
        return "name", named(words)
    if words in known.adjectives:
        return "adjective", known.adjectives[words]
    if words in known.short:
        return "short", known.short[words]
    if words.isupper() and len(words) >= SHORTEST_CAPITALS:
        title = words.title()
        own = (spot for spot in named(title) if fold(spot.name) == title)
        return "name", tuple(own)
    return "unknown", ()


def _with_noun(document: Document, candidate: Candidate) -> Candidate:
    """`Orange County` is no part of the city of Orange."""
    after = document.tokens[candidate.last : candidate.last + 1]
    if candidate.form != "name" or not after or not after[0].text[0].isupper():
        return candidate
    if (
        after[0].text.lower() not in place_words().nouns_after
        or after[0].sentence != document.tokens[candidate.first].sentence
    ):
        return candidate
    name = f"{candidate.name} {after[0].text}"
    return msgspec.structs.replace(candidate, last=candidate.last + 1, name=name, whole=False)


def _unknown(document: Document, taken: set[int]) -> Iterator[Candidate]:
    """Runs of one place label that hold no known name."""
    for first, last in entity_runs(document):
        if document.tokens[first].entity not in PLACE_LABELS:
            continue
        if taken.intersection(range(first, last)):
            continue
        start = first + (document.tokens[first].text.lower() == "the")
        if start < last:
            words = fold(
                document.text[document.tokens[start].start : document.tokens[last - 1].end]
            )
            yield Candidate(first=start, last=last, form="unknown", name=words, spots=())


def entity_runs(document: Document) -> Iterator[tuple[int, int]]:
    """Stretches of tokens of one sentence with the same label."""
    i = 0
    tokens = document.tokens
    while i < len(tokens):
        last = i + 1
        while last < len(tokens) and _same_run(tokens[i], tokens[last]):
            last += 1
        if tokens[i].entity:
            yield i, last
        i = last


def _same_run(a: Token, b: Token) -> bool:
    return a.entity == b.entity and a.sentence == b.sentence
