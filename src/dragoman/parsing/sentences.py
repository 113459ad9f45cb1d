"""Report to parse units: stretches short enough to parse at once, with exact offsets.

`sentencex` keeps a quotation of several sentences together; the parser divides it further.
"""

import re

import msgspec
import sentencex

from dragoman.errors import Refusal
from dragoman.intake.datelines import read_dateline
from dragoman.model import Report

LONGEST_UNIT = 4_000  # characters: no sentence of the press is near; the parse is linear in it
LEAD_PARAGRAPHS = 3  # paragraphs in which a dateline is looked for: outlet and title may come first
LONGEST_WORD = 500  # characters without a space: no word, but a table, a key, or an attack
_BREAKS = str.maketrans("\n\t\u00a0\u2028\u2029\u00ad", "      ")


class Unit(msgspec.Struct, frozen=True, gc=False):
    """What the parser is given: text whose first character stands at `start` of the report."""

    text: str
    start: int
    paragraph: int


def parse_units(report: Report) -> list[Unit] | Refusal:
    """Divide a report into units; line ends become spaces, so that offsets hold.

    Returns a refusal (`too_long_sentence`) where a sentence or a word has no end.
    """
    units: list[Unit] = []
    for number, paragraph in enumerate(_paragraphs(report.text)):
        start, end = paragraph
        text = report.text[start:end].translate(_BREAKS)
        for piece in _pieces(text, lead=number < LEAD_PARAGRAPHS):
            body = text[piece[0] : piece[1]]
            lead = len(body) - len(body.lstrip())
            body = body.strip()
            if not body:
                continue
            if len(body) > LONGEST_UNIT or _longest_word(body) > LONGEST_WORD:
                return Refusal(
                    source=report.url or report.id,
                    code="too_long_sentence",
                    message=f"a sentence of {len(body):,} characters at offset {start + piece[0]}",
                    remedy="check that this is running text",
                )
            units.append(Unit(body, start + piece[0] + lead, number))
    return units


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def _pieces(text: str, *, lead: bool) -> list[tuple[int, int]]:
    """Sentences, a dateline cut off from the first: it would be parsed as a part of it."""
    dateline = read_dateline(text) if lead else None
    if dateline is None:
        return _sentences(text)
    cut = dateline.end
    rest = [(first + cut, last + cut) for first, last in _sentences(text[cut:])]
    return [(0, cut), *rest]


def _sentences(text: str) -> list[tuple[int, int]]:
    if len(text) > LONGEST_UNIT * 50 and ". " not in text[: LONGEST_UNIT * 2]:
        return [(0, len(text))]
    return [
        (boundary["start_index"], boundary["end_index"])
        for boundary in sentencex.get_sentence_boundaries("en", text)
    ]


def _longest_word(text: str) -> int:
    return max((len(word) for word in text.split()), default=0)
