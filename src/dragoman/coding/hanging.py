"""Expressions of time and the words that they hang on."""

import msgspec

from dragoman.parsing.document import Document
from dragoman.resolution.date_frame import Tense
from dragoman.resolution.dates import TimeExpression, find_dates

Day = tuple[str | None, str | None, str | None]  # first, last, the words that say so
NO_DAY: Day = (None, None, None)


class Hanging(msgspec.Struct, frozen=True):
    """The expressions of a document in order, and by each token over them up to a verb."""

    expressions: tuple[TimeExpression, ...]
    by_governor: dict[int, tuple[TimeExpression, ...]]


def hang(document: Document) -> Hanging:
    """Find the expressions of time of a document and what they hang on."""
    found = find_dates(
        document.text, document.report.published, tense=lambda offset: _tense(document, offset)
    )
    hanging: dict[int, list[TimeExpression]] = {}
    for expression in found:
        for i in _governors(document, expression):
            hanging.setdefault(i, []).append(expression)
    return Hanging(found, {i: tuple(held) for i, held in hanging.items()})


def _governors(document: Document, expression: TimeExpression) -> list[int]:
    """Tokens over an expression, up to and with the first verb."""
    inside = document.tokens_in(expression.start, expression.end)
    if not inside:
        return []
    token = document.tokens[inside[0]]
    while token.i in inside and token.head in inside and token.head != token.i:
        token = document.tokens[token.head]
    aside = _is_aside(document, inside[0])
    over: list[int] = []
    for ancestor in document.ancestors(token.i):
        over.append(ancestor.i)
        if ancestor.is_verb or ancestor.pos == "AUX" or (aside and ancestor.is_nominal):
            break
    return over


def _is_aside(document: Document, first: int) -> bool:
    """Whether commas set an expression off: `the anniversary, in July, of the treaty`."""
    before = first - 1
    if before >= 0 and document.tokens[before].tag == "IN":
        before -= 1
    return before >= 0 and document.tokens[before].text == ","


def _tense(document: Document, offset: int) -> Tense:
    i = document.token_at(offset)
    if i is None:
        return "past"
    for ancestor in document.ancestors(i):
        if ancestor.is_verb:
            lemmas = {child.lemma for child in document.children(ancestor.i, "aux")}
            return "future" if lemmas & {"will", "shall"} else "past"
    return "past"


def interval(expression: TimeExpression, published: str) -> Day:
    """The days that an expression gives to what hangs on it; none for `before` and its like."""
    if expression.first is None or expression.last is None or expression.type == "SET":
        return NO_DAY
    if expression.relation in ("until", "before", "after"):
        return NO_DAY
    if expression.relation == "since" and expression.first == expression.last:
        return expression.first, max(expression.first, published), expression.text
    return expression.first, expression.last, expression.text
