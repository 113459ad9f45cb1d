"""Two marked parties in a parsed text: their tokens, their heads, and the way between them."""

from collections.abc import Iterable

import msgspec

from dragoman.model import Span
from dragoman.parsing.document import Document, Token

# Inside a noun phrase: what hangs on its head by these belongs to it.
_NOMINAL = frozenset(
    ("compound", "poss", "nmod", "amod", "prep", "pobj", "appos", "conj", "nummod", "agent")
)


class Marked(msgspec.Struct, frozen=True):
    """A document with the tokens of a source and of a target, and the heads of both.

    A party that the text does not name has no tokens, and null for its head.
    """

    document: Document
    source: frozenset[int]
    target: frozenset[int]
    source_head: int | None
    target_head: int | None

    @property
    def sides(self) -> frozenset[int]:
        """The tokens of both parties."""
        return self.source | self.target


def mark(document: Document, source: Span | None, target: Span | None) -> Marked:
    """Mark two stretches; null, or one that holds no token, is a party that is not named."""
    one, other = (frozenset(_covered(document, span)) for span in (source, target))
    other = other - one or other
    return Marked(document, one, other, _head(document, one), _head(document, other))


def _covered(document: Document, span: Span | None) -> Iterable[int]:
    if span is None or span.end <= span.start:
        return ()
    first = document.token_at(span.start)
    inside = document.tokens_in(span.start, span.end)
    return inside if first is None else range(first, max(inside.stop, first + 1))


def _head(document: Document, side: frozenset[int]) -> int | None:
    """The token that heads the stretch: the first, nominal if one is, whose head lies outside."""
    tops = [i for i in sorted(side) if document.tokens[i].head not in side - {i}]
    return next((i for i in tops if document.tokens[i].is_nominal), next(iter(tops), None))


def holds(document: Document, i: int, side: frozenset[int], head: int | None) -> int:
    """How a token stands for a side: 2 it is of it, 1 its phrase holds the side, 0 not at all."""
    if i in side:
        return 2
    if head is None:
        return 0
    token = document.tokens[head]
    while token.dep in _NOMINAL and token.head != token.i:
        token = document.tokens[token.head]
        if token.i == i:
            return 1
    return 0


def way(document: Document, first: int, second: int) -> tuple[list[Token], list[Token]]:
    """Tokens up from the first to what both hang on, included, and down from there to the second.

    Both are empty where they stand in different sentences.
    """
    up = [document.tokens[first], *document.ancestors(first)]
    down = [document.tokens[second], *document.ancestors(second)]
    over = {token.i for token in down}
    rise = next((up[: n + 1] for n, token in enumerate(up) if token.i in over), [])
    if not rise:
        return [], []
    turn = next(n for n, token in enumerate(down) if token.i == rise[-1].i)
    return rise, down[:turn][::-1]
