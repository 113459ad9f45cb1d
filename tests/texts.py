"""Texts of tests to documents and facts: parsed with the real model, one process-wide."""

import functools

import msgspec

from dragoman.model import Report
from dragoman.parsing.attribution import attributions, speakers
from dragoman.parsing.document import Document
from dragoman.parsing.parser import parse
from dragoman.resolution.actors import resolve


@functools.cache
def parsed(text: str, published: str = "2022-03-01") -> Document:
    """The document of a text."""
    (found,) = parse([Report(id="t", published=published, text=text)])
    assert isinstance(found, Document)
    return found


def token(document: Document, word: str) -> int:
    """The number of the first token with that form."""
    return next(t.i for t in document.tokens if t.text == word)


def told(text: str, *, url: str = "", title: str = "") -> dict[str, list[str]]:
    """Each mention's words, the last such, with the names or codes of its parties."""
    plain = parsed(text)
    report = msgspec.structs.replace(plain.report, url=url or None, title=title)
    document = msgspec.structs.replace(plain, report=report)
    identities = resolve(document, speakers=speakers(attributions(document), document))
    return {
        " ".join(token.text for token in document.tokens[mention.first : mention.last]): [
            party.person or party.id for party in mention.parties
        ]
        for mention in identities.mentions
    }
