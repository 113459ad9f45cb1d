"""Many forms found in a text in one pass, at word boundaries, the longest winning.

Accents, look-alikes, invisible characters and typographic marks are folded on both sides; offsets
are the text's own.
"""

import bisect
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

import ahocorasick_rs

from dragoman.parsing.view import readable

T = TypeVar("T")
_MARKS = str.maketrans(
    {0x2018: "'", 0x2019: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-", 0x0131: "i", 0x0142: "l"}
)
_INVISIBLE = frozenset(("Mn", "Cf"))


class Hit(NamedTuple, Generic[T]):
    """A form found at `start` to `end` and what it stands for."""

    start: int
    end: int
    payload: T


class Lexicon(Generic[T]):
    """An automaton over forms and what each stands for."""

    def __init__(self, forms: Mapping[str, T], *, lower: bool = False) -> None:
        """Build the automaton; with `lower`, case does not count."""
        self.lower = lower
        folded = {_fold(form, lower=lower)[0]: payload for form, payload in forms.items()}
        folded.pop("", None)
        self.payloads = tuple(folded.values())
        self.automaton = ahocorasick_rs.AhoCorasick(list(folded))

    def find(self, text: str) -> list[Hit[T]]:
        """The longest forms in the text that begin and end with a word, none in another."""
        haystack, offsets = _fold(text, lower=self.lower)
        found = self.automaton.find_matches_as_indexes(haystack, overlapping=True)
        whole = [(start, end, n) for n, start, end in found if _is_whole(haystack, start, end)]
        return [self._hit(*hit, offsets) for hit in _longest(whole)]

    def _hit(self, start: int, end: int, n: int, offsets: Sequence[int] | None) -> Hit[T]:
        if offsets is None:
            return Hit(start, end, self.payloads[n])
        return Hit(offsets[start], offsets[end - 1] + 1, self.payloads[n])


def _longest(found: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Of forms that overlap the longest, then the first; in the order of the text."""
    kept: list[tuple[int, int, int]] = []
    for hit in sorted(found, key=lambda hit: (hit[0] - hit[1], hit[0])):
        at = bisect.bisect(kept, hit)
        before = at > 0 and kept[at - 1][1] > hit[0]
        after = at < len(kept) and kept[at][0] < hit[1]
        if not (before or after):
            kept.insert(at, hit)
    return kept


def _is_whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def _fold(text: str, *, lower: bool) -> tuple[str, Sequence[int] | None]:
    """The folded text, and for each of its characters the offset in the text (null: its own)."""
    if text.isascii():
        plain = text.replace("\n", " ").replace("\t", " ")
        return (plain.lower() if lower else plain), None
    text = readable(text)
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text.translate(_MARKS)):
        for part in _parts(character, lower=lower):
            folded.append(part)
            offsets.append(offset)
    return "".join(folded), offsets


def _parts(character: str, *, lower: bool) -> str:
    if character.isascii():
        part = " " if character in "\n\t" else character
    else:
        decomposed = unicodedata.normalize("NFKD", character)
        part = "".join(c for c in decomposed if unicodedata.category(c) not in _INVISIBLE)
    return part.lower() if lower else part
