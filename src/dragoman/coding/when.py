"""Which day an act has: its own expression of time, the clause over it, another telling of it.

An act with no day stays without one, unless its type counts as news when told in the past
(`recent_days` in plover.toml): then its interval is that many days before the report.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dragoman.codebooks.plover import plover
from dragoman.model import Modality
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate
from dragoman.resolution.dates import TimeExpression, find_dates

Day = tuple[str | None, str | None, str | None]  # first, last, the words that say so
Key = tuple[str, frozenset[str], str | None, Modality]
NO_DAY: Day = (None, None, None)
_VAGUE_DAYS = {"PXD": (7, 1), "PXW": (42, 7)}  # "days after": from, to days before the main act
_CLIMB = 5  # clauses over an act that may lend it their day


class Calendar(msgspec.Struct, frozen=True):
    """The expressions of time of a document, by the tokens that they hang on."""

    document: Document
    expressions: tuple[TimeExpression, ...]
    by_governor: dict[int, tuple[TimeExpression, ...]]

    def days(self, acts: Sequence[tuple[Predicate, Key]]) -> list[Day]:
        """The day of each act, in their order."""
        found = [self.own_day(predicate) for predicate, _ in acts]
        found = [
            _other_telling(acts, found, n) if day == NO_DAY else day for n, day in enumerate(found)
        ]
        found = [
            self._carried_on(acts, found, n) if day == NO_DAY else day
            for n, day in enumerate(found)
        ]
        return [
            self._as_news(predicate, key) if day == NO_DAY else day
            for (predicate, key), day in zip(acts, found, strict=True)
        ]

    def own_day(self, predicate: Predicate) -> Day:
        """The day that the act's clause, or a clause over it, tells."""
        tokens = [predicate.i]
        if predicate.verb is not None and (predicate.light or predicate.pos != "n"):
            tokens.append(predicate.verb)
        for i in tokens:
            day = self._told_at(i)
            if day != NO_DAY:
                return day
        return self._from_above(self.document.tokens[tokens[-1]])

    def _told_at(self, i: int) -> Day:
        for expression in self.by_governor.get(i, ()):
            day = _interval(expression, self.document.report.published)
            if day != NO_DAY:
                return day
        return NO_DAY

    def _from_above(self, token: Token) -> Day:
        """A joined or lower clause shares the day of the clause over it; `after` is before."""
        for _ in range(_CLIMB):
            over = self.document.tokens[token.head]
            if over.i == token.i or not (over.is_verb or over.is_nominal):
                return NO_DAY
            before = self._days_before(token)
            if before is not None:
                return self._shifted(over, before)
            if not _shares_day(self.document, token):
                return NO_DAY
            day = self._told_at(over.i)
            if day != NO_DAY:
                return day
            token = over
        return NO_DAY

    def _days_before(self, clause: Token) -> tuple[int, int] | None:
        """`days after he visited`: how many days the visit lies before the main act."""
        marks = {child.text.lower() for child in self.document.children(clause.i, "mark")}
        if "after" not in marks:
            return None
        for expression in self.expressions:
            at = self.document.token_at(expression.start)
            near = at is not None and self.document.tokens[at].head in (clause.i, clause.head)
            if near and expression.value in _VAGUE_DAYS:
                return _VAGUE_DAYS[expression.value]
        return None

    def _shifted(self, main: Token, before: tuple[int, int]) -> Day:
        first, last, text = self._told_at(main.i)
        if first is None or last is None:
            return NO_DAY
        return _earlier(first, before[0]), _earlier(last, before[1]), text

    def _carried_on(
        self, acts: Sequence[tuple[Predicate, Key]], found: Sequence[Day], n: int
    ) -> Day:
        """A main clause told in the past goes on with the day of its actors' last dated act."""
        predicate, key = acts[n]
        if not self._is_foreground(predicate) or key[3] != "asserted":
            return NO_DAY
        for before in range(n - 1, -1, -1):
            earlier, (_, sides, _, told) = acts[before][0], acts[before][1]
            dated = found[before] != NO_DAY and self._is_foreground(earlier)
            if dated and told == "asserted" and sides & key[1]:
                return found[before]
        return NO_DAY

    def _is_foreground(self, predicate: Predicate) -> bool:
        """Told in the simple past, in a main clause, a quotation, or a participle under one."""
        if predicate.pos == "n" and not predicate.light:
            return False
        i = predicate.verb if predicate.verb is not None else predicate.i
        token = self.document.tokens[i]
        for _ in range(_CLIMB):
            if any(child.lemma == "have" for child in self.document.children(token.i, "aux")):
                return False
            if token.dep in ("ROOT", "ccomp") or token.head == token.i:
                return self._is_past_simple(token)
            if token.dep not in ("conj", "advcl", "xcomp") or self._is_subordinate(token):
                return False
            token = self.document.tokens[token.head]
        return False

    def _is_past_simple(self, verb: Token) -> bool:
        if verb.tag == "VBD":
            return True
        passive = (child.tag for child in self.document.children(verb.i, "auxpass"))
        return verb.tag == "VBN" and "VBD" in passive

    def _is_subordinate(self, token: Token) -> bool:
        return any(True for _ in self.document.children(token.i, "mark"))

    def _as_news(self, predicate: Predicate, key: Key) -> Day:
        recent = plover().types[key[0]].recent_days
        if recent is None or key[3] != "asserted" or not self._is_past(predicate):
            return NO_DAY
        published = self.document.report.published
        return _earlier(published, recent), published, None

    def _is_past(self, predicate: Predicate) -> bool:
        i = predicate.verb if predicate.verb is not None else predicate.i
        token = self.document.tokens[i]
        while not token.is_verb and token.head != token.i:
            token = self.document.tokens[token.head]
        past_perfect = any(c.text.lower() == "had" for c in self.document.children(token.i, "aux"))
        return token.tag in ("VBD", "VBN", "VBG") and not past_perfect


