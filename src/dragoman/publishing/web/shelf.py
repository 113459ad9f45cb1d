"""Answers kept while the record does not change: a page follows from its address and the record.

While the record is being added to, it changes many times a second. A reader is then given an
answer up to `FRESH` seconds old, or one up to `OUTDATED` seconds old while a new one is made for
who asks next; on a page that is served for review, never an outdated one.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
from starlette.responses import Response

MOST = 300  # answers
LARGEST = 2_000_000  # bytes of an answer that is kept
FRESH = 3.0  # seconds
OUTDATED = 10.0  # seconds that an answer may stand in while a new one is made
_LOCKS = 64  # addresses share them by their hash
_AT_ONCE = 4  # questions that are answered at a time: more would only wait for each other
_RENEWED = 2  # answers that are made anew at a time, while the old ones stand in

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
        self._making = tuple(threading.Lock() for _ in range(_LOCKS))
        self._few = threading.Semaphore(_AT_ONCE)
        self._renewing: set[str] = set()
        self._pool = ThreadPoolExecutor(_RENEWED, thread_name_prefix="renewing")

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

    def answer(self, address: str, make: Callable[[], Response]) -> Response:
        """The answer to an address, kept or made; made once where many ask for it at a time."""
        kept = self.find(address)
        if kept is not None:
            return kept
        outdated = self._get(address)
        if self._fresh and outdated is not None and _age(outdated) < OUTDATED:
            self._renew(address, make)
            return _copy(outdated.response)
        with self._making[hash(address) % len(self._making)]:
            return self.find(address) or self._made(address, make)

    def _made(self, address: str, make: Callable[[], Response]) -> Response:
        stamp = self.stamp()
        with self._few:
            response = make()
        self.keep(address, response, stamp=stamp)
        return response

    def _renew(self, address: str, make: Callable[[], Response]) -> None:
        """Have an answer made, once, for who asks next; if that fails, who asks later is told."""
        with self._lock:
            if address in self._renewing:
                return
            self._renewing.add(address)

        def renew() -> None:
            try:
                self._made(address, make)
            finally:
                with self._lock:
                    self._renewing.discard(address)

        self._pool.submit(renew)

    def find(self, address: str) -> Response | None:
        """The answer to an address, if it still holds."""
        kept = self._get(address)
        if kept is None:
            return None
        holds = _age(kept) < self._fresh or kept.stamp == self.stamp()
        return _copy(kept.response) if holds else None

    def _get(self, address: str) -> _Kept | None:
        with self._lock:
            return self._kept.get(address)

    def keep(self, address: str, response: Response, *, stamp: Stamp) -> None:
        """Keep an answer that was made from the record in the state `stamp`."""
        if len(response.body) > LARGEST:
            return
        with self._lock:
            self._kept[address] = _Kept(_copy(response), stamp, time.monotonic())
            self._kept.move_to_end(address)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)


def _age(kept: _Kept) -> float:
    return time.monotonic() - kept.at


def _copy(response: Response) -> Response:
    """Another answer with the same content: on its way out, the headers of one are changed."""
    found = Response(response.body, response.status_code)
    found.raw_headers = [*response.raw_headers]
    return found
