"""Codes as people read them, and the signs that stand beside colours."""

from functools import cache

from dragoman.codebooks.issues import issues
from dragoman.codebooks.plover import event_type as type_of
from dragoman.codebooks.reference import organisations, states
from dragoman.model import Stance

# A circle is cooperation, a triangle conflict; hollow is words, filled is deeds.
QUADS: dict[str, tuple[str, str]] = {
    "verbal cooperation": ("vc", "○"),
    "material cooperation": ("mc", "●"),
    "verbal conflict": ("vk", "△"),
    "material conflict": ("mk", "▲"),
}
STANCES: dict[Stance, tuple[str, str]] = {
    "supports": ("pro", "+"),
    "opposes": ("con", "−"),
    "concerned": ("fear", "!"),
    "neutral": ("nil", "·"),
}


@cache
def _names() -> dict[str, str]:
    return {row.id: row.name for row in organisations()} | {row.id: row.name for row in states()}


def name_of(code: str) -> str:
    """The name of a state or organisation; the code itself where no table has it."""
    return _names().get(code, code)


def quad_of(event_type: str) -> str:
    """The quad of an event type, `other` where the codebook does not know it."""
    return type_of(event_type).quad


def quad_class(event_type: str) -> str:
    """The style of an event type's quad."""
    return QUADS.get(quad_of(event_type), ("", ""))[0]


def quad_sign(event_type: str) -> str:
    """The sign of an event type's quad."""
    return QUADS.get(quad_of(event_type), ("", "◇"))[1]


def issue_name(slug: str) -> str:
    """An issue's name; the slug in words where the codebook has none."""
    found = issues().get(slug)
    return found.name if found else slug.replace("-", " ")
