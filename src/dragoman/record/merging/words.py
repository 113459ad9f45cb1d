"""Words of a passage as merging compares them: stems, numbers, and runs that only a copy has."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dragoman.codebooks.merging import common_words, courtesies

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\w.,])(\d[\d.,]*\d|\d)\s+(?:[a-z]+\s+)?([a-z]+)")
_ENDINGS = ("ations", "ation", "ings", "ing", "ed", "es", "s")
_SHORTEST = 4  # letters that a stem keeps
_RUN = 4  # words of a run: four in a row are seldom chance
REMEMBERED = 20_000  # texts of which what was found is kept: those of a few batches
_YEARS = range(1900, 2101)


@lru_cache(maxsize=REMEMBERED)
def stems(text: str) -> frozenset[str]:
    """The words that say something, without their endings: `stopping` and `stops` agree."""
    return frozenset(_stem(word) for word in _bare(text) if word not in common_words())


@lru_cache(maxsize=REMEMBERED)
def telling_stems(text: str) -> frozenset[str]:
    """Those among `stems` that are no words of every communiqué."""
    dull = common_words() | courtesies()
    return frozenset(_stem(word) for word in _bare(text) if word not in dull)


def plain_words(text: str) -> frozenset[str]:
    """All words as they stand, in lower case; `don't` is one."""
    return frozenset(word.casefold().replace("’", "'") for word in _WORD.findall(text))


@lru_cache(maxsize=REMEMBERED)
def numbers_in(text: str) -> frozenset[str]:
    """Numbers with the noun that they count: `12 people`; no years."""
    found = set()
    for figure, noun in _NUMBER.findall(text):
        plain = figure.replace(",", "").rstrip(".")
        if not (plain.isdigit() and int(plain) in _YEARS):
            found.add(f"{plain} {_stem(noun)}")
    return frozenset(found)


def beginning_with(text: str, beginnings: Iterable[str]) -> bool:
    """Whether a word of the text begins with one of these; several words are sought as they are."""
    folded = text.casefold()
    words = folded.split()
    return any(
        beginning in folded if " " in beginning else any(w.startswith(beginning) for w in words)
        for beginning in beginnings
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two sets share, 0 to 1: by the smaller one, and less where it is very small."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    smaller, larger = sorted((len(one), len(other)))
    return (shared / smaller + shared / larger) / 2


@lru_cache(maxsize=REMEMBERED)
def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every four words in a row."""
    words = [word.casefold() for word in re.findall(r"\w+", text)]
    return frozenset(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def is_copy(one: str, other: str) -> bool:
    """Whether of the runs of the shorter text more than half stand in the other."""
    mine, yours = runs(one), runs(other)
    fewer = min(len(mine), len(yours))
    return fewer >= _RUN and len(mine & yours) * 2 > fewer


def _bare(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        yield word.casefold().removesuffix("'s").removesuffix("’s")


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word.removesuffix("e") if len(word) > _SHORTEST else word
