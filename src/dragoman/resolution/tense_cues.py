"""The tense of the clause about an offset, by cheap cues: for want of a parse."""

import re

from dragoman.codebooks.time_words import time_words
from dragoman.resolution.date_frame import Tense

_WORD = re.compile(r"[a-z]+|n't|['’]ll|[.!?;\n]", re.IGNORECASE)
_ENDS = frozenset(".!?;\n")
_REACH = 90
_ENDING = "ed"


def cued_tense(text: str, start: int, end: int) -> Tense | None:
    """The tense that the nearest verb before an expression tells, else the nearest after it."""
    before = [word.lower() for word in _WORD.findall(text, max(0, start - _REACH), start)]
    for last in range(len(before) - 1, -1, -1):
        if before[last] in _ENDS and last < len(before) - 1:
            before = before[last + 1 :]
            break
    after = []
    for found in _WORD.finditer(text, end, min(len(text), end + _REACH)):
        if found[0] in _ENDS:
            break
        after.append(found[0].lower())
    return _first_cue(before[::-1]) or _first_cue(after)


def _first_cue(words: list[str]) -> Tense | None:
    cues = time_words().tense
    for place, word in enumerate(words):
        if word in cues.future:
            return "future"
        if word in cues.past:
            return "past"
        if word.endswith(_ENDING) and not cues.light.intersection(words[place + 1 : place + 3]):
            return "past"
    return None
