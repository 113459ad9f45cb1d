"""Which program and codebooks coded a line: an edited codebook is another coder."""

import functools
import hashlib
from importlib.metadata import version
from importlib.resources import files

VERSION = version("dragoman")
# What exports and figures look up: no line that is coded depends on it.
_BESIDE = frozenset({"cameo.csv", "state_codes.csv", "evaluation.toml", "headlines.toml"})


@functools.cache
def coder() -> str:
    """The program's version and the first digits of a hash over all codebooks that coding reads."""
    digest = hashlib.blake2b(digest_size=4)
    for book in sorted(files("dragoman.codebooks").iterdir(), key=lambda book: book.name):
        if book.name.endswith((".csv", ".toml")) and book.name not in _BESIDE:
            digest.update(book.name.encode())
            digest.update(book.read_bytes())
    return f"dragoman {VERSION}+{digest.hexdigest()}"
