"""Words cut into pieces that an encoder knows: the longest known piece first, from the left.

The way of WordPiece (Wu et al. 2016) as BERT has it: small letters without accents, punctuation by
itself, and `##` before a piece that goes on a word.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

UNKNOWN = "[UNK]"
_PARTS = re.compile(r"[^\W_]+|[^\w\s]|_")


def pieces(word: str, known: Mapping[str, int]) -> list[int]:
    """Numbers of the pieces of a word; what cannot be cut is one unknown piece."""
    return [n for part in _PARTS.findall(_plain(word)) for n in _cut(part, known)]


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")


def _cut(part: str, known: Mapping[str, int]) -> list[int]:
    found = []
    start = 0
    while start < len(part):
        end = next((end for end in _ends(part, start) if _name(part, start, end) in known), None)
        if end is None:
            return [known[UNKNOWN]]
        found.append(known[_name(part, start, end)])
        start = end
    return found


def _ends(part: str, start: int) -> Iterator[int]:
    return iter(range(len(part), start, -1))


def _name(part: str, start: int, end: int) -> str:
    return f"{'##' if start else ''}{part[start:end]}"
