"""Whether an act that one state alone takes part in bears on others.

In talk, `we agree`, `I ask you` and `I'm sorry` are mostly between those in the room, and most of
what a government's own pages tell of it alone is home affairs. Such acts count where they name
another party, or an issue that lies between states. What a government asks of its own parliament
does not count, nor where its citizens travel.
"""

from collections.abc import Collection

from dragoman.codebooks.entries import VerbEntry
from dragoman.codebooks.issues import is_abroad
from dragoman.codebooks.plover import plover
from dragoman.codebooks.speech import speech
from dragoman.coding.issues import issues_in
from dragoman.coding.roles import Filled
from dragoman.parsing.document import Document
from dragoman.parsing.frames import Match
from dragoman.parsing.predicates import Predicate
from dragoman.resolution.homes import official_home
from dragoman.resolution.identities import Identities

_NATIONALS = "people"  # the rung of "Peruvians"


def bears(
    document: Document,
    identities: Identities,
    match: Match[VerbEntry],
    sides: tuple[Filled, Filled],
    *,
    put: Collection[int],
) -> bool:
    """Whether an act is more than talk between a speaker and those who listen.

    `sides` are its actors and recipients; `put` the tokens of what reporters put to others.
    """
    actors = sides[0]
    own = actors.parties[0].id
    alone = len({party.id for side in sides for party in side.parties}) == 1
    wordy = alone or plover().types[match.entry.type].content
    voiced = _is_own_voice(document, actors)
    if voiced and wordy and match.predicate.i in put:
        return False
    if not alone or not (voiced or own == official_home(document)):
        return True
    return _reaches_out(document, identities, match.predicate, own)


def _is_own_voice(document: Document, actors: Filled) -> bool:
    """Whether the actors are named by `I`, `we` or `you` alone."""
    words = {document.tokens[i].text.lower() for i in actors.tokens}
    return bool(words) and words <= speech().first_person | speech().second_person


def is_domestic(document: Document, entry: VerbEntry, actors: Filled, filled: Filled) -> bool:
    """Whether words go to one's own: `the president urged Congress`; `binds itself` does not.

    `filled` are the recipients as found, the actors among them.
    """
    own = {party.id for party in actors.parties}
    others = set(filled.tokens) - set(actors.tokens)
    named = any(document.tokens[i].pos != "PRON" for i in others)
    at_home = bool(filled.parties) and all(party.id in own for party in filled.parties)
    return plover().types[entry.type].content and len(own) == 1 and at_home and named


def is_private(identities: Identities, kind: str, mode: str | None, actors: Filled) -> bool:
    """Whether nationals do on their own what counts as an act of state: `Peruvians visited`."""
    if mode is None or not plover().types[kind].modes[mode].official:
        return False
    mentions = [identities.at(i) for i in actors.tokens]
    return bool(mentions) and all(m is not None and m.rung == _NATIONALS for m in mentions)


def _reaches_out(document: Document, identities: Identities, found: Predicate, own: str) -> bool:
    """Whether the words under the predicate name another party, or an issue between states."""
    under = sorted(document.subtree(found.i))
    for i in under:
        mention = identities.at(i)
        if mention is not None and any(p.id and p.id != own for p in mention.parties):
            return True
    first, last = document.tokens[under[0]], document.tokens[under[-1]]
    return any(is_abroad(match.slug) for match in issues_in(document, first.start, last.end))
