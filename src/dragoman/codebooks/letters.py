"""Letters of other scripts that look like Latin ones, and the Latin one of each."""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml


class _Letters(msgspec.Struct, frozen=True):
    lookalikes: dict[str, str]


@functools.cache
def lookalikes() -> dict[str, str]:
    """The table of `parsing.toml`, read once."""
    return read_toml(HOUSE / "parsing.toml", _Letters).lookalikes
