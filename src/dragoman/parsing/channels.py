"""Through which channel words came, and who issued the documents that speak.

The words are in `channels.toml`: nouns after a preposition (`in a statement`), verbs (`phoned`),
audiences (`told reporters`), and the documents that have issuers (`a statement by`).
"""

import functools

import msgspec

from dragoman.codebooks.tables import HOUSE, read_toml
from dragoman.model import Channel, Span
from dragoman.parsing.cues import Cue
from dragoman.parsing.document import Document, Token


class _Prepositions(msgspec.Struct, frozen=True):
    any: tuple[str, ...]


class _Documents(msgspec.Struct, frozen=True):
    nouns: frozenset[str]
    issuers: tuple[str, ...]


class _Frames(msgspec.Struct, frozen=True):
    openers: frozenset[str]
    attributing: frozenset[str]
    issued: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]


class Channels(msgspec.Struct, frozen=True):
    """The channel codebook."""

    nouns: dict[Channel, frozenset[str]]
    audiences: dict[Channel, frozenset[str]]
    prepositions: _Prepositions
    documents: _Documents
    frames: _Frames


@functools.cache
def channels() -> Channels:
    """The channel codebook, read once."""
    return read_toml(HOUSE / "channels.toml", Channels)


def channel_of(document: Document, cue: Cue, pieces: tuple[Span, ...]) -> Channel | None:
    """The channel that the cue's clause tells, outside the words themselves."""
    if cue.channel is not None:
        return _named(cue.channel)
    told = _of_source(document, cue) or _of_adjunct(document, cue, pieces)
    return told or _of_audience(document, cue)


def _named(name: str) -> Channel | None:
    return next((channel for channel in channels().nouns if channel == name), None)


def _of_source(document: Document, cue: Cue) -> Channel | None:
    """`A statement by the palace said …`, `according to the statement`."""
    if cue.source is None or not is_document(document.tokens[cue.source]):
        return None
    return _by_noun(document, document.tokens[cue.source])


def _of_adjunct(document: Document, cue: Cue, pieces: tuple[Span, ...]) -> Channel | None:
    sentence = document.sentence_of(cue.i)
    for i in range(sentence.first, sentence.last):
        token = document.tokens[i]
        outside = not any(piece.start <= token.start < piece.end for piece in pieces)
        if token.dep == "pobj" and outside and _is_adjunct(document, token):
            found = _by_noun(document, token)
            if found is not None:
                return found
    return None


def _is_adjunct(document: Document, token: Token) -> bool:
    return document.tokens[token.head].text.lower() in channels().prepositions.any


def _by_noun(document: Document, token: Token) -> Channel | None:
    """A noun with its modifier (`press conference`) tells more than the noun alone."""
    modifiers = [
        f"{child.lemma}+{token.lemma}"
        for child in document.children(token.i, "compound", "amod", "nmod")
    ]
    for form in [*modifiers, token.lemma]:
        for channel, nouns in channels().nouns.items():
            if form in nouns:
                return channel
    return None


def _of_audience(document: Document, cue: Cue) -> Channel | None:
    words = {document.tokens[i].lemma for i in cue.addressees}
    return next((c for c, nouns in channels().audiences.items() if words & nouns), None)


def is_document(token: Token) -> bool:
    """Whether the noun is a thing that speaks for its issuer."""
    return token.lemma in channels().documents.nouns and token.tag in ("NN", "NNS", "NNP")


def issuer_of(document: Document, cues: list[Cue]) -> dict[int, int]:
    """For cues whose source is a document, the token that heads its issuer.

    The issuer stands beside the document (`a statement by Rome`), or did before, or spoke in it
    (`the palace said in a statement`).
    """
    found: dict[int, int] = {}
    known: dict[str, int] = {}
    for cue in sorted(cues, key=lambda cue: cue.i):
        if cue.source is None:
            continue
        token = document.tokens[cue.source]
        if is_document(token):
            issuer = _beside(document, token)
            issuer = issuer if issuer is not None else known.get(token.lemma)
            if issuer is not None:
                found[cue.i] = known[token.lemma] = issuer
        else:
            for noun in _spoken_in(document, cue):
                known[noun.lemma] = cue.source
    return found


def _beside(document: Document, noun: Token) -> int | None:
    for child in document.children(noun.i):
        if child.dep == "poss":
            return child.i
        if child.text.lower() in channels().documents.issuers or child.dep == "acl":
            target = _target(document, child)
            if target is not None:
                return target
    return None


def _target(document: Document, word: Token) -> int | None:
    """The noun after `by` or `from`, over a participle: `issued by`."""
    for child in document.children(word.i):
        if child.dep == "pobj":
            return child.i
        if word.dep == "acl" and child.text.lower() in channels().documents.issuers:
            return _target(document, child)
    return None


def _spoken_in(document: Document, cue: Cue) -> list[Token]:
    sentence = document.sentence_of(cue.i)
    return [
        token
        for token in document.tokens[sentence.first : sentence.last]
        if token.dep == "pobj" and is_document(token) and _is_adjunct(document, token)
    ]
