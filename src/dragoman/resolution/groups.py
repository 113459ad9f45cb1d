"""Parties named side by side: `A, B and C`, by the words alone, since parsers lose such lists."""

from collections.abc import Sequence

import msgspec

from dragoman.parsing.document import Document
from dragoman.resolution.identities import Mention

_AS_WELL = ("as", "well", "as")
_JOINS = frozenset((("and",), ("&",), (",", "and"), _AS_WELL, (",", *_AS_WELL)))
_KINDS = ("state", "organisation", "institution", "office", "person", "world", "description")
_OBJECTS = ("dobj", "pobj", "dative")


def groups(document: Document, mentions: Sequence[Mention]) -> dict[int, tuple[Mention, ...]]:
    """For each token of a mention in a list, the mentions of that list, in order."""
    found: dict[int, tuple[Mention, ...]] = {}
    for listed in lists(document, _with_owners(document, outermost(mentions))):
        for each in listed:
            found.update(dict.fromkeys(range(each.first, each.last), listed))
    return found


def _with_owners(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions with the one that owns them as one: the list is `Chad's Déby and Niger's Bazoum`.

    By the words alone: parsers hang the first owner on the last of the list.
    """
    tokens = document.tokens
    joined: list[Mention] = []
    for mention in mentions:
        owner = joined[-1] if joined else None
        owned = owner is not None and owner.last + 1 == mention.first
        if owner is not None and owned and tokens[owner.last].tag == "POS":
            joined[-1] = msgspec.structs.replace(mention, first=owner.first)
        else:
            joined.append(mention)
    return joined


def lists(document: Document, mentions: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """The lists among mentions in order: divided by commas, with `and` before the last.

    Nothing is joined over the edge of a clause: in `Chad met Mali, and Niger left` the last one is
    another clause's subject.
    """
    found: list[tuple[Mention, ...]] = []
    run: list[Mention] = []
    length = 0  # of the run up to its last `and`
    for mention in [*mentions, None]:
        link = _link(document, run[-1], mention) if run and mention else None
        if mention is not None and link is not None:
            run.append(mention)
            length = len(run) if link == "and" else length
            continue
        if length:
            found.append(tuple(run[:length]))
        run, length = ([mention] if mention else []), 0
    return found


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions in order that stand in no other, pronouns left out."""
    outer: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.last)):
        if _stands(mention) and not (outer and mention.first < outer[-1].last):
            outer.append(mention)
    return outer


def _stands(mention: Mention) -> bool:
    """Whether it may be listed: `both sides`, but no `officials` of nobody and no cities."""
    described = mention.kind == "description" and (
        not mention.parties or mention.rung == "possession"
    )
    return mention.kind in _KINDS and not described


def _link(document: Document, left: Mention, right: Mention) -> str | None:
    """What stands between two mentions: `and`, a comma, or null where they are not listed."""
    tokens = document.tokens
    if tokens[left.head].sentence != tokens[right.head].sentence:
        return None
    between = tuple(t.text.lower() for t in tokens[left.last : right.first] if t.tag != "DT")
    new_clause = tokens[right.head].dep == "nsubj" and tokens[left.head].dep in _OBJECTS
    if new_clause or left.rung == "adjective" or right.rung == "adjective":
        return None
    if between in _JOINS:
        return "and"
    return "," if between == (",",) else None
