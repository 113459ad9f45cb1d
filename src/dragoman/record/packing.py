"""The lines of a report in few bytes: deflated together, without what their rows say already.

Field names, reasons, names and codes are the same from line to line, so a report's lines are packed
in one piece, with a dictionary of what most lines repeat. `packing.txt` is that dictionary: record
lines of our own. It never changes, as a record can only be read with the one it was written with.
Of each line is left out how it begins: kind, ids and span, which stand in its row. Ids of other
lines do not deflate: they stand before the rest as the bytes that their sixteen digits are.
"""

import functools
import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from importlib.resources import files

import msgspec

RAW = -15  # deflate without header and checksum, in a window of 32 KB
MARK = b'"\x01"'  # where an id stood; no JSON has this character as it is
BYTES = 8  # of an id
REMEMBERED = 64  # reports whose lines are kept unpacked: questions ask for one line after the other
_HEAD = struct.Struct("<III")  # checksums of the whole lines and of what follows, bytes of ids
_ID = re.compile(rb'"([0-9a-f]{16})"')
_SPAN = b'"span":{'  # what a line begins with ends with its span; no id has such signs in JSON


class Start(msgspec.Struct, frozen=True):
    """How a line begins: what its row says of it."""

    id: str
    kind: str
    span_start: int
    span_end: int


class Unpacked(msgspec.Struct, frozen=True):
    """A report's id as JSON, and of each of its lines what follows the start."""

    report_id: str
    rests: tuple[bytes, ...]
    checksum: int

    def line(self, place: int, start: Start) -> bytes:
        """The JSON of the line at this place.

        Raises:
            zlib.error: there is none.
        """
        if not 0 <= place < len(self.rests):
            raise zlib.error("the packed lines are fewer")
        return _begun(self.report_id, start) + self.rests[place]

    def lines(self, starts: Sequence[Start]) -> list[bytes]:
        """The JSON of all lines.

        Raises:
            zlib.error: they are not those that were packed, or their rows have changed.
        """
        if len(starts) != len(self.rests):
            raise zlib.error("the packed lines are not as many as their rows")
        whole = [self.line(place, start) for place, start in enumerate(starts)]
        if _checksum(whole) != self.checksum:
            raise zlib.error("rows and packed lines differ")
        return whole


def pack(report_id: str, lines: Sequence[bytes]) -> bytes:
    """The JSON of a report's lines in one piece: checksum, ids, and the rest deflated."""
    data = b"\n".join([msgspec.json.encode(report_id), *map(_rest, lines)])
    parts = _ID.split(data)  # texts, and between them the digits of ids
    ids = bytes.fromhex(b"".join(parts[1::2]).decode())
    deflate = _primed().copy()
    rest = deflate.compress(MARK.join(parts[::2])) + deflate.flush()
    return _HEAD.pack(_checksum(lines), zlib.crc32(ids + rest), len(ids)) + ids + rest


def marked(data: bytes) -> bytes:
    """JSON with marks where ids stood."""
    return _ID.sub(MARK, data)


@functools.lru_cache(maxsize=REMEMBERED)
def unpack(data: bytes) -> Unpacked:
    """What `pack` was given, without the starts of the lines.

    Raises:
        zlib.error: the bytes are damaged.
    """
    if len(data) < _HEAD.size:
        raise zlib.error("the packed lines are cut off")
    checksum, body, size = _HEAD.unpack_from(data)
    if zlib.crc32(data[_HEAD.size :]) != body:
        raise zlib.error("the packed lines are damaged")
    start = _HEAD.size + size
    inflate = zlib.decompressobj(wbits=RAW, zdict=_dictionary())
    parts = inflate.decompress(data[start:]).split(MARK)
    ids = data[_HEAD.size : start].hex().encode()
    if not inflate.eof or len(parts) != size // BYTES + 1:
        raise zlib.error("the packed lines are cut off")
    quoted = [b'"%b"' % ids[at : at + 2 * BYTES] for at in range(0, len(ids), 2 * BYTES)]
    whole = b"".join(part for pair in zip(parts, [*quoted, b""], strict=True) for part in pair)
    report_id, *rests = whole.split(b"\n")
    return Unpacked(report_id.decode(), tuple(rests), checksum)


def _begun(report_id: str, start: Start) -> bytes:
    """The beginning of a line's JSON, as the encoder writes it; `report_id` is JSON."""
    line_id = msgspec.json.encode(start.id).decode()
    return (
        f'{{"kind":"{start.kind}","id":{line_id},"report_id":{report_id},'
        f'"span":{{"start":{start.span_start},"end":{start.span_end}}},'
    ).encode()


def _rest(line: bytes) -> bytes:
    """What follows the beginning of a line's JSON."""
    return line[line.find(b"},", line.find(_SPAN)) + 2 :] if line else line


def _checksum(lines: Iterable[bytes]) -> int:
    return functools.reduce(lambda sum_, line: zlib.crc32(line, sum_), lines, 0)


@functools.cache
def _primed() -> "zlib._Compress":
    """What deflates, with the dictionary taken in: to copy it is quicker than to do that again."""
    return zlib.compressobj(wbits=RAW, zdict=_dictionary())


@functools.cache
def _dictionary() -> bytes:
    """The dictionary, its lines without their starts and its ids marked as those of lines are."""
    lines = files("dragoman.record").joinpath("packing.txt").read_bytes().split(b"\n")
    return marked(b"\n".join(map(_rest, lines)))
