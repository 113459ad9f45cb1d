"""How an act is told in one sentence, as `headlines.toml` has it."""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml
from dragoman.model import Modality

Forms = tuple[str, str]  # past and plain: "held talks", "hold talks"


class Wording(msgspec.Struct, frozen=True):
    """What is said of an act: done together, to somebody, or alone; null where it is not said."""

    alone: Forms
    to: Forms | None = None
    both: Forms | None = None


class Headlines(msgspec.Struct, frozen=True, rename={"and_": "and"}):
    """The whole file; see its head."""

    and_: str
    others: str
    somebody: str
    place: str
    frames: dict[Modality, str]
    types: dict[str, dict[str, Wording]]

    def wording(self, event_type: str, mode: str | None) -> Wording | None:
        """What is said of acts of a type and mode; None where the type is not known."""
        by_mode = self.types.get(event_type, {})
        return by_mode.get(mode or "", by_mode.get(""))


@functools.cache
def headlines() -> Headlines:
    """The sentences."""
    return read_toml(HOUSE / "headlines.toml", Headlines)
