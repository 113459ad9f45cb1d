"""One layer alone: what one marked party did to another, in each text."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.engines import in_order
from dragoman.errors import Refusal
from dragoman.intake.paired import Paired
from dragoman.judging import encoder_file
from dragoman.judging.choosing import shipped_sides
from dragoman.judging.commenting import of_five
from dragoman.judging.marked import mark
from dragoman.judging.parties import find_pair
from dragoman.judging.relations import Relation, relate
from dragoman.judging.weights import shipped
from dragoman.parsing.document import Document
from dragoman.parsing.parser import load, parse
from dragoman.version import coder

LAYER = "relation"


class RelationLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the source did to the target: PLOVER's type, its class, 0 to 1 how sure, and why.

    `coder` names program, codebooks and the exemplars that taught the judge: the same coder gives
    the same line. Where the row marks nobody, there are the parties found, by their words, and the
    class of five.
    """

    id: str
    label: str
    quad: str
    confidence: float
    reason: str
    coder: str
    penta: str | msgspec.UnsetType = msgspec.UNSET
    source: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    target: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


def find_relations(
    items: Iterable[Paired | Refusal], *, jobs: int = 1
) -> Iterator[RelationLine | Refusal]:
    """Say of each text what the source did to the target, in order; refusals pass through.

    Args:
        items: Texts with two marked parties.
        jobs: Processes to share the work; the result is the same for any number.

    Raises:
        ModelError: the language model or the judge's weights are missing.
    """
    load()  # before any fork, so that the processes share them
    shipped()
    shipped_sides()
    encoder_file.shipped()
    return in_order(_batch, items, jobs=jobs)


def _batch(items: list[Paired | Refusal]) -> list[RelationLine | Refusal]:
    parsed = parse(item if isinstance(item, Refusal) else item.report for item in items)
    return [_line(item, found) for item, found in zip(items, parsed, strict=True)]


def _line(item: Paired | Refusal, found: Document | Refusal) -> RelationLine | Refusal:
    if isinstance(item, Refusal):
        return item
    if isinstance(found, Refusal):
        return found
    return _marked(item, found) if item.marked else _unmarked(found)


def _marked(item: Paired, document: Document) -> RelationLine:
    return _told(document, relate(mark(document, item.source, item.target)))


def _unmarked(document: Document) -> RelationLine:
    pair = find_pair(document)
    marked = mark(document, pair.source, pair.target)
    relation = of_five(marked, relate(marked))
    source, target = (
        tuple(document.words(span.start, span.end) for span in spans)
        for spans in (() if pair.source is None else (pair.source,), pair.targets)
    )
    line = _told(document, relation)
    return msgspec.structs.replace(line, penta=relation.penta, source=source, target=target)


def _told(document: Document, relation: Relation) -> RelationLine:
    return RelationLine(
        id=document.report.id,
        label=relation.label,
        quad=relation.quad,
        confidence=relation.confidence,
        reason=relation.reason,
        coder=f"{coder()}, judge {shipped().stamp}",
    )
