"""Report to parse units: stretches short enough to parse at once, with exact offsets.

`sentencex` keeps a quotation of several sentences together; the parser divides it further.
"""

import re
from collections.abc import Iterator

import msgspec
import sentencex

from dragoman.errors import Refusal
from dragoman.intake.datelines import read_dateline
from dragoman.intake.stretches import LONGEST_SENTENCE, endless, pieces
from dragoman.model import Report
from dragoman.parsing.view import readable, visible

LEAD_PARAGRAPHS = 3  # paragraphs in which a dateline is looked for: outlet and title may come first
_BREAKS = str.maketrans("\n\t\u00a0\u2028\u2029", "     ")


class Unit(msgspec.Struct, frozen=True, gc=False):
    """What the parser is given: text whose first character stands at `start` of the report."""

    text: str
    start: int
    paragraph: int
    offsets: tuple[int, ...] | None = None  # from `start`, where characters are left out

    def span(self, first: int, length: int) -> tuple[int, int]:
        """Where a stretch of the unit's text stands in the report."""
        if self.offsets is None:
            return self.start + first, self.start + first + length
        return self.start + self.offsets[first], self.start + self.offsets[first + length - 1] + 1


def parse_units(report: Report) -> list[Unit] | Refusal:
    """Divide a report into units; line ends become spaces, so that offsets hold.

    Returns a refusal (`too_long_sentence`) where a sentence or a word has no end.
    """
    without_end = endless(report.text)
    if without_end is not None:
        return Refusal(
            source=report.url or report.id,
            code="too_long_sentence",
            message=without_end,
            remedy="check that this is running text",
        )
    return [
        unit
        for number, paragraph in enumerate(re.finditer(r"[^\n]+", report.text))
        for unit in _of_paragraph(paragraph, number)
    ]


def _of_paragraph(paragraph: re.Match[str], number: int) -> Iterator[Unit]:
    text = readable(paragraph[0].translate(_BREAKS))
    for first, last in _pieces(text, lead=number < LEAD_PARAGRAPHS):
        piece = text[first:last]
        body = piece.strip()
        if body:
            lead = len(piece) - len(piece.lstrip())
            seen, offsets = visible(body)
            if seen.strip():
                yield Unit(seen, paragraph.start() + first + lead, number, offsets)


def _pieces(text: str, *, lead: bool) -> list[tuple[int, int]]:
    """Sentences, a dateline cut off from the first: it would be parsed as a part of it."""
    dateline = read_dateline(text) if lead else None
    if dateline is None:
        return _sentences(text)
    cut = dateline.end
    rest = [(first + cut, last + cut) for first, last in _sentences(text[cut:])]
    return [(0, cut), *rest]


def _sentences(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for boundary in sentencex.get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        if end - start > LONGEST_SENTENCE:  # a quotation kept whole
            found.extend((start + first, start + last) for first, last in pieces(text[start:end]))
        else:
            found.append((start, end))
    return found
