"""Who acts on whom in a text where nobody is marked: the pair of the act that stands highest."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.codebooks.entries import VerbEntry, light_verbs, verbs
from dragoman.coding.roles import reach
from dragoman.model import Span
from dragoman.parsing.document import Document
from dragoman.parsing.frames import matches
from dragoman.parsing.predicates import Predicate, predicate

_NAMES = frozenset(("GPE", "NORP", "ORG", "PERSON"))
_AMOUNTS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"))
_APART = frozenset(("relcl", "acl", "advcl", "punct", "cc", "conj", "appos"))
_MODIFYING = frozenset(("compound", "amod", "nmod"))
# Where the one acted on stands with a verb that no entry knows, the likeliest first.
_ACTED_ON = ("object", "indirect", "to", "with", "against", "on", "from", "for", "of")
_FILLED, _NAMED_TARGET, _NAMED_SOURCE = 10, 3, 2  # a side is there; it is a name


class Pair(msgspec.Struct, frozen=True):
    """The stretches of who acts and of who is acted on; null where there is none."""

    source: Span | None
    target: Span | None


class _Reading(msgspec.Struct, frozen=True):
    predicate: Predicate
    source: int | None
    target: int | None
    known: bool


def find_pair(document: Document) -> Pair:
    """The source and the target of a text's main act.

    An entry that has both decides, else an entry that has one, else any verb; what is missing is
    the next name after the predicate.
    """
    readings = [*_by_entries(document), *_by_verbs(document)]
    if not readings:
        return Pair(None, None)
    best = max(readings, key=lambda one: _rank(document, one))
    if best.source is None:  # `it had shelled`: whoever acts in the clause that stands highest
        acting = [one for one in readings if one.source not in (None, best.target)]
        over = max(acting, key=lambda one: _rank(document, one), default=best)
        best = msgspec.structs.replace(best, source=over.source)
    target = best.target
    if not _complete(best) and (target is None or not _is_named(document, target)):
        target = _next_name(document, best)
    return Pair(_span(document, best.source), _span(document, target))


def _complete(one: _Reading) -> bool:
    return one.known and one.source is not None and one.target is not None


def _rank(document: Document, one: _Reading) -> tuple[bool, bool, int]:
    sides = (one.source is not None) + (one.target is not None)
    names = _NAMED_TARGET * (one.target is not None and _is_named(document, one.target))
    names += _NAMED_SOURCE * (one.source is not None and _is_named(document, one.source))
    depth = sum(1 for _ in document.ancestors(one.predicate.i))
    return _complete(one), one.known and sides > 0, _FILLED * sides + names - depth


def _by_entries(document: Document) -> Iterator[_Reading]:
    for match in matches(document, verbs(), VerbEntry):
        for entry in (match.entry, *match.beaten):
            if entry.type:
                source = _first(document, match.predicate, entry.actor)
                target = _first(document, match.predicate, entry.recipient, source)
                yield _Reading(match.predicate, source, target, True)


def _first(
    document: Document, found: Predicate, slots: str, other: int | None = None
) -> int | None:
    paths = (i for path in slots.split() for i in reach(document, found, path))
    return next((i for i in paths if i != other and _is_party(document, i)), None)


def _by_verbs(document: Document) -> Iterator[_Reading]:
    for token in document.tokens:
        if not token.is_verb or token.dep in ("aux", "auxpass"):
            continue
        found = predicate(document, token.i, light=light_verbs())
        source = _first(document, found, "subject")
        targets = [
            i
            for slot in _ACTED_ON
            for i in found.slots.get(slot, ())
            if i != source and _is_party(document, i)
        ]
        named = (i for i in targets if _is_named(document, i))
        yield _Reading(found, source, next(named, next(iter(targets), None)), False)


def _is_party(document: Document, i: int) -> bool:
    token = document.tokens[i]
    pronoun = token.tag in ("PRP", "PRP$", "WP", "WDT")
    return token.is_nominal and not pronoun and token.entity not in _AMOUNTS


def _is_named(document: Document, i: int) -> bool:
    tokens = (document.tokens[j] for j in _phrase(document, i))
    return any(token.pos == "PROPN" or token.entity in _NAMES for token in tokens)


def _phrase(document: Document, i: int) -> list[int]:
    """A noun phrase without clauses, and without prepositions other than `of`."""
    found, queue = [], [i]
    while queue:
        current = queue.pop()
        found.append(current)
        queue.extend(
            child.i
            for child in document.children(current)
            if child.dep not in _APART
            and not child.is_verb
            and (child.dep != "prep" or child.text.lower() == "of")
        )
    return sorted(found)


def _next_name(document: Document, one: _Reading) -> int | None:
    taken = set() if one.source is None else set(_phrase(document, one.source))
    inside = document.subtree(one.predicate.i)
    near = [i for i in inside if i > one.predicate.i]
    later = range(0 if one.source is None else one.source + 1, len(document.tokens))
    for tokens in (near, later):
        found = next(_names(document, tokens, taken), None)
        if found is not None:
            return found
    return None


def _names(document: Document, tokens: Iterable[int], taken: set[int]) -> Iterator[int]:
    for i in tokens:
        token = document.tokens[i]
        free = i not in taken and token.dep not in _MODIFYING and _is_party(document, i)
        if free and (token.pos == "PROPN" or token.entity in _NAMES):
            yield i


def _span(document: Document, i: int | None) -> Span | None:
    if i is None:
        return None
    phrase = _phrase(document, i)
    return Span(start=document.tokens[phrase[0]].start, end=document.tokens[phrase[-1]].end)
