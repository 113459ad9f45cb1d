r"""Stretches between quotation marks, of every kind the press uses, mixed and unbalanced.

Doubled single marks (`''…''`), curly and straight ones close each other, as press systems mix them.
A quotation ends at the latest with its paragraph; where the next paragraph opens with a mark again,
it goes on as a quotation of its own.
"""

import re

from dragoman.model import Span
from dragoman.parsing.document import Quotation

_DOUBLE = r"''|``|[\"“”„«»]"
_MARK = re.compile(rf"{_DOUBLE}|['‘’]")
_OPENS_AFTER = re.compile(r"[\s(\[—–\-:“‘\"'/]")
_ONLY_OPENS = "“„«‘``"
_INNER_FRONT = '"“[.…'
_ONLY_CLOSES = "”»"


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations of the text in order; none lies inside another of the same strength."""
    found: list[Quotation] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        found.extend(_of_paragraph(text, *paragraph.span()))
    return tuple(found)


def _of_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if _can_open(text, mark, start):
                opened = mark
        elif _closes(text, opened, mark, end):
            found.append(_quotation(opened.start(), opened.end(), mark.start(), mark.end()))
            opened = None
    if opened is not None and not _is_single(opened):
        found.append(_quotation(opened.start(), opened.end(), end, end, closed=False))
    return found


def _quotation(
    start: int, inner: int, inner_end: int, end: int, *, closed: bool = True
) -> Quotation:
    return Quotation(start, end, Span(start=inner, end=inner_end), closed)


def _is_single(mark: re.Match[str]) -> bool:
    return mark[0] in "'‘’"


def _can_open(text: str, mark: re.Match[str], start: int) -> bool:
    """A mark opens at a word's front; a single straight one must not be an apostrophe."""
    if mark[0] in _ONLY_CLOSES:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    at_front = bool(_OPENS_AFTER.match(before)) and bool(after.strip())
    if mark[0] in _ONLY_OPENS:
        return bool(after)
    if _is_single(mark):
        return at_front and mark[0] != "’" and (after.isalpha() or after in _INNER_FRONT)
    return at_front


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], end: int) -> bool:
    """A mark closes what was opened with its kind, single with single, double with double."""
    if _is_single(opened) != _is_single(mark) or mark[0] in _ONLY_OPENS:
        return False
    if not _is_single(mark):
        return True
    before = text[mark.start() - 1]
    after = text[mark.end() : mark.end() + 1] if mark.end() < end else " "
    then = text[mark.end() + 1 : mark.end() + 2]
    plural_possessive = before == "s" and after == " " and then.islower()
    return not after.isalnum() and not plural_possessive
