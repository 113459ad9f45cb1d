"""A text's lemmas with the parties, other names and numbers masked."""

from collections.abc import Iterable

from dragoman.judging.marked import Marked
from dragoman.parsing.document import Token


def masked(marked: Marked, tokens: Iterable[Token]) -> list[str]:
    """Lemmas in order; a party is one word, and so is each other name."""
    words: list[str] = []
    for token in tokens:
        word = _mask(marked, token)
        if word and (word[0] != "<" or words[-1:] != [word]):
            words.append(word)
    return words


def _mask(marked: Marked, token: Token) -> str:
    if token.i in marked.source:
        return "<source>"
    if token.i in marked.target:
        return "<target>"
    if token.pos == "PROPN":
        return "<name>"
    if token.pos == "NUM":
        return "<number>"
    return "" if token.pos in ("PUNCT", "SPACE") else token.lemma
