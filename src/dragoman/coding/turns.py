"""From an attitude down to an issue: how the words between them turn, weaken or cut it off.

"called for an end to the war": from `war` up to what was called for, `end … to` turns once.
"""

from collections.abc import Collection, Iterator, Mapping

import msgspec

from dragoman.codebooks.attitudes import attitudes
from dragoman.codebooks.issues import issues
from dragoman.coding.issues import IssueMatch
from dragoman.parsing.document import Document, Token

_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "attr", "xcomp", "ccomp", "pcomp", "dative"})
_BEFORE = frozenset({"compound", "amod", "nmod"})
_ASIDE = frozenset({"relcl", "parataxis", "appos", "poss"})
_INSIDE = "in"
_TO = "to"
COMPARATIVE = ("JJR", "RBR")
_FROM_VERBS = frozenset({"of", "to", "on", "against", "from"})
_FROM_NOUNS = _FROM_VERBS | {"in", "for", "at"}


class Turn(msgspec.Struct, frozen=True, gc=False):
    """`sign` is -1 where an odd number of words turned; `steps` counts words in between.

    `turned` says that any did; `before` that the issue only stands before another noun.
    """

    sign: int
    steps: int
    turned: bool
    before: bool
    lifted: bool


def head_of(document: Document, match: IssueMatch) -> int:
    """The token that heads the words of a match."""
    inside = range(match.first, match.last)
    heads = [i for i in inside if document.tokens[i].head not in inside]
    nominal = [i for i in heads if document.tokens[i].pos not in ("DET", "PUNCT", "ADP")]
    return (nominal or heads or [match.first])[0]


def is_evil(match: IssueMatch) -> bool:
    """Whether the words name something that nobody wants: war, or the breach of a good."""
    return issues()[match.slug].harm != match.against


def turn(
    document: Document,
    match: IssueMatch,
    roots: Collection[int],
    *,
    cue: int,
    named: Mapping[int, bool],
) -> Turn | None:
    """How an attitude to `roots` reaches the issue; null where it does not.

    `named` tells of the tokens of all issues whether they are evils: what stands under another
    issue is only its circumstance. What negates the word of attitude itself, `cue`, does not count.
    Two goods apart: a good joined to an evil is lifted over it.
    """
    sign, steps, turned, before = 1, 0, False, False
    joined, lifted, evil = False, False, is_evil(match)
    mixed = False
    raised = document.tokens[head_of(document, match)].dep == "conj"  # the parser hangs it low
    for token in _climb(document, head_of(document, match), roots):
        elsewhere = token.i in named and not match.first <= token.i < match.last
        beside = raised and named.get(token.i) == evil
        if elsewhere and not joined and not lifted and not beside:
            return None
        if not joined and token.i != cue and is_negated(document, token):
            sign, turned = -sign, True
        if _is_infinitives(document, token):
            sign, turned = -sign, True
        if token.i in roots:
            return Turn(sign, steps, turned, before, mixed)
        joined = _is_joined(document, token)
        if joined:
            lifted |= named.get(token.head, evil) != evil
            mixed |= lifted
            continue
        over, dep = _over(document, token)
        if _cuts(document, token, over, dep):
            return None
        lifted = lifted and not over.is_verb
        spared = lifted or (not evil and token.lemma in attitudes().turning.troubles)
        if not spared and _turns(document, token, over, dep):
            sign, turned = -sign, True
        steps += over.pos != "ADP"
        before |= token.dep in _BEFORE and over.lemma not in attitudes().carrying.nouns
    return None


def _is_joined(document: Document, token: Token) -> bool:
    """Whether a word is joined to the one above, though the parser may hang it before it."""
    if token.dep not in _BEFORE:
        return token.dep == "conj"
    return any(document.tokens[i].pos == "CCONJ" for i in range(token.i + 1, token.head))


def _is_infinitives(document: Document, token: Token) -> bool:
    """`commitment to combat corruption`: the parser takes the verb for a part of its object."""
    parts = document.children(token.i, "compound", "amod")
    turning = (c for c in parts if c.lemma in attitudes().turning.verbs and c.i)
    return any(document.tokens[c.i - 1].text.lower() == _TO for c in turning)


