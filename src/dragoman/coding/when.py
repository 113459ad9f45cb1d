"""Which day an act has: its own expression of time, the clause over it, another telling of it.

An act with no day stays without one, unless its type counts as news when told in the past
(`recent_days` in plover.toml): then its interval is that many days before the report.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from dragoman.codebooks.plover import plover
from dragoman.coding.hanging import NO_DAY, Day, Hanging, hang, interval
from dragoman.model import Modality
from dragoman.parsing.document import Document, Token
from dragoman.parsing.predicates import Predicate

_VAGUE_DAYS = {"PXD": (7, 1), "PXW": (42, 7)}  # "days after": from, to days before the main act
_LEAD = 3  # sentences that may tell the day of the story: title and dateline may come first
_LENT_DAYS = 92  # a season at most is lent to another act
_CLIMB = 5  # clauses over an act that may lend it their day


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """An act as its day is sought: `said` where the saying is the act (a threat, a thanks)."""

    predicate: Predicate
    kind: str
    sides: frozenset[str]
    mode: str | None
    modality: Modality
    said: bool = False


class Calendar(msgspec.Struct, frozen=True):
    """The days of a document's acts."""

    document: Document
    hanging: Hanging

    def days(self, told: Sequence[Telling]) -> list[Day]:
        """The day of each act, in their order."""
        found = [self._stated(act) for act in told]
        found = _from_other_tellings(told, found)
        for rule in (_during, self._carried_on, self._as_said, self._as_news):
            found = [rule(told, found, n) if day == NO_DAY else day for n, day in enumerate(found)]
        return found

    def _stated(self, act: Telling) -> Day:
        """What is being said is of the report's day; else the day that the words tell."""
        if self._is_being_said(act):
            return self.document.report.published, self.document.report.published, None
        return self._possible(act, self.own_day(act.predicate))

    def _possible(self, act: Telling, day: Day) -> Day:
        """What is told as done was not done after the report: such a day is of something else."""
        past = self._is_past(act.predicate) and not self._is_present(act.predicate)
        is_done = act.modality == "asserted" and past
        return NO_DAY if is_done and is_to_come(day, self.document.report.published) else day

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
        for expression in self.hanging.by_governor.get(i, ()):
            day = interval(expression, self.document.report.published)
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
        for expression in self.hanging.expressions:
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

    def _carried_on(self, told: Sequence[Telling], found: Sequence[Day], n: int) -> Day:
        """A main clause told in the past goes on with the day of its actors' last dated act."""
        act = told[n]
        if act.modality != "asserted" or not self._is_foreground(act):
            return NO_DAY
        for earlier, day in zip(reversed(told[:n]), reversed(found[:n]), strict=True):
            dated = _is_near(day) and earlier.modality == "asserted"
            shared = len(earlier.sides & act.sides)
            if dated and shared and self._is_foreground(earlier):
                same_story = shared > 1 or self._is_news(act, day)
                return day if same_story else NO_DAY
        return NO_DAY

    def _is_news(self, act: Telling, day: Day) -> bool:
        """What is said with no day is said about now, though an older act was told before it."""
        kind = plover().types[act.kind]
        if not kind.said or kind.recent_days is None or day[1] is None:
            return True
        return days_between(day[1], self.document.report.published) <= kind.recent_days

    def _story_day(self) -> Day:
        """The day that the report's first sentences tell for what they say."""
        for sentence in self.document.sentences[:_LEAD]:
            day = self._told_at(sentence.root)
            if day != NO_DAY:
                return day
        return NO_DAY

    def _is_foreground(self, act: Telling) -> bool:
        """Told in the simple past, in a main clause, a quotation, or a participle under one."""
        found = act.predicate
        if found.pos == "n" and not found.light:
            return False
        token = self.document.tokens[found.i if found.verb is None else found.verb]
        if act.said and token.dep == "ccomp":  # "made clear that it would respond"
            token = self.document.tokens[token.head]
        for _ in range(_CLIMB):
            if any(child.lemma == "have" for child in self.document.children(token.i, "aux")):
                return False
            if token.dep in ("ROOT", "ccomp") or token.head == token.i:
                return self._is_past_simple(token)
            if token.dep not in ("conj", "advcl", "xcomp") or self._is_subordinate(token):
                return False
            token = self.document.tokens[token.head]
        return False

    def _is_being_said(self, act: Telling) -> bool:
        """`We stand with them`, `they call on it`: said in the present, done as it is reported."""
        said = plover().types[act.kind].said and act.modality == "asserted"
        return said and self._is_present(act.predicate)

    def _as_said(self, told: Sequence[Telling], _: Sequence[Day], n: int) -> Day:
        """What the very words do, with no other day, they do as they are reported."""
        act = told[n]
        now = act.said and plover().types[act.kind].said and act.modality == "asserted"
        published = self.document.report.published
        return (published, published, None) if now else NO_DAY

    def _is_present(self, found: Predicate) -> bool:
        if found.pos == "n" and not found.light:
            return False
        verb = self.document.tokens[found.i if found.verb is None else found.verb]
        while verb.tag == "VB" and verb.dep in ("conj", "xcomp"):  # "continues to oppose"
            verb = self.document.tokens[verb.head]
        auxiliaries = list(self.document.children(verb.i, "aux", "auxpass"))
        if any(child.lemma == "have" for child in auxiliaries):
            return False
        return any(token.tag in ("VBP", "VBZ") for token in (verb, *auxiliaries))

    def _is_past_simple(self, verb: Token) -> bool:
        if verb.tag == "VBD":
            return True
        passive = (child.tag for child in self.document.children(verb.i, "auxpass"))
        return verb.tag == "VBN" and "VBD" in passive

    def _is_subordinate(self, token: Token) -> bool:
        return any(True for _ in self.document.children(token.i, "mark"))

    def _as_news(self, told: Sequence[Telling], _: Sequence[Day], n: int) -> Day:
        """An act told in the past, with no day, is news of the days before the report."""
        act = told[n]
        kind = plover().types[act.kind]
        if kind.recent_days is None or act.modality != "asserted":
            return NO_DAY
        past = self._is_foreground(act) if kind.said else self._is_past(act.predicate)
        story = self._story_day() if kind.said else NO_DAY
        if past and story != NO_DAY and self._is_news(act, story):
            return story
        published = self.document.report.published
        return (_earlier(published, kind.recent_days), published, None) if past else NO_DAY

    def _is_past(self, predicate: Predicate) -> bool:
        i = predicate.verb if predicate.verb is not None else predicate.i
        token = self.document.tokens[i]
        while not token.is_verb and token.head != token.i:
            token = self.document.tokens[token.head]
        while token.tag == "VB" and token.dep == "xcomp":  # "chose to invade"
            token = self.document.tokens[token.head]
        past_perfect = any(c.text.lower() == "had" for c in self.document.children(token.i, "aux"))
        return token.tag in ("VBD", "VBN", "VBG") and not past_perfect


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


