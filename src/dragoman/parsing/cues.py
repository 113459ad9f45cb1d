"""Words of speech and thought in a document, each with its source, its content and its audience.

Only grammar is looked at: entries of `cues.csv` against the slots of a predicate, `according to`,
and clauses thrown in between (`the plan, she said, would fail`). Quotation marks come later.
"""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.codebooks.entries import CueEntry, cues
from dragoman.codebooks.speech import speech
from dragoman.model import Span
from dragoman.parsing.document import Document, Token
from dragoman.parsing.frames import Match, filled_slot, matches

_THROWN_IN = ("parataxis", "advcl", "ccomp", "conj", "dep", "intj")
_LINKS = ("PUNCT", "ADP")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_WITNESS = ("accord", "according")  # the preposition `according`, however lemmatised


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A cue at token `i`; `pieces` are its content, none where only quotation marks can tell."""

    i: int
    kind: str
    source: int | None
    pieces: tuple[Span, ...]
    addressees: tuple[int, ...] = ()
    channel: str | None = None


def find_cues(document: Document) -> list[Cue]:
    """Cues in the text's order; at most one a token."""
    found = [_cue(document, match) for match in matches(document, cues(), CueEntry)]
    found.extend(_witnesses(document))
    carried = {cue.i for cue in found}
    kept = [cue for cue in found if not _is_carried(document, cue, carried)]
    return _resumed(document, sorted(kept, key=lambda cue: cue.i))


def _resumed(document: Document, found: list[Cue]) -> list[Cue]:
    """`said that the road was open and added that …`: the parser joins `added` to `was`."""
    by_token = {cue.i: cue for cue in found}
    for cue in found:
        outer = _goes_on(document, document.tokens[cue.i], by_token)
        if outer is None:
            continue
        own = set(document.subtree(cue.i))
        for i, other in by_token.items():
            if i not in own and _tokens(document, other.pieces) & own:
                rest = stretches(document, _tokens(document, other.pieces) - own)
                by_token[i] = msgspec.structs.replace(other, pieces=rest)
        by_token[cue.i] = msgspec.structs.replace(cue, source=outer.source)
    return list(by_token.values())


def _goes_on(document: Document, verb: Token, by_token: dict[int, Cue]) -> Cue | None:
    """The cue in the same tense that a verb goes on with, over a clause that is no cue."""
    joined = verb.dep == "conj" and verb.head not in by_token
    if not joined or verb.lemma not in speech().continuing:
        return None
    if any(True for _ in document.children(verb.i, "nsubj")):
        return None
    if document.tokens[verb.head].dep not in ("ccomp", "acl", "relcl", "advcl"):
        return None
    over = (by_token.get(token.i) for token in document.ancestors(verb.head) if token.is_verb)
    outer = next((cue for cue in over if cue is not None), None)
    return outer if outer is not None and document.tokens[outer.i].tag == verb.tag else None


def _tokens(document: Document, pieces: tuple[Span, ...]) -> set[int]:
    return {i for piece in pieces for i in document.tokens_in(piece.start, piece.end)}


def _is_carried(document: Document, cue: Cue, others: set[int]) -> bool:
    """`expressed hope that`: the noun adds no source of its own to the verb that carries it."""
    token = document.tokens[cue.i]
    if token.is_verb or token.pos == "AUX" or any(True for _ in document.children(cue.i, "poss")):
        return False
    return token.dep in ("dobj", "attr", "acomp", "pobj") and _over(document, token) in others


def _over(document: Document, token: Token) -> int:
    head = document.tokens[token.head]
    return head.head if head.dep == "prep" else head.i


def _cue(document: Document, match: Match[CueEntry]) -> Cue:
    found, entry = match.predicate, match.entry
    source = next((i for slot in _names(entry.source) for i in found.slots.get(slot, ())), None)
    addressees = next(
        (found.slots[slot] for slot in _names(entry.addressee) if slot in found.slots), ()
    )
    heads = [
        _clause_of(document, i)
        for slot in _names(entry.content)
        for i in filled_slot(document, found, slot)
        if found.pos != "n" or slot != "complement" or _completes(document, i)
    ]
    token = document.tokens[found.i]
    pieces = _pieces(document, _without_audience(document, heads, addressees), token)
    if not pieces and found.pos == "v":
        pieces = _around(document, token) or _strayed(document, token)
    return Cue(
        i=found.i,
        kind="speech" if entry.kind == "act" and _tells(document, heads) else entry.kind,
        source=None if source is None or _is_dummy(document, source) else source,
        pieces=pieces,
        addressees=tuple(i for i in addressees if i != source),
        channel=entry.channel,
    )


def _without_audience(
    document: Document, heads: list[int], addressees: tuple[int, ...]
) -> list[int]:
    """`told reporters that …` leaves the reporters out; `urged both to stop` keeps both.

    A dummy `it`, and the adjective of `made clear`, go where a clause follows.
    """
    finite = [i for i in heads if _is_finite(document, i)]
    if not finite:
        return heads
    return [
        i for i in heads if i in finite or not (i in addressees or _is_empty(document.tokens[i]))
    ]


