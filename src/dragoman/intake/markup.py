"""Tags that stand in a text: taken out before offsets exist, with what they hide from a reader."""

import html
import re
from functools import cache
from html.entities import html5

import msgspec

from dragoman.intake.words import intake_words

MAX_TAG = 2_000
"""Characters of a tag: a longer one is no tag, and no pattern runs on looking for its end."""

_COMMENT, _OVER = "<!--", "-->"
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")


class Bared(msgspec.Struct, frozen=True):
    """A text without tags; `flags` say how many went, and how many stretches nobody would see."""

    text: str
    flags: tuple[str, ...] = ()


def bare(text: str) -> Bared:
    """Take out tags and comments; an element that is not shown goes with all that it holds.

    Signs that only look like tags ("<unknown>", "a < b") stay. The work grows with the length.
    """
    tags = list(_patterns()["tag"].finditer(text)) if "<" in text else []
    entities = "&" in text and _ENTITY.search(text) is not None
    if not tags and not entities:
        return Bared(text)
    kept, removed, hidden = _shown(text, tags)
    counts = (("removed_tags", removed), ("hidden_text", hidden))
    flags = tuple(f"{name}:{count}" for name, count in counts if count)
    return Bared(_ENTITY.sub(_sign, kept) if entities else kept, flags)


def _sign(entity: re.Match[str]) -> str:
    """What an entity stands for; one that nobody knows stays."""
    if entity[0][1] == "#":
        return html.unescape(entity[0])
    return html5.get(entity[0][1:], entity[0])


def _shown(text: str, tags: list[re.Match[str]]) -> tuple[str, int, int]:
    """What a reader sees, how many tags are gone, how many stretches were kept from view."""
    words = intake_words().tags
    parts: list[str] = []
    at = depth = removed = hidden = 0
    closing = ""  # what ends the element or comment that hides
    for tag in tags:
        name = tag["name"].lower() if tag["name"] else tag[0]
        if depth and name == closing:
            depth += -1 if tag["end"] or name == _OVER else 1
        elif not depth and name != _OVER:
            parts += (text[at : tag.start()], "\n\n" if name in words.block else "")
            closing = _OVER if name == _COMMENT else name
            depth = int(_hides(tag, name))
            hidden += depth and closing not in {*words.unread, _OVER}
        elif not depth:
            continue  # an arrow
        at, removed = tag.end(), removed + 1
    return "".join((*parts, "" if depth else text[at:])), removed, hidden


def _hides(tag: re.Match[str], name: str) -> bool:
    words = intake_words().tags
    if name == _COMMENT or tag["end"] or tag["whole"] or name in words.empty:
        return name == _COMMENT
    return name in words.unread or bool(_patterns()["hidden"].search(tag["rest"] or ""))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = intake_words().tags
    names = "|".join(sorted(words.block | words.inline | words.unread, key=lambda n: (-len(n), n)))
    tag = (
        rf"<(?P<end>/?)(?P<name>{names})(?P<rest>(?:\s[^<>]{{0,{MAX_TAG}}}?)?)(?P<whole>/?)>"
        rf"|<!doctype[^<>]{{0,{MAX_TAG}}}>|{_COMMENT}|{_OVER}"
    )
    hidden = "|".join(words.hidden)
    return {
        "tag": re.compile(tag, re.IGNORECASE),
        "hidden": re.compile(hidden, re.IGNORECASE),
    }
