"""Which program and codebooks coded a line: an edited codebook is another coder."""

import functools
import hashlib
from importlib.metadata import version
from importlib.resources import files

VERSION = version("dragoman")


@functools.cache
def coder() -> str:
    """The program's version and the first digits of a hash over all codebooks."""
    digest = hashlib.blake2b(digest_size=4)
    for book in sorted(files("dragoman.codebooks").iterdir(), key=lambda book: book.name):
        if book.name.endswith((".csv", ".toml")):
            digest.update(book.name.encode())
            digest.update(book.read_bytes())
    return f"dragoman {VERSION}+{digest.hexdigest()}"
