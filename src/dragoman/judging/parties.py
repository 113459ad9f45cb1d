"""Who acts on whom in a text where nobody is marked."""

import msgspec

from dragoman.codebooks.entries import VerbEntry, verbs
from dragoman.judging.choosing import Sides, choose, shipped_sides
from dragoman.judging.phrases import holder, reach_of
from dragoman.judging.standing import Standing, facing, standings
from dragoman.model import Span
from dragoman.parsing.document import Document
from dragoman.parsing.frames import matches
from dragoman.parsing.slots import conjuncts

_LEAST = 0.3  # the share of a target that is one; most texts with less have none, or another


class Pair(msgspec.Struct, frozen=True):
    """The stretches of who acts, those who act together as one, and of who is acted on, each apart.

    Null and empty where there is none.
    """

    source: Span | None
    targets: tuple[Span, ...]

    @property
    def target(self) -> Span | None:
        """The first target."""
        return next(iter(self.targets), None)


def find_pair(document: Document, *, sides: Sides | None = None) -> Pair:
    """The likeliest source of a text and, seen from there, the likeliest target.

    Args:
        document: The text.
        sides: How they are chosen; the shipped weights if not given.
    """
    weights = sides or shipped_sides()
    phrases = standings(document)
    if not phrases or not _tells(document):
        return Pair(None, ())
    source, _ = choose(weights.source, phrases)
    span = reach_of(document, source.i, together=True)
    return Pair(span, _targets(document, weights, source, facing(document, phrases, source)))


def _tells(document: Document) -> bool:
    """Whether a text has any predicate: a verb, or a noun that an entry knows."""
    found = any(token.is_verb for token in document.tokens)
    return found or next(matches(document, verbs(), VerbEntry), None) is not None


def _targets(
    document: Document, weights: Sides, source: Standing, others: list[Standing]
) -> tuple[Span, ...]:
    if not others:
        return ()
    target, share = choose(weights.target, others)
    if share < _LEAST:
        return ()
    whole = holder(document, target.i, other=source.i)
    return tuple(reach_of(document, i) for i in conjuncts(document, whole))
