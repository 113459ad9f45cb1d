"""Whether a speaker's words criticise another party, and whom.

They do where they tell of another's hostile act, or name another beside an evil (war, terrorism,
the breach of a right) or in words that blame more than they praise.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dragoman.codebooks.evaluative import evaluative
from dragoman.coding.issues import issues_in
from dragoman.coding.leanings import Leaning, leanings
from dragoman.coding.parties_named import parties_at
from dragoman.coding.towards import towards
from dragoman.coding.turns import is_evil
from dragoman.model import Event, Fact
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities

_AGAINST = -1
_REFUSALS = frozenset({"ACCUSE", "REJECT", "SANCTION", "PROTEST"})  # the speaker's own, of others


class Criticism(msgspec.Struct, frozen=True):
    """Who is criticised, and the words that say so."""

    target: str
    start: int
    end: int
    reason: str


def criticism(
    document: Document, identities: Identities, facts: Sequence[Fact], holder: str | None
) -> Criticism | None:
    """The other party that the words of `holder` criticise most; null where they do not."""
    for event in facts:
        if isinstance(event, Event):
            for target in _culprits(event, holder):
                return Criticism(target, event.span.start, event.span.end, event.reason)
    others = _others(identities, holder)
    reason = _blame(document) if others else None
    if reason is None:
        return None
    lean = leanings(document)
    target = min(others, key=lambda code: (_favour(document, others[code], lean), others[code]))
    return Criticism(target, 0, len(document.text), reason)


def _culprits(event: Event, holder: str | None) -> Iterator[str]:
    """Whom an event shows as hostile, or as refused: the other side of it."""
    if event.modality == "negated" or evaluative().side_of_act(event.event_type) != _AGAINST:
        return
    own = {party.id for party in event.actors} <= {holder}
    if own and event.event_type not in _REFUSALS:
        return
    sides = event.recipients if own else event.actors
    yield from (party.id for party in sides if party.id and party.id != holder)


def _others(identities: Identities, holder: str | None) -> dict[str, list[int]]:
    """States other than the speaker's, and the tokens that stand for them."""
    found: dict[str, list[int]] = {}
    for i in identities.by_token:
        for code in parties_at(identities, i):
            mention = identities.at(i)
            state = mention is not None and any(p.country == p.id == code for p in mention.parties)
            if state and code != holder:
                found.setdefault(code, []).append(i)
    return found


def _blame(document: Document) -> str | None:
    for issue in issues_in(document, 0, len(document.text)):
        if is_evil(issue):
            return f"issues: {issue.phrase}"
    lean = leanings(document).values()
    if sum(one.side for one in lean) < 0:
        return next(one.source for one in lean if one.side < 0)
    return None


def _favour(document: Document, tokens: list[int], lean: Mapping[int, Leaning]) -> float:
    return sum(found.side * found.weight for found in towards(document, tokens, lean))
