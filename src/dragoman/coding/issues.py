"""Where a report names an issue: phrases of the codebook found over lemmas, the longest first.

Inside a phrase, articles, pronouns, adjectives, adverbs and hyphens may be passed over: "cessation
of this terrible conflict" is "cessation of conflict". A capitalised single word is part of a name
("Ministry of Trade") and names nothing.
"""

from collections.abc import Container, Iterable, Iterator

import msgspec

from dragoman.codebooks.issues import ANY, Ending, Node, phrase_tree
from dragoman.model import Span
from dragoman.parsing.document import Document, Token

_KINDS = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a"}
_PASSED_OVER = frozenset({"DET", "PRON", "ADJ", "ADV", "NUM"})
_LONGEST_PASS = 3  # words passed over in a row: more, and the phrase has come apart
_LONGEST_ANY = 5  # words that `*` stands for

Found = tuple[int, tuple[Ending, ...]]  # the last token and what ends there
Hit = tuple[int, int, tuple[Ending, ...]]  # the first token, the last, and what ends there


class IssueMatch(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Words that name an issue, or its opposite (`against`); `first`, `last` are token numbers.

    `weak` words name it only as the content of an attitude. `last` is excluded.
    """

    slug: str
    start: int
    end: int
    first: int
    last: int
    against: bool
    weak: bool
    phrase: str

    @property
    def span(self) -> Span:
        """The stretch of text."""
        return Span(start=self.start, end=self.end)


def issues_in(document: Document, start: int, end: int) -> tuple[IssueMatch, ...]:
    """Issues that a stretch of the text names beyond doubt, in order; no weak words."""
    hits = _hits(document, document.tokens_in(start, end))
    return tuple(_chosen(document, hits, frozenset()))


def slugs_in(document: Document, start: int, end: int) -> tuple[str, ...]:
    """The issues of a stretch, each once, for the `issues` of events and statements."""
    return tuple(dict.fromkeys(match.slug for match in issues_in(document, start, end)))


def all_issues(document: Document) -> tuple[IssueMatch, ...]:
    """Issues named anywhere in the document, in order, weak words too."""
    hits = list(_hits(document, range(len(document.tokens))))
    strong = {match.slug for match in _chosen(document, hits, frozenset())}
    return tuple(_chosen(document, hits, strong))


def _hits(document: Document, stretch: range) -> Iterator[Hit]:
    """Phrases of the stretch from left to right, none inside another."""
    i = stretch.start
    while i < stretch.stop:
        last, endings = _longest(document, i, stretch.stop)
        if endings:
            yield i, last, endings
        i = last + 1


def _chosen(document: Document, hits: Iterable[Hit], named: Container[str]) -> Iterator[IssueMatch]:
    for first, last, endings in hits:
        chosen = _choose(endings, named)
        if chosen and chosen.slug and not _is_name(document, first, last):
            yield _match(document, first, last, chosen)


def _choose(endings: tuple[Ending, ...], named: Container[str]) -> Ending | None:
    """What ends here: a strong phrase, or a weak one whose issue the report names otherwise."""
    strong = [ending for ending in endings if not ending.weak]
    known = [ending for ending in endings if ending.slug in named]
    return next(iter(strong or known), None)


def _is_name(document: Document, first: int, last: int) -> bool:
    token = document.tokens[first]
    before = range(document.sentence_of(first).first, first)
    opens = all(document.tokens[i].pos == "PUNCT" for i in before)
    return first == last and token.pos == "PROPN" and token.text.istitle() and not opens


def _match(document: Document, first: int, last: int, ending: Ending) -> IssueMatch:
    return IssueMatch(
        slug=ending.slug,
        start=document.tokens[first].start,
        end=document.tokens[last].end,
        first=first,
        last=last + 1,
        against=ending.against,
        weak=ending.weak,
        phrase=ending.phrase,
    )


def _longest(document: Document, first: int, stop: int) -> Found:
    """The longest phrase that starts at a token, as its last token and its endings."""
    best: Found = (first, ())
    for node in _steps(phrase_tree(), document.tokens[first]):
        for last, endings in _endings(document, node, first, stop):
            if not best[1] or last > best[0]:
                best = (last, endings)
    return best


def _steps(node: Node, token: Token) -> Iterator[Node]:
    then = node.then
    kind = _KINDS.get(token.pos)
    text = token.text.lower()
    for form in (token.lemma,) if text == token.lemma else (token.lemma, text):
        if form in then:
            yield then[form]
        if kind and f"{form}/{kind}" in then:
            yield then[f"{form}/{kind}"]


def _endings(document: Document, node: Node, last: int, stop: int) -> Iterator[Found]:
    if node.ends:
        yield last, node.ends
    if not node.then:
        return
    for i in _next_words(document, last, stop):
        for step in _steps(node, document.tokens[i]):
            yield from _endings(document, step, i, stop)
    if ANY in node.then:
        yield from _after_any(document, node.then[ANY], last, stop)


def _next_words(document: Document, last: int, stop: int) -> Iterator[int]:
    """The next word, and those after words that may be passed over."""
    passed = 0
    for i in range(last + 1, stop):
        yield i
        token = document.tokens[i]
        if token.text == "-":
            continue
        passed += 1
        if token.pos not in _PASSED_OVER or passed > _LONGEST_PASS:
            return


def _after_any(document: Document, node: Node, last: int, stop: int) -> Iterator[Found]:
    for i in range(last + 2, min(last + 2 + _LONGEST_ANY, stop)):
        if document.tokens[i - 1].pos in ("PUNCT", "VERB", "SCONJ"):
            return
        for step in _steps(node, document.tokens[i]):
            yield from _endings(document, step, i, stop)
