"""Slots to parties: who stands in a predicate's roles."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import msgspec

from dragoman.codebooks.entries import light_verbs
from dragoman.model import Party
from dragoman.parsing.document import Document
from dragoman.parsing.predicates import Predicate, predicate
from dragoman.resolution.actors import parties_of
from dragoman.resolution.identities import Identities

# Slots that name who acts: a place is no agent there ("in Moscow" is none, "Moscow said" is one).
_AGENTS = frozenset({"subject", "poss", "by", "modifier", "between", "with"})


class Filled(msgspec.Struct, frozen=True):
    """The parties of a role, the slot that gave them, and the tokens that stand in it."""

    parties: tuple[Party, ...] = ()
    slot: str = ""
    tokens: tuple[int, ...] = ()


def fill(
    document: Document,
    identities: Identities,
    found: Predicate,
    slots: str,
    *,
    context: Mapping[str, tuple[Party, ...]] = MappingProxyType({}),
) -> Filled:
    """The first of the slots that holds known parties; `object>of` looks inside the object.

    `context` holds the parties of slots that no grammar fills: `speaker`, `interlocutor`.
    """
    for path in slots.split():
        if path in context:
            tokens: tuple[int, ...] = ()
            parties = context[path]
        else:
            tokens = reach(document, found, path)
            parties = known(document, identities, tokens, agents=path in _AGENTS)
        if parties:
            return Filled(parties, path, tokens)
    return Filled()


def reach(document: Document, found: Predicate, path: str) -> tuple[int, ...]:
    """Tokens at the end of a path of slots."""
    first, *rest = (step.replace("_", " ") for step in path.split(">"))
    tokens = found.slots.get(first, ())
    for step in rest:
        inner = (predicate(document, i, light=light_verbs()) for i in tokens)
        tokens = tuple(dict.fromkeys(j for one in inner for j in one.slots.get(step, ())))
    return tokens


def known(
    document: Document, identities: Identities, tokens: Iterable[int], *, agents: bool = False
) -> tuple[Party, ...]:
    """Parties with a known id that the tokens stand for, and those listed with them."""
    found: dict[str, Party] = {}
    for i in tokens:
        for head in _listed(identities, i):
            mention = identities.at(head)
            if agents and mention is not None and mention.rung == "place":
                continue
            for party in parties_of(document, identities, head):
                if party.id:
                    found.setdefault(party.id, party)
    return tuple(found.values())


def _listed(identities: Identities, i: int) -> tuple[int, ...]:
    """A token and the heads of the mentions that its own is listed with."""
    listed = identities.groups.get(i)
    return tuple(each.head for each in listed) if listed else (i,)
