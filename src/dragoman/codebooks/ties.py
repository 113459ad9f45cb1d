"""Words for relations and their tone: `ties.toml`, typed."""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml
from dragoman.model import Tone

Words = frozenset[str]


class Toned(msgspec.Struct, frozen=True):
    """Words by their tone."""

    positive: Words
    negative: Words
    mixed: Words

    def tone_of(self, lemma: str) -> Tone | None:
        """The tone of a word, null where it has none."""
        if lemma in self.positive:
            return "positive"
        if lemma in self.negative:
            return "negative"
        return "mixed" if lemma in self.mixed else None


class RelationNouns(Toned, frozen=True):
    """Nouns for relations; the neutral ones need a word of tone beside them."""

    neutral: Words

    def __contains__(self, lemma: str) -> bool:
        """Whether a word is a relation noun."""
        return lemma in self.neutral or self.tone_of(lemma) is not None


class Unreal(msgspec.Struct, frozen=True):
    """Words under which a relation is wished for, doubted or only spoken of."""

    verbs: Words
    nouns: Words


class Both(msgspec.Struct, frozen=True):
    """Words for a relation, or for the two sides, that do not name them."""

    adjectives: Words
    stand_ins: Words


class Expression(msgspec.Struct, frozen=True):
    """A verb or preposition with a noun that together describe a relation."""

    verb: Words
    words: Words
    modifiers: Words
    tone: Tone


class Ties(msgspec.Struct, frozen=True):
    """The whole of `ties.toml`, which explains each list."""

    nouns: RelationNouns
    tones: Toned
    changes: Toned
    unreal: Unreal
    both: Both
    expressions: tuple[Expression, ...]


@functools.cache
def tie_words() -> Ties:
    """The codebook of ties, read once."""
    return read_toml(HOUSE / "ties.toml", Ties)
