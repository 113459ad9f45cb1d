"""Transcripts: who speaks stands before a colon at the head of a paragraph, as `MR. SILVA:`.

A questioner's label may lack the colon (`Q How long?`). A text is a transcript where a label comes
twice, or a questioner's does: headings in capitals come once.
"""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from dragoman.codebooks.speech import speech
from dragoman.model import Span
from dragoman.parsing.cues import Cue
from dragoman.parsing.document import Document

_LONGEST = 6  # words of a label
_LABEL = re.compile(r"(?m)^[ \t]*(?P<name>[^\n:]{1,60}):(?=\s)")
_QUESTION = re.compile(r"(?m)^[ \t]*(?P<name>\S{1,2})[ \t\xa0]+(?=\S)")


class Turn(msgspec.Struct, frozen=True):
    """A speaker's label, and the words up to the next one."""

    cue: Cue
    pieces: tuple[Span, ...]


def turns(document: Document) -> Iterator[Turn]:
    """The turns of a transcript, in order; none in other texts."""
    labels = _labels(document)
    ends = [*(label.start() for label in labels), len(document.text)][1:]
    for label, end in zip(labels, ends, strict=True):
        source = _last_word(document, label.start("name"), label.end("name"))
        words = _words(document, label.end(), end)
        if source is not None and words is not None:
            colon = document.token_at(label.end() - 1)
            cue = Cue(i=source if colon is None else colon, kind="speech", source=source, pieces=())
            yield Turn(cue, (words,))


def _labels(document: Document) -> list[re.Match[str]]:
    found = [m for m in _LABEL.finditer(document.text) if _is_name(m["name"])]
    asked = [m for m in _QUESTION.finditer(document.text) if _asks(m["name"])]
    counts = Counter(m["name"].strip() for m in found)
    known = bool(asked) or any(n > 1 or _asks(name) for name, n in counts.items())
    return sorted([*found, *asked], key=re.Match.start) if known else []


def _is_name(label: str) -> bool:
    """Words in capitals, or a questioner's: `PRIME MINISTER SILVA`, `Journalist`."""
    words = label.split()
    first = words[0].strip(".") if words else ""
    named = len(words) <= _LONGEST and first.isupper() and label.replace(" ", "")[-1:].isalpha()
    return (named and all(word[0].isupper() for word in words)) or _asks(label)


def _asks(label: str) -> bool:
    return label.strip().lower() in speech().transcripts.questioners


def _last_word(document: Document, start: int, end: int) -> int | None:
    inside = [i for i in document.tokens_in(start, end) if document.tokens[i].pos != "PUNCT"]
    return inside[-1] if inside else None


def _words(document: Document, start: int, end: int) -> Span | None:
    inside = document.tokens_in(start, end)
    words = [document.tokens[i] for i in inside if document.tokens[i].text.strip()]
    return Span(start=words[0].start, end=words[-1].end) if words else None
