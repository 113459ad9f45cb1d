"""The rules of dates, compiled: which may begin at a word, and what they read."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.time_words import TimeWords, date_rules, time_words

DIGITS = "0"
WORD = re.compile(r"\b(?:\d+|[^\W\d_]+)")
# Classes that are looked for and not read.
_PLAIN = frozenset({"counted", "signal", "count_before", "name_before", "name_after"})
_NAME = re.compile(r"\{([a-z_]+)(\d?)\}")


class CompiledRule(NamedTuple):
    """A rule as the scanner uses it; `lead` is matched at the end of what stands before."""

    reads: str
    pattern: re.Pattern[str]
    capital: tuple[str, ...]
    lead: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cache
def signals() -> re.Pattern[str]:
    """A signal word at the end of what stands before an expression."""
    return re.compile(rf"\b({_expand('{signal}')})(?: the)?\s{{1,2}}\Z", re.IGNORECASE)


@cache
def rules_by_word() -> dict[str, tuple[CompiledRule, ...]]:
    """The rules to try where a word begins, in their order; `DIGITS` for any number."""
    starts: dict[str, list[CompiledRule]] = {}
    for row in date_rules().rules:
        pattern = re.compile(_expand(row.pattern), re.IGNORECASE)
        rule = CompiledRule(row.reads, pattern, row.capital, _ending(row.lead), _ending(row.unless))
        for word in _first_words(row.starts):
            starts.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in starts.items()}


def _ending(pattern: str | None) -> re.Pattern[str] | None:
    if pattern is None:
        return None
    return re.compile(rf"(?<!\w)(?:{_expand(pattern)})[\s-]{{0,2}}\Z", re.IGNORECASE)


def _first_words(starts: Iterable[str]) -> Iterator[str]:
    words: dict[str, None] = {}
    for start in starts:
        phrases = classes()[start[1:-1]] if start[0] == "{" else (start,)
        for phrase in phrases:
            found = WORD.match(phrase)
            if found:
                words[DIGITS if found[0].isdigit() else found[0]] = None
    return iter(words)


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """The classes of words that a rule may name."""
    words = time_words()
    units = {word: name for name, row in words.units.items() for word in row.words}
    calendar = ("week", "month", "quarter", "year", "decade", "century")
    return {
        "digit": ("0",),
        "month": (*words.months, *words.short_months),
        "strong_month": tuple(word for word in words.months if word not in words.weak_months),
        "weekday": tuple(words.weekdays),
        "weekday_name": tuple(words.weekdays),
        "any_weekday": (*words.weekdays, *words.short_weekdays),
        "number": tuple(words.numbers),
        "vague": words.vague.words,
        "tens_word": tuple(words.tens),
        "ones_word": tuple(word for word, number in words.numbers.items() if number < 10),  # noqa: PLR2004
        "count": (*words.numbers, *words.tens, *words.vague.words),
        "unit": tuple(units),
        "plural_unit": tuple(word for word, name in units.items() if word != name),
        "calendar_unit": calendar,
        "counted": words.counted.words,
        "signal": tuple(words.signals),
        "count_before": words.counted.before,
        "name_before": words.names.before,
        "name_after": words.names.after,
        **_phrase_classes(words),
    }


def _phrase_classes(words: TimeWords) -> dict[str, tuple[str, ...]]:
    return {
        "ordinal": tuple(words.ordinals),
        "decade_word": tuple(words.decade_words),
        "season": tuple(words.seasons),
        "part": tuple(words.parts),
        "clock_word": tuple(words.clock_words),
        "which": tuple(words.which),
        "told": words.told,
        "edge": tuple(words.edges),
        "near_day": tuple(words.near_days),
        "near_night": tuple(words.near_nights),
        "reference": tuple(words.references),
        "repeat": tuple(words.repeats),
        "holiday": tuple(word for row in words.holidays for word in row.words),
        "anchor": tuple(words.anchors),
    }


def _expand(pattern: str) -> str:
    return _NAME.sub(lambda name: _part(name[1], name[2]), pattern).replace(" ", r"\s{1,2}")


def _part(name: str, digit: str) -> str:
    fragment = date_rules().fragments.get(name)
    if fragment is not None:
        expanded = _NAME.sub(lambda inner: _part(inner[1], inner[2]), fragment)
        return expanded.replace(f"(?P<{name}>", f"(?P<{name}{digit}>")
    return _class_pattern(name, digit)


def _class_pattern(name: str, digit: str) -> str:
    words = classes()[name]
    if name in _PLAIN:
        return f"(?:{_either(words)})\\b"
    if name in {"month", "any_weekday"}:
        longest = 3 if name == "month" else 5
        short = [word for word in words if len(word) <= longest or word == "sept"]
        full = [word for word in words if word not in short or word == "may"]
        return rf"(?P<{name}{digit}>(?:{_either(full)})\b|(?:{_either(short)})\b\.?)"
    group = {"strong_month": "month"}.get(name, name)
    return rf"(?P<{group}{digit}>{_either(words)})"


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word).replace(r"\ ", " ").replace("'", "['’]") for word in longest_first
    )
