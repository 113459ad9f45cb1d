"""Answers kept while the record does not change: a page follows from its address and the record.

While the record is being added to, it changes many times a second. A reader is then given an
answer up to `FRESH` seconds old; on a page that is served for review, never an outdated one.
"""

import threading
import time
from collections import OrderedDict
from pathlib import Path

import msgspec
from starlette.responses import Response

MOST = 300  # answers
LARGEST = 2_000_000  # bytes of an answer that is kept
FRESH = 3.0  # seconds

Stamp = tuple[int, ...]


class _Kept(msgspec.Struct, frozen=True):
    """An answer, the state of the record it was made from, and when."""

    response: Response
    stamp: Stamp
    at: float


class Shelf:
    """The last answers by their addresses. It changes, so it is a class; threads share it."""

    def __init__(self, record: Path, *, fresh: float = FRESH) -> None:
        self._record = record
        self._fresh = fresh
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._lock = threading.Lock()

    def stamp(self) -> Stamp:
        """The state of the record's files: each transaction leaves another one."""
        found: list[int] = []
        for path in (self._record, self._record.with_name(f"{self._record.name}-wal")):
            try:
                status = path.stat()
                found += [status.st_mtime_ns, status.st_size, status.st_ino]
            except OSError:
                found.append(0)
        return tuple(found)

    def find(self, address: str) -> Response | None:
        """The answer to an address, if it still holds."""
        with self._lock:
            kept = self._kept.get(address)
        if kept is None:
            return None
        young = time.monotonic() - kept.at < self._fresh
        return _copy(kept.response) if young or kept.stamp == self.stamp() else None

    def keep(self, address: str, response: Response, *, stamp: Stamp) -> None:
        """Keep an answer that was made from the record in the state `stamp`."""
        if len(response.body) > LARGEST:
            return
        with self._lock:
            self._kept[address] = _Kept(_copy(response), stamp, time.monotonic())
            self._kept.move_to_end(address)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)


def _copy(response: Response) -> Response:
    """Another answer with the same content: on its way out, the headers of one are changed."""
    found = Response(response.body, response.status_code)
    found.raw_headers = [*response.raw_headers]
    return found
