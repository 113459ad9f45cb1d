"""Characters that make a text read otherwise than it looks: told in flags, left in their place."""

import re
from functools import cache

from dragoman.codebooks.letters import lookalikes

_WORD = re.compile(r"\w+")
# Direction marks that turn what follows, and marks without width that stand inside a word.
_INVISIBLE = re.compile(
    "[\u202a-\u202e\u2066-\u2069]|(?<=\\w)[\u200b-\u200f\u2060-\u2064\ufeff](?=\\w)"
)


def disguises(text: str) -> tuple[str, ...]:
    """`lookalike_letters:N`, words that mix scripts, and `invisible_characters:N`."""
    if text.isascii():
        return ()
    counts = (
        ("lookalike_letters", sum(1 for word in _WORD.finditer(text) if _mixed().search(word[0]))),
        ("invisible_characters", sum(1 for _ in _INVISIBLE.finditer(text))),
    )
    return tuple(f"{name}:{count}" for name, count in counts if count)


@cache
def _mixed() -> re.Pattern[str]:
    """A Latin letter beside one of another script that looks like a Latin one."""
    like = "".join(lookalikes())
    return re.compile(f"[A-Za-z][{like}]|[{like}][A-Za-z]")