def calendar(document: Document) -> Calendar:
    """Find the expressions of time of a document and what they hang on."""
    found = find_dates(
        document.text, document.report.published, tense=lambda offset: _tense(document, offset)
    )
    hanging: dict[int, list[TimeExpression]] = {}
    for expression in found:
        for i in _governors(document, expression):
            hanging.setdefault(i, []).append(expression)
    return Calendar(document, found, {i: tuple(held) for i, held in hanging.items()})


def _governors(document: Document, expression: TimeExpression) -> list[int]:
    """Tokens over an expression, up to and with the first verb."""
    inside = document.tokens_in(expression.start, expression.end)
    if not inside:
        return []
    token = document.tokens[inside[0]]
    while token.i in inside and token.head in inside and token.head != token.i:
        token = document.tokens[token.head]
    over: list[int] = []
    for ancestor in document.ancestors(token.i):
        over.append(ancestor.i)
        if ancestor.is_verb or ancestor.pos == "AUX":
            break
    return over


def _tense(document: Document, offset: int) -> str:
    i = document.token_at(offset)
    if i is None:
        return "past"
    for ancestor in document.ancestors(i):
        if ancestor.is_verb:
            lemmas = {child.lemma for child in document.children(ancestor.i, "aux")}
            return "future" if lemmas & {"will", "shall"} else "past"
    return "past"


def _interval(expression: TimeExpression, published: str) -> Day:
    if expression.first is None or expression.last is None or expression.type == "SET":
        return NO_DAY
    if expression.relation in ("until", "before", "after"):
        return NO_DAY
    if expression.relation == "since" and expression.first == expression.last:
        return expression.first, max(expression.first, published), expression.text
    return expression.first, expression.last, expression.text


def _shares_day(document: Document, token: Token) -> bool:
    """Whether a clause happens on the day of the clause that it hangs on."""
    if token.dep in ("conj", "xcomp"):
        return True
    if token.dep == "advcl":
        return not any(
            child.text.lower() in ("after", "before", "since", "until", "as", "because", "if")
            for child in document.children(token.i, "mark")
        )
    return token.dep in ("prep", "pobj", "dobj", "nsubj") and not token.is_verb


def _other_telling(acts: Sequence[tuple[Predicate, Key]], found: Sequence[Day], n: int) -> Day:
    """The day of the same act told elsewhere in the report, if all its tellings agree."""
    kind, sides, mode, told = acts[n][1]
    days = {
        day
        for (_, (other, with_, how, as_)), day in zip(acts, found, strict=True)
        if day != NO_DAY and other == kind and with_ == sides and as_ == told
        if how == mode or how is None or mode is None
    }
    return days.pop() if len(days) == 1 else NO_DAY


def _earlier(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO day to another."""
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
