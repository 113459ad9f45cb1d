"""Predicates: a verb, noun or adjective with the slots around it, however the sentence is built.

`Russia invaded`, `Russia, which invaded`, `accused of invading`, `was invaded by Russia`,
`Russia's invasion of`, `launched an invasion` all have Russia in the slot `subject` or `poss`.
Slots are named by their grammar: `subject`, `object`, `indirect`, `complement` (an infinitive or
clause), `infinitive` (that alone), `adverbial`, `if` (a conditional clause), `manner`,
`attribute`, `poss`, `modifier` (adjective or noun before a noun), and each preposition by its own
word (`with`, `according to`).
"""

from collections import defaultdict

import msgspec

from dragoman.parsing.document import Document, Token
from dragoman.parsing.slots import (
    Slots,
    add_prepositions,
    frozen,
    is_infinitive,
    opened,
    verb_slots,
)


class Predicate(msgspec.Struct, frozen=True, gc=False):
    """A predicate at token `i`. `verb` is the verb that carries its tense, often itself.

    `lemma` includes a particle ("reach out"); `slots` hold token numbers, conjuncts included.
    """

    i: int
    lemma: str
    pos: str  # v, n or a
    verb: int | None
    slots: Slots
    light: bool = False


def predicate(document: Document, i: int, *, light: frozenset[str] = frozenset()) -> Predicate:
    """The predicate at token `i`; `light` are verbs that only carry their object noun."""
    token = document.tokens[i]
    if token.is_verb or token.pos == "AUX":
        return Predicate(i, _with_particle(document, token), "v", i, verb_slots(document, token))
    if token.tag.startswith("JJ") or token.pos == "ADJ":
        return _adjective(document, token)
    return _noun(document, token, light)


def _with_particle(document: Document, token: Token) -> str:
    particles = [child.text.lower() for child in document.children(token.i, "prt")]
    return " ".join([token.lemma, *particles])


def _adjective(document: Document, token: Token) -> Predicate:
    slots: defaultdict[str, list[int]] = defaultdict(list)
    head = document.tokens[token.head]
    verb: int | None = None
    if token.dep in ("acomp", "attr", "oprd", "conj") and (head.pos in ("AUX", "VERB")):
        verb = head.i
        slots["subject"].extend(verb_slots(document, head).get("subject", ()))
    elif token.dep in ("amod", "relcl"):
        slots["subject"].append(token.head)
    slots["complement"].extend(_told(document, token, verb))
    add_prepositions(document, token, slots)
    return Predicate(token.i, token.lemma, "a", verb, frozen(document, slots))


def _told(document: Document, token: Token, verb: int | None) -> list[int]:
    """The clause of an adjective: `is adamant that …` may hang it on the verb."""
    own = [child.i for child in document.children(token.i, "xcomp", "ccomp")]
    if own or verb is None:
        return own
    over = document.children(verb, "ccomp", "xcomp", "advcl")
    after = [child for child in over if child.i > token.i]
    return [c.i for c in after if c.dep != "advcl" or opened(document, c, "that", "whether")]


def _noun(document: Document, token: Token, light: frozenset[str]) -> Predicate:
    slots: defaultdict[str, list[int]] = defaultdict(list)
    for child in document.children(token.i):
        if child.dep == "poss":
            slots["poss"].append(child.i)
        elif child.dep in ("amod", "compound", "nmod", "nummod"):
            slots["modifier"].extend((*_hyphened(document, child), child.i))
        elif child.dep in ("acl", "relcl", "ccomp", "xcomp"):
            slots["complement"].append(child.i)
            if is_infinitive(document, child):
                slots["infinitive"].append(child.i)
    add_prepositions(document, token, slots)
    verb = _carrier(document, token)
    if verb is None:
        return Predicate(token.i, token.lemma, "n", None, frozen(document, slots))
    carried = verb.lemma in light and token.dep != "nsubj"
    if carried:
        for name, filled in verb_slots(document, verb).items():
            if name not in ("object", "adverbial", "complement") and name not in slots:
                slots[name].extend(filled)
    return Predicate(token.i, token.lemma, "n", verb.i, frozen(document, slots), carried)


def _hyphened(document: Document, token: Token) -> list[int]:
    """`U.S.-Mexico` cooperation: the first of the two hangs on the second."""
    if token.i < 2 or document.tokens[token.i - 1].text not in ("-", "–"):  # noqa: PLR2004 - two before
        return []
    return [child.i for child in document.children(token.i) if child.i == token.i - 2]


def _carrier(document: Document, noun: Token) -> Token | None:
    """The verb that a noun is object, subject or attribute of, over `of`-less conjunction."""
    while noun.dep == "conj" and document.tokens[noun.head].is_nominal:
        noun = document.tokens[noun.head]
    head = document.tokens[noun.head]
    if noun.dep in ("dobj", "nsubjpass", "attr", "nsubj") and (head.is_verb or head.pos == "AUX"):
        return head
    if noun.dep == "pobj":
        over = document.tokens[head.head]
        if over.is_verb:
            return over
    return None
