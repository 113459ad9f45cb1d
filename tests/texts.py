"""Texts of tests to documents and facts: parsed with the real model, one process-wide."""

import functools

from dragoman.model import Report
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse


@functools.cache
def parsed(text: str, published: str = "2022-03-01") -> Document:
    """The document of a text."""
    (found,) = parse([Report(id="t", published=published, text=text)])
    assert isinstance(found, Document)
    return found


def token(document: Document, word: str) -> int:
    """The number of the first token with that form."""
    return next(t.i for t in document.tokens if t.text == word)
