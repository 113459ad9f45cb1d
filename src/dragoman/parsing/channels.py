"""Through which channel words came, and who issued the documents that speak.

The words are in `channels.toml`: nouns after a preposition (`in a statement`), verbs (`phoned`),
audiences (`told reporters`), and the documents that have issuers (`a statement by`).
"""

from dragoman.codebooks.speech import speech
from dragoman.model import Channel, Span
from dragoman.parsing.cues import Cue, compounds
from dragoman.parsing.document import Document, Token


def channel_of(document: Document, cue: Cue, pieces: tuple[Span, ...]) -> Channel | None:
    """The channel that the cue's clause tells, outside the words themselves."""
    if cue.channel is not None:
        return next((channel for channel in speech().nouns if channel == cue.channel), None)
    told = _of_source(document, cue) or _of_adjunct(document, cue, pieces)
    return told or _of_audience(document, cue)


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
    return document.tokens[token.head].text.lower() in speech().prepositions


def _by_noun(document: Document, token: Token) -> Channel | None:
    """A noun with its modifier (`press conference`) tells more than the noun alone."""
    return speech().channel([*compounds(document, token), token.lemma])


def _of_audience(document: Document, cue: Cue) -> Channel | None:
    tokens = [document.tokens[i] for i in cue.addressees]
    words = {token.lemma for token in tokens}
    told = (_by_noun(document, token) for token in tokens)
    heard = (channel for channel, nouns in speech().audiences.items() if words & nouns)
    return next((channel for channel in (*told, *heard) if channel is not None), None)


def is_document(token: Token) -> bool:
    """Whether the noun is a thing that speaks for its issuer."""
    return token.lemma in speech().documents.nouns and token.tag in ("NN", "NNS", "NNP")


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
        if child.text.lower() in speech().documents.issuers or child.dep == "acl":
            target = _target(document, child)
            if target is not None:
                return target
    return None


def _target(document: Document, word: Token) -> int | None:
    """The noun after `by` or `from`, over a participle: `issued by`."""
    for child in document.children(word.i):
        if child.dep == "pobj" and not _is_talk(child):
            return child.i
        if word.dep == "acl" and child.text.lower() in speech().documents.issuers:
            return _target(document, child)
    return None


def _is_talk(token: Token) -> bool:
    """`the readout of the call` names no issuer."""
    return token.lemma in speech().holding.talks or speech().channel([token.lemma]) is not None


def _hangs_on(document: Document, token: Token, verb: int) -> bool:
    preposition = document.tokens[token.head]
    return preposition.head == verb and preposition.text.lower() in speech().prepositions


def _spoken_in(document: Document, cue: Cue) -> list[Token]:
    sentence = document.sentence_of(cue.i)
    return [
        token
        for token in document.tokens[sentence.first : sentence.last]
        if token.dep == "pobj" and is_document(token) and _hangs_on(document, token, cue.i)
    ]
