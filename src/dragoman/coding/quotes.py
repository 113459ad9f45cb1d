"""Attributed words as stretches of text: content, cue and source, of the outermost speaker each."""

from collections.abc import Sequence

import msgspec

from dragoman.coding.sources import parties_at
from dragoman.model import QuoteKind
from dragoman.parsing.attribution import Attribution
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities

Stretch = tuple[int, int]


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """What is said, in stretches; the words that tell who says it; and the word that says so.

    `speakers` are the names of those behind the source, as the record would have them; `source` is
    empty where the text names nobody.
    """

    content: tuple[Stretch, ...]
    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    type: QuoteKind
    speakers: tuple[str, ...]


def find_quotes(
    document: Document, identities: Identities, attributions: Sequence[Attribution]
) -> tuple[Quote, ...]:
    """The outermost attributions of a document, in the order of their words.

    What somebody is quoted as quoting lies within; a release or a labelled turn that is attributed
    as a whole is left out, and those quoted in it are outermost. Paragraphs that go on with one
    speaker's words are one quotation.
    """
    by_cue: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        if not attribution.frame and _is_outermost(attribution, attributions):
            by_cue.setdefault(attribution.cue, []).append(attribution)
    return tuple(_quote(document, identities, parts) for parts in by_cue.values())


def _is_outermost(attribution: Attribution, attributions: Sequence[Attribution]) -> bool:
    parent = attribution.parent
    return parent is None or attributions[parent].frame


def _quote(document: Document, identities: Identities, parts: list[Attribution]) -> Quote:
    first = parts[0]
    cue = document.tokens[first.cue]
    kinds = {part.quote for part in parts}
    source = first.source
    span = document.span_of(source) if source is not None else None
    named = parties_at(document, identities, source) if source is not None else ()
    return Quote(
        content=tuple((piece.start, piece.end) for part in parts for piece in part.pieces),
        source=((span.start, span.end),) if span is not None else (),
        cue=((cue.start, cue.end),),
        type=kinds.pop() if len(kinds) == 1 else "mixed",
        speakers=tuple(party.name for party in named),
    )
