"""Whether words name a place: signs for and against, each with its weight in places.toml.

Organisations and people bear places' names; the words around tell which it is. A candidate is a
place where the weights of its signs come to more than nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dragoman.codebooks.geography import place_words
from dragoman.codebooks.people import people
from dragoman.parsing.document import Document, Token
from dragoman.resolution.identities import Identities
from dragoman.resolution.place_names import Candidate, entity_runs

HUGE = 1_000_000  # people of a city that is rarely anything else
BIG = 100_000
_NAME_TAGS = ("NNP", "NNPS")
_GROUPS = {
    **dict.fromkeys(
        ("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"), "amount"
    ),
    **dict.fromkeys(("WORK_OF_ART", "EVENT", "LAW", "PRODUCT"), "work"),
    "": "none",
}


class Around(msgspec.Struct, frozen=True):
    """What the signs look at beyond the candidate itself."""

    document: Document
    runs: dict[int, tuple[int, int]]  # for each labelled token the stretch that bears its label
    person: frozenset[int]  # tokens of persons' names
    surnames: frozenset[str]  # words of persons' names of several words
    places: Counter[str]  # names that bear a place's label by themselves


def around(document: Document, identities: Identities, candidates: Iterable[Candidate]) -> Around:
    """Look through a document once."""
    runs = {i: run for run in entity_runs(document) for i in range(*run)}
    person = frozenset(_person_tokens(document, identities))
    labelled = (
        candidate.name
        for candidate in candidates
        if document.tokens[candidate.last - 1].entity in ("GPE", "LOC")
        and runs.get(candidate.first) == (candidate.first, candidate.last)
    )
    surnames = frozenset(_surnames(document, runs, person))
    return Around(document, runs, person, surnames, Counter(labelled))


def _person_tokens(document: Document, identities: Identities) -> Iterator[int]:
    for mention in identities.mentions:
        if mention.kind == "person":
            yield from range(mention.first, mention.last)
        elif mention.kind == "office" and len(mention.parties) == 1 and mention.parties[0].person:
            words = set(mention.parties[0].person.replace("-", " ").split())
            tokens = document.tokens[mention.first : mention.last]
            yield from (token.i for token in tokens if token.text in words)


def _surnames(
    document: Document, runs: dict[int, tuple[int, int]], person: frozenset[int]
) -> Iterator[str]:
    for first, last in set(runs.values()):
        if last - first > 1 and document.tokens[first].entity == "PERSON":
            yield from (token.text for token in document.tokens[first:last])
    yield from (document.tokens[i].text for i in person if {i - 1, i + 1} & person)


def is_place(view: Around, candidate: Candidate, *, held: bool) -> bool:
    """Whether the signs speak for a place; `held`: a greater place follows that holds it."""
    weights = place_words().weights
    return sum(weights.get(sign, 0.0) for sign in signs(view, candidate, held=held)) > 0


def signs(view: Around, candidate: Candidate, *, held: bool) -> Sequence[str]:
    """The signs that a candidate shows, by name."""
    label = list(_label_signs(view, candidate))
    found = ["always", f"kind {_kind(candidate)}", *label]
    found.extend(_person_signs(view, candidate))
    found.extend(_signs_before(view, candidate))
    found.extend(_signs_after(view, candidate))
    if view.document.tokens[candidate.last - 1].tag not in (*_NAME_TAGS, "JJ"):
        found.append("no name's tag")
    if held:
        found.append("held")
    if view.places[candidate.name] > (label[0] == "whole label GPE"):
        found.append("place elsewhere")
    return found


def _kind(candidate: Candidate) -> str:
    if candidate.form != "name":
        capitals = candidate.form == "unknown" and candidate.name.isupper()
        return "unknown capitals" if capitals else candidate.form
    if not candidate.whole:
        return "joined"
    if candidate.name in place_words().no_places:
        return "no place"
    spot = candidate.spots[0]
    if spot.kind != "city" or spot.seat:
        return "seat" if spot.seat else spot.kind
    size = "huge" if spot.people > HUGE else "big" if spot.people > BIG else "small"
    return f"{size} city"


def _label_signs(view: Around, candidate: Candidate) -> Iterator[str]:
    label = view.document.tokens[candidate.last - 1].entity
    first, last = view.runs.get(candidate.last - 1, (candidate.first, candidate.last))
    opens = first >= candidate.first - 1  # an article may stand before it
    whole = opens and last <= candidate.last
    yield f"{'whole' if whole else 'part'} label {_GROUPS.get(label, label)}"
    if not whole and candidate.form == "name":
        yield "opens the part" if opens else "inside the part"


def _person_signs(view: Around, candidate: Candidate) -> Iterator[str]:
    before, after = beside(view.document, candidate)
    head = view.document.tokens[candidate.last - 1]
    if view.person.intersection(range(candidate.first, candidate.last)):
        yield "person"
    if view.person & {candidate.first - 1, candidate.last}:
        yield "beside a person's name"
    if candidate.last - candidate.first == 1 and head.text in view.surnames:
        yield "a person's word"
    if before and before.text.lower() in _titles():
        yield "after a title"
    if after and after.lemma in place_words().speech and head.dep in ("nsubj", "ROOT"):
        yield "says"


def _titles() -> tuple[str, ...]:
    return (*people().honorifics, *people().ranks, *place_words().person_nouns)


def _signs_before(view: Around, candidate: Candidate) -> Iterator[str]:
    words, tokens = place_words(), view.document.tokens
    before, _ = beside(view.document, candidate)
    if before and before.text.lower() in words.articles:
        before = tokens[before.i - 1] if before.i else None
    if before is None:
        return
    word = before.text.lower()
    if word in words.prepositions:
        yield f"after {word}"
    elif word in words.locative:
        yield "locative"
    elif before.i and word == words.of and tokens[before.i - 1].text.lower() in words.nouns_before:
        yield "noun before"
    if before.text[0].isupper() and before.tag in _NAME_TAGS:
        yield "name before"


def _signs_after(view: Around, candidate: Candidate) -> Iterator[str]:
    _, after = beside(view.document, candidate)
    if after is None:
        return
    if after.tag == "POS":
        yield "possessive"
    elif after.text[0].isupper():
        yield "body after" if after.text.lower() in place_words().bodies else "capital after"


def beside(document: Document, candidate: Candidate) -> tuple[Token | None, Token | None]:
    """The tokens before and after a candidate in its sentence."""
    sentence = document.sentence_of(candidate.first)
    before = document.tokens[candidate.first - 1] if candidate.first > sentence.first else None
    after = document.tokens[candidate.last] if candidate.last < sentence.last else None
    return before, after