def _climb(document: Document, i: int, roots: Collection[int]) -> Iterator[Token]:
    yield document.tokens[i]
    while i not in roots and document.tokens[i].head != i:
        i = _over(document, document.tokens[i])[0].i
        yield document.tokens[i]


def _over(document: Document, token: Token) -> tuple[Token, str]:
    """The word above and the relation to it; a raised subject goes to its infinitive."""
    over = document.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass") and over.lemma in attitudes().turning.raising:
        for child in document.children(over.i, "xcomp"):
            passive = any(True for _ in document.children(child.i, "auxpass"))
            return child, "nsubjpass" if passive else "nsubj"
    return over, token.dep


def is_negated(document: Document, token: Token) -> bool:
    """Whether a negation stands directly at a word: not, no, nobody's, neither."""
    words = attitudes().turning.negations
    for child in document.children(token.i):
        if child.lemma in words or child.text.lower() in words:
            return not _is_correlative(document, child) and not _is_outdone(document, child)
        if child.dep in ("poss", "nsubj") and any(
            grand.lemma in words for grand in document.children(child.i, "det", "neg")
        ):
            return True
    return False


def _is_outdone(document: Document, negation: Token) -> bool:
    """Whether a comparative makes a superlative of it: "nothing is more essential than"."""
    described = list(document.children(negation.i, "amod"))
    degrees = (d for one in described for d in document.children(one.i, "advmod"))
    return any(token.tag in COMPARATIVE for token in (*described, *degrees))


def _is_correlative(document: Document, negation: Token) -> bool:
    """Whether it is the first half of "not only … but": no negation."""
    following = document.tokens[negation.i + 1 : negation.i + 2]
    return any(token.lemma in attitudes().turning.correlatives for token in following)


def _cuts(document: Document, token: Token, over: Token, dep: str) -> bool:
    """Whether what is above only speaks of, or stands beside, what is below."""
    topical = attitudes().topical
    if token.dep in _ASIDE:
        return True
    if token.dep == "ccomp" and any(
        mark.lemma in topical.marks_of_doubt for mark in document.children(token.i, "mark")
    ):
        return True
    if token.dep == "advcl":
        return any(mark.lemma in topical.marks for mark in document.children(token.i, "mark"))
    if over.pos in ("ADP", "SCONJ"):
        opened = token.lemma in topical.phrases.get(over.lemma, ())  # "in response to the attack"
        where = over.lemma == _INSIDE and token.pos == "PROPN"  # "in the South China Sea"
        return opened or where or over.lemma in topical.prepositions
    if over.is_verb:
        return over.lemma in topical.verbs and dep != "nsubj"
    return over.lemma in topical.nouns and token.dep in ("prep", "acl", "ccomp")


def _turns(document: Document, token: Token, over: Token, dep: str) -> bool:
    turning = attitudes().turning
    if over.pos == "ADP" and dep in ("pobj", "pcomp"):
        return over.lemma in turning.prepositions
    if over.is_verb:
        if dep == "nsubj":
            return over.lemma in turning.endings and not _has_object(document, over)
        reached = dep in _OBJECTS or (dep == "prep" and token.lemma in _FROM_VERBS)
        removed = dep == "prep" and _has_turning_object(document, over)
        return over.lemma in turning.verbs and reached and not removed
    if over.lemma not in turning.nouns:
        return False
    if dep in _BEFORE:
        return over.lemma not in turning.reach
    return dep in ("prep", "acl") and token.lemma in turning.reach.get(over.lemma, _FROM_NOUNS)


def _has_turning_object(document: Document, verb: Token) -> bool:
    """`removing obstacles to the export`: what the parser hangs on the verb is the noun's."""
    return any(c.lemma in attitudes().turning.nouns for c in document.children(verb.i, "dobj"))


def _has_object(document: Document, verb: Token) -> bool:
    return any(True for _ in document.children(verb.i, "dobj"))
