"""Expressions of time in a report's text, and the days that they denote."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from dragoman.codebooks.time_words import Relation, time_words
from dragoman.resolution.date_frame import Frame, Reading, Tense, TimeType
from dragoman.resolution.date_readers import READERS
from dragoman.resolution.date_rules import DIGITS, WORD, CompiledRule, rules_by_word, word_before
from dragoman.resolution.intervals import Span
from dragoman.resolution.tense_cues import cued_tense

# How far back a signal word may begin.
_SIGNAL_REACH = 16
# The longest gap between two expressions that belong together ("from 2009 to 2011").
_JOINT_REACH = 12
# Two expressions farther apart are not of one paragraph.
_PARAGRAPH = 600
# How far a rule looks back for what must, or must not, stand before.
_LEAD_REACH = 24
# A number after these is part of another one, an amount of money or a name ("F-16").
_GLUED = re.compile(r"(?:[$€£¥#@+]|\d[-.,:/\u2010-\u2014]|[^\W\d_][-\u2010-\u2014]|\w)\Z")
# What "that day" or "the next week" may look back to.
_TOLD_TYPES = frozenset({"DATE", "TIME"})


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time: where it stands and what it denotes.

    Attributes:
        start: Offset of its first character in the text.
        end: Offset behind its last one.
        text: The expression as written.
        type: TIMEX3's type.
        value: TIMEX3's value: `2022-02-27`, `2022-W08`, `P2D`, `2022-Q1`, `PAST_REF`.
        first: First ISO day of the closed interval that it denotes; null if it denotes none.
        last: Last ISO day of it.
        relation: What the word before it says: `since` for "since", "from"; null if there is none.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    first: str | None
    last: str | None
    relation: Relation | None


def find_dates(
    text: str,
    published: str,
    *,
    tense: Callable[[int], Tense] | None = None,
    start: int = 0,
    end: int | None = None,
) -> tuple[TimeExpression, ...]:
    """All expressions of time in a text, in its order, read as of the day of the report.

    An expression that tells a day that does not exist is left out.

    Args:
        text: The report's text.
        published: ISO date of the report.
        tense: Tells the tense of the clause about an offset; cheap cues are used without it.
        start: Offset to begin at.
        end: Offset to end before.

    Raises:
        ValueError: `published` is no ISO date.
    """
    scan = _Scan(text, date.fromisoformat(published[:10]), tense, len(text) if end is None else end)
    found: list[TimeExpression] = []
    told: Span | None = None
    free = start
    for at, rules in _starts(text, start, scan.end):
        if at < free:
            continue
        match = _longest(scan, at, rules, _Before(told, found[-1] if found else None))
        if match is None:
            continue
        free, reading = match
        if reading is not None:
            found.append(_expression(text, at, free, reading, found))
            told = reading.span if reading.type in _TOLD_TYPES and reading.span else told
    return tuple(found)


class _Before(NamedTuple):
    """What an expression may go on from: the interval told last, and the expression before it."""

    told: Span | None
    last: TimeExpression | None


class _Scan(NamedTuple):
    text: str
    published: date
    tense: Callable[[int], Tense] | None
    end: int


def _starts(text: str, start: int, end: int) -> Iterator[tuple[int, tuple[CompiledRule, ...]]]:
    rules = rules_by_word()
    for word in WORD.finditer(text, start, end):
        key = word[0].lower()
        digits = key[0].isdigit()
        candidates = rules.get(DIGITS if digits else key)
        if candidates and not (
            digits and _GLUED.search(text[max(0, word.start() - 2) : word.start()])
        ):
            yield word.start(), candidates


def _longest(
    scan: _Scan, at: int, rules: tuple[CompiledRule, ...], before: _Before
) -> tuple[int, Reading | None] | None:
    """The end and the reading of the longest rule that fits; a null reading for no such day."""
    matches = [
        (match, rule)
        for rule in rules
        if (match := rule.pattern.match(scan.text, at, scan.end)) and _fits(rule, match)
    ]
    for match, rule in sorted(matches, key=lambda pair: -pair[0].end()):
        tense = scan.tense(at) if scan.tense else cued_tense(scan.text, at, match.end())
        frame = _frame(scan, at, tense, before)
        try:
            reading = READERS[rule.reads](_groups(match), frame)
        except (ValueError, OverflowError):
            if "\n" in match[0]:
                continue  # two lines that have nothing to do with each other
            return match.end(), None
        if reading is not None:
            return match.end(), reading
    return None


def _frame(scan: _Scan, at: int, tense: Tense | None, before: _Before) -> Frame:
    last = before.last
    return Frame(
        published=scan.published,
        tense=tense,
        told=before.told,
        told_here=last is not None and _same_paragraph(scan.text, last.end, at),
        lists=last is not None and _lists(scan.text, last, at),
    )


def _same_paragraph(text: str, end: int, at: int) -> bool:
    return at - end <= _PARAGRAPH and "\n" not in text[end:at]


def _fits(rule: CompiledRule, match: re.Match[str]) -> bool:
    text, at = match.string, match.start()
    if any(match[name] and not match[name][0].isupper() for name in rule.capital):
        return False
    before = text[max(0, at - _LEAD_REACH) : at]
    if rule.unless and rule.unless.search(before):
        return False
    return rule.lead is None or rule.lead.search(before) is not None


def _groups(match: re.Match[str]) -> dict[str, str]:
    return {
        name: " ".join(text.lower().replace("’", "'").split())
        for name, text in match.groupdict().items()
        if text
    }


def _expression(
    text: str, start: int, end: int, reading: Reading, found: list[TimeExpression]
) -> TimeExpression:
    span = reading.span
    return TimeExpression(
        start=start,
        end=end,
        text=text[start:end],
        type=reading.type,
        value=reading.value,
        first=span.first.isoformat() if span else None,
        last=span.last.isoformat() if span else None,
        relation=_relation(text, start, reading, found[-1] if found else None),
    )


def _relation(
    text: str, start: int, reading: Reading, previous: TimeExpression | None
) -> Relation | None:
    words = time_words()
    if previous and previous.relation == "since" and start - previous.end <= _JOINT_REACH:
        between = text[previous.end : start].strip().lower()
        if between in words.range_ends:
            return "until"
    signal = word_before("signal").search(text[max(0, start - _SIGNAL_REACH) : start])
    if not signal:
        return None
    word = " ".join(signal[1].lower().split())
    both_ends = reading.type == "DATE" and "/" in reading.value
    stretch = words.amount_signals if reading.type == "DURATION" or both_ends else {}
    return stretch.get(word) or words.signals[word]


def _lists(text: str, previous: TimeExpression, at: int) -> bool:
    """Whether a day of a month may go on here: `24` after "April 23 and"."""
    if at - previous.end > _JOINT_REACH:
        return False
    between = text[previous.end : at].strip().lower()
    is_day = previous.first is not None and previous.first == previous.last
    return is_day and previous.text[-1].isdigit() and between in time_words().list_joints
