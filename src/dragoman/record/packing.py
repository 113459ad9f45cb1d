"""A line's JSON in few bytes: deflated, with a dictionary of what most lines repeat.

Field names, reasons and codes make up most of a line and are the same in the next one; a third of
a kilobyte for each line would be two thirds of a record. `packing.txt` is that dictionary: record
lines of our own, kept as they are, as a record can only be read with the one it was written with.
"""

import functools
import zlib
from importlib.resources import files

RAW = -15  # deflate without header and checksum, in a window of 32 KB


def pack(data: bytes) -> bytes:
    """The JSON of a line, deflated."""
    deflate = zlib.compressobj(wbits=RAW, zdict=_dictionary())
    return deflate.compress(data) + deflate.flush()


def unpack(data: bytes) -> bytes:
    """The JSON of a line, as `pack` was given it.

    Raises:
        zlib.error: the bytes are damaged.
    """
    inflate = zlib.decompressobj(wbits=RAW, zdict=_dictionary())
    return inflate.decompress(data)


@functools.cache
def _dictionary() -> bytes:
    return files("dragoman.record").joinpath("packing.txt").read_bytes()
