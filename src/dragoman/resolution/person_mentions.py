"""Where a report names people: resolution's persons, and further signs of a name.

People are called by their last word alone once they are known; organisations by their first or by
capitals. So a name of several words whose last word then stands alone is a person's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.codebooks.geography import place_words
from dragoman.codebooks.people import people
from dragoman.parsing.document import Document, Token
from dragoman.resolution.identities import Identities, Mention
from dragoman.resolution.place_names import entity_runs
from dragoman.resolution.places import PlaceMention

ACRONYM = 3  # capitals: a single word of so many is no name of a person
OFTEN = 2  # a last word that stands alone so often has a bearer
LONGEST_BEFORE = 3  # words of a name before its last
_NAME_TAGS = ("NNP", "NNPS")
_UNSURE = frozenset(("", "ORG", "PERSON", "GPE", "WORK_OF_ART", "NORP", "FAC", "PRODUCT"))


class PersonMention(msgspec.Struct, frozen=True, kw_only=True):
    """The words that name a person, and the party whom resolution takes that person for, if any."""

    start: int
    end: int
    name: str
    mention: Mention | None = None


def find_persons(
    document: Document, identities: Identities, places: Sequence[PlaceMention]
) -> tuple[PersonMention, ...]:
    """All names of people, titles left out, in order; names that are places are left out."""
    known: dict[tuple[int, int], Mention | None] = dict(_resolved(document, identities))
    others = {
        i for m in identities.mentions if m.kind == "organisation" for i in range(m.first, m.last)
    }
    place = {
        i
        for mention in places
        if _is_name(mention)
        for i in document.tokens_in(mention.start, mention.end)
    }
    kept = {span: known[span] for span in known if not _is_none(document, span, place)}
    taken = {i for span in kept for i in range(*span)} | place | others
    for span in (*_labelled(document), *_called_by_last(document, kept)):
        if not taken.intersection(range(*span)) and not _is_none(document, span, place):
            kept[span] = None
            taken.update(range(*span))
    articled = _with_article(document, kept)
    return tuple(
        _mention(document, span, kept[span])
        for span in sorted(kept)
        if document.tokens[span[1] - 1].text not in articled
    )


def _is_name(mention: PlaceMention) -> bool:
    return mention.form != "adjective" and mention.place.latitude is not None


def _resolved(
    document: Document, identities: Identities
) -> Iterator[tuple[tuple[int, int], Mention]]:
    for mention in identities.mentions:
        if mention.kind == "person":
            yield (mention.first, mention.last), mention
        elif mention.kind == "office" and len(mention.parties) == 1:
            words = (mention.parties[0].person or "").replace("-", " ").split()
            inside = range(mention.first, mention.last)
            named = [i for i in inside if document.tokens[i].text in words]
            if named:
                yield (named[0], named[-1] + 1), mention


def _is_none(document: Document, span: tuple[int, int], place: set[int]) -> bool:
    head = document.tokens[span[1] - 1]
    acronym = span[1] - span[0] == 1 and head.text.isupper() and len(head.text) >= ACRONYM
    return acronym or span[1] - 1 in place


def _labelled(document: Document) -> Iterator[tuple[int, int]]:
    for first, last in entity_runs(document):
        if document.tokens[first].entity == "PERSON" and document.tokens[first].text[0].isupper():
            yield first, last


def _called_by_last(
    document: Document, known: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """`Jane Doe won` and `Doe, meanwhile,`: stretches that end with somebody's last word."""
    alone = Counter(token.text for token in document.tokens if _stands_alone(document, token))
    last_words = {document.tokens[last - 1].text for first, last in known}
    for token in document.tokens:
        if not _may_be_name(token) or _goes_on(document, token):
            continue
        first = _first_of(document, token)
        bearer = any(
            _first_of(document, other) < other.i
            for other in document.tokens
            if other.text == token.text and _may_be_name(other)
        )
        if token.text in last_words or (bearer and alone[token.text] >= OFTEN):
            yield first, token.i + 1


def _may_be_name(token: Token) -> bool:
    words = place_words()
    return (
        token.text[0].isupper()
        and token.tag in (*_NAME_TAGS, "NN")
        and token.entity in _UNSURE
        and token.text.lower() not in (*words.bodies, *words.nouns_after)
        and not (token.text.isupper() and len(token.text) >= ACRONYM)
    )


def _goes_on(document: Document, token: Token) -> bool:
    after = document.tokens[token.i + 1 : token.i + 2]
    return bool(after) and after[0].tag in _NAME_TAGS and after[0].sentence == token.sentence


def _first_of(document: Document, token: Token) -> int:
    """Where the name that a token ends begins: capitalised words before it in the same label."""
    first = token.i
    while first > max(0, token.i - LONGEST_BEFORE):
        before = document.tokens[first - 1]
        if before.sentence != token.sentence or before.tag not in _NAME_TAGS:
            break
        if before.entity != token.entity or not before.text[0].isupper():
            break
        first -= 1
    return first


def _stands_alone(document: Document, token: Token) -> bool:
    return (
        _may_be_name(token)
        and token.dep in ("nsubj", "poss", "nsubjpass")
        and not _goes_on(document, token)
        and _first_of(document, token) == token.i
        and document.tokens[token.i - 1].tag not in ("DT", "JJ", "PRP$")
    )


def _with_article(document: Document, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Last words that mostly stand after `a`: nobody is `a Girl Scout` by name."""
    articles = place_words().articles[1:]
    all_, articled = Counter[str](), Counter[str]()
    for first, last in spans:
        word = document.tokens[last - 1].text
        after = document.tokens[last : last + 1]
        modifies = bool(after) and after[0].tag.startswith("NN")  # "a Trump tweet"
        before = document.tokens[max(0, first - 1) : first + 1]
        all_[word] += 1
        articled[word] += not modifies and any(token.text.lower() in articles for token in before)
    return frozenset(word for word in all_ if articled[word] * 2 >= all_[word])


def _mention(document: Document, span: tuple[int, int], mention: Mention | None) -> PersonMention:
    start, end = document.tokens[_opening(document, *span)].start, document.tokens[span[1] - 1].end
    return PersonMention(
        start=start, end=end, name=" ".join(document.text[start:end].split()), mention=mention
    )


def _opening(document: Document, first: int, last: int) -> int:
    """Where a name begins: after a title that is no part of it, before a joined particle."""
    tokens = document.tokens
    while first < last - 1 and tokens[first].text.lower() in place_words().person_nouns:
        first += 1
    joined = (
        first > 1 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start
    )
    if joined and f"{tokens[first - 2].text.lower()}-" in people().particles:
        return first - 2
    return first