def _from_other_tellings(told: Sequence[Telling], found: Sequence[Day]) -> list[Day]:
    """Where no day is told, that of the same act told elsewhere, if all its tellings agree."""
    dated: defaultdict[object, set[tuple[str | None, Day]]] = defaultdict(set)
    for act, day in zip(told, found, strict=True):
        if _is_near(day):
            dated[act.kind, act.sides, act.modality].add((act.mode, day))
    days: list[Day] = []
    for act, day in zip(told, found, strict=True):
        others = dated[act.kind, act.sides, act.modality] if day == NO_DAY else set()
        fitting = {d for mode, d in others if act.mode is None or mode in (act.mode, None)}
        days.append(fitting.pop() if len(fitting) == 1 else day)
    return days


def _during(told: Sequence[Telling], found: Sequence[Day], n: int) -> Day:
    """`said so during his visit`: the day of the visit, where that is told."""
    slots = told[n].predicate.slots
    occasions = {i for name in ("during", "at") for i in slots.get(name, ())}
    if not occasions:
        return NO_DAY
    days = {
        day
        for other, day in zip(told, found, strict=True)
        if day != NO_DAY and other.predicate.i in occasions
    }
    return days.pop() if len(days) == 1 else NO_DAY


def calendar(document: Document) -> Calendar:
    """The calendar of a document."""
    return Calendar(document, hang(document))


def _earlier(day: str, days: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _is_near(day: Day) -> bool:
    """Whether a day is close enough to lend to another act: a year as a whole tells nothing."""
    first, last, _ = day
    return first is not None and last is not None and days_between(first, last) <= _LENT_DAYS


def is_to_come(day: Day, published: str) -> bool:
    """Whether a day lies after the report's; by one only is the same day in another zone."""
    return day[0] is not None and days_between(published, day[0]) > 1


def days_between(earlier: str, later: str) -> int:
    """Days from one ISO day to another."""
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
