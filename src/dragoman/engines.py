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
from contextlib import contextmanager
from itertools import islice
from typing import Generic, TypeVar

from dragoman.errors import DragomanError

A = TypeVar("A")
B = TypeVar("B")
BATCH_ITEMS = 32  # items a batch: enough to fill the parser's own batches
LIMIT = 600  # seconds that a batch may take,
LIMIT_ITEM = 60  # and so many more for each item: the longest report takes half of them
AHEAD = 3  # batches a process that may wait; more would only hold memory


def in_order(
    work: Callable[[list[A]], list[B]],
    items: Iterable[A],
    *,
    jobs: int = 1,
    lost: Callable[[A], B] | None = None,
) -> Iterator[B]:
    """Apply `work` to batches of items; results come in the order of the items.

    With several processes, a batch whose process dies or hangs is done again, by halves down to the
    one item that does it: that has the result that `lost` gives.

    Raises:
        DragomanError: a process was ended from outside, and there is no `lost`.
    """
    batches = _batches(items)
    if jobs <= 1:
        for batch in batches:
            yield from work(batch)
        return
    waiting: deque[_Task[A, B]] = deque()
    while True:
        try:
            yield from _spread(work, batches, jobs, waiting)
        except BrokenProcessPool:
            if lost is None:
                raise DragomanError(
                    "a coding process was ended from outside, for want of memory perhaps: "
                    "run it again, with fewer --jobs"
                ) from None
        else:
            return
        while waiting:  # a pool that has lost one process gives up all
            task = waiting.popleft()
            yield from task.results() or _again(work, task.batch, lost)


class _Task(Generic[A, B]):
    """A batch, and what is to come of it."""

    def __init__(self, batch: list[A]) -> None:
        self.batch = batch
        self.future: Future[list[B]] | None = None

    def results(self) -> list[B] | None:
        """What came of it before its pool broke; null where nothing did."""
        done = self.future is not None and self.future.done() and not self.future.exception()
        return self.future.result() if self.future is not None and done else None


def _spread(
    work: Callable[[list[A]], list[B]],
    batches: Iterator[list[A]],
    jobs: int,
    waiting: deque[_Task[A, B]],
) -> Iterator[B]:
    """Results of the batches, in their order; `waiting` keeps those that have none yet."""
    with _pool(jobs) as pool:
        for batch in batches:
            task: _Task[A, B] = _Task(batch)
            waiting.append(task)
            task.future = pool.submit(_timed, work, batch)
            if len(waiting) >= jobs * AHEAD:
                yield from _first(waiting)
        while waiting:
            yield from _first(waiting)


def _first(waiting: deque[_Task[A, B]]) -> list[B]:
    future = waiting[0].future
    assert future is not None  # noqa: S101 - every task that waits was submitted
    found = future.result()
    waiting.popleft()
    return found


def _again(
    work: Callable[[list[A]], list[B]], batch: list[A], lost: Callable[[A], B]
) -> Iterator[B]:
    """The results of a batch in a process of its own, or of its halves, each in one."""
    try:
        with _pool(1) as pool:
            found = pool.submit(_timed, work, batch).result()
    except BrokenProcessPool:
        middle = len(batch) // 2
        if not middle:
            yield lost(batch[0])
            return
        yield from _again(work, batch[:middle], lost)
        yield from _again(work, batch[middle:], lost)
    else:
        yield from found


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(jobs, fork, initializer=_leave_with_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)  # who interrupts a run does not wait for all that waits


def _timed(work: Callable[[list[A]], list[B]], batch: list[A]) -> list[B]:
    """A batch's results, in bounded time: the system ends a process that overruns its alarm."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(LIMIT + LIMIT_ITEM * len(batch))
    try:
        return work(batch)
    finally:
        signal.alarm(0)


def _leave_with_parent() -> None:
    """A worker ends when the run's own process is gone, however it went: nobody waits for it."""
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, signal.SIG_DFL)  # there is nothing here to undo
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
