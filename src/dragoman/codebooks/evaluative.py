"""Words of praise and blame: `evaluative.toml`, typed."""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml

Words = frozenset[str]


class Acts(msgspec.Struct, frozen=True):
    """Types of acts by the side that they take towards their recipients."""

    supports: Words
    opposes: Words


class Weights(msgspec.Struct, frozen=True):
    """How much a word weighs by where it stands to the target."""

    governs: float
    turns_twice: float
    told: float
    describes: float
    acts: float
    elsewhere: float
    bias: float


class Names(msgspec.Struct, frozen=True):
    """Words of a name that do not tell whom it means, and names of nobody in particular."""

    nobody: Words
    empty: Words


class Evaluative(msgspec.Struct, frozen=True):
    """The whole of `evaluative.toml`, which explains each list."""

    praise: Words
    blame: Words
    acts: Acts
    weights: Weights
    names: Names

    def side_of(self, lemma: str) -> int:
        """1 for a word of praise, -1 for one of blame, 0 for others."""
        return (lemma in self.praise) - (lemma in self.blame)

    def side_of_act(self, event_type: str) -> int:
        """1 for an act for its recipients, -1 for one against them, 0 for others."""
        return (event_type in self.acts.supports) - (event_type in self.acts.opposes)


@functools.cache
def evaluative() -> Evaluative:
    """The codebook of praise and blame, read once."""
    return read_toml(HOUSE / "evaluative.toml", Evaluative)
