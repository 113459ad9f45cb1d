"""Characters to a report's text: every change keeps the length, or comes before offsets exist."""

import codecs
import re
from itertools import pairwise

import msgspec

MAX_WRAP_WIDTH = 110
"""Longest line, in characters, of text that was wrapped by hand or mail program."""
MIN_WRAP_WIDTH = 30
"""Shortest width that anybody wraps running text at: narrower blocks are verse or tables."""

# Line ends that come as two characters become one before any offset exists.
_LINE_END = re.compile(r"\r\n?")
_LINE_LIKE = re.compile("[\f\v\x1c-\x1e\x85\u2028\u2029]")
# A terminal's commands (colours, titles) are nothing to read, from the escape to their last letter.
_CONTROL = re.compile(
    "\x1b\\[[0-9;?]{0,20}[A-Za-z]|\x1b\\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\\\)"
    "|[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
# cp1252 with its five holes filled as browsers and mailers fill them.
_WESTERN_BYTES = {
    ord(bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")): byte
    for byte in range(256)
}
# The first characters of UTF-8's two and three byte sequences, and any that may follow them.
_MOJIBAKE = re.compile("[\u00c2\u00c3\u00e2][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LIST_ITEM = re.compile(r"\s{0,8}(?:[-*•·–—>|]|\d{1,3}[.)])\s")


class Cleaned(msgspec.Struct, frozen=True):
    """Text fit for offsets; `flags` say what was changed."""

    text: str
    flags: tuple[str, ...] = ()


def mend(text: str) -> Cleaned:
    """Undo UTF-8 that was saved as Western text ("donâ€™t"), where all of the text is such."""
    if not _MOJIBAKE.search(text):
        return Cleaned(text)
    try:
        data, _ = codecs.charmap_encode(text, "strict", _WESTERN_BYTES)
        return Cleaned(data.decode("utf-8"), ("mended_mojibake",))
    except UnicodeError:
        return Cleaned(text)


def clean(text: str) -> Cleaned:
    """Make line ends one character, and controls and lone surrogates one space each.

    Zero-width and direction marks stay: matching folds them, and a reader should see them.
    """
    return replace_controls(_LINE_LIKE.sub("\n", _LINE_END.sub("\n", text)))


def replace_controls(text: str) -> Cleaned:
    """Make controls and lone surrogates spaces, as many as they are; offsets into the text hold."""
    text, controls = _CONTROL.subn(lambda found: " " * len(found[0]), text)
    flags = [f"replaced_controls:{controls}"] if controls else []
    lost = text.count("\ufffd")
    if lost:
        flags.append(f"replacement_characters:{lost}")
    return Cleaned(text, tuple(flags))


def clean_line(text: str | None) -> str | None:
    """A title, outlet or link on one line; null where nothing is left."""
    if text is None:
        return None
    return " ".join(clean(text).text.split()) or None


def unwrap(text: str) -> str:
    """Join hard-wrapped lines, a space for each line end, so the length stays.

    A paragraph is hard-wrapped where each of its lines ends because the next word did not fit.
    """
    if "\n" not in text:
        return text
    parts: list[str] = []
    start = 0
    for gap in _PARAGRAPH_END.finditer(text):
        parts += (_unwrap_paragraph(text[start : gap.start()]), gap.group())
        start = gap.end()
    return "".join((*parts, _unwrap_paragraph(text[start:])))


def _unwrap_paragraph(paragraph: str) -> str:
    lines = paragraph.split("\n")
    width = max(map(len, lines))
    if len(lines) < 3 or not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:  # noqa: PLR2004 - two line ends are the least that show a width
        return paragraph
    if any(_LIST_ITEM.match(line) for line in lines):
        return paragraph
    filled = sum(
        len(line) + len(_first_word(following)) >= width for line, following in pairwise(lines)
    )
    # One line in ten may be short: a wrap of proportional type, or a corrected line.
    return " ".join(lines) if filled * 10 >= 9 * (len(lines) - 1) else paragraph


def _first_word(line: str) -> str:
    return (line.split(maxsplit=1) or [""])[0]
