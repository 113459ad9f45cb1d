"""A line's JSON in few bytes: deflated, with a dictionary of what most lines repeat.

Field names, reasons and codes make up most of a line and are the same in the next one; unpacked,
they would be two thirds of a record. `packing.txt` is that dictionary: record lines of our own. It
never changes, as a record can only be read with the one it was written with. Ids of lines do not
deflate: they stand before the rest as the bytes that their sixteen digits are.
"""

import functools
import re
import zlib
from importlib.resources import files

RAW = -15  # deflate without header and checksum, in a window of 32 KB
# To copy what deflates is a third of the work, so it is kept small: a window for the dictionary and
# a line, and as little memory besides as costs no byte.
_SMALL = {"wbits": -14, "memLevel": 5}
MARK = b'"\x01"'  # where an id stood; no JSON has this character as it is
BYTES = 8  # of an id
_ID = re.compile(rb'"([0-9a-f]{16})"')


def pack(data: bytes) -> bytes:
    """The JSON of a line: how many ids, the ids, and the rest deflated."""
    ids = _ID.findall(data)[:255]
    deflate = _primed().copy()
    rest = deflate.compress(_ID.sub(MARK, data, count=len(ids))) if ids else deflate.compress(data)
    return bytes([len(ids)]) + bytes.fromhex(b"".join(ids).decode()) + rest + deflate.flush()


def unpack(data: bytes) -> bytes:
    """The JSON of a line, as `pack` was given it.

    Raises:
        zlib.error: the bytes are damaged.
    """
    start = 1 + data[0] * BYTES if data else 1
    inflate = zlib.decompressobj(wbits=RAW, zdict=_dictionary())
    parts = inflate.decompress(data[start:]).split(MARK)
    ids = data[1:start].hex().encode()
    if not inflate.eof or len(parts) != data[0] + 1:
        raise zlib.error("the packed line is cut off")
    quoted = [b'"%b"' % ids[at : at + 2 * BYTES] for at in range(0, len(ids), 2 * BYTES)]
    return b"".join(part for pair in zip(parts, [*quoted, b""], strict=True) for part in pair)


@functools.cache
def _primed() -> "zlib._Compress":
    """What deflates, with the dictionary taken in: to copy it is quicker than to do that again."""
    return zlib.compressobj(**_SMALL, zdict=_dictionary())


@functools.cache
def _dictionary() -> bytes:
    """The dictionary, its ids marked as those of lines are."""
    text = files("dragoman.record").joinpath("packing.txt").read_bytes()
    return _ID.sub(MARK, text)
