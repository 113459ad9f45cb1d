"""A report's text cut where highlights begin and end, so that they may overlap as they like.

Every piece knows all that covers it. Pieces are never nested, so the markup is valid whatever the
spans are, and put together they are the text, character by character.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterable

import msgspec

from dragoman.model import Span

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_WRAP = 100  # a line longer than this was not broken by hand


class Cover(msgspec.Struct, frozen=True, kw_only=True):
    """A span to highlight: the id of its line, and its class in the style sheet.

    Links lead to it and from it, unless it is a `part` of the line's words or stands apart of them.
    """

    span: Span
    id: str
    style: str
    part: bool = False


class Bit(msgspec.Struct, frozen=True, kw_only=True):
    """Plain characters, or one hidden character with its name to show (`U+202E`)."""

    text: str
    hidden: str = ""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text under the same covers; `begins` and `ends` are the ids that do so here."""

    bits: tuple[Bit, ...]
    styles: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """The pieces of a paragraph, and the white space after it."""

    pieces: tuple[Piece, ...]
    gap: str


def paragraphs(text: str, covers: Iterable[Cover]) -> list[Paragraph]:
    """The text's paragraphs in pieces; spans that lie outside the text are left out."""
    listed = [cover for cover in covers if 0 <= cover.span.start <= cover.span.end <= len(text)]
    gaps = [match.span() for match in _PARAGRAPH.finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text.rstrip())]
    nexts = [*starts[1:], len(text)]
    return [
        Paragraph(pieces=tuple(_pieces(text, start, end, listed)), gap=text[end:following])
        for start, end, following in zip(starts, ends, nexts, strict=True)
        if start <= end
    ]


def is_wrapped(text: str) -> bool:
    """Whether lines were broken at a width, so that a line break means no more than a space."""
    return max((len(line) for line in text.splitlines()), default=0) <= _WRAP


def bits(text: str) -> tuple[Bit, ...]:
    """The text with its hidden characters apart."""
    found: list[Bit] = []
    for hidden, group in itertools.groupby(text, key=_is_hidden):
        if hidden:
            found += [Bit(text=one, hidden=f"U+{ord(one):04X}") for one in group]
        else:
            found.append(Bit(text="".join(group)))
    return tuple(found)


def _pieces(text: str, start: int, end: int, covers: list[Cover]) -> list[Piece]:
    here = [c for c in covers if _touches(c.span, start, end)]
    inside = {edge for c in here for edge in (c.span.start, c.span.end) if start < edge < end}
    edges = [start, *sorted(inside), end]
    pieces = [
        piece
        for one, two in itertools.pairwise(edges)
        for piece in (*_points(here, one), _piece(text, one, two, here))
    ]
    return [*pieces, *_points(here, end)]


def _piece(text: str, start: int, end: int, covers: list[Cover]) -> Piece:
    over = [c for c in covers if c.span.start <= start and end <= c.span.end]
    return Piece(
        bits=bits(text[start:end]),
        styles=tuple(sorted({style for c in over for style in c.style.split()})),
        ids=tuple(dict.fromkeys(c.id for c in over)),
        begins=tuple(dict.fromkeys(c.id for c in over if c.span.start == start and not c.part)),
        ends=tuple(dict.fromkeys(c.id for c in over if c.span.end == end and not c.part)),
    )


def _points(covers: list[Cover], place: int) -> list[Piece]:
    """An empty piece where zero-length spans stand, so that a link to them leads somewhere."""
    ids = tuple(dict.fromkeys(c.id for c in covers if c.span.start == c.span.end == place))
    return [Piece(bits=(), styles=("point",), ids=ids, begins=ids, ends=ids)] if ids else []


def _touches(span: Span, start: int, end: int) -> bool:
    return start <= span.start <= end or span.start < start < span.end


def _is_hidden(character: str) -> bool:
    return character not in "\n\t\r" and unicodedata.category(character) in _HIDDEN
