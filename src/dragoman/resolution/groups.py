"""Parties named side by side: `A, B and C`, by the words alone, since parsers lose such lists."""

from collections.abc import Sequence

from dragoman.parsing.document import Document
from dragoman.resolution.identities import Mention

_AS_WELL = ("as", "well", "as")
_JOINS = frozenset((("and",), ("&",), (",", "and"), _AS_WELL, (",", *_AS_WELL)))
_KINDS = ("state", "organisation", "institution", "office", "person", "world")
_OBJECTS = ("dobj", "pobj", "dative")


def groups(document: Document, mentions: Sequence[Mention]) -> dict[int, tuple[Mention, ...]]:
    """For each token of a mention in a list, the mentions of that list, in order.

    A list is names divided by commas, with `and` before the last. Nothing is joined over the edge
    of a clause: in `Chad met Mali, and Niger left` the last one is another clause's subject.
    """
    outer = _outermost(mentions)
    found: dict[int, tuple[Mention, ...]] = {}
    run: list[Mention] = []
    for mention in outer:
        link = _link(document, run[-1], mention) if run else None
        if link is None:
            run = [mention]
            continue
        run.append(mention)
        if link == "and":
            listed = tuple(run)
            for each in listed:
                found.update(dict.fromkeys(range(each.first, each.last), listed))
    return found


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    outer: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.first, -m.last)):
        if mention.kind in _KINDS and not (outer and mention.first < outer[-1].last):
            outer.append(mention)
    return outer


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
