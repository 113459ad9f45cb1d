"""The tense of the clause about an offset, by cheap cues: for want of a parse."""

import re
from collections.abc import Sequence

from dragoman.codebooks.time_words import time_words
from dragoman.resolution.date_frame import Tense
from dragoman.resolution.date_rules import word_before

_WORD = re.compile(r"n't\b|['’][a-z]+|[^\W\d_]+", re.IGNORECASE)
# A sentence ends at a mark before a blank, save after a single capital ("the U.S. and").
_END = re.compile(r"(?<![A-Z])[.!?;]['\"”’)]*\s|\n")
_REACH = 100
_FORWARD_REACH = 24
_FEW = 2
_PAST_ENDING, _PROGRESSIVE_ENDING = "ed", "ing"


def cued_tense(text: str, start: int, end: int) -> Tense | None:
    """The tense that the nearest verb before an expression tells, else the nearest after it.

    Null where nothing near tells one.
    """
    before = _END.split(text[max(0, start - _REACH) : start])[-1]
    after = _END.split(text[end : end + _REACH], maxsplit=1)[0]
    words = _WORD.findall(before)
    if len(words) > _FEW and word_before("forward").search(before[-_FORWARD_REACH:]):
        return "future"
    if after.startswith(("'s", "’s")):
        return None
    return _last_cue(words) or _first_cue(_WORD.findall(after))


def _last_cue(words: Sequence[str]) -> Tense | None:
    for place in range(len(words) - 1, -1, -1):
        tense = _cue(words, place)
        if tense:
            return tense
    return None


def _first_cue(words: Sequence[str]) -> Tense | None:
    for place in range(len(words)):
        tense = _cue(words, place)
        if tense:
            return tense
    return None


def _cue(words: Sequence[str], place: int) -> Tense | None:
    """The tense that the word at a place tells by itself and its neighbours."""
    cues = time_words().tense
    word, ahead = words[place].lower(), words[place - 1].lower() if place else ""
    following = words[place + 1].lower() if place + 1 < len(words) else ""
    if word in cues.future or f"{word} {following}" in cues.future:
        return "future"
    if ahead == "to" and word in cues.infinitives:
        return None if cues.moved.intersection(words[:place]) else "future"
    stem = word.removesuffix(_PROGRESSIVE_ENDING)
    if ahead in cues.progressive and cues.infinitives.intersection((stem, f"{stem}e")):
        return "future"
    if word not in cues.past and not _is_past_form(words[place]):
        return None
    return None if cues.light.intersection(words[max(0, place - 2) : place]) else "past"


def _is_past_form(word: str) -> bool:
    return word.endswith(_PAST_ENDING) and word.islower() and word not in time_words().tense.still
