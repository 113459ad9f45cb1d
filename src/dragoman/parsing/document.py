"""A parsed report as every later stage sees it: our own, so that only one file knows the library.

Tokens are numbered through the whole report. Offsets are code points into the report's text.
Tags are Penn Treebank, parts of speech Universal, dependencies ClearNLP style (spaCy's English).
"""

import bisect
from collections.abc import Iterator

import msgspec

from dragoman.model import Report, Span
from dragoman.parsing.view import readable, visible


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word: its place, its form, and its place in the dependency tree."""

    i: int
    text: str
    start: int
    end: int
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    children: tuple[int, ...]
    sentence: int
    entity: str = ""

    @property
    def is_verb(self) -> bool:
        """Whether the tag is a verb's (modals are none)."""
        return self.tag.startswith("VB")

    @property
    def is_nominal(self) -> bool:
        """Whether it can head a noun phrase."""
        return self.pos in ("NOUN", "PROPN", "PRON") or self.tag.startswith("NN")


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Tokens `first` to `last` (excluded); `root` heads them; `paragraph` counts from 0."""

    i: int
    first: int
    last: int
    root: int
    start: int
    end: int
    paragraph: int


class Quotation(msgspec.Struct, frozen=True, gc=False):
    """A stretch between quotation marks: `start`, `end` with the marks, `inner` without."""

    start: int
    end: int
    inner: Span
    closed: bool = True


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A report with its tokens, sentences and quotations, all in the text's order."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    starts: tuple[int, ...]  # token starts, for looking up an offset

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def children(self, i: int, *deps: str) -> Iterator[Token]:
        """Children of token `i`, of the named dependencies if any are named."""
        for child in self.tokens[i].children:
            token = self.tokens[child]
            if not deps or token.dep in deps:
                yield token

    def ancestors(self, i: int) -> Iterator[Token]:
        """The head of token `i`, its head, and so on to the root."""
        token = self.tokens[i]
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def subtree(self, i: int) -> list[int]:
        """Token numbers under and with `i`, in order."""
        found, queue = [], [i]
        while queue:
            current = queue.pop()
            found.append(current)
            queue.extend(self.tokens[current].children)
        return sorted(found)

    def span_of(self, i: int) -> Span:
        """The stretch of text from the first to the last token under `i`, outer punctuation off."""
        under = self.subtree(i)
        while len(under) > 1 and self.tokens[under[-1]].pos == "PUNCT":
            under.pop()
        while len(under) > 1 and self.tokens[under[0]].pos == "PUNCT":
            under.pop(0)
        return Span(start=self.tokens[under[0]].start, end=self.tokens[under[-1]].end)

    def token_at(self, offset: int) -> int | None:
        """The number of the token that covers the offset, or null between tokens."""
        i = bisect.bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.tokens[i].end else None

    def tokens_in(self, start: int, end: int) -> range:
        """Numbers of the tokens that start within the stretch."""
        return range(bisect.bisect_left(self.starts, start), bisect.bisect_left(self.starts, end))

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that holds token `i`."""
        return self.sentences[self.tokens[i].sentence]

    def words(self, start: int, end: int) -> str:
        """The report's words in a stretch, as a reader sees them."""
        return visible(readable(self.report.text[start:end]))[0]


def document(
    report: Report,
    tokens: tuple[Token, ...],
    sentences: tuple[Sentence, ...],
    quotations: tuple[Quotation, ...] = (),
) -> Document:
    """Put a document together; unit tests build one by hand this way."""
    starts = tuple(token.start for token in tokens)
    return Document(
        report=report, tokens=tokens, sentences=sentences, quotations=quotations, starts=starts
    )