def _is_empty(token: Token) -> bool:
    return token.pos == "ADJ" or token.text.lower() == "it"


def _tells(document: Document, heads: list[int]) -> bool:
    """`agreed to meet` is an act, `agreed that the dam was safe` tells what was said."""
    return any(document.tokens[i].dep == "ccomp" and _is_finite(document, i) for i in heads)


def _is_finite(document: Document, i: int) -> bool:
    token = document.tokens[i]
    infinitive = any(child.tag == "TO" for child in document.children(i, "aux"))
    return (token.is_verb or token.pos == "AUX") and not infinitive


def _clause_of(document: Document, i: int) -> int:
    """In `made clear that …` the clause may hang on the adjective."""
    if document.tokens[i].pos != "ADJ":
        return i
    clauses = document.children(i, "csubj", "ccomp", "advcl")
    return next((clause.i for clause in clauses if clause.i > i), i)


def _strayed(document: Document, cue: Token) -> tuple[Span, ...]:
    """`said in an interview that …`: the clause, hung on the interview."""
    nouns = list(document.children(cue.i, "dobj"))
    for preposition in document.children(cue.i, "prep"):
        nouns.extend(document.children(preposition.i, "pobj"))
    for noun in nouns:
        if speech().channel([*compounds(document, noun), noun.lemma]) is None:
            continue
        for clause in document.children(noun.i, "relcl", "acl", "ccomp"):
            under = document.subtree(clause.i)
            if document.tokens[under[0]].text.lower() == "that":
                return stretches(document, set(under))
    return ()


def compounds(document: Document, noun: Token) -> list[str]:
    """The noun with each of its modifiers, as the codebooks write them: `phone+call`."""
    modifiers = document.children(noun.i, "compound", "amod", "nmod")
    return [f"{child.lemma}+{noun.lemma}" for child in modifiers]


def _names(column: str) -> list[str]:
    return [name.strip() for name in column.split("|") if name.strip()]


def _is_dummy(document: Document, i: int) -> bool:
    token = document.tokens[i]
    return token.dep == "expl" or token.lemma in ("there",)


def _completes(document: Document, i: int) -> bool:
    """Whether a clause under a noun says what it holds (`that …`, `to …`), not which one it is."""
    clause = document.tokens[i]
    under = document.subtree(i)
    opened = document.tokens[under[0]]
    if clause.dep == "relcl":
        return opened.text.lower() == "that" and opened.dep == "mark"
    infinitive = any(child.tag == "TO" for child in document.children(i, "aux"))
    return infinitive or any(True for _ in document.children(i, "mark")) or clause.dep == "ccomp"


def _pieces(document: Document, heads: Iterable[int], cue: Token) -> tuple[Span, ...]:
    """Stretches under the heads; what the cue's own clause describes is not its content."""
    tokens: set[int] = set()
    for head in heads:
        under = document.subtree(head)
        if cue.i not in under:
            tokens.update(under)
    return stretches(document, tokens)


def stretches(document: Document, tokens: set[int]) -> tuple[Span, ...]:
    """Token numbers as stretches of text; punctuation and prepositions do not divide them."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and all(document.tokens[j].pos in _LINKS for j in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    found = [_trimmed(document, run) for run in runs]
    return tuple(span for span in found if span is not None)


def _trimmed(document: Document, run: list[int]) -> Span | None:
    words = [i for i in run if document.tokens[i].pos != "PUNCT"]
    while words and document.tokens[words[-1]].pos == "CCONJ":
        words.pop()
    if not words:
        return None
    return Span(start=document.tokens[words[0]].start, end=document.tokens[words[-1]].end)


def _around(document: Document, cue: Token) -> tuple[Span, ...]:
    """The clause that the cue's own clause is thrown into, or follows after a comma."""
    if cue.dep not in _THROWN_IN or cue.tag not in _FINITE:
        return ()
    own = document.subtree(cue.i)
    as_clause = document.tokens[own[0]].text.lower() == "as"
    if cue.dep != "parataxis" and not as_clause:
        return ()
    host = document.tokens[cue.head]
    return stretches(document, set(document.subtree(host.i)) - set(own))


def _witnesses(document: Document) -> Iterator[Cue]:
    """`according to X`: the clause it hangs on, without these words."""
    for token in document.tokens:
        if token.lemma not in _WITNESS or token.dep != "prep":
            continue
        to = next(document.children(token.i, "prep", "pobj"), None)
        source = next(document.children(to.i, "pobj"), None) if to is not None else None
        if source is None:
            continue
        yield Cue(i=token.i, kind="speech", source=source.i, pieces=_clause_over(document, token))


def _clause_over(document: Document, token: Token) -> tuple[Span, ...]:
    head = document.tokens[token.head]
    while not (head.is_verb or head.pos == "AUX") and head.head != head.i:
        head = document.tokens[head.head]
    while head.dep in ("conj", "xcomp") and head.head != head.i:
        head = document.tokens[head.head]
    own = set(document.subtree(token.i))
    return stretches(document, set(document.subtree(head.i)) - own)
