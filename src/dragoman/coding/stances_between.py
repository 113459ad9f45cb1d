"""Where parties stand to each other, by the coded lines: who is for whom, who is against whom.

Acts take a side towards their recipients, ties one on either end, and a position on somebody's
deed or right is one towards him: who condemns Peru's attack is against Peru.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from dragoman.codebooks.evaluative import evaluative
from dragoman.coding.issues import IssueMatch, all_issues
from dragoman.coding.parties_named import parties_at
from dragoman.coding.turns import head_of, is_evil
from dragoman.model import Event, Fact, Position, Span, Tie
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities

Side = Literal["supports", "opposes", "neutral"]
_SIDES: dict[int, Side] = {1: "supports", -1: "opposes", 0: "neutral"}
_TOLD = ("asserted", "future", "historical")
_TONES = {"positive": 1, "negative": -1, "mixed": 0}
_OWNED_BY = ("poss", "amod", "compound", "nmod")
_OWNER = ("of", "by", "from", "against")
_VICTIM = "against"
_TIE_CONFIDENCE, _DEED_CONFIDENCE = 0.8, 0.7


class StanceBetween(msgspec.Struct, frozen=True, kw_only=True):
    """One party's stance towards another, by their codes or, where none is known, their names."""

    holder: str
    target: str
    stance: Side
    start: int
    end: int
    confidence: float
    reason: str


class _Grounds(msgspec.Struct, frozen=True):
    """What a stance is read from."""

    span: Span
    confidence: float
    reason: str


def stances_between(
    document: Document, identities: Identities, facts: Sequence[Fact]
) -> tuple[StanceBetween, ...]:
    """The stances of a document's parties towards each other, in the order of the text."""
    named = all_issues(document)
    found: list[StanceBetween] = []
    for fact in facts:
        if isinstance(fact, Event):
            found.extend(_of_act(fact))
        elif isinstance(fact, Tie):
            found.extend(_of_tie(fact))
        elif isinstance(fact, Position):
            found.extend(_of_position(document, identities, named, fact))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end)))


def _of_act(event: Event) -> Iterator[StanceBetween]:
    if event.modality not in _TOLD:
        return
    side = evaluative().side_of_act(event.event_type)
    grounds = _Grounds(event.span, event.confidence, event.reason)
    for holder in event.actors:
        others = (party.id for party in event.recipients)
        yield from _lines(holder.id, others, side, grounds)


def _of_tie(tie: Tie) -> Iterator[StanceBetween]:
    ids = [party.id for party in tie.parties]
    grounds = _Grounds(tie.span, _TIE_CONFIDENCE, f"ties: {tie.words}")
    for holder in ids:
        yield from _lines(holder, ids, _TONES[tie.tone], grounds)


def _of_position(
    document: Document, identities: Identities, named: Sequence[IssueMatch], position: Position
) -> Iterator[StanceBetween]:
    if position.stance == "neutral":
        return
    span = position.span
    inside = [m for m in named if m.slug == position.issue and span.start <= m.start < span.end]
    sure = min(position.confidence, _DEED_CONFIDENCE)
    grounds = _Grounds(span, sure, position.reason)
    for issue in inside:
        owners, victims = _owners(document, identities, issue)
        evil = is_evil(issue)
        for holder in position.holders:
            yield from _lines(holder.id, victims, 1 if evil else -1, grounds)
            if evil or position.stance == "supports":
                yield from _lines(holder.id, owners, -1 if evil else 1, grounds)


def _owners(
    document: Document, identities: Identities, issue: IssueMatch
) -> tuple[list[str], list[str]]:
    """Whose deed or right an issue's words name, and against whom it is."""
    head = head_of(document, issue)
    inside = range(issue.first, issue.last)
    owners = [c.i for i in inside for c in document.children(i, *_OWNED_BY)]
    victims: list[int] = []
    for preposition in document.children(head, "prep"):
        if preposition.lemma in _OWNER:
            held = victims if preposition.lemma == _VICTIM else owners
            held.extend(child.i for child in document.children(preposition.i, "pobj"))
    return _codes(identities, owners), _codes(identities, victims)


def _codes(identities: Identities, tokens: Iterable[int]) -> list[str]:
    return list(dict.fromkeys(code for i in tokens for code in parties_at(identities, i)))


def _lines(
    holder: str, targets: Iterable[str], side: int, grounds: _Grounds
) -> Iterator[StanceBetween]:
    for target in targets:
        if holder and target and holder != target:
            yield StanceBetween(
                holder=holder,
                target=target,
                stance=_SIDES[side],
                start=grounds.span.start,
                end=grounds.span.end,
                confidence=grounds.confidence,
                reason=grounds.reason,
            )
