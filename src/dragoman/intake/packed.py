"""Gzipped files unpacked as they are read, up to what a file of text can hold."""

import gzip
from typing import BinaryIO

from dragoman.intake.refusing import Refused

FREE_BYTES = 8_000_000
"""Unpacked bytes up to which nothing is asked: as many as one text may have."""
MAX_RATIO = 200
"""Unpacked bytes for each packed one past these: press packs 3 to 10 times, lines that repeat each
other some 50, and only a bomb or a file of blanks nears gzip's own 1,032."""


class Unpacked(gzip.GzipFile):
    """The bytes of a gzipped stream; reading on into a bomb raises `Refused`."""

    def __init__(self, packed: BinaryIO) -> None:
        """Unpack `packed`, which stays the caller's to close."""
        super().__init__(fileobj=packed, mode="rb")
        self._packed = packed

    def read(self, size: int | None = -1) -> bytes:
        """The next bytes.

        Raises:
            Refused: `too_large`.
        """
        data = super().read(size)
        if self.tell() > FREE_BYTES and self.tell() > MAX_RATIO * self._packed.tell():
            message = f"unpacks to over {MAX_RATIO} times its size"
            raise Refused("too_large", message, remedy="check what was packed")
        return data
