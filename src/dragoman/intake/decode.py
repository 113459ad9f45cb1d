"""Bytes to characters: the encoding is found and recorded, never guessed in silence."""

import codecs
import re

import msgspec
from charset_normalizer import from_bytes

from dragoman.intake.refusing import Refused
from dragoman.intake.words import intake_words

MAX_CONTROL_SHARE = 0.01
"""Share of NUL and other C0 bytes above which bytes are no text."""
FEW_CONTROLS = 10
"""So many are no more than what a short text has from a terminal or an old program."""
MAX_HIGH_SHARE = 0.10
"""Share of bytes above 127 up to which bytes that are not UTF-8 are Western print (cp1252):
English has few accents and quotation marks; other scripts have them in every word."""
DETECTION_BYTES = 200_000
"""How much of a text the search for a rare encoding looks at: it costs microseconds a byte."""

# Longest mark first: UTF-32's little-endian mark begins with UTF-16's.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_REMEDY = "save it as UTF-8 text"


class Decoded(msgspec.Struct, frozen=True):
    """Characters, and the encoding that they were in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Read bytes as text: by byte order mark, else UTF-8, else Western or a detected encoding.

    Raises:
        Refused: `binary` where the bytes are no text, `undecodable` where no encoding fits.
    """
    marked = marked_encoding(data)
    if marked:
        return _decode_as(data, marked)
    _refuse_binary(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _refuse_broken_utf8(data, error)
    return _decode_legacy(data)


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark names; null without one."""
    return next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise Refused(
            "undecodable",
            f"its byte order mark says {encoding}, but byte {error.start} does not fit",
            remedy=_REMEDY,
        ) from None


def _refuse_binary(data: bytes) -> None:
    for magic in intake_words().magic:
        if data.startswith(bytes.fromhex(magic.hex)):
            raise Refused("binary", f"is {magic.name}, no text", remedy="give its text")
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > max(FEW_CONTROLS, MAX_CONTROL_SHARE * len(data)):
        raise Refused("binary", f"{controls} of {len(data)} bytes are no text", remedy=_REMEDY)


def _refuse_broken_utf8(data: bytes, error: UnicodeDecodeError) -> None:
    """Refuse UTF-8 with a few bad bytes: read as Western, it would be garbage all the same."""
    good = len(_UTF8_SEQUENCE.findall(data))
    bad = data.decode("utf-8", "replace").count("\ufffd")
    if good > bad:
        raise Refused(
            "undecodable",
            f"UTF-8 that is broken at byte {error.start}: {error.reason}",
            remedy=_REMEDY,
        ) from None


def _decode_legacy(data: bytes) -> Decoded:
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high <= MAX_HIGH_SHARE * len(data):
        try:
            return Decoded(data.decode("cp1252"), "cp1252")
        except UnicodeDecodeError:
            pass
    best = from_bytes(data[:DETECTION_BYTES]).best()
    if best is None:
        raise Refused("undecodable", "is in no known encoding", remedy=_REMEDY)
    return _decode_as(data, best.encoding)
