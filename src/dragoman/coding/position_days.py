"""On which day an attitude was told: its clause's day, else its sentence's, else the report's.

What is told in the past without a day is news of the day before the report; what lies further back
(`had condemned`) has no day unless the words tell one.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dragoman.coding.hanging import NO_DAY, interval
from dragoman.coding.statements import innermost
from dragoman.coding.when import Calendar
from dragoman.model import Statement
from dragoman.parsing.document import Document, Token

Days = tuple[str | None, str | None]  # the first and the last
_NEWS = timedelta(days=1)  # how old what a report tells in the past may be
_TENSED = ("VBD", "VBP", "VBZ", "MD")


class PositionDays(msgspec.Struct, frozen=True):
    """The days of the attitudes of a document."""

    calendar: Calendar
    statements: Sequence[Statement]

    def of(self, i: int) -> Days:
        """The days of the attitude that the word at token `i` tells."""
        for day in (self._told_over(i), self._of_statement(i)):
            if day is not None:
                return day
        return self._by_tense(i)

    def _told_over(self, i: int) -> Days | None:
        """The day that hangs on the word or on a clause over it, not one to come."""
        document = self.calendar.document
        for token in (document.tokens[i], *document.ancestors(i)):
            day = self._told_at(token.i)
            if day is not None:
                return day
        return None

    def _told_at(self, i: int) -> Days | None:
        published = self.calendar.document.report.published
        for expression in self.calendar.hanging.by_governor.get(i, ()):
            day = interval(expression, published)
            if day != NO_DAY and day[0] is not None and day[0] <= published:
                return day[0], day[1]
        return None

    def _of_statement(self, i: int) -> Days | None:
        """The day told beside the first or last words of the statement that holds the word."""
        document = self.calendar.document
        token = document.tokens[i]
        statement = innermost(self.statements, token.start, token.end)
        if statement is None or statement.quote == "indirect":
            return None
        inside = document.tokens_in(statement.span.start, statement.span.end)
        for n in dict.fromkeys((inside[0], inside[-1])):
            day = self._told_over(document.sentence_of(n).root)
            if day is not None:
                return day
        return None

    def _by_tense(self, i: int) -> Days:
        document = self.calendar.document
        published = document.report.published
        verb = _tensed(document, document.tokens[i])
        if verb is None or verb.tag != "VBD":
            return published, published
        if verb.lemma == "have" and verb.dep == "aux":
            return None, None
        return (date.fromisoformat(published) - _NEWS).isoformat(), published


def _tensed(document: Document, token: Token) -> Token | None:
    """The verb that tells the tense of a word: its own auxiliary, itself, or the next above."""
    for over in (token, *document.ancestors(token.i)):
        auxiliaries = document.children(over.i, "aux", "auxpass")
        tensed = next((child for child in auxiliaries if child.tag in _TENSED), None)
        if tensed is not None or over.tag in _TENSED:
            return tensed or over
    return None
