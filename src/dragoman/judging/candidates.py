"""The entries that may tell what one party did to the other, and how well each fits."""

from collections.abc import Iterator

import msgspec

from dragoman.codebooks.entries import VerbEntry, verbs
from dragoman.codebooks.plover import plover
from dragoman.coding.acts import is_said
from dragoman.coding.modality import modality
from dragoman.coding.roles import reach
from dragoman.judging.marked import Marked, holds
from dragoman.model import Modality
from dragoman.parsing.frames import Match, matches
from dragoman.parsing.predicates import Predicate


class Candidate(msgspec.Struct, frozen=True):
    """An entry that holds, and how its slots hold the source and the target.

    2 the slot's word is the party's, 1 its phrase holds the party, 0 the party is elsewhere.
    `turned`: the source stands where the entry has its recipient.
    """

    predicate: Predicate
    entry: VerbEntry
    source: int
    target: int
    turned: bool
    modality: Modality

    @property
    def fit(self) -> int:
        """0 to 4, both parties together."""
        return self.source + self.target


def candidates(marked: Marked) -> list[Candidate]:
    """The best reading of each predicate that an entry knows, in the order of the text."""
    document = marked.document
    found = []
    for match in matches(document, verbs(), VerbEntry):
        if match.predicate.i in marked.sides:
            continue
        readings = list(_readings(marked, match))
        found.append(max(readings, key=_rank))
    return found


def _rank(candidate: Candidate) -> tuple[int, bool]:
    return min(candidate.source, candidate.target) * 3 + candidate.fit, not candidate.turned


def _readings(marked: Marked, match: Match[VerbEntry]) -> Iterator[Candidate]:
    document, found = marked.document, match.predicate
    told = modality(document, found)
    for entry in (match.entry, *match.beaten):
        sides = ((marked.source, marked.source_head), (marked.target, marked.target_head))
        fits = [[_fit(marked, found, slots, *side) for side in sides] for slots in _roles(entry)]
        said: Modality = "asserted" if is_said(entry) else told
        yield Candidate(found, entry, fits[0][0], fits[1][1], False, said)
        yield Candidate(found, entry, fits[1][0], fits[0][1], True, said)


def _roles(entry: VerbEntry) -> tuple[str, str]:
    """Slots of actor and recipient; those who do it together may both stand as its actors."""
    kind = plover().types.get(entry.type)
    if entry.needs == "two" or (entry.needs == "actor" and kind is not None and kind.mutual):
        return entry.actor, f"{entry.recipient} {entry.actor}"
    return entry.actor, entry.recipient


def _fit(
    marked: Marked, found: Predicate, slots: str, side: frozenset[int], head: int | None
) -> int:
    document = marked.document
    return max(
        (
            holds(document, i, side, head)
            for path in slots.split()
            for i in reach(document, found, path)
        ),
        default=0,
    )
