"""How noun phrases stand in their sentence: what the choice of the two parties looks at.

A feature is a short string without any word of the text but prepositions: what kind of name it is,
the way up to the root, the role in its clause, the roles that entries of the verb codebook have for
it, and, once the source is known, the way from there.
"""

from collections import defaultdict

import msgspec

from dragoman.codebooks.entries import VerbEntry, verbs
from dragoman.coding.roles import reach
from dragoman.judging.marked import way
from dragoman.judging.phrases import inside, is_named, nominals
from dragoman.parsing.document import Document, Token
from dragoman.parsing.frames import matches

_KINDS = frozenset(("GPE", "NORP", "PERSON", "ORG", "LOC", "FAC", "EVENT"))
_CLAUSES = frozenset(("relcl", "acl", "advcl", "xcomp", "conj", "pcomp", "csubj", "parataxis"))
_STEPS = 3  # of the way up that are told in one
_FAR, _FURTHEST, _DEEP, _LATE, _NEXT = 6, 7, 2, 3, 2  # from here on numbers are one


class Standing(msgspec.Struct, frozen=True):
    """A noun that heads a phrase, its features, and the predicates whose entries know it.

    `acts`: predicates that have it as an actor; `receives`: those that have it as a recipient.
    """

    i: int
    features: frozenset[str]
    named: bool
    acts: frozenset[int]
    receives: frozenset[int]


class _Roles(msgspec.Struct, frozen=True):
    """What entries say: tokens to predicates with how deep these stand."""

    acts: dict[int, dict[int, int]]
    receives: dict[int, dict[int, int]]


def standings(document: Document) -> list[Standing]:
    """All phrases that may be a party, in the order of the text."""
    roles = _roles(document)
    found: list[Standing] = []
    names = 0
    for i in nominals(document):
        kind = _kind(document, i)
        features = {*_placed(document, i, kind), *_known(roles, i)}
        features.add("later" if found else "first")
        if kind != "common":
            features.add(f"name {min(names, _LATE)}")
            names += 1
        acts, receives = roles.acts.get(i, {}), roles.receives.get(i, {})
        named = kind != "common"
        found.append(Standing(i, frozenset(features), named, frozenset(acts), frozenset(receives)))
    return found


def facing(document: Document, all_of: list[Standing], source: Standing) -> list[Standing]:
    """All but the source, with how each stands to it."""
    taken = inside(document, source.i)
    found = []
    after = 0
    for one in all_of:
        if one.i == source.i:
            continue
        features = {*one.features, *_faced(document, one, source)}
        if one.i in taken:
            features.add("in source")
        if one.named and one.i > source.i:
            features.add(f"name after {min(after, _NEXT)}")
            after += 1
        found.append(msgspec.structs.replace(one, features=frozenset(features)))
    return found


def _kind(document: Document, i: int) -> str:
    token = document.tokens[i]
    if token.entity in _KINDS:
        return token.entity
    if token.pos == "PROPN":
        return "name"
    return "of a name" if is_named(document, i) else "common"


def _placed(document: Document, i: int, kind: str) -> set[str]:
    token = document.tokens[i]
    up = [token, *document.ancestors(i)]
    steps = [_step(each) for each in up[:-1]]
    known = "common" if kind == "common" else "named"
    found = {
        f"kind {kind}",
        f"{known} {_place(document, token)}",
        f"up {' '.join(steps[:_STEPS])}",
        f"top {steps[-1] if steps else 'root'}",
        f"height {min(_FAR, len(steps))}",
    }
    if token.dep == "conj" and document.tokens[token.head].is_nominal:
        found.add("listed")
    verb = next((n for n, each in enumerate(up) if n and _is_verbal(each)), None)
    if verb is not None:
        found.update((f"role {up[verb - 1].dep}", f"clause {up[verb].dep}"))
        if verb > 1:
            found.add("within")
    return found


def _place(document: Document, token: Token) -> str:
    """The preposition before a phrase or the phrase's dependency, over lists."""
    while token.dep == "conj" and document.tokens[token.head].is_nominal:
        token = document.tokens[token.head]
    return document.tokens[token.head].text.lower() if token.dep == "pobj" else token.dep


def _step(token: Token) -> str:
    return f"prep:{token.text.lower()}" if token.dep == "prep" else token.dep


def _is_verbal(token: Token) -> bool:
    return token.is_verb or token.pos == "AUX"


def _known(roles: _Roles, i: int) -> set[str]:
    found: set[str] = set()
    for name, known in (("actor", roles.acts), ("recipient", roles.receives)):
        for depth in known.get(i, {}).values():
            found.update((f"entry {name}", f"entry {name} {depth}"))
    return found


def _faced(document: Document, one: Standing, source: Standing) -> set[str]:
    found = {"after source" if one.i > source.i else "before source"}
    rise, fall = way(document, source.i, one.i)
    if rise:
        steps = [*map(_step, rise[:-1]), "^", *map(_step, fall)]
        found.update((f"way {' '.join(steps)}", f"way of {min(_FURTHEST, len(steps))}"))
    else:
        found.add("apart")
    if one.receives & source.acts:
        found.add("same entry")
    if one.receives - source.acts:
        found.add("other entry")
    return found


def _roles(document: Document) -> _Roles:
    acts: defaultdict[int, dict[int, int]] = defaultdict(dict)
    receives: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for match in matches(document, verbs(), VerbEntry):
        at = match.predicate.i
        depth = _depth(document, at)
        for entry in (match.entry, *match.beaten):
            if entry.type:
                for known, paths in ((acts, entry.actor), (receives, entry.recipient)):
                    for path in paths.split():
                        for i in reach(document, match.predicate, path):
                            known[i][at] = depth
    return _Roles(acts, receives)


def _depth(document: Document, i: int) -> int:
    """Clauses over a predicate, what is told not counted."""
    over = (document.tokens[i], *document.ancestors(i))
    return min(_DEEP, sum(1 for each in over if each.dep in _CLAUSES and not each.is_nominal))
