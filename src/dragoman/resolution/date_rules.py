"""The rules of dates, compiled: which may begin at a word, and what they read."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from dragoman.codebooks.time_words import TimeWords, date_rules, time_words

DIGITS = "0"
WORD = re.compile(r"\b(?:\d+|[^\W\d_]+)")
_NAME = re.compile(r"\{(=?)([a-z_]+)(\d?)\}")
_ONES = 10


class CompiledRule(NamedTuple):
    """A rule as the scanner uses it; `lead` is matched at the end of what stands before."""

    reads: str
    pattern: re.Pattern[str]
    capital: tuple[str, ...]
    lead: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@cache
def word_before(name: str) -> re.Pattern[str]:
    """A word of a class (group 1), at the end of what stands before an expression."""
    return re.compile(_expand(rf"\b({{={name}}})(?: the)?\s{{1,2}}\Z"), re.IGNORECASE)


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
    return {
        "digit": (DIGITS,),
        "number": tuple(words.numbers),
        "vague": words.vague.words,
        "tens_word": tuple(words.tens),
        "ones_word": tuple(word for word, number in words.numbers.items() if number < _ONES),
        "count": (*words.numbers, *words.tens, *words.vague.words),
        "unit": tuple(units),
        "plural_unit": tuple(word for word, name in units.items() if word != name),
        "calendar_unit": words.calendar_units,
        "holiday": tuple(word for row in words.holidays for word in row.words),
        **_names(words),
        **_phrases(words),
    }


def _names(words: TimeWords) -> dict[str, tuple[str, ...]]:
    return {
        "month": (*words.months, *words.short_months),
        "full_month": tuple(words.months),
        "short_month": tuple(words.short_months),
        "weak_month": words.weak_months,
        "strong_month": tuple(word for word in words.months if word not in words.weak_months),
        "weekday": tuple(words.weekdays),
        "plural_weekday": tuple(words.plural_weekdays),
        "short_weekday": tuple(words.short_weekdays),
        "name_before": words.names.before,
        "name_after": words.names.after,
        "season": tuple(words.seasons),
        "anchor": tuple(words.anchors),
        "named_day": tuple(words.named_days),
    }


def _phrases(words: TimeWords) -> dict[str, tuple[str, ...]]:
    return {
        "ordinal": tuple(words.ordinals),
        "decade_word": tuple(words.decade_words),
        "part": tuple(words.parts),
        "clock_word": tuple(words.clock_words),
        "which": tuple(words.which),
        "told": words.told,
        "edge": tuple(words.edges),
        "near_day": tuple(words.near_days),
        "near_night": tuple(words.near_nights),
        "reference": tuple(words.references),
        "repeat": tuple(words.repeats),
        "signal": tuple(words.signals),
        "forward": words.tense.forward,
        "counted": words.counted.words,
        "count_before": words.counted.before,
    }


def _expand(pattern: str) -> str:
    return _NAME.sub(_part, pattern).replace(" ?", r"\s{0,2}").replace(" ", r"\s{1,2}")


def _part(found: re.Match[str]) -> str:
    bare, name, digit = found.groups()
    if bare:
        return _either(classes()[name])
    fragment = date_rules().fragments.get(name)
    if fragment is None:
        return f"(?P<{name}{digit}>{_either(classes()[name])})"
    return _NAME.sub(_part, fragment).replace(f"(?P<{name}>", f"(?P<{name}{digit}>")


def _either(words: Iterable[str]) -> str:
    """The words as alternatives, longer ones first."""
    escaped = (re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=_longer_first))
    return "|".join(escaped).replace("'", "['’]")


def _longer_first(word: str) -> tuple[int, str]:
    return -len(word), word
