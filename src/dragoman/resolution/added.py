"""Names of actors that a user adds for a run; where they overlap ours, theirs stand."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from dragoman.codebooks.reference import holds
from dragoman.parsing.document import Document
from dragoman.register.actors import Actor
from dragoman.register.lookup import Register
from dragoman.resolution.forms import Reading, ReadingKind
from dragoman.resolution.matching import Hit, Lexicon

Hits = Sequence[Hit[tuple[Reading, ...]]]
_KINDS: dict[str, ReadingKind] = {"state": "state", "institution": "institution"}


def added_hits(document: Document, register: Register) -> Hits:
    """The names of the user's actors in the text, those that are valid on the report's day."""
    day = document.report.published
    found = []
    for hit in _lexicon(register).find(document.text):
        readings = tuple(one for one in hit.payload if holds(one.valid_from, one.valid_to, day=day))
        if readings:
            found.append(Hit(hit.start, hit.end, readings))
    return found


def with_added(hits: Hits, added: Hits) -> Hits:
    """The hits of both in the order of the text; where two overlap the added one stands."""
    if not added:
        return hits
    kept = [
        hit for hit in hits if not any(hit.start < one.end and one.start < hit.end for one in added)
    ]
    return sorted((*kept, *added), key=lambda hit: hit.start)


@lru_cache(maxsize=1)
def _lexicon(register: Register) -> Lexicon[tuple[Reading, ...]]:
    forms: defaultdict[str, list[Reading]] = defaultdict(list)
    named = (actor for actor in register.actors if actor.kind != "person")
    for number, actor in enumerate(named, start=1):
        for form in actor.forms:
            forms[form].append(_reading(actor, row=-number))
    return Lexicon({form: tuple(readings) for form, readings in forms.items()})


def _reading(actor: Actor, *, row: int) -> Reading:
    own = actor.kind in ("state", "organisation")
    return Reading(
        actor.party or (actor.id if own else actor.country or actor.id),
        _KINDS.get(actor.kind, "organisation"),
        "name",
        sector=actor.sector,
        row=row,
        name=actor.name,
        valid_from=actor.valid_from,
        valid_to=actor.valid_to,
    )
