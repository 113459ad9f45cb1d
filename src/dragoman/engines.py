"""Map a batch function over a stream of items: in this process, or in several.

The result is the same for any number of processes: batches are cut by count alone and come back
in their order. Workers are forked, so that they share what is loaded before.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from dragoman.errors import DragomanError

A = TypeVar("A")
B = TypeVar("B")
BATCH_ITEMS = 32  # items a batch: enough to fill the parser's own batches
AHEAD = 3  # batches a process that may wait; more would only hold memory


def in_order(
    work: Callable[[list[A]], list[B]], items: Iterable[A], *, jobs: int = 1
) -> Iterator[B]:
    """Apply `work` to batches of items; results come in the order of the items.

    Raises:
        DragomanError: a process was ended from outside.
    """
    batches = _batches(items)
    if jobs <= 1:
        for batch in batches:
            yield from work(batch)
        return
    try:
        yield from _spread(work, batches, jobs)
    except BrokenProcessPool:
        raise DragomanError(
            "a coding process was ended from outside, for want of memory perhaps: "
            "run it again, with fewer --jobs"
        ) from None


def _spread(
    work: Callable[[list[A]], list[B]], batches: Iterable[list[A]], jobs: int
) -> Iterator[B]:
    fork = multiprocessing.get_context("fork")
    waiting: deque[Future[list[B]]] = deque()
    with ProcessPoolExecutor(jobs, fork, initializer=_leave_with_parent) as pool:
        for batch in batches:
            waiting.append(pool.submit(work, batch))
            if len(waiting) >= jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _leave_with_parent() -> None:
    """A worker ends when the run's own process is gone, however it went: nobody waits for it."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # there is nothing here to undo
    threading.Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _batches(items: Iterable[A]) -> Iterator[list[A]]:
    stream = iter(items)
    while batch := list(islice(stream, BATCH_ITEMS)):
        yield batch
