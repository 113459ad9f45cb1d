"""Map a batch function over a stream of items: in this process, or in several.

The result is the same for any number of processes: batches are cut by count alone and come back
in their order. Workers are forked, so that they share what is loaded before.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")
BATCH_ITEMS = 32  # items a batch: enough to fill the parser's own batches
AHEAD = 3  # batches a process that may wait; more would only hold memory


def in_order(
    work: Callable[[list[A]], list[B]], items: Iterable[A], *, jobs: int = 1
) -> Iterator[B]:
    """Apply `work` to batches of items; results come in the order of the items."""
    batches = _batches(items)
    if jobs <= 1:
        for batch in batches:
            yield from work(batch)
        return
    waiting: deque[Future[list[B]]] = deque()
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
        for batch in batches:
            waiting.append(pool.submit(work, batch))
            if len(waiting) >= jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _batches(items: Iterable[A]) -> Iterator[list[A]]:
    stream = iter(items)
    while batch := list(islice(stream, BATCH_ITEMS)):
        yield batch
