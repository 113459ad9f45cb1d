"""How words reach the public: channels, audiences, documents that speak, releases, talks.

The codebook is `channels.toml`; the words of speech themselves are `cues.csv`.
"""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml
from dragoman.model import Channel


class Documents(msgspec.Struct, frozen=True):
    """Nouns for things that speak for their issuer, and the prepositions that name the issuer."""

    nouns: frozenset[str]
    issuers: tuple[str, ...]


class Frames(msgspec.Struct, frozen=True):
    """Words that open a release (`The following is attributable to …`), and marks of its ends."""

    openers: frozenset[str]
    attributing: frozenset[str]
    issued: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]


class Transcripts(msgspec.Struct, frozen=True):
    """Labels of those who ask, in transcripts."""

    questioners: frozenset[str]


class Holding(msgspec.Struct, frozen=True):
    """Verbs and nouns of holding talks; `phone` are words that make them a call."""

    verbs: frozenset[str]
    talks: frozenset[str]
    phone: frozenset[str]
    partners: tuple[str, ...]


class Speech(msgspec.Struct, frozen=True):
    """The codebook `channels.toml`."""

    nouns: dict[Channel, frozenset[str]]
    audiences: dict[Channel, frozenset[str]]
    prepositions: frozenset[str]
    continuing: frozenset[str]
    first_person: frozenset[str]
    second_person: frozenset[str]
    documents: Documents
    frames: Frames
    holding: Holding
    transcripts: Transcripts

    def channel(self, forms: list[str]) -> Channel | None:
        """The channel that the first known of the forms tells."""
        for form in forms:
            for channel, nouns in self.nouns.items():
                if form in nouns:
                    return channel
        return None


@functools.cache
def speech() -> Speech:
    """The codebook, read once."""
    return read_toml(HOUSE / "channels.toml", Speech)
