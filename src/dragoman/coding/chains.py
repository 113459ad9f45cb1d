"""Chains of sources: whose words inner attributions are, and which of them speak for themselves."""

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from dragoman.codebooks.speech import speech
from dragoman.coding.sources import labelled, parties_at
from dragoman.model import Channel, Party
from dragoman.parsing.attribution import Attribution
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities

Chain = tuple[Party, ...]
_PRONOUNS = ("PRP", "PRP$", "WP", "WDT", "DT", "EX")
_NO_TOPS = ("punct", "cc", "mark", "aux", "advmod", "det", "prep", "npadvmod", "intj", "case")


class Node(msgspec.Struct, frozen=True):
    """An attribution with its chains, one a speaker; `speaks` where it makes lines of its own."""

    attribution: Attribution
    chains: tuple[Chain, ...]
    speaks: bool
    channel: Channel | None


def nodes(
    document: Document, identities: Identities, attributions: Sequence[Attribution]
) -> list[Node]:
    """Attributions with their chains, in the same order; parents come first."""
    inner: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        if attribution.parent is not None:
            inner[attribution.parent].append(attribution)
    links = {a.i: _links(document, identities, a) for a in attributions}
    found: list[Node] = []
    for attribution in attributions:
        parent = found[attribution.parent] if attribution.parent is not None else None
        found.append(_node(document, attribution, parent, inner[attribution.i], links))
    return found


def _links(
    document: Document, identities: Identities, attribution: Attribution
) -> tuple[Party, ...]:
    source = attribution.source if attribution.issuer is None else attribution.issuer
    if source is None:
        return ()
    if attribution.label:
        return labelled(document, identities, source)
    if document.tokens[source].tag in _PRONOUNS and identities.at(source) is None:
        return ()
    return parties_at(document, identities, source)


def _node(
    document: Document,
    attribution: Attribution,
    parent: Node | None,
    inner: list[Attribution],
    links: dict[int, tuple[Party, ...]],
) -> Node:
    base = parent.chains[0] if parent is not None and parent.chains else ()
    own = links[attribution.i]
    first_person = _is_first_person(document, attribution) and bool(base)
    repeats = bool(base) and (first_person or any(_speaks_for(base[-1], party) for party in own))
    chains = (base,) if repeats else tuple((*base, party) for party in own)
    inherited = parent.channel if parent is not None and not parent.attribution.frame else None
    speaks = bool(own) and _is_told(document, attribution) and not _is_own_voice(parent, repeats)
    if attribution.kind == "thought" and not any(party.id or party.person for party in own):
        speaks = False  # what shows or suggests, but is no one
    told = _relayed(document, attribution, inner, links)
    if chains and any(_speaks_for(chains[0][-1], party) for party in told):
        told = ()
    if told and attribution.quote == "indirect":
        speaks = speaks and not _all_clauses(document, attribution, inner)
    elif told and chains:
        chains = tuple((*chain, told[0]) for chain in chains[:1])
    return Node(attribution, chains, speaks, attribution.channel or inherited)


def _is_told(document: Document, attribution: Attribution) -> bool:
    """Whether words are told: of a thought a whole clause (`hopes that`), not a thing (`fears X`).

    Acts are no words; a noun of thought (`the belief that`) is presupposed, not told.
    """
    if attribution.kind == "thought":
        cue = document.tokens[attribution.cue]
        return cue.pos != "NOUN" and _has_clause(document, attribution)
    return attribution.kind == "speech"


def _has_clause(document: Document, attribution: Attribution) -> bool:
    tops = [document.tokens[top] for top in _tops(document, attribution)]
    return any(top.is_verb or top.pos == "AUX" for top in tops)


def _is_own_voice(parent: Node | None, repeats: bool) -> bool:  # noqa: FBT001 - a fact, not an option
    """Inside a release the speaker's own words still make lines; elsewhere they are one line."""
    return repeats and parent is not None and not parent.attribution.frame


def _is_first_person(document: Document, attribution: Attribution) -> bool:
    source = attribution.source
    return source is not None and document.tokens[source].text.lower() in speech().first_person


def _speaks_for(speaker: Party, party: Party) -> bool:
    """Whether the party is the speaker himself or the state or body that he speaks for."""
    if party.person or speaker.person is None:
        return (party.id, party.name) == (speaker.id, speaker.name)
    return bool(party.id) and party.id == speaker.id


def _relayed(
    document: Document,
    attribution: Attribution,
    inner: list[Attribution],
    links: dict[int, tuple[Party, ...]],
) -> tuple[Party, ...]:
    """Whose speech an attribution relays: all its clauses tell what the same others said."""
    spoken = {a.cue: links[a.i] for a in inner if a.kind != "thought" and links[a.i]}
    tops = _tops(document, attribution)
    if attribution.frame or not tops or any(top not in spoken for top in tops):
        return ()
    told = {tuple(party.name for party in spoken[top]) for top in tops}
    if len(told) > 1 or (attribution.quote != "indirect" and not _is_relay(links[attribution.i])):
        return ()
    return spoken[tops[0]]


def _all_clauses(document: Document, attribution: Attribution, inner: list[Attribution]) -> bool:
    """`said that Y noted that …` adds no words; `said that Y had praised Z` tells an act."""
    tops = _tops(document, attribution)
    told = [a for a in inner if a.cue in tops]
    return all(
        any(document.tokens[top].dep in ("ccomp", "advcl") for top in _tops(document, a))
        for a in told
    )


def _is_relay(own: tuple[Party, ...]) -> bool:
    """A body, or one who speaks for another, relays; a person of his own voice does not."""
    return any(party.person is None or party.office == "spokesperson" for party in own)


def _tops(document: Document, attribution: Attribution) -> list[int]:
    """Tokens that head the content's clauses, joined ones too."""
    inside = {i for piece in attribution.pieces for i in document.tokens_in(piece.start, piece.end)}
    found: list[int] = []
    for i in sorted(inside):
        token = document.tokens[i]
        joined = token.dep == "conj" and token.head in found and token.is_verb
        if joined or ((token.head == i or token.head not in inside) and token.dep not in _NO_TOPS):
            found.append(i)
    return found
