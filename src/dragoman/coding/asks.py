"""What is asked or promised, and by when: the content of acts of asking and agreeing.

`urged Mali to hold elections by June`: the content is `to hold elections by June`, due 30 June.
"""

from collections.abc import Collection, Iterator

from dragoman.model import Span
from dragoman.parsing.document import Document, Token
from dragoman.parsing.frames import filled_slot
from dragoman.parsing.predicates import Predicate
from dragoman.resolution.dates import find_dates

# Where the content stands, tried in this order: a clause before a thing, a thing before a topic.
_SLOTS = ("complement", "adverbial", "for", "on", "object", "to", "of", "attribute")
_INFINITIVE = "TO"
_TOWARDS = ("to", "with", "from", "for")  # prepositions that name the other side
_OPENERS = ("that", "whether")  # what opens a clause that is itself the content
_LIMIT = "before"  # "by Friday", "until June"
_BEGINNINGS = ("since", "after")


def content_of(document: Document, found: Predicate, sides: Collection[int]) -> Span | None:
    """The words of what is asked or promised; `sides` are the tokens of who asks and is asked."""
    for slot in _SLOTS:
        heads = [i for i in filled_slot(document, found, slot) if i not in sides]
        heads = [i for i in heads if _may_be(document, found, slot, i)]
        if heads:
            return _span(document, [j for i in heads for j in _words(document, i, sides)])
    return None


def due_of(document: Document, content: Span | None) -> str | None:
    """The last day to come that the content names, or that a limit after it sets: `by Friday`."""
    if content is None:
        return None
    published = document.report.published
    sentence = document.sentence_of(document.tokens_in(content.start, content.end)[0])
    named = find_dates(
        document.text, published, tense=lambda _: "future", start=content.start, end=sentence.end
    )
    to_come = [
        found.last
        for found in named
        if found.type != "SET" and found.relation not in _BEGINNINGS and found.last is not None
        if found.end <= content.end or found.relation == _LIMIT
        if found.last > published or found.relation == _LIMIT
    ]
    return max((day for day in to_come if day >= published), default=None)


def _may_be(document: Document, found: Predicate, slot: str, i: int) -> bool:
    """An adverbial clause is content only as an infinitive; what stands before the word is none."""
    if slot == "adverbial":
        return i > found.i and _is_infinitive(document, i)
    passive = document.tokens[i].dep == "nsubjpass"
    return i > found.i or (passive and slot == "object")


def _is_infinitive(document: Document, i: int) -> bool:
    return any(child.tag == _INFINITIVE for child in document.children(i, "aux"))


def _words(document: Document, i: int, sides: Collection[int]) -> Iterator[int]:
    """A phrase's tokens, less who is to act (`Mali` in `urged Mali to hold`) and asides."""
    yield i
    infinitive = _is_infinitive(document, i)
    for child in document.children(i):
        who = infinitive and child.dep == "nsubj"
        if not who and not _names_side(document, child, sides) and not _is_aside(document, child):
            yield from _words(document, child.i, sides)


def _names_side(document: Document, child: Token, sides: Collection[int]) -> bool:
    """`pledged loans to Bangladesh`: to whom, told apart already."""
    named = child.dep == "prep" and child.text.lower() in _TOWARDS
    return named and any(target.i in sides for target in document.children(child.i, "pobj"))


def _is_aside(document: Document, child: Token) -> bool:
    """Clauses thrown in, and what only times or surrounds the asking: `if`, `when`, `as`."""
    if child.dep == "parataxis":
        return True
    marks = [mark.text.lower() for mark in document.children(child.i, "mark")]
    return child.dep in ("advcl", "ccomp") and any(mark not in _OPENERS for mark in marks)


def _span(document: Document, words: list[int]) -> Span | None:
    kept = sorted(set(words))
    while kept and document.tokens[kept[-1]].pos == "PUNCT":
        kept.pop()
    while kept and document.tokens[kept[0]].pos == "PUNCT":
        kept.pop(0)
    if not kept:
        return None
    return Span(start=document.tokens[kept[0]].start, end=document.tokens[kept[-1]].end)
