"""Noun phrases that may be a party, and how far each reaches."""

import functools
from collections.abc import Iterator

from dragoman.codebooks.reference import institution_nouns, offices
from dragoman.model import Span
from dragoman.parsing.document import Document, Token

_NAMES = frozenset(("GPE", "NORP", "ORG", "PERSON"))
_AMOUNTS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"))
_TIMES = ("DATE", "TIME")
_PRONOUNS = ("PRP", "PRP$", "WP", "WDT")
# What hangs on a noun and is no part of its phrase: clauses, and what the parser could not place.
_APART = frozenset(("relcl", "acl", "advcl", "ccomp", "xcomp", "nsubj", "aux", "mark", "dep"))
_LISTING = ("conj", "cc")
_SHARING = ("between",)
_BEFORE = ("npadvmod", "advmod")  # of the phrase only where they stand before the noun
_ATTRIBUTIVE = ("amod", "compound")


def nominals(document: Document) -> Iterator[int]:
    """Heads of noun phrases that may be a party: no pronouns, amounts or days."""
    for token in document.tokens:
        plain = token.is_nominal and token.tag not in _PRONOUNS and token.dep != "compound"
        if plain and token.entity not in _AMOUNTS:
            yield token.i


def is_named(document: Document, i: int) -> bool:
    """Whether a noun or what stands within its phrase is a name: `the Kenyan navy`."""
    tokens = (document.tokens[j] for j in _under(document, i, together=False, short=True))
    return any(token.pos == "PROPN" or token.entity in _NAMES for token in tokens)


def inside(document: Document, i: int) -> frozenset[int]:
    """The tokens of a phrase, its prepositions with it, lists and clauses without."""
    return frozenset(_joined(document, i, _under(document, i, together=False)))


def reach_of(document: Document, i: int, *, together: bool = False) -> Span:
    """A phrase as a reader would mark it; `together` with those who are listed with it."""
    found = _joined(document, i, _under(document, i, together=together))
    return Span(
        start=document.tokens[found[0]].start, end=document.tokens[_closed(document, found)].end
    )


def holder(document: Document, i: int, *, other: int) -> int:
    """The phrase by which a party is told: a body or office-holder, `the parliament of {Chad}`.

    It is the party itself where there is none, or where the phrase would hold the other side.
    """
    token = document.tokens[i]
    over = document.tokens[token.head]
    if token.dep == "pobj" and over.head != over.i:
        over = document.tokens[over.head]
    same = token.dep == "appos"  # `the mayor, {Ana Vula}`
    body = token.dep in ("pobj", "poss") and over.lemma.lower() in _bodies()
    if not (same or body) or other in inside(document, over.i):
        return i
    return holder(document, over.i, other=other)


@functools.cache
def _bodies() -> frozenset[str]:
    """The nouns of bodies, groups and offices, one word each."""
    bodies = (form for noun in institution_nouns() for form in noun.forms)
    titles = (form for office in offices() for form in office.forms)
    return frozenset(form.split()[-1] for form in (*bodies, *titles))


def _under(document: Document, i: int, *, together: bool, short: bool = False) -> list[int]:
    """Tokens under a noun, in order; `short` without apposition, and prepositions but `of`."""
    found, queue = [], [i]
    while queue:
        current = queue.pop()
        found.append(current)
        for child in document.children(current):
            listed = child.dep in _LISTING and not (together or _is_shared(document, current))
            other = short and _is_added(child)
            if not listed and not other and _belongs(document, child, current):
                queue.append(child.i)
    return sorted(found)


def _is_shared(document: Document, i: int) -> bool:
    """Whether a noun is one of those between whom something is: no part of it is whole."""
    token = document.tokens[i]
    return token.dep == "pobj" and document.tokens[token.head].text.lower() in _SHARING


def _is_added(child: Token) -> bool:
    return child.dep == "appos" or (child.dep == "prep" and child.text.lower() != "of")


def _belongs(document: Document, child: Token, noun: int) -> bool:
    if child.dep in _APART or child.dep == "punct":
        return False
    if child.is_verb and not (child.dep in _ATTRIBUTIVE and child.i < noun):
        return False
    if child.dep == "prep" and child.text.lower() != "of":
        # `met Ana Vula in Suva`, `the talks on Monday` say where and when, not who and what
        timed = any(each.entity in _TIMES for each in document.children(child.i, "pobj"))
        return not timed and document.tokens[noun].entity != "PERSON"
    return child.i < noun or child.dep not in _BEFORE


def _joined(document: Document, i: int, found: list[int]) -> list[int]:
    """The part of the tokens around `i` with nothing but punctuation between them."""
    first = last = found.index(i)
    while first > 0 and _near(document, found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and _near(document, found[last], found[last + 1]):
        last += 1
    return found[first : last + 1]


def _closed(document: Document, found: list[int]) -> int:
    """The last token of a phrase, with the bracket that closes one within it."""
    after = found[-1] + 1
    texts = [document.tokens[i].text for i in range(found[0], found[-1] + 1)]
    is_open = texts.count("(") > texts.count(")")
    closes = after < len(document.tokens) and document.tokens[after].text == ")"
    return after if is_open and closes else found[-1]


def _near(document: Document, one: int, other: int) -> bool:
    return all(document.tokens[i].pos == "PUNCT" for i in range(one + 1, other))
