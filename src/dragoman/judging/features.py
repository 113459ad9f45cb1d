"""What the judge looks at: words around the marked parties, and how the parties hang together.

A feature is a short string; its first letter names its family:
`w` words, `c` parts of words, `n` words near the parties in the parse, `s` the slots of predicates
that hold the parties, `p` the way between the parties' heads, `e` entries that hold.
"""

from collections.abc import Iterable, Iterator

from dragoman.codebooks.entries import light_verbs
from dragoman.judging.candidates import Candidate
from dragoman.judging.conventions import amounts_to
from dragoman.judging.marked import Marked, holds, way
from dragoman.judging.masks import masked
from dragoman.judging.near import near
from dragoman.parsing.predicates import Predicate, predicate

# What a family counts beside the others.
WEIGHTS = {"w": 1.0, "c": 0.5, "s": 1.0, "p": 2.0, "e": 1.0, "n": 1.0}
FAMILIES = "".join(WEIGHTS)
_PART = range(3, 6)  # letters in a part of a word


def features(marked: Marked, found: Iterable[Candidate]) -> frozenset[str]:
    """The features of a marked text; `found` are its candidates."""
    words = masked(marked, marked.document.tokens)
    return frozenset(
        (
            *_words(words),
            *_parts(marked),
            *_near(masked(marked, near(marked))),
            *_slots(marked),
            *_way(marked),
            *_entries(marked, found),
        )
    )


def _words(words: list[str]) -> Iterator[str]:
    for n, word in enumerate(words):
        yield f"w {word}"
        for size in (2, 3):
            if n + size <= len(words):
                yield f"w {' '.join(words[n : n + size])}"
    if "<source>" in words and "<target>" in words:
        first = "source" if words.index("<source>") < words.index("<target>") else "target"
        yield f"w {first} first"


def _parts(marked: Marked) -> Iterator[str]:
    for token in marked.document.tokens:
        if token.i in marked.sides or token.pos not in ("VERB", "NOUN", "ADJ", "ADV"):
            continue
        word = f"_{token.text.lower()}_"
        for size in _PART:
            for n in range(len(word) - size + 1):
                yield f"c {word[n : n + size]}"


def _near(words: list[str]) -> Iterator[str]:
    for n, word in enumerate(words):
        yield f"n {word}"
        if n + 1 < len(words):
            yield f"n {word} {words[n + 1]}"


def _slots(marked: Marked) -> Iterator[str]:
    document, light = marked.document, light_verbs()
    for token in document.tokens:
        content = token.is_verb or token.pos in ("NOUN", "ADJ", "AUX")
        if token.i in marked.sides or not content or token.dep in ("aux", "auxpass"):
            continue
        found = predicate(document, token.i, light=light)
        yield from _of_predicate(marked, found)


def _of_predicate(marked: Marked, found: Predicate) -> Iterator[str]:
    document = marked.document
    roles = []
    for name, side, head in (
        ("S", marked.source, marked.source_head),
        ("T", marked.target, marked.target_head),
    ):
        for slot, filled in found.slots.items():
            if any(holds(document, i, side, head) for i in filled):
                roles.append(f"{name}={slot}")
                yield f"s {found.lemma} {name}={slot}"
    if not roles:
        return
    negated = any(True for _ in document.children(found.i, "neg"))
    auxiliaries = sorted(child.lemma for child in document.children(found.i, "aux"))
    yield f"s {found.lemma} {' '.join(roles)}"
    yield f"s {' '.join(roles)}"
    if negated:
        yield f"s not {found.lemma}"
    for auxiliary in auxiliaries:
        yield f"s {auxiliary} {roles[0]}"
    for slot, filled in found.slots.items():
        for i in filled:
            if i not in marked.sides:
                yield f"s {found.lemma} {slot}:{document.tokens[i].lemma}"


def _way(marked: Marked) -> Iterator[str]:
    if marked.source_head is None or marked.target_head is None:
        return
    rise, fall = way(marked.document, marked.source_head, marked.target_head)
    if not rise:
        yield "p apart"
        return
    for token in (*rise[1:-1], *fall[:-1]):
        if token.i not in marked.sides:
            yield f"p {token.lemma}"
    top = rise[-1]
    if top.i not in marked.sides:
        yield f"p top {top.lemma}"
    shape = [token.dep for token in rise[:-1]] + ["^"] + [token.dep for token in fall]
    yield f"p {' '.join(shape)}"
    lemmas = [t.lemma for t in (*rise[1:], *fall[:-1]) if t.i not in marked.sides]
    yield f"p all {' '.join(lemmas)}"


def _entries(marked: Marked, found: Iterable[Candidate]) -> Iterator[str]:
    for one in found:
        if one.entry.type:
            label = amounts_to(marked, one) or f"{one.entry.type} {one.modality}"
            place = "turned" if one.turned else "straight"
            yield f"e {label}"
            yield f"e {label} {one.source}{one.target} {place}"
            if one.source and one.target:
                yield f"e both {label}"
                yield f"e both {one.entry.type} {one.modality}"
