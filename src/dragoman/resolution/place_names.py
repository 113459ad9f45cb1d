"""Words that may name a place: what the gazetteer has, and what the parser takes for one."""

from collections.abc import Iterator

import msgspec

from dragoman.codebooks.geography import place_words
from dragoman.parsing.document import Document, Token
from dragoman.resolution.gazetteer import Spot, fold, gazetteer

LONGEST = 8  # tokens of a name
SHORTEST_CAPITALS = 4  # letters: shorter capitals are acronyms
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens `first` to `last` (excluded) that may name a place, and which.

    `form` says what the words are: a name, an adjective, a short form, or unknown to us.
    """

    first: int
    last: int
    form: str
    name: str
    spots: tuple[Spot, ...]
    whole: bool = True  # false where a place noun was joined: the spots only lend their country


def candidates(document: Document) -> list[Candidate]:
    """All candidates in order, none in another."""
    known = list(_known(document))
    taken = {i for candidate in known for i in range(candidate.first, candidate.last)}
    found = [_with_noun(document, candidate) for candidate in known]
    found.extend(_unknown(document, taken))
    return sorted(found, key=lambda candidate: candidate.first)


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
        if spots:
            return Candidate(first=i, last=last, form=form, name=words, spots=spots)
    return None


def look_up(words: str) -> tuple[str, tuple[Spot, ...]]:
    """What folded words are a form of, and the places."""
    known = gazetteer()
    for form, table in (
        ("name", known.names),
        ("adjective", known.adjectives),
        ("short", known.short),
    ):
        if words in table:
            return form, table[words]
    if words.isupper() and len(words) >= SHORTEST_CAPITALS:
        return "name", known.names.get(words.title(), ())
    return "", ()


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
