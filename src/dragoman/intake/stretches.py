"""How long a text runs without an end of sentence, and without a space."""

import re

LONGEST_SENTENCE = 4_000
"""Characters of a sentence: none of the press is near; the parse takes time by it."""
LONGEST_WORD = 500
"""Characters without a space: no word, but a table, a key, or an attack."""

_END = re.compile(r"[.!?…][\"'”’)\]]{0,4}\s|\n")
_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")


def pieces(text: str) -> list[tuple[int, int]]:
    """Stretches of a text up to each end of a sentence, in order, without gaps."""
    cuts = [match.end() for match in _END.finditer(text)]
    starts = [0, *cuts]
    ends = [*cuts, len(text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def endless(text: str) -> str | None:
    """What in a text has no end, in words for a refusal; null where nothing has."""
    word = _WORD.search(text)
    if word is not None:
        return f"a word of over {LONGEST_WORD} characters at offset {word.start()}"
    start, end = max(pieces(text), key=lambda piece: piece[1] - piece[0], default=(0, 0))
    if end - start > LONGEST_SENTENCE:
        return f"a sentence of {end - start:,} characters at offset {start}"
    return None
