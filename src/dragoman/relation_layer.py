"""One layer alone: what one marked party did to another, in each text."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from dragoman.engines import in_order
from dragoman.errors import Refusal
from dragoman.intake.paired import Paired
from dragoman.judging.marked import mark
from dragoman.judging.relations import relate
from dragoman.judging.weights import shipped
from dragoman.parsing.document import Document
from dragoman.parsing.parser import load, parse

LAYER = "relation"


class RelationLine(msgspec.Struct, frozen=True, kw_only=True):
    """What the source did to the target: PLOVER's type, its class, 0 to 1 how sure, and why."""

    id: str
    label: str
    quad: Literal["V-Coop", "M-Coop", "V-Conf", "M-Conf"]
    confidence: float
    reason: str


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
    return in_order(_batch, items, jobs=jobs)


def _batch(items: list[Paired | Refusal]) -> list[RelationLine | Refusal]:
    parsed = parse(item if isinstance(item, Refusal) else item.report for item in items)
    return [_line(item, found) for item, found in zip(items, parsed, strict=True)]


def _line(item: Paired | Refusal, found: Document | Refusal) -> RelationLine | Refusal:
    if isinstance(item, Refusal):
        return item
    if isinstance(found, Refusal):
        return found
    relation = relate(mark(found, item.source, item.target))
    return msgspec.convert({"id": item.report.id, **msgspec.structs.asdict(relation)}, RelationLine)
