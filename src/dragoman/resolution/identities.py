"""Who and what the words of a document refer to, as of the report's day: resolution's result."""

from typing import Literal

import msgspec

from dragoman.model import Party, Span, Status

MentionKind = Literal[
    "state", "organisation", "institution", "office", "person", "pronoun", "description", "world"
]


class Mention(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Tokens `first` to `last` (excluded) that refer to parties; `head` heads them.

    `parties` holds several where the words are plural ("both countries"); none where the words
    name a source that belongs to no known party ("a senior official"): then `name` serves alone.
    `rung` says how the reference was found ("name", "adjective", "same report", ...).
    """

    first: int
    last: int
    head: int
    kind: MentionKind
    parties: tuple[Party, ...]
    name: str
    rung: str


class Observation(msgspec.Struct, frozen=True, kw_only=True):
    """A person seen in an office, with the words that show it."""

    person: str
    country: str | None
    office: str
    post: str | None
    status: Status
    span: Span


class Identities(msgspec.Struct, frozen=True, kw_only=True):
    """All mentions of a document in order, and the offices that it shows."""

    mentions: tuple[Mention, ...]
    offices: tuple[Observation, ...]
    by_token: dict[int, Mention]  # every token of a mention; the widest mention wins
    countries: frozenset[str] = frozenset()  # of all parties
    voiced: tuple[Mention, ...] = ()  # `I` and `we`, of a speaker or of the text's issuer
    groups: dict[int, tuple[Mention, ...]] = {}  # for a token of a listed mention, the list

    def at(self, i: int) -> Mention | None:
        """The mention that token `i` heads or is part of."""
        return self.by_token.get(i)
