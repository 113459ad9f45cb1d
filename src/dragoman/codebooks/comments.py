"""What is only said, `comments.toml`: comments and appeals, which do nothing to another."""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """Predicates of a kind of comment; lemmas.

    Where there are `words`, one of them has to fill a slot; where there are `slots`, one of them
    has to be filled.
    """

    predicates: frozenset[str]
    words: frozenset[str] = frozenset()
    slots: tuple[str, ...] = ()


class Comments(msgspec.Struct, frozen=True, kw_only=True):
    """Kinds of comments, and verbs of telling that may stand over them."""

    telling: frozenset[str]
    comment: tuple[Comment, ...]


@functools.cache
def comments() -> Comments:
    """The table of comments."""
    return read_toml(HOUSE / "comments.toml", Comments)
