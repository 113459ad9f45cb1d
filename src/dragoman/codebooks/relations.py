"""Where the relation layer counts an act otherwise than the record does, `relations.toml`."""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml


class Convention(msgspec.Struct, frozen=True, kw_only=True):
    """Acts of `type` with one of these predicates have another label; lemmas.

    Where there are `objects`, one of them has to be what is acted on.
    """

    type: str
    predicates: frozenset[str]
    label: str
    objects: frozenset[str] = frozenset()


class Amount(msgspec.Struct, frozen=True, kw_only=True):
    """Acts of `types` told with one of `modalities` amount to `label`, or to none that is sure."""

    modalities: frozenset[str]
    types: frozenset[str]
    label: str | None = None


class Relations(msgspec.Struct, frozen=True, kw_only=True):
    """What acts amount to, the four and five classes of types, and how unsure is neutral.

    `folded` types count as another; `shares` is how common types are in news, in percent;
    `masks` are what stands for the parties where an encoder reads.
    """

    amount: tuple[Amount, ...]
    convention: tuple[Convention, ...]
    folded: dict[str, str]
    shares: dict[str, float]
    quads: dict[str, str]
    penta: dict[str, str]
    neutral_below: float
    masks: tuple[str, ...]


@functools.cache
def relations() -> Relations:
    """The table of the relation layer."""
    return read_toml(HOUSE / "relations.toml", Relations)
