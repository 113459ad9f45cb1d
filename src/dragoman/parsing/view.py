"""Text as a reader sees it: look-alike letters and invisible characters do not hide a name.

The report's text stays as it is: what is read has its length, or tells where each character stands.
"""

import functools
import re

from dragoman.codebooks.letters import lookalikes

# Zero-width and direction marks, soft hyphens: format characters that show nothing.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_WORD = re.compile(r"\w+")


@functools.cache
def _table() -> tuple[dict[int, str], re.Pattern[str]]:
    """What each look-alike is read as, and a pattern of words that mix the two."""
    letters = lookalikes()
    like = "".join(letters)
    mixed = re.compile(f"[A-Za-z][{like}]|[{like}][A-Za-z]")
    return str.maketrans(letters), mixed


def readable(text: str) -> str:
    """The text with look-alikes in Latin words made Latin; its length is the same."""
    if text.isascii():
        return text
    table, mixed = _table()
    if not mixed.search(text):
        return text

    def latin(word: re.Match[str]) -> str:
        return word[0].translate(table) if mixed.search(word[0]) else word[0]

    return _WORD.sub(latin, text)


def visible(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text without invisible characters, and where each of the others stands (null: as is)."""
    if text.isascii() or not _INVISIBLE.search(text):
        return text, None
    kept = [at for at, character in enumerate(text) if not _INVISIBLE.match(character)]
    return "".join(text[at] for at in kept), tuple(kept)
