"""Where a text speaks of somebody whose name is given: by the name's words, or as the state."""

import functools
import re

from dragoman.codebooks.evaluative import evaluative
from dragoman.codebooks.reference import states
from dragoman.parsing.document import Document
from dragoman.resolution.identities import Identities

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s\b")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def tokens_of(document: Document, identities: Identities, name: str) -> tuple[int, ...]:
    """The tokens that stand for a named person, body, thing or state."""
    words, code = _words(name), state_of(name)
    return tuple(
        token.i
        for token in document.tokens
        if token.text.lower() in words
        or token.lemma.lower() in words
        or (code and code in parties_at(identities, token.i))
    )


def parties_at(identities: Identities, i: int) -> tuple[str, ...]:
    """The codes of those whom a token stands for."""
    mention = identities.at(i)
    return tuple(party.id for party in mention.parties) if mention else ()


def state_of(name: str) -> str | None:
    """The code of the state with that name; what stands in brackets is passed over."""
    return _codes().get(_BRACKETS.sub("", name).casefold().strip())


def official_name(code: str) -> str | None:
    """The fullest name of a state: `Russian Federation` for RUS."""
    return _full_names().get(code)


def _words(name: str) -> frozenset[str]:
    found = _WORDS.findall(_POSSESSIVE.sub("", name.lower()))
    return frozenset(found) - evaluative().names.empty


@functools.cache
def _codes() -> dict[str, str]:
    return {name.casefold(): row.id for row in states() for name in (row.name, *row.aliases)}


@functools.cache
def _full_names() -> dict[str, str]:
    return {row.id: max((row.name, *row.aliases), key=len) for row in states()}
