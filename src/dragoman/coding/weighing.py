"""Why one entry of the codebook won over the others that held for the same word.

A line's reason names the entry that decided; its word is found again, with all that held there.
"""

from collections.abc import Iterator, Sequence

import msgspec

from dragoman.codebooks.entries import Entry, StanceEntry, VerbEntry, conditions, stances, verbs
from dragoman.model import Event, Fact, Position, Span
from dragoman.parsing.document import Document
from dragoman.parsing.frames import matches
from dragoman.parsing.predicates import Predicate


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that held: what it codes, how much it asks, and why it won or lost."""

    entry: str
    label: str
    conditions: int
    named: int  # conditions that name words
    verdict: str


class Weighing(msgspec.Struct, frozen=True, kw_only=True):
    """The word that decided with its frame, slot by slot, and the entries, most demanding first."""

    word: str
    frame: tuple[tuple[str, str], ...]
    entries: tuple[Weighed, ...]


def weighing(document: Document, fact: Fact) -> Weighing | None:
    """How the entry of an event or position was found; None of other lines.

    It is None, too, where no entry of this codebook held there as the line's reason says.
    """
    if isinstance(fact, Event):
        found = _of_event(document, fact)
    elif isinstance(fact, Position):
        found = _of_position(document, fact)
    else:
        return None
    return next(found, None)


def _of_event(document: Document, event: Event) -> Iterator[Weighing]:
    for match in matches(document, verbs(), VerbEntry):
        token = document.tokens[match.predicate.i]
        if not event.span.start <= token.start < event.span.end:
            continue
        held = (match.entry, *match.beaten)
        for place, entry in enumerate(held):
            said = f"verbs: {_written(match.predicate, entry)} is {event.event_type};"
            if entry.type == event.event_type and event.reason.startswith(said):
                yield _weighing(document, match.predicate, held, place)


def _of_position(document: Document, position: Position) -> Iterator[Weighing]:
    for match in matches(document, stances(), StanceEntry):
        token = document.tokens[match.predicate.i]
        sentence = document.sentence_of(token.i)
        if not _overlap(document, sentence.first, sentence.last, position.span):
            continue
        if position.reason.startswith(f"stances: {'|'.join(match.entry.predicate)} ({token.text})"):
            yield _weighing(document, match.predicate, (match.entry, *match.beaten), 0)


def _overlap(document: Document, first: int, last: int, span: Span) -> bool:
    start, end = document.tokens[first].start, document.tokens[last - 1].end
    return start < span.end and span.start < end


def _weighing(document: Document, found: Predicate, held: Sequence[Entry], winner: int) -> Weighing:
    return Weighing(
        word=document.tokens[found.i].text,
        frame=tuple(_frame(document, found)),
        entries=tuple(
            Weighed(
                entry=_written(found, entry),
                label=_label(entry),
                conditions=_asks(entry)[0],
                named=_asks(entry)[1],
                verdict=_verdict(held, place, winner),
            )
            for place, entry in enumerate(held)
        ),
    )


def _frame(document: Document, found: Predicate) -> Iterator[tuple[str, str]]:
    for slot, tokens in found.slots.items():
        yield slot, ", ".join(document.tokens[i].text for i in tokens)


def _verdict(held: Sequence[Entry], place: int, winner: int) -> str:
    """What decided between an entry and the winner: the sides, the conditions, their words."""
    if place == winner:
        return "won"
    if place < winner:
        return "asks more, but the sides that it needs are not told"
    (mine, named), (asked, words) = _asks(held[place]), _asks(held[winner])
    if mine < asked:
        return f"asks less: conditions {mine} against {asked}"
    if named < words:
        return f"names less: conditions with words {named} against {words}"
    return "asks as much and stands later in the codebook"


def _asks(entry: Entry) -> tuple[int, int]:
    """How many conditions an entry has, and how many of them name words: its rank."""
    asked = conditions(entry.when)
    return len(asked), sum(1 for one in asked if one.words and not one.negated)


def _written(found: Predicate, entry: Entry) -> str:
    when = f" when {entry.when}" if entry.when else ""
    return f"{found.lemma} ({entry.pos}){when}"


def _label(entry: Entry) -> str:
    if isinstance(entry, VerbEntry):
        return f"{entry.type} {entry.mode or ''}".strip()
    return entry.stance if isinstance(entry, StanceEntry) else ""
