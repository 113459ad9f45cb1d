"""Who meets, calls or writes to whom, and where: what a holder's encounters tell of their state."""

from collections.abc import Iterable

from dragoman.codebooks.anaphora import anaphora
from dragoman.parsing.document import Document, Token
from dragoman.resolution.names import Names
from dragoman.resolution.persons import Person

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
Roles = tuple[frozenset[int], frozenset[int]]


def clause_of(document: Document, i: int) -> int:
    """The verb whose subject token `i` is in, else -1."""
    token = document.tokens[i]
    while token.dep in ("conj", "appos", "compound", "flat") and token.head != token.i:
        token = document.tokens[token.head]
    return token.head if token.dep in SUBJECTS else -1


def governor_of(document: Document, token: Token) -> int:
    """The verb or noun over an object, over its preposition where it has one."""
    head = document.tokens[token.head]
    return head.head if head.pos == "ADP" else head.i


def partners_of(document: Document, person: Person, persons: list[Person]) -> list[Person]:
    """Holders with a known party whom the person meets, calls or writes to, or who do so."""
    own = _roles(document, person)
    return [
        other
        for other in persons
        if other is not person and other.owner and _meet(own, _roles(document, other))
    ]


def _roles(document: Document, person: Person) -> Roles:
    """The verbs that the person is subject of, and those that they are partner of."""
    subject = {clause_of(document, last - 1) for _, last in person.spans} - {-1}
    return frozenset(subject), frozenset(_met_by(document, (span[1] - 1 for span in person.spans)))


def _met_by(document: Document, ends: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for i in ends:
        token = document.tokens[i]
        while token.dep in ("conj", "appos", "compound") and token.head != token.i:
            token = document.tokens[token.head]
        if token.dep in ("dobj", "pobj", "dative"):
            governor = document.tokens[governor_of(document, token)]
            while not governor.is_verb and governor.head != governor.i:
                governor = document.tokens[governor.head]
            found.add(governor.i)
    return found


def met_at(document: Document, names: Names, person: Person) -> str | None:
    """The state of the place told of before, where the person is somebody's partner there."""
    for first, last in person.spans:
        if not _met_by(document, (last - 1,)):
            continue
        sentence = document.sentence_of(first)
        for i in range(first - 1, sentence.first, -1):
            name = names.at(i)
            if name is None or name.reading is None or i != name.last - 1:
                continue
            if _is_destination(document, i):
                return name.reading.id
    return None


def is_met_by_us(document: Document, person: Person) -> bool:
    """`I held talks with President Ruto`: he is not of the writer's state."""
    words = anaphora().pronouns
    own_acts = anaphora().context.own_acts
    met = _met_by(document, (last - 1 for _, last in person.spans))
    verbs = (verb for verb in met if document.tokens[verb].lemma not in own_acts)
    subjects = (child for verb in verbs for child in document.children(verb, "nsubj"))
    return any(child.text.lower() in words.i | words.we for child in subjects)


def _meet(a: Roles, b: Roles) -> bool:
    return not (a[0].isdisjoint(b[1]) and b[0].isdisjoint(a[1]))


def _is_destination(document: Document, i: int) -> bool:
    """`in Kyiv`, `to Chad`, and what somebody visits."""
    token = document.tokens[i]
    over = document.tokens[token.head]
    visited = token.dep == "dobj" and over.lemma in anaphora().descriptions.visiting
    return visited or over.text in anaphora().locative.visited
