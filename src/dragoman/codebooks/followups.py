"""What may answer an ask or keep a promise, as `followups.toml` has it."""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml


class Answers(msgspec.Struct, frozen=True):
    """Types of acts, each alone or with a mode; see the head of `followups.toml`."""

    fits: tuple[str, ...]
    may: tuple[str, ...]
    refuses: tuple[str, ...]

    @property
    def types(self) -> tuple[str, ...]:
        """All types that are named, sorted."""
        return tuple(sorted({kind.split()[0] for kind in (*self.fits, *self.may, *self.refuses)}))


class FollowupBook(msgspec.Struct, frozen=True):
    """The whole file: asks and promises by their mode, an empty one for none of these."""

    days: int
    either_side: frozenset[str]
    occasions: frozenset[str]
    REQUEST: dict[str, Answers]
    AGREE: dict[str, Answers]

    def answers(self, event_type: str, mode: str | None) -> Answers | None:
        """What may answer an act; None if it asks and promises nothing."""
        by_mode: dict[str, Answers] = getattr(self, event_type, {})
        return by_mode.get(mode or "", by_mode.get(""))


@functools.cache
def followup_book() -> FollowupBook:
    """What may answer what."""
    return read_toml(HOUSE / "followups.toml", FollowupBook)
