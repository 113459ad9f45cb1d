"""How the words of a text lean towards a target: "voted to end support for the war" is against it.

From each of the target's words upwards, as long as it is what is acted on: each word that leans or
turns multiplies the side. Where the target itself acts, what it does speaks for or against it.
"""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from dragoman.codebooks.attitudes import attitudes
from dragoman.codebooks.entries import light_verbs
from dragoman.codebooks.evaluative import evaluative
from dragoman.coding.leanings import Leaning
from dragoman.parsing.document import Document, Token

_OWNED = ("poss", "compound")  # the target's deed: "Peru's attack"
_SUBJECTS = ("nsubj", "csubj")
_AGENT = "by"
_BESIDE = ("conj", "appos", "relcl", "advcl", "parataxis", "advmod")
_SAID_OF = ("acomp", "attr", "oprd", "dobj", "xcomp", "ccomp")
_DESCRIBING = ("amod", "appos", "compound", "relcl")
_VERBS_OVER = 3  # how far up a sentence the target is still what the words are about


class Evidence(msgspec.Struct, frozen=True):
    """What speaks for (1) or against (-1) a target, how much it weighs, and by which word."""

    side: int
    weight: float
    i: int


def towards(
    document: Document, targets: Collection[int], leaning: Mapping[int, Leaning]
) -> tuple[Evidence, ...]:
    """What a document says for and against a target, whose tokens are given."""
    heads = dict.fromkeys(_head(document, i, targets) for i in targets)
    return tuple(found for i in heads for found in _of_word(document, i, leaning))


def balance(evidence: Collection[Evidence], leaning: Mapping[int, Leaning]) -> float:
    """All evidence in one figure: above zero speaks for the target, below it against."""
    near = sum(found.side * found.weight for found in evidence)
    return near + evaluative().weights.elsewhere * sum(one.side for one in leaning.values())


def _head(document: Document, i: int, targets: Collection[int]) -> int:
    token = document.tokens[i]
    while token.dep in ("compound", "amod", "nmod") and token.head in targets:
        token = document.tokens[token.head]
    return token.i


def _of_word(document: Document, i: int, leaning: Mapping[int, Leaning]) -> Iterator[Evidence]:
    yield from _over(document, document.tokens[i], leaning)
    for child in document.children(i, *_DESCRIBING):
        if child.i in leaning:
            weight = evaluative().weights.describes
            yield Evidence(leaning[child.i].side, weight, child.i)


def _over(document: Document, token: Token, leaning: Mapping[int, Leaning]) -> Iterator[Evidence]:
    """What the words over a target make of it."""
    side, words, against = 1, list[int](), False
    for below, over in _climb(document, token):
        if over.pos == "ADP":
            against ^= over.lemma in attitudes().turning.prepositions
        elif _is_doer(below, over):
            yield from _deed(document, over, leaning) if not words else ()
            break
        elif made := _made(document, below, over, leaning, carried=bool(words)):
            # "voted against": the preposition is part of what already leans against
            side *= -1 if against else made
            against = False
            words.append(over.i)
    if words:
        weights = evaluative().weights
        weight = weights.governs if len(words) == 1 else weights.turns_twice
        yield Evidence(-side if against else side, weight, words[0])


def _climb(document: Document, token: Token) -> Iterator[tuple[Token, Token]]:
    """Each word above and the one below it, up to some verbs."""
    crossed = 0
    while token.head != token.i and crossed < _VERBS_OVER:
        over = document.tokens[token.head]
        yield token, over
        crossed += over.is_verb
        token = over


def _is_doer(token: Token, over: Token) -> bool:
    agent = token.dep == "prep" and token.lemma == _AGENT
    owner = token.dep == "poss" or (token.dep in _OWNED and over.pos == "NOUN")
    return agent or owner or token.dep in _SUBJECTS


def _made(
    document: Document,
    below: Token,
    over: Token,
    leaning: Mapping[int, Leaning],
    *,
    carried: bool,
) -> int:
    """How a word turns what it governs; a verb that only carries a noun does as the noun does."""
    if below.dep in _BESIDE:
        return 0
    if over.lemma not in light_verbs():
        return _side(over, leaning)
    if carried:
        return 0
    if below.dep != "prep":
        return _side(over, leaning)
    carries = document.children(over.i, "dobj")  # "voiced opposition to", hung on the verb
    return next((_side(noun, leaning) for noun in carries), 0) or _side(over, leaning)


def _side(token: Token, leaning: Mapping[int, Leaning]) -> int:
    if token.i in leaning:
        return leaning[token.i].side
    turning = attitudes().turning
    return -1 if token.lemma in turning.verbs or token.lemma in turning.nouns else 0


def _deed(document: Document, deed: Token, leaning: Mapping[int, Leaning]) -> Iterator[Evidence]:
    """What a target does, is or has speaks for or against it."""
    weights = evaluative().weights
    if _side(deed, leaning):
        yield Evidence(_side(deed, leaning), weights.acts, deed.i)
    elif deed.is_verb:
        for child in document.children(deed.i, *_SAID_OF):
            if child.i in leaning:
                yield Evidence(leaning[child.i].side, weights.told, child.i)
