"""Ids as the tables hold them: sixteen digits in the eight bytes that they are, others as they are.

Column `key` of table `line` is what is indexed; column `id` is made of it when it is read.
"""

import re

Key = bytes | str
BYTES = 8
_DIGITS = re.compile(r"[0-9a-f]{16}")
_BEGINNING = re.compile(r"[0-9a-f]{1,16}")
_LAST = "\U0010ffff"  # no id that begins as another sorts after that and this


def key(line_id: str) -> Key:
    """What column `key` holds of an id."""
    return bytes.fromhex(line_id) if _DIGITS.fullmatch(line_id) else line_id


def beginning(start: str) -> tuple[Key, Key, Key, Key]:
    """Between which keys ids lie that begin so: the first two for text, the others for bytes."""
    low = start if _BEGINNING.fullmatch(start) else ""
    ends = (low.ljust(2 * BYTES, "0"), low.ljust(2 * BYTES, "f"))
    first, last = (bytes.fromhex(end) for end in ends)
    return (start, start + _LAST, first, last) if low else (start, start + _LAST, last, first)
