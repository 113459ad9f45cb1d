"""Releases that are one source's words as a whole: `The following is attributable to …:`."""

from collections.abc import Iterator
from itertools import zip_longest

import msgspec

from dragoman.codebooks.speech import speech
from dragoman.model import Span
from dragoman.parsing.cues import Cue
from dragoman.parsing.document import Document, Sentence


class Frame(msgspec.Struct, frozen=True):
    """A cue and the stretch of the document that it attributes."""

    cue: Cue
    pieces: tuple[Span, ...]


def framed(document: Document) -> Iterator[Frame]:
    """The releases in a document, each from its opening line to the next, or to its end."""
    found = [
        cue for sentence in document.sentences if (cue := _opening(document, sentence)) is not None
    ]
    for cue, later in zip_longest(found, found[1:]):
        start = document.tokens[cue.i].sentence + 1
        end = document.tokens[later.i].sentence if later is not None else len(document.sentences)
        stretch = _stretch(document, start, end)
        if stretch is not None:
            yield Frame(cue, (stretch,))


def _opening(document: Document, sentence: Sentence) -> Cue | None:
    book = speech().frames
    tokens = document.tokens[sentence.first : sentence.last]
    if not any(token.text.lower() in book.openers for token in tokens[:3]):
        return None
    for token in tokens:
        if token.lemma in book.attributing:
            prepositions: tuple[str, ...] = ("to",)
        elif token.lemma in book.issued:
            prepositions = speech().documents.issuers
        else:
            continue
        source = _after(document, token.i, prepositions)
        if source is not None:
            return Cue(i=token.i, kind="speech", source=source, pieces=(), channel="statement")
    return None


def _after(document: Document, i: int, prepositions: tuple[str, ...]) -> int | None:
    for child in document.children(i, "prep"):
        if child.text.lower() in prepositions:
            return next((target.i for target in document.children(child.i, "pobj")), None)
    return None


def _stretch(document: Document, first: int, last: int) -> Span | None:
    """Sentences `first` to `last` without the marks of beginning and end."""
    sentences = list(document.sentences[first:last])
    while sentences and _is_mark(document, sentences[0], speech().frames.begins):
        sentences.pop(0)
    for n, sentence in enumerate(sentences):
        if _is_mark(document, sentence, speech().frames.ends):
            sentences = sentences[:n]
            break
    if not sentences:
        return None
    return Span(start=sentences[0].start, end=sentences[-1].end)


def _is_mark(document: Document, sentence: Sentence, marks: tuple[str, ...]) -> bool:
    return document.words(sentence.start, sentence.end).lower().strip(" :.()[]").startswith(marks)
